"""Class symbols as delivered: in one text, in the 50 columns of ST.8, or in their pieces (ST.36 and ST.96)."""

from __future__ import annotations

from ingest.document import Symbol
from ingest.safe_xml import Element, child, raw, text

PIECES = (
    ("section", "class", "subclass", "main-group", "subgroup"),
    ("Section", "Class", "Subclass", "MainGroup", "Subgroup"),
    ("CPCSection", "Class", "Subclass", "MainGroup", "Subgroup"),
)
TEXTS = ("text", "PatentClassificationText", "PatentClassificationSymbolText", "LocarnoClassificationText")
# All that stands in a symbol: its pieces, and what says how it was given, which the store has no place for.
PARTS = frozenset(
    {
        *(piece for names in PIECES for piece in names), *TEXTS, "date", "ClassificationVersionDate", "edition", "country",
        "classification-level", "symbol-position", "classification-value", "classification-status",
        "classification-data-source", "classification-scheme", "classification-symbol", "patent-classification-level",
        "PatentClassificationLevelCode", "SymbolPositionCode", "PatentClassificationValueCode", "PatentClassificationStatusCode",
        "PatentClassificationDataSourceCode", "PatentClassificationActionDate", "ActionDate", "IPOfficeCode", "GeneratingOfficeCode",
        *(f"{scheme}Classification{what}Code" for scheme in ("IPC", "CPC") for what in ("Value", "Status", "Level", "DataSource")),
        "generating-office", "scheme-origination-code", "PDAT",
    }
)  # fmt: skip
COLUMNS = slice(19, 27)  # of a 50-column text: the version's date (standards.md §1.3)


def symbol(scheme: str, element: Element, version: str = "") -> Symbol:
    """Return the symbol in `element`; the columns of a text are kept, because blanks count there."""
    dated = child(element, f"{scheme}-version-indicator/date")
    date = text(child(element, "ClassificationVersionDate") if dated is None else dated)
    for names in PIECES:
        section, class_, subclass, group, subgroup = (text(child(element, key)) for key in names)
        if section:
            value = f"{section}{class_}{subclass} {group}/{subgroup}" if group else f"{section}{class_}{subclass}"
            return Symbol(scheme, value, date or version)
    said = next((found for key in TEXTS if (found := child(element, key)) is not None), element)
    value = raw(said).strip()
    return Symbol(scheme, value, date or version or (value[COLUMNS] if value[COLUMNS].isdecimal() else ""))
