"""From a row or JSON record to a document, as a mapping says. Values stay as delivered but for blanks and HTML.

Strict reading: every value that the mapping neither uses nor leaves on purpose is told by its path.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from ingest import numbering
from ingest.document import Delivered, Event, Name, Number, Passage, Problem, Related, Symbol, Unreadable, distinct
from ingest.formats.mapping import MANY, STEP, WITH, Mapping, Rule, outside, within
from ingest.formats.taken import note
from ingest.formats.taking import new_in
from portal.standards import offices
from portal.standards.names import bare

Record: TypeAlias = dict[str, Any]  # of texts, lists and further records; a table's row holds texts only
Value: TypeAlias = tuple[int, str, str]  # the object a value stands in, its path in the record, and what is said
MOST = 500  # values one rule may yield from one record
TOLD = 5  # values named in one sentence
BREAK = re.compile(r"(?i)(?:[,\s]*<br\s*/?>\s*)+")
TAG = re.compile(r"<[^<>]{1,200}>")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# No value, as programs write it.
NOTHING = frozenset({"NULL", "null", "(null)", "N/A", "n/a", "#N/A", "NaN", "nan", "Infinity", "-Infinity", "-", "--"})
VALUE = "#"  # the key of an element's own text, beside its attributes
STATUS = "The status the register showed on this day."


def document(mapping: Mapping, record: Record, place: str) -> Delivered | Unreadable:
    """Return what a record says; an Unreadable (without bytes) where it is not one of those the mapping is for."""
    if refused := _refused(mapping, record, place):
        for other in within(mapping):
            if not _refused(other, record, place):
                return document(other, record, place)
        return Unreadable(place, refused)
    return _Reading(mapping, record, place).document()


def _refused(mapping: Mapping, record: Record, place: str) -> Problem | None:
    if any(UNSTORABLE.search(text) for _, text in leaves(record)):
        return Problem(
            "READ-BYTES", "error", "The row or record holds null bytes or bytes that are not of its encoding.", place
        )
    for column, pattern in mapping.wanted.items():
        own = mapping.one["application"]
        value = _first(mapping, record, column) or (
            _first(mapping, record, own.beside) if column == own.source and own.beside else ""
        )
        if not pattern.fullmatch(value):
            known = (o.reason for o in mapping.others if o.pattern.fullmatch(_first(mapping, record, o.column)))
            none = f"“{value[:40]}” under {column} is none of these records'." if value else f"there is no {column}."
            reason = next(known, none)
            return Problem(
                "READ-OTHER", "warning", f"Not one of the records of {mapping.name}: {reason.rstrip('.')}.", place
            )
    if mapping.right_from and bare(said := _first(mapping, record, mapping.right_from)) not in mapping.rights:
        sentence = f"“{said[:40]}” under {mapping.right_from} is no right that the mapping {mapping.name} knows."
        return Problem("READ-RIGHT", "error", sentence, place)
    return None


def leaves(record: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and text of every value that is there, lists passed through."""
    if isinstance(record, dict):
        for key, value in record.items():
            yield from leaves(value, f"{path}{STEP}{key}" if path else key)
    elif isinstance(record, list):
        for value in record:
            yield from leaves(value, path)
    elif record:
        yield path, record


def nodes(record: Any, path: str) -> list[Any]:
    """Return what stands at `path`, lists passed through: texts and records."""
    found = [record]
    for step in path.split(STEP) if path else []:
        found = [inner for one in _flat(found) if (inner := _step(one, step)) is not None]
    return list(_flat(found))


def _step(one: Any, step: str) -> Any:
    """Return what a key leads to; the value of an element is itself where it has no attributes beside it."""
    return one.get(step) if isinstance(one, dict) else one if step == VALUE else None


def _flat(found: list[Any]) -> Iterator[Any]:
    for one in found:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _clean(mapping: Mapping, text: str) -> str:
    if mapping.html:
        text = html.unescape(TAG.sub(" ", BREAK.sub(", ", text)))
    text = " ".join(text.split()).strip(",") if mapping.html else text.strip()
    return "" if text in mapping.empty or text in NOTHING else text


def _first(mapping: Mapping, record: Any, path: str) -> str:
    """Return the first text at `path`; empty where there is none."""
    return next(_texts(mapping, record, path), "")


