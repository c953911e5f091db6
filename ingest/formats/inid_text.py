"""The text of the Indian Patent Office Journal: applications as blocks of INID codes (WIPO ST.9), one page each.

A block begins with `(12) PATENT APPLICATION PUBLICATION` and ends with the numbers of pages and claims. Within it each code
stands at the beginning of a line, or before its label; codes in the abstract (57), which is last, are its own. A number and its
date stand in lines of their own after both labels, or, in later issues, each behind its label; a class then has 14 columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.archive import MIB, Member
from ingest.document import Delivered, Name, Number, Passage, Problem, Related, Symbol, Unreadable
from ingest.formats.mapped import UNSTORABLE
from ingest.formats.reading import kept
from ingest.formats.tables import WESTERN, other_bytes
from ingest.offices.profiles import Profile
from portal.standards import offices

OFFICE, LANGUAGE = "IN", "en"
LIMIT = 32 * MIB  # an issue of the journal is some 3 MiB of text
MOST = 500  # names or symbols of one application
HEAD = re.compile(rb"The\s+Patent\s+Office\s+Journal|\(12\)\s*PATENT\s+APPLICATION\s+PUBLICATION\s*\(21\)")
BLOCK = re.compile(r"(?=\(12\)\s*PATENT\s+APPLICATION\s+PUBLICATION)")
ABSTRACT = re.compile(r"^[ \t]*[(\x0e-\x1f]57\)[^:\n]{0,20}:", re.MULTILINE)
END = re.compile(r"^\s*No\. of Pages\s*:\s*\d*\s*No\. of Claims\s*:\s*\d*\s*", re.MULTILINE)
# A control character may stand for a letter the text layer lost.
LABELS = (
    r"(?:21\)\s*Application\s+No|22\)\s*Date\s+of\s+filing|31\)\s*Priority\s+Document|32\)\s*Priority\s+Date|33\)\s*Name\s+of\s+priority"
    r"|43\)\s*Publication\s+Date|51\)\s*International\s+class|54\)\s*Title\s+of|61\)\s*Patent\s+of\s+Addition|62\)\s*Divisional\s+to"
    r"|71\)\s*Name\s+of\s+Applicant|72\)\s*Name\s+of\s+Inventor|86\)\s*International\s+Appl|87\)\s*International\s+Publ)"
)
CODE = re.compile(rf"(?:^[ \t]*|(?=\({LABELS}))[(\x0e-\x1f](\d\d)\)", re.MULTILINE)
# Running heads and page numbers of the journal, and the heads of its sections, between two applications.
FURNITURE = re.compile(
    r"The Patent Office Journal\s+(?:No\.?\s*\d+/\d{4}\s+Dated\s+)?\d{2}/\d{2}/\d{4}(?:[ \t]+\d{1,6})?|^\s*\d{1,6}\s*$|^\s*CONTINUED FROM PART[- ]?\d+\s*$"
    r"|^\s*(?:Early Publication|Publication After 18 Months):(?:(?!\(12\)).){0,1500}\Z",
    re.MULTILINE | re.DOTALL,
)
CODES = {"12": "the kind of document, which begins the block", "19": "the office, which is always India"}
USED = frozenset(["21", "22", "31", "32", "33", "43", "51", "54", "61", "62", "71", "72", "86", "87"])
SYMBOL = re.compile(r"[A-H]\d\d[A-Z](?: ?\d){10}(?!\d)|[A-H]\s*\d{2}\s*[A-Z](?:\s*\d{1,4}\s*/\s*\d{2,6})?")
COLUMNS = 14
PARTY = re.compile(r"^\s*\d{1,3}\)", re.MULTILINE)
# Behind a name stand its address, and in later issues a rule and the labels of a party there is none of.
ADDRESS = re.compile(r"Address\s+of\s+(?:Applicant|Inventor)\s*:")
BEHIND = re.compile(r"\s*-{3,}|\s*Name\s+of\s+(?:Applicant|Inventor)\s*:.*$", re.DOTALL)
DATED = re.compile(r"\n\s*:|\s(?:Filing\s+Date|Filed\s+on)\s*:?")
NONE = re.compile(r"(?:n/?a|n\.a\.|nil|none|-|PCT|WO|[/\s])*", re.IGNORECASE)
NO_DATE = "01/01/1900"


def is_page(head: bytes) -> bool:
    """Tell whether a text that begins with `head` is of the journal."""
    return bool(HEAD.search(head[:2000]))


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the applications of a text in order; a page without one, or what stands between two, becomes an Unreadable."""
    del profile  # the journal's form is one office's
    with member.open() as stream:
        content = stream.read(LIMIT + 1)
    encoding = WESTERN if other_bytes(content) else "utf-8"
    if encoding == WESTERN:
        sentence = f"The text is not in UTF-8; it was read as {WESTERN}, which its letters beyond A to Z depend on."
        yield Unreadable(member.name, Problem("READ-ENCODING", "info", sentence, member.name))
    text = content[:LIMIT].decode(encoding, "surrogateescape")
    line = 1
    for block in BLOCK.split(text):
        place = f"{member.name}:{line}"
        line += block.count("\n")
        if block.startswith("(12)"):
            yield from _block(block, place)
        elif rest := FURNITURE.sub("", block).strip():
            yield _beside(place, "A page of the journal that is no publication of an application.", rest)
    if len(content) > LIMIT:
        yield _beside(member.name, f"The text is longer than {LIMIT // MIB} MiB; the rest was not read.", "")


