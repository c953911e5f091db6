"""Days, months, years, ranges of them and comparisons with them."""

from __future__ import annotations

import datetime as dt
import re

from portal.standards import dates
from search.query.kinds import open_ends
from search.query.reading import Context, Reader, joined
from search.query.scanner import Scanner
from search.query.tree import Node, Or, Range

Days = tuple[dt.date | None, dt.date | None]
COMPARISONS = ("<", ">", "<=", ">=", "within", "between")

_TIME = r"(?:T[\d:.]{2,12}Z?)?"
_WRITTEN = re.compile(
    r"\d[\d./]*->\d[\d./]*|[\[{\]][^\[\]{}]{0,60}[\]}\[]|\d{3}(?:\[\d-\d\]|[?*](?!\d))|Q[1-4][ /-]?\d{4}|[1-4]Q[ /-]?\d{4}|M\d{1,2}-\d{4}|\d{4}-?Q[1-4]"
    rf"|(?:\d[\d./*:,;~-]*{_TIME}|\.\.\d[\d./-]*)(?:(?:(?<=\d:)\s{{1,9}}(?=\d[\d./-]{{3}})|\s{{0,9}}(?:TO\b|\.\.|-|:)\s{{0,9}})\d[\d./:-]*{_TIME})?",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?:(\d{4})-?)?Q([1-4])(?:[ /-]?(\d{4}))?", re.IGNORECASE)
