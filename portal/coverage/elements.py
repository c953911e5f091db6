"""The elements coverage is counted by (DESIGN §2): the one table of their names, places and bits."""

from __future__ import annotations

from portal.records.models import Origin, Part, Role

# Element → its name inside a sentence.
ELEMENTS = {
    "title": "title",
    "abstract": "abstract",
    "claims": "claims",
    "description": "description",
    "ipc": "IPC class",
    "applicant": "applicant",
    "inventor": "inventor",
}
TEXTS = tuple(part.value for part in Part)
# Owners are searched as applicants, so they count as applicants.
ROLES = {"applicant": (Role.APPLICANT, Role.OWNER), "inventor": (Role.INVENTOR,)}
BIT = {element: 1 << place for place, element in enumerate(ELEMENTS)}


def mask(elements: frozenset[str]) -> int:
    """Return the bits of `elements`; a name that is no element raises KeyError."""
    return sum(BIT[element] for element in elements)


def text_element(part: str, language: str, origin: str) -> str:
    """Return the element a text is, as `claims.th`, `claims.en`, `claims.en.machine`."""
    return f"{part}.{language}.machine" if origin == Origin.MACHINE else f"{part}.{language}"
