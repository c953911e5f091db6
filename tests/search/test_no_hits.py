"""Where nothing is found the answer says why: the same on both engines."""

from __future__ import annotations

import pytest

from search import indexing, no_hits, service
from search.answer import NoHits, Part, Request
from search.engines.base import Engine
from search.query.parser import parse
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(each_index: Engine) -> Engine:
    for n in range(3):
        file_record(
            f"BR-P-{n}", {("title", "en"): ["Solar dryer for rice husk"]}, applicants=("Universidade do Norte",)
        )
    file_record("TH-P-9", {("title", "en"): ["Silica from rice husk"], ("title", "th"): ["เครื่องอบข้าว"]})
    indexing.rebuild()
    return each_index


def why(q: str, **filters: str) -> NoHits:
    answer = service.search(Request(q, {name: (value,) for name, value in filters.items()}))
    assert answer.total == 0
    assert answer.no_hits is not None
    return answer.no_hits


def told(parts: tuple[Part, ...]) -> list[object]:
    return [(part.query, part.total, part.without, *([told(part.parts)] if part.parts else [])) for part in parts]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("ti=solar AND pa=foo", [("ti=solar", 3, 0), ("pa=foo", 0, 3)]),
        ("solar AND cc=TH", [("solar", 3, 1), ("cc=TH", 1, 3)]),
        ("solar AND silica AND husk", [("solar", 3, 1), ("silica", 1, 3), ("husk", 4, 0)]),
        ("husk NOT rice", [("husk", 4, 0), ("NOT rice", 0, 4)]),
        ("nix OR nada", [("nix", 0, None), ("nada", 0, None)]),
        ('"husk rice"', [("husk", 4, None), ("rice", 4, None)]),
        ('ti="rice kiln"', [("ti=rice", 4, None), ("ti=kiln", 0, None)]),
        ("husk NEAR1 solar", [("husk", 4, None), ("solar", 3, None)]),
        (
            '"solar rice" AND silica',
            [('"solar rice"', 0, 1, [("solar", 3, None), ("rice", 4, None)]), ("silica", 1, 0)],
        ),
        (
            '"solar rice" AND "rice solar" AND husk',
            [
                ('"solar rice"', 0, 0, [("solar", 3, None), ("rice", 4, None)]),
                ('"rice solar"', 0, 0, [("rice", 4, None), ("solar", 3, None)]),
                ("husk", 4, 0),
            ],
        ),
        ("xyz", []),
        ("xyz xyz xyz", []),
        ("xyz rice xyz", [("xyz", 0, 4), ("rice", 4, 0)]),
        ("pd=1999", []),
    ],
)
def test_each_part_says_what_it_finds_by_itself_and_what_the_rest_finds_without_it(q: str, expected: object) -> None:
    assert told(why(q).parts) == expected


@pytest.mark.usefixtures("records")
def test_parts_and_what_is_left_without_them_are_queries_that_find_as_many() -> None:
    for part in why("ti=(solar AND silica) AND cc=(TH OR BR) AND pa=(foo OR bar)").parts:
        assert service.search(Request(part.query)).total == part.total
        assert service.search(Request(part.rest)).total == part.without
        assert part.words


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"office": "VN"}, {"office": 3}),
        ({"office": "TH"}, {"office": 3}),
        ({"office": "BR", "year": "1999"}, {"office": 0, "year": 3}),
        ({"office": "VN", "year": "1999"}, {"office": 0, "year": 0}),
    ],
)
def test_filters_in_the_way_are_named_and_the_query_is_left_alone(
    filters: dict[str, str], expected: dict[str, int]
) -> None:
    assert why("solar", **filters) == NoHits(3, expected)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("silca", [("silica", 1)]),
        ("husc", [("husk", 4)]),
        ("ti=drier", [("ti=dryer", 3)]),
        ("pa=Univeridade", [("pa=universidade", 3)]),
        ("solr AND rice", [("solar AND rice", 3)]),
        ('"rice huks"', [('"rice husk"', 4)]),
        ("silcia NEAR3 huks", [("silica NEAR3 husk", 1)]),
        ("solr NOT rice", [("solar", 3)]),
        ("solr AND silica", [("solar", 3)]),
        ("sun", []),
        ("zzzzzz", []),
        ("rise", [("rice", 4)]),
        ("ti=rcie AND pa=missing", [("ti=rice", 4)]),
        ("Universidade Norte", [("pa=(Universidade AND Norte)", 3)]),
        ('"Universidade do Norte" solar', [('pa="Universidade do Norte"', 3)]),
        ("Universidade BR", [("pa=Universidade AND cc=BR", 3)]),
        ("ti=dryer Nor* NOT silica", [("ti=dryer AND pa=Nor* NOT silica", 3)]),
        ("ti=rcie AND pa=Univeridade AND cc=TH", [("ti=rice", 4), ("pa=universidade", 3)]),
    ],
)
def test_spellings_come_from_the_index_and_find_something(q: str, expected: list[tuple[str, int]]) -> None:
    proposals = why(q).proposals
    assert [(one.query, one.total) for one in proposals] == expected
    assert all(service.search(Request(one.query)).total == one.total for one in proposals)


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("ไม้", [("*ไม้*", 1)]),
        ("ti=ไผ่ AND charcoal", [("ti=*ไผ่* AND charcoal", 1)]),
        ("ไม้ AND foo", [("*ไม้*", 1)]),
        ("ti=(ไม้ OR ไผ่) NOT pa=x", [("ti=(*ไม้* OR *ไผ่*) NOT pa=x", 1)]),
        ("စက်", [("*စက်*", 1)]),
        ("ໄຟ", [("*ໄຟ*", 1)]),
        ("ก", []),
        ("ฟา", []),
        ('"ไม้ แกลบ"', [("*ไม้*", 1)]),
    ],
)
def test_a_syllable_is_proposed_within_longer_words(
    each_index: Engine, q: str, expected: list[tuple[str, int]]
) -> None:
    file_record("TH-P-9", {("title", "en"): ["Bamboo charcoal"], ("title", "th"): ["ถ่านไม้ไผ่"]})
    file_record("MM-P-9", {("title", "my"): ["ရေစုပ်စက်"]})
    file_record("LA-P-9", {("title", "lo"): ["ໄຟຟ້າ"]})
    indexing.rebuild()
    proposals = why(q).proposals
    assert [(one.query, one.total) for one in proposals] == expected
    assert all(service.search(Request(one.query)).total == one.total for one in proposals)


