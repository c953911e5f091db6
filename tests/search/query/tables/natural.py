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
    "LED 10W lamp": ("txt=(LED AND 10W AND lamp)", "an operator write ADJ11"),
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
    "the steps of: determining a speed": (
        "the AND steps AND of AND determining AND a AND speed",
        "a field write of=",
    ),
    "les étapes de : réglage": ("les AND étapes AND de AND réglage", "a field write de="),
    "rice in: the field": ("rice AND in AND the AND field", "a field write in="),
    "the rice in: a field": ("the AND rice AND in AND a AND field", "a field write in="),
    "étapes de : chauffer": ("étapes AND de AND chauffer", "a field write de="),
    "les étapes de: évaporer": ("les AND étapes AND de AND évaporer", "a field write de="),
    "the steps in: (a) heating": ("the AND steps AND in AND a AND heating", "a field write in="),
    "in the field of: at least one": (
        "in AND the AND field AND of AND at AND least AND one",
        "a field write of=",
    ),
    "rice in: silva": ("rice AND in=silva",),
    "pa: Petrobras in: Silva": ("pa=Petrobras AND in=Silva",),
    "ti: the pump in: silva": ("ti=the AND pump AND in=silva", "field write ti=(the pump)"),
    'cc: BR in: "Silva, Ana"': ('cc=BR AND in="Silva, Ana"',),
    "the pump in: (Silva OR Costa)": ("the AND pump AND in=(Silva OR Costa)",),
    "pump an: US2015123456": ("pump AND ap=US2015123456", "the applicant write pa="),
    "silica de: forno": ("silica AND desc=forno",),
    "the pump of: BR": ("the AND pump AND cc=BR",),
    "the pump of: (BR OR VN)": ("the AND pump AND cc=(BR OR VN)",),
    "rice la: pt": ("rice AND lang=pt",),
    "rice has: claims": ("rice AND has=claims",),
    "rice AND in: silva": ("rice AND in=silva",),
    "ti: rice ab: husk": ("ti=rice AND ab=husk",),
    "peptide #1": ("txt=(peptide AND 1)", "figures as no truncation"),
    "blocks of 7*40 cm": ("txt=(blocks AND of AND 7-40 AND cm)", "figures as no truncation"),
    "der Tank (1d), der nach Anspruch 1": ("txt=(der AND Tank AND 1d AND der AND nach AND Anspruch AND 1)",),
    "Ansprüche: der Tank oder das Rohr": (
        'Ansprüche AND der AND Tank AND "oder" AND das AND Rohr',
        "NOT, NEAR5 and ADJ1",
    ),
    "the formula: -S(O)- wherein": ("the AND formula AND S AND O AND wherein", "what follows write NOT"),
    'SILVA A ET AL: "RICE HUSK"': (
        'SILVA AND A AND ET AND AL AND "RICE HUSK"',
        "the office write cc=ET",
        "the office write cc=AL",
    ),
    "NOx TRAP CATALYST WITH HYDROCARBON STORAGE": (
        "NOx AND TRAP AND CATALYST AND WITH AND HYDROCARBON AND STORAGE",
        "NOT, NEAR5 and ADJ1",
    ),
    "rice WITH husk": ("rice NEAR20 husk", "write it in quotes"),
    "three-dimensional (3D) printing of parts": ("txt=(three-dimensional AND 3D AND printing AND of AND parts)",),
    "silica (3D) gel in water for the tyre": (
        "txt=(silica AND 3D AND gel AND in AND water AND for AND the AND tyre)",
        "an operator write NEAR4",
    ),
    "silica (3A) gel in water for the tyre": (
        "(silica NEAR4 gel) AND in AND water AND for AND the AND tyre",
        "write it in quotes",
    ),
    "the tank (1a) holds the tube (2d) in water": (
        "txt=(the AND tank AND 1a AND holds AND the AND tube AND 2d AND in AND water)",
    ),
    "rice (5A) husk": ("rice NEAR6 husk", "write it in quotes"),
    "Internet protocol [IP] addresses": ("Internet AND protocol AND IP AND addresses",),
    "Toy models not otherwise provided": (
        'Toy AND models AND "not" AND otherwise AND provided',
        "rest in small letters",
    ),
    "what is silica?": ("what AND is AND silica", "end was left out"),
    "how, opener?": ("how AND opener?", "for any number *"),
    "can lid AND closure?": ("can AND lid AND closure?", "for any number *"),
    "can, opener?": ("can AND opener?", "for any number *"),
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
    "Viet Nam rice": ("Viet AND Nam AND rice", "the office write cc=VN"),
    "A61K31/00 Viet Nam": ("class=A61K31/00 AND Viet AND Nam", "the office write cc=VN"),
    "rice SAUDI ARABIA": ("rice AND SAUDI AND ARABIA", "the office write cc=SA"),
    "rice South\nKorea": ("rice AND South AND Korea", "the office write cc=KR"),
    "North Korea": ("North AND Korea", "the office write cc=KP"),
    "Papua New Guinea": ("Papua AND New AND Guinea", "the office write cc=PG"),
    "Trinidad and Tobago": ("Trinidad AND Tobago", "the office write cc=TT"),
    "Côte d’Ivoire": ("Côte AND d'Ivoire", "the office write cc=CI"),
    "Sri-Lanka": ("Sri-Lanka", "the office write cc=LK"),
    "Viet Cong, Nam Dinh": ("Viet AND Cong AND Nam AND Dinh",),
    "United States (US)": ("United AND States AND US", "the office write cc=US", "the office write cc=US"),
    '"Viet Nam" rice': ('"Viet Nam" AND rice',),
    f'"{_SENTENCE}"': (f'"{_SENTENCE}"', "words are sought anywhere"),
}

