"""What the libraries that open XML, archives and workbooks complain of, in words for the office: what is wrong, and what to do.

Their own sentences are for programmers, change with their versions, and quote bytes. Of them only names are passed on.
"""

from __future__ import annotations

import re
import tarfile

from ingest.shown import shown

# What libxml2 says, and what of it is passed on: `{0}` is the name it quotes.
XML = (
    (r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)", "the element {0} is closed by the tag of {1}"),
    (r"Premature end|Couldn't find end of Start Tag|chunk is not well balanced", "it ends early, before every element is closed"),
    (r"EntityRef: no name|xmlParseEntityRef", "an “&” stands alone, write “&amp;” for it"),
    (r"EntityRef: expecting", "an “&” begins a name that no “;” ends, write “&amp;” for a plain “&”"),
    (r"Entity '(.{1,40})' not defined", "the entity {0} is not declared in the file, write the character for it"),
    (r"Maximum entity amplification|entity reference loop", "entities that expand without end"),
    (r"StartTag: invalid element name", "a “<” begins no element, write “&lt;” for a plain “<”"),
    (r"Unescaped '<' not allowed", "an attribute has a “<” in it, write “&lt;” for it, or its quotation mark is not closed"),
    (r"AttValue|attributes construct|parsing attribute name|mandates value for attribute|invalid character in attribute",
     'a tag has an attribute that is not written name="value"'),
    (r"Attribute (\S+) redefined", "the attribute {0} stands twice in one tag"),
    (r"Namespace prefix (\S+)", "the prefix {0} is not declared"),
    (r"Failed to parse QName|xmlns: ?|xmlns:\S+: ", "a name or the name of a name space is not written as XML wants it"),
    (r"out of allowed range|PCDATA invalid Char|invalid xmlChar|CharRef|invalid Char", "a character no XML may hold, such as NUL; remove it"),
    (r"CData section not finished", "a CDATA section is not closed by “]]>”"),
    (r"Sequence '\]\]>'", "“]]>” stands in a text, write “]]&gt;”"),
    (r"Comment not terminated", "a comment is not closed by “-->”"),
    (r"[Cc]omment|Double hyphen", "a comment has “--” in it"),
    (r"(?:xml)?ParsePI", "an instruction “<?…” is not written as XML wants it, or not closed by “?>”"),
    (r"XML declaration allowed only", "something stands before the XML declaration “<?xml…”, which must come first"),
    (r"Malformed declaration|parsing XML declaration|XML encoding name|String not|Blank needed|version",
     "the XML declaration “<?xml…” or the document type is not written as XML wants it"),
    (r"[Uu]nsupported encoding:? ([^\s,]+)", "the encoding {0} is not known; deliver UTF-8"),
    (r"Document is empty|Start tag expected|no element found", "no element begins in it"),
    (r"Extra content", "something stands behind the end of the root element"),
    (r"[Dd]epth", "elements lie more than 256 deep"),
    (r"[Ll]imit exceeded|[Hh]uge|too long|too large", "a text or name in it is longer than 10 million letters"),
    (r"DOCTYPE|ENTITY|[Ee]ntity|subset|PEReference|Space required|markup declaration", "the document type “<!DOCTYPE…” is not written as XML wants it"),
    (r"expected", "a tag or declaration is not closed by “>”, or lacks a sign"),
)  # fmt: skip
BYTES = re.compile(r"Invalid bytes|not proper|[Ee]ncod|multi-byte|conversion|Char 0xFFFE")

# What zipfile, gzip, zlib, tarfile and openpyxl say.
PACKED = (
    (r"not a zip file|central directory|end-of-central", "its list of files, which stands at the end, is missing or damaged"),
    (r"compression method|compression type|zip file version", "it is packed by a method that is not opened; pack it by the usual one (Deflate)"),
    (r"password|encrypted", "it is encrypted; deliver it without a password"),
    (r"CRC|Incorrect length", "what it holds does not agree with its checksum"),
    (r"magic number|differ|[Oo]verlap|header|offset", "its list of files does not agree with what is in it"),
    (r"end of data|end-of-stream|ended before|incomplete|EOF|[Tt]runcated", "it ends early"),
    (r"Not a gzipped file", "something stands behind the end of the packed bytes"),
    (r"decompress|Corrupt|invalid (?:block|stored|distance|code)", "the packed bytes are damaged"),
    (r"no item named '([^']{1,80})'", "its part {0} is missing"),
    (r"list index out of range", "a cell or style refers to one that is not there"),
    (r"not a valid (?:coordinate|column|row)", "a cell has no place in the sheet"),
)  # fmt: skip


class Said(tarfile.ReadError):
    """A fault of an archive that has been put into words already."""


def of_xml(said: str, encoding: str) -> str:
    """Return what is wrong with XML, of which libxml2 says `said`; `encoding` is the one the document is read in."""
    if known := _known(XML, said):
        return known
    return f"bytes that are not {encoding}" if BYTES.search(said) else "something in it breaks the rules of XML"


def of_archive(error: Exception) -> str:
    """Return what is wrong with an archive or workbook whose library raised `error`."""
    if isinstance(error, Said):
        return str(error)
    if isinstance(error, SyntaxError):  # of both XML parsers openpyxl may use
        return "a part of it is not well-formed XML"
    return _known(PACKED, str(error)) or "something in it is not as its format wants it"


def _known(faults: tuple[tuple[str, str], ...], said: str) -> str:
    for pattern, plain in faults:
        if found := re.search(pattern, said):
            return plain.format(*map(shown, found.groups()))
    return ""
