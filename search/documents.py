"""From rows of the store to the documents of the index."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Prefetch

from portal.records.models import Classification, Origin, Party, Record, RelatedNumber, Relation, Role, Scheme, Text
from portal.standards import classes
from search.analysis import syllables, words
from search.engines.base import Document
from search.engines.schema import KEYS, SENTINEL, SYLLABLES
from search.families import family
from search.resolve import day_number

CHUNK = 500  # records written together
AT_ONCE = 100  # records read together: the full texts of many are much to hold at a time
_EPOCH = dt.date(1800, 1, 1).toordinal()
_LAST_DAY = 0x1FFFF  # 17 bits of days, to 2158
_OWN_BITS = 46
# Which related numbers are sought as what: PCT publications beside the record's own, since `wo=` means them; those of parent
# files as any number only.
_RELATED = {
    Relation.PRIORITY: "priority_number",
    Relation.PCT_APPLICATION: "priority_number",
    Relation.PCT_PUBLICATION: "cited_publication_number",
    Relation.DIVIDED_FROM: "related_number",
    Relation.ADDITION_TO: "related_number",
    Relation.RELATED: "related_number",
}
_DATED = {"filed": "filing_date", "priority_date": "priority_date"}  # field of days → the element a record has with it
_NAMES = {Role.APPLICANT: "applicant", Role.OWNER: "applicant", Role.INVENTOR: "inventor", Role.AGENT: "agent"}


def documents(record_ids: Sequence[str]) -> Iterator[Document]:
    """Yield the documents of the records that exist, in the order of their ids: seven queries for every 100 records."""
    wanted = sorted(set(record_ids))
    for start in range(0, len(wanted), AT_ONCE):
        rows = Record.objects.filter(id__in=wanted[start : start + AT_ONCE]).order_by("id")
        for record in rows.prefetch_related("publications", *_ELEMENTS):
            yield document(record)


# Only what is indexed is read: addresses, comments and originals stay in the store.
_ELEMENTS = (
    Prefetch("texts", Text.objects.only("record", "part", "language", "origin", "paragraphs", "document", "as_of")),
    Prefetch("parties", Party.objects.only("record", "role", "name", "name_latin", "sequence")),
    Prefetch("classifications", Classification.objects.only("record", "scheme", "symbol", "sequence")),
    Prefetch(
        "relatednumbers",
        RelatedNumber.objects.only("record", "relation", "office_code", "number_key", "sequence", "date"),
    ),
)


def document(record: Record) -> Document:
    """Return a record with its prefetched rows as an engine stores it."""
    return Document(
        id=record.id,
        texts=_texts(record),
        keywords=keywords(record),
        dates=dates(record),
        keys=order_keys(record.id, record.publication_date, record.filing_date),
    )


def order_keys(record_id: str, published: dt.date | None, filed: dt.date | None) -> dict[str, int]:
    """Return the keys a record is sorted by, one for each order by date."""
    return dict(zip(KEYS, (*sort_keys(record_id, published), *sort_keys(record_id, filed)), strict=True))


def sort_keys(record_id: str, date: dt.date | None) -> tuple[int, int]:
    """Return the keys for newest and oldest first: the day, then 46 bits of the id's hash, so that no two are equal."""
    own = int.from_bytes(hashlib.blake2b(record_id.encode(), digest_size=8).digest()) >> (64 - _OWN_BITS)
    day = 0 if date is None else min(max(date.toordinal() - _EPOCH, 1), _LAST_DAY - 1)
    return day << _OWN_BITS | own, (day or _LAST_DAY) << _OWN_BITS | own


def heard(record: Record) -> list[Text]:
    """Return the texts of a record that are searched: a machine's English of a part is not, once the office gave its own."""
    texts = list(record.texts.all())
    official = {text.part for text in texts if text.language == "en" and text.origin == Origin.OFFICE}
    return [text for text in texts if text.origin == Origin.OFFICE or text.part not in official]


def index_field(text: Text) -> str:
    """Return the index field of a text: English, the office's or a machine's, apart from every other language."""
    return f"{text.part}_en" if text.language == "en" else str(text.part)


def analysed(passages: Iterable[str]) -> str:
    """Return passages as terms joined by blanks; no phrase or NEAR reaches from one passage into the next."""
    return f" {SENTINEL} ".join(" ".join(words(passage)) for passage in passages)


