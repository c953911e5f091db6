"""Three nodes, three pieces of the index and a copy of each; one node is killed at the worst moments.

The embedded engine over the same store says what is right. Not in `make test`: `make test ARGS="-m cluster"` runs it, as `.ci/run` does, with
OPENSEARCH_RELEASE for another release than the newest. It needs Java and Maven and about 2 GB of memory.
"""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from ops.opensearch import java
from portal.records.models import Record, Text
from search import clauses as c
from search import indexing
from search.answer import EngineDown
from search.engines import engine
from search.engines.base import Engine, Facet, Found, Question
from search.engines.embedded import Embedded
from search.models import Pending
from tests.faults.nodes import Cluster
from tests.ops.waiting import until
from tests.search.filing import delivery, file_record

pytestmark = [pytest.mark.cluster, pytest.mark.django_db]

RELEASE = os.environ.get("OPENSEARCH_RELEASE", java.RELEASES[0])
RECORDS = 3000
WORDS = ("arroz", "solar", "secador", "casca", "forno", "agua", "filtro", "ar", "motor", "bomba", "folha")
FACETS = (Facet("office", "office", 10), Facet("kind", "kind", 10))
QUESTIONS = [
    Question(clause, sort=sort, size=50, facets=FACETS)
    for clause in (
        c.Everything(),
        *(c.Words("title", (word,)) for word in WORDS[:4]),
        c.Words("title", (c.Glob("f*"),)),
        c.Words("title", ("arroz", "solar")),
        c.AllOf((c.Words("title", ("motor",)), c.Without(c.Words("title", ("agua",))))),
        c.AnyOf((c.Words("title", ("bomba",)), c.Words("title", ("filtro",)))),
    )
    for sort in ("relevance", "newest")
]


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if not shutil.which("mvn"):
        pytest.skip("Three nodes need Maven and Java on this machine.")
    nodes = Cluster(tmp_path_factory.mktemp("cluster"), 3, RELEASE)
    start = time.monotonic()
    try:
        for port in nodes.ports:
            nodes.start(port)
        nodes.wait_green(3)
        say(f"OpenSearch {RELEASE}: three nodes green after {time.monotonic() - start:.0f} s")
        yield nodes
    finally:
        nodes.stop()


@pytest.fixture
def index(cluster: Cluster, settings: object, tmp_path: Path) -> Iterator[Engine]:
    """The engine over the cluster, with three pieces and one copy; three nodes are up again afterwards."""
    settings.SEARCH_ENGINE = "opensearch"
    settings.OPENSEARCH_URL = cluster.url
    settings.OPENSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"
    settings.OPENSEARCH_SHARDS, settings.OPENSEARCH_REPLICAS = 3, 1
    settings.INDEX_DIR = tmp_path / "index"
    yield engine()
    for generation in engine().generations():
        engine().drop(generation)


@pytest.fixture
def records() -> list[str]:
    """Records with titles of few words, so that every question finds many."""
    like = file_record("BR-P-first")
    sent = delivery("BR")
    rows = [
        Record(
            id=f"BR-P-{n}",
            office=like.office,
            right="patent",
            number_original=str(n),
            number=str(n),
            number_key=str(n),
            kind=("A1", "B2", "U")[n % 3],
            publication_date=like.publication_date,
            first_delivery=sent,
            latest_delivery=sent,
        )
        for n in range(RECORDS)
    ]
    Record.objects.bulk_create(rows)
    Text.objects.bulk_create(title(row.id, n) for n, row in enumerate(rows))
    return [row.id for row in rows]


