"""Parts of application files of the United States (XML4IP): claims, specification and abstract as filed and amended.

Each file is one paper of an application, read by machine from its pages (standards.md does not know it; the schemas are
`ClaimsDocument` and `SpecificationDocument` of the USPTO's own namespace, on ST.96 drafts). The later paper goes before the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.archive import Member
from ingest.document import Delivered, Number, Unreadable
from ingest.formats import prose
from ingest.formats.reading import publications
from ingest.formats.taking import Taking
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, child, name

ROOT = "(Claims|Specification)Document"
ROOTS = frozenset(("ClaimsDocument", "SpecificationDocument"))
OFFICE = "US"
PARTS = {"ABST": "abstract"}  # by DocumentCode; every other specification is the description
IGNORED = {
    "DocumentHeaderDetails": "counts of pages and paragraphs", "DocumentCode": "told by the part", "ClaimTotalQuantity": "count",
    "DocumentCreateDateText": "as the mail room's date", "DocumentTitle": "told by the part",
}  # fmt: skip
NO_TEXT = frozenset(
    ("BoundaryData", "PageImage", "ClaimTypeCategory", "ClaimStatusCategory")
)  # heads and feet of pages


def read(member: Member, _profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the paper in a file."""
    return publications(member, lambda local: local in ROOTS, document)


def document(root: Element, place: str) -> Delivered:
    """Return the part of an application that a paper holds."""
    take = Taking(IGNORED)
    value = take.get(root, "DocumentHeaderDetails/ApplicationHeaderDetails/ApplicationNumber")
    found = Delivered(OFFICE, place, take.get(root, "MailRoomDate"), Number(OFFICE, value), part=True)
    code = take.get(root, "DocumentCode")
    for element in [one for one in root.iter() if name(one) in NO_TEXT]:
        _drop(element)
    for element in take.children(root, "ClaimSet"):
        take.whole.add(element)
        _remarks(element)
        passage, problems = prose.claims("en", element, place)
        found.problems += problems
        found.texts += [passage] if passage else []
    for element in take.children(root, "Specification"):
        take.whole.add(element)
        passage = prose.passage(PARTS.get(code, "description"), "en", element)
        found.texts += [passage] if passage else []
    found.problems += take.left(root, place)
    return found


def _remarks(claims: Element) -> None:
    """Call a claim without a number what it is where others have theirs: a remark of the applicant among the claims."""
    found = [one for one in claims.iter() if name(one) == "Claim"]
    bare = [one for one in found if child(one, "ClaimNumber") is None]
    for one in bare if len(bare) < len(found) else ():
        one.tag = "Remark"


def _drop(element: Element) -> None:
    """Take an element out, not the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
