from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from search.answer import SORTS
from search.documents import analysed, documents, order_keys, sort_keys
from search.engines.schema import KEYWORDS, ORDERS, TEXTS
from search.highlight import Marker
from search.query.parser import parse
from search.resolve import keys, resolve
from search.rows import hits
from search.why import Why
from tests.search.filing import file_record

TITLE = {
    ("title", "th"): ["เครื่องอบข้าวเปลือก"],
    ("title", "en", "machine"): ["Paddy dryer", "Paddy dryer"],  # as it comes with an A and with a B publication
    ("claims", "th"): ["เครื่องอบ", "ข้าวเปลือก"],
    ("claims", "en"): ["A dryer.", "The dryer of claim 1."],
}


@pytest.mark.django_db
def test_a_record_becomes_a_document() -> None:
    file_record(
        "TH-P-1201500123",
        TITLE,
        applicants=("บริษัท  ข้าว", "Acme Ltd"),
        inventors=("Nguyễn Văn A",),
        ipc=("F26B 3/28", "C01B 33/00"),
        agents=("Souza Advogados",),
        related=(
            ("priority", "US", "61234567", dt.date(2018, 2, 1)),
            ("pct_publication", "WO", "2019123456"),
            ("divided_from", "TH", "7"),
        ),
        filing_date=dt.date(2019, 1, 31),
        status="in_force",
    )
    [found] = documents(["TH-P-1201500123", "TH-P-0"])
    assert found.id == "TH-P-1201500123"
    assert found.texts == {
        "title": "เครื่อง อบ ข้าว เปลือก",
        "title_en": "paddy dryer",
        "claims": "เครื่อง อบ ¶ ข้าว เปลือก",
        "claims_en": "a dryer ¶ the dryer of claim 1",
        "applicant": "บริษัท ข้าว ¶ acme ltd",
        "inventor": "nguyen van a",
        "agent": "souza advogados",
        "title_syllables": "เค รื่ อ ง อ บ ข้า ว เป ลื อ ก",
        "claims_syllables": "เค รื่ อ ง อ บ ¶ ข้า ว เป ลื อ ก",
        "applicant_syllables": "บ ริ ษั ท ¶ ข้า ว",
    }
    assert found.keywords == {
        "office": ("TH",),
        "right": ("patent",),
        "kind": ("A1",),
        "language": ("en", "th"),
        "status": ("in_force",),
        "year": ("2020",),
        "application_number": ("1201500123", "TH1201500123"),
        "publication_number": ("91201500123", "TH91201500123"),
        "cited_publication_number": ("2019123456", "WO2019123456"),
        "related_number": ("7", "TH7"),
        "priority_number": ("61234567", "US61234567"),
        "applicant_name": ("Acme Ltd", "บริษัท ข้าว"),
        "family": ("6ab7bd32d98046cf",),
        "ipc": ("C", "C01", "C01B", "C01B33", "C01B33/00", "F", "F26", "F26B", "F26B3", "F26B3/28"),
        "ipc_subclass": ("C01B", "F26B"),
        "cpc": (),
        "has": (
            "agent",
            "applicant",
            "claims",
            "claims.en",
            "claims.original",
            "claims.th",
            "filing_date",
            "inventor",
            "ipc",
            "priority_date",
            "title",
            "title.en",
            "title.en.machine",
            "title.original",
            "title.th",
        ),
    }
    assert found.dates == {"published": (20200512,), "filed": (20190131,), "priority_date": (20180201,)}
    assert set(found.texts) <= set(TEXTS)
    assert set(found.keywords) == set(KEYWORDS)


@pytest.mark.django_db
def test_a_pct_priority_is_found_whichever_office_was_named_beside_it() -> None:
    file_record("VN-P-1", {}, related=(("priority", "CN", "PCTCN2019114253"), ("priority", "IN", "PCT200100123MUM")))
    [found] = documents(["VN-P-1"])
    for typed in (
        "WO2019CN114253",
        "PCT/CN2019/114253",
        "CN PCT/CN2019/114253",
        "PCT/2019/114253",
        "IN/PCT/2001/00123/MUM",
    ):
        assert {*keys("priority_number", (typed,))} & {*found.keywords["priority_number"]}, typed
    assert not {*keys("priority_number", ("WO2019GB114253",))} & {*found.keywords["priority_number"]}


