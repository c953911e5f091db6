"""The requests as OpenSearch gets them; that they mean the same as tantivy's is the contract suite's business."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from search import clauses as c
from search.engines import forms, opensearch_query
from search.engines.base import Facet, Position, Question
from search.engines.schema import DATES, KEYS, KEYWORDS, TEXTS
from tests.contract import trees


def term(word: str, boost: float = 1.0) -> dict[str, object]:
    return {"term": {"title": {"value": word, "boost": boost}}}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (c.Words("title", ("rice",), 3.0), term("rice", 3.0)),
        (
            c.Words("title", ("rice", "husk")),
            {
                "bool": {
                    "must": [{"match_phrase": {"title": {"query": "rice husk", "boost": 1.0}}}],
                    "should": [term("rice", 1e-20)],
                    "minimum_should_match": 0,
                }
            },
        ),
        (
            c.Words("title", (c.Glob("r#c*"),), 2.0),
            {"wildcard": {"title": {"value": "r?c*", "boost": 2.0, "rewrite": "constant_score"}}},
        ),
        (
            c.Words("title", (c.Glob("colo?r"),)),
            {"regexp": {"title": {"value": "colo.?r", "flags": "NONE", "boost": 1.0, "rewrite": "constant_score"}}},
        ),
        (
            c.Words("title", (c.Alike("silica", 2),), 3.0),
            {
                "fuzzy": {
                    "title": {
                        "value": "silica",
                        "fuzziness": 2,
                        "prefix_length": 0,
                        "transpositions": True,
                        "boost": 3.0,
                        "rewrite": "constant_score",
                    }
                }
            },
        ),
        (
            c.In("application_number", ("VN1",), 10.0),
            {"constant_score": {"filter": {"terms": {"application_number": ["VN1"]}}, "boost": 10.0}},
        ),
        (
            c.Raised(c.In("office", ("VN",)), c.Words("title", ("a",))),
            {
                "bool": {
                    "must": [{"bool": {"filter": [{"terms": {"office": ["VN"]}}]}}],
                    "should": [{"term": {"title": {"value": "a", "boost": 1.0}}}],
                    "minimum_should_match": 0,
                }
            },
        ),
        (c.In("office", ("VN", "TH")), {"bool": {"filter": [{"terms": {"office": ["VN", "TH"]}}]}}),
        (c.Between("filed", None, 20201231), {"bool": {"filter": [{"range": {"filed": {"gte": 0, "lte": 20201231}}}]}}),
        (
            c.Without(c.Words("title", ("a",))),
            {"bool": {"must_not": [term("a")], "filter": [{"match_all": {}}]}},
        ),
        (
            c.Words("title", ("a", c.Glob("b?*"))),
            {
                "bool": {
                    "filter": [
                        {
                            "intervals": {
                                "title": {
                                    "all_of": {
                                        "mode": "ordered",
                                        "max_gaps": 0,
                                        "intervals": [
                                            {"match": {"query": "a"}},
                                            {
                                                "any_of": {
                                                    "intervals": [
                                                        {"wildcard": {"pattern": "b?*", "max_expansions": 1024}},
                                                        {"wildcard": {"pattern": "b*", "max_expansions": 1024}},
                                                    ]
                                                }
                                            },
                                        ],
                                    }
                                }
                            }
                        }
                    ],
                    "should": [term("a")],
                }
            },
        ),
    ],
)
def test_queries(clause: c.Clause, expected: dict[str, object]) -> None:
    assert opensearch_query.query(clause) == expected


def test_only_words_and_phrases_are_scaled() -> None:
    near = c.Near("title", (("a",),), (("b",),), 2, ordered=True)
    asked = opensearch_query.query(c.AllOf((near, c.Words("title", ("c", "d"), 2.0), c.In("office", ("VN",)))))
    scaled = json.dumps(opensearch_query.scaled(asked, 0.5))
    halves = {'"boost": 1.0': '"boost": 0.5', '"boost": 2.0': '"boost": 1.0', '"boost": 2e-20': '"boost": 1e-20'}
    expected = json.dumps(asked)
    for whole, half in halves.items():
        expected = expected.replace(whole, half)
    assert scaled == expected
    assert opensearch_query.scaled(asked, 1.0) == asked


@given(trees.clauses)
def test_every_clause_has_a_form_on_both_engines(clause: c.Clause) -> None:
    told = forms(clause)
    assert json.loads(json.dumps(told["opensearch"], ensure_ascii=False)) == told["opensearch"]
    assert str(told["embedded"]).startswith("Query(")
    assert "RANGE" not in str(told["embedded"]), "a pattern is shown, not the tables made of it"
    assert "unordered" not in json.dumps(told["opensearch"]), "unordered intervals let a word match itself"


def test_a_facet_is_counted_under_the_filters_of_the_others() -> None:
    office, kind = c.In("office", ("VN",)), c.In("kind", ("A1",))
    asked = opensearch_query.body(
        Question(
            c.Everything(),
            {"office": office, "kind": kind},
            sort="oldest",
            size=10,
            after=Position(0.0, 77, 10),
            facets=(Facet("office", "office", 5, ("VN",)), Facet("year", "year", 9)),
        )
    )
    one, other = opensearch_query.query(office), opensearch_query.query(kind)
    assert asked["post_filter"] == {"bool": {"filter": [one, other]}}
    assert asked["aggs"]["office"]["filter"] == {"bool": {"filter": [other]}}
    assert asked["aggs"]["office"]["aggs"]["selected"]["terms"]["include"] == ["VN"]
    assert asked["aggs"]["year"]["filter"] == {"bool": {"filter": [one, other]}}
    assert set(asked["aggs"]["year"]["aggs"]) == {"values"}
    assert (asked["size"], asked["sort"], asked["search_after"]) == (11, [{"oldest": "asc"}], [77])


def test_the_mapping_holds_every_field_and_stores_no_text() -> None:
    made = opensearch_query.settings(3, 1)
    assert set(made["mappings"]["properties"]) == {*TEXTS, *KEYWORDS, *DATES, *KEYS}
    assert made["mappings"]["_source"] == {"enabled": False}
    assert made["mappings"]["dynamic"] == "strict"
    assert (made["settings"]["number_of_shards"], made["settings"]["number_of_replicas"]) == (3, 1)
