"""Number forms of Asia. Sources: registers and journals of the offices, EPO DOCDB records; `unverified` where none."""

from __future__ import annotations

from portal.standards.numbers.check_digits import singapore
from portal.standards.numbers.form import Form

_SINGAPORE = {"10": "patent", "11": "patent", "30": "design", "40": "trademark"}
_INDONESIA = {"P": "patent", "W": "patent", "S": "utility_model"}
_INDONESIA_PAGES = {"PID": "patent", "SID": "utility_model"}
_ONE_TO_FOUR = {"1": "patent", "2": "utility_model", "3": "design", "4": "trademark"}
_THAILAND = {"01": "patent", "02": "design", "03": "utility_model"}
_MALAYSIA = {"PI": "patent", "UI": "utility_model"}
_LETTERS = {"P": "patent", "U": "utility_model", "I": "design", "D": "design", "M": "trademark", "T": "trademark"}

# Branches of the Indian office: DOCDB shortens the names of their series.
_BRANCHES = r"(?:DEL|MUM|KOL|CAL|CHE|BOM|MAS)(?:NP)?"
_SHORT_BRANCHES = {
    "DN": "DELNP", "DEN": "DELNP", "CN": "CHENP", "CHN": "CHENP", "KN": "KOLNP", "KON": "KOLNP", "MN": "MUMNP", "MUN": "MUMNP",
    "DE": "DEL", "CH": "CHE", "KO": "KOL", "MU": "MUM",
}  # fmt: skip
_SHORT = "|".join(sorted(_SHORT_BRANCHES, key=len, reverse=True))


def _singapore(pattern: str, division: str = "", *, bare: bool = True) -> Form:
    """Return a form of Singapore with its check letter, which is part of the key."""
    written = "{t}{y}{n:05}{c}"
    return Form(
        "SG", pattern, written + division.strip("-"), written + division, _SINGAPORE, bare=bare, check=singapore
    )


