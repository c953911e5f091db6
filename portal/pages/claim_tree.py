"""Which claim depends on which, as a tree with a branch for every independent claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from portal.pages.passages import Passage

DEEPEST = 6  # levels drawn; deeper claims stand on the last one


@dataclass
class Branch:
    """A claim in the tree, with the claims that depend on it."""

    place: int
    label: str
    marked: bool
    depth: int
    branches: list[Branch] = field(default_factory=list)


def tree(claims: Passage) -> list[Branch]:
    """Return the independent claims with their dependents. A claim hangs on the first earlier claim it refers to."""
    refs = {place: paragraph.get("refs", []) for place, paragraph in enumerate(_paragraphs(claims), 1)}
    roots: list[Branch] = []
    drawn: dict[str, Branch] = {}
    for pair in claims.pairs:
        parent = next((drawn[ref] for ref in refs.get(pair.place, []) if ref in drawn), None)
        branch = Branch(pair.place, pair.label or str(pair.place), pair.marked, parent.depth + 1 if parent else 1)
        (parent.branches if parent else roots).append(branch)
        drawn.setdefault(branch.label, parent if parent and branch.depth == DEEPEST else branch)
    return roots


def _paragraphs(claims: Passage) -> list[dict[str, Any]]:
    return claims.left.paragraphs if claims.left else []
