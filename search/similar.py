"""Records like one record: sought by the words that tell it from the others, in the fields where it has them.

The words are weighed by tf-idf over the index itself and become an ordinary clause, so that both engines answer the same.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from portal.records.models import Record
from search import clauses as c
from search.analysis import words
from search.documents import heard, index_field
from search.engines.base import Engine, Question
from search.families import family
from search.fields import BY_NAME

FIELDS = ("title", "title_en", "abstract", "abstract_en", "claims", "claims_en")
MOST_WORDS = 25  # sought
MOST_WEIGHED = 60  # of each field, those that stand there most often
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
            counts[name].update(word for paragraph in text.paragraphs for word in _words(paragraph["t"]))
    likely = {
        name: sorted(found, key=lambda word: (-found[word], word))[:MOST_WEIGHED] for name, found in counts.items()
    }
    held = index.frequencies(likely)
    [records] = index.totals([c.Everything()])
    weights = {
        (name, word): _weight(counts[name][word], count, records) * _boost(name)
        for name, found in held.items()
        for word, count in found.items()
        if count >= _RARE
    }
    return sorted(weights, key=lambda one: (-weights[one], one))[:MOST_WORDS]


def _words(text: str) -> list[str]:
    """Return the terms that can tell anything: no numbers, as those of claims and figures, and no single letters."""
    return [word for word in words(text) if len(word) > 1 and not word.isdigit()]


def _weight(standing: int, holding: int, records: int) -> float:
    return (1 + math.log(standing)) * math.log(1 + records / holding)


def _boost(name: str) -> float:
    return BY_NAME[name.removesuffix("_en")].boost
