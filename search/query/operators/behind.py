"""What other systems write right behind a bracket: how near its words are, their weight, their field, classes with those below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.fields import BY_NAME, DEFAULT, FieldKind
from search.query import closeness
from search.query.elsewhere import habits
from search.query.kinds import symbols, texts
from search.query.operators import near
from search.query.reading import Reader
from search.query.tree import Everything, Node, Text, Value, leaves

_FIRM = re.compile(
    r"\((?!.*\b(?:AND|OR|NOT)\b)([^()\"=:]*[^\W\d_]{3}[^()\"=:]*\b(?:AG|KG|GmbH|Inc|Ltda?|LL[CP]|Corp|Co(?=\.)|PLC|Limited|S\.?A|Sdn\.? Bhd|Univ(?:ersity)?)\b\.?,?)(?:\s\[[A-Z]{2}\])?\)\Z"
)  # the name of a firm in brackets at the end
_LOW = re.compile(r"\s{0,3}/low(?!\w)", re.IGNORECASE)


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
    firm = _FIRM.fullmatch(scanner.text.rstrip(), start)
    if firm and {leaf.field for leaf in leaves(node) if not isinstance(leaf, Everything)} == {DEFAULT.name}:
        form = firm[1].rstrip(".,").split()[-1]
        reader.drop(f"“{form}” is sought as a word; for the office")
        reader.note(f"“{firm[1]}” is sought in {DEFAULT.label}; for the applicant write pa=({firm[1]}).")
    suffix = habits.BRACKET_SUFFIX.match(scanner.text, scanner.at)
    if suffix and (codes := habits.suffixed(suffix)):
        instead = f"{codes}={habits.questel(scanner.text[start : scanner.at])}"
        raise scanner.error(f"A field stands before its bracket here, as {instead[:60]}.", start, suffix.end(), instead)
    return node


def low(reader: Reader, node: Node) -> None:
    """Take Espacenet's `/low` behind a bracket, a quotation or a blank, as in `ipc=(C01B33/12 OR C04B)/low`.

    Says of each class of `node` what it takes in; raises QueryError, with the query without it, where one is none.
    """
    scanner = reader.scanner
    behind = _LOW.match(scanner.text, scanner.at)
    if behind is None:
        return
    classes = list(_classes(node))
    if not all(classes):
        message = "“/low” takes in the groups below a class, and stands behind classes only."
        raise scanner.error(message, *behind.span(), "")
    scanner.at = behind.end()
    for symbol in classes:
        symbols.say_what_is_below(reader, symbol, exact=False, low=True)


def _classes(node: Node) -> Iterator[str]:
    """Yield the class symbols of a node, and nothing as text for what is no class."""
    for leaf in leaves(node):
        yield leaf.value if isinstance(leaf, Value) and BY_NAME[leaf.field].kind is FieldKind.CLASS else ""
