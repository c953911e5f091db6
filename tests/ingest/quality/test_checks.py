"""All checks together: codes, severities, a sound document, and hostile ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.models import Severity
from ingest.quality import across
from ingest.quality.checks import CHECKS, run
from portal.standards import numbers
from tests.ingest.quality.rows import document, party, text, title

ODD = (
    st.sampled_from(["", "7", "1,", "١", "9" * 5_000, "x" * 40, "²", "\x00\ufffd", "<p>" * 99, "&#" * 99, "N/A", "ไม่มี"])
    | st.text()
)


def test_there_are_forty_checks_and_more_each_with_its_code_severity_and_words() -> None:
    every: list[Any] = [*CHECKS, *across.CHECKS]
    assert len(every) >= 40
    assert max(Counter(check.code for check in every).values()) == 1
    assert {check.severity for check in every} <= set(Severity.values)
    assert max(len(check.code) for check in every) <= 20
    assert all(words.endswith(".") for check in every for words in (check.means, check.do))


def test_of_a_sound_document_nothing_is_said() -> None:
    assert run(document(), "") == []


def test_a_finding_has_the_place_of_its_document() -> None:
    (problem,) = run(document(texts=[title("-")]), "a.xml:3")
    assert (problem.code, problem.severity, problem.place) == ("TITLE-EMPTY", "error", "a.xml:3")


@settings(max_examples=25)
@given(st.lists(ODD, max_size=12), ODD)
def test_nothing_a_document_may_hold_stops_the_checks(words: list[str], label: str) -> None:
    rows = [(label, each, [label, each]) for each in words]
    texts = [title(label), text("claims", *rows), text("abstract", *rows)]
    draft = document(texts=texts, parties=[party(each, "inventor", each[:2]) for each in words])
    assert "CLAIM-EMPTY" in {p.code for p in run(draft, "")} or all(each.strip() for each in words)


def spelt() -> list[tuple[str, str]]:
    """Office and first spelling of every application number the number tests know."""
    table = Path(__file__).parents[2] / "portal/standards/numbers/spellings.txt"
    rows = [line.split("|") for line in table.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(row[0].strip(), row[5].strip()) for row in rows if row[1].strip() == "A"]


@pytest.mark.parametrize(("office", "given"), spelt())
def test_the_year_of_a_number_can_be_read_from_how_it_is_shown(office: str, given: str) -> None:
    number = numbers.parse_application(office, given)
    draft = document(filed="2150-01-01", number=number.display)
    draft.record.office_id, draft.record.right = number.office, number.right or draft.record.right
    said = [problem for problem in run(draft, "") if problem.code == "NUM-YEAR"]
    assert bool(said) == bool(number.year)
