"""From the text of a query to its tree.

    either  = all { OR all }
    all     = single { [AND] single | NOT single }
    single  = NOT single | near
    near    = operand { NEARn operand }
    operand = "(" either ")" | field ( "(" either ")" | value ) | value

NEAR binds tightest, then NOT, AND, OR; two operands side by side are joined by AND. Every path through the text moves
forward and its depth is bounded, so that no query takes longer than its length allows.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from search.answer import QueryError
from search.fields import BY_NAME, FieldKind
from search.query import beside, closeness, foreign, habits, listed, near, operands
from search.query.canonical import canonical
from search.query.kinds import lists, texts
from search.query.paste import plain
from search.query.prefixes import opened, opened_list
from search.query.reading import Context, Reader, joined
from search.query.scanner import Prefix, Scanner
from search.query.spread import spread
from search.query.tree import And, Everything, Near, Node, Not, Or, Text, Value, leaves, nesting

MAX_LENGTH, MAX_DEPTH, MAX_CLAUSES = 3000, 20, 200
_PROPOSALS = 5  # a query with more mistakes than this gets no proposal

_OPERATOR_AT_END = re.compile(r"(?:\b(?:AND|OR|NOT|ADJ\d*)|NEAR\d*|[&|])\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Parsed:
    """A query understood, and what is worth saying about how."""

    node: Node
    warnings: tuple[str, ...] = ()


def parse(text: str) -> Parsed:
    """Return the tree of a query and warnings about its reading; an empty query is every record.

    Raises QueryError, and nothing else whatever the text: with the place in `text` and, where one is known, a query that can
    be read. Limits, of the text and of its canonical form: 3,000 characters, 20 brackets deep, 200 words and values.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(
            f"A query has at most {MAX_LENGTH:,} characters; this has {len(text):,}. Split it.", (MAX_LENGTH, len(text))
        )
    try:
        return _Parser(Scanner(plain(text))).parse()
    except QueryError as error:
        raise QueryError(error.message, error.position, _readable(error.proposal)) from None


def _readable(proposal: str) -> str:
    """Return a proposal that can be read: the given one or the one its own error proposes; else nothing."""
    for _ in range(_PROPOSALS):
        if not proposal or len(proposal) > MAX_LENGTH:
            break
        try:
            _Parser(Scanner(plain(proposal))).parse()
        except QueryError as error:
            proposal = error.proposal if error.proposal != proposal else ""
        else:
            return proposal
    return ""


