"""The picture of a right's life: order, room for labels, and what is not known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.timeline import EDGE, LETTER, WIDTH, picture
from portal.records.models import LegalEvent, Record
from tests.portal.pages.test_passages import Rows

FILED, PUBLISHED, GRANTED = dt.date(2019, 3, 11), dt.date(2020, 10, 16), dt.date(2024, 7, 5)
TODAY = dt.date(2026, 1, 1)
days = st.dates(dt.date(1900, 1, 1), dt.date(2030, 1, 1))


def record(events=(), **fields):
    made = Record(**{"filing_date": FILED, "publication_date": PUBLISHED, **fields})
    rows = [LegalEvent(date=date, name_english=name, category=category) for date, name, category in events]
    made._prefetched_objects_cache = {"legalevents": Rows(rows)}
    return made


def test_what_happened_is_in_order_and_in_words():
    events = [(dt.date(2025, 2, 11), "Fee paid", "U"), (dt.date(2022, 1, 1), "", "D")]
    found = picture(record(events, grant_date=GRANTED, status="in_force"), dt.date(2025, 5, 30), TODAY)
    assert [dot.words for dot in found.dots] == ["Filed", "Published", "Search and examination", "Granted", "Fee paid"]
    assert [float(dot.x) for dot in found.dots] == sorted(float(dot.x) for dot in found.dots)
    assert "Filed 11 March 2019" in found.words
    assert found.words.endswith("nothing known after 30 May 2025")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"grant_date": PUBLISHED}, ["Filed", "Published and granted"]),
        ({"publication_date": FILED, "grant_date": FILED}, None),
        ({"filing_date": PUBLISHED, "grant_date": GRANTED}, ["Filed and published", "Granted"]),
    ],
)
def test_what_the_record_says_of_one_day_is_all_told(fields, words):
    found = picture(record([(PUBLISHED, "Announced", "Q")], **fields), None, TODAY)
    told = ["Filed and published and granted", "Announced"] if words is None else words
    assert [dot.words for dot in found.dots] == told


def test_in_force_from_the_grant_to_what_is_known_and_dark_after():
    found = picture(record(grant_date=GRANTED, status="in_force"), dt.date(2025, 5, 30), TODAY)
    assert found.before[1] == found.force[0]
    assert found.force[1] == found.dark[0]
    assert float(found.dark[0]) + float(found.dark[1]) == WIDTH - EDGE


def test_an_ended_right_is_not_drawn_in_force():
    assert picture(record(grant_date=GRANTED, status="ended"), None, TODAY).force is None
    assert picture(record(status="pending"), None, TODAY).force is None


def test_nothing_is_dark_when_the_last_delivery_is_of_today():
    assert picture(record(), TODAY, TODAY).dark is None


def test_one_date_is_no_picture():
    assert picture(record(publication_date=None), None, TODAY) is None
    assert picture(record(publication_date=None, filing_date=None), None, TODAY) is None


def test_a_long_life_has_few_ticks():
    found = picture(record(filing_date=dt.date(1950, 1, 1)), None, TODAY)
    assert 6 <= len(found.ticks) <= 12


@given(st.lists(st.tuples(days, st.text("abcdefgh ", min_size=1, max_size=40), st.just("D")), max_size=25), days)
def test_labels_of_one_level_never_overlap_nor_leave_the_picture(events, known):
    found = picture(record(events), known, TODAY)
    ends = {}
    for dot in found.dots:
        x, width = float(dot.x), len(dot.words) * LETTER
        assert EDGE - 0.1 <= x <= WIDTH - EDGE + 0.1
        if dot.level:
            left = {"start": x, "middle": x - width / 2, "end": x - width}[dot.anchor]
            assert left >= ends.get(dot.level, 0) - 0.1
            assert dot.anchor == "start" or left + width <= WIDTH + 0.1
            ends[dot.level] = left + width
