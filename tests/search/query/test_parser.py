"""What queries mean: every habit of `docs/query-language.md` in one table each."""

import pytest

from search.query.parser import parse
from search.query.tree import And, Everything, Near, Not, Or, Value
from tests.search.query.shapes import dates, number, pattern, phrase, word

A, B, C, D = (word(letter) for letter in "abcd")

OPERATORS = {
    "": Everything(),
    "  \n ": Everything(),
    "*": Everything(),
    "*:*": Everything(),
    "silica": word("silica"),
    "a b": And((A, B)),
    "a AND b AND c": And((A, B, C)),
    "a and b": And((A, B)),
    "a OR b": Or((A, B)),
    "a or b Or c": Or((A, B, C)),
    "a && b": And((A, B)),
    "a | b": Or((A, B)),
    "a NOT b": And((A, Not(B))),
    "a AND NOT b": And((A, Not(B))),
    "a ANDNOT b": And((A, Not(B))),
    "a andnot b": And((A, Not(B))),
    "NOT a": Not(A),
    "NOT NOT a": Not(Not(A)),
    "a OR NOT b": Or((A, Not(B))),
    "a AND b OR c AND d": Or((And((A, B)), And((C, D)))),
    "a OR b NOT c": Or((A, And((B, Not(C))))),
    "NOT a AND b": And((Not(A), B)),
    "(a OR b) AND c": And((Or((A, B)), C)),
    "a AND (b AND c)": And((A, And((B, C)))),
    "((a))": A,
    "(a)(b)": And((A, B)),
    "a, b; c": And((A, B, C)),
    "a\nb": And((A, B)),
    "oral or-gate android": And((word("oral"), word("or-gate"), word("android"))),
    "a OR, b": Or((A, B)),
    "R&D & silica": And((word("R&D"), word("silica"))),
    "rice in water": And((word("rice"), word("in"), word("water"))),
}

WORDS = {
    '"rice husk"': phrase("rice husk"),
    "“rice husk”": phrase("rice husk"),
    '“rice husk"': phrase("rice husk"),
    "«rice husk»": phrase("rice husk"),
    "‘rice husk’": phrase("rice husk"),
    "'rice husk'": phrase("rice husk"),
    '"rice\u00a0 \n husk"': phrase("rice husk"),
    "l'eau d'olive": And((word("l'eau"), word("d'olive"))),
    "rice\u00adhusk": word("ricehusk"),
    "ｓｉｌｉｃａ": word("silica"),
    "silica.": word("silica"),
    "1,2-dimethyl": word("1,2-dimethyl"),
    "silica,alumina": And((word("silica"), word("alumina"))),
    "http://example.com/x": word("http://example.com/x"),
    "ratio 1:2": And((word("ratio"), word("1:2"))),
    "method: heating": And((word("method"), word("heating"))),
    "C++ Ca2+": And((word("C++"), word("Ca2+"))),
    "7631-86-9": word("7631-86-9"),  # a CAS registry number, by its check digit
    "5G 2015 12": And((word("5G"), word("2015"), word("12"))),
    "ข้าวเปลือก AND ซิลิกา": And((word("ข้าวเปลือก"), word("ซิลิกา"))),
    "စပါးခွံ": word("စပါးခွံ"),
    '"قشر الأرز" سيليكا': And((phrase("قشر الأرز"), word("سيليكا"))),
    "\u200fقشر\u200f": word("قشر"),
    "tro trấu": And((word("tro"), word("trấu"))),
    "稻壳 OR 籾殻": Or((word("稻壳"), word("籾殻"))),
}

TRUNCATION = {
    "silic*": pattern("silic*"),
    "*ane": pattern("*ane"),
    "colo?r": pattern("colo?r"),
    "wom#n": pattern("wom#n"),
    "?ilica": pattern("?ilica"),
    "wheel+": pattern("wheel*"),
    "wheel$": pattern("wheel*"),
    "wheel$3": pattern("wheel*"),
    "ti=wheel+": pattern("wheel*", "title"),
    '"rice hus*"': pattern("rice hus*"),
    '"rice hus* ash"': pattern("rice hus* ash"),
    "ข้าว*": pattern("ข้าว*"),
    "pn=BR10*": pattern("BR10*", "publication_number"),
    "kd=B*": pattern("B*", "kind"),
    "ipc=A6?K": pattern("A6?K", "ipc"),
}

