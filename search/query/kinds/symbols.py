"""Class symbols: sections, classes, subclasses and groups of the IPC and the CPC."""

from __future__ import annotations

import re

from portal.standards import classes
from search.query import habits, recognise
from search.query.reading import Context, Reader
from search.query.tree import Node, Pattern, Value

_MAIN_GROUP = re.compile(r"([a-hy]\d\d[a-z])\s?0{0,3}([1-9]\d{0,3})")
# Between the symbols of a list: a comma, or a blank that is not the one before a group.
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?!\d{1,4}\s?/)")


def read(reader: Reader, context: Context) -> Node:
    """Read a symbol, or several in quotes."""
    scanner, start = reader.scanner, reader.scanner.at
    quoted = scanner.take_quoted()
    if quoted is not None and context.is_list:
        symbols = [symbol for symbol in _BETWEEN.split(quoted.strip()) if symbol]
        return reader.listed(context, [_value(reader, context, symbol, start) for symbol in symbols])
    text = quoted if quoted is not None else scanner.take_match(recognise.CLASS_VALUE) or scanner.take_word()
    return _value(reader, context, reader.needed(context, text), start)


def _value(reader: Reader, context: Context, text: str, start: int) -> Node:
    scanner, name = reader.scanner, context.field.name
    if symbol := normal(text):
        return Value(name, symbol, scanner.span(start))
    if habits.WILDCARD.search(text) and text[0].isalpha():
        return Pattern(name, text.upper().replace(" ", ""), scanner.span(start))
    message = (
        f"“{text[:40]}” is not a class symbol. Type a section, class, subclass or group: A, A61, A61K, A61K 31/00."
    )
    raise scanner.error(message, start, scanner.at)


def normal(text: str) -> str | None:
    """Return a class, subclass or group in its normal form, as `A61K 31/00`, or None.

    A main group may lack its `/00`. Truncation at the end and Espacenet's `/low` ask for what a symbol takes in anyway.
    """
    text = text.strip().lower().removesuffix("/low").rstrip("*").rstrip("/")
    if group := _MAIN_GROUP.fullmatch(text):
        text = f"{group[1]} {group[2]}/00"
    return classes.cpc(text) or (text.upper() if classes.ipc_path(text) else None)
