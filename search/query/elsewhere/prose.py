"""Sentences, titles and names of chemistry among queries, whose `not` and `-` exclude nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from search.analysis.function_words import function_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
# What only a query has: a field, an operator in capitals among small letters, a group or a phrase with an operator beside it.
_ASKED = re.compile(
    r"\w\s?[=<>]|\b[a-z]{2,4}:(?=\S)|[*?#]|(?-i:\b(?:ANDNOT|AND|OR|NOT|NEAR|ADJ)\d*\b)|[)\"]\s*-|\s-[(\"]"
    r"|\([^()]*\s(?:and|or)\s[^()]*\)|\bnot\s?[(\"]",
    re.IGNORECASE,
)
_GERMAN = {
    "der", "die", "das", "des", "den", "dem", "ein", "eine", "einer", "eines", "nach", "mit", "zum", "zur", "für", "von", "vom", "im", "ist", "wobei",
}  # fmt: skip
_FUNCTIONS = _GERMAN.union(*map(function_words, ("en", "pt", "es", "fr", "id"))) - {"and", "or", "not"}
_FEW = 5  # capitals at least for each small letter
_SENTENCE, _TITLE = (12, 3), (5, 1)  # words and, among them, function words

# Words around a `not` that is none of the query: of a verb before it, or that it belongs to behind it.
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|could|might|shall|should|would|if|why|whether\s+or"
    r"|(?:that|which|who|it|they|we|you)\s+(?:can|may|must|will|need))\s{1,9}\Z",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?<!\S)(?:(?!(?:AND|OR|NOT|NEAR\d*|ADJ\d*)\s)\w+\s{1,9}){2}\Z")
_TURN = re.compile(
    r"\s{1,9}(?:only|just|merely|simply|necessarily|limited|be|been|being|yet|to|otherwise|directly|substantially|involving|requiring|having"
    r"|using|comprising|containing|including|(?:more|less)\s+than|(?:all|every)\s+(?:of|the|are)|(?:provided|used|specified)\s+(?:for|in|by|as|with)"
    r"|covered\s+(?:by|in|elsewhere)|based\s+on)\b(?!\s*[=:])",
    re.IGNORECASE,
)
# Words beside a `not` that may be of a sentence or of a query, as `can` and `used`.
_EITHER_BEFORE = re.compile(r"\b(?:can|may|must|will|need|am|being)\s{1,9}\Z", re.IGNORECASE)
_EITHER_BEHIND = re.compile(r"\s{1,9}(?:all|every|more|less|used|based|covered|provided|specified)\b", re.IGNORECASE)
# What hangs behind a blank in a compound word that was broken there, as `water -soluble`.
_COMPOUND = re.compile(
    r"(?:\w{0,6}soluble|types?|based|free|like|resistant|containing|coated|shaped|proof|induced|mediated|rich|dependent|linked|bound|treated"
    r"|operated|driven|cooled|dispersible|permeable|absorb(?:ent|ing)|repell[ae]nt|specific|related|derived|modified|substituted|terminated"
    r"|grade|scale|phase|step|stage|sided|controlled|activated|assisted|supported|forming|producing|reinforced|filled|curable|sensitive|tight"
    r"|binding|analogues?|derivatives?)(?!\w)",
    re.IGNORECASE,
)
# A group of a molecule, as -OH, -NH2, -C6H5; with a hyphen behind it, as -CH2- and -SO2-, any formula.
_ELEMENTS = r"(?:C|H|N|O|S|P|F|Cl|Br|I|Si|B|R)"
_GROUP = (
    rf"(?:(?![A-H]\d\d[A-Z](?!\w))(?=[A-Za-z]*\d){_ELEMENTS}(?:\d{{0,2}}{_ELEMENTS}){{0,7}}\d{{0,2}}-"
    r"|(?:(?:CO)?OH|NH2?|SH|CN|CHO|COOH?|CONH2?|NCO|OMe|OEt|OAc|Cl|Br|CF3|SO3H|C\d{0,2}H\d{0,2})(?:-|(?![\w/])))"
)
_MOLECULAR, _GROUP_FIRST = re.compile(_GROUP), re.compile(rf"[\s(]*-{_GROUP}")
# Words with a hyphen before them up to the end of a text or a group, or up to an operator in capitals.
_HYPHENED = r"""-(?:"[^"]*"|\([^()]*\)|[^\s()\[\]"]*[^\s()\[\]"-])"""
_LAST = re.compile(rf"{_HYPHENED}(?:\s+{_HYPHENED})*+(?:[\s,;.]*(?:\Z|[)\]])|\s+(AND|OR|NOT|ANDNOT)\s)")
_OR = re.compile(r"\bor[\s(]{1,9}\Z", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?!.*\s(?-i:AND|OR|NOT|NEAR\d*|ADJ\d*)\s)"
    r"([\s(]*(?:what|how|which|why|who|where|when|is|are|does|could|should)\s[^?()\"=:]+)\?([\s)]*)",
    re.IGNORECASE | re.DOTALL,
)
_COUNT = re.compile(r"\A\s*\d{1,3}[.)]\s+(?=(?:[^\W\d_][\w-]*,?\s+){2}|[A-Z]{2}\s?\d[\d/.-]{4})")
_LOOSE = re.compile(r"[\w)]-(?=[\s,;.]|\Z)|(?<=\s)-\s(?!\s*-)")  # a hyphen that hangs behind a word or between two


