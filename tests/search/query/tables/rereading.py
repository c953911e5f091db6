"""What is accepted has a spelling that is read the same: words and values that would be operators, fields or truncated there.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws.
"""

OPERATORS = {
    'cc="OR"': ('cc="OR"', "record can have it"),
    'cc="no"': ("cc=NO",),
    'pn="NEAR5"': ('pn="NEAR5"',),
    "silica/ab:": ('"silica/ab"', "the field write ab=silica"),
    "pn=(EP1000000 OR WO2015 OR 012345)": ("pn=(EP1000000 OR WO2015 OR 012345)",),
}

# A list of numbers in quotes as it is copied with what stands around it.
WRAPPED = {
    'pn="(31288, 30412)"': ("pn=(31288 OR 30412)",),
    'pn="[31288; 30412]."': ("pn=(31288 OR 30412)",),
    'pn="31288, (30412)"': ("pn=(31288 OR 30412)",),
    'pn="EP1792486, EP0430402."': ("pn=(EP1792486 OR EP0430402)",),
    'pn="31288 and 30412"': ("pn=(31288 OR 30412)",),
    'pn any "(31288 30412)"': ("pn=(31288 OR 30412)",),
    'num="23,6014 232871"': ("num=(23 OR 6014 OR 232871)",),
    'pn="31288."': ("pn=31288",),
    'pn="85417 (A)"': ('pn="85417 (A)"',),
    'pn="[BR] 112022008972 (A2)"': ('pn="[BR] 112022008972 (A2)"',),
}

READ = (OPERATORS, WRAPPED)
WITHOUT_WORDS = {
    "num=(silica$5 adj husk$2)": ("NEAR stands between words", "num=(silica$5 adj husk$2", "(silica$5 adj husk$2)"),
    'cc="AND"': ("“AND” is not a value of office", '"AND"', ""),
}
REFUSED = (WITHOUT_WORDS,)
