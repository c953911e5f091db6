"""Habits of CNIPA, the USPTO of old, WIPO’s databases of brands and designs, PATENTSCOPE’s rarer codes, and CQL.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

QUERIES = {
    "PN=CN101234567A": ("pn=CN101234567A",),
    "TI=稻壳 AND PA=三星": ("ti=稻壳 AND pa=三星",),
    'ta="rice husk" or ta=(silica gel)': ('ta=("rice husk" OR (silica AND gel))',),
    "TTL/(rice AND husk) ANDNOT AN/petrobras": (
        "ti=(rice AND husk) NOT pa=petrobras",
        "application number write ap=",
    ),
    'AN/"Petrobras" OR IN/Silva-Jose': (
        'pa="Petrobras" OR in=Silva-Jose',
        "application number write ap=",
    ),
    'CPC/C01B33/12 AND SPEC/"rice husk"': ('cpc=C01B33/12 AND desc="rice husk"',),
    "PN/10123456": ("pn=10123456",),
    "DN/20150123456": ("pn=20150123456",),
    "ACLM/(rice AND husk)": ("claims=(rice AND husk)",),
    "brand:rice": ("ti=rice",),
    "BRAND:(rice OR padi)": ("ti=(rice OR padi)",),
    'HOL:"Unilever"': ('pa="Unilever"',),
    "GS:rice": ("desc=rice",),
    "IRN:DM/081234": ('pn="DM/081234"',),
    "DM/081234": ('num="DM/081234"',),
    "/EN_TI:rice": ("ti=rice",),
    "EN_TI/rice": ("ti=rice",),
    "IN/silva AND AN/bayer": (
        "in=silva AND pa=bayer",
        "application number write ap=",
    ),
    "DP/2015": ("pd=2015",),
    "EN_TI:(rice AND NOT husk)": ("ti=(rice NOT husk)",),
    "EN_TI:rice NOT EN_TI:husk": ("ti=(rice NOT husk)",),
    'EN_AB:"rice husk" NEAR5 EN_AB:silica': ('ab=("rice husk" NEAR5 silica)',),
    "(EN_TI:rice AND EN_AB:husk) OR (EN_CL:silica AND CTR:TH)": ("(ti=rice AND ab=husk) OR (claims=silica AND cc=TH)",),
    "ALLTXT:(rice husk)": ("ftxt=(rice AND husk)",),
    'FP:("rice husk" AND (silica OR "silicon dioxide")) AND DP:[2010 TO *] ANDNOT CTR:(CN OR US)': (
        '("rice husk" AND (silica OR "silicon dioxide")) AND pd>=2010 NOT cc=(CN OR US)',
        "in=, numbers with num=",
    ),
    'ALLNUM:("BR102012004079" OR "BR102012004080")': ("num=(BR102012004079 OR BR102012004080)",),
    "AN:102012004079 OR PN:102012004079": (
        "ap=102012004079 OR pn=102012004079",
        "the applicant write pa=",
    ),
    "PAF:Bayer AND IC:A61K": (
        "pa=Bayer AND ipc=A61K",
        "not the first only",
    ),
    "IPC:A61K-031/00": ("ipc=A61K31/00",),
    "EN_TI:rice*  AND EN_TI:h?sk": (
        "ti=(rice* AND h?sk)",
        "for any number *",
    ),
    "ICF:C01B33 AND IC:C08K": (
        "ipc=(C01B33/00 AND C08K)",
        "not the first only",
    ),
    "CTR:(TH OR VN OR ID)": ("cc=(TH OR VN OR ID)",),
    "LGF:pt": (
        "lang=pt",
        "text that was delivered",
    ),
    'EN_TI:"rice husk"^2 OR EN_AB:"rice husk"': (
        'ti="rice husk" OR ab="rice husk"',
        "always counts for more",
    ),
    'EN_DE:("rice husk ash" NEAR10 cement)': ('desc=("rice husk ash" NEAR10 cement)',),
    "PD:20150101": (
        "pd=2015-01-01",
        "in PATENTSCOPE, write prd=",
    ),
    "PCN:BR": ("pr=BR*",),
    "JA_ALLTXT:シリカ": (
        "ftxt=シリカ AND lang=ja",
        "English is searched too",
    ),
    "DE_TI:Reis": (
        "ti=Reis AND lang=de",
        "English is searched too",
    ),
    'pa="foo" prox pa="bar"': ('pa=("foo" NEAR1 "bar")',),
    "ti=(rice prox/ordered husk)": ("ti=(rice ADJ1 husk)",),
    "ti=(rice prox/distance<=3/ordered=true husk)": ("ti=(rice ADJ3 husk)",),
    "ti=(rice prox/unit=sentence husk)": (
        "ti=(rice NEAR20 husk)",
        "what is known here",
    ),
    'ti="rice" and (ab="husk" or cl="C01B33")': (
        'ti="rice" AND (ab="husk" OR class=C01B33/00)',
        "for claims write claims=",
    ),
    "ti==rice": (
        "ti=rice",
        "each other quote them",
    ),
    "ti<>rice": ("ti=(NOT rice)",),
    "ti=rice or ti=rice": ("ti=(rice OR rice)",),
    "pd within 2015,2017": ("pd=2015..2017",),
    "pd = 2015 or pd = 2016": ("pd=2015 OR pd=2016",),
    'cpc any "C01B33 C08K3"': ("cpc=(C01B33/00 OR C08K3/00)",),
    'ipc all "C01B33 C08K3"': ("ipc=(C01B33/00 AND C08K3/00)",),
    'pn any "EP1000000 US1234567"': ("pn=(EP1000000 OR US1234567)",),
    'num="EP 1 000 000 A1"': ('num="EP 1 000 000 A1"',),
    "pr=GB": ("pr=GB*",),
    "pn=JP and pd=2015": (
        "cc=JP AND pd=2015",
        "was read as cc=JP",
    ),
    "ap=DE and pr=FR": (
        "cc=DE AND pr=FR*",
        "was read as cc=DE",
    ),
    'ti="rice" "husk"': ('ti="rice" AND "husk"', 'field write ti=("rice" "husk")'),
    '"rice""husk"': ('"rice" AND "husk"',),
    "'rice' 'husk'": ('"rice" AND "husk"',),
    "ti='rice husk'": ('ti="rice husk"',),
    "`rice husk`": ('"rice husk"',),
}

QUERIES_REFUSED = {
    "申请号=CN201510123456.X": (
        "A field goes by its code",
        "申请号=CN201510123456.X",
        "ap=CN201510123456.X",
    ),
    "IPC分类号=C01B33/12": (
        "A field goes by its code",
        "IPC分类号=C01B33/12",
        "ipc=C01B33/12",
    ),
    "申请日>=20150101": (
        "A field goes by its code",
        "申请日>=20150101",
        "ad>=20150101",
    ),
    "申请日=20150101 to 20151231": (
        "A field goes by its code",
        "申请日=20150101 to 20151231",
        "ad=(20150101 to 20151231)",
    ),
    "(发明名称=稻壳) and (申请人=三星)": (
        "A field goes by its code",
        "(发明名称=稻壳) and (申请人=三星)",
        "(ti=稻壳) and (pa=三星)",
    ),
    "关键词=稻壳": (
        "“关键词” is not a field; fields",
        "关键词",
        "",
    ),
    "t=rice": (
        "“t” is not a field. If",
        "t=",
        "t rice",
    ),
    "a=rice": (
        "“a” is not a field. If",
        "a=",
        "a rice",
    ),
    "CCL/423/335": (
        "Classes of single offices are not",
        "CCL",
        "",
    ),
    "IC/Campinas AND ICN/BR": (
        "“Campinas” is not a class symbol.",
        "Campinas",
        "",
    ),
    "REF/1234567": (
        "Citations are not searchable.",
        "REF",
        "",
    ),
    "OO:TH AND HOL:petrobras": (
        "Designations and offices of origin are",
        "OO",
        "",
    ),
    "IC:30 AND BRAND:rice": (
        "“30” is not a class symbol.",
        "30",
        "",
    ),
    "VCS:26.11": (
        "Vienna classes are not searchable yet;",
        "VCS",
        "",
    ),
    "AD:[2015-01-01 TO 2015-12-31] AND OO:ID": (
        "Designations and offices of origin are",
        "OO",
        "",
    ),
    'PROD:"bottle"': (
        "“PROD” is not a field; fields",
        "PROD",
        "",
    ),
    "LCS:09-01": (
        "Locarno classes are not searchable yet;",
        "LCS",
        "",
    ),
    "trademark:lion AND class:30": (
        "“trademark” is not a field. If",
        "trademark:",
        "",
    ),
    "nice=30": (
        "Nice classes are not searchable yet;",
        "nice",
        "",
    ),
    "class=30": (
        "“30” is not a class symbol.",
        "30",
        "",
    ),
    "NPAN:102012004079": (
        "National phase entries are not searchable;",
        "NPAN",
        "",
    ),
    "PRIORPN:US123": (
        "“PRIORPN” is not a field; fields",
        "PRIORPN",
        "",
    ),
    "CHEM:aspirin": (
        "This is not held here; the",
        "CHEM",
        "",
    ),
    "SSTRUCT:CC": (
        "“SSTRUCT” is not a field; fields",
        "SSTRUCT",
        "",
    ),
    "MTI:rice": (
        "“MTI” is not a field; fields",
        "MTI",
        "",
    ),
    'ti all "rice husk silica" prox/distance<3 ab=x': (
        'NEAR stands between words, "phrases" or',
        'ti all "rice husk silica"',
        "",
    ),
    "ti=rice prox/distance<10 ab=husk": (
        "Both sides of NEAR must be",
        "ti=rice prox/distance<10 ab=husk",
        "",
    ),
    'ta within "rice husk"': (
        "“within” compares dates; title or abstract",
        '"rice husk"',
        "",
    ),
    'cpc within "C01B33 C01B35"': (
        "Several symbols need an operator between",
        '"C01B33 C01B35"',
        "",
    ),
    'ti=(("rice")': (
        "This bracket is never closed.",
        "(",
        'ti=(("rice"))',
    ),
}

READ = (QUERIES,)
REFUSED = (QUERIES_REFUSED,)
