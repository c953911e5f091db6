"""Office profiles: `ingest/offices/<code>/office.toml`, read, checked and frozen.

A profile holds what differs from office to office: languages, calendar, terms, cadence, what the law does not publish, and what
its own event codes mean in ST.27 categories. Adding an office is adding a file.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ingest.offices.event_rule import EventRule
from ingest.offices.expectation import Expectation
from ingest.shown import shown
from portal.records.models import Part, Right
from portal.standards import offices
from portal.standards.events import AGAINST, DOUBTED, FAVOUR, RESTORED, SHELVED, UNSHELVED, UPHELD
from portal.standards.names import bare

FOLDER = Path(__file__).parent
CALENDARS = ("gregorian", "buddhist", "hijri", "persian", "ethiopian")
CATEGORIES = frozenset("ABCDEFGHKLMNPQRSTUVWY")  # ST.27 (standards.md §5): I, J, O, X and Z are not used
# Letters that move a right and are none of ST.27.
BESIDE = (UPHELD, RESTORED, FAVOUR, AGAINST, DOUBTED, SHELVED, UNSHELVED)
EXCEPTIONS = frozenset("CDEMNPRUWX")  # ST.37 exception codes
NOT_DOCUMENTS = frozenset("DENUWX")
VOIDED = {"code", "date", "issue"}  # what a remark tells of the event it undoes
NAMED = "*"  # what a correction undoes: the event its comment names
LONGEST_TERM = 50  # years
LIMITS: dict[str, type] = {
    "filed_before": dt.date, "granted_before": dt.date, "struck": str, "struck_ipc": list, "struck_perhaps": list,
}  # fmt: skip
KINDS: dict[object, str] = {
    str: "a text", bool: "true or false", int: "a whole number", list: "a list", dict: "a table", dt.date: "a day, as 1998-01-01", object: "a value",
}  # fmt: skip
ELEMENTS = (*Part.values, "ipc", "applicant")  # whose share of the documents can be expected


class BadProfile(ValueError):  # noqa: N818 - named for what it is
    """A profile that cannot be used; the sentence names the file, the key and what is expected there."""


@dataclass(frozen=True)
class Profile:
    """An office as its `office.toml` describes it; `earlier_kind` maps a grant's kind to that of the publication before.

    `term` is how long a right lasts at most: years from filing and, where the law has both, from grant; the later day counts.
    `former` are the laws before, earliest first: for what was filed before a day, so many years from filing. Those from grant count for
    what `from_grant` says alone, where the law no longer has them: what was filed, or granted, before a day, but for what they
    were struck down from (`struck`, in words), told by the symbols of the IPC that say so, surely or perhaps.
    `voided` finds in the comment of a correction the event it undoes, by its groups `code`, `date` and `issue` of the gazette; what may
    stand in one of several places has a group for each, as `date_2`. `against` finds what no rule explains and may end the right, `favour` what may bring it back.

    `delivers` are the dialects seen from the office, `numbers` examples of its application numbers, for its page in the docs.
    """

    code: str
    name: str
    country: str
    languages: tuple[str, ...]
    terms: str
    calendar: str = "gregorian"
    month_first: bool = False
    register: str = ""
    notes: str = ""
    cadence_days: int | None = None
    unpublished: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    term: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    former: Mapping[str, list[Any]] = field(default_factory=lambda: MappingProxyType({}))
    from_grant: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    not_documents: frozenset[str] = NOT_DOCUMENTS
    earlier_kind: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    events: Mapping[str, EventRule] = field(default_factory=lambda: MappingProxyType({}))
    voided: re.Pattern[str] | None = None
    against: re.Pattern[str] | None = None
    favour: re.Pattern[str] | None = None
    delivers: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    expectations: Mapping[str, Expectation] = field(default_factory=lambda: MappingProxyType({}))  # by dialect

    def rule(self, code: str) -> EventRule | None:
        """Return what an event means by its code, or by its words whatever their case, accents and punctuation."""
        if known := self.events.get(code):
            return known
        worded = len(code) <= self._longest and any(c.isalpha() for c in code)
        return self._spelled.get(bare(code)) if worded else None

    @cached_property
    def _longest(self) -> int:
        """How long a spelling of an event may be: with as many signs again as its words have."""
        return 2 * max(map(len, self.events), default=0)

    @cached_property
    def _spelled(self) -> dict[str, EventRule]:
        return {bare(code): rule for code, rule in self.events.items()}

    def row(self) -> dict[str, Any]:
        """Return the fields of the `Office` row of this profile, all fit for JSON, without `code`."""
        return {
            "name": self.name,
            "country": self.country,
            "languages": list(self.languages),
            "calendar": self.calendar,
            "unpublished": {right: list(parts) for right, parts in self.unpublished.items()},
            "profile": {
                "terms": self.terms,
                "register": self.register,
                "notes": self.notes,
                "cadence_days": self.cadence_days,
                "term": {right: list(years) for right, years in self.term.items()},
                "former": {right: [[str(day), years] for day, years in laws] for right, laws in self.former.items()},
                "from_grant": {
                    key: str(one) if isinstance(one, dt.date) else one for key, one in self.from_grant.items()
                },
                "not_documents": "".join(sorted(self.not_documents)),
            },
        }


@cache
def codes() -> tuple[str, ...]:
    """Return the ST.3 codes of all offices that have a profile, in order; asked for with every document."""
    return tuple(sorted(path.parent.name.upper() for path in FOLDER.glob("*/office.toml")))


def load(code: str) -> Profile:
    """Return the profile of the office with this ST.3 code. Raises BadProfile where there is none or it is wrong."""
    if code not in codes():
        raise BadProfile(
            f"No office profile for {shown(code)}: write ingest/offices/{code.lower()}/office.toml; known: {', '.join(codes())}."
        )
    if isinstance(found := _read(code), str):
        raise BadProfile(found)
    return found


@cache
def _read(code: str) -> Profile | str:
    """Return the profile, or the sentence that says what is wrong with it."""
    try:
        return parse((FOLDER / code.lower() / "office.toml").read_bytes(), code)
    except BadProfile as error:
        return str(error)


def profile_of(code: str) -> Profile:
    """Return the profile of the office, or a bare one for an office of ST.3 that has none; without a code, nobody's.

    Raises BadProfile for a code that is not in ST.3, or that stands there for an unknown office.
    """
    if code in codes():
        return load(code)
    if code and code not in offices.OFFICES:
        raise BadProfile(f"{shown(code)} is not an office code of WIPO ST.3.")
    if code == offices.UNKNOWN:
        raise BadProfile(f"{shown(code)} is an unknown office in WIPO ST.3.")
    name = offices.name(code) if code else ""
    return Profile(code=code, name=name, country=name, languages=(), terms="No terms are recorded.")


def all_profiles() -> list[Profile]:
    """Return every profile that can be used, by code."""
    return [found for code in codes() if isinstance(found := _read(code), Profile)]


def wrong_profiles() -> list[str]:
    """Return what is wrong with each of the others, which are set aside."""
    return [found for code in codes() if isinstance(found := _read(code), str)]


def parse(text: str | bytes, code: str) -> Profile:
    """Return the profile written in `text` (TOML), which must be that of office `code`. Raises BadProfile."""
    return Reading.of(text, f"ingest/offices/{code.lower()}/office.toml").profile(code)


@dataclass
class Reading:
    """A table of the file being read, key by key; what is left over at the end is a misspelling."""

    place: str
    table: dict[str, Any]

    @classmethod
    def of(cls, text: str | bytes, place: str) -> Reading:
        """Return the whole of a file, which `place` names in errors. Raises BadProfile where it is not TOML."""
        try:
            return cls(place, tomllib.loads(text if isinstance(text, str) else text.decode()))
        except ValueError as error:  # of its form, or of its bytes, which are not UTF-8
            raise BadProfile(f"{place} is not TOML: {error}.") from error

    def fail(self, sentence: str) -> BadProfile:
        return BadProfile(f"{self.place}: {sentence}")

    def take(self, key: str, wanted: type | tuple[type, ...], default: Any = None) -> Any:
        value = self.table.pop(key, default)
        if value is None:
            raise self.fail(f"`{key}` is missing.")
        if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
            raise self.fail(f"`{key}` is {shown(value)}, expected {KINDS.get(wanted, 'a number')}.")
        return value

    def done(self) -> None:
        if self.table:
            raise self.fail(f"unknown key `{next(iter(self.table))}`; is it misspelt?")

    def section(self, key: str) -> Reading:
        return Reading(f"{self.place} [{key}]", dict(self.take(key, dict, {})))

    def one_of(self, key: str, value: str, known: object) -> str:
        if value not in known:  # type: ignore[operator]
            raise self.fail(f"`{key}` is {shown(value)}, expected one of {', '.join(sorted(known))}.")  # type: ignore[call-overload]
        return value

    def profile(self, code: str) -> Profile:
        cadence, coverage = self.section("cadence"), self.section("coverage")
        profile = Profile(
            code=self.one_of("code", self.take("code", str), [code]),
            name=self.take("name", str),
            country=self.take("country", str),
            languages=self.languages(),
            terms=self.take("terms", str),
            calendar=self.one_of("calendar", self.take("calendar", str, "gregorian"), CALENDARS),
            month_first=self.take("month_first", bool, default=False),
            register=self.take("register", str, ""),
            notes=self.take("notes", str, ""),
            cadence_days=cadence.days(),
            unpublished=MappingProxyType(self.unpublished()),
            term=MappingProxyType(self.term()),
            former=MappingProxyType(self.former()),
            from_grant=MappingProxyType(self.from_grant()),
            not_documents=coverage.exceptions("not_documents"),
            earlier_kind=MappingProxyType(self.kinds("earlier_kind")),
            events=MappingProxyType(self.voiding(self.events())),
            voided=self.voided(),
            against=self.pattern("against"),
            favour=self.pattern("favour"),
            delivers=self.strings("delivers"),
            numbers=self.strings("numbers"),
            expectations=MappingProxyType(self.expectations()),
        )
        for reading in (cadence, coverage, self):
            reading.done()
        return profile

    def languages(self) -> tuple[str, ...]:
        found = tuple(self.take("languages", list))
        if not found or not all(isinstance(code, str) and re.fullmatch("[a-z]{2}", code) for code in found):
            raise self.fail("`languages` must list ISO 639-1 codes in lower case, the main language first.")
        return found

    def days(self) -> int | None:
        if (found := self.take("days", int, 0)) < 0:
            raise self.fail(f"`days` is {found}, expected how many lie between two deliveries.")
        return found or None

    def term(self) -> dict[str, tuple[int, ...]]:
        section = self.section("term")
        found = {section.one_of("right", right, Right.values): section.take(right, list) for right in [*section.table]}
        for right, years in found.items():
            if len(years) not in (1, 2) or not all(type(n) is int and 0 < n <= LONGEST_TERM for n in years):
                raise section.fail(
                    f"`{right}` is {shown(years)}, expected years from filing, and from grant where the law has both."
                )
        return {right: tuple(years) for right, years in found.items()}

    def former(self) -> dict[str, list[Any]]:
        section = self.section("former")
        found = {section.one_of("right", right, Right.values): section.take(right, list) for right in [*section.table]}
        for right, laws in found.items():
            if not all(isinstance(law, list) and [*map(type, law)] == [dt.date, int] for law in laws):
                said = (
                    "expected for each law before the day until which it held for what was filed, and years from filing"
                )
                raise section.fail(f"`{right}` is {shown(laws)}, {said}.")
        return found

    def from_grant(self) -> dict[str, Any]:
        section = self.section("from_grant")
        kinds = {section.one_of("limit", key, LIMITS): LIMITS[key] for key in section.table}
        found = {
            key: [*section.strings(key)] if kind is list else section.take(key, kind) for key, kind in kinds.items()
        }
        if len(missing := [key for key in LIMITS if key.startswith("struck") and key not in found]) in (1, 2):
            raise section.fail(f"`{missing[0]}` is missing.")
        return found

    def strings(self, key: str) -> tuple[str, ...]:
        found = tuple(self.take(key, list, []))
        if not all(isinstance(one, str) for one in found):
            raise self.fail(f"`{key}` must be a list of texts.")
        return found

    def words(self, key: str) -> dict[str, str]:
        found: dict[str, str] = self.take(key, dict, {})
        if not all(isinstance(word, str) for word in found.values()):
            raise self.fail(f"`{key}` must give a text for each key.")
        return dict(found)

    def exceptions(self, key: str) -> frozenset[str]:
        found = frozenset(self.take(key, str, "".join(NOT_DOCUMENTS)))
        if not found <= EXCEPTIONS:
            raise self.fail(f"`{key}` holds {shown(''.join(sorted(found - EXCEPTIONS)))}, not ST.37 exception codes.")
        return found

    def unpublished(self) -> dict[str, tuple[str, ...]]:
        section = self.section("unpublished")
        found = {section.one_of("right", right, Right.values): section.take(right, list) for right in [*section.table]}
        return {
            right: tuple(section.one_of(right, part, Part.values) for part in parts) for right, parts in found.items()
        }

    def kinds(self, key: str) -> dict[str, str]:
        found: dict[str, str] = self.take(key, dict, {})
        if not all(isinstance(kind, str) and re.fullmatch("[A-Z][0-9]?", kind) for kind in found.values()):
            raise self.fail(f"`{key}` must give kind codes as ST.16 writes them, like A2.")
        return dict(found)

    def pattern(self, key: str) -> re.Pattern[str] | None:
        try:
            return re.compile(text) if (text := self.take(key, str, "")) else None
        except re.error as error:
            raise self.fail(f"`{key}` is not a regular expression: {error}.") from error

    def voided(self) -> re.Pattern[str] | None:
        pattern = self.pattern("voided")
        groups = set(pattern.groupindex) if pattern else {"code", "date"}
        if not groups >= {"code", "date"} or {name.partition("_")[0] for name in groups} - VOIDED:
            raise self.fail("`voided` must have the groups `code` and `date`, and may have `issue`.")
        return pattern

    def events(self, key: str = "events") -> dict[str, EventRule]:
        section = self.section(key)
        return {code: section.section(code).event() for code in [*section.table]}

    def voiding(self, rules: dict[str, EventRule]) -> dict[str, EventRule]:
        every = (rule for each in rules.values() for rule in (each, *each.said.values()))
        if unknown := {code for rule in every for code in rule.voids} - {NAMED, *rules}:
            raise self.fail(f"an event `voids` {shown(min(unknown))}, which is none of the [events].")
        return rules

    def expectations(self) -> dict[str, Expectation]:
        section = self.section("expectations")
        return {dialect: section.section(dialect).expectation() for dialect in [*section.table]}

    def expectation(self) -> Expectation:
        fill = self.section("fill")
        found = Expectation(
            documents=self.between("documents"),
            of_median=self.share("of_median", 0.0),
            quarantined=self.share("quarantined", 1.0),
            fill=MappingProxyType({fill.one_of("element", one, ELEMENTS): fill.share(one) for one in [*fill.table]}),
        )
        self.done()
        return found

    def between(self, key: str) -> tuple[float, float]:
        found = self.take(key, list, [0, math.inf])
        numbers = [n for n in found if isinstance(n, int | float) and not isinstance(n, bool)]
        if len(found) != 2 or numbers != found or not 0 <= numbers[0] < numbers[1]:
            raise self.fail(f"`{key}` is {shown(found)}, expected the least and the most, as [500, 20000].")
        return numbers[0], numbers[1]

    def share(self, key: str, default: float | None = None) -> float:
        found = self.take(key, object, default)
        if not isinstance(found, int | float) or not 0 <= found <= 1:
            raise self.fail(f"`{key}` is {shown(found)}, expected a share from 0 to 1.")
        return float(found)

    def event(self) -> EventRule:
        category = self.take("category", str, "")
        confidence = float(self.take("confidence", (int, float))) if category else None
        if category and (category not in CATEGORIES or not 0 <= (confidence or 0) <= 1):
            raise self.fail("`category` must be an ST.27 category letter and `confidence` between 0 and 1.")
        kind = {self.one_of("kind", right, Right.values): one for right, one in self.kinds("kind").items()}
        rule = EventRule(
            self.take("english", str),
            category,
            confidence,
            MappingProxyType(kind),
            grants=self.take("grants", bool, default=False),
            shows=self.take("shows", bool, default=False),
            voids=self.strings("voids"),
            effect=self.take("effect", str, ""),
            annulled=self.take("annulled", str, ""),
            said=MappingProxyType(self.events("said")),
        )
        letters = {rule.effect, rule.annulled} - {""}
        if letters and (not category or not letters <= {*CATEGORIES, *BESIDE}):
            raise self.fail(f"`effect` must be an ST.27 category letter or of {''.join(BESIDE)}, beside a `category`.")
        if rule.voids and category != "Y":
            raise self.fail("only a correction (category Y) `voids` other events.")
        self.done()
        return rule
