"""What other systems write right behind a bracket: how near its words are, their weight, their field."""

from __future__ import annotations

from search.query.elsewhere import habits
from search.query.kinds import texts
from search.query.operators import closeness, near
from search.query.reading import Reader
from search.query.tree import Node, Text


def bracket(reader: Reader, node: Node, start: int) -> Node:
    """Take what stands behind a bracket that began at `start` and was read as `node`, and return what both mean.

    Raises QueryError for a field, with the field before the bracket as proposal.
    """
    scanner = reader.scanner
    if slop := habits.SLOP.match(scanner.text, scanner.at):
        scanner.at = slop.end()
        if isinstance(node, Text) and node.quoted:
            return texts.loose(reader, node.field, node.text, int(slop[1]), start)
        step = closeness.closeness(scanner, slop.start(), int(slop[1]), ordered=False)
        return near.loose(scanner, node, step, start)
    if weight := habits.BOOST.match(scanner.text, scanner.at):
        scanner.at = weight.end()
        reader.note(texts.no_weight(weight[0]))
    suffix = habits.BRACKET_SUFFIX.match(scanner.text, scanner.at)
    if suffix and (codes := habits.suffixed(suffix)):
        instead = f"{codes}={habits.questel(scanner.text[start : scanner.at])}"
        raise scanner.error(f"A field stands before its bracket here, as {instead[:60]}.", start, suffix.end(), instead)
    return node
