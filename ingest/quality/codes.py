"""Every code a finding may have: those of the checks, and those of the steps before a document can be checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.quality import across, checks


class Code(NamedTuple):
    """A code, its severity, what it says, and what the office can do; where the severity depends, each it may have stands there, the gravest first."""

    code: str
    severity: str
    means: str
    do: str


_BEFORE = """
DELIVERY | critical | The delivery could not be read to its end. | Read the sentence; correct the file and send it again.
HELD-CUT | critical | A file of the delivery ends early, is damaged, or has a fault behind which no more of it can be read. | Read the sentence; correct the file, or send the whole file again; or release the delivery, and what can be read of it is stored.
HELD-COLUMN | critical | A table or file has no column or key for what every record should have, or a head that its rows do not fit; none of it is stored. | Name it as before, or add its new name to the mapping; let rows and head have as many cells.
HELD-COUNT | critical | Fewer or more documents came than the office is expected to send, or none. | See whether the delivery is whole, then release or reject it.
HELD-FILL | critical | Fewer documents have an element than the office is expected to send. | See whether a field was left out, then release or reject it.
HELD-QUARANTINE | critical | More documents cannot become records than is expected. | See why, then release or reject it.
OFFICE-NONE | error | A document does not say which office it is of, or names none of WIPO ST.3. | Ingest again with `--office CC`.
NUM-NONE | error | A document has no application number; it is in quarantine. | Deliver the application number (INID 21).
NUM-BAD | error | The application number cannot be read; the document is in quarantine. | Correct the number.
NUM-CHECK | error | The check digit of the application number is wrong. | Compare the number with the file.
NUM-FORMS | warning | A number is given in two forms, the exchange's and the office's own, that are not one number. | Correct the one that is wrong.
NUM-COUNTRY | warning | The application number is said to be of another office than the document. | Correct the country code that is wrong.
NUM-DATE | warning | A number and a day stand in one field; they were read apart. | Deliver each in a field of its own.
NUM-SEVERAL | warning | Several numbers stand in one field; each was read. | Deliver each in a field of its own.
EVENT-VOIDS | warning | An annulment does not say in a known form what it annuls. | See the status of the record; tell the form of the remark so that it can be added.
EVENT-KIND | warning | The kind code printed with an event is not of what the event publishes; that of the event is kept. | Correct the kind code or the code of the event.
NUM-PUB | error | A publication number cannot be read; the publication was left out. | Correct the number.
PUB-TWICE | warning | A document names one publication twice, with different dates; the later named is kept. | Deliver each publication once.
PUB-OLDER | warning | A document mentions, as its own, a publication under another number that is older than its filing; it is kept as that of a related file. | See whether the date of filing is right; deliver the relation to the other file.
NUM-RELATED | warning | The number of a priority or parent cannot be read; it was left out. | Correct the number, or leave the field empty.
DATE-ASOF | warning | The date of publication of the document cannot be read. | Write dates as YYYY-MM-DD.
DATE-FILING | warning | The filing date is a placeholder, impossible, of the Hijri calendar or in no known style. | Write dates as YYYY-MM-DD of the Gregorian calendar.
DATE-GRANT | warning | The grant date cannot be read. | As for DATE-FILING.
DATE-EXPIRY | warning | The date of expiry cannot be read. | As for DATE-FILING.
DATE-PUB | warning | A publication date cannot be read. | As for DATE-FILING.
DATE-EVENT | warning | The date of a legal event cannot be read. | As for DATE-FILING.
DATE-RELATED | warning | The date of a priority or parent cannot be read. | As for DATE-FILING.
EVENT-DATE | error | A legal event has no date and is kept without one. | Deliver the date of each event.
EVENT-UNMAPPED | warning, info | The office's profile does not say what this event means; it is a warning where it may have ended the right. | Tell what the event means so that it can be added.
STATUS-UNMAPPED | warning | The office's profile does not say what this status of the register means; the status of the right is unknown. | Tell what the status means so that it can be added.
CLASS-BAD | warning | A symbol is none of its classification; it is kept as delivered. | Correct the symbol.
LANG-NONE | info | A text names no language; that of the office is assumed. | Deliver the language of each text.
LANG-CODE | info | A language code was read as another. | Write language codes as ISO 639-1.
LANG-PROVEN | warning | The script of a text proves another language than its label; the label was corrected. | Correct the language code.
TEXT-MOJIBAKE | warning | A text was read in the wrong encoding and put right; the finding keeps what was delivered. | Export the text in UTF-8 and declare it.
VALUE-CHANGED | info | A later delivery changed a text, date, party, address, class or number; old and new are kept. | Nothing, if the change was meant.
VALUE-KEPT | info | Another delivery, mostly a newer one, has another text, date, party, address, class or number; that one is kept, and this beside it. | Nothing, if the value was changed since.
VALUE-CUT | warning | A value is longer than what is kept of its kind; its end was left out. | See whether several values stand in one field.
VALUE-TWICE | warning | One delivery gives two values of the same file or document; both are kept, one before the other. | Correct the one that is wrong, and see whether two files have one number.
VALUE-SPELLING | info | Two documents spell a value otherwise: case, blanks, diacritics or punctuation; old and new are kept. | Nothing.
READ-NEW | warning, info | The delivery has an element or column the reader does not know. | Tell what it holds so that it can be read.
READ-UNKNOWN | error | No reader knows a file of the delivery. | See `manage.py inspect`.
READ-BESIDE | info | Files of the delivery hold no documents (PDFs, images, schemas, pointers to files kept elsewhere) and were passed over. | Deliver what they show as text; nothing for pictures and schemas.
READ-ISSUE | warning | A gazette has not the number of the issue of its day. | Correct the number or the day.
OFFICE-OTHER | warning | A delivery is listed under one office, and every document in it is of another. | Ingest it again with the right --office; its documents stay as they are.
READ-COUNT | warning | A file says that it holds another number of documents than are in it. | Send the whole file again.
READ-DAMAGED | error | A file is damaged, too large or nested too deeply. | Pack and send it again.
READ-XML | error | A document is not well-formed XML; it is in quarantine. | Correct it and send it again.
READ-JSON | error | A document is not JSON; it is in quarantine. | Correct it and send it again.
READ-DEEP | error | A document is nested too deeply. | Send it in the documented form.
READ-BYTES | error | Bytes are not of the encoding of the file. | Export the file in UTF-8.
READ-TABLE | error | A table has not the columns its mapping expects. | Compare the header with the mapping.
READ-HEAD | warning | The head of a table stands among its rows: tables were put together. | Deliver each by itself, or nothing where the rows are right.
READ-COLUMN | critical, warning | No column or key holds a value every record should have: one is renamed. | Name it as before, or add its new name to the mapping.
READ-ROW | error | A row of a table cannot be read. | Correct the row.
READ-WIDTH | critical, error, warning | A row has more or fewer cells than the header; where most have fewer, nothing of the table is stored. | Check for separators within a value or a name of the header.
READ-ENCODING | info | A table or text is not in UTF-8. | Nothing where its letters look right; else deliver it in UTF-8.
READ-EMPTY | warning, info | A table has no rows, or a file no records. | Nothing, if there was nothing to deliver; else deliver it again.
READ-OTHER | error, warning | A value is passed over as it is of another record or form. | Nothing.
READ-VALUE | warning | A value is not in the form the mapping expects, is one of several where one is wanted, or lacks what it belongs to. | Correct the value, or deliver what is missing.
READ-RIGHT | error | The type of right is not one the mapping knows. | Correct it, or add it to the mapping.
READ-TWICE | warning | An INID code stands twice in one document. | Check whether two documents run into one.
READ-LACKS | info | An INID code every document has is missing. | Check the page.
READ-MANY | error | A list is longer than can be read; the rest was left out. | Split the record.
READ-NONE | warning | An answer of OPS holds no document. | Nothing.
TEXT-TITLES | warning | An invention has two titles in one language. | Deliver one, or each with its language.
TEXT-PARTLY | warning | A part came partly as page images, which cannot be searched, and partly as text. | Deliver the whole text.
TEXT-PICTURES | info | Pictures stand in a text, mostly formulas and tables; what they show cannot be searched. | Deliver formulas and tables as text.
READ-TAKEN-BACK | warning | A delivery takes back a document; what earlier ones said of it is kept, and the record says so beside its status. | Nothing, or deliver the record as it now is.
READ-DELETE | warning | A delivery takes back a value; what earlier ones said of it is kept. | Nothing, or deliver the record as it now is.
READ-PLACEHOLDER | info | A placeholder was taken as empty. | Leave the field out.
READ-CLAIM-NUMBER | warning | A claim number is missing or repeated; the claims were numbered by their position. | Deliver each claim with its number.
AF-TWICE | warning | An authority file lists a publication twice. | List each once.
AF-OFFICE | error | An authority file lists a publication of another office. | Take it out.
AF-NUMBER | error | A number of an authority file cannot be read. | Correct the number.
AF-NEVER | error | A document is held that an authority file says never was one. | Correct the exception code, or say what the document is.
AF-DAY | warning | A document is held with another day of publication than an authority file has. | Compare both with the document.
AF-KIND | warning | A number is held under a kind code that an authority file does not have for it. | Compare both with the document.
AF-UNLISTED | warning | A document is held that an authority file does not list, though it covers the time. | Add it to the list.
AF-DATE | warning | A date of an authority file cannot be read. | Write dates as WIPO ST.37 says.
"""
BEFORE = tuple(Code(*(cell.strip() for cell in row.split(" | "))) for row in _BEFORE.strip().splitlines())
PAGE = """# Findings

