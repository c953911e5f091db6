"""Legal-status events by the categories of WIPO ST.27, and the state of a right that follows from them.

The state is found by replaying the events in the order of their dates: each category moves the right to a state or leaves it
where it was, and the last event that moved it is the reason given to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

CATEGORIES: dict[str, str] = {
    "A": "Application filed",
    "B": "Application discontinued",
    "C": "Application revived",
    "D": "Search and examination",
    "E": "Pre-grant review",
    "F": "IP right granted",
    "G": "Protection beyond the term",
    "H": "IP right ceased",
    "K": "IP right revived",
    "L": "Review of the IP right requested",
    "M": "IP right maintained",
    "N": "IP right terminated",
    "P": "Document modified",
    "Q": "Document published",
    "R": "Party data changed",
    "S": "Licence or security",
    "T": "Procedure adjusted",
    "U": "Fees",
    "V": "Appeal",
    "W": "Other",
    "Y": "Correction or deletion of data",
}

# A status event code (standards.md §5): state, previous and current stage, key event, detailed event; then an indicator and
# the office's own code, which may be left out.
CODE = re.compile(
    r"(?P<state>[ANTU])-(?P<before>[0-6])-(?P<after>[0-6])-(?P<key>[A-HK-NP-WY](?:00|10))-(?P<detail>[A-HK-NP-WY]\d\d)(?:-|$)"
)

# Where each category moves the right. The second table holds only while nothing has been granted or ended yet.
_MOVES = {"F": "in_force", "K": "in_force", "M": "in_force", "H": "ended", "N": "ended", "B": "ended", "C": "pending"}
UNTOLD = "X"  # a letter ST.27 does not use: a status in words that nobody has explained
_MOVES[UNTOLD] = "unknown"
AGAINST = "O"  # nor this: an event that nobody has explained, said to be to the disadvantage of the right
APPLIED = "I"  # nor this: an application that is alive, whatever happened to it
_BEFORE_GRANT = dict.fromkeys("ADEQ", "pending")
ENDS = "NT"  # the states of a code that is not active (N) or terminated (T)
BEFORE, AFTER = "123", "45"  # the stages before and after the grant


class Derived(NamedTuple):
    """A derived state (`pending`, `in_force`, `ended`, `unknown`) and the place of the event that decided it."""

    state: str
    event: int | None


def category_name(letter: str) -> str:
    """Return the category of a letter in words, or an empty string for a letter ST.27 does not use."""
    return CATEGORIES.get(letter.strip().upper(), "")


def category_of(code: str) -> str:
    """Return the category letter of an ST.27 status event code (`A-1-2-D10-D11`), empty for any other text."""
    match = CODE.match(code)
    return match["detail"][0] if match else ""


def effect(code: str, letter: str) -> str:
    """Return the letter that moves the right as a status event code says: its state and stages go before its category.

    An active application that was granted or ended before is revived (C). Any other text, or a code of an unspecified state or
    stage, moves it as `letter` does.
    """
    match = CODE.match(code)
    if not match or match["state"] == "U":
        return letter
    if match["state"] in ENDS:
        return letter if _MOVES.get(letter) == "ended" else "N"
    if match["after"] in AFTER:
        return letter if _MOVES.get(letter) == "in_force" else "M"
    if match["after"] in BEFORE:
        return APPLIED if match["before"] in BEFORE or match["before"] == "0" else "C"
    return letter


def undoes_grant(code: str) -> bool:
    """Tell whether a status event code leads from a stage after the grant to one before it."""
    match = CODE.match(code)
    return bool(match and match["before"] in AFTER and match["after"] in BEFORE)


def move(letter: str) -> str:
    """Return the state to which an event of this category moves any right, empty where that is none or depends on what was before."""
    return _MOVES.get(letter, "")


def status_from(categories: Iterable[tuple[date | None, str]]) -> Derived:
    """Replay events, given as (effective date, category letter), and return the state they leave and the deciding event.

    Events of one day count in the order given; undated ones count first, since nothing says they came after a dated one.
    The place is counted from 0 in the iterable; it is None while no event decided. Voided events (category Y) must be left out by the caller, who knows what they void.
    """
    events = sorted(enumerate(categories), key=lambda event: event[1][0] or date.min)
    derived, granted = Derived("unknown", None), False
    for index, (_, letter) in events:
        move = _MOVES.get(letter)
        granted = granted or move == "in_force"
        if letter == APPLIED and not granted:
            move = "pending"
        if letter == AGAINST and derived.state != "ended":
            move = "unknown"
        if move is None and (derived.event is None or derived.state == "pending"):
            move = _BEFORE_GRANT.get(letter)
        if move and (move != derived.state or derived.event is None):
            derived = Derived(move, index)
    return derived
