"""What every engine promises beside finding: generations, writing, words of the index, and saying when it cannot."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given

from search import clauses as c
from search.answer import EngineDown
from search.engines import embedded
from search.engines.base import Document, Engine, IndexBusy, Question, TooManyWords
from search.engines.embedded import Embedded
from search.engines.opensearch import OpenSearch
from search.engines.schema import KEYS
from tests.contract import trees
from tests.contract.conftest import DOCUMENTS, opensearch
from tests.contract.evaluator import Evaluator
from tests.contract.test_trees import some_cases

ONE = Document("BR-P-1", {"title": "rice"}, {"office": ("BR",)}, {}, dict.fromkeys(KEYS, 1))


@pytest.fixture(params=["embedded", "opensearch"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "embedded":
        yield Embedded(tmp_path / "index")
        return
    engine = opensearch()
    yield engine
    for generation in engine.generations():
        engine.drop(generation)


def put(engine: Engine, generation: str, *documents: Document) -> None:
    with engine.writer(generation) as writer:
        writer.put(documents)


def ids(engine: Engine, clause: c.Clause | None = None) -> list[str]:
    return sorted(engine.search(Question(clause or c.Everything(), size=100)).ids)


def test_a_generation_is_built_aside_and_published_in_one_step(fresh: Engine) -> None:
    assert fresh.published() == ""
    assert fresh.generations() == []
    with pytest.raises(EngineDown, match="index --rebuild"):
        ids(fresh)
    fresh.create("a")
    put(fresh, "a", ONE)
    assert fresh.published() == ""
    fresh.publish("a")
    fresh.create("b")
    put(fresh, "b", ONE, replace(ONE, id="BR-P-2", keys=dict.fromkeys(KEYS, 2)))
    assert (fresh.published(), fresh.generations()) == ("a", ["a", "b"])
    assert (fresh.count("a"), fresh.count("b"), ids(fresh)) == (1, 2, ["BR-P-1"])
    fresh.publish("b")
    fresh.drop("a")
    fresh.drop("a")
    assert (fresh.published(), fresh.generations(), ids(fresh)) == ("b", ["b"], ["BR-P-1", "BR-P-2"])
    found = fresh.search(Question(c.Nothing()))
    assert (found.total, found.generation) == (0, "b")


def test_without_an_index_nothing_is_counted(fresh: Engine) -> None:
    for ask in (lambda: fresh.totals([c.Everything()]), lambda: fresh.frequencies({"title": ["rice"]})):
        with pytest.raises(EngineDown, match="not been built"):
            ask()


def test_words_of_replaced_records_are_not_counted(fresh: Engine) -> None:
    fresh.create("a")
    fresh.publish("a")
    put(fresh, "a", ONE, replace(ONE, id="BR-P-2"))
    put(fresh, "a", replace(ONE, texts={"title": "husk"}))
    assert fresh.frequencies({"title": ["rice", "husk", "kiln"]}) == {"title": {"rice": 1, "husk": 1}}


def test_writing_replaces_and_removes_by_id(fresh: Engine) -> None:
    fresh.create("a")
    fresh.publish("a")
    put(fresh, "a", ONE)
    with fresh.writer("a") as writer:
        writer.put([replace(ONE, texts={"title": "husk"}), replace(ONE, id="BR-P-2")])
        writer.remove(["BR-P-2", "no such"])
        writer.put([replace(ONE, id="BR-P-3")])
    assert ids(fresh, c.Words("title", ("husk",))) == ["BR-P-1"]
    assert ids(fresh, c.Words("title", ("rice",))) == ["BR-P-3"]
    assert fresh.count("a") == 2


def test_a_generation_that_is_not_there(fresh: Engine) -> None:
    for call in (fresh.count, fresh.publish, lambda name: put(fresh, name, ONE)):
        with pytest.raises(EngineDown):
            call("none")
        with pytest.raises(EngineDown):
            call("")


@some_cases
@given(glob=trees.globs())
def test_the_words_a_pattern_stands_for(engine: Engine, evaluator: Evaluator, glob: c.Glob) -> None:
    words = {word for record_id in evaluator.documents for word in evaluator.words(record_id, "title") if word != "¶"}
    expected = [word for word in sorted(words) if c.matches(glob, word)]
    assert engine.expansions("title", glob) == expected


@some_cases
@given(alike=trees.alikes())
def test_the_words_a_similar_word_stands_for(engine: Engine, evaluator: Evaluator, alike: c.Alike) -> None:
    words = {word for record_id in evaluator.documents for word in evaluator.words(record_id, "title") if word != "¶"}
    expected = [word for word in sorted(words) if c.matches(alike, word)]
    assert engine.expansions("title", alike) == expected


@pytest.mark.parametrize("many", [501, 3000])
def test_a_pattern_that_stands_for_very_many_words(fresh: Engine, many: int) -> None:
    fresh.create("a")
    put(fresh, "a", replace(ONE, texts={"title": " ".join(f"word{n:05}" for n in range(many))}))
    fresh.publish("a")
    with pytest.raises(TooManyWords):
        fresh.expansions("title", c.Glob("word*"))
    assert len(fresh.expansions("title", c.Glob("word#0499"))) == 1
    assert len(fresh.expansions("title", c.Alike("word00499", 1))) > 1
    assert ids(fresh, c.Words("title", (c.Alike("wodr0499", 2),))) == ["BR-P-1"]
    assert ids(fresh, c.Words("title", (c.Glob("*0"),))) == ["BR-P-1"]


@pytest.mark.parametrize(("left", "right"), [("aa", "bb"), ("a*", "bb"), ("a*", "#b"), ("aa", "aa"), ("a*", "*a")])
def test_every_distance_reaches_as_far_as_it_says_and_no_farther(fresh: Engine, left: str, right: str) -> None:
    apart, ends = range(1, 53), (left.replace("*", "a"), right.translate({ord("*"): "a", ord("#"): "b"}))
    fresh.create("a")
    texts = [{"title": " ".join([ends[0], *["x"] * (n - 1), ends[1]])} for n in apart]
    put(
        fresh,
        "a",
        *(
            replace(ONE, id=f"BR-P-{n:02}", texts=text, keys=dict.fromkeys(KEYS, n))
            for n, text in zip(apart, texts, strict=True)
        ),
    )
    fresh.publish("a")
    sides = [(c.Glob(side) if re.search("[*#]", side) else side,) for side in (left, right)]
    for distance in range(1, 51):
        reached = [f"BR-P-{n:02}" for n in apart if n <= distance]
        for near in (
            c.Near("title", (sides[0],), (sides[1],), distance, ordered=True),
            c.Near("title", (sides[1],), (sides[0],), distance, ordered=False),
        ):
            assert ids(fresh, near) == reached, near


def test_many_values_and_words_are_taken(fresh: Engine) -> None:
    fresh.create("a")
    put(fresh, "a", ONE)
    fresh.publish("a")
    assert ids(fresh, c.In("office", (*(f"X{n}" for n in range(2000)), "BR"))) == ["BR-P-1"]
    many = tuple(c.Words(field, (f"w{n}",)) for n in range(333) for field in trees.FIELDS)
    assert ids(fresh, c.AnyOf((*many, c.Words("title", ("rice",))))) == ["BR-P-1"]


@pytest.mark.parametrize("text", ["x" * 127, "𐐷" * 127, "ก" * 127, "word " * 20_000])
def test_long_terms_and_texts_are_kept_whole(fresh: Engine, text: str) -> None:
    fresh.create("a")
    put(fresh, "a", replace(ONE, texts={"title": text.strip()}))
    fresh.publish("a")
    assert ids(fresh, c.Words("title", (text.split(maxsplit=1)[0],))) == ["BR-P-1"]


def test_long_names_are_values_too(fresh: Engine) -> None:
    fresh.create("a")
    name = "บริษัท " * 57 + "\U00020000"
    put(fresh, "a", replace(ONE, keywords={"applicant_name": (name,)}))
    fresh.publish("a")
    assert ids(fresh, c.In("applicant_name", (name,))) == ["BR-P-1"]


def test_updates_leave_what_is_found_right(fresh: Engine) -> None:
    """Ranks may differ a little after updates, as deleted documents still count; what is found may not."""
    fresh.create("a")
    put(fresh, "a", *DOCUMENTS)
    fresh.publish("a")
    changed = [replace(document, texts={"title": "rice"}) for document in DOCUMENTS[::3]]
    put(fresh, "a", *changed)
    now = {document.id: document for document in (*DOCUMENTS, *changed)}
    evaluator = Evaluator(now.values())
    for clause in (c.Words("title", ("rice",)), c.Without(c.Words("title", (c.Glob("r*"),))), c.In("office", ("VN",))):
        found = fresh.search(Question(clause, size=200))
        assert sorted(found.ids) == sorted(evaluator.scores(clause))


def test_no_opensearch_at_the_address() -> None:
    engine = OpenSearch("http://127.0.0.1:9")
    for call in (engine.published, engine.generations, lambda: engine.search(Question(c.Everything()))):
        with pytest.raises(EngineDown, match="OPENSEARCH_URL"):
            call()


def test_a_damaged_embedded_index_says_so(tmp_path: Path) -> None:
    engine = Embedded(tmp_path)
    engine.create("a")
    engine.publish("a")
    (tmp_path / "a" / "meta.json").write_text("{")
    with pytest.raises(EngineDown, match="index --rebuild"):
        ids(Embedded(tmp_path))


def test_a_write_that_fails_leaves_the_embedded_index_as_it_was(tmp_path: Path) -> None:
    engine = Embedded(tmp_path)
    engine.create("a")
    engine.publish("a")
    with pytest.raises(AttributeError), engine.writer("a") as writer:
        writer.put([ONE, None])
    assert engine.count("a") == 0
    put(engine, "a", ONE)
    assert engine.count("a") == 1


def test_one_writer_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_PATIENCE", 0.2)
    engine = Embedded(tmp_path)
    engine.create("a")
    with engine.writer("a") as writer:
        writer.put([ONE])
        with pytest.raises(IndexBusy, match="Another process"):
            put(Embedded(tmp_path), "a", ONE)
    put(engine, "a", replace(ONE, id="BR-P-2"))
    assert engine.count("a") == 2


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(EngineDown) as caught:
        OpenSearch("http://user:secret@127.0.0.1:9").published()
    assert "127.0.0.1:9" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_portals_of_one_cluster_do_not_touch_each_other() -> None:
    name = f"test-{uuid.uuid4().hex[:12]}"
    opensearch()
    one, other = (OpenSearch(settings.OPENSEARCH_URL, prefix=prefix) for prefix in (name, f"{name}-b"))
    for engine in (one, other):
        engine.create("a")
        engine.publish("a")
    assert one.generations() == ["a"]
    one.drop("a")
    assert (one.published(), other.published()) == ("", "a")
    other.drop("a")


def test_no_query_is_written_to_a_log(fresh: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    fresh.create("a")
    put(fresh, "a", ONE)
    fresh.publish("a")
    ids(fresh, c.Words("title", ("secretword",)))
    assert caplog.text == ""
