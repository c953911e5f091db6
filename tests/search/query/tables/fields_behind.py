"""Fields as others write them behind their words or joined by other signs, and what is none.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

WORDS, BRACKET = "A field stands before its words here", "A field stands before its bracket here"
BEHIND = {
    "s rice(w)husk/bi": (WORDS, "rice(w)husk/bi", "s bi=rice(w)husk"),
    "rice(2n)husk/ti": (WORDS, "rice(2n)husk/ti", "ti=rice(2n)husk"),
    "silica[Title] AND husk[Abstract]": (WORDS, "silica[Title]", "title=silica AND abstract=husk"),
    '"rice husk"[ti]': (WORDS, '"rice husk"[ti]', 'ti="rice husk"'),
    '"rice husk" [Title/Abstract]': (WORDS, '"rice husk" [Title/Abstract]', 'title,abstract="rice husk"'),
    "(rice OR husk)[ti]": (BRACKET, "(rice OR husk)[ti]", "ti=(rice OR husk)"),
    "(silica).ti": (BRACKET, "(silica).ti", "ti=(silica)"),
    "(silica).ti,ab.": (BRACKET, "(silica).ti,ab.", "ti,ab=(silica)"),
    "silica.ti,ab AND husk": (WORDS, "silica.ti,ab", "ti,ab=silica AND husk"),
    '"rice husk".ti': (WORDS, '"rice husk".ti', 'ti="rice husk"'),
    "pa=CSIR [IN]": ("“[IN]” behind a name is its country", "[IN]", "pa=CSIR"),
}

_LIST, _COMMAS = "Several fields stand before their value", "Several fields stand before their value with commas"
JOINED = {
    "silica (ti,ab)": (_LIST, "silica (ti,ab)", "ti,ab=(silica)"),
    '"rice husk" (ti, ab) AND cc=VN': (_LIST, '"rice husk" (ti, ab) AND cc=VN', 'ti,ab=("rice husk") AND cc=VN'),
    "TI+AB:silica": (_COMMAS, "TI+AB:silica", "TI,AB=silica"),
    "title/abstract: silica": (_COMMAS, "title/abstract: silica", "title,abstract=silica"),
    "ti;ab=silica": (_COMMAS, "ti;ab=silica", "ti,ab=silica"),
    "ti|ab=silica": (_COMMAS, "ti|ab=silica", "ti,ab=silica"),
    "ti/ab=silica": (_COMMAS, "ti/ab=silica", "ti,ab=silica"),
    "cc=VN AND (ti & ab: silica)": (_COMMAS, "cc=VN AND (ti & ab: silica)", "cc=VN AND (ti,ab=silica)"),
}

_DATES = "Dates are written out here"
ROUNDED = {
    "pd:2018-01||/M": (_DATES, "pd:2018-01||/M", "pd:2018-01"),
    "pd:2018-01-15||/M": (_DATES, "pd:2018-01-15||/M", "pd:2018-01"),
    "pd>=2018-01-15||/y": (_DATES, "pd>=2018-01-15||/y", "pd>=2018"),
    "pd:2018-01-01||+1M/d": (_DATES, "pd:2018-01-01||+1M/d", ""),
}

NONE = {
    "cc=IN;ab=silica": ("cc=IN AND ab=silica",),
    "benzo[a]pyrene": ("benzo AND a AND pyrene",),
    "poly[ethylene] glycol": ("poly AND ethylene AND glycol",),
    "(meth).acrylate": ("meth AND acrylate",),
    "readme.txt": ("readme.txt",),
    "in/out: rice": ("in/out AND rice",),
}

READ = (NONE,)
REFUSED = (BEHIND, JOINED, ROUNDED)
