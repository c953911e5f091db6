"""What an engine is asked, once a query is resolved and analysed: frozen clauses that know no engine and no language.

Fields are index fields (`title`, `title_en`, `ipc`, …); words are terms of `search.analysis`. What each clause adds to the
score is part of its meaning: words score by BM25 times `boost`, a truncated or similar word alone scores `boost`, a phrase with a
truncated word and a distance score their plain words, keywords score `boost` (mostly nothing), dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from search.edits import alike

# The share of the other fields' scores that counts beside the best field's (dis_max).
TIE = 0.1


@dataclass(frozen=True)
class Glob:
    """A truncated term: `*` any characters, `?` none or one, `#` exactly one; the rest stands for itself.

    `span` is the place in the query it came from, for error messages.
    """

    pattern: str
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)

    @property
    def head(self) -> str:
        """The characters before the first truncation."""
        return re.split(r"[*?#]", self.pattern, maxsplit=1)[0]

    @property
    def regex(self) -> str:
        """The same as a regular expression that must match the whole term; fit for `re`, Rust and Lucene."""
        return "".join(_SIGNS.get(letter) or re.escape(letter) for letter in self.pattern)


_SIGNS = {"*": ".*", "?": ".?", "#": "."}


@dataclass(frozen=True)
class Alike:
    """A term, and every term that differs from it in at most `edits` letters. It stands alone: in no phrase, beside no NEAR."""

    term: str
    edits: int

    @property
    def pattern(self) -> str:
        """How it is written."""
        return f"{self.term}~{self.edits}"

    @property
    def head(self) -> str:
        """The characters every term begins with: none."""
        return ""


Word: TypeAlias = str | Glob | Alike
Sequence: TypeAlias = tuple[Word, ...]


@dataclass(frozen=True)
class Everything:
    """Every record."""


@dataclass(frozen=True)
class Nothing:
    """No record."""


@dataclass(frozen=True)
class Words:
    """A word, or several next to each other and in order."""

    field: str
    words: Sequence
    boost: float = 1.0


@dataclass(frozen=True)
class Near:
    """One of `left` and one of `right`, not overlapping, with at most `distance - 1` words between them."""

    field: str
    left: tuple[Sequence, ...]
    right: tuple[Sequence, ...]
    distance: int
    ordered: bool
    boost: float = 1.0


@dataclass(frozen=True)
class In:
    """One of the values in a keyword field; scores `boost`, whichever and however many they are."""

    field: str
    values: tuple[str, ...]
    boost: float = 0.0


@dataclass(frozen=True)
class Between:
    """A date, as the number YYYYMMDD, from `low` to `high`, both included; None is open, on both sides any date."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True)
class AllOf:
    """All of the clauses; scores add up."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class AnyOf:
    """Any of the clauses; scores add up."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Best:
    """Any of the clauses; the best score counts, and `TIE` of the others'."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Without:
    """Every record that the clause does not find; scores nothing."""

    clause: Clause


@dataclass(frozen=True)
class Raised:
    """What `clause` finds, no more and no less; where `by` finds a record too, its score is added."""

    clause: Clause
    by: Clause


Clause: TypeAlias = Everything | Nothing | Words | Near | In | Between | AllOf | AnyOf | Best | Without | Raised


def leaves(clause: Clause, *, excluded: bool = True) -> Iterator[Clause]:
    """Yield the clauses at the ends of the tree; with `excluded`, those too by which nothing is found: of `Without`, `by`."""
    match clause:
        case AllOf(clauses) | AnyOf(clauses) | Best(clauses):
            for inner in clauses:
                yield from leaves(inner, excluded=excluded)
        case Without(inner):
            if excluded:
                yield from leaves(inner)
        case Raised(inner, by):
            yield from leaves(inner, excluded=excluded)
            if excluded:
                yield from leaves(by)
        case _:
            yield clause


def all_words(clause: Near | Words) -> tuple[Word, ...]:
    """Return the words and truncated words, each once."""
    sequences = (clause.words,) if isinstance(clause, Words) else clause.left + clause.right
    return tuple(dict.fromkeys(word for sequence in sequences for word in sequence))


def plain(clause: Near | Words) -> tuple[str, ...]:
    """Return the words without truncation, each once: those that score where the clause as a whole cannot."""
    return tuple(word for word in all_words(clause) if isinstance(word, str))


def matches(word: Word, term: str) -> bool:
    """Whether a term is the word, or one of those a truncated or similar word stands for."""
    if isinstance(word, Alike):
        return alike(word.term, term, word.edits)
    return word == term if isinstance(word, str) else _compiled(word.regex).fullmatch(term) is not None


@lru_cache(maxsize=512)
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def scores(clause: Clause) -> bool:
    """Whether the clause gives any record a score; where it gives none, the order is by date."""
    match clause:
        case AllOf(clauses) | AnyOf(clauses) | Best(clauses):
            return any(scores(inner) for inner in clauses)
        case Raised(inner, by):
            return scores(inner) or scores(by)
        case Words(words=words):
            return clause.boost > 0 and (len(words) == 1 or bool(plain(clause)))
        case Near():
            return bool(plain(clause))
        case In(boost=boost):
            return boost > 0
        case _:
            return False
