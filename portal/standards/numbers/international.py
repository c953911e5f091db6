"""Forms that belong to no one office of ours: PCT and WIPO numbers, ST.13, IPAS file numbers, and offices met in priorities."""

from __future__ import annotations

from portal.standards.numbers.form import Form
from portal.standards.numbers.st13 import RIGHTS

_IPAS = {"P": "patent", "U": "utility_model", "D": "design", "T": "trademark"}
_US_ROWS = {"D": "design", "RE": "patent", "PP": "patent", "H": "patent"}
_TAIWAN = {"I": "patent", "M": "utility_model", "D": "design"}
_KOREA = {"10": "patent", "20": "utility_model", "30": "design", "40": "trademark"}

# Width of the serial in IPAS file numbers, where an office does not write six digits.
_IPAS_WIDTHS = {"KH": 5, "CU": 7}


def _pct(pattern: str, *, bare: bool = True) -> Form:
    """A spelling of the number of a PCT application."""
    return Form("WO", pattern, "PCT{o}{y}{n:06}", "PCT/{o}{y}/{n:06}", "patent", roles="A", bare=bare)


# PCT applications are recognised whichever office cites them. A two-digit year belongs to the old five-digit serial.
PCT = (
    _pct(r"PCT <o:[A-Z]{2}> <y> <n:\d{5,6}>"),
    _pct(r"PCT <o:[A-Z]{2}> <yy> <n:\d{5}>"),
    _pct(r"PCT <o:[A-Z]{2}> <y>-<n:\d{1,4}>"),
    _pct(r"PCT <o:[A-Z]{2}> <yy>-<n:\d{6}>"),
    _pct(r"WO <y> <o:[A-Z]{2}> <n:\d{4,6}>"),
    _pct(r"<y><o:[A-Z]{2}><n:\d{5,6}>", bare=False),
    _pct(r"<o:[A-Z]{2}> <y> <n:\d{6}>(?=-?W$)"),  # as DOCDB writes them, CN2020080359W
)

