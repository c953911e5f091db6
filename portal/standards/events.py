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

# Detailed events that say less than their category, or the contrary: what was only asked for, or refused.
DETAILS: dict[str, str] = {
    "A17": "Divisional or continuation application rejected", "A20": "Conversion application rejected",
    "C11": "Revival of the application requested", "C12": "Request for revival of the application rejected", "C14": "Priority right restored",
    "D12": "Request for examination rejected", "E15": "Request for pre-grant review rejected",
    "G11": "Extension of the SPC term requested", "G12": "Extension of the SPC term not granted", "G14": "Extension of the SPC term revoked",
    "G15": "Patent term adjustment requested", "G16": "Patent term adjustment not granted", "G18": "Patent term extension requested", "G19": "Patent term extension not granted",
    "K11": "Revival of the IP right requested", "K12": "Request for revival of the IP right rejected", "L18": "Request for review of the IP right rejected",
    "N11": "Application terminated", "P11": "Amendment of the application requested", "P12": "Request for amendment of the application rejected",
    "P14": "Amendment of the IP right document requested", "P15": "Request for amendment of the IP right document rejected", "Q15": "Earlier publication cancelled",
    "R11": "Change of name or transfer requested", "R15": "Change of inventor requested", "R19": "Request for change of party data rejected",
    "T11": "Extension of a time limit requested", "T12": "Extension of a time limit not granted",
    "U13": "Renewal or maintenance fee not paid", "U14": "Designation fee not paid", "V13": "Appeal inadmissible, rejected or withdrawn",
}  # fmt: skip

# A status event code (standards.md §5): state, previous and current stage, key event, detailed event; then an indicator and
# the office's own code, which may be left out.
CODE = re.compile(
    r"(?P<state>[ANTU])-(?P<before>[0-6])-(?P<after>[0-6])-(?P<key>[A-HK-NP-WY](?:00|10))-(?P<detail>[A-HK-NP-WY]\d\d)(?:-|$)"
)

# Where each category moves the right; those before the grant only what nothing has been granted to or ended yet.
_MOVES = {"F": "in_force", "K": "in_force", "M": "in_force", "H": "ended", "N": "ended", "B": "ended", "C": "pending"}
_BEFORE_GRANT = dict.fromkeys("ADEQ", "pending")
# What ST.27 has no letter for.
UNTOLD = "X"  # a status in words that nobody has explained
# An event that nobody has explained, said to be against the right or in its favour (INPADOC).
AGAINST, FAVOUR = "-", "+"
DOUBTED = "~"  # that it had ended is no longer upheld: it may live again
APPLIED = "I"  # an application that is alive, whatever happened to it
UNGRANTED = "J"  # an application again, after the grant
RESTORED = "O"  # what had ended is as it was before: a right that was granted in force, an application pending
APPEALED = "?"  # an appeal: what a refusal had ended is pending, what something else had ended may be alive
UPHELD = "Z"  # the decision appealed against stands: an application it had ended is ended again
# An application ended for want of a fee; the fee is paid: nothing else that ended it is undone.
SHELVED, UNSHELVED = "(", ")"
_MOVES |= {
    UNTOLD: "unknown",
    AGAINST: "unknown",
    FAVOUR: "unknown",
    DOUBTED: "unknown",
    APPLIED: "pending",
    UNGRANTED: "pending",
    UPHELD: "ended",
    SHELVED: "ended",
    UNSHELVED: "pending",
}
ENDS = "NT"  # the states of a code that is not active (N) or terminated (T)
BEFORE, AFTER = "123", "45"  # the stages before and after the grant


class Step(NamedTuple):
    """What is told of a right by a letter, on its day; `shown`: nothing that happened, but the state a register shows of that day."""

    day: date | None
    letter: str
    shown: bool = False


class Derived(NamedTuple):
    """A derived state (`pending`, `in_force`, `ended`, `unknown`) and the place of the event that decided it."""

    state: str
    event: int | None


def category_name(letter: str) -> str:
    """Return the category of a letter in words, or an empty string for a letter ST.27 does not use."""
    return CATEGORIES.get(letter.strip().upper(), "")


def detail_name(code: str) -> str:
    """Return a detailed event (`K11`) in words: its own where they say otherwise than those of its category."""
    return DETAILS.get(code) or category_name(code[:1])


def category_of(code: str) -> str:
    """Return the category letter of an ST.27 status event code (`A-1-2-D10-D11`), empty for any other text."""
    match = CODE.match(code)
    return match["detail"][0] if match else ""


def effect(code: str, letter: str) -> str:
    """Return the letter that moves the right as a status event code says: its state and stages go before its category.

    An active application that had ended before is revived (C), one that was granted is an application again (J). Any other
    text, or a code of an unspecified state or stage, moves the right as `letter` does.
    """
    match = CODE.match(code)
    if not match or match["state"] == "U":
        return letter
    if match["state"] in ENDS:
        return letter if _MOVES.get(letter) == "ended" else "N"
    if match["after"] in AFTER:
        return letter if letter in "FK" else "K"
    if match["after"] in BEFORE and match["before"] in AFTER:
        return UNGRANTED
    if match["after"] in BEFORE:
        return APPLIED if match["before"] in "0" + BEFORE else "C"
    return letter


