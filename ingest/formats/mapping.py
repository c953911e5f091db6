"""Mappings: what the columns of an office's table, or the keys and elements of its records, stand for, written in TOML.

One file `ingest/offices/<code>/<name>.mapping.toml` a table; `ingest/offices/README.md` explains it with an example. A new
office that delivers a table or JSON records needs such a file and no code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from ingest.offices.profiles import FOLDER, BadProfile, Reading
from ingest.shown import shown
from portal.records.models import Part, Relation, Right, Role, Scheme
from portal.standards import offices
from portal.standards.names import bare

STEP = " > "  # between the keys of a path; column heads contain slashes and dots
WITH = " + "  # between the last keys of a path in `told`, whose values stand together
ROOT = "^"  # the first step of a path from the root of an XML file, wherever its rule starts
FORMATS = ("table", "json", "xml")


@dataclass(frozen=True)
class Target:
    """What a section of a mapping makes: its main field, its others, and the word it must choose from a list."""

    main: str
    fields: tuple[str, ...]
    word: str = ""
    words: tuple[str, ...] = ()


NUMBER = ("number", "kind", "date", "office")
ONE = {
    "application": Target("number", NUMBER),
    "as_of": Target("date", ("date",)),
    "granted": Target("date", ("date",)),
    "expires": Target("date", ("date",)),
    "status": Target("name", ("name", "comment", "language")),
}
MANY = {
    "publications": Target("number", NUMBER),
    "texts": Target("text", ("text", "language", "label"), "part", tuple(Part.values)),
    "names": Target("name", ("name", "country", "address", "name_latin"), "role", tuple(Role.values)),
    "symbols": Target("value", ("value", "version"), "scheme", tuple(Scheme.values)),
    "related": Target("number", NUMBER, "relation", tuple(Relation.values)),
    "events": Target("name", ("code", "name", "date", "comment", "gazette", "language")),
}


@dataclass(frozen=True)
class Rule:
    """Where values come from. `source` is the path of a value or of an object, empty for the record itself.

    `paths` says where the fields stand: in the object at `source`, or in the record where `source` is a value. `pattern` reads
    fields out of the main one by its named groups, after `split` has cut it. `find` takes the group of its expression out of
    what stands at a path. Fields in `needs` may not be empty. `where`: it counts only where the values at these paths match.
    `instead`: it counts only where no rule before it found a name of its role, or a publication.
    The values at the paths in `more` follow the address; those in `told`, behind their word, the comment.
    A field that is empty has the value at its path in `otherwise`, from the record.
    """

    main: str
    source: str
    paths: Table[str, str]
    always: Table[str, str]
    word: str
    split: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    only_matching: bool
    needs: tuple[str, ...]
    find: Table[str, re.Pattern[str]]
    kinds: Table[str, str]
    where: Table[str, re.Pattern[str]] = field(default_factory=dict)
    instead: bool = False
    more: tuple[str, ...] = ()
    told: Table[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: Table[str, str] = field(default_factory=dict)

    def place(self, path: str) -> str:
        """Return the path in the record of a field at `path` of the object at `source`."""
        return STEP.join(filter(None, ("" if outside(path) else self.source, path)))

    @property
    def said(self) -> list[str]:
        """The paths of what follows the comment."""
        ends = [path.rpartition(STEP) for paths in self.told.values() for path in paths]
        return [f"{above}{step}{key}" for above, step, keys in ends for key in keys.split(WITH)]

    @property
    def beside(self) -> str:
        """The path of the main field's own, where it is read out of a value at `source` as well; else nothing."""
        return self.paths.get(self.main, "") if self.source else ""


@dataclass(frozen=True)
class Other:
    """Rows of another kind among those wanted: told by a column, with the reason why they are left."""

    column: str
    pattern: re.Pattern[str]
    reason: str


