"""Two thousand hits walked page by page on either engine: none lost, none twice, also while the index changes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from search import clauses as c
from search.answer import SORTS
from search.cursor import anchored
from search.documents import order_keys
from search.engines.base import Document, Engine, Found, Position, Question
from search.engines.embedded import Embedded
from search.families import collapsed
from tests.contract.conftest import opensearch

RECORDS = 2_000
FEW = 60  # changed after every page
RICE = c.AnyOf((c.Words("title", ("rice",), 3.0), c.Words("claims", ("rice",)), c.In("office", ("TH",))))


def document(n: int, text: str = "rice") -> Document:
    chance = random.Random(n)
    day = dt.date(2000 + n % 20, 1 + n % 12, 1) if n % 10 else None
    words = " ".join([text] * chance.randrange(3) + ["husk"] * chance.randrange(5))
    keywords = {"office": ("TH",), "family": (f"family {n // 3 * 3 if n % 7 == 0 else n}",)}
    return Document(
        f"TH-P-{n}", {"title": words, "claims": f"{text} ash"}, keywords, {}, order_keys(f"TH-P-{n}", day, day)
    )


@pytest.fixture(scope="module", params=["embedded", "opensearch"])
def deep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = Embedded(tmp_path_factory.mktemp("deep")) if request.param == "embedded" else opensearch(2)
    engine.create("a")
    with engine.writer("a") as writer:
        writer.put(document(n) for n in range(RECORDS))
    engine.publish("a")
    yield engine
    for generation in engine.generations():
        engine.drop(generation)


def walk(
    ask: Callable[[Question], Found], question: Question, between: Callable[[int], None] = lambda _: None
) -> list[str]:
    ids: list[str] = []
    page = ask(question)
    while True:
        ids += page.ids
        if not page.more:
            return ids
        between(len(ids))
        page = ask(replace(question, after=page.positions[-1]))


@pytest.mark.parametrize("sort", SORTS)
def test_every_hit_comes_once_and_in_one_order(deep: Engine, sort: str) -> None:
    question = Question(RICE, sort=sort, size=97)
    ids = walk(deep.search, question)
    assert len(ids) == len({*ids}) == RECORDS
    assert ids == list(deep.search(replace(question, size=RECORDS)).ids)


@pytest.mark.parametrize("sort", SORTS)
def test_every_family_comes_once(deep: Engine, sort: str) -> None:
    question = Question(RICE, sort=sort, size=100)
    whole = deep.search(replace(question, size=RECORDS))
    first = dict(reversed(list(zip(whole.families, whole.ids, strict=True))))
    ids = walk(lambda asked: collapsed(deep, asked).found, question)
    assert len(ids) == len({*ids}) < RECORDS
    assert {*ids} == {*first.values()}


@pytest.mark.parametrize("sort", ["newest", "oldest", "filed", "filed_oldest"])
def test_records_that_stay_as_they_are_come_once_while_others_change(deep: Engine, sort: str) -> None:
    """In the order of dates the place of a hit is its own; in that of relevance an update shifts the scores of all."""

    def change(walked: int) -> None:
        with deep.writer("a") as writer:
            writer.put(document(n, "rice") for n in range(walked % FEW, walked % FEW + FEW))
            writer.put([document(RECORDS + walked)])
            writer.remove([f"TH-P-{RECORDS + walked - 100}"])

    ids = walk(deep.search, Question(RICE, sort=sort, size=100), change)
    assert len(ids) == len({*ids})
    assert {f"TH-P-{n}" for n in range(RECORDS)} <= {*ids}


@pytest.mark.parametrize("gathered", [False, True])
def test_relevance_keeps_its_place_while_all_scores_move(deep: Engine, gathered: bool) -> None:  # noqa: FBT001
    def ask(question: Question) -> Found:
        here = anchored(deep, question)
        return collapsed(deep, here).found if gathered else deep.search(here)

    def change(walked: int) -> None:
        with deep.writer("a") as writer:
            writer.put(
                [replace(document(5_000 + n, "kiln"), keywords={"office": ("BR",)}) for n in (walked, walked + 1)]
            )

    question = Question(RICE, size=200)
    before, score = ask(replace(question, size=2 * RECORDS)).ids, deep.search(question).positions[0].score
    ids = walk(ask, question, change)
    assert deep.search(question).positions[0].score != score
    assert len(ids) == len({*ids})
    assert {*ids} == {*before}


def test_a_last_hit_that_is_gone_is_taken_where_it_stood(deep: Engine) -> None:
    question = Question(RICE, after=Position(0.5, 1, 20))
    assert anchored(deep, question) == question
    assert anchored(deep, replace(question, after=None)).after is None
    assert anchored(deep, replace(question, after=Position(0.0, 1, 20))).after == Position(0.0, 1, 20)
