"""The records found, read from the store in a handful of queries, with marks and what matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Prefetch

from portal.records.models import Origin, Part, Record, Text
from search.answer import Hit, Match, Piece
from search.documents import heard, index_field
from search.highlight import Marker, snippet

_TITLES_AND = (Part.TITLE, Part.ABSTRACT, Part.CLAIMS)
_ORDER = {part: place for place, part in enumerate(Part.values)}


def hits(ids: Sequence[str], marker: Marker) -> tuple[Hit, ...]:
    """Return the hits in the order of `ids`; a record no longer in the store is left out.

    Each record has its office, publications, parties, classifications and the texts of title, abstract and claims (the
    description too, where it was searched) prefetched.
    """
    parts = [*_TITLES_AND, *([Part.DESCRIPTION] if {"description", "description_en"} & marker.fields else [])]
    found = (
        Record.objects.select_related("office")
        .prefetch_related(
            "publications", "parties", "classifications", Prefetch("texts", Text.objects.filter(part__in=parts))
        )
        .in_bulk(list(ids))
    )
    return tuple(_hit(found[record_id], marker) for record_id in ids if record_id in found)


def _hit(record: Record, marker: Marker) -> Hit:
    titles = [text for text in record.texts.all() if text.part == Part.TITLE]
    original = min(
        (text for text in titles if text.language != "en"), key=lambda text: _rank(record, text), default=None
    )
    english = min(
        (text for text in titles if text.language == "en"), key=lambda text: _rank(record, text), default=None
    )
    return Hit(
        record=record,
        title=_marked(original, marker),
        title_language=original.language if original else "",
        english=_marked(english, marker),
        english_origin=english.origin if english else "",
        matched=tuple(_matches(record, marker)),
    )


def _rank(record: Record, text: Text) -> tuple[bool, int, int]:
    """Sort the office's words first, then its languages in its own order, then the latest."""
    languages = record.office.languages
    place = languages.index(text.language) if text.language in languages else len(languages)
    return text.origin != Origin.OFFICE, place, -text.as_of.toordinal()


def _marked(text: Text | None, marker: Marker) -> tuple[Piece, ...]:
    return marker.pieces(text.content, index_field(text)) if text else ()


def _matches(record: Record, marker: Marker) -> Iterator[Match]:
    """Yield the best passage of each part, language and origin, original before English, then the names that matched."""
    best: dict[tuple[int, bool, str, str], tuple[int, Match]] = {}
    for text in heard(record):
        key = (_ORDER[text.part], text.language == "en", text.language, text.origin)
        so_far = best.get(key, (0, None))[0]
        if found := _best_passage(text, marker, so_far):
            best[key] = found
    yield from (best[key][1] for key in sorted(best))
    for party in record.parties.all():
        field = "inventor" if party.role == "inventor" else "applicant"
        count, spans = marker.found(party.name, field)
        if count and party.role != "agent":
            yield Match(field, "", "", Origin.OFFICE.value, snippet(party.name, spans))


def _best_passage(text: Text, marker: Marker, so_far: int) -> tuple[int, Match] | None:
    """Return the passage with more of the query than `so_far` and than the others, the first of equals."""
    field = index_field(text)
    # The most promising are looked at first, so that few need to be cut into words.
    promising = sorted(
        (-marker.at_most(paragraph["t"], field), place) for place, paragraph in enumerate(text.paragraphs)
    )
    best: tuple[int, int, list[tuple[int, int]]] = (-so_far, -1, [])
    for most, place in promising:
        if (most, place) > best[:2]:
            break
        count, spans = marker.found(text.paragraphs[place]["t"], field)
        best = min(best, (-count, place, spans))
    if not best[2]:
        return None
    paragraph = text.paragraphs[best[1]]
    label = paragraph["n"] if text.part == Part.CLAIMS else ""
    return -best[0], Match(text.part, label, text.language, text.origin, snippet(paragraph["t"], best[2]))