@dataclass(frozen=True)
class Mapping:
    """A table or a sort of record, told from others by its columns or paths (`told_by`), in XML by an element (`record`).

    `root` is the element around all records, where the record's own name does not tell enough. `within` names the mapping
    among whose rows these stand: they are told by `wanted`, not by the head of their table.
    """

    name: str
    words: str
    office: str
    format: str
    told_by: tuple[str, ...]
    record: str
    root: str
    within: str
    empty: frozenset[str]
    encoding: str
    html: bool
    right: str
    right_from: str
    rights: Table[str, str]
    wanted: Table[str, re.Pattern[str]]
    others: tuple[Other, ...]
    one: Table[str, Rule]
    many: Table[str, tuple[Rule, ...]]
    ignored: Table[str, str]
    spellings: Table[str, str]

    @cached_property
    def spelled(self) -> dict[str, str]:
        """The columns of a table by every spelling they are known in, without accents, case, blanks and punctuation."""
        own = {bare(name): name for name in [*self.used, *self.ignored, *self.told_by]}
        return {**{bare(other): name for other, name in self.spellings.items()}, **own}

    @cached_property
    def used(self) -> frozenset[str]:
        """Every path whose value goes into a document."""
        rules = [*self.one.values(), *(rule for rules in self.many.values() for rule in rules)]
        inner = {
            rule.place(path) for rule in rules for path in (*rule.paths.values(), *rule.where, *rule.more, *rule.said)
        }
        inner |= {path for rule in rules for path in rule.otherwise.values()}
        outer = (
            {path for rule in rules for path in (*rule.paths.values(), *rule.where)}
            if self.format == "table"
            else set()
        )
        inner |= {path.removesuffix(f"{STEP}#") for path in inner}  # an element without attributes is its own value
        outer |= {rule.beside for rule in self.one.values()} - {""}
        return frozenset({*inner, *outer, *(rule.source for rule in rules), self.right_from, *self.wanted})

    @cached_property
    def lists(self) -> frozenset[str]:
        """The paths of which every value is taken."""
        return frozenset(rule.source for rules in self.many.values() for rule in rules)

    @cached_property
    def steps(self) -> frozenset[str]:
        """Every key of every path that is used, or left on purpose."""
        return frozenset(step for path in [*self.used, *self.ignored, *self.told_by] for step in path.split(STEP))

    def knows(self, path: str) -> bool:
        """Tell whether the value at `path` is used, or left on purpose with all that is below it."""
        steps = path.removesuffix(f"{STEP}#").split(STEP)
        return self.uses(path) or any(STEP.join(steps[:n]) in self.ignored for n in range(1, len(steps) + 1))

    def uses(self, path: str) -> bool:
        """Tell whether the value at `path` goes into a document."""
        return path in self.used or path.removesuffix(f"{STEP}#") in self.used


def outside(path: str) -> bool:
    """Tell whether a path begins at the root of the file, around the records."""
    return path.startswith(f"{ROOT}{STEP}")


def mappings() -> tuple[Mapping, ...]:
    """Return the mappings that files are told by, by office and name."""
    return _by_place().get("", ())


def within(mapping: Mapping) -> tuple[Mapping, ...]:
    """Return the mappings of other rows that stand among those of `mapping`."""
    return _by_place().get(mapping.name, ())


def wrong_mappings() -> list[str]:
    """Return what is wrong with each mapping that cannot be used, and is set aside."""
    return [found for found in _all() if isinstance(found, str)]


@cache
def _by_place() -> dict[str, tuple[Mapping, ...]]:
    found = [mapping for mapping in _all() if isinstance(mapping, Mapping)]
    return {place: tuple(m for m in found if m.within == place) for place in {m.within for m in found}}