def _texts(mapping: Mapping, record: Any, path: str) -> Iterator[str]:
    """Yield the texts at `path` that are not empty."""
    texts = (_clean(mapping, said) for node in nodes(record, path) if isinstance(said := _said(node), str))
    return filter(None, texts)


def _said(node: Any) -> Any:
    """Return the text of an element that has attributes as well, and every other value as it is."""
    return node.get(VALUE, node) if isinstance(node, dict) else node


class _Reading:
    """One record being read; collects problems on the way."""

    def __init__(self, mapping: Mapping, record: Record, place: str) -> None:
        self.mapping, self.record, self.place = mapping, record, place
        self.problems: list[Problem] = []
        self.taken: set[Value] = set()
        self.alone: list[tuple[str, list[Value]]] = []  # values that go nowhere without the field named

    def document(self) -> Delivered:
        mapping = self.mapping
        application = self.number(self.one("application"))
        right = mapping.rights.get(bare(self.first(self.record, mapping.right_from)), mapping.right)
        document = Delivered(application.office or mapping.office, self.place, "", application, right)
        document.publications = [
            self.publication(rule, got, right or numbering.right_of(application))
            for rule, got in self.first_rules("publications")
        ]  # fmt: skip
        document.granted_on = self.one("granted").get("date", "")
        document.expires_on = self.one("expires").get("date", "")
        document.texts = [
            Passage(
                rule.word,
                got.get("language", ""),
                [{"n": got.get("label", ""), "t": " ".join(got["text"].split()), "refs": []}],
            )
            for rule, got in self.many("texts")
        ]
        document.names = distinct([self.name(rule, got) for rule, got in self.first_rules("names")])
        document.symbols = [
            Symbol(rule.word, got["value"], got.get("version", "")) for rule, got in self.many("symbols")
        ]
        document.related = [Related(rule.word, self.number(got)) for rule, got in self.many("related")]
        document.events = [self.event(got) for _, got in self.many("events")]
        document.as_of = self.one("as_of").get(
            "date", ""
        )  # without it nobody but the day of arrival says how old the extract is
        if status := self.one("status"):
            told = document.as_of if document.as_of != application.date else ""  # a filing date dates no status
            document.events.append(self.status(status, told))
        self.say_alone(application.value)
        document.problems = self.problems + self.left()
        return document

    # --- values by the rules ---------------------------------------------------------------------------------------

    def one(self, section: str) -> dict[str, str]:
        rule = self.mapping.one.get(section)
        if rule is None:
            return {}
        got, *others = [*self.values(rule)] or [{}]
        self.only(rule.source or rule.paths[rule.main], [" ".join(one.values()) for one in (got, *others)])
        own = _first(self.mapping, self.record, rule.beside) if rule.beside else ""
        within = own and any(isinstance(node, dict) for node in nodes(self.record, rule.source))
        return self.beside(got, rule, own) if own and not within else got

    def many(self, section: str) -> Iterator[tuple[Rule, dict[str, str]]]:
        for rule in self.mapping.many[section]:
            for n, got in enumerate(self.values(rule)):
                if n == MOST:
                    self.say("READ-MANY", f"More than {MOST} values of {section} in one record; the rest was left.")
                    break
                yield rule, got

    def first_rules(self, section: str) -> Iterator[tuple[Rule, dict[str, str]]]:
        """The same without what rules found that count only where none before them, of the same word, found anything."""
        first: dict[str, Rule] = {}
        for rule, got in self.many(section):
            if first.setdefault(rule.word, rule) is rule or not rule.instead:
                yield rule, got

    def values(self, rule: Rule) -> Iterator[dict[str, str]]:
        """Yield the fields of each value a rule finds, the main one never empty."""
        for node in nodes(self.record, rule.source):
            where = {path: self.at(rule, node, path)[:2] for path in rule.where}
            if any(not wanted.fullmatch(_first(self.mapping, *where[path])) for path, wanted in rule.where.items()):
                continue
            base = {field: self.first(*self.at(rule, node, path)) for field, path in rule.paths.items()}
            read = [*self.values_of(rule, node, base), *self.added(rule, node, base)]
            for field, pattern in rule.find.items():
                base[field] = match[1] or "" if (match := pattern.search(base.get(field, ""))) else ""
            whole = self.whole(rule, node, base)
            left_out = rule.main in rule.find  # on purpose: the mapping names what is taken
            if not whole and (isinstance(node, dict) or not rule.beside) and not left_out:
                self.alone.append((rule.main, read))
            for piece in rule.split.split(whole) if rule.split else [whole]:
                got = self.fields(rule, base, _clean(self.mapping, piece or ""))
                if missing := [field for field in rule.needs if got and not got.get(field)]:
                    self.alone.append((missing[0], read))
                elif got:
                    self.taken.update(read)
                    yield got

    def whole(self, rule: Rule, node: Any, base: dict[str, str]) -> str:
        """Return the main value as it stands, empty where it says nothing; of a party named in another language alone that name."""
        said = node if rule.main in {*rule.paths, *rule.otherwise} else _said(node)
        said = said if isinstance(said, str) and rule.source else base.get(rule.main, "")
        return said if _clean(self.mapping, said) else base.get("name_latin", "")

    def added(self, rule: Rule, node: Any, base: dict[str, str]) -> list[Value]:
        """Add to the fields what follows address and comment, and what stands elsewhere of one that is empty; return what follows the comment."""
        for field, path in rule.otherwise.items():
            base[field] = base.get(field) or self.first(self.record, path)
        if rule.more:
            more = (self.first(*self.at(rule, node, path)) for path in rule.more)
            base["address"] = ", ".join(filter(None, [base.get("address", ""), *more]))
        told = [*self.told(rule, node)]
        if told:
            said = (f"{word}: {value[2]}" for word, value in told)
            base["comment"] = "; ".join(filter(None, [base.get("comment", ""), *said]))
        return [value for _, value in told]

    def told(self, rule: Rule, node: Any) -> Iterator[tuple[str, Value]]:
        """Yield what follows the comment of an event, and the word before it."""
        for word, paths in rule.told.items():
            for inside, path, whole in (self.at(rule, node, path) for path in paths):
                above, _, keys = path.rpartition(STEP)
                for found in nodes(inside, above):
                    said = (self.first(found, key) for key in keys.split(WITH))
                    if words := ", ".join(filter(None, said)):
                        yield word, (id(inside), whole, words)

    def at(self, rule: Rule, node: Any, path: str) -> tuple[Any, str, str]:
        """Return where a field stands: the object at `from`, or the record; its path there, and that in the record."""
        if isinstance(node, dict) and not outside(path):
            return node, path, rule.place(path)
        return self.record, path, path

    def values_of(self, rule: Rule, node: Any, base: dict[str, str]) -> list[Value]:
        """Return what stands in the fields of a rule, by the object it stands in."""
        where = {field: self.at(rule, node, path) for field, path in rule.paths.items() if base[field]}
        return [(id(within), path, base[field]) for field, (within, _, path) in where.items()]

    def first(self, within: Any, path: str, whole: str = "") -> str:
        """Return the first text at `path` in an object; others are told, with their path in the record."""
        texts = [*_texts(self.mapping, within, path)]
        self.only(whole or path, texts)
        return next(iter(texts), "")

    def only(self, path: str, said: list[str]) -> None:
        """Tell the values beyond the first where one is wanted, unless another rule takes all that is at this path."""
        others = [one for one in dict.fromkeys(said[1:]) if one != said[0]]
        if others and path not in self.mapping.lists:
            listed = ", ".join(f"“{one[:40]}”" for one in others[:TOLD])
            self.say("READ-VALUE", f"Under {path} one value is wanted and “{said[0][:40]}” was taken, not {listed}.")

    def beside(self, got: dict[str, str], rule: Rule, own: str) -> dict[str, str]:
        """What stands under a name of its own goes before what was read out of `from`; a difference is told."""
        read = got.get(rule.main, own)
        if bare(own) not in bare(read):
            where = f"{rule.beside}, not “{read[:40]}” as under {rule.source}"
            self.say("READ-VALUE", f"The {rule.main} is “{own[:40]}” under {where}.")
        return {**got, rule.main: own}

    def fields(self, rule: Rule, base: dict[str, str], piece: str) -> dict[str, str]:
        if not piece:
            return {}
        found = {rule.main: piece}
        if rule.pattern:
            if match := rule.pattern.fullmatch(piece):
                found = {field: value.strip() for field, value in match.groupdict().items() if value}
                if "comment" in found:  # beside what has a place of its own
                    found["comment"] = "; ".join(filter(None, [base.get("comment", ""), found["comment"]]))
            else:
                where = rule.source or rule.paths[rule.main]
                self.say("READ-VALUE", f"“{piece[:60]}” under {where} is not in the form the mapping expects.")
                unknown = (
                    {"office": ""} if "office" in rule.pattern.groupindex else {}
                )  # the mapping's would be a guess
                found = {} if rule.only_matching else found | unknown
        return {**base, **rule.always, **found} if found else {}

    # --- what becomes of them --------------------------------------------------------------------------------------

    def number(self, got: dict[str, str]) -> Number:
        office = got.get("office", "") if "office" in got else self.mapping.office
        return Number(_country(office), got.get("number", ""), got.get("kind", ""), got.get("date", ""))

    def publication(self, rule: Rule, got: dict[str, str], right: str) -> Number:
        number = self.number(got)
        self.same_number(rule, number)
        if not number.kind and (kind := rule.kinds.get(right, "")):
            number.kind, number.kind_inferred = kind, True
        return number

    def same_number(self, rule: Rule, number: Number) -> None:
        """Tell where the number of the application stands in two places of one name, and is not the same."""
        own = self.mapping.one["application"]
        here, there = (one.paths.get("number", "") for one in (rule, own))
        said = self.first(self.record, there)
        if here != there and here.rpartition(STEP)[2] == there.rpartition(STEP)[2] and bare(said) != bare(number.value):
            self.say(
                "READ-VALUE", f"The number under {here} is “{number.value[:40]}”, not “{said[:40]}” as under {there}."
            )

    def name(self, rule: Rule, got: dict[str, str]) -> Name:
        country = _country(got.get("country", ""))
        latin = got.get("name_latin", "")
        name = got.get("name") or latin
        return Name(rule.word, name, country, got.get("address", ""), latin if latin != name else "")

    def event(self, got: dict[str, str]) -> Event:
        code, name, date, comment, gazette, language = (got.get(key, "") for key in MANY["events"].fields)
        return Event(code, name, date, comment, gazette, language)

    def status(self, got: dict[str, str], as_of: str) -> Event:
        head = self.mapping.one["status"].paths.get("comment", "").rpartition(STEP)[2]
        note = f" {head}: {got['comment']}." if got.get("comment") else ""
        return Event("", got["name"], as_of, STATUS + note, language=got.get("language", ""), status=True)

    # --- what is left ----------------------------------------------------------------------------------------------

    def say(self, code: str, sentence: str) -> None:
        problem = Problem(code, "warning", sentence, self.place)
        self.problems += [] if problem in self.problems[-MOST:] else [problem]

    def say_alone(self, own: str) -> None:
        """Tell once the values that were left because a field is missing that they belong to; the `own` number is there already."""
        left: dict[str, dict[str, None]] = {}
        for field, values in self.alone[:MOST]:
            told = [f"“{one[2][:40]}” under {one[1]}" for one in values if one not in self.taken and one[2] != own]
            left.setdefault(field, {}).update(dict.fromkeys(told))
        for field, told_of in left.items():
            if told_of:
                self.say("READ-VALUE", f"Left, as there is no {field} with it: {', '.join(told_of)}.")

    def left(self) -> list[Problem]:
        """A note for each path that holds something and that the mapping does not speak of, with its count."""
        paths = [path for path, _ in leaves(self.record) if path]
        counts = Counter(path for path in paths if not self.mapping.knows(path))
        for path in paths:
            note("new" if path in counts else "used" if self.mapping.uses(path) else "ignored", [path])
        return new_in(counts, lambda path, n: new(path, f"{self.place} ({n}×)"), self.place)


def new(path: str, place: str) -> Problem:
    """Return the note for a column or key no mapping speaks of."""
    return Problem("READ-NEW", "info", f"The column or key {path} is new to this reader and was not used.", place)


def _country(text: str) -> str:
    """Return a country's ST.3 code from its code or English name; empty where it is neither."""
    return text.upper() if re.fullmatch("[A-Za-z]{2}", text) else offices.find(text) or ""
