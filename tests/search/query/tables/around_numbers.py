"""Words, signs, enumerations and cells around numbers, as letters, registers, tables and file names have them.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws.
"""

# Letters of the text around are none of the number.
OF_PROSE = {
    "Co SD 1-2024-02520": ('Co AND SD AND num="1-2024-02520"', "the office write cc=SD"),
    "Có SD 10 2020 012345-9": ('Có AND SD AND num="10 2020 012345-9"', "the office write cc=SD"),
    "rice No PI 2013000144": ('rice AND No AND num="PI 2013000144"',),
    "vs EP0430402": ("vs AND num=EP0430402",),
    "KE AP/P/2005/003344": ('num="KE AP/P/2005/003344"',),
    "CZ PV 2001-1234567": ('num="CZ PV 2001-1234567"',),
    "Br 112022008972": ('num="Br 112022008972"',),
}

# Words of many languages before a number, and the offices that gave it.
LABELLED = {
    "pedido BR 10 2012 004079-4": ('num="BR 10 2012 004079-4"', "of them is sought"),
    "processo nº 10 2012 004079-4": ('num="10 2012 004079-4"', "of them is sought"),
    "Nº do Pedido: BR 10 2012 004079-4": ('num="BR 10 2012 004079-4"', "of them is sought"),
    "número de solicitud MX/a/2015/012345": ('num="MX/a/2015/012345"', "of them is sought"),
    "No. Permohonan: P00202001234": ("num=P00202001234", "of them is sought"),
    "Số đơn 1-2021-06714": ('num="1-2021-06714"', "of them is sought"),
    "Đơn số 1-2021-06714": ('num="1-2021-06714"', "of them is sought"),
    "заявка на изобретение a202001234": ("num=a202001234", "of them is sought"),
    "Aktenzeichen: 10 2012 004079.4": ('num="10 2012 004079.4"', "of them is sought"),
    "patent DE 10 2012 004079": ('num="DE 10 2012 004079"', "of them is sought"),
    "patent 2020": ("txt=(patent AND 2020)", "the year write pd=2020"),
    "pedido 2020": ("txt=(pedido AND 2020)", "the year write pd=2020"),
    "rice patent 1234567": ("rice AND patent AND num=1234567",),
    "EPO 1792486": ('num="EP 1792486"', "of them is sought"),
    "EP Patent No. 1792486": ('num="EP 1792486"', "of them is sought"),
    "EP Pat. 1792486": ('num="EP 1792486"', "of them is sought"),
    "IPOPHL 1-2015-012345": ('num="PH 1-2015-012345"', "of them is sought"),
}

# Words between numbers.
JOINED = {
    "EP1792486 und EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486; oder EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486 и EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486 và EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486 dan EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486和EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486 vs. EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486 and/or EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "either EP1792486 or EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought"),
    "U.S. Pat. Nos. 9,123,456 and 8,123,456": (
        'num=("US 9,123,456" OR "8,123,456")',
        "write US before each",
        "alternatives: any of them",
    ),
}

