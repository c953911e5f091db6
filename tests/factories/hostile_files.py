"""Attacks on readers of tables, workbooks, JSON and archives, each made from a good file of any mapping."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable

from openpyxl import Workbook

from ingest.formats.mapping import STEP, Mapping

MIB = 1 << 20
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = (
    b"xl/sharedStrings.xml",
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
)
Change = Callable[[bytes], bytes]


def cell_of(mapping: Mapping) -> str:
    """A value of the mapping's own alphabet in every cell: the number of an application."""
    return f"{mapping.office}/2020/12345"


def row(mapping: Mapping) -> dict[str, str]:
    return dict.fromkeys(mapping.told_by, cell_of(mapping))


def line(cells: object) -> str:
    return ",".join(f'"{cell}"' for cell in cells) + "\n"  # type: ignore[attr-defined]


def csv_table(mapping: Mapping) -> bytes:
    return (line(mapping.told_by) + line(row(mapping).values())).encode()


def json_record(mapping: Mapping, value: object = "2020/12345") -> bytes:
    record: dict[str, object] = {}
    for path in mapping.told_by:
        *outer, last = path.split(STEP)
        inner = record
        for step in outer:
            inner = inner.setdefault(step, {})  # type: ignore[assignment]
        inner[last] = value
    return json.dumps(record).encode()


def workbook(mapping: Mapping) -> bytes:
    book, made = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(mapping.told_by))
    sheet.append(list(row(mapping).values()))
    book.save(made)
    return _with_strings(made.getvalue(), cell_of(mapping))


def _with_strings(book: bytes, text: str) -> bytes:
    """Put the text of A2 into shared strings, where spreadsheet programs put all of them."""
    files = parts(book)
    inline = f't="inlineStr"><is><t>{text}</t></is>'.encode()
    for part, old, new in (
        ("xl/worksheets/sheet1.xml", b'<c r="A2" ' + inline, b'<c r="A2" t="s"><v>0</v>'),
        ("[Content_Types].xml", b"</Types>", b'<Override PartName="/%s" ContentType="%s"/></Types>' % STRINGS),
    ):
        files[part] = swap(old, new)(files[part])
    files[STRINGS[0].decode()] = f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'.encode()
    return zipped(files)


def put(value: bytes) -> Change:
    """Put `value` into the last cell, behind what is there."""
    return lambda table: table.rstrip()[:-1] + value + table.rstrip()[-1:] + b"\n"


def behind(value: bytes) -> Change:
    return lambda file: file + value