FIELDS = {
    "ti=rice": word("rice", "title"),
    "TI : rice": word("rice", "title"),
    "ti = rice": word("rice", "title"),
    "Ti:rice": word("rice", "title"),
    "ti==rice": word("rice", "title"),
    "TI/rice": word("rice", "title"),
    "EN_TI/rice": word("rice", "title"),
    "ti/rice": word("ti/rice"),
    'ti="rice husk"': phrase("rice husk", "title"),
    'ti exact "rice husk"': phrase("rice husk", "title"),
    "ti=(rice husk)": And((word("rice", "title"), word("husk", "title"))),
    "ti=(rice OR ab=husk)": Or((word("rice", "title"), word("husk", "abstract"))),
    "ti=((a OR b) NOT c)": And((Or((word("a", "title"), word("b", "title"))), Not(word("c", "title")))),
    "EN_TI:(solar AND cell) pump": And((And((word("solar", "title"), word("cell", "title"))), word("pump"))),
    "EN_ALL:rice": word("rice"),
    "EN_ALLTXT:rice": word("rice", "full_text"),
    "FP:rice": word("rice"),
    "ES_CL:bomba": And((word("bomba", "claims"), Value("language", "es"))),
    "ta=rice": word("rice", "title_abstract"),
    "ftxt=rice": word("rice", "full_text"),
    "desc=kiln": word("kiln", "description"),
    "ia=Nguyen": word("Nguyen", "party"),
    'pa="Universidade Federal"': phrase("Universidade Federal", "applicant"),
    "ti<>rice": Not(word("rice", "title")),
    "ti<>(a OR b)": Not(Or((word("a", "title"), word("b", "title")))),
    'ti any "motor, engine"': Or((word("motor", "title"), word("engine", "title"))),
    'ti all "motor engine"': And((word("motor", "title"), word("engine", "title"))),
    "ti any (motor engine)": Or((word("motor", "title"), word("engine", "title"))),
    'in any "Silva Souza"': Or((word("Silva", "inventor"), word("Souza", "inventor"))),
    'in="Silva"': phrase("Silva", "inventor"),
    'any "a b"': And((word("any"), phrase("a b"))),
    "ti=*": Value("has", "title"),
    "ti=สิทธิบัตร": word("สิทธิบัตร", "title"),
    'ab="قشر الأرز"': phrase("قشر الأرز", "abstract"),
    "ti=စပါးခွံ AND cc=MM": And((word("စပါးခွံ", "title"), Value("office", "MM"))),
}

NEARNESS = {
    "a NEAR5 b": Near(A, B, 5),
    "a near/5 b": Near(A, B, 5),
    "a w/5 b": Near(A, B, 5),
    "a NEAR b": Near(A, B, 5),
    "a near b": And((A, word("near"), B)),
    "a ADJ3 b": Near(A, B, 3, ordered=True),
    "a PRE/3 b": Near(A, B, 3, ordered=True),
    "a ADJ b": Near(A, B, 1, ordered=True),
    "a prox/distance<3 b": Near(A, B, 2),
    "a prox/distance<=3 b": Near(A, B, 3),
    "a prox/ordered b": Near(A, B, 1, ordered=True),
    "a prox/distance<=3/ordered b": Near(A, B, 3, ordered=True),
    "a prox/distance<=2/ordered=true b": Near(A, B, 2, ordered=True),
    "a prox/distance<=2/ordered=false b": Near(A, B, 2),
    "a prox/unit=word/distance<=4 b": Near(A, B, 4),
    '"solar pump"~3': Near(word("solar"), word("pump"), 3),
    "a NEAR2 (b OR c*)": Near(A, Or((B, pattern("c*"))), 2),
    "(a OR (b OR c)) NEAR2 d": Near(Or((A, B, C)), D, 2),
    '"rice husk" NEAR2 ash': Near(phrase("rice husk"), word("ash"), 2),
    "ti=(a NEAR2 b)": Near(word("a", "title"), word("b", "title"), 2),
    "ti=a NEAR2 ti=b": Near(word("a", "title"), word("b", "title"), 2),
    "ti=a NEAR2 b": Near(word("a", "title"), word("b", "title"), 2),
    "a NEAR2 ti=b": Near(word("a", "title"), word("b", "title"), 2),
    "a NEAR2 b NEAR3 c": And((Near(A, B, 2), Near(B, C, 3))),
    "a OR b NEAR2 c": Or((A, Near(B, C, 2))),
    "NOT a NEAR2 b": Not(Near(A, B, 2)),
    "(ＥＰ1234567 OR b) NEAR2 c": Near(Or((phrase("EP1234567"), B)), C, 2),
    "a NEAR2 A61K*": Near(A, pattern("A61K*"), 2),
    "model NEAR2 1234567": Near(word("model"), phrase("1234567"), 2),
}

