"""What comes along from pages, addresses, databases and front pages; operators and signs at the edge of what is read.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

QUERIES = {
    "(21) BR 10 2012 004079-4 A2": (
        'num="BR 10 2012 004079-4 A2"',
        "of them is sought",
    ),
    "(51) C01B 33/12 (2006.01)": (
        "ipc=C01B33/12",
        "classification, was left out",
    ),
    "(11) 1-0012345": (
        'num="1-0012345"',
        "of them is sought",
    ),
    "Inventor: Silva; Souza": (
        "in=Silva AND Souza",
        "field write in=(Silva Souza)",
    ),
    "Applicant(s): Bayer AG": (
        "pa=Bayer AND AG",
        "the office write cc=AG",
        "field write pa=(Bayer AG)",
    ),
    "Title: rice husk": (
        "ti=rice AND husk",
        "field write ti=(rice husk)",
    ),
    "Abstract: rice": ("ab=rice",),
    "Publication number: BR102012004079A2": ("pn=BR102012004079A2",),
    "Application No. 10201501234P": (
        "num=10201501234P",
        "of them is sought",
        "the other digits too",
    ),
    "Application no: 10201501234P": (
        "num=10201501234P",
        "of them is sought",
        "the other digits too",
    ),
    "Appl. No. 236014": (
        "num=236014",
        "of them is sought",
    ),
    "Patent No. 236014": (
        "num=236014",
        "of them is sought",
    ),
    "Filing date: 15.06.2015": ("ad=2015-06-15",),
    "Priority: US 62/134,567": ('pr="US 62/134,567"',),
    "CPC: C01B 33/12": ("cpc=C01B33/12",),
    "Status: In force": ("ls=in_force",),
    'status:"In Force"': ("ls=in_force",),
    "Country: Thailand": ("cc=TH",),
    "kd:B1 OR kd:B2": ("kd=(B1 OR B2)",),
    "title contains rice": ("ti=rice",),
    'title contains "rice husk" and applicant contains bayer': ('ti="rice husk" AND pa=bayer',),
    "title like '%rice%'": (
        "ti=*rice*",
        "none, # exactly one",
    ),
    "applicant = 'Bayer' and not inventor = 'Silva'": ('pa="Bayer" NOT in="Silva"',),
    "title:rice;applicant:bayer": ("ti=rice AND pa=bayer",),
    "https://patents.google.com/patent/BR102012004079A2/en": (
        "num=BR102012004079A2",
        "number BR102012004079A2 in it",
    ),
    "https://worldwide.espacenet.com/patent/search?q=pn%3DBR102012004079A2": (
        "num=BR102012004079A2",
        "number BR102012004079A2 in it",
    ),
    "https://www.lens.org/lens/patent/BR_102012004079_A2": (
        "num=BR102012004079A2",
        "number BR102012004079A2 in it",
    ),
    "rice Near5 husk": ("rice NEAR5 husk",),
    "rice NEAR,5 husk": (
        "rice NEAR5 husk",
        "write it in quotes",
    ),
    "rice NEAR(5) husk": (
        "rice NEAR5 husk",
        "write it in quotes",
    ),
    "rice w5 husk": (
        "rice NEAR5 husk",
        "write it in quotes",
    ),
    "rice PRE/3 husk": ("rice ADJ3 husk",),
    "rice ADJ/3 husk": ("rice ADJ3 husk",),
    "rice 5ADJ husk": (
        "rice ADJ6 husk",
        "write it in quotes",
    ),
    "rice ~5 husk": (
        "txt=(rice AND 5 AND husk)",
        "and was left out",
    ),
    '"rice husk" ~5': ("rice NEAR5 husk",),
    "(rice OR paddy) NEAR5 (husk OR hull) NEAR5 silica": (
        "((rice OR paddy) NEAR5 (husk OR hull)) AND ((husk OR hull) NEAR5 silica)",
        "between its two neighbours",
    ),
    "ti=rice NEAR5 husk": ("ti=(rice NEAR5 husk)",),
    "claims=(a ADJ b ADJ c)": (
        "claims=((a ADJ1 b) AND (b ADJ1 c))",
        "between its two neighbours",
    ),
    "rice*husk": (
        "rice*husk",
        "both words write AND",
    ),
    "ri*ce*hu": ("ri*ce*hu",),
    "*rice*": ("*rice*",),
    "#rice": ("#rice",),
    "rice#": ("rice#",),
    "r#ce": ("r#ce",),
    "ri??": (
        "ri??",
        "for any number *",
    ),
    "rice???": (
        "rice???",
        "for any number *",
    ),
    "rice?*": (
        "rice?*",
        "for any number *",
    ),
    "rice|husk": ("rice OR husk",),
    "rice||husk": ("rice OR husk",),
    "rice & husk": ("rice AND husk",),
    "rice ^ husk": (
        "rice AND husk",
        "and was left out",
    ),
    "rice !husk": (
        "rice NOT husk",
        "was read as NOT",
    ),
    "rice ~husk": (
        "rice AND husk",
        "and was left out",
    ),
    "rice - -husk": (
        "rice NOT husk",
        "was read as NOT",
    ),
    "rice –husk": (
        "rice AND husk",
        "what follows write NOT",
    ),
    "rice—husk": ("rice—husk",),
    "rice; husk, silica": ("rice AND husk AND silica",),
    "rice / husk": ("rice AND husk",),
    "rice // husk": ("rice AND husk",),
    "@rice": ("rice",),
    "#123": ("txt=123", "figures as no truncation"),
    "$100": (
        "txt=100",
        "and was left out",
    ),
    "100%": ("txt=100%",),
    "rice@husk": ("rice@husk",),
    '\\"rice husk\\"': ('"rice husk"',),
    'ti=\\"rice husk\\"': ('ti="rice husk"',),
    "rice … husk": ("rice AND husk",),
    "rice... husk": ("rice AND husk",),
    "“rice husk” and ‘silica gel’": ('"rice husk" AND "silica gel"',),
    "»rice husk«": ('"rice husk"',),
    "〈rice〉": ("rice〉",),
    "rice\u200bhusk": ("ricehusk",),
    "rice­husk": ("ricehusk",),
    "ri‑ce": ("ri-ce",),
    "rice husk": ("rice AND husk",),
    "rice\thusk": ("rice AND husk",),
    "(rice husk) ~5": ("rice NEAR5 husk",),
    "rice 100%20 x": ("txt=(rice AND 100%20 AND x)",),
}

QUERIES_REFUSED = {
    "(71)Petrobras (72)Silva": (
        "The codes in brackets are those",
        "(71)Petrobras (72)Silva",
        "pa=(Petrobras) AND in=(Silva)",
    ),
    "(54)Processo de sílica": (
        "The codes in brackets are those",
        "(54)Processo de sílica",
        "ti=(Processo de sílica)",
    ),
    "(22) 15/02/2012": (
        "The codes in brackets are those",
        "(22) 15/02/2012",
        "ad=(15/02/2012)",
    ),
    "Depositante: Petrobras": (
        "A field goes by its code",
        "Depositante: Petrobras",
        "pa=Petrobras",
    ),
    "SELECT * FROM patents WHERE title LIKE '%rice%' AND pd > 2015": (
        "This is SQL. Write the condition",
        "SELECT * FROM patents WHERE title LIKE '%rice%' AND pd > 2015",
        "title LIKE '%rice%' AND pd > 2015",
    ),
    "title=rice&applicant=bayer": (
        "These are parameters of an address;",
        "title=rice&applicant=bayer",
        "title=(rice) AND applicant=(bayer)",
    ),
    "?q=rice+husk&country=BR": (
        "These are parameters of an address;",
        "?q=rice+husk&country=BR",
        "(rice husk) AND country=(BR)",
    ),
    "q=rice husk": (
        "These are parameters of an address;",
        "q=rice husk",
        "(rice husk)",
    ),
    "https://patents.google.com/?q=rice+husk&country=BR": (
        "This address holds a search; write its query",
        "https://patents.google.com/?q=rice+husk&country=BR",
        "(rice husk)",
    ),
    "https://patentscope.wipo.int/search/en/detail.jsf?docId=BR123456": (
        "This address holds a number that",
        "https://patentscope.wipo.int/search/en/detail.jsf?docId=BR123456",
        "",
    ),
    '"rice': (
        "A quotation mark is opened here",
        '"rice',
        '"rice"',
    ),
    'rice"': (
        "A quotation mark is opened here",
        '"',
        "rice",
    ),
    '"rice husk" AND "silica': (
        "A quotation mark is opened here",
        '"silica',
        '"rice husk" AND "silica"',
    ),
    "((rice)": (
        "This bracket is never closed.",
        "(",
        "((rice))",
    ),
    "rice))": (
        "This bracket closes nothing.",
        ")",
        "rice",
    ),
    "()rice": (
        "There is nothing between these brackets.",
        "()",
        "rice",
    ),
    "rice AND AND husk": (
        "“AND” needs something before it; as",
        "AND",
        "rice AND  husk",
    ),
    "rice OR": (
        "“OR” needs something after it.",
        "OR",
        "rice",
    ),
    "AND rice": (
        "“AND” needs something before it; as",
        "AND",
        "rice",
    ),
    "rice NOT": (
        "“NOT” needs something after it.",
        "NOT",
        "rice",
    ),
    "rice NEAR": (
        "NEAR needs something after it.",
        " NEAR",
        "rice",
    ),
    "rice NEAR0 husk": (
        "The distance in words goes from",
        "NEAR0",
        "rice NEAR1 husk",
    ),
    "rice NEAR100 husk": (
        "The distance in words goes from",
        "NEAR100",
        "rice NEAR50 husk",
    ),
    "rice NEAR/100 husk": (
        "The distance in words goes from",
        "NEAR/100",
        "rice NEAR50 husk",
    ),
    "rice<near/5>husk": (
        "Operators stand without these brackets here,",
        "rice<near/5>husk",
        "rice NEAR5 husk",
    ),
    "rice NOT NEAR5 husk": (
        "That words do not stand near",
        "NOT NEAR5",
        "rice  NOT  husk",
    ),
    "rice NEAR5 (husk NOT hull)": (
        'NEAR stands between words, "phrases" or',
        "(husk NOT hull)",
        "",
    ),
    "rice NEAR5 cc=BR": (
        'NEAR stands between words, "phrases" or',
        "cc=BR",
        "",
    ),
    'rice NEAR5 "silica gel"~3': (
        'NEAR stands between words, "phrases" or',
        '"silica gel"~3',
        "((rice NEAR5 (silica OR gel)) AND (silica NEAR3 gel))",
    ),
    "ti=(rice) NEAR5 ab=(husk)": (
        "Both sides of NEAR must be",
        "ti=(rice) NEAR5 ab=(husk)",
        "",
    ),
    "rice{0,3}": (
        "Regular expressions are not known here;",
        "{0,3}",
        "",
    ),
    "r[ai]ce": (
        "Regular expressions are not known here;",
        "r[ai]c",
        "",
    ),
    "<b>rice</b>": (
        "This holds marks of a web",
        "<b>rice</b>",
        "rice",
    ),
    "&lt;rice&gt;": (
        "This holds marks of a web",
        "&lt;rice&gt;",
        "rice",
    ),
    "%20rice%20husk": (
        "This is written as in an",
        "%20rice%20husk",
        "rice husk",
    ),
    "rice%20husk": (
        "This is written as in an",
        "rice%20husk",
        "rice husk",
    ),
    "rice&nbsp;husk": (
        "This holds marks of a web",
        "rice&nbsp;husk",
        "rice husk",
    ),
    "ti%3Drice": (
        "This is written as in an",
        "ti%3Drice",
        "ti=rice",
    ),
    "%E7%A8%BB": (
        "This is written as in an",
        "%E7%A8%BB",
        "稻",
    ),
    "ti%3Drice%20husk": (
        "This is written as in an",
        "ti%3Drice%20husk",
        "ti=rice husk",
    ),
    "R&amp;D": (
        "This holds marks of a web",
        "R&amp;D",
        "R&D",
    ),
    "pd=2015&ti=rice": (
        "These are parameters of an address;",
        "pd=2015&ti=rice",
        "pd=(2015) AND ti=(rice)",
    ),
}

READ = (QUERIES,)
REFUSED = (QUERIES_REFUSED,)
