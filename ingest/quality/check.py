"""What a check is: a small pure function over the unsaved rows of one document, with a code, a severity and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from portal.records.store import Draft


class Check(NamedTuple):
    """A row of a table of checks.

    `find` takes a draft and yields one sentence for each thing it doubts; it never changes anything. `means` and `do` are
    the sentences of docs/findings.md: what a finding of this code says, and what the office can do about it.
    """

    code: str
    severity: str  # critical, error, warning, info
    find: Callable[[Draft], Iterator[str]]
    means: str
    do: str
