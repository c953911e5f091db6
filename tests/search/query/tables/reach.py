"""What a field reaches: the word, phrase or bracket right behind it. Of words behind those a note says where they are sought.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

STRAYS = {
    "pa=samsung* display*": ("pa=samsung* AND display*", "field write pa=(samsung* display*)"),
    "ti=*rice husk*": ("ti=*rice AND husk*", "field write ti=(*rice husk*)"),
    'ti=rice "husk ash"': ('ti=rice AND "husk ash"', 'write ti=(rice "husk ash")'),
    'ti="rice husk" silica': ('ti="rice husk" AND silica', 'write ti=("rice husk" silica)'),
    "ti=rice (husk silica)": ("ti=rice AND (husk AND silica)", "write ti=(rice (husk silica))"),
    "ti=rice NEAR3 husk silica": ("ti=(rice NEAR3 husk) AND silica", "ti=(rice NEAR3 husk silica)"),
    "pa=samsung OR huawei": ("pa=samsung OR huawei", "write pa=(samsung OR huawei)"),
    'pa="LG CHEM" OR samsung OR huawei': (
        'pa="LG CHEM" OR samsung OR huawei',
        "OR samsung OR huawei)",
    ),
    "cc=BR in=silva OR souza": (
        "(cc=BR AND in=silva) OR souza",
        "write in=(silva OR souza)",
        "c. Brackets say otherwise",
    ),
    "lang=pt OR vi": ("lang=pt OR vi", "write lang=(pt OR vi)"),
    "pd=2020 OR 2021": ("pd=2020 OR txt=2021", "write pd=(2020 OR 2021)"),
    "ti,ab=rice husk": ("(ti=rice OR ab=rice) AND husk", "field write ti,ab=(rice husk)"),
    "ti:rice; husk": ("ti=rice AND husk", "field write ti=(rice husk)"),
    "ab=(ti=rice husk)": ("ti=rice AND ab=husk", "field write ti=(rice husk)"),
    "NOT ti=rice husk": ("NOT ti=rice AND husk", "field write ti=(rice husk)"),
    'ti all "rice husk" ash': ("ti=(rice AND husk) AND ash", 'all ("rice husk" ash)'),
    "ES_TI:arroz cascara": (
        "(ti=arroz AND lang=es) AND cascara",
        "English is searched too",
        "field write ES_TI=(arroz cascara)",
    ),
    "ipc==A61K31/00 A61K31/12": ("ipc==A61K31/00 AND class=A61K31/12", "field write ipc==(A61K31/00 A61K31/12)"),
    "silica NEAR3 ti=husk": ("ti=(silica NEAR3 husk)", "are in one field"),
}

MEANT = {
    "cc=VN rice husk": ("cc=VN AND rice AND husk",),
    "ls=in_force silica": ("ls=in_force AND silica",),
    "pd=2020 silica": ("pd=2020 AND silica",),
    "year=2020 silica": ("year=2020 AND silica",),
    "kd=B1 silica": ("kd=B1 AND silica",),
    "pa=Samsung OR ti=display": ("pa=Samsung OR ti=display",),
    "ti=silica AND alumina": ("ti=silica AND alumina",),
    "ti=silica NOT alumina": ("ti=silica NOT alumina",),
    "pd>=2015 OR 2016": ("pd>=2015 OR txt=2016", "the year write pd=2016"),
    "ti=(rice) husk": ("ti=rice AND husk",),
    "ti=rice NEAR3 husk": ("ti=(rice NEAR3 husk)",),
    "ti=silica OR (pa=samsung)": ("ti=silica OR pa=samsung",),
}

READ = (STRAYS, MEANT)
REFUSED = ()
