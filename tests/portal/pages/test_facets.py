"""Filters in words, years as bars, chips that undo."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.facets import BARS, HAS, SHOWN, bars, chips, groups
from portal.pages.question import Question
from search.answer import FacetValue


def values(*pairs):
    return tuple(FacetValue(value, count, selected=False) for value, count in pairs)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("office", "TH", "Thailand"),
        ("right", "utility_model", "Utility model"),
        ("kind", "B1", "B1"),
        ("language", "my", "Burmese"),
        ("status", "in_force", "In force"),
        ("has", "claims.en", "Claims in English"),
        ("ipc", "C01B", "C01B"),
        ("applicant", "Silarroz Ltda.", "Silarroz Ltda."),
        ("right", "patentes", "patentes"),
    ],
)
def test_values_in_words(name, value, words):
    (group,) = groups({name: values((value, 3))}, Question())
    if name != "has" or value in HAS:
        assert [(choice.words, choice.count) for choice in group.shown] == [(words, 3)]


@pytest.mark.parametrize(
    ("offices", "ticked", "words"),
    [
        (("TH", "VN"), (), "A, Patent application"),
        (("TH", "EG"), (), "A"),
        (("TH", "EG"), ("EG",), "A, Granted patent"),
    ],
)
def test_a_kind_is_explained_where_the_offices_mean_the_same(offices, ticked, words):
    found = {"office": values(*((office, 1) for office in offices)), "kind": values(("A", 2))}
    kind = groups(found, Question(filters={"office": ticked} if ticked else {}))[-1]
    assert kind.shown[0].words == words


def test_the_rest_is_behind_more_but_ticked_values_are_not():
    many = values(*((f"C{n:02}B", 100 - n) for n in range(20)))
    (group,) = groups({"ipc": many}, Question(filters={"ipc": ("C19B",)}))
    assert [choice.value for choice in group.shown] == [f"C{n:02}B" for n in range(SHOWN)] + ["C19B"]
    assert len(group.shown) + len(group.more) == 20
    assert group.shown[-1].selected


def test_a_ticked_value_that_finds_nothing_can_still_be_unticked():
    (group,) = groups({"office": ()}, Question(filters={"office": ("VN",)}))
    assert [(choice.words, choice.count, choice.selected) for choice in group.shown] == [("Viet Nam", 0, True)]


def test_only_elements_worth_choosing_are_offered_in_their_order():
    (group,) = groups({"has": values(("abstract", 9), ("claims.th.x", 9), ("claims", 2))}, Question())
    assert [choice.value for choice in group.shown] == ["claims", "abstract"]


def test_filters_without_values_are_left_out():
    assert groups({"office": (), "right": values(("patent", 1))}, Question())[0].name == "right"
    assert groups({}, Question()) == ()


def test_bars_of_chosen_years_stand_out_among_all_years():
    years = (
        FacetValue("2019", 4, selected=False),
        FacetValue("2020", 2, selected=True),
        FacetValue("2021", 0, selected=True),
    )
    assert [(bar.year, bar.count, bar.chosen) for bar in bars(years, Question(first=2020, last=2021))] == [
        ("2019", 4, False),
        ("2020", 2, True),
    ]


@given(st.dictionaries(st.integers(1900, 2030), st.integers(0, 10**6), max_size=130))
def test_bars_stay_inside_the_picture_and_in_order(counts):
    found = bars(values(*((str(year), count) for year, count in counts.items())), Question(q="a"))
    assert [int(bar.year) for bar in found] == sorted(year for year, count in counts.items() if count)
    for bar in found:
        x, y, width, height = map(float, re.findall(r'="([\d.]+)"', bar.box))
        assert 0 <= x <= x + width <= BARS + 0.2
        assert 0 < height <= 50
        assert y + height == pytest.approx(54, abs=0.11)


def test_a_bar_leads_to_its_year():
    (bar,) = bars(values(("2020", 4)), Question(q="a", cursor="c", page=2))
    assert bar.address == "/search?q=a&from=2020&to=2020"


def test_chips_say_what_is_filtered_and_undo_it():
    question = Question(q="a", filters={"office": ("TH",), "status": ("ended",)}, first=2012, last=2020, page=4)
    assert [chip.words for chip in chips(Question(filters={"kind": ("B1",)}))] == ["Kind B1"]
    assert [(chip.words, chip.address) for chip in chips(question)] == [
        ("First published 2012 to 2020", "/search?q=a&office=TH&status=ended"),
        ("Thailand", "/search?q=a&from=2012&to=2020&status=ended"),
        ("Ended", "/search?q=a&from=2012&to=2020&office=TH"),
    ]
    assert [chip.words for chip in chips(Question(first=2020, last=2020))] == ["First published 2020"]
    assert chips(Question(q="a")) == ()
