"""Words and signs around and between numbers, as letters, registers and file names have them: `pedido nº`, `số đơn`, `EP Patent No.`, `und`.

They are passed over only where nothing but numbers is left then.
"""

from __future__ import annotations

import re
from functools import partial

from portal.standards import numbers, offices
from search.query import recognise, written_fields
from search.query.elsewhere import habits, labels
from search.query.kinds.around import BEGINS, blank, comma

# What is of an office, and how offices call themselves and are cited.
_OF_OFFICES = {
    "US": "American USPTO USPN USP USSN", "WO": "International WIPO", "EP": "European EPO EPA EPB européen europea europeia Europäisches",
    "CN": "Chinese CNIPA SIPO", "JP": "Japanese JPO JPA JPB", "KR": "Korean KIPO", "BR": "Brazilian BRA", "IN": "Indian", "EA": "Eurasian EAPO",
    "VN": "Vietnamese NOIP IPVN VNIPO", "ID": "Indonesian DGIP DJKI", "MY": "Malaysian MyIPO", "SG": "Singaporean IPOS", "TH": "Thai",
    "MX": "Mexican IMPI mexicana MEX", "CL": "Chilean INAPI chilena", "UA": "Ukrainian України Укрпатент", "PH": "Philippine IPOPHL", "KH": "Cambodian",
    "LA": "Laotian", "DE": "German DPMA Deutsches", "GB": "British UKIPO", "FR": "French français", "RU": "Russian Роспатент РФ", "CA": "Canadian CIPO",
    "AU": "Australian", "AP": "ARIPO", "OA": "OAPI",
}  # fmt: skip
_NAMED = {name: code for code, names in _OF_OFFICES.items() for name in names.split()} | offices.NAMES
_CODES = {name.lower(): code for name, code in _NAMED.items()}
_NAMES = "|".join(map(re.escape, sorted(_CODES, key=len, reverse=True)))
_NAME = re.compile(
    rf"(?<!\w)(?:(?P<us>U\.\s?S\.(?:\s?[APSN]\.){{0,2}})|(?P<name>{_NAMES})|(?-i:(?P<code>{recognise.OFFICE})))(?![^\W\d_])",
    re.IGNORECASE,
)
_WORDS = (
    r"carta|sertifikat|certificado|título|invenç(?:ão|ões)|invención|invention|sol|nro|núm|so don|so bang|sđ|sd|винахід|specification|laid-open|unexamined"
    r"|publ|published|pg|pgpub|letters|tokkai|tokugan|kokai|int'?l|int|inter?nacional|internationale?|utility|model|apps?|đăng ký|nombor|filing|file|priority|inpi|pct(?=\s+[a-z])|nos?|nr"
)
_PHRASE = re.compile(
    rf"(?<![^\s,;(])(?:{numbers.LABEL}|(?-i:d[eo]l?|of)\s+(?!\d)|(?:{_WORDS})\b(?:\.:?|:)?\s+|(?:(?<=\w)|(?<=[\w.:]\s))#[\s:]{{0,3}}|(?:U\.\s?S\.(?:\s?[APSN]\.){{0,2}}|(?:{_NAMES})\b|(?-i:{recognise.OFFICE}\b))[\s#]+"
    rf"|(?:USPN?|EP[AB]|JP[AB])(?=\d)){{1,12}}+{BEGINS}",
    re.IGNORECASE,
)
# What these words stand before is a number only with a sign that says so, or if it is long or more than digits; a year alone never is.
_OF_THINGS = re.compile(
    r"(?:(?:carta|invention|invención|sol|specification|letters|utility|model|filing|file|priority|inter?nacional|internationale?)\s+)+",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\bn(?:[or]s?|ro|úm)?[.:º°]|\bn(?:os|umbers?)\b|[#№:]", re.IGNORECASE)
_FEW, _LONG = 4, 9  # digits
_SERIES = re.compile(
    r"(?<!\w)(?:(?P<series>PI|MU|UI|DI)\s(?:n[or]?\s?[.º°]?|№)\s?|(?P<p>P\.\s?I\.)\s?)(?=\d)", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"(?<=[\w,;])(?:\s(?:und|oder|sowie|bzw\.?|vs?\.?|versus|and/or|und/oder|e/ou|y/o|et/ou|и|или|та|або|và|hoặc|dan|atau|serta|และ|หรือ|و|أو|및|또는|[-=]?>|(?:(?<=\d\s)|(?<=\d[A-Z]\s))=)\s|\s?[和及与與或]\s?)"
    rf"{BEGINS}",
    re.IGNORECASE,
)
# A kind code behind a comma or in square brackets, signs that stand for slashes, and blanks around hyphens.
_KIND = re.compile(r"(?<=\d)(?:,\s?[A-CUY]\d?|\s?\[[A-CUY]\d?\])(?![\w/]|\s?\d)")
_SIGNED = re.compile(r"(?<!\w)[A-Z]{0,5}\d*[\\_][A-Z\d\\_]*\d", re.IGNORECASE)
_SPREAD = re.compile(r"(?<![\w-])(?:[A-Z]{2} ?- ?)?\d+(?: ?- ?\d+)*(?: ?- ?[A-Z]\d?)?(?![\w-])")
_OFFICE_BEHIND = re.compile(rf"(?<![^\s,;])(\d[\d/.-]{{4,30}}) ({recognise.OFFICE})(?=\s*(?:[,;\n]|\Z))")
_ALL_BEHIND = re.compile(rf"(?:[\s,;]*{_OFFICE_BEHIND.pattern}){{2,}}[\s,;]*")


def unspoken(text: str) -> str:
    """Return a list of numbers with blanks for the words before and between them, and the code of the office they name."""
    text = _SPREAD.sub(_closed, _SIGNED.sub(_slashed, _KIND.sub(blank, text)))
    return _OFFICE_BEHIND.sub(_turned, _BETWEEN.sub(comma, _PHRASE.sub(_told, _SERIES.sub(_of_series, text))))


def turned(text: str) -> str:
    """Return a list of numbers with their offices before them that stand behind each."""
    return _OFFICE_BEHIND.sub(partial(_turned, sure=True), text) if _ALL_BEHIND.fullmatch(text) else text


def _told(phrase: re.Match[str]) -> str:
    """Return blanks for words before a number, and the code of the office unless the number has it; they may be a field, and it a date."""
    text, at, end = phrase.string, phrase.start(), phrase.end()
    named = written_fields.prefix(text, at)
    is_field = (named and all(map(habits.known, named.codes))) or labels.LABELLED.match(text, at)
    if is_field or recognise.date_end(text, end) > end or not _is_label(phrase):
        return phrase[0]
    names = [*_NAME.finditer(phrase[0])]
    if names and names[-1]["code"] and recognise.number_end(text, at + names[-1].start(), bare=False) > end:
        return phrase[0][names[-1].start() :].rjust(len(phrase[0]))
    if not names or _NAME.match(text, end) or text[end : end + 3].upper() == "PCT":
        return blank(phrase)
    nearest = names[-1] if not phrase[0][names[-1].end() :].strip() else names[0]  # PG is none in `US PG Pub.`
    code = "US" if nearest["us"] else nearest["code"] or _CODES[nearest["name"].lower()]
    return f"{code} ".rjust(len(phrase[0]))


def _is_label(phrase: re.Match[str]) -> bool:
    """Return whether words stand before their number, and not before a year or the number of a thing."""
    text, end = phrase.string, phrase.end()
    last = recognise.number_end(text, end, bare=False)
    number = text[end:last]
    if _SIGN.search(phrase[0]) or not number.isdigit():
        return True
    if _OF_THINGS.fullmatch(phrase[0]):
        return len(number) >= _LONG and recognise.has_form(number)
    return len(number) > _FEW or text[last : last + 1] in tuple(",;")


def _of_series(label: re.Match[str]) -> str:
    return f"{label['series'] or 'PI'} ".rjust(len(label[0]))


def _turned(number: re.Match[str], *, sure: bool = False) -> str:
    """Return a number with the office before it that stands behind it, if it is `sure` or has a form of it so; a day is none."""
    turned = f"{number[2]} {number[1]}"
    is_day = recognise.date_end(number[0], 0) == len(number[1])
    is_one = recognise.is_number(number[1], bare=True) and (sure or recognise.has_form(turned))
    return turned if is_one and not is_day else number[0]


def _closed(number: re.Match[str]) -> str:
    """Return a number without the blanks around its hyphens, where it has a form of an office so."""
    closed = number[0].replace(" - ", "-").replace("- ", "-").replace(" -", "-")
    enough = recognise.is_number(closed, bare=True) and recognise.has_form(closed)
    return closed.ljust(len(number[0])) if enough else number[0]


def _slashed(number: re.Match[str]) -> str:
    """Return a number with slashes for its backslashes and underscores, where it has a form of an office so."""
    slashed = re.sub(r"[\\_]", "/", number[0])
    return slashed if recognise.has_form(slashed) else number[0]
