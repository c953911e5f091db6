"""The one table of searchable fields. Parser, index mapping, help page, API schema and advanced form are made from it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum

from search.codes_elsewhere import ELSEWHERE
from search.edits import alike


class FieldKind(StrEnum):
    """How a field is searched."""

    TEXT = "text"  # analysed words, in the original and in English
    NAME = "name"  # analysed words of parties' names
    CLASS = "class"  # hierarchical symbols
    NUMBER = "number"  # any spelling of a number
    DATE = "date"  # days, months, years and ranges
    KEYWORD = "keyword"  # one of a closed list


@dataclass(frozen=True)
class Field:
    """A searchable field.

    `index` names the index fields it is searched in (with `_en` the English twin); `codes` are the spellings a query may
    use, in lower case, the first one canonical (`ALSO` has more); `element` is the coverage element its blind spots are counted by; `values`
    are those of a closed list that is short.
    """

    name: str
    label: str
    kind: FieldKind
    codes: tuple[str, ...]
    index: tuple[str, ...]
    help: str
    example: str
    boost: float = 1.0
    facet: bool = False
    element: str = ""
    values: tuple[str, ...] = ()


# What `has=` takes: each part of a document, in any language, in English, or in another language of the office; and what else
# a record may lack. A part may also name a language and a machine translation, as `claims.th` and `claims.en.machine`.
PARTS = ("title", "abstract", "claims", "description")
HAS = (
    *(f"{part}{form}" for part in PARTS for form in ("", ".en", ".original")),
    *("ipc", "cpc", "locarno", "nice", "vienna", "national", "applicant", "owner", "inventor", "agent"),
    *("filing_date", "priority_date"),
)

FIELDS: tuple[Field, ...] = (
    Field(
        "text",
        "title, abstract or claims",
        FieldKind.TEXT,
        ("txt", "ctxt", "all", "all_txt", "en_all", "fp"),
        ("title", "title_en", "abstract", "abstract_en", "claims", "claims_en"),
        "Title, abstract and claims, original and English. A word without a field is sought here.",
        "txt=silica",
        element="claims",
    ),
    Field(
        "title",
        "title",
        FieldKind.TEXT,
        ("ti", "title", "en_ti", "ttl"),
        ("title", "title_en"),
        "The title, in the original and in English.",
        'ti="rice husk"',
        3.0,
        element="title",
    ),
    Field(
        "abstract",
        "abstract",
        FieldKind.TEXT,
        ("ab", "abstract", "en_ab", "abst"),
        ("abstract", "abstract_en"),
        "The abstract, in the original and in English.",
        "ab=silica",
        1.5,
        element="abstract",
    ),
    Field(
        "claims",
        "claims",
        FieldKind.TEXT,
        ("claims", "clm", "en_cl", "aclm", "clms"),
        ("claims", "claims_en"),
        "The claims, in the original and in English.",
        'claims=("rice husk" AND silica)',
        1.0,
        element="claims",
    ),
    Field(
        "description",
        "description",
        FieldKind.TEXT,
        ("desc", "description", "en_de", "spec"),
        ("description", "description_en"),
        "The description, in the original and in English.",
        "desc=kiln",
        0.5,
        element="description",
    ),
    Field(
        "title_abstract",
        "title or abstract",
        FieldKind.TEXT,
        ("ta", "tiab"),
        ("title", "title_en", "abstract", "abstract_en"),
        "Title and abstract, in the original and in English.",
        "ta=ceramic",
        element="abstract",
    ),
    Field(
        "full_text",
        "full text",
        FieldKind.TEXT,
        ("ftxt", "nftxt", "alltxt", "en_alltxt"),
        (
            "title",
            "title_en",
            "abstract",
            "abstract_en",
            "claims",
            "claims_en",
            "description",
            "description_en",
        ),
        "Title, abstract, claims and description, in the original and in English.",
        'ftxt="rotary kiln"',
        element="description",
    ),
    Field(
        "applicant",
        "applicant or owner",
        FieldKind.NAME,
        ("pa", "applicant", "owner", "paa", "paf", "assignee"),
        ("applicant",),
        "Names of applicants and owners, as the office gave them: in their own letters, and in Latin ones where it gave both.",
        'pa="Universidade"',
        element="applicant",
    ),
    Field(
        "inventor",
        "inventor",
        FieldKind.NAME,
        ("in", "inventor", "ina"),
        ("inventor",),
        "Names of inventors, as the office gave them: in their own letters, and in Latin ones where it gave both.",
        "in=Silva",
        element="inventor",
    ),
    Field(
        "party",
        "applicant, owner or inventor",
        FieldKind.NAME,
        ("ia", "nm", "allnames"),
        ("applicant", "inventor"),
        "Names of applicants, owners and inventors.",
        "ia=Nguyen",
        element="applicant",
    ),
    Field(
        "agent",
        "agent",
        FieldKind.NAME,
        ("rp", "agent"),
        ("agent",),
        "Names of agents and representatives, as the office gave them: in their own letters, and in Latin ones where it gave both.",
        "rp=Souza",
        element="agent",
    ),
    Field(
        "ipc",
        "IPC class",
        FieldKind.CLASS,
        ("ipc", "ic", "ic_ex", "icf", "icl"),
        ("ipc",),
        "International Patent Classification; a subclass or main group takes in everything below it, with == it stands alone.",
        "ipc=C01B33",
        facet=True,
        element="ipc",
    ),
    Field(
        "cpc",
        "CPC class",
        FieldKind.CLASS,
        ("cpc", "cpc_ex", "cpcc"),
        ("cpc",),
        "Cooperative Patent Classification, likewise.",
        "cpc=Y02W",
        element="cpc",
    ),
    Field(
        "class",
        "IPC or CPC class",
        FieldKind.CLASS,
        ("class", "cls", "classif"),
        ("ipc", "cpc"),
        "Either classification. A bare class symbol in a query is sought here.",
        "class=H01M10/05",
        element="ipc",
    ),
    Field(
        "publication_number",
        "publication number",
        FieldKind.NUMBER,
        ("pn", "wo", "gn"),
        ("publication_number", "cited_publication_number"),
        "A publication number in any spelling, with or without office and kind code; also that of the international publication.",
        "pn=BR102012004079",
        element="publication_number",
    ),
    Field(
        "application_number",
        "application number",
        FieldKind.NUMBER,
        ("ap", "apn"),
        ("application_number",),
        "An application number in any spelling.",
        'ap="BR 10 2012 004079-4"',
    ),
    Field(
        "priority_number",
        "priority number",
        FieldKind.NUMBER,
        ("pr", "np"),
        ("priority_number",),
        "The number of a priority application or of the international application.",
        "pr=US61234567",
        element="priority_number",
    ),
    Field(
        "number",
        "any number",
        FieldKind.NUMBER,
        ("num", "allnum"),
        ("publication_number", "application_number", "priority_number", "cited_publication_number", "related_number"),
        "Any of the numbers above, and that of a file the record was divided from or is an addition to. A bare number in a query "
        "is sought here.",
        "num=102012004079",
    ),
    Field(
        "published",
        "publication date",
        FieldKind.DATE,
        ("pd", "dp", "isd"),
        ("published",),
        "Date of any publication: a day, a month, a year or a range.",
        "pd=2015..2020",
    ),
    Field(
        "filed",
        "filing date",
        FieldKind.DATE,
        ("ad", "fd", "apd", "ay"),
        ("filed",),
        "Filing date.",
        "ad>=2018-06",
        element="filing_date",
    ),
    Field(
        "priority_date",
        "priority date",
        FieldKind.DATE,
        ("prd", "pry"),
        ("priority_date",),
        "Date of any priority application, where the office delivered it.",
        "prd<2018",
        element="priority_date",
    ),
    Field(
        "office",
        "office",
        FieldKind.KEYWORD,
        ("cc", "office", "ctr", "of", "country"),
        ("office",),
        "The office, by its WIPO ST.3 code.",
        "cc=VN",
        facet=True,
    ),
    Field(
        "right",
        "right",
        FieldKind.KEYWORD,
        ("rt", "right"),
        ("right",),
        "patent, utility_model, design or trademark.",
        "rt=utility_model",
        facet=True,
        values=("patent", "utility_model", "design", "trademark"),
    ),
    Field(
        "kind",
        "kind",
        FieldKind.KEYWORD,
        ("kd", "kind"),
        ("kind",),
        "Kind code of any publication (ST.16).",
        "kd=B1",
        facet=True,
    ),
    Field(
        "language",
        "language",
        FieldKind.KEYWORD,
        ("lang", "language", "lgf", "lgp"),
        ("language",),
        "Language the office delivered text in, as an ISO 639-1 code.",
        "lang=th",
        facet=True,
    ),
    Field(
        "status",
        "legal status",
        FieldKind.KEYWORD,
        ("ls", "status"),
        ("status",),
        "pending, in_force, ended or unknown.",
        "ls=in_force",
        facet=True,
        values=("pending", "in_force", "ended", "unknown"),
    ),
    Field(
        "year",
        "publication year",
        FieldKind.KEYWORD,
        ("year", "py"),
        ("year",),
        "Year of first publication, one or a range, as the filter beside the results; for any publication write pd=.",
        "year=2021",
        facet=True,
    ),
    Field(
        "has",
        "has",
        FieldKind.KEYWORD,
        ("has",),
        ("has",),
        "An element the record must have: title, abstract, claims or description (claims.en: in English; claims.th: in Thai; "
        "claims.original: not in English; claims.en.machine: translated by machine), ipc, applicant and the like.",
        "has=claims.en",
        facet=True,
        values=HAS,
    ),
)

BY_NAME = {field.name: field for field in FIELDS}
BY_CODE = {code: field for field in FIELDS for code in (*field.codes, *ELSEWHERE.get(field.name, ()))}
DEFAULT = BY_NAME["text"]


def find(code: str) -> Field | None:
    """Return the field a query means by `code`, in any case, or None."""
    return BY_CODE.get(code.lower())


def nearest(code: str) -> str:
    """Return the canonical code of the field one of whose codes looks most like a mistyped one, or an empty string."""
    low = code.lower()
    slips = [near for near in BY_CODE if low not in _WORDS and _slipped(low, near)]
    likest = max(slips, key=lambda near: (_likeness(low, near), BY_CODE[near].codes[0] == near), default="")
    return BY_CODE[likest].codes[0] if likest else ""


_WORDS = frozenset(
    {"as", "be", "by", "id", "ie", "if", "is", "it", "no", "on", "or", "re", "so", "to", "up", "us", "vs"}
)  # nobody's slip of a code
_SHORT, _LONG = 3, 8  # letters: a short code begins as the one that was meant, a long one may have two slips


def _slipped(code: str, near: str) -> bool:
    """Return whether `code` may have been typed for `near`."""
    if len(code) <= _SHORT:
        return len(code) > 1 and code[0] == near[0] and alike(code, near, 1)
    return alike(code, near, 1 + (len(code) >= _LONG))


def _likeness(code: str, near: str) -> float:
    """Return how alike two codes are; of codes as alike the one of the same length is the likelier slip."""
    return difflib.SequenceMatcher(None, code, near).ratio() - 0.08 * abs(len(code) - len(near))
