import contextlib

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from portal.api.errors import Problem
from portal.api.parameters import MOST_VALUES, ONE_YEAR, SEARCH, read


def asked(query, allowed=SEARCH):
    return read(QueryDict(query), allowed)


@pytest.mark.parametrize(
    ("query", "name", "values"),
    [
        ("office=vn", "office", ("VN",)),
        ("office=VN,th&office=VN", "office", ("VN", "TH")),
        ("office=,%20,", "office", ()),
        ("year=2019", "year", ("2019",)),
        ("year=2017..2019,2018", "year", ("2017", "2018", "2019")),
        ("applicant=A,%20B&applicant=C", "applicant", ("A, B", "C")),
        ("has=Claims.EN", "has", ("claims.en",)),
        ("has=claims.en.machine,title.original,ipc", "has", ("claims.en.machine", "title.original", "ipc")),
        ("size=100", "size", ("100",)),
        ("right=Utility_Model", "right", ("utility_model",)),
        ("q=a,b", "q", ("a,b",)),
    ],
)
def test_values_are_read(query, name, values):
    assert asked(query).all(name) == values


@pytest.mark.parametrize(
    ("query", "parameter", "said"),
    [
        ("ofice=VN", "ofice", "There is no parameter “ofice”: did you mean “office”?"),
        ("zzz=1", "zzz", "There is no parameter “zzz”: there are q, office, right"),
        ("office=VNM", "office", "“VNM” is no value of “office”: it must be a code of two letters, as VN."),
        ("right=patents", "right", "“patents” is no value of “right”: did you mean “patent”?"),
        ("right=x", "right", "there are patent, utility_model, design, trademark."),
        ("year=19", "year", "it must be a year of four digits"),
        ("year=2020..2019", "year", "“2020..2019” is no span of years from 1850 to 2200."),
        ("year=0001", "year", "no span of years"),
        ("year=1850..2100", "year", "“year” has 251 values; at most 200"),
        ("size=0", "size", "a number from 1 to 100"),
        ("size=101", "size", "a number from 1 to 100"),
        ("size=1&size=2", "size", "“size” is given 2 times; give it once."),
        ("sort=best", "sort", "relevance"),
        ("has=clams", "has", "it must be an element, as claims or claims.en."),
        ("applicant=" + "x" * 401, "applicant", "too long for “applicant”: at most 400 characters"),
        ("language=th%00", "language", "no value of “language”"),
        ("kind=" + ",".join(f"A{n}" for n in range(201)), "kind", "has 201 values"),
    ],
)
def test_a_wrong_value_is_named_with_what_it_must_be(query, parameter, said):
    with pytest.raises(Problem) as caught:
        asked(query)
    assert said in caught.value.detail
    assert (caught.value.kind, caught.value.members) == ("parameter", {"parameter": parameter})


def test_one_year_is_no_span():
    assert asked("year=2019", (ONE_YEAR,)).one("year") == "2019"
    with pytest.raises(Problem, match="a year of four digits"):
        asked("year=2018..2019", (ONE_YEAR,))


def test_a_view_without_parameters_takes_none():
    with pytest.raises(Problem, match="There is no parameter “q”: there is none here"):
        asked("q=1", ())


names = st.sampled_from([*(parameter.name for parameter in SEARCH), "other"])


@given(st.lists(st.tuples(names, st.text(max_size=30)), max_size=8))
def test_any_address_is_read_or_refused(pairs):
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    with contextlib.suppress(Problem):
        found = read(query, SEARCH)
        assert all(len(found.all(parameter.name)) <= MOST_VALUES for parameter in SEARCH)
