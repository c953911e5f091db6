"""Proposals that mean what was typed.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

SEVERAL, HEAD, CITED = "Several fields stand before", "What stands before the colon", "D1, D2 and so on are no fields"
COMMAND, STRAY = "A query here needs no command", "This bracket"
MEANT = {
    "(ti,ab)=(rice husk)": (SEVERAL, "(ti,ab)=(rice husk)", "ti,ab=(rice husk)"),
    "(ti OR ab)=rice": (SEVERAL, "(ti OR ab)=rice", "ti,ab=rice"),
    "a)AND(b": (STRAY, ")", "a AND(b)"),
    "ti=silica AND (": (STRAY, "(", "ti=silica"),
    "silica~0": ("“~” goes after a word", "silica~0", "silica"),
    "S SILIC?/TI": (COMMAND, "S ", "ti=SILIC*"),
    "S HUS#/TI": (COMMAND, "S ", "ti=HUS?"),
    "=> s rice (3a) husk and br/pc": (COMMAND, "=> s ", "rice (3a) husk and pc=br"),
    "Re: patent BR102017004956": (HEAD, "Re: patent BR102017004956", "BR102017004956"),
    "Your ref: BR112022008972A2": (HEAD, "Your ref: BR112022008972A2", "BR112022008972A2"),
    "D1=BR112022008972A2 AND rice": (CITED, "D1=BR112022008972A2 AND rice", "BR112022008972A2 AND rice"),
    "A61K”?2020 NOT NOT": ("A quotation mark is opened", "”?2020 NOT NOT", "A61K ?2020"),
    "Title of the invention: rice": ("A field goes by its code", "Title of the invention: rice", "ti=rice"),
}

KNOWN = {
    "PN=(BR+ OR AR+)": ("cc=(BR OR AR)", "was read as cc=BR", "was read as cc=AR"),
    "pn=BR1020170049+": ("pn=BR1020170049*",),
    "RICE(W)HUSK#": ("RICE ADJ1 HUSK#", "in STN, write ?", "write it in quotes"),
}

READ = (KNOWN,)
REFUSED = (MEANT,)
