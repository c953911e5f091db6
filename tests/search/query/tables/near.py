"""What cannot stand beside NEAR or within a phrase, and the query proposed instead, which finds at least as much.

Every row is a query as people write it, how the message begins, the place in the query, and the proposal; or what it is read as,
in its one spelling, and the ends of the warnings it draws.
"""

_NEAR = "Truncation at the beginning of a word cannot be searched within NEAR"
_PHRASE = "Truncation at the beginning of a word cannot be searched within a phrase"

OPEN = {
    "*silica NEAR5 husk": (_NEAR, "*silica", "*silica AND husk"),
    "cc=BR AND ti=(?silica ADJ2 (husk OR bran))": (_NEAR, "?silica", "cc=BR AND ti=(?silica AND (husk OR bran))"),
    "a NEAR5 *b OR c": (_NEAR, "*b", "(a AND *b) OR c"),
    '"*lica gel"~5': (_NEAR, '"*lica gel"~5', "*lica AND gel"),
    'pa="universi* *deral"': (_PHRASE, '"universi* *deral"', "pa=(universi* AND *deral)"),
    "*lica-gel": (_PHRASE, "*lica-gel", '*lica AND "gel"'),
    "稻 NEAR5 husk": ("One character cannot be searched within NEAR", "稻", "稻 AND husk"),
    "a NOT (*lica NEAR5 gel)": (_NEAR, "*lica", ""),
}

PROX = {
    "silica NEAR:3 husk": ("silica NEAR3 husk", "write it in quotes"),
    "silica ADJ: 3 husk": ("silica ADJ3 husk", "write it in quotes"),
    "silica NEAR 304 steel": ("txt=((silica NEAR5 304) AND steel)",),
    "silica near:3 husk": ("txt=(silica AND near:3 AND husk)",),
    "rice prox/distance==3 husk": ("rice NEAR3 husk", "so many words apart"),
    "rice prox/distance=3/ordered husk": ("rice ADJ3 husk", "so many words apart"),
    "rice prox/distance=1 husk": ("rice NEAR1 husk",),
    "rice prox/unit=character/distance<=10 husk": ("rice NEAR10 husk", "so many words apart"),
    "rice prox/unit=sentence/ordered husk": ("rice ADJ20 husk", "what is known here"),
}

# The query, what of it is refused, and the proposal.
_APART = (
    ("rice prox/distance>3 husk", "prox/distance>3", "rice AND husk"),
    ("rice prox/distance>=3 husk", "prox/distance>=3", "rice AND husk"),
    ("rice prox/distance<>3 husk", "prox/distance<>3", "rice AND husk"),
    ("ti=(rice prox/distance>3/ordered husk)", "prox/distance>3/ordered", "ti=(rice AND husk)"),
    ("(rice OR bran) PROX/DISTANCE>3(husk)", "PROX/DISTANCE>3", "(rice OR bran) AND(husk)"),
    ("rice prox/unit=element husk", "prox/unit=element", "rice AND husk"),
    (
        "ribs prox/distance>0/unit=paragraph chevrons",
        "prox/distance>0/unit=paragraph",
        "ribs AND chevrons",
    ),
)
PROX_REFUSED = {query: (f"“{here}” cannot be asked here", here, proposal) for query, here, proposal in _APART}
HALF_TYPED = {
    "rice NEAR 5": ("NEAR needs something after it", " NEAR 5", "rice"),
    "rice ADJ:5": ("NEAR needs something after it", " ADJ:5", "rice"),
    "rice NEAR5 AND": ("“NEAR5” and “AND” stand side by side", "AND", "rice"),
    "(rice NEAR 5) AND husk": ("NEAR needs something after it", " NEAR 5", "(rice) AND husk"),
}

SIDE = "“{}” and “{}” stand side by side; keep one"
SIDE_BY_SIDE = {
    f"rice {near} {operator} husk": (SIDE.format(near, operator), operator, proposal)
    for near, operator, proposal in (
        ("NEAR 5", "AND", "rice NEAR 5  husk"),
        ("NEAR5", "AND", "rice NEAR5  husk"),
        ("ADJ", "AND", "rice ADJ  husk"),
        ("w/5", "AND", "rice w/5  husk"),
        ("(5w)", "AND", "rice (5w)  husk"),
        ("NEAR5", "OR", ""),
        ("ADJ3", "NOT", ""),
    )
}

REFUSED = (SIDE_BY_SIDE, OPEN, PROX_REFUSED, HALF_TYPED)
READ = (PROX,)
