"""Queries as rows, dates and choices, and back: nothing is lost on the way, and what would be is not shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.fields import FIELDS
from search.query.canonical import canonical
from search.query.form import DATES, JOINS, LISTS, WAYS, Form, NotShown, Row, form, mistakes, text
from search.query.limits import MAX_LENGTH
from search.query.parser import parse
from search.query.tree import And, Everything
from tests.search.query.test_properties import trees


def parts(node):
    """Return the parts a tree joins by AND, whatever their order; beside others `*` is none."""
    if isinstance(node, And):
        return sorted(part for inner in node.nodes for part in parts(inner))
    return [] if isinstance(node, Everything) else [canonical(node)]


SHOWN = {
    "": Form(),
    "rice husk": Form((Row("and", "text", "all", "rice husk"),)),
    "ti any (rice husk)": Form((Row("and", "title", "any", "rice husk"),)),
    'ti="rice husk"': Form((Row("and", "title", "exact", "rice husk"),)),
    "ti=(a NEAR3 b*)": Form((Row("and", "title", "written", "a NEAR3 b*"),)),
    "a b OR c": Form((Row("and", "text", "written", "(a AND b) OR c"),)),
    "ti=(a NOT b)": Form((Row("and", "title", "all", "a"), Row("not", "title", "all", "b"))),
    "ti=silica~ pa=nguy*": Form((Row("and", "title", "all", "silica~1"), Row("and", "applicant", "all", "nguy*"))),
    "ti=a OR ab=b": Form((Row("and", "title", "all", "a"), Row("or", "abstract", "all", "b"))),
    "NOT (ti=a OR ab=b)": Form((Row("not", "title", "all", "a"), Row("or", "abstract", "all", "b"))),
    "ipc=(A61K31/00 OR C07D)": Form((Row("and", "ipc", "any", "A61K 31/00, C07D"),)),
    "ipc==A61K31/00": Form((Row("and", "ipc", "exact", "A61K 31/00"),)),
    "cpc==A61K31/00 OR cpc==C07D1/00": Form((Row("and", "cpc", "exact", "A61K 31/00, C07D 1/00"),)),
    "kd==B": Form((Row("and", "kind", "exact", "B"),)),
    "kd==A OR kd==B": Form((Row("and", "kind", "exact", "A, B"),)),
    "year=2018..2020": Form((Row("and", "year", "all", "2018..2020"),)),
    "EP1234567\nUS7654321": Form((Row("and", "number", "any", "EP1234567, US7654321"),)),
    "pd=2015..2016-06 ad>=2014 prd<2013": Form(
        (), {"published": ("2015-01", "2016-06"), "filed": ("2014", ""), "priority_date": ("", "2012")}
    ),
    "pd=2015 AND pd=2016": Form((Row("and", "published", "all", "2016"),), {"published": ("2015", "2015")}),
    "pd=2015 OR ad=2014": Form((Row("and", "published", "all", "2015"), Row("or", "filed", "all", "2014"))),
    "cc=(VN OR TH) rt=patent ls=ended": Form(
        (), {}, {"office": ("VN", "TH"), "right": ("patent",), "status": ("ended",)}
    ),
    "has=claims AND has=title.en": Form((), {}, {"has": ("claims", "title.en")}),
    "* NOT ti=rice": Form((Row("not", "title", "all", "rice"),)),
    "NOT cc=VN": Form((Row("not", "office", "all", "VN"),)),
    "kd=B lang=th year=2015": Form((Row("and", "year", "all", "2015"),), {}, {"kind": ("B",), "language": ("th",)}),
}


@pytest.mark.parametrize(("query", "shown"), SHOWN.items())
def test_the_form_of_a_query(query, shown):
    node = parse(query).node
    assert form(node) == shown
    assert mistakes(shown) == {}
    assert parts(parse(text(shown)).node) == parts(node)


TYPED = {
    ("published", "all", "2020 2021"): "pd=2020 AND pd=2021",
    ("published", "any", "2020-05, 2021"): "pd=2020-05 OR pd=2021",
    ("published", "all", "2020 TO 2021"): "pd=2020..2021",
    ("published", "all", "15 Jan 2019"): "pd=2019-01-15",
    ("published", "written", ">=2015 AND <=2017"): "pd=2015..2017",
    ("year", "all", "2018-2020"): "year=2018..2020",
    ("year", "any", "2018 2020"): "year=(2018 OR 2020)",
    ("year", "exact", "2018 TO 2020"): "year=2018..2020",
    ("kind", "exact", "B"): "kd==B",
    ("kind", "exact", "B1"): "kd=B1",
    ("kind", "all", "A B1"): "kd=(A AND B1)",
    ("kind", "any", "A B1"): "kd=(A OR B1)",
    ("has", "all", "title claims"): "has=(title AND claims)",
    ("office", "all", "VN TH"): "cc=(VN OR TH)",  # a record has one
}


@pytest.mark.parametrize(("row", "query"), TYPED.items())
def test_a_row_asks_for_what_is_typed_into_it(row, query):
    typed = Form((Row("and", *row),))
    assert mistakes(typed) == {}
    assert text(typed) == query


@pytest.mark.parametrize("value", ["2020 silica", "2020 ti=x", "2020) OR (ti=x", "soon"])
def test_nothing_typed_for_a_date_leaks_into_another_field(value):
    assert mistakes(Form((Row("and", "published", "all", value),)))["0"]


NOT_SHOWN = {
    "(ti=a AND ab=b) OR pa=c": "groups different fields",
    "ti=a OR *": "in a way that rows cannot",
    "NOT NOT (ti=a OR ab=b)": "in a way that rows cannot",
    " OR ".join(f"ti=w{n} OR ab=w{n}" for n in range(11)): "at most 20 rows",
    "ti=(" + " OR ".join(f"someword{n} AND x" for n in range(40)) + ")": "of 500 characters",
}


@pytest.mark.parametrize(("query", "said"), NOT_SHOWN.items())
def test_a_query_that_is_no_form_is_not_shown(query, said):
    with pytest.raises(NotShown, match=said) as caught:
        form(parse(query).node)
    assert str(caught.value).endswith(".")


@given(trees)
@settings(max_examples=300)
def test_whatever_tree_is_shown_is_made_again(node):
    try:
        shown = form(node)
    except NotShown:
        return
    assert mistakes(shown) == {}
    assert parts(parse(text(shown) or "*").node) == parts(node)


typed = st.text(st.sampled_from('ab*?~"()\\ :=<>[]2015-/,กé\x00'), max_size=20)
rows = st.builds(
    Row, st.sampled_from(JOINS), st.sampled_from([field.name for field in FIELDS]), st.sampled_from(WAYS), typed
)
filled = st.builds(
    Form,
    st.lists(rows, max_size=4).map(tuple),
    st.dictionaries(st.sampled_from(DATES), st.tuples(typed, typed)),
    st.dictionaries(st.sampled_from(LISTS), st.lists(typed.filter(bool), max_size=3).map(tuple)),
)


@given(filled)
@settings(max_examples=300)
def test_whatever_is_typed_has_mistakes_or_is_a_query(shown):
    wrong = mistakes(shown)
    assert set(wrong) <= {*map(str, range(len(shown.rows))), *shown.dates, *shown.lists}
    if not wrong:
        query = text(shown)
        assert len(query) > MAX_LENGTH or canonical(parse(query).node) == (query or "*")


def test_what_is_wrong_is_said_where_it_is():
    wrong = mistakes(
        Form(
            (Row("and", "title", "all", "a"), Row("or", "ipc", "all", "x")), {"filed": ("soon", "")}, {"kind": ("x1x",)}
        )
    )
    assert list(wrong) == ["1", "filed", "kind"]
    assert all(said.endswith(".") for said in wrong.values())
    assert "not a class symbol" in wrong["1"]
