"""Lines of search reports, office actions, result lists and registers: the numbers are read, what is printed around them is passed over.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws.
"""

_OVER, _LEFT_OUT, _ANY = "it write AND between", "of them is sought", "alternatives: any of them"
_LANGUAGE = "number was passed over"  # in brackets

# The language of a page, as Google Patents prints it, and a year.
IN_LANGUAGES = {
    "EG30127A (en)": ("num=EG30127A", _LANGUAGE),
    "US5123456A (en)": ("num=US5123456A", _LANGUAGE),
    "JP2005123456A (ja)": ("num=JP2005123456A", _LANGUAGE),
    "BR102020021422A2 (en)": ("num=BR102020021422A2", _LANGUAGE),
    "US5123456A(en)": ("num=US5123456A", _LANGUAGE),
    "US5123456A1 (de)": ("num=US5123456A1", _LANGUAGE),
    "US5123456A/en": ("num=US5123456A", _LANGUAGE),
    "US5123456A (en), EG30127A (en), JP2005123456A (ja)": (
        "num=(US5123456A OR EG30127A OR JP2005123456A)",
        _LANGUAGE,
        _ANY,
    ),
    "pn=US5123456A (en)": ("pn=US5123456A", _LANGUAGE),
    "rice AND US5123456A (en)": ("rice AND num=US5123456A", _LANGUAGE),
    "CN109876543A (zh) 一种水稻": ("num=CN109876543A AND 一种水稻", _LANGUAGE),
    "94283 (VN)": ('num="94283 (VN)"',),
    "94283 (vn)": ("txt=(94283 AND vn)",),
    "EP1792486 (2005)": ("num=EP1792486", _LANGUAGE),
}

# The category of a document, before it or in a cell behind.
CATEGORIES = {
    "X BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "X,Y BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "D,X BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "P,X BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "[X] BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "[XI] EP 1792486 A2 (MARLETTE R L [US]) 6 juin 2007 (2007-06-06) * revendications 1-10; figures 1-3 *": (
        'num="EP 1792486 A2"',
        _OVER,
    ),
    "[Y]D EP 1792486 A2 (MARLETTE R L)": ('num="EP 1792486 A2"', _OVER),
    "PX CN 109876543 A (清华大学) 14 June 2019 (2019-06-14) claims 1-10, description, paragraphs [0005]-[0020] 1-10": (
        'num="CN 109876543 A"',
        _OVER,
    ),
    "X CN 109876543 A": ('num="CN 109876543 A"', _OVER),
    "X 10 2012 004079-4": ('num="10 2012 004079-4"', _OVER),
    "X 1-2021-06714 claims 1-3": ('num="1-2021-06714"', _OVER),
    "X 特開2005-123456 A": ('num="特開2005-123456 A"', _OVER),
    "1-10 X US 2005/0123456 A1": ('num="US 2005/0123456 A1"', _OVER),
    "X\tBR102020021422A2\t1-10\nY\tEP1792486A2\t11-15": ("num=(BR102020021422A2 OR EP1792486A2)", _OVER, _ANY),
    "X ray EP1792486": ("X AND ray AND num=EP1792486",),
    "X ray tube": ("X AND ray AND tube",),
    "X BR102020021422A2 silica": ("X AND num=BR102020021422A2 AND silica",),
    "BR102020021422A2 AND X": ("num=BR102020021422A2 AND X",),
    "vitamin D 1234567": ('vitamin AND num="D 1234567"',),
}