def in_syllables(passages: Iterable[str]) -> str:
    """Return the runs of scripts without blanks in the passages, as syllables; no phrase reaches over the end of a run."""
    runs = (run for passage in passages for run in syllables(passage))
    return f" {SENTINEL} ".join(" ".join(token.term for token in run) for run in runs)


def _texts(record: Record) -> dict[str, str]:
    passages: dict[str, dict[str, None]] = {}  # each once: an A and a B publication often bring the same title
    for text in heard(record):
        found = (paragraph["t"] for paragraph in text.paragraphs)
        passages.setdefault(index_field(text), {}).update(dict.fromkeys(found))
    for party in record.parties.all():
        if field := _NAMES.get(Role(party.role)):
            names = filter(None, (party.name, party.name_latin))
            passages.setdefault(field, {}).update(dict.fromkeys(names))
    whole = {field: analysed(found) for field, found in passages.items()}
    parts = {SYLLABLES[field]: in_syllables(found) for field, found in passages.items() if field in SYLLABLES}
    return whole | {field: text for field, text in parts.items() if text}


def keywords(record: Record) -> dict[str, tuple[str, ...]]:
    """Return keyword field → values of a record with its prefetched rows."""
    texts, publications = record.texts.all(), record.publications.all()
    office = record.office_id
    found: dict[str, list[str]] = {
        "office": [office],
        "right": [record.right],
        "kind": [publication.kind for publication in publications],
        "language": [text.language for text in texts if text.origin == Origin.OFFICE],
        "status": [record.status],
        "year": [str(record.publication_date.year)] if record.publication_date else [],
        "has": list(_elements(record)),
        "application_number": _spellings(office, record.number_key),
        "publication_number": [key for row in publications for key in _spellings(office, row.number_key)],
        "priority_number": [],
        "family": [family(record)],
        "cited_publication_number": [],
        "related_number": [],
        "applicant_name": [
            " ".join(row.name.split()) for row in record.parties.all() if _NAMES.get(Role(row.role)) == "applicant"
        ],
    }
    for row in record.relatednumbers.all():
        if field := _RELATED.get(Relation(row.relation)):
            found[field] += _spellings(row.whose, row.number_key)
    for scheme in (Scheme.IPC, Scheme.CPC):
        symbols = [row.symbol for row in record.classifications.all() if row.scheme == scheme]
        found[scheme] = [step for symbol in symbols for step in classes.ipc_path(symbol)]
    found["ipc_subclass"] = [step for step in found[Scheme.IPC] if len(step) == 4]
    return {name: tuple(sorted(set(filter(None, values)))) for name, values in found.items()}


def _spellings(office: str, key: str) -> list[str]:
    """Return a key alone and with its office, one under the PCT also without its receiving office, as it is often cited."""
    without = [f"PCT{key[5:]}"] if office == "WO" and key.startswith("PCT") else []
    return [key, f"{office}{key}", *without] if key else []


def _elements(record: Record) -> Iterator[str]:
    """Yield the elements a record has, named as coverage names them: `claims`, `claims.en`, `claims.th`, `claims.en.machine`."""
    for text in heard(record):
        yield text.part
        yield f"{text.part}.{text.language}"
        if text.origin == Origin.MACHINE:
            yield f"{text.part}.{text.language}.machine"
        elif text.language != "en":
            yield f"{text.part}.original"
    for scheme in {row.scheme for row in record.classifications.all()}:
        yield str(scheme)
    roles = {Role(row.role) for row in record.parties.all()}
    yield from map(str, roles)
    if Role.OWNER in roles:
        yield "applicant"
    yield from (_DATED[name] for name in dates(record) if name in _DATED)


def dates(record: Record) -> dict[str, tuple[int, ...]]:
    """Return date field → days of a record with its prefetched rows, as YYYYMMDD."""
    published = [row.date for row in record.publications.all() if row.date]
    filed = [record.filing_date] if record.filing_date else []
    priorities = [row.date for row in record.relatednumbers.all() if row.relation == Relation.PRIORITY and row.date]
    days = {
        "published": published or [day for day in (record.publication_date,) if day],
        "filed": filed,
        "priority_date": priorities,
    }
    return {name: tuple(sorted({day_number(day) for day in found})) for name, found in days.items() if found}
