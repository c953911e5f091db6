"""What truncated words may cost: their automata, and how many words of the index those of phrases and NEAR stand for.

Both are counted at all the distances sought, the same on every engine. How often the words stand in the texts is the engine's
own to bound: TooSlow.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

from search import clauses as c
from search.answer import QueryError
from search.engines.base import MAX_EXPANSIONS, Engine, TooManyWords, TooSlow
from search.query import loosened, tree
from search.resolve import resolve
from search.truncation import states

MAX_OPENED = 100_000  # words of the index that the truncated words of all phrases of a query may open
MAX_STATES = 3_000  # of the automata of all truncated words, in every field they are sought in
_LEAST = 100  # words that a truncated word counts for at least: to seek it at all costs as much
_LESS = "Give more letters, fewer alternatives or a smaller distance, or name a field, as ti=."


@contextmanager
def within(index: Engine, node: tree.Node, clause: c.Clause) -> Iterator[None]:
    """Let a query be searched within its bounds; raises QueryError for one beyond, proposing AND instead of NEAR."""
    try:
        _check(index, clause)
    except QueryError as error:
        raise _proposing(index, node, error) from None
    try:
        yield
    except TooSlow:
        message = f"These phrases have words of so many texts that the search would take too long. {_LESS}"
        raise _proposing(index, node, QueryError(message, tree.place(node))) from None


def _proposing(index: Engine, node: tree.Node, error: QueryError) -> QueryError:
    looser = loosened.proposal(node, lambda inner: _check(index, resolve(inner)), every=True)
    return QueryError(error.message, error.position, looser)


def _check(index: Engine, clause: c.Clause) -> None:
    """Raise QueryError where truncated words are too long, or in phrases or NEAR stand for more words than any engine takes."""
    sought = list(_sought(clause))
    _refuse_long([*_alone(clause), *sought])
    opened = _bounded(sum(times for *_, times in sought) * _LEAST, sought)
    sizes: dict[tuple[str, c.Glob], int] = {}
    for field, glob, times in sought:
        if (field, glob) not in sizes:
            sizes[field, glob] = _size(index, field, glob)
        opened = _bounded(opened + times * max(sizes[field, glob] - _LEAST, 0), sought)


def _refuse_long(sought: list[tuple[str, c.Glob, int]]) -> None:
    if sum(times * states(glob.pattern) for _, glob, times in sought) > MAX_STATES:
        message = (
            "The truncated words of this query have too many letters behind their first truncation sign, counted in each field "
            "searched. Truncate fewer or shorter words, or name a field, as ti=."
        )
        raise QueryError(message, max((glob for _, glob, _ in sought), key=lambda glob: states(glob.pattern)).span)


def _alone(clause: c.Clause) -> Iterator[tuple[str, c.Glob, int]]:
    for leaf in c.leaves(clause):
        if isinstance(leaf, c.Words) and len(leaf.words) == 1:
            yield from _each(leaf.field, leaf.words, 1)


def _sought(clause: c.Clause) -> Iterator[tuple[str, c.Glob, int]]:
    """Yield the truncated words of phrases and NEAR with their field and how many times each is sought.

    Of a NEAR every alternative is sought beside every other, in each order; where one is a phrase, at every distance too.
    """
    for leaf in c.leaves(clause):
        match leaf:
            case c.Near(left=left, right=right):
                for first, second in product(left, right):
                    times = (1 if len(first) + len(second) == 2 else leaf.distance) * (1 if leaf.ordered else 2)
                    yield from _each(leaf.field, first + second, times)
            case c.Words(words=words) if len(words) > 1:
                yield from _each(leaf.field, words, 1)


def _each(field: str, words: c.Sequence, times: int) -> Iterator[tuple[str, c.Glob, int]]:
    return ((field, word, times) for word in words if isinstance(word, c.Glob))


def _bounded(opened: int, sought: list[tuple[str, c.Glob, int]]) -> int:
    if opened > MAX_OPENED:
        message = (
            f"The truncated words of these phrases stand for more than {MAX_OPENED:,} words of the index, counted once for each "
            f"word beside them, order and distance. {_LESS}"
        )
        raise QueryError(message, sought[0][1].span)
    return opened


def _size(index: Engine, field: str, glob: c.Glob) -> int:
    try:
        return len(index.expansions(field, glob))
    except TooManyWords:
        message = (
            f"“{glob.pattern}” stands for more than {MAX_EXPANSIONS} words; within a phrase or NEAR give more letters."
        )
        raise QueryError(message, glob.span) from None
