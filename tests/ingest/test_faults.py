"""What libraries complain of is said in words for the office; their own sentences never come through."""

import gzip
import io
import re
import zipfile

import pytest

from ingest import faults
from ingest.archive import BadArchive, Member
from ingest.formats import spreadsheet
from ingest.safe_xml import BadXML, parse
from tests.factories.deliveries import st36
from tests.factories.hostile_files import parts, zipped
from tests.factories.hostile_xml import QUICK
from tests.ingest.formats.test_spreadsheet import GOOD

LIBRARY = r"xmlParse|PCDATA|PI:|QName|0x|line \d|Error -\d|Errno|codec|magic|__|\bNone\b|CRC|KeyError|<class|not proper"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<a><b></c></a>", "the element “b” is closed by the tag of “c”"),
        (b'<a b="1" b="2"/>', "the attribute “b” stands twice"),
        (b"<a b=1/>", 'not written name="value"'),
        (b"<a>\xe9</a>", "bytes that are not UTF-8"),
        (b'<?xml version="1.0" encoding="us-ascii"?><a>\xe9</a>', "bytes that are not us-ascii"),
        (b"<!-- x --><?xml version='1.0'?><a/>", "something stands before the XML declaration"),
        (b"<a>1 < 2</a>", "a “<” begins no element"),
        (b"<a><!-- x -- y --></a>", "a comment has “--” in it"),
        (b"<a>&nbsp</a>", "that no “;” ends"),
    ],
)
def test_faults_of_xml(content, says):
    with pytest.raises(BadXML, match=says):
        parse(content)


@pytest.mark.parametrize("attack", QUICK, ids=lambda attack: attack.name)
def test_no_sentence_of_the_parser_comes_through(attack):
    said = ""
    try:
        parse(attack.on(st36().encode()))
    except BadXML as error:
        said = error.sentence
    assert "breaks the rules" not in said  # each of these has words of its own
    assert not re.search(LIBRARY, said)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (zipfile.BadZipFile("File is not a zip file"), "list of files, which stands at the end"),
        (zipfile.BadZipFile("Bad CRC-32 for file 'x'"), "does not agree with its checksum"),
        (NotImplementedError("That compression method is not supported"), r"pack it by the usual one \(Deflate\)"),
        (gzip.BadGzipFile("CRC check failed 0x1 != 0x2"), "does not agree with its checksum"),
        (EOFError("Compressed file ended before the end-of-stream marker was reached"), "it ends early"),
        (ValueError("a thing nobody foresaw: 0x1"), "something in it is not as its format wants it"),
        (faults.Said("a name or remark in it is larger than 1 MiB"), "larger than 1 MiB"),
    ],
)
def test_faults_of_archives(error, says):
    assert re.search(says, faults.of_archive(error))


@pytest.mark.parametrize("part", [name for name in parts(GOOD) if not name.startswith(("docProps", "xl/theme"))])
@pytest.mark.parametrize("content", [None, b"", b"<a>", b"<a/>", b"\xff"])
def test_a_workbook_with_a_part_that_is_missing_or_wrong(part, content):
    files = {name: old for name, old in parts(GOOD).items() if name != part}
    files |= {} if content is None else {part: content}
    member = Member("t.xlsx", lambda: io.BytesIO(zipped(files)))
    said = ""
    try:
        for _, rows in spreadsheet.sheets(member):
            list(rows)
    except BadArchive as error:
        said = str(error)
    assert not re.search(LIBRARY, said)
