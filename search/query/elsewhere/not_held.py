"""Codes of other systems for what is not held here or is less than there, with what to type instead."""

from __future__ import annotations

# Codes of other systems for what is not held here, with what to type.
ELSEWHERE = {
    "ct": "Citations are not searchable.",
    "famn": "Families are not searchable; search the priority number with pr=.",
    **dict.fromkeys(("aadc", "pac"), "The applicant's country is not searchable; for the office write cc=."),
    "iadc": "The inventor's country is not searchable; for the office write cc=.",
    "ana": "The applicant's nationality is not searchable; for the office write cc=.",
    "are": "The applicant's residence is not searchable; for the office write cc=.",
    "npcc": "National phase entries are not searchable; for the office write cc=.",
    "npan": "National phase entries are not searchable; for the application number write ap=.",
    "nped": "National phase entries are not searchable; for the filing date write ad=.",
}

ELSEWHERE |= {
    f"has_{part}": f"What a record must have is asked with has=, as has={name}."
    for part, name in (
        *((part, part) for part in ("title", "abstract", "claims", "description", "inventor", "applicant")),
        ("claim", "claims"),
        ("full_text", "description"),
        ("owner", "owner"),
    )
}
_CLASSES = "{} classes are not searchable yet; records that have one are found with has={}."
ELSEWHERE |= {
    **dict.fromkeys(
        ("fam", "simple_family", "fid", "fmid"), "Families are not searchable; search the priority number with pr=."
    ),
    **dict.fromkeys(("citing", "ctn", "cited_by_patent_count", "cites_patent_count"), "Citations are not searchable."),
    **dict.fromkeys(("isa", "olf", "chem", "litigation"), "This is not held here; the fields are in the help."),
    **dict.fromkeys(
        ("legal_status", "legal_status.patent_status"), "The legal status is asked with ls=, as ls=in_force."
    ),
    **dict.fromkeys(
        ("grd", "legal_status.grant_date", "legal_status.granted"),
        "For the date of a grant write pd= and its kind, as pd=2020 AND kd=B.",
    ),
    **dict.fromkeys(("doc_key", "lens_id"), "For a number write num=, as num=EP1000000."),
    **dict.fromkeys(("site", "pgpb", "uspt", "usoc", "dbnm"), "For an office write cc=, as cc=VN."),
    **dict.fromkeys(
        ("tacd", "tac_all", "tacd_all"), "For title, abstract and claims write txt=, with the description ftxt=."
    ),
    **dict.fromkeys(("locarno", "loc", "lcl", "lcs"), _CLASSES.format("Locarno", "locarno")),
    **dict.fromkeys(("nice", "ncl"), _CLASSES.format("Nice", "nice")),
    **dict.fromkeys(("vienna", "vcl", "vcs"), _CLASSES.format("Vienna", "vienna")),
    **dict.fromkeys(
        ("ccl", "uspc", "uc", "fi", "ft", "fterm"), "Classes of single offices are not searchable; write ipc= or cpc=."
    ),
    **dict.fromkeys(("dc", "mc"), "Derwent's own classes are not searchable; write ipc= or cpc=."),
    **dict.fromkeys(("type", "dty", "publication_type"), "For the right write rt=, for the kind code kd=."),
    **dict.fromkeys(("cited", "cites", "ctb", "refs", "cites_patent", "urpn"), "Citations are not searchable."),
}

ELSEWHERE |= {
    **dict.fromkeys(("ecla", "idt", "ic4"), "This classification is no longer used; write ipc= or cpc=."),
    **dict.fromkeys(("acn", "icn"), "The parties’ countries are not searchable; for the office write cc=."),
    **dict.fromkeys(("ry", "rd", "rdate"), "For the date of a grant write pd= and its kind, as pd=2020 AND kd=B."),
    **dict.fromkeys(("parn", "rlap"), "The number of the file a record was divided from is sought with num=."),
    **dict.fromkeys(("rlfd", "rlad", "govt"), "This is not held here; the fields are in the help."),
    **dict.fromkeys(("ref", "fref", "oref", "uref"), "Citations are not searchable."),
    **dict.fromkeys(("ds", "oo"), "Designations and offices of origin are not searchable; for the office write cc=."),
    "exp": "Examiners are not searchable.",
    "apt": "For the right write rt=, for the kind code kd=.",
    "cql.allrecords": "For every record write *.",
    "date": "Say which date: pd= of publication, ad= of filing, prd= of priority.",
}

# What these codes ask for with one value is asked with another field here: the codes, then value → query.
_TYPES = {
    "patent": "rt=patent",
    "design": "rt=design",
    "granted_patent": "kd=(B OR C OR Y)",
    "patent_application": "kd=A",
}
_STATUSES = {"active": "ls=in_force", "granted": "kd=(B OR C OR Y)", "pending": "ls=pending"} | dict.fromkeys(
    ("inactive", "expired", "discontinued", "lapsed"), "ls=ended"
)
INSTEAD: dict[str, dict[str, str]] = {
    "legal_status.granted": {"true": "kd=(B OR C OR Y)"},
    **dict.fromkeys(("type", "publication_type", "dty"), _TYPES),
    **dict.fromkeys(("legal_status", "legal_status.patent_status", "simple_legal_status"), _STATUSES),
    **{
        code: {"true": hint.rpartition(" as ")[2].rstrip(".")}
        for code, hint in ELSEWHERE.items()
        if code.startswith("has_")
    },
}

# Codes of other systems that mean more or less there than the field they are read as here.
MEANT = {
    "all": "title, abstract and claims; the description too with ftxt=, names with pa= or in=, numbers with num=.",
    "fp": "title, abstract and claims; names with pa= or in=, numbers with num=.",
    "nftxt": "the full text; names with pa= or in=.",
    "paa": "the names only, not addresses.",
    "paf": "any applicant, not the first only.",
    "ina": "the names only, not addresses.",
    **dict.fromkeys(("icf", "ipcm", "icm", "icp", "cpci", "ipci"), "any class, not the first only."),
    **dict.fromkeys(("cpcn", "ipcn", "cpca"), "any class, not the additional ones only."),
    "cpcc": "any class, not combination sets.",
    "gn": "any publication number, not those of grants only.",
    "lgf": "the language of the text that was delivered.",
    "lgp": "the language of the text that was delivered.",
}
