"""Claims: their numbers, and what they refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from ingest.document import Paragraph
from ingest.formats.claim_numbers import covered
from ingest.quality.check import Check
from portal.records.models import Part, Text
from portal.records.store import Draft

TOLD = 5  # claims named in one sentence


def claims(draft: Draft) -> Iterator[Text]:
    return (text for text in draft.texts if text.part == Part.CLAIMS)


def _number(label: str) -> int:
    """A claim number, the first of a range, or 0 where the label is none."""
    return next(iter(covered(label)), 0)


def _named(labels: list[str]) -> str:
    return ", ".join(label[:20] or "?" for label in labels[:TOLD])


def claim_numbers(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        given = [number for paragraph in text.paragraphs for number in covered(paragraph["n"])]
        whole, last = set(given), max(given, default=0)
        missing = list(islice((n for n in range(1, last) if n not in whole), TOLD))
        # As many repeated as missing: a claim has the number of another, which CLAIM-TWICE says; none is missing.
        if missing and last - len(whole) != len(given) - len(whole):
            yield f"The {text.language} claims lack number {', '.join(map(str, missing))}."


def unnumbered(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        bare = sum(not paragraph["n"] for paragraph in text.paragraphs)
        if bare and len(text.paragraphs) > 1:
            yield f"{bare} of {len(text.paragraphs)} paragraphs of the {text.language} claims {'has' if bare == 1 else 'have'} no number."


def claim_order(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        numbers = [number for paragraph in text.paragraphs if (number := _number(paragraph["n"]))]
        if back := next((pair for pair in pairwise(numbers) if pair[1] < pair[0]), None):
            yield f"Claim {back[1]} follows claim {back[0]} in the {text.language} claims."


def repeated_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        twice = [label for label, n in Counter(p["n"] for p in text.paragraphs).items() if n > 1 and label]
        if twice:
            yield f"Claim {_named(twice)} occurs more than once in the {text.language} claims."


def same_words(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        first: dict[str, str] = {}
        for paragraph in text.paragraphs:
            words = paragraph["t"].strip()
            if words and (other := first.setdefault(words, paragraph["n"])) != paragraph["n"]:
                yield f"Claim {_named([paragraph['n']])} has the very words of claim {_named([other])}."
                break


def dangling_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        labels = {paragraph["n"] for paragraph in text.paragraphs}
        for paragraph in text.paragraphs:
            if gone := [ref for ref in paragraph["refs"] if ref not in labels]:
                yield f"Claim {_named([paragraph['n']])} refers to claim {_named(gone)}, which is not there."


def _forward(paragraph: Paragraph) -> list[str]:
    own = _number(paragraph["n"])
    return [ref for ref in paragraph["refs"] if own and _number(ref) >= own]


def forward_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        labels = {paragraph["n"] for paragraph in text.paragraphs}
        for paragraph in text.paragraphs:
            if ahead := [ref for ref in _forward(paragraph) if ref in labels]:
                which = "itself" if ahead == [paragraph["n"]] else f"the later claim {_named(ahead)}"
                yield f"Claim {_named([paragraph['n']])} depends on {which}."


def no_independent_claim(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        if text.paragraphs and all(paragraph["refs"] for paragraph in text.paragraphs):
            yield f"Every one of the {text.language} claims depends on another."


def empty_claims(draft: Draft) -> Iterator[str]:
    for text in claims(draft):
        if empty := [p["n"] for p in text.paragraphs if not p["t"].strip()]:
            yield f"Claim {_named(empty)} has no text."


def claims_differ(draft: Draft) -> Iterator[str]:
    counts = {text.language: len(text.paragraphs) for text in claims(draft)}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{language} {n}" for language, n in sorted(counts.items()))
        yield f"The number of claims differs by language: {told}."


CHECKS = (
    Check("CLAIM-GAP", "warning", claim_numbers, "A number is missing in the row of claims.",
          "Deliver the missing claims, or the numbers as published."),
    Check("CLAIM-UNNUMBERED", "warning", unnumbered, "Some or all claims have no number.",
          "Deliver each claim as an element of its own, with its number."),
    Check("CLAIM-SEQUENCE", "warning", claim_order, "A claim stands before one with a smaller number.",
          "Deliver the claims in their order; two sets of claims as two."),
    Check("CLAIM-TWICE", "warning", repeated_claims, "Two claims have the same number.",
          "Number them as published; two sets of claims (for different states) are two elements."),
    Check("CLAIM-SAME", "warning", same_words, "Two claims have the same words.",
          "Check whether one claim was copied over another."),
    Check("CLAIM-REF", "warning", dangling_claims, "A claim depends on a claim that is not there.",
          "Check the reference and whether claims are missing."),
    Check("CLAIM-FORWARD", "warning", forward_claims, "A claim depends on itself or on a later one.",
          "Check the reference against the printed claims."),
    Check("CLAIM-DEPENDENT", "warning", no_independent_claim, "No claim stands by itself.",
          "Check whether the first claim is missing."),
    Check("CLAIM-EMPTY", "error", empty_claims, "A claim has a number and no text.",
          "Deliver its text, or leave the claim out where it was cancelled."),
    Check("CLAIM-COUNT", "info", claims_differ, "The number of claims differs from language to language.",
          "Check whether a translation is of another version."),
)  # fmt: skip
