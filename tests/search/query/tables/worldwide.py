"""Habits of Espacenet, PATENTSCOPE and Google Patents, and what people type into any box.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

QUERIES = {
    'pa all "samsung electronics" and pd within "20150101 20201231"': (
        "pa=(samsung AND electronics) AND pd=2015..2020",
    ),
    'ti any "rice paddy" and (cpc=/low C01B33 or ipc=C01B33/12)': (
        "ti=(rice OR paddy) AND (cpc=C01B33/00 OR ipc=C01B33/12)",
    ),
    "(ti=rice or ab=rice) not pa=bayer": ("(ti=rice OR ab=rice) NOT pa=bayer",),
    "txt=(solar near4 panel)": ("solar NEAR4 panel",),
    "ctxt=(rice prox/distance<5 husk)": ("rice NEAR4 husk",),
    "claims=(rice prox/unit=paragraph husk)": (
        "claims=(rice NEAR50 husk)",
        "what is known here",
    ),
    'nftxt all "rice husk"': (
        "ftxt=(rice AND husk)",
        "with pa= or in=",
    ),
    'desc adj "rice husk"': ('desc="rice husk"',),
    'ti="rice hus?" and in=silva': (
        'ti="rice hus?" AND in=silva',
        "for any number *",
    ),
    "pn=(EP1000000 or WO2015012345)": ("pn=(EP1000000 OR WO2015012345)",),
    "pn=WO2015012345A1 and pd=2015": ("pn=WO2015012345A1 AND pd=2015",),
    'num all "EP1000000"': ("num=EP1000000",),
    'pr="US201562134567"': ("pr=US201562134567",),
    "pr=US62/134,567": ('pr="US62/134,567"',),
    "ap=US2015012345W": ("ap=US2015012345W",),
    "ap=EP20150123456": ("ap=EP20150123456",),
    'cpc="C01B33/12/low"': (
        "cpc=C01B33/12",
        "in all of them",
    ),
    "cpc=C01B33/low and ti=rice": ("cpc=C01B33/00 AND ti=rice",),
    'ia="silva jose"': ('ia="silva jose"',),
    'in any "silva, souza" and cc any "BR AR"': ("in=(silva OR souza) AND cc=(BR OR AR)",),
    'pa="UNIV SAO PAULO [BR]"': ('pa="UNIV SAO PAULO [BR]"',),
    "ti=rice AND pn=BR": (
        "ti=rice AND cc=BR",
        "was read as cc=BR",
    ),
    'ti = "rice" AND NOT ab = "wheat"': ('ti="rice" NOT ab="wheat"',),
    "ti=rice && pa=bayer || in=silva": (
        "(ti=rice AND pa=bayer) OR in=silva",
        "c. Brackets say otherwise",
    ),
    "ti=(rice,husk)": ("ti=(rice AND husk)",),
    'title:"rice husk"~3 AND applicant:bayer': ("ti=(rice NEAR3 husk) AND pa=bayer",),
    "publication date: 2015": ("pd=2015",),
    "filing date 2015-2017": ("ad=2015..2017",),
    "rice husk (BR)": (
        "rice AND husk AND BR",
        "the office write cc=BR",
    ),
    "rice husk - wheat": ("rice AND husk AND wheat",),
    "rice -husk": (
        "rice NOT husk",
        "was read as NOT",
    ),
    "+rice +husk -wheat": (
        "rice AND husk NOT wheat",
        "was read as NOT",
        "and was left out",
    ),
    "rice+husk": (
        "rice+husk",
        "for either write OR",
    ),
    '"rice husk" +silica': (
        '"rice husk" AND silica',
        "and was left out",
    ),
    "FP:(rice husk)": (
        "rice AND husk",
        "in=, numbers with num=",
    ),
    "EN_ALL:(rice AND husk) AND CTR:BR": ("(rice AND husk) AND cc=BR",),
    'EN_ALLTXT:("rice husk"~5)': ("ftxt=(rice NEAR5 husk)",),
    "EN_TI:rice^3 OR EN_AB:husk": (
        "ti=rice OR ab=husk",
        "always counts for more",
    ),
    'IC:"C01B 33/12" AND DP:[2015 TO 2020]': ("ipc=C01B33/12 AND pd=2015..2020",),
    "IC:C01B33* ANDNOT PA:bayer": ("ipc=C01B33* NOT pa=bayer", "for one write C01B33"),
    'IC_EX:"C01B33/12"': ("ipc==C01B33/12",),
    "DP:[01.01.2015 TO 31.12.2020]": ("pd=2015..2020",),
    "DP:2015*": ("pd=2015",),
    "DP:201501": ("pd=2015-01",),
    "DP:01.2015": ("pd=2015-01",),
    "PD:[2015 TO 2017] AND DP:2018": (
        "prd=2015..2017 AND pd=2018",
        "write DP or pd=",
    ),
    "AD:20150101": ("ad=2015-01-01",),
    "AN:PCT/BR2015/050123": (
        'ap="PCT/BR2015/050123"',
        "the applicant write pa=",
    ),
    "PN:WO/2015/012345": ('pn="WO/2015/012345"',),
    "WO:2015/012345": ('pn="WO2015/012345"',),
    'ALLNAMES:"Jose Silva"': ('ia="Jose Silva"',),
    "ALL:rice": (
        "rice",
        "in=, numbers with num=",
    ),
    "INA:silva AND PAA:petrobras": (
        "in=silva AND pa=petrobras",
        "names only, not addresses",
        "names only, not addresses",
    ),
    "RP:dannemann": ("rp=dannemann",),
    "LGP:EN": (
        "lang=en",
        "text that was delivered",
    ),
    "EN_CL:(a NEAR/3 b)": ("claims=(a NEAR3 b)",),
    "EN_CL:(rice NEAR husk)": ("claims=(rice NEAR5 husk)",),
    "EN_CL:(rice BEFORE3 husk)": ("claims=(rice ADJ3 husk)",),
    "EN_CL:(rice BEFORE husk)": (
        "claims=(rice AND BEFORE AND husk)",
        "NOT, NEAR5 and ADJ1",
    ),
    "FR_TI:riz OR ES_TI:arroz OR PT_TI:arroz": (
        "(ti=riz AND lang=fr) OR (ti=arroz AND lang=es) OR (ti=arroz AND lang=pt)",
        "English is searched too",
        "English is searched too",
        "English is searched too",
    ),
    "AR_TI:أرز": (
        "ti=أرز AND lang=ar",
        "English is searched too",
    ),
    "EN_TI_S:rice": ("ti=rice",),
    "PCT/BR2015/050123 OR WO2016012345": ('num=("PCT/BR2015/050123" OR WO2016012345)',),
    "intitle:rice inassignee:petrobras before:2020": ("ti=rice AND pa=petrobras AND pd<=2019",),
    "rice husk before:priority:20200101 after:filing:20100101": ("rice AND husk AND prd<=2019 AND ad>=2010-01-02",),
    'assignee:"Petroleo Brasileiro" inventor:silva': ('pa="Petroleo Brasileiro" AND in=silva',),
    "(rice OR paddy) (husk OR hull)": ("(rice OR paddy) AND (husk OR hull)",),
    "TI=(rice husk) AB=(silica)": ("ti=(rice AND husk) AND ab=silica",),
    "CL=(rice NEAR/5 husk)": (
        "claims=(rice NEAR5 husk)",
        "a class write class=",
    ),
    "CPC=C01B33/low OR IPC=C01B33": ("cpc=C01B33/00 OR ipc=C01B33/00",),
    "US20150123456A1 US9123456B2": (
        "num=(US20150123456A1 OR US9123456B2)",
        "alternatives: any of them",
    ),
    'inventor:"Jose da Silva" -inventor:"Maria"': (
        'in=("Jose da Silva" NOT "Maria")',
        "was read as NOT",
    ),
    "(A NEAR/5 B) AND (C WITH D)": (
        "(A NEAR5 B) AND (C NEAR20 D)",
        "write it in quotes",
    ),
    "rice ADJ5 (husk OR hull)": ("rice ADJ5 (husk OR hull)",),
    "rice NEAR10 husk SAME silica": (
        "(rice NEAR10 husk) AND (husk NEAR50 silica)",
        "write it in quotes",
        "between its two neighbours",
    ),
}

QUERIES_REFUSED = {
    'ipc="A61K31/00:A61K31/80"': (
        "“A61K31/00:A61K31/80” is not a class symbol.",
        '"A61K31/00:A61K31/80"',
        "",
    ),
    "pa=UNIV SAO PAULO [BR]": (
        "“[BR]” behind a name is its",
        "[BR]",
        "pa=UNIV SAO PAULO",
    ),
    "UNIV SAO PAULO [BR]": (
        "“[BR]” behind a name is its",
        "[BR]",
        "UNIV SAO PAULO",
    ),
    "ti=<rice>": (
        "Title needs a value here, as",
        "",
        "",
    ),
    "rice husk [BR]": (
        "“[BR]” behind a name is its",
        "[BR]",
        "rice husk",
    ),
    "rice AND (husk OR": (
        "“OR” needs something after it.",
        "OR",
        "rice AND (husk)",
    ),
    "NPCC:BR AND EN_TI:rice": (
        "National phase entries are not searchable;",
        "NPCC",
        "",
    ),
    "EN_TI:/rice.*/": (
        "Regular expressions are not known here;",
        "/rice.*/",
        "",
    ),
    'EN_TI:"rice *"': (
        "“*” needs a letter; for any",
        '"rice *"',
        "",
    ),
    '"rice husk" country:BR status:GRANT language:PORTUGUESE': (
        "“GRANT” is no legal status here:",
        "status:GRANT",
        '"rice husk" country:BR kd=(B OR C OR Y) language:PORTUGUESE',
    ),
    "rice~5 husk": (
        "“~” goes after a word of",
        "rice~5",
        "rice~2 husk",
    ),
    "SSS=c1ccccc1": (
        "“SSS” is not a field; fields",
        "SSS",
        "",
    ),
}

READ = (QUERIES,)
REFUSED = (QUERIES_REFUSED,)
