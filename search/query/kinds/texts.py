"""Words, phrases and truncation, in text and name fields."""

from __future__ import annotations

import re

from portal.standards import offices
from search.fields import find
from search.query import habits
from search.query.kinds.lists import choice
from search.query.reading import Context, Reader
from search.query.scanner import MAX_DISTANCE
from search.query.tree import Near, Node, Pattern, Text

_SLOP = re.compile(r"~(\d{1,3})")
_BOOST = re.compile(r"[~^][\d.]*")
_NO_BOOST = "“~” and “^” are not known here; for other spellings write * or ? in the word."
_COUNTRY = re.compile(r"[A-Z]{2}|[^\W\d_]{4,}")
# Codes that are also words, in titles pasted in capitals.
_WORDS_IN_CAPITALS = frozenset(
    {"AM", "AS", "AT", "BE", "BY", "DE", "DO", "ES", "ID", "IN", "IS", "IT", "LA", "MY", "NO", "OF", "SE", "SO", "TO"}
)


def read(reader: Reader, context: Context) -> Node:
    """Read a phrase, a list of words in quotes, or one word."""
    scanner, name = reader.scanner, context.field.name
    start = scanner.at
    _refuse_suffix(reader)
    quoted = scanner.take_quoted()
    if quoted is not None and context.is_list:
        words = [word for word in re.split(r"[\s,;]+", quoted) if _letters(word)]
        return reader.listed(context, [_word(reader, name, word, start) for word in words])
    if quoted is not None:
        return _phrase(reader, name, " ".join(quoted.split()), start)
    word = reader.needed(context, scanner.take_word())
    if not context.explicit:
        _hint(reader, word)
    return _word(reader, name, word, start)


def _refuse_suffix(reader: Reader) -> None:
    """Raise where a known field stands behind its word, as in other tools."""
    scanner = reader.scanner
    behind = habits.SUFFIX.match(scanner.text, scanner.at)
    code = (behind[2] or behind[3]) if behind else None
    if behind and code and find(code):
        message = f"A field stands before its words here, as {code.lower()}={behind[1]}."
        raise scanner.error(message, scanner.at, behind.end(), f"{code.lower()}={behind[1]}")


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _phrase(reader: Reader, name: str, text: str, start: int) -> Node:
    scanner = reader.scanner
    if not _letters(text):
        raise scanner.error("There is nothing to search for between these quotation marks.", start, scanner.at, "")
    if slop := _SLOP.match(scanner.text, scanner.at):
        scanner.at = slop.end()
        return _loose(reader, name, text, int(slop[1]), start)
    if boost := _BOOST.match(scanner.text, scanner.at):
        raise scanner.error(_NO_BOOST, start, boost.end(), f'"{text}"')
    if not habits.WILDCARD.search(text):
        return Text(name, text, quoted=True, span=scanner.span(start))
    pattern = " ".join(truncated(reader, word, start) for word in text.split())
    return Pattern(name, pattern, scanner.span(start))


def _loose(reader: Reader, name: str, text: str, distance: int, start: int) -> Node:
    """Return PATENTSCOPE's `"a b"~n` as NEAR."""
    words, scanner = text.split(), reader.scanner
    if len(words) != 2 or not 1 <= distance <= MAX_DISTANCE:
        message = f"“~” goes after two words in quotes, up to ~{MAX_DISTANCE}; for more write a NEAR5 b."
        raise scanner.error(message, start, scanner.at, f'"{text}"')
    left, right = (_word(reader, name, word, start) for word in words)
    return Near(left, right, distance, span=scanner.span(start))


def _word(reader: Reader, name: str, word: str, start: int) -> Text | Pattern:
    span = reader.scanner.span(start)
    pattern = truncated(reader, word, start)
    return Pattern(name, pattern, span) if habits.WILDCARD.search(pattern) else Text(name, word, span=span)


def truncated(reader: Reader, word: str, start: int) -> str:
    """Return a word with the truncation signs of this language; raises QueryError where no letter is left beside them."""
    scanner = reader.scanner
    if "~" in word or "^" in word:
        raise scanner.error(_NO_BOOST, start, scanner.at, re.split(r"[~^]", word)[0])
    if foreign := habits.FOREIGN_TRUNCATION.fullmatch(word):
        reader.note(f"“{word}” was read as {foreign['stem']}*: any letters at the end.")
        return f"{foreign['stem']}*"
    if habits.WILDCARD.search(word) and not _letters(word):
        raise scanner.error(
            f"“{word}” needs a letter; for any word between two others write a ADJ2 b.", start, scanner.at
        )
    if "?" in word:
        reader.note("“?” stands for one letter or none; for exactly one, as “?” in PATENTSCOPE, write #.")
    return word


def _hint(reader: Reader, word: str) -> None:
    """Say how to search a country or a year that stands among words."""
    office = offices.find(word) if _COUNTRY.fullmatch(word) and word not in _WORDS_IN_CAPITALS else None
    if office:
        reader.note(f"“{word}” is sought as a word; for the office write cc={office}.")
    elif choice("year", word):
        reader.note(f"“{word}” is sought as a word; for the year write pd={word}.")
