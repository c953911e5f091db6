"""Application numbers under WIPO ST.13 (type, year, nine digits) in the way their office writes them, so that both are one number."""

from __future__ import annotations

import re

_ST13 = re.compile(
    r"(?P<office>[A-Z]{2}-?)?(?P<t>[1-9]\d)-?(?P<y>(?:19|20)\d\d)-?(?P<n>\d{9})(?=-|[A-Z]|$)(?P<rest>.*)", re.ASCII
)
_WITHIN = re.compile(r"([1-9]\d)-?([A-Z]{2})-?((?:19|20)\d\d-?\d{9})(?!\d)", re.ASCII)
RIGHTS = {"10": "patent", "20": "utility_model", "50": "trademark", "70": "design"}

# Type under ST.13 → the office's own way. A type that is not there is of the tens it is in (11, an entry of the PCT, is as 10).
_IPAS = {"10": "P", "20": "U", "50": "T", "70": "D"}
_ONE_TO_FOUR = {"10": "1", "20": "2", "50": "4", "70": "3"}
_ANY_TYPE = dict.fromkeys(("10", "20"), "")


def _each(types: dict[str, str], written: str) -> dict[str, str]:
    return {st13: written.replace("{t}", own) for st13, own in types.items()}


_OWN = {
    "AP": _each({"10": "P", "20": "U", "70": "D"}, "{t}-{y}-{n:06}"),
    "AR": _each({"10": "P", "20": "M"}, "{t}{y}{n:07}"),
    "CL": _each(_ANY_TYPE | {"70": ""}, "{y}{n:05}"),
    "CO": _each(_ANY_TYPE | {"70": ""}, "NC{y}{n:07}"),
    "CR": _each(_ANY_TYPE, "{y}-{n:04}"),
    "CU": _each(_IPAS, "{t}-{y}-{n:07}"),
    "DO": _each({"10": "P", "20": "U", "70": "D"}, "{t}{y}{n:06}"),
    "EA": _each({"10": "", "70": ""}, "{y}{n:05}"),
    "EC": {"10": "SP{y2}{n:06}"},
    "GT": _each(_ANY_TYPE, "{y}-{n:05}"),
    "HN": _each(_ANY_TYPE, "{y}-{n:06}"),
    "ID": {"10": "P00{y}{n:05}", "20": "S00{y}{n:05}", "70": "A00{y}{n:05}"},
    "IN": {"10": "{y}{n:08}"},
    "JO": _each({"10": "P", "20": "U", "70": "D"}, "{t}-{y}-{n:05}"),
    "KH": _each(_IPAS, "{t}-{y}-{n:05}"),
    "MX": _each({"10": "A", "20": "U", "70": "F"}, "{t}-{y}-{n:06}"),
    "MY": _each({"10": "PI", "20": "UI"}, "{t}{y}{n:06}"),
    "NI": _each(_ANY_TYPE, "{y}-{n:05}"),
    "OA": {"10": "1{y}{n:05}"},
    "PE": _each(_ANY_TYPE, "{n:06}-{y}"),
    "PH": _each(_ONE_TO_FOUR, "{t}-{y}-{n:06}") | {"50": "4{y}{n:08}"},
    "SG": {"10": "10{y}{n:05}", "11": "11{y}{n:05}", "50": "40{y}{n:05}", "70": "30{y}{n:05}"},
    "SV": _each(_ANY_TYPE, "{y}-{n:06}"),
    "TH": _each({"10": "01", "20": "03", "70": "02"}, "{y2}{t}{n:06}"),
    "TN": _each(_IPAS, "{t}-{y}-{n:06}"),
    "UA": _each({"10": "A", "20": "U", "50": "M", "70": "S"}, "{t}{y}{n:05}"),
    "VN": _each(_ONE_TO_FOUR, "{t}-{y}-{n:05}"),
    "ZA": {"10": "{y}-{n:05}"},
}
# The first year of a series that followed on one numbered otherwise.
_SINCE = {"CO": 2015, "IN": 2016, "SG": 2014}


def right(tidied: str) -> str:
    """Return the right the type of an ST.13 number is of; empty for another number."""
    match = _ST13.fullmatch(tidied)
    return RIGHTS.get(f"{match['t'][0]}0", "") if match else ""


def led(tidied: str) -> str:
    """Return the tidied text with the code of the office in front, where it stands behind the type (`10CO2021000012345`)."""
    return _WITHIN.sub(r"\2-\1\3", tidied, count=1) if _WITHIN.match(tidied) else tidied


def own(office: str, tidied: str) -> str:
    """Return the tidied text of an ST.13 number as its office writes it; empty for another number, or where that is not known."""
    match = _ST13.fullmatch(tidied)
    if match is None or (match["office"] or office).strip("-") != office or int(match["y"]) < _SINCE.get(office, 0):
        return ""
    types = _OWN.get(office, {})
    written = types.get(match["t"]) or types.get(f"{match['t'][0]}0", "")
    if not written:
        return ""
    year = {"y": match["y"], "y2": match["y"][2:]}
    spelled = written.format(n=int(match["n"]), **year)
    return spelled + match["rest"] if len(spelled) == len(written.format(n=0, **year)) else ""
