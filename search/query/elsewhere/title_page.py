"""Lines of a title page, each behind its INID code (WIPO ST.9), as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.standards import offices
from search.fields import FieldKind, find
from search.query import recognise
from search.query.elsewhere import labels

_FIELDS = {"22": "ad", "32": "prd", "43": "pd", "45": "pd", "51": "ipc", "54": "ti", "57": "ab"}
_FIELDS |= dict.fromkeys(("10", "11", "87"), "pn") | dict.fromkeys(("30", "31", "86"), "pr")
_FIELDS |= dict.fromkeys(("61", "62"), "num") | dict.fromkeys(("72", "75"), "in") | dict.fromkeys(("71", "73"), "pa")
_FIELDS |= {"19": "cc", "21": "ap", "74": "rp"}
_COUNTRY = "33"  # of the priority in the line before it
# Not the classes alone, which are read as they stand.
BEGINS = re.compile(rf"\A(?!\s*\(51\)(?!.*\(\d\d\)))\s*\((?:{'|'.join(_FIELDS)})\)\s*[^\s)]", re.DOTALL)
_LINE = re.compile(r"\((\d\d)\)([^()]{1,500})")
_INT_CL = re.compile(r"\bInt\.?\s?Cl\.?\s?\d?\s?:?\s{0,3}(?=[A-H]\d\d[A-Z])", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4})(?![\w/-])"
)
_OFFICE = re.compile(r"(?<![^\s,;])([A-Z]{2})(?=[\s,;]*$)")  # behind its number
_LABEL = re.compile(
    rf"\A(?:{labels.LABELLED.pattern}|(?:title|abstract|(?:applicant|assignee|owner|holder|inventor|agent)s?)\s?:\s*)",
    re.IGNORECASE,
)
_DIGITS = 4  # of the shortest number


def coded(text: str) -> str:
    """Return a title page as a query, `ap=(…) AND ti=(…)`; of codes without a field nothing, and without any the text as it is.

    On a line of numbers only they count; its dates and labels are passed over.
    """
    found: list[tuple[str, str]] = []
    for code, value in _LINE.findall(_INT_CL.sub("", text)):
        field, said = _FIELDS.get(code, ""), value.strip(" :;,\n")
        if code == _COUNTRY and found and (office := _OFFICE.search(said)):
            before = max((place for place, (name, _) in enumerate(found) if name == "pr"), default=None)
            if before is not None and found[before][1][:1].isdigit():
                found[before] = ("pr", f"{office[1]} {found[before][1]}")
        elif field and (read := _value(field, said)):
            found.append((field, read))
    return " AND ".join(f"{field}=({value})" for field, value in found) or text


def _value(code: str, written: str) -> str:
    """Return what a line says, for its field; nothing where there is nothing of its kind."""
    field = find(code)
    if field and field.kind is FieldKind.NUMBER:
        return " OR ".join(number for entry in re.split("[;\n]", written) for number in _numbers(entry))
    if field and field.name == "office":
        return written if written in offices.OFFICES else ""
    if field and field.kind is FieldKind.DATE and (day := _DAY.search(written)):
        return day[0]
    return _LABEL.sub("", written)


def _numbers(entry: str) -> Iterator[str]:
    """Yield the numbers of an entry, with the office that stands behind a single one, as in `10-2019-0080463 04/07/2019 KR`."""
    entry, at = _DAY.sub(" ", entry), 0
    office = _OFFICE.search(entry)
    while begins := re.compile(r"(?<!\w)\w").search(entry, at):
        at = max(recognise.number_end(entry, begins.start(), bare=False), begins.end())
        number = entry[begins.start() : at].strip()
        if sum(map(str.isdigit, number)) >= _DIGITS:
            yield f"{office[1]} {number}" if office and number[0].isdigit() else number
