"""Reading numbers: one office's, as delivered, and anybody's, as pasted into a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product, takewhile

from portal.standards import classes
from portal.standards.numbers import africa_eurasia, asia, first_filings, international, latin_america, st13
from portal.standards.numbers.form import Form, Number
from portal.standards.numbers.spelling import LONGEST, LONGEST_KEY, compact, joined, tidy
from portal.standards.offices import OFFICES
from portal.standards.remembered import remembered

RIGHT_LETTERS = {"patent": "P", "utility_model": "U", "design": "D", "trademark": "T"}
_ONE_SERIES = {"utility_model": "patent"}  # patents and utility models change into each other under one number

_OWN = (*latin_america.FORMS, *asia.FORMS, *africa_eurasia.FORMS)
FORMS = (*_OWN, *international.FORMS, *first_filings.FORMS)
_BARE = tuple(form for form in FORMS if form.bare)
# Forms a number written without its office may have: those of the table, and file numbers of IPAS in every width.
_FILE_NUMBERS = [form for office in ("", "KH", "CU") for form in international.of_any_office(office)]
_ANY = (*FORMS, *(form for form in _FILE_NUMBERS if form.office != "WO"))
_ROLES = "AP"
_OFFICE = re.compile("[A-Z]{2}")

_OF_PCT = re.compile(r"PCT[A-Z]{2}[0-9]{10}")
_RECORD_ID = re.compile(r"([A-Z]{2})-([PUDT])-([0-9A-Z]{1,40})")
_TRAILING_KIND = re.compile(r"(?P<number>[0-9][0-9-]*[0-9])-?(?P<kind>[A-Z][0-9]?)(?:-(?:19|20)[0-9]{6})?")
# The kind code before the number, as search reports cite: EP-A-1 792 486, BR-A2-112014026138.
_KIND_BEFORE = re.compile(r"(?P<office>[A-Z]{2})-?(?P<kind>[A-CETUWYZ](?:\d(?=-))?)-?(?P<number>\d[\d-]*\d)")
# One under the PCT as it is shown here without these letters.
_WITHOUT_PCT = re.compile(r"([A-Z]{2})\s?((?:19|20)\d\d)/(\d{6})")
_DAY = re.compile(r"(?:19|20)\d\d-[01]?\d-[0-3]?\d|[0-3]?\d-[01]?\d-(?:19|20)\d\d|(?:19|20)\d\d-(?:19|20)\d\d")
_SHORTENED = re.compile(r"[A-Z]{0,2} ?[0-9](?:[.,][0-9]+)?E\+[0-9]{1,3}", re.IGNORECASE)  # 2.02317E+11
_REMEMBERED = 1024  # readings: those of a list are asked for several times on its way from text to answer
_DIGITS = "0123456789"
_LONGEST_REST = 7  # digits that may be missing of a truncated number
_FEWEST_DIGITS, _MOST_BARE_LETTERS = 4, 4


@cache
def _forms(office: str, role: str, right: str = "") -> tuple[Form, ...]:
    """Return the forms an office's number of a right, where it is known, may have in one role, the office's own first."""
    office = "WO" if office == "IB" else office  # the International Bureau publishes for itself under WO
    own = tuple(form for form in FORMS if form.office == office)
    others = (*international.PCT, *international.of_any_office(office)) if office else international.PCT
    return tuple(form for form in (*own, *others) if role in form.roles and _may_be(form, right))


def _may_be(form: Form, right: str) -> bool:
    """Tell whether a number in a form may be of a right; one that its shape alone tells is of its series, whatever is said."""
    said = {form.right} if isinstance(form.right, str) else {*form.right.values()}
    return (
        form.bare
        or not right
        or bool({"", _ONE_SERIES.get(right, right)} & {_ONE_SERIES.get(one, one) for one in said})
    )


def parse_application(office: str, text: str, kind: str = "", right: str = "") -> Number:
    """Read an application number delivered by or cited from `office` (ST.3 code, may be empty).

    `kind` is the kind code where it was delivered apart from the number, as DOCDB does: at some offices it decides the
    series; `right` is that of the file, where it is known: digits that could be of another are not read so. A form the table lacks gets the generic key: capitals and digits, without separators and office code. A PCT number
    is the International Bureau's whoever cites it. Raises ValueError, with a sentence, for no text, more than 60 characters, or
    what a spreadsheet has made of a long number.
    """
    return _parse(office.strip().upper(), text, "A", kind, right)


def parse_publication(office: str, text: str, kind: str = "", right: str = "") -> Number:
    """Read a publication or grant number; as `parse_application`. Zeros before a number of digits only do not count."""
    return _parse(office.strip().upper(), text, "P", kind, right)


@remembered
def _parse(office: str, text: str, role: str, kind: str = "", right: str = "") -> Number:
    office = office if _OFFICE.fullmatch(office) else ""  # it becomes part of a pattern
    tidied, apart = _checked(text), tidy(kind)
    with_kind = _by_form(office, role, f"{tidied}-{apart}", text, right) if apart else None
    number = with_kind or _by_form(office, role, tidied, text, right)
    number = number or _by_form(office, role, _kind_behind(tidied), text, right) or _generic(office, tidied, text, role)
    return replace(number, kind=number.kind or apart)


@cache
def has_forms(office: str) -> bool:
    """Tell whether the table has every form of an office's application numbers that is known; of offices only cited it has few."""
    return any(form.office == office and "A" in form.roles for form in _OWN)


