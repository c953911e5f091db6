"""Records of registers as XML of an office's own making: what an element stands for is said by a mapping, as for JSON.

A record is the element a mapping names. It becomes what a JSON record is: local names are keys, `@name` an attribute, and an
element with a language has it in its key (`NAME@he`), so that a mapping can take each language by itself. `^` holds the
attributes of the root, where gazettes write their number and date.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ingest.archive import Member
from ingest.document import Delivered, Unreadable
from ingest.formats.mapped import VALUE, document
from ingest.formats.mapping import ROOT, Mapping, mappings
from ingest.formats.reading import bulk, kept
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, first_tags, name, source, text

HEAD = 1 << 16
LANGUAGES = ("lang", "languageCode")
INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
DEPTH = 100
Tags = list[tuple[str, dict[str, str]]]


def told(tags: Tags) -> Mapping | None:
    """Return the mapping for a file that begins with these tags; None where there is none."""
    seen = {local for local, _ in tags}
    known = (mapping for mapping in mappings() if mapping.format == "xml" and mapping.record in seen)
    return next((one for one in known if not one.root or one.root in seen or tags[0][0] == one.record), None)


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:  # noqa: ARG001
    """Yield the records of a file in order; where it breaks off, what could be read before it."""
    with member.open() as stream:
        tags = first_tags(stream.read(HEAD))
    mapping = told(tags)
    if mapping is None:
        raise ValueError(f"{member.name}: no mapping describes its records.")  # a file is told before it is read
    outer = dict(tags[::-1]).get(mapping.root, tags[0][1] if tags[0][0] != mapping.record else {})
    around = {f"@{key}": value for key, value in outer.items()}
    with member.open() as stream:
        make = partial(_record, mapping=mapping, around=around)
        yield from bulk(
            stream, member, frozenset({mapping.record}), make, what="records", alone=tags[0][0] == mapping.record
        )


def _record(element: Element, place: str, mapping: Mapping, around: dict[str, str]) -> Iterator[Delivered | Unreadable]:
    yield kept(document(mapping, {ROOT: around, **_whole(element)}, place), partial(source, element))


def _whole(element: Element) -> dict[str, Any]:
    found = record(element)
    return found if isinstance(found, dict) else {VALUE: found}


def record(element: Element, depth: int = 0) -> dict[str, Any] | str:
    """Return what is in an element: its text, or a record of its attributes and elements.

    Text among elements is not taken apart: such an element is one text, as is what lies deeper than `DEPTH`.
    """
    attributes = {f"@{key.rpartition('}')[2]}": value for key, value in element.attrib.items() if _told(key)}
    inner = [child for child in element if name(child)]
    if not inner or depth > DEPTH or any((piece or "").strip() for piece in [element.text, *(c.tail for c in inner)]):
        return {**attributes, VALUE: text(element)} if attributes else text(element)
    found: dict[str, Any] = dict(attributes)
    for child in inner:
        found.setdefault(_key(child), []).append(record(child, depth + 1))
    return found


def _told(key: str) -> bool:
    return not key.startswith(INSTANCE) and key.rpartition("}")[2] not in LANGUAGES


def _key(element: Element) -> str:
    spoken = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] in LANGUAGES), "")
    return f"{name(element)}@{spoken.lower()}" if spoken else name(element)
