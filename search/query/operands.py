"""What stands between operators: a value of a field, read the way its kind asks for, or one that is recognised."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from portal.standards import offices
from search.fields import HAS, FieldKind
from search.query import recognise
from search.query.elsewhere import addresses, habits
from search.query.kinds import classed, dates, listed, lists, numbers, symbols, texts
from search.query.reading import Context, Reader
from search.query.tree import Everything, Node, Not, Range, Value

_READ: Mapping[FieldKind, Callable[[Reader, Context], Node]] = {
    FieldKind.TEXT: texts.read,
    FieldKind.NAME: texts.read,
    FieldKind.CLASS: classed.read,
    FieldKind.NUMBER: numbers.read,
    FieldKind.DATE: dates.read,
    FieldKind.KEYWORD: lists.read,
}
_DAY = len("2019-12-31")
_UNBROKEN = re.compile(r"\S{1,2000}")
_LONE_STAR = re.compile(r"\*(?::\*)?(?![^\s)])")


def read(reader: Reader, context: Context) -> Node:
    """Read one value in its field; raises QueryError where there is none or it cannot be one."""
    reader.scanner.skip()
    start = reader.scanner.at
    node = (
        _everything(reader, context)
        or _record(reader, context)
        or _address(reader, context)
        or _recognised(reader, context)
        or _READ[context.field.kind](reader, context)
    )
    if (
        context.relation in dates.COMPARISONS
        and context.field.kind is not FieldKind.DATE
        and context.field.name != "year"
    ):
        message = f"“{context.relation}” compares dates; {context.field.label} is none. Write {context.field.example}."
        raise reader.scanner.error(message, start, reader.scanner.at)
    if weight := habits.BOOST.match(reader.scanner.text, reader.scanner.at):
        reader.scanner.at = weight.end()
        reader.note(texts.no_weight(weight[0]))
    return Not(node) if context.relation == "<>" else node


def _everything(reader: Reader, context: Context) -> Node | None:
    """Read a lone `*`: every record, or every record that has the field."""
    scanner, start = reader.scanner, reader.scanner.at
    if scanner.take_match(_LONE_STAR) is None:
        return None
    if not context.explicit:
        return Everything()
    if context.spread:
        raise scanner.error("“*” alone is asked of one field at a time, as ti=* OR ab=*.", start, scanner.at)
    if context.field.name in HAS:
        return Value("has", context.field.name, scanner.span(start))
    if context.field.kind is FieldKind.DATE:
        return Range(context.field.name, None, None, scanner.span(start))
    message = f"“*” alone cannot be searched in {context.field.label}; write a value, as {context.field.example}."
    if context.field.name == "number":  # every record has one
        raise scanner.error(message, scanner.prefix_before(start), scanner.at, "*")
    raise scanner.error(message, start, scanner.at)


def _record(reader: Reader, context: Context) -> Node | None:
    """Read the id of a record or the address of its page as the number in it."""
    scanner, start = reader.scanner, reader.scanner.at
    match = None if context.explicit else recognise.RECORD.match(scanner.text, start)
    if match is None or offices.find(match[1][:2]) is None:
        return None
    scanner.at = match.end()
    return numbers.value(reader, "number", match[1].upper(), start)


def _address(reader: Reader, context: Context) -> Node | None:
    """Read the address of a page of another system as the number it carries; raises QueryError where it carries none."""
    scanner, start = reader.scanner, reader.scanner.at
    match = addresses.ADDRESS.match(scanner.text, start)
    if match is None or (context.explicit and context.field.kind is not FieldKind.NUMBER):
        return None
    found = addresses.read(match[0])
    if found is None:
        return None
    scanner.at = match.end()
    whole = _UNBROKEN.match(scanner.text, start)
    if not found.number and whole and (query := addresses.asked(whole[0])):
        message = "This address holds a search; write its query alone, and what else the address asks for as fields."
        raise scanner.error(message, start, whole.end(), query)
    if not found.number:
        raise scanner.error(found.problem, start, scanner.at)
    reader.note(f"The address, {found.system}, was read as the number {found.number} in it.")
    return numbers.value(reader, context.field.name if context.explicit else "number", found.number, start)


def _recognised(reader: Reader, context: Context) -> Node | None:
    """Read a class symbol, date or number that stands without a field."""
    if context.explicit:
        return None
    symbols.refuse_slip(reader)
    texts.refuse_suffix(reader)
    scanner, text, start = reader.scanner, reader.scanner.text, reader.scanner.at
    if (node := classed.recognised(reader)) is not None:
        return node
    scanner.at = recognise.date_end(text, start)
    in_list = listed.in_list(text, start)
    if scanner.at > start and not (text[start : scanner.at].isdigit() and in_list):
        return _date(reader, start)
    end = recognise.truncated_end(text, start, bare=True)
    scanner.at = max(end, recognise.number_end(text, start, bare=not in_list))
    if scanner.at == start:
        return None
    if lists.choice("year", typed := text[start : scanner.at]):
        reader.note(f"“{typed}” was read as a number; for the year write pd={typed}.")
    elif recognise.DAY.fullmatch(typed):
        reader.note("Eight digits that could be a day were read as a number; for the day write pd= before them.")
    return numbers.value(reader, "number", typed, start)


def _date(reader: Reader, start: int) -> Node:
    typed = reader.scanner.text[start : reader.scanner.at]
    number = "" if len(typed) > _DAY or any(map(str.isalpha, typed)) else f"for a number write num={typed}, "
    reader.note(f"“{typed}” was read as a publication date; {number}for the words quote them.")
    low, high = dates.period(reader, typed, start)
    return Range("published", low, high, reader.scanner.span(start))