_QUARTER_OF = re.compile(r"\b([1-4])Q(?=[ /-]?\d{4})", re.IGNORECASE)  # 1Q2019
_MONTH_OF = re.compile(r"M(\d{1,2})-(\d{4})", re.IGNORECASE)  # DEPATISnet's M11-2009
_DECADE = re.compile(r"(?<!\d)(\d{3})(?:\[(\d)-(\d)\]|[?*])")
_IDEOGRAPHS = re.compile(r"(\d{4})[年년]\s?(?:(\d{1,2})[月월]\s?(?:(\d{1,2})[日일])?)?")
_SECOND = re.compile(r"\s{1,9}(\d[\d./-]{3,9})")  # within 2015 2017, without quotes
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINAL = "(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"\b(?:(\d{{1,2}}){_ORDINAL}(?:[ .-]{{1,2}}|\sof\s))?({'|'.join(_MONTHS)})[a-z]{{0,6}}[ .,-]{{1,2}}(?:(\d{{1,2}}){_ORDINAL}[ ,]{{1,2}})?(\d{{4}})\b",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(\d{{4}})[ ./-]({'|'.join(_MONTHS)})[a-z]{{0,6}}(?:[ ./-](\d{{1,2}}))?(?!\w)", re.IGNORECASE
)
_TO_NAMED = re.compile(rf"\s{{0,9}}(?:\.\.|TO|-)\s{{0,9}}(?={_NAMED.pattern})", re.IGNORECASE)
_DATE = r"\d[\d./-]{3,20}(?<!\.)"  # or two with dots between, in a list
_LIST = re.compile(rf"{_DATE}(?:[,;]{_DATE})*")
_COMMA = re.compile(rf"\s?[,;]\s{{0,3}}({_DATE})(?![\w.])")
_AND = re.compile(r"\s{0,9}AND\s{1,9}(?=['\"\d])", re.IGNORECASE)
# `[2015 TO 2017]`; Lucene's `{ }` leave out the ends, as `] [` do where intervals are written so.
_BRACKETS = re.compile(r"([\[{\]])\s*(.*?)\s*([\]}\[])", re.DOTALL)
# What may stand between the two dates of a range; a bare hyphen only before the last of two years.
_BETWEEN = (
    re.compile(r"\s+TO\s+", re.IGNORECASE),
    re.compile(r"\s*\.{2,3}\s*|->"),
    re.compile(r"\s*[,;:~]\s*"),
    re.compile(r"\s+-\s+"),
    re.compile(r"(?<=\d{4}-\d\d-\d\d)/|(?<=\d{8})/(?=\d{8})|(?<=^\d{4})/(?=\d{4}$)"),
    re.compile(r"(?<=^\d{4}-\d\d-\d\d)-(?=\d{4}-)|(?<=^\d{4}-\d\d)-(?=\d{4}-\d\d$)"),
    re.compile(r"(?<=\d{4})-(?=[^-]*\d{4}[^-]*$)|(?<=\d\d[./]\d\d)-(?=\d{4}[./]\d)"),
    re.compile(r"\s+"),
)
_UPPER = re.compile(r'<=?(?="?\d)')  # the other end, as the USPTO writes it: @pd>=20200101<=20201231
_SIGN_BEFORE = re.compile(r"(\(\s{0,9}|\b(?:AND|OR|NOT)\s{1,9})?([<>=:]{1,3}\s{0,9})\Z", re.IGNORECASE)
_BUDDHIST = re.compile(r"(?<!\d)2[4-6]\d\d(?=(?:\d{2}){0,2}(?!\d))")
_BUDDHIST_YEARS = 543
_NOW = re.compile(r"\s{0,9}(?:\bTO|\.{2,3}|-)\s{0,9}(?:now|today|present)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_MONTHS_A_YEAR = 12
# A date or two as one says it: from 2015 to 2018, between 2015 and 2018, since 2015.
_SAID = re.compile(
    rf"(?:(?:from|between|since)\s+({_DATE})\s+(?:to|until|till|and|through)\s+({_DATE})|(from|since|after|before|until|till|up\s+to|during|in)\s+({_DATE}))(?![\w.])",
    re.IGNORECASE,
)
_ONE_END = re.compile(rf"([\[{{])\s*(?:({_DATE})\s+TO|TO\s+({_DATE}))\s*([\]}}])", re.IGNORECASE)  # [2019 TO]
_SIGNS = {"from": ">=", "since": ">=", "after": ">", "before": "<", "during": "=", "in": "="}


def read(reader: Reader, context: Context) -> Node:
    """Read a date or a range of dates, compared as the relation of the field says."""
    scanner, start = reader.scanner, reader.scanner.at
    if context.relation == "=":
        refuse_said(reader, context)
    text = quoted = scanner.take_quoted()
    if text is None:
        text = scanner.take_match(_IDEOGRAPHS) or _named(scanner) or scanner.take_match(_WRITTEN) or scanner.take_word()
    if context.relation == "within" and (second := _SECOND.match(scanner.text, scanner.at)):
        scanner.at, text = second.end(), f"{text} TO {second[1]}"
    if context.relation == "between" and (joint := _AND.match(scanner.text, scanner.at)):
        scanner.at = joint.end()
        last = scanner.take_quoted() or scanner.take_match(_WRITTEN)
        text = f"{text} TO {reader.needed(context, last)}"
    stray = ",:;" if quoted is None or context.relation != "=" else ",;"
    text, relation = reader.needed(context, text).strip().rstrip(stray), context.relation
    if quoted is None:
        single = len(_pieces(_plain(text))) == 1 or _QUARTER.fullmatch(text) is not None
        text, relation = open_ends.opened(reader, context, text, start, single=single)
    if scanner.text[scanner.at : scanner.at + 1].isalnum():  # what goes on is no date, and no word of its own either
        text += scanner.take_word() or ""
    if quoted is None and relation in ("=", "any") and _LIST.fullmatch(text):
        return _listed(reader, context, text, start)
    _refuse_span(reader, context, text, start)
    low, high = compared(relation, *period(reader, text, start))
    if low and context.relation in (">", ">=") and (upper := _UPPER.match(scanner.text, scanner.at)):
        scanner.at = upper.end()
        last = scanner.take_quoted() or scanner.take_match(_WRITTEN)
        high = compared(upper[0], *period(reader, reader.needed(context, last), start))[1]
        if high and high < low:
            raise scanner.error("This period ends before it begins.", start, scanner.at)
    return Range(context.field.name, low, high, scanner.span(start))


def refuse_said(reader: Reader, context: Context) -> None:
    """Raise where words say behind a field from when to when, or a range lacks an end, with the same in signs as proposal."""
    scanner, start = reader.scanner, reader.scanner.at
    said, begin = _SAID.match(scanner.text, start), scanner.prefix_before(start)
    if (range_ := _ONE_END.match(scanner.text, start)) and begin < start:
        bracket = range_[1] if range_[2] else range_[4]
        sign = (">" if range_[2] else "<") + ("=" if bracket in "[]" else "")
        instead = f"{context.field.codes[0]}{sign}{range_[2] or range_[3]}"
        raise scanner.error(f"This range lacks an end; write {instead}.", begin, range_.end(), instead)
    if said and begin < start:
        sign = "=" if said[1] else _SIGNS.get(said[3].lower(), "<=")
        instead = f"{context.field.codes[0]}{sign}{f'{said[1]}..{said[2]}' if said[1] else said[4]}"
        raise scanner.error(f"Dates are compared with signs here; write {instead}.", begin, said.end(), instead)


def _refuse_span(reader: Reader, context: Context, text: str, start: int) -> None:
    """Raise where a sign that compares with one date has two behind it, or one with an open end; what may be meant is proposed."""
    spread = _DECADE.sub(_years_of, text) if text.endswith("]") else text
    pieces = [piece.strip(" *") for piece in _pieces(_NOW.sub("..", spread))]
    if (
        context.relation not in ("<", "<=", ">", ">=")
        or pieces[1:] == []
        or not any(pieces)
        or not all(map(_is_period, pieces))
    ):
        return
    scanner, (first, last) = reader.scanner, pieces
    sign = context.relation
    if first and last:
        sign = "="
    elif (sign[0] == ">") != bool(first):
        sign = ">=" if first else "<="
    instead = f"{sign}{'..'.join(filter(None, pieces))}"
    before = _SIGN_BEFORE.search(scanner.text, 0, start)
    message = f"“{context.relation}” compares with one date; write {context.field.codes[0]}{instead}."
    begin = before.start(2) if before else start
    raise scanner.error(message, begin, scanner.at, instead.lstrip("=") if before and before[1] else instead)


def _is_period(text: str) -> bool:
    try:
        return bool(ends(_plain(text)))
    except ValueError:
        return False


def _listed(reader: Reader, context: Context, text: str, start: int) -> Node:
    """Return the dates of a list with commas, any of them."""
    scanner = reader.scanner
    scanner.at -= len(scanner.text[start : scanner.at]) - len(scanner.text[start : scanner.at].rstrip(",;: "))
    while (comma := _COMMA.match(scanner.text, scanner.at)) and _LIST.fullmatch(f"{text},{comma[1]}"):
        scanner.at, text = comma.end(), f"{text},{comma[1]}"
    periods = [period(reader, piece, start) for piece in re.split("[,;]", text)]
    code = context.field.codes[0]
    if len(periods) > 1 and (end := open_ends.BEHIND.match(scanner.text, scanner.at)):
        message = f"In a list of dates none has an open end; write it for itself, as {code}=2014 OR {code}>=2016."
        raise scanner.error(message, start, end.end())
    if len(periods) > 1 and context.relation == "=":
        reader.note(
            f"The dates behind {code}= were read as a list: any of them; for what lies between write {code}=2015..2017."
        )
    return joined(Or, [Range(context.field.name, low, high, scanner.span(start)) for low, high in periods])


def _named(scanner: Scanner) -> str | None:
    """Take a date with the name of its month, or two with the sign of a range between them."""
    first = scanner.take_match(_NAMED)
    behind = _TO_NAMED.match(scanner.text, scanner.at) if first else None
    if behind is None:
        return first
    scanner.at = behind.end()
    return f"{first} TO {scanner.take_match(_NAMED)}"


def period(reader: Reader, text: str, start: int) -> Days:
    """Return the days a text means, noting what was not taken as written; raises QueryError where it is no date."""
    gregorian = in_gregorian(text)
    if gregorian != text:
        reader.note(f"“{text}” was read in the Buddhist calendar, as {gregorian}.")
    for slashed in _SLASHED.finditer(gregorian):
        if slashed[1] != slashed[2] and int(slashed[1]) <= _MONTHS_A_YEAR >= int(slashed[2]):
            reader.note(f"“{slashed[0]}” was read with the day first.")
        elif int(slashed[2]) > _MONTHS_A_YEAR:
            reader.note(f"“{slashed[0]}” was read with the month first.")
    try:
        (low, end), *others = ends(_plain(gregorian))
    except ValueError as error:
        raise reader.scanner.error(str(error), start, reader.scanner.at) from None
    if not others:
        return low, end
    (begin, high) = others[0]
    without = _left_out(gregorian)
    if low and begin and low > begin:
        reader.note(f"“{text}” ends before it begins; it was read the other way round.")
        low, end, begin, high, without = begin, high, low, end, without[::-1]
    return _between(reader, text, start, ((low, end), (begin, high)), without) if any(without) else (low, high)


def in_gregorian(text: str) -> str:
    """Return a text with the years of the Buddhist calendar, 2558, as those of ours, 2015."""
    return _BUDDHIST.sub(lambda year: str(int(year[0]) - _BUDDHIST_YEARS), text)


def _left_out(text: str) -> tuple[bool, bool]:
    """Return whether the brackets around a range leave out its first and its last date."""
    brackets = _BRACKETS.fullmatch(text.strip())
    return (brackets[1] != "[", brackets[3] != "]") if brackets else (False, False)


def _between(reader: Reader, text: str, start: int, dates: tuple[Days, Days], without: tuple[bool, bool]) -> Days:
    """Return the days from one date to another without those that are left out; raises QueryError where none is left."""
    (low, end), (begin, high) = dates
    if not (without[0] and low) and not (without[1] and high):
        return low, high
    low = compared(">", low, end)[0] if without[0] else low
    high = compared("<", begin, high)[1] if without[1] else high
    closed = f"[{text.strip()[1:-1].strip()}]"
    if low and high and low > high:
        raise reader.scanner.error(
            "“{ }” leave out both ends, and nothing lies between.", start, reader.scanner.at, closed
        )
    reader.note(f"“{text}” was read without the ends its brackets leave out; with both write {closed}.")
    return low, high


def _plain(text: str) -> str:
    """Return a text whose months, quarters, decades and times of day are written as days and years."""
    text = _NOW.sub("..*", re.sub(rf"(?<=\d){_TIME[:-1]}", "", text))
    if any(int(slashed[2]) > _MONTHS_A_YEAR for slashed in _SLASHED.finditer(text)):  # the United States' month first
        text = _SLASHED.sub(r"\2/\1/\3", text)
    text = _IDEOGRAPHS.sub(lambda day: "-".join(f"{int(part):02}" for part in day.groups() if part), text)
    text = _DECADE.sub(_years_of, text)
    text = _MONTH_OF.sub(r"\1/\2", text)
    text = _YEAR_FIRST.sub(lambda named: f"{named[3] or ''} {named[2]} {named[1]}", text)
    text = _QUARTER_OF.sub(r"Q\1", text)
    return _QUARTER.sub(_months, _NAMED.sub(_numbered, text)).strip().rstrip("*")


def _years_of(decade: re.Match[str]) -> str:
    """Return the first and last year of `201?`, or of `201[5-7]`."""
    return f"{decade[1]}{decade[2] or 0}..{decade[1]}{decade[3] or 9}"


def _months(quarter: re.Match[str]) -> str:
    year, last = quarter[1] or quarter[3], 3 * int(quarter[2])
    return f"{year}-{last - 2:02}..{year}-{last:02}" if year else quarter[0]


def _numbered(named: re.Match[str]) -> str:
    """Return `15 Jan 2019`, `January 15, 2019` or `Jan 2019` in numbers."""
    month, day = _MONTHS.index(named[2][:3].lower()) + 1, named[1] or named[3]
    return f"{named[4]}-{month:02}" + (f"-{int(day):02}" if day else "")


def ends(text: str) -> list[Days]:
    """Return the first and last day of each end of `2012..2014`, `[201201 TO 201406]`, `2012, 2014`; of `02.2000` there is one.

    Raises ValueError with a sentence for what is no date. An open end (`2015..`, `*`) has no days.
    """
    return [dates.period(piece) for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    """Return both ends of a range as written, or all where there is one."""
    inner = _BRACKETS.fullmatch(text.strip())
    text = (inner[2] if inner else text).strip()
    return next((pieces for between in _BETWEEN if len(pieces := between.split(text)) == 2), [text])


def compared(relation: str, low: dt.date | None, high: dt.date | None) -> Days:
    """Return the days a comparison with a period means: `> 2014` begins after its last day."""
    day = dt.timedelta(days=1)
    match relation:
        case ">=":
            return low, None
        case "<=":
            return None, high
        case ">":
            return (high + day if high else None), None
        case "<":
            return None, (low - day if low else None)
        case _:
            return low, high
