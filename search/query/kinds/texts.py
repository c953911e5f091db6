"""Words, phrases and truncation, in text and name fields."""

from __future__ import annotations

import re
from functools import lru_cache

from portal.standards import offices
from search.analysis.function_words import function_words
from search.answer import QueryError
from search.fields import FieldKind, find, nearest
from search.query import closeness, foreign
from search.query.closeness import MAX_DISTANCE
from search.query.elsewhere import habits, prose
from search.query.kinds import symbols
from search.query.paste import plain
from search.query.reading import Context, Reader
from search.query.scanner import TRAILING, Scanner
from search.query.tree import Near, Node, Pattern, Text

_TRUNCATED_PHRASE = re.compile(r"(?<=\")\*(?![^\s),;])")  # its last word, as in "rice husk"*
_WEIGHTED = re.compile(r"(.+?)(?:\^\d{0,9}(?:\.\d{1,9})?)+")
# `silica~`, `silica~2`; Lucene once wrote how alike words must be, as `silica~0.8`.
_SIMILAR = re.compile(r"([^~]+)~(?:([12])(?:\.0)?|(0?\.\d{1,9}))?")
_SPAN_OF_FIGURES = re.compile(r"(?<=\d)~(?=\d\d|\d\.)|(?<=\b\d)~(?=\d)")  # `10~20 mm`, as East Asian texts write it
_FAR = re.compile(r"~[\d.]*")
_LONG_PHRASE = 25  # words of more than a title
MIN_LETTERS = 4  # in shorter words one letter makes another word
_PLAIN_LIKE = re.compile(r"%?\w+%?")
_YEARS = re.compile(r"((?:1[789]|20)\d\d)(?:-((?:1[789]|20)\d\d))?")
_PERIOD = re.compile(r"\b(since|from|after|before|until|till|between)\s\Z", re.IGNORECASE)
# What tells of which date the years are: `filed after 2018`, `priority since 2018`.
_OF_DATE = re.compile(
    r"\b(?:(filed|filing|applied)|(priority))(?:\sdate)?\s(?:since|from|after|before|until|till|between)\s\Z",
    re.IGNORECASE,
)
_SIGNS = {"since": ">=", "from": ">=", "after": ">", "before": "<", "until": "<=", "till": "<=", "between": ">="}
_SPAN_BEHIND = re.compile(r"\s(?:to|until|till|and|through)\s((?:19|20)\d\d)(?![\w.])", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:from|between|since)\s(?:19|20)\d\d\s(?:to|until|till|and|through)\s\Z", re.IGNORECASE)
_HYPHENED_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,3}(?:-|(?<=-\w))\$")  # the USPTO's silva-jose-$ and silva-j$
# A class with a group inside a word: zeros filled in, another sign or code beside it.
_HOLDS_GROUP = re.compile(r"(?<![^\W_])[A-HY]\d\d[A-Z](?:-?\d{1,4}/\d{0,6}|0\d{5,8}(?!\w))", re.IGNORECASE)
_OPERATOR_BEHIND = re.compile(r"\s+(AND|OR|NOT)(?!\w)")
_WORDED = (FieldKind.TEXT, FieldKind.NAME)
_COUNTRY = re.compile(r"[A-Z]{2}|[^\W\d_]{4,}")
# Countries of several words, as Viet Nam and Trinidad and Tobago, the longest first.
_IN_WORDS = "|".join(
    re.sub(r"\W+", r"[\\s',-]{1,2}", name)
    for name in sorted(offices.NAMES, key=len, reverse=True)
    if re.search(r"\W", name)
)
_COUNTRIES = re.compile(rf"(?<![\w-])(?:{_IN_WORDS})(?![\w-])", re.IGNORECASE)
# Codes that are also words, in titles pasted in capitals.
_WORDS_IN_CAPITALS = frozenset(
    {"AM", "AS", "AT", "BE", "BY", "DE", "DO", "ES", "ID", "IN", "IS", "IT", "LA", "MY", "NO", "OF", "SE", "SO", "TO"}
)


