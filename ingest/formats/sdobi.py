"""Bibliographic data in the B tags of SDOBI: B and the INID code, as older EP and WIPO documents have them (§1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Delivered, Name, Number, Passage, Problem, Related, Symbol
from ingest.formats import prose
from ingest.formats.reading import fill
from ingest.formats.symbols import PARTS, symbol
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute, name, text
from portal.standards.names import bare

IGNORED = {
    "B000": "the EPO's own codes", "B120": "kind in words", "B240": "dates of the procedure", "B250": "language of filing",
    "B251EP": "language of the procedure", "B260": "language of publication", "B405": "bulletin",
    "B451EP": "procedure", "B452EP": "procedure", "B472": "lapses in states", "B477": "correction", "B480": "correction",
    "B516": "edition", "B517EP": "additional classes of old documents", "B560": "citations", "B565EP": "search report",
    "B590": "drawing", "B780": "opponents", "B840": "states",
    "B844EP": "states", "B848EP": "states", "B862": "language of filing", "B880": "search report", "bnum": "bulletin",
    "B211US": "office's use", "B221US": "office's use", "B561": "citations", "B562": "citations", "B577": "count", "B578US": "office's use", "B580": "search",
    "CDOC": "the document itself", "PSTA": "office's use",
    "B732US": "kind of owner", "B745": "officials", "B514US": "edition", "B524US": "edition", "B864US": "PCT procedure",
    "iid": "the EPO's number of a party", "irf": "the party's own reference",
}  # fmt: skip
ROLES = (
    ("applicant", "B700/B710/B711"),
    ("inventor", "B700/B720/B721"),
    ("owner", "B700/B730/B731"),
    ("agent", "B700/B740/B741"),
    # INID 75 and 76: inventors who are applicants as well, and grantees
    ("applicant", "B700/B750/B751"), ("inventor", "B700/B750/B751"),
    ("applicant", "B700/B760/B761"), ("inventor", "B700/B760/B761"), ("owner", "B700/B760/B761"),
)  # fmt: skip
ONE_NUMBER = frozenset(("EP", "WO"))  # offices that print all publications of a file under one number
REPLACED = (
    "B630",
    "B640",
    "B650",
    "B660",
    "B670",
)  # INID 63 to 67: continued, reissued, published before, substituted, basis
AGAIN = tuple("23456789")  # ends of the kinds of a grant printed again
OWN = {"office": "B190", "value": "B110", "kind": "B130", "date": "B140/date"}  # of the publication
CLASSES = (
    ("ipc", "B500/B510/B511"), ("ipc", "B500/B510/B512"), ("ipc", "B500/B510/B513"), ("ipc", "B500/B510/B514"),
    ("ipc", "B500/B510EP/classification-ipcr"), ("cpc", "B500/B520EP/classifications-cpc/classification-cpc"),
    ("locarno", "B500/B510/B514LOC"), ("national", "B500/B520/B521"), ("national", "B500/B520/B522"), ("national", "B500/B520/B523"),
)  # fmt: skip


def read(take: Taking, data: Element, document: Delivered) -> None:
    """Fill `document` from an SDOBI element; what the document's root has told already stands."""
    own = document.publications[0]
    for field, path in OWN.items():
        told = Number("", "")
        setattr(told, field, take.get(data, f"B100/{path}"))
        document.problems += fill(own, told, path.partition("/")[0], document.place)
    document.application = Number(own.office, take.get(data, "B200/B210"), date=take.get(data, "B200/B220/date"))
    _earlier(take, data, document)
    granted = take.get(data, "B400/B450/date")
    document.granted_on = "" if own.kind.startswith("A") else granted
    spoken = attribute(data, "lang") or attribute(data.getparent(), "lang") or take.get(data, "B200/B260")
    document.texts += [*_titles(take, data), *_abstracts(take, data, spoken)]
    document.symbols = [*_classes(take, data)]
    document.names = [_name(take, party, role) for role, path in ROLES for party in take.children(data, path)]
    document.related = [*_priorities(take, data, own.office), *_others(take, data, own.office)]


def _earlier(take: Taking, data: Element, document: Delivered) -> None:
    """Add the publications of the same file on other days: unexamined (INID 43), and of the grant (45). Their kinds are not said.

    Of a grant printed for the first time INID 45 is its own day. Where an office numbers applications and patents apart, the number
    is not said either: the day is told, and no publication is made up.
    """
    own = document.publications[0]
    for path, kind in (("B430", "A"), ("B450", "B")):
        day = take.get(data, f"B400/{path}/date")
        if day in ("", own.date) or (kind == own.kind[:1] == "B" and not own.kind.endswith(AGAIN)):
            continue
        if own.office in ONE_NUMBER:
            document.publications.append(Number(own.office, own.value, kind, day, kind_inferred=True, mentioned=True))
        else:
            sentence = f"{path} names a publication of {day[:20]} without its number; it was not taken."
            document.problems.append(Problem("READ-VALUE", "warning", sentence, document.place))