# Claims, paragraphs, pages and figures that are cited.
PLACES = {
    "BR102020021422A2 claims 1-10": ("num=BR102020021422A2", _OVER),
    "BR102020021422A2 * abstract *": ("num=BR102020021422A2", _OVER),
    "EP1792486A2 [0012]-[0034]": ("num=EP1792486A2", _OVER),
    "EP 1792486, claim 1": ('num="EP 1792486"', _OVER),
    "EP 1792486 A2: [0012]; claim 1": ('num="EP 1792486 A2"', _OVER),
    "EP 1792486 A2, paras [0012], [0014]-[0016] and [0020]; Figs 1A, 2B": ('num="EP 1792486 A2"', _OVER),
    "EP 1792486 A2 Ansprüche 1-5; Abbildungen 1, 2": ('num="EP 1792486 A2"', _OVER),
    "EP 1792486 A2 revendications 1-5; le document en entier": ('num="EP 1792486 A2"', _OVER),
    "EP-A-1792486 (cited in the application)": ('num="EP-A-1792486"', _OVER),
    "BR102020021422A2 página 3, linhas 5-10": ("num=BR102020021422A2", _OVER),
    "BR102020021422A2 (X: 1-10; Y: 11-15)": ("num=BR102020021422A2", _OVER),
    "US 9,123,456 (Fig. 2)": ('num="US 9,123,456"', _OVER),
    "see US 9,123,456, col. 3, ll. 4-20": ('num="US 9,123,456"', _OVER),
    "claims 1-5 of EP 1792486": ('num="EP 1792486"', _OVER),
    "特開2005-123456号公報 段落[0012]-[0034]": ('num="特開2005-123456号公報"', _OVER),
    "KR 10-2015-0012345 A (삼성전자) 2015.02.04. 단락 [0012]-[0034], 청구항 1-5": ('num="KR 10-2015-0012345 A"', _OVER),
    "RU 2123456 C1 (ИВАНОВ И.И.) 10.12.1998, реферат, формула, п. 1-3": ('num="RU 2123456 C1"', _OVER),
    "VN 1-2021-06714 A (22.11.2021) điểm 1-3": ('num="VN 1-2021-06714 A"', _OVER),
    "num=(BR102020021422A2 claims 1-10)": ("num=BR102020021422A2", _LEFT_OUT),
    "EP1792486 AND claims 1-5": ("num=EP1792486 AND claims AND txt=1-5",),
    "EP1792486 not abstract": ("num=EP1792486 NOT txt=abstract", "a word quote it"),
    "EP1792486 NOT (abstract)": ("num=EP1792486 NOT txt=abstract",),
    "EP1792486 claims=(rice)": ("num=EP1792486 AND claims=rice",),
    "EP1792486 abstract=rice": ("num=EP1792486 AND ab=rice",),
    "EP1792486 claims rice": ("num=EP1792486 AND claims AND rice",),
    "EP1792486 claims: 1-10": ("num=EP1792486 AND claims=1-10",),
    "rice claims 1-10": ("txt=(rice AND claims AND 1-10)",),
    "abstract art": ("abstract AND art",),
    "US 7654321 example": ('num="US 7654321" AND example',),
    "US 9123456 1-10": ('num="US 9123456" AND txt=1-10',),
}

# D1 and the like, with the day and the parties; what joins two documents.
LABELS = {
    "D1 BR102020021422A2 26/04/2022": ("num=BR102020021422A2", _OVER),
    "D1 EP1792486A2 06/06/2007 X": ("num=EP1792486A2", _OVER),
    "D1 = EP 1792486 A2 (2007-06-06)": ('num="EP 1792486 A2"', _OVER),
    "D1: US 2005/0123456 A1 (SMITH JOHN [US]) 9 June 2005 (2005-06-09)": ('num="US 2005/0123456 A1"', _OVER),
    "D1 US 2005/0123456 A1 09/06/2005\nD2 EP 1792486 A2 06/06/2007": (
        'num=("US 2005/0123456 A1" OR "EP 1792486 A2")',
        _OVER,
        _ANY,
    ),
    "Documento D1: BR102020021422A2": ("num=BR102020021422A2", _OVER),
    "Document D1 (EP1792486A2)": ("num=EP1792486A2", _OVER),
    "对比文件1:CN109876543A": ("num=CN109876543A", _OVER),
    "引用文献1:特開2005-123456号公報": ('num="特開2005-123456号公報"', _OVER),
    "US 2005/0123456 A1 (Smith et al.)": ('num="US 2005/0123456 A1"', "AND pa=(Smith et al.)"),
    "Smith et al., US 2005/0123456 A1": ('num="US 2005/0123456 A1"', _OVER),
    "US 9,123,456 B2 in view of US 2005/0123456 A1 and further in view of EP 1792486": (
        'num=("US 9,123,456 B2" OR "US 2005/0123456 A1" OR "EP 1792486")',
        _OVER,
        _ANY,
    ),
    "D1 receptor": ("txt=(D1 AND receptor)",),
    "EP1792486 (rice OR husk)": ("num=EP1792486 AND (rice OR husk)",),
    "EP1792486 (rice)": ("num=EP1792486 AND rice",),
}