def read(reader: Reader, context: Context) -> Node:
    """Read a phrase, a list of words in quotes, or one word."""
    scanner, name = reader.scanner, context.field.name
    start = scanner.at
    refuse_suffix(reader)
    quoted = scanner.take_quoted()
    if quoted is not None and context.is_list:
        words = [word for word in re.split(r"[\s,;\\]+", quoted) if _letters(word)]
        return reader.listed(context, [_listed(reader, name, word, start) for word in words])
    if quoted is not None and context.relation == "like":
        return _alike(reader, name, quoted, start)
    if quoted is not None:
        if _letters(quoted[-1:]) and _TRUNCATED_PHRASE.match(scanner.text, scanner.at):
            quoted, scanner.at = f"{quoted}*", scanner.at + 1
        return _phrase(reader, name, " ".join(quoted.split()), start)
    word = reader.needed(context, scanner.take_word())
    if word.lower() == "not":
        reader.note(f"“{word}” is sought as a word; to exclude what follows write NOT, and the rest in small letters.")
    while context.field.kind is FieldKind.NAME and (title := habits.TITLED.match(scanner.text, scanner.at - len(word))):
        reader.note(f"“{title[0].strip()}” before a name was left out.")
        scanner.at = start = title.end()
        word = reader.needed(context, scanner.take_word())
    unweighted = _WEIGHTED.sub(r"\1", word)
    if context.field.kind is FieldKind.NAME and _HYPHENED_NAME.fullmatch(unweighted):
        written = re.sub(r"(?<=\w)\$", "*", unweighted.replace("-", " ")).rstrip(" $")
        reader.note(f"“{word}” was read as the name “{written}”.")
        return _phrase(reader, name, written, start)
    if joined := habits.JOINED.fullmatch(word):
        meant = (
            "any letters; for both words write AND" if joined[1] == "*" else "words side by side; for either write OR"
        )
        reader.note(f"“{word}” was read with “{joined[1]}” as {meant}.")
    if not _is_operator(reader, word, start) and not context.explicit:
        _hint(reader, word)
    return _word(reader, name, word, start)


def _alike(reader: Reader, name: str, quoted: str, start: int) -> Node:
    """Read what LIKE of SQL has in quotes: % at a word is truncation, and around several words nothing."""
    if not _PLAIN_LIKE.fullmatch(quoted):
        quoted = quoted.replace("%", " ")
    elif "%" in quoted and not habits.PERCENT.fullmatch(quoted):  # as %3rice%
        here = quoted.replace("%", "*")
        reader.note(f"“{quoted}” was read as {here}: * any letters.")
        quoted = here
    if " " in quoted:
        return _phrase(reader, name, " ".join(quoted.split()), start)
    return _word(reader, name, quoted, start)


def refuse_suffix(reader: Reader) -> None:
    """Raise QueryError where a known field stands behind its word, as in other tools."""
    scanner = reader.scanner
    behind = habits.SUFFIX.match(scanner.text, scanner.at)
    codes = habits.suffixed(behind, behind[1]) if behind else ""
    if (
        behind and codes and not (behind[1].isupper() and habits.known(behind[1]))
    ):  # two codes are no word and its field
        message = f"A field stands before its words here, as {codes}={behind[1]}."
        raise scanner.error(message, scanner.at, behind.end(), f"{codes}={behind[1]}")
    if behind and (hint := habits.elsewhere(behind)):
        raise scanner.error(hint, scanner.at, behind.end())


def refuse_regex(reader: Reader) -> None:
    """Raise QueryError where a regular expression stands."""
    scanner = reader.scanner
    if found := habits.REGEX.match(scanner.text, max(scanner.at - 1, 0)) or habits.REGEX.match(
        scanner.text, scanner.at
    ):
        message = (
            "Regular expressions are not known here; write * for any letters, ? for one or none, # for exactly one."
        )
        raise scanner.error(message, *found.span())


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


def _phrase(reader: Reader, name: str, text: str, start: int) -> Node:
    scanner = reader.scanner
    if not _letters(text):
        raise scanner.error("There is nothing to search for between these quotation marks.", start, scanner.at, "")
    if slop := habits.SLOP.match(scanner.text, scanner.at):
        scanner.at = slop.end()
        return loose(reader, name, text, int(slop[1]), start)
    if boost := habits.BOOST.match(scanner.text, scanner.at):
        scanner.at = boost.end()
        reader.note(no_weight(boost[0]))
    if len(text.split()) > _LONG_PHRASE:
        reader.note(
            "A text in quotes is found only where it stands word for word; without quotes its words are sought anywhere."
        )
    pattern = " ".join(truncated(reader, word, start) for word in text.split())
    if not habits.WILDCARD.search(pattern):
        _note_sign(reader, text)
        return Text(name, text, quoted=True, span=scanner.span(start))
    return Pattern(name, pattern, scanner.span(start))