DATES = {
    "pd=2015": dates("2015-01-01", "2015-12-31"),
    "pd=2015-06": dates("2015-06-01", "2015-06-30"),
    "pd=201506": dates("2015-06-01", "2015-06-30"),
    "pd=02.2000": dates("2000-02-01", "2000-02-29"),
    "pd=20150630": dates("2015-06-30", "2015-06-30"),
    "pd=30/06/2015": dates("2015-06-30", "2015-06-30"),
    "pd=30.06.2015": dates("2015-06-30", "2015-06-30"),
    "pd=2012..2014": dates("2012-01-01", "2014-12-31"),
    "pd=2012-2014": dates("2012-01-01", "2014-12-31"),
    "pd=2012–2014": dates("2012-01-01", "2014-12-31"),
    "pd=2012:2014": dates("2012-01-01", "2014-12-31"),
    "pd=2012 TO 2014": dates("2012-01-01", "2014-12-31"),
    "pd=2012..": dates("2012-01-01", ""),
    "pd=..2014": dates("", "2014-12-31"),
    "pd=[2012 TO 2014]": dates("2012-01-01", "2014-12-31"),
    "DP:[20120101 TO 20141231]": dates("2012-01-01", "2014-12-31"),
    "pd=[* TO 2014]": dates("", "2014-12-31"),
    "pd=[2012 TO *]": dates("2012-01-01", ""),
    'pd="2013 2014"': dates("2013-01-01", "2014-12-31"),
    'pd within "2012 2014"': dates("2012-01-01", "2014-12-31"),
    'pd within "201301, 201304"': dates("2013-01-01", "2013-04-30"),
    "pd within 2012-2014": dates("2012-01-01", "2014-12-31"),
    "pd>=2015": dates("2015-01-01", ""),
    "pd=01/2015-12/2016": dates("2015-01-01", "2016-12-31"),
    "pd=2015-01-01/2015-12-31": dates("2015-01-01", "2015-12-31"),
    "pd=20150101-20151231": dates("2015-01-01", "2015-12-31"),
    "ISD/20150101->20151231": dates("2015-01-01", "2015-12-31"),
    'pd="2015-01-01 - 2015-06-30"': dates("2015-01-01", "2015-06-30"),
    "pd=2015*": dates("2015-01-01", "2015-12-31"),
    "pd=>2015": dates("2015-01-01", ""),
    "pd>2015": dates("2016-01-01", ""),
    "pd<=2015": dates("", "2015-12-31"),
    "pd<2015-06": dates("", "2015-05-31"),
    "pd>=2015 AND pd<=2018": dates("2015-01-01", "2018-12-31"),
    "pd>=2015 ad<=2018": And((dates("2015-01-01", ""), dates("", "2018-12-31", "filed"))),
    "pd=2014..2012": dates("2012-01-01", "2014-12-31"),
    "pd=2558": dates("2015-01-01", "2015-12-31"),
    "pd=๒๕๕๘": dates("2015-01-01", "2015-12-31"),
    "pd<>2015": Not(dates("2015-01-01", "2015-12-31")),
    "ad=2018-06-01": dates("2018-06-01", "2018-06-01", "filed"),
    "pd=(2012 OR 2014)": Or((dates("2012-01-01", "2012-12-31"), dates("2014-01-01", "2014-12-31"))),
    "year=2021": Value("year", "2021"),
    "year>=2015": dates("2015-01-01", ""),
    "year=2015-2018": dates("2015-01-01", "2018-12-31"),
}

CLASSES = {
    "ipc=A61K31/00": Value("ipc", "A61K 31/00"),
    "ipc=A61K 31/00": Value("ipc", "A61K 31/00"),
    'ipc="a61k 31/00"': Value("ipc", "A61K 31/00"),
    "ipc=A61K0031000000": Value("ipc", "A61K 31/00"),
    "ipc=A61K31": Value("ipc", "A61K 31/00"),
    "ipc=A61K31/low": Value("ipc", "A61K 31/00"),
    "cpc=F03G7/10/low": Value("cpc", "F03G 7/10"),
    "IC:(H04L 9* OR H04L12/28)": Or((Value("ipc", "H04L 9/00"), Value("ipc", "H04L 12/28"))),
    "ipc=A61K": Value("ipc", "A61K"),
    "ipc=A61K*": Value("ipc", "A61K"),
    "IC:A61": Value("ipc", "A61"),
    "ipc=A": Value("ipc", "A"),
    "IC_EX:(A61K31/00 OR C07D)": Or((Value("ipc", "A61K 31/00"), Value("ipc", "C07D"))),
    'ipc any "A61K 31/00, C07D"': Or((Value("ipc", "A61K 31/00"), Value("ipc", "C07D"))),
    'ipc all "A61K 31/00 C07D"': And((Value("ipc", "A61K 31/00"), Value("ipc", "C07D"))),
    "cpc=Y02W30/62": Value("cpc", "Y02W 30/62"),
    "A61K 31/00": Value("class", "A61K 31/00"),
    "A61K 31/00 C07D213/02": And((Value("class", "A61K 31/00"), Value("class", "C07D 213/02"))),
    "c07d rice": And((Value("class", "C07D"), word("rice"))),
    "A61K*": Value("class", "A61K"),
    "cl=C01B33/12": Value("class", "C01B 33/12"),
    "cl=(A61K OR A61P)": Or((Value("class", "A61K"), Value("class", "A61P"))),
    'cl="A61K 31/00"': Value("class", "A61K 31/00"),
    "cl=silica": word("silica", "claims"),
    "EN_CL:silica": word("silica", "claims"),
}

