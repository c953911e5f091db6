"""The text parts of a document, ST.36 or ST.96: claims, descriptions and abstracts as lists of paragraphs.

No letter of a part is lost: what stands outside its paragraphs becomes a paragraph of its own. Line breaks are kept where
the markup makes one (a nested claim-text, a list item, a table row), so that words of two items never run together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.document import Paragraph, Passage, Problem
from ingest.formats.claim_numbers import LINE, bare, label, plain, referring
from ingest.safe_xml import Element, attribute, children, first, name, text

PARAGRAPHS = frozenset({"p", "P", "heading", "Heading"})
PAGES = frozenset({"doc-page", "PageImage", "DocumentURI"})
PICTURES = frozenset({"img", "Image"})
FORMULAS = frozenset({"maths", "Math", "chemistry", "ChemicalFormulae"})
UNREAD = PAGES | {"Image"}  # what stands in them are names and sizes of files, no text of the document
CAPTION = "Caption"  # of an image: what alone there is text
TOLD = 5  # repeated numbers named in one sentence
BLANK = " "
MARK = "\x01"  # stands for a line break while blanks are folded; no XML holds it
# Elements that begin and end on a line of their own, or (cells) apart from their neighbours.
OWN_LINE = (
    "claim-text", "ClaimText", "p", "P", "br", "Br", "li", "LI", "dt", "dd", "DefinitionTerm", "DefinitionDescription",
    "row", "Row", "tr", "title", "Title", "heading", "Heading", "tables", "Table", "maths", "Math", "chemistry", "pre",
    "Pre", "ol", "ul", "dl", "OrderedList", "UnorderedList",
)  # fmt: skip
CELLS = ("entry", "Entry", "td", "th", "img", "Image")
APART = dict.fromkeys(OWN_LINE, MARK) | dict.fromkeys(CELLS, BLANK)
# What ST.96 says about a claim, beside its text.
NUMBERS = ("ClaimNumber", "ClaimNumberRange")  # a range where several claims are printed as one, mostly those cancelled
STATUS = "ClaimStatusCategory"
ABOUT = (*NUMBERS, "ClaimTypeCategory", STATUS)
GONE = re.compile("cancel|withdrawn|not entered", re.IGNORECASE)  # a status by which a claim is none any more


def lines(element: Element) -> str:
    """Return the text of `element`, one line for each element that stands apart, white space folded in each."""
    pieces: list[str] = []
    _collect(element, pieces)
    folded = (" ".join(piece.split()) for piece in "".join(pieces).split(MARK))
    return LINE.join(line for line in folded if line)


def _collect(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if local := name(child):
            apart = APART.get(local, "")
            pieces.append(apart)
            if local not in UNREAD:
                _collect(child, pieces)
            else:
                pieces += map(text, children(child, CAPTION))
            pieces.append(apart)
        pieces.append(child.tail or "")


def passage(part: str, language: str, element: Element) -> Passage | None:
    """Return abstract or description as a passage; image-only where it is pages or pictures without text, None where it is empty."""
    return _passage(part, language, element, list(_paragraphs(element)))


def _passage(part: str, language: str, element: Element, paragraphs: list[Paragraph]) -> Passage | None:
    inside = {name(child) for child in element.iter()}
    if any(paragraph["t"] for paragraph in paragraphs):
        return Passage(part, language, paragraphs, pages=bool(inside & PAGES), pictures=_pictures(element))
    return Passage(part, language, [], image_only=True) if inside & (PAGES | PICTURES) else None


def _pictures(element: Element) -> int:
    """Return how many pictures stand among the words; one of a formula that is written as well is none, nor is that of a page."""
    found = [inner for inner in element.iter() if name(inner) in PICTURES]
    around = [inner.getparent() for inner in found if inner is not element]
    return sum(name(one) not in PAGES and not (name(one) in FORMULAS and lines(one)) for one in around)


def _paragraphs(element: Element) -> Iterator[Paragraph]:
    """Yield paragraphs and headings in order; a heading has no label, a paragraph that is a picture no text."""
    if name(element) in PARAGRAPHS or not any(name(inner) in PARAGRAPHS for inner in element.iter()):
        label, said = attribute(element, "num") or attribute(element, "pNumber"), lines(element)
        if name(element) not in PAGES and (said or (label and len(element))):
            yield _paragraph(label, said)
        return
    yield from _loose(element.text)
    for child in element:
        if name(child):
            yield from _paragraphs(child)
        yield from _loose(child.tail)


def _loose(said: str | None) -> Iterator[Paragraph]:
    if said and (folded := " ".join(said.split())):
        yield _paragraph("", folded)


def _paragraph(label: str, said: str, refs: list[str] | None = None) -> Paragraph:
    return {"n": label, "t": said, "refs": refs or []}


def claims(language: str, element: Element, place: str) -> tuple[Passage | None, list[Problem]]:
    """Return a set of claims, one paragraph a claim with its number and the claims it refers to.

    Claims are numbered by position where a number is missing or occurs twice, which is said. References are those the
    office marked; in a claim without a mark, those its words name. Text outside the claims becomes unnumbered paragraphs.
    """
    found = [child for child in element.iter() if name(child) in ("claim", "Claim")]
    if not found:
        return _passage("claims", language, element, plain([*_paragraphs(element)], language)), []
    labels, problems = _labels(found, place)
    ids = {attribute(claim, "id"): label for claim, label in zip(found, labels, strict=True)}
    numbered = dict(zip(found, labels, strict=True))
    paragraphs: list[Paragraph] = []
    for child in _top(element, found):
        if isinstance(child, str):
            paragraphs.append(_paragraph("", child))
        else:
            paragraphs.append(_claim(child, numbered[child], ids))
    return _passage("claims", language, element, referring(paragraphs, language)), problems


def _top(element: Element, found: list[Element]) -> Iterator[Element | str]:
    """Yield the claims in order, and the text that stands outside of them."""
    claimed = set(found)
    if element in claimed:
        yield element
    elif not any(inner in claimed for inner in element.iter()):
        if said := lines(element):
            yield said
    else:
        yield from filter(None, [" ".join((element.text or "").split())])
        for child in element:
            if name(child):
                yield from _top(child, found)
            yield from filter(None, [" ".join((child.tail or "").split())])


def _claim(claim: Element, own: str, ids: dict[str, str]) -> Paragraph:
    """Return a claim with the references the office marked."""
    marks = [inner for inner in claim.iter() if name(inner) in ("claim-ref", "ClaimReference")]
    marked = [one for mark in marks for one in (attribute(mark, "idref") or attribute(mark, "idrefs")).split()]
    said = _standing(claim, bare(_words(claim), own))
    return _paragraph(own, said, [*dict.fromkeys(ids.get(one, one) for one in marked)])


def _standing(claim: Element, said: str) -> str:
    """Return the text of a claim behind the status by which it is none any more, as it is printed, unless it says so itself."""
    status = next((text(one) for one in children(claim, STATUS) if GONE.search(text(one))), "")
    return f"({status}) {said}".strip() if status and not GONE.search(said.partition(")")[0]) else said


def _words(claim: Element) -> str:
    """Return the claim's text without the ST.96 children that only say its number and type; what stands there again is text."""
    about = [child for key in ABOUT if (child := first(children(claim, key))) is not None]
    if not about:
        return lines(claim)
    pieces = [claim.text or ""]
    for child in claim:
        pieces += [lines(child) if name(child) and child not in about else "", child.tail or ""]
    return LINE.join(filter(None, (piece if LINE in piece else " ".join(piece.split()) for piece in pieces)))


def _labels(found: list[Element], place: str) -> tuple[list[str], list[Problem]]:
    """Return the number of each claim, without leading zeros."""
    given = [_number(claim) for claim in found]
    if all(given) and len(set(given)) == len(given):
        return given, []
    twice = [label for label, n in Counter(filter(None, given)).items() if n > 1]
    wrong = [f"Claim number {', '.join(twice[:TOLD])} is repeated"] if twice else []
    wrong += [] if all(given) else ["a claim number is missing"]
    sentence = f"{' and '.join(wrong).capitalize()}; {by_position(len(found))}"
    return [str(n) for n in range(1, len(found) + 1)], [Problem("READ-CLAIM-NUMBER", "warning", sentence, place)]


def by_position(claims: int) -> str:
    """Return what became of claims that are not numbered one by one."""
    return "the one claim was numbered 1." if claims == 1 else f"the {claims:,} claims were numbered by their position."


def _number(claim: Element) -> str:
    """Return the number a claim is given, or the range it stands for: in one text, or its first and last."""
    given = (
        "-".join(map(text, filter(name, child))) if len(child) else text(child)
        for key in NUMBERS
        for child in children(claim, key)
    )
    return label(attribute(claim, "num") or next(filter(None, given), ""))
