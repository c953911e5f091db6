"""Which records are one family, and lists with one record of each."""

from __future__ import annotations

import pytest

from portal.records.models import Record
from search import indexing, service
from search.answer import QueryError, Request
from search.documents import document
from search.engines.base import Engine
from search.families import family
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db
PCT = ("pct_application", "WO", "2019000001")


def priorities(*numbers: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(("priority", number[:2], number[2:]) for number in numbers)


@pytest.mark.parametrize(
    ("one", "other", "families"),
    [
        (("VN-P-1", priorities("US1")), ("TH-P-2", priorities("US1")), 1),
        (("VN-P-1", priorities("US1", "JP2")), ("TH-P-2", priorities("JP2", "US1")), 1),
        (("VN-P-1", priorities("US1", "JP2")), ("TH-P-2", priorities("US1")), 2),
        (("VN-P-1", priorities("BR7")), ("BR-P-7", ()), 1),
        (("VN-P-1", priorities("BR7")), ("BR-U-7", ()), 1),
        (("VN-D-1", priorities("BR7")), ("BR-P-7", ()), 2),
        (("VN-P-1", priorities("BR7")), ("BR-P-7", priorities("US1")), 2),
        (("VN-P-1", ()), ("TH-P-1", ()), 2),
        (("VN-P-1", (PCT, *priorities("US1"))), ("TH-P-2", priorities("US1")), 1),
        (
            ("VN-P-1", (("priority", "CN", "PCTCN2019114253"),)),
            ("TH-P-2", (("priority", "WO", "PCTCN2019114253"),)),
            1,
        ),
        (("VN-P-1", (PCT,)), ("TH-P-2", (PCT,)), 2),
        (("VN-P-1", priorities("US")), ("TH-P-2", priorities("US")), 2),
    ],
)
def test_the_same_priorities_are_one_family(one: tuple[str, object], other: tuple[str, object], families: int) -> None:
    keys = {family(file_record(record_id, related=related)) for record_id, related in (one, other)}
    assert len(keys) == families


def test_the_index_holds_the_family() -> None:
    record = file_record("VN-P-1", related=priorities("US1"))
    assert document(record).keywords["family"] == (family(record),)


@pytest.fixture
def records(each_index: Engine) -> None:
    text = {("title", "en"): ["Rice dryer"]}
    file_record("BR-P-7", {("title", "en"): ["Rice dryer dryer"]})
    for office in ("VN", "TH", "ID"):
        file_record(f"{office}-P-1", text, related=priorities("BR7"))
        file_record(f"{office}-P-2", text)
    file_record("PH-P-1", {("title", "en"): ["Kiln"]}, related=priorities("BR7"))
    indexing.rebuild()


@pytest.mark.usefixtures("records")
def test_a_collapsed_list_has_one_record_a_family_and_names_the_others_found() -> None:
    answer = service.search(Request("dryer", collapse="family"))
    shown = {hit.record.id: sorted(hit.family) for hit in answer.hits}
    assert shown == {"BR-P-7": ["ID-P-1", "TH-P-1", "VN-P-1"], "ID-P-2": [], "TH-P-2": [], "VN-P-2": []}
    assert (answer.total, answer.families) == (7, 4)
    assert {one.value: one.count for one in answer.facets["office"]} == {"BR": 1, "ID": 2, "TH": 2, "VN": 2}


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_collapsed_pages_follow_each_other(sort: str) -> None:
    whole = [hit.record.id for hit in service.search(Request("", sort=sort, collapse="family")).hits]
    pages, cursor = [], ""
    while True:
        answer = service.search(Request("", sort=sort, size=2, cursor=cursor, collapse="family"))
        pages += [hit.record.id for hit in answer.hits]
        if not (cursor := answer.next):
            break
    assert pages == whole
    assert len(whole) == 4


@pytest.mark.usefixtures("records")
def test_filters_and_records_choose_the_member_that_is_shown() -> None:
    answer = service.search(Request("dryer", {"office": ("TH", "VN")}, "newest", collapse="family"))
    [hit] = [hit for hit in answer.hits if hit.family]
    assert {hit.record.id, *hit.family} == {"TH-P-1", "VN-P-1"}
    plain = service.search(Request("dryer"))
    assert (plain.families, [hit.family for hit in plain.hits]) == (None, [()] * 7)


@pytest.mark.usefixtures("records")
def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(QueryError, match="gathered by family"):
        service.search(Request("", collapse="colour"))
    cursor = service.search(Request("", size=1)).next
    with pytest.raises(QueryError, match="another query"):
        service.search(Request("", size=1, cursor=cursor, collapse="family"))
    assert service.search(Request("zzz", collapse="family")).families == 0


@pytest.mark.usefixtures("records")
def test_the_members_held_are_told_of_each() -> None:
    members = ["BR-P-7", "ID-P-1", "PH-P-1", "TH-P-1", "VN-P-1"]
    for record_id in members:
        found = service.relatives(Record.objects.get(id=record_id))
        assert sorted([*found, record_id]) == members
    assert service.relatives(Record.objects.get(id="VN-P-2")) == ()
