"""WIPO ST.37 authority files: an office's own list of everything it published, in the text and in the DTD form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


class BadAuthorityFile(ValueError):  # noqa: N818 - named for what it is
    """An authority file that cannot be read; the sentence names the line and what is expected there."""


@dataclass
class Entry:
    """One publication number the office assigned; every value as delivered, empty where not given.

    `exception` is an ST.37 exception code; `searchable` maps `abstract`, `description`, `claims` to language codes,
    empty where the part cannot be searched, and lacks the part where nothing is said.
    """

    office: str
    number: str
    kind: str = ""
    date: str = ""
    exception: str = ""
    searchable: dict[str, list[str]] = field(default_factory=dict)
    application_office: str = ""
    application: str = ""
    application_date: str = ""
    place: str = ""


@dataclass
class Definition:
    """What the file says about itself; fit for JSON. `totals` maps kinds and exception codes to the declared counts."""

    office: str = ""
    produced: str = ""
    update: str = "full"
    grouped: bool = False
    kinds: dict[str, str] = field(default_factory=dict)
    exceptions: dict[str, str] = field(default_factory=dict)
    dates: tuple[str, str] = ("", "")
    numbers: tuple[str, str] = ("", "")
    kind_totals: dict[str, int] = field(default_factory=dict)
    exception_totals: dict[str, int] = field(default_factory=dict)


@dataclass
class AuthorityList:
    """An authority file: its definition, and its entries to be gone through once, in order."""

    definition: Definition
    entries: Iterator[Entry]