def readable(office: str, text: str, kind: str = "") -> bool:
    """Tell whether `parse_application` reads a number; mostly without reading it."""
    try:
        return len(compact(_checked(text))) <= LONGEST_KEY or bool(parse_application(office, text, kind))
    except ValueError:
        return False


def wrong(office: str, text: str, right: str = "") -> bool:
    """Tell whether a number of an office has a check digit that is not its own."""
    try:
        return parse_application(office, text, right=right).check_ok is False
    except ValueError:
        return False


def _checked(text: str) -> str:
    """Return the tidied text of a number, or raise ValueError where there is none or too much."""
    if len(text) > LONGEST:
        raise ValueError(f"A number has at most {LONGEST} characters; this has {len(text)}: “{text[:20]}…”.")
    tidied = st13.led(tidy(text))
    if _SHORTENED.fullmatch(text.strip()):
        raise ValueError(f"“{text.strip()}” is a number that a spreadsheet has shortened: its last digits are lost.")
    if not tidied:
        raise ValueError(f"“{text.strip()}” holds no letter or digit, so it is not a number.")
    return tidied


def _kind_behind(tidied: str) -> str:
    """Return `EP-A-1792486` as `EP-1792486-A`, and any other text as nothing."""
    cited = _KIND_BEFORE.fullmatch(tidied)
    return f"{cited['office']}-{cited['number']}-{cited['kind']}" if cited and cited["office"] in OFFICES else ""


def _matches(forms: tuple[Form, ...], tidied: str, original: str) -> Iterator[Number]:
    """Yield the readings of a text in the given forms: as it is separated first, then without thousands, then as one.

    Pieces that only together have the length of a form, and not its check digit, are no number in it.
    """
    for spelling in dict.fromkeys((tidied, joined(tidied), whole := compact(tidied))):
        for form in forms:
            number = form.read(spelling, original)
            if number and (number.check_ok is not False or spelling == tidied or spelling != whole):
                yield number


def _generic(office: str, tidied: str, original: str, role: str) -> Number:
    """Return the number by the generic key rule."""
    rest = tidied.removeprefix(office).removesuffix(f"-{office}").strip("-") or tidied
    match = _TRAILING_KIND.fullmatch(rest)
    number, kind = (match["number"], match["kind"]) if match else (rest, "")
    key = compact(number)
    if role == "P" and key.isdecimal():
        key = key.lstrip("0") or "0"
    if len(key) > LONGEST_KEY:
        raise ValueError(f"“{original[:20]}…” is too long for a number: more than {LONGEST_KEY} letters and digits.")
    display = " ".join(original.split())
    return Number(
        office,
        original,
        re.sub(rf"\W*{kind}\W*[0-9]*$", "", display, flags=re.IGNORECASE) if kind else display,
        key,
        kind,
    )