def is_plain(text: str) -> bool:
    """Return whether a text has nothing in it that only a query has."""
    return _ASKED.search(text.lower() if in_capitals(text) else text) is None


def is_function(word: str) -> bool:
    """Return whether a word in small letters is a function word of a language with Latin letters."""
    return word in _FUNCTIONS


def has_functions(text: str) -> bool:
    """Return whether a text has a function word in it other than one that is an operator elsewhere."""
    return not _FUNCTIONS.isdisjoint({word.lower() for word in _WORD.findall(text)} - {"with", "same"})


def in_capitals(text: str) -> bool:
    """Return whether a text is in capitals but for a formula or a unit, as a title with NOx in it."""
    return sum(map(str.islower, text)) * _FEW < sum(map(str.isupper, text))


def is_title(text: str) -> bool:
    """Return whether a text has some words, a function word among them, and nothing that only a query has."""
    return _is(text, _TITLE)


@lru_cache(maxsize=64)
def _is(text: str, least: tuple[int, int]) -> bool:
    """Return whether a text has so many words and function words, and nothing of a query in it."""
    if not is_plain(text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) >= least[0] and sum(word in _FUNCTIONS for word in words) >= least[1]


@lru_cache(maxsize=64)
def _is_loose(text: str) -> bool:
    return _LOOSE.search(text) is not None


def is_word(text: str, start: int, end: int) -> bool:
    """Return whether the `not` at text[start:end] is a word: `does not`, `not only`, and a small one in a sentence without signs of a query, no phrase before it.

    In a title in capitals two words stand side by side before it, which no query has in its canonical form.
    """
    capitals = text[start:end].isupper()
    if capitals and not (in_capitals(text) and _BESIDE.search(text, max(start - 90, 0), start)):
        return False
    before = _VERB.search(text, max(start - 30, 0), start)
    return bool(before or _TURN.match(text, end) or (not capitals and '"' not in text[:start] and _is(text, _SENTENCE)))


def is_doubtful(text: str, start: int, end: int) -> bool:
    """Return whether the `not` at text[start:end] that excludes might be a word: a small one, or in capitals beside what a title has."""
    if not text[start:end].isupper():
        return "(" not in text and is_plain(text)
    before, behind = (_VERB, _EITHER_BEFORE), (_TURN, _EITHER_BEHIND)
    beside = any(form.search(text, max(start - 30, 0), start) for form in before) or any(
        form.match(text, end) for form in behind
    )
    return in_capitals(text) and (beside or _is(text, _SENTENCE))


def unasked(text: str) -> str:
    """Return a question with a blank for the sign at its end, which would stand for a letter; any other text as it is."""
    question = _QUESTION.fullmatch(text)
    return f"{question[1]} {question[2]}" if question else text


def uncounted(text: str) -> str:
    """Return a claim or an entry of a list with blanks for the number at its beginning, `1. A method`; any other text as it is."""
    return _COUNT.sub(lambda count: " " * len(count[0]), text)


def joins(text: str, at: int) -> bool:
    """Return whether the hyphen at a place is one of a compound, a formula or a title, and excludes nothing.

    The last words exclude, but for groups of a molecule behind `or` or in a text that begins so, and compounds beside loose hyphens.
    """
    compound, group, last = _COMPOUND.match(text, at + 1), _MOLECULAR.match(text, at + 1), _LAST.match(text, at)
    if last and not (last[1] and in_capitals(text)):
        return bool(
            (compound and _is_loose(text))
            or (group and (_GROUP_FIRST.match(text) or _OR.search(text, max(at - 9, 0), at)))
        )
    return bool(compound or group or _is_loose(text) or is_title(text))
