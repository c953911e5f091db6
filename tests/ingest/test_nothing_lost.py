"""A document changed in any one place: what was put there is in what is read, or the place is told, or the file is refused."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Delivered, Unreadable
from ingest.formats import docdb, rpi, st36, st96
from ingest.safe_xml import Element, name, parse
from tests.ingest.formats import test_docdb, test_rpi, test_st36, test_st96

SEEDS = {
    "rpi": test_rpi.gazette(test_rpi.GRANT),
    "docdb": f'<exch:exchange-documents xmlns:exch="e">{test_docdb.FULL}</exch:exchange-documents>'.replace("&ccaron;", "").replace("&DEG;", "").replace("XA", "EP").encode(),
    "st36": test_st36.NATURAL.replace("&deg;", "").encode(),
    "st96": test_st96.WHOLE.encode(),
}  # fmt: skip
MARK = "Qzx"
# What gives way on purpose: the old edition of a class to the new one, one form of a text or number to another, and what says how a
# class was given. Countries of residence and nationality are one value.
ASIDE = {
    "rpi": set(rpi.IGNORED),
    "docdb": {*docdb.IGNORED, "classification-ipc", "classification-scheme", "symbol-position", "priority-linkage-type",
              "invention-title", "abstract", "doc-number"},
    "st36": {*st36.IGNORED, "nationality", "residence", "classification-level", "classification-national"},
    "st96": {*st96.IGNORED, "ClaimTypeCategory", "InventionSubjectMatterCategory", "Edition", "NationalClassification"},
}  # fmt: skip


def again(one: Element) -> None:
    """The element once more, with another text."""
    copy = etree.SubElement(one.getparent(), one.tag, dict(one.attrib))
    copy.text = MARK
    one.addnext(copy)


def beside(one: Element) -> None:
    """A text before the first element in it, or behind the text that is there."""
    one.text = f"{one.text or ''} {MARK} "


def behind(one: Element) -> None:
    one.tail = f" {MARK} {one.tail or ''}"


def within(one: Element) -> None:
    """A new element in it, in front of all others."""
    inner = etree.Element(MARK)
    inner.text = MARK
    one.insert(0, inner)


CHANGES: tuple[Callable[[Element], None], ...] = (again, beside, behind, within)


def changed(seed: bytes, change: Callable[[Element], None]) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each element below the root, and the document with the change there."""
    count = sum(1 for one in parse(seed).iter() if name(one))
    for n in range(1, count):
        root = parse(seed)
        one = [one for one in root.iter() if name(one)][n]
        path = "/".join(name(outer) for outer in [*reversed([*one.iterancestors()]), one])
        change(one)
        yield path, etree.tostring(root)


def read(content: bytes) -> list[Delivered | Unreadable]:
    member = Member("f.xml", lambda: io.BytesIO(content))
    found = of(member)
    return list(found.read(member, None)) if isinstance(found, Dialect) else []


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("dialect", SEEDS)
def test_nothing_is_lost_untold(dialect: str, change: Callable[[Element], None]) -> None:
    silent = []
    for path, content in changed(SEEDS[dialect], change):
        steps = path.split("/")
        if not ASIDE[dialect] & {*steps} and not told(read(content), *steps[-2:]):
            silent.append(path)
    assert not silent


def told(found: list[Delivered | Unreadable], outer: str, last: str) -> bool:
    """Tell whether the mark is in what was read, or in what is kept for a person, or its place is named in a finding."""
    if MARK in repr(found) or any(one.content or isinstance(one, Unreadable) for one in found):
        return True
    problems = [problem for one in found if isinstance(one, Delivered) for problem in one.problems]
    return any(re.search(rf"\b{outer} is new|\b{last}\b", problem.sentence) for problem in problems)