FORMS = (
    *PCT,
    Form("WO", r"(?:IB )?(?:WO )?<y> <n:\d{6}>", "{y}{n:06}", "WO {y}/{n:06}", "patent"),
    Form("WO", r"(?:IB )?WO <y>-<n:\d{1,5}>", "{y}{n:06}", "WO {y}/{n:06}", "patent", bare=True),
    Form("WO", r"(?:IB )?(?:WO )?<yy> <n:\d{5,6}>", "{y}{n:06}", "WO {y}/{n:06}", "patent"),
    # United States: series and serial; EPODOC and DOCDB put the year in front. Publications have seven digits of serial.
    Form("US", r"(?:20[0-3]\d)?<t:[0-9]\d> <n:\d{6}>", "{t}{n:06}", "{t}/{n:06}", roles="A"),
    # Japan prints its translations of them so; and a nought is often typed for the letter.
    Form("WO", r"(?:JPWO|W0) <y> <n:\d{6}>", "{y}{n:06}", "WO {y}/{n:06}", "patent", roles="P", bare=True),
    Form("US", r"<t:1\d|6[0-4]>-<n:\d{6}>", "{t}{n:06}", "{t}/{n:06}", roles="A", bare=True),
    Form("US", r"<t:[0-9]\d>-<o:\d{3}>-<s:\d{3}>", "{t}{o:03}{s}", "{t}/{o:03}{s}", roles="A", bare=True),
    Form("US", r"<y:20\d\d> <n:\d{6,7}>", "{y}{n:07}", "US {y}/{n:07}", "patent", roles="P"),
    # Designs, reissues, plants and statutory inventions have rows of numbers of their own, with or without noughts before.
    Form("US", r"<t:D|RE|PP|H> <n:\d{1,7}>", "{t}{n}", "US {t}{n}", _US_ROWS, roles="P"),
    # European Patent Office: the check digit after the point does not count; publications seven digits.
    Form("EP", r"<yy> <n:\d{6}> (?:\d)?", "{yy}{n:06}", "{yy}{n:06}", "patent", roles="A"),
    Form("EP", r"<y>0<n:\d{6}>", "{yy}{n:06}", "{yy}{n:06}", "patent", roles="A"),
    Form("EP", r"<n:\d{1,7}>", "{n:07}", "EP {n:07}", "patent", roles="P"),
    # Japan until 1999 counted by the years of its emperors: H10-123456 is of 1998.
    Form("JP", r"<e:[MTSHR]> <yy> <n:\d{1,6}>", "{y}{n:06}", "{e}{yy}-{n:06}"),
    Form("JP", r"<e:[MTSHR]> <yy:\d>-<n:\d{1,6}>", "{y}{n:06}", "{e}{yy}-{n:06}"),
    # Without the letter of the emperor: 63-123456 is of Showa, 5-123456 of Heisei.
    Form("JP", r"<o:2[5-9]|[3-5]\d|6[0-4]>-<n:\d{1,6}>", "{y}{n:06}", "S{o}-{n:06}", since={"": 1925}),
    Form("JP", r"<o:0?[1-9]|1[01]>-<n:\d{1,6}>", "{y}{n:06}", "H{o}-{n:06}", since={"": 1988}),
    Form("JP", r"P? <y> <n:0?\d{6}>", "{y}{n:06}", "{y}-{n:06}"),
    Form("JP", r"P? <y>-<n:\d{1,6}>", "{y}{n:06}", "{y}-{n:06}"),
    Form("TW", r"<t:[IMD]> <n:\d{6}>", "{t}{n:06}", "TW {t}{n:06}", _TAIWAN, roles="P"),
    Form("KR", r"<t:10|20|30|40> <y> <n:\d{7}>", "{y}{n:07}", "{t}-{y}-{n:07}", _KOREA),
    Form("KR", r"<y> <n:\d{7}>", "{y}{n:07}", "KR {y}{n:07}"),
    # Noughts before the serial are often left out.
    Form("KR", r"<t:10|20|30|40>-<y>-<n:\d{1,6}>", "{y}{n:07}", "{t}-{y}-{n:07}", _KOREA),
    Form("KR", r"<y>-<n:\d{1,6}>", "{y}{n:07}", "KR {y}{n:07}"),
    Form("KR", r"<t:10|20> <n:\d{7}>", "{t}{n:07}", "{t}-{n:07}", _KOREA, roles="P"),
    Form("CN", r"(?:ZL )?<y> <t:[1-9]> <n:\d{7}> (?:[0-9X])?", "{y}{t}{n:07}", "{y}{t}{n:07}", roles="A"),
    Form("CN", r"(?:ZL )?<yy> <t:[1-9]> <n:\d{5}>(?:-[0-9X])?", "{yy}{t}{n:05}", "{yy}{t}{n:05}", roles="A"),
)


def of_any_office(office: str) -> tuple[Form, ...]:
    """Return the forms any office may use: IPAS file numbers (`KH/D/2019/00125`) and ST.13 (type, year, nine digits).

    So may a PCT number that lacks the country of its receiving office, where the office that cites it is one; India has had
    numbers of its own that begin so. The letters A, E and F are left to Mexico, whose branch offices look like other offices' codes (`PA/a/2000/012842`).
    """
    width = _IPAS_WIDTHS.get(office, 6)
    key, display = f"{{t}}{{y}}{{n:0{width}}}", f"{office}/{{t}}/{{y}}/{{n:0{width}}}"
    received = Form(
        "WO",
        rf"(?:{office} )?PCT <y> <n:\d{{5,6}}>",
        f"PCT{office}{{y}}{{n:06}}",
        f"PCT/{office}{{y}}/{{n:06}}",
        "patent",
        roles="A",
    )
    return (
        *([] if office in ("", "WO", "IN") else [received]),
        Form(office, r"<t:[B-DG-Z]>-<y>-<n:\d{1,9}>", key, display, _IPAS),
        Form(office, rf"<t:[B-DG-Z]> <y> <n:\d{{{4 if office else width},{width}}}>", key, display, _IPAS),
        Form(office, r"<t:[1-9]0> <y> <n:\d{9}>", "{t}{y}{n:09}", "{t}{y}{n:09}", RIGHTS),
    )
