"""Reads a query piece by piece: operators, field prefixes, quotes, words. Which piece may come next is the parser's business.

What a value looks like depends on its field (a slash belongs to a class, a date and a number alike), so there is no list of
tokens made beforehand: the parser asks for what it expects at the place where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from portal.standards import offices
from search.answer import QueryError
from search.query import habits, recognise
from search.query.paste import Pasted
from search.query.tree import Span

MAX_DISTANCE = 50
_NEAR_DEFAULT = 5  # PATENTSCOPE's distance of a NEAR without a number

_WORD = re.compile(r"""(?:[^\s()"\[\]{}<>=,;|]|(?<=\d)[,;](?=\d))+""")
_TRAILING = ".:!'"
_QUOTED = re.compile(r'"([^"]*)"')
_SINGLE_QUOTED = re.compile(r"'([^'\s][^'\"]{0,200})'(?!\w)")
_END = r"""(?![^\s()",;.:!'\[\]{}<>=])"""  # an operator is a whole word
_OPERATOR = re.compile(r"(AND\s{1,9}NOT|ANDNOT|AND|OR|NOT|XOR)" + _END, re.IGNORECASE)
_SIGN_OPERATOR = re.compile(r"(&&|&(?=\s)|\|\|?)")
_SIGNS = {"&": "AND", "|": "OR"}
_COMPARED = re.compile(r"([A-Za-z][A-Za-z_]{0,30})\s{0,9}(==|=>|>=|<=|=<|<>|!=|=/low(?=[\s\"(])|=|<|>)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"([A-Za-z][A-Za-z_.]{1,30}(?:\s?,\s?[A-Za-z][A-Za-z_.]{1,30}){1,9})(?:\s{0,9}(==|>=|<=|<>|!=|=|<|>|:))"
)
_PERIOD = re.compile(r"(before|after):(?:(priority|filing|publication):)?(?=\d)", re.IGNORECASE)
_COLON = re.compile(r"([A-Za-z][A-Za-z_.]{0,30})(\s{0,9}):(?!//)")
_SLASH = re.compile(r"([A-Z][A-Z_]{1,30}|ttl|abst|aclm|spec|isd|apd|icl)/(?=[^\s/])")
_FOREIGN_CODE = re.compile(r"([^\W\d_]{1,30})\s?\Z")
_WORDED = re.compile(
    r"([A-Za-z][A-Za-z_]{0,30})\s{1,9}"
    r"((?:any|all|exact|adj|within|like)(?=\s{0,9}[\"'(\[])|(?:within|between)(?=\s{1,9}[\"'\d])|in(?=\s{0,9}\()|contains(?=\s))\s{0,9}",
    re.IGNORECASE,
)
_NEAR = re.compile(r"(?:NEAR|WITHIN|W|N)/(\d{1,9})|NEAR(\d{1,9})", re.IGNORECASE)
_ORDERED = re.compile(r"(?:ADJ|PRE|ONEAR)/?(\d{1,9})", re.IGNORECASE)
# STN, Dialog and DEPATISnet: so many words between, W in this order. Without a figure it joins two words without a blank.
_BRACKETED_NEAR = re.compile(r"\((?:(\d{1,2})|(?<=\w.))([WAN])\)(?(1)|(?=\w))", re.IGNORECASE)
_BARE_NEAR = re.compile("(NEAR|ADJ)" + _END)
_PROX = re.compile(r"prox((?:/[a-z]{1,12}\s{0,9}(?:[<>=]{1,2}\s{0,9}\w{1,12})?){0,4})" + _END, re.IGNORECASE)
_PROX_DISTANCE = re.compile(r"distance\s*(<=|<|=)\s*(\d+)", re.IGNORECASE)
_PROX_ORDERED = re.compile(r"/ordered(?!\s*=\s*false)")
_RANGE = re.compile(r"[\[{](?:[^\]}\[{]{1,40}\sTO\s|\d{4,8}[~:]\d)|\.\.\d{4}", re.IGNORECASE)
_RELATIONS = {
    "=>": ">=",
    "=<": "<=",
    "!=": "<>",
    ":": "=",
    "/": "=",
    "exact": "==",
    "adj": "==",
    "in": "any",
    "contains": "=",
}


@dataclass(frozen=True)
class Prefix:
    """A field code with its relation, as `ti=`: `relation` is one of `= == =/low <> < > <= >= any all within between like`.

    `code` may be several with commas, as `ti,ab=`.
    """

    code: str
    relation: str
    colon: bool
    start: int
    end: int

    @property
    def codes(self) -> list[str]:
        """The codes, one or several."""
        return [code.strip() for code in self.code.split(",")]


@dataclass(frozen=True)
class Closeness:
    """A NEAR operator: how far apart, whether in order, and what of another system it was read from."""

    distance: int
    ordered: bool
    said: str = ""


@dataclass
class Scanner:
    """A place in a plain text. Methods named `take_…` return None and stay where they are if the piece is not there."""

    pasted: Pasted
    at: int = 0
    left_out: dict[str, None] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The plain text."""
        return self.pasted.text

    def error(self, message: str, start: int, end: int, instead: str | None = None) -> QueryError:
        """Return the error for text[start:end]; `instead` is what to put there to have a query that can be read."""
        first, last = self.pasted.span(start, end)
        original = self.pasted.original
        proposal = "" if instead is None else f"{original[:first]}{instead}{original[last:]}".strip()
        return QueryError(message, (first, last), proposal)

    def span(self, start: int) -> Span:
        """Return the original place of what was taken since `start`."""
        return self.pasted.span(start, self.at)

    def skip(self) -> None:
        """Pass over blanks and over signs that carry nothing to search for; symbols passed over are remembered."""
        while self.at < len(self.text) and not self._begins():
            char = self.text[self.at]
            if char in "<>=":
                self._refuse_foreign_code()
                instead = None if self.text[self.at - 1 : self.at].isalnum() else ""
                raise self.error(
                    f"“{char}” needs a field before it, as in pd{char}2015.", self.at, self.at + 1, instead
                )
            if unicodedata.category(char)[0] == "S" or (char == "-" and self._hangs()):
                self.left_out[char] = None
            self.at += 1

    def _refuse_foreign_code(self) -> None:
        """Raise where the sign at this place follows a field's name in another script."""
        if (code := _FOREIGN_CODE.search(self.text, 0, self.at)) and not code[1].isascii():
            message = f"“{code[1]}” is not a field; fields go by their codes, as ti=."
            raise self.error(message, code.start(), code.end())

    def _hangs(self) -> bool:
        """Return whether a sign hangs before a word, as other tools write an exclusion."""
        before, after = self.text[self.at - 1 : self.at], self.text[self.at + 1 : self.at + 2]
        return (not before.strip() or before == "(") and (after.isalnum() or after in ('"', "("))

    def _excludes(self) -> bool:
        """Return whether `-silica` or `!silica` stands here; a dash that was pasted is none, nor is the sign of a number."""
        at = self.at
        typed = self.text[at : at + 1] in ("-", "!") and self.pasted.original[self.pasted.places[at]] in "-!"
        return typed and self._hangs() and not self.text[at + 1].isdigit()

    def _begins(self) -> bool:
        char = self.text[self.at]
        if char in '()"*?#' or char.isalnum() or unicodedata.category(char)[0] in "LMN":
            return True
        rest = self.text[self.at : self.at + 260]
        truncated = char == "%" and self.text[self.at + 1 : self.at + 2].isalpha()
        return (
            truncated
            or self._excludes()
            or any(form.match(rest) for form in (habits.OFFICE_IN_BRACKETS, _SINGLE_QUOTED, _SIGN_OPERATOR, _RANGE))
        )

    def ended(self) -> bool:
        """Return whether nothing is left to read."""
        self.skip()
        return self.at >= len(self.text)

    def take(self, char: str) -> bool:
        """Take one bracket or quote."""
        self.skip()
        if self.text[self.at : self.at + 1] != char:
            return False
        self.at += 1
        return True

    def operator(self) -> str:
        """Return AND, OR, NOT, XOR or nothing for what comes next, without taking it."""
        self.skip()
        if self._excludes():
            return "NOT"
        if match := _SIGN_OPERATOR.match(self.text, self.at):
            return _SIGNS[match[1][0]]
        match = _OPERATOR.match(self.text, self.at)
        if match is None or self.prefix() is not None:
            return ""
        name = "".join(match[1].upper().split())
        return "NOT" if name == "ANDNOT" else name

    def take_operator(self) -> str:
        """Take the operator that comes next and return it as written."""
        if self._excludes():
            self.at += 1
            return self.text[self.at - 1]
        match = _SIGN_OPERATOR.match(self.text, self.at) or _OPERATOR.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        return match[1]

    def prefix(self) -> Prefix | None:
        """Return the field prefix that comes next, without taking it."""
        if (match := _SEVERAL.match(self.text, self.at)) and all(
            habits.known(code.strip()) for code in match[1].split(",")
        ):
            relation = _RELATIONS.get(match[2], match[2])
            return Prefix(match[1], relation, colon=match[2] == ":", start=self.at, end=match.end())
        if match := _PERIOD.match(self.text, self.at):
            code = habits.PERIOD_FIELDS[(match[2] or "publication").lower()]
            relation = habits.PERIODS[match[1].lower()]
            return Prefix(code, relation, colon=False, start=self.at, end=match.end())
        if (match := _COMPARED.match(self.text, self.at)) or (match := _WORDED.match(self.text, self.at)):
            relation = match[2].lower()
            if not relation.isalpha() or habits.known(match[1]):
                return Prefix(match[1], _RELATIONS.get(relation, relation), colon=False, start=self.at, end=match.end())
        if (match := _COLON.match(self.text, self.at)) and self._is_prefix(match):
            return Prefix(match[1], "=", colon=True, start=self.at, end=match.end())
        if (match := _SLASH.match(self.text, self.at)) and habits.known(match[1]) and not self._is_number(match[1]):
            return Prefix(match[1], "=", colon=True, start=self.at, end=match.end())
        return None

    def _is_number(self, code: str) -> bool:
        """Return whether a code before a slash is an office's, as in ARIPO's AP/P/2015/001234."""
        return code in offices.OFFICES and recognise.number_end(self.text, self.at, bare=True) > self.at

    def _is_prefix(self, match: re.Match[str]) -> bool:
        """Return whether a colon makes a field: of a known code, and of an unknown one written like one, as `foo:bar`."""
        if habits.known(match[1]):
            return True
        following = self.text[match.end() : match.end() + 1]
        written = following.isalpha() or following in ('"', "(") or ("_" in match[1] and following.isalnum())
        return len(match[1]) > 1 and not match[2] and written

    def take_near(self) -> Closeness | None:
        """Take a NEAR operator in any of its spellings."""
        self.skip()
        start = self.at
        if match := _PROX.match(self.text, start):
            self.at = match.end()
            return self._prox(match[1].lower(), start)
        for form, ordered in ((_NEAR, False), (_ORDERED, True)):
            if (match := form.match(self.text, start)) and not self.text[match.end() : match.end() + 1].isalnum():
                self.at = match.end()
                return self._closeness(start, int(match[match.lastindex or 0]), ordered=ordered)
        if match := _BRACKETED_NEAR.match(self.text, start):
            self.at = match.end()
            between, ordered = int(match[1] or 0), match[2] in "Ww"
            found = self._closeness(start, between + 1, ordered=ordered)
            name = f"{'ADJ' if ordered else 'NEAR'}{between + 1}"
            said = f"“{match[0]}”, {between} words between, was read as {name}; as a word write “{match[0][1:-1]}” in quotes."
            return Closeness(found.distance, found.ordered, said)
        if match := _BARE_NEAR.match(self.text, start):
            self.at = match.end()
            return Closeness(_NEAR_DEFAULT, ordered=False) if match[1] == "NEAR" else Closeness(1, ordered=True)
        return None

    def _prox(self, modifiers: str, start: int) -> Closeness:
        if "unit" in modifiers and "word" not in modifiers:
            message = "Sentences and paragraphs are not known here; say how many words apart, as NEAR20."
            raise self.error(message, start, self.at, "NEAR20")
        match = _PROX_DISTANCE.search(modifiers)
        distance = int(match[2][:4]) - (match[1] == "<") if match else 1
        return self._closeness(start, distance, ordered=bool(_PROX_ORDERED.search(modifiers)))

    def _closeness(self, start: int, distance: int, *, ordered: bool) -> Closeness:
        if not 1 <= distance <= MAX_DISTANCE:
            nearest = f"{'ADJ' if ordered else 'NEAR'}{min(max(distance, 1), MAX_DISTANCE)}"
            raise self.error(f"The distance in words goes from 1 to {MAX_DISTANCE}.", start, self.at, nearest)
        return Closeness(distance, ordered)

    def take_quoted(self) -> str | None:
        """Take "…" or '…' and return what stands between; raises QueryError where the quote is never closed."""
        self.skip()
        match = _QUOTED.match(self.text, self.at) or _SINGLE_QUOTED.match(self.text, self.at)
        if match:
            self.at = match.end()
            return match[1]
        if self.text[self.at : self.at + 1] == '"':
            rest = self.text[self.at :].rstrip()
            raise self.error(
                "A quotation mark is opened here and never closed.",
                self.at,
                self.at + len(rest),
                f'"{rest[1:].strip()}"',
            )
        return None

    def take_word(self) -> str | None:
        """Take the run of letters, digits and joined signs that stands here, without the punctuation at its end."""
        self.skip()
        match = _WORD.match(self.text, self.at)
        word = match[0].rstrip(_TRAILING) if match else ""
        if not word:
            return None
        self.at += len(word)
        return word

    def take_match(self, pattern: re.Pattern[str]) -> str | None:
        """Take what the pattern matches here."""
        self.skip()
        match = pattern.match(self.text, self.at)
        if match is None or not match[0]:
            return None
        self.at = match.end()
        return match[0]
