"""Codes before a slash, as the USPTO writes them: fields where the value can be theirs, else words with a slash between.

A code in capitals is a field alone and between operators; among plain words, as in `PA/PE film`, only before what is no abbreviation.
"""

from __future__ import annotations

import re
from functools import lru_cache

from portal.standards import languages, offices
from search.analysis.function_words import function_words
from search.fields import HAS, FieldKind, find
from search.query import recognise
from search.query.elsewhere import habits, prose
from search.query.elsewhere.not_held import ELSEWHERE

# Codes that the USPTO puts before a slash, which are no words in small letters either; those before a name may be, as in/out.
_USPTO = frozenset(
    {
        *("ttl", "abst", "aclm", "spec", "isd", "apd", "apn", "apt", "icl", "ccl", "cpc", "ipc", "aanm", "acn", "icn"),
        *("clm", "clms", "lrep", "exp", "prad", "prir", "fmid", "govt", "parn", "rlap", "rlfd", "fref", "oref"),
    }
)
_NAMED = re.compile(
    r"(?!(?:out|on|off|or|the|at|by|to|of|under|near|through|into|over|from)(?!\w))(?:[^\W\d_]{3}|[^\W\d_]{2}-)|[(\"]"
)
_KIND = re.compile(r"[a-z]\d(?!\w)")
_FIGURES = re.compile(r"(?:[a-z]{2})?\d{4}|\d{1,2}/\d{1,2}/\d{4}")

_ABBREVIATION = re.compile(r"[A-Z]{1,3}(?![\w*?$#-])")
_VALUE = re.compile(r"[^\s()\"]+")
_SIMILAR = re.compile(r"[^\s()\"]*~")  # which no quotes can keep a word
_PARTED = re.compile(r"[^\W\d_]+/[^\W\d_]")
_OFFICE = re.compile(r"([A-Z]{2})[$*]?(?!\w)")
_CODED = re.compile(r"(?<![\w/])[A-Z]{2,6}/(?=[^\s/])")
_QUOTED = re.compile(r'"[^"]*"')
_BETWEEN = re.compile(r"(?<!\S)(?:AND|OR|NOT|ANDNOT|NEAR\d*|ADJ\d*)(?!\S)|[()&|]", re.IGNORECASE)
_IN_CAPITALS = re.compile(r"(?<!\S)(?:AND|OR|NOT|ANDNOT|NEAR\d*|ADJ\d*)(?!\S)")
_PLAIN = re.compile(r"(?<!\S)[^\W\d_]{2,}(?:[-'][^\W\d_]+)*[.,;:!]?(?!\S)")


def slashed(code: str, text: str, at: int) -> bool:
    """Return whether a code and a slash before text[at:] are a field, in small letters too, and no words with a slash between."""
    if code.lower() in _USPTO and (code.isupper() or code in _USPTO):
        return habits.known(code)
    if code.isupper():
        fits = _fits if _among_words(text) and not _SIMILAR.match(text, at) else _may_be
        return habits.known(code) and (text[at] in '(["' or fits(code.lower(), text, at))
    if code in habits.WORDS_TOO:
        return _NAMED.match(text, at) is not None
    kind = field.kind if (field := find(code)) else None
    if kind is FieldKind.CLASS:
        return recognise.CLASS.match(text, at) is not None
    if code == "kd":
        return _KIND.match(text, at) is not None
    counted = kind in (FieldKind.DATE, FieldKind.NUMBER) or code in ELSEWHERE
    return counted and _FIGURES.match(text, at) is not None


@lru_cache(maxsize=64)
def _among_words(text: str) -> bool:
    """Return whether codes before slashes stand side by side with plain words: all, or in a query with operators or fields none."""
    parts = [part for part in _BETWEEN.split(_QUOTED.sub('""', text)) if _CODED.search(part)]
    mixed = [_PLAIN.search(part) is not None for part in parts]
    asked = (_IN_CAPITALS.search(text) and not prose.in_capitals(text)) or habits.names_field(text)
    return all(mixed) if asked else any(mixed)


def _may_be(code: str, text: str, at: int) -> bool:
    """Return whether what stands behind a code in capitals, alone or between operators, may be its value."""
    match, field = _VALUE.match(text, at), find(code)
    value = match[0].rstrip(".,;") if match else ""
    low = value.lower()
    if code in ELSEWHERE:
        return any(map(str.isdigit, value))
    if field is None or field.kind in (FieldKind.TEXT, FieldKind.NAME):
        alloy = "/" in value and {code.upper(), *value.upper().split("/")} <= habits.METALS
        return not (alloy or low in function_words("en"))
    if field.kind is FieldKind.CLASS:
        return _fits(code, text, at) or recognise.CLASS_VALUE.match(text, at) is not None
    if field.kind is FieldKind.KEYWORD and field.name != "year":
        words = (*habits.SYNONYMS.get(field.name, ()), *habits.SEVERAL.get(field.name, ()))
        known = {*field.values, *words, *habits.STAGES, *HAS}
        named = {language.name.lower() for language in languages.LANGUAGES.values()} if field.name == "language" else ()
        return _fits(code, text, at) or low in known or low in named or offices.find(low) is not None
    office = field.kind is FieldKind.NUMBER and (match := _OFFICE.match(value)) and match[1] in offices.OFFICES
    return bool(office) or "*" in value or any(map(str.isdigit, value))


def _fits(code: str, text: str, at: int) -> bool:
    """Return whether what stands behind a code in capitals may be its value, and the two are no abbreviations as PA/PE."""
    match, field = _VALUE.match(text, at), find(code)
    value = match[0] if match else ""
    if code in ELSEWHERE:
        return any(map(str.isdigit, value))
    if field is None or field.kind in (FieldKind.TEXT, FieldKind.NAME):
        metals = {code.upper(), value.rstrip(".,;").upper()} <= habits.METALS
        short = code not in habits.WORDS_TOO and _ABBREVIATION.match(value)
        named = code != "in" or _NAMED.match(value.lower()) or any(map(str.isdigit, value))
        return bool(named and not (metals or short or _PARTED.match(value)))
    if field.kind is FieldKind.KEYWORD and field.name != "year":
        low = value.lower().strip(".,;")
        return value[:2].upper() in offices.OFFICES or bool(_KIND.match(low)) or low in field.values or len(low) <= 2
    if field.kind is FieldKind.CLASS:
        return _ABBREVIATION.fullmatch(value) is None
    return "*" in value or any(map(str.isdigit, value))