NEAR20, NO_OPERATOR = "write it in quotes", "NOT, NEAR5 and ADJ1"
CAPITALS = {
    "TiO2 WITH SOLAR": ("txt=(TiO2 NEAR20 SOLAR)", NEAR20),
    "NOx WITH REDUCTION CATALYST": ("(NOx NEAR20 REDUCTION) AND CATALYST", NEAR20),
    "SOLAR SAME PUMP AND kW": ("(SOLAR NEAR50 PUMP) AND kW", NEAR20),
    "(SOLAR OR PHOTOVOLTAIC) WITH (PUMP OR IRRIGATION)": (
        "(SOLAR OR PHOTOVOLTAIC) NEAR20 (PUMP OR IRRIGATION)",
        NEAR20,
    ),
    "(PUMP SAME SOLAR) NOT WIND": ("(PUMP NEAR50 SOLAR) NOT WIND", NEAR20),
    "SOLAR WITH PUMP NOT WIND": ("(SOLAR NEAR20 PUMP) NOT WIND", NEAR20),
    '"HEAT PUMP" WITH SOLAR': ('"HEAT PUMP" NEAR20 SOLAR', NEAR20),
    "PUMP# WITH SOLAR": ("PUMP# NEAR20 SOLAR", NEAR20),
    "SOLAR WITH PUMP": ("SOLAR AND WITH AND PUMP", NO_OPERATOR),
    "PUMP WITH MOTOR AND BLADE": ("PUMP AND WITH AND MOTOR AND BLADE", NO_OPERATOR),
    "METHOD FOR TREATING WATER WITH TiO2": (
        "txt=(METHOD AND FOR AND TREATING AND WATER AND WITH AND TiO2)",
        NO_OPERATOR,
    ),
    "SYSTEM (DEVICE) FOR TREATING WATER WITH OZONE": (
        "SYSTEM AND DEVICE AND FOR AND TREATING AND WATER AND WITH AND OZONE",
    ),
    "METHOD FOR PRODUCING SAME AND USE": ("METHOD AND FOR AND PRODUCING AND SAME AND USE",),
}

READ = (NATURAL, ODD, CAPITALS)
REFUSED = (
    {
        "(WIND ADJ TURBINE) WITH BLADE": (
            "NEAR stands between",
            "(WIND ADJ TURBINE)",
            "(((WIND OR TURBINE) NEAR20 BLADE) AND (WIND ADJ1 TURBINE))",
        ),
        "rice husk ―”": ("A quotation mark is opened here", "”", "rice husk ―"),
        "use: rice": ("“use” is not a field. If it is a word, leave out “:” or quote it.", "use:", "use  rice"),
    },
)
