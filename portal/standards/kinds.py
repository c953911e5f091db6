"""Kinds of patent documents (WIPO ST.16) in words, by office where the office uses a letter in its own way.

Source: ST.16 for the fallback; the codes of each office as seen in EPO DOCDB statistics, the RPI and national registers.
Rows marked `unverified` rest on general knowledge alone.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from portal.standards.remembered import remembered


class Kind(NamedTuple):
    """What a kind code says: words for people, the right it belongs to and the level of publication.

    `corrects` is the level of what a correction corrects; `since` the day before which a kind of grants was one of applications.
    """

    words: str
    right: str = "patent"
    level: str = "application"
    corrects: str = ""
    since: date = date.min


def _um_since(year: int, words: str) -> Kind:
    return Kind(f"Utility model, {words}", "utility_model", "grant", since=date(year, 1, 1))


def _correction_of(kind: Kind) -> Kind:
    return Kind(f"{kind.words}, corrected", kind.right, "correction", kind.level)


_APPLICATION = Kind("Patent application")
_GRANT = Kind("Granted patent", level="grant")
_UM_APPLICATION = Kind("Utility model, application", "utility_model")
_UM_GRANT = Kind("Utility model, granted", "utility_model", "grant")
_ADDITION = Kind("Certificate of addition, application")
_ADDITION_GRANT = Kind("Certificate of addition, granted", level="grant")
_DESIGN = Kind("Industrial design", "design", "grant")

_WITH_REPORT = Kind("Patent application with search report")
_WITHOUT_REPORT = Kind("Patent application without search report")
_REPORT = Kind("Search report")

# WIPO ST.16: the letter tells the group, 8 and 9 corrections of it; more exact rows come first by their longer code.
_GENERAL: dict[str, Kind] = {
    "A": _APPLICATION,
    "B": _GRANT,
    "C": _GRANT,
    "E": _ADDITION_GRANT,
    "H": Kind("Statutory invention registration", level="grant"),
    "S": _DESIGN,
    "T": Kind("Translation of a patent document", level=""),
    "U": _UM_APPLICATION,
    "Y": _UM_GRANT,
    "Z": _UM_GRANT,
}

_REPORTS = {"A1": _WITH_REPORT, "A2": _WITHOUT_REPORT, "A3": _REPORT}
_GRANTED_A = {"A": _GRANT}
_GRANTED_A1 = {"A1": _GRANT}
_GRANTED_U = {"U": _UM_GRANT, "U1": _UM_GRANT}  # of offices that publish a utility model as it is registered
_CORRECTED_A = {f"A{digit}": _correction_of(_APPLICATION) for digit in "89"}

_BY_OFFICE: dict[str, dict[str, Kind]] = {
    **dict.fromkeys(("AT", "BY", "CZ", "DE", "KZ"), _GRANTED_U),  # unverified
    "AP": _GRANTED_A | {"A0": _APPLICATION, "D0": _APPLICATION},
    "AR": {
        "A2": Kind("Patent application, divisional"),
        "A3": _ADDITION,
        "A4": _UM_APPLICATION,
        "A5": Kind("Utility model, divisional application", "utility_model"),
        "A6": Kind("Utility model, application for addition", "utility_model"),
    },
    "BR": {
        "C1": _ADDITION_GRANT,
        "D0": _APPLICATION,
        "E2": _ADDITION,
        "E8": _correction_of(_ADDITION),
        "F1": _ADDITION_GRANT,
        "F8": _correction_of(_ADDITION_GRANT),
    },
    "CN": {"U": _um_since(1993, "granted (before 1993: application)")},
    "EA": _REPORTS,
    "EG": _GRANTED_A,
    "EP": _REPORTS | {"A4": Kind("Supplementary search report"), "B2": Kind("Granted patent, amended", level="grant")},
    "ID": {"S": _UM_GRANT},  # unverified: simple patents, one page only
    # unverified: filed from 1994 on registered without examination, the last applications of the law before published in 1995
    "JP": {"U": _um_since(1996, "registered (before 1996: or application)")},
    "MY": _GRANTED_A,  # unverified: the A documents carry grant numbers (MY-130321-A)
    "OA": _GRANTED_A,
    "PH": _GRANTED_U,
    "RU": _GRANTED_U,
    "SG": {"G": Kind("UK patent registered in Singapore", level="grant")},  # unverified
    "TH": {"A3": _UM_APPLICATION, "C": _UM_GRANT},  # unverified: petty patents
    "TN": _GRANTED_A1,  # unverified, as is Algeria: patents granted without examination
    "DZ": _GRANTED_A1,
    "UA": {
        "A": Kind("Patent granted without examination as to substance", level="grant"),
        "A1": _APPLICATION,
        "C1": Kind("Patent granted after examination, first publication", level="grant"),
        "U": _UM_GRANT,
    },
    "US": _GRANTED_A
    | _CORRECTED_A
    | {"A1": _APPLICATION, "A2": _APPLICATION},  # A alone until 2001, when applications were not published
    "VN": {"U": _UM_APPLICATION},  # unverified: utility solutions
    "WO": {
        "A1": Kind("International application with search report"),
        "A2": Kind("International application without search report"),
        "A3": Kind("International search report"),
        "A4": Kind("International application, claims amended"),
    },
    "ZA": _GRANTED_A,  # published on grant: South Africa registers without examination
}

_OF_BOTH = {("MY", "A")}  # unverified: kinds of patents and of utility models alike
_CODE = re.compile(r"[A-Z]\d?")
CORRECTIONS = ("8", "9")  # of the title page alone, and a document printed anew


@remembered
def _find(office: str, kind: str) -> Kind | None:
    code = kind.strip().upper()
    if not _CODE.fullmatch(code):
        return None
    own = _BY_OFFICE.get(office.upper(), {})
    letter = own.get(code[0]) or _GENERAL.get(code[0])
    if letter and code[1:] in CORRECTIONS:
        return own.get(code) or _correction_of(letter)
    return own.get(code) or _GENERAL.get(code) or letter


def meaning(office: str, kind: str) -> str:
    """Return what a kind code means in words; an unknown code gives `Kind X9`, an empty one an empty string."""
    found = _find(office, kind)
    if found:
        return found.words
    return f"Kind {kind.strip()}" if kind.strip() else ""


def right(office: str, kind: str) -> str:
    """Return the right a kind code belongs to (`patent`, `utility_model`, `design`), or an empty string."""
    found = _find(office, kind)
    return found.right if found else ""


def fits(office: str, kind: str, right_of_record: str) -> bool:
    """Tell whether a document of a right may have this kind code; one that is not known says nothing against it."""
    said = right(office, kind)
    both = (office, kind.strip().upper()) in _OF_BOTH and {said, right_of_record} == {"patent", "utility_model"}
    return not said or said == right_of_record or both


def level(office: str, kind: str, day: date | None = None) -> str:
    """Return `application`, `grant` or `correction`, of a document published on a day, or an empty string where the code says nothing."""
    found = _find(office, kind)
    return ("application" if day and day < found.since else found.level) if found else ""


def corrects(office: str, kind: str) -> str:
    """Return the level of what a document of this kind corrects, or an empty string where it corrects nothing known."""
    found = _find(office, kind)
    return found.corrects if found else ""