FORMS = (
    # Singapore since 14 February 2014; -DD numbers divisions of a mark. A letter that is joined to the serial is its check
    # letter, right or wrong; of those that stand apart, A, B, C and G are kind codes.
    _singapore(r"<t:10|11|30|40> <y> <n:\d{5}><c:[A-Z]>"),
    _singapore(r"<t:10|11|30|40> <y> <n:\d{5}> <c:[D-FH-Z]?>"),
    _singapore(r"<t:10|11|30|40> <y> <n:\d{5}> <c:[A-Z]>-<d:\d\d>", "-{d}"),
    _singapore(r"<y><t:10|11><n:\d{5}><c:[A-Z]?>", bare=False),  # unverified: EPODOC application numbers
    # The check digit of the older series is often left out, so it is no part of the key.
    Form("SG", r"<y> <n:\d{5}> <c:[0-9A-Z]>", "{y}{n:05}", "{y}{n:05}-{c}", "patent"),
    # India: one series since 2016, before that one a branch.
    Form("IN", r"<y:20\d\d> <t:[1-4][1-9]> <n:\d{6}>", "{y}{t}{n:06}", "{y}{t}{n:06}", "patent", bare=True),
    Form("IN", rf"<n:0?\d{{1,5}}> <o:{_BRANCHES}> <y>", "{n}{o}{y}", "{n}/{o}/{y}", "patent", bare=True),
    Form("IN", rf"<n:\d{{1,5}}>-<o:{_BRANCHES}>-<yy:9\d|[01]\d>", "{n}{o}{y}", "{n}/{o}/{y}", "patent", bare=True),
    Form("IN", rf"<n:\d{{1,5}}> <o:{_SHORT}> <y>", "{n}{o}{y}", "{n}/{o}/{y}", "patent", alias=_SHORT_BRANCHES),
    Form(
        "IN",
        rf"<y> <o:{_BRANCHES}|{_SHORT}> <n:\d{{1,5}}>",
        "{n}{o}{y}",
        "{n}/{o}/{y}",
        "patent",
        alias=_SHORT_BRANCHES,
    ),
    Form("IN", r"PCT <y> <n:\d{1,5}> <o:[A-Z]{3}>", "PCT{y}{n:05}{o}", "IN/PCT/{y}/{n:05}/{o}", "patent"),
    Form("IN", r"IN PCT <y> <n:\d{1,5}> <o:[A-Z]{3}>", "PCT{y}{n:05}{o}", "IN/PCT/{y}/{n:05}/{o}", "patent", bare=True),
    # Indonesia: P patents, S simple patents, W entries of the PCT; grants IDP and IDS; other rights by their letters.
    Form(
        "ID",
        r"<t:[PSW]> (?:00|ID)? <y> <n:\d{4,6}>",
        "{t}00{y}{n:05}",
        "{t}00{y}{n:05}",
        _INDONESIA,
        bare=True,
    ),
    Form("ID", r"<t:[PSW]>-(?:00-?|ID-?)?<y>-<n:\d{1,6}>", "{t}00{y}{n:05}", "{t}00{y}{n:05}", _INDONESIA, bare=True),
    Form("ID", r"<t:[PS]> <s:\d{9}|\d{7}>", "{t}{s}", "ID{t}{s}", _INDONESIA, roles="P"),
    Form("ID", r"ID <t:[PS]> <s:\d{9}|\d{7}>", "{t}{s}", "ID{t}{s}", _INDONESIA, roles="P", bare=True),
    # Without the noughts of the nine digits; pages of the gazette number publications by the year.
    Form("ID", r"ID <t:[PS]> <n:\d{4,6}>", "{t}{n:09}", "ID{t}{n:09}", _INDONESIA, roles="P", bare=True),
    Form("ID", r"<y> <t:[PS]ID> <n:\d{5}>", "{y}{t}{n:05}", "{y}/{t}/{n:05}", _INDONESIA_PAGES, roles="P", bare=True),
    Form("ID", r"<y>-<t:[PS]ID>-<n:\d{1,5}>", "{y}{t}{n:05}", "{y}/{t}/{n:05}", _INDONESIA_PAGES, roles="P", bare=True),
    Form("ID", r"<t:A> <s:00|ID> <y> <n:\d{5}>", "{t}{s}{y}{n:05}", "{t}{s}{y}{n:05}", "design", bare=True),
    Form("ID", r"<t:[DJMR]> <s:00|ID> <y> <n:\d{6}>", "{t}{s}{y}{n:06}", "{t}{s}{y}{n:06}", "trademark", bare=True),
    # Malaysia: six digits of serial now, four before, five after a two-digit year until the nineties; grants MY-130321-A.
    Form("MY", r"<t:PI|UI> <y> <n:0?\d{6}>", "{t}{y}{n:06}", "{t} {y}{n:06}", _MALAYSIA, bare=True),
    Form("MY", r"<t:PI|UI> <y> <n:\d{4,5}>", "{t}{y}{n:06}", "{t} {y}{n:04}", _MALAYSIA, bare=True),
    Form("MY", r"<t:PI|UI> <yy> <n:\d{5}>", "{t}{yy}{n:05}", "{t} {yy}{n:05}", _MALAYSIA),
    Form("MY", r"<y><t:PI|UI><n:\d{5}>", "{t}{y}{n:06}", "{t} {y}{n:06}", _MALAYSIA),  # unverified EPODOC
    Form("MY", r"<t:TM> <y> <n:\d{6}>", "{t}{y}{n:06}", "{t}{y}{n:06}", "trademark"),
    Form("MY", r"<n:\d{1,7}>", "{n}", "MY-{n}-A", roles="P"),
    # Philippines and Viet Nam: 1 invention, 2 utility model, 3 design, 4 mark.
    Form("PH", r"<t:[1-3]>-<y>-<n:0{0,2}\d{1,6}>", "{t}{y}{n:06}", "{t}/{y}/{n:06}", _ONE_TO_FOUR),
    Form("PH", r"<t:[1-3]> <y> <n:\d{6}>", "{t}{y}{n:06}", "{t}/{y}/{n:06}", _ONE_TO_FOUR, bare=True),
    Form("PH", r"<t:4> <y> <n:\d{6,8}>", "{t}{y}{n:08}", "{t}/{y}/{n:08}", _ONE_TO_FOUR, bare=True),
    Form("PH", r"<y><t:[12]><n:\d{6}>", "{t}{y}{n:06}", "{t}/{y}/{n:06}", _ONE_TO_FOUR),  # unverified EPODOC
    Form("VN", r"<t:[1-4]> <y> <n:\d{5}>", "{t}{y}{n:05}", "{t}-{y}-{n:05}", _ONE_TO_FOUR, bare=True),
    Form("VN", r"<t:[1-4]>-<y>-<n:\d{1,5}>", "{t}{y}{n:05}", "{t}-{y}-{n:05}", _ONE_TO_FOUR),
    Form("VN", r"<t:[1-4]> <n:0\d{6}>(?:-000)?", "{t}{n:07}", "{t}-{n:07}", _ONE_TO_FOUR, roles="P"),
    Form("VN", r"<n:\d{1,6}>", "{n}", "VN {n}", roles="P"),
    # Thailand: two digits of the Christian year, 01 invention, 02 design, 03 petty patent (unverified); marks.
    Form("TH", r"<yy> <t:0[123]> <n:\d{6}>", "{yy}{t}{n:06}", "{yy}{t}{n:06}", _THAILAND, bare=True),
    Form("TH", r"<yy> <n:\d{7}>", "{yy}{n:07}", "{yy}{n:07}", "trademark", roles="A"),
    # Cambodia writes M for marks behind the serial of its exports: no kind code.
    Form("KH", r"<t:[PUD]>-<yy:[12]\d>-<n:\d{1,5}>", "{t}{y}{n:05}", "KH/{t}/{y}/{n:05}", _LETTERS),
    Form("KH", r"<n:\d{1,8}>-<t:M>", "{n}", "KH/{n}/{t}", {"M": "trademark"}),
    # Laos and Brunei number by letter and serial, without a year (by analogy with their designs).
    Form("LA", r"<t:[A-Z]>-<n:\d{1,6}>", "{t}{n:05}", "{t}/{n:05}", _LETTERS),
    Form("LA", r"<t:[A-Z]> <n:\d{5}>", "{t}{n:05}", "{t}/{n:05}", _LETTERS),
    Form("BN", r"<t:[A-Z]>-<n:\d{1,6}>", "{t}{n:05}", "BN/{t}/{n:05}", _LETTERS),
    Form("BN", r"<t:[A-Z]> <n:\d{5}>", "{t}{n:05}", "BN/{t}/{n:05}", _LETTERS),
)
