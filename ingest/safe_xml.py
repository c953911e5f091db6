"""The one XML door: limits, no network, no file but its own entity set, and text that is never cut.

An office's file often names a DTD it does not ship, and uses that DTD's character entities. Whatever DTD is named, the answer
is one set of character entities made here; everything else a document asks for is refused, so that an entity either has
its character or stops the reading, and text never goes missing in silence.

Elements are found by local name: namespaces and their versions are an office's business. Superscripts and fractions are written out.
"""

from __future__ import annotations

import contextlib
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, TypeAlias
from urllib.parse import urlsplit

from lxml import etree

from ingest import entities, faults, raised
from ingest.shown import shown

Element: TypeAlias = Any  # lxml's element; the library ships no types
MIB = 1 << 20
CHUNK = 1 << 16
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
KEPT = 1 << 20  # bytes around a fault handed on to quarantine
MARKUP = {"<": "&#38;#60;", "&": "&#38;#38;"}  # as entities that are declared: they are read twice
PREDEFINED = ("lt", "gt", "amp", "quot", "apos")
NAMED_ENTITY = re.compile(rb"&(?!(?:%s);)[A-Za-z]" % "|".join(PREDEFINED).encode())
LEADING = re.compile(rb"\A(\xef\xbb\xbf)?(\s+)<\?xml(?=\s)")  # blanks that stand before the declaration
NEXT_DOCUMENT = re.compile(rb"<\?xml\s")  # begins with letters that are quick to look for
START_TAG = re.compile(rb"<([^\s!?/<>][^\s/<>]*)")
DECLARED = re.compile(rb"\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
DTD_FILES = (".dtd", ".ent", ".mod")
DONE = "done"  # what a record is renamed to once it has been yielded: the parser still holds on to it
LONG_ATTRIBUTE = etree.XPath("boolean(descendant-or-self::*/@*[string-length() > $size])")
STRING: Any = etree.XPath("string()", smart_strings=False)


class BadXML(ValueError):  # noqa: N818 - named for what it is
    """XML that cannot be read. `line` counts from 1 (0: unknown); `content` are the bytes it happened in, at most 1 MiB.

    `cut`: it ends before its root does.
    """

    cut = False

    def __init__(self, sentence: str, line: int = 0, content: bytes = b"") -> None:
        super().__init__(sentence)
        self.sentence, self.line, self.content = sentence, line, content[:KEPT]


@dataclass(frozen=True)
class Limits:
    """What one document, or one record of a long file, may come to. Depth is libxml2's own: 256."""

    bytes: int = 64 * MIB
    elements: int = 700_000  # with their texts they fill some 350 MiB
    attribute: int = 1 << 16


DEFAULT = Limits()


def parse(content: bytes, limits: Limits = DEFAULT) -> Element:
    """Return the root of one document. Raises BadXML."""
    content = declared_first(content)
    reading = _Reading(limits, entities=bool(NAMED_ENTITY.search(content)))
    if len(content) > limits.bytes:
        raise BadXML(f"The document is larger than {limits.bytes // MIB} MiB.", 0, content)
    for start in range(0, len(content), CHUNK):
        reading.feed(content[start : start + CHUNK])
    return reading.checked(reading.close())


def records(stream: BinaryIO, names: frozenset[str], limits: Limits = DEFAULT) -> Iterator[Element]:
    """Yield the elements called `names` (local names) as they end, in order, each freed when the next is asked for.

    Elements of other names that stand beside them are yielded too, in their place: who asks for records decides about
    them, so that nothing is passed over unseen. The limits hold for each record and what lies between two. Raises BadXML,
    with the bytes since the last record, where the file stops being well formed; the records before have been yielded.
    """
    reading = _Reading(limits, entities=True, tags=[f"{{*}}{name}" for name in sorted(names)])
    fault, begun = None, False
    while not fault and (block := stream.read(CHUNK)):
        try:
            block = block if begun else declared_first(block)
            begun = begun or _check_entities(block, limits)
            reading.feed(block)
        except BadXML as error:
            fault = error
        yield from reading.ended()  # those before the fault in the same block are good
    if fault:
        raise fault
    root = reading.close()
    if name(root) != DONE:
        yield from reading.passed(root, None)


def documents(stream: BinaryIO, limits: Limits = DEFAULT) -> Iterator[tuple[bytes, int]]:
    """Yield each document of a file and the line it starts on: one, or several set one after another, as bulk files are.

    Raises BadXML where a document is larger than `limits.bytes`.
    """
    held, line = bytearray(), 1
    while block := stream.read(CHUNK):
        searched = max(1, len(held) - 8)
        held += block
        while found := NEXT_DOCUMENT.search(held, searched):
            document = bytes(held[: found.start()]).removesuffix(BOM_UTF8)  # it stands before the next
            del held[: found.start()]
            searched = 1
            if document.removeprefix(BOM_UTF8).strip():
                yield document, line
            line += document.count(b"\n")
        if len(held) > limits.bytes:
            raise BadXML(f"The document is larger than {limits.bytes // MIB} MiB.", line, bytes(held[:KEPT]))
    if held.strip() or line == 1:
        yield bytes(held), line


def first_tags(head: bytes, count: int = 8) -> list[tuple[str, dict[str, str]]]:
    """Return local name and attributes (by local name) of the first start tags in `head`, fewer where it stops being XML."""
    parser = _parser(entities=True, events=("start",))
    root, rest = _root(parser, declared_first(head))
    if root is None:
        return []
    if not _declares_markup(root):
        with contextlib.suppress(etree.XMLSyntaxError, BadXML):
            parser.feed(rest)
    elements = [root, *(element for _event, element in islice(_events(parser), count - 1))]
    return [(name(e), {local(key): value for key, value in e.attrib.items()}) for e in elements]


def declared_first(head: bytes) -> bytes:
    """Return the beginning of a document with the XML declaration in front of the blanks that stand before it, which XML forbids."""
    return LEADING.sub(rb"\1<?xml\2", head)


def made(tag: str, attributes: dict[str, str], said: str = "") -> Element:
    """Return a new element, for documents that come in another notation than XML. Raises BadXML for what no XML can hold."""
    try:
        element = etree.Element(tag, attributes)
        element.text = said
    except ValueError as error:
        raise BadXML(f"{shown(tag)} cannot be an element of XML, by its name or by what is in it.") from error
    return element


def name(element: Element) -> str:
    """Return the local name of an element; comments and processing instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, wanted: str) -> str:
    """Return the attribute with this local name, stripped; empty where there is none."""
    value = element.get(wanted)
    if value is None:
        value = next((value for key, value in element.attrib.items() if local(key) == wanted), "")
    return str(value).strip()


def children(element: Element, path: str) -> list[Element]:
    """Return the elements at `path` (local names, like `a/b`) below `element`, in document order."""
    found = [element]
    for step in path.split("/"):
        found = [child for parent in found for child in parent if name(child) == step]
    return found


def child(element: Element, path: str) -> Element | None:
    """Return the first element at `path` below `element` that is not empty, else the first, or None."""
    return first(children(element, path))


def first(found: list[Element]) -> Element | None:
    """Return the first of the elements that has something in it, else the first; None where there is none."""
    return next((one for one in found if not empty(one)), found[0] if found else None)


def empty(element: Element) -> bool:
    """Tell whether there is nothing in an element: no element, no text, no attribute, or it says that it is nil."""
    if len(element) or (element.text and not element.text.isspace()):
        return False
    return not element.attrib or element.get(NIL) in ("true", "1")


def raw(element: Element) -> str:
    """Return the whole string value as it stands, for values where each blank counts (IPC in 50 columns)."""
    return str(STRING(element))


def text(element: Element | None) -> str:
    """Return the whole string value, white space folded; comments and processing instructions are no part of it."""
    if element is None:
        return ""
    said = STRING(element) if len(element) else element.text or ""  # most elements have nothing but text in them
    return " ".join(said.split())


def source(element: Element) -> bytes:
    """Return the element as XML, for quarantine; texts beyond the first `KEPT` letters are cut out of it."""
    room = KEPT
    for inner in element.iter():
        for piece in ("text", "tail"):
            said = getattr(inner, piece) or ""
            if len(said) > room:
                setattr(inner, piece, said[:room])
            room = max(room - len(said), 0)
    return bytes(etree.tostring(element, encoding="utf-8", with_tail=False))


def line(element: Element) -> int:
    """Return the line of the file the element starts on."""
    return element.sourceline or 0


def local(key: str) -> str:
    """Return the local name of an attribute or tag."""
    return key.rpartition("}")[2]


def _entity_set() -> str:
    """Return declarations of the character entities, as a DTD."""
    return "".join(
        f'<!ENTITY {key} "{"".join(MARKUP.get(letter, f"&#{ord(letter)};") for letter in value)}">\n'
        for key, value in entities.named().items()
        if key not in PREDEFINED
    )


class _Refusing(etree.Resolver):
    """Answers every DTD with the entity set made here, and refuses all else a document may ask for."""

    answer = _entity_set()

    def __init__(self, *, entities: bool) -> None:
        super().__init__()
        self.text = self.answer if entities else ""

    def resolve(self, system_url: str | None, public_id: str | None, context: object) -> object:  # type: ignore[override]  # noqa: ARG002
        if urlsplit(system_url or "").path.lower().endswith(DTD_FILES):
            return self.resolve_string(self.text, context)  # type: ignore[call-arg]
        raise BadXML(f"The document asks for {shown(system_url or 'a file')}; nothing outside of it is read.")


def _parser(*, entities: bool, events: tuple[Any, ...], tags: list[str] | None = None) -> Any:
    """Return a parser that is fed. Undeclared entities are errors to it, so that text is never cut."""
    settings: dict[str, Any] = {
        "resolve_entities": "internal",
        "load_dtd": True,
        "no_network": True,
        "huge_tree": False,
    }
    parser = etree.XMLPullParser(events=events, tag=tags, **settings)
    parser.resolvers.add(_Refusing(entities=entities))
    return parser


def _events(parser: Any) -> Iterator[tuple[str, Element]]:
    try:
        yield from parser.read_events()
    except etree.XMLSyntaxError:
        return


def _root(parser: Any, head: bytes) -> tuple[Element | None, bytes]:
    """Feed `head` up to the end of the root's start tag; return the root, None where there is none, and what was not fed.

    Byte by byte, because with the next the first entity might be expanded.
    """
    for at in range(len(head)):
        fault = None
        try:
            parser.feed(head[at : at + 1])
        except BadXML:
            pass  # it asks for a file it does not get, and may go on
        except etree.XMLSyntaxError as error:
            fault = error
        for _event, element in _events(parser):
            return element, head[at + 1 :]
        if fault:
            break
    return None, b""


def _declares_markup(root: Element) -> bool:
    """Tell whether the document declares an entity with elements in it.

    They would be parsed twice, once on their own, and libxml2 frees under our hands what came of the first time.
    """
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any("<" in (entity.content or "") for entity in declared.iterentities())


def _check_entities(head: bytes, limits: Limits) -> bool:
    """Return True, or raise BadXML where the document that begins with `head` declares entities with markup, or has no root in `head`."""
    root, _ = _root(_parser(entities=True, events=("start",)), head)
    if root is not None and not _declares_markup(root):
        return True
    reading = _Reading(limits, entities=True)
    if root is None:
        reading.feed(head)  # what is wrong with it, if anything is
        raise reading.bad(f"No element begins within the first {len(head):,} bytes.")
    reading.recent = [head]
    raise reading.bad("The document declares an entity with elements in it; write them out where they belong.")


class _Reading:
    """A parser being fed, with its limits; remembers the bytes since the last record."""

    def __init__(self, limits: Limits, *, entities: bool, tags: list[str] | None = None) -> None:
        self.limits = limits
        self.parser = _parser(entities=entities, events=("end",) if tags else (), tags=tags)
        self.bytes = self.elements = 0
        self.recent: list[bytes] = []
        self.root = b""
        self.encoding = "UTF-8"  # where it declares no other

    def feed(self, block: bytes) -> None:
        if not self.root and (found := START_TAG.search(block)):
            self.root = found[1]
        if not self.bytes and (declared := DECLARED.match(block)):
            self.encoding = declared[1].decode()
        self.recent.append(block)
        self.bytes += len(block)
        self.elements += block.count(b"<") - block.count(b"</")  # so cheap that it can come before the parsing
        if self.bytes > self.limits.bytes:
            raise self.bad(f"A record is larger than {self.limits.bytes // MIB} MiB.")
        if self.elements > self.limits.elements:
            raise self.bad(f"A record has more than {self.limits.elements:,} elements.")
        self.guarded(lambda: self.parser.feed(block))

    def close(self) -> Element:
        try:
            return self.guarded(self.parser.close)
        except BadXML as error:  # all is taken in: a fault that shows only now may stand before the end
            error.cut = bool(self.root) and not b"".join(self.recent[-2:]).rstrip().endswith(b"</%s>" % self.root)
            raise

    def guarded(self, step: Callable[[], Element]) -> Element:
        """Take a step of parsing; libxml2's complaint becomes a sentence with its line."""
        try:
            return step()
        except etree.XMLSyntaxError as error:
            plain = faults.of_xml(error.msg or "no element found", self.encoding)
            raise self.bad(f"Not well-formed XML: {plain}.", error.lineno or 0) from error
        except BadXML as error:
            raise self.bad(error.sentence) from error

    def ended(self) -> Iterator[Element]:
        """Yield the records that ended so far; those before a fault in the same block as well."""
        for _event, element in _events(self.parser):
            if (parent := element.getparent()) is not None:
                yield from self.passed(parent, element)
            yield self.checked(element)
            self.bytes = self.elements = 0
            self.recent = self.recent[-1:]
            element.clear(keep_tail=True)
            element.tag = DONE

    def passed(self, parent: Element, until: Element | None) -> Iterator[Element]:
        """Free what stands in `parent` before `until`, and yield of it what has not been yielded."""
        while (first := next(iter(parent), None)) is not until:
            if first is not None and any(inner.tag == DONE for inner in first.iterdescendants()):
                yield from self.passed(first, None)  # it stood around records
            elif name(first) not in ("", DONE):
                yield self.checked(first)
            del parent[0]

    def checked(self, element: Element) -> Element:
        if LONG_ATTRIBUTE(element, size=self.limits.attribute):
            raise self.bad(f"An attribute is longer than {self.limits.attribute:,} letters.", line(element))
        raised.write(element)
        return element

    def bad(self, sentence: str, at: int = 0) -> BadXML:
        return BadXML(sentence, at, b"".join(self.recent))
