"""Rates as squares and leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.coverage.figures import Figure
from portal.pages.heat import FEWEST_YEARS, LEGEND, MOST_YEARS, Square, span, square, strip, style
from portal.pages.wording import percent


def figure(expected=10, held=5, held_listed=None, mentioned=0, **elements):
    listed = held if held_listed is None else held_listed
    return Figure(expected, expected, held, listed, elements, complete=True, mentioned=mentioned)


@pytest.mark.parametrize(
    ("found", "element", "law", "expected"),
    [
        (None, "claims", False, ("cu", "?", "nothing held, number published unknown")),
        (None, "", False, ("cu", "?", "nothing held, number published unknown")),
        (figure(0, 0), "", False, ("c-none", "·", "nothing published")),
        (figure(claims=4), "claims", False, ("c1", "40", "4 of 10")),
        (figure(claims=4), "", False, ("c2", "50", "5 of 10")),
        (figure(), "claims", False, ("c0", "0", "0 of 10")),
        (figure(claims=4), "claims", True, ("cl", "§", "not published by law; 4 held")),
        (figure(None, 7, 0, claims=3), "claims", False, ("cx", "3", "3 held, number published unknown")),
        (figure(None, 1234, 0), "", False, ("cx", "1,234", "1,234 held, number published unknown")),
        (
            figure(None, 0, 0, mentioned=1200),
            "",
            False,
            ("cu", "?", "nothing held, number published unknown; 1,200 more known only by number or date"),
        ),
        (figure(None, 7, 0), "claims", False, ("cu", "0", "7 held without it, number published unknown")),
        (figure(4, 0, 0, mentioned=3), "", False, ("c0", "0", "0 of 4")),
        (figure(10, 12, 10, claims=6), "claims", False, ("c2", "50", "6 of 12")),
        (figure(10, 12, 10), "", False, ("c5", "100", "10 of 10")),
    ],
)
def test_a_square_says_what_is_held(found, element, law, expected):
    made = square(found, element, law=law)
    assert (made.style, made.words, made.title) == expected


def test_nothing_was_published_where_the_list_would_name_it():
    assert square(None, "claims", law=False, listed=True).title == "nothing published"


@given(st.floats(0, 1))
def test_every_rate_has_a_colour_of_the_legend_that_rises_with_it(rate):
    names = [name for name, _, _ in LEGEND]
    assert style(rate) in names[:6]
    assert style(min(rate + 0.3, 1)) >= style(rate)


@pytest.mark.parametrize(
    ("words", "colour"), [("9", "c0"), ("34", "c1"), ("61", "c2"), ("82", "c3"), ("95", "c4"), ("100", "c5")]
)
def test_the_legend_shows_true_examples(words, colour):
    assert (colour, words) in [(name, example) for name, example, _ in LEGEND]
    assert style(int(words) / 100) == colour


@pytest.mark.parametrize(
    ("rate", "digits", "words"),
    [
        (1.0, 0, "100"),
        (0.9999, 0, "99"),
        (0.995, 1, "99.5"),
        (0.29, 0, "29"),
        (2 / 3, 1, "66.6"),
        (0, 1, "0.0"),
        (1.2, 0, "100"),
    ],
)
def test_percentages_are_rounded_down(rate, digits, words):
    assert percent(rate, digits) == words


@given(st.lists(st.none() | st.integers(1850, 2100), max_size=30))
def test_the_years_shown_end_with_the_last_and_are_neither_few_nor_many(years):
    shown = span(years)
    if not any(years):
        assert shown == []
    else:
        assert shown[-1] == max(year for year in years if year)
        assert FEWEST_YEARS <= len(shown) <= MOST_YEARS
        assert shown == list(range(shown[0], shown[-1] + 1))


@given(st.lists(st.sampled_from(["c0", "c3", "cx", "cu", "cl", "c-none"]), max_size=18))
def test_a_strip_covers_the_years_that_have_something(styles):
    leaves = strip([Square(name, "", "") for name in styles])
    unit = 100 / max(len(styles), 1)
    drawn = ["c-none"] * len(styles)
    for leaf in leaves:
        start, width = (round(float(text.rstrip("%")) / unit) for text in (leaf.x, leaf.width))
        drawn[start : start + width] = [leaf.style] * width
    assert drawn == styles