@pytest.mark.django_db
def test_a_bare_record_is_a_document_too() -> None:
    file_record("BR-U-1", published=None, kind="")
    [found] = documents(["BR-U-1"])
    assert found.texts == {}
    assert found.dates == {}
    assert found.keywords["year"] == ()
    assert found.keywords["right"] == ("utility_model",)


@pytest.mark.django_db
def test_many_records_are_read_in_a_handful_of_queries() -> None:
    ids = [file_record(f"BR-P-{n}", {("title", "pt"): ["Secador"]}).id for n in range(20)]
    with CaptureQueriesContext(connection) as queries:
        found = [document.id for document in documents(ids)]
    assert found == sorted(ids)
    assert len(queries) == 6


def test_no_phrase_reaches_from_one_passage_into_the_next() -> None:
    assert analysed(["rice", "", "Husk ash"]) == "rice ¶  ¶ husk ash"


def test_a_record_is_sorted_by_publication_and_by_filing() -> None:
    published, filed = dt.date(2020, 5, 12), dt.date(2018, 1, 2)
    assert order_keys("BR-P-1", published, filed) == {
        "newest": sort_keys("BR-P-1", published)[0],
        "oldest": sort_keys("BR-P-1", published)[1],
        "filed_newest": sort_keys("BR-P-1", filed)[0],
        "filed_oldest": sort_keys("BR-P-1", filed)[1],
    }
    assert set(SORTS) == {"relevance", *ORDERS}


days = st.none() | st.dates(dt.date(1790, 1, 1), dt.date(2200, 1, 1))


@given(st.lists(st.tuples(st.text(max_size=10), days), unique_by=lambda row: row[0], max_size=20))
def test_sort_keys_are_unique_positive_and_in_order(rows: list[tuple[str, dt.date | None]]) -> None:
    keyed = [(*sort_keys(*row), row[1]) for row in rows]
    assert all(0 <= key < 2**63 for newest, oldest, _ in keyed for key in (newest, oldest))
    assert len({newest for newest, _, _ in keyed}) == len(rows)
    first, last = dt.date(1800, 1, 2), dt.date(2158, 11, 9)
    clamped = lambda day: min(max(day, first), last)  # noqa: E731
    by_newest = [day for *_, day in sorted(keyed, key=lambda row: -row[0])]
    by_oldest = [day for *_, day in sorted(keyed, key=lambda row: row[1])]
    dated = [clamped(day) for day in by_newest if day]
    assert dated == sorted(dated, reverse=True)
    assert [clamped(day) for day in by_oldest if day] == sorted(dated)
    for ordered in (by_newest, by_oldest):
        assert None not in ordered[: len(dated)], "records without a date come last"


OFFICIAL_LATER = {
    ("title", "pt"): ["Forno"],
    ("title", "en", "machine"): ["Oven"],
    ("title", "en"): ["Kiln"],
    ("claims", "pt"): ["Forno a lenha."],
    ("claims", "en", "machine"): ["Wood oven."],
}


@pytest.mark.django_db
def test_official_english_is_indexed_instead_of_a_machines_part_by_part() -> None:
    record = file_record("BR-P-1", OFFICIAL_LATER)
    [found] = documents(["BR-P-1"])
    assert (found.texts["title_en"], found.texts["claims_en"]) == ("kiln", "wood oven")
    assert "title.en.machine" not in found.keywords["has"]
    assert {"title.en", "claims.en", "claims.en.machine"} <= set(found.keywords["has"])
    assert record.texts.filter(origin="machine").count() == 2  # the store keeps both


@pytest.mark.django_db
def test_what_is_not_indexed_is_not_marked_either() -> None:
    node = parse("ti=(oven OR kiln) OR claims=oven").node
    [hit] = hits([file_record("BR-P-1", OFFICIAL_LATER).id], Marker(resolve(node)), Why(node), {})
    assert {(one.field, one.origin) for one in hit.matched} == {("title", "office"), ("claims", "machine")}
    assert {(one.field, one.origin) for reason in hit.why for one in reason.places} == {
        ("title", "office"),
        ("claims", "machine"),
    }
