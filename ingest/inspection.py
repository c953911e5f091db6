"""What a file holds, counted without storing anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.dialects import AuthorityDialect, authority_list, detect, documents
from ingest.document import Delivered, Unreadable
from ingest.offices.profiles import profile_of


@dataclass
class Seen:
    """Counts of what a reader yields."""

    dialect: str
    words: str
    documents: int = 0
    unreadable: int = 0
    offices: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    said: dict[str, str] = field(
        default_factory=dict
    )  # of what cannot be read: place and sentence, the first of each code
    entries: Counter[str] = field(default_factory=Counter)  # of an authority file, by exception code

    def add(self, document: Delivered | Unreadable) -> None:
        """Count one document."""
        if isinstance(document, Unreadable):
            self.unreadable += document.waits
            self.problems[document.problem.code] += 1
            self.said.setdefault(document.problem.code, f"{document.place}: {document.problem.sentence}")
            return
        self.documents += 1
        self.offices[document.office] += 1
        self.kinds.update(p.kind for p in document.publications)
        self.texts.update(f"{t.part} {t.language}" for t in document.texts)
        self.events.update(event.code for event in document.events)
        self.problems.update(problem.code for problem in document.problems)

    def tables(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Title and counts of everything seen."""
        yield "documents", {"readable": self.documents, "unreadable": self.unreadable}
        for name in ("offices", "kinds", "texts", "events", "problems", "entries"):
            yield name, dict(getattr(self, name))

    def as_dict(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return {"dialect": self.dialect, "words": self.words, **dict(self.tables()), "said": self.said}


def inspect(path: Path, office: str = "") -> Seen:
    """Read the file at `path` to its end. Raises BadArchive, UnknownDialect, BadAuthorityFile or OSError."""
    dialect = detect(path)
    seen = Seen(dialect.name, dialect.words)
    if isinstance(dialect, AuthorityDialect):
        given = authority_list(path)
        seen.offices[given.definition.office or office] += 1
        for entry in given.entries:
            seen.entries[entry.exception] += 1
        return seen
    for document in documents(path, profile_of(office) if office else None):
        seen.add(document)
    return seen