@pytest.mark.usefixtures("records")
def test_a_spelling_must_find_something_under_the_filters() -> None:
    assert [one.total for one in why("husc", office="TH").proposals] == [1]
    assert why("solr", office="TH").proposals == ()


@pytest.mark.parametrize(
    ("q", "said", "proposed"),
    [
        (
            "pn=BR102017004956",
            ["BR102017004956 is held as an application number, not as a publication number."],
            ["num=BR102017004956"],
        ),
        (
            "pn=BR102017004956 AND ti=silica",
            ["BR102017004956 is held as an application number, not as a publication number."],
            ["num=BR102017004956 AND ti=silica"],
        ),
        (
            "pn=BR102017004956 AND ti=bran",
            ["BR102017004956 is held as an application number, not as a publication number."],
            ["num=BR102017004956"],
        ),
        (
            "ap=(KR20190080463 OR WO2020123456)",
            [
                "KR20190080463 is held as a priority or PCT number, not as an application number.",
                "WO2020123456 is held as the number of an international publication, not as an application number.",
            ],
            ["num=(KR20190080463 OR WO2020123456)"],
        ),
        ("pr=BR112013029537", ["BR112013029537 is held as the number of a parent or related file, not as a priority or PCT number."], ["num=BR112013029537"]),
        ("pn=BR1020170*", [], ["num=BR1020170*"]),
        ("pn=BR102017004957", [], []),
        ("num=BR102017004957", [], []),
        ("num=BR102017004956 AND ti=bran", [], []),
    ],
)  # fmt: skip
def test_a_number_held_as_another_is_named_and_proposed(
    each_index: Engine, q: str, said: list[str], proposed: list[str]
) -> None:
    related = (
        ("priority", "KR", "20190080463"),
        ("pct_publication", "WO", "2020123456"),
        ("divided_from", "BR", "112013029537"),
    )
    file_record("BR-P-102017004956", {("title", "en"): ["Silica"]}, published=None, related=related)
    indexing.rebuild()
    found = why(q)
    assert list(found.numbers) == said
    assert [one.query for one in found.proposals] == proposed
    assert all(service.search(Request(one.query)).total == one.total for one in found.proposals)


def test_the_work_is_bounded(records: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    totals = records.totals
    monkeypatch.setattr(records, "totals", lambda clauses: asked.append(len(clauses)) or totals(clauses))
    q = " AND ".join(f'"solar w{n}"' for n in range(40))
    assert len(why(q).parts) == no_hits.MOST_PARTS
    assert sum(asked) <= 1 + 4 * no_hits.MOST_PARTS


def test_where_something_is_found_nothing_is_asked(records: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "totals", None)
    assert service.search(Request("husk")).no_hits is None


@pytest.mark.parametrize("q", ["a", "*", "a*", "NOT a", "pd=2019", "cc=BR"])
def test_a_single_word_or_value_has_no_parts(q: str) -> None:
    assert no_hits.parts(parse(q).node) == ()
