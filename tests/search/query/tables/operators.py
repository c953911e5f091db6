"""Operators of other languages, and nearness written with blanks.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

OPERATORS = "NOT, NEAR5 and ADJ1"
SAID = {
    "casca de arroz E sílica": ("casca AND de AND arroz AND E AND sílica", OPERATORS),
    "silica Y husk": ("silica AND Y AND husk", OPERATORS),
    "แกลบ หรือ ซิลิกา": ("แกลบ AND หรือ AND ซิลิกา", OPERATORS),
    '"แกลบข้าว" และ ซิลิกา': ('"แกลบข้าว" AND และ AND ซิลิกา', OPERATORS),
    "silica AND/OR husk": ("silica AND AND/OR AND husk", OPERATORS),
    "silica EXCEPT husk": ("silica AND EXCEPT AND husk", OPERATORS),
    "silica without husk": ("silica AND without AND husk", OPERATORS),
    "vitamin E cream": ("vitamin AND E AND cream",),
    "silica BUT NOT husk": ("silica NOT husk",),
    "silica NOT (WITH) rice": ("silica NOT WITH AND rice",),
    "silica butnot husk": ("silica NOT husk", "a word quote it"),
}

APART = {
    '("rice husk" ~ 5)': ("rice NEAR5 husk",),
    '"rice husk" ~5': ("rice NEAR5 husk",),
    'claims:("solar dryer" ~5)': ("claims=(solar NEAR5 dryer)",),
    "(rice husk) ~ 5": ("rice NEAR5 husk",),
}

ENGLISH = "The operators are AND, OR and NOT."
FOREIGN = {
    query: (ENGLISH, query, proposal)
    for query, proposal in {
        "AY>2015 UND AY<2018": "AY>2015 AND AY<2018",
        "pd>2015 UND silica": "pd>2015 AND silica",
        "ti=silica OU ab=husk": "ti=silica OR ab=husk",
        "ti=silica Y ab=husk": "ti=silica AND ab=husk",
        "ti=แกลบ หรือ ab=ซิลิกา": "ti=แกลบ OR ab=ซิลิกา",
        "silica SAUF (ti=husk)": "silica NOT (ti=husk)",
    }.items()
}

READ = (SAID, APART)
REFUSED = (FOREIGN,)
