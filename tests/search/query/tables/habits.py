"""More habits of other systems: PPUBS, STN, Orbit, PatSnap, Espacenet, PATENTSCOPE, Google, Lens, DEPATISnet, KIPRIS, J-PlatPat, Derwent.

Every row is a query as people write it there: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

USPTO_READ = {
    "silica SAME gel": ("silica NEAR50 gel", "write it in quotes"),
    "silica WITH gel": ("silica NEAR20 gel", "write it in quotes"),
    "silica ADJ gel": ("silica ADJ1 gel",),
    "silica NOT3 gel": ("txt=(silica AND NOT3 AND gel)", "an operator write NEAR3"),
    "silic$4": ("silic????", "none, # exactly one"),
    "silic$": ("silic*", "letters at the end"),
    "@ad<20150101": ("ad<=2014",),
    "@py=2020": ("year=2020",),
    "US10991571B2": ("pn=US10991571B2", "an application write ap="),
    '"EP","1792486","A2" NEAR3 husk': ('txt=("EP , 1792486" NEAR3 husk)', "of them is sought"),
    'num="US 10,991?"': ('num="US 10,991?"',),
    "US 10,991,571": ('pn="US 10,991,571"', "an application write ap="),
    "10,991,571": ('pn="10,991,571"', "an application write ap="),
    "US10991571": ("num=US10991571",),
    "USD435854": ("num=USD435854",),
    "US RE45,123 E": ('num="US RE45,123 E"',),
    "USD 500 price": ("txt=(USD AND 500 AND price)",),
    "IDP 000086920": ('num="IDP 000086920"',),
    "US 10/991,571": ('num="US 10/991,571"',),
    "US10991571B2, EP3123456B1": (
        "pn=US10991571B2 OR num=EP3123456B1",
        "an application write ap=",
        "alternatives: any of them",
    ),
    "@pd>=20200101<=20201231": ("pd=2020",),
}

STN_READ = {
    "SILICA(S)GEL": ("SILICA NEAR20 GEL", "write it in quotes"),
    "SILICA(L)GEL": ("SILICA AND GEL", "write it in quotes"),
    "SILICA(P)GEL": ("SILICA NEAR50 GEL", "write it in quotes"),
    "D L1 1-10 TI AB": ("txt=(D AND L1 AND 1-10 AND TI AND AB)", "have no numbers here", "the value behind it"),
}

ORBIT_READ = {
    "PD=2015:2020": ("pd=2015..2020",),
    "PD>=2015-01-01": ("pd>=2015",),
    "silic+ AND /TI gel": ("silic* AND TI AND gel", "letters at the end", "the value behind it"),
}

PATSNAP_READ = {
    "TAC:(silica gel)": ("silica AND gel",),
    "ANCS:(samsung)": ("pa=samsung",),
    "IPC:(C01B33)": ("ipc=C01B33/00",),
    "PBD:[20200101 TO 20201231]": ("pd=2020",),
    "APD:[20200101 TO *]": ("ad>=2020",),
    "AUTHORITY:(VN OR TH)": ("cc=(VN OR TH)",),
}

ESPACENET_READ = {
    "ti=silica and pd=2020:2021": ("ti=silica AND pd=2020..2021",),
    "ta=silica prox/distance<3 gel": ("ta=(silica NEAR2 gel)",),
    "ti,ab=silica": ("ti=silica OR ab=silica",),
    'ftxt="silica gel"': ('ftxt="silica gel"',),
    "pa=samsung and pr=KR": ("pa=samsung AND pr=KR*",),
    'cpc any "C01B C03C"': ("cpc=(C01B OR C03C)",),
    'cpc all "C01B C03C"': ("cpc=(C01B AND C03C)",),
    'cl any "C01B33/12 C01B33/14"': ("class=(C01B33/12 OR C01B33/14)", "for claims write claims="),
    'in all "smith john"': ("in=(smith AND john)",),
    "ap=BR19991234": ("ap=BR19991234", "the other digits too"),
    'inventor="smith"': ('in="smith"',),
    'applicant any "samsung lg"': ("pa=(samsung OR lg)",),
    'num any "EP1000000 EP1000001"': ("num=(EP1000000 OR EP1000001)",),
    "txt=silica and lang=en": ("silica AND lang=en",),
    'ctxt any "silica gel"': ("silica OR gel",),
}

PATENTSCOPE_READ = {
    "DP:2020": ("pd=2020",),
    "EN_ALL:silica": ("silica",),
    "EN_DE_S:silica": ("desc=silica",),
    "EN_CL_S:silica": ("claims=silica",),
    "EN_TI_S:silica": ("ti=silica",),
    "ET/silica": ("ti=silica",),
    "ABE/silica": ("ab=silica",),
    'FP:("rice husk" AND silica)': ('"rice husk" AND silica', "in=, numbers with num="),
    "IC:C01B33": ("ipc=C01B33/00",),
    'IN:("smith john")': ('in="smith john"',),
    "PA:(samsung) ANDNOT CTR:KR": ("pa=samsung NOT cc=KR",),
    "silica^3 gel": ("silica AND gel", "always counts for more"),
    '"silica gel"~3': ("silica NEAR3 gel",),
    "AN:US2020123456": ("ap=US2020123456", "the applicant write pa="),
    "AD:2020": ("ad=2020",),
}

GOOGLE_READ = {
    "inassignee:samsung": ("pa=samsung",),
    'assignee:"samsung electronics"': ('pa="samsung electronics"',),
    'inventor:"John Smith"': ('in="John Smith"',),
    "after:priority:20200101": ("prd>=2020-01-02",),
    "before:publication:2021": ("pd<=2020",),
    "country:VN,TH": ("cc=(VN OR TH)",),
    "language:ENGLISH": ("lang=en",),
    "CL=(silica)": ("claims=silica", "a class write class="),
    "TI=(silica)": ("ti=silica",),
    "AB=(silica)": ("ab=silica",),
    "TAC=(silica)": ("silica",),
    "(silica) AND (gel) country:BR": ("silica AND gel AND cc=BR",),
    "cpc:C01B33/12": ("cpc=C01B33/12",),
    "cpc=C01B33/low": ("cpc=C01B33/00",),
    "~silica": ("silica", "and was left out"),
    "silica NEAR gel": ("silica NEAR5 gel",),
    "silica NEAR/3 gel": ("silica NEAR3 gel",),
    "intitle:silica": ("ti=silica",),
}

LENS_READ = {
    "title:(silica AND gel) AND jurisdiction:US": ("ti=(silica AND gel) AND cc=US",),
    'applicant.name.exact:"Samsung"': ('pa="Samsung"',),
    "class_ipcr.symbol:C01B*": ("ipc=C01B",),
    "date_published:[2020-01-01 TO 2021-01-01]": ("pd=2020-01-01..2021-01-01",),
    "earliest_priority_claim_date:[2020-01-01 TO *]": ("prd>=2020",),
    "title:silica~2": ("ti=silica~2",),
    'title:"silica gel"~3': ("ti=(silica NEAR3 gel)",),
    "abstract:(silica) NOT claim:(gel)": ("ab=silica NOT claims=gel",),
    "doc_number:1000000": ("pn=1000000",),
}

DEPATISNET_READ = {
    "PC=DE": ("cc=DE",),
    "PUB=2020": ("pd=2020",),
    "ICM=C01B": ("ipc=C01B", "not the first only"),
    "ICB=C01B": ("ipc=C01B",),
    "BI=silica": ("silica",),
    "AY=2020": ("ad=2020",),
    "PY=2020": ("year=2020",),
    "silica? (A) gel": ("silica? AND A AND gel", "for any number *", "or ADJ1 between them"),
}

KIPRIS_JPLATPAT_READ = {
    "[SILICA] * [GEL]": ("SILICA AND * AND GEL",),
    "[실리카]": ("실리카",),
    "CL=[silica]": ("claims=silica", "a class write class="),
    "IPC=[C01B]": ("ipc=C01B",),
    "AD=[20200101~20201231]": ("ad=2020",),
    "silica*gel": ("silica*gel", "both words write AND"),
    "silica+gel": ("silica+gel", "for either write OR"),
    "silica^gel": ("silica^gel",),
    "!silica": ("NOT silica", "was read as NOT"),
    "シリカ\u3000ゲル": ("シリカ AND ゲル",),
    "특허": ("특허",),
    "실리카 AND 겔": ("실리카 AND 겔",),
}

DERWENT_READ = {
    "TI=(silica near3 gel) AND PD=(2020)": ("ti=(silica NEAR3 gel) AND pd=2020",),
    "TS=(silica SAME gel)": ("silica NEAR50 gel", "write it in quotes"),
    "ALL=(silica ADJ3 gel)": ("silica ADJ3 gel", "in=, numbers with num="),
    "ALL=silica NEAR/5 gel": ("silica NEAR5 gel", "in=, numbers with num="),
    "PA=(SAMSUNG*) AND DP>=(20200101)": ("pa=SAMSUNG* AND pd>=2020",),
    "IC=(C01B003312)": ("ipc=C01B33/12",),
    "ICR=(C01B)": ("ipc=C01B",),
    "FIC=(C01B)": ("ipc=C01B",),
    "AIOE=(samsung)": ("pa=samsung",),
    "CC=(US)": ("cc=US",),
    "KI=(A1)": ("kd=A1",),
    "DP>=(20200101) AND DP<=(20201231)": ("pd=2020",),
    "AD=(2020 OR 2021)": ("ad=2020 OR ad=2021",),
    "PNC=(US)": ("cc=US",),
}

READ = (
    USPTO_READ,
    STN_READ,
    ORBIT_READ,
    PATSNAP_READ,
    ESPACENET_READ,
    PATENTSCOPE_READ,
    GOOGLE_READ,
    LENS_READ,
    DEPATISNET_READ,
    KIPRIS_JPLATPAT_READ,
    DERWENT_READ,
)

USPTO_REFUSED = {
    '"silica".ti. AND @pd>=20200101': ("A field stands before its", '"silica".ti.', 'ti="silica" AND @pd>=20200101'),
    "silica.ti. and gel.ab.": ("A field stands before its", "silica.ti.", "ti=silica and ab=gel"),
    'silica.ti,ab. AND "2020".py.': ("A field stands before its", "silica.ti,ab.", 'ti,ab=silica AND py="2020"'),
    "(silica ADJ3 gel).clm.": ("A field stands before its", "(silica ADJ3 gel).clm.", "clm=(silica ADJ3 gel)"),
    "silica XOR gel": ("XOR is not known here;", "XOR", ""),
    "US-20200123456-A1.did.": ("A field stands before its", "US-20200123456-A1.did.", "did=US-20200123456-A1"),
    '"20200123456".pn.': ("A field stands before its", '"20200123456".pn.', 'pn="20200123456"'),
    "samsung.as.": ("A field stands before its", "samsung.as.", "pa=samsung"),
    "samsung.aanm.": ("A field stands before its", "samsung.aanm.", "aanm=samsung"),
    "smith.in.": ("A field stands before its", "smith.in.", "in=smith"),
    "A61K31/00.cpc.": ("A field stands before its", "A61K31/00.cpc.", "cpc=A61K31/00"),
    "C01B33/12.cpcl.": ("A field stands before its", "C01B33/12.cpcl.", "cpcl=C01B33/12"),
    "H01L.ipc.": ("A field stands before its", "H01L.ipc.", "ipc=H01L"),
}

STN_REFUSED = {
    "S SILICA(3A)GEL/TI": ("A query here needs no", "S ", "ti=SILICA(3A)GEL"),
    "S SILICA(W)GEL/TI,AB": ("A query here needs no", "S ", ""),
    "S L1 AND L2": ("A query here needs no", "S ", ""),
    "S (SILICA OR ALUMINA)(5A)GEL/BI": ("A query here needs no", "S ", "bi=((SILICA OR ALUMINA)(5A)GEL)"),
    "S US20200123456/PN": ("A query here needs no", "S ", "pn=US20200123456"),
    "S C01B033-12/IPC": ("A query here needs no", "S ", "ipc=C01B033-12"),
    "S 2020/PY": ("A query here needs no", "S ", "py=2020"),
    "S 2015-2020/PY": ("A query here needs no", "S ", "py=2015-2020"),
    "S PY>2015": ("A query here needs no", "S ", "PY>2015"),
    "L1 AND L2": ("Earlier answers have no numbers", "L1 AND L2", ""),
}

ORBIT_REFUSED = {
    "(silica 3D gel)/TI/CLMS": ("A field stands before its", "(silica 3D gel)/TI/CLMS", "ti,clms=(silica NEAR4 gel)"),
    "(silica D gel)/TI": ("A field stands before its", "(silica D gel)/TI", "ti=(silica NEAR1 gel)"),
    "(silica 3W gel)/TI/AB": ("A field stands before its", "(silica 3W gel)/TI/AB", "ti,ab=(silica ADJ4 gel)"),
    "(silica F gel)/TI": ("A field stands before its", "(silica F gel)/TI", "ti=(silica AND gel)"),
    "(silica S gel)/CLMS": ("A field stands before its", "(silica S gel)/CLMS", "clms=(silica NEAR20 gel)"),
    "EP1000000/PN": ("A field stands before its", "EP1000000/PN", "pn=EP1000000"),
    "(EP1000000 OR EP1000001)/PN": (
        "A field stands before its",
        "(EP1000000 OR EP1000001)/PN",
        "pn=(EP1000000 OR EP1000001)",
    ),
    "C01B-033/12/IPC": ("A field stands before its", "C01B-033/12/IPC", "ipc=C01B-033/12"),
    "samsung/PA AND 2020/PD": ("A field stands before its", "samsung/PA", "pa=samsung AND pd=2020"),
    "SAMSUNG/PA/OW": ("A field stands before its", "SAMSUNG/PA/OW", "pa,ow=SAMSUNG"),
    "((silica+ OR quartz) 5D (gel?))/TI/AB/CLMS/DESC": (
        "A field stands before its",
        "((silica+ OR quartz) 5D (gel?))/TI/AB/CLMS/DESC",
        "ti,ab,clms,desc=((silica+ OR quartz) NEAR6 (gel?))",
    ),
}

PATSNAP_REFUSED = {
    "TACD:(silica $W3 gel)": ("For title, abstract and claims", "TACD", ""),
    "TAC_ALL:(silica)": ("For title, abstract and claims", "TAC_ALL", ""),
    "LEGAL_STATUS:(granted)": ("The legal status is asked", "LEGAL_STATUS:(granted)", "kd=(B OR C OR Y)"),
}

ESPACENET_REFUSED = {
    'pn within "EP1000000, EP1000010"': ("“within” compares dates; publication number", '"EP1000000, EP1000010"', ""),
    "legal=granted": ("“legal” is not a field", "legal=", "legal granted"),
    "fam=12345": ("Families are not searchable; search", "fam", ""),
    "citing=EP1000000": ("Citations are not searchable", "citing", ""),
    "silica:gel": ("“silica” is not a field", "silica:", "silica gel"),
}

PATENTSCOPE_REFUSED = {
    "CHEM:(silica)": ("This is not held here;", "CHEM", ""),
    "NPCC:VN": ("National phase entries are not", "NPCC", ""),
    "DTY:A1": ("For the right write rt=,", "DTY:A1", "kd=A1"),
    "423/335.CCLS.": ("Classes of single offices are", "423/335.CCLS.", ""),
    "ISA:EP": ("This is not held here;", "ISA", ""),
    "OLF:en": ("This is not held here;", "OLF", ""),
    "GRD:2020": ("For the date of a", "GRD", ""),
}

GOOGLE_REFUSED = {
    "type:PATENT": ("For the right write rt=,", "type:PATENT", "rt=patent"),
    'type:"utility model"': ("For the right write rt=,", 'type:"utility model"', "rt=utility_model"),
    "type: patents": ("For the right write rt=,", "type", ""),
    "Primary Examiner: Silva": ("Examiners are not searchable", "Examiner", ""),
    "status:GRANT": ("“GRANT” is no legal status", "status:GRANT", "kd=(B OR C OR Y)"),
    "litigation:YES": ("This is not held here;", "litigation", ""),
    '"silica * gel"': ("“*” needs a letter; for", '"silica * gel"', ""),
    "site:patents.google.com silica": ("For an office write cc=,", "site", ""),
}

LENS_REFUSED = {
    "doc_key:EP_1000000_A1": ("For a number write num=,", "doc_key", ""),
    "has_full_text:true": ("What a record must have", "has_full_text:true", "has=description"),
    "cited_by_patent_count:[1 TO *]": ("Citations are not searchable", "cited_by_patent_count", ""),
    "legal_status.patent_status:active": (
        "The legal status is asked",
        "legal_status.patent_status:active",
        "ls=in_force",
    ),
    "_exists_:title": ("What a record must have", "_exists_:title", "has=title"),
    "publication_type:patent_application": ("For the right write rt=,", "publication_type:patent_application", "kd=A"),
}

DEPATISNET_REFUSED = {
    "SILICA/TI UND GEL/AB": ("A field stands before its", "SILICA/TI", "ti=SILICA AND ab=GEL"),
    "SILICA/TI": ("A field stands before its", "SILICA/TI", "ti=SILICA"),
    "(silica (2W) gel)/BI": ("A field stands before its", "(silica (2W) gel)/BI", "bi=(silica (2W) gel)"),
    "TI=SILICA UND AB=GEL": ("The operators are AND, OR", "TI=SILICA UND AB=GEL", "TI=SILICA AND AB=GEL"),
}

KIPRIS_JPLATPAT_REFUSED = {
    "TL=[silica]": ("This is written as in", "TL=[silica]", "ti=(silica)"),
    "TL=[silica*gel]": ("This is written as in", "TL=[silica*gel]", "ti=(silica AND gel)"),
    "AP=[samsung]": ("This is written as in", "AP=[samsung]", "pa=(samsung)"),
    "(silica*gel)*AP=[samsung]": (
        "This is written as in",
        "(silica*gel)*AP=[samsung]",
        "(silica AND gel) AND pa=(samsung)",
    ),
    "シリカ/TI": ("A field stands before its", "シリカ/TI", "ti=シリカ"),
    "シリカ/TI*ゲル/CL": ("This is written as in", "シリカ/TI*ゲル/CL", "ti=(シリカ) AND claims=(ゲル)"),
    "[シリカ/TI]*[ゲル/AB]": ("This is written as in", "[シリカ/TI]*[ゲル/AB]", "ti=(シリカ) AND ab=(ゲル)"),
    "シリカ,5C,ゲル/CL": ("A field stands before its", "シリカ,5C,ゲル/CL", "cl=シリカ,5C,ゲル"),
    "C01B33/12/FI": ("Classes of single offices are", "C01B33/12/FI", ""),
    "4G072AA01/FT": ("Classes of single offices are", "4G072AA01/FT", ""),
    "(シリカ+ゲル)/TI": ("This is written as in", "(シリカ+ゲル)/TI", "ti=(シリカ OR ゲル)"),
    "AB=[silica+alumina]": ("This is written as in", "AB=[silica+alumina]", "ab=(silica OR alumina)"),
    "シリカ,3N,ゲル/TX": ("A field stands before its", "シリカ,3N,ゲル/TX", "tx=シリカ,3N,ゲル"),
}

DERWENT_REFUSED = {
    "ALLD=(silica)": ("“ALLD” is not a field.", "ALLD", "txt=(silica)"),
    "CTB=(silica)": ("Citations are not searchable", "CTB", ""),
    "SSTO=(x)": ("“SSTO” is not a field", "SSTO", ""),
}

REFUSED = (
    USPTO_REFUSED,
    STN_REFUSED,
    ORBIT_REFUSED,
    PATSNAP_REFUSED,
    ESPACENET_REFUSED,
    PATENTSCOPE_REFUSED,
    GOOGLE_REFUSED,
    LENS_REFUSED,
    DEPATISNET_REFUSED,
    KIPRIS_JPLATPAT_REFUSED,
    DERWENT_REFUSED,
)
