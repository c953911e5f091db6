"""Which dialect a file is, told by what is in it, and its documents one after another.

One reader per dialect, not per country. A delivery may hold several: each file is read by what it is itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.archive import Member
from ingest.document import Delivered, Unreadable
from ingest.formats.st37 import AuthorityList
from ingest.offices.profiles import Profile


class UnknownDialect(ValueError):  # noqa: N818 - named for what it is
    """A delivery no reader knows; the sentence says what was seen and which dialects there are."""


@dataclass(frozen=True)
class Dialect:
    """A way of writing documents down. `read` yields a file's documents in order, always the same for the same bytes."""

    name: str
    words: str
    read: Callable[[Member, Profile], Iterator[Delivered | Unreadable]]


@dataclass(frozen=True)
class AuthorityDialect:
    """A way of writing an authority file (ST.37) down."""

    name: str
    words: str
    read: Callable[[Member], AuthorityList]


def detect(path: Path, name: str = "") -> Dialect | AuthorityDialect:
    """Tell the dialect of the delivery at `path` by its first files. Raises UnknownDialect and BadArchive."""
    raise UnknownDialect(f"{name or path.name}: no dialect is known yet.")


def documents(path: Path, profile: Profile, name: str = "") -> Iterator[Delivered | Unreadable]:
    """Yield every document of the delivery at `path`, called `name`, in the order of its bytes.

    Files that are no documents (images, DTDs, tables of contents) are passed over; a file no reader knows, or that ends
    early, becomes an Unreadable. An element new to a reader is reported once. Raises BadArchive.
    """
    del profile
    raise UnknownDialect(f"{name or path.name}: no dialect is known yet.")


def authority_list(path: Path, name: str = "") -> AuthorityList:
    """Return the authority file of the delivery at `path`.

    Raises UnknownDialect, BadArchive and, while its entries are gone through, `ingest.formats.st37.BadAuthorityFile`.
    """
    raise UnknownDialect(f"{name or path.name}: no dialect is known yet.")
