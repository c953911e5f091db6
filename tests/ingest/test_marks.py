"""A mark from its bytes to a record: right, status by the words of the export, and no complaint about kind codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest.document import Event
from ingest.models import Finding
from ingest.offices.mark_events import MARK_EVENTS
from portal.records.derive import derive
from portal.records.models import LegalEvent, Record
from portal.standards.events import CATEGORIES
from tests.ingest.formats.test_st66 import mark
from tests.ingest.normalise.test_drafts import delivered, made
from tests.ingest.test_pipeline import carry


@pytest.mark.django_db
def test_a_mark_becomes_a_record(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"
    path = tmp_path / "mark.xml"
    path.write_text(mark().replace("KH/67/M", "KH/M/2015/00067"))
    carry(path)
    record = Record.objects.get()
    assert (record.id, record.right, record.grant_date is not None) == ("KH-T-M201500067", "trademark", True)
    # The day of expiry the office gives is past; whether it was renewed is not told.
    assert (record.status, record.term_uncertain, str(record.expiry_date)) == ("unknown", False, "2025-08-06")
    assert list(LegalEvent.objects.values_list("code", "name", "language", "name_english", "category")) == [
        ("Filed", "Filed", "en", "Filed", "A"),
        ("Registered", "Registered", "en", "Registered", "F"),  # the current status
        ("Registered", "ចុះបញ្ជី", "km", "Registered", "F"),
    ]
    assert list(record.classifications.values_list("scheme", "symbol")) == [
        ("nice", "10"),
        ("nice", "11"),
        ("vienna", "3.11.10"),
        ("vienna", "27.5.1"),
    ]
    assert set(Finding.objects.values_list("code", flat=True)) == {"READ-PLACEHOLDER", "LANG-CODE"}


@pytest.mark.parametrize("word", MARK_EVENTS)
def test_a_word_has_a_category_of_st27_and_a_confidence(word: str) -> None:
    rule = MARK_EVENTS[word]
    assert rule.category in CATEGORIES
    assert 0 < (rule.confidence or 0) <= 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["Rejected", "Appealed"], "pending"),
        (["Registered", "Cancelled", "Appealed"], "unknown"),
        (["Registered", "Appealed"], "in_force"),
        (["Appealed", "Rejected"], "ended"),
        (["Application refused", "Appeal pending"], "pending"),
        (["Registered", "Registration cancelled"], "ended"),
        (["Registered", "registration cancelled"], "ended"),
        (["Registered", "Registration surrendered"], "ended"),
        (["Registered", "Lapsed"], "ended"),
        (["Application filed", "Filing date accorded"], "pending"),
        (["Application Filed", "Application published"], "pending"),
        (["Application filed", "Application withdrawn"], "ended"),
        (["Application filed", "Registration published"], "in_force"),
        (["Registration published", "Revocation proceeding pending"], "in_force"),
        (["Registration cancelled", "Invalidity proceeding pending"], "ended"),
        (["Registered", "Conversion requested"], "unknown"),
        # Without a rule the words of an end leave open whether it is one, those of anything else do not.
        (["Registered", "Trade mark removed for non-use"], "unknown"),
        (["Registered", "CANCELLED SEC. 8 (6-YR)"], "unknown"),
        (["Application filed", "ABANDONMENT - FAILURE TO RESPOND"], "unknown"),
        (["Registered", "Total ceasing of effect"], "unknown"),
        (["Registered", "Cancellation of attorney appointment"], "in_force"),
        (["Registered", "CANCELLATION INSTITUTED NO. 999999"], "in_force"),
        (["Registered", "AFFIDAVIT UNDER SECT 15 ABANDONED"], "in_force"),
        (["Registered", "Opposition withdrawn"], "in_force"),
        (["Registered", "Partial cancellation"], "in_force"),
        (["Registered", "Request for cancellation"], "in_force"),
        (["Application filed", "FINAL REFUSAL MAILED"], "pending"),
    ],
)
def test_where_the_words_of_events_bring_a_mark(words: list[str], status: str) -> None:
    events = [Event(word, word, f"2018-0{month}-07") for month, word in enumerate(words, 1)]
    draft, _ = made(delivered("KH", "KH/M/2015/00067", right="trademark", events=events))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == status


@pytest.mark.parametrize(
    ("words", "status"),
    [("Revocation proceeding pending", "in_force"), ("Opposition pending", "pending"), ("Undefined", "unknown")],
)
def test_where_a_status_in_the_words_of_a_standard_shows_a_mark(words: str, status: str) -> None:
    events = [Event(words, words, "2018-06-07", status=True)]
    draft, _ = made(delivered("KH", "KH/M/2015/00067", right="trademark", events=events))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == status


@pytest.mark.parametrize(("expires", "words"), [("2018-06-06", "Expired"), ("", "Ended")])
def test_an_inactive_mark_has_expired_where_a_day_of_expiry_is_given_else_it_has_ended(
    expires: str, words: str
) -> None:
    document = delivered(
        "LA", "45001", expires_on=expires, events=[Event("Inactive", "Inactive", "2018-06-07", status=True)]
    )
    draft, said = made(document)
    assert [(event.name_english, event.category) for event in draft.events] == [(words, "H")]
    assert "STATUS-UNMAPPED" not in said
