"""Numbers as registers, letters, spreadsheets and this portal's own pages write them, and what stands around them there.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

# PATENTSCOPE's field of the international publication: a number in it is of no other office.
INTERNATIONAL = {
    "WO:2020/009648": ('pn="WO2020/009648"',),
    "WO:2021/175438 AND solar": ('pn="WO2021/175438" AND solar',),
    "WO:2020009648": ("pn=WO2020009648",),
    "WO=(2020/009648 OR 2021/175438)": ('pn=("WO2020/009648" OR "WO2021/175438")',),
    'WO:("2020/009648")': ('pn="WO2020/009648"',),
    'WO any "2020/009648 2021/175438"': ('pn=("WO2020/009648" OR "WO2021/175438")',),
    "WO:2020/009648, 2021/175438": ('pn=("WO2020/009648" OR "WO2021/175438")', "list: any of them"),
    "WO:20200*": ("pn=WO20200*",),
    "WO:WO2020/009648": ('pn="WO2020/009648"',),
    "wo:PCT/KR2020/008682": ('pn="PCT/KR2020/008682"',),
    "pn=2020/009648": ('pn="2020/009648"',),
}

# Short ones with their kind code, ones with noughts left out, and ones of other scripts.
SPELT = {
    "JP Heisei 10-123456": ('num="JP Heisei 10-123456"',),
    "JP Reiwa 2-12345": ('num="JP Reiwa 2-12345"',),
    "JP Shoji 123456": ("txt=(JP AND Shoji AND 123456)", "the office write cc=JP"),
    "85417 A": ('num="85417 A"',),
    "410388 B": ('num="410388 B"',),
    "85417 A, 97028 B": ('num=("85417 A" OR "97028 B")', "alternatives: any of them"),
    "rice 85417 A": ("txt=(rice AND 85417 AND A)",),
    "2020 A": ("txt=(2020 AND A)", "the year write pd=2020"),
    "IDP86920": ("num=IDP86920",),
    "2021/PID/02266 A": ('num="2021/PID/02266 A"',),
    "WO2020KR08682 AND rice": ("num=WO2020KR08682 AND rice",),
    "WO 2020 KR 8682": ('num="WO 2020 KR 8682"',),
    "BR_112022008972_A2": ("num=BR_112022008972_A2",),
    "PN=BR112022008972/A2": ('pn="BR112022008972/A2"',),
    "112022008972/A61K": ("num=112022008972 AND class=A61K",),
    "特願2018-224617 AND silica": ('num="特願2018-224617" AND silica',),
    "特開2018-224617号公報": ('num="特開2018-224617号公報"',),
    "特許第6543210号": ('num="特許第6543210号"',),
    "特開平10-123456": ('num="特開平10-123456"',),
    "特許権 rice": ("特許権 AND rice",),
    "专利号 ZL201510123456.7": ('num="专利号 ZL201510123456.7"',),
    "공개특허 10-2018-0012345": ('num="공개특허 10-2018-0012345"',),
}

# As printed with a break in the line, also on this portal's own pages.
BROKEN = {
    "WO/ 2021/222522": ('num="WO/ 2021/222522"',),
    "pn=WO/ 2021/222522": ('pn="WO/ 2021/222522"',),
    "10-2017- 0121006": ('num="10-2017- 0121006"',),
    "KR 10-2017- 0121006": ('num="KR 10-2017- 0121006"',),
    "PCT/ KR2020/008682": ('num="PCT/ KR2020/008682"',),
    "BR BR 11 2013 029537-6": ('num="BR BR 11 2013 029537-6"',),
    "WO WO/ 2013/192394": ('num="WO WO/ 2013/192394"',),
    "JP PCT/JP2018/017020": ('num="JP PCT/JP2018/017020"',),
    "10 2020 105 298.7": ('num="10 2020 105 298.7"',),
    "DE 10 2020 105 298.7": ('num="DE 10 2020 105 298.7"',),
    "MY-188215-A A": ('num="MY-188215-A A"',),
    "VN 5704": ('num="VN 5704"',),
    "4713 U": ('num="4713 U"',),
    "VN 2015": ("txt=(VN AND 2015)", "the office write cc=VN", "the year write pd=2015"),
    "rice 2017- 2019": ("rice AND pd=2017..2019", "the words quote them"),
    "1234567- 7654321": ("num=(1234567 OR 7654321)", "alternatives: any of them"),
}

# What spreadsheets, files, programs and quotation marks put around a number.
AROUND = {
    "BR112022008972A2.pdf": ("num=BR112022008972A2", "number was left out"),
    "pn=BR112022008972A2.pdf": ("pn=BR112022008972A2", "number was left out"),
    "BR112022008972A2.pdf, MX2020009648A.pdf": (
        "num=(BR112022008972A2 OR MX2020009648A)",
        "number was left out",
        "alternatives: any of them",
    ),
    "BR,112022008972,A2": ('num="BR 112022008972 A2"', "of them is sought"),
    "BR;112022008972;A2": ('num="BR 112022008972 A2"', "of them is sought"),
    "VN\t85417\tA\nTH\t97028\tB": (
        'num=("VN 85417 A" OR "TH 97028 B")',
        "of them is sought",
        "alternatives: any of them",
    ),
    '"BR112022008972A2"': ("num=BR112022008972A2", "write txt= before it"),
    "“BR112022008972A2”": ("num=BR112022008972A2", "write txt= before it"),
    '"BR112022008972A2" OR rice': ('txt=("BR112022008972A2" OR rice)',),
    'txt="BR112022008972A2"': ('txt="BR112022008972A2"',),
    '"102012004079"': ('txt="102012004079"',),
}

# Numbers in a sentence, and as examiners number what they cite.
CITED = {
    "See BR112022008972A2; MX/a/2020/009648; and 1-2021-06714.": (
        'num=(BR112022008972A2 OR "MX/a/2020/009648" OR "1-2021-06714")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "cf. BR112022008972A2, and VN 85417 A": (
        'num=(BR112022008972A2 OR "VN 85417 A")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "D1: BR112022008972A2; D2: MX/a/2020/009648": (
        'num=(BR112022008972A2 OR "MX/a/2020/009648")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "(D1) BR112022008972A2; (D2) MX/a/2020/009648": (
        'num=(BR112022008972A2 OR "MX/a/2020/009648")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "both BR112022008972A2 and MX2020009648A": (
        "num=(BR112022008972A2 OR MX2020009648A)",
        "of them is sought",
        "alternatives: any of them",
    ),
    "see e.g. BR112022008972A2, as well as VN 85417 A": (
        'num=(BR112022008972A2 OR "VN 85417 A")',
        "of them is sought",
        "alternatives: any of them",
    ),
    "BR112022008972A2 and MX2020009648A": ("num=(BR112022008972A2 AND MX2020009648A)", "of them write OR"),
    "patents rice 112022008972": ("patents AND rice AND num=112022008972",),
    "See also rice husk": ("See AND also AND rice AND husk",),
    "ver 2020": ("txt=(ver AND 2020)", "the year write pd=2020"),
}

OBJECTS = {
    '{"pn":"BR112022008972A2"}': ("This is an object", '{"pn":"BR112022008972A2"}', "pn=(BR112022008972A2)"),
    '{"ti": "rice husk", "pn": ["BR112022008972A2", "MX2020009648"]}': (
        "This is an object",
        '{"ti": "rice husk", "pn": ["BR112022008972A2", "MX2020009648"]}',
        "ti=(rice husk) AND pn=(BR112022008972A2 OR MX2020009648)",
    ),
}

# Lines of a title page (WIPO ST.9): a date beside a number there is that of the other application.
TITLE_PAGE = {
    line: ("The codes in brackets", line, proposal)
    for line, proposal in {
        "(19) BR (11) 11 2022 017958-8 (13) A2": "cc=(BR) AND pn=(11 2022 017958-8)",
        "(19) United States (12) Patent (10) US 9123456": "pn=(US 9123456)",
        "(86) PCT/KR2020/008682 02/07/2020": "pr=(PCT/KR2020/008682)",
        "(86) PCT No.: PCT/KR2020/008682": "pr=(PCT/KR2020/008682)",
        "(87) WO/2021/002707 07/01/2021": "pn=(WO/2021/002707)",
        "(30) 10-2019-0080463 04/07/2019 KR": "pr=(KR 10-2019-0080463)",
        "(30) 04/07/2019 KR 10-2019-0080463": "pr=(KR 10-2019-0080463)",
        "(30) US 16/123,456 4 July 2019": "pr=(US 16/123,456)",
        "(30) KR 10-2019-0080463 04/07/2019; US 62/123,456 05.07.2019": "pr=(KR 10-2019-0080463 OR US 62/123,456)",
        "(31) 10-2019-0080463 (32) 04/07/2019 (33) KR": "pr=(KR 10-2019-0080463) AND prd=(04/07/2019)",
        "(62) BR 11 2018 001232-7 20/07/2018": "num=(BR 11 2018 001232-7)",
        "(21) Número do Pedido: BR 11 2013 029537-6 (22) Data do Depósito: 15/05/2012 (54) Título: Bomba de água": (
            "ap=(BR 11 2013 029537-6) AND ad=(15/05/2012) AND ti=(Bomba de água)"
        ),
        "(21) 1-2021-06714 (22) 12/03/2021 (86) PCT/KR2020/008682 02/07/2020 (71) Applicant: Samsung": (
            "ap=(1-2021-06714) AND ad=(12/03/2021) AND pr=(PCT/KR2020/008682) AND pa=(Samsung)"
        ),
    }.items()
}
NO_TITLE_PAGE = {"(30) minutes of heating": ("txt=(30 AND minutes AND of AND heating)",)}

SMALL = {
    "vn 94283": ('num="vn 94283"', "number alone write 94283"),
    "in 301234": ('num="in 301234"', "number alone write 301234"),
    "in 2019": ("txt=(in AND 2019)", "the year write pd=2019"),
    "rice in 301234": ("txt=(rice AND in AND 301234)",),
    "at 100000 rpm": ("txt=(at AND 100000 AND rpm)",),
    "EP(GB) 2533477": ('num="EP(GB) 2533477"',),
    "rice AND EP (GB) 2533477": ('rice AND num="EP (GB) 2533477"',),
    "102012-004079": ('num="102012-004079"',),
    "20190101-20191231": ("pd=2019", "the words quote them"),
}
# Two numbers written as one, and a period of numbers, of which the ends are sought.
TWO = {
    "VN 1-2021-06714/06715": ('num=("VN 1-2021-06714" OR "VN 1-2021-06715")', "1-2021-06715: any of them"),
    "rice NOT ap=KR 10-2018-0012345/0012346": (
        'rice NOT ap=("KR 10-2018-0012345" OR "KR 10-2018-0012346")',
        "10-2018-0012346: any of them",
    ),
    "pn=VN 1-2021-06714/06715, VN 1-2020-00001": (
        'pn=("VN 1-2021-06714" OR "VN 1-2021-06715" OR "VN 1-2020-00001")',
        "1-2021-06715: any of them",
        "list: any of them",
    ),
    "VN 1-2021-06715/06714": ('num="VN 1-2021-06715/06714"',),
    "2019/123456": ('num="2019/123456"',),
    "num=EP1000000 - EP1000010": ("num=(EP1000000 OR EP1000010)", "range its two ends", "list: any of them"),
}
NO_RANGES = {
    "AP=(2015US-0123456)": ("The office of a number stands before its year", "2015US-0123456", "AP=(US2015-0123456)"),
    "ap=2015JP-123456": ("The office of a number stands before its year", "2015JP-123456", "ap=JP2015-123456"),
    "U.S. Pat. No. 5,123,456 to Smith": ("The people behind a number", " to Smith", "U.S. Pat. No. 5,123,456"),
    "US 5,123,456 to Smith et al. AND rice": (
        "The people behind a number",
        " to Smith et al.",
        "US 5,123,456 AND rice",
    ),
    "US5123456 TO 5123460": ("Numbers have no ranges here", "US5123456 TO ", ""),
    "9123456-9123459": ("Numbers have no ranges here", "9123456-", ""),
    "pn=US9123456-9123459": ("Numbers have no ranges here", "US9123456-", ""),
    "num=EP1 - EP2": ("Numbers have no ranges here", "EP1 - ", ""),
    "pn=(EP1000000:EP1000010)": ("Numbers have no ranges here", "EP1000000:", ""),
    "pn=EP1000000 : 1000010": ("Numbers have no ranges here", "EP1000000 : ", ""),
}

READ = [
    TWO,
    SMALL,
    INTERNATIONAL,
    SPELT,
    BROKEN,
    AROUND,
    CITED,
    NO_TITLE_PAGE,
]
REFUSED = [NO_RANGES, OBJECTS, TITLE_PAGE]
