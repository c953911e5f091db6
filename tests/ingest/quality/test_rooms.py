"""Each check of each room speaks of what is doubtful, says what it saw, and is silent otherwise."""

from __future__ import annotations

import pytest

from ingest.quality import claims, classes, dates, numbers, parties, spoken, texts
from ingest.quality.check import Check
from portal.records.store import Draft
from tests.ingest.quality import (
    classes_table,
    dates_table,
    numbers_table,
    parties_table,
    test_claims,
    test_spoken,
    texts_table,
)
from tests.ingest.quality.rows import Table

ROOMS: list[tuple[tuple[Check, ...], Table]] = [
    (claims.CHECKS, test_claims.TABLE),
    (classes.CHECKS, classes_table.TABLE),
    (dates.CHECKS, dates_table.TABLE),
    (numbers.CHECKS, numbers_table.TABLE),
    (parties.CHECKS, parties_table.TABLE),
    (spoken.CHECKS, test_spoken.TABLE),
    (texts.CHECKS, texts_table.TABLE),
]
CASES = [(check, *table[check.code]) for checks, table in ROOMS for check in checks]


@pytest.mark.parametrize(("checks", "table"), ROOMS)
def test_every_check_of_the_room_has_a_row(checks: tuple[Check, ...], table: Table) -> None:
    assert list(table) == [check.code for check in checks]


@pytest.mark.parametrize(
    ("check", "draft", "words"), [(check, draft, words) for check, loud, _ in CASES for draft, words in loud]
)
def test_a_check_speaks_and_says_what_it_saw(check: Check, draft: Draft, words: str) -> None:
    (sentence,) = check.find(draft)
    assert words in sentence


@pytest.mark.parametrize(("check", "draft"), [(check, draft) for check, _, quiet in CASES for draft in quiet])
def test_a_check_is_silent_where_nothing_is_doubtful(check: Check, draft: Draft) -> None:
    assert list(check.find(draft)) == []
