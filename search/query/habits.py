"""What searchers bring from other systems: their codes, truncation signs and words, as tables."""

from __future__ import annotations

import re

from search.fields import find

# A spreadsheet's `[CC]number (kind)`.
OFFICE_IN_BRACKETS = re.compile(r"\[([A-Za-z]{2})\]")

# PATENTSCOPE puts a language before a field, as EN_TI; English is searched in any case, others confine the record's language.
LANGUAGE_CODE = re.compile(r"([a-z]{2})_(ti|ab|cl|de|alltxt|all)")
LANGUAGE_FIELDS = {"ti": "ti", "ab": "ab", "cl": "claims", "de": "desc", "all": "txt", "alltxt": "ftxt"}

# Codes that mean one thing at the EPO and another elsewhere. The first value decides: where the pattern matches
# it, the first field is meant, else the second; the third part says how to ask for the other.
AMBIGUOUS = {
    "cl": (
        re.compile(r"[A-HY]\d\d", re.IGNORECASE),
        ("class", "for claims write claims="),
        ("claims", "for a class write class="),
    ),
    "an": (
        re.compile(r"(?=(?:\D*\d){3})(?:[^a-z]*[a-z]){0,5}[^a-z]*$", re.IGNORECASE),
        ("application_number", "for the applicant write pa="),
        ("applicant", "for the application number write ap="),
    ),
}

# Codes of other systems for what is not held here, with what to type.
ELSEWHERE = {
    "prd": "Priority dates are not searchable; for the priority number write pr=, for dates pd= or ad=.",
    "ct": "Citations are not searchable.",
    "famn": "Families are not searchable; search the priority number with pr=.",
    "rp": "Agents are not searchable; names searched are those of applicants (pa=) and inventors (in=).",
    "aadc": "The applicant's country is not searchable; for the office write cc=.",
    "ana": "The applicant's nationality is not searchable; for the office write cc=.",
    "are": "The applicant's residence is not searchable; for the office write cc=.",
    "npcc": "National phase entries are not searchable; for the office write cc=.",
    "npan": "National phase entries are not searchable; for the application number write ap=.",
    "nped": "National phase entries are not searchable; for the filing date write ad=.",
}

# A field behind a word or bracket: `silica.ti.`, `"rice husk"/TI`, `(rice husk).clm.`.
SUFFIX = re.compile(r"(\"[^\"]*\"|[^\s()\"./]+)(?:\.([A-Za-z]{2,5})\.(?![\w.])|/([A-Z]{2,5})(?![\w/]))")
BRACKET_SUFFIX = re.compile(r"\.([A-Za-z]{2,5})\.(?![\w.])|/([A-Z]{2,5})(?![\w/])")

# Signs for "any letters" in other tools, at the end of a word of some length: Ca2+ and C++ stay what they are.
FOREIGN_TRUNCATION = re.compile(r"(?P<stem>[^\W\d_]{4,})(?:\+|\$\d?)")
WILDCARD = re.compile(r"[*?#]")

# Words for the values of closed lists, beside the values themselves.
SYNONYMS = {
    "right": {
        "patents": "patent",
        "invention": "patent",
        "utility model": "utility_model",
        "utility models": "utility_model",
        "utility-model": "utility_model",
        "um": "utility_model",
        "petty patent": "utility_model",
        "simple patent": "utility_model",
        "designs": "design",
        "industrial design": "design",
        "trade mark": "trademark",
        "trademarks": "trademark",
        "trade marks": "trademark",
        "mark": "trademark",
    },
    "status": {
        "in force": "in_force",
        "active": "in_force",
        "expired": "ended",
        "lapsed": "ended",
        "dead": "ended",
        "refused": "ended",
        "withdrawn": "ended",
    },
}


def known(code: str) -> bool:
    """Return whether a field is meant by `code`, here or in another system."""
    low = code.lower()
    return find(low) is not None or low in AMBIGUOUS or low in ELSEWHERE or LANGUAGE_CODE.fullmatch(low) is not None
