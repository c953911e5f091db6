"""What cannot stand beside NEAR or within a phrase, and the query proposed instead, which finds at least as much.

Every row is a query as people write it, how the message begins, the place in the query, and the proposal.
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

REFUSED = (OPEN,)
READ = ()
