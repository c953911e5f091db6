"""Writing lists of publications in the two forms of WIPO ST.37: text, and XML of the DTD flavour V2.2."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
from collections.abc import Iterable, Iterator

from portal.records.models import AuthorityEntry

TEXT_PARTS = ("abstract", "description", "claims")  # fields f to h of the text form
XML_PARTS = ("description", "claims", "abstract")  # the order in which the XML form has them
NOT_SEARCHABLE = '<not-searchable-code code="N"/>'
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(entries: Iterable[AuthorityEntry]) -> Iterator[str]:
    """Yield the text form, a line an entry: office, number, kind, date, exception, searchable abstract, description, claims."""
    for entry in entries:
        line = io.StringIO()
        searchable = [_codes(entry, part) for part in TEXT_PARTS]
        row = [entry.office_id, entry.number_original, entry.kind, _date(entry.date), entry.exception, *searchable]
        csv.writer(line).writerow(row)
        yield line.getvalue()


def xml(office: str, entries: Iterable[AuthorityEntry], produced: dt.date) -> Iterator[str]:
    """Yield the XML form piece by piece; `differential`, since a list of what is missing is not a whole authority file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<authority-file{_attributes(country=office, date_produced=_date(produced))}>\n"
    definition = _attributes(grouped_af_indicator="no", update_af_category="differential")
    yield f"<authority-file-definition{definition}/>\n"
    for entry in entries:
        yield _entry(entry)
    yield "</authority-file>\n"


def _entry(entry: AuthorityEntry) -> str:
    document = _element("country", entry.office_id) + _element("doc-number", entry.number_original)
    document += _element("kind", entry.kind) + _element("date", _date(entry.date))
    exception = _element("exception-code", entry.exception)
    codes = "".join(_searchable(part, entry.searchable[part]) for part in XML_PARTS if part in entry.searchable)
    reference = f"<publication-reference><document-id>{document}</document-id></publication-reference>"
    return f"<authority-file-entry>{reference}{exception}{codes}</authority-file-entry>\n"


def _searchable(part: str, languages: list[str]) -> str:
    codes = "".join(_element("searchable-language-code", code) for code in languages)
    return f"<searchable-{part}-code>{codes or NOT_SEARCHABLE}</searchable-{part}-code>"


def _element(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>" if value else ""


def _attributes(**values: str) -> str:
    return "".join(f' {name.replace("_", "-")}="{_escaped(value)}"' for name, value in values.items())


def _escaped(value: str) -> str:
    """Return a value fit for XML; characters that XML cannot carry at all become the replacement character."""
    return html.escape(NOT_XML.sub("\ufffd", value))


def _codes(entry: AuthorityEntry, part: str) -> str:
    """Return the languages a part is searchable in, `N` for none, empty where the office says nothing."""
    return " ".join(entry.searchable[part]) or "N" if part in entry.searchable else ""


def _date(value: dt.date | None) -> str:
    return f"{value:%Y%m%d}" if value else ""
