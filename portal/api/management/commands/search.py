"""`manage.py search QUERY`: the same answer as the API, for people and scripts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.api.answers import search_answer
from portal.api.errors import Problem
from portal.api.parameters import ELEMENT, SIZE
from portal.api.search_shapes import HitShape, SearchShape
from portal.records.evidence import known_as, named
from search.answer import EngineDown, QueryError, Request


class Command(BaseCommand):
    help = "Search the records; without --json in plain words."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("query", metavar="QUERY", help="as in the search box; an empty one matches everything")
        parser.add_argument("--has", action="append", default=[], metavar="ELEMENT", help="as claims or claims.en")
        parser.add_argument("--size", default="20", metavar="N", help="results to show, 1 to 100")
        parser.add_argument("--json", action="store_true", help="the answer of the API")

    def handle(self, *_: object, query: str, has: list[str], size: str, **options: Any) -> None:
        try:
            filters = {"has": ELEMENT.values(has)} if has else {}
            answer = search_answer(Request(q=query, filters=filters, size=int(SIZE.values([size])[0])))
        except QueryError as error:
            raise CommandError(pointed(query, error)) from error
        except (Problem, EngineDown) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(answer, ensure_ascii=False) if options["json"] else "\n".join(words(answer)))


def pointed(query: str, error: QueryError) -> str:
    """Return what is wrong with a query, with a mark under the place, and what could be typed instead."""
    start, end = error.position
    mark = f"\n  {query}\n  {' ' * start}{'^' * max(end - start, 1)}" if end else ""
    return f"{error.message}{mark}" + (f"\n  Try: {error.proposal}" if error.proposal else "")


def words(answer: SearchShape) -> Iterator[str]:
    """Yield an answer line by line."""
    yield f"Read as: {answer['query']['words']}"
    yield from (f"Note: {warning}" for warning in answer["query"]["warnings"])
    yield answer["blind_spots"]["sentence"]
    yield f"{answer['total']:,} found, {len(answer['results']):,} shown"
    for hit in answer["results"]:
        yield ""
        yield from _hit(hit)


def _status(hit: HitShape) -> str:
    """Return the status in words, and the day it is known of: `In force, as of 2024-07-05`."""
    by_term, day = hit["status_by_term"], hit["status_as_of"]
    known = f"{known_as(received=hit['status_as_received'], by_term=by_term)} {day}" if day else "no date held"
    return f"{named(hit['status'], by_term=by_term)}, {known}"


def _hit(hit: HitShape) -> Iterator[str]:
    title, dates = hit["title"], hit["dates"]
    yield f"{hit['id']}  {title['english'] or title['original'] or 'No title'}"
    if title["english"] and title["original"]:
        yield f"    {title['original']} ({title['language']})"
    facts = [
        hit["kind_words"] or hit["right"],
        f"published {dates['publication'] or 'on an unknown day'}",
        _status(hit),
        *(["sample data, invented"] if hit["sample"] else []),
    ]
    yield f"    {', '.join(facts)}"
    for match in hit["matched"]:
        label = f" {match['label']}" if match["label"] else ""
        origin = ", machine translation" if match["origin"] == "machine" else ""
        yield f"    {match['field']}{label} ({match['language'] or 'name'}{origin}): {match['snippet']}"
