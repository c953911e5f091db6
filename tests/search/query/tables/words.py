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
ABBREVIATIONS = {
    "DRUM TYPE/ONCE THROUGH": ("DRUM AND TYPE/ONCE AND THROUGH",),
    "DATE/TIME stamp": ("DATE/TIME AND stamp",),
    "CT/MRI scanner": ("CT/MRI AND scanner",),
    "AD/DA converter": ("AD/DA AND converter",),
    "IC/PCB design": ("IC/PCB AND design",),
    "IN/OUT": ("IN/OUT",),
    "IN/OUT valve": ("IN/OUT AND valve",),
    "IN/O'Neil valve": ('"IN/O\'Neil" AND valve', "the field write in=O'Neil"),
    "valve AN/BASF/SE": ('valve AND "AN/BASF/SE"', "the field write pa=BASF/SE"),
    "TI/NI/CU": ("TI/NI/CU", "the field write ti=NI/CU"),
    "RT/PCR": ("RT/PCR",),
    "AP/IN sensor": ('"AP/IN" AND sensor',),
    "PA/PE film": ('"PA/PE" AND film', "the field write pa=PE"),
    "TI/SI layer": ('"TI/SI" AND layer', "the field write ti=SI"),
    "TI/SI layer AND PA/PE film": (
        '"TI/SI" AND layer AND "PA/PE" AND film',
        "the field write ti=SI",
        "the field write pa=PE",
    ),
    "films of PA/PE and PA/PP": (
        'films AND of AND "PA/PE" AND "PA/PP"',
        "the field write pa=PE",
        "the field write pa=PP",
    ),
    "A METHOD FOR PA/PE AND TI/LED": (
        'A AND METHOD AND FOR AND "PA/PE" AND "TI/LED"',
        "the field write pa=PE",
        "the field write ti=LED",
    ),
}
CODED = {
    "TI/LED": ("ti=LED",),
    "PA/LG AND TI/LED": ("pa=LG AND ti=LED",),
    "PA/LG and TI/LED": ("pa=LG AND ti=LED",),
    "PA/LG TI/LED": ("pa=LG AND ti=LED",),
    "PA/LG Electronics AND TI/LED": (
        "pa=LG AND Electronics AND ti=LED",
        "field write pa=(LG Electronics)",
    ),
    "silica AND PA/LG": ("silica AND pa=LG",),
    "cc=BR PA/LG": ("cc=BR AND pa=LG",),
    "TI/SI": ("ti=SI", "as words quote them"),
    "IN/O'Neil": ("in=O'Neil",),
    "IN/Li$": ("in=Li$",),
    "IN/Xu AND AN/Huawei": ("in=Xu AND pa=Huawei", "application number write ap="),
    "AN/BASF/SE": ("pa=BASF/SE", "application number write ap="),
    "PN/BR$": ("cc=BR", "was read as cc=BR"),
    "AP/IN": ("cc=IN", "was read as cc=IN"),
    "PN/WO AND TI/silica": ("cc=WO AND ti=silica", "was read as cc=WO"),
    "IC/H": ("ipc=H",),
    "LS/active": ("ls=in_force",),
    "LANG/Portuguese": ("lang=pt",),
    "TI/RICE": ("ti=RICE",),
    "IN/LEE": ("in=LEE",),
    "AN/IBM": ("pa=IBM", "application number write ap="),
    "CC/VN": ("cc=VN",),
    "PD/2019": ("pd=2019", "in PATENTSCOPE, write prd="),
    "TTL/LED": ("ti=LED",),
}
NUMBERED = {
    "OsERF#109": ("txt=OsERF-109", "figures as no truncation"),
    "HLA-A*02:01 peptide": ("txt=(HLA-A-02:01 AND peptide)", "figures as no truncation"),
    '"allele CYP2D6*4"': ('txt="allele CYP2D6*4"', "figures as no truncation"),
    "M12*30 bolt": ("txt=(M12-30 AND bolt)", "figures as no truncation"),
    "DRB1*15:01": ("txt=DRB1-15:01", "figures as no truncation"),
    "SUS3#4": ("txt=SUS3#4",),
    "HFO-12#4": ("txt=HFO-12#4",),
    "R4#0A": ("txt=R4#0A",),
    "CD#20": ("txt=CD#20",),
    "HFC#34": ("txt=HFC#34",),
    "CD*19": ("txt=CD*19",),
    "comput*12": ("comput????????????", "none, # exactly one"),
    "comput*3": ("comput???", "none, # exactly one"),
    "OsERF*": ("OsERF*",),
    "CYP2D#": ("txt=CYP2D#",),
}
SLASHES_REFUSED = {
    "CTB/US1234567": ("Citations are not searchable", "CTB", ""),
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

NO_VALUES = {
    "Pd = palladium": ("“palladium” is not a value of", "Pd =", "Pd  palladium"),
    "PD: photodiode": ("“photodiode” is not a value of", "PD:", "PD  photodiode"),
    "CC: carbon copy": ("“carbon” is not a value of office", "CC:", "CC  carbon copy"),
    "temperature of <100°C": ("“100°C” is not a value of", "of <", "temperature of 100°C"),
    "CC: Vietnan": ("“Vietnan” is not a value of", "Vietnan", "CC: VN"),
}
UNKNOWN = {
    "NORMAL:ISO ALDEHYDE": ("“NORMAL” is not a field;", "NORMAL:", "NORMAL ISO ALDEHYDE"),
    "purity > 95%": ("“purity” is not a field;", "purity >", "purity  95%"),
    "x = 2 and y > 3": ("“x” is not a field.", "x =", "x  2 and y  3"),
    "0 < y < 1": ("“<” needs a field before it", "<", "0  y  1"),
    "classification_cpc:A61K": ("“classification_cpc” is not a field;", "classification_cpc:", "cpc=A61K"),
    "MPC:A61K31/00": ("“MPC” is not a field;", "MPC:", "class=A61K31/00"),
    "IPC_LOW:A61K": ("“IPC_LOW” is not a field;", "IPC_LOW:", "ipc=A61K"),
    "QZX:silica": ("“QZX” is not a field;", "QZX", ""),
    "rice > 2019": ("“rice” is not a field;", "rice", ""),
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

READ = (SLASHES, NUMBERED, ABBREVIATIONS, CODED, MODIFIED_OPERATORS, LISTS_AMONG_WORDS)
REFUSED = (SLASHES_REFUSED, NO_FIELDS, NO_VALUES, UNKNOWN)
