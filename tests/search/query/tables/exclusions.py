"""Signs of exclusion, as other systems write them: read as NOT, left out with a note, or refused with NOT in the proposal.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

BEHIND_A_NUMBER = {
    "US5123456 NOT (Smith)": ("num=US5123456 NOT Smith",),
    "US5123456 ANDNOT [Smith]": ("num=US5123456 NOT Smith",),
    "(US5123456, US5123457) NOT (Smith)": ("num=(US5123456 OR US5123457) NOT Smith", "alternatives: any of them"),
    "BR102020021422A2 AND (Silica)": ("num=BR102020021422A2 AND Silica",),
    "EP1234567 and (Roche)": ("num=EP1234567 AND Roche",),
    "12345 AND (Rice Husk)": ("txt=(12345 AND (Rice AND Husk))",),
    "EP1234567 NOT Smith et al.": ("num=EP1234567 NOT Smith AND et AND al", "NOT, NEAR5 and ADJ1"),
    "EP1234567 (Siemens AG)": ("num=EP1234567", "add AND pa=(Siemens AG)"),
}

BEFORE = {
    "pd=(!2019)": ("NOT pd=2019", "was read as NOT"),
    "pd=(2018 !2019)": ("pd=2018 NOT pd=2019", "was read as NOT"),
    "pa=(bosch !3M)": ("pa=(bosch NOT 3M)", "was read as NOT"),
    "radio !5G": ("txt=(radio NOT 5G)", "was read as NOT"),
    "radio -5G": ("txt=(radio AND 5G)", "what follows write NOT"),
    "silica AND !1792486": ("silica NOT num=1792486", "was read as NOT"),
    "silica !EP1792486": ("silica NOT num=EP1792486", "was read as NOT"),
    "rice !*usk": ("rice NOT *usk", "was read as NOT"),
    "rice -*usk": ("rice NOT *usk", "was read as NOT"),
    "rice !#usk": ("rice NOT #usk", "was read as NOT"),
    "radio -'mobile phone'": ('radio NOT "mobile phone"', "was read as NOT"),
    "rice,!husk": ("rice NOT husk", "was read as NOT"),
    "rice||!husk": ("rice OR (NOT husk)", "was read as NOT"),
    "rice&&!husk": ("rice NOT husk", "was read as NOT"),
    "rice&&husk": ("rice AND husk",),
    "AT&T phone": ("AT&T AND phone",),
    "rice* !husk": ("rice* NOT husk", "was read as NOT"),
}

LEFT_OUT = {
    "rice ! husk": ("rice AND husk", "what follows write NOT"),
    "(rice)-husk": ("rice AND husk", "what follows write NOT"),
    '"rice husk"-ash': ('"rice husk" AND ash', "what follows write NOT"),
    "(meth)-acrylate": ("meth AND acrylate", "what follows write NOT"),
    "poly(ethylene)-(propylene)": ("poly AND ethylene AND propylene", "what follows write NOT"),
}

HYPHEN, MINUS, OPERATOR, WORD = "what follows write NOT", "was read as NOT", "a word quote it", "rest in small letters"
HYPHENS = {
    "14 - EPI -ANALOGUES": ("txt=(14 AND EPI AND ANALOGUES)", HYPHEN),
    "FITTING -TYPE FOLDED- SHEET": ("FITTING AND TYPE AND FOLDED- AND SHEET", HYPHEN),
    "water -soluble polymer": ("water AND soluble AND polymer", HYPHEN),
    "-OH or -NH2": ("txt=(OH OR NH2)", HYPHEN),
    "-CH2-": ("txt=CH2-", HYPHEN),
    "method for a metal -ceramic composite": (
        "method AND for AND a AND metal AND ceramic AND composite",
        HYPHEN,
    ),
    "-OH, -NH2": ("txt=(OH AND NH2)", HYPHEN),
    "compounds having -OH or -NH2": ("txt=((compounds AND having AND OH) OR NH2)", "c. Brackets say otherwise", HYPHEN),
    "polymer having -CH2- groups": ("txt=(polymer AND having AND CH2- AND groups)", HYPHEN),
    "SYSTEM FOR A METAL -CERAMIC AND GLASS": ("SYSTEM AND FOR AND A AND METAL AND CERAMIC AND GLASS", HYPHEN),
    "silica -gel": ("silica NOT gel", MINUS),
    "silica -gel -ash": ("silica NOT gel NOT ash", MINUS),
    "phone -PC": ("phone NOT PC", MINUS),
    "ti=(silica for rice) -husk": ("ti=(silica AND for AND rice) NOT husk", MINUS),
    "rice -C12N": ("rice NOT class=C12N", MINUS),
}
LAST = {
    "processo de produção de -polímero": ("processo AND de AND produção AND de NOT polímero", MINUS),
    "use of turmeric in cosmetics -food, -drink.": (
        "use AND of AND turmeric AND in AND cosmetics NOT food NOT drink",
        MINUS,
    ),
    "camera for small drones -military AND cc=US": (
        "camera AND for AND small AND drones NOT military AND cc=US",
        MINUS,
    ),
    "camera for use in drones -toy AND kit": ("camera AND for AND use AND in AND drones NOT toy AND kit", MINUS),
    "high- temperature furnace -electric": ("high- AND temperature AND furnace NOT electric", MINUS),
    'rice - husk -silica -(ash OR straw) -"x y"': (
        'rice AND husk NOT silica NOT (ash OR straw) NOT "x y"',
        MINUS,
    ),
    "(battery -free) phone": ("(battery NOT free) AND phone", MINUS),
    "polymer -filled": ("polymer NOT filled", MINUS),
    "silica -OH": ("silica NOT OH", MINUS),
    "cc=CN -SF6": ("cc=CN NOT txt=SF6", MINUS),
    "refrigerant -CO2 pump": ("txt=(refrigerant NOT CO2 AND pump)", MINUS),
    "-H1N1": ("txt=(NOT H1N1)", MINUS),
}
SMALL = {
    "rice not husk": ("rice NOT husk", OPERATOR),
    "rice but not husk": ("rice NOT husk", OPERATOR),
    "cc=br and not ti=rice": ("cc=BR NOT ti=rice",),
    "the device does not move": ('the AND device AND does AND "not" AND move', WORD),
    "THE VALVE IS NOT OPEN": ('THE AND VALVE AND IS AND "NOT" AND OPEN', WORD),
    "(VALVE IS) NOT OPEN": ("(VALVE AND IS) NOT OPEN",),
    "WATER WITH OZONE NOT rice in (water)": ("(WATER NEAR20 OZONE) NOT rice AND in AND water", "write it in quotes"),
    "ab=(valve is not open)": ('ab=(valve AND is AND "not" AND open)', WORD),
    "not only rice": ('"not" AND only AND rice', WORD),
    "valve but not limited to": ('valve AND but AND "not" AND limited AND to', WORD),
    "silica is NOT gel": ("silica AND is NOT gel",),
    "the ash of the husk and not the husk is washed with acid": (
        'the AND ash AND of AND the AND husk AND "not" AND the AND husk AND is AND washed AND with AND acid',
        WORD,
    ),
}

OPERATORS = {
    "BEER CAN NOT BOTTLE": ("BEER AND CAN NOT BOTTLE", OPERATOR),
    "RADIO AM NOT FM": ("RADIO AND AM NOT FM", OPERATOR),
    "grape must not wine": ("grape AND must NOT wine", OPERATOR),
    "battery not all solid": ("battery NOT all AND solid", OPERATOR),
    "RICE HUSK ASH NOT USED TYRE": ("RICE AND HUSK AND ASH NOT USED AND TYRE", OPERATOR),
    "COMPOUNDS NOT CONTAINING HALOGEN": ("COMPOUNDS NOT CONTAINING AND HALOGEN", OPERATOR),
    "ASH COMPOUNDS NOT CONTAINING HALOGEN": ('ASH AND COMPOUNDS AND "NOT" AND CONTAINING AND HALOGEN', WORD),
    "valve that can not be opened": ('valve AND that AND can AND "not" AND be AND opened', WORD),
    "valve which can not move": ('valve AND which AND can AND "not" AND move', WORD),
    "tyre not used for cars": ('tyre AND "not" AND used AND for AND cars', WORD),
    "cell of not more than ten": ('cell AND of AND "not" AND more AND than AND ten', WORD),
    "(HUSK OR ASH) AND RICE OF THE FIELD IN THE DRY SEASON FOR USE IN TYRE NOT GEL": (
        "(HUSK OR ASH) AND RICE AND OF AND THE AND FIELD AND IN AND THE AND DRY AND SEASON AND FOR AND USE AND IN AND TYRE NOT GEL",
    ),
    "HUSK AND ASH AND RICE OF THE FIELD IN THE DRY SEASON FOR USE IN TYRE NOT GEL": (
        "HUSK AND ASH AND RICE AND OF AND THE AND FIELD AND IN AND THE AND DRY AND SEASON AND FOR AND USE AND IN AND TYRE NOT GEL",
        OPERATOR,
    ),
    "(method or process or system) for (cleaning or washing) of (rice or wheat) in water not (corn or maize)": (
        "(method OR process OR system) AND for AND (cleaning OR washing) AND of AND (rice OR wheat) AND in AND water NOT (corn OR maize)",
    ),
    '"a process for the production of ethanol from the cassava in a tank" not corn': (
        '"a process for the production of ethanol from the cassava in a tank" NOT corn',
        OPERATOR,
    ),
    'the production of "bio ethanol" from cassava in a tank with yeast and water not corn': (
        'the AND production AND of AND "bio ethanol" AND from AND cassava AND in AND a AND tank AND with AND yeast AND water NOT corn',
        OPERATOR,
    ),
    "process for the production of ethanol from the cassava in a tank and not corn": (
        'process AND for AND the AND production AND of AND ethanol AND from AND the AND cassava AND in AND a AND tank AND "not" AND corn',
        WORD,
    ),
}

BEHIND, EASTERN = "stands behind its field", "This is written as in J-PlatPat or KIPRIS"
FIELD_FIRST = {
    f"{code}=!{value}": (f"“!” {BEHIND}", f"{code}=!", f"NOT {code}={value}")
    for code, value in (
        ("pd", 2019),
        ("ad", 2018),
        ("prd", 2018),
        ("year", 2018),
        ("pa", "3M"),
        ("ti", "3D"),
        ("cc", "BR"),
    )
}

BETWEEN = {
    query: (EASTERN, query, proposal)
    for query, proposal in (
        ("(rice)-(husk)", "(rice) NOT (husk)"),
        ("(rice)-(husk)-(ash)", "(rice) NOT (husk) NOT (ash)"),
        ('"a"-"b"', '"a" NOT "b"'),
        ("[rice]-[husk]", "[rice] NOT [husk]"),
        ('"rice"-"husk"', '"rice" NOT "husk"'),
        ("ti:(rice)-ab:(husk)", "ti:(rice) NOT ab:(husk)"),
        ("(rice OR straw)-(husk)", "(rice OR straw) NOT (husk)"),
        ("rice*!husk", "rice NOT husk"),
        ("ti=(rice*!husk)", "ti=(rice NOT husk)"),
        ('"a - b"*!"husk"', '"a - b" NOT "husk"'),
        ("rice +!husk", "rice OR NOT husk"),
    )
}

# A list behind NOT is excluded as a whole, as that of a field is.
ALL, JOINED = "write AND before it", "numbers was left out"
OF_LISTS = {
    "rice NOT EP1792486, EP0430402": ("rice NOT num=(EP1792486 OR EP0430402)", ALL),
    "rice NOT EP1792486 EP0430402 US9123456": ("rice NOT num=(EP1792486 OR EP0430402 OR US9123456)", ALL),
    "rice NOT patents EP1792486 and EP0430402": ("rice NOT num=(EP1792486 OR EP0430402)", JOINED, ALL),
    "rice NOT EP1792486 und EP0430402": ("rice NOT num=(EP1792486 OR EP0430402)", JOINED, ALL),
    "rice -EP1792486, EP0430402": ("rice NOT num=(EP1792486 OR EP0430402)", "was read as NOT", ALL),
    "silica NOT A61K, C07D": ("silica NOT class=(A61K OR C07D)", ALL),
    "silica NOT A61K; C07D AND husk": ("silica NOT class=(A61K OR C07D) AND husk", ALL),
    "carro NOT B60K 1/00, B60L 50/00, 50/10": (
        "carro NOT class=(B60K1/00 OR B60L50/00 OR B60L50/10)",
        "all write AND between",
        ALL,
    ),
    "carro NOT B60K 1/00, 1/02; B60L 50/00; gel": (
        "carro NOT class=(B60K1/00 OR B60K1/02 OR B60L50/00) AND gel",
        "all write AND between",
        ALL,
        "NOT (a OR b)",
    ),
    "carro NOT B60K 1/00, (B60L 50/00 OR B60L 50/10)": (
        "carro NOT class=B60K1/00 AND class=(B60L50/00 OR B60L50/10)",
        "NOT (a OR b)",
    ),
    "silica NOT A61K C07D": ("silica NOT class=A61K AND class=C07D",),
    "silica NOT A61K AND C07D": ("silica NOT class=A61K AND class=C07D",),
    "rice NOT (EP1792486), EP0430402": ("rice NOT num=EP1792486 AND num=EP0430402",),
    "rice NOT EP1792486, cc=BR": ("rice NOT num=EP1792486 AND cc=BR",),
    "rice NOT EP1792486, husk": ("rice NOT num=EP1792486 AND husk", "NOT (a OR b)"),
    "silica NOT tablets, A61K": ("silica NOT tablets AND class=A61K", "NOT (a OR b)"),
    "silica NOT ipc=C02F, husk": ("silica NOT ipc=C02F AND husk", "NOT (a OR b)"),
    "silica NOT cc=BR, gel": ("silica NOT cc=BR AND gel", "NOT (a OR b)"),
    'silica NOT C02F; "rice husk"': ('silica NOT class=C02F AND "rice husk"', "NOT (a OR b)"),
    "cc=(BR NOT VN TH)": ("cc=(BR NOT (VN OR TH))", ALL),
}
ONE = "NOT (a OR b)"
OF_WORDS = {
    "sistema NOT dispositivo, método": ("sistema NOT (dispositivo OR método)", ALL),
    'rice NOT "rice husk"; bran*,\nstraw': ('rice NOT ("rice husk" OR bran* OR straw)', ALL),
    "ti=(rice NOT husk, bran) AND ash": ("ti=(rice NOT (husk OR bran)) AND ash", ALL),
    "rice AND NOT husk, bran AND ash": ("rice NOT (husk OR bran) AND ash", ALL),
    "rice NOT husk, bran NOT straw, ash": ("rice NOT (husk OR bran) NOT (straw OR ash)", ALL),
    "rice NOT husk, bran, straw ash": ("rice NOT (husk OR bran) AND straw AND ash", ALL, ONE),
    "rice NOT husk, for bran": ("rice NOT husk AND for AND bran",),
    "rice NOT 'a', 'b'": ('rice NOT ("a" OR "b")', ALL),
    "rice NOT IN, AT": ("rice NOT (IN OR AT)", ALL),
    "rice -husk, bran": ("rice NOT husk AND bran", MINUS, ONE),
    "rice not husk, bran": ("rice NOT husk AND bran", OPERATOR, ONE),
    "NOT Toyota Motor, Honda Motor": ("NOT Toyota AND Motor AND Honda AND Motor", ONE),
    "rice -husk oil; bran": ("rice NOT husk AND oil AND bran", MINUS, ONE),
    "pa=(Bosch NOT Toyota Motor, Honda)": ("pa=(Bosch NOT Toyota AND Motor AND Honda)", ONE),
    "in=(souza NOT silva lima, ana)": ("in=(souza NOT silva AND lima AND ana)",),
    "rice NOT husk bran, for ash": ("rice NOT husk AND bran AND for AND ash",),
    "rice NOT husk AND bran, straw": ("rice NOT husk AND bran AND straw",),
    "in=(souza NOT silva, ana)": ("in=(souza NOT silva AND ana)",),
}

ITEMS, BOTH = "them write AND between", "it write OR between"
IN_BRACKETS = {
    "silica NOT (zeolite, gel)": ("silica NOT (zeolite OR gel)", ITEMS),
    'silica NOT ("rice husk"; “rice bran”)': ('silica NOT ("rice husk" OR "rice bran")', ITEMS),
    "silica NOT (rice husk, rice bran)": ("silica NOT ((rice AND husk) OR (rice AND bran))", ITEMS),
    "silica NOT (VN, TH)": ("silica NOT (VN OR TH)", "the office write cc=VN", "the office write cc=TH", ITEMS),
    "silica -(zeolite，gel)": ("silica NOT (zeolite OR gel)", MINUS, ITEMS),
    "silica NOT ti=(chumbo, ácido)": ("silica NOT ti=(chumbo OR ácido)", ITEMS),
    "ti<>(chumbo, ácido)": ("ti=(NOT (chumbo OR ácido))", ITEMS),
    "silica NOT pa=(Toyota; Honda)": ("silica NOT pa=(Toyota OR Honda)", ITEMS),
    "silica NOT pa=(Toyota, Honda)": ("silica NOT pa=(Toyota AND Honda)", BOTH),
    "silica NOT in=(Silva, Ana)": ("silica NOT in=(Silva AND Ana)",),
    "silica NOT (zeolite, gel and ash)": ("silica NOT (zeolite AND gel AND ash)", BOTH),
    "silica NOT (zeolite, num=EP1792486)": ("silica NOT (zeolite AND num=EP1792486)", BOTH),
    "silica NOT (zeolite, -gel)": ("silica NOT (zeolite NOT gel)", MINUS),
    "silica NOT (zeolite\ngel)": ("silica NOT (zeolite AND gel)",),
    "silica NOT (zeolite gel)": ("silica NOT (zeolite AND gel)",),
    "silica AND (zeolite, gel)": ("silica AND (zeolite AND gel)",),
    "bateria NOT pa=Toyota AND Honda": ("bateria NOT pa=Toyota AND Honda",),
    'bateria NOT in="Silva, Ana"': ('bateria NOT in="Silva, Ana"',),
}
FIRST_ONLY = {
    f"bateria NOT {listed}{behind}": (
        "Only the first of this list would be excluded",
        listed,
        f"bateria NOT {all_}{behind}",
    )
    for behind in ("", " AND cc=BR")
    for listed, all_ in (
        ("pa=Toyota, Honda", "pa=(Toyota OR Honda)"),
        ("pa=Toyota; Honda; Nissan", "pa=(Toyota OR Honda OR Nissan)"),
        ('pa="Toyota Motor", "Honda, Inc."', 'pa=("Toyota Motor" OR "Honda, Inc.")'),
        ("pa=Toyota Motor, Honda Co., Ltd.", "pa=(Toyota Motor OR Honda Co., Ltd.)"),
        ("pa=Honda Co., Ltd.", "pa=(Honda Co., Ltd.)"),
        ("ti=chumbo, ácido", "ti=(chumbo OR ácido)"),
        ("ti,ab=chumbo, ácido", "ti,ab=(chumbo OR ácido)"),
        ("in=silva, souza", "in=(silva OR souza)"),
    )
}

# What a closed list has as a value, behind NOT or AND, is a word with a note; an element, or a kind with a figure, behind NOT is that value.
CLOSED = {
    "kd=A NOT A1": ("kd=(A NOT A1)", "a word quote it"),
    "kd=A NOT A1 NOT A2 AND rice": ("kd=A NOT kd=A1 NOT kd=A2 AND rice", "a word quote it", "a word quote it"),
    "has=claims NOT abstract": ("has=(claims NOT abstract)", "a word quote it"),
    "has=claims NOT txt=abstract": ("has=claims NOT txt=abstract",),
    'kd=A NOT "A1"': ('kd=A NOT txt="A1"',),
    "kd=A NOT B": ("kd=A NOT B", "write kd=(A NOT B)"),
    "kd=A NOT B1 cells": ("kd=A NOT txt=B1 AND cells", "write kd=(A NOT B1)"),
    "has=claims NOT abstract algebra": ("has=claims NOT txt=abstract AND algebra", "write has=(claims NOT abstract)"),
    "has=claims AND abstract": ("has=claims AND abstract", "write has=(claims AND abstract)"),
    "cc=BR NOT IN NOT DE": ("cc=BR NOT IN NOT DE", "NOT IN NOT DE)"),
    "lang=en NOT pt": ("lang=en NOT pt", "write lang=(en NOT pt)"),
    "rt=patent and design": ("rt=patent AND design", "write rt=(patent OR design)"),
    "ls=pending AND in_force": ("ls=pending AND in_force", "write ls=(pending OR in_force)"),
    "year=2015 NOT 2016": ("year=2015 NOT txt=2016", "write year=(2015 NOT 2016)"),
    "cc=BR AND rice": ("cc=BR AND rice",),
    "cc=BR not in vitro": ("cc=BR NOT in AND vitro",),
    "cc=BR AND de novo": ("cc=BR AND de AND novo",),
    "ti=(rice) NOT IN": ("ti=rice NOT IN",),
    "pa=samsung NOT display": ("pa=samsung NOT display",),
}

READ = (CLOSED, IN_BRACKETS, OF_WORDS, OF_LISTS, BEHIND_A_NUMBER, BEFORE, LEFT_OUT, HYPHENS, LAST, SMALL, OPERATORS)
REFUSED = (FIELD_FIRST, BETWEEN, FIRST_ONLY)