def loose(reader: Reader, name: str, text: str, distance: int, start: int) -> Node:
    """Return PATENTSCOPE's `"a b"~n` as NEAR."""
    words, scanner = [one.rstrip(TRAILING) for one in text.split() if _letters(one) and one != "AND"], reader.scanner
    if len(words) != 2 or not 1 <= distance <= MAX_DISTANCE:
        message = f"“~” goes after two words in quotes, from ~1 to ~{MAX_DISTANCE}; between more words write NEAR."
        instead = f"({f' NEAR{min(distance, MAX_DISTANCE)} '.join(words)})" if distance else f'"{" ".join(words)}"'
        raise scanner.error(message, start, scanner.at, instead if len(words) > 1 else text)
    if any(map(_SIMILAR.fullmatch, words)):
        message = "“~” cannot stand beside NEAR; write the spellings, as (colour OR color)."
        raise scanner.error(message, start, scanner.at)
    left, right = (_listed(reader, name, word, start) for word in words)
    return Near(left, right, distance, span=scanner.span(start))


def _word(reader: Reader, name: str, word: str, start: int) -> Text | Pattern:
    span = reader.scanner.span(start)
    if weighted := _WEIGHTED.fullmatch(word):
        reader.note(no_weight(word[weighted.end(1) :]))
        word = weighted[1].rstrip(TRAILING) or word
    if similar := _SIMILAR.fullmatch(word):
        return _similar(reader, name, similar, start)
    pattern = truncated(reader, word, start)
    if habits.WILDCARD.search(pattern):
        return Pattern(name, pattern, span)
    _note_sign(reader, pattern)
    # What would be an operator or a field where it stood alone, as in `OR^2` and `AND|silica`, is a phrase of one word.
    quoted = pattern.lower() in habits.GERMAN or _suffixed(pattern) or _stands_for_more(Scanner(plain(pattern)))
    return Text(name, pattern, quoted=quoted, span=span)


def _note_sign(reader: Reader, text: str) -> None:
    """Say of C++ that its signs are not searched."""
    for word in text.split():
        if (bare := word.rstrip("+")) != word and bare:
            reader.note(f"“+” cannot be searched: “{word}” is sought as “{bare}”.")


def _listed(reader: Reader, name: str, word: str, start: int) -> Text | Pattern:
    """Return one word of a list; what alone would be an operator, a field or a sign is a phrase of one word."""
    probe = Scanner(plain(word))
    if not habits.SUFFIX.match(word) and not _stands_for_more(probe) and probe.take_word() == word:
        return _word(reader, name, word, start)
    pattern, span = truncated(reader, word, start), reader.scanner.span(start)
    if habits.WILDCARD.search(pattern):
        return Pattern(name, pattern, span)
    return Text(name, pattern, quoted=True, span=span)


def _suffixed(word: str) -> bool:
    """Return whether a word would be refused as one with a field behind it."""
    behind = habits.SUFFIX.match(word)
    return behind is not None and bool(habits.suffixed(behind, behind[1]) or habits.elsewhere(behind))


def _stands_for_more(probe: Scanner) -> bool:
    try:
        foreign.refuse(probe)
        return bool(probe.ended() or probe.operator() or probe.prefix() or closeness.take(probe))
    except QueryError:
        return True


def no_weight(written: str) -> str:
    """Return the note that a weight was left out."""
    return f"“{written}” was left out: words cannot be given a weight here, a word in the title always counts for more."


def _similar(reader: Reader, name: str, written: re.Match[str], start: int) -> Text:
    """Return a word of which one letter may differ, or two; raises QueryError where the word is too short or truncated."""
    scanner, word = reader.scanner, written[1]
    if habits.WILDCARD.search(word) or _letters(word) < MIN_LETTERS:
        message = f"“~” goes after a whole word of at least {MIN_LETTERS} letters; after a part of one write *."
        raise scanner.error(message, start, scanner.at, word)
    if written[3]:
        reader.note(f"“~{written[3]}” was read as ~1: one letter of “{word}” may differ.")
    return Text(name, word, edits=int(written[2] or 1), span=scanner.span(start))


