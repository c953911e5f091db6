"""Numbers in any spelling. The tree keeps them as typed; `portal.standards.numbers` has the keys they are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.standards import numbers, offices
from search.fields import BY_NAME
from search.query import recognise
from search.query.elsewhere import habits
from search.query.kinds import listed, spoken
from search.query.reading import Context, Reader, joined
from search.query.scanner import Scanner
from search.query.tree import Node, Or, Pattern, Value

_BETWEEN = re.compile(r"[,;\n]|\s(?:AND|OR)\s|\s{2,}", re.IGNORECASE)
_WRAPPED = re.compile(r"[(\[{]([^()\[\]{}]*(?:\d[^()\[\]{}\d]*){4,})[)\]}]|\.(?=\s*(?:[,;\n]|\Z))")  # of quoted numbers
_COMMA = re.compile(r"\s?[,;][\s,;]{0,12}")  # a list without brackets, as pn=EP1234567, EP7654321
_ANY = re.compile(
    r"(?:[\s,;]|/(?=[A-Z]{2}\d{5})|(?<=\s)OR(?=\s))+", re.IGNORECASE
)  # the same where nothing but numbers follows
_REST = re.compile(r"(?:(?!\s(?:AND|NOT)\s)[^()\"=<>:]){2,}", re.IGNORECASE)
_COUNTRYLESS = re.compile(r"PCT[ /]?\d{4}[ /]?\d{5,6}", re.IGNORECASE)
# A patent of the United States from ten million on: series and serial of an application have as many digits, and neither a
# kind code of a grant nor commas by thousands.
_US_GRANT = re.compile(r"(?:US[ -]?)?\d\d,\d{3},\d{3}(?:[ -]?B[12])?|US[ -]?\d{8}[ -]?B[12]", re.IGNORECASE)
_FILE = re.compile(recognise.FILE, re.IGNORECASE)  # of a file named by its number
_ANY_BEHIND = re.compile(r"(?<=\w)[+$]\Z")  # as truncation is written elsewhere
_BOTH = re.compile(r"(.*[^\d])?(\d{4,})\s?/\s?(\d{4,})")  # two numbers that differ in their last digits
_DATE = re.compile(r"(?:19|20)\d\d(?:[./-]\d\d?){0,2}|\d\d?[./]\d\d?[./](?:19|20)\d\d")
_DATES = {"publication_number": "pd", "application_number": "ad", "priority_number": "prd"}
_YEAR_BEFORE, _SERIAL = (re.compile(form, re.IGNORECASE) for form in (r"((?:19|20)\d\d)([A-Z]{2})", r"-\d{4,8}(?!\w)"))
# Of `US Patent 5,123,456 to Smith et al.`, whose it is.
_TO_WHOM = re.compile(r"\s{1,9}(?i:to)\s{1,9}[^\W\d_a-z][^\W\d_][^()\"=\d]{0,90}?(?=\s+(?:AND|OR|NOT)\s|[);]|\Z)")
_OFFICE = re.compile(r"([A-Z]{2})\*?", re.IGNORECASE)
_OFFICE_OR_WORD = re.compile(r"(No|no|[a-z]{2}(?= \d{5,8}\Z)) ")


def read(reader: Reader, context: Context) -> Node:
    """Read a number, or several in quotes (any of them)."""
    scanner, start, name = reader.scanner, reader.scanner.at, context.field.name
    quoted = scanner.take_quoted()
    if quoted is not None:
        truncated = recognise.truncated_end(quoted, 0, bare=False) == len(quoted)
        told = truncated or recognise.is_number(quoted, bare=False) or listed.only_numbers(quoted)
        plain = quoted if told or " " not in quoted else spoken.unspoken(quoted)
        if plain != quoted:
            reader.note(f"“{' '.join(quoted.split())}” was read as {' '.join(plain.split())}.")
        quoted = plain
        pieces = _pieces(_WRAPPED.sub(r"\1", quoted), several=context.is_list)
        nodes = [value(reader, name, _with_office(text, context), start) for text in pieces]
        return reader.listed(context, nodes, alternatives=True)
    first = reader.needed(context, _take(scanner) or scanner.take_word())
    nodes = [value(reader, name, _with_office(text, context), start) for text in _pieces(first, several=False)]
    between = _between(reader, context, start)
    while comma := between.match(scanner.text, scanner.at):
        before, scanner.at = scanner.at, comma.end()
        text = _take(scanner)
        if text is None:
            scanner.at = before
            break
        nodes.append(value(reader, name, _with_office(text, context), comma.end()))
    return joined(Or, [one for node in nodes for one in (node.nodes if isinstance(node, Or) else [node])])


def _with_office(text: str, context: Context) -> str:
    """Return a number of digits with the office its field is of, as `WO2020/009648` for `WO:2020/009648`."""
    return f"{context.office}{text.lstrip()}" if text.strip()[:1].isdigit() else text


def _between(reader: Reader, context: Context, start: int) -> re.Pattern[str]:
    """Return what may stand before the next number: a comma, or whatever parts a list where only numbers follow."""
    scanner = reader.scanner
    rest = _REST.match(scanner.text, scanner.at)
    if rest is None or scanner.prefix_before(start) == start or not listed.only_numbers(rest[0]):
        return _COMMA
    if "OR" in rest[0].upper() and scanner.text[rest.end() : rest.end() + 1] not in ("", ")"):
        return _COMMA  # a OR b AND c is a OR (b AND c)
    reader.note(f"The numbers behind {context.field.codes[0]}= were read as a list: any of them.")
    return _ANY


def _take(scanner: Scanner) -> str | None:
    """Take the number that stands here, or what numbers begin with, truncated."""
    start = scanner.at
    scanner.at = recognise.truncated_end(scanner.text, start, bare=False)
    scanner.at = max(scanner.at, recognise.number_end(scanner.text, start, bare=False))
    return scanner.text[start : scanner.at] or None


def _pieces(quoted: str, *, several: bool) -> Iterator[str]:
    """Yield the numbers of a list: what commas and lines part, and with `several` also what blanks do."""
    whole = recognise.is_number(quoted, bare=False) or recognise.truncated_end(quoted, 0, bare=False) == len(quoted)
    if not several and whole:
        yield quoted  # a comma may stand within a number: US14/123,456
        return
    several = several or listed.only_numbers(quoted)
    for piece in _BETWEEN.split(quoted):
        at = len(piece) - len(piece.lstrip())
        each = several or (not recognise.is_number(piece.strip(), bare=False) and listed.only_numbers(piece))
        while each and (end := recognise.number_end(piece, at, bare=False)) > at:
            yield piece[at:end]
            at = end + len(piece[end:]) - len(piece[end:].lstrip())
        rest = piece[at:].strip()
        yield from rest.split() if each and not any(map(str.isdigit, rest)) else filter(None, [rest])


def value(reader: Reader, name: str, text: str, start: int) -> Node:
    """Return the node for one number as typed; an office alone is the office (`pn=TH`), or that of a priority (`pr=GB`)."""
    scanner = reader.scanner
    text = " ".join(text.split())
    text, span = (
        _ANY_BEHIND.sub("*", text.lstrip("#") or text),
        scanner.span(start),
    )  # “#” before it says that it is one
    _refuse_behind(reader, text, start)
    if end := _FILE.match(scanner.text, scanner.at):
        scanner.at = end.end()
        reader.note(f"“{end[0]}” behind the number was left out.")
    office = _OFFICE.fullmatch(text)
    if office and office[1].upper() in offices.OFFICES:
        if name == "priority_number":
            return Pattern(name, f"{office[1].upper()}*", span)
        reader.note(f"“{text}” is an office, not a number: it was read as cc={office[1].upper()}.")
        return Value("office", office[1].upper(), span)
    if habits.KIND_AFTER_TRUNCATION.fullmatch(text):
        raise _kind_apart(reader, name, text, start)
    if habits.WILDCARD.search(text) and any(char.isdigit() for char in text):
        return Pattern(name, text.upper(), span)
    if not numbers.search_keys(text):
        raise _no_number(reader, name, text, start)
    if name == "number" and _US_GRANT.fullmatch(text):
        reader.note(f"“{text}” was read as the publication number of a grant; for an application write ap=.")
        name = "publication_number"
    _note_doubts(reader, name, text)
    if other := _other(text):
        first = text.rpartition("/")[0].rstrip()
        reader.note(f"“{text}” was read as two numbers, {first} and {other}: any of them.")
        return Or((Value(name, first, span), Value(name, other, span)))
    return Value(name, text, span)


def _other(text: str) -> str:
    """Return the second of two numbers written as one, `VN 1-2021-06715` of `VN 1-2021-06714/06715`, or nothing."""
    both = _BOTH.fullmatch(text)
    if both is None or len(both[2]) != len(both[3]) or both[2] >= both[3] or recognise.has_form(text):
        return ""
    forms = (recognise.has_form(f"{both[1]}{last}") for last in both.group(2, 3))
    return f"{both[1]}{both[3]}" if all(forms) else ""


def _refuse_behind(reader: Reader, text: str, start: int) -> None:
    """Raise QueryError where what stands behind a number turns it into something else: a range, whose it is, or its serial."""
    scanner = reader.scanner
    if (turned := _YEAR_BEFORE.fullmatch(text)) and (rest := _SERIAL.match(scanner.text, scanner.at)):
        message = "The office of a number stands before its year here."
        raise scanner.error(message, start, rest.end(), f"{turned[2]}{turned[1]}{rest[0]}".upper())
    if behind := _TO_WHOM.match(scanner.text, scanner.at):
        message = "The people behind a number are no part of it; they are asked apart, with in= or pa=."
        raise scanner.error(message, scanner.at, behind.end(), "")
    if behind := habits.RANGE_OF_NUMBERS.match(scanner.text, scanner.at):
        message = "Numbers have no ranges here; write them one by one, or what they begin with, as pn=BR10*."
        raise scanner.error(message, start, behind.end())


def _no_number(reader: Reader, name: str, text: str, start: int) -> Exception:
    """Return the error for what is no number: behind an= or ap= it may be an applicant."""
    scanner = reader.scanner
    if name == "application_number" and text.replace(" ", "").isalpha():
        message = f"“{text[:40]}” is not a number; for the applicant write pa=."
        begin = scanner.prefix_before(start)
        return scanner.error(message, begin, scanner.at, f"pa={scanner.text[start : scanner.at]}")
    message = f"“{text[:40]}” is not a number. Type it as the office prints it, as BR 10 2012 004079-4."
    return scanner.error(message, start, scanner.at)


def _kind_apart(reader: Reader, name: str, text: str, start: int) -> Exception:
    """Return the error for `EP*A1`: numbers are held without their kind codes."""
    number, kind = habits.KIND_AFTER_TRUNCATION.fullmatch(text).groups()  # type: ignore[union-attr]
    message = "Of a truncated number the kind code is asked apart, with kd=."
    begin = reader.scanner.prefix_before(start)
    instead = f"({BY_NAME[name].codes[0]}={number} AND kd={kind})"
    return reader.scanner.error(message, begin, reader.scanner.at, instead)


def _note_doubts(reader: Reader, name: str, text: str) -> None:
    """Say which word was read as an office, which number may be a date or lacks a country, and which check digit was expected, where the number can only be one whose digit is wrong."""
    if (word := _OFFICE_OR_WORD.match(text)) and word[1].upper() in offices.OFFICES:
        named = offices.name(word[1].upper())
        reader.note(f"“{word[1]}” was read as the code of {named}; for the number alone write {text[3:]}.")
    if (
        _DATE.fullmatch(text)
        and (code := _DATES.get(name))
        and (len(text) == len("2015") or not recognise.has_form(text))
    ):
        reader.note(f"“{text}” was read as a number; for the date write {code}={text}.")
    if _COUNTRYLESS.fullmatch(text):
        reader.note(
            f"“{text}” lacks the country of its receiving office, as CN before the year: it was sought for every one."
        )
    read = [number for number in numbers.candidates(text) if number.office]
    if not read or any(number.check_ok is not False for number in read):
        return
    office, expected = offices.name(read[0].office), read[0].check
    reader.note(
        f"“{text}” has the wrong check digit for a number of {office}, which would end in {expected}: it was sought all the "
        "same. Compare the other digits too."
    )
