import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.coverage.counting import recount
from portal.coverage.figures import chosen, office_cells, overview, total
from portal.coverage.models import Cell
from portal.records.models import Office
from tests.factories.rows import authority, office, record


def cell(expected=None, held=0, held_listed=0, **elements):
    return Cell(listed=expected, expected=expected, held=held, held_listed=held_listed, elements=elements)


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        ([], (None, 0, None, None, True)),
        ([cell(4, 3, 3)], (4, 3, 0.75, 1, True)),
        ([cell(4, 3, 2), cell(6, 6, 6)], (10, 9, 0.8, 2, True)),
        ([cell(None, 7)], (None, 7, None, None, False)),
        ([cell(None, 7), cell(4, 1, 1)], (4, 8, 0.25, 3, False)),
        ([cell(0, 2)], (0, 2, None, 0, True)),
    ],
)
def test_sums_and_rates(cells, figures):
    found = total(cells)
    assert (found.expected, found.held, found.rate, found.missing, found.complete) == figures


def test_the_share_of_an_element_is_of_all_documents_known():
    figure = total([cell(10, 6, 5, claims=3, title=6), cell(None, 4, claims=2)])
    assert figure.elements == {"claims": 5, "title": 6}
    assert figure.share("claims") == 5 / 15
    assert figure.share("abstract") == 0
    assert total([]).share("claims") is None


counts = st.integers(0, 50)
cells = st.builds(
    lambda a, b, c, known: cell(a + b if known else None, a + c, a if known else 0, claims=a),
    counts,
    counts,
    counts,
    st.booleans(),
)


@given(st.lists(cells))
def test_no_rate_or_share_is_above_one(found):
    figure = total(found)
    assert figure.rate is None or 0 <= figure.rate <= 1
    assert figure.share("claims") is None or 0 <= figure.share("claims") <= 1


@pytest.fixture
def two_offices(db):
    th, vn = office("TH", country="Thailand", unpublished={"patent": ["claims"]}), office("VN", country="Viet Nam")
    authority(th, [("1", "A", 2018, ""), ("2", "A", 2019, ""), ("3", "B", 2019, "")])
    record(th, "9", year=2018, documents=[("1", "A", 2018)])
    record(vn, "9", year=2019, documents=[("1", "A", 2019), ("2", "A", None)], right="utility_model")
    recount("TH")
    recount("VN")


def test_the_overview_has_a_figure_for_each_office_and_year(two_offices):
    rows = overview()
    assert [row.office.code for row in rows] == ["TH", "VN"]
    assert [list(row.years) for row in rows] == [[2018, 2019], [None, 2019]]
    assert rows[0].years[2019].missing == 2
    assert (rows[0].total.rate, rows[1].total.expected) == (1 / 3, None)
    assert [row.office.code for row in overview(rights=["utility_model"])] == ["VN"]
    assert overview(kinds=["B"])[0].total.expected == 1


def test_the_silence_of_a_list_counts_between_its_years_and_for_its_rights_only(two_offices):
    th, vn = overview()
    assert [th.listed(year) for year in (2017, 2018, 2019, 2020)] == [False, True, True, False]
    assert not vn.listed(2019)
    assert overview(kinds=["B"])[0].listed(2018)
    record(Office.objects.get(pk="TH"), "7", year=2018, documents=[("7", "U", 2018)], right="utility_model")
    recount("TH")
    assert not overview()[0].listed(2018)


def test_what_the_law_does_not_publish_is_known(two_offices):
    th = overview()[0]
    assert th.by_law("patent", "claims")
    assert th.by_law("patent", "claims.en")
    assert not th.by_law("patent", "title")
    assert not th.by_law("design", "claims")


def test_cells_are_chosen_by_office_right_kind_and_year(two_offices):
    assert chosen().count() == 5
    assert [c.kind for c in office_cells("TH", years=[2019])] == ["A", "B"]
    assert [c.year for c in chosen(rights=["utility_model"], years=[2019])] == [2019]
    assert not chosen(["TH"], kinds=["U"]).exists()