def candidates(text: str) -> list[Number]:
    """Return every reading of what a searcher pasted, best first; empty when it does not look like a number.

    With an office code, the forms of that office, else the generic rule; without, the forms recognised by their shape, then
    those of every office it fits (as it is separated, or else without separators), then the bare number with an empty
    office. A failed check digit comes after readings that pass or have none. The id of a record is read as the application
    number in it.
    """
    return [*_candidates(text)]


@lru_cache(maxsize=_REMEMBERED)
def _candidates(text: str) -> tuple[Number, ...]:
    try:
        tidied = _checked(text)
        readings = [*_readings(tidied, text)] if _looks_like_a_number(text, tidied) else []
    except ValueError:
        return ()
    received = _WITHOUT_PCT.fullmatch(text.strip().upper())
    if received and received[1] in OFFICES and received[1] != "WO":
        readings += [read for read in (_by_form("WO", "A", "-".join(("PCT", *received.groups())), text),) if read]
    distinct = _first_of_each(readings, lambda number: (number.office, number.key))
    return tuple(sorted(distinct, key=lambda number: (not number.office, number.check_ok is False)))


def _first_of_each(numbers: Iterable[Number], key: Callable[[Number], Hashable]) -> list[Number]:
    """Return the numbers in their order, without those whose key was there before."""
    found: dict[Hashable, Number] = {}
    for number in numbers:
        found.setdefault(key(number), number)
    return [*found.values()]


def _looks_like_a_number(text: str, tidied: str) -> bool:
    digits = sum(char.isdecimal() for char in tidied)
    return digits >= _FEWEST_DIGITS and not classes.cpc(text) and not _DAY.fullmatch(tidied)


def _readings(tidied: str, text: str) -> Iterator[Number]:
    """Yield readings: by the offices named, by shape, by every office that is possible, then by the generic rule."""
    offices = _named_offices(tidied)
    by_form = [number for office in offices for role in _ROLES if (number := _by_form(office, role, tidied, text))]
    by_form += _first_of_each(_matches(_BARE, tidied, text), lambda number: number.office)
    by_form += [] if offices else _guessed(tidied, text) or _guessed(compact(tidied), text)
    by_form = [*_of_record(text), *by_form]
    if not by_form and (behind := _kind_behind(tidied)):
        yield from _readings(behind, text)
    yield from by_form
    for office in [office for office in offices if all(number.office != office for number in by_form)]:
        rest = tidied.removeprefix(office).removesuffix(f"-{office}")
        if rest != tidied and not rest[0].isalpha() and _is_bare(rest) and not _DAY.fullmatch(rest.strip("-")):
            yield from _generic_readings(office, tidied, text)
    if not offices and _is_bare(tidied):
        yield from _generic_readings("", tidied, text)


def _guessed(tidied: str, text: str) -> list[Number]:
    """Return the readings of all offices in whose forms a number fits, but for those that their check digit speaks against."""
    read = (form.read(tidied, text) for form in _ANY)
    return [number for number in read if number and number.check_ok is not False]


def _of_record(text: str) -> list[Number]:
    """Return the application number in the id of a record."""
    parts = _RECORD_ID.fullmatch(text.strip().upper())
    if parts is None or parts[1] not in OFFICES:
        return []
    office, letter, key = parts.groups()
    right = next(right for right, one in RIGHT_LETTERS.items() if one == letter)
    read = _by_form(office, "A", key, text)
    return [read if read and read.key == key else Number(office, text, key, key, right=right)]


def _generic_readings(office: str, tidied: str, text: str) -> Iterator[Number]:
    """Yield a number without the zeros before it, as publications are kept, and with them, as applications are."""
    yield _generic(office, tidied, text, "P")
    yield _generic(office, tidied, text, "A")


