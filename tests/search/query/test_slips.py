"""Slips, pastes and languages of other trades: SQL, half-known codes, dates, lists, names, and plain nonsense.

Every row is a query as it is typed: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

import pytest

from tests.search.query.shapes import read_with_warnings, refused

SQL = {
    "title LIKE '%solar%'": ("ti=*solar*", "# for exactly one"),
    "ti like '%solar cell%'": ('ti="solar cell"',),
    "pd BETWEEN 2015 AND 2018": ("pd=2015..2018",),
    "pd between '2015-01-01' and '2018-12-31'": ("pd=2015..2018",),
    "pa='siemens'": ('pa="siemens"',),
    "pa = 'siemens' AND cc IN ('BR','MX')": ('pa="siemens" AND cc=(BR OR MX)',),
    "cc in (BR, MX)": ("cc=(BR OR MX)",),
    "ti!=solar": ("ti=(NOT solar)",),
    'ti<>"solar cell"': ('ti=(NOT "solar cell")',),
    "pa IS NULL": ("pa AND IS AND NULL", "the value behind it"),
    "%solar%": ("*solar*", "# for exactly one"),
    "solar && cell": ("solar AND cell",),
    "solar || wind": ("solar OR wind",),
    "solar & wind": ("solar AND wind",),
    "solar | wind": ("solar OR wind",),
    "solar, cell; wind": ("solar AND cell AND wind",),
}

SQL_REFUSED = {
    "SELECT * FROM patents WHERE title LIKE '%solar%'": (
        "This is SQL. Write the condition",
        "SELECT * FROM patents WHERE title LIKE '%solar%'",
        "title LIKE '%solar%'",
    ),
    "SELECT * FROM patents": ("This is SQL. Write the condition", "SELECT * FROM patents", ""),
    "/sol.*r/": ("Regular expressions are not known here;", "/sol.*r/", ""),
    "ti=/sol.*/": ("Regular expressions are not known here;", "/sol.*/", ""),
    "solar XOR wind": ("XOR is not known here; write", "XOR", ""),
}

MISTYPED = {
    "pubdate=2019": ("pd=2019",),
    "publication date: 2019": ("txt=(publication AND date AND 2019)", "the year write pd=2019"),
    "title = solar": ("ti=solar",),
    "solar NEAR cell NEAR panel": ("(solar NEAR5 cell) AND (cell NEAR5 panel)", "between its two neighbours"),
    "solar W5 cell": ("txt=(solar AND W5 AND cell)", "an operator write NEAR5"),
    "solar w/5 cell": ("solar NEAR5 cell",),
    "solar n5 cell": ("txt=(solar AND n5 AND cell)", "an operator write NEAR5"),
    "solar /5 cell": ("txt=(solar AND 5 AND cell)", "an operator write NEAR5"),
}

MISTYPED_REFUSED = {
    "tii=solar": ("“tii” is not a field. The", "tii", "ti=solar"),
    "tittle:solar": ("“tittle” is not a field. The", "tittle", "ti:solar"),
    "abstrct=solar": ("“abstrct” is not a field. The", "abstrct", "ab=solar"),
    "inventr=smith": ("“inventr” is not a field. The", "inventr", "in=smith"),
    "ti = = solar": ("“=” needs a field before it,", "=", "ti =  solar"),
    "ti=solar and": ("“and” needs something after it", "and", "ti=solar"),
    "and solar": ("“and” needs something before it; as", "and", "solar"),
    "solar and or wind": ("“or” needs something before it; as", "or", "solar and  wind"),
    "(solar": ("This bracket is never closed", "(", "(solar)"),
    "solar)": ("This bracket closes nothing", ")", "solar"),
    '"solar': ("A quotation mark is opened here", '"solar', '"solar"'),
    'solar"': ("A quotation mark is opened here", '"', "solar"),
    "ti=(solar and (cell)": ("This bracket is never closed", "(", "ti=(solar and (cell))"),
    "NEAR5 cell": ("“NEAR5” needs something before it; as", "NEAR5", "cell"),
}

VALUES = {
    "ti=2019": ("ti=2019",),
    "2019": ("num=2019", "the year write pd=2019"),
    "2019-2021": ("txt=2019-2021", "the year write pd=2019..2021"),
    "2019..2021": ("pd=2019..2021", "the words quote them"),
    "January 2019": ("txt=(January AND 2019)", "the year write pd=2019"),
    "01/02/2019": ("pd=2019-02-01", "the words quote them"),
    "2019年": ("txt=2019年",),
    "EP1000000 B1": ('num="EP1000000 B1"',),
    "201741012345": ("num=201741012345",),
    "A61K 31/00": ("class=A61K31/00",),
    "A61K31/00 C07D213/02": ("class=(A61K31/00 AND C07D213/02)",),
    "A61K-31/00": ("class=A61K31/00",),
    "a61k": ("class=A61K",),
    "H04L 9": ("class=H04L9/00",),
    "siemens brazil 2019": ("txt=(siemens AND brazil AND 2019)", "the office write cc=BR", "the year write pd=2019"),
    "samsung VN 201506": ("samsung AND VN AND pd=2015-06", "the office write cc=VN", "the words quote them"),
    "cc=Brasil": ("cc=BR",),
    "cc=Brazil": ("cc=BR",),
    "cc=brazil or mexico": ("cc=BR OR mexico", "the office write cc=MX"),
    "cc=XX": ("cc=XX",),
    "kd=A1": ("kd=A1",),
    "kd=(A1 or A2)": ("kd=(A1 OR A2)",),
    "ls=active": ("ls=in_force",),
    "rt=patent": ("rt=patent",),
    "lang=spanish": ("lang=es",),
    "lang=es": ("lang=es",),
    "has=claims.en": ("has=claims.en",),
    "year=2019": ("year=2019",),
    "year=2019-2021": ("pd=2019..2021", "date of any publication"),
    "year>=2019": ("pd>=2019", "date of any publication"),
    "py=2019-2021": ("pd=2019..2021", "date of any publication"),
    "ay=2019": ("ad=2019",),
}

VALUES_REFUSED = {
    "kd=granted": ("“granted” is not a value of", "granted", ""),
    "ls=granted": ("“granted” is not a value of", "granted", ""),
    "has=drawing": ("“drawing” is not a value of", "drawing", ""),
}

ODDITIES = {
    "a^": ("a", "always counts for more"),
    '"a"~': ('"a"', "and was left out"),
    "1/2": ("txt=1/2",),
    "10~20 mm": ("txt=(10~20 AND mm)",),
    "50%": ("txt=50%",),
    "C++": ("C++",),
    "R&D": ("R&D",),
    "H2O": ("txt=H2O",),
    "pH 7": ("txt=(pH AND 7)",),
    "α-tocopherol": ("α-tocopherol",),
    "Cα": ("Cα",),
    "naïve Bayes": ("naïve AND Bayes",),
    "solar cell?": ("solar AND cell?", "for any number *"),
    '"what is claimed"': ('"what is claimed"',),
    'ti:"solar cell" AND (ab:perovskite OR cl:perovskite) AND ipc:H01L AND pd>=2019 AND cc:(VN OR TH)': (
        'ti="solar cell" AND (ab=perovskite OR claims=perovskite) AND ipc=H01L AND pd>=2019 AND cc=(VN OR TH)',
        "a class write class=",
    ),
    "prd<2018": ("prd<=2017",),
    "prd>=2017 and prd<=2018": ("prd=2017..2018",),
    "pr=US and prd=2018": ("pr=US* AND prd=2018",),
    "lrep=Souza": ("rp=Souza",),
    'agent="Momsen"': ('rp="Momsen"',),
    "pn=EP1000000A1": ("pn=EP1000000A1",),
    "pa=siemens*": ("pa=siemens*",),
    "pa=?iemens": ("pa=?iemens", "for any number *"),
    'pa="siemens a*"': ('pa="siemens a*"',),
    'pa any "siemens bosch"': ("pa=(siemens OR bosch)",),
    'pa all "siemens healthcare"': ("pa=(siemens AND healthcare)",),
    "pa=siemens~": ("pa=siemens~1",),
    "in=(smith NEAR2 john)": ("in=(smith NEAR2 john)",),
    'in="smith, john"': ('in="smith, john"',),
}

ODDITIES_REFUSED = {
    "@": ("There is no word, number or", "@", ""),
    "ti=@": ("Title needs a value here, as", "", ""),
    '"~"': ("There is nothing to search for", '"~"', ""),
    "~": ("There is no word, number or", "~", ""),
    "^": ("There is no word, number or", "^", ""),
    "a~": ("“~” goes after a whole word", "a~", "a"),
    "*~": ("“~” goes after a whole word", "*~", "*"),
    "~~~": ("There is no word, number or", "~~~", ""),
    "silica~1~2": ("“~” goes after a word of", "silica~1~2", ""),
    "loc=09-01": ("Locarno classes are not searchable yet;", "loc", ""),
    "nice=25": ("Nice classes are not searchable yet;", "nice", ""),
    "pn=EP*A1": ("Of a truncated number the kind", "pn=EP*A1", "(pn=EP* AND kd=A1)"),
    'pn within "EP1000000 EP1000010"': ("“within” compares dates; publication number is", '"EP1000000 EP1000010"', ""),
    "ipc=A61K31/00..A61K35/00": ("Classes have no ranges here; write", "A61K31/00..", ""),
    "ipc=A61K31/00-35/00": ("Classes have no ranges here; write", "A61K31/00-", ""),
}

HALF_KNOWN = {
    "solar BEFORE cell": ("solar AND BEFORE AND cell", "NOT, NEAR5 and ADJ1"),
    "ti=(solar BEFORE cell)": ("ti=(solar AND BEFORE AND cell)", "NOT, NEAR5 and ADJ1"),
    "IS IT NEW": ("IS AND IT AND NEW",),
    "SOLAR ET CELL": ("SOLAR AND ET AND CELL", "the office write cc=ET"),
    "cc IN ('BR','MX')": ("cc=(BR OR MX)",),
    'pa in ("siemens", "bosch")': ("pa=(siemens OR bosch)",),
    "rice in (water)": ("rice AND in AND water",),
    "AE=siemens": ("pa=siemens",),
    "TS=(solar cell)": ("solar AND cell",),
    "H04L 9 AND solar": ("class=H04L9/00 AND solar",),
    "H04L 9 solar": ("class=H04L AND txt=9 AND solar",),
    "solar 2019-2021": ("txt=(solar AND 2019-2021)", "the year write pd=2019..2021"),
    "ipc=H04L and ipc=H04W": ("ipc=(H04L AND H04W)",),
}

HALF_KNOWN_REFUSED = {
    "ipc=[A61K31/00 TO A61K35/00]": ("“[ TO ]” is a range", "[", ""),
    "ipc=(A61K31/00 - A61K35/00)": ("Classes have no ranges here; write", "A61K31/00 - ", ""),
    "pn=EP1000000..EP1000010": ("Numbers have no ranges here; write", "EP1000000..", ""),
    "pn=[EP1000000 TO EP1000010]": ("“[ TO ]” is a range", "[", ""),
    "pn=EP1000000-EP1000010": ("Numbers have no ranges here; write", "EP1000000-", ""),
    "pn=EP1*A1 and ti=x": ("Of a truncated number the kind", "pn=EP1*A1", "(pn=EP1* AND kd=A1) and ti=x"),
}

SIDE_BY_SIDE = {
    "ipc=H04L H04W": ("ipc=H04L AND class=H04W", "field write ipc=(H04L H04W)"),
    "cpc=Y02E10/50 or cpc=H01L31/04": ("cpc=(Y02E10/50 OR H01L31/04)",),
    "claims=1": ("claims=1",),
    "claims=(a NEAR3 b) and desc=(c ADJ2 d)": ("claims=(a NEAR3 b) AND desc=(c ADJ2 d)",),
    "ab=(fuel NEAR2 (cell OR stack*))": ("ab=(fuel NEAR2 (cell OR stack*))",),
    "(ti=solar or ab=solar) and (ti=cell or ab=cell)": ("(ti=solar OR ab=solar) AND (ti=cell OR ab=cell)",),
    "ti=solar NEAR3 cell": ("ti=(solar NEAR3 cell)",),
}

SIDE_BY_SIDE_REFUSED = {
    'ipc="H04L H04W"': ("Several symbols need an operator between", '"H04L H04W"', "ipc=(H04L OR H04W)"),
    'ipc="H04L, H04W"': ("Several symbols need an operator between", '"H04L, H04W"', "ipc=(H04L OR H04W)"),
    "ti=solar NEAR3 ab=cell": ("Both sides of NEAR must be", "ti=solar NEAR3 ab=cell", ""),
}

DATES = {
    "pd=20190101": ("pd=2019-01-01",),
    "pd=2019-01-01..2020-12-31": ("pd=2019..2020",),
    "pd=01.01.2019-31.12.2020": ("pd=2019..2020",),
    "pd=01/2019": ("pd=2019-01",),
    "pd=2019/01": ("pd=2019-01",),
    "pd=2019/01/15": ("pd=2019-01-15",),
    "pd=15 Jan 2019": ("pd=2019-01-15",),
    "pd=January 2019": ("pd=2019-01",),
    'pd="15 January 2019"': ("pd=2019-01-15",),
    "pd=15-01-2019": ("pd=2019-01-15",),
    "pd:2019..": ("pd>=2019",),
    "pd:..2019": ("pd<=2019",),
    "pd<=2019-06-30": ("pd<=2019-06",),
    "pd in (2019, 2020)": ("pd=2019 OR pd=2020",),
    "pd=(2019 or 2020)": ("pd=2019 OR pd=2020",),
    "pd=2562": ("pd=2019", "Buddhist calendar, as 2019"),
    "ad=2018 pd=2019": ("ad=2018 AND pd=2019",),
    "ad>2018 and ad<2020": ("ad=2019",),
    "pd=2018 - 2020": ("pd=2018..2020",),
    "pd=2018 to 2020": ("pd=2018..2020",),
    "pd:[2018 - 2020]": ("pd=2018..2020",),
    "pd:[2018,2020]": ("pd=2018..2020",),
    "pd={2018 TO 2020}": ("pd=2018..2020",),
    "year=[2018 TO 2020]": ("pd=2018..2020", "date of any publication"),
    "year in (2018, 2019)": ("year=(2018 OR 2019)",),
    "cc=(BR and MX)": ("cc=(BR AND MX)", "find none. Write OR"),
    "cc=BR/MX": ("cc=(BR OR MX)",),
    "cc=BR;MX": ("cc=(BR OR MX)",),
    "cc=BR MX": ("cc=BR AND MX", "the office write cc=MX"),
    "cc=brasil,méxico": ("cc=(BR OR MX)",),
    "cc=VN* ": ("cc=VN*",),
    "cc=?N": ("cc=?N",),
    "cc=EP OR WO solar": ("cc=EP OR (WO AND solar)", "the office write cc=WO", "c. Brackets say otherwise"),
    "office=Viet Nam and ti=rice": ("cc=VN AND ti=rice",),
}

DATES_REFUSED = {
    "pd=2019-W05": ("“2019-” is not a date in", "2019-", ""),
    "pd=last 5 years": ("“last” is not a date in", "last", ""),
    "pd=1398": ("“1398” is not a date in", "1398", ""),
    "pd=令和元年": ("“令和元年” is not a date in", "令和元年", ""),
    "2018<pd<2020": ("“<” needs a field before it,", "<", ""),
}

LISTS = {
    'rt="utility model"': ("rt=utility_model",),
    "rt=(patent or utility model)": ("rt=(patent OR utility_model)",),
    "rt=um": ("rt=utility_model",),
    'ls="in force"': ("ls=in_force",),
    "ls=in force and cc=BR": ("ls=in_force AND cc=BR",),
    "kd=B": ("kd=B",),
    "kd=B*": ("kd=B*",),
    "kd=A1,A2": ("kd=(A1 OR A2)",),
    'kd="A1 A2"': ("kd=(A1 OR A2)",),
    "lang=pt-BR": ("lang=pt",),
    "lang=por": ("lang=pt",),
    "lang=chinese": ("lang=zh",),
    "has=abstract and not has=claims": ("has=(abstract NOT claims)",),
    "has=claims.en or has=claims.original": ("has=(claims.en OR claims.original)",),
    "has=(claims AND abstract)": ("has=(claims AND abstract)",),
    "NOT has=claims": ("has=(NOT claims)",),
}

LISTS_REFUSED = {
    "rt=gebrauchsmuster": ("“gebrauchsmuster” is not a value of", "gebrauchsmuster", ""),
    "ls=not pending": ("“not” needs something before it; as", "not", ""),
    "lang=zz": ("“zz” is not a value of", "zz", ""),
}

NAMES = {
    "in=SILVA, JOÃO": ("in=SILVA AND JOÃO", "field write in=(SILVA JOÃO)"),
    'in="SILVA, JOÃO"': ('in="SILVA, JOÃO"',),
    "in=João da Silva": ("in=João AND da AND Silva", "write in=(João da Silva)"),
    "pa=Petróleo Brasileiro S.A. - Petrobras": (
        "pa=Petróleo AND Brasileiro AND S.A AND Petrobras",
        "pa=(Petróleo Brasileiro S.A Petrobras)",
    ),
    'pa="PETROLEO BRASILEIRO S.A. - PETROBRAS"': ('pa="PETROLEO BRASILEIRO S.A. - PETROBRAS"',),
    "pa=3M": ("pa=3M",),
    "pa=LG & co": ("pa=LG AND co",),
    "pa=AT&T": ("pa=AT&T",),
    'pa="procter & gamble"': ('pa="procter & gamble"',),
    "pa=procter & gamble": ("pa=procter AND gamble",),
    "pa=บริษัท": ("pa=บริษัท",),
}

PASTED = {
    "«solar cell»": ('"solar cell"',),
    "„solar cell“": ('"solar cell"',),
    "‘solar cell’": ('"solar cell"',),
    "`solar cell`": ('"solar cell"',),
    "´solar cell´": ('"solar cell"',),
    "''solar cell''": ('"solar cell"',),
    "solar cell": ("solar AND cell",),
    "ti = solar": ("ti=solar",),
    "solar\u200bcell": ("solarcell",),
    "ＴＩ＝ｓｏｌａｒ": ("ti=solar",),
    "solar…": ("solar…",),
    "solar—cell": ("solar—cell",),
    "solar – wind": ("solar AND wind",),
    "{solar cell}": ("solar AND cell",),
    "solar;drop table": ("solar AND drop AND table",),
    "'; DROP TABLE records; --": ("DROP AND TABLE AND records",),
    "../../etc/passwd": ("etc/passwd",),
    "%00": ("txt=00",),
    "\\u0000": ("txt=u0000",),
    "solar\\cell": ("solar\\cell",),
    "solar\\*": ('"solar\\*"',),
}

PASTED_REFUSED = {
    '""solar cell""': ("There is nothing to search for", '""', "solar cell"),
    "ti=““solar cell””": ("There is nothing to search for", "““", "ti=solar cell"),
    "(solar AND cell))": ("This bracket closes nothing", ")", "(solar AND cell)"),
    "((solar AND cell)": ("This bracket is never closed", "(", "((solar AND cell))"),
    "<solar>": ("“<” needs a field before it,", "<", ""),
    "solar <b>cell</b>": ("“solar” is not a field. The", "solar", ""),
    "<script>alert(1)</script>": ("“<” needs a field before it,", "<", ""),
    "${jndi:ldap://x}": ("“jndi” is not a field. The", "jndi", ""),
    '"solar\\"cell"': ("A quotation mark is opened here", '"', '"solar\\"cell'),
}

READ = (SQL, MISTYPED, VALUES, ODDITIES, HALF_KNOWN, SIDE_BY_SIDE, DATES, LISTS, NAMES, PASTED)
REFUSED = (
    SQL_REFUSED,
    MISTYPED_REFUSED,
    VALUES_REFUSED,
    ODDITIES_REFUSED,
    HALF_KNOWN_REFUSED,
    SIDE_BY_SIDE_REFUSED,
    DATES_REFUSED,
    LISTS_REFUSED,
    PASTED_REFUSED,
)


@pytest.mark.parametrize(("query", "expected"), [row for table in READ for row in table.items()])
def test_what_is_written_there_is_read_or_said_to_be_read_otherwise(query, expected):
    written, *said = expected
    assert read_with_warnings(query) == (written, *said)


@pytest.mark.parametrize(("query", "expected"), [row for table in REFUSED for row in table.items()])
def test_what_cannot_be_read_is_named_placed_and_mended(query, expected):
    assert refused(query, expected[0]) == expected
