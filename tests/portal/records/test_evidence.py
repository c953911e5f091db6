"""The words of a status: of when it is, what it rests on, and up to when anything is known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from portal.records.evidence import evidence, known_as, named, state
from portal.records.held import Known
from portal.records.models import Record

RULE = "20 years from filing on 1 May 2001"
OF, END, LATER = (dt.date(2020, 1, 1), dt.date(2021, 5, 1), dt.date(2022, 2, 2))
DELIVERED = "The last delivery of this form held of Brazil is of"
UNTIL = f"{DELIVERED} 2 February 2022; what happened after it is not known here."
TERM: dict[str, Any] = {"term_end": END, "term_rule": RULE}
GRANTED: dict[str, Any] = {"status": "in_force", "status_reason": "Granted", "status_as_of": OF}
BY_TERM: dict[str, Any] = {"status": "ended", "status_reason": "By term", "status_as_of": OF, "by_term": True, **TERM}
LAPSED: dict[str, Any] = {"status": "ended", "status_reason": "Lapsed", "status_as_of": OF}
ON_THE_RULE = (
    "It rests on the rule, not on a word of the office: the right may have been extended, or have ended earlier."
)


@pytest.mark.parametrize(
    ("values", "said", "rests_on"),
    [
        ({}, "Unknown", "No event held says what became of it."),
        (GRANTED, "In force, as of 1 January 2020", "Granted."),
        (GRANTED | {"status_received": True}, "In force, as received on 1 January 2020", "Granted."),
        (
            GRANTED | TERM,
            "In force, as of 1 January 2020",
            f"Granted. The term ends at the latest on 1 May 2021: {RULE}.",
        ),
        (
            GRANTED | TERM | {"term_uncertain": True},
            "In force, as of 1 January 2020",
            f"Granted. When the term ends is not certain: 1 May 2021, {RULE}.",
        ),
        (LAPSED | TERM, "Ended, as of 1 January 2020", "Lapsed."),
        (LAPSED | {"status_since": OF}, "Ended on 1 January 2020", "Lapsed."),
        (
            LAPSED | {"status_since": dt.date(2019, 1, 1)},
            "Ended on 1 January 2019",
            "Lapsed. The last event of known meaning is of 1 January 2020.",
        ),
        (
            LAPSED | {"status_since": dt.date(2019, 1, 1), "status_received": True},
            "Ended on 1 January 2019",
            "Lapsed. The register was received on 1 January 2020.",
        ),
        (
            BY_TERM,
            "Ended by term, on 1 May 2021",
            f"By term. {ON_THE_RULE} The last event of known meaning is of 1 January 2020.",
        ),
        (
            BY_TERM | {"expiry_date": END, "status_as_of": None},
            "Ended by term, on 1 May 2021",
            "By term. The right may have been extended, or have ended earlier.",
        ),
        (
            BY_TERM | {"status_as_of": None, "term_uncertain": True},
            "Ended by term, at the latest on 1 May 2021",
            f"By term. {ON_THE_RULE}",
        ),
        (
            BY_TERM | {"status": "unknown", "status_as_of": None},
            "Unknown since its term, 1 May 2021",
            f"By term. {ON_THE_RULE}",
        ),
    ],
)
def test_a_status_has_its_day_and_what_it_rests_on(values: dict[str, Any], said: str, rests_on: str) -> None:
    record = Record(**values)
    assert (state(record), evidence(record, Known(LATER, DELIVERED))) == (said, f"{rests_on} {UNTIL}")


@pytest.mark.parametrize(
    ("status", "by_term", "received", "said"),
    [
        ("in_force", False, False, "In force, as of"),
        ("pending", False, True, "Pending, as received on"),
        ("ended", True, False, "Ended by term, last event of"),
        ("unknown", True, False, "Unknown since its term, last event of"),
        ("ended", True, True, "Ended by term, as received on"),
    ],
)
def test_a_status_and_its_day_are_named_alike_everywhere(
    status: str, said: str, *, by_term: bool, received: bool
) -> None:
    assert f"{named(status, by_term=by_term)}, {known_as(received=received, by_term=by_term)}" == said


def test_without_any_day_nothing_is_said_of_one() -> None:
    assert evidence(Record(), Known(None, "")) == "No event held says what became of it."