def _beside(place: str, sentence: str, text: str, problem: tuple[str, str] = ("READ-OTHER", "warning")) -> Unreadable:
    return Unreadable(place, Problem(*problem, sentence, place), text.encode("utf-8", "surrogateescape")[:MIB])


def _block(block: str, place: str) -> Iterator[Delivered | Unreadable]:
    if UNSTORABLE.search(block):
        yield _beside(place, "The page holds null bytes or bytes that are not UTF-8.", block, ("READ-BYTES", "error"))
        return
    head, *abstract = ABSTRACT.split(block, maxsplit=1)
    body, *rest = END.split(abstract[0] if abstract else head, maxsplit=1)
    if not abstract:
        head = body
    application = _application(_fields(head), body if abstract else "", place)
    yield kept(application, lambda: block.encode("utf-8", "surrogateescape"))
    if rest and (after := FURNITURE.sub("", rest[0]).strip()):
        yield _beside(place, "Text after an application that is none itself.", after)


def _fields(head: str) -> dict[str, list[str]]:
    """Return the text after each INID code, label and all; a code that comes twice has two."""
    pieces = CODE.split(head)
    found: dict[str, list[str]] = {}
    for code, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found.setdefault(code, []).append(text)
    return found


def _values(fields: dict[str, list[str]], code: str) -> list[str]:
    """Return the values of a code: what follows its colon, further colons that begin a line, and the label of a date."""
    _, _, after = fields.get(code, [""])[0].partition(":")
    values = [" ".join(value.split()) for value in DATED.split(after)] if code != "54" else [" ".join(after.split())]
    return ["" if NONE.fullmatch(value) or value == NO_DATE else value for value in values] + ["", ""]


def _application(fields: dict[str, list[str]], abstract: str, place: str) -> Delivered:
    number = re.sub(r"^\s*Application\s+No\s*\.?\s*:?", "", fields.get("21", [""])[0]).strip()
    published = _values(fields, "43")[0]
    document = Delivered(
        OFFICE, place, published, Number(OFFICE, number, date=_values(fields, "22")[0]), right="patent"
    )
    document.publications = [Number(OFFICE, number, "A", published)] if number else []
    texts = {"title": _values(fields, "54")[0], "abstract": " ".join(abstract.split())}
    document.texts = [Passage(part, LANGUAGE, [{"n": "", "t": t, "refs": []}]) for part, t in texts.items() if t]
    document.symbols = [Symbol("ipc", symbol) for symbol in _symbols(_values(fields, "51")[0])]
    document.names = [*_names(fields, "71", "applicant"), *_names(fields, "72", "inventor")]
    document.related = list(_related(fields))
    document.problems = list(_problems(fields, place))
    return document


def _symbols(text: str) -> list[str]:
    """The symbols in a list; where none can be made out, the text of each place in it."""
    return [
        symbol
        for piece in re.split(r"[,;]|(?<=\d)\s+(?=[A-H]\d)", text)[:MOST]
        for symbol in ([*map(_closed, SYMBOL.findall(piece.upper()))] or [piece.strip()])
        if symbol
    ]


def _closed(symbol: str) -> str:
    """The symbol; one in 14 columns without the blanks a line break left in it."""
    return symbol if "/" in symbol or len(symbol) < COLUMNS else symbol.replace(" ", "")


def _names(fields: dict[str, list[str]], code: str, role: str) -> Iterator[Name]:
    _, _, after = fields.get(code, [""])[0].partition(":")
    pieces = PARTY.split(after)
    for piece in pieces[1 : MOST + 1] or pieces:
        name, *address = ADDRESS.split(re.sub(r"\s+", " ", BEHIND.sub("", piece)), maxsplit=1)
        if not NONE.fullmatch(name):
            where = "" if NONE.fullmatch("".join(address)) else address[0].strip()
            yield Name(role, name.strip(), _country(where), where)


def _country(address: str) -> str:
    """The country that ends an address, in one word to five."""
    words = address.split()
    ends = (" ".join(words[-n:]).strip(".,;") for n in range(min(5, len(words)), 0, -1))
    return next((code for end in ends if len(end) > 1 and (code := offices.find(end))), "")


def _related(fields: dict[str, list[str]]) -> Iterator[Related]:
    countries = _values(fields, "33")
    for n, (number, date) in enumerate(zip(_values(fields, "31"), _values(fields, "32"), strict=False)):
        if number:
            country = countries[min(n, len(countries) - 3)]
            yield Related("priority", Number(offices.find(country) or "", number, date=date))
    for code, relation, office in (
        ("86", "pct_application", "WO"),
        ("87", "pct_publication", "WO"),
        ("61", "addition_to", OFFICE),
        ("62", "divided_from", OFFICE),
    ):
        number, date = _values(fields, code)[:2]
        if number:
            yield Related(relation, Number(office, number, date=date))


def _problems(fields: dict[str, list[str]], place: str) -> Iterator[Problem]:
    for code, texts in fields.items():
        if code not in USED and code not in CODES:
            sentence = f"INID code ({code}) is new to this reader and was not used."
            yield Problem("READ-NEW", "info", sentence, place)
        elif len(texts) > 1:
            sentence = f"INID code ({code}) stands {len(texts)} times on the page; the first was taken."
            yield Problem("READ-TWICE", "warning", sentence, place)
    if missing := sorted(USED - set(fields)):
        sentence = f"The page lacks INID code ({'), ('.join(missing)}), or it cannot be made out."
        yield Problem("READ-LACKS", "info", sentence, place)
