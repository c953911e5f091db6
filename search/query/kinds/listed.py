"""A query that is nothing but numbers: one, or a list as registers, letters and spreadsheets write it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from portal.standards import numbers, offices
from search.fields import DEFAULT, FieldKind, find
from search.query import recognise
from search.query.kinds import around, cited, spoken
from search.query.paste import HYPHENATED
from search.query.tree import And, Node, Or, Text, Value

# What may stand between the numbers of a list.
_BETWEEN = re.compile(
    rf"(?:{recognise.FILE}|[\s,;|()&]|/(?=[A-Z]{{2}}\d{{5}})|\.(?=\s|$)|(?<!\w)(?:ANDNOT|AND|OR|NOT)(?!\w))+",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<=\d{3}) {1,3}(?:-|to) {1,3}(?=[A-Z]{0,2} ?\d[\d/.-]{4})", re.IGNORECASE)
_PIECES = re.compile(r"[,;\n]|\sOR\s", re.IGNORECASE)
_OPENS = tuple('(="<>:')  # what makes a field of the word before it
_JOINED = re.compile(r"(?<!\w)(?:ANDNOT|AND|NOT)(?!\w)", re.IGNORECASE)
_BORDER = re.compile(rf"[()\"=<>:]|{_JOINED.pattern}", re.IGNORECASE)
_TYPED = re.compile(r"[()\"=<>:]|\b(?:ANDNOT|AND|NOT)\b")  # and no `and` before the last of a list
_OPERATOR = re.compile(r"\b(?:AND|NOT)\b")
_LISTED = re.compile(r"[;\n]|,(?!\d{3}(?!\d))")  # no comma of thousands
_SIGN, _FIELD = re.compile(r"[()\"=<>:]"), re.compile("[=<>:]")
_GOVERNED = re.compile(r"([A-Za-z_.]{1,30})\s?[=:<>]{1,2}\s?\(?\Z")
_COMMA, _OR = re.compile("[,;\n]"), re.compile(r"\sOR\s", re.IGNORECASE)  # a, b OR c AND d is not one list
_NO_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_OF_OFFICE = re.compile(rf"([A-Z]{{2}}) ?(?:\d{{3,4}} ?[A-Z]\d?|{_NO_YEAR}\d{{4}})")
_SMALL = re.compile(r"[a-z]{2} \d{5,}")
_WITH_KIND = re.compile(
    rf"{_NO_YEAR}\d{{4,6}} (?:[A-Z]\d?|\([A-Z]\d?\))|\d{{4,6}} ?\([A-Z]{{2}}\)|\([A-Z]{{2}}\) ?\d{{4,6}}"
)
_LINES = re.compile(r"(?<![^\n,;])([^\n,;]{4,30})\n([^\n,;]{3,20})(?![^\n,;])")
_NAMED = 3  # words named in a note
_DIGITS = 5  # of a number that vouches for the others


@lru_cache(maxsize=64)
def only_numbers(text: str) -> bool:
    """Return whether a text is one number or a list of them: one a line, or with commas, blanks or operators between.

    A list is read as its numbers are alone; one of them has at least five digits, so that it is no list of years.
    """
    found = _numbers(text)
    if len(found) == 1:
        number = found[0]
        return (
            " " not in number
            or any(recognise.is_number(one, bare=True) for one in (number, _in_capitals(number)))
            or _of_office(number)
        )
    return any(_vouches(number) for number in found)


def _in_capitals(number: str) -> str:
    """Return a number with its office in capitals that has it in small letters, as `vn 94283`."""
    return number.upper() if _SMALL.fullmatch(number) else number


def _of_office(number: str) -> bool:
    """Return whether a short number has its kind code behind, as `85417 A`; with its office before it, it may be shorter still."""
    match = _OF_OFFICE.fullmatch(number)
    return _WITH_KIND.fullmatch(number) is not None or (match is not None and match[1] in offices.OFFICES)


def in_list(text: str, at: int) -> bool:
    """Return whether text[at:] is in a list of numbers: the whole text, or what brackets or AND and NOT part from the rest."""
    return only_numbers(text) or any(start <= at < end for start, end in _lists(text))


@lru_cache(maxsize=64)
def _lists(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of lists of two and more numbers, with commas between where they are not in brackets."""
    return tuple((start, end) for start, end in _parts(text, _BORDER) if _is_list(text, start, end))


