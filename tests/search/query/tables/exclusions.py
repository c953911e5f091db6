"""Signs of exclusion, as other systems write them: read as NOT, left out with a note, or refused with NOT in the proposal.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

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

READ = (BEFORE, LEFT_OUT)
REFUSED = (FIELD_FIRST, BETWEEN)
