"""The state of a right, replayed from events by the categories of ST.27."""

import csv
from datetime import date, timedelta

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.events import CATEGORIES, Step, category_name, effect, status_from

CODES = settings.OFFICE_DATA_DIR / "epo-legal-codes" / "st27_codes_from_V6_0_xsd.csv"


def replay(letters):
    """Each letter on a day of its own; a small one is what a register shows."""
    start = date(2015, 1, 1)
    return status_from(
        Step(start + timedelta(days=day), letter.upper(), letter.islower()) for day, letter in enumerate(letters)
    )


@pytest.mark.parametrize(
    ("letters", "state", "event"),
    [
        ("", "unknown", None),
        ("W", "unknown", None),
        ("RSTPUV", "unknown", None),
        ("A", "pending", 0),
        ("AQD", "pending", 0),
        ("Q", "pending", 0),
        ("E", "pending", 0),
        ("AQDF", "in_force", 3),
        ("F", "in_force", 0),
        ("AFQ", "in_force", 1),
        ("AFD", "in_force", 1),
        ("AFU", "in_force", 1),
        ("AFUUUM", "in_force", 1),
        ("AFLM", "in_force", 1),
        ("AFH", "ended", 2),
        ("AFHK", "in_force", 3),
        ("AFHKN", "ended", 4),
        ("AFN", "ended", 2),
        ("AB", "ended", 1),
        ("ABC", "pending", 2),
        ("ABCF", "in_force", 3),
        ("ABCC", "pending", 3),
        ("ACC", "pending", 0),
        ("ABCCZ", "ended", 4),
        ("ABD", "ended", 1),
        ("ABQ", "ended", 1),
        ("ABN", "ended", 1),
        ("AFR", "in_force", 1),
        ("AY", "pending", 0),
        # A status nobody has explained leaves nothing known until the right moves again.
        ("X", "unknown", 0),
        ("-", "unknown", 0),
        ("A-", "unknown", 1),
        ("AF-", "unknown", 2),
        ("AFH-", "ended", 2),
        ("AF-H", "ended", 3),
        ("+", "unknown", None),
        ("A+", "pending", 0),
        ("AF+", "in_force", 1),
        ("AFH+", "unknown", 3),
        ("AB+", "unknown", 2),
        ("AFH+K", "in_force", 4),
        ("AFH+H", "ended", 4),
        ("AX", "unknown", 1),
        ("AFXQD", "unknown", 2),
        ("AFXM", "in_force", 3),
        ("AXB", "ended", 2),
        ("AZ", "pending", 0),
        # An application said to be alive is, unless it was granted.
        ("ABI", "pending", 2),
        ("FI", "in_force", 0),
        ("FHI", "ended", 1),
        # What is of an application moves nothing that was granted.
        ("AFB", "in_force", 1),
        ("AFC", "in_force", 1),
        ("AFHB", "ended", 2),
        ("AFHC", "ended", 2),
        ("AHC", "pending", 2),
        # That a grant stands revives nothing that has ceased, and what has ceased is not granted again.
        ("AFHM", "ended", 2),
        ("HM", "ended", 0),
        ("AFHF", "ended", 2),
        ("AHF", "in_force", 2),
        ("ABM", "in_force", 2),
        # An appeal without success ends again what it kept alive, and nothing else.
        ("ABCZ", "ended", 3),
        ("ABCDZ", "ended", 4),
        ("ABZ", "ended", 1),
        ("AFZ", "in_force", 1),
        ("Z", "unknown", None),
        # What is restored is as it was before it ended.
        ("AFHO", "in_force", 3),
        ("HO", "in_force", 1),
        ("ABO", "pending", 2),
        ("ABOF", "in_force", 3),
        ("AFO", "in_force", 1),
        ("AO", "pending", 0),
        ("O", "unknown", None),
        ("o", "unknown", None),
        ("Ho", "in_force", 1),
        # An appeal puts off what a refusal had ended; what else it is against may be alive, until it stands.
        ("B?", "pending", 1),
        ("B?Z", "ended", 2),
        ("B?F", "in_force", 2),
        ("FH?", "unknown", 2),
        ("FH?Z", "ended", 3),
        ("N?", "unknown", 1),
        ("FH+Z", "ended", 3),
        ("F?", "in_force", 0),
        ("A?", "pending", 0),
        ("?", "unknown", None),
        # What is shelved for a fee is pending once that is paid; what else had ended it may be alive.
        ("A(", "ended", 1),
        ("A()", "pending", 2),
        ("A())", "pending", 3),
        (")", "pending", 0),
        ("AF(", "in_force", 1),
        ("AF)", "in_force", 1),
        ("AB)", "unknown", 2),
        ("AB()", "unknown", 3),
        ("A(B", "ended", 2),
        ("A(B)", "unknown", 3),
        ("ABC()", "pending", 4),
        ("ABC)", "pending", 3),
        ("A(?", "pending", 2),
        ("ABC(Z)", "unknown", 5),
        ("A(C", "pending", 2),
        ("A(H)", "unknown", 3),
        # Paid again it tells no more; examined on, revived or refused anew it is known again.
        ("AB))", "unknown", 2),
        ("AB)()", "unknown", 2),
        ("AB)D", "pending", 3),
        ("AB)C", "pending", 3),
        ("AB)B", "ended", 3),
        ("AB)Q", "unknown", 2),
        ("A-)", "unknown", 1),
        ("A~)", "pending", 2),
        ("A(+)", "pending", 3),
        # The fee decides no appeal: what it was against is upheld all the same, but for the shelving itself.
        ("ABC)Z", "ended", 4),
        ("ABC()Z", "ended", 5),
        ("ABC(C)Z", "ended", 6),
        ("AB)Z", "ended", 3),
        ("AB)DZ", "ended", 4),
        ("ABC-Z", "ended", 4),
        ("A(CZ", "ended", 3),
        ("A(C)", "pending", 3),
        ("A(C)Z", "pending", 3),
        ("A(C()Z", "pending", 4),
        ("A()Z", "pending", 2),
        ("A)Z", "pending", 0),
        # An application again after the grant.
        ("AFJ", "pending", 2),
        ("AFJB", "ended", 3),
        # What a register shows is the state, whatever was before; what it shows later goes before what it showed.
        ("bd", "pending", 1),
        ("Bd", "pending", 1),
        ("md", "pending", 1),
        ("hq", "pending", 1),
        ("hm", "in_force", 1),
        # But a right that was granted lives where a register shows it pending.
        ("Fd", "in_force", 0),
        ("FHd", "in_force", 2),
        ("Fhq", "in_force", 2),
        ("mFd", "in_force", 0),
        ("Fbd", "pending", 2),
        ("Fb", "ended", 1),
        ("bh", "ended", 1),
        ("mm", "in_force", 1),
        ("Fm", "in_force", 0),
        ("Hb", "ended", 0),
        ("fx", "unknown", 1),
        ("Fw", "in_force", 0),
        # And what happens afterwards moves it on from there.
        ("bdF", "in_force", 2),
        ("mdB", "ended", 2),
        ("mB", "in_force", 0),
        ("mH", "ended", 1),
        ("hM", "ended", 0),
        ("FbC", "pending", 2),
    ],
)
def test_replay(letters, state, event):
    assert replay(letters) == (state, event)