class _Parser:
    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.reader = Reader(scanner)
        self.depth = 0
        self.clauses = 0
        self.word_of = ""  # the code whose value, one word without quotes, was read last

    def parse(self) -> Parsed:
        scanner = self.scanner
        if not scanner.pasted.original.strip():
            return Parsed(Everything())
        if not scanner.text.strip():
            length = len(scanner.pasted.original)
            raise QueryError("The query holds only characters that cannot be searched.", (0, length))
        self._unmark()
        foreign.refuse(scanner)
        if scanner.ended():
            raise scanner.error("There is no word, number or value to search for.", 0, len(scanner.text))
        node = self._either(Context())
        self._refuse_excess(node)
        if scanner.take(")"):
            raise scanner.error("This bracket closes nothing.", scanner.at - 1, scanner.at, "")
        self._note_left_out()
        if said := listed.note_on_words(scanner.text, node):
            self.reader.note(said)
        return Parsed(node, tuple(self.reader.notes))

    def _unmark(self) -> None:
        """Take the marks of a list of numbers, as `1.` and quotation marks, out of the text."""
        scanner = self.scanner
        if (bare := listed.without_marks(scanner.text)) != scanner.text:
            scanner.pasted = dataclasses.replace(scanner.pasted, text=bare)
            self.reader.note(
                "What stands before and around the numbers of the list was left out: any of them is sought."
            )

    def _note_left_out(self) -> None:
        """Say which signs were left out, and what to write for what they may mean."""
        left_out = self.scanner.left_out
        if "-" in left_out:
            self.reader.note("“-” was left out; to exclude what follows write NOT.")
        if "!" in left_out:
            self.reader.note("“!” behind a word was left out; for exactly one letter, as in DEPATISnet, write #.")
        if symbols := " ".join(symbol for symbol in left_out if symbol not in "-!"):
            self.reader.note(f"“{symbols}” cannot be searched and was left out.")

    def _refuse_excess(self, node: Node) -> None:
        """Raise where the canonical form of a query, which links carry, could not be read."""
        message = ""
        if nesting(node) > MAX_DEPTH:
            message = f"Operators go at most {MAX_DEPTH} deep within each other; here they go {nesting(node)}."
        elif leaves(node) > MAX_CLAUSES:
            message = f"A query has at most {MAX_CLAUSES} words and values, counted in each field; this has {leaves(node)}. Split it."
        elif (length := len(canonical(node))) > MAX_LENGTH:
            message = f"A query has at most {MAX_LENGTH:,} characters; written out, this has {length:,}. Split it."
        if message:
            raise self.scanner.error(message, 0, len(self.scanner.text))

    # --- Operators --------------------------------------------------------------------------------------------------

    def _either(self, context: Context) -> Node:
        nodes: list[Node] = []
        mixed = False
        while not nodes or self._take("OR"):
            node, several = self._all(context)
            nodes.append(node)
            mixed = mixed or several
        if len(nodes) > 1 and mixed:
            self.reader.note("AND binds tighter than OR: a AND b OR c is (a AND b) OR c. Brackets say otherwise.")
        return joined(Or, nodes)

    def _all(self, context: Context) -> tuple[Node, bool]:
        """Return operands joined by AND, written or not, and whether there were several."""
        nodes = [self._single(context)]
        side_by_side: list[bool] = []
        codes = [self.word_of]
        while not self._at_end() and self.scanner.operator() != "OR":
            side_by_side.append(not self._take("AND"))
            nodes.append(self._single(context))
            codes.append(self.word_of)
        beside.warn_of_strays(self.reader, nodes, side_by_side, codes)
        if context.relation == "any" and all(side_by_side):
            return joined(Or, nodes), False
        nodes = beside.closed(self.reader, beside.folded(self.reader, nodes, side_by_side, context.relation))
        for name in lists.SINGLE:
            if len({node.value for node in nodes if isinstance(node, Value) and node.field == name}) > 1:
                self.reader.note(f"A record has one {BY_NAME[name].label}: joined by AND, several find none. Write OR.")
        return joined(And, nodes), len(nodes) > 1

    def _at_end(self) -> bool:
        return self.scanner.ended() or self.scanner.text[self.scanner.at] == ")"

    def _take(self, operator: str) -> bool:
        """Take an operator if it comes next, and make sure that an operand follows it."""
        scanner = self.scanner
        found = scanner.operator()
        if found == "XOR":
            raise scanner.error("XOR is not known here; write (a NOT b) OR (b NOT a).", scanner.at, scanner.at + 3)
        if found != operator:
            return False
        start = scanner.at
        written = scanner.take_operator()
        if written in ("-", "!"):
            self.reader.note(f"“{written}” before a word was read as NOT.")
        if written.startswith("("):
            self.reader.note(f"“{written}”, in one claim or field, was read as AND; as a word write it in quotes.")
        if self._at_end():
            raise scanner.error(f"“{written}” needs something after it.", start, start + len(written), "")
        return True

    def _single(self, context: Context) -> Node:
        start = self.scanner.at
        if not self._take("NOT"):
            return self._near(context)
        with self._deeper(start):
            return Not(self._single(context))

    @contextmanager
    def _deeper(self, start: int) -> Iterator[None]:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.scanner.error(f"Brackets and NOT go at most {MAX_DEPTH} deep.", start, start + 1)
        yield
        self.depth -= 1

    # --- NEAR -------------------------------------------------------------------------------------------------------

    def _near(self, context: Context) -> Node:
        scanner, found = self.scanner, list[Near]()
        left = self._beside(context)
        while step := closeness.take(scanner, between=True):
            if self._at_end():
                raise scanner.error("NEAR needs something after it.", left.end, scanner.at, "")
            right = self._beside(context)
            found.append(near.pair(scanner, left, right, step, context.field.name))
            if step.said:
                self.reader.note(step.said)
            left = right
        if len(found) > 1:
            self.reader.note("Several NEAR in a row: each holds between its two neighbours.")
        return joined(And, found) if found else left.node

    def _beside(self, context: Context) -> near.Operand:
        """Read an operand, and keep where it stands."""
        self.scanner.skip()
        start = self.scanner.at
        node = self._operand(context)
        return near.Operand(node, start, self.scanner.at)

    # --- Operands ---------------------------------------------------------------------------------------------------

    def _operand(self, context: Context) -> Node:
        scanner = self.scanner
        self.word_of = ""
        dated = context.explicit and (context.field.kind is FieldKind.DATE or context.field.name == "year")
        if relation := scanner.take_comparison(allowed=dated):
            return self._value(dataclasses.replace(context, relation=relation))
        self._refuse_operator()
        texts.refuse_regex(self.reader)
        start = scanner.at
        prefix = scanner.front_page()
        if prefix is None and scanner.take("("):
            return self._bracket(context, start)
        prefix = prefix or scanner.prefix()
        if prefix is None:
            return self._value(context)
        if context.spread:
            message = "No field can be named within the bracket of several; close the bracket before it."
            raise scanner.error(message, prefix.start, prefix.end)
        return self._prefixed(prefix)

    def _refuse_operator(self, after: str = "") -> None:
        """Raise where an operator stands in the place of an operand."""
        scanner = self.scanner
        scanner.skip()
        start = scanner.at
        written = scanner.take_operator() if scanner.operator() else ""
        if written or (scanner.prefix() is None and closeness.take(scanner)):
            name = scanner.text[start : scanner.at]
            message = f"“{name}” needs something before it; as a word, quote it."
            raise scanner.error(message, start, scanner.at, self._without(name, start, after))

    def _without(self, operator: str, start: int, after: str) -> str | None:
        """Return what to put where an operator lacks what stands before it: nothing, if none is lost so; else None."""
        text, end = self.scanner.text, self.scanner.at
        if after:
            return f'"{operator}"' if text[end:].strip() in ("", ")") else None
        before = text[:start].rstrip()
        doubled = before.upper().endswith(operator.upper())
        return "" if doubled or not before or before[-1] in "()" or _OPERATOR_AT_END.search(before) is None else None

    def _refuse_exclusion(self, prefix: Prefix) -> None:
        """Raise where `-` or `!` excludes what follows it but stands behind the field, as in `ti=-silica`."""
        scanner = self.scanner
        if scanner.operator() == "NOT" and (sign := scanner.text[scanner.at]) in "-!":
            field = scanner.text[prefix.start : prefix.end].strip()
            message = f"“{sign}” stands behind its field; to exclude what follows write NOT before the field."
            raise scanner.error(message, prefix.start, scanner.at + 1, f"NOT {field}")

    def _prefixed(self, prefix: Prefix) -> Node:
        if len(prefix.codes) > 1:
            first, names = opened_list(prefix, self.reader)
            return spread(self._governed(prefix, dataclasses.replace(first, spread=True)), names)
        inner, language = opened(prefix, self.reader)
        node = self._governed(prefix, inner)
        return And((node, Value("language", language))) if language else node

    def _governed(self, prefix: Prefix, inner: Context) -> Node:
        """Read the bracket or value that stands after a prefix."""
        start = self.scanner.at
        self.scanner.skip()
        texts.refuse_regex(self.reader)
        if self.scanner.take("("):
            negated = inner.relation == "<>"
            if negated:
                inner = dataclasses.replace(inner, relation="=")
            node = self._bracket(inner, start)
            node = Not(node) if negated else node
            self.word_of = ""
        else:
            self._refuse_exclusion(prefix)
            self.scanner.take_comparison(allowed=False)
            self._refuse_operator(prefix.code)
            if self.scanner.prefix():
                self.reader.needed(inner, None)
            node = self._value(inner)
            self.word_of = inner.field.codes[0] if beside.is_plain(node) else ""
        return node

    def _bracket(self, context: Context, start: int) -> Node:
        scanner = self.scanner
        if foreign := habits.LONE_LETTER.match(scanner.text, start):
            self.reader.note(
                f"“{foreign[0]}” is sought as a word; for words near each other write NEAR5 or ADJ1 between them."
            )
        if scanner.take(")"):
            raise scanner.error("There is nothing between these brackets.", start, scanner.at, "")
        with self._deeper(start):
            node = self._either(context)
        if not scanner.take(")"):
            error = scanner.error("This bracket is never closed.", start, start + 1)
            raise QueryError(error.message, error.position, f"{scanner.pasted.original.rstrip()})")
        if slop := habits.SLOP.match(scanner.text, scanner.at):
            scanner.at = slop.end()
            if isinstance(node, Text) and node.quoted:
                return texts.loose(self.reader, node.field, node.text, int(slop[1]), start)
            step = closeness.closeness(scanner, slop.start(), int(slop[1]), ordered=False)
            return near.loose(scanner, node, step, start)
        if weight := habits.BOOST.match(scanner.text, scanner.at):
            scanner.at = weight.end()
            self.reader.note(texts.no_weight(weight[0]))
        behind = habits.BRACKET_SUFFIX.match(scanner.text, scanner.at)
        if behind and (codes := habits.suffixed(behind)):
            instead = f"{codes}={habits.questel(scanner.text[start : scanner.at])}"
            raise scanner.error(
                f"A field stands before its bracket here, as {instead[:60]}.", start, behind.end(), instead
            )
        self.word_of = ""
        return node

    def _value(self, context: Context) -> Node:
        start = self.scanner.at
        node = operands.read(self.reader, context)
        self.clauses += leaves(node)
        if self.clauses > MAX_CLAUSES:
            raise self.scanner.error(
                f"A query has at most {MAX_CLAUSES} words and values. Split it.", start, self.scanner.at
            )
        return node
