"""Number forms of Latin America. Sources: RPI and INAPI data, EPO DOCDB and EPODOC records, WIPO DAS; `unverified` where none."""

from __future__ import annotations

from portal.standards.numbers.check_digits import brazil
from portal.standards.numbers.form import Form

_BRAZIL = dict.fromkeys(("10", "11", "12", "13"), "patent") | dict.fromkeys(("20", "21", "22"), "utility_model")
_BRAZIL |= dict.fromkeys(("30", "31", "32"), "design")
_BRAZIL_YEARS = {"MU": 1920, "DI": 1940}
_BRAZIL_OLD = {"MU": "utility_model", "DI": "design"} | {f"C{n}": "patent" for n in range(1, 10)}
_MEXICO = {"A": "patent", "U": "utility_model", "F": "design"}
_PUM = {"P": "patent", "M": "utility_model", "D": "design"}
_PUD = {"P": "patent", "U": "utility_model", "D": "design"}

# Central American and Andean offices that number by year and serial, with the width the serial is written in.
_YEAR_SERIAL = {"CR": 4, "GT": 5, "HN": 6, "NI": 5, "SV": 6}


def _year_serial(office: str, width: int) -> tuple[Form, ...]:
    key, display, zeros = f"{{y}}{{n:0{width}}}", f"{{y}}-{{n:0{width}}}", rf"0{{0,{7 - width}}}"
    return (
        Form(office, rf"(?:<t:[PUD]>-)?<y>-<n:{zeros}\d{{1,{width}}}>", key, display, _PUD),
        Form(office, rf"<t:[PUD]?> <y> <n:{zeros}\d{{{width}}}>", key, display, _PUD),
    )


