"""Titles and terms of the arts as they are pasted, which hold what would be an operator or a field elsewhere: they stay words.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

NATURAL = {
    "SYSTEM AND METHOD FOR TREATING WATER WITH OZONE": (
        "SYSTEM AND METHOD AND FOR AND TREATING AND WATER AND WITH AND OZONE",
    ),
    "method for treating water with ozone": ("method AND for AND treating AND water AND with AND ozone",),
    "LED lamp 5W": ("txt=(LED AND lamp AND 5W)",),
    "LED 10W lamp": ("txt=(LED AND 10W AND lamp)", "an operator write NEAR11"),
    "motor oil 10W40": ("txt=(motor AND oil AND 10W40)",),
    "2N hydrochloric acid": ("txt=(2N AND hydrochloric AND acid)",),
    "WS2 nanosheets": ("txt=(WS2 AND nanosheets)",),
    "compound (A) and (B)": ("compound AND A AND B", "or ADJ1 between them"),
    "alpha(1,4)glucan": ("txt=(alpha AND 1,4 AND glucan)",),
    "N,N-dimethylformamide": ("N AND N-dimethylformamide",),
    "2,4-D herbicide": ("txt=(2,4-D AND herbicide)",),
    "Ca2+ ions": ("txt=(Ca2+ AND ions)", "is sought as “Ca2”"),
    "water and/or oil": ("water AND and/or AND oil", "NOT, NEAR5 and ADJ1"),
    "input/output device": ("input/output AND device",),
    "DC/DC converter": ("DC/DC AND converter",),
    "CD/DVD drive": ("CD/DVD AND drive",),
    "Ti/Al alloy": ("Ti/Al AND alloy",),
    "w/o emulsion": ("w/o AND emulsion",),
    "w/w solution": ("w/w AND solution",),
    "adj. bed": ('"adj" AND bed',),
    "film(s)coated": ("film AND s AND coated",),
    "method(s)": ("method AND s",),
    "signal(s) processing": ("signal AND s AND processing",),
    "phosphorus (P) content": ("phosphorus AND P AND content", "or ADJ1 between them"),
    "near-field communication": ("near-field AND communication",),
    "near field communication": ("near AND field AND communication",),
    "same-day delivery": ("same-day AND delivery",),
    "vitamin B12": ("txt=(vitamin AND B12)",),
    "status: pending": ("ls=pending",),
}

_SENTENCE = " ".join(["husk"] * 26)
ODD = {
    "NOx TRAP CATALYST WITH HYDROCARBON STORAGE": (
        "NOx AND TRAP AND CATALYST AND WITH AND HYDROCARBON AND STORAGE",
        "NOT, NEAR5 and ADJ1",
    ),
    "rice WITH husk": ("rice NEAR20 husk", "write it in quotes"),
    "three-dimensional (3D) printing of parts": ("txt=(three-dimensional AND 3D AND printing AND of AND parts)",),
    "rice (5A) husk": ("rice NEAR6 husk", "write it in quotes"),
    "Internet protocol [IP] addresses": ("Internet AND protocol AND IP AND addresses",),
    "Toy models not otherwise provided": (
        'Toy AND models AND "not" AND otherwise AND provided',
        "rest in small letters",
    ),
    "what is silica?": ("what AND is AND silica", "end was left out"),
    "silica?": ("silica?", "for any number *"),
    "‹silica›": ("silica",),
    "temperature of ‹100°C": ("txt=(temperature AND of AND 100°C)",),
    "¬zeolite": ("NOT zeolite", "was read as NOT"),
    "silica minus zeolite": ("silica AND minus AND zeolite", "NOT, NEAR5 and ADJ1"),
    "in=Dr. Müller": ("in=Müller", "name was left out"),
    "in=(Prof. Dr. Hans Müller)": ("in=(Hans AND Müller)", "name was left out", "name was left out"),
    "in=Dr": ("in=Dr",),
    "rt=patent,utility model": ("rt=(patent OR utility_model)",),
    "cc=Viet Nam, Thailand, rice": ("cc=(VN OR TH) AND rice",),
    f'"{_SENTENCE}"': (f'"{_SENTENCE}"', "words are sought anywhere"),
}

READ = (NATURAL, ODD)
REFUSED = (
    {
        "rice husk ―”": ("A quotation mark is opened here", "”", "rice husk ―"),
        "use: rice": ("“use” is not a field. If it is a word, leave out “:” or quote it.", "use:", "use  rice"),
    },
)
