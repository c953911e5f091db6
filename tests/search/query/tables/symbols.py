"""Class symbols as title pages, letters and spreadsheets list and spell them.

Every row is a query as people paste it: what it is read as, in its one spelling, and the ends of the warnings it draws; or,
refused, how the message begins, the place in the query, and what is proposed.
"""

LIST = "all write AND between"
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
    "CIP: A61K 31/00": ("ipc=A61K31/00",),
    "МПК А61К 31/00": ("ipc=A61K31/00", LATIN),
    "LED 12 V 24/48": ("txt=(LED AND 12 AND V AND 24/48)",),
}

RANGES = "Classes have no ranges here;"
REFUSED_RANGES = {
    "A61K 31/00 - 31/80": (RANGES, "A61K 31/00 - 31/80", "A61K31"),
    "ipc=A61K31/00-31/80": (RANGES, "A61K31/00-31/80", "ipc=A61K31"),
    "A61K 31/00 - 33/80": (RANGES, "A61K 31/00 - ", ""),
}

NAMED = {
    "Clasificación: A61K 31/00": (
        "A field goes by its code here",
        "Clasificación: A61K 31/00",
        "ipc=(A61K 31/00)",
    ),
}

READ = (LISTED, SPELT)
REFUSED = (REFUSED_RANGES, NAMED)
