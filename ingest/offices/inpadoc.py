"""What the codes of INPADOC mean, the EPO's collection of legal events, for offices that send theirs under common codes.

Offices of Latin America and the Eurasian office name events by the headings of WIPO ST.17 (FA withdrawn, FG granted, MK expired),
some with a digit and a letter behind. A code of the EPO's own with D before it deletes what it told: D18D is “deemed withdrawn” deleted. Brazil's codes are the chapters of its gazette: B16A is dispatch 16.1, which held for 75 of
the 75 codes that name their chapter. A profile that lists a code itself goes before this table.
"""

from __future__ import annotations

import re

from ingest.offices.event_rule import EventRule
from ingest.offices.profiles import Profile

ST17_OFFICES = frozenset(("AR", "CO", "CR", "CU", "EA", "EC", "GT", "IL", "IN", "MX", "PE", "SV"))
_ST17 = {
    "AE": ("Lapsed application restored", "C"), "FA": ("Application withdrawn or abandoned", "B"), "FB": ("Procedure suspended", "T"),
    "FC": ("Application refused", "B"), "FD": ("Application lapsed", "B"), "FG": ("Granted or registered", "F"),
    "FX": ("Application withdrawn by the applicant", "B"), "GB": ("Transfer of rights", "R"), "GD": ("Licence granted", "S"),
    "HC": ("Change of name", "R"), "HH": ("Correction", "Y"), "HK": ("Correction of the bulletin", "Y"), "HM": ("Change of inventors", "R"),
    "HZ": ("Corrected title page published", "Q"), "LC": ("Right maintained in amended form", "M"), "LD": ("Right limited on request", "M"),
    "MA": ("Right surrendered", "H"), "MC": ("Right annulled or revoked", "H"), "MD": ("Opposition filed", "L"), "MF": ("Right revoked as invalid", "H"),
    "MH": ("Right renounced", "H"), "MK": ("Right expired", "H"), "MM": ("Right lapsed: fee not paid", "H"), "ND": ("Term extended", "G"),
    "NF": ("Lapsed right restored", "K"), "NG": ("Opposition rejected", "L"), "PC": ("Transfer by assignment recorded", "R"),
    "PD": ("Change of owner", "R"), "PZ": ("Pledge recorded", "S"), "QB": ("Licence recorded", "S"), "QC": ("Licence ended", "S"),
    "QZ": ("Licence corrected", "S"), "RL": ("Court decision", "V"), "TB": ("Inventors corrected", "R"), "TC": ("Name of the owner changed", "R"),
    "TH": ("Corrected specification published", "P"), "TK": ("Correction of a published patent", "P"), "TZ": ("Corrected patent published", "P"),
}  # fmt: skip
ST17_CODE = re.compile(r"([A-Z]{2})(?:\d\d|\d[A-Z])?")
BRAZIL_CODE = re.compile(r"B(\d\d)([A-Z])")
IN_STATE = re.compile(r"[A-Z]{2}: ?(?=[A-Z])")  # before what the EPO tells of one designated state
DELETED = "D"  # before a code of the EPO: what it told is deleted
CONFIDENCE = 0.85


def rule(profile: Profile, code: str, name: str = "") -> EventRule | None:
    """Return what an INPADOC code of the profile's office means, or its name; None where it is not one of the common ones."""
    if profile.code == "BR" and (match := BRAZIL_CODE.fullmatch(code)):
        return profile.events.get(f"{int(match[1])}.{ord(match[2]) - ord('A') + 1}")
    if profile.code == "EP" and code[:1] == DELETED and (deleted := profile.events.get(code[1:])):
        return EventRule(f"Deleted: {deleted.english}", "Y", CONFIDENCE, voids=(code[1:],))
    if profile.code == "EP" and IN_STATE.match(name):
        return EventRule(f"In one state: {name}", "W", CONFIDENCE)
    if profile.code in ST17_OFFICES and (match := ST17_CODE.fullmatch(code)) and match[1] in _ST17:
        english, category = _ST17[match[1]]
        return EventRule(english, category, CONFIDENCE)
    return None
