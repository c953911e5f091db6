"""The link to the next page: where the last hit stood, signed, and bound to its question."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from django.core import signing

from search.answer import WrongCursor
from search.clauses import Between, Clause
from search.engines.base import Engine, Position, Question

_SIGNER = signing.Signer(salt="search.cursor")  # no time in it: the same page has the same link


def digest(clause: Clause, filters: Mapping[str, Clause], sort: str) -> str:
    """Return a short fingerprint of a question: two questions with the same have the same order of hits."""
    return hashlib.blake2b(repr((clause, sorted(filters.items()), sort)).encode(), digest_size=9).hexdigest()


def write(position: Position, asked: str) -> str:
    """Return a position as text fit for a URL."""
    return _SIGNER.sign_object([position.score, position.key, position.depth, asked])


def read(text: str, asked: str) -> Position | None:
    """Return the position in a cursor, None in an empty one; raises WrongCursor for one of another question or altered."""
    if not text:
        return None
    try:
        score, key, depth, of = _SIGNER.unsign_object(text)
    except signing.BadSignature:
        raise WrongCursor("The link to this page is damaged. Start from the first page.") from None
    if of != asked:
        raise WrongCursor("The link to this page belongs to another query. Start from the first page.")
    return Position(score, key, depth)


def anchored(index: Engine, question: Question) -> Question:
    """Return a question by relevance with the score that its last hit has now.

    Each change of the index moves the scores of all a little. Held against the score of yesterday, a row of hits that tie with
    the last one would be lost or come again. A last hit that is gone is taken where it stood.
    """
    after = question.after
    if after is None or not after.score:
        return question
    place = {"place": Between("newest", after.key, after.key)}
    now = index.search(replace(question, filters=place, size=1, after=None, facets=())).positions
    return replace(question, after=replace(after, score=now[0].score)) if now else question
