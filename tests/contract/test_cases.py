"""Cases worth a name: each is one that an engine gets wrong when asked the obvious way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search import clauses as c
from search.engines.base import Document, Engine, Question
from search.engines.embedded import Embedded
from search.engines.schema import KEYS, SENTINEL
from search.query.closeness import MAX_DISTANCE
from tests.contract.conftest import opensearch

TEXTS = {
    "a": "a",
    "ab": "a b",
    "bcd": "b c d",
    "aa": "a x x a",
    "dx": "d x x x e",
    "split": f"rice {SENTINEL} husk",
    "comp": "comp composite",
    "astral": "𐐷x ก่ข",
    "empty": "",
}
ABSTRACTS = {"ab": "b c x b c"}
NUMBERS = {
    "ab": {"application_number": ("AB",)},
    "aa": {"priority_number": ("AB", "AC")},
    "dx": {"priority_number": ("AB",), "publication_number": ("ZZ",)},
}
A, B, STAR = ("a",), ("b",), c.Glob("comp*")


def near(
    left: tuple[c.Sequence, ...], right: tuple[c.Sequence, ...], distance: int, *, ordered: bool = False
) -> c.Near:
    return c.Near("title", left, right, distance, ordered)


def word(*words: c.Word, boost: float = 1.0) -> c.Words:
    return c.Words("title", words, boost)


@pytest.fixture(scope="module", params=["embedded", "opensearch"])
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine: Engine = Embedded(tmp_path_factory.mktemp("small")) if request.param == "embedded" else opensearch()
    engine.create("a")
    with engine.writer("a") as writer:
        writer.put(
            Document(
                name,
                {"title": text, "abstract": ABSTRACTS.get(name, "")},
                NUMBERS.get(name, {}),
                {},
                dict.fromkeys(KEYS, n),
            )
            for n, (name, text) in enumerate(TEXTS.items(), 1)
        )
    engine.publish("a")
    yield engine
    if request.param == "opensearch":
        engine.drop("a")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (near((A,), (A,), 9), {"aa"}),
        (near((A,), (A,), 2), set()),
        (near((A, ("z",)), (A, ("y",)), 1), set()),
        (near((B, ("b", "c")), (("d",),), 1), {"bcd"}),
        (near((("d",),), (B, ("b", "c")), 1), {"bcd"}),
        (near((("d",),), (B, ("b", "c")), 1, ordered=True), set()),
        (near((("b", "c"),), (("c", "d"),), 3), set()),
        (c.Near("abstract", (("b", "c"),), (("b", "c"),), 2, ordered=False), {"ab"}),
        (c.Near("abstract", (("b", c.Glob("c*")),), (("b", c.Glob("c*")),), 2, ordered=True), {"ab"}),
        (near((("d",),), (("e",),), 4), {"dx"}),
        (near((("d",),), (("e",),), 3), set()),
        (near((("e",),), (("d",),), 4, ordered=True), set()),
        (near(((c.Glob("comp?"),),), ((c.Glob("comp*te"),),), 1), {"comp"}),
        (word("rice", "husk"), set()),
        (near((("rice",),), (("husk",),), 1), set()),
        (near((("rice",),), (("husk",),), MAX_DISTANCE), set()),
        (near((("husk",),), (("rice",),), MAX_DISTANCE), set()),
        (word(STAR), {"comp"}),
        (word(c.Glob("#x")), {"astral"}),
        (word(c.Glob("??x")), {"aa", "astral", "dx"}),
        (word(c.Glob("ก#ข")), {"astral"}),
        (word("comp", c.Glob("c*")), {"comp"}),
        (word(c.Glob("*omp"), "composite"), {"comp"}),
        (word(c.Glob("*c"), c.Glob("?d*")), {"bcd"}),
        (word(c.Alike("cmop", 1)), {"comp"}),
        (word(c.Alike("compsite", 1)), {"comp"}),
        (word(c.Alike("rices", 2)), {"split"}),
        (word(c.Alike("hsuck", 2)), {"split"}),
        (word(c.Alike("hsuck", 1)), set()),
        (c.AnyOf(()), set()),
        (c.Best(()), set()),
        (c.AllOf(()), set(TEXTS)),
        (c.Without(c.Nothing()), set(TEXTS)),
        (c.Without(c.Without(word("a"))), {"a", "ab", "aa"}),
        (c.AllOf((c.Without(word("a")), c.Without(word("b")))), {"dx", "split", "comp", "astral", "empty"}),
        (c.AnyOf((c.Without(word(c.Glob("*"))),)), set()),
        (c.Raised(word("a"), word("b")), {"a", "ab", "aa"}),
        (c.Raised(word("a"), c.Nothing()), {"a", "ab", "aa"}),
        (c.Raised(c.Nothing(), word("a")), set()),
        (c.Without(c.Raised(word(STAR), word("a"))), {*TEXTS} - {"comp"}),
    ],
)
def test_what_is_found(small: Engine, clause: c.Clause, expected: set[str]) -> None:
    assert set(small.search(Question(clause)).ids) == expected


def test_every_kind_of_clause_weighs_the_same_on_every_engine(small: Engine) -> None:
    clause = c.AnyOf(
        (word("a", boost=3.0), word(c.Glob("b*"), boost=1.5), near((B,), (("d",),), 2), c.Without(word("x")))
    )
    found = small.search(Question(clause))
    scores = {name: round(position.score, 3) for name, position in zip(found.ids, found.positions, strict=True)}
    assert scores == {
        "a": 1.728,
        "ab": 3.011,
        "bcd": 2.682,
        "aa": 1.747,
        "comp": 0,
        "astral": 0,
        "split": 0,
        "empty": 0,
    }


def test_what_raises_a_record_adds_its_whole_score(small: Engine) -> None:
    raised = c.Raised(c.AnyOf((word(STAR), word("a"))), c.AnyOf((word(c.Glob("com#"), boost=2.0), word(c.Glob("b")))))
    found = small.search(Question(raised))
    plain = small.search(Question(raised.clause))
    added = {name: position.score for name, position in zip(found.ids, found.positions, strict=True)}
    for name, position in zip(plain.ids, plain.positions, strict=True):
        assert added.pop(name) == pytest.approx(position.score + {"comp": 2.0, "ab": 1.0}.get(name, 0.0)), name
    assert not added


def test_ties_go_to_the_newer_record(small: Engine) -> None:
    assert small.search(Question(word(c.Glob("*")))).ids[:3] == ("empty", "astral", "comp")


@pytest.mark.parametrize("join", [c.AnyOf, c.Best])
def test_a_value_may_weigh_more_in_one_field_than_in_another(small: Engine, join: type[c.AnyOf | c.Best]) -> None:
    own, cited = c.In("application_number", ("AB", "ZZ"), 10.0), c.In("priority_number", ("AB",))
    found = small.search(Question(join((cited, own))))
    scores = [(name, round(place.score, 3)) for name, place in zip(found.ids, found.positions, strict=True)]
    assert scores == [("ab", 10), ("dx", 0), ("aa", 0)]