# Lines of search reports as the offices print them.
WHOLE_LINES = {
    "X US 2005/0123456 A1 (SMITH JOHN [US]) 9 June 2005 (2005-06-09) * paragraphs [0012]-[0034]; claims 1-5 *": (
        'num="US 2005/0123456 A1"',
        _OVER,
    ),
    "X WO 2012/123456 A2 (ACME INC [US]; SMITH JOHN [US]) 20 September 2012 (2012-09-20) page 3, line 5 - page 4, line 10; figures 1-3": (
        'num="WO 2012/123456 A2"',
        _OVER,
    ),
    "Y EP 1 792 486 A2 (MARLETTE R L) 6 June 2007 (06.06.2007) the whole document 1-10": (
        'num="EP 1 792 486 A2"',
        _OVER,
    ),
    "A CN 109876543 A (清华大学) 2019年6月14日 (2019-06-14) 权利要求1-10，说明书第[0005]-[0020]段": (
        'num="CN 109876543 A"',
        _OVER,
    ),
    "X JP 2005-123456 A (トヨタ自動車株式会社) 2005.05.12, 請求項1-3, 段落0012 (ファミリーなし)": (
        'num="JP 2005-123456 A"',
        _OVER,
    ),
    "X JP 2005-123456 A (Toyota Motor Corp.) 12 May 2005 (12.05.2005), claims 1 to 3, fig. 1 & US 2005/0123456 A1 & EP 1792486 A2": (
        'num=("JP 2005-123456 A" OR "US 2005/0123456 A1" OR "EP 1792486 A2")',
        _OVER,
        _ANY,
    ),
    "X KR 10-2015-0012345 A (SAMSUNG ELECTRONICS CO., LTD.) 04 February 2015 See paragraphs [0012]-[0034]; and claims 1-5. 1-10": (
        'num="KR 10-2015-0012345 A"',
        _OVER,
    ),
    "X EP 1792486 A2 (MARLETTE R L [US]) 6 June 2007 (2007-06-06)\n* claims 1-10 *\n-----\nY US 2005/0123456 A1 (SMITH JOHN [US])\n* abstract *\n-----": (
        'num=("EP 1792486 A2" OR "US 2005/0123456 A1")',
        _OVER,
        _ANY,
    ),
    "BR 10 2020 021422-5 A2 (UNIV SAO PAULO [BR]) 26 abril 2022 (2022-04-26) parágrafos [0012]-[0034]; reivindicações 1-10": (
        'num="BR 10 2020 021422-5 A2"',
        _OVER,
    ),
}

