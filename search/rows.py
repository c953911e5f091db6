"""The records found, read from the store in a handful of queries, with marks and what matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Prefetch

from portal.records.models import Origin, Part, Record, Text
from search.answer import Hit, Match, Piece, Place
from search.documents import index_field
from search.highlight import Marker, merged, snippet
from search.why import MOST_LABELS, Seen, Why

_TITLES_AND = (Part.TITLE, Part.ABSTRACT, Part.CLAIMS)
_ORDER = {part: place for place, part in enumerate(Part.values)}

_Key = tuple[int, bool, str, str]


def hits(ids: Sequence[str], marker: Marker, why: Why) -> tuple[Hit, ...]:
    """Return the hits in the order of `ids`; a record no longer in the store is left out.

    Each record has its office, publications, parties, classifications and the texts of title, abstract and claims (the
    description too, where it was searched, and related numbers, where values were) prefetched.
    """
    parts = [*_TITLES_AND, *([Part.DESCRIPTION] if {"description", "description_en"} & marker.fields else [])]
    numbers = ["relatednumbers"] if why.valued else []
    found = (
        Record.objects.select_related("office")
        .prefetch_related(
            "publications",
            "parties",
            "classifications",
            *numbers,
            Prefetch("texts", Text.objects.filter(part__in=parts)),
        )
        .in_bulk(list(ids))
    )
    return tuple(_hit(found[record_id], marker, why) for record_id in ids if record_id in found)


def _hit(record: Record, marker: Marker, why: Why) -> Hit:
    titles = [text for text in record.texts.all() if text.part == Part.TITLE]
    original = min(
        (text for text in titles if text.language != "en"), key=lambda text: _rank(record, text), default=None
    )
    english = min(
        (text for text in titles if text.language == "en"), key=lambda text: _rank(record, text), default=None
    )
    seen = Seen()
    return Hit(
        record=record,
        title=_marked(original, marker),
        title_language=original.language if original else "",
        english=_marked(english, marker),
        english_origin=english.origin if english else "",
        matched=tuple(_matches(record, marker, seen)),
        why=why.reasons(record, seen),
    )


def _rank(record: Record, text: Text) -> tuple[bool, int, int]:
    """Sort the office's words first, then its languages in its own order, then the latest."""
    languages = record.office.languages
    place = languages.index(text.language) if text.language in languages else len(languages)
    return text.origin != Origin.OFFICE, place, -text.as_of.toordinal()


def _marked(text: Text | None, marker: Marker) -> tuple[Piece, ...]:
    return marker.pieces(text.content, index_field(text)) if text else ()


def _matches(record: Record, marker: Marker, seen: Seen) -> Iterator[Match]:
    """Yield the best passage of each part, language and origin, original before English, then the names that matched.

    What was found anywhere is noted in `seen`.
    """
    best: dict[_Key, tuple[int, Match]] = {}
    for text in sorted(record.texts.all(), key=_key):
        so_far = best.get(_key(text), (0, None))[0]
        if found := _best_passage(text, marker, so_far, seen):
            best[_key(text)] = found
    yield from (match for _, match in best.values())
    for party in record.parties.all():
        field = "inventor" if party.role == "inventor" else "applicant"
        named = marker.hits(party.name, field) if party.role != "agent" else []
        if named:
            seen.note(Place(field, labels=(party.name,)), field, named)
            yield Match(field, "", "", Origin.OFFICE.value, snippet(party.name, merged(named)))


def _key(text: Text) -> _Key:
    return _ORDER[text.part], text.language == "en", text.language, text.origin


def _best_passage(text: Text, marker: Marker, so_far: int, seen: Seen) -> tuple[int, Match] | None:
    """Return the passage with more of the query than `so_far` and than the others, the first of equals."""
    field, best, claims = index_field(text), None, 0
    for paragraph in text.paragraphs:
        # Nothing more of the query is to be found, and of claims there are as many as are named.
        if so_far >= marker.most(field) and (text.part != Part.CLAIMS or claims > MOST_LABELS):
            break
        if not (found := marker.hits(paragraph["t"], field)):
            continue
        claims += 1
        label = paragraph["n"] if text.part == Part.CLAIMS else ""
        seen.note(Place(text.part, text.language, text.origin, (label,) if label else ()), field, found)
        if len(found) > so_far:
            match = Match(text.part, label, text.language, text.origin, snippet(paragraph["t"], merged(found)))
            so_far, best = len(found), match
    return None if best is None else (so_far, best)
