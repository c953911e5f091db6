"""Of every part of the query, every place that has it, and no other."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import indexing, service
from search.answer import Place, Reason, Request
from search.engines.base import Engine
from search.highlight import Marker
from search.why import MOST, MOST_LABELS
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db

CLAIMS = [
    "A dryer for rice comprising a fan.",
    "The dryer of claim 1 with silica.",
    "A method of drying rice husk with silica gel.",
    "Use of silica.",
]
THAI = ["เครื่องอบข้าวเปลือก", "ซิลิกาจากแกลบ"]


@pytest.fixture(autouse=True)
def records(index: Engine) -> None:
    file_record(
        "TH-P-1901000001",
        {
            ("title", "th"): ["เครื่องอบข้าวเปลือก"],
            ("title", "en", "machine"): ["Rice dryer"],
            ("abstract", "en"): ["Solar drying of rice."],
            ("claims", "th"): THAI,
            ("claims", "en", "machine"): CLAIMS,
            ("description", "en"): ["The kiln is hot."],
        },
        applicants=("Rice Research Ltd", "Acme"),
        inventors=("Ana Rice",),
        ipc=("F26B 3/28", "F26B 17/00"),
        published=dt.date(2021, 3, 1),
        filing_date=dt.date(2019, 1, 5),
        kind="B1",
        related=(("priority", "US", "61234567"),),
    )
    indexing.rebuild()


def why(q: str) -> dict[str, list[tuple[object, ...]]]:
    [hit] = service.search(Request(q)).hits
    return {
        one.query: [
            tuple(filter(None, (place.field, place.language, place.origin, ",".join(place.labels))))
            for place in one.places
        ]
        for one in hit.why
    }


TITLE, ABSTRACT = ("title", "en", "machine"), ("abstract", "en", "office")


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("silica", {"silica": [("claims", "en", "machine", "2")]}),
        ("ti=rice", {"ti=rice": [TITLE]}),
        ("rice", {"rice": [TITLE, ABSTRACT, ("claims", "en", "machine", "1")]}),
        ("dry*", {"dry*": [TITLE, ABSTRACT, ("claims", "en", "machine", "1")]}),
        ("claims=silcia~1", {"claims=silcia~1": [("claims", "en", "machine", "2")]}),
        ("s#l?ca", {"s#l?ca": [("claims", "en", "machine", "2")]}),
        ('"rice husk"', {'"rice husk"': [("claims", "en", "machine", "3")]}),
        ("claims=(rice NEAR3 silica)", {"claims=(rice NEAR3 silica)": [("claims", "en", "machine", "3")]}),
        ("เครื่องอบ", {"เครื่องอบ": [("title", "th", "office"), ("claims", "th", "office", "1")]}),
        (
            "ti=rice AND claims=silica",
            {"ti=rice": [TITLE], "claims=silica": [("claims", "en", "machine", "2")]},
        ),
        (
            "claims=(fan OR gel OR silica)",
            {
                "claims=fan": [("claims", "en", "machine", "1")],
                "claims=gel": [("claims", "en", "machine", "3")],
                "claims=silica": [("claims", "en", "machine", "3")],
            },
        ),
        (
            "claims=(ซิลิกา OR fan OR nix)",
            {"claims=ซิลิกา": [("claims", "th", "office", "2")], "claims=fan": [("claims", "en", "machine", "1")]},
        ),
        ("solar NOT water", {"solar": [ABSTRACT]}),
        ("desc=kiln", {"desc=kiln": [("description", "en", "office")]}),
        ("pa=rice", {"pa=rice": [("applicant", "Rice Research Ltd")]}),
        ("ia=rice", {"ia=rice": [("applicant", "Rice Research Ltd"), ("inventor", "Ana Rice")]}),
        ("ipc=F26B", {"ipc=F26B": [("ipc", "F26B")]}),
        ("kd=B#", {"kd=B#": [("kind", "B1")]}),
        ("kd=B", {"kd=B": [("kind", "B1")]}),
        ("cc=(TH OR BR)", {"cc=TH": [("office", "TH")]}),
        ("pd=2021", {"pd=2021": [("published", "2021-03-01")]}),
        ("ad<=2019", {"ad<=2019": [("filed", "2019-01-05")]}),
        ("pn=91901000001", {"pn=91901000001": [("publication_number", "91901000001")]}),
        ("pr=US61234567", {"pr=US61234567": [("priority_number", "US61234567")]}),
        ("has=claims.en AND lang=th AND silica", {"silica": [("claims", "en", "machine", "2")]}),
        ("", {}),
        ("NOT water", {}),
    ],
)
def test_every_place_of_every_part(q: str, expected: dict[str, list[tuple[object, ...]]]) -> None:
    assert why(q) == expected


def test_words_say_the_part_and_a_name_has_no_language() -> None:
    [hit] = service.search(Request("pa=acme")).hits
    assert hit.why == (Reason("pa=acme", "applicant or owner with “acme”", (Place("applicant", labels=("Acme",)),)),)


@pytest.mark.parametrize(
    ("q", "field", "shown"),
    [
        ("pa=university", "applicant", ["Khon Kaen University"]),
        ("in=waraporn", "inventor", ["Waraporn Dee"]),
        ("pa=(ขอนแก่น AND kaen)", "applicant", ["มหาวิทยาลัยขอนแก่น", "Khon Kaen University"]),
    ],
)
def test_a_name_found_in_latin_letters_is_shown_in_them(q: str, field: str, shown: list[str]) -> None:
    record = file_record("TH-P-2", applicants=("มหาวิทยาลัยขอนแก่น",), inventors=("วราภรณ์ ดี",))
    record.parties.filter(role="applicant").update(name_latin="Khon Kaen University")
    record.parties.filter(role="inventor").update(name_latin="Waraporn Dee")
    indexing.rebuild()
    [hit] = service.search(Request(q)).hits
    assert ["".join(piece.text for piece in match.pieces) for match in hit.matched] == shown
    assert [place.labels for reason in hit.why for place in reason.places] == [(name,) for name in shown]
    assert {match.field for match in hit.matched} == {field}


def test_values_are_named_up_to_a_few_and_the_rest_is_said_to_follow() -> None:
    file_record("BR-P-2", ipc=tuple(f"G06F {n}/00" for n in range(1, 20)))
    indexing.rebuild()
    [hit] = service.search(Request("ipc=G*/00")).hits
    assert len(hit.why[0].places[0].labels) == MOST_LABELS
    assert hit.why[0].places[0].more


def test_few_claims_are_cut_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    file_record("BR-P-2", {("claims", "en"): [f"Widget {n} comprising a gadget." for n in range(1, 40)]})
    indexing.rebuild()
    cut: list[str] = []
    spans = Marker._spans
    monkeypatch.setattr(Marker, "_spans", lambda self, sought, text: cut.append(text) or spans(self, sought, text))
    [hit] = service.search(Request("widget AND gadget AND 17")).hits
    assert [place.labels for reason in hit.why for place in reason.places] == [("17",)] * 3
    assert len(set(cut)) == 1


def test_of_a_long_list_only_the_first_are_told() -> None:
    words = ["nix"] * MOST + ["rice"]
    [hit] = service.search(
        Request(" OR ".join(f"{word}{n or ''}" for n, word in zip([*range(1, MOST + 1), 0], words, strict=True)))
    ).hits
    assert hit.why == ()
    assert hit.matched


@pytest.mark.parametrize(("q", "queries"), [("rice", 5), ("ipc=F26B", 6), ("pr=US61234567", 6)])
def test_a_page_of_hits_takes_no_more_queries_than_one(q: str, queries: int) -> None:
    for n in range(3):
        file_record(
            f"BR-P-{n}", {("title", "en"): ["Rice"]}, ipc=("F26B 1/00",), related=(("priority", "US", "61234567"),)
        )
    indexing.rebuild()
    with CaptureQueriesContext(connection) as run:
        assert len(service.search(Request(q)).hits) == 4
    assert len(run) == queries
