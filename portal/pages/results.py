"""The results page: what the query was read as, what it could not see, what it found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from portal.coverage.blind_spots import BlindSpots, blind_spots
from portal.coverage.sentence import rest, whole
from portal.pages import facets, hits, nothing
from portal.pages.frame import page
from portal.pages.question import MOST_PAGES, SIZE, Question, read
from portal.standards.sentences import counted
from search import service
from search.answer import FILTERS, SORTS, Answer, EngineDown, QueryError

SORT_WORDS = {"filed": "latest filed", "filed_oldest": "first filed"}
TEMPLATE = "pages/results.html"


def search(request: HttpRequest) -> HttpResponse:
    """Answer a question: 200 with the list, 400 where the query or a year cannot be read, 503 where the engine does not answer."""
    question = read(request.GET)
    shown = {"here": "search", "question": question, "q": question.q, "chips": facets.chips(question)}
    shown["filters"] = ", ".join(f"{name}=" for name in FILTERS)
    try:
        if question.page > 1 and not question.cursor:
            hits = (question.page - 1) * SIZE
            start = service.place(question.request(), hits) if question.page <= MOST_PAGES else None
            if not start:  # beyond the end of the list
                return HttpResponseRedirect(question.but().address())
            question = replace(question, cursor=start)
        answer = service.search(question.request())
    except QueryError as problem:
        return page(request, TEMPLATE, {**shown, **wrong(question, problem)}, 400)
    except EngineDown:  # its sentence is for whoever runs the site, and /readyz says it
        response = page(request, TEMPLATE, {**shown, "down": True}, 503)
        response["Retry-After"] = "60"
        return response
    return page(request, TEMPLATE, {**shown, **found(question, answer)}, 400 if question.misread else 200)


def found(question: Question, answer: Answer) -> dict[str, Any]:
    """Return what the page says of an answer."""
    first, previous, blind = (question.page - 1) * SIZE + 1, question.previous(), blind_spots(answer.scope)
    return {
        "answer": answer,
        "entries": hits.entries(answer, question, first),
        "first": first,
        "words": place(question, answer, first),
        "blind": blind,
        "blind_bar": bar(blind),
        "blind_bar_words": bar_words(blind, whole(answer.scope), rest(answer.scope)),
        "whole": whole(answer.scope),
        "rest": rest(answer.scope),
        "groups": facets.groups(answer.facets, question),
        "bars": facets.bars(answer.facets.get("year", ()), question),
        "gathered": [
            ("every record", "", question.but(collapse="").address()),
            ("one of each family", "family", question.but(collapse="family").address()),
        ],
        "sorts": [(name, SORT_WORDS.get(name, name), question.but(sort=name).address()) for name in SORTS],
        "exports": [(form.upper(), question.api(form)) for form in ("json", "csv")],
        "most": service.MOST_EXPORTED,
        "next": question.next(answer.next).address() if answer.next else "",
        "previous": previous.address() if previous else "",
        "first_page": question.but().address() if question.page > 1 else "",
        "nothing": nothing.shown(question, answer.no_hits, blind, answer.scope) if answer.no_hits else None,
    }


def place(question: Question, answer: Answer, first: int) -> str:
    """Return where the page stands in the list: `21 to 40 of 1,204`; of families uncounted no sum is given."""
    here = f"{first:,} to {first + len(answer.hits) - 1:,}"
    if not question.collapse:
        return f"{here} of {answer.total:,}"
    families = "family" if answer.families == 1 else "families"
    return here if answer.families is None else f"{here} of {answer.families:,} {families}"


def wrong(question: Question, problem: QueryError) -> dict[str, Any]:
    """Return the query in three parts, the middle one wrong, and the address of the proposal.

    A problem without a place is one of the address: the link to a page of the list that is damaged or of another query.
    """
    start, end = problem.position
    return {
        "problem": problem,
        "parts": (question.q[:start], question.q[start:end], question.q[end:]) if end else (),
        "proposal": question.but(q=problem.proposal).address() if problem.proposal else "",
        "first_page": question.but().address() if question.cursor else "",
    }


def bar(blind: BlindSpots) -> list[tuple[str, str, str]]:
    """Return the parts of the bar above a list as (class, x, width) in per cent of all records known."""
    totals = blind.totals
    parts = [
        ("held", totals.searched),
        ("part", totals.partly),
        ("law", totals.unseen_by_law),
        ("hatch", totals.unseen - totals.unseen_by_law),
        ("out", totals.not_held or 0),
    ]
    known, done, pieces = sum(count for _, count in parts) or 1, 0, []
    for style, count in parts:
        if count:
            pieces.append((style, f"{done * 100 / known:.2f}%", f"{count * 100 / known:.2f}%"))
        done += count
    return pieces


def bar_words(blind: BlindSpots, whole: str, rest: str) -> str:
    """Return what the bar above a list shows, for those who do not see it."""
    totals = blind.totals
    parts = (
        f"{counted(totals.searched, 'record')} searched" + (f" by {whole}" if whole else ""),
        f"{totals.partly:,} by {rest} only" if rest else "",
        f"{totals.unseen:,} not searched",
        f"{totals.unseen_by_law:,} of them as by law there is none",
        f"{counted(totals.not_held or 0, 'published document')} not held",
    )
    return ", ".join(filter(None, parts))
