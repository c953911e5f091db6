"""What a filter beside the results may be set to: the same for the address of a page and of the API."""

from __future__ import annotations

from collections.abc import Iterable

from search.fields import BY_NAME, HAS
from search.query.kinds.lists import choice
from search.query.kinds.symbols import normal

# Filter → what it takes, in words, for who gave something else.
TAKEN = {
    "right": f"rights are {', '.join(BY_NAME['right'].values)}",
    "status": f"the legal status is {', '.join(BY_NAME['status'].values)}",
    "has": f"elements are {', '.join(HAS)}",
    "office": "an office is written by its WIPO ST.3 code, as VN; those held are under Offices",
    "kind": "a kind code is a letter with or without a digit, as B1",
    "language": "a language is written by its ISO 639-1 code, as th",
    "ipc": "a class is written as A61K",
}


def mistake(name: str, values: Iterable[str]) -> str:
    """Return in a sentence what is wrong with the first value of a filter that no record can have, empty where none is."""
    if name not in TAKEN:
        return ""
    wrong = next((value for value in values if value and not _is_value(name, value)), None)
    return "" if wrong is None else f"“{wrong[:40]}” is not known for {name}=: {TAKEN[name]}."


def _is_value(name: str, value: str) -> bool:
    return (normal(value) if name == "ipc" else choice(name, value)) is not None
