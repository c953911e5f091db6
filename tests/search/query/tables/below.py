"""Espacenet's `/low`, a class and what is below it, behind a bracket, a quotation or a blank.

Every row is a query as people type it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

ALL = "in all of them"
BELOW = {
    "ipc=(C01B33/12 or C04B)/low": ("ipc=(C01B33/12 OR C04B)", ALL),
    "(C01B33/12 or C04B)/low AND rice": ("class=(C01B33/12 OR C04B) AND rice", ALL),
    "cpc=(C04B C01B) /low": ("cpc=(C04B OR C01B)", "them write AND between"),
    'cpc="F03G7/10"/low': ("cpc=F03G7/10", ALL),
    'cpc=("F03G7/10"/low or "C04B7/00"/low)': ("cpc=(F03G7/10 OR C04B7/00)", ALL),
    "cpc=F03G7/10 /low": ("cpc=F03G7/10", ALL),
}
NOTHING = {
    "ti=(rice)/low": ("“/low” takes in the groups below a class", "/low", "ti=(rice)"),
    "(C04B AND rice)/low": ("“/low” takes in the groups below a class", "/low", "(C04B AND rice)"),
}

READ = (BELOW,)
REFUSED = (NOTHING,)