def cut(numerator: int, denominator: int) -> Change:
    return lambda file: file[: len(file) * numerator // denominator]


def recoded(codec: str) -> Change:
    return lambda file: file.decode().encode(codec)


CUTS = {f"cut at {n}/5": cut(n, 5) for n in range(1, 5)}
CSV: dict[str, Change] = {
    **CUTS,
    "quotation mark not closed": behind(b'"and so on\n' + b"x,y\n" * 2_000),
    "quotation marks only": behind(b'"' * 99_999),
    "100,000 columns in a row": behind(b"x," * 100_000 + b"\n"),
    "100,000 columns in the head": lambda table: table.replace(b"\n", b"," * 100_000 + b"\n", 1),
    "field of 2 MB": put(b"x" * 2 * MIB),
    "number of 20,000 digits": put(b"9" * 20_000),
    "line without end": behind(b"x" * 3 * MIB),
    "null byte": put(b"\x00"),
    "null bytes only": behind(b"\x00" * 100_000),
    "half a letter": put(b"\xe2\x82"),
    "latin-1": put(b"caf\xe9"),
    "UTF-16 without a mark": recoded("utf-16-le"),
    "UTF-16, cut in a letter": lambda table: recoded("utf-16")(table)[:-1],
    "UTF-32": recoded("utf-32"),
    "EBCDIC": recoded("cp037"),
    "control characters": put(bytes(range(1, 32)).replace(b"\n", b"").replace(b"\r", b"")),
    "formula": put(b"=HYPERLINK(0)"),
    "returns only": lambda table: table.replace(b"\n", b"\r"),
    "two heads": lambda table: table.partition(b"\n")[0] + b"\n" + table,
    "10,000 empty rows": behind(b",,,\n" * 5_000),
    "another delimiter below": behind(b"a;b;c;d\n" * 100),
    "direction marks": put("\u202e\u2066".encode()),
}
JSON: dict[str, Change] = {
    **CUTS,
    "deep lists": lambda record: b'{"a":' + b"[" * 100_000 + record + b"]" * 100_000 + b"}",
    "200 deep": lambda record: b'{"a":' * 200 + record + b"}" * 200,
    "deep and not closed": lambda record: record[:-1] + b',"a":' + b"[" * 100_000,
    "not a number": lambda record: record[:-1] + b',"a":NaN,"b":-Infinity}',
    "number of a million digits": lambda record: record[:-1] + b',"a":' + b"9" * 1_000_000 + b"}",
    "exponent": lambda record: record[:-1] + b',"a":1e999999999}',
    "every key twice": lambda record: record[:-1] + b"," + record[1:],
    "key of 1 MB": lambda record: record[:-1] + b',"' + b"k" * MIB + b'":1}',
    "20,000 new keys": lambda record: record[:-1] + b"".join(b',"k%d":1' % n for n in range(20_000)) + b"}",
    "surrogate": lambda record: record.replace(b"2020/12345", rb"\ud800"),
    "null by number": lambda record: record.replace(b"2020/12345", rb"\u0000"),
    "null byte": lambda record: record.replace(b"2020/12345", b"\x00"),
    "text of 2 MB": lambda record: record.replace(b"2020/12345", b"9" * 2 * MIB),
    "truth values": lambda record: record.replace(b'"2020/12345"', b"true"),
    "lists for texts": lambda record: record.replace(b'"2020/12345"', b'[["a",{"b":[1]}],null]'),
    "records for texts": lambda record: record.replace(b'"2020/12345"', b'{"x":{"y":"z"}}'),
    "UTF-16": recoded("utf-16"),
    "latin-1": lambda record: record.replace(b"2020/12345", b"caf\xe9"),
    "no comma": behind(b'{"a"'),
    "single quotation marks": lambda record: record.replace(b'"', b"'"),
    "a million numbers": lambda record: record[:-1] + b',"a":[' + b"1," * 1_000_000 + b"1]}",
}


def parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return made.getvalue()


def sheet(change: Change, part: str = "xl/worksheets/sheet1.xml") -> Change:
    """Change a part of a workbook."""

    def changed(book: bytes) -> bytes:
        files = parts(book)
        files[part] = change(files[part])
        return zipped(files)

    return changed


def strings(change: Change) -> Change:
    return sheet(change, "xl/sharedStrings.xml")


def without(part: str) -> Change:
    return lambda book: zipped({name: xml for name, xml in parts(book).items() if name != part})


def swap(old: bytes, new: bytes) -> Change:
    def change(xml: bytes) -> bytes:
        assert old in xml, f"{old!r} is not in the part that is to be changed"
        return xml.replace(old, new, 1)

    return change


ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "'
    + b"x" * 1_000
    + b'">%s]>' % b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(8))
)
XLSX: dict[str, Change] = {
    **CUTS,
    "dimensions that lie": sheet(swap(b'<dimension ref="', b'<dimension ref="A1:XFD1048576" x="')),
    "a row beyond the last": sheet(swap(b'<row r="2"', b'<row r="1048577"')),
    "a row of 2,000,000,000": sheet(swap(b'<row r="2"', b'<row r="2000000000"')),
    "a row of minus one": sheet(swap(b'<row r="2"', b'<row r="-1"')),
    "a row that is no number": sheet(swap(b'<row r="2"', b'<row r="x"')),
    "a column beyond the last": sheet(swap(b'<c r="A2"', b'<c r="ZZZZZZ2"')),
    "a cell without a place": sheet(swap(b'<c r="A2"', b'<c r="?"')),
    "a string that is not there": sheet(swap(b"<v>0</v>", b"<v>999999999</v>")),
    "a string of minus one": sheet(swap(b"<v>0</v>", b"<v>-1</v>")),
    "a number that is none": sheet(swap(b't="s"><v>0</v>', b't="n"><v>1e999999</v>')),
    "a number of 100,000 digits": sheet(swap(b't="s"><v>0</v>', b't="n"><v>' + b"9" * 100_000 + b"</v>")),
    "a day that is none": sheet(swap(b't="s"><v>0</v>', b't="d"><v>2020-99-99</v>')),
    "a kind of cell nobody knows": sheet(swap(b't="s"', b't="zzz"')),
    "a style that is not there": sheet(swap(b'<c r="A2"', b'<c s="99999" r="A2"')),
    "a file in an entity": sheet(
        lambda xml: swap(b"<v>0</v>", b"<v>&x;</v>")(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file://@SECRET@">]>' + xml)
    ),
    "laughs in a sheet": sheet(lambda xml: swap(b"<v>0</v>", b"<v>&i;</v>")(ENTITIES + xml)),
    "laughs in the strings": strings(lambda xml: swap(b"<t>", b"<t>&i;")(ENTITIES + xml)),
    "5,000 strings": strings(swap(b"</sst>", b"<si><t>x</t></si>" * 5_000 + b"</sst>")),
    "2 million strings": strings(swap(b"</sst>", b"<si><t>x</t></si>" * 2_000_000 + b"</sst>")),
    "strings that expand": strings(swap(b"<t>", b"<t>" + b"x" * 200 * MIB)),
    "deep strings": strings(swap(b"<t>", b"<r>" * 10_000)),
    "a sheet cut off": sheet(cut(2, 3)),
    "null bytes": sheet(swap(b"<v>", b"<v>\x00")),
    **{f"no {part}": without(part) for part in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")},
}  # fmt: skip


# --- archives: each holds the good document it is made of, or what is called so -----------------------------------


def renamed(name: str) -> Change:
    """A zip whose member has any name, also one that `zipfile` would not write."""
    stand_in = "n" * len(name.encode())
    return lambda document: zipped({stand_in: document}).replace(stand_in.encode(), name.encode())


def patched(*places: tuple[bytes, int, bytes]) -> Change:
    """A zip with other bytes at an offset behind the first of each signature."""

    def change(document: bytes) -> bytes:
        archive = bytearray(zipped({"a.xml": document}))
        for signature, offset, value in places:
            at = archive.index(signature) + offset
            archive[at : at + len(value)] = value
        return bytes(archive)

    return change


def nested(depth: int) -> Change:
    def change(document: bytes) -> bytes:
        for n in range(depth):
            document = zipped({f"{n}.zip": document})
        return document

    return change


def twice(document: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.xml", document)
        archive.writestr(zipfile.ZipInfo("b.xml"), document)
    return made.getvalue().replace(b"b.xml", b"a.xml")


def symlink(document: bytes) -> bytes:
    made, link = io.BytesIO(), zipfile.ZipInfo("link.xml")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(link, "@SECRET@")
        archive.writestr("a.xml", document)
    return made.getvalue()


def packed(change: Change) -> Change:
    return lambda document: change(zipped({"a.xml": document}))


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
ARCHIVES: dict[str, Change] = {
    **{f"zip {name}": packed(change) for name, change in CUTS.items()},
    **{f"gzip cut at {n}/5": lambda document, n=n: cut(n, 5)(gzip.compress(document)) for n in range(1, 5)},  # type: ignore[misc]
    "gzip with another sum": lambda document: gzip.compress(document)[:-8] + bytes(8),
    "gzip with something behind": lambda document: gzip.compress(document) + b"and more",
    "gzip's head": lambda _: b"\x1f\x8b\x08",
    "zip's head": lambda _: LOCAL,
    "way out": renamed("../../../a.xml"),
    "way out in the middle": renamed("a/../../b.xml"),
    "way out by backslashes": renamed("..\\..\\a.xml"),
    "absolute": renamed("/etc/a.xml"),
    "drive": renamed("C:\\a.xml"),
    "share": renamed("\\\\host\\a.xml"),
    "line end in a name": renamed("a\n.xml"),
    "name of 300 letters": renamed("a" * 300),
    "encrypted": patched((LOCAL, 6, b"\x01"), (CENTRAL, 8, b"\x01")),
    "no such compression": patched((LOCAL, 8, b"\x63"), (CENTRAL, 10, b"\x63")),
    "another sum": patched((CENTRAL, 16, b"\x00\x00\x00\x00")),
    "larger than said": patched((LOCAL, 22, b"\x05\x00\x00\x00"), (CENTRAL, 24, b"\x05\x00\x00\x00")),
    "4 GB said": patched((CENTRAL, 24, b"\xf0\xff\xff\xff")),
    "starts nowhere": patched((CENTRAL, 42, b"\xff\xff\xff\x7f")),
    "directory nowhere": patched((END, 16, b"\xff\xff\xff\x7f")),
    "nested 5 deep": nested(5),
    "nested 50 deep": nested(50),
    "gzip 20 deep": lambda document: _gzipped(document, 20),
    "damaged zip in a zip": lambda document: zipped({"b.zip": zipped({"a.xml": document})[:-30]}),
    "something before": lambda document: b"MZ" + bytes(100) + zipped({"a.xml": document}),
    "zip bomb": lambda _: zipped({"a.xml": bytes(100 * MIB)}),
    "zip bomb in a zip": lambda _: zipped({"b.zip": zipped({"a.xml": bytes(100 * MIB)})}),
    "gzip bomb": lambda _: _flat(b"<a>", 100),
    "gzip bomb in a zip": lambda _: zipped({"a.xml.gz": _flat(b"<a>", 100)}),
    "1,000 empty files": lambda _: zipped({f"{n}.xml": b"" for n in range(1_000)}),
}
# What is odd about these does no harm: the document is read.
ODD: dict[str, Change] = {
    "same name twice": twice,
    "null in a name": renamed("a.xml\x00.txt"),
    "60,000 files said": patched((END, 8, b"\x60\xea\x60\xea")),
    "symbolic link": symlink,
    "something behind": lambda document: zipped({"a.xml": document}) + bytes(100),
}  # fmt: skip


def _gzipped(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = gzip.compress(content)
    return content


def _flat(start: bytes, size: int) -> bytes:
    """A gzip of `start` and `size` MiB of blanks, made a piece at a time."""
    packer = zlib.compressobj(wbits=31)
    pieces = [packer.compress(start), *(packer.compress(b" " * MIB) for _ in range(size)), packer.flush()]
    return b"".join(pieces)
