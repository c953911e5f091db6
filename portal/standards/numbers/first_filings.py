"""Number forms of offices met in priorities only: as each writes its applications, as DOCDB does, as EPODOC does.

Sources: WIPO ST.10/C, EPO DOCDB and EPODOC records. EPODOC puts the year of four digits before the serial and fills that up to
seven digits; DOCDB keeps the significant part of the office's own. A check digit behind a hyphen or point does not count.
"""

from __future__ import annotations

from portal.standards.numbers.form import Form

_NEW = "<y:200[4-9]|20[1-9]\\d>"  # years of the German numbers of twelve digits


def _own(office: str, pattern: str, key: str, display: str = "") -> Form:
    """A form of application numbers."""
    return Form(office, pattern, key, display or key, roles="A")


def _short_year(office: str, letter: str = "") -> tuple[Form, ...]:
    """Two digits of the year and five of the serial: GB 1810777.1, in EPODOC GB20180010777."""
    key = f"{letter}{{yy}}{{n:05}}"
    return (
        _own(office, rf"(?:{letter} )?<yy> <n:\d{{5}}>(?:-\d)?", key),
        _own(office, r"<y> <n:(?:00)?\d{5}>", key),
    )


def _long_year(office: str, width: int) -> tuple[Form, ...]:
    """The year and the serial: AU 2016901555, in EPODOC AU20160901555."""
    key, fill = f"{{y}}{{n:0{width}}}", 7 - width
    return (
        _own(office, rf"<y>-<n:\d{{1,{width}}}>(?:-\d)?", key),
        _own(office, rf"<y> <n:0{{0,{fill}}}\d{{{width}}}>", key),
    )


def _no_year(office: str, width: int, letter: str = "") -> tuple[Form, ...]:
    """A serial alone: CA 2955638, in EPODOC CA20172955638."""
    return (
        _own(office, rf"(?:{letter} )?<n:\d{{{width}}}>", f"{{n:0{width}}}"),
        _own(office, rf"(?:19|20)\d\d{'0' * (7 - width)}<n:\d{{{width}}}>", f"{{n:0{width}}}"),
    )


def _year_behind(office: str, letter: str, key: str) -> tuple[Form, ...]:
    """The serial before its year: AT A 514/2013, in DOCDB AT5142013, in EPODOC AT20130000514."""
    return (
        _own(office, rf"(?:{letter} )?<n:\d{{1,6}}>-<y>", key),
        _own(office, r"<y><n:0\d{6}>", key),
    )


FORMS = (
    # Germany since 2004; before that 195 12 345. Of the year 2020 both ways have one shape: the office's own is taken.
    Form("DE", rf"<t:[1-6]\d> {_NEW} <n:\d{{6}}> (?:\d)?", "{t}{y}{n:06}", "{t} {y} {n:06}"),
    _own("DE", rf"{_NEW}<t:[1-6]\d><n:\d{{5,6}}>", "{t}{y}{n:06}", "{t} {y} {n:06}"),
    _own("DE", r"<y:199[5-9]|200[0-3]>10<n:\d{5}>", "1{yy}{n:05}"),
    *_short_year("GB"),
    *_short_year("FR"),
    *_short_year("SE"),
    *_short_year("HU", "P"),
    *_long_year("AU", 6),
    *_long_year("RU", 6),
    # With the department behind it.
    Form("RU", r"<y> <n:\d{6}>-(?:0[1-9]|[1-6]\d)", "{y}{n:06}", "{y}{n:06}", roles="A", bare=True),
    *_long_year("TR", 5),
    *_long_year("BE", 4),
    *_long_year("FI", 4),
    *_long_year("NO", 4),
    *_no_year("CA", 7),
    *_no_year("NL", 7),
    *_no_year("IL", 6),
    *_no_year("NZ", 6),
    *_no_year("PL", 6, "P"),
    *_year_behind("AT", "A", "{n}{y}"),
    _own("AT", r"A <n:\d{1,5}><y>", "{n}{y}"),
    *_year_behind("CH", "CH", "{n}{yy}"),  # in DOCDB 145614 of 1456/14
    _own("CH", r"<n:\d{1,6}>-<yy>", "{n}{yy}"),
    # Taiwan counts the years of the Republic, 109 for 2020.
    _own("TW", r"<y:19[5-9]\d|20\d\d>0<n:\d{6}>", "{roc}{n:06}"),
    # Italy: the type before the year (10 invention) is left out in DOCDB, and the serial shortened.
    _own("IT", r"<t:(?:10|20|30)?> <y> <n:\d{8,9}>", "{y}{n:09}", "{t}{y}{n:09}"),
    # Spain and Denmark have rows of inventions and of utility models, which DOCDB tells apart by the kind code.
    _own("ES", r"(?:U )?<y> <n:(?:00)?\d{5}>(?=-?U\d?$)", "U{y}{n:05}"),
    _own("ES", r"U <y> <n:\d{5}>", "U{y}{n:05}"),
    _own("ES", r"(?:P )?<y> <n:(?:00)?\d{5}>", "P{y}{n:05}"),
    _own("DK", r"(?:BA )?<y> <n:(?:00)?\d{5}>(?=-?U\d?$)", "BA{y}{n:05}", "BA {y} {n:05}"),
    _own("DK", r"BA <y> <n:\d{5}>", "BA{y}{n:05}", "BA {y} {n:05}"),
    _own("DK", r"(?:PA )?<y> <n:(?:00)?\d{5}>", "PA{y}{n:05}", "PA {y} {n:05}"),
    _own("CN", r"<y><t:[1-9]><n:\d{6}>", "{y}{t}{n:07}"),
)