def _parts(text: str, border: re.Pattern[str]) -> list[tuple[int, int]]:
    borders = [(0, 0), *(found.span() for found in border.finditer(text)), (len(text), len(text))]
    return [(before[1], after[0]) for before, after in itertools.pairwise(borders)]


def _is_list(text: str, start: int, end: int) -> bool:
    part = text[start:end]
    bracketed = text[max(start - 1, 0) : start] == "(" and text[end : end + 1] == ")"
    several = bracketed or (_COMMA.search(part.strip(" ,;")) and not _OR.search(part))
    return bool(several) and only_numbers(part) and len(_numbers(part)) > 1


def _numbers(text: str) -> list[str]:
    """Return the numbers a text consists of, or nothing where it holds anything else."""
    found, at = list[str](), 0
    while at < len(text):
        if (end := recognise.number_end(text, at, bare=False)) > at:
            found.append(text[at:end])
            at = end
        elif between := _BETWEEN.match(text, at):
            at = between.end()
        else:
            return []
    return found


def _vouches(number: str) -> bool:
    digits = sum(map(str.isdigit, number))
    return digits >= _DIGITS and recognise.OFFICE_AND_MONTH.fullmatch(number) is None


def without_marks(text: str) -> str:
    """Return a list of numbers with blanks for what stands before and around them; so of any other text its parts."""
    text = cited.without_language(text)
    bare = _without_marks_but_days(text)
    return bare if _is_pure(bare) else _of_report(text) or bare


def _is_pure(text: str) -> bool:
    """Return whether a text is numbers and nothing else, and no day among them."""
    days = (number for number in _numbers(text) if not number.isdigit() and recognise.date_end(number, 0))
    return only_numbers(text) and not any(days)


@lru_cache(maxsize=64)
def _of_report(text: str) -> str:
    """Return the numbers of a search report or a table with blanks for all else, or nothing where it is none."""
    report = cited.bared(text)
    bare = _without_marks_but_days(report) if report != text else ""
    return bare if only_numbers(bare) else ""


def _without_marks_but_days(text: str) -> str:
    """Return a text without marks; what stands between two days is none of them."""
    bare = _without_marks(recognise.DAYS.sub(lambda days: "x" * len(days[0]), text))
    for days in recognise.DAYS.finditer(text):
        bare = f"{bare[: days.start()]}{days[0]}{bare[days.end() :]}"
    return bare


def _without_marks(text: str) -> str:
    text = around.celled(spoken.turned(text))
    lines = whole_lines(around.uncounted(text))
    if only_numbers(bare := around.unmarked(lines)):
        return bare
    return _unspoken(lines) or _in_parts(text)


def _unspoken(text: str) -> str:
    """Return a list of numbers with blanks for words too, or nothing where it is none."""
    told = spoken.unspoken(text)
    bare = around.unmarked(told, listing=told != text)
    return bare if only_numbers(bare) and any(map(_is_sure, _numbers(bare))) else ""


def _in_parts(text: str) -> str:
    """Return a text with what stands around the numbers of its parts taken out: of brackets, values of fields of numbers, and operands."""
    for border in (_SIGN, _TYPED, _BORDER):
        for start, end in _parts(text, border):
            part = text[start:end]
            whole = border is not _SIGN or not _OPERATOR.search(part)
            if whole and sum(map(str.isdigit, part)) >= _DIGITS and _is_of_numbers(text, start, end):
                if only_numbers(part):
                    bare = around.unmarked(part) if _LISTED.search(part) else ""
                else:
                    cited_in_part = part != text and text[end : end + 1] not in _OPENS
                    bare = _unspoken(part) or (_of_report(part) if cited_in_part else "")
                text = f"{text[:start]}{bare if only_numbers(bare) else part}{text[end:]}"
    return text


def _is_of_numbers(text: str, start: int, end: int) -> bool:
    """Return whether numbers may stand here: behind the code of their field, or behind none and in no quotes."""
    before = text[:start].rstrip()
    if '"' in (before[-1:], text[end : end + 1]):
        return False
    if code := _GOVERNED.search(before):
        field = find(code[1])
        return field is not None and field.kind is FieldKind.NUMBER
    return before.count("(") == before.count(")") or not _FIELD.search(before)