def truncated(reader: Reader, word: str, start: int) -> str:
    """Return a word with the truncation signs of this language; raises QueryError where no letter is left beside them."""
    scanner, typed = reader.scanner, word
    if habits.NUMBERED.fullmatch(word):
        word = re.sub("[*#]", "-", word).strip("-")
        reader.note(f"“{typed}” was read as {word}, its sign before figures as no truncation.")
        return word
    if (here := as_here(word)) != word:
        reader.note(f"“{word}” was read as {here}: * any letters, ? one or none, # exactly one.")
        word = here
    if "~" in _SPAN_OF_FIGURES.sub("", word):
        message = "“~” goes after a word of its own, as silica~ for one letter that may differ, silica~2 for two."
        raise scanner.error(message, start, scanner.at, _FAR.sub(_nearer, scanner.text[start : scanner.at]))
    if foreign := habits.FOREIGN_TRUNCATION.fullmatch(word):
        reader.note(f"“{word}” was read as {foreign['stem']}*: any letters at the end.")
        return f"{foreign['stem']}*"
    if habits.WILDCARD.search(word) and not _letters(word):
        raise scanner.error(
            f"“{word}” needs a letter; for any word between two others write a ADJ2 b.", start, scanner.at
        )
    if re.fullmatch(r"[^\W\d_]#", typed):
        reader.note(f"“{typed}” was read as “{typed[0]}” and one more letter: signs are not searched.")
    if "#" in typed and habits.STN.search(scanner.text):
        reader.note("“#” stands for exactly one letter; for one or none, as “#” in STN, write ?.")
    if "?" in word and "?" in typed:
        reader.note(
            "“?” stands for one letter or none; for exactly one, as “?” in PATENTSCOPE, write #, for any number *."
        )
    return word


def _nearer(far: re.Match[str]) -> str:
    """Return what is as near as can be asked: `~0` is the word itself."""
    return "" if far[0].strip("~0.") == "" and far[0] != "~" else "~2"


def as_here(word: str) -> str:
    """Return a word with the truncation signs of SQL, DEPATISnet, Derwent and the USPTO as they are written here."""
    if "%" in word and habits.PERCENT.fullmatch(word):
        return word.replace("%", "*")
    word = habits.FEW_LETTERS.sub(lambda few: "?" * int(few[few.lastindex or 0]), habits.LEADING.sub("*", word))
    return habits.EXCLAMATION.sub("#", word)


def _is_operator(reader: Reader, word: str, start: int) -> bool:
    """Say where a word between two others is an operator of another language or system, and return whether it is."""
    text, at = reader.scanner.text, reader.scanner.at
    if word.endswith("D") and text[start - 1 : start] + text[at : at + 1] == "()" and "dimension" not in text[:start]:
        start, at = start - 1, at + 1
    if not re.match(r"\s+[^\s)]", text[at : at + 9]) or not re.search(r"[^\s(]\s+/?$", text[max(start - 9, 0) : start]):
        return False
    distance = habits.NEAR_ALIKE.fullmatch(f"w{word}" if text[start - 1] == "/" else word)
    between = habits.BETWEEN_ALIKE.fullmatch(word)
    behind = _OPERATOR_BEHIND.match(text, at)
    alone = f", and no {behind[1]} behind it" if behind else ""
    if distance:
        reader.note(
            f"“{word}” is sought as a word; as an operator write NEAR{distance[distance.lastindex or 0]}{alone}."
        )
    elif between:
        name = "ADJ" if between[2].upper() in "WC" else "NEAR"
        reader.note(f"“{word}” is sought as a word; as an operator write {name}{int(between[1]) + 1}{alone}.")
    elif word.lower() == "near" or habits.NEAR_WRONGLY.fullmatch(word):
        reader.note(f"“{word}” is sought as a word; as an operator write NEAR5{alone}.")
    elif _is_foreign(word, text) or _is_letter(word, text, start):
        reader.note(f"“{word}” is sought as a word; the operators are AND, OR, NOT, NEAR5 and ADJ1.")
        return True
    return bool(distance or between)


def _is_foreign(word: str, text: str) -> bool:
    """Return whether a word is an operator of another language or system: in capitals that stand out, or among few words."""
    if word in habits.OPERATORS | habits.GERMAN or habits.LONE_OPERATOR.fullmatch(word):
        lone = word in ("WITH", "SAME") and not prose.has_functions(text)
        return lone or text.upper() != text or re.search("[=<>]", text) is not None
    foreign = word in habits.AMONG_FEW or (word.islower() and word.upper() in habits.OPERATORS)
    return foreign and len(text.split()) <= habits.FEW_WORDS


def _is_letter(word: str, text: str, start: int) -> bool:
    """Return whether E, Y or O stands between two words in small letters, as in `casca E palha`; vitamin E is none."""
    between = word in habits.LETTERS and re.search(r"[^\W\d_]{3}[\")]?\s+$", text[max(start - 9, 0) : start])
    behind = re.match(r"\s+[\"(]?[^\W\d_]{3}", text[start + 1 : start + 16])
    few = len(text.split()) <= habits.FEW_WORDS and text.upper() != text
    return bool(between and behind and few and not habits.lettered(text[:start]))