# Rows of tables and result lists, with what stands in their other cells.
ROWS = {
    "BR102020021422A2 | X | 1-10": ("num=BR102020021422A2", _OVER),
    "BR 10 2020 021422-5 | A2 | 26/04/2022": ('num="BR 10 2020 021422-5"', _OVER),
    "BR 10 2020 021422-5 | 19/10/2020 | COMPOSIÇÃO DE SÍLICA | C01B 33/12": ('num="BR 10 2020 021422-5"', _OVER),
    "BR102020021422A2;26/04/2022;X;1-10": ("num=BR102020021422A2", _OVER),
    "# | Number | Category | Claims\n1 | BR102020021422A2 | X | 1-10": ("num=BR102020021422A2", _OVER),
    "1 BR102020021422A2 26/04/2022 X 1-10": ("num=BR102020021422A2", _OVER),
    "US5123456A *\t1990-01-12\t1992-06-23\tSmith Co\tMethod for making rice": ("num=US5123456A", _OVER),
    "US5123456A (en) *\t1990-01-12\t1992-06-23\tSmith Co\tMethod for making rice\nEP1792486A2 (en)\t2005-06-09\t2007-06-06\tFoo\tComposition of silica": (
        "num=(US5123456A OR EP1792486A2)",
        _OVER,
        _ANY,
    ),
    "US-2005/0123456 A1 06-2005 Smith, John 438/123": ('num="US-2005/0123456 A1"', _OVER),
    "US 5,123,456 A * 6/1992 Smith ..................... 438/123": ('num="US 5,123,456 A"', _OVER),
    "EP1792486A2 · 2007-06-06 · MARLETTE R L [US]": ("num=EP1792486A2", _OVER),
    "1. 20050123456 RICE HUSK US - 09.06.2005": ("num=20050123456", _OVER),
    "1. WO2020009648 METHOD FOR RICE": ("num=WO2020009648 AND METHOD AND FOR AND RICE", "beginning was left out"),
    "EP1792486 (A2) ― 2007-06-06": ('num="EP1792486 (A2)" AND pd=2007-06-06', "the words quote them"),
    "EP1792486 rice 2015-01-01 2017-01-01": (
        "num=EP1792486 AND rice AND (pd=2015-01-01 OR pd=2017-01-01)",
        "the words quote them",
        "the words quote them",
        _ANY,
    ),
    "EP1792486 2007-06-06": ("num=EP1792486 AND pd=2007-06-06", "the words quote them"),
    "EP1792486 | silica": ("num=EP1792486 OR silica",),
    "EP1792486 | US5123456": ("num=(EP1792486 OR US5123456)",),
    "silica | gel": ("silica OR gel",),
    "a| EP1792486A2": ("a OR num=EP1792486A2",),
    "cc==BR [0003] EP1792486": ("cc=BR AND txt=0003 AND num=EP1792486",),
    "2005/0123456 A1* 6/2005 Smith ........ 438/123": ('num="2005/0123456"', _OVER),
    "US 2005/0123456 A1 SMITH JOHN [US] 2005-06-09": ('num="US 2005/0123456 A1"', _OVER),
    "特許6123456 | 2017/05/10 | 登録": ('num="特許6123456"', _OVER),
    "Category X: EP1792486A2": ("num=EP1792486A2", _OVER),
    "US5123456A [AD]": ("num=US5123456A", _OVER),
    "US2015123456A1 [X] 1-10 * claims 1-10 *": ("num=US2015123456A1", _OVER),
    "EP1792486A2 * the figures; claims *": ("num=EP1792486A2", _OVER),
    "EP1792486A2 figures": ("num=EP1792486A2 AND figures",),
    "EP 1792486 A2 [MARLETTE R L]": ('num="EP 1792486 A2"', "AND pa=(MARLETTE R L)"),
    "CN109876543 B [权利要求1-5]": ('num="CN109876543 B"', _OVER),
    "D1(CN109876543A)": ("num=CN109876543A", _OVER),
    "RU2123456C1 10.12.1998 реферат": ("num=RU2123456C1", _OVER),
    "MY 123456 A (UNIVERSITI PUTRA [MY]) 31 May 2006": ('num="MY 123456 A"', _OVER),
    "smith (EP1792486) claims 1": ("smith AND num=EP1792486 AND claims AND txt=1",),
    "cc=BR X EP1792486": ("cc=BR AND X AND num=EP1792486",),
    "A61K31/00 EP1792486 claims 1-3": ("class=A61K31/00 AND num=EP1792486 AND claims AND txt=1-3",),
}

READ = [IN_LANGUAGES, CATEGORIES, PLACES, LABELS, WHOLE_LINES, ROWS]
REFUSED: list[dict[str, tuple[str, str, str]]] = []
