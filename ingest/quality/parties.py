"""Applicants, inventors, owners and agents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.quality.check import Check
from ingest.quality.words import placeholder
from portal.records.models import Part, Right, Role
from portal.records.store import Draft
from portal.standards import offices
from portal.standards.names import bare

LONG = 400  # letters of a name
# The legal form at the end of a name; those that are also a person's name or initials are left out.
_FIRM = re.compile(
    r"[\s,.](ltd|limited|inc|incorporated|gmbh|corp|corporation|llc|s[./]a|ltda|s\.? ?r\.?l\.?|s\.?p\.?a|b\.?v|"
    r"co\.,? ltd|k\.?k|pte|sdn\.? bhd|bhd|plc|pvt|tbk|s\.?a\.? de c\.?v)\.?$|(公司|株式会社)$",
    re.IGNORECASE,
)


_CONTACT = re.compile(r"\S@\S+\.\w|https?://|\bwww\.")
_APART = re.compile(r"[;|\n]|\s/\s|(?:^|\s)\d{1,2}[.)]\s")  # what stands between names in one field


def no_applicant(draft: Draft) -> Iterator[str]:
    if draft.publications and not any(party.role in ("applicant", "owner") for party in draft.parties):
        yield "No applicant or owner is named."


def placeholder_name(draft: Draft) -> Iterator[str]:
    for party in draft.parties:
        if not party.name.strip():
            yield f"The {party.role} has no name."
        elif placeholder(party.name):
            yield f"The {party.role} “{party.name[:40]}” is a placeholder."


def name_without_letters(draft: Draft) -> Iterator[str]:
    for party in draft.parties:
        if not placeholder(party.name) and not any(c.isalpha() for c in party.name):
            yield f"The {party.role} “{party.name[:40]}” has no letter in the name."


def contact(draft: Draft) -> Iterator[str]:
    for party in draft.parties:
        if _CONTACT.search(party.name):
            yield f"The {party.role} “{party.name[:60]}” has an electronic address in the name."


def title_as_name(draft: Draft) -> Iterator[str]:
    titles = {bare(text.content) for text in draft.texts if text.part == Part.TITLE and len(text.content.split()) > 1}
    for party in draft.parties if draft.record.right != Right.TRADEMARK else ():
        if bare(party.name) in titles:
            yield f"The {party.role} “{party.name[:60]}” has the very words of the title."


def named_twice(draft: Draft) -> Iterator[str]:
    counts = Counter((party.role, " ".join(party.name.casefold().split())) for party in draft.parties)
    for (role, name), n in counts.items():
        if n > 1:
            yield f"“{name[:60]}” is named {n} times as {role}."


def unknown_country(draft: Draft) -> Iterator[str]:
    for code in dict.fromkeys(party.country for party in draft.parties):
        if code and code not in offices.OFFICES:
            yield f"{code} is not a country code of WIPO ST.3."


def firm_as_inventor(draft: Draft) -> Iterator[str]:
    for party in draft.parties:
        if party.role == Role.INVENTOR and _FIRM.search(party.name) and "c/o" not in party.name.lower():
            yield f"The inventor “{party.name[:60]}” looks like a firm."


def joined_names(draft: Draft) -> Iterator[str]:
    """Parts of two words each: a single word before the semicolon is a family name."""
    for party in draft.parties:
        parts = [part.split() for part in _APART.split(party.name) if part.strip()]
        if len(parts) > 1 and all(len(words) > 1 for words in parts):
            yield f"“{party.name[:60]}” seems to be several {party.role}s in one field."


def long_name(draft: Draft) -> Iterator[str]:
    for party in draft.parties:
        if len(party.name) >= LONG:
            yield f"The {party.role} “{party.name[:40]}…” has {len(party.name)} letters."


CHECKS = (
    Check("PARTY-NONE", "info", no_applicant, "A published record names neither applicant nor owner.",
          "Deliver the applicant (INID 71) or owner (73)."),
    Check("PARTY-EMPTY", "warning", placeholder_name, "A name is a placeholder.",
          "Deliver the name, or leave the field out."),
    Check("PARTY-LETTERS", "warning", name_without_letters, "A name has no letter in it.",
          "Check whether a number or an address stands in the place of the name."),
    Check("PARTY-CONTACT", "warning", contact, "A name has an address of e-mail or of a page in it.",
          "Check whether two fields were swapped or joined."),
    Check("PARTY-TITLE", "warning", title_as_name, "A name has the very words of the title.",
          "Check whether two fields were swapped."),
    Check("PARTY-TWICE", "info", named_twice, "The same person is named twice in one role.",
          "Deliver each person once."),
    Check("PARTY-COUNTRY", "warning", unknown_country, "A country code is not of WIPO ST.3.",
          "Deliver the two-letter code of ST.3."),
    Check("PARTY-FIRM", "info", firm_as_inventor, "An inventor has the name of a firm.",
          "Check whether applicant and inventor are swapped."),
    Check("PARTY-JOINED", "warning", joined_names, "Several names stand in one field.",
          "Deliver each person as an element of its own."),
    Check("PARTY-LONG", "warning", long_name, f"A name has {LONG} letters or more.",
          "Check whether several names, or name and address, stand in one field."),
)  # fmt: skip
