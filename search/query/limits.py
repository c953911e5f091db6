"""How long a query may be, how deep its brackets may go and how many words and values it may have."""

from __future__ import annotations

from search.query.canonical import canonical
from search.query.scanner import Scanner
from search.query.tree import Node, leaves, nesting

MAX_LENGTH, MAX_DEPTH, MAX_CLAUSES = 3000, 20, 200


def refuse_excess(scanner: Scanner, node: Node) -> None:
    """Raise QueryError where the canonical form of a query, which links carry, could not be read."""
    message = ""
    if nesting(node) > MAX_DEPTH:
        message = f"Operators go at most {MAX_DEPTH} deep within each other; here they go {nesting(node)}."
    elif (clauses := sum(1 for _ in leaves(node))) > MAX_CLAUSES:
        message = (
            f"A query has at most {MAX_CLAUSES} words and values, counted in each field; this has {clauses}. Split it."
        )
    elif (length := len(canonical(node))) > MAX_LENGTH:
        message = f"A query has at most {MAX_LENGTH:,} characters; written out, this has {length:,}. Split it."
    if message:
        raise scanner.error(message, 0, len(scanner.text))
