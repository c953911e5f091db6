"""What means one thing in another system and looks like another here: read as there, or said, or refused.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

OPEN_INTERVALS = {
    "pd={2020..2022}": ("pd=2021", "with both write [2020..2022]"),
    "DP:{2020 TO 2022}": ("pd=2021", "write [2020 TO 2022]"),
    "DP:[2020 TO 2022}": ("pd=2020..2021", "write [2020 TO 2022]"),
    "DP:{2020 TO 2022]": ("pd=2021..2022", "write [2020 TO 2022]"),
    "pd=]2020;2022[": ("pd=2021", "with both write [2020;2022]"),
    "pd=[2020-01-15;2022-03[": ("pd=2020-01-15..2022-02-28", "with both write [2020-01-15;2022-03]"),
    "pd={20200101 TO 20201231}": ("pd=2020-01-02..2020-12-30", "write [20200101 TO 20201231]"),
    "DP:{* TO 2022}": ("pd<=2021", "write [* TO 2022]"),
    "DP:[2020 TO *}": ("pd>=2020",),
    "DP:{2020 TO *]": ("pd>=2021", "write [2020 TO *]"),
    "pd={2022 TO 2020]": ("pd=2020..2021", "the other way round", "write [2022 TO 2020]"),
    'pd="{2020 TO 2022}"': ("pd=2021", "write [2020 TO 2022]"),
    "year={2015 TO 2020}": ("year=2016..2019", "write [2015 TO 2020]"),
    "DP:[2020 TO 2022]": ("pd=2020..2022",),
    "pd={2020}": ("pd=2020",),
}

OPEN_INTERVALS_REFUSED = {
    "DP:{2020 TO 2021}": ("“{ }” leave out both ends", "{2020 TO 2021}", "DP:[2020 TO 2021]"),
    "ti=]2020;2022[": ("“[ TO ]” is a range of dates", "]", ""),
}

USPTO_IN_SMALL_LETTERS = {
    "pn/us10123456": ("pn=us10123456",),
    "clm/solar": ("claims=solar",),
    "an/petrobras": ("pa=petrobras", "application number write ap=", "as words quote them"),
    "in/silva-jose-$": ('in="silva jose"', "as words quote them", "the name “silva jose”"),
    "in/da-silva-jose-$": ('in="da silva jose"', "as words quote them", "name “da silva jose”"),
    "IN/silva-j$": ('in="silva j*"', "the name “silva j*”"),
    "in/(silva or souza)": ("in=(silva OR souza)", "as words quote them"),
    "pd/20200101": ("pd=2020-01-01",),
    "pd/1/15/2020": ("pd=2020-01-15", "with the month first"),
    "AD/20200101": ("ad=2020-01-01",),
    "apd/20200101->20201231": ("ad=2020",),
    "prad/20200101": ("prd=2020-01-01",),
    "pn/1234567": ("pn=1234567",),
    "ap/p/2015/001234": ('num="ap/p/2015/001234"',),
    "wo/2015/123456": ('num="wo/2015/123456"',),
    "plug in/out silica": ("plug AND in/out AND silica",),
    "pa/6": ("txt=pa/6",),
    "date/time": ("date/time",),
}

USPTO_IN_SMALL_LETTERS_REFUSED = {
    "ref/us1234567": ("Citations are not searchable", "ref", ""),
    "ref/1234567": ("Citations are not searchable", "ref", ""),
    "exp/smith": ("Examiners are not searchable", "exp", ""),
}

BEHIND_IN_SMALL_LETTERS_REFUSED = {
    "silica/ti": ("A field stands before its words", "silica/ti", "ti=silica"),
    "silic*/ti,ab": ("A field stands before its words", "silic*/ti,ab", "ti,ab=silic*"),
    '"rice husk"/ti': ("A field stands before its words", '"rice husk"/ti', 'ti="rice husk"'),
    "rice husk /ti": ("A field stands before its words", "rice husk /ti", "ti=(rice husk)"),
    "rice /ti and husk /ab": ("A field stands before its words", "rice /ti and husk /ab", "ti=(rice) and ab=(husk)"),
    "(rice and husk)/ti": ("A field stands before its bracket", "(rice and husk)/ti", "ti=(rice and husk)"),
    "(rice or husk) /pa": ("A field stands before its bracket", "(rice or husk) /pa", "pa=(rice or husk)"),
}

BEHIND_IN_SMALL_LETTERS = {
    "siemens/pa": ("siemens/pa", "the field write pa=siemens"),
    "silica/pd": ("silica/pd",),
    "al/ti alloy": ("al/ti AND alloy",),
    "cu2o/ti": ("txt=cu2o/ti",),
    "silica/alumina": ("silica/alumina",),
    "(solid)/liquid": ("solid AND liquid",),
}

UNKNOWN_FIELDS = {
    "applicants : silva": ("applicants AND silva", "a field write pa="),
    "Applicant(s): universidade": ("pa=universidade",),
    "Inventor(s) : silva": ("in=silva",),
    "ti: rice inventors: silva": (
        "ti=rice AND inventors AND silva",
        "a field write in=",
        "write ti=(rice inventors silva)",
    ),
    "A method comprising: heating silica": ("A AND method AND comprising AND heating AND silica",),
    "note:": ("note",),
    "yr=2015": ("year=2015",),
    'extftxt="rice"': ('ftxt="rice"',),
}

UNKNOWN_FIELDS_REFUSED = {
    "inventors: silva": ("“inventors” is not a field. The", "inventors", "in: silva"),
    "foo: rice": ("“foo” is not a field", "foo:", "foo  rice"),
    "ti=rice AND foo: husk": ("“foo” is not a field", "foo:", "ti=rice AND foo  husk"),
    "Re: silica": ("What stands before the colon", "Re: silica", "silica"),
    "patent: silica": ("“patent” is not a field. If it", "patent:", "patent  silica"),
    "method: heating": ("“method” is not a field", "method:", "method  heating"),
    "trademark: silica": ("“trademark” is not a field", "trademark:", "trademark  silica"),
    "family.simple.size:1": ("“family.simple.size” is not a field", "family.simple.size", ""),
    'bib.dateIssued within "2010 2015"': ("“bib.dateIssued” is not a field", "bib.dateIssued", ""),
    "lens_id:001-234-567-890-123": ("For a number write num=", "lens_id", ""),
    "SIS:2010": ("“SIS” is not a field; fields go", "SIS", ""),
    "is:grant": ("“is” is not a field", "is:", "is grant"),
}

MODIFIERS_OF_CQL = {
    "ti=/fuzzy sillica": ("ti=sillica", "the word, as silica~"),
    'ti all/cql.string "rice husk"': ("ti=(rice AND husk)", "“/cql.string” was left out"),
    'ti any/stem/rel.algorithm=cori "rice husk"': ("ti=(rice OR husk)", "write *, as comput*"),
    "ti,ab=/relevant rice": ("ti=rice OR ab=rice", "“/relevant” was left out"),
}

# One date cannot be after 2020 and before 2021: said, since a record has several publications.
IMPOSSIBLE = {
    "pd>2020 AND pd<2021": ("pd>=2021 AND pd<=2020", "found, one in each"),
    "ti=rice ad<2015 ad>2016": ("ti=rice AND ad<=2014 AND ad>=2017", "ad>=2017: none are found"),
    "pd=2020 AND pd=2021": ("pd=2020 AND pd=2021", "found, one in each"),
    "year<2015 AND year>2016": ("year<=2014 AND year>=2017", "year>=2017: none are found"),
    "pd>=2020 AND pd<2021": ("pd=2020",),
    "pd<2015 OR pd>2020": ("pd<=2014 OR pd>=2021",),
}

# What is proposed asks for what was asked: no comparison is lost, no AND becomes a word of a phrase.
PROPOSED = {
    "pd => 2020 and =< 2021": ("“=” needs a field before", "=<", "pd => 2020 and pd<= 2021"),
    "pd>=2020 and <=2021": ("“<” needs a field before", "<=", "pd>=2020 and pd<=2021"),
    "pd>=2020 OR (ti=rice AND <=2021)": ("“<” needs a field before", "<=", "pd>=2020 OR (ti=rice AND pd<=2021)"),
    "2020 <= pd": ("The field of a comparison stands", "2020 <= pd", "pd>=2020"),
    "rice and 2020-01 < ad": ("The field of a comparison", "rice and 2020-01 < ad", "rice and ad>2020-01"),
    "2015 = pd": ("The field of a comparison stands", "2015 = pd", "pd=2015"),
    "a NEAR5 (b c)": ("NEAR stands between words", "(b c)", 'a NEAR5 "b c"'),
    "a AND OR b": ("“OR” needs something before it", "OR", ""),
    "a AND AND b": ("“AND” needs something before it", "AND", "a AND  b"),
    "ti= AND a": ("“AND” needs something before it", "AND", ""),
    "a OR (pn=EP*A1)": ("Of a truncated number", "pn=EP*A1", "a OR ((pn=EP* AND kd=A1))"),
    "rice <=2021": ("“rice” is not a field; fields", "rice", ""),
    "size 20 < in": ("“<” needs a field before", "<", "size 20  in"),
}

SAID = {
    "a NEAR5.5 b": ("txt=(a AND NEAR5.5 AND b)", "an operator write NEAR5"),
    "rice y husk": ("rice AND y AND husk", "NOT, NEAR5 and ADJ1"),
    "vitamin E cream": ("vitamin AND E AND cream",),
    "near-field": ("near-field",),
    "benzo[a]pyrene": ("benzo AND a AND pyrene",),
    "poly(ethylene glycol)": ("poly AND (ethylene AND glycol)",),
    "rice und husk": ('rice AND "und" AND husk', "NOT, NEAR5 and ADJ1"),
    "rice et husk": ("rice AND et AND husk", "NOT, NEAR5 and ADJ1"),
    "silica with husk": ("silica AND with AND husk", "NOT, NEAR5 and ADJ1"),
    "a battery with electrodes of silicon and carbon": (
        "a AND battery AND with AND electrodes AND of AND silicon AND carbon",
    ),
    "a NEAR² b": ("a AND NEAR² AND b", "an operator write NEAR5"),
    "a NEAR-1 b": ("a NEAR1 b", "write it in quotes"),
    "NEARBY ash": ("NEARBY AND ash",),
    "poly[ethylene] glycol": ("poly AND ethylene AND glycol",),
}

SAID_REFUSED = {
    "a NEAR(999) b": ("The distance in words", "NEAR(999)", "a NEAR50 b"),
    "^silica$": ("Regular expressions are not known", "^silica$", ""),
    "silic(a|on)": ("Regular expressions are not known", "c(a|on)", ""),
    "sil[iy]ca": ("Regular expressions are not known", "l[iy]c", ""),
    "\\d+": ("Regular expressions are not known", "\\d+", ""),
    "(a+)+": ("Regular expressions are not known", "(a+)+", ""),
    "a NEAR999999999999999999999 b": ("The distance in words", "NEAR999999999999999999999", "a NEAR50 b"),
    "[a-z]*": ("Regular expressions are not known", "[a-z]", ""),
    "/(a+)+$/": ("Regular expressions are not known", "/(a+)+$/", ""),
    "ti=/(a+)+$/": ("Regular expressions are not known", "/(a+)+$/", ""),
    "silic[a-z]+": ("Regular expressions are not known", "[a-z]", ""),
}

MONTHS = {
    "June, 2015": ("pd=2015-06", "the words quote them"),
    "2015-Jun-15": ("pd=2015-06-15", "the words quote them"),
    "silica 2015 Jun": ("silica AND pd=2015-06", "the words quote them"),
    "June 2015": ("pd=2015-06", "the words quote them"),
    "silica june 2015": ("silica AND pd=2015-06", "the words quote them"),
    "15 Jun 2015": ("pd=2015-06-15", "the words quote them"),
    "June 15, 2015 silica": ("pd=2015-06-15 AND silica", "the words quote them"),
    "March 2015 to June 2015": ("pd=2015-03..2015-06", "the words quote them"),
    "Mar 2015..Jun 2015": ("pd=2015-03..2015-06", "the words quote them"),
    '"June 2015"': ('txt="June 2015"',),
    "marketing 2015": ("txt=(marketing AND 2015)", "the year write pd=2015"),
}

EITHER = "them write that alone"
ALIVE = {
    "ls=alive": ("ls=(pending OR in_force)", EITHER),
    "LS/alive": ("ls=(pending OR in_force)", EITHER),
    "ls=live": ("ls=(pending OR in_force)", EITHER),
    'status:"alive" AND rice': ("ls=(pending OR in_force) AND rice", EITHER),
    "rice NOT ls=alive": ("rice NOT ls=(pending OR in_force)", EITHER),
    "ls=dead": ("ls=ended",),
}

OF_NUMBER = "for description write desc="
NUMBERS_BEHIND_A_COLON = {
    "de: 102015123456": ("num=DE102015123456", OF_NUMBER),
    "in:201911012345 AND rice": ("num=IN201911012345 AND rice", "for inventor write in="),
    "in=201911012345": ("in=201911012345",),
    "in: Silva": ("in=Silva",),
}
SIGNS = {
    "CC/CV charging": ("CC/CV AND charging",),
    "CC/BR rice": ("cc=BR AND rice",),
    'ti="rice husk"* AND ash': ('ti="rice husk*" AND ash',),
    '"rice husk" *': ('"rice husk" AND *',),
    "pa=(Embrapa; Petrobras)": ("pa=(Embrapa AND Petrobras)", "them write OR between"),
    "in=(Silva, Ana; Souza, Pedro)": ("in=(Silva AND Ana AND Souza AND Pedro)", "them write OR between"),
    "ti=(rice; husk)": ("ti=(rice AND husk)",),
    "water not in (ice)": ("water NOT in AND ice",),
}
SIGNS_REFUSED = {
    "ti=rice and cc not in (BR,CN)": (
        "NOT stands before the field",
        "ti=rice and cc not in (BR,CN)",
        "ti=rice and NOT cc in (BR,CN)",
    ),
    "husk#/ti": ("A field stands before its words here", "husk#/ti", "ti=husk#"),
}

READ = (
    NUMBERS_BEHIND_A_COLON,
    SIGNS,
    ALIVE,
    OPEN_INTERVALS,
    USPTO_IN_SMALL_LETTERS,
    BEHIND_IN_SMALL_LETTERS,
    UNKNOWN_FIELDS,
    MODIFIERS_OF_CQL,
    IMPOSSIBLE,
    SAID,
    MONTHS,
)
REFUSED = (
    SIGNS_REFUSED,
    OPEN_INTERVALS_REFUSED,
    PROPOSED,
    USPTO_IN_SMALL_LETTERS_REFUSED,
    BEHIND_IN_SMALL_LETTERS_REFUSED,
    UNKNOWN_FIELDS_REFUSED,
    SAID_REFUSED,
)