def _is_sure(number: str) -> bool:
    """Return whether a number behind words is one, as `VN 12345` and `P/00987` are, and not the five digits of a model."""
    return recognise.is_number(number, bare=True) or (_vouches(number) and not number.isdigit())


def whole_lines(text: str) -> str:
    """Return a text whose numbers stand each on one line, where the second line only completes the first."""
    return _LINES.sub(lambda lines: f"{lines[1]} {lines[2]}" if _completes(lines[1], lines[2]) else lines[0], text)


def _completes(line: str, after: str) -> bool:
    """Return whether two lines are one number by its check digit, or in a form in which the first line alone is none."""
    whole = _in_form(f"{line} {after}")
    return True in whole or (bool(whole) and not _in_form(line))


def _in_form(text: str) -> set[bool | None]:
    """Return what the check digits say of a text that is one number in forms of offices, but for those that are wrong."""
    read = numbers.candidates(text) if recognise.is_number(text, bare=False) else []
    return {number.check_ok for number in read if number.serial} - {False}


def one_line(text: str) -> str:
    """Return a query as a field of one line can hold it, and as it would be read the same.

    A list of numbers has commas between, the lines of a search report, which hold commas, semicolons.
    """
    text = HYPHENATED.sub("", text).replace("\r", "\n")
    lines = [line for line in map(str.strip, whole_lines(text).split("\n")) if line]
    joined = "\n".join(lines)
    sign = (";" if _of_report(cited.without_language(joined)) else ",") if only_numbers(without_marks(joined)) else ""
    return "".join(line + _instead(line, after, sign) for line, after in zip(lines, [*lines[1:], ""], strict=False))


def _instead(line: str, after: str, sign: str) -> str:
    """Return what stands for the end of a line: the sign of a list, or two blanks where one could join the lines to one number."""
    if not after:
        return ""
    if sign:
        return " " if line[-1] in ",;" else f"{sign} "
    return "  " if line[-1].isalnum() and after[0].isdigit() else " "


def note_on_marks(text: str, bare: str) -> str:
    """Return a sentence on what was taken off a list of numbers, or a single one, which left it bare."""
    plain = cited.without_language(text)
    if plain != text and plain == bare:
        return "The language or year in brackets behind a number was passed over."
    if not _is_pure(_without_marks_but_days(plain)) and _of_report(plain) == bare:
        return cited.note(plain)
    if around.is_quoted(text):
        return "What is quoted was read as a number; to search it as words write txt= before it."
    if _JOINED.search(bare):
        return "What stands before and around the numbers was left out."
    first, *others = _numbers(bare) or [""]
    told = first[:2].isalpha() and first not in text and any(other[0].isdigit() for other in others)
    range_ = _RANGE.search(text)
    ends = ", of a range its two ends" if range_ and not bare[slice(*range_.span())].strip() else ""
    owned = around.OWNER.search(text)
    owner = f"; for one of an owner add AND pa=({owned[1]})" if owned else ""
    of = f", the first of {first[:2]}; for the others write {first[:2]} before each" if told else ""
    return (
        f"What stands before and around the numbers of the list was left out: any of them is sought{of}{ends}{owner}."
    )


def note_on_words(text: str, node: Node) -> str:
    """Return a sentence on what was read as words in a list of at least two numbers, or nothing."""
    pieces = [piece.strip(" \"'") for piece in _PIECES.split(text)]
    listed = [piece for piece in pieces if recognise.is_number(piece, bare=False) and _vouches(piece)]
    leaves = [leaf for leaf in _leaves(node) if isinstance(leaf, Text | Value)]
    found = [leaf for leaf in leaves if leaf.field == "number"]
    words = [leaf.text for leaf in leaves if isinstance(leaf, Text) and leaf.field == DEFAULT.name]
    words = [word for word in dict.fromkeys(words) if word in pieces or any(map(str.isdigit, word))]
    if max(len(listed), len(found)) < 2 or not words or "=" in text:
        return ""
    shown = ", ".join(f"“{word}”" for word in words[:_NAMED]) + (" and others" if len(words) > _NAMED else "")
    were = (
        "was read as words; for a number write num= before it"
        if len(words) == 1
        else "were read as words; for numbers write num= before each"
    )
    return f"In this list of numbers {shown} {were}."


def _leaves(node: Node) -> Iterator[Node]:
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _leaves(inner)
        case _:
            yield node
