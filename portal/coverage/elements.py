"""The elements coverage is counted by (DESIGN §2): the one table of their names, sources and bits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from operator import or_

from portal.records.models import Origin, Part, Relation, Right, Role

# Element → its name inside a sentence.
ELEMENTS = {
    "title": "title",
    "abstract": "abstract",
    "claims": "claims",
    "description": "description",
    "ipc": "IPC class",
    "cpc": "CPC class",
    "locarno": "Locarno class",
    "nice": "Nice class",
    "vienna": "Vienna code",
    "national": "national class",
    "applicant": "applicant",
    "owner": "owner",
    "inventor": "inventor",
    "agent": "agent",
    "filing_date": "filing date",
    "priority_date": "priority date",
}
# Numbers a record may lack, beside the application number that every record has: not counted on the coverage map, for an office
# gives what numbers there are; a search by them sees only the records that have one.
NUMBERED = {"publication_number": "publication number", "priority_number": "priority or PCT application number"}
PARTS = frozenset(Part)
# What a right has under no law, and the parts that it has under few.
NEVER = {Right.TRADEMARK: frozenset({"abstract", "claims", "ipc", "cpc", "inventor"})}
SELDOM = NEVER | {Right.DESIGN: frozenset({"abstract", "claims"})}
# Names a record may have in Latin letters, and the element that says so.
LATIN = {role: f"latin_{role}" for role in ("applicant", "owner", "inventor", "agent")}
# A record's elements, and whether it has a text in English, the office's or a machine's, or in another language of the office, and
# names in Latin letters; and the numbers it may lack.
BIT = {
    name: 1 << place
    for place, name in enumerate(
        [*ELEMENTS, *(f"{part}.{form}" for part in Part for form in ("en", "original")), *LATIN.values(), *NUMBERED]
    )
}
OF_RECORDS = frozenset([*LATIN.values(), *NUMBERED])  # of the record as a whole, and so of none of its publications
# Which related numbers a record is found by as what.
RELATED = {
    Relation.PRIORITY: "priority_number",
    Relation.PCT_APPLICATION: "priority_number",
    Relation.PCT_PUBLICATION: "publication_number",
}
# Owners are searched as applicants, so they count as applicants too.
ROLE_ELEMENTS: dict[str, tuple[str, ...]] = {role: (role.value,) for role in Role} | {
    Role.OWNER: ("owner", "applicant")
}


def never(right: str) -> frozenset[str]:
    """Return the elements that no record of a right has anywhere."""
    return NEVER.get(Right(right), frozenset())


def mask(names: Iterable[str]) -> int:
    """Return the bits of `names`, keys of `BIT`; raises KeyError for another."""
    return reduce(or_, (BIT[name] for name in names), 0)


def english(element: str) -> str:
    """Return the element in English where there can be one (`claims.en`), else itself."""
    return f"{element}.en" if element in PARTS else element


@cache
def bits(element: str) -> int:
    """Return the bits of an element as `text_elements` and the classes and parties of a record name it."""
    part, _, form = element.partition(".")
    if not form:
        return BIT[part]
    if form.partition(".")[0] == "en":
        return BIT[f"{part}.en"]
    return 0 if form.endswith(".machine") else BIT[f"{part}.original"]


@cache
def text_elements(part: str, language: str, origin: str) -> tuple[str, str]:
    """Return the elements a text is: `claims` in any language, and `claims.th`, `claims.en` or `claims.en.machine`."""
    return part, f"{part}.{language}.machine" if origin == Origin.MACHINE else f"{part}.{language}"
