"""What a word without a field is: a number, a class symbol, a date, or just a word."""

from __future__ import annotations

import re

from portal.standards import numbers, offices

# One symbol: subclass with or without group. `A61K 31/00` may have a blank, and then needs its slash
# unless nothing but an operator follows. STN's hyphen for the slash stands before no year.
_HYPHENED = r"-?\d{1,4}-(?!(?:19|20)\d\d(?!\d))\d{2,6}(?![\d/-])"
_SLASH = r"[ ]?/(?:[ ](?=\d+(?![\d/])))?"  # which may have a blank on either side, though not before another main group
_BROKEN_SYMBOL = rf"(?-i:[A-HY] ?\d\d ?[A-UX-Z]) ?\d{{1,4}}{_SLASH}\d{{2,6}}"
_NEXT_CLASS = r"[A-HY]\d\d[A-Z](?:\d{1,4}/\d{2,6})?(?!\w)"  # behind a slash that parts the two
CLASS = re.compile(
    rf"(?:{_BROKEN_SYMBOL}|[A-HY]\d{{2}}[A-Z](?:[ /:-]?\d{{1,4}}{_SLASH}\d{{2,6}}|{_HYPHENED}|\d{{1,4}}(?:/\d{{1,6}})?|\d{{10}}"
    r"|[ -]\d{1,4}(?=/(?:low|[*?]|(?![\w#])))|[ ]\d{1,3}(?=(?:-\d{1,4})?\s*(?:$|\)|(?:AND|OR|NOT)\s)))?(?:/low|/?\*|/[?+$]|(?<=\d)[+/])?)"
    rf"(?![\w*?#+]|/(?!{_NEXT_CLASS}))",
    re.IGNORECASE,
)
# Cyrillic letters in a symbol, as Russian title pages have them, and the Latin ones they look like.
_CYRILLIC, _LATIN = "АВСЕНКМОРТХ", "ABCEHKMOPTX"
_ALIKE = re.compile(rf"(?<!\w)(?=\w*[{_CYRILLIC}])[A-H{_CYRILLIC[:5]}]\d\d[A-Z{_CYRILLIC}](?![^\W\d])")
# The letters of Ukrainian applications, а for patents and у for utility models, perhaps with the office before.
_UKRAINIAN = re.compile(
    r"(?<!\w)(?:(?:(?:УА|UA)[\s/]?)?[ауАУ](?=[\s/]?20\d\d[\s/-]?\d{5}(?!\d))|УА(?=\s?[ауАУau]?\s?\d{4}))"
)
# What may stand after class= and the like: also a section or class, truncated, or with Espacenet's `/low`.
CLASS_VALUE = re.compile(
    rf"(?:{_BROKEN_SYMBOL}|[A-HY](?:\d{{2}}(?:[A-Z](?:[ /:-]?\d{{1,4}}{_SLASH}\d{{1,6}}|{_HYPHENED}|[ -]\d{{1,3}}|\d{{1,14}})?)?)?)(?:/low|/?[*$]|\+|[/-]\?|(?<=[A-Z/])\?|(?<=0\d{{3}})\?|(?<=\d)/(?![\w?#]))?"
    rf"(?![\w*?#+]|/(?!{_NEXT_CLASS}))",
    re.IGNORECASE,
)
# A group with truncation, which without a field is no word either.
TRUNCATED_CLASS = re.compile(
    r"[A-HY]\d{2}[A-Z][ -]?\d{1,4}/(?!00[*+$])\d{1,6}(?:[*+$]{1,3}|[?#])(?![\w/*?#+$])", re.IGNORECASE
)
# The id of a record, with or without the address of its page or of its data.
RECORD = re.compile(
    r"(?:(?:https?://[^\s\"()]{1,300}/|api/v1/)?records/|(?=[A-Z]{2}-[PUDT]-(?:[A-Z]*\d){3}))"
    r"([A-Z]{2}-[PUDT]-[A-Z0-9]{1,40})(?:/?[?#][^\s\"()]*|/)?(?![\w-])",
    re.IGNORECASE,
)
_CAS = re.compile(r"(\d{2,7})-(\d\d)-(\d)(?!\d)")
_MONTH = re.compile(
    r"(?:19|20)\d\d(?P<sign>[-./]?)(?:0[1-9]|1[0-2])(?:(?P=sign)(?:0[1-9]|[12]\d|3[01]))?(?![\w./*?#-])"
)
_DAY_FIRST = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?:0[1-9]|1[0-2])[./](?:19|20|25)\d\d(?![\w./*?#-])"
)  # 25..: Buddhist
_FULL = r"(?:19|20)\d\d[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12]\d|3[01])"
_YEARS = re.compile(r"(?:19|20)\d\d(?:\.\.|\s?-\s?)(?:19|20)\d\d(?![\w./*?#-])")
_MONTH_FIRST = re.compile(r"(?:0[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?![\w./*?#-])")
_STYLES = (
    _FULL,
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])",
    r"(?:(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])|0[1-9]|1[0-2])[./](?:19|20)\d\d",
    r"(?:19|20)\d\d[./-](?:0[1-9]|1[0-2])",
)
_TO = r"(?:\s?(?:-|\.\.|~|:)\s?|\sTO\s|/(?=\d{8}|\d{4}-\d\d-))"
# Two days or months written alike.
DAYS = re.compile(
    rf"(?<![\w./-])(?:{'|'.join(f'{style}{_TO}{style}' for style in _STYLES)})(?![\w./*?#-])", re.IGNORECASE
)
_NAME = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_NAMED_DAY = rf"(?:(?:{_DAY}(?:[ -]| of ))?{_NAME}(?:[.,]? |-)(?:{_DAY}, )?(?:19|20)\d\d|(?:19|20)\d\d[ -]{_NAME}(?:[ -]{_DAY})?)"
_NAMED = re.compile(rf"{_NAMED_DAY}(?:\s?(?:\.\.|\s-\s|\sTO\s)\s?{_NAMED_DAY})?(?![\w/*?#-]|\.\w)", re.IGNORECASE)
DATES = (_MONTH, _DAY_FIRST, _MONTH_FIRST, _YEARS, DAYS, _NAMED)

OFFICE = rf"(?:{'|'.join(offices.OFFICES)})"
# A kind code, as DOCDB (EP.1234567.A1) and others put it behind; or the division that keeps the file in Peru, the branch in India.
# What a file named by a number ends in, as in EP1792486A2_full.pdf.
FILE = r"(?:(?:[_-][A-Z]{2,15}(?:[ _-][A-Z0-9]{1,15}){0,2}| ?\(\d\))?\.(?:pdf|xml|html?|docx?|txt|tiff?|zip)(?!\w))"
_BRANCH = r"DIN|OIN|OSD|DEL|KOL|CHE|MUM|MAS|CAL|BOM"
_KIND = rf"(?:-(?P<kind>(?-i:[A-Z])) (?:(?P=kind)(?!\w)|\((?P=kind)\))|(?![ ](?-i:[eouy])(?!\w))(?:[ ._-]?(?:\([A-Z]\d?\)|[A-Z]\d?)|/[A-Z]\d?)(?!/(?!(?-i:{OFFICE})\d{{5}}))|[ ]?\((?-i:[A-Z]{{2}})\)|/(?:{_BRANCH}))?(?!(?!{FILE})[\w*?#]|[+$](?![^\s)]))"
_OFFICE_BEFORE = r"(?:EP[ ]?\((?-i:[A-Z]{2})\)[ ]?|\[[A-Z]{2}\][ ]?|(?-i:\([A-Z]{2}\))[ ]?|PCT(?:/[ ]?|[ ])?|[A-Z]{2}(?:[ ]?/[ ]|[ ./_-])?)?"
# Letters of a series, or in Japan the era of the year.
_LETTERS = r"(?:(?!(?:AND|OR|NOT|NO|NR)[ ])(?:HEISEI|SHOWA|REIWA|TAISHO|MEIJI|[A-Z]{1,3})(?:[ ]/[ ]|[ ./-])?){0,2}"
# Groups of digits with single signs between them, letters of a series among them (1234/DEL/2015, MX/a/2015/012345).
_GROUP = r"\d+"
# A comma parts thousands, as in US14/123,456; between other digits it parts two numbers.
# Behind a year a line may have broken: 10-2017- 0121006.
# A slash may have a blank on either side, and letters within a number nothing.
_WITHIN = r"(?:(?:DEL|MUM|KOL|CAL|CHE|BOM|MAS)(?:[ /-]?NP)?|[PS]ID)"
_OF_INDIA = r"IN[ ]?(?:19|20)\d\d[ ]?(?:D[EN]|DEN|C[HN]|CHN|K[NO]|KON|M[NU]|MUN)[ ]?\d{1,5}(?!\d)"  # as DOCDB shortens its branches
_JOIN = (
    r"(?:(?<=19\d\d|20\d\d)[/-][ ]|[ ]?/[ ]?|[ ./_-]|(?<!\d{4}),(?=\d{3}(?!\d))|[/-][A-Z]{1,5}[/-]"
    rf"|{_WITHIN}|[ ]?[/.\\_-]{{1,2}}[ ]?{_WITHIN}[ ]?[/.\\_-]{{0,2}}[ ]?(?=\d)|{_WITHIN}[/.\\_-]{{1,2}}|[ ](?-i:{_WITHIN})[ ]|[ ]/[ ]{_WITHIN}[ ]/[ ])"
)
# An application under the PCT as EPODOC writes it, WO2020KR08682.
_PCT = r"WO[ ]?(?:19|20)\d\d[ ]?(?!OR[ ])[A-Z]{2}[ ]?\d{4,6}"
_AFTER = r"(?:\s?[号號호](?:公報|公报)?)?"
# A longer word before a blank is a word: only these are part of a number there.
_SERIES = r"ID[PS]|US(?:D|RE|PP|H)"  # offices whose numbers go on with letters
_NO_WORD = rf"(?!(?!PCT|{_SERIES}|BR(?:PI|MU|UM|DI))[A-Z]{{3,}}[ ])"
# Words before a number, in the languages of Europe, and no part of it: EP1792486 e EP0430402, de EP0430402. Where they are
# codes of offices too, in small letters before another office; letters of a series stand before a year, as in a 2015 01234.
SMALL_WORD = (
    r"(?:(?:[EO]|ET|OU|DA|DU|EL|LE|OS|OF|EN|EM)(?=[ ])|[AUY](?=[ ])(?![ ](?:19|20)\d\d[ /-]?\d)"
    rf"|(?-i:al|as|at|by|de|do|es|in|la|na|no|se|to)(?=[ ](?-i:{OFFICE}|PCT)[ ./-]?(?:[A-Z]{{1,3}}[ ./-]?)?\d))"
)
_CATEGORY = rf"(?-i:[DILOPTX])[ ](?=(?-i:{OFFICE})[ ]?\d)"  # of a search report
# A letter that checks the digits, and in Singapore the number of a design behind it: 40202001321Q-01.
_NUMBER = re.compile(
    rf"(?:(?P<office>[A-Z]{{2}})[ ](?=(?P=office)|PCT/))?(?!{SMALL_WORD}|{_CATEGORY})(?:{_PCT}|{_OF_INDIA}|{_NO_WORD}{_OFFICE_BEFORE}{_LETTERS}{_GROUP}(?:{_JOIN}{_GROUP}){{0,5}}(?:[A-Z](?:-\d\d(?!\d))?)?){_KIND}",
    re.IGNORECASE,
)
# The beginning of a number with a truncation sign, which may stand behind a separator: MX/a/2019*, 1-2021-*, BR 10 2012 00*.
_TRUNCATED = re.compile(
    rf"(?!{SMALL_WORD}){_NO_WORD}{_OFFICE_BEFORE}{_LETTERS}{_GROUP}(?:{_JOIN}{_GROUP}){{0,5}}(?:[/-]?[A-Z]{{1,5}})?[/.-]?[*?#][\w*?#/-]*",
    re.IGNORECASE,
)
_SPAN = re.compile(r"((?:[A-Z]{2}[ ]?)?(\d{6,12}))-(\d{6,12})(?![\w]|[-/.]\d)")
_BRACKETED = re.compile(r"\(([A-Z]{2})\) ?(?=\w)")
_BEGUN = re.compile(r"[A-Z]{2}/[A-Z]/(?:19|20)\d\d|NC ?20\d\d/", re.IGNORECASE)  # as no word is written
_EASTERN = re.compile(
    rf"{numbers.EASTERN}(?:[明大昭平令][治正和成]?\s?)?{_OFFICE_BEFORE}{_LETTERS}{_GROUP}(?:{_JOIN}{_GROUP}){{0,3}}(?:\.[\dX]|[ ]?[A-Z]\d?)?{_AFTER}(?!\w)"
)
# `VN 201506` is a country beside a month, not a number; eight digits are one, as in `EG 20180921`.
OFFICE_AND_MONTH = re.compile(rf"[A-Z]{{2}} (?!\d{{8}}){_MONTH.pattern}")
# A number that could be a day as well.
DAY = re.compile(r"(?:[A-Z]{2} )?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_WITH_SERIES = re.compile(rf"PCT|(?:{_SERIES}|US (?:D|RE|PP|H)) ?\d", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLAIMS = re.compile(r"\d{1,2}-\d{1,3}")  # behind a whole number
_BROKEN = re.compile(
    r"(?<=[/-]) |(?<= \d{3}) (?=\d{3}[.-]\d(?!\d))"
)  # a line; thousands before the check digit, as in Germany
_IN_SQUARE = re.compile(r"\[[A-Z]{2}\] ?(?!\d{8})")  # the country of a party, before a day
_LETTERS_BEFORE = re.compile(r"(?<!\S)[A-Z]{1,3} (?=[A-Z]{1,3} |\w)", re.IGNORECASE)
_NAMED_OR_PARTED = re.compile(
    rf"(?:(?:{OFFICE}|PCT)[ ./-]?(?:[A-Z]{{1,3}}[ ./-]?)?|PI ?|MU ?|UI ?|ID[PS] ?|[PSW]00 ?|NC ?)\d|\d\d?[ ./-](?:19|20)\d\d[ ./-]\d{{5}}",
    re.IGNORECASE,
)
_LONGEST = 60
_LONG = 4  # digits of a part that is hardly the second one of a number with blanks
_ENOUGH, _ENOUGH_WITH_OFFICE = 7, 5  # digits that make a bare word a number


def with_latin_symbols(text: str) -> str:
    """Return a text with Latin letters for Cyrillic ones in class symbols and Ukrainian numbers, `A61K` for `А61К`."""
    text = _UKRAINIAN.sub(lambda number: number[0].translate(str.maketrans("аАуУ", "aAuU")), text)
    return _ALIKE.sub(lambda symbol: symbol[0].translate(str.maketrans(_CYRILLIC, _LATIN)), text)


def chemical(text: str, at: int) -> bool:
    """Return whether a CAS registry number stands here: its last digit proves it."""
    match = _CAS.match(text, at)
    if match is None:
        return False
    digits = (match[1] + match[2])[::-1]
    return sum((i + 1) * int(digit) for i, digit in enumerate(digits)) % 10 == int(match[3])


def number_end(text: str, at: int, *, bare: bool) -> int:
    """Return where the number that stands here ends, or `at` if there is none.

    The longest reading that `portal.standards` takes for a number wins. `bare` asks for more digits: a number without a field
    stands among words.
    """
    if (labelled := _EASTERN.match(text, at, at + _LONGEST)) and numbers.candidates(labelled[0]):
        return labelled.end()
    if (span := _SPAN.match(text, at)) and _is_span(span[2], span[3]) and DAYS.match(text, at) is None:
        return span.end(1)
    match = _NUMBER.match(text, at, at + _LONGEST)
    if match is None or chemical(text, at):
        return at
    for end in _ends(text, at, match.end()):
        piece = text[at:end]
        if (not bare or _looks_like_one(piece)) and _one(piece) and numbers.candidates(piece):
            return at if _of_prose(piece) or _of_prose(text[at : match.end()]) else end
    return at


def _is_span(first: str, last: str) -> bool:
    """Return whether two numbers with a hyphen between are the ends of a range: alike in length and in their first half."""
    half = len(first) // 2
    return len(first) == len(last) and first < last and first[:half] == last[:half]


def _of_prose(piece: str) -> bool:
    """Return whether letters of the text around stand before a number: it has a form of an office, and none with them.

    Such a number names its office or is written in three parts. Before a day only an office belongs to it.
    """
    if (office := _IN_SQUARE.match(piece)) and date_end(piece, office.end()) == len(piece):
        return True
    starts = [before.end() for before in _LETTERS_BEFORE.finditer(piece)]
    if starts and piece[: starts[0] - 1].upper() not in offices.OFFICES and date_end(piece, starts[0]) == len(piece):
        return True
    whole = [piece[start:] for start in starts if _NAMED_OR_PARTED.match(piece, start)]
    return any(map(has_form, whole)) and not has_form(piece)


def has_form(piece: str) -> bool:
    """Return whether a text is a number in a form of an office."""
    return any(number.serial for number in numbers.candidates(piece))


def truncated_end(text: str, at: int, *, bare: bool) -> int:
    """Return where the beginning of a number with truncation ends, or `at` if there is none; `bare` as in `number_end`."""
    match = _TRUNCATED.match(text, at, at + _LONGEST)
    if match is None or chemical(text, at):
        return at
    before, _, last = match[0].rpartition(" ")
    several = sum(map(str.isdigit, before)) >= _ENOUGH
    sure = _BEGUN.match(match[0]) or (_looks_like_one(match[0]) and (not before or offices.find(match[0][:2])))
    unsure = bare and not sure
    return at if several or unsure or not any(map(str.isdigit, last)) else match.end()


def is_office_in_brackets(text: str, at: int) -> bool:
    """Return whether an office stands in round brackets here, before its number: (BR) PI 0808398-3."""
    office = _BRACKETED.match(text, at)
    return office is not None and office[1] in offices.OFFICES and number_end(text, at, bare=True) > at


def is_number(piece: str, *, bare: bool) -> bool:
    """Return whether a text is one number and nothing else."""
    return number_end(piece, 0, bare=bare) == len(piece)


def _ends(text: str, at: int, longest: int) -> list[int]:
    """Return the places where a shorter reading may end: before each blank, the longest first."""
    return [longest, *(i for i in range(longest - 1, at, -1) if text[i] == " " and text[i - 1] not in "/-")]


def _looks_like_one(piece: str) -> bool:
    if OFFICE_AND_MONTH.fullmatch(piece):
        return False
    digits = sum(char.isdigit() for char in piece)
    prefix = re.match(r"[\[(]?([A-Z]{2})(?![A-Z])", piece) or re.search(r"\(([A-Z]{2})\)\Z", piece)
    has_office = _WITH_SERIES.match(piece) or (prefix is not None and offices.find(prefix[1]) is not None)
    return digits >= (_ENOUGH_WITH_OFFICE if has_office else _ENOUGH)


def _one(piece: str) -> bool:
    """Two numbers side by side are two: no blank before four digits and more, where a whole number or as many stand already.

    A year has four digits and is part of a number, as in 2019 03388 and 000123 2019.
    """
    seen, before = 0, ""
    for part in _BROKEN.sub("", piece).split(" "):
        digits = "".join(filter(str.isdigit, part))
        if len(digits) >= _LONG and (seen >= _ENOUGH or (_is_long(before) and _is_long(digits))):
            return False
        if len(before) >= _ENOUGH and _CLAIMS.fullmatch(part):
            return False
        seen, before = seen + len(digits), digits
    return True


def _is_long(digits: str) -> bool:
    return len(digits) >= _LONG and _YEAR.fullmatch(digits) is None


def date_end(text: str, at: int) -> int:
    """Return where the month, day or range of years that stands here ends, or `at` if there is none."""
    return max((match.end() for form in DATES if (match := form.match(text, at))), default=at)
