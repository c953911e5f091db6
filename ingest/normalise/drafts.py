"""From values as delivered to values that can be compared: numbers, dates, symbols, languages, names."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Model

from ingest import numbering
from ingest.document import Delivered, Problem
from ingest.normalise.elements import classifications, parties, related
from ingest.normalise.events import events
from ingest.normalise.publications import of_other_files, publications
from ingest.normalise.texts import texts
from ingest.normalise.work import Work
from ingest.offices.profiles import Profile
from portal.records.models import Delivery, Record, Right
from portal.records.rows import widths
from portal.records.store import DELIVERED, Draft
from portal.standards import kinds, numbers


class NotARecord(ValueError):  # noqa: N818 - says what the document is
    """A document that cannot become a record; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def normalise(delivered: Delivered, profile: Profile, delivery: Delivery) -> tuple[Draft, list[Problem]]:
    """Make unsaved rows of one document, with what there is to say about its values.

    Raises NotARecord where the document has no application number, so that no permanent id can be given.
    """
    work = Work(delivered, profile, delivery)
    record = _record(work)
    as_of = work.as_of or delivery.received_at.date()
    amended = [work.amended.isoformat()] if work.amended else []
    record.sources = {name: [as_of.isoformat(), delivery.pk, *amended] for name in DELIVERED}
    draft = Draft(record, published=work.dated)
    others = of_other_files(work, record)
    draft.publications, document = publications(work, record, as_of)
    draft.events = events(work)
    draft.texts = texts(work, document)
    draft.parties = parties(work)
    draft.classifications = classifications(work)
    draft.related = related(work, others)
    belongs = {"record_id": record.id, "delivery_id": delivery.pk, "as_of": as_of, "amended": work.amended}
    for row in draft.elements:
        vars(row).update(belongs)
    for kept in (record, *draft.elements):
        _fit(work, kept)
    return draft, work.problems


def _record(work: Work) -> Record:
    given = work.number(work.delivered.application)
    if not given.value.strip():
        sentence = "No application number, so no record can be named."
        if work.delivered.publications:
            sentence += " It is read again when the publication it is of has arrived with one."
        raise NotARecord(Problem("NUM-NONE", "error", sentence, work.delivered.place))
    try:
        number = numbering.application(work.office, given.value, given.kind, work.delivered.right)
    except ValueError as error:
        raise NotARecord(Problem("NUM-BAD", "error", f"Application number: {error}", work.delivered.place)) from error
    if other := numbering.other_form(numbering.application, work.office, given, number):
        # The office's own form goes before one that is in none of its forms.
        number, printed = (other, given.printed) if other.serial and not number.serial else (number, "")
        work.say_forms("application", given, printed or given.value)
        given = replace(given, printed=printed)
    if numbers.of_office(given.office, number.key) not in ("", "WO", work.office):
        said = f"The application number is of {given.office[:20]}, the document of {work.office}, as which it is kept."
        work.say("NUM-COUNTRY", "warning", said)
    if number.check_ok is False:
        work.say("NUM-CHECK", "error", f"The check digit of {given.value} is wrong; the number is kept as delivered.")
    work.right = _which_right(work, number)
    return Record(
        id=numbers.record_id(work.office, work.right, number.key),
        office_id=work.office,
        right=work.right,
        number_original=(given.printed or given.value).strip(),
        number=number.shown(given.printed or given.value),
        number_key=number.key,
        filing_date=work.date(given.date, "DATE-FILING"),
        filing_date_original=given.date.strip(),
        grant_date=work.planned(work.delivered.granted_on, "DATE-GRANT"),
        expiry_date=work.date(work.delivered.expires_on, "DATE-EXPIRY"),
        sample=work.delivery.sample,
        first_delivery=work.delivery,
        latest_delivery=work.delivery,
    )


def _which_right(work: Work, number: numbers.Number) -> str:
    """The right as the reader, the number or a kind code says it, in this order."""
    said = work.delivered.right or number.right
    codes = [*(p.kind for p in work.delivered.publications), work.delivered.application.kind]
    return said or next(filter(None, (kinds.right(work.office, code) for code in codes if code)), Right.PATENT)


def _fit(work: Work, row: Model) -> None:
    """Leave out the end of a value that is longer than its column, and say so."""
    for column, most, words in widths(type(row)):
        if len(value := getattr(row, column)) > most:
            setattr(row, column, value[:most])
            told = f"The {words} “{value[:80]}…” has {len(value):,} letters; what is behind the first {most:,} is left out."
            work.say("VALUE-CUT", "warning", told)
