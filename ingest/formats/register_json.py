"""Records of registers as JSON: one document, or one a line, whatever envelope an office's programs put around them.

A record is an object that has the keys a mapping is told by (`ingest.formats.mapping`). Numbers are kept as they are written.
"""

from __future__ import annotations

import io
import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import Any, BinaryIO

from ingest.archive import MIB, Member
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats.lacking import NUMBER, core, nearest, problems
from ingest.formats.mapped import document, leaves, new, nodes
from ingest.formats.mapping import STEP, Mapping, mappings
from ingest.formats.reading import kept
from ingest.offices.profiles import Profile
from portal.standards.names import bare

DOCUMENT = 64 * MIB
KEPT = MIB  # of a document in quarantine
DEPTH = 100
RECORD = 100_000  # values in one record
ENOUGH = 3  # of what no record should be without, by which one without a number is known
LOOKED_AT = 100  # lines, for whether each is a document
AROUND = 100  # new keys around the records that are told
STARTS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*[\[{]")
# What search engines, web frameworks and open-data portals write around records: counts, pages, times.
ENVELOPE = frozenset(
    [
        "count",
        "total",
        "totalCount",
        "took",
        "timed_out",
        "_shards",
        "max_score",
        "relation",
        "value",
        "next",
        "previous",
        "page",
        "pageSize",
        "size",
        "success",
        "message",
        "error",
        "status",
        "lodgement_date",
        "api_info",
        "_index",
        "_type",
        "_id",
        "_score",
        "sort",
        "available",
        "overall",
        "search",
        "preprocessing",
        "postprocessing",
    ]
)


LISTED = "[]"  # the path of a value that stands in a list by itself
# What the parser says, in words for the office.
FAULTS = {
    "Expecting property name": "a key in double quotation marks is missing",
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma is missing, or a bracket that closes",
    "Expecting ':' delimiter": "a colon is missing after a key",
    "Extra data": "something stands behind its end",
    "Illegal trailing comma": "a comma stands before a bracket that closes",
    "Unterminated string": "a quotation mark is not closed",
    "Invalid control character": "a line break or control character stands within a text",
    "Invalid \\": "a backslash stands before what needs none",
}


class BadJSON(ValueError):  # noqa: N818 - named for what it is
    """JSON that cannot be read; the sentence says why. `early`: all that is there is right, and then it ends."""

    early = False
    cut = False


class NoNumber(str):
    """What some programs write for a number that is none, and JSON does not have: `NaN`."""

    __slots__ = ()


def told(head: bytes) -> Mapping | None:
    """Return the mapping whose keys a JSON file that begins with `head` has; None where there is none."""
    if not STARTS.match(head):
        return None
    keys = {key.decode("utf-8", "replace") for key in re.findall(rb'"([^"\\]{1,100})"\s*:', head)}
    exact = (m for m in _mappings() if {s for path in m.told_by for s in path.split(STEP)} <= keys)
    return next(exact, None) or _nearest(keys)


def _nearest(keys: Collection[str]) -> Mapping | None:
    return nearest(_mappings(), keys, lambda mapping, key: key in mapping.steps)


def _mappings() -> Iterator[Mapping]:
    return (mapping for mapping in mappings() if mapping.format == "json")


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:  # noqa: ARG001
    """Yield the records of a file in order; what is no record, or cannot be read, becomes an Unreadable with its bytes."""
    missing = Missing()
    yield from documents(member, lambda place, content, value: _records(value, content, place, missing))
    yield from missing.told(member.name)


# --- the values of a file -----------------------------------------------------------------------------------------


def documents(
    member: Member, read: Callable[[str, bytes, Any], Iterator[Delivered | Unreadable]]
) -> Iterator[Delivered | Unreadable]:
    """Yield what `read` makes of the place, bytes and value of each document of a file; what is not JSON becomes an Unreadable."""
    with member.open() as stream:
        for place, content, value in _values(stream, member.name):
            if isinstance(value, BadJSON):
                found = bad(place, "READ-JSON", str(value), content)
                found.cut = value.cut
                yield found
            else:
                yield from read(place, content, value)


def _values(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes, Any]]:
    """Yield place, bytes and value of each document: the whole file, or each line where the first is one by itself."""
    line = stream.readline(DOCUMENT + 1)
    first = _value(line)
    if isinstance(first, BadJSON) and not line.rstrip().endswith(b"}"):
        whole = line + stream.read(max(DOCUMENT + 1 - len(line), 0))
        value = _value(whole)
        if isinstance(value, BadJSON) and _of_lines(whole):
            whole += stream.readline(DOCUMENT + 1)  # the last line may have been read in part
            yield from _each(chain(io.BytesIO(whole), _lines(stream)), name)
        else:
            yield name, whole, _ended(whole, value)
    else:
        yield from _each(chain([line], _lines(stream)), name)


def _of_lines(content: bytes) -> bool:
    """Tell whether most lines after the first are objects by themselves: then the first is a broken one."""
    lines = [line for line in islice(io.BytesIO(content), 1, LOOKED_AT) if line.strip()]
    return content.removeprefix(BOM_UTF8).startswith(b"{") and 2 * sum(
        isinstance(_value(line), dict) for line in lines
    ) > len(lines)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(DOCUMENT + 1):
        yield line


def _each(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, bytes, Any]]:
    """Yield place, bytes and value of each line."""
    for n, line in enumerate(lines, 1):
        if line.strip():
            yield f"{name}:{n}", line, _value(line) if line.endswith(b"\n") else _ended(line, _value(line))


