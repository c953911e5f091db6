"""Numbers as search reports, letters, PDF files and exports of registers cite them: what stands before, between and within them.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws.
"""

_LEFT_OUT, _ANY = "of them is sought", "alternatives: any of them"

# Words of Portuguese, Spanish and French between numbers and before them, and letters that count them.
IN_A_SENTENCE = {
    "EP1792486A2 e EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "EP1792486A2 y EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "EP1792486A2 et EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "EP1792486A2 o EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "EP1792486A2 u EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "EP1792486A2 ou EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "BR 10 2012 004079-4 e PI 0412345-0": ('num=("BR 10 2012 004079-4" OR "PI 0412345-0")', _LEFT_OUT, _ANY),
    "10 2012 004079-4 e 10 2012 004080-8": ('num=("10 2012 004079-4" OR "10 2012 004080-8")', _LEFT_OUT, _ANY),
    "EP1792486 A e EP0430402 B": ('num=(EP1792486 OR "EP0430402 B")', _LEFT_OUT, _ANY),
    "a EP 1792486 A2": ('num="EP 1792486 A2"', _LEFT_OUT),
    "de EP0430402B": ("num=EP0430402B", _LEFT_OUT),
    "a) EP1792486A2\nb) EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "a 2015 01234": ('num="a 2015 01234"',),
    "u 2015 01234": ('num="u 2015 01234"',),
    "br PI 0412345-0": ('num="br PI 0412345-0"',),
    "de 10 2020 105 298.7": ('num="de 10 2020 105 298.7"',),
    "silica e EP0430402B": ("silica AND e AND num=EP0430402B", "NOT, NEAR5 and ADJ1"),
    "10 2012 004079-4 e casca": ('num="10 2012 004079-4" AND e AND casca', "NOT, NEAR5 and ADJ1"),
}

# With the kind code before the number.
KIND_BEFORE = {
    "EP-A-1 792 486": ('num="EP-A-1 792 486"',),
    "EP-A-1792486 or EP-B-0430402": ('num=("EP-A-1792486" OR "EP-B-0430402")',),
    "silica AND BR-A2-112014026138": ('silica AND num="BR-A2-112014026138"',),
}

# What numbers begin with, with their separators, in a field and without.
TRUNCATED = {
    "pn=MX/a/2019*": ('pn="MX/A/2019*"',),
    "pn=1/2018*": ('pn="1/2018*"',),
    "ap=1-2021-*": ('ap="1-2021-*"',),
    "ap=1-2021-015*": ('ap="1-2021-015*"',),
    'ap="1-2021-015*"': ('ap="1-2021-015*"',),
    "pn=NC2019/*": ('pn="NC2019/*"',),
    "ap=5491/DELNP/*": ('ap="5491/DELNP/*"',),
    "pn=LA/P/2020*": ('pn="LA/P/2020*"',),
    "pn=BR 10 2012*": ('pn="BR 10 2012*"',),
    "pn=(MX/a/2019* OR NC2019/*)": ('pn=("MX/A/2019*" OR "NC2019/*")',),
    "pn=EP1792486, EP04304*": ("pn=(EP1792486 OR EP04304*)",),
    "EP1792486*": ("num=EP1792486*",),
    "silica AND EP 0 430 4*": ('silica AND num="EP 0 430 4*"',),
    "BR 10 2012 00* rice": ('num="BR 10 2012 00*" AND rice',),
    "MX/a/2019*": ('num="MX/A/2019*"',),
    "CO2* H2SO4* 5-hydroxy*": ("txt=(CO2* AND H2SO4* AND 5-hydroxy*)",),
    "CAS 7631-86-9*": ("txt=(CAS AND 7631-86-9*)",),
    "pn=EP1792486 AND husk*": ("pn=EP1792486 AND husk*",),
}

