"""A result as the list shows it: which title leads, which number and name stand for the record, why it matched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from ingest.models import Finding
from portal.pages.question import Question
from portal.pages.wording import kind_words, written_language
from portal.records.models import Party, Publication, Record, Role, Scheme
from portal.standards import languages
from search.answer import Answer, Hit, Match, Piece, Place
from search.fields import BY_NAME

OWNERS = (Role.OWNER, Role.APPLICANT)  # who stands for the record: the owner where one is named


@dataclass(frozen=True)
class Passage:
    """Where a result matched best: `Claim 1 · Thai · office text`, and the words."""

    words: str
    language: str
    machine: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Entry:
    """One result. `lead` is the English title where there is one, else the original; `original` is shown under it.

    `why` is part of the query → places, in words; `family` the others found of its family, each with its address.
    """

    place: int
    address: str
    record: Record
    lead: tuple[Piece, ...]
    lead_language: str
    lead_machine: bool
    original: tuple[Piece, ...]
    original_language: str
    untranslated: bool
    kind: str
    number: str
    kind_inferred: bool
    published: dt.date | None  # the publication of this number
    applicant: str
    applicant_language: str
    ipc: tuple[str, ...]
    passages: tuple[Passage, ...]
    why: tuple[tuple[str, tuple[str, ...]], ...]
    family: tuple[tuple[str, str], ...]
    taken_back: bool  # a delivery takes a document of it back


def entries(answer: Answer, question: Question, first: int) -> list[Entry]:
    """Return the results of a page, numbered from `first`."""
    query = urlencode(question.parameters())
    back = Finding.taken_back(hit.record for hit in answer.hits)
    return [entry(hit, place, query, back) for place, hit in enumerate(answer.hits, first)]


def entry(hit: Hit, place: int, query: str = "", back: Container[str] = ()) -> Entry:
    """Return one result; `query` is what its page goes back to, `back` the ids of records of which something was taken back."""
    record, publication = hit.record, latest(hit.record.publications.all())
    party = named(record.parties.all())
    translated = bool(hit.english)
    return Entry(
        place=place,
        address=_address(record.id, query),
        record=record,
        lead=hit.english or hit.title,
        lead_language="en" if translated else hit.title_language,
        lead_machine=hit.english_origin == "machine",
        original=hit.title if translated and hit.title_language != "en" else (),
        original_language=hit.title_language,
        untranslated=not translated and bool(hit.title) and hit.title_language != "en",
        kind=kind_words(record),
        number=publication.numbered if publication else record.number,
        kind_inferred=record.kind_inferred,
        published=publication.date if publication else None,
        applicant=party.name if party else "",
        applicant_language=written_language(party.name, record.office.languages) if party else "",
        ipc=tuple(one.symbol for one in record.classifications.all() if one.scheme == Scheme.IPC),
        # A title that matched stands above with its marks.
        passages=tuple(_passage(match) for match in hit.matched if match.field != "title"),
        family=tuple((record_id, _address(record_id, query)) for record_id in hit.family),
        taken_back=record.id in back,
        why=tuple((reason.query, tuple(map(place_words, reason.places))) for reason in hit.why),
    )


def _address(record_id: str, query: str) -> str:
    return f"/records/{record_id}?{query}" if query else f"/records/{record_id}"


def place_words(place: Place) -> str:
    """Return a place that matched in words: `Claims 1, 3 · Thai`, `Title · English · machine`, `IPC class C01B33`."""
    label = BY_NAME[place.field].label if place.field in BY_NAME else place.field.replace("_", " ")
    if place.labels and not place.language:
        label = f"{label}: {', '.join(place.labels)}"
    elif place.labels:
        label = f"{'Claims' if len(place.labels) > 1 else 'Claim'} {', '.join(place.labels)}"
    said = f"{label[:1].upper()}{label[1:]}{' and more' if place.more else ''}"
    return " · ".join(filter(None, (said, languages.name(place.language), place.origin)))


def _passage(match: Match) -> Passage:
    where = (
        f"Claim {match.label}" if match.field == "claims" and match.label else BY_NAME[match.field].label.capitalize()
    )
    origin = "machine" if match.origin == "machine" else "office text"
    words = " · ".join(part for part in (where, languages.name(match.language), origin) if part)
    language = match.language or written_language("".join(piece.text for piece in match.pieces))
    return Passage(words, language, match.origin == "machine", match.pieces)


def latest(publications: Iterable[Publication]) -> Publication | None:
    """Return the publication that was published last; of several without a date the last one delivered."""
    return max(publications, key=lambda one: (one.date is not None, one.date, one.pk), default=None)


def named(parties: Iterable[Party]) -> Party | None:
    """Return the first owner, else the first applicant."""
    found = [(OWNERS.index(Role(party.role)), party.sequence, party) for party in parties if party.role in OWNERS]
    return min(found, key=lambda one: one[:2])[2] if found else None