# Enumerations, headings, cells and several kind codes.
ENUMERATED = {
    "i. EP1792486 ii. EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "A. EP1792486 B. EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "1/ EP1792486 2/ EP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "D1 EP1792486": ("num=EP1792486", "of them is sought"),
    "EP1792486 AND [0012]": ("num=EP1792486 AND txt=0012",),
    "EP1792486 AND [0012]-[0015]": ("num=EP1792486 AND txt=0012 AND txt=0015",),
    "EP1792486 NOT [0012]": ("num=EP1792486 NOT txt=0012",),
    "EP1792486 AND [0012] OR EP0430402": (
        "(num=EP1792486 AND txt=0012) OR num=EP0430402",
        "c. Brackets say otherwise",
        "write num= before it",
    ),
    "[0012] AND EP1792486": ("txt=0012 AND num=EP1792486",),
    "[0003] EP1792486": ("num=EP1792486", "of them is sought"),
    "(pn) EP1792486": ("num=EP1792486", "of them is sought"),
    "<EP1792486A2>": ("num=EP1792486A2", "of them is sought"),
    "No\nEP1792486\nEP0430402": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "Publication Number,Title\nEP1792486\nEP0430402": (
        "num=(EP1792486 OR EP0430402)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "EP  1792486  A2": ('num="EP 1792486 A2"', "of them is sought"),
    '"EP","1792486","A2"': ('num="EP 1792486 A2"', "of them is sought"),
    "EP|1792486|A2": ('num="EP 1792486 A2"', "of them is sought"),
    "EP1792486A2/A3": ("num=EP1792486A2", "of them is sought"),
    "EP1792486 A2, A3": ('num="EP1792486 A2"', "of them is sought"),
}

# Signs within a number and between numbers, and names of files.
PARTED = {
    "10300.DELNP.2012": ("num=10300.DELNP.2012",),
    "10300\\DELNP\\2012": ('num="10300\\DELNP\\2012"',),
    "10300/DELNP/12": ('num="10300/DELNP/12"',),
    "1234/CHE/99": ('num="1234/CHE/99"',),
    "10300/DEL NP/2012": ('num="10300/DEL NP/2012"',),
    "EP1792486A2_full.pdf": ("num=EP1792486A2", "number was left out"),
    "EP1792486A2 (1).pdf": ("num=EP1792486A2", "number was left out"),
    "EP0430402B1/EP1792486A2": ("num=(EP0430402B1 OR EP1792486A2)", "alternatives: any of them"),
    "EP0430402B1/EP1792486A2 AND rice": ("num=(EP0430402B1 OR EP1792486A2) AND rice", "alternatives: any of them"),
    "1—2021—06714": ('num="1-2021-06714"',),
    "2015—2019": ("pd=2015..2019", "the words quote them"),
    "rice—husk": ("rice—husk",),
}

# Names of offices before a number, and what else letters write there.
OF_OFFICES = {
    "Vietnam 1-2021-06714": ('num="VN 1-2021-06714"', "of them is sought"),
    "Brazil BR 10 2012 004079-3": ('num="BR 10 2012 004079-3"', "of them is sought", "the other digits too"),
    "Vietnam 2015-2019": ("Vietnam AND pd=2015..2019", "the office write cc=VN", "the words quote them"),
    "model 12345": ("txt=(model AND 12345)",),
    "Mexican Patent Application No. MX/a/2015/012345": ('num="MX/a/2015/012345"', "of them is sought"),
    "DJKI P00202001234": ('num="ID P00202001234"', "of them is sought"),
    "European patent specification EP 1792486": ('num="EP 1792486"', "of them is sought"),
    "European Patent EP-B-1792486": ('num="EP-B-1792486"', "of them is sought"),
    "brevet européen n° 1792486": ('num="EP 1792486"', "of them is sought"),
    "EP no 1792486": ('num="EP 1792486"', "of them is sought"),
    "UA № 123456": ('num="UA 123456"', "of them is sought"),
    "PI nº 0412345-0": ('num="PI 0412345-0"', "of them is sought"),
    "P.I. 2013000144": ('num="PI 2013000144"', "of them is sought"),
    "USPN 9,123,456": ('num="US 9,123,456"', "of them is sought"),
    "USP9123456": ('num="US 9123456"', "of them is sought"),
    "USSN 14/123,456": ('num="US 14/123,456"', "of them is sought"),
    "US PG Pub. 2015/0123456": ('num="US 2015/0123456"', "of them is sought"),
    "Japanese Patent Laid-Open No. 2018-224617": ('num="JP 2018-224617"', "of them is sought"),
    "PCT Appl. No. PCT/CN2020/080359": ('num="PCT/CN2020/080359"', "of them is sought"),
    "PCT WO2020/009648": ('num="PCT WO2020/009648"',),
    "公开号 CN104123456A": ('num="公开号 CN104123456A"',),
    "国際公開第2020/009648号": ('num="国際公開第2020/009648号"',),
    "공개특허공보 제10-2018-0012345호": ('num="공개특허공보 제10-2018-0012345호"',),
}

# Blanks and signs within a number, cells, short years and citations.
SIGNED = {
    "p\u200bd≥2015": ("pd>=2015",),
    "BR 10 2012 004 079-3": ('num="BR 10 2012 004 079-3"', "the other digits too"),
    "10 2012 004079 - 3": ('num="10 2012 004079-3"', "of them is sought"),
    "MY - 130321 - A": ('num="MY-130321-A"', "of them is sought"),
    "1 - 2021": ("txt=(1 AND 2021)", "the year write pd=2021"),
    "2017 - 2019": ("pd=2017..2019", "the words quote them"),
    "MX\\a\\2015\\012345": ('num="MX/a/2015/012345"', "of them is sought"),
    "MX_a_2015_012345.pdf": ('num="MX/a/2015/012345"', "of them is sought", "number was left out"),
    "PCT_CN2020_080359": ('num="PCT/CN2020/080359"', "of them is sought"),
    "BR 10 2012 004079-3, A2": ('num="BR 10 2012 004079-3"', "of them is sought", "the other digits too"),
    "MY/130321/A": ('num="MY/130321/A"',),
    "MY,PI2013000144": ('num="MY PI2013000144"', "of them is sought"),
    "SG;10201501234P;A": ('num="SG 10201501234P A"', "of them is sought", "the other digits too"),
    "MX/a/15/012345": ('num="MX/a/15/012345"',),
    "JP P2018-224617A": ('num="JP P2018-224617A"',),
    "CN2020080359W": ("num=CN2020080359W",),
    "10300 /DELNP/ 2012": ('num="10300 /DELNP/ 2012"',),
    "10300/DEL/NP/2012": ('num="10300/DEL/NP/2012"',),
    "010300/DELNP/2012": ('num="010300/DELNP/2012"',),
    "IN2012DN10300A": ("num=IN2012DN10300A",),
    "202017012345-COMPLETE SPECIFICATION.pdf": ("num=202017012345", "number was left out"),
    "[D1] EP1792486": ("num=EP1792486", "of them is sought"),
    "D1 (EP1792486A2)": ("num=EP1792486A2", "of them is sought"),
    "Doc. 1: EP1792486": ("num=EP1792486", "of them is sought"),
    "X: EP1792486": ("num=EP1792486", "of them is sought"),
    "a_b_12345": ("txt=a_b_12345",),
    "100 del 2019": ("txt=(100 AND del AND 2019)", "the year write pd=2019"),
}

# Cyrillic letters of applications in Ukraine.
UKRAINIAN = {
    "а 2020 01234": ('num="a 2020 01234"', "ones they look like"),
    "UA а202001234": ('num="UA a202001234"', "ones they look like"),
    "УА у202001234": ('num="UA u202001234"', "ones they look like"),
    "заявка № а 2020 01234": ('num="a 2020 01234"', "ones they look like", "of them is sought"),
    "а202001234; а202001235": ("num=(a202001234 OR a202001235)", "ones they look like", "alternatives: any of them"),
    "а 2020 рік": ("txt=(а AND 2020 AND рік)", "the year write pd=2020"),
}

# The same in values of fields of numbers, in brackets and in operands; not in texts, nor in quotes.
IN_PARTS = {
    "pn=EP1792486 und EP0430402": ("pn=(EP1792486 OR EP0430402)", "of them is sought", "list: any of them"),
    "pn=(EP1792486, EP0430402 und EP1000000)": ("pn=(EP1792486 OR EP0430402 OR EP1000000)", "of them is sought"),
    'num="EP1792486 und EP0430402"': ("num=(EP1792486 OR EP0430402)", "read as EP1792486, EP0430402"),
    'num="EP1792486 and EP0430402"': ("num=(EP1792486 OR EP0430402)",),
    "ap=pedido 10 2012 004079-4": ('ap="10 2012 004079-4"', "of them is sought"),
    'pn="EPO 1792486"': ('pn="EP 1792486"', "read as EP 1792486"),
    'txt="EPO 1792486"': ('txt="EPO 1792486"',),
    '"patent 1234567" AND rice': ('txt=("patent 1234567" AND rice)',),
    "ti=patent 1234567": ("ti=patent AND num=1234567",),
    "ti=(patent 1234567)": ("ti=(patent AND 1234567)",),
    "ti=(rice AND patent 1234567)": ("ti=(rice AND patent AND 1234567)",),
    "pn=EP1792486A2/A3": ("pn=EP1792486A2", "of them is sought"),
    "pn=EP0430402B1/EP1792486A2": ("pn=(EP0430402B1 OR EP1792486A2)", "list: any of them"),
    "pn=EP  1792486  A2": ('pn="EP 1792486 A2"', "of them is sought"),
    "pn: EP1792486; EP0430402 and US9123456": (
        "pn=(EP1792486 OR EP0430402 OR US9123456)",
        "of them is sought",
        "list: any of them",
    ),
    "pedido BR 10 2012 004079-4 AND arroz": ('num="BR 10 2012 004079-4" AND arroz', "numbers was left out"),
    "arroz AND (EP1792486 und EP0430402)": (
        "arroz AND num=(EP1792486 OR EP0430402)",
        "numbers was left out",
        "alternatives: any of them",
    ),
    "ap=1 - 2021 - 06714": ('ap="1-2021-06714"', "of them is sought"),
    "rice AND (i. EP1792486 ii. EP0430402)": (
        "rice AND num=(EP1792486 OR EP0430402)",
        "numbers was left out",
        "alternatives: any of them",
    ),
    "EP1792486, EP0430402 and rice": ("num=(EP1792486 OR EP0430402) AND rice", "alternatives: any of them"),
    "pa=patent 1234567 OR rice": ("(pa=patent AND num=1234567) OR rice", "c. Brackets say otherwise"),
    "desc:number 1234567": ("desc=number AND num=1234567",),
    "rice AND US 2015": ("txt=(rice AND US AND 2015)", "the office write cc=US", "the year write pd=2015"),
    "KR AND 10-2018-0012345": ('KR AND num="10-2018-0012345"', "the office write cc=KR"),
    "cc=KR AND 10-2018-0012345": ('cc=KR AND num="10-2018-0012345"',),
    "pd=2015 AND patent 1234567": ("pd=2015 AND num=1234567", "numbers was left out"),
    "ipc=A61K AND EPO 1792486": ('ipc=A61K AND num="EP 1792486"', "numbers was left out"),
    "pr=US 62/123,456 and US 62/123,457": ('pr="US 62/123,456" AND num="US 62/123,457"',),
    "pn=EP1792486 or EP0430402": ("pn=(EP1792486 OR EP0430402)", "list: any of them"),
}

# What stands behind numbers, signs between them, and days that are none.
BEHIND = {
    "pn=EP\\1792486, EP04304*": ('pn=("EP\\1792486" OR EP04304*)',),
    "rice No PI 2013000144 2020": ('rice AND No AND num="PI 2013000144" AND txt=2020', "the year write pd=2020"),
    "EP1792~486, EP0430402 etc.": ("txt=EP1792~486 AND num=EP0430402 AND etc",),
    "No 236014, No. 232871": (
        "num=(236014 OR 232871)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "УАу202001234": ("num=UAu202001234", "ones they look like"),
    "US 62/123,456 filed on 2015-01-02": (
        'num="US 62/123,456" AND filed AND on AND pd=2015-01-02',
        "the words quote them",
    ),
    "on 2015-01-02": ("on AND pd=2015-01-02", "the words quote them"),
    "EP 1792486 A2 (D1), EP 0430402 B1 (D2)": (
        'num=("EP 1792486 A2" OR "EP 0430402 B1")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "EP1792486A2 [D1]; EP0430402B1 [D2]": (
        "num=(EP1792486A2 OR EP0430402B1)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "Patent 1: EP1792486 Patent 2: EP0430402": (
        "num=(EP1792486 OR EP0430402)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "EP 1792486 A2/A3/B1": ('num="EP 1792486 A2"', "of them is sought"),
    "EP1792486 -> US9123456": ("num=(EP1792486 OR US9123456)", "of them is sought", "alternatives: any of them"),
    "WO2020/009648 = EP1792486 = US9123456": (
        'num=("WO2020/009648" OR EP1792486 OR US9123456)',
        "of them is sought",
        "alternatives: any of them",
    ),
    "KR10-2018-0012345 및 KR10-2018-0012346": (
        'num=("KR10-2018-0012345" OR "KR10-2018-0012346")',
        "of them is sought",
        "alternatives: any of them",
    ),
    '{"EP1792486","EP0430402"}': ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "EP1792486, EP0430402 etc.": ("num=(EP1792486 OR EP0430402)", "of them is sought", "alternatives: any of them"),
    "priority application US 62/123,456": ('num="US 62/123,456"', "of them is sought"),
    "EP1792486 (Siemens AG)": ("num=EP1792486", "add AND pa=(Siemens AG)"),
    "EP1792486 A1 (SIEMENS AG [DE])": ('num="EP1792486 A1"', "add AND pa=(SIEMENS AG)"),
    "EP1792486 (Smith, Jones & Co.), EP0430402 [Univ of Bonn]": (
        "num=(EP1792486 OR EP0430402)",
        "pa=(Smith, Jones & Co.)",
        "alternatives: any of them",
    ),
    "EP1792486 (3M et al.)": ("num=EP1792486", "AND pa=(3M et al.)"),
    "rice husk (Siemens AG)": ("rice AND husk AND (Siemens AND AG)", "applicant write pa=(Siemens AG)"),
    "rice NOT (Bosch Co. Ltd.)": ("rice NOT (Bosch AND Co AND Ltd)", "write pa=(Bosch Co. Ltd.)"),
    "alloy (Ni, Co)": ("alloy AND (Ni AND Co)",),
    "EP1792486 (silica gel)": ("num=EP1792486 AND (silica AND gel)",),
    "EP1792486 (Silica OR Gel)": ("num=EP1792486 AND (Silica OR Gel)",),
    "EP1792486 (GB)": ('num="EP1792486 (GB)"',),
    "EP1792486 A2, page 3 lines 4-10": ('num="EP1792486 A2"', "it write AND between"),
    "see EP1792486A2, claim 1; EP0430402, Fig. 2 and 3": (
        "num=(EP1792486A2 OR EP0430402)",
        "it write AND between",
        "alternatives: any of them",
    ),
    "rice husk claim 1": ("txt=(rice AND husk AND claim AND 1)",),
    "1. EP1792486 - Rice husk": ("num=EP1792486 AND Rice AND husk", "beginning was left out"),
    "1. A method for rice": ("A AND method AND for AND rice", "beginning was left out"),
    "12) rice husk ash": ("rice AND husk AND ash", "beginning was left out"),
    "2. rice": ("txt=(2 AND rice)",),
    "pr=2015": ("pr=2015", "the date write prd=2015"),
    "Priority: 10.03.2017 BR 102017004956": (
        'pr=(10.03.2017 OR "BR 102017004956")',
        "the date write prd=10.03.2017",
        "list: any of them",
    ),
    "锂 并且 电池": ("锂 AND 并且 AND 电池", "NOT, NEAR5 and ADJ1"),
    "protein kinase family members": ("protein AND kinase AND family AND members",),
}

# A label is left out right before its number, with a sign between too; an operand of an operator and the word for a thing stay.
AS_OPERANDS = {
    'ap="1020121792486和EP0430402"': ('ap="1020121792486和EP0430402"',),
    "Publication number: #BR112022008972": ("pn=BR112022008972",),
    "ap=#BR112022008972 AND rice": ("ap=BR112022008972 AND rice", "numbers was left out"),
    "Patent #EP1792486": ("num=EP1792486", "of them is sought"),
    "patent #102012004079": ("num=102012004079", "of them is sought"),
    "Patent #: EP1792486": ("num=EP1792486", "of them is sought"),
    "Patent No. #EP1792486": ("num=EP1792486", "of them is sought"),
    "rice AND Patent # 10260/DELNP/2011": ('rice AND num="10260/DELNP/2011"', "numbers was left out"),
    "rice #1234567": ("txt=(rice AND #1234567)",),
    "application AND 1-2021-06714": ('application AND num="1-2021-06714"',),
    "utility model AND BR102012004079": ("utility AND model AND num=BR102012004079",),
    "model OR 1-2021-06714": ('model OR num="1-2021-06714"',),
    "application ti AND 1234567": ("application AND ti AND num=1234567", "the value behind it"),
    "patent NEAR5 1234567": ('txt=(patent NEAR5 "1234567")',),
    "model 1234567 AND printer": ("model AND num=1234567 AND printer",),
    "model no. 1234567 AND printer": ("num=1234567 AND printer", "numbers was left out"),
    "filing 2019 AND 1234567": ("filing AND txt=2019 AND num=1234567", "the year write pd=2019"),
    "patent 2019 AND 1234567": ("patent AND txt=2019 AND num=1234567", "the year write pd=2019"),
    "patents 2001, 1234567": (
        "num=(2001 OR 1234567)",
        "of them is sought",
        "the year write pd=2001",
        "alternatives: any of them",
    ),
}

# A small and between numbers behind their label is one of a sentence; AND in capitals is the operator.
AND = {
    "patents 10260/DELNP/2011 and 1077/DEL/2007": (
        'num=("10260/DELNP/2011" OR "1077/DEL/2007")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "patent EP1792486 and patent EP0430402 and US9123456": (
        "num=(EP1792486 OR EP0430402 OR US9123456)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "patents 10260/DELNP/2011 AND 1077/DEL/2007": (
        'num=("10260/DELNP/2011" AND "1077/DEL/2007")',
        "numbers was left out",
        "of them write OR",
    ),
    "rice AND applications 10260/DELNP/2011 and 1077/DEL/2007": (
        'rice AND num=("10260/DELNP/2011" OR "1077/DEL/2007")',
        "numbers was left out",
        "alternatives: any of them",
    ),
    "EP Patent Nos. 1792486 and 0430402": (
        'num=("EP 1792486" OR 0430402)',
        "write EP before each",
        "alternatives: any of them",
    ),
    "patent EP1792486 and rice": ("num=EP1792486 AND rice", "numbers was left out"),
    "EP1792486 and EP0430402": ("num=(EP1792486 AND EP0430402)", "of them write OR"),
}

READ = [
    AS_OPERANDS,
    AND,
    OF_PROSE,
    LABELLED,
    JOINED,
    ENUMERATED,
    PARTED,
    OF_OFFICES,
    SIGNED,
    UKRAINIAN,
    IN_PARTS,
    BEHIND,
]
# What is asked of a document and is not held, and fields by several names.
RELATED = {
    query: ("Families and citations are not searchable", query, "EP1792486 A2")
    for query in (
        "Patent family of EP1792486 A2",
        "family: EP1792486 A2",
        "citing EP1792486 A2",
        "similar to EP1792486 A2",
        "EP1792486 A2 family members",
    )
}
NAMED = {
    f"{names}: rice": ("Several fields stand before their value", f"{names}: rice", f"{codes}=rice")
    for names, codes in (
        ("Title or abstract", "Title,abstract"),
        ("title, abstract and claims", "title,abstract,claims"),
        ("title-abstract-claims", "title,abstract,claims"),
    )
}
REFUSED = [RELATED, NAMED]
