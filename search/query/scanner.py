"""Reads a query piece by piece: operators, field prefixes, quotes, words. Which piece may come next is the parser's business.

What a value looks like depends on its field (a slash belongs to a class, a date and a number alike), so there is no list of
tokens made beforehand: the parser asks for what it expects at the place where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from search.answer import QueryError
from search.fields import FieldKind, find
from search.query import written_fields
from search.query.elsewhere import habits, prose
from search.query.paste import Pasted
from search.query.tree import Span
from search.query.written_fields import COMPARED, RELATIONS, Prefix

_WORD = re.compile(r"""(?:(?!&&)[^\s()"\[\]{}<>=,;|、،؛]|(?<=\d)[,;](?=\d)|(?<=[?*$])\{\d\})+""")
TRAILING = ".:!'\\"
_QUOTED = re.compile(r'"([^"]*)"')
_SINGLE_QUOTED = re.compile(r"'([^'\"\s][^'\"]{0,200})'(?!\w)")
_END = r"""(?![^\s()",;.:!'\[\]{}<>=])"""  # an operator is a whole word
# CQL may give an operator modifiers, with the name of their set: `or/rel.combine=sum`.
_OPERATOR = re.compile(
    rf"((?:AND|BUT)\s{{1,9}}NOT|ANDNOT|BUTNOT|AND|OR|NOT|XOR)(?:((?:/[a-z]{{1,20}}\.\w{{1,20}}(?:\s?[<>=]{{1,2}}\s?[\w.]{{1,20}})?){{1,4}})(?!\S)|{_END})",
    re.IGNORECASE,
)
# STN's (L) and (F), in one claim or field, are AND.
_SIGN_OPERATOR = re.compile(r"""(&&|&(?=\s)|\|\|?|(?<=[\w)"*?#$!+])\([LF]\)(?=["(*?#\w]))""")
_EXCLUDING = re.compile(r"""(?<![^\s)\]"])!(?=\s+\S)|(?<=[^\W\d_]{3}[)\]"])-(?=[\w("\[])""")  # as others exclude
_SIGNS = {"&": "AND", "|": "OR", "(": "AND"}
_PREFIX_BEFORE = re.compile(
    r"(?:(?:Pub|App|Fil|Prior)[A-Za-z]{0,8}\.?[ -](?=Date|N))?[A-Za-z][A-Za-z_.]{0,30}\s?[:=]\s?\Z"
    r"|(?:publication|filing|application|priority)[ -]date\s\Z",
    re.IGNORECASE,
)
_COMPARISON = re.compile(r'(>=|<=|=>|=<|>|<)\s?(?="?\d)')
_YEAR = re.compile(r'[<>=]{1,2}\s?"?(?:19|20)\d\d')
_FOREIGN_CODE = re.compile(r"([^\W\d_]{1,30})\s?\Z")
_RANGE = re.compile(
    r"[\[{](?:[^\]}\[{]{1,40}\sTO\s|\d[\d./-]{3,20}\s+TO[\]}]|\s?TO\s+\d{4}[\d./-]{0,6}\s?[\]}]|\d[\d./-]{3,9}[~:;, ]\s?\d|\d{4}[\d/-]{0,6}\.\.\.?\s?\d)|\](?=[\d*][^\]}\[{]{4,40}[\[\]])|\.\.\d{4}",
    re.IGNORECASE,
)


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
                self.refuse_sign()
            if _EXCLUDING.match(self.text, self.at):
                self.left_out["-" if char == "-" else "! "] = None
            elif unicodedata.category(char)[0] == "S" or (char == "-" and self._hangs()):
                self.left_out[char] = None
            self.at += 1

    def refuse_sign(self) -> None:
        """Raise: a comparison stands here without a field before it."""
        self._refuse_foreign_code()
        char = self.text[self.at]
        said = f"“{char}” needs a field before it, as in pd{char}2015."
        before = self.text[: self.at].rstrip()[-1:]
        doubled = before in ("<", ">", "=")
        if not doubled and (sign := _COMPARISON.match(self.text, self.at)) and (code := self._date_before()):
            raise self.error(said, self.at, sign.end(1), f"{code}{RELATIONS.get(sign[1], sign[1])}")
        beside = self.text[self.at - 1 : self.at + 2].replace(char, "")
        stray = doubled or not (_YEAR.match(self.text, self.at) or set(beside) & set("/-"))
        stray = stray and not (char == "=" and self.text[self.at - 1 : self.at].isalnum())
        raise self.error(said, self.at, self.at + 1, "" if stray else None)

    def _date_before(self) -> str:
        """Return the code of the last date compared before this place, as in `pd>=2020 AND <=2021`, or nothing."""
        codes = (match[1] for match in COMPARED.finditer(self.text, 0, self.at))
        dates = [code for code in codes if (found := find(code)) and found.kind is FieldKind.DATE]
        return dates[-1] if dates else ""

    def _refuse_foreign_code(self) -> None:
        """Raise where the sign at this place follows a field's name in another script."""
        if (code := _FOREIGN_CODE.search(self.text, 0, self.at)) and not code[1].isascii():
            message = f"“{code[1]}” is not a field; fields go by their codes, as ti=."
            raise self.error(message, code.start(), code.end())

    def _hangs(self) -> bool:
        """Return whether a sign hangs before a word, as other tools write an exclusion."""
        before, after = self.text[self.at - 1 : self.at], self.text[self.at + 1 : self.at + 2]
        begins = after.isalnum() or after in tuple('("*?#') or _SINGLE_QUOTED.match(self.text, self.at + 1) is not None
        return (not before.strip() or before in "([=:,;&|") and begins

    def _excludes(self) -> bool:
        """Return whether `-silica` or `!silica` stands here; a dash that was pasted is none, nor is the minus of a number or a hyphen."""
        at = self.at
        typed = self.text[at : at + 1] in ("-", "!") and self.pasted.original[self.pasted.places[at]] in "-!¬"
        if not typed or not self._hangs():
            return False
        return self.text[at] == "!" or not (self.text[at + 1].isdigit() or prose.joins(self.text, at))

    def _begins(self) -> bool:
        char = self.text[self.at]
        if char in '()"*?#' or char.isalnum() or unicodedata.category(char)[0] in "LMN":
            return True
        rest = self.text[self.at : self.at + 260]
        behind = self.text[self.at + 1 : self.at + 4]
        truncated = char in "%$" and len(behind) > 2 and behind.isalpha()
        return (
            truncated
            or self._excludes()
            or (
                char == "!"
                and self.text[self.at + 1 : self.at + 2] == "!"
                and self.text[self.at :].lstrip("!")[:1].isalpha()
            )
            or (char in "<>" and _COMPARISON.match(rest) is not None)
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

    def prefix_before(self, start: int) -> int:
        """Return where the field of the value at `start` begins, or `start` where none stands right before it."""
        before = _PREFIX_BEFORE.search(self.text, 0, start)
        return before.start() if before else start

    def take_comparison(self, *, allowed: bool) -> str:
        """Take a comparison that stands before its value, as within `pd=(>=2015 AND <=2017)`, or nothing.

        Raises QueryError where none is allowed.
        """
        self.skip()
        match = _COMPARISON.match(self.text, self.at)
        if match is None:
            return ""
        if not allowed:
            self.refuse_sign()
        self.at = match.end()
        return RELATIONS.get(match[1], match[1])

    def operator(self) -> str:
        """Return AND, OR, NOT, XOR or nothing for what comes next, without taking it."""
        self.skip()
        if self._excludes():
            return "NOT"
        if match := _SIGN_OPERATOR.match(self.text, self.at):
            return _SIGNS[match[1][0]]
        match = self._operator()
        if match is None or self.prefix() is not None:
            return ""
        name = "".join(match[1].upper().split())
        return "NOT" if name.endswith("NOT") else name

    def _operator(self) -> re.Match[str] | None:
        """Return the operator in letters that stands here; of `and not` only AND, and of `not` none, where `not` is a word."""
        match = _OPERATOR.match(self.text, self.at)
        if (
            match is None
            or not match[1].upper().endswith("NOT")
            or not prose.is_word(self.text, match.end(1) - 3, match.end(1))
        ):
            return match
        return _OPERATOR.match(self.text, self.at, match.end(1) - 3)

    def take_operator(self) -> str:
        """Take the operator that comes next and return it as written."""
        if self._excludes():
            self.at += 1
            return self.text[self.at - 1]
        match = _SIGN_OPERATOR.match(self.text, self.at) or self._operator()
        assert match is not None
        self.at = match.end()
        self.left_out |= dict.fromkeys(filter(None, match.groups()[1:]))
        return match[1]

    def prefix(self) -> Prefix | None:
        """Return the field prefix that comes next, with the modifiers of CQL behind it, without taking it."""
        return written_fields.prefix(self.text, self.at)

    def front_page(self) -> Prefix | None:
        """Return the heading of the classes on a front page, as `(51) Int. Cl.`, without taking it."""
        self.skip()
        return written_fields.front_page(self.text, self.at)

    def take_quoted(self) -> str | None:
        """Take "…" or '…' and return what stands between; raises QueryError where the quote is never closed."""
        self.skip()
        match = _QUOTED.match(self.text, self.at) or _SINGLE_QUOTED.match(self.text, self.at)
        if match:
            self.at = match.end()
            return match[1].rstrip("\\ \n")  # a backslash before the quote that closes would make it one of the text
        if self.text[self.at : self.at + 1] == '"':
            rest = self.text[self.at :].rstrip()
            raise self.error(
                "A quotation mark is opened here and never closed.",
                self.at,
                self.at + len(rest),
                ""
                if not rest[1:].strip(" ." + TRAILING)
                else f" {rest[1:]}"
                if rest[1:].lstrip()[:1] in ("*", "?", "#")
                else f'"{rest[1:].strip()}"',
            )
        return None

    def take_word(self) -> str | None:
        """Take the run of letters, digits and joined signs that stands here, without the punctuation at its end."""
        self.skip()
        match = _WORD.match(self.text, self.at)
        word = match[0].rstrip(TRAILING) if match else ""
        if not word:
            return None
        self.at += len(word)
        if match and "!" in match[0][len(word) :]:
            self.left_out["!"] = None
        return word

    def take_match(self, pattern: re.Pattern[str]) -> str | None:
        """Take what the pattern matches here."""
        self.skip()
        match = pattern.match(self.text, self.at)
        if match is None or not match[0]:
            return None
        self.at = match.end()
        return match[0]