@pytest.mark.parametrize(
    ("code", "letter", "moves"),
    [
        ("12.2", "E", "E"),
        ("A-2-4-F10-F11", "F", "F"),
        ("A-4-4-K10-K11", "K", "K"),
        ("A-6-4-W10-W11", "W", "K"),
        ("A-4-5-L10-L11-opp-XX1", "L", "K"),
        ("N-4-6-U10-U13", "U", "N"),
        ("N-4-4-H10-H13", "H", "H"),
        ("T-2-6-V10-V12", "V", "N"),
        ("A-2-2-V10-V11", "V", "I"),
        ("A-6-3-V10-V11", "V", "C"),
        ("A-4-2-Y10-Y11", "Y", "J"),
        ("A-0-0-W10-W11", "W", "W"),
        ("U-4-6-U10-U13", "U", "U"),
    ],
)
def test_the_state_and_the_stages_of_a_code_go_before_its_category(code, letter, moves):
    assert effect(code, letter) == moves


def test_events_are_replayed_by_date_not_by_place():
    assert status_from([Step(date(2020, 1, 1), "H"), Step(date(2015, 1, 1), "F"), Step(date(2010, 1, 1), "A")]) == (
        "ended",
        0,
    )
    assert status_from([Step(date(2015, 1, 1), "F"), Step(date(2020, 1, 1), "H"), Step(date(2021, 1, 1), "K")]) == (
        "in_force",
        2,
    )


def test_events_of_one_day_count_in_the_order_given():
    day = date(2020, 1, 1)
    assert status_from([Step(day, "H"), Step(day, "K")]).state == "in_force"
    assert status_from([Step(day, "K"), Step(day, "H")]).state == "ended"


def test_an_undated_event_cannot_overrule_a_dated_one():
    assert status_from([Step(date(2015, 1, 1), "F"), Step(None, "A")]) == ("in_force", 0)
    assert status_from([Step(None, "A")]) == ("pending", 0)


@given(st.lists(st.builds(Step, st.none() | st.dates(), st.sampled_from(sorted(CATEGORIES)), st.booleans())))
def test_the_deciding_event_is_one_that_decides(events):
    state, event = status_from(events)
    if event is None:
        assert state == "unknown"
        return
    allowed = {"pending": "ADEQC", "in_force": "FKMADEQ", "ended": "BHN"}[state]
    assert events[event].letter in allowed


@given(
    st.lists(st.builds(Step, st.dates(max_value=date(2020, 1, 1)), st.sampled_from(sorted(CATEGORIES)), st.booleans()))
)
def test_what_a_register_shows_last_is_the_state_whatever_was_before(events):
    for letter, states in (("D", "pending in_force"), ("M", "in_force"), ("B", "ended"), ("X", "unknown")):
        assert status_from([*events, Step(date(2020, 1, 2), letter, shown=True)]).state in states.split()


def test_there_are_the_21_categories_of_st27():
    assert "".join(CATEGORIES) == "ABCDEFGHKLMNPQRSTUVWY"
    assert category_name("f") == "IP right granted"
    assert category_name("Z") == ""


@pytest.mark.skipif(not CODES.is_file(), reason="The ST.27 code list is not on this machine (OFFICE_DATA_DIR).")
def test_every_event_code_of_the_standard_has_a_category():
    with CODES.open(encoding="utf-8") as file:
        values = {
            value
            for row in csv.reader(file)
            for value in row
            if len(value) == 3 and value[0].isupper() and value[1:].isdigit()
        }
    assert len(values) > 150
    assert {value[0] for value in values} <= set(CATEGORIES)
