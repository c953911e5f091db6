"""Answers of the EPO's Open Patent Services as JSON, which OPS makes of its XML by rule: `@name` is an attribute, `$` the text.

An element that comes once is an object, one that comes several times an array. Turned back, `ingest.formats.ops` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.archive import Member
from ingest.document import Delivered, Unreadable
from ingest.formats import ops, register_json
from ingest.offices.profiles import Profile
from ingest.safe_xml import KEPT, BadXML, Element, made

ROOT = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*"(?:\w+:)?' + ops.ROOT.encode() + rb'"\s*:')


def is_answer(head: bytes) -> bool:
    """Tell whether a file that begins with `head` is an answer of OPS as JSON."""
    return bool(ROOT.match(head))


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the documents of each answer in a file; what is no answer becomes an Unreadable with its bytes."""

    def answers(place: str, content: bytes, value: Any) -> Iterator[Delivered | Unreadable]:
        keys = value.items() if isinstance(value, dict) else ()
        try:
            roots = [_element(key, one, 0) for key, one in keys if _local(key) == ops.ROOT]
        except BadXML as error:
            yield register_json.bad(place, "READ-JSON", error.sentence, content)
            return
        for root in roots:
            for document in ops.answer(root, place, profile):
                document.content = document.content and content[:KEPT]  # as delivered, not as it was turned back
                yield document
        if not roots:
            yield register_json.bad(place, "READ-OTHER", "It is no answer of OPS.", content)

    return register_json.documents(member, answers)


def _local(key: str) -> str:
    return key.lstrip("@").rpartition(":")[2]


def _element(key: str, value: Any, depth: int) -> Element:
    """Return the element a key and its value were made of. Raises BadXML."""
    if depth > register_json.DEPTH:
        raise BadXML("Its values lie too deep in each other.")
    inner = value.items() if isinstance(value, dict) else [("$", value)]
    attributes = {_local(name): one for name, one in inner if name.startswith("@") and isinstance(one, str)}
    said = next((one for name, one in inner if name == "$" and isinstance(one, str)), "")
    element = made(_local(key), attributes, said)
    for name, one in inner:
        if not name.startswith(("@", "$")):
            for each in one if isinstance(one, list) else [one]:
                element.append(_element(name, each, depth + 1))
    return element
