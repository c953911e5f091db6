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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from search.answer import QueryError
from search.fields import BY_NAME, FieldKind
from search.query import closeness, foreign, operands, recognise
from search.query.elsewhere import habits, prose
from search.query.fielded import strays
from search.query.fielded.prefixes import opened, opened_list
from search.query.fielded.spread import spread
from search.query.kinds import listed, lists, texts
from search.query.limits import MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH, refuse_excess
from search.query.operators import behind, beside, misplaced, near
from search.query.paste import HYPHENATED, plain
from search.query.reading import Context, Reader, joined
from search.query.scanner import Scanner
from search.query.tree import And, Everything, Near, Node, Not, Or, Value, leaves
from search.query.written_fields import Prefix

_BAR = re.compile(r"\|(?=[\w\"*])")
_PROPOSALS = 5  # a query with more mistakes than this gets no proposal


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


def _is_readable(query: str) -> bool:
    try:
        return bool(_Parser(Scanner(plain(query))).parse())
    except QueryError:
        return False


class _Parser:
    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.reader = Reader(scanner)
        self.depth = 0
        self.clauses = 0
        self.named = 0  # fields read so far
        self.fielded: strays.Fielded | None = None  # the one whose value, without brackets, was read last

    def parse(self) -> Parsed:
        scanner = self.scanner
        if not scanner.pasted.original.strip():
            return Parsed(Everything())
        if not scanner.text.strip():
            length = len(scanner.pasted.original)
            raise QueryError("The query holds only characters that cannot be searched.", (0, length))
        if (unasked := prose.unasked(scanner.text)) != scanner.text:
            scanner.pasted = dataclasses.replace(scanner.pasted, text=unasked)
            self.reader.note("The question mark at the end was left out.")
        self._in_latin()
        self._unmark()
        if HYPHENATED.search(scanner.pasted.original):
            self.reader.note("A word with a hyphen at the end of a line was read with the next line as one word.")
        foreign.refuse(scanner)
        if scanner.ended():
            raise scanner.error("There is no word, number or value to search for.", 0, len(scanner.text))
        node = self._either(Context())
        refuse_excess(scanner, node)
        if scanner.take(")"):
            glued = scanner.text[scanner.at : scanner.at + 1].isalnum()
            raise scanner.error("This bracket closes nothing.", scanner.at - 1, scanner.at, " " if glued else "")
        self._note_left_out()
        if said := listed.note_on_words(scanner.text, node):
            self.reader.note(said)
        return Parsed(node, tuple(self.reader.notes))

    def _unmark(self) -> None:
        """Take the marks of a list of numbers, as `1.` and quotation marks, out of the text."""
        scanner = self.scanner
        if (bare := listed.without_marks(scanner.text)) != scanner.text:
            self.reader.note(listed.note_on_marks(scanner.text, bare))
        elif (bare := prose.uncounted(scanner.text)) != scanner.text:
            self.reader.note("The number that counts a claim or an entry at the beginning was left out.")
        scanner.pasted = dataclasses.replace(scanner.pasted, text=bare)

    def _in_latin(self) -> None:
        """Put Latin letters for the Cyrillic ones in class symbols and Ukrainian numbers."""
        scanner = self.scanner
        if (text := recognise.with_latin_symbols(scanner.text)) != scanner.text:
            scanner.pasted = dataclasses.replace(scanner.pasted, text=text)
            self.reader.note(
                "Cyrillic letters in class symbols and numbers were read as the Latin ones they look like."
            )

    def _note_left_out(self) -> None:
        """Say which signs were left out, and what to write for what they may mean."""
        left_out = self.scanner.left_out
        for sign in [sign for sign in ("-", "! ") if sign in left_out]:
            self.reader.note(f"“{sign.strip()}” was left out; to exclude what follows write NOT.")
        if "!" in left_out:
            self.reader.note("“!” behind a word was left out; for exactly one letter, as in DEPATISnet, write #.")
        if symbols := " ".join(symbol for symbol in left_out if symbol not in ("-", "!", "! ")):
            self.reader.note(f"“{symbols}” cannot be searched and was left out.")

    # --- Operators --------------------------------------------------------------------------------------------------

    def _either(self, context: Context) -> Node:
        operands = list[strays.Operand]()
        mixed = False
        while not operands or self._take("OR"):
            operand, several = self._kept(lambda: self._all(context), "OR")
            operands.append(operand)
            mixed = mixed or several
        strays.note(self.reader, operands, context, _is_readable)
        if len(operands) > 1 and mixed:
            self.reader.note("AND binds tighter than OR: a AND b OR c is (a AND b) OR c. Brackets say otherwise.")
        if any(isinstance(one.node, Not) and self.scanner.text[one.start] != "(" for one in operands[:-1]):
            self.reader.note("NOT binds tighter than OR: NOT a OR b is (NOT a) OR b. For neither write NOT (a OR b).")
        return joined(Or, [operand.node for operand in operands])

    def _kept(self, read: Callable[[], tuple[Node, bool]], before: str) -> tuple[strays.Operand, bool]:
        """Return what is read, with what tells whether it strayed out of a field, and whether it is several joined by AND."""
        self.scanner.skip()
        start, named = self.scanner.at, self.named
        node, several = read()
        bare = self.named == named
        return strays.Operand(node, start, self.scanner.at, bare, self.fielded, before), several

    def _all(self, context: Context) -> tuple[Node, bool]:
        """Return operands joined by AND, written or not, and whether there were several."""
        operands = list[strays.Operand]()
        while not operands or not (self._at_end() or self.scanner.operator() == "OR"):
            single = re.match("&(?!&)", self.scanner.text[self.scanner.at :])
            before = ("&" if single else "AND") if operands and self._take("AND") else ""
            operands.append(self._kept(lambda: (self._single(context), False), before)[0])
        operands = strays.in_lists(self.reader, operands)
        strays.note(self.reader, operands, context, _is_readable)
        beside.say_semicolons(self.reader, operands, context.field.name)
        operands = beside.excluded(self.reader, operands)
        if context.relation == "any" and not any(operand.before for operand in operands[1:]):
            return joined(Or, [operand.node for operand in operands]), False
        nodes = beside.closed(self.reader, beside.folded(self.reader, operands, context.relation))
        for name in lists.SINGLE:
            if len({node.value for node in nodes if isinstance(node, Value) and node.field == name}) > 1:
                self.reader.note(f"A record has one {BY_NAME[name].label}: joined by AND, several find none. Write OR.")
        if len({node.value for node in nodes if isinstance(node, Value) and node.field == "number"}) > 1:
            self.reader.note("Only a record that has all of the numbers is found; for any of them write OR.")
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
        end = start + len(written)
        if written[-3:].upper() == "NOT" and prose.is_doubtful(scanner.text, end - 3, end):
            self.reader.note(f"“{written}” excludes what follows; as a word quote it.")
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
            return Not(beside.any_excluded(self.reader, self._single(context)))

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
        fielded = self.fielded
        while step := closeness.take(scanner, between=True):
            if self._at_end():
                raise scanner.error("NEAR needs something after it.", left.end, scanner.at, "")
            misplaced.refuse_behind_near(scanner, scanner.text[left.end : scanner.at].strip())
            right = self._beside(context)
            found.append(near.pair(scanner, left, right, step, context.field.name))
            for said in filter(None, (step.said, near.moved(scanner, left, right, found[-1], context.field.name))):
                self.reader.note(said)
            fielded = fielded or (self.fielded and dataclasses.replace(self.fielded, start=left.start))
            left = right
        if len(found) > 1:
            self.reader.note("Several NEAR in a row: each holds between its two neighbours.")
        self.fielded = fielded
        return joined(And, found) if found else left.node

    def _beside(self, context: Context) -> near.Operand:
        """Read an operand, and keep where it stands."""
        self.scanner.skip()
        start, named = self.scanner.at, self.named
        node = self._operand(context)
        behind.low(self.reader, node)
        return near.Operand(node, start, self.scanner.at, bare=self.named == named)

    # --- Operands ---------------------------------------------------------------------------------------------------

    def _operand(self, context: Context) -> Node:
        scanner = self.scanner
        self.fielded = None
        dated = context.explicit and (context.field.kind is FieldKind.DATE or context.field.name == "year")
        if relation := scanner.take_comparison(allowed=dated):
            return self._value(dataclasses.replace(context, relation=relation))
        misplaced.refuse_operator(scanner)
        texts.refuse_regex(self.reader)
        start = scanner.at
        prefix = scanner.front_page()
        if prefix is None and not recognise.is_office_in_brackets(scanner.text, start) and scanner.take("("):
            return self._bracket(context, start)
        prefix = prefix or scanner.prefix()
        if prefix is None:
            return self._value(context)
        if context.spread:
            message = "No field can be named within the bracket of several; close the bracket before it."
            raise scanner.error(message, prefix.start, prefix.end)
        self.named += 1
        return self._prefixed(prefix)

    def _prefixed(self, prefix: Prefix) -> Node:
        if len(prefix.codes) > 1:
            first, names = opened_list(prefix, self.reader)
            codes = ",".join(BY_NAME[name].codes[0] for name in names)
            return spread(self._governed(prefix, dataclasses.replace(first, spread=True, codes=codes)), names)
        inner, language = opened(prefix, self.reader)
        inner = dataclasses.replace(inner, codes=prefix.code if language else "")
        node = self._governed(prefix, inner)
        return And((node, Value("language", language))) if language else node

    def _governed(self, prefix: Prefix, inner: Context) -> Node:
        """Read the bracket or value that stands after a prefix."""
        start = self.scanner.at
        if (rounded := lists.in_round_brackets(self.scanner.text, start, inner.field)) != self.scanner.text:
            self.scanner.pasted = dataclasses.replace(self.scanner.pasted, text=rounded)
            self.reader.note("The brackets “[ ]” behind a field were read as ( ).")
        self.scanner.skip()
        texts.refuse_regex(self.reader)
        if self.scanner.take("("):
            negated = inner.relation == "<>"
            if negated:
                inner = dataclasses.replace(inner, relation="=")
            node = self._bracket(inner, start)
            node = Not(beside.any_excluded(self.reader, node)) if negated else node
            self.fielded = None
        else:
            misplaced.refuse_exclusion(self.scanner, prefix)
            self.scanner.take_comparison(allowed=False)
            misplaced.refuse_operator(self.scanner, prefix)
            if self.scanner.prefix():
                self.reader.needed(inner, None)
            node = self._alternatives(inner)
            self.fielded = strays.Fielded(inner, prefix.start, prefix.start, prefix.end)
        return node

    def _alternatives(self, context: Context) -> Node:
        """Read the value behind a field, and more with bars and no blanks between, as `cc=br|vn`."""
        scanner, nodes = self.scanner, [self._value(context)]
        while context.relation != "<>" and _BAR.match(scanner.text, scanner.at):
            scanner.at += 1
            if scanner.prefix():
                scanner.at -= 1
                break
            nodes.append(self._value(context))
        if len(nodes) > 1:
            self.reader.note(f"“|” between values of {context.field.label} was read as OR.")
        return joined(Or, nodes)

    def _bracket(self, context: Context, start: int) -> Node:
        scanner = self.scanner
        if foreign := habits.LONE_LETTER.match(scanner.text, start):
            self.reader.note(
                f"“{foreign[0]}” is sought as a word; for words near each other write NEAR5 or ADJ1 between them."
            )
        if scanner.take(")"):
            raise scanner.error("There is nothing between these brackets.", start, scanner.at, "")
        if scanner.ended():
            raise scanner.error("This bracket is opened and nothing follows.", start, scanner.at, "")
        with self._deeper(start):
            node = self._either(context)
        if not scanner.take(")"):
            error = scanner.error("This bracket is never closed.", start, start + 1)
            raise QueryError(error.message, error.position, f"{scanner.pasted.original.rstrip()})")
        self.fielded = None
        return behind.bracket(self.reader, node, start)

    def _value(self, context: Context) -> Node:
        start = self.scanner.at
        node = operands.read(self.reader, context)
        self.clauses += sum(1 for _ in leaves(node))
        if self.clauses > MAX_CLAUSES:
            raise self.scanner.error(
                f"A query has at most {MAX_CLAUSES} words and values. Split it.", start, self.scanner.at
            )
        return node
