"""WIPO ST.97: the components of ST.96 as JSON, by the mechanical mapping (standards.md §2).

Names are those of ST.96 without namespaces and with a small first letter (`inventionTitleBag`, `ipOfficeCode`); what repeats is
an array. Each object that is a publication, mark, design or legal status is turned back into its elements and read by the
reader of ST.96, so that both notations give the same documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ingest.archive import Member
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats import register_json, st96, st96_legal, st96_marks
from ingest.formats.reading import kept
from ingest.formats.taking import OPERATIONS
from ingest.offices.profiles import Profile
from ingest.safe_xml import BadXML, Element, made

DEPTH = 100
Make = Callable[[Element, str, Profile | None], Delivered]
DOCUMENTS: Mapping[str, Make] = {
    st96.ROOT: st96.publication,
    st96_legal.RECORD: st96_legal.document,
    **dict.fromkeys(st96_marks.RECORDS, st96_marks.document),
}
ROOTS = re.compile(
    rb'"(?:pat:|tmk:|dgn:)?(?:patentPublication|patentLegalStatus|patentLegalStatusData|trademarkBag|trademarkApplication|trademarkTransaction'
    rb'|designApplication|designTransaction|bibliographicData)(?:Bag)?"\s*:'
)
# Names whose first letters are short for something are capital in ST.96 as a whole: `ipcrClassification` is IPCRClassification.
SHORT = re.compile(r"^(st(?=\d)|ipcr|ipc|ip|cpc|pct|spc|ecla|das|wipo|gi|uri)(?=[A-Z0-9])")
ATTRIBUTES = frozenset(
    [
        "id",
        "idref",
        "idrefs",
        "languageCode",
        "sequenceNumber",
        "st96Version",
        "ipoVersion",
        "documentPublicationDate",
        "currencyCode",
        "pNumber",
        "versionDate",
        "claimTypeCategory",
        "emailAddressPurposeCategory",
        *OPERATIONS,
    ]
)
VALUES = ("$", "#text", "_", "value", "text", "content")  # where the text of an object with attributes stands


def is_st97(head: bytes) -> bool:
    """Tell whether a file that begins with `head` is JSON of ST.97."""
    return bool(register_json.STARTS.match(head) and ROOTS.search(head))


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the documents of a file in order, one JSON document or one a line."""

    def components(place: str, content: bytes, value: Any) -> Iterator[Delivered | Unreadable]:
        n = 0
        for n, (local, record) in enumerate(_documents(value, "", 0), 1):
            written = partial(register_json.written, record, value, content)
            yield _document(local, record, f"{place}#{n}", profile, written)
        if not n:
            yield register_json.bad(place, "READ-OTHER", "It holds no component that is a document.", content)

    return register_json.documents(member, components)


def _documents(value: Any, around: str, depth: int) -> Iterator[tuple[str, Any]]:
    """Yield the name and object of each document in `value`; `around` is the name of the key it stands under."""
    if isinstance(value, list):
        for one in value:
            yield from _documents(one, around, depth + 1) if depth < DEPTH else ()
    elif isinstance(value, dict):
        local = around.removesuffix("Bag")
        if local not in DOCUMENTS and "BibliographicData" in map(element_name, value):
            local = st96.ROOT  # without its own name around it
        if local in DOCUMENTS and not {local, f"{local}Bag"} & set(map(element_name, value)):
            yield local, value
            return
        for key, inner in value.items():
            yield from _documents(inner, element_name(key), depth + 1) if depth < DEPTH else ()


def _document(
    local: str, record: dict[str, Any], place: str, profile: Profile | None, written: Callable[[], bytes]
) -> Delivered | Unreadable:
    try:
        made = element(local, record)
        return kept(DOCUMENTS[local](made, place, profile), written, made)
    except BadXML as error:
        return kept(Unreadable(place, Problem("READ-JSON", "error", error.sentence, place)), written)


def element_name(key: str) -> str:
    """Return the ST.96 name of a key."""
    local = key.rpartition(":")[2].lstrip("@")
    return SHORT.sub(lambda match: match[1].upper(), local) if SHORT.match(local) else local[:1].upper() + local[1:]


def element(local: str, value: Any, depth: int = 0) -> Element:
    """Return the ST.96 element that `value` is, with all below it. Raises BadXML for what XML cannot hold."""
    if depth > DEPTH:
        raise BadXML(f"Its values lie more than {DEPTH} deep in each other.")
    if not isinstance(value, dict):
        plain = str(value).lower() if isinstance(value, bool) else value  # numbers are texts already
        holder = made(local, {}, "" if value is None or isinstance(value, list) else plain)
        for one in value if isinstance(value, list) else ():
            _put(holder, local.removesuffix("Bag"), one, depth)
        return holder
    said, attributes, inside = "", {}, []
    for key, inner in value.items():
        bare = key.rpartition(":")[2].lstrip("@")
        if isinstance(inner, str) and bare in ATTRIBUTES:
            attributes[bare] = inner
        elif isinstance(inner, str) and bare in VALUES:
            said = inner
        else:
            inside.append((element_name(key), inner))
    holder = made(local, attributes, said)
    for child, inner in inside:
        _add(holder, child, inner, depth)
    return holder


def _add(holder: Element, local: str, value: Any, depth: int) -> None:
    """Put what stands under a key into `holder`: a Bag as one element, another array as an element each."""
    if isinstance(value, list) and not local.endswith("Bag"):
        for one in value:
            holder.append(element(local, one, depth + 1))
    elif value is not None:
        holder.append(element(local, value, depth + 1))


def _put(bag: Element, local: str, value: Any, depth: int) -> None:
    """Put an item of a Bag's array into it: what the Bag is named for, or an object that says by its key what it is."""
    keys = [element_name(key) for key in value] if isinstance(value, dict) else []
    if keys and all(key == local or key.endswith("Bag") or key in CHOICES for key in keys) and local not in OWN_BAGS:
        for key, inner in value.items():
            _add(bag, element_name(key), inner, depth)
    else:
        bag.append(element(local, value, depth + 1))


# A Bag whose items are of several sorts holds them by their names; an item that itself is made of Bags is not taken apart.
CHOICES = frozenset(("IPCRClassification", "IPCClassification", "NationalClassification", "CPCClassification", "LocarnoClassification", "Inventor", "DeceasedInventor"))  # fmt: skip
OWN_BAGS = frozenset(("Trademark", "Design", "DesignApplication", "PatentPublication", "GoodsServices", "Assignment"))
