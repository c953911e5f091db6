"""Every check, room by room, and how they are run over a document.

A check never changes anything and never stops a document: what cannot be stored at all is refused by `ingest.normalise`.
"""

from __future__ import annotations

from ingest.document import Problem
from ingest.quality import claims, classes, dates, numbers, parties, texts
from portal.records.store import Draft

CHECKS = (*numbers.CHECKS, *dates.CHECKS, *texts.CHECKS, *claims.CHECKS, *parties.CHECKS, *classes.CHECKS)


def run(draft: Draft, place: str) -> list[Problem]:
    """Every sentence the checks have to say about `draft`."""
    return [Problem(check.code, check.severity, sentence, place) for check in CHECKS for sentence in check.find(draft)]
