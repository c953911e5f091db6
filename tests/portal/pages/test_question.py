"""What an address asks is read, limited, and written back the same."""

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.question import MOST_PAGES, MOST_UNKNOWN, MOST_VALUES, Question, read
from search.answer import FILTERS, SORTS

VALUES = {
    **dict.fromkeys(FILTERS, st.nothing()),
    "office": st.sampled_from(("TH", "VN", "BR", "EP")),
    "right": st.sampled_from(("patent", "utility_model", "design")),
    "kind": st.sampled_from(("A", "B1", "U")),
    "language": st.sampled_from(("th", "pt", "en")),
    "status": st.sampled_from(("in_force", "pending")),
    "ipc": st.sampled_from(("A61K", "C01B")),
    "has": st.sampled_from(("claims", "claims.th", "title.en")),
    "year": st.integers(1850, 2099).map(str),
}
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12)
years = st.none() | st.integers(1850, 2200)
questions = st.builds(
    Question,
    q=words,
    filters=st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)
            for name, values in (VALUES | {"applicant": words}).items()
        },
    ),
    first=years,
    last=years,
    sort=st.sampled_from(SORTS),
    cursor=st.text("abcXYZ019:_-", max_size=20),
    page=st.integers(1, 99),
)


def asked(address: str) -> Question:
    return read(QueryDict(address.partition("?")[2]))


@given(questions)
def test_an_address_asks_what_it_was_made_of(question):
    assert asked(question.address()) == question


@given(questions)
def test_another_question_begins_at_its_first_page(question):
    other = question.but(sort="newest")
    assert (other.cursor, other.page) == ("", 1)
    assert all(name in {"from", "to", "sort", *FILTERS} for name, _ in question.kept())


@given(questions, st.text("abc", min_size=1, max_size=5))
def test_the_page_before_the_next_is_this_one(question, cursor):
    following = question.next(cursor)
    assert following.cursor == cursor
    before = following.previous()
    assert before is not None
    assert before == question.but(page=question.page)


def test_the_first_page_has_none_before():
    assert Question(q="a").previous() is None
    assert Question(page=MOST_PAGES + 2).previous() is None
    assert Question(page=2).previous() == Question()


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2019, 2021, ("2019", "2020", "2021")),
        (2021, 2019, ("2019", "2020", "2021")),
        (2020, 2020, ("2020",)),
        (None, None, ()),
    ],
)
def test_years_are_asked_one_by_one(first, last, years):
    assert Question(first=first, last=last).years() == years
    assert Question(first=first, last=last).request().filters.get("year", ()) == years


def test_an_open_end_reaches_to_the_first_year_or_this_one():
    assert Question(last=1851).years() == ("1850", "1851")
    assert Question(first=2020).years()[0] == "2020"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("year=2019&year=abc", "not a year"),
        ("&".join(f"office=A{n}" for n in range(MOST_VALUES + 1)), "Too many filters"),
        ("office=" + "A" * 300, "too long"),
        ("sort=foo", "“foo” is not known for sort=: orders are relevance, newest"),
        ("collapse=foo", "“foo” is not known for collapse=: results are gathered by family"),
        ("right=foo", "“foo” is not known for right=: rights are patent, utility_model"),
        ("right=patent&right=foo", "“foo” is not known for right="),
        ("status=dead end", "status is pending, in_force"),
        ("office=ZZ", "WIPO ST.3 code, as VN"),
        ("language=zz", "ISO 639-1 code, as th"),
        ("kind=granted", "a letter with or without a digit"),
        ("has=drawing", "elements are title, title.en"),
        ("ipc=nothing", "a class is written as A61K"),
        ("cursor=" + "x" * 3000, "malformed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(address, said):
    with pytest.raises(BadRequest, match=said):
        read(QueryDict(address))


@pytest.mark.parametrize("typed", ["banana", "12", "99999", "٢٠٢٠", "1849", "-2019", "2019-05"])
def test_a_year_that_cannot_be_read_narrows_nothing_and_its_field_says_so(typed):
    question = asked(f"?from={typed}&to=2020&office=TH")
    assert (question.first, question.last, question.filters) == (None, 2020, {"office": ("TH",)})
    said = f"“{typed}” is not a year of publication: write four digits, as 2019."
    assert question.ends() == [("from", typed, said), ("to", "2020", "")]
    assert "from" not in dict(question.parameters())


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "9" * 30, "²"])
def test_an_odd_page_number_is_only_a_number(page):
    assert asked(f"?page={page}").page == 1


def test_unknown_parameters_and_empty_filters_change_nothing_and_are_told():
    question = asked("?q=a&office=&colour=red&lang=th&utm_source=mail&fbclid=1")
    assert question == Question(q="a")
    assert question.unknown == ("colour", "lang")
    assert len(asked("?" + "&".join(f"a{n}=1" for n in range(40))).unknown) == MOST_UNKNOWN
    assert asked("?office=TH&office=TH").filters == {"office": ("TH",)}


def test_the_api_address_asks_the_same():
    question = Question(q="ti=a", filters={"office": ("TH", "VN")}, first=2020, last=2021, sort="newest")
    asked_there = QueryDict(question.api("json").partition("?")[2])
    assert asked_there.getlist("office") == ["TH", "VN"]
    assert asked_there.getlist("year") == ["2020", "2021"]
    assert (asked_there["q"], asked_there["sort"]) == ("ti=a", "newest")


def test_a_filter_is_taken_off_alone():
    question = Question(filters={"office": ("TH", "VN")}, cursor="c", page=3)
    assert question.without("office", "TH") == Question(filters={"office": ("VN",)})
