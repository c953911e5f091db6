"""Class symbols as title pages, letters and spreadsheets list and spell them.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

LIST, MANY = "all write AND between", "them write AND between"
LISTED = {
    "A61K 31/00; 31/12": ("class=(A61K31/00 OR A61K31/12)", LIST),
    "A61K31/00,31/12": ("class=(A61K31/00 OR A61K31/12)", LIST),
    "A61K31/00, 31/12, 33/00 AND silica": ("class=(A61K31/00 OR A61K31/12 OR A61K33/00) AND silica", LIST),
    "ipc=A61K 31/00; 31/12": ("ipc=(A61K31/00 OR A61K31/12)", LIST),
    "ipc=(A61K31/00 31/12)": ("ipc=(A61K31/00 OR A61K31/12)", LIST),
    "A61K/A61P": ("class=(A61K OR A61P)", LIST),
    "ipc=A61K/A61P": ("ipc=(A61K OR A61P)", LIST),
}

LATIN = "ones they look like"
SPELT = {
    "A 61 K 31/00": ("class=A61K31/00",),
    "A61K:31/00": ("class=A61K31/00",),
    "А61К 31/00": ("class=A61K31/00", LATIN),
    "ipc=А61К31/00": ("ipc=A61K31/00", LATIN),
    "silica NEAR3 А61К 31/00": ('txt=(silica NEAR3 "A61K 31/00")', LATIN),
    'ipc="A61K -31*e"': ('ipc="A61K-31*E"',),
    "CIP: A61K 31/00": ("ipc=A61K31/00",),
    "МПК А61К 31/00": ("ipc=A61K31/00", LATIN),
    "H04L12/28/H04L29/06": ("class=(H04L12/28 OR H04L29/06)", LIST),
    "ipc=A61K^2 AND rice": ("ipc=A61K AND rice", "always counts for more"),
    "ipc LIKE 'A61K31/%'": ("ipc=A61K31/00",),
    "[51] Int. Cl. A61K 31/00": ("ipc=A61K31/00",),
    "IPC(8): A61K 31/00": ("ipc=A61K31/00",),
    "(52) U.S. Cl. CPC ..... A61K 31/00 (2013.01); A61P 35/00": (
        "cpc=(A61K31/00 OR A61P35/00)",
        "classification, was left out",
        LIST,
    ),
    "A61K   31/00  ; A61P\t35/00": ("class=(A61K31/00 OR A61P35/00)", MANY),
    "А61К   31/00 AND rice": ("class=A61K31/00 AND rice", LATIN),
    "A61K 05/2019": ("class=A61K5/2019", "month write A61K pd=2019-05"),
    "ipc=A61K  31/00 AND rice": ("ipc=A61K31/00 AND rice",),
    "a61k31 / 00": ("class=A61K31/00",),
    "ipc=A 61 K 31 / 00": ("ipc=A61K31/00",),
    "A61K 31/00(2006.01)i, C07D 401/12 (2006.01)n": (
        "class=(A61K31/00 OR C07D401/12)",
        "classification, was left out",
        "classification, was left out",
        MANY,
    ),
    "A61K 31/00 [2006.01]": ("class=A61K31/00", "classification, was left out"),
    "A61K   31/00        20060101AFI20200101BHEP": ("class=A61K31/00", "classification, was left out"),
    "LED 12 V 24/48": ("txt=(LED AND 12 AND V AND 24/48)",),
}

WORD, CLASS = "as one write class={}", "a word quote it"
OF_WORDS = {
    "KRAS G12C inhibitors": ("txt=(KRAS AND G12C AND inhibitors)", WORD.format("G12C")),
    "G12V": ("txt=G12V", WORD.format("G12V")),
    "g13d or G12D*": ("txt=(g13d OR G12D*)", WORD.format("g13d"), WORD.format("G12D*")),
    "pump D25K12": ("txt=(pump AND D25K12)", WORD.format("D25K12")),
    "G12C15/00": ("class=G12C15/00",),
    "class=G12C": ("class=G12C",),
    "G12C AND KRAS": ("txt=(G12C AND KRAS)", WORD.format("G12C")),
    "H10W": ("class=H10W",),
    "H10W AND packaging": ("class=H10W AND packaging",),
    "B41P AND A23Y": ("class=(B41P AND A23Y)",),
    "H10X": ("class=H10X", CLASS),
    "rice AND (A61W OR H10X20)": ("rice AND class=(A61W OR H10X20/00)", CLASS, CLASS),
    "EGFR A61V mutation": ("txt=(EGFR AND A61V AND mutation)", WORD.format("A61V")),
    "A61V mutation AND rice": ("txt=(A61V AND mutation AND rice)", WORD.format("A61V")),
    "A61V and H41Q mutations": ("txt=(A61V AND H41Q AND mutations)", WORD.format("A61V"), WORD.format("H41Q")),
    "B60C tyre": ("class=B60C AND tyre", CLASS),
    "solar H10F": ("solar AND class=H10F", CLASS),
    "(A61K) AND rice": ("class=A61K AND rice",),
    "A61K31/00 rice": ("class=A61K31/00 AND rice",),
    "rice NOT A61K": ("rice NOT class=A61K",),
}

SIGNS = "Between classes AND and OR are words"
RANGES = "Classes have no ranges here;"
REFUSED_RANGES = {
    "A61K31/OO": ("“A61K31/OO” has the letter O", "A61K31/OO", "A61K31/00"),
    "A61K 31/1O AND rice": ("“A61K 31/1O” has the letter O", "A61K 31/1O", "A61K31/10 AND rice"),
    "ipc=(A61K31/OO OR C07D)": ("“A61K31/OO” has the letter O", "A61K31/OO", "ipc=(A61K31/00 OR C07D)"),
    "A61K31.00 AND rice": ("“A61K31.00” is not how", "A61K31.00", "A61K31/00 AND rice"),
    "ipc=A61K31//12": ("“A61K31//12” is not how", "A61K31//12", "ipc=A61K31/12"),
    "A61K_31/00": ("“A61K_31/00” is not how", "A61K_31/00", "A61K31/00"),
    "A61K/31": ("“A61K/31” is not how", "A61K/31", "A61K31"),
    "A61K/IP": ("A field stands before its words", "A61K/IP", "ip=A61K"),
    "A61K31/00*A61P rice": (SIGNS, "A61K31/00*A61P rice", "(A61K31/00 AND A61P) rice"),
    "ipc=A61K 31/00+33/00": (SIGNS, "ipc=A61K 31/00+33/00", "ipc=(A61K 31/00 OR 33/00)"),
    "A01N43/653&A01N37/22": (SIGNS, "A01N43/653&A01N37/22", "(A01N43/653 AND A01N37/22)"),
    "C01B 33/12 through C01B 33/18": (RANGES, "C01B 33/12 through C01B 33/18", "C01B33"),
    "C01B33/12...18": (RANGES, "C01B33/12...18", "C01B33"),
    "A61K 31/00 - 31/80": (RANGES, "A61K 31/00 - 31/80", "A61K31"),
    "ipc=A61K31/00-31/80": (RANGES, "A61K31/00-31/80", "ipc=A61K31"),
    'ipc="A61K 3-1*"': ("“A61K 3-1*” is not a class symbol", '"A61K 3-1*"', ""),
    "A61K 31/00 - 33/80": (RANGES, "A61K 31/00 - ", ""),
    "C01B 33/12-18": (RANGES, "C01B 33/12-18", "C01B33"),
    "ipc=C01B 33/12-18": (RANGES, "C01B 33/12-18", "ipc=C01B33"),
    "C01B 33/12-18 silica": (RANGES, "C01B 33/12-18", "C01B33 silica"),
    "C01B 33/12 - 18": (RANGES, "C01B 33/12 - 18", "C01B33"),
    "C01B 33/12 to 18": (RANGES, "C01B 33/12 to 18", "C01B33"),
    "A61K31/16:19": (RANGES, "A61K31/16:19", "A61K31"),
    "ipc=A61K31/16..19": (RANGES, "A61K31/16..19", "ipc=A61K31"),
    "C01B 33/12~18": (RANGES, "C01B 33/12~18", "C01B33"),
    "water NOT C02F 1/00-28": (RANGES, "C02F 1/00-", ""),
    "water NOT ipc=(C02F 1/00-28)": (RANGES, "C02F 1/00-", ""),
    "A61K 31/00, 31/12-18": (RANGES, "31/12-18", ""),
    "A61K 31/00 NOT 31/12-33/18": (RANGES, "31/12-33/18", ""),
    "A61K 31-33": (RANGES, "A61K 31-", ""),
    "A61K31..33": (RANGES, "A61K31..", ""),
    "A61K31-33": ("“A61K31-33” may be a range", "A61K31-33", ""),
    "ipc=A61K31-33": ("“A61K31-33” may be a range", "A61K31-33", ""),
    "C07D401-403 AND silica": ("“C07D401-403” may be a range", "C07D401-403", ""),
}

OF_BRACKET = "The groups of a bracket are written each"
REFUSED_BRACKETS = {
    "A61K (31/ OR 33/)": (OF_BRACKET, "A61K (31/ OR 33/)", "(A61K31/ OR A61K33/)"),
    'cpc="A61K 31/ 33/"': ("Several symbols need an operator", '"A61K 31/ 33/"', "cpc=(A61K 31/ OR A61K 33/)"),
    "ipc=A61K (31/00 OR 33/00)": (OF_BRACKET, "A61K (31/00 OR 33/00)", "ipc=(A61K31/00 OR A61K33/00)"),
    "water NOT A61K (31/00 OR 33/00)": (OF_BRACKET, "A61K (31/00 OR 33/00)", "water NOT (A61K31/00 OR A61K33/00)"),
    "ipc=A61K(31/00, 33/00)": (OF_BRACKET, "A61K(31/00, 33/00)", "ipc=(A61K31/00, A61K33/00)"),
    "ipc=(a61k (31/00 or C07D 401/12))": (
        OF_BRACKET,
        "a61k (31/00 or C07D 401/12)",
        "ipc=((A61K31/00 or C07D 401/12))",
    ),
    "A61K [31/00 33/00] rice": (OF_BRACKET, "A61K [31/00 33/00]", "(A61K31/00 A61K33/00) rice"),
    "A61K (31 OR 33)": (OF_BRACKET, "A61K (31 OR 33)", "(A61K31 OR A61K33)"),
    "A61K31/(16 OR 19)": (OF_BRACKET, "A61K31/(16 OR 19)", "(A61K31/16 OR A61K31/19)"),
    "ipc=A61K 31/(16,19)": (OF_BRACKET, "A61K 31/(16,19)", "ipc=(A61K31/16,A61K31/19)"),
    "G06F 3/{01,03}": (OF_BRACKET, "G06F 3/{01,03}", "(G06F3/01,G06F3/03)"),
    "C08L 23/06 (23/08 or 23/10)": (
        OF_BRACKET,
        "C08L 23/06 (23/08 or 23/10)",
        "(C08L 23/06 AND (C08L23/08 or C08L23/10))",
    ),
}

# A slash with nothing behind it, and a hyphen for one, where it cannot be the sign of a range.
HYPHENS = "have no ranges here"
SLASHES = {
    "ipc=A61K 31/": ("ipc=A61K31/00",),
    "ipc=(A61K 31/)": ("ipc=A61K31/00",),
    "A61K 31/ rice": ("class=A61K31/00 AND rice",),
    "water NOT C02F 1/": ("water NOT class=C02F1/00",),
    "A61K 31/*": ("class=A61K31/00",),
    "A61K 31/low": ("class=A61K31/00",),
    "A61K031-33": ("class=A61K31/33",),
    "A61K31-00": ("class=A61K31/00",),
    "C01B-33-12": ("class=C01B33/12", HYPHENS),
    "ipc=C01B33-12": ("ipc=C01B33/12", HYPHENS),
    "G12C31-12": ("txt=G12C31-12", WORD.format("G12C31-12")),
    "A61K31-2015": ("class=A61K31/00 AND txt=2015", "the year write pd=2015"),
    "A61K:31": ("class=A61K AND txt=31", "a class write A61K31"),
    "C01B 33/12 - 18 mm": ("class=C01B33/12 AND txt=18 AND mm",),
    "silica 31/12-18": ("txt=(silica AND 31/12-18)",),
    "H05B 45/00 12/24-48 V": ("class=H05B45/00 AND txt=12/24-48 AND V",),
    "H05B 45/00 (12/24 V)": ("class=H05B45/00 AND txt=(12/24 AND V)",),
    "A61K (05/2019)": ("class=A61K AND pd=2019-05", "the words quote them"),
    "C07D (A61K OR C12N)": ("class=(C07D AND (A61K OR C12N))",),
}

# A truncated number of a main group stands for all that begin so; one with zeros before it, or a slash behind, is whole.
TRUNCATED = {
    "ipc=C01B3*": ("ipc=C01B3*", "for one write C01B3"),
    "silica NOT ipc=C01B3*": ("silica NOT ipc=C01B3*", "for one write C01B3"),
    "H04L2*": ("class=H04L2*", "for one write H04L2"),
    "ipc=C07D40+ AND rice": ("ipc=C07D40* AND rice", "for one write C07D40"),
    "C01B3*; A61K31/00": ("class=(C01B3* OR A61K31/00)", "for one write C01B3", MANY),
    "ipc=C01B3**": ("ipc=C01B3*", "for one write C01B3"),
    "ipc==A61K3*": ("ipc=A61K3*", "for one write A61K3"),
    'ipc="A61K -31*"': ("ipc=A61K31*", "for one write A61K31"),
    'ipc="A61K- 31*"': ("ipc=A61K31*", "for one write A61K31"),
    "ipc=C01B3/*": ("ipc=C01B3/00",),
    "ipc=C01B0003*": ("ipc=C01B3/00",),
    "ipc=A61K2800*": ("ipc=A61K2800/00",),
    "ipc=A61K31/12+": ('ipc="A61K31/12*"',),
    "H01M-010/052$": ('class="H01M10/052*"',),
    "ipc=A61K003112*": ('ipc="A61K31/12*"',),
    "A61K31/00+": ("class=A61K31/00",),
    "ipc=A61K31/12?": ('ipc="A61K31/12?"', "of them write *"),
    "ipc=A61K*": ("ipc=A61K",),
}

NAMED = {
    "HO4L 29/06": ("“HO4L” has a letter where", "HO4L", "H04L 29/06"),
    "B01J20/10, HO1M4/02": ("“HO1M” has a letter where", "HO1M", "B01J20/10, H01M4/02"),
    "ipc=H0IM 4/02": ("“H0IM” has a letter where", "H0IM", "ipc=H01M 4/02"),
    "C01B33/12 & 33/18": ("Between classes AND", "C01B33/12 & 33/18", "(C01B33/12 AND 33/18)"),
    "Clasificación: A61K 31/00": (
        "A field goes by its code here",
        "Clasificación: A61K 31/00",
        "ipc=(A61K 31/00)",
    ),
}

BESIDE = {
    "C08L 23/06 NOT 23/08": ("class=(C08L23/06 NOT C08L23/08)", CLASS),
    "(C08L 23/06) AND (23/08 or 23/10)": ("class=(C08L23/06 AND (C08L23/08 OR C08L23/10))", CLASS, CLASS),
    "ipc=G06F3/01 OR 3/03": ("ipc=G06F3/01 OR class=G06F3/03", CLASS, "write ipc=(G06F3/01 OR 3/03)"),
    "ipc=(G06F3/01 OR H04L9/32 OR 9/08) AND rice": ("ipc=(G06F3/01 OR H04L9/32 OR H04L9/08) AND rice", CLASS),
    "ipc=A61 AND A23": ("ipc=A61 AND class=A23", CLASS),
    "ipc=A61K NOT A61": ("ipc=A61K NOT class=A61", CLASS),
    "A61K OR A23 OR C07D": ("class=(A61K OR A23 OR C07D)", CLASS),
    "A61 AND A23": ("txt=(A61 AND A23)", "a class write class=A61", "a class write class=A23"),
    "A61* AND rice": ("txt=(A61* AND rice)", "a class write class=A61"),
    "model A61": ("txt=(model AND A61)",),
    "silica AND 3/03": ("txt=(silica AND 3/03)",),
    "A61K (rice OR 33/00)": ("class=A61K AND txt=(rice OR 33/00)",),
    "A61K (9/1652 OR 9/2018)": ("class=(A61K AND (A61K9/1652 OR A61K9/2018))", CLASS, CLASS),
    "(A61K) (31/00 OR 33/00)": ("class=(A61K AND (A61K31/00 OR A61K33/00))", CLASS, CLASS),
    "A61K, (31/00 OR (33/00 AND rice))": (
        "class=A61K AND (class=A61K31/00 OR (class=A61K33/00 AND rice))",
        CLASS,
        CLASS,
    ),
    "A61K31/00 AND rice NOT 5/10": ("class=A61K31/00 AND rice NOT txt=5/10",),
    "txt=(A61K31/00 OR 31/12)": ("txt=(A61K31/00 OR 31/12)",),
}
BEHIND_COMMA = {
    "ipc=H01M4,10": ("ipc=(H01M4/00 OR H01M10/00)", CLASS, LIST),
    "cpc=Y02E10/50,52, 54 AND rice": ("cpc=(Y02E10/50 OR Y02E10/52 OR Y02E10/54) AND rice", CLASS, CLASS, LIST),
    "H01M4/02,13": ("class=(H01M4/02 OR H01M4/13)", CLASS, LIST),
    "H01M4/02, 10": ("class=H01M4/02 AND txt=10", "a class write H01M4/10"),
    "ipc=H01M4, 10 mm": ("ipc=H01M4/00 AND txt=10 AND mm",),
}
# Main groups with nothing behind their slash, alone and with whole and truncated groups.
OPEN = {
    "A61K 31/ 33/": ("class=(A61K31/00 OR A61K33/00)", LIST),
    "ipc=A61K 31/ 33/": ("ipc=(A61K31/00 OR A61K33/00)", LIST),
    "A61K31/,33/, 35/ AND rice": ("class=(A61K31/00 OR A61K33/00 OR A61K35/00) AND rice", LIST),
    "cpc=A61K 31/00, 33/": ("cpc=(A61K31/00 OR A61K33/00)", LIST),
    "A61K 31/; 33/00": ("class=(A61K31/00 OR A61K33/00)", LIST),
    "A61K 31/ or 33/": ("class=(A61K31/00 OR A61K33/00)", CLASS),
    "ipc=(A61K 31/ or 33/)": ("ipc=(A61K31/00 OR A61K33/00)", CLASS),
    "A61K31/ NOT 31/48": ("class=(A61K31/00 NOT A61K31/48)", CLASS),
    "rice NOT A61K 31/, 33/": ("rice NOT class=(A61K31/00 OR A61K33/00)", LIST),
    "rice NOT ipc=(A61K 31/ 33/)": ("rice NOT ipc=(A61K31/00 OR A61K33/00)", LIST),
    'ipc any "A61K 31/ 33/"': ("ipc=(A61K31/00 OR A61K33/00)",),
    'cpc all "A61K 31/, 33/00 C07D"': ("cpc=(A61K31/00 AND A61K33/00 AND C07D)",),
    "A61K 31/?, 33/*, 35/low": ("class=(A61K31/00 OR A61K33/00 OR A61K35/00)", LIST),
    "A61K31/$ OR 33/+": ("class=(A61K31/00 OR A61K33/00)", CLASS),
    "A61K-031/ AND A61K-033/": ("class=(A61K31/00 AND A61K33/00)",),
    "A61K31/1*, 31/2*": ('class=("A61K31/1*" OR "A61K31/2*")', LIST),
    "ipc=(A61K31/1* OR 31/2*)": ('ipc=("A61K31/1*" OR "A61K31/2*")', CLASS),
    "A61K 31/ 33": ("class=A61K31/33",),
}
BEHIND_BLANK = {
    "A61K 31/00 31/12": ("class=(A61K31/00 OR A61K31/12)", LIST),
    "silica NOT A61K 31/00 31/12, 33/00 AND gel": (
        "silica NOT class=(A61K31/00 OR A61K31/12 OR A61K33/00) AND gel",
        LIST,
    ),
    "A61K 31/00 31/12 C07D 401/12": ("class=(A61K31/00 OR A61K31/12 OR C07D401/12)", LIST, MANY),
    "A61K 31/00 31/12 silica": ("class=A61K31/00 AND txt=31/12 AND silica", "a class write A61K31/12"),
    "C01B 33/12 01/2019": ("class=C01B33/12 AND pd=2019-01", "the words quote them"),
    "A61K 31 OR 33": ("class=A61K31/00 OR txt=33", "a class write A61K33"),
    "A61K31 NOT 33": ("class=A61K31/00 NOT txt=33", "a class write A61K33"),
    "A61K NOT 31/": ("class=(A61K NOT A61K31/00)", CLASS),
    "ipc=A61K NOT (31 OR 33)": ("ipc=A61K NOT txt=(31 OR 33)", "a class write A61K31"),
    "A61K AND 12 weeks": ("class=A61K AND txt=12 AND weeks",),
    "A61K 31 OR 33 mm": ("class=A61K31/00 OR txt=(33 AND mm)", "c. Brackets say otherwise"),
    "A61K-31*": ("class=A61K AND txt=31*", "a class write A61K31*"),
    "ipc=A61K;31/00": ("ipc=A61K AND txt=31/00", "a class write A61K31/00"),
    "A61K, 31/00": ("class=A61K AND txt=31/00", "a class write A61K31/00"),
    "A61K 31, silica": ("class=A61K AND txt=31 AND silica", "a class write A61K31"),
    "A61K 31 33": ("class=A61K AND txt=31 AND txt=33", "a class write A61K31"),
    "C01B003312": ("txt=C01B003312", "a class write C01B33/12"),
    "H04L12/xx silica": ("txt=(H04L12/xx AND silica)", "a class write H04L12/00"),
    "CPC-I:A61K31/00": ("txt=CPC-I:A61K31/00", "a class write A61K31/00"),
    "A61K31/00/ti": ("txt=A61K31/00/ti", "a class write A61K31/00"),
    "F16B12/5mm": ("txt=F16B12/5mm",),
    "A61K 31 silica": ("class=A61K AND txt=31 AND silica", "a class write A61K31"),
    "A61K 31 C07D 401": ("class=A61K AND txt=31 AND class=C07D401/00", "a class write A61K31"),
    "C01B033/120000": ("class=C01B33/12",),
    "A61K31/000000": ("class=A61K31/00",),
    "COIL 12/30": ("txt=(COIL AND 12/30)",),
}

READ = (OPEN, BEHIND_BLANK, BESIDE, BEHIND_COMMA, LISTED, SPELT, SLASHES, TRUNCATED, OF_WORDS)
REFUSED = (REFUSED_RANGES, REFUSED_BRACKETS, NAMED)
