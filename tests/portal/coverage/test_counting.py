import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.coverage.counting import recount
from portal.coverage.elements import mask
from portal.coverage.models import Cell, Counted, PendingOffice, RecordCell
from tests.factories.rows import authority, office, record

pytestmark = pytest.mark.django_db


def counted(code="TH"):
    recount(code)
    return {
        (cell.right, cell.kind, cell.year): (cell.listed, cell.expected, cell.held, cell.held_listed)
        for cell in Cell.objects.filter(office=code)
    }


def test_the_rate_is_held_by_what_the_office_lists():
    th = office()
    authority(th, [("1", "A", 2019, ""), ("2", "A", 2019, ""), ("3", "A", 2019, "N"), ("4", "A", 2019, "M")])
    record(th, "9", documents=[("1", "A", 2019), ("7", "A", 2019)])
    assert counted() == {("patent", "A", 2019): (4, 3, 2, 1)}


def test_the_profile_says_which_exceptions_never_were_documents():
    th = office(profile={"not_documents": "M"})
    authority(th, [("3", "A", 2019, "N"), ("4", "A", 2019, "M")])
    assert counted() == {("patent", "A", 2019): (2, 1, 0, 0)}


def test_without_a_list_the_denominator_is_unknown():
    record(office(), "9", documents=[("1", "A", 2019)])
    assert counted() == {("patent", "A", 2019): (None, None, 1, 0)}


def test_the_denominator_is_unknown_where_the_list_does_not_reach():
    th = office()
    authority(th, [("1", "A", 2017, ""), ("2", "A", 2019, "")])
    documents = [("5", "A", year) for year in (2016, 2020)] + [("6", "B", 2018), ("7", "B", None)]
    for number, kind, year in documents:
        record(th, f"{number}{year}", documents=[(f"{number}{year}", kind, year)])
    record(th, "8", right="design", documents=[("8", "S", 2018)])
    cells = counted()
    assert {place: counts[0] for place, counts in cells.items() if counts[2]} == {
        ("patent", "A", 2016): None,
        ("patent", "A", 2020): None,
        ("patent", "B", 2018): 0,
        ("patent", "B", None): 0,
        ("design", "S", 2018): None,
    }


def test_elements_are_counted_by_publication_language_and_origin():
    th = office()
    texts = [
        ("title", "th", "office", ""),
        ("title", "en", "machine", ""),
        ("claims", "th", "office", "1-A"),
        ("claims", "en", "office", "2-B"),
        ("claims", "th", "office", "2-B"),
        ("claims", "th", "office", "3-C"),
    ]
    record(
        th,
        "9",
        documents=[("1", "A", 2018), ("2", "B", 2019)],
        texts=texts,
        roles=["owner", "agent"],
        ipc=True,
    )
    recount("TH")
    texts = ("title", "title.th", "title.en.machine", "claims", "claims.th")
    every = dict.fromkeys([*texts, "applicant", "owner", "agent", "ipc"], 1)
    assert {cell.kind: cell.elements for cell in Cell.objects.all()} == {"A": every, "B": every | {"claims.en": 1}}


def test_records_without_a_publication_count_as_records_only():
    record(office(), "9", texts=[("title", "th", "office", "")])
    recount("TH")
    assert not Cell.objects.exists()
    found = RecordCell.objects.get()
    assert (found.right, found.year, found.kinds, found.elements) == (
        "patent",
        None,
        "",
        mask(["title", "title.original"]),
    )


def test_counting_replaces_cells_clears_its_notes_and_says_when():
    th = office()
    record(th, "9", documents=[("1", "A", 2018)])
    record(office("VN"), "9", documents=[("1", "A", 2018)])
    PendingOffice.objects.create(office=th)
    for _ in range(2):
        recount("TH")
        recount("VN")
    assert Cell.objects.count() == RecordCell.objects.count() == Counted.objects.count() == 2
    assert not PendingOffice.objects.exists()


def test_a_change_during_the_count_stays_noted(monkeypatch):
    th = office()
    record(th, "9", documents=[("1", "A", 2018)])
    meanwhile(monkeypatch, lambda: PendingOffice.objects.create(office=th))
    recount("TH")
    assert Cell.objects.count() == 1
    assert PendingOffice.objects.count() == 1


def test_a_count_that_was_overtaken_is_thrown_away(monkeypatch):
    th = office()

    def overtake():
        monkeypatch.undo()
        record(th, "9", documents=[("1", "A", 2018)])
        recount("TH")

    meanwhile(monkeypatch, overtake)
    recount("TH")
    assert Cell.objects.get().held == 1


def meanwhile(monkeypatch, happens):
    """Let something happen while documents are counted."""
    from portal.coverage import counting

    real = counting.document_cells

    def slow(*given):
        cells = real(*given)
        happens()
        return cells

    monkeypatch.setattr(counting, "document_cells", slow)


def test_the_number_of_statements_does_not_grow_with_the_records():
    th = office()

    def statements():
        with CaptureQueriesContext(connection) as captured:
            recount("TH")
        return len(captured)

    record(th, "1", documents=[("1", "A", 2018)], texts=[("title", "th", "office", "")])
    recount("TH")
    few = statements()
    for number in range(2, 30):
        record(th, str(number), documents=[(str(number), "A", 2018)], texts=[("title", "th", "office", "")])
    assert statements() == few <= 30


def test_an_unknown_office_is_named():
    with pytest.raises(Exception, match="Office matching query"):
        recount("ZZ")
