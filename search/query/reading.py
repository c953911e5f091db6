"""What every value is read with: the field it stands in, and the reader that keeps the notes worth saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from search.fields import DEFAULT, Field
from search.query.scanner import Scanner
from search.query.tree import And, Node, Or

_COUNTRY = re.compile(r"\[([A-Z]{2})\]")


@dataclass(frozen=True)
class Context:
    """The field a value without a prefix belongs to, and the relation it has to it.

    `explicit` if the query named it; `spread` if it stands for several, as `ti,ab=`, whose codes `codes` has; `office` is that of its
    numbers without one.
    """

    field: Field = DEFAULT
    explicit: bool = False
    relation: str = "="
    spread: bool = False
    office: str = ""
    codes: str = ""

    @property
    def written(self) -> str:
        """The code of the field, or of several with commas, or what was written for one and its language."""
        return self.codes or self.field.codes[0]

    @property
    def is_list(self) -> bool:
        """Whether a quoted value is a list: `ti any "a b"`."""
        return self.relation in ("any", "all")


@dataclass
class Reader:
    """A scanner and the notes made while reading from it."""

    scanner: Scanner
    notes: dict[str, None] = field(default_factory=dict)

    def note(self, sentence: str) -> None:
        """Keep a sentence for the reader of the query, once."""
        self.notes[sentence] = None

    def drop(self, beginning: str) -> None:
        """Forget the sentences that begin so: another says more."""
        self.notes = {sentence: None for sentence in self.notes if not sentence.startswith(beginning)}

    def needed(self, context: Context, text: str | None) -> str:
        """Return the text, or raise QueryError: an operator, a bracket or the end stands where a value should."""
        if text and text.strip():
            return text
        label = context.field.label
        self._refuse_country()
        if self.scanner.text[self.scanner.at : self.scanner.at + 1] in ("[", "{", "]"):
            at = self.scanner.at
            message = f"“[ TO ]” is a range of dates; {label} has none. Write its values one by one with OR."
            raise self.scanner.error(message, at, at + 1)
        message = f"{label[:1].upper()}{label[1:]} needs a value here, as {context.field.example}."
        raise self.scanner.error(message, self.scanner.at, self.scanner.at)

    def _refuse_country(self) -> None:
        """Raise where a country in brackets stands behind a name, as Espacenet prints `UNIV SAO PAULO [BR]`."""
        if country := _COUNTRY.match(self.scanner.text, self.scanner.at):
            message = f"“{country[0]}” behind a name is its country, which is not searchable; for the office write cc={country[1]}."
            raise self.scanner.error(message, *country.span(), "")

    def listed(self, context: Context, nodes: Sequence[Node], *, alternatives: bool = False) -> Node:
        """Return the nodes of a list as one; `alternatives` where a record has one value only, so that `all` means any."""
        if not nodes:
            self.needed(context, None)
        return joined(Or if alternatives or context.relation == "any" else And, nodes)


def joined(kind: type[And | Or], nodes: Sequence[Node]) -> Node:
    """Return the nodes under an operator, or the only one itself."""
    return nodes[0] if len(nodes) == 1 else kind(tuple(nodes))
