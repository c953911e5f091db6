"""Readings that could be taken otherwise: NOT beside OR, signs that are not searched, months beside a name.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws.
"""

NOT = {
    "NOT rice OR husk": ("(NOT rice) OR husk", "NOT (a OR b)"),
    "NOT a OR b AND c": ("(NOT a) OR (b AND c)", "c. Brackets say otherwise", "NOT (a OR b)"),
    "silica AND (NOT husk OR bran)": ("silica AND ((NOT husk) OR bran)", "NOT (a OR b)"),
    "ti=(NOT rice OR husk)": ("ti=((NOT rice) OR husk)", "NOT (a OR b)"),
    "(NOT rice) OR husk": ("(NOT rice) OR husk",),
    "NOT (rice OR husk)": ("NOT (rice OR husk)",),
    "rice OR NOT husk": ("rice OR (NOT husk)",),
    "NOT rice AND husk": ("NOT rice AND husk",),
    "pa=samsung OR huawei AND cc=BR": (
        "pa=samsung OR (huawei AND cc=BR)",
        "stands right behind it",
        "c. Brackets say otherwise",
    ),
    "pa=samsung OR (huawei AND cc=BR)": ("pa=samsung OR (huawei AND cc=BR)",),
    "pa=samsung OR pa=huawei AND cc=BR": ("pa=samsung OR (pa=huawei AND cc=BR)", "c. Brackets say otherwise"),
    "neither rice nor husk": ("neither AND rice AND nor AND husk", "NOT, NEAR5 and ADJ1"),
}

SIGNS = {
    '"C++ compiler"': ('"C++ compiler"', "is sought as “C”"),
    "C#": ("C#", "signs are not searched"),
    '"rice+ husk"': ('"rice* husk"', "letters at the end"),
}

NAMES_AND_MONTHS = {
    "LG CHEM 2022/04": ("LG AND CHEM AND pd=2022-04", "the words quote them"),
    "LG CHEM 2022.04": ("LG AND CHEM AND pd=2022-04", "the words quote them"),
    "LG CHEM (2019.07.04)": ("LG AND CHEM AND pd=2019-07-04", "the words quote them"),
    "rice 2019/03388": ('rice AND num="2019/03388"',),
    "rice 2019/1": ("txt=(rice AND 2019/1)",),
}

READ = (NOT, SIGNS, NAMES_AND_MONTHS)
REFUSED = ()