FORMS = (
    # Brazil since 2012; fifteen digits are the same number under ST.13.
    Form(
        "BR",
        r"<t:1[0-3]|2[0-2]|3[0-2]> <y> <n:(?:000)?\d{6}> <c:[\dX]?>",
        "{t}{y}{n:06}",
        "BR {t} {y} {n:06}-{c}",
        _BRAZIL,
        bare=True,
        check=brazil,
    ),
    # Noughts before the serial are lost in tables; the digit behind a hyphen is the check digit all the same.
    Form(
        "BR",
        r"<t:1[0-3]|2[0-2]|3[0-2]>-<y>-<n:\d{1,5}>-<c:[\dX]>",
        "{t}{y}{n:06}",
        "BR {t} {y} {n:06}-{c}",
        _BRAZIL,
        bare=True,
        check=brazil,
    ),
    Form("BR", r"<t:PI> <s:\d{6}>-<c:[\dX]>", "{t}0{s}", "{t} 0{s}-{c}", "patent", bare=True, check=brazil),
    # Brazil until 2011. The two digits are the year for PI only: MU counts from 1920 and DI from 1940 (MU 89 is of 2009,
    # DI 71 of 2011), and an addition (C1) has the number of its parent.
    Form(
        "BR",
        r"<t:PI> <yy> <n:\d{5}> <c:[\dX]?>",
        "{t}{yy}{n:05}",
        "{t} {yy}{n:05}-{c}",
        "patent",
        bare=True,
        check=brazil,
    ),
    Form(
        "BR",
        r"<t:MU|DI|C[1-9]> <o:\d\d> <n:\d{5}> <c:[\dX]?>",
        "{t}{o:02}{n:05}",
        "{t} {o:02}{n:05}-{c}",
        _BRAZIL_OLD,
        bare=True,
        check=brazil,
        since=_BRAZIL_YEARS,
    ),
    # The same as DOCDB writes utility models and patents without their letters, and EPODOC with the year before.
    Form(
        "BR",
        r"(?:(?:19|20)\d\d)?<o:\d\d> <n:\d{5}>(?=-?[UY]\d?(?:-\d{8})?$)",
        "MU{o:02}{n:05}",
        "MU {o:02}{n:05}-{c}",
        "utility_model",
        check=brazil,
        since={"": _BRAZIL_YEARS["MU"]},
    ),
    Form("BR", r"<yy> <n:\d{5}> <c:[\dX]?>", "PI{yy}{n:05}", "PI {yy}{n:05}-{c}", "patent", check=brazil),
    Form(
        "BR",
        r"(?:19[5-9]\d|200\d|201[01])<yy> <n:\d{5}>",
        "PI{yy}{n:05}",
        "PI {yy}{n:05}-{c}",
        "patent",
        check=brazil,
    ),
    Form(  # unverified: EPODOC application numbers from 2012
        "BR",
        r"<y:201[2-9]|20[2-9]\d><t:1[0-3]|2[0-2]><n:\d{5}>",
        "{t}{y}{n:06}",
        "BR {t} {y} {n:06}-{c}",
        _BRAZIL,
        check=brazil,
    ),
    Form("BR", r"<s:\d{9}>", "{s}", "{s}", "trademark", roles="A"),
    # Mexico: MX/a/2015/012345, offices outside the capital and old numbers PA/a/2000/012842, and their DOCDB forms.
    Form("MX", r"<t:[AEFU]>-<y>-<n:\d{1,6}>", "{y}{n:06}", "MX/{l}/{y}/{n:06}", _MEXICO),
    Form("MX", r"(?:MX-)?<t:[AEFU]>-<yy:9\d|[012]\d>-<n:\d{1,6}>", "{y}{n:06}", "MX/{l}/{y}/{n:06}", _MEXICO),
    Form("MX", r"<t:[AEFU]><y><n:\d{6}>", "{y}{n:06}", "MX/{l}/{y}/{n:06}", _MEXICO),
    Form("MX", r"MX-<t:[AEFU]>-<y>-<n:\d{1,6}>", "{y}{n:06}", "MX/{l}/{y}/{n:06}", _MEXICO, bare=True),
    Form(
        "MX",
        r"<s:PA|GT|JL|NL|YU|BJ|QR|SI|PU> <t:[AEFU]> <y> <n:\d{1,6}>",
        "{s}{yy}{n:06}",
        "{s}/{l}/{y}/{n:06}",
        _MEXICO,
        bare=True,
    ),
    Form("MX", r"<s:PA|GT|JL|NL|YU|BJ|QR|SI|PU> <yy> <n:\d{6}>", "{s}{yy}{n:06}", "MX {s}{yy}{n:06}"),
    Form("MX", r"<y><s:PA|JL|NL|GT><n:\d{5}>", "{s}{yy}{n:06}", "MX {s}{yy}{n:06}"),  # unverified EPODOC
    Form("MX", r"<y> <n:0?\d{6}>", "{y}{n:06}", "MX {y}{n:06}"),
    # Chile: NNNN-YYYY until June 2023, then YYYYNNNNN.
    Form("CL", r"<n:\d{1,5}>-<y>", "{y}{n:05}", "{n:05}-{y}", bare=True),
    Form("CL", r"<y>-<n:\d{1,5}>", "{y}{n:05}", "{y}{n:05}"),
    Form("CL", r"<y> <n:0{0,2}\d{5}>", "{y}{n:05}", "{y}{n:05}", bare=True),
    # Colombia: NC since 2015, before that two digits of the year and a serial.
    Form("CO", r"NC <y>-<n:\d{1,7}>", "NC{y}{n:07}", "NC{y}/{n:07}", bare=True),
    Form("CO", r"NC <y> <n:\d{7}>", "NC{y}{n:07}", "NC{y}/{n:07}", bare=True),
    Form("CO", r"<y:201[5-9]|20[2-9]\d> <n:\d{6,7}>", "NC{y}{n:07}", "NC{y}/{n:07}"),
    Form("CO", r"<y:19\d\d|200\d|201[0-4]>0<n:\d{6}>", "{yy}{n:06}", "{yy} {n:06}", roles="A"),
    Form("CO", r"<yy>-<n:\d{1,6}>", "{yy}{n:06}", "{yy} {n:06}", roles="A"),
    Form("CO", r"<yy> <n:\d{6}>", "{yy}{n:06}", "{yy} {n:06}", roles="A"),
    # Argentina: letter, year, receiving office 01, serial; publications have six digits.
    Form("AR", r"<t:[PM]> <y> <o:0\d> <n:\d{5}>", "{t}{y}{o:02}{n:05}", "{t}{y}{o:02}{n:05}", _PUM, bare=True),
    Form("AR", r"<t:D> <y> <n:\d{6}>", "{t}{y}{n:06}", "{t}{y}{n:06}", _PUM, bare=True),
    Form("AR", r"<t:[PM]> <yy> <o:0\d> <n:\d{5}>", "{t}{y}{o:02}{n:05}", "{t}{yy}{o:02}{n:05}", _PUM, bare=True),
    Form("AR", r"<y><t:[PM]><o:\d><n:\d{5}>", "{t}{y}{o:02}{n:05}", "{t}{y}{o:02}{n:05}", _PUM),
    Form("AR", r"<n:\d{1,6}>", "{n:06}", "AR {n:06}", roles="P"),
    # Peru: NNNNNN-YYYY with the directorate after it; publications have a series of their own.
    Form("PE", r"<n:\d{1,6}>-<y>(?:-(?:DIN|DSD|OIN|OSD))?", "{y}{n:06}", "{n:06}-{y}"),
    Form("PE", r"<n:\d{1,6}>-<y>-(?:DIN|DSD|OIN|OSD)", "{y}{n:06}", "{n:06}-{y}", bare=True),
    Form("PE", r"<y> <n:0?\d{6}>", "{y}{n:06}", "{n:06}-{y}", roles="A"),
    Form("PE", r"<y><n:\d{4}>(?=-?A?$)", "{y}{n:06}", "{n:06}-{y}", roles="A"),  # DOCDB; with A1 it is a publication
    Form("PE", r"<y> <n:\d{4}>", "{y}{n:04}", "PE {y}{n:04}", roles="P"),
    # Ecuador: the names of the office changed, the series did not (unverified).
    Form("EC", r"(?:SENADI|IEPI) <y> <n:\d{1,6}>", "SP{yy}{n:06}", "SENADI-{y}-{n}", bare=True),
    Form("EC", r"SP <yy> <n:\d{4,6}>", "SP{yy}{n:06}", "SP {yy}{n:06}", bare=True),
    Form("EC", r"<y>SP<n:\d{4,6}>", "SP{yy}{n:06}", "SP {yy}{n:06}"),
    # Dominican Republic; a year before the letters is EPODOC's way with all lettered series (seen for AR, GE, TN).
    Form("DO", r"<y><t:[PUD]><n:\d{5,6}>", "{t}{y}{n:06}", "{t}{y}{n:06}", _PUD),
    Form("DO", r"<t:[PUD]> <y> <n:\d{4,6}>", "{t}{y}{n:06}", "{t}{y}{n:06}", _PUD),
    Form("DO", r"<t:[PUD]> <y>-<n:\d{1,6}>", "{t}{y}{n:06}", "{t}{y}{n:06}", _PUD),
    # Cuba writes IPAS file numbers, databases without their letter; its DOCDB publications have a year and four digits.
    Form("CU", r"<y> <n:\d{7}>", "P{y}{n:07}", "CU/P/{y}/{n:07}", "patent", roles="A"),
    Form("CU", r"<y> <n:\d{4}>", "{y}{n:04}", "CU {y}-{n:04}", roles="P"),
    # Guatemala marks divisions by a letter behind the number; its DOCDB kind is always A.
    Form("GT", r"<y> <n:\d{5}> <d:[B-F]>", "{y}{n:05}{d}", "{y}-{n:05}{d}"),
    *(form for office, width in _YEAR_SERIAL.items() for form in _year_serial(office, width)),
)