NUMBERS = {
    "102012004079": number("102012004079"),
    "BR 10 2012 004079-3 A2": number("BR 10 2012 004079-3 A2"),
    "BR\u00a010\u00a02012\u00a0004\u00ad079-3": number("BR 10 2012 004079-3"),
    "ＢＲ１０２０１２００４０７９": number("BR102012004079"),
    "[BR]102012004079 (A2)": number("[BR]102012004079 (A2)"),
    "MX/a/2015/012345 (MX)": number("MX/a/2015/012345 (MX)"),
    "PCT/BR2012/000123": number("PCT/BR2012/000123"),
    "WO 2015/012345 A1": number("WO 2015/012345 A1"),
    "US14/123,456": number("US14/123,456"),
    "1234/DEL/2015": number("1234/DEL/2015"),
    "VN 1-2015-01234": number("VN 1-2015-01234"),
    "MY-123456-A": number("MY-123456-A"),
    "AP/P/2015/001234": number("AP/P/2015/001234"),
    "IN/1234/DEL/2015": number("IN/1234/DEL/2015"),
    "PI0401234-5": number("PI0401234-5"),
    "123456": number("123456"),  # alone: nothing else could be meant
    "123456 rpm": And((word("123456"), word("rpm"))),
    "1234567 valve": And((number("1234567"), word("valve"))),
    "EP1234567 US7654321": Or((number("EP1234567"), number("US7654321"))),
    "EP1234567\nUS7654321\r\nBR 10 2012 004079-3": Or(
        (number("EP1234567"), number("US7654321"), number("BR 10 2012 004079-3"))
    ),
    "EP1234567, US7654321; valve": And((Or((number("EP1234567"), number("US7654321"))), word("valve"))),
    "EP1234567 AND US7654321": And((number("EP1234567"), number("US7654321"))),
    "pn=EP 1234567 A1": number("EP 1234567 A1", "publication_number"),
    "PN:WO2015012345": number("WO2015012345", "publication_number"),
    "pn=(EP1234567 EP7654321)": Or(
        (number("EP1234567", "publication_number"), number("EP7654321", "publication_number"))
    ),
    "pn=EP1234567, EP7654321": Or(
        (number("EP1234567", "publication_number"), number("EP7654321", "publication_number"))
    ),
    'ap="BR 10 2012 004079-3"': number("BR 10 2012 004079-3", "application_number"),
    'ap="US14/123,456"': number("US14/123,456", "application_number"),
    'num any "EP1234567 BR 10 2012 004079-3"': Or((number("EP1234567"), number("BR 10 2012 004079-3"))),
    "ALLNUM:EP1234567": number("EP1234567"),
    "AN:102012004079": number("102012004079", "application_number"),
    "an=1234/DELNP/2015": number("1234/DELNP/2015", "application_number"),
    "an=Samsung": word("Samsung", "applicant"),
    'AN:("3M Company")': phrase("3M Company", "applicant"),
    "pn=TH": Value("office", "TH"),
    "pn=th*": Value("office", "TH"),
    "pn=EP and pr=GB": And((Value("office", "EP"), pattern("GB*", "priority_number"))),
    "EP 1 234 567 B1": number("EP 1 234 567 B1"),
    "US 8,123,456 B2": number("US 8,123,456 B2"),
    "ID/P/2015/01234": number("ID/P/2015/01234"),
    "no. 1234567": And((word("no"), number("1234567"))),
}

