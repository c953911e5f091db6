"""A field's code as it is written before its value: `ti=`, `TI:`, `ttl/`, `ti any`, `filing date =`, `(51) Int. Cl.`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from portal.standards import languages, offices
from search.fields import HAS, FieldKind, find
from search.query import recognise, slashes
from search.query.elsewhere import habits, prose

COMPARED = re.compile(
    r"(?!(?:AND|OR|NOT)\s)([A-Za-z][A-Za-z_.]{0,30}\d?)\s{0,9}(:?==|:?>=|:?<=|:=|:>|:<|=:|=>|=<|<>|!=|=/low(?=[\s\"(])|=|<|>)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"([A-Za-z][A-Za-z_.]{1,30}(?:\s?,\s?[A-Za-z][A-Za-z_.]{1,30}){1,9})(?:\s{0,9}(==|>=|<=|<>|!=|=|<|>|:))"
)
_PERIOD = re.compile(r"(before|after):(?:(priority|filing|publication):)?(?=\d)", re.IGNORECASE)
_SAID_PERIOD = re.compile(
    r"(?:(filed|filing date|application date)|(priority(?: date)?)|published|publication date)\s(before|after|since|from|until|to|up to)\s?[:=]\s?(?=\d)",
    re.IGNORECASE,
)
_SAID = {"before": "<", "after": ">", "since": ">=", "from": ">="}
_COLON = re.compile(r"([A-Za-z][A-Za-z_.]{0,30})(?:\(s\))?(\s{0,9}):(?!//)")
_INDEX = re.compile(r"[a-z]{2,}(?:[._][a-z]{2,})+", re.IGNORECASE)  # what is no word but a system's name of a field
# What stands behind a word and a colon in a query: a name, figures, a phrase or a bracket that is no mark, as (a).
_WORD_BEHIND = re.compile(r"\s+([(\[]?\S+)")
_MARK = re.compile(r"\(\w{1,3}\)")
_FIGURE = re.compile(r"\d")
_OPERATOR_BEFORE = re.compile(r"(?:\A|\(|\b(?:AND|OR|NOT))\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASH = re.compile(r"(?!(?:AC|DC)/(?:AC|DC)\b|(?:CC|CV)/(?:CC|CV)\b|IP/)([A-Za-z][A-Za-z_]{1,30})/(?=[^\s/)])")
_DATE = re.compile(r"(?:(?:19|20)\d\d(?:[01]\d(?:[0-3]\d)?)?|\d{1,2}/\d{1,2}/\d{4})(?![\w/])")
# CQL: `ti any solar` without quotes, and modifiers of a relation, as `=/relevant`.
_WORDED_CQL = re.compile(r"([a-z]{2,4}|[a-z]{2,4}\.[a-z]{2,20})\s{1,9}(any|all|exact|adj)\s{1,9}(?=\w)", re.IGNORECASE)
_MODIFIERS = re.compile(
    r"(?:/(?:cql\.)?(?:relevant|stem|fuzzy|phonetic|partial|ignoreCase|respectCase|ignoreAccents|respectAccents|word|string|masked|unmasked"
    r"|substring|regexp|isoDate|number|uri|oid|locale=\w{1,9}|(?:rel|sort)\.[\w.]{1,20}(?:=\w{1,20})?)(?![\w.])\s{0,9}){1,4}",
    re.IGNORECASE,
)
# As registers and title pages print it: `Appl. No.:`, `Pub. Date:`, and without a colon before a number.
_PRINTED = re.compile(
    r"(pub(?:l|lication)?|app(?:l|ln|lication)?|filing|priority|pat(?:ent)?|grant|reg(?:istration)?|serial|pct|int(?:l|ernational)?)"
    r"\.?(?: (?:app(?:l|lication)?|pub(?:l|lication)?)\.?)?[ -](number|nos?|nr|n[º°]|date)\.?"
    r"(?:\s{0,3}[:=]|\s{1,3}(?=(?:[A-Z]{2}[ /-]?)?\d[\d/.-]{3}))",
    re.IGNORECASE,
)
_PRINTED_NUMBERS = {
    "pub": "pn",
    "pat": "pn",
    "gra": "pn",
    "reg": "pn",
    "app": "ap",
    "fil": "ap",
    "ser": "ap",
    "pri": "pr",
}
_PRINTED_DATES = {"pub": "pd", "app": "ad", "fil": "ad", "pri": "prd"}
_SPOKEN = re.compile(
    r"(publication|filing|application|priority)[ -](date|number)\s{0,3}"
    r"(>=|<=|[=<>:]|(?<=\s)(?=\d|(?<=date\s)(?:from|between|since|after|before|until|till|up to|during|in)\s\d{4}))",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?!(?:AND|OR|NOT)\s)([A-Za-z][A-Za-z_.]{0,30})\s{1,9}"
    r"((?:any|all|exact|adj|within|like)(?=\s{0,9}[\"'(\[]|/[a-z])|(?:within|between)(?=\s{1,9}[\"'\d])|in(?=\s{0,9}\()|contains(?=\s))\s{0,9}",
    re.IGNORECASE,
)
# The heading of the classes (INID code 51 of WIPO ST.9), with the edition of the IPC as it was printed up to 2005.
_HEADING = re.compile(
    r"(?:(?:\(51\)|51\])\s{0,3}(?:Int\.?\s?Cl\.?)?|Int\.?\s?Cl\.?|IPC(?=\s?-?[(\d])|(?:CIP|CIB|МПК|МКИ)(?!\w))\s?-?(?:\d|\(\d{1,2}\)|\(\d{4}\.\d\d\))?\s?[.:=]?\s*(?=[A-H]\d\d[A-Z])",
    re.IGNORECASE,
)
_HEADING_CPC = re.compile(
    r"(?:(?:\(52\)|52\])\s{0,3}(?:U\.?\s?S\.?\s?Cl\.?\s{0,3})?|U\.?\s?S\.?\s?Cl\.?\s{0,3})CPC[\s.:]{0,60}(?=[A-HY]\d\d[A-Z])",
    re.IGNORECASE,
)
RELATIONS = {":==": "==", ":>=": ">=", ":<=": "<=", ":>": ">", ":<": "<", ":=": "=", "=:": "=", "=>": ">=", "=<": "<="}
RELATIONS |= {"!=": "<>", ":": "=", "/": "=", "exact": "==", "adj": "=", "in": "any", "contains": "="}
_OF_SERIES = re.compile(r"[A-Z]/\d", re.IGNORECASE)  # of a number behind its office, as in LA/P/2020*


@dataclass(frozen=True)
class Prefix:
    """A field code with its relation, as `ti=`: `relation` is one of `= == =/low <> < > <= >= any all within between like`.

    `code` may be several with commas, as `ti,ab=`; `modifiers` are those of CQL, as `/stem`.
    """

    code: str
    relation: str
    colon: bool
    start: int
    end: int
    modifiers: str = ""

    @property
    def codes(self) -> list[str]:
        """The codes, one or several."""
        return [code.strip() for code in self.code.split(",")]


def prefix(text: str, at: int) -> Prefix | None:
    """Return the field prefix that comes next, with the modifiers of CQL behind it, without taking it."""
    found = _named(text, at) or _compared(text, at) or _coded(text, at)
    behind = found and _MODIFIERS.match(text, found.end)
    return replace(found, end=behind.end(), modifiers=behind[0].strip()) if found and behind else found


def front_page(text: str, at: int) -> Prefix | None:
    """Return the heading of the classes on a front page, as `(51) Int. Cl.` and `(52) CPC`, without taking it."""
    headings = (("ipc", _HEADING.match(text, at)), ("cpc", _HEADING_CPC.match(text, at)))
    return next((Prefix(code, "=", colon=False, start=at, end=match.end()) for code, match in headings if match), None)


def _named(text: str, at: int) -> Prefix | None:
    """Return a prefix of several codes, of `before:` and `after:`, or of words as `filing date =`."""
    if (match := _SEVERAL.match(text, at)) and all(habits.known(code.strip()) for code in match[1].split(",")):
        code, relation = match[1], match[2]
    elif match := _PERIOD.match(text, at):
        code = habits.PERIOD_FIELDS[(match[2] or "publication").lower()]
        relation = habits.PERIODS[match[1].lower()]
    elif match := _SAID_PERIOD.match(text, at):
        code, relation = "ad" if match[1] else "prd" if match[2] else "pd", _SAID.get(match[3].lower(), "<=")
    elif match := _SPOKEN.match(text, at):
        code, relation = f"{match[1]}_{match[2]}", match[3] or "="
        code = "application_number" if code.lower() == "filing_number" else code
    elif (match := _PRINTED.match(text, at)) and (code := _printed(match[1][:3].lower(), match[2].lower())):
        relation = "="
    else:
        return None
    return Prefix(code, RELATIONS.get(relation, relation), relation == ":", at, match.end())


def _printed(first: str, second: str) -> str:
    """Return the code of `Appl. No.` and the like from its first three letters, or nothing."""
    return _PRINTED_DATES.get(first, "") if second == "date" else _PRINTED_NUMBERS.get(first, "num")


def _compared(text: str, at: int) -> Prefix | None:
    """Return a prefix with a sign or word of comparison."""
    if (match := COMPARED.match(text, at)) or (match := _WORDED.match(text, at)):
        modified = text[match.end() : match.end() + 1] == "/"
        known = not match[2].isalpha() or habits.known(match[1]) or modified or bool(_INDEX.fullmatch(match[1]))
    elif match := _WORDED_CQL.match(text, at):
        known = habits.coded(match[1])
    if match is None or not known:
        return None
    relation = match[2].lower()
    return Prefix(match[1], RELATIONS.get(relation, relation), colon=False, start=at, end=match.end())


def _coded(text: str, at: int) -> Prefix | None:
    """Return a prefix with a colon or slash."""
    match = _COLON.match(text, at)
    if match is None or not _is_prefix(match):
        match = _SLASH.match(text, at)
        if match is None or not slashes.slashed(match[1], text, match.end()) or _is_number(match):
            return None
    return Prefix(match[1], "=", colon=True, start=at, end=match.end())


def _is_number(match: re.Match[str]) -> bool:
    """Return whether a code before a slash is an office's, as in ARIPO's AP/P/2015/001234; AD/20200101 is a date."""
    if match[1].upper() not in offices.OFFICES or (match[1].lower() == "ad" and _DATE.match(match.string, match.end())):
        return False
    text, at = match.string, match.start()
    if _OF_SERIES.match(text, match.end()) and recognise.truncated_end(text, at, bare=False) > at:
        return True
    return recognise.number_end(text, at, bare=True) > at


def _is_of_sentence(match: re.Match[str]) -> bool:
    """Return whether a small code before a colon and a blank is a word of a sentence, as in `the steps of: heating`.

    It is a field before a name, a number, a quote or a bracket, beside another field, and behind words that are no sentence.
    """
    if not prose.is_function(match[1]):
        return False
    text, before = match.string, match.string[: match.start()].rstrip()
    value = _WORD_BEHIND.match(text, match.end())
    between = before[-1:].isalpha() and before != text[: match.start()] and _OPERATOR_BEFORE.search(before[-4:]) is None
    if not between or value is None:
        return False
    field = find(match[1])
    if field and field.kind is FieldKind.KEYWORD:
        return not _is_of_list(field.name, value[1])
    if field and field.kind is FieldKind.NUMBER:
        return not _FIGURE.search(value[1])
    first = value[1][0]
    begins = first in '(["' or first.isdigit() or (first.isalpha() and not first.islower())
    if (begins and not _MARK.match(value[1])) or habits.names_field(text):
        return False
    return bool(match[2]) or any(map(prose.is_function, [*before.lower().split(), value[1]]))


def _is_of_list(name: str, value: str) -> bool:
    """Return whether a value, or what begins one, is of a closed list and no small word of a sentence, as in `in the field of: at`."""
    if value[0] in '(["':
        return _MARK.match(value) is None
    word = value.rstrip(".,;")
    if name != "has" and prose.is_function(word):
        return False
    language = languages.repair(word, "") in languages.LANGUAGES
    return offices.find(word) is not None if name == "office" else language if name == "language" else word in HAS


def _is_prefix(match: re.Match[str]) -> bool:
    """Return whether a colon makes a field: of a known code, and of an unknown one written like one, as `foo:bar`.

    So is a word with a colon and a blank where a field would stand, as in `foo: rice AND bar: husk`.
    """
    if habits.known(match[1]):
        return not _is_of_sentence(match)
    if len(match[1]) < 2 or match[2]:
        return False
    following = match.string[match.end() : match.end() + 1]
    if following.isspace():
        return _OPERATOR_BEFORE.search(match.string[: match.start()].rstrip()[-4:]) is not None
    year = _YEAR.match(match.string, match.end())
    written = following.isalpha() or following in ('"', "(", "[") or year
    return bool(written or (_INDEX.fullmatch(match[1]) and following.isalnum()))
