"""What the event and status words of ST.66 and ST.86 exports mean, whichever office sends them.

IPAS and the offices' own exports name events and the current status by the same English words, beside the closed lists of ST.66 and
ST.96; but for what names a kind of entry and not what happened ("National prosecution history entry", "Undefined"), of which
the office's own words say more. A profile that lists a word itself goes before this table. The category is that of ST.27, with this project's own confidence: ST.61 and ST.87, which
classify events of marks and designs, use the same letters, but their lists of codes were not at hand.
"""

from __future__ import annotations

from ingest.offices.event_rule import EventRule
from portal.standards.events import AGAINST, APPEALED, RESTORED

# Each word with its category and the confidence in it.
_WORDS = {
    "Filed": ("A", 0.9), "Pending": ("A", 0.7), "Examined": ("D", 0.8), "Published": ("Q", 0.9), "Opposed": ("E", 0.6),
    "Registered": ("F", 0.9), "Renewed": ("M", 0.8), "Expired": ("H", 0.9), "Ended": ("H", 0.7), "Surrendered": ("H", 0.8),
    "Rejected": ("B", 0.8), "Refused": ("B", 0.8), "Withdrawn": ("B", 0.8), "Abandoned": ("B", 0.8),
    "Cancelled": ("N", 0.7), "Terminated": ("H", 0.9), "Patent lapsed": ("H", 0.9), "Invalidated": ("N", 0.8), "Appealed": ("V", 0.8), "Assigned": ("R", 0.8),
    "Term extended": ("G", 0.9), "Terminal disclaimer": ("W", 0.9), "Partly withdrawn": ("P", 0.6), "Rights re-established": ("K", 0.7), "Restored": ("K", 0.8), "Reinstated": ("K", 0.8), "Revived": ("K", 0.8),
    "Licensed": ("S", 0.9), "Licence of right": ("S", 0.8),
    "Lapsed": ("H", 0.9), "Removed": ("H", 0.8), "Revoked": ("N", 0.8), "Not renewed": ("H", 0.8),
    "Application filed": ("A", 0.9), "Filing date accorded": ("A", 0.9), "Classification checked": ("D", 0.9), "Application accepted": ("D", 0.9), "Application under examination": ("D", 0.9),
    "Application published": ("Q", 0.9), "Application opposed": ("E", 0.9), "Opposition pending": ("E", 0.8), "Application refused": ("B", 0.9), "Application withdrawn": ("B", 0.9),
    "Registration published": ("F", 0.8), "Registration opposed": ("L", 0.8), "Registration cancellation pending": ("L", 0.9), "Revocation proceeding pending": ("L", 0.9),
    "Invalidity proceeding pending": ("L", 0.9), "Registration cancelled": ("N", 0.9), "Registration surrendered": ("H", 0.9), "Registration expired": ("H", 0.9),
    "Appeal pending": ("V", 0.8), "Action before court of justice pending": ("V", 0.8),
    "Interruption of proceeding": ("T", 0.8), "Interruption of proceedings": ("T", 0.8), "Conversion requested": ("T", 0.7),
}  # fmt: skip
# What is attacked is a registration, and stands until that is decided.
_ATTACKED = ("Registration opposed", "Registration cancellation pending", "Revocation proceeding pending", "Invalidity proceeding pending")  # fmt: skip
# A registration may be renewed after its term: it is in force again. What is restored may be an application, which is pending again.
# A mark of a union is converted into national ones once it has ended, or for states in which it cannot live.
_EFFECTS = {
    "Renewed": "K",
    **dict.fromkeys(("Rights re-established", "Restored", "Reinstated", "Revived"), RESTORED),
    **dict.fromkeys(("Appealed", "Appeal pending", "Action before court of justice pending"), APPEALED),
    "Conversion requested": AGAINST,
    **dict.fromkeys(_ATTACKED, "M"),
}
MARK_EVENTS = {
    word: EventRule(word, category, confidence, effect=_EFFECTS.get(word, ""))
    for word, (category, confidence) in _WORDS.items()
}


def mark_event(word: str, *, expires: bool) -> EventRule | None:
    """Return what a word means; a right said to be `Inactive` has expired where a day of expiry is given, else it has ended."""
    if word == "Inactive":
        word = "Expired" if expires else "Ended"
    return MARK_EVENTS.get(word) or MARK_EVENTS.get(word.capitalize())
