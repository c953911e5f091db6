"""Every check, room by room, and how they are run over a document.

A check never changes anything and never stops a document: what cannot be stored at all is refused by `ingest.normalise`.
"""

from __future__ import annotations

from ingest.document import Problem
from ingest.quality import claims, classes, dates, numbers, parties, spoken, texts
from portal.records.store import Draft

ROOMS = {
    "Numbers and kinds": numbers.CHECKS,
    "Dates": dates.CHECKS,
    "Texts": texts.CHECKS,
    "Languages": spoken.CHECKS,
    "Claims": claims.CHECKS,
    "Parties": parties.CHECKS,
    "Classes": classes.CHECKS,
}
CHECKS = tuple(check for room in ROOMS.values() for check in room)
# What one document of a file lacks another may have told.
LACKS = frozenset(("CLASS-NONE", "FILING-NONE", "PARTY-NONE", "PUB-UNDATED", "TITLE-NONE"))


def run(draft: Draft, place: str, *, part: bool = False) -> list[Problem]:
    """Every sentence the checks have to say about `draft`; of a `part` of a file none about what it lacks."""
    asked = [check for check in CHECKS if not (part and check.code in LACKS)]
    said = [(check, sentence) for check in asked for sentence in dict.fromkeys(check.find(draft))]
    return [Problem(check.code, check.severity, sentence, place) for check, sentence in said]