What a finding's code says, and what to do about it. A finding changes nothing and stops nothing, but where it says so. This page
is made from the tables of the checks: `python manage.py findings > docs/findings.md`.

| severity | meaning |
|---|---|
| critical | the delivery could not be used |
| error | a value is wrong or missing that a searcher relies on |
| warning | something is probably wrong |
| info | worth knowing; said once where it holds of most documents of a batch |
"""


def every() -> Iterator[tuple[str, tuple[Code, ...]]]:
    """Yield the codes under their headings: by the room of the check, and of the steps before."""
    for name, rows in checks.ROOMS.items():
        yield name, tuple(Code(c.code, c.severity, c.means, c.do) for c in rows)
    yield "Between documents", tuple(Code(c.code, c.severity, c.means, c.do) for c in across.CHECKS)
    yield "While reading, normalising and storing", BEFORE


def page() -> str:
    """Return docs/findings.md."""
    parts = [PAGE]
    for heading, rows in every():
        table = [f"| {row.code} | {row.severity} | {row.means} | {row.do} |" for row in rows]
        parts.append(
            "\n".join(
                [
                    f"## {heading}",
                    "",
                    "| code | severity | what it says | what to do |",
                    "|---|---|---|---|",
                    *table,
                    "",
                ]
            )
        )
    return "\n".join(parts)