def _abstracts(take: Taking, data: Element, language: str) -> Iterator[Passage]:
    """Yield the abstract (INID 57) where it stands here and not in the body; the United States put counts of claims there."""
    body = any(name(one) == "abstract" for one in data.getparent())
    for element in take.children(data, "B500/B570"):
        if any(name(one).startswith("B57") for one in element):
            continue
        take.whole.add(element)
        if not body and (found := prose.passage("abstract", attribute(element, "lang") or language, element)):
            yield found


def _titles(take: Taking, data: Element) -> Iterator[Passage]:
    """Yield titles; each stands behind the element with its language."""
    language, told = "", False
    for element in [child for block in take.children(data, "B500/B540") for child in block]:
        said = take.text(element) if name(element) in ("B541", "B542") else ""
        if name(element) == "B541":
            language, told = said or ("" if told else language), False
        elif said:
            told = True
            yield Passage("title", language, [{"n": "", "t": said, "refs": []}])


def _classes(take: Taking, data: Element) -> Iterator[Symbol]:
    edition = next(iter(take.texts(data, "B500/B510/B516")), "")
    for scheme, path in CLASSES:
        for element in take.children(data, path):
            take.known(element, PARTS)
            if text(element):
                yield symbol(scheme, element, edition if name(element).startswith("B51") else "")


def _name(take: Taking, party: Element, role: str) -> Name:
    suffix = take.get(party, "sfx")  # “Jr.”, or that others are not named
    behind = "" if bare(suffix) == "etal" else suffix
    called = ", ".join(filter(None, [take.get(party, "snm"), take.get(party, "fnm"), behind]))
    address = take.child(party, "adr")
    if address is None:
        return Name(role, called)
    country = take.get(address, "ctry")
    rest = [take.text(part) for part in address if name(part) not in ("", "ctry")]
    return Name(role, called, country, ", ".join(filter(None, rest)))


def _priorities(take: Taking, data: Element, office: str) -> Iterator[Related]:
    """Yield priorities: each begins with B310 and goes on to the next one."""
    found: list[Number] = []
    for block in take.children(data, "B300"):
        for element in block:
            if name(element) == "B310":
                said = take.text(element)
                found += [Number("", said)] if said or (found and (found[-1].date or found[-1].office)) else []
            elif found and name(element) == "B320":
                found[-1].date = take.get(element, "date")
                take.passed.add(element)
            elif found and name(element) == "B330":
                found[-1].office = take.get(element, "ctry")
                take.passed.add(element)
    for number in (one for one in found if one != Number("", "")):
        number.office = number.office or office
        yield Related("priority", number)


def _others(take: Taking, data: Element, office: str) -> Iterator[Related]:
    for relation, path, key, whose in (
        ("pct_application", "B800/B860/B861", "anum", "WO"),
        ("pct_publication", "B800/B870/B871", "pnum", "WO"),
        ("divided_from", "B600/B620/parent/pdoc", "anum", office),
        ("addition_to", "B600/B610/parent/pdoc", "anum", office),
        ("related", "B600/B620EP/parent/cdoc", "anum", office),  # what was divided from this one
        *(("related", f"B600/{tag}/parent/pdoc", "anum", office) for tag in REPLACED),
        *(
            ("related", f"B600/{tag}/{tag[:-1]}{n}/PARENT-US/PDOC/DOC", "anum", office)
            for tag in REPLACED
            for n in range(1, 6)
        ),
        # as the United States write them, without a word for which number it is
        ("pct_application", "B800/B860/B861/DOC", "anum", "WO"),
        ("pct_publication", "B800/B870/B871/DOC", "pnum", "WO"),
        ("divided_from", "B600/B620/B621/PARENT-US/PDOC/DOC", "anum", office),
        ("priority", "B600/B680US/DOC", "anum", office),
    ):
        for element in take.children(data, path):
            numbers = {key: take.get(element, f"dnum/{key}") for key in ("anum", "pnum")}
            value = numbers[key] or numbers["pnum"] or numbers["anum"] or take.get(element, "DNUM")
            country = take.get(element, "ctry")
            take.get(element, "KIND")
            if not value:
                continue
            yield Related(
                relation, Number((country if whose == office else "") or whose, value, date=take.get(element, "date"))
            )
