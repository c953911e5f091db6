"""Numbers as registers, letters, spreadsheets and this portal's own pages write them, and what stands around them there.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

# PATENTSCOPE's field of the international publication: a number in it is of no other office.
INTERNATIONAL = {
    "WO:2020/009648": ('pn="WO2020/009648"',),
    "WO:2021/175438 AND solar": ('pn="WO2021/175438" AND solar',),
    "WO:2020009648": ("pn=WO2020009648",),
    "WO=(2020/009648 OR 2021/175438)": ('pn=("WO2020/009648" OR "WO2021/175438")',),
    'WO:("2020/009648")': ('pn="WO2020/009648"',),
    'WO any "2020/009648 2021/175438"': ('pn=("WO2020/009648" OR "WO2021/175438")',),
    "WO:2020/009648, 2021/175438": ('pn=("WO2020/009648" OR "WO2021/175438")', "list: any of them"),
    "WO:20200*": ("pn=WO20200*",),
    "WO:WO2020/009648": ('pn="WO2020/009648"',),
    "wo:PCT/KR2020/008682": ('pn="PCT/KR2020/008682"',),
    "pn=2020/009648": ('pn="2020/009648"',),
}

READ = [INTERNATIONAL]
REFUSED: list[dict[str, tuple[str, str, str]]] = []