def _by_form(office: str, role: str, tidied: str, text: str, right: str = "") -> Number | None:
    forms, own = _forms(office, role, right), st13.own(office, tidied)
    if own and (number := next(_matches(forms, own, text), None)):
        return replace(number, right=number.right or st13.right(tidied))
    return next(_matches(forms, tidied, text), None)


def _is_bare(tidied: str) -> bool:
    """Say whether a text is nearly all digits, as a number without its office is."""
    letters = sum(char.isalpha() for char in tidied)
    return letters <= _MOST_BARE_LETTERS and sum(char.isdecimal() for char in tidied) >= _FEWEST_DIGITS


def _named_offices(tidied: str) -> list[str]:
    """Return the offices named before or behind a number."""
    named = tidied[:2], tidied.rpartition("-")[2]
    return [code for code in dict.fromkeys(named) if code in OFFICES]


def search_keys(text: str) -> list[tuple[str, str]]:
    """Return (office, key) pairs to look a pasted number up by, best first; an empty office stands for any.

    More lenient than `candidates`: in a number field even `AP 36` is a number. Text without a digit gives an empty list.
    """
    return [*_search_keys(text)]


@lru_cache(maxsize=_REMEMBERED)
def _search_keys(text: str) -> tuple[tuple[str, str], ...]:
    try:
        tidied = _checked(text)
        numbers = candidates(text)
        offices = _named_offices(tidied)
        numbers += [_parse(office, text, role) for office in offices for role in _ROLES]
        numbers += _guessed(tidied, text) if "-" in tidied and not (offices or numbers) else []  # a short one: I/987
        numbers += _generic_readings("", tidied, text)
    except ValueError:
        return ()
    # Where the check digit is part of the key, the office's record has the right one.
    keys = dict.fromkeys(
        (number.office, key) for number in numbers for key in (number.key, number.checked_key or number.key)
    )
    return tuple(keys) if any(char.isdecimal() for char in tidied) else ()


def beginnings(text: str) -> list[str]:
    """Return what the keys of numbers begin with that are written as `text` and more, where it is not all of it: `MX2019` for `MX/a/2019`.

    Each has its office before it. What is in no form, or in one of an office that is not told, gives nothing.
    """
    found: dict[str, str] = {}
    for length, joint in product(range(_LONGEST_REST, 0, -1), ("", "-")):
        least, most = (_filled(f"{text.strip()}{joint}", digit * length) for digit in "09")
        for office in least.keys() & most.keys():
            found.setdefault(office, _in_both(least[office], most[office]))
    whole = compact(tidy(text))
    return [f"{office}{key}" for office, key in found.items() if not key.startswith(whole.removeprefix(office))]


def _in_both(one: str, other: str) -> str:
    """Return what two texts begin with alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(char for char, _ in alike)


def _filled(text: str, rest: str) -> dict[str, str]:
    """Return office → key of a number completed by the last digits of its serial, in whose key no nought is left out and no letter added."""
    try:
        tidied = _checked(text + rest)
    except ValueError:
        return {}
    named = _named_offices(tidied)
    read = _matches(tuple(form for form in FORMS if form.bare or form.office in named), tidied, text)
    whole = (
        number
        for number in read
        if number.serial.endswith(rest)
        and number.key.endswith(number.serial)
        and set(number.key) <= {*tidied, *_DIGITS}
    )
    return {number.office: number.key for number in _first_of_each(whole, lambda number: number.office)}


def of_office(office: str, key: str) -> str:
    """Return the office whose number a key is that `office` cited: one under the PCT is the International Bureau's (`WO`)."""
    return "WO" if _OF_PCT.fullmatch(key) else office


def record_id(office: str, right: str, key: str) -> str:
    """Return the permanent id of a record, `CC-R-KEY`, as `BR-P-102012004079`. Raises KeyError for an unknown right."""
    return f"{office.upper()}-{RIGHT_LETTERS[right]}-{key}"
