"""Habits of the USPTO, STN, Derwent, Orbit, DEPATISnet and The Lens.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

QUERIES = {
    "@pd>=20150101<=20201231": ("pd=2015..2020",),
    "rice$3 husk$": (
        "rice??? AND husk*",
        "none, # exactly one",
        "letters at the end",
    ),
    "$hydr$ ": (
        "*hydr*",
        "none, # exactly one",
        "letters at the end",
    ),
    "?ydrogen": (
        "?ydrogen",
        "for any number *",
    ),
    "rice ADJ husk NEAR2 silica": (
        "(rice ADJ1 husk) AND (husk NEAR2 silica)",
        "between its two neighbours",
    ),
    "L1 same L2": (
        "txt=(L1 AND same AND L2)",
        "have no numbers here",
        "NOT, NEAR5 and ADJ1",
        "have no numbers here",
    ),
    "TI=(rice ADJ husk) AND AC=BR": ("ti=(rice ADJ1 husk) AND cc=BR",),
    "TS=(rice husk*) AND IP=C01B*": ("(rice AND husk*) AND ipc=C01B",),
    "IP=(C01B-033/12) AND PY=(2015-2020)": ("ipc=C01B33/12 AND year=2015..2020",),
    "AN=PETROBRAS AND AE=SILVA": (
        "pa=(PETROBRAS AND SILVA)",
        "application number write ap=",
    ),
    "DP>=(20150101) AND DP<=(20201231)": ("pd=2015..2020",),
    "PRD>=20150101": ("prd>=2015",),
    "rice+ AND husk?": (
        "rice* AND husk?",
        "letters at the end",
        "for any number *",
    ),
    "BI=(RICE(W)HUSK)": (
        "RICE ADJ1 HUSK",
        "write it in quotes",
    ),
    "PN=BR102012004079A2": ("pn=BR102012004079A2",),
    "(AP=2015 OR AP=2016)": ("ap=(2015 OR 2016)", "the date write ad=2015", "the date write ad=2016"),
    "title:(rice AND husk) AND applicant.name:(petrobras)": ("ti=(rice AND husk) AND pa=petrobras",),
    "abstract:(rice~1 husk)": ("ab=(rice~1 AND husk)",),
    "date_published:[2015-01-01 TO 2020-12-31]": ("pd=2015..2020",),
    "year_published:[2015 TO *]": ("year>=2015",),
    "inventor.name:(silva AND jose)": ("in=(silva AND jose)",),
    'inventor.name.exact:"Jose Silva"': ('in="Jose Silva"',),
    "owner_all.name:petrobras": ("pa=petrobras",),
    "priority_claim.doc_number:123456": ("pr=123456",),
    "title:rice NOT abstract:wheat": ("ti=rice NOT ab=wheat",),
    '"rice husk"~10 OR (rice NEAR husk)': ("(rice NEAR10 husk) OR (rice NEAR5 husk)",),
    "claim:(rice)": ("claims=rice",),
    "full_text:(rice husk)": ("ftxt=(rice AND husk)",),
    "agent.name:(dannemann)": ("rp=dannemann",),
}

QUERIES_REFUSED = {
    "(rice near5 husk).clm. and silica.ab.": (
        "A field stands before its bracket",
        "(rice near5 husk).clm.",
        "clm=(rice near5 husk) and ab=silica",
    ),
    'rice.ti,ab. and @ad>="20150101"': (
        "A field stands before its words",
        "rice.ti,ab.",
        'ti,ab=rice and @ad>="20150101"',
    ),
    "(rice with husk).ti.": (
        "A field stands before its bracket",
        "(rice with husk).ti.",
        "ti=(rice with husk)",
    ),
    '"rice husk".bsum.': (
        "A field stands before its words",
        '"rice husk".bsum.',
        'bsum="rice husk"',
    ),
    "(9123456 | 9123457).pn.": (
        "A field stands before its bracket",
        "(9123456 | 9123457).pn.",
        "pn=(9123456 | 9123457)",
    ),
    '"9123456".PN.': (
        "A field stands before its words",
        '"9123456".PN.',
        'pn="9123456"',
    ),
    "20150123456.pgpb.": (
        "For an office write cc=, as",
        "20150123456.pgpb.",
        "",
    ),
    "C01B33/12.cpc. and rice.clm.": (
        "A field stands before its words",
        "C01B33/12.cpc.",
        "cpc=C01B33/12 and clm=rice",
    ),
    "C01B33/$.ipc.": (
        "A field stands before its words",
        "C01B33/$.ipc.",
        "ipc=C01B33/$",
    ),
    "C01B33/low.cpc.": (
        "A field stands before its words",
        "C01B33/low.cpc.",
        "cpc=C01B33/low",
    ),
    "(C01B33/12 or C01B33/18).cpcl.": (
        "A field stands before its bracket",
        "(C01B33/12 or C01B33/18).cpcl.",
        "cpcl=(C01B33/12 or C01B33/18)",
    ),
    "silva.inv. and petrobras.as.": (
        "A field stands before its words",
        "silva.inv.",
        "inv=silva and pa=petrobras",
    ),
    "Brazil.acn.": (
        "The parties’ countries are not searchable;",
        "Brazil.acn.",
        "",
    ),
    "2015.py. and rice.ti.": (
        "A field stands before its words",
        "2015.py.",
        "py=2015 and ti=rice",
    ),
    "(2015 or 2016).ay.": (
        "A field stands before its bracket",
        "(2015 or 2016).ay.",
        "ay=(2015 or 2016)",
    ),
    "20150101.pd.": (
        "A field stands before its words",
        "20150101.pd.",
        "pd=20150101",
    ),
    "#1 AND #2": (
        "Earlier answers have no numbers here;",
        "#1 AND #2",
        "",
    ),
    "(1 and 2) not 3": (
        "Earlier answers have no numbers here;",
        "(1 and 2) not 3",
        "",
    ),
    "S rice/TI AND husk/AB": (
        "A query here needs no command",
        "S ",
        "ti=rice AND ab=husk",
    ),
    "=> S RICE(W)HUSK/TI": (
        "A query here needs no command",
        "=> S ",
        "ti=RICE(W)HUSK",
    ),
    "S (RICE(2W)HUSK)/TI,AB,CLM": (
        "A query here needs no command",
        "S ",
        "ti,ab,clm=(RICE(2W)HUSK)",
    ),
    "RICE(S)HUSK/BI": (
        "A field stands before its words",
        "RICE(S)HUSK/BI",
        "bi=RICE(S)HUSK",
    ),
    "S BR/PC AND PY>=2015": (
        "A query here needs no command",
        "S ",
        "pc=BR AND PY>=2015",
    ),
    "S 2015-2017/PY": (
        "A query here needs no command",
        "S ",
        "py=2015-2017",
    ),
    "S L1 AND BR/PN": (
        "A query here needs no command",
        "S ",
        "L1 AND pn=BR",
    ),
    "PN=(BR* OR AR*) AND DC=E36": (
        "Derwent's own classes are not searchable;",
        "DC",
        "",
    ),
    "MAN=(E31-P03) ": (
        "“MAN” is not a field; fields",
        "MAN",
        "",
    ),
    "TID=(rice) AND ABD=(husk)": (
        "“TID” is not a field. The",
        "TID",
        "ti=(rice) AND ab=(husk)",
    ),
    "CTB=(rice SAME husk)": (
        "Citations are not searchable.",
        "CTB",
        "",
    ),
    "(rice 3d husk)/TI/AB": (
        "A field stands before its bracket",
        "(rice 3d husk)/TI/AB",
        "ti,ab=(rice 3d husk)",
    ),
    "(RICE 2W HUSK)/TI/AB/CLMS/DESC AND (C01B-033/12)/IPC/CPC": (
        "A field stands before its bracket",
        "(RICE 2W HUSK)/TI/AB/CLMS/DESC",
        "ti,ab,clms,desc=(RICE ADJ3 HUSK) AND ipc,cpc=(C01B-033/12)",
    ),
    "(PETROBRAS)/PA/OPA AND BR/PN": (
        "A field stands before its bracket",
        "(PETROBRAS)/PA/OPA",
        "pa=(PETROBRAS) AND pn=BR",
    ),
    "EPRD >= 2015-01-01": (
        "“EPRD” is not a field. The",
        "EPRD",
        "prd >= 2015-01-01",
    ),
    "2015-01:2015-12/PD": (
        "A field stands before its words",
        "2015-01:2015-12/PD",
        "pd=2015-01:2015-12",
    ),
    "TI=RICE UND AB=HUSK": (
        "The operators are AND, OR and",
        "TI=RICE UND AB=HUSK",
        "TI=RICE AND AB=HUSK",
    ),
    "TI=(RICE HUSK) ODER PA=PETROBRAS": (
        "The operators are AND, OR and",
        "TI=(RICE HUSK) ODER PA=PETROBRAS",
        "TI=(RICE HUSK) OR PA=PETROBRAS",
    ),
    "PA=PETROBRAS? UND PUB>=01.01.2015": (
        "The operators are AND, OR and",
        "PA=PETROBRAS? UND PUB>=01.01.2015",
        "PA=PETROBRAS? AND PUB>=01.01.2015",
    ),
    "ICB=C01B33/12 UND AY=2015": (
        "The operators are AND, OR and",
        "ICB=C01B33/12 UND AY=2015",
        "ICB=C01B33/12 AND AY=2015",
    ),
    "BI=(RICE(NOTW)HUSK)": (
        "That words do not stand near",
        "(NOTW)",
        "BI=(RICE NOT HUSK)",
    ),
    "ISC=C01B33/12": (
        "“ISC” is not a field. The",
        "ISC",
        "ipc=C01B33/12",
    ),
    "PCOD=BR AND PUB=2015": (
        "“PCOD” is not a field; fields",
        "PCOD",
        "",
    ),
    "AY=2015 UND PRC=US": (
        "The operators are AND, OR and",
        "AY=2015 UND PRC=US",
        "AY=2015 AND PRC=US",
    ),
    "jurisdiction:BR AND has_claim:true": (
        "What a record must have is",
        "has_claim:true",
        "jurisdiction:BR AND has=claims",
    ),
    "legal_status.patent_status:ACTIVE": (
        "The legal status is asked with",
        "legal_status.patent_status:ACTIVE",
        "ls=in_force",
    ),
    'publication_type:"granted_patent"': (
        "For the right write rt=, for",
        'publication_type:"granted_patent"',
        "kd=(B OR C OR Y)",
    ),
    "family.simple.size:>5": (
        "“family.simple.size” is not a field; fields",
        "family.simple.size",
        "",
    ),
    "cites_patent:true": (
        "Citations are not searchable.",
        "cites_patent",
        "",
    ),
    "doc_key:BR_102012004079_A2_20150101": (
        "For a number write num=, as",
        "doc_key",
        "",
    ),
    "ids:BR_102012004079_A2": (
        "“ids” is not a field. If",
        "ids:",
        "ids BR_102012004079_A2",
    ),
    "field:title rice": (
        "“field” is not a field. If",
        "field:",
        "field title rice",
    ),
}

READ = (QUERIES,)
REFUSED = (QUERIES_REFUSED,)
