"""How far apart two words may stand, in the spellings of every system: NEAR5, adj, w/5, (5A), ,5n, prox/distance<3, WITH.

Those no text would hold are operators wherever they stand. Others, as `2W` or `WITH`, are words too: only between two
words are they operators, and the reading says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from search.query.elsewhere import prose
from search.query.scanner import Scanner

MAX_DISTANCE = 50
_NEAR_DEFAULT = 5  # PATENTSCOPE's distance of a NEAR without a number
_SENTENCE, _PARAGRAPH = 20, 50  # words, where another system asks for one sentence or paragraph
_END = r"""(?![^\s()",;.:!'\[\]{}<>=]|\.\d)"""  # an operator is a whole word
_BEHIND, _BEFORE = r'(?<=[\w)"*?#$!+])', r'(?=["(*?#\w])'  # without a blank between


@dataclass(frozen=True)
class Closeness:
    """A NEAR operator: how far apart, whether in order, and what of another system it was read from."""

    distance: int
    ordered: bool
    said: str = ""

    @property
    def name(self) -> str:
        """The operator as it is written here."""
        return f"{'ADJ' if self.ordered else 'NEAR'}{self.distance}"


@dataclass(frozen=True)
class _Spelling:
    """A spelling of an operator: its first group is a number of words, or else `words` is.

    `between` where the number is of the words between, as elsewhere; `sign` the letter that tells that the order counts;
    `asks` what it asks for there, to be said.
    """

    form: re.Pattern[str]
    words: int = 1
    ordered: bool = False
    between: bool = False
    asks: str = ""


def _spelling(form: str, words: int = 1, *, ordered: bool = False, between: bool = False, asks: str = "") -> _Spelling:
    return _Spelling(re.compile(form, re.IGNORECASE), words, ordered, between, asks)


_COUNTED = "{} words between"
_SURE = (
    _spelling(rf"(?:NEAR|WITHIN|W|N)/(\d{{1,40}}){_END}"),
    _spelling(rf"NEAR(\d{{1,40}}){_END}"),
    _spelling(rf"(?:(?:O?ADJ|PRE|ONEAR|BEFORE)/?|(?:WF|BEF)/)(\d{{1,40}}){_END}", ordered=True),
    # STN, Dialog, Questel and DEPATISnet: so many words between, W in this order; J-PlatPat: so many characters, C in order.
    _spelling(r"\((\d{1,2})\s?W\)", ordered=True, between=True, asks=_COUNTED),
    _spelling(r"\((\d{1,2})\s?[AND]\)", between=True, asks=_COUNTED),
    _spelling(rf"{_BEHIND}\(W\){_BEFORE}", ordered=True, asks="next to each other in this order"),
    _spelling(rf"{_BEHIND}\([AND]\){_BEFORE}", asks="next to each other"),
    _spelling(rf"{_BEHIND}\((?-i:S)\){_BEFORE}", _SENTENCE, asks="in one sentence"),
    _spelling(rf"{_BEHIND}\(P\){_BEFORE}", _PARAGRAPH, asks="in one paragraph"),
    _spelling(r",(\d{1,2})C,", ordered=True, between=True, asks="{} characters between"),
    _spelling(r",(\d{1,2})N,", between=True, asks="{} characters between"),
    _spelling(rf"\$(?:PRE|WF)(\d{{1,2}}){_END}", ordered=True, asks="{} words apart in this order"),
    _spelling(rf"\$W(\d{{1,2}}){_END}", asks="{} words apart"),
    _spelling(rf"(?:W?/S|W/SENT|\$(?:WS|SEN)){_END}", _SENTENCE, asks="in one sentence"),
    _spelling(rf"(?:W?/P|W/PARA|\$(?:WP|PARA)){_END}", _PARAGRAPH, asks="in one paragraph"),
    _spelling(rf"NEAR{_END}", _NEAR_DEFAULT),
    _spelling(rf"ADJ(?!\.){_END}", ordered=True),
)
_NEXT = r"(?=\s+[\"(*?#\w])(?!\s+(?:AND|OR|NOT|ANDNOT|XOR)\b)"  # before another operand
_NOTHING = r"(?=\s*(?:\Z|\)|(?:AND|OR|NOT|ANDNOT|XOR)\b))"  # half typed: a number of words, and nothing near
_LOOSE = (
    _spelling(rf"NEAR(?:\s?\(|[\s,:-]{{1,3}}(?!\d{{3}}))(\d{{1,40}})\)?{_NEXT}", asks="{} words apart"),
    _spelling(
        rf"ADJ(?:\s?\(|[\s,:-]{{1,3}}(?!\d{{3}}))(\d{{1,40}})\)?{_NEXT}",
        ordered=True,
        asks="{} words apart in this order",
    ),
    _spelling(rf"NEAR[\s:]{{1,3}}(\d{{1,2}}){_NOTHING}"),
    _spelling(rf"ADJ[\s:]{{1,3}}(\d{{1,2}}){_NOTHING}", ordered=True),
    _spelling(rf"(\d{{1,2}})ADJ?{_NEXT}", ordered=True, between=True, asks=_COUNTED),
    _spelling(rf"(\d)W{_NEXT}", ordered=True, between=True, asks=_COUNTED),  # 10W are more often watts
    _spelling(rf"(\d)N{_NEXT}", between=True, asks=_COUNTED),
    _spelling(rf"W(\d{{1,2}}){_NEXT}", asks="{} words apart"),
    _spelling(rf"WD(\d){_NEXT}", ordered=True, asks="{} words apart in this order"),
    _spelling(rf"WS{_NEXT}", _SENTENCE, asks="in one sentence"),
    _spelling(rf"WP{_NEXT}", _PARAGRAPH, asks="in one paragraph"),
    _spelling(rf"WITH{_NEXT}", _SENTENCE, asks="in one sentence"),
    _spelling(rf"SAME{_NEXT}", _PARAGRAPH, asks="in one paragraph"),
)
# What no title pasted in capitals has: a field, truncation, an operator that is no word, or one beside a phrase or a group with another in it.
_OPERATORS = r"(?:AND|OR|NOT|WITH|SAME|ADJ|NEAR)\d*"
_GROUP = rf"\([^()]*\s{_OPERATORS}\s[^()]*\)"
_ASKED = re.compile(
    rf"=|\b(?:NEAR|ADJ|W)/?\d|\sADJ\s|\.[A-Z]{{2,4}}\.|[A-Z]{{3}}[$*?#](?=[\s)]+\S)|(?:{_GROUP}|\")\s+{_OPERATORS}\s|\s{_OPERATORS}\s+(?:{_GROUP}|\")"
)
_BESIDE = re.compile(rf"(?<!\S)(?!{_OPERATORS}\s)\w\S*\s+(?!{_OPERATORS}\s)\w\S*\s+\Z")  # two words without an operator
_EXPLICIT = re.compile(r"[a-z]|\sNOT\s|\sSAME\s+\w+\s+(?:AND|OR)\s")
_PROX = re.compile(r"prox((?:/[a-z]{1,12}\s{0,9}(?:[<>=]{1,2}\s{0,9}\w{1,12})?){0,4})" + _END, re.IGNORECASE)
_PROX_DISTANCE = re.compile(r"distance\s*([<>=]{1,2})\s*(\d+)", re.IGNORECASE)
_PROX_OTHER_UNIT = re.compile(r"unit\s*[<>=]{1,2}\s*(?!(?:word|character|sentence|paragraph)(?!\w))\w+")
_PROX_ORDERED = re.compile(r"/ordered(?!\s*=\s*false)")
_APART = re.compile(rf"(?:(?:X|NOT)NEAR/?\d{{0,3}}|NOT\s?W/\d{{1,3}}){_END}|\(NOT\d{{0,2}}[WANSPLF]\)", re.IGNORECASE)
_NOT_NEAR = re.compile(
    r"NOT[\s\[\].]{1,3}(?:SAME|WITH|NEAR|ADJ)\d{0,2}(?=\s)(?!\s+(?:AND|OR|NOT)\b)"
)  # the USPTO's, in capitals
_PROX_UNIT = {"sentence": ("in one sentence", _SENTENCE), "paragraph": ("in one paragraph", _PARAGRAPH)}


def take(scanner: Scanner, *, between: bool = False) -> Closeness | None:
    """Take a NEAR operator in any of its spellings; with `between` two operands also what may be a word elsewhere.

    Raises QueryError for a distance that is none.
    """
    while scanner.text[scanner.at : scanner.at + 1].isspace():
        scanner.at += 1
    start = scanner.at
    if found := _here(scanner, between=between):
        return found
    scanner.skip()
    return _here(scanner, between=between) if scanner.at > start else None


def _here(scanner: Scanner, *, between: bool) -> Closeness | None:
    start = scanner.at
    if match := _APART.match(scanner.text, start) or _NOT_NEAR.match(scanner.text, start):
        message = "That words do not stand near each other cannot be asked here; NOT excludes the word everywhere."
        raise scanner.error(message, start, match.end(), " NOT ")
    if match := _PROX.match(scanner.text, start):
        scanner.at = match.end()
        return _prox(scanner, match, start)
    for spelling in (*(_LOOSE if between else ()), *_SURE):
        if (match := spelling.form.match(scanner.text, start)) and _is_one(match, scanner.text):
            scanner.at = match.end()
            return _read(scanner, spelling, match)
    return None


def _is_one(match: re.Match[str], text: str) -> bool:
    """Return whether what may be a word is an operator: in capitals, WITH and SAME where no title is; no (3D) and (1a) in a title."""
    if match[0].startswith("(") and text[: match.start()][-1:].isspace():
        return not (prose.is_title(text) and match[0][-2] in "Dda")
    name = re.split(r"[\s(,:-]", match[0])[0]
    if name.upper() in ("WITH", "SAME"):
        return name.isupper() and (not prose.in_capitals(text) or _is_query(text, match.start()))
    return name.upper() != "NEAR" or name.isupper()


def _is_query(text: str, start: int) -> bool:
    """Return whether a text in capitals is a query: by what no title has, or one word before WITH or SAME and a formula, NOT or AND."""
    return _is_asked(text) or (bool(_EXPLICIT.search(text)) and not _BESIDE.search(text, max(start - 90, 0), start))


@lru_cache(maxsize=64)
def _is_asked(text: str) -> bool:
    return _ASKED.search(text) is not None


def _read(scanner: Scanner, spelling: _Spelling, match: re.Match[str]) -> Closeness:
    number = int(match[1][:9]) if match.lastindex else spelling.words
    distance = number + spelling.between
    found = closeness(scanner, match.start(), distance, ordered=spelling.ordered)
    if not spelling.asks:
        return found
    written = match[0].strip(",")
    asks = spelling.asks.format(number)
    if number == 1:
        asks = asks.replace("words", "word").replace("characters", "character")
    return replace(found, said=f"“{written}”, {asks}, was read as {found.name}; as a word write it in quotes.")


def _prox(scanner: Scanner, match: re.Match[str], start: int) -> Closeness:
    """Read CQL's prox; raises QueryError for words farther apart than so many, or together in what is not known here."""
    modifiers, written = match[1].lower(), match[0].strip()
    found = _PROX_DISTANCE.search(modifiers)
    if (found and found[1] not in ("<", "<=", "=", "==")) or _PROX_OTHER_UNIT.search(modifiers):
        message = f"“{written}” cannot be asked here: NEAR5 is at most 5 words apart; AND finds both at any distance."
        raise scanner.error(message, start, start + len(written), "AND")
    ordered = bool(_PROX_ORDERED.search(modifiers))
    for unit, (asks, words) in _PROX_UNIT.items():
        if unit in modifiers:
            near = Closeness(words, ordered)
            said = f"“{written}”, {asks}, was read as {near.name}: how many words apart is what is known here."
            return replace(near, said=said)
    distance = int(found[2][:4]) - (found[1] == "<") if found else 1
    read = closeness(scanner, start, distance, ordered=ordered)
    if "character" in modifiers or (found and found[1][0] == "=" and distance > 1):
        return replace(read, said=f"“{written}” was read as {read.name}: at most so many words apart.")
    return read


def closeness(scanner: Scanner, start: int, distance: int, *, ordered: bool) -> Closeness:
    """Return what text[start:at] asks for; raises QueryError, with the nearest that can be asked, where it is too far."""
    if not 1 <= distance <= MAX_DISTANCE:
        nearest = f"{'ADJ' if ordered else 'NEAR'}{min(max(distance, 1), MAX_DISTANCE)}"
        raise scanner.error(f"The distance in words goes from 1 to {MAX_DISTANCE}.", start, scanner.at, nearest)
    return Closeness(distance, ordered)
