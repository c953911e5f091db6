"""Exception codes of authority files (WIPO ST.37): why a listed number has no document, or an unusual one.

Letters and meanings: ST.37 schema order and the authority files of IP Australia, OEPM and the Ukrainian office.
"""

from __future__ import annotations

EXCEPTIONS: dict[str, str] = {
    "C": "Published document defective",
    "D": "Deleted after publication",
    "E": "PCT national or regional entry, no document published",
    "M": "Document missing",
    "N": "Number not used",
    "P": "Available on paper only",
    "R": "Reissued",
    "U": "Number unknown, no document",
    "W": "Withdrawn before publication",
    "X": "Particular to the office",
}

# Numbers under these codes never had a document, so they do not count as missing. C, M, P and R stay in: a document existed.
NOT_DOCUMENTS = frozenset("DENUWX")


def exception(code: str) -> str:
    """Return what an exception code means, or the code itself where ST.37 does not define it."""
    return EXCEPTIONS.get(code.strip().upper(), code.strip())
