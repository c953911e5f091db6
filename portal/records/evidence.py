"""The status of a record in words: of when it is, what it rests on, and up to when anything is known."""

from __future__ import annotations

from portal.records.held import Known
from portal.records.models import Record, Status
from portal.standards.sentences import written


def named(status: str, *, by_term: bool) -> str:
    """Return a status by its name, and that the term alone tells it: `In force`, `Ended by term`, `Unknown since its term`."""
    how = (" by term" if status == Status.ENDED else " since its term") if by_term else ""
    return f"{Status(status).label}{how}"


def known_as(*, received: bool, by_term: bool = False) -> str:
    """Return what stands before the day a status is known of; one told by the term is of no later day than the last event."""
    return "as received on" if received else "last event of" if by_term else "as of"


def state(record: Record) -> str:
    """Return the status and its day, as `Ended by term, on 1 May 2021`."""
    label, ended = named(record.status, by_term=record.by_term), record.status == Status.ENDED
    if record.by_term and record.term_end:
        how = (" at the latest on" if record.term_uncertain else " on") if ended else ""
        return f"{label},{how} {written(record.term_end)}"
    if ended and record.status_since:
        return f"{label} on {written(record.status_since)}"
    if record.status_as_of:
        return f"{label}, {known_as(received=record.status_received)} {written(record.status_as_of)}"
    return label


def evidence(record: Record, known: Known) -> str:
    """Return in sentences what the status rests on, and after which day nothing is known."""
    said = [f"{record.status_reason or 'No event held says what became of it'}.", _term(record), _last(record)]
    if known.until:
        said.append(f"{known.what} {written(known.until)}; what happened after it is not known here.")
    return " ".join(filter(None, said))


def _term(record: Record) -> str:
    """Return when the term ends, or what an end by term alone leaves open."""
    if record.by_term:
        rule = "" if record.expiry_date else "It rests on the rule, not on a word of the office: the"
        return f"{rule or 'The'} right may have been extended, or have ended earlier."
    if not record.term_end or record.status == Status.ENDED:
        return ""
    end = written(record.term_end)
    sure, doubtful = f"The term ends at the latest on {end}:", f"When the term ends is not certain: {end},"
    return f"{doubtful if record.term_uncertain else sure} {record.term_rule}."


def _last(record: Record) -> str:
    """Return the day of the last event, where the status is of another day."""
    ended = record.status_since if record.status == Status.ENDED else None
    if not record.status_as_of or not (record.by_term or ended not in (None, record.status_as_of)):
        return ""
    what = "The register was received on" if record.status_received else "The last event of known meaning is of"
    return f"{what} {written(record.status_as_of)}."
