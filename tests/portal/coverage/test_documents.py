import pytest

from portal.coverage.documents import _reach, _reached, document_cells
from portal.coverage.holdings import Document, Holding
from tests.factories.rows import authority, office

LISTED = [("patent", "A", 2010), ("patent", "B", 2015), ("patent", "A", None), ("design", "S", None)]


@pytest.mark.parametrize(
    ("place", "reached"),
    [
        (("patent", "A", 2010), True),
        (("patent", "U", 2012), True),
        (("patent", "A", 2009), False),
        (("patent", "A", 2016), False),
        (("patent", "A", None), True),
        (("design", "S", 2012), False),
        (("design", "S", None), True),
        (("trademark", "", 2012), False),
        (("trademark", "", None), False),
    ],
)
def test_a_list_reaches_over_its_rights_and_from_its_first_to_its_last_year(place, reached):
    assert _reached(place, _reach(LISTED)) is reached


def test_nothing_is_reached_without_a_list():
    assert not _reached(("patent", "A", 2012), _reach([]))


@pytest.mark.django_db
def test_documents_and_their_elements_add_up_over_alike_records():
    th = office()
    authority(th, [("1", "A", 2010, ""), ("2", "A", 2012, "")])
    one = Document("patent", "A", 2010, frozenset({"title", "title.th"}))
    two = Document("patent", "B", 2011, frozenset({"title"}))
    held = {
        Holding("patent", 2010, "unknown", one.elements, (one, two)): 3,
        Holding("patent", 2010, "unknown", one.elements, (one, one)): 2,
    }
    cells = {(cell.kind, cell.year): cell for cell in document_cells(th, held)}
    assert {place: (cell.expected, cell.held, cell.elements) for place, cell in cells.items()} == {
        ("A", 2010): (1, 7, {"title": 7, "title.th": 7}),
        ("A", 2012): (1, 0, {}),
        ("B", 2011): (0, 3, {"title": 3}),
    }


@pytest.mark.django_db
def test_a_publication_that_is_only_mentioned_is_counted_apart_with_no_element():
    th = office()
    authority(th, [("1", "A", 2010, "")])
    a = Document("patent", "A", 2010, frozenset({"title"}), held=False)
    b = Document("patent", "B", 2011, frozenset({"title"}))
    cells = {
        cell.kind: cell for cell in document_cells(th, {Holding("patent", 2010, "unknown", a.elements, (a, b)): 2})
    }
    found = {kind: (cell.held, cell.mentioned, cell.elements) for kind, cell in cells.items()}
    assert found == {"A": (0, 2, {}), "B": (2, 0, {"title": 2})}