_NAMED = re.compile(r"[^\W\d_]+(?:['/-][^\W\d_]+)*[$*]?")  # as O'Neil, BASF/SE and Li$


def _hint_at_slash(reader: Reader, word: str, before: str, value: str) -> None:
    """Say where a word with a slash looks like the USPTO's field and value, in small letters, or like one of two abbreviations."""
    code = habits.BEHIND.get(before, before).lower()
    if {before, value} <= habits.METALS and find(value.lower()):
        code, value = value.lower(), before
    elif (
        not before.isupper() and before not in habits.CODES | habits.SLASHED_CODES
    ) or value.lower() in function_words("en"):
        return
    code = "pa" if code == "an" else code
    field = find(code)
    if field and field.kind in _WORDED and _NAMED.fullmatch(value):
        reader.note(f"“{word}” is sought as words; for the field write {code}={value}.")
    elif code != value.lower() and before.islower():
        reader.note(f"“{word}” is sought as words; for a field write {code}= and the value behind it.")


def _code_like(word: str) -> str:
    """Return the code of a field that a word before a colon may be, or have been typed for; nothing where it is none."""
    return word if word.islower() and habits.known(word) else nearest(word) if len(word) >= MIN_LETTERS else ""


def _hint_at_year(reader: Reader, word: str, year: str) -> None:
    """Say how a year is asked for, with the word before it as its sign: `since 2019`, `from 2019 to 2020`."""
    before, behind = reader.scanner.text[: reader.scanner.at - len(word)], reader.scanner.text[reader.scanner.at :]
    if _SPAN_BEFORE.search(before[-20:]):
        return
    until, said, of = _SPAN_BEHIND.match(behind), _PERIOD.search(before[-12:]), _OF_DATE.search(before[-30:])
    code = "pd" if of is None else "ad" if of[1] else "prd"
    if until and said:
        reader.note(f"“{said[0]}{word}{until[0]}” is sought as words; for the years write {code}={word}..{until[1]}.")
    elif said and year == word:
        reader.note(f"“{said[0]}{word}” is sought as words; for the years write {code}{_SIGNS[said[1].lower()]}{word}.")
    else:
        reader.note(f"“{word}” is sought as a word; for the year write pd={year}.")


@lru_cache(maxsize=64)
def _countries(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Return the countries of several words in a text, each with its place."""
    return [(" ".join(found[0].split()), found.span()) for found in _COUNTRIES.finditer(text)]


def _hint_at_sign(reader: Reader, word: str) -> None:
    """Say where a word looks like an earlier answer, a label in other letters, or holds a class with a group."""
    if habits.LINE.fullmatch(word):
        reader.note(f"“{word}” is sought as a word: earlier answers have no numbers here.")
    if (colon := habits.FOREIGN_LABEL.match(word)) and not colon[1].isascii():
        reader.note(f"“{colon[0]}” is sought as a word; fields go by their codes, as ti=.")
    if (group := _HOLDS_GROUP.search(word)) and (symbol := symbols.normal(group[0])):
        reader.note(f"“{word}” is sought as a word; as a class write {symbol.replace(' ', '')}.")


def _hint(reader: Reader, word: str) -> None:
    """Say what was taken for words and may not be: a country, a year, a code."""
    text, at = reader.scanner.text, reader.scanner.at
    _hint_at_sign(reader, word)
    if re.match(r"\s?:\s+\S", text[at : at + 9]) and (guess := _code_like(word)):
        reader.note(f"“{word}:” is sought as a word; as a field write {guess}=.")
    if word.lower() in habits.CODES and re.match(r"\s+[\w\"(]", text[at : at + 9]):
        reader.note(f"“{word}” is sought as a word; as a field write {word.lower()}= and the value behind it.")
    if slashed := habits.SLASHED.fullmatch(word):
        _hint_at_slash(reader, word, *slashed.groups())
    if (behind := habits.BEHIND_SLASH.fullmatch(word)) and (field := find(behind[2])) and field.kind in _WORDED:
        reader.note(f"“{word}” is sought as words; for the field write {behind[2]}={behind[1]}.")
    office = offices.find(word) if _COUNTRY.fullmatch(word) and word not in _WORDS_IN_CAPITALS else None
    if country := next((name for name, (start, end) in _countries(text) if start < at <= end), ""):
        reader.note(f"“{country}” is sought as words; for the office write cc={offices.find(country)}.")
    elif office:
        reader.note(f"“{word}” is sought as a word; for the office write cc={office}.")
    elif years := _YEARS.fullmatch(word):
        _hint_at_year(reader, word, f"{years[1]}..{years[2]}" if years[2] else word)
