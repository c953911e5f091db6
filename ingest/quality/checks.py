"""What is doubtful about a document: small pure functions over its unsaved rows, each with a code and a severity.

A check takes a draft and yields sentences; `run` makes findings of them. A check never changes anything and never stops
a document: what cannot be stored at all is refused by `ingest.normalise`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from ingest.document import Problem
from portal.records.models import Part, Right, Text
from portal.records.store import Draft
from portal.standards import numbers

Check = Callable[[Draft], Iterator[str]]
LONGEST_LABEL = 9  # digits of a claim number; what is longer is no number, and too long for `int` in the end
PLACEHOLDER = re.compile(r"^[\s\-–—.*?_/]*$|^(n/?a|none|null|nil|nan|untitled|no title|test)$", re.IGNORECASE)


def no_title(draft: Draft) -> Iterator[str]:
    if draft.texts and not any(text.part == Part.TITLE for text in draft.texts):
        yield "The document has text, but no title."


def placeholder_title(draft: Draft) -> Iterator[str]:
    for text in draft.texts:
        if text.part == Part.TITLE and PLACEHOLDER.match(text.content):
            yield f"The {text.language} title “{text.content[:40]}” is a placeholder."


def image_only(draft: Draft) -> Iterator[str]:
    for publication in draft.publications:
        for part in publication.image_only:
            yield f"The {part} came as page images only and cannot be searched."


def claims(draft: Draft) -> Iterator[Text]:
    return (text for text in draft.texts if text.part == Part.CLAIMS)


def claim_numbers(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        labels = [paragraph["n"] for paragraph in text.paragraphs]
        whole = {int(label) for label in labels if label.isdecimal() and len(label) <= LONGEST_LABEL}
        missing = list(islice((n for n in range(1, max(whole, default=0)) if n not in whole), 5))
        if missing:
            yield f"The {text.language} claims lack number {', '.join(map(str, missing))}."


def repeated_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        twice = [label for label, n in Counter(p["n"] for p in text.paragraphs).items() if n > 1 and label]
        if twice:
            yield f"Claim {', '.join(twice[:5])} occurs more than once in the {text.language} claims."


def dangling_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        labels = {paragraph["n"] for paragraph in text.paragraphs}
        for paragraph in text.paragraphs:
            if gone := [ref for ref in paragraph["refs"] if ref not in labels]:
                yield f"Claim {paragraph['n']} refers to claim {', '.join(gone[:3])}, which is not there."


def empty_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        if empty := [p["n"] or "?" for p in text.paragraphs if not p["t"].strip()]:
            yield f"Claim {', '.join(empty[:5])} has no text."


def claims_differ(draft: Draft) -> Iterator[str]:
    counts = {text.language: len(text.paragraphs) for text in claims(draft)}
    if len(set(counts.values())) > 1:
        yield (
            "The number of claims differs by language: "
            + ", ".join(f"{k} {v}" for k, v in sorted(counts.items()))
            + "."
        )


def published_before_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for publication in draft.publications:
        if filed and publication.date and publication.date < filed:
            yield f"Published on {publication.date}, before it was filed on {filed}."


def event_before_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for event in draft.events:
        if filed and event.date < filed:
            yield f"The event “{event.name[:60]}” of {event.date} is older than the filing on {filed}."


def priority_after_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for related in draft.related:
        if filed and related.relation == "priority" and related.date and related.date > filed:
            yield f"The priority of {related.date} is younger than the filing on {filed}."


def number_year(draft: Draft) -> Iterator[str]:
    """A file gets its number when it is filed; entries from the PCT and divisions carry an older filing date."""
    record = draft.record
    year = numbers.parse_application(record.office_id, record.number).year
    if year and record.filing_date and record.filing_date.year > year:
        yield f"The number {record.number} was given in {year}, the filing date is of {record.filing_date.year}."


def no_kind(draft: Draft) -> Iterator[str]:
    if draft.record.right not in (Right.TRADEMARK, Right.DESIGN) and any(
        not publication.kind for publication in draft.publications
    ):
        yield "A publication has no kind code."


def no_applicant(draft: Draft) -> Iterator[str]:
    if draft.publications and not any(party.role in ("applicant", "owner") for party in draft.parties):
        yield "No applicant or owner is named."


def undated_publication(draft: Draft) -> Iterator[str]:
    if any(publication.date is None for publication in draft.publications):
        yield "A publication has no date."


CHECKS: tuple[tuple[str, str, Check], ...] = (
    ("TITLE-NONE", "warning", no_title),
    ("TITLE-EMPTY", "error", placeholder_title),
    ("TEXT-IMAGE", "warning", image_only),
    ("CLAIM-GAP", "warning", claim_numbers),
    ("CLAIM-TWICE", "warning", repeated_claims),
    ("CLAIM-REF", "warning", dangling_claims),
    ("CLAIM-EMPTY", "error", empty_claims),
    ("CLAIM-COUNT", "info", claims_differ),
    ("DATE-ORDER", "error", published_before_filing),
    ("EVENT-ORDER", "warning", event_before_filing),
    ("PRIORITY-ORDER", "error", priority_after_filing),
    ("NUM-YEAR", "warning", number_year),
    ("KIND-NONE", "warning", no_kind),
    ("PARTY-NONE", "info", no_applicant),
    ("PUB-UNDATED", "warning", undated_publication),
)


def run(draft: Draft, place: str) -> list[Problem]:
    """Every sentence the checks have to say about `draft`."""
    return [Problem(code, severity, sentence, place) for code, severity, check in CHECKS for sentence in check(draft)]
