"""What the event and status words of ST.66 and ST.86 exports mean, whichever office sends them.

IPAS and the offices' own exports name events and the current status by the same English words. A profile that lists a word
itself goes before this table. The category is that of ST.27, with this project's own confidence: ST.61 and ST.87, which
classify events of marks and designs, use the same letters, but their lists of codes were not at hand.
"""

from __future__ import annotations

from ingest.offices.event_rule import EventRule
from portal.standards.events import APPEALED, RESTORED

# Each word with its category and the confidence in it.
_WORDS = {
    "Filed": ("A", 0.9), "Pending": ("A", 0.7), "Examined": ("D", 0.8), "Published": ("Q", 0.9), "Opposed": ("E", 0.6),
    "Registered": ("F", 0.9), "Renewed": ("M", 0.8), "Expired": ("H", 0.9), "Ended": ("H", 0.7), "Surrendered": ("H", 0.8),
    "Rejected": ("B", 0.8), "Refused": ("B", 0.8), "Withdrawn": ("B", 0.8), "Abandoned": ("B", 0.8),
    "Cancelled": ("N", 0.7), "Terminated": ("H", 0.9), "Patent lapsed": ("H", 0.9), "Invalidated": ("N", 0.8), "Appealed": ("V", 0.8), "Assigned": ("R", 0.8),
    "Term extended": ("G", 0.9), "Terminal disclaimer": ("W", 0.9), "Partly withdrawn": ("P", 0.6), "Rights re-established": ("K", 0.7), "Restored": ("K", 0.8), "Reinstated": ("K", 0.8), "Revived": ("K", 0.8),
    "Licensed": ("S", 0.9), "Licence of right": ("S", 0.8),
}  # fmt: skip
# A registration may be renewed after its term: it is in force again. What is restored may be an application, which is pending again.
_EFFECTS = {
    "Renewed": "K",
    **dict.fromkeys(("Rights re-established", "Restored", "Reinstated", "Revived"), RESTORED),
    "Appealed": APPEALED,
}
MARK_EVENTS = {
    word: EventRule(word, category, confidence, effect=_EFFECTS.get(word, ""))
    for word, (category, confidence) in _WORDS.items()
}


def mark_event(word: str, *, expires: bool) -> EventRule | None:
    """Return what a word means; a right said to be `Inactive` has expired where a day of expiry is given, else it has ended."""
    if word == "Inactive":
        word = "Expired" if expires else "Ended"
    return MARK_EVENTS.get(word)