def _ended(content: bytes, value: Any) -> Any:
    """Mark what cannot be read of the last bytes of a file where they break off, or are a list, which is lost whole."""
    if isinstance(value, BadJSON):
        listed = content.removeprefix(BOM_UTF8).lstrip().startswith(b"[")
        value.cut = value.early or listed or not content.rstrip().endswith((b"}", b"]"))
    return value


def _value(content: bytes) -> Any:
    """Return the value written in `content`, or what is wrong with it."""
    if len(content) > DOCUMENT:
        return BadJSON(f"The document is larger than {DOCUMENT // MIB} MiB; deliver one record a line.")
    try:
        text = content.removeprefix(BOM_UTF8).decode()
        return json.loads(text, object_pairs_hook=_object, parse_float=str, parse_int=str, parse_constant=NoNumber)
    except UnicodeDecodeError as error:
        return BadJSON(f"Byte {error.start + 1} is not UTF-8, which JSON must be.")
    except RecursionError:
        return BadJSON("Its values lie too deep in each other.")
    except ValueError as error:
        found = BadJSON(_fault(error))
        ended = isinstance(error, json.JSONDecodeError) and error.pos >= len(text.rstrip())
        found.early = ended or str(error).startswith("Unterminated string")
        return found


def _fault(error: ValueError) -> str:
    """Say what is wrong with JSON, and where."""
    if not isinstance(error, json.JSONDecodeError):
        return "It is not JSON: a value in it cannot be read."
    what = next((plain for said, plain in FAULTS.items() if error.msg.startswith(said)), "it is written in another way")
    return f"It is not JSON: {what}, in line {error.lineno} at letter {error.colno}."


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keep a key that comes twice under a name of its own, so that it is told as new; truth values become words."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[f"{key} (again)" if key in found else key] = _worded(value)
    return found