@cache
def _all() -> tuple[Mapping | str, ...]:
    """Every mapping, or the sentence that says what is wrong with it."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*/*.mapping.toml")))


def _read(path: Path) -> Mapping | str:
    try:
        return load_text(path.read_bytes(), f"ingest/offices/{path.parent.name}/{path.name}")
    except BadProfile as error:
        return str(error)


def load_text(text: str | bytes, place: str) -> Mapping:
    """Return the mapping written in `text` (TOML); `place` names it in errors. Raises BadProfile."""
    return _mapping(Reading.of(text, place))


def _mapping(reading: Reading) -> Mapping:
    right = reading.section("right")
    mapping = Mapping(
        name=reading.take("name", str),
        words=reading.take("words", str),
        office=reading.one_of("office", reading.take("office", str), offices.OFFICES),
        format=reading.one_of("format", reading.take("format", str), FORMATS),
        told_by=_strings(reading, "told_by", []),
        record=reading.take("record", str, ""),
        root=reading.take("root", str, ""),
        within=reading.take("within", str, ""),
        empty=frozenset(_strings(reading, "empty", [])),
        encoding=_encoding(reading),
        html=reading.take("html", bool, default=False),
        right=right.one_of("always", right.take("always", str, ""), ["", *Right.values]),
        right_from=right.take("from", str, ""),
        rights=MappingProxyType({bare(said): one for said, one in right.words("values").items()}),
        wanted=MappingProxyType({k: _regex(reading, v) for k, v in reading.words("wanted").items()}),
        others=tuple(_other(row) for row in _rows(reading, "others")),
        one=MappingProxyType({k: _rule(reading.section(k), target) for k, target in ONE.items() if k in reading.table}),
        many=MappingProxyType(
            {k: tuple(_rule(row, target) for row in _rows(reading, k)) for k, target in MANY.items()}
        ),
        ignored=MappingProxyType(reading.words("ignored")),
        spellings=MappingProxyType(reading.words("spellings")),
    )
    right.done()
    reading.done()
    told = "wanted" if mapping.within else "record" if mapping.format == "xml" else "told_by"
    if not getattr(mapping, told) or "application" not in mapping.one:
        raise reading.fail(f"`{told}` must say what tells these records, and [application] where their number stands.")
    if wrong := set(mapping.rights.values()) - set(Right.values):
        raise right.fail(f"`values` gives {', '.join(sorted(wrong))}, expected {', '.join(Right.values)}.")
    if wrong := set(mapping.spellings.values()) - {*mapping.used, *mapping.ignored, *mapping.told_by}:
        raise reading.fail(f"[spellings] gives {', '.join(sorted(wrong))}, which this mapping does not read.")
    return mapping


def _strings(reading: Reading, key: str, default: list[str] | None = None) -> tuple[str, ...]:
    found = tuple(reading.take(key, list, default))
    if not all(isinstance(one, str) for one in found):
        raise reading.fail(f"`{key}` must be a list of strings.")
    return found


def _rows(reading: Reading, key: str) -> list[Reading]:
    rows = reading.take(key, list, [])
    if not all(isinstance(row, dict) for row in rows):
        raise reading.fail(f"`{key}` must be written as [[{key}]].")
    return [Reading(f"{reading.place} [[{key}]] {n}", dict(row)) for n, row in enumerate(rows, 1)]


def _encoding(reading: Reading) -> str:
    name: str = reading.take("encoding", str, "utf-8-sig")
    try:
        "".encode(name)
    except LookupError as error:
        raise reading.fail(
            f"`encoding` is {shown(name)}, which is none; it is named as utf-8-sig or cp1252 are."
        ) from error
    return name


def _regex(reading: Reading, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise reading.fail(f"{shown(text)} is not a regular expression: {error}.") from error


def _other(row: Reading) -> Other:
    other = Other(row.take("column", str), _regex(row, row.take("pattern", str)), row.take("reason", str))
    row.done()
    return other


def _rule(row: Reading, target: Target) -> Rule:
    given = {key: _regex(row, row.take(key, str)) for key in ("split", "pattern") if key in row.table}
    word = row.one_of(target.word, row.take(target.word, str), target.words) if target.word else ""
    told = row.section("told")
    always, kinds = row.words("always"), row.kinds("kinds")
    rule = Rule(
        main=target.main,
        source=row.take("from", str, ""),
        paths=MappingProxyType({field: row.take(field, str) for field in target.fields if field in row.table}),
        always=MappingProxyType(always),
        word=word,
        split=given.get("split"),
        pattern=given.get("pattern"),
        only_matching=row.take("only_matching", bool, default=False),
        needs=_strings(row, "needs", []),
        find=MappingProxyType({field: _regex(row, text) for field, text in row.words("find").items()}),
        kinds=MappingProxyType(kinds),
        where=MappingProxyType({path: _regex(row, text) for path, text in row.words("where").items()}),
        instead=row.take("instead", bool, default=False),
        more=_strings(row, "more", []),
        told=MappingProxyType({word: _strings(told, word) for word in [*told.table]}),
        otherwise=MappingProxyType(row.words("otherwise")),
    )
    row.done()
    groups = set(rule.pattern.groupindex) if rule.pattern else set()
    if wrong := (
        groups | set(always) | {*rule.needs, *rule.find, *rule.otherwise, *(["comment"] if rule.told else [])}
    ) - set(target.fields):
        raise row.fail(f"{', '.join(sorted(wrong))} is no field here; there are {', '.join(target.fields)}.")
    if any(pattern.groups != 1 for pattern in rule.find.values()):
        raise row.fail("an expression of `find` must have one group, which is what is taken.")
    if not rule.source and target.main not in rule.paths:
        raise row.fail(f"say where `{target.main}` stands, by that name or with `from`.")
    return rule
