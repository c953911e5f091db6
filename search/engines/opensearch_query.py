"""Clauses as OpenSearch queries: plain data, no client.

Each construction is there because the obvious one differs from tantivy: only `mode: ordered` intervals (unordered ones let
a word match itself), NEAR as a filter (intervals score by a formula of their own), truncation rewritten to constant scores
(others keep the 50 best words and drop the rest silently).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from search import clauses as c
from search.engines.base import Facet, Position, Question
from search.engines.schema import DATES, GAP, KEYS, KEYWORDS, ORDERS, TEXTS

Json = dict[str, Any]
TIMEOUT = "5s"  # that each shard may seek; then it gives up
_NO_WORD = "\ue000"  # of Unicode's private use: no term holds it
_EXPANSIONS = 1024  # the most an interval may take; we refuse far below, per index and not per segment
_SHARD_SIZE = 5000  # values a shard counts of an open list, so that the most frequent are exact
# Boost of a word beside a phrase. A shard that holds none of a phrase’s words leaves its documents out of the statistics that all
# shards score with, but never for a word alone (PhraseQuery and TermQuery of Lucene).
_NEXT_TO_NOTHING = 1e-20


def settings(shards: int, replicas: int) -> Json:
    """Return settings and mapping of a generation: analysed terms parted at blanks, nothing stored but what is sorted and counted."""
    properties: Json = {
        name: {"type": "text", "analyzer": "whitespace", "position_increment_gap": GAP} for name in TEXTS
    }
    properties |= {name: {"type": "keyword"} for name in KEYWORDS}
    properties |= {name: {"type": "integer"} for name in DATES}
    properties |= {name: {"type": "long"} for name in KEYS}
    return {
        "settings": {"number_of_shards": shards, "number_of_replicas": replicas, "refresh_interval": "-1"},
        "mappings": {"dynamic": "strict", "_source": {"enabled": False}, "properties": properties},
    }


def body(question: Question) -> Json:
    """Return the search request for a question, one hit more than the page to tell whether another follows."""
    filters = {name: query(inner) for name, inner in question.filters.items()}
    asked: Json = {
        "query": query(question.clause),
        "post_filter": {"bool": {"filter": list(filters.values())}},
        "size": question.size + 1,
        "timeout": TIMEOUT,
        "track_total_hits": True,
        "track_scores": question.sort == "relevance",
        "_source": False,
        "docvalue_fields": ["family"],
        "sort": _SORTS[question.sort],
        "aggs": {facet.name: _facet(facet, filters) for facet in question.facets},
    }
    if question.after:
        asked["search_after"] = _after(question.sort, question.after)
    return asked


_SORTS: Mapping[str, list[Json]] = {
    "relevance": [{"_score": "desc"}, {"newest": "desc"}],
    **{order: [{key: "asc" if upwards else "desc"}] for order, (key, upwards) in ORDERS.items()},
}


def _after(sort: str, position: Position) -> list[float | int]:
    return [position.score, position.key] if sort == "relevance" else [position.key]


def _facet(facet: Facet, filters: Mapping[str, Json]) -> Json:
    counted: Json = {"values": {"terms": {"field": facet.field, "size": facet.size, "shard_size": _SHARD_SIZE}}}
    if facet.selected:
        chosen = {"field": facet.within or facet.field, "size": len(facet.selected), "include": list(facet.selected)}
        counted["selected"] = {"terms": chosen}
    others = [inner for name, inner in filters.items() if name != facet.name]
    return {"filter": {"bool": {"filter": others}} if others else {"match_all": {}}, "aggs": counted}


def frequencies(field: str, words: Iterable[str]) -> Json:
    """Return the aggregation that counts the records with each of some words in a field."""
    return {"words": {"filters": {"filters": {word: {"term": {field: word}} for word in words}}}}


def scaled(asked: Any, factor: float) -> Any:
    """Return a request in which words and phrases score `factor` times as much; what scores a constant stays as it is."""
    if isinstance(asked, list):
        return [scaled(one, factor) for one in asked]
    if not isinstance(asked, dict):
        return asked
    return {
        name: {field: {**one, "boost": one["boost"] * factor} for field, one in inner.items()}
        if name in {"term", "match_phrase"}
        else scaled(inner, factor)
        for name, inner in asked.items()
    }


def query(clause: c.Clause) -> Json:
    """Return the query for a clause."""
    return _QUERIES[type(clause)](clause)


def _any(clause: c.AnyOf | c.Best) -> Json:
    queries = [query(one) for one in clause.clauses]
    if not queries:  # a bool without clauses would find everything
        return {"match_none": {}}
    if isinstance(clause, c.Best):
        return {"dis_max": {"queries": queries, "tie_breaker": c.TIE}}
    return {"bool": {"should": queries, "minimum_should_match": 1}}


def _without(clause: c.Without) -> Json:
    return {"bool": {"must_not": [query(clause.clause)], "filter": [{"match_all": {}}]}}


def _raised(clause: c.Raised) -> Json:
    return {"bool": {"must": [query(clause.clause)], "should": [query(clause.by)], "minimum_should_match": 0}}


def _between(clause: c.Between) -> Json:
    bounds = {"gte": clause.low or 0} | ({} if clause.high is None else {"lte": clause.high})
    return _unscored({"range": {clause.field: bounds}})


def _in(clause: c.In) -> Json:
    found = {"terms": {clause.field: list(clause.values)}}
    return {"constant_score": {"filter": found, "boost": clause.boost}} if clause.boost else _unscored(found)


def _unscored(inner: Json) -> Json:
    return {"bool": {"filter": [inner]}}


def _words(clause: c.Words) -> Json:
    field, words, boost = clause.field, clause.words, clause.boost
    if len(words) == 1:
        word = words[0]
        if isinstance(word, c.Alike):
            return _alike(field, word, boost)
        return _term(field, word, boost) if isinstance(word, str) else _glob(field, word, boost)
    if all(isinstance(word, str) for word in words):
        phrase = {"match_phrase": {field: {"query": " ".join(map(str, words)), "boost": boost}}}
        counted = _term(field, str(words[0]), boost * _NEXT_TO_NOTHING)
        return {"bool": {"must": [phrase], "should": [counted], "minimum_should_match": 0}}
    return _filtered({"intervals": {field: _sequence(words)}}, clause)


def _term(field: str, word: str, boost: float) -> Json:
    return {"term": {field: {"value": word, "boost": boost}}}


def _glob(field: str, glob: c.Glob, boost: float) -> Json:
    """Return a truncated word; `?` may stand for nothing, which only a regular expression can say."""
    if "?" in glob.pattern:
        return {"regexp": {field: {"value": glob.regex, "flags": "NONE", "boost": boost, "rewrite": "constant_score"}}}
    value = glob.pattern.replace("#", "?")
    return {"wildcard": {field: {"value": value, "boost": boost, "rewrite": "constant_score"}}}


def _alike(field: str, word: c.Alike, boost: float) -> Json:
    """Return a similar word; rewritten to a constant score, or only the 50 best of its words would be sought."""
    asked = {"value": word.term, "fuzziness": word.edits, "prefix_length": 0, "transpositions": True}
    return {"fuzzy": {field: {**asked, "boost": boost, "rewrite": "constant_score"}}}


def listing(field: str, word: c.Glob | c.Alike) -> Json:
    """Return a query whose explanation lists the terms a word stands for, up to the most clauses a query may have."""
    found = (
        _alike(field, word, 1.0)
        if isinstance(word, c.Alike)
        else {"regexp": {field: {"value": word.regex, "flags": "NONE"}}}
    )
    for asked in found.values():
        asked[field]["rewrite"] = "constant_score_boolean"
    return found


def _filtered(found: Json, clause: c.Words | c.Near) -> Json:
    """Return a query that `found` decides and the plain words score."""
    scored = [_term(clause.field, word, clause.boost) for word in c.plain(clause)]
    return {"bool": {"filter": [found], "should": scored}}


def _near(clause: c.Near) -> Json:
    left, right = _alternatives(clause.left), _alternatives(clause.right)
    ways = [(left, right)] if clause.ordered else [(left, right), (right, left)]
    rules = [
        {
            "all_of": {
                "mode": "ordered",
                "max_gaps": clause.distance - 1,
                "intervals": [first, _told_apart(second, first)],
            }
        }
        for first, second in ways
    ]
    return {"intervals": {clause.field: _any_of(rules)}}


def _told_apart(rule: Json, other: Json) -> Json:
    """Return a rule that is not the same as another: Lucene takes the same two for one repeated, and then misses phrases."""
    return _any_of([rule, {"match": {"query": _NO_WORD}}]) if rule == other else rule


def _alternatives(sequences: tuple[c.Sequence, ...]) -> Json:
    return _any_of([_sequence(sequence) for sequence in sequences])


def _any_of(rules: list[Json]) -> Json:
    return rules[0] if len(rules) == 1 else {"any_of": {"intervals": rules}}


def _sequence(words: c.Sequence) -> Json:
    if all(isinstance(word, str) for word in words):
        return {"match": {"query": " ".join(map(str, words)), "mode": "ordered", "max_gaps": 0}}
    rules = [_any_of(_interval(word)) for word in words]
    return rules[0] if len(rules) == 1 else {"all_of": {"mode": "ordered", "max_gaps": 0, "intervals": rules}}


def _interval(word: c.Word) -> list[Json]:
    """Return a word as intervals; each `?` as both the one character and the none it may stand for."""
    if isinstance(word, str):
        return [{"match": {"query": word}}]
    parts = re.split(r"\?", word.pattern)
    patterns = {"".join(_interleaved(parts, signs)) for signs in product(("", "#"), repeat=len(parts) - 1)}
    return [
        {"wildcard": {"pattern": pattern.replace("#", "?"), "max_expansions": _EXPANSIONS}}
        if re.search("[*#]", pattern)
        else {"match": {"query": pattern}}
        for pattern in sorted(patterns)
    ]


def _interleaved(parts: list[str], signs: tuple[str, ...]) -> list[str]:
    return [parts[0], *(sign + part for sign, part in zip(signs, parts[1:], strict=True))]


_QUERIES: Mapping[type[c.Clause], Callable[[Any], Json]] = {
    c.Everything: lambda _: _unscored({"match_all": {}}),
    c.Nothing: lambda _: {"match_none": {}},
    c.AllOf: lambda clause: {"bool": {"must": [query(one) for one in clause.clauses]}},
    c.AnyOf: _any,
    c.Best: _any,
    c.Without: _without,
    c.Raised: _raised,
    c.In: _in,
    c.Between: _between,
    c.Words: _words,
    c.Near: lambda clause: _filtered(_near(clause), clause),
}
