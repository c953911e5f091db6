"""Number forms of Africa, the Arab countries and Eurasia. Sources: EPO DOCDB and EPODOC records, WIPO DAS, office pages."""

from __future__ import annotations

from portal.standards.numbers.form import Form

_PUD = {"P": "patent", "U": "utility_model", "D": "design"}
_UKRAINE = {"A": "patent", "U": "utility_model", "S": "design", "M": "trademark"}

FORMS = (
    # ARIPO: the receiving office may stand before (KE/AP/P/2005/003344); grants AP 1206.
    Form("AP", r"(?:[A-Z]{2}-)?AP-<t:[PUD]>-<y>-<n:\d{1,6}>", "{y}{n:06}", "AP/{t}/{y}/{n:06}", _PUD, bare=True),
    Form("AP", r"<t:[PUD]>-<y>-<n:\d{1,6}>", "{y}{n:06}", "AP/{t}/{y}/{n:06}", _PUD),
    Form("AP", r"<t:[PUD]?> <y> <n:\d{6}>", "{y}{n:06}", "AP {y}{n:06}", _PUD),
    Form("AP", r"19<y:20\d\d><n:\d{5}>", "{y}{n:06}", "AP {y}{n:06}"),
    Form("AP", r"<n:\d{1,5}>", "{n}", "AP {n}", roles="P"),
    # OAPI: applications 1YYYYNNNNN (EPODOC YYYY1NNNNNN); grants five digits.
    Form("OA", r"1 <y> <n:\d{5}>", "1{y}{n:05}", "1{y}{n:05}", roles="A"),
    Form("OA", r"<y>1<n:\d{6}>", "1{y}{n:05}", "1{y}{n:05}", roles="A"),
    Form("OA", r"<n:\d{1,5}>", "{n:05}", "OA {n:05}", roles="P"),
    # South Africa: YYYY/NNNNN; DOCDB shortens the last century to YYNNNN.
    Form("ZA", r"<y>-<n:\d{1,5}>", "{y}{n:05}", "{y}/{n:05}", "patent"),
    Form("ZA", r"<y> <n:0{0,2}\d{5}>", "{y}{n:05}", "{y}/{n:05}", "patent", bare=True),
    Form("ZA", r"<yy:[5-9]\d> <n:\d{4}>", "{y}{n:05}", "{y}/{n:05}", "patent"),
    # Tunisia: SNYYNNN, then TN/P/YYYY/NNNNNN; EPODOC puts the year in front.
    Form("TN", r"SN <yy> <n:\d{3}>", "SN{yy}{n:03}", "SN{yy}{n:03}", "patent", bare=True),
    Form("TN", r"<y>SN<n:\d{5}>", "SN{yy}{n:03}", "SN{yy}{n:03}", "patent"),
    Form("TN", r"<t:P>-<y>-<n:\d{1,6}>", "{y}{n:06}", "TN/P/{y}/{n:06}", "patent"),
    Form("TN", r"<t:P?> <y> <n:\d{6}>", "{y}{n:06}", "TN/P/{y}/{n:06}", "patent"),
    # Jordan and Saudi Arabia; the parts of a Saudi number (type, years) are inferred, so only the digits are kept.
    Form("JO", r"<t:[PUD]> <y> <n:\d{4,5}>", "{t}{y}{n:04}", "{t}/{y}/{n:04}", _PUD),
    Form("JO", r"<t:[PUD]>-<y>-<n:\d{1,5}>", "{t}{y}{n:04}", "{t}/{y}/{n:04}", _PUD),
    Form("JO", r"<y><t:[PUD]><n:\d{5}>", "{t}{y}{n:04}", "{t}/{y}/{n:04}", _PUD),
    Form("SA", r"<s:\d{8,9}>", "{s}", "{s}"),
    # Eurasian office: YYYYNNNNN, designs 4NNNN since 2021; grants six digits.
    Form("EA", r"<y:202[1-9]|20[3-9]\d> <n:4\d{4}>", "{y}{n:05}", "{y}{n:05}", "design", bare=True),
    Form("EA", r"<y> <n:0{0,2}\d{5}>", "{y}{n:05}", "{y}{n:05}", "patent", bare=True),
    Form("EA", r"<n:\d{1,6}>", "{n:06}", "EA {n:06}", roles="P"),
    # Georgia: P patents, AP applications, U utility models; EPODOC puts the year in front of AP.
    Form("GE", r"<t:AP|P|U|D> <y> <n:\d{4,6}>", "{t}{y}{n:05}", "{t} {y} {n:05}", _PUD | {"AP": "patent"}),
    Form("GE", r"<y><t:AP|AU><n:\d{5}>", "{t}{y}{n:05}", "{t} {y} {n:05}", {"AP": "patent", "AU": "utility_model"}),
    # Ukraine: a and u as Latin or Cyrillic letters, s designs, m marks.
    Form("UA", r"<t:[AUYSM]> <y> <n:\d{5}>", "{t}{y}{n:05}", "{l} {y} {n:05}", _UKRAINE, bare=True, alias={"Y": "U"}),
)