# Without separators, with blanks around them, and other signs for them.
SEPARATED = {
    "5491DELNP2012": ("num=5491DELNP2012",),
    "IN5491DELNP2012": ("num=IN5491DELNP2012",),
    "2022PID13540": ("num=2022PID13540",),
    "ID_2022PID13540_A.pdf": ("num=ID_2022PID13540_A", "number was left out"),
    "MXa2019004417": ("num=MXa2019004417",),
    "EP077383446": ("num=EP077383446",),
    "DKPA202000270": ("num=DKPA202000270",),
    "MX / a / 2019 / 004417": ('num="MX / a / 2019 / 004417"',),
    "NC2022 / 0002418": ('num="NC2022 / 0002418"',),
    "5491 / DELNP / 2012": ('num="5491 / DELNP / 2012"',),
    "5491 DELNP 2012": ('num="5491 DELNP 2012"',),
    "100 del 2019": ("txt=(100 AND del AND 2019)", "the year write pd=2019"),
    "1234567 / 7654321": ("num=(1234567 OR 7654321)", _ANY),
    "EP1792486A2 / EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _ANY),
    "rice / 2019 / husk": ("txt=(rice AND 2019 AND husk)", "the year write pd=2019"),
    "WO 2021\N{DIVISION SLASH}074158": ('num="WO 2021/074158"',),
    "WO2021/74158": ('num="WO2021/74158"',),
    "PCT/CN19/114253": ('num="PCT/CN19/114253"',),
}

# The office or the kind code in round brackets.
BRACKETED = {
    "(BR) PI 0808398-3": ('num="(BR) PI 0808398-3"',),
    "(BR) PI 0808398-3 AND rice": ('num="(BR) PI 0808398-3" AND rice',),
    "((BR) PI 0808398-3 OR rice)": ('num="(BR) PI 0808398-3" OR rice',),
    "(EG) 31288": ('num="(EG) 31288"',),
    "31288 (EG)": ('num="31288 (EG)"',),
    "31288 (A)": ('num="31288 (A)"',),
    "MY-196107-A (A)": ('num="MY-196107-A (A)"',),
    "(EP) 1792486, (EP) 0430402": ('num=("(EP) 1792486" OR "(EP) 0430402")', _ANY),
    "(US) rice": ("US AND rice", "the office write cc=US"),
    "cc=(BR) PI 0808398-3": ('cc=BR AND num="PI 0808398-3"',),
}

# Cells of tables, lines of PDF files, and what names the office before a number.
IN_TABLES_AND_LINES = {
    "BR 11 2014\n026138-5": ('num="BR 11 2014 026138-5"', _LEFT_OUT),
    "10 2012\n004079-4": ('num="10 2012 004079-4"', _LEFT_OUT),
    "VN 1-2015-\n00123": ('num="VN 1-2015- 00123"', _LEFT_OUT),
    "EP1792486A2\nEP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _ANY),
    "31288\n30412": ("num=(31288 OR 30412)", _ANY),
    "1\tEP1792486A2\n2\tEP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "1,EP1792486A2\n2,EP0430402B": ("num=(EP1792486A2 OR EP0430402B)", _LEFT_OUT, _ANY),
    "1\t10 2012 004079-4\n2\tPI 0412345-0": ('num=("10 2012 004079-4" OR "PI 0412345-0")', _LEFT_OUT, _ANY),
    "rice hu-\nsk": ("rice AND husk", "line as one word"),
    "№ 31288": ("num=31288", _LEFT_OUT),
    "# PI 0808398-3": ('num="PI 0808398-3"', _LEFT_OUT),
    "BR: PI 0808398-3": ('num="BR PI 0808398-3"', _LEFT_OUT),
    "IN: 5491/DELNP/2012": ('num="IN 5491/DELNP/2012"', _LEFT_OUT),
    "in: bosch": ("in=bosch",),
    "AD: 20190101": ("ad=2019-01-01",),
    "U.S. Provisional Application No. 61/604,588": ('num="US 61/604,588"', _LEFT_OUT),
    "US Application No. 61/604,588": ('num="US 61/604,588"', _LEFT_OUT),
    "European Patent Application No. 07738344.6": ('num="EP 07738344.6"', _LEFT_OUT),
    "International Application No. PCT/CN2019/114253": ('num="PCT/CN2019/114253"', _LEFT_OUT),
}

READ = [IN_A_SENTENCE, KIND_BEFORE, TRUNCATED, SEPARATED, BRACKETED, IN_TABLES_AND_LINES]
REFUSED: list[dict[str, tuple[str, str, str]]] = []
