"""Why nothing was found: what each part of the query finds by itself, which filters stand in the way, how words are spelt here.

The work is bounded: two requests for all counts, one for the words of phrases, one for numbers, and three for spelling, of the query and of two parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from search import clauses as c
from search.analysis import terms
from search.answer import NoHits, Part, Proposal
from search.engines.base import Engine
from search.numbers_held import elsewhere
from search.query import tree
from search.query.canonical import canonical
from search.query.reading import joined
from search.query.words import words
from search.resolve import resolve
from search.spelling import proposals

MOST_CORRECTED = 2  # parts, each with requests of its own
MOST_PARTS = 8  # of a query, and of all its parts that find nothing together


def no_hits(index: Engine, node: tree.Node, filters: Mapping[str, c.Clause]) -> NoHits:
    """Return why a query under some filters finds nothing. Raises EngineDown."""
    clause = resolve(node)
    unfiltered, *counts = index.totals([clause, *(_under(clause, filters, but=name) for name in filters)])
    dropped = dict(zip(filters, counts, strict=True))
    if unfiltered:
        return NoHits(unfiltered, dropped)
    told = counted(index, node)
    ways_on = proposals(index, node, filters) or _of_parts(index, node, told, filters)
    return NoHits(0, dropped, told, ways_on, elsewhere(node))


def _of_parts(
    index: Engine, node: tree.Node, told: Sequence[Part], filters: Mapping[str, c.Clause]
) -> tuple[Proposal, ...]:
    """Return what to write for the first parts that find nothing by themselves, where no whole query can be proposed."""
    dead = [part for part, said in zip(parts(node), told, strict=False) if not said.total][:MOST_CORRECTED]
    return tuple(one for part in dead for one in proposals(index, part, filters)[:1])


def counted(index: Engine, node: tree.Node) -> tuple[Part, ...]:
    """Return each part of a query with what it finds by itself and what the rest finds without it. Raises EngineDown.

    Parts that find nothing come with the parts they are made of.
    """
    nodes = parts(node)[:MOST_PARTS]
    rests = [_without(node, part) for part in nodes]
    counts = index.totals([*map(resolve, nodes), *(resolve(rest) for rest in rests if rest)])
    alone, without = counts[: len(nodes)], iter(counts[len(nodes) :])
    found = [
        Part(words(part), canonical(part), total, canonical(rest) if rest else "", next(without) if rest else None)
        for part, total, rest in zip(nodes, alone, rests, strict=True)
    ]
    return _with_inner(index, nodes, found)


def parts(node: tree.Node) -> tuple[tree.Node, ...]:
    """Return what a query is made of, each once: operands of its outermost operator, words of a phrase; nothing of a single word."""
    found = tuple(dict.fromkeys(_operands(node)))
    return found if len(found) > 1 else ()


def _operands(node: tree.Node) -> tuple[tree.Node, ...]:
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            return nodes
        case tree.Near(left, right):
            return left, right
        case tree.Text(field, text, span=span):
            return tuple(tree.Text(field, text[one.start : one.end], span=span) for one in terms(text))
        case _:
            return ()


def _without(node: tree.Node, part: tree.Node) -> tree.Node | None:
    """Return a conjunction without one of its operands; of other queries no part can be left out."""
    if not isinstance(node, tree.And):
        return None
    return joined(tree.And, [other for other in node.nodes if other != part])


def _under(clause: c.Clause, filters: Mapping[str, c.Clause], *, but: str) -> c.Clause:
    return c.AllOf((clause, *(inner for name, inner in filters.items() if name != but)))


def _with_inner(index: Engine, nodes: Sequence[tree.Node], found: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts, those that find nothing by themselves with the parts they are made of."""
    inner = [parts(node) if not part.total else () for node, part in zip(nodes, found, strict=True)]
    asked = [node for several in inner for node in several][:MOST_PARTS]
    totals = index.totals([resolve(node) for node in asked])
    told = iter([Part(words(node), canonical(node), total) for node, total in zip(asked, totals, strict=True)])
    return tuple(
        Part(part.words, part.query, part.total, part.rest, part.without, tuple(islice(told, len(several))))
        for part, several in zip(found, inner, strict=True)
    )