LISTS = {
    "cc=VN": Value("office", "VN"),
    "cc=vn": Value("office", "VN"),
    "cc=Viet Nam": Value("office", "VN"),
    "cc=Viet Nam rice": And((Value("office", "VN"), word("rice"))),
    'CTR:"Brazil"': Value("office", "BR"),
    "cc=(VN OR TH)": Or((Value("office", "VN"), Value("office", "TH"))),
    "cc=(VN TH)": Or((Value("office", "VN"), Value("office", "TH"))),
    "cc=VN,TH": Or((Value("office", "VN"), Value("office", "TH"))),
    "cc=VN cc=TH": Or((Value("office", "VN"), Value("office", "TH"))),
    'cc any "VN TH"': Or((Value("office", "VN"), Value("office", "TH"))),
    "cc<>VN": Not(Value("office", "VN")),
    "cc=TH pd=2022": And((Value("office", "TH"), dates("2022-01-01", "2022-12-31"))),
    "rt=utility model": Value("right", "utility_model"),
    "rt=Utility_Model": Value("right", "utility_model"),
    "kd=b1": Value("kind", "B1"),
    "lang=th": Value("language", "th"),
    "lang=Thai": Value("language", "th"),
    "ls=in force": Value("status", "in_force"),
    "ls=ended": Value("status", "ended"),
    "has=claims.en": Value("has", "claims.en"),
    "has=claims.en.machine": Value("has", "claims.en.machine"),
    "has=abstract.th": Value("has", "abstract.th"),
    "ipc=*": Value("has", "ipc"),
    "has=(title claims)": And((Value("has", "title"), Value("has", "claims"))),
    "samsung VN 201506": And((word("samsung"), word("VN"), dates("2015-06-01", "2015-06-30"))),
    "rice 2015-06": And((word("rice"), dates("2015-06-01", "2015-06-30"))),
    "rice 2012..2014": And((word("rice"), dates("2012-01-01", "2014-12-31"))),
}

TABLES = (OPERATORS, WORDS, TRUNCATION, FIELDS, NEARNESS, DATES, CLASSES, NUMBERS, LISTS)


@pytest.mark.parametrize(("query", "tree"), [row for table in TABLES for row in table.items()])
def test_a_query_means_its_tree(query, tree):
    assert parse(query).node == tree


WARNINGS = {
    "a b": [],
    "a AND b OR c": ["AND binds tighter than OR"],
    "(a AND b) OR c": [],
    "a b OR c": ["AND binds tighter than OR"],
    "a OR b OR c": [],
    "colo?r": ["one letter or none"],
    "wheel+": ["read as wheel*"],
    "cl=A61K": ["IPC or CPC class; for claims write claims="],
    "cl=silica": ["claims; for a class write class="],
    "an=Samsung": ["applicant or owner; for the application number write ap="],
    "an=102012004079": ["application number; for the applicant write pa="],
    "PD:2015": ["not the priority date"],
    "pd=2015": [],
    "IC_EX:A61K": ["groups below"],
    "ES_TI:bomba": ["text in Spanish"],
    "EN_TI:pump": [],
    "ti=rice husk": ["write ti=(rice husk)"],
    'ti="rice" husk': [],
    "EP1234567 US7654321": ["alternatives"],
    "samsung VN 201506": ["write cc=VN", "num=201506"],
    "solar 2015": ["write pd=2015"],
    "IS IT NEW": [],
    "siemens brazil": ["write cc=BR"],
    "pn=TH": ["read as cc=TH"],
    "PCT/2020/080359": ["PCT/IB2020/080359"],
    "pd=2558": ["Buddhist calendar, as 2015"],
    "pd=2014..2012": ["the other way round"],
    "year>=2015": ["date of any publication"],
    "a NEAR2 b NEAR3 c": ["Several NEAR"],
    "silica ☕ ☕": ["“☕” cannot be searched"],
    "silica -alumina": ["write NOT"],
    "silica - alumina": [],
}


@pytest.mark.parametrize(("query", "said"), WARNINGS.items())
def test_what_is_not_taken_as_written_is_said(query, said):
    warnings = parse(query).warnings
    assert len(warnings) == len(said)
    assert all(any(piece in warning for warning in warnings) for piece in said)


def test_nodes_carry_their_place_in_the_text_as_pasted():
    query = "“rice\u00ad husk” AND  ti=ｓｉｌｉｃａ pd=2015"
    text, title, when = parse(query).node.nodes
    places = [query[slice(*node.span)] for node in (text, title, when)]
    assert places == ["“rice\u00ad husk”", "ｓｉｌｉｃａ", "2015"]


def test_a_near_spans_both_operands():
    query = "x AND ti=(a NEAR3 b*)"
    near = parse(query).node.nodes[1]
    assert query[slice(*near.span)] == "a NEAR3 b*"