def undoes_grant(code: str) -> bool:
    """Tell whether a status event code leads from a stage after the grant to one before it."""
    match = CODE.match(code)
    return bool(match and match["before"] in AFTER and match["after"] in BEFORE)


def move(letter: str) -> str:
    """Return the state to which an event of this category moves a right that it moves, empty where that is none."""
    return _MOVES.get(letter, "")


def status_from(steps: Iterable[Step]) -> Derived:
    """Replay what is told of a right, and return the state it leaves and the place of what decided it.

    Steps of one day count in the order given; undated ones count first, since nothing says they came after a dated one. An
    event moves the right only from where ST.27 has it happen; what a register shows is the state, whatever was before.
    The place is counted from 0 in the iterable; it is None while nothing decided. Voided events (category Y) must be left out by the caller, who knows what they void.
    """
    stands = _Stands()
    for place, step in sorted(enumerate(steps), key=lambda each: each[1].day or date.min):
        if step.shown or stands.moves(step.letter):
            stands = stands.then(place, step)
    return Derived(stands.state or "unknown", stands.decided)


class _Stands(NamedTuple):
    """Where a right stands: its state, empty while nothing decided, the place and step that brought it there, and what granted it.

    `appealed`: it lives, or may, though something had ended it that may be upheld. `before`: where it stood when a fee was not paid.
    """

    state: str = ""
    decided: int | None = None
    by: Step = Step(None, "")
    grant: Step | None = None
    appealed: bool = False
    before: _Stands | None = None

    def moves(self, letter: str) -> bool:
        """Tell whether an event moves a right from here: what is of an application moves nothing granted, and the other way round."""
        ended = self.state == "ended"
        if letter in ("B", "C", APPLIED, SHELVED, UNSHELVED):
            return not self.grant
        if letter in (RESTORED, APPEALED):
            return ended
        if letter == UPHELD:
            return self.appealed or bool(self.before and self.before.appealed)
        if letter in "FM":  # what has ceased is not granted again, and that its grant stands keeps nothing alive
            return not (ended and (self.grant or (letter == "M" and self.by.letter in "HN")))
        # of what lives the one may end it, of what has ended the other may bring it back
        if letter in (AGAINST, DOUBTED, FAVOUR):
            return ended == (letter == FAVOUR)
        # what is examined on lives
        goes_on = letter == "D" and self.by.letter in (DOUBTED, UNSHELVED) and not self.grant
        return goes_on or letter not in _BEFORE_GRANT or self.state in ("", "pending")

    def then(self, place: int, step: Step) -> _Stands:
        """Return where it stands after a step; of two that say the same the first is kept, unless a register shows it anew.

        What revives an application goes on from its appeal to the decision: of that the last is kept. A grant is of its own day, not
        of that on which a register showed it.

        A register that shows a granted right pending is not kept up, or speaks of what goes on after the grant: it lives.
        """
        state = _MOVES.get(step.letter) or _BEFORE_GRANT.get(step.letter)
        if step.letter == RESTORED and self.state == "ended":
            state = "in_force" if self.grant or self.by.letter in "HN" else "pending"
        if step.letter == APPEALED and self.state == "ended":
            state = "pending" if self.by.letter in ("B", SHELVED) and not self.grant else "unknown"
        if step.letter == UNSHELVED:
            return self._unshelved(place, step)
        if not state:
            return self
        if step.letter in _BEFORE_GRANT and self.grant and not self.grant.shown:
            return self if self.state == "in_force" else _Stands("in_force", place, step, self.grant)
        grant = self._granted(state, step)
        anew = (step.shown and self.by.shown) or step.letter == self.by.letter == "C"
        anew = anew or (self.by.shown and step.letter == self.by.letter == "F")
        anew = anew or (self.by.letter == SHELVED != step.letter)
        if state == self.state and not anew:
            return self._replace(grant=grant)
        doubts = step.letter in ("C", APPEALED, FAVOUR)
        appealed = state in ("pending", "unknown") and (doubts or (self.appealed and not step.shown))
        before = (self.before or self) if step.letter == SHELVED else self.before if doubts else None
        return _Stands(state, place, step, grant, appealed, before)

    def _unshelved(self, place: int, step: Step) -> _Stands:
        """Return where it stands once the fee is paid: as before it was shelved.

        Of what else had ended it nobody knows whether it stands: the office goes on with it, and there may be an appeal.
        """
        before = self.before or self
        if before.state == "ended":
            return _Stands("unknown", place, step, appealed=True)
        if before.state == "unknown" and before.by.letter != DOUBTED:
            return before
        if self.state == "pending" and self.by.letter not in ("C", UNSHELVED):
            return self
        return _Stands("pending", place, step, appealed=before.appealed)

    def _granted(self, state: str, step: Step) -> Step | None:
        """Return what granted the right, after a step to a state: what happened before what a register shows."""
        if state == "pending" or (step.shown and step.letter == "B"):
            return None
        if state == "in_force" and (not self.grant or (self.grant.shown and not step.shown)):
            return step
        return self.grant