def _worded(value: Any) -> Any:
    """Return a value with truth values as words, those in a list too: an object was gone through before."""
    if isinstance(value, list):
        return [_worded(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else value


# --- the records of a value ---------------------------------------------------------------------------------------


class Missing:
    """The keys that none of the records of a file has so far, of those no record should be without.

    Programs leave a key out where there is no value: it is missed only where there are keys the mapping does not know.
    """

    def __init__(self) -> None:
        self.missing: dict[str, tuple[Mapping, dict[str, tuple[str, ...]]]] = {}
        self.new: dict[str, list[str]] = {}

    def note(self, mapping: Mapping, record: dict[str, Any]) -> None:
        """Look at one more record."""
        missing = self.missing.setdefault(mapping.name, (mapping, core(mapping)))[1]
        for what in [what for what, paths in missing.items() if any(_there(record, path) for path in paths)]:
            del missing[what]
        if missing and mapping.name not in self.new and not all(mapping.knows(path) for path, _ in leaves(record)):
            self.new[mapping.name] = [*record]

    def told(self, place: str) -> Iterator[Unreadable]:
        """Yield what is to be said at the end of the file."""
        for name, keys in self.new.items():
            for problem in problems(*self.missing[name], keys, place):
                yield Unreadable(place, problem, remark=True)


def _records(value: Any, content: bytes, place: str, missing: Missing) -> Iterator[Delivered | Unreadable]:
    """Yield the records in a document, and a note for each key around them that is not an envelope's."""
    around: dict[str, None] = {}
    records = [*_walk(value, "", around, 0, _one)] or [*_walk(value, "", around, 0, _near)]
    for n, (path, one) in enumerate(records, 1):
        where = f"{place}#{n}" if path else place
        if isinstance(one, Unreadable):
            yield Unreadable(where, replace(one.problem, place=where), content[:KEPT])
            continue
        mapping, record = one
        missing.note(mapping, record)
        made = document(mapping, record, where)
        if isinstance(made, Delivered):
            made.problems += _no_numbers(record, where)
        yield kept(made, partial(written, record, value, content))
    for path in around:
        told = Problem("READ-VALUE", "warning", "The list holds values that are no records; they were not used.", place)
        yield Unreadable(place, told if path == LISTED else new(path, place), remark=path == LISTED)
    if not records:
        yield bad(place, "READ-OTHER", "It holds no record that a mapping describes.", content)


def _no_numbers(record: dict[str, Any], place: str) -> Iterator[Problem]:
    for path, said in leaves(record):
        if isinstance(said, NoNumber):
            yield Problem("READ-PLACEHOLDER", "info", f"{said} in {path} is no value and was taken as empty.", place)


def written(record: Any, value: Any, content: bytes) -> bytes:
    """Return the bytes of a record in the document `value`, whose bytes are `content`: alone, where it is one among others."""
    alone = record is value or (isinstance(value, dict) and [*map(id, value.values())] == [id(record)])
    return content if alone else json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _exact(record: dict[str, Any]) -> Mapping | None:
    return next((m for m in _mappings() if all(_has(record, told) for told in m.told_by)), None)


def _one(record: dict[str, Any]) -> Mapping | None:
    """Return the mapping of a record, be it that a key it is told by is missing because there is no value.

    One without a number is known by other things no record should be without; it is put aside later, and not passed over.
    """
    if exact := _exact(record):
        return exact
    near = None if _holds(record) else _near(record)
    if near is None:
        return None
    there = [what for what, paths in core(near).items() if any(_has(record, path) for path in paths)]
    return near if NUMBER in there or len(there) >= ENOUGH else None


def _near(record: dict[str, Any]) -> Mapping | None:
    """Return the mapping that knows the most keys of a record, of those that know its right if there are any."""
    own = (
        m for m in _mappings() if not m.right_from or bare("".join(map(str, nodes(record, m.right_from)))) in m.rights
    )
    return nearest(own, record, lambda mapping, key: key in mapping.steps) or _nearest(record)


def _holds(value: Any, depth: int = 0) -> bool:
    """Tell whether records lie in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return depth <= DEPTH and any((isinstance(one, dict) and _exact(one)) or _holds(one, depth + 1) for one in inner)


def _walk(
    value: Any, path: str, around: dict[str, None], depth: int, tell: Callable[[dict[str, Any]], Mapping | None]
) -> Iterator[tuple[str, Any]]:
    if depth > DEPTH:
        yield path, Unreadable("", Problem("READ-DEEP", "error", f"Values lie more than {DEPTH} deep in each other."))
    elif isinstance(value, list):
        for one in value:
            yield from _walk(one, path or LISTED, around, depth + 1, tell)
    elif isinstance(value, dict):
        mapping = tell(value)
        if mapping and sum(1 for _ in leaves(value)) > RECORD:
            yield path, Unreadable("", Problem("READ-MANY", "error", f"A record has more than {RECORD:,} values."))
        elif mapping:
            yield path, (mapping, value)
        else:
            for key, inner in value.items():
                yield from _walk(inner, f"{path}{STEP}{key}" if path else key, around, depth + 1, tell)
    elif value and path and path.rpartition(STEP)[2] not in ENVELOPE and len(around) < AROUND:
        around[path] = None


def _has(value: dict[str, Any], path: str) -> bool:
    """Tell whether the keys of `path` are there, whatever stands under the last."""
    outer, _, last = path.rpartition(STEP)
    return any(isinstance(node, dict) and last in node for node in (nodes(value, outer) if outer else [value]))


def _there(value: dict[str, Any], path: str) -> bool:
    """The same of a path that may end early, in an empty object or list."""
    outer = path.rpartition(STEP)[0]
    return _has(value, path) or bool(outer and _there(value, outer) and not any(nodes(value, outer)))


def bad(place: str, code: str, sentence: str, content: bytes) -> Unreadable:
    """Return what becomes of JSON that cannot be read."""
    return Unreadable(place, Problem(code, "error", sentence, place), content[:KEPT])
