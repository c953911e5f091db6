"""Records like one record: sought by the words that tell it from the others, in the fields where it has them.

The words are weighed by tf-idf over the index itself, within the records that have text in the same language: whatever a quarter
of them hold is left out, and the function words of the language, which in a small index few may hold. The words become an ordinary clause, so that both engines answer the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.records.models import Record
from search import clauses as c
from search.analysis import words
from search.analysis.function_words import function_words
from search.documents import heard, index_field
from search.engines.base import Engine, Question
from search.families import family
from search.fields import BY_NAME

FIELDS = ("title", "title_en", "abstract", "abstract_en", "claims", "claims_en")
MOST_WORDS = 25  # sought
MOST_WEIGHED = 60  # of each field, those that stand there most often
# Of the records with text in a language: what more of them hold are words of the language, not of the matter.
_COMMON = 0.25
_HANDFUL = 16
_RARE = 2  # records that have a word: what this record alone has finds no other


@dataclass(frozen=True)
class Similar:
    """The ids of similar records, the likest first, and the words they were sought by, the most telling first."""

    ids: tuple[str, ...]
    words: tuple[str, ...]


def similar(index: Engine, record: Record, size: int) -> Similar:
    """Return records like one (its rows prefetched or not) outside its family. Raises EngineDown."""
    chosen = telling(index, record)
    if not chosen:
        return Similar((), ())
    sought = c.AnyOf(tuple(c.Words(name, (word,), _boost(name)) for name, word in chosen))
    found = index.search(Question(sought, {"family": c.Without(c.In("family", (family(record),)))}, size=size))
    return Similar(found.ids, tuple(dict.fromkeys(word for _, word in chosen)))


def telling(index: Engine, record: Record) -> list[tuple[str, str]]:
    """Return the most telling words of a record as (index field, word), the weightiest first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for text in heard(record):
        if (name := index_field(text)) in counts:
            counts[name].update(word for paragraph in text.paragraphs for word in _words(paragraph["t"], text.language))
    likely = {
        name: sorted(found, key=lambda word: (-found[word], word))[:MOST_WEIGHED] for name, found in counts.items()
    }
    held = index.frequencies({name: every for name in FIELDS for every in [_alike(likely, name)] if every})
    with_text = dict(zip(FIELDS, index.totals([_having(record, name) for name in FIELDS]), strict=True))
    weights: dict[tuple[str, str], float] = {}
    for name, chosen in likely.items():
        for word in chosen:
            share = max(_share(held.get(part, {}).get(word, 0), with_text[part]) for part in _of_one_language(name))
            if held.get(name, {}).get(word, 0) >= _RARE and share <= _COMMON:
                weights[name, word] = _weight(counts[name][word], share) * _boost(name)
    return sorted(weights, key=lambda one: (-weights[one], one))[:MOST_WORDS]


def _words(text: str, language: str) -> list[str]:
    """Return the terms that can tell anything: no function words, no numbers, as those of claims and figures, no single letters."""
    small = function_words(language)
    return [word for word in words(text) if len(word) > 1 and not word.isdigit() and word not in small]


def _of_one_language(name: str) -> list[str]:
    """Return the fields with text in the same language: what is common in abstracts tells little in a title."""
    return [part for part in FIELDS if part.endswith("_en") == name.endswith("_en")]


def _alike(likely: Mapping[str, Sequence[str]], name: str) -> set[str]:
    """Return the words weighed in any field of the same language."""
    return {word for part in _of_one_language(name) for word in likely[part]}


def _having(record: Record, name: str) -> c.Clause:
    """Return the clause for records with text in a field, in the languages of this record or in English."""
    part = name.removesuffix("_en")
    if name != part:
        return c.In("has", (f"{part}.en",))
    spoken = {text.language for text in heard(record)} - {"en"}
    return c.In("has", tuple(sorted(f"{part}.{language}" for language in spoken)))


def _share(holding: int, records: int) -> float:
    """Return the part of the records that have a word; of a handful of records nothing is known to be common."""
    return min(holding / max(records, _HANDFUL), 1)


def _weight(standing: int, share: float) -> float:
    return (1 + math.log(standing)) * math.log(1 / share)


def _boost(name: str) -> float:
    return BY_NAME[name.removesuffix("_en")].boost
