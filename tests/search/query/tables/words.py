"""Words with a slash, a colon or an operator in them, and numbers among words: not to be taken for fields or lost in silence.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

SLASHES = {
    "PT/PD catalyst": ("PT/PD AND catalyst",),
    "PT/PD/RH catalyst": ("PT/PD/RH AND catalyst",),
    "AL/TI alloy": ("AL/TI AND alloy", "the field write ti=AL"),
    "as/petrobras": ("as/petrobras", "the field write pa=petrobras"),
    "ti/rice": ("ti/rice", "the field write ti=rice"),
    "as/when": ("as/when",),
    "pa/6": ("txt=pa/6",),
    "as/x ic/x kd/b1": (
        "as/x AND ic/x AND kd=B1",
        "the field write pa=x",
        "the value behind it",
    ),
    "ic/A61K31/00 and rice": ("ipc=A61K31/00 AND rice",),
    "cc/br": ("cc/br", "the value behind it"),
}
SLASHES_REFUSED = {
    "SILICA/TI": ("A field stands before its words", "SILICA/TI", "ti=SILICA"),
    "2015/PD": ("A field stands before its words", "2015/PD", "pd=2015"),
}

MODIFIED_OPERATORS = {
    "rice and/rel.algorithm=cori husk": ("rice AND husk", "and was left out"),
    "rice or/rel.combine=sum/rel.x=1 husk": ("rice OR husk", "and was left out"),
    "rice not/rel.x husk": ("rice NOT husk", "a word quote it", "and was left out"),
    "rice and/or husk": ("rice AND and/or AND husk", "NOT, NEAR5 and ADJ1"),
}

LISTS_AMONG_WORDS = {
    "(236014, 232871) AND rice": ("num=(236014 OR 232871) AND rice", "alternatives: any of them"),
    "rice AND (236014 232871) NOT cc=IN": (
        "rice AND num=(236014 OR 232871) NOT cc=IN",
        "alternatives: any of them",
    ),
    "(236014 OR 232871) AND rice": ("num=(236014 OR 232871) AND rice",),
    "(236014; 232871) rice": ("num=(236014 OR 232871) AND rice", "alternatives: any of them"),
    "cc=IN AND 236014, 232871": ("cc=IN AND num=(236014 OR 232871)", "alternatives: any of them"),
    "236014; 232871; 201506 NOT cc=IN": ("num=(236014 OR 232871 OR 201506) NOT cc=IN", "alternatives: any of them"),
    "(236014) AND rice": ("txt=(236014 AND rice)",),
    "236014 OR 232871 AND rice": ("txt=(236014 OR (232871 AND rice))", "c. Brackets say otherwise"),
    "10, 100 AND rice": ("txt=(10 AND 100 AND rice)",),
    "txt=(236014, 232871) AND rice": ("txt=((236014 AND 232871) AND rice)",),
}

NO_FIELDS = {
    "pH: 7": ("“pH” is not a field. If it", "pH:", "pH  7"),
    "pH=7": ("“pH” is not a field. If it", "pH=", "pH 7"),
    "pH:alkaline": ("“pH” is not a field. If it", "pH:", "pH alkaline"),
    "fig: 3": ("“fig” is not a field. If it", "fig:", "fig  3"),
    "file: rice": ("“file” is not a field. If it", "file:", "file  rice"),
    "pan: rice": ("“pan” is not a field. If it", "pan:", "pan  rice"),
    "ipx=rice": ("“ipx” is not a field. If it", "ipx=", "ipx rice"),
    "pdd=rice": ("“pdd” is not a field. If it", "pdd=", "pdd rice"),
    "CO=monoxide": ("“CO” is not a field; fields go", "CO", ""),
    "pdd=2015": ("“pdd” is not a field. The nearest is pd=", "pdd", "pd=2015"),
    "counrty=Viet Nam": ("“counrty” is not a field. The nearest", "counrty", "cc=Viet Nam"),
    "lan=thai": ("“lan” is not a field. The nearest", "lan", "lang=thai"),
}

READ = (SLASHES, MODIFIED_OPERATORS, LISTS_AMONG_WORDS)
REFUSED = (SLASHES_REFUSED, NO_FIELDS)