def title(record_id: str, n: int, *more: str) -> Text:
    words = [WORDS[n % len(WORDS)], WORDS[n // 7 % len(WORDS)], WORDS[n // 31 % len(WORDS)], *more]
    paragraphs = [{"n": "1", "t": " ".join(words), "refs": []}]
    return Text(
        record_id=record_id,
        part="title",
        language="pt",
        origin="office",
        paragraphs=paragraphs,
        delivery=delivery("BR"),
        as_of="2020-01-01",
    )


def say(sentence: str) -> None:
    """Put a measured figure into the report: pytest shows it with `-s` or `-rP`."""
    print(sentence, flush=True)


def again(index: Engine, work: Callable[[], object], seconds: float = 120.0) -> list[str]:
    """Do what the worker does: work, and when the engine is down come back. Return what was said."""
    said: list[str] = []

    def done() -> bool:
        try:
            work()
        except EngineDown as error:
            said.append(str(error))
            time.sleep(1)
            return False
        return True

    assert until(done, seconds), said
    return said


def answers(asked: Engine) -> list[tuple[object, ...]]:
    return [comparable(asked.search(question)) for question in QUESTIONS]


def comparable(found: Found) -> tuple[object, ...]:
    """Return what must be equal: total, the page's records in order, counts."""
    return found.total, found.ids, {name: dict(counts) for name, counts in found.counts.items()}


@pytest.fixture
def right(records: list[str], tmp_path: Path) -> Callable[[], list[tuple[object, ...]]]:
    """Build the embedded index from the store as it is now and return its answers."""

    def build() -> list[tuple[object, ...]]:
        asked = Embedded(tmp_path / uuid.uuid4().hex)
        asked.create("a")
        with asked.writer("a") as writer:
            for ids in indexing.record_ids():
                writer.put(indexing.documents(ids))
        asked.publish("a")
        return answers(asked)

    return build


def test_a_node_killed_while_the_index_is_built(
    cluster: Cluster, index: Engine, right: Callable[[], list[tuple[object, ...]]]
) -> None:
    """The node that manages the cluster dies in the middle: the build goes on or is done again, and nothing is missing."""
    killed: list[float] = []
    port = cluster.manager()

    def kill(done: int, _total: int) -> None:
        if done >= RECORDS // 3 and not killed:
            cluster.kill(port)
            killed.append(time.monotonic())

    said = again(index, lambda: indexing.rebuild(kill))
    built = time.monotonic()
    assert killed
    assert index.count(index.published()) == Record.objects.count() == RECORDS + 1
    assert answers(index) == right()
    back(cluster, port)
    say(f"killed while building: built {built - killed[0]:.1f} s after the kill, {len(said)} builds given up")
    assert answers(index) == right()


def test_a_node_killed_while_people_search(
    cluster: Cluster, index: Engine, right: Callable[[], list[tuple[object, ...]]]
) -> None:
    """Every answer before, during and after is the right one, or says that the engine is down."""
    indexing.rebuild()
    cluster.wait_green(3)
    expected = right()
    seen: list[tuple[float, str]] = []
    over = Event()

    def ask(first: int) -> None:
        n = first
        while not over.is_set():
            n = (n + 1) % len(QUESTIONS)
            seen.append(asked(index, QUESTIONS[n], expected[n]))

    people = [Thread(target=ask, args=(first,)) for first in (0, 7)]
    for person in people:
        person.start()
    try:
        assert until(lambda: len(seen) > 40, 60)
        port = cluster.manager()
        killed = time.monotonic()
        cluster.kill(port)
        before = len(seen)
        assert until(lambda: sum(kind == "right" for _, kind in seen[before:]) > 60, 120)
    finally:
        over.set()
        for person in people:
            person.join()
    back(cluster, port)
    kinds = Counter(kind for _, kind in seen)
    first = next(at for at, kind in seen if at > killed and kind == "right")
    errors = [at for at, kind in seen if kind.startswith("OpenSearch")]
    say(
        f"killed while searching: {kinds['right']} right, {len(errors)} said to be down, first right answer {first - killed:.2f} s "
        f"after the kill, last error {max(errors, default=killed) - killed:.2f} s after it"
    )
    assert not [kind for kind in kinds if kind != "right" and not kind.startswith("OpenSearch")], kinds


def asked(index: Engine, question: Question, expected: tuple[object, ...]) -> tuple[float, str]:
    """Return when an answer came and what it was: right, wrong, or the sentence that says why there is none."""
    try:
        found = comparable(index.search(question))
    except EngineDown as error:
        return time.monotonic(), str(error)
    return time.monotonic(), "right" if found == expected else f"wrong: {question}"


def test_changes_while_a_node_is_dead_outlive_the_next_one(
    cluster: Cluster, index: Engine, records: list[str], right: Callable[[], list[tuple[object, ...]]]
) -> None:
    """What was indexed on two nodes is copied to the third when it is back, so that another may die after it."""
    indexing.rebuild()
    cluster.wait_green(3)
    first, second, _ = cluster.ports
    cluster.kill(first)
    changed = records[:400]
    Text.objects.filter(record__in=changed[:200]).delete()
    Text.objects.bulk_create(title(record_id, n, "caldeira") for n, record_id in enumerate(changed[:200]))
    Record.objects.filter(id__in=changed[200:]).delete()
    indexing.note(changed)
    said = again(index, indexing.drain)
    assert not Pending.objects.exists()
    back(cluster, first)
    cluster.kill(second)
    again(index, lambda: index.search(QUESTIONS[0]))
    # After changes the engines rank a little otherwise (deleted records still count); what is found may not differ.
    found = Question(c.Words("title", ("caldeira",)), sort="newest", size=300)
    assert index.search(found).total == 200
    assert [(total, counts) for total, _, counts in answers(index)] == [(total, counts) for total, _, counts in right()]
    back(cluster, second)
    say(f"changes while a node was dead: {len(changed)} indexed, {len(said)} tries given up")


def back(cluster: Cluster, port: int) -> None:
    """Start a killed node again and wait until every piece has its copy."""
    start = time.monotonic()
    cluster.start(port)
    cluster.wait_green(3)
    say(f"green {time.monotonic() - start:.1f} s after the killed node was started again")
