"""The records found, read from the store in a handful of queries, with marks and what matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import Prefetch

from portal.records.models import Origin, Part, Record, Text
from search.answer import Hit, Match, Piece, Place
from search.documents import heard, index_field
from search.highlight import Hit as Found
from search.highlight import Marker, meaning, merged, snippet
from search.why import Seen, Why

_ORDER = {part: place for place, part in enumerate(Part.values)}

_Key = tuple[int, bool, str, str]


def hits(ids: Sequence[str], marker: Marker, why: Why, families: Mapping[str, tuple[str, ...]]) -> tuple[Hit, ...]:
    """Return the hits in the order of `ids`; a record no longer in the store is left out. `families` is id → other members.

    Each record has its office, publications, parties, classifications, titles and the texts that were searched (related
    numbers too, where values were) prefetched.
    """
    parts = [part for part in Part.values if part == Part.TITLE or {part, f"{part}_en"} & marker.fields]
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
    return tuple(
        _hit(found[record_id], marker, why, families.get(record_id, ())) for record_id in ids if record_id in found
    )


def _hit(record: Record, marker: Marker, why: Why, family: tuple[str, ...]) -> Hit:
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
        family=family,
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
    for text in sorted(heard(record), key=_key):
        so_far = best.get(_key(text), (0, None))[0]
        if found := _best_passage(text, marker, so_far, seen):
            best[_key(text)] = found
    yield from (match for _, match in best.values())
    for party in record.parties.all():
        field = "applicant" if party.role == "owner" else party.role
        for name in dict.fromkeys((party.name, party.name_latin)):
            if named := marker.hits(name, field):
                seen.note(Place(field, labels=(name,)), field, named)
                yield Match(field, "", "", Origin.OFFICE.value, snippet(name, merged(named)))


def _key(text: Text) -> _Key:
    return _ORDER[text.part], text.language == "en", text.language, text.origin


def _best_passage(text: Text, marker: Marker, so_far: int, seen: Seen) -> tuple[int, Match] | None:
    """Return the passage with more of the query than `so_far` and than the others, the first of equals.

    Of the others so many are read that `seen` knows a place in this text for everything of the query that is in it.
    """
    field = index_field(text)
    possible = []
    for paragraph in text.paragraphs:
        possible.append(marker.possible(paragraph["t"], field))
        if marker.fits_whole(paragraph["t"], field):
            break  # no later passage is better
    unseen = frozenset[object]().union(*possible)
    best: tuple[int, int, list[Found]] = (-so_far, -1, [])
    # The most promising are looked at first, so that few need to be cut into words.
    for most, place in sorted((-len(keys), place) for place, keys in enumerate(possible)):
        if (most, place) > best[:2] and unseen.isdisjoint(possible[place]):
            continue
        found = marker.hits(text.paragraphs[place]["t"], field)
        seen.note(_place(text, place), field, found)
        unseen -= {meaning(leaf) for leaf, _ in found}
        best = min(best, (-len(found), place, found), key=lambda one: one[:2])
    if not best[2]:
        return None
    pieces = snippet(text.paragraphs[best[1]]["t"], merged(best[2]))
    return -best[0], Match(text.part, _label(text, best[1]), text.language, text.origin, pieces)


def _label(text: Text, place: int) -> str:
    """Return the number of a claim; paragraphs of other parts are not named."""
    return str(text.paragraphs[place]["n"]) if text.part == Part.CLAIMS else ""


def _place(text: Text, place: int) -> Place:
    label = _label(text, place)
    return Place(text.part, text.language, text.origin, (label,) if label else ())
