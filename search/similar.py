"""Records like one record: sought by the words that tell it from the others, in the fields where it has them, and by its classes.

A class counts by how few records are in it, and so does each above it down from the subclass. Words that tell far less than the
most telling word or class are left out: beside `A22C 21/04`, “device” says nothing.

The words are weighed by tf-idf over the index itself, within the records that have text in the same language: whatever a quarter
of them hold is left out, and the function words of the language, which in a small index few may hold. The words become an ordinary clause, so that both engines answer the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.records.models import Record, Scheme
from portal.standards.classes import ipc_path
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
_MOST_SYMBOLS = 5  # of the record's classes, the first ones
_TELLING = 0.4  # of the most telling word or class; what tells less is not sought
_RARE = 2  # records that have a word: what this record alone has finds no other


@dataclass(frozen=True)
class Similar:
    """The ids of similar records, the likest first, and the words and classes they were sought by, the most telling first."""

    ids: tuple[str, ...]
    words: tuple[str, ...]
    classes: tuple[str, ...] = ()


def similar(index: Engine, record: Record, size: int) -> Similar:
    """Return records like one (its rows prefetched or not) outside its family. Raises EngineDown."""
    told = telling(index, record)
    classes = {symbol: weight for (name, symbol), weight in told.items() if name == "ipc"}
    chosen = [one for one in told if one[0] != "ipc"][:MOST_WORDS]
    if not (chosen or classes):
        return Similar((), ())
    by_words = [c.Words(name, (word,), _boost(name)) for name, word in chosen]
    sought = c.AnyOf((*by_words, *(c.In("ipc", (symbol,), weight) for symbol, weight in classes.items())))
    found = index.search(Question(sought, {"family": c.Without(c.In("family", (family(record),)))}, size=size))
    return Similar(found.ids, tuple(dict.fromkeys(word for _, word in chosen)), tuple(map(_written, classes)))


def telling(index: Engine, record: Record) -> dict[tuple[str, str], float]:
    """Return the telling words and classes of a record as (index field, word) → weight, the weightiest first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for text in heard(record):
        if (name := index_field(text)) in counts:
            counts[name].update(word for paragraph in text.paragraphs for word in _words(paragraph["t"], text.language))
    likely = {
        name: sorted(found, key=lambda word: (-found[word], word))[:MOST_WEIGHED] for name, found in counts.items()
    }
    steps = _steps(record)
    asked = {name: every for name in FIELDS for every in [_alike(likely, name)] if every}
    held = index.frequencies({**asked, "ipc": steps} if steps else asked)
    having = [*(_having(record, name) for name in FIELDS), c.In("has", ("ipc",))]
    with_text = dict(zip((*FIELDS, "ipc"), index.totals(having), strict=True))
    shares = {("ipc", step): _share(held["ipc"].get(step, 0), with_text["ipc"]) for step in steps}
    for name, chosen in likely.items():
        for word in chosen:
            parts = _of_one_language(name)
            shares[name, word] = max(_share(held.get(part, {}).get(word, 0), with_text[part]) for part in parts)
    tells = {
        (name, word): math.log(1 / share)
        for (name, word), share in shares.items()
        if held.get(name, {}).get(word, 0) >= _RARE and share <= _COMMON
    }
    least = _TELLING * max(tells.values(), default=0)
    weights = {
        one: told * (1 + math.log(counts[one[0]][one[1]])) * _boost(one[0]) if one[0] in counts else told
        for one, told in tells.items()
        if told >= least
    }
    return dict(sorted(weights.items(), key=lambda one: (-one[1], one[0])))


def _steps(record: Record) -> list[str]:
    """Return the first classes of a record and those above them, as the index holds them, from the subclass down."""
    symbols = [row.symbol for row in record.classifications.all() if row.scheme == Scheme.IPC][:_MOST_SYMBOLS]
    return list(dict.fromkeys(step for symbol in symbols for step in ipc_path(symbol)[2:]))


def _written(step: str) -> str:
    """Return a class of the index as it is written: `A22C 21/04`."""
    return f"{step[:4]} {step[4:]}".strip()


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


def _boost(name: str) -> float:
    return BY_NAME[name.removesuffix("_en")].boost
