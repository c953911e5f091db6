"""Publications of the United States before 2005: grants in the tags of ST.32 (`PATDOC`) and applications of the first XML (`PAP`).

Both say what ST.36 says under other names. Their elements are renamed, wrappers taken away, and the reader of ST.36 does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.archive import Member
from ingest.document import Delivered, Unreadable
from ingest.formats import granted_term, st36
from ingest.formats.reading import publications
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, attribute, children, name, raw, text

GRANT, APPLICATION = "PATDOC", "patent-application-publication"
ROOT = f"({GRANT}|{APPLICATION})"
RENAMED = {
    GRANT: "us-patent-grant",
    **{old: old.lower() for old in ("DATE", "CTRY", "SNM", "FNM", "ADR", "STR", "CITY", "STATE", "ROW", "ENTRY")},
    "ONM": "snm", "PCODE": "pcode", "SDOAB": "abstract", "SDODE": "description", "SDOCL": "claims", "SDODR": "drawings",
    "H": "heading", "PARA": "p", "CLM": "claim", "CLMSTEP": "claim-text", "CLREF": "claim-ref", "EMI": "img",
    APPLICATION: "us-patent-application", "subdoc-bibliographic-information": "us-bibliographic-data-application",
    "subdoc-abstract": "abstract", "subdoc-description": "description", "subdoc-claims": "claims", "subdoc-drawings": "drawings",
    "kind-code": "kind", "document-date": "date", "filing-date": "date", "country-code": "country", "paragraph": "p",
    "domestic-filing-data": "application-reference", "classification-ipc-primary": "main-classification",
    "classification-ipc-secondary": "further-classification", "classification-ipc-edition": "edition",
    "classification-us": "classification-national", "classification-us-primary": "main-classification",
    "classification-us-secondary": "further-classification", "title-of-invention": "invention-title",
    "first-named-inventor": "inventor", "given-name": "first-name", "name-suffix": "suffix", "family-name": "last-name", "organization-name": "orgname",
    "continuity-data": "us-related-documents", "division-of": "division", "parent-child": "relation", "parent": "parent-doc",
    "child": "child-doc", "continuation-of": "continuation", "continuation-in-part-of": "continuation-in-part",
    "non-provisional-of-provisional": "us-provisional-application", "foreign-priority-data": "priority-claim",
    "publication-filing-type": "us-publication-filing-type", "application-number-series-code": "us-application-series-code",
    "dependent-claim-reference": "claim-ref",
}  # fmt: skip
WRAPPERS = frozenset(
    "PARTY-US NAM technical-information application-number priority-application-number residence-us residence-non-us".split()  # noqa: SIM905
)
PRIVATE = frozenset(("email", "telephone", "fax", "name-prefix", "citizenship"))  # of persons; no element of the store
OLD_SYMBOL = re.compile(r"^([A-H]\d\d[A-Z])\s?([\d ]{3})(\d{2,5})$")  # ST.32 writes G06F 1516 for G06F 15/16
OLD_LOCARNO = re.compile(r"^(\d\d)(\d\d)$")
DIGITS = re.compile(r"\d+$")


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield each publication of a file; bulk files set many after another."""
    return publications(
        member, lambda local: bool(re.fullmatch(ROOT, local)), lambda root, place: document(root, place, profile)
    )


def document(root: Element, place: str, profile: Profile | None) -> Delivered:
    """Return the publication under `root`, whose elements are renamed in place."""
    design = attribute(root, "DTD") and text(next(iter(children(root, "SDOBI/B100/B130")), None)).startswith("S")
    for element in list(root.iter()):
        if local := name(element):
            _name_anew(element, local)
    for data in children(root, "SDOBI"):
        _classes(data, "locarno" if design else "ipc")
    found = st36.publication(root, place, profile)
    length = next((text(one) for data in children(root, "SDOBI") for one in data.iter() if name(one) == "B474"), "")
    granted_term.note(found, length, "", "")
    found.office = found.office or "US"
    for number in (found.application, *found.publications, *(related.number for related in found.related)):
        number.office = number.office or "US"
    if design:
        found.right = "design"
    return found


def _name_anew(element: Element, local: str) -> None:
    parent = element.getparent()
    if local in PRIVATE and parent is not None:
        parent.remove(element)
    elif local in WRAPPERS or (local == "name" and name(parent) == "inventor"):
        at = parent.index(element)
        parent[at : at + 1] = list(element)
    elif local == "document-id" and name(parent) == "us-bibliographic-data-application":
        element.tag = "publication-reference"
    elif local == "STEXT" and name(parent) == "B540":
        element.tag = "B542"  # the title, whose language the United States do not name
    elif local == "uspc":
        element.text, element[:] = "/".join(filter(None, (text(inner) for inner in element if name(inner)))), []
    elif local in RENAMED:
        element.tag = RENAMED[local]
    _mark(element)


def _mark(element: Element) -> None:
    """Give claims their number and references their target where ST.36 has them."""
    if name(element) == "claim":
        own = attribute(element, "id") or attribute(element, "ID")
        element.set("id", own)
        if number := DIGITS.search(own):
            element.set("num", number[0])
    elif name(element) == "claim-ref":
        element.set("idref", attribute(element, "ID") or attribute(element, "depends_on"))


def _classes(data: Element, scheme: str) -> None:
    """Write class symbols with the signs they were printed without; the Locarno class of a design stands in an element of its own."""
    for element in [one for key in ("B511", "B512", "B513") for one in children(data, f"B500/B510/{key}")]:
        said = " ".join(raw(element).strip().split("\n"))
        symbol = OLD_SYMBOL.match(said) or OLD_LOCARNO.match(said)
        for inner in list(element):
            element.remove(inner)
        element.text = said
        if symbol and scheme == "ipc" and symbol.re is OLD_SYMBOL:
            element.text = f"{symbol[1]} {symbol[2].strip()}/{symbol[3]}"
        elif symbol and scheme == "locarno":
            element.text = f"{symbol[1]}-{symbol[2]}"
            element.tag = "B514LOC"
