"""Records of registers as JSON: one document, or one a line, whatever envelope an office's programs put around them.

A record is an object that has the keys a mapping is told by (`ingest.formats.mapping`). Numbers are kept as they are written.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from ingest.archive import MIB, Member
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats.mapped import document, leaves, new, nodes
from ingest.formats.mapping import STEP, Mapping, mappings
from ingest.offices.profiles import Profile

DOCUMENT = 64 * MIB
KEPT = MIB  # of a document in quarantine
DEPTH = 100
RECORD = 100_000  # values in one record
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


class BadJSON(ValueError):  # noqa: N818 - named for what it is
    """JSON that cannot be read; the sentence says why. `early`: all that is there is right, and then it ends."""

    early = False
    cut = False


def told(head: bytes) -> Mapping | None:
    """Return the mapping whose keys a JSON file that begins with `head` has; None where there is none."""
    if not STARTS.match(head):
        return None
    keys = {key.decode("utf-8", "replace") for key in re.findall(rb'"([^"\\]{1,100})"\s*:', head)}
    return next((m for m in _mappings() if {s for path in m.told_by for s in path.split(STEP)} <= keys), None)


def _mappings() -> Iterator[Mapping]:
    return (mapping for mapping in mappings() if mapping.format == "json")


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:  # noqa: ARG001
    """Yield the records of a file in order; what is no record, or cannot be read, becomes an Unreadable with its bytes."""
    return documents(member, lambda place, _, value: _records(value, place))


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
        line += stream.read(max(DOCUMENT + 1 - len(line), 0))
        yield name, line, _ended(line, _value(line))
        return
    n = 1
    while line:
        if line.strip():
            yield f"{name}:{n}", line, _value(line) if line.endswith(b"\n") else _ended(line, _value(line))
        line, n = stream.readline(DOCUMENT + 1), n + 1


def _ended(content: bytes, value: Any) -> Any:
    """Mark what cannot be read of the last bytes of a file where they break off."""
    if isinstance(value, BadJSON):
        value.cut = value.early or not content.rstrip().endswith((b"}", b"]"))
    return value


def _value(content: bytes) -> Any:
    """Return the value written in `content`, or what is wrong with it."""
    if len(content) > DOCUMENT:
        return BadJSON(f"The document is larger than {DOCUMENT // MIB} MiB; deliver one record a line.")
    try:
        text = content.removeprefix(BOM_UTF8).decode()
        return json.loads(text, object_pairs_hook=_object, parse_float=str, parse_int=str, parse_constant=str)
    except UnicodeDecodeError as error:
        return BadJSON(f"Byte {error.start + 1} is not UTF-8, which JSON must be.")
    except RecursionError:
        return BadJSON("Its values lie too deep in each other.")
    except ValueError as error:
        found = BadJSON(f"It is not JSON: {error}.")
        ended = isinstance(error, json.JSONDecodeError) and error.pos >= len(text.rstrip())
        found.early = ended or str(error).startswith("Unterminated string")
        return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Keep a key that comes twice under a name of its own, so that it is told as new; truth values become words."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[f"{key} (again)" if key in found else key] = str(value).lower() if isinstance(value, bool) else value
    return found


# --- the records of a value ---------------------------------------------------------------------------------------


def _records(value: Any, place: str) -> Iterator[Delivered | Unreadable]:
    """Yield the records in a document, and a note for each key around them that is not an envelope's."""
    around: dict[str, None] = {}
    n = 0
    for path, one in _walk(value, "", around, 0):
        n += 1
        where = f"{place}#{n}" if path else place
        if isinstance(one, Unreadable):
            yield Unreadable(where, Problem(one.problem.code, one.problem.severity, one.problem.sentence, where))
            continue
        mapping, record = one
        found = document(mapping, record, where)
        if isinstance(found, Unreadable):
            found.content = json.dumps(record).encode()[:KEPT]
        yield found
    for path in around:
        yield Unreadable(place, new(path, place))
    if not n:
        yield bad(place, "READ-OTHER", "It holds no record that a mapping describes.", json.dumps(value).encode())


def _walk(value: Any, path: str, around: dict[str, None], depth: int) -> Iterator[tuple[str, Any]]:
    if depth > DEPTH:
        yield path, Unreadable("", Problem("READ-DEEP", "error", f"Values lie more than {DEPTH} deep in each other."))
    elif isinstance(value, list):
        for one in value:
            yield from _walk(one, path or "[]", around, depth + 1)
    elif isinstance(value, dict):
        mapping = next((m for m in _mappings() if all(_has(value, told) for told in m.told_by)), None)
        if mapping and sum(1 for _ in leaves(value)) > RECORD:
            yield path, Unreadable("", Problem("READ-MANY", "error", f"A record has more than {RECORD:,} values."))
        elif mapping:
            yield path, (mapping, value)
        else:
            for key, inner in value.items():
                yield from _walk(inner, f"{path}{STEP}{key}" if path else key, around, depth + 1)
    elif value and path and path.rpartition(STEP)[2] not in ENVELOPE and len(around) < AROUND:
        around[path] = None


def _has(value: dict[str, Any], path: str) -> bool:
    """Tell whether the keys of `path` are there, whatever stands under the last."""
    outer, _, last = path.rpartition(STEP)
    return any(isinstance(node, dict) and last in node for node in (nodes(value, outer) if outer else [value]))


def bad(place: str, code: str, sentence: str, content: bytes) -> Unreadable:
    """Return what becomes of JSON that cannot be read."""
    return Unreadable(place, Problem(code, "error", sentence, place), content[:KEPT])
