"""Codes of other systems for what is not held here or is less than there, with what to type instead."""

from __future__ import annotations

# What is said → the codes that draw it.
_SAID = {
    "Citations are not searchable.": (
        "ct citing ctn cited_by_patent_count cites_patent_count cited cites ctb refs cites_patent urpn ref fref oref uref"
    ),
    "Families are not searchable; search the priority number with pr=.": "famn fam simple_family fid fmid",
    "Examiners are not searchable.": "exp examiner",
    "This is not held here; the fields are in the help.": "isa olf chem litigation rlfd rlad govt",
    "The applicant's country is not searchable; for the office write cc=.": "aadc pac",
    "The inventor's country is not searchable; for the office write cc=.": "iadc",
    "The parties’ countries are not searchable; for the office write cc=.": "acn icn",
    "The applicant's nationality is not searchable; for the office write cc=.": "ana",
    "The applicant's residence is not searchable; for the office write cc=.": "are",
    "Designations and offices of origin are not searchable; for the office write cc=.": "ds oo",
    "National phase entries are not searchable; for the office write cc=.": "npcc",
    "National phase entries are not searchable; for the application number write ap=.": "npan",
    "National phase entries are not searchable; for the filing date write ad=.": "nped",
    "Locarno classes are not searchable yet; records that have one are found with has=locarno.": "locarno loc lcl lcs",
    "Nice classes are not searchable yet; records that have one are found with has=nice.": "nice ncl",
    "Vienna classes are not searchable yet; records that have one are found with has=vienna.": "vienna vcl vcs",
    "Classes of single offices are not searchable; write ipc= or cpc=.": "ccl ccls uspc uc fi ft fterm",
    "Derwent's own classes are not searchable; write ipc= or cpc=.": "dc mc",
    "This classification is no longer used; write ipc= or cpc=.": "ecla idt ic4",
    "The legal status is asked with ls=, as ls=in_force.": "legal_status legal_status.patent_status",
    "For the date of a grant write pd= and its kind, as pd=2020 AND kd=B.": (
        "grd legal_status.grant_date legal_status.granted ry rd rdate"
    ),
    "Say which date: pd= of publication, ad= of filing, prd= of priority.": "date",
    "For a number write num=, as num=EP1000000.": "doc_key lens_id",
    "The number of the file a record was divided from is sought with num=.": "parn rlap",
    "For an office write cc=, as cc=VN.": "site pgpb uspt usoc dbnm",
    "For the right write rt=, for the kind code kd=.": "type dty publication_type apt",
    "For title, abstract and claims write txt=, with the description ftxt=.": "tacd tac_all tacd_all",
    "For every record write *.": "cql.allrecords",
}
# What a record must have → as it is asked here.
_HAS = {
    f"has_{part}": part for part in ("title", "abstract", "claims", "description", "inventor", "applicant", "owner")
}
_HAS |= {"has_claim": "claims", "has_full_text": "description"}
ELSEWHERE = {code: said for said, codes in _SAID.items() for code in codes.split()}
ELSEWHERE |= {code: f"What a record must have is asked with has=, as has={part}." for code, part in _HAS.items()}

# What these codes ask for with one value is asked with another field here: the codes, then value → query.
_TYPES = {
    **{
        name: f"rt={name.replace(' ', '_')}"
        for name in ("patent", "utility model", "utility_model", "design", "trademark")
    },
    "utility": "rt=patent",
    "industrial design": "rt=design",
    "mark": "rt=trademark",
    **dict.fromkeys(("granted_patent", "granted patent", "grant"), "kd=(B OR C OR Y)"),
    **dict.fromkeys(("patent_application", "patent application", "application"), "kd=A"),
}
_STATUSES = {"active": "ls=in_force", "granted": "kd=(B OR C OR Y)", "pending": "ls=pending"} | dict.fromkeys(
    ("inactive", "expired", "discontinued", "lapsed"), "ls=ended"
)
INSTEAD: dict[str, dict[str, str]] = {
    "legal_status.granted": {"true": "kd=(B OR C OR Y)"},
    **dict.fromkeys(("type", "publication_type", "dty", "apt"), _TYPES),
    **dict.fromkeys(("legal_status", "legal_status.patent_status", "simple_legal_status"), _STATUSES),
    **{code: {"true": f"has={part}"} for code, part in _HAS.items()},
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
