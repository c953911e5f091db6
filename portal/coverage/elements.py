"""The elements coverage is counted by (DESIGN §2): the one table of their names, sources and bits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from portal.records.models import Origin, Role

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
BIT = {element: 1 << place for place, element in enumerate(ELEMENTS)}
# Owners are searched as applicants, so they count as applicants.
ROLE_ELEMENTS: dict[str, str] = {Role.APPLICANT: "applicant", Role.OWNER: "applicant", Role.INVENTOR: "inventor"}


def mask(elements: Iterable[str]) -> int:
    """Return the bits of `elements`; raises KeyError for a name that is no element."""
    return sum(BIT[element] for element in set(elements))


@cache
def text_elements(part: str, language: str, origin: str) -> tuple[str, str]:
    """Return the elements a text is: `claims` in any language, and `claims.th`, `claims.en` or `claims.en.machine`."""
    return part, f"{part}.{language}.machine" if origin == Origin.MACHINE else f"{part}.{language}"
