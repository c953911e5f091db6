import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from portal.coverage import holdings as module
from portal.coverage.elements import BIT, ELEMENTS, bits, mask, text_elements
from portal.coverage.holdings import Document, Holding, holdings, in_blanks, record_cells
from portal.records.models import Office, Record, RelatedNumber
from tests.factories.rows import office, record


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        (("claims", "th", "office"), ("claims", "claims.th")),
        (("claims", "en", "office"), ("claims", "claims.en")),
        (("title", "en", "machine"), ("title", "title.en.machine")),
    ],
)
def test_a_text_is_its_part_and_its_part_in_its_language(text, elements):
    assert text_elements(*text) == elements


@pytest.mark.parametrize(
    ("element", "names"),
    [
        ("claims", ["claims"]),
        ("claims.en", ["claims.en"]),
        ("claims.en.machine", ["claims.en"]),
        ("claims.th", ["claims.original"]),
        ("claims.th.machine", []),
        ("owner", ["owner"]),
        ("locarno", ["locarno"]),
    ],
)
def test_what_a_record_has_is_counted_by_part_english_and_original(element, names):
    assert bits(element) == mask(names)


def test_every_element_has_a_bit_of_its_own():
    assert ELEMENTS.keys() < BIT.keys()
    assert mask(BIT) == 2 ** len(BIT) - 1
    with pytest.raises(KeyError, match="drawing"):
        mask(["drawing"])


@pytest.mark.parametrize(
    ("kinds", "text"),
    [([], ""), ([""], ""), (["B1", "A1", "B1"], " A1 B1 "), (["", "A"], " A ")],
)
def test_kinds_are_kept_as_a_set_that_can_be_searched(kinds, text):
    assert in_blanks(kinds) == text


@given(st.sets(st.sampled_from(["A", "A1", "A11", "B", "B1", "1"])))
def test_a_kind_is_found_in_its_set_and_in_no_other(kinds):
    text = in_blanks(kinds)
    assert {kind for kind in ["A", "A1", "A11", "B", "B1", "1"] if f" {kind} " in text} == kinds


@pytest.mark.django_db
def test_a_record_is_read_with_its_documents():
    th = office()
    texts = [("title", "th", "office", ""), ("claims", "th", "office", "2-B"), ("abstract", "en", "machine", "7-A")]
    documents = [("1", "A", 2018), ("2", "B", None)]
    record(
        th,
        "9",
        right="design",
        year=2018,
        documents=documents,
        texts=texts,
        roles=["agent", "inventor"],
        ipc=True,
        related=["pct_application"],
    )
    own = {"title", "title.th", "inventor", "agent", "ipc"}
    assert list(holdings(th)) == [
        Holding(
            "design",
            2018,
            "unknown",
            frozenset(
                own
                | {"claims", "claims.th", "abstract", "abstract.en.machine", "latin_agent", "latin_inventor"}
                | {"publication_number", "priority_number"}
            ),
            (
                Document("design", "A", 2018, frozenset(own)),
                Document("design", "B", None, frozenset(own | {"claims", "claims.th"})),
            ),
        )
    ]


@pytest.mark.django_db
def test_records_are_read_in_batches_without_losing_or_mixing_any(monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 3)
    th, vn = office(), office("VN")
    for number in range(10):
        parts = ["title", "claims"] if number % 2 else ["title"]
        texts = [(part, "th", "office", "") for part in parts]
        record(th, str(number), documents=[(str(number), "A", 2018)], texts=texts)
        record(vn, str(number))
    with CaptureQueriesContext(connection) as captured:
        found = list(holdings(th))
    assert len(captured) == 1 + 4 * 5
    assert [len(one.elements) for one in found] == [3, 5] * 5
    assert [len(one.documents) for one in found] == [1] * 10
    assert len(list(holdings(vn))) == 10


def test_records_alike_are_counted_together():
    claims, english = frozenset({"claims", "claims.th"}), frozenset({"claims", "claims.th", "claims.en.machine"})
    granted = Document("patent", "B", 2020, english)
    held = {
        Holding("patent", 2018, "ended", claims, (Document("patent", "A", 2018, claims),)): 3,
        Holding("patent", 2018, "ended", claims | {"claims.th"}, (Document("patent", "A", 2018, frozenset()),)): 2,
        Holding("patent", 2018, "ended", english, (Document("patent", "A", 2018, english), granted)): 1,
        Holding("patent", None, "unknown", frozenset(), ()): 1,
    }
    cells = record_cells(Office(code="TH"), held)
    original, both = mask(["claims", "claims.original"]), mask(["claims", "claims.original", "claims.en"])
    assert [
        (
            cell.year,
            cell.years,
            cell.first_year,
            cell.last_year,
            cell.status,
            cell.kinds,
            cell.languages,
            cell.elements,
            cell.records,
        )
        for cell in cells
    ] == [
        (2018, " 2018 ", 2018, 2018, "ended", " A ", " th ", original, 5),
        (2018, " 2018 2020 ", 2018, 2020, "ended", " A B ", " th ", both, 1),
        (None, "", None, None, "unknown", "", "", 0, 1),
    ]


@pytest.mark.django_db
def test_dates_are_elements_where_the_office_gave_them():
    th = office()
    filed, claiming = record(th, "1"), record(th, "2")
    Record.objects.filter(pk=filed.pk).update(filing_date=dt.date(2018, 1, 1))
    for sequence, day in enumerate([None, dt.date(2017, 1, 1)]):
        RelatedNumber.objects.create(
            record=claiming,
            delivery=claiming.first_delivery,
            as_of=dt.date(2020, 1, 1),
            relation="priority",
            sequence=sequence,
            office_code="US",
            number_original=str(sequence),
            number_key=str(sequence),
            date=day,
        )
    assert [one.elements & {"filing_date", "priority_date"} for one in holdings(th)] == [
        {"filing_date"},
        {"priority_date"},
    ]
