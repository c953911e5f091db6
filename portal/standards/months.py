"""Names of months as offices write them, in full and short, and words of other calendars."""

from __future__ import annotations

import re
import unicodedata

# A row a language: the twelve months, each with its other spellings and short forms.
_NAMES = """
january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre|noviembre|diciembre dic
janeiro|fevereiro fev|março|abril|maio mai|junho|julho|agosto|setembro|outubro out|novembro|dezembro dez
janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|novembre|décembre déc
januar|februar|märz mär|april|mai|juni|juli|august|september|oktober okt|november|dezember
januari|februari peb|maret|april|mei|juni|juli|agustus agu agt|september|oktober okt|november nopember nop|desember des
januari|februari|mac|april|mei|jun|julai|ogos ogo|september|oktober|november|disember dis
ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık
январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня|июль июля|август августа авг|сентябрь сентября сен|октябрь октября окт|ноябрь ноября|декабрь декабря дек
січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня|липень липня|серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня
มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค
ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ
មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ
ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ် သြဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ
يناير|فبراير|مارس|أبريل ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر
"""
# Words that say a day is of a calendar whose days are not converted: months and eras.
_ELSEWHERE = {
    "hijri": "هـ محرم صفر ربيع جمادى رجب شعبان رمضان شوال muharram safar rabi jumada rajab shaban ramadan shawwal hijri",
    "persian": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند farvardin ordibehesht khordad mordad shahrivar aban azar bahman esfand",
    "ethiopian": "መስከረም ጥቅምት ኅዳር ህዳር ታኅሣሥ ታህሳስ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜ meskerem tikimt hidar tahsas yekatit megabit miyazya ginbot sene hamle nehase pagume e.c ዓ.ም",
}


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


MONTHS = {
    _plain(word): n
    for row in _NAMES.strip().splitlines()
    for n, words in enumerate(row.split("|"), 1)
    for word in words.split()
}
ELSEWHERE = {_plain(word): calendar for calendar, words in _ELSEWHERE.items() for word in words.split()}

_DAY, _YEAR, _NAME = r"(?P<d>\d{1,2})", r"(?P<y>\d{4})", r"(?P<name>[^\d\s,/().-]+?(?:\.[^\d\s,/().-]+?)*?)\.?"
_BETWEEN = r"(?:[\s,/.-]|\b(?:de|del|of|ngày|tháng|năm)\b)*+"  # given back nothing, so that a run of dots takes no time
_ERA = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี|m|г|р|року|года)?\.?\s*"
_STYLES = (
    re.compile(rf"(?:ngày|วันที่|ថ្ងៃទី|ວັນທີ)?\s*{_DAY}(?:st|nd|rd|th|er|º)?{_BETWEEN}(?:เดือน|ខែ|ເດືອນ)?\s*{_NAME}{_BETWEEN}{_ERA}{_YEAR}\s*{_ERA}"),
    re.compile(rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?{_BETWEEN}{_YEAR}"),
    re.compile(rf"{_YEAR}[\s/.-]+{_NAME}[\s/.-]+{_DAY}"),
)  # fmt: skip
# The numbers with words of their own: 2015年6月30日, 2015년 6월 30일, ngày 30 tháng 6 năm 2015.
_NUMBERED = (
    re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일号]?"),
    re.compile(r"(?:ngày\s+)?(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})"),
)


def named(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a day written with words, as the year stands there; None where it is none."""
    plain = _plain(text)
    if found := next((match for style in _NUMBERED if (match := style.fullmatch(plain))), None):
        return int(found["y"]), int(found["m"]), int(found["d"])
    for style in _STYLES:
        if (found := style.fullmatch(plain)) and (month := MONTHS.get(found["name"])):
            return int(found["y"]), month, int(found["d"])
    return None


def elsewhere(text: str) -> str:
    """Return the calendar that a word in the text names: hijri, persian, ethiopian; else an empty string."""
    words = re.split(r"[\s,/()\d-]+", _plain(text))
    return next((ELSEWHERE[word.strip(".")] for word in words if word.strip(".") in ELSEWHERE), "")
