"""Class symbols: that there are any, that the classification knows them, that they fit the right (WIPO ST.8, ST.80)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.quality.check import Check
from portal.records.models import Right, Scheme
from portal.records.store import Draft

# Section → classes of the IPC, 2024.01. Classes of earlier editions that were given up are not in it.
IPC_CLASSES = {
    "A": "01 21-24 41-47 61-63 99",
    "B": "01-09 21-33 41-44 60-68 81-82 99",
    "C": "01-14 21-23 25 30 40 99",
    "D": "01-07 21 99",
    "E": "01-06 21 99",
    "F": "01-04 15-17 21-28 41-42 99",
    "G": "01-12 16 21 99",
    "H": "01-05 10 99",
}
FITTING = {
    Right.PATENT: {Scheme.IPC, Scheme.CPC},
    Right.UTILITY_MODEL: {Scheme.IPC, Scheme.CPC},
    Right.DESIGN: {Scheme.LOCARNO},
    Right.TRADEMARK: {Scheme.NICE, Scheme.VIENNA},
}
NEEDED = {**FITTING, Right.TRADEMARK: {Scheme.NICE}}
_SYMBOL = re.compile(r"([A-Z])(\d\d)([A-Z]?)")


def _known(section: str, number: int) -> bool:
    spans = (span.partition("-") for span in IPC_CLASSES.get(section, "").split())
    return any(int(low) <= number <= int(high or low) for low, _, high in spans)


IPC = {f"{section}{n:02}" for section in IPC_CLASSES for n in range(100) if _known(section, n)}


def no_class(draft: Draft) -> Iterator[str]:
    needed = NEEDED.get(Right(draft.record.right), set()) if draft.record.right else set()
    held = {row.scheme for row in draft.classifications}
    if draft.publications and draft.texts and needed and not held & {*needed, Scheme.NATIONAL}:
        yield f"The {Right(draft.record.right).label.lower()} has no class ({' or '.join(sorted(needed))})."


def class_of_other_right(draft: Draft) -> Iterator[str]:
    if not draft.record.right:
        return
    fitting = {*FITTING[Right(draft.record.right)], Scheme.NATIONAL}
    for scheme in dict.fromkeys(row.scheme for row in draft.classifications):
        if scheme not in fitting:
            yield f"A class of {Scheme(scheme).label} does not fit a {Right(draft.record.right).label.lower()}."


def foreign_section(draft: Draft) -> Iterator[str]:
    for row in draft.classifications:
        found = _SYMBOL.match(row.original.upper().strip())
        if row.scheme == Scheme.IPC and found and found[1] not in IPC_CLASSES:
            yield f"{row.original} is no symbol of the IPC: its sections are A to H."


def unknown_class(draft: Draft) -> Iterator[str]:
    for row in draft.classifications:
        found = _SYMBOL.match(row.symbol)
        if row.scheme == Scheme.IPC and found and found[1] in IPC_CLASSES and row.symbol[:3] not in IPC:
            yield f"{row.symbol}: the IPC has no class {row.symbol[:3]}."


def subclass_only(draft: Draft) -> Iterator[str]:
    for row in draft.classifications:
        if row.scheme == Scheme.IPC and len(row.symbol) == 4:
            yield f"{row.symbol} names a subclass and no group."


CHECKS = (
    Check("CLASS-NONE", "info", no_class, "A published record has no class of the kind its right needs.",
          "Deliver the IPC (INID 51), Locarno or Nice class."),
    Check("CLASS-RIGHT", "warning", class_of_other_right, "A class is of a scheme that does not belong to the right.",
          "Check the type of right and the field the class stands in."),
    Check("CLASS-SECTION", "warning", foreign_section, "A symbol of the IPC begins with a letter beyond H.",
          "Deliver symbols of section Y as CPC."),
    Check("CLASS-UNKNOWN", "warning", unknown_class, "A symbol lies in a class the IPC does not have, or has given up.",
          "Correct the symbol, or reclassify by the concordance lists of the IPC."),
    Check("CLASS-BROAD", "info", subclass_only, "A symbol of the IPC ends with the subclass.",
          "Deliver the full symbol, with group and subgroup."),
)  # fmt: skip
