"""From values as delivered to values that can be compared: numbers, dates, symbols, languages, names."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import Any

from django.db.models import Model

from ingest import numbering
from ingest.days import Days, first_day
from ingest.document import Delivered, Event, Name, Number, Problem, Related, Symbol
from ingest.event_rules import rule_of, voided
from ingest.offices.profiles import EventRule, Profile
from ingest.wording import Wording
from portal.records.derive import AHEAD
from portal.records.models import (
    Classification,
    Delivery,
    LegalEvent,
    Part,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Right,
    Text,
)
from portal.records.rows import new, widths
from portal.records.store import DELIVERED, Draft
from portal.standards import classes, dates, kinds, languages, numbers, offices

CODE = 2  # letters of a country code
SYMBOLS = {
    "ipc": classes.ipc,
    "cpc": classes.cpc,
    "locarno": classes.locarno,
    "nice": classes.nice,
    "vienna": classes.vienna,
}


class NotARecord(ValueError):  # noqa: N818 - says what the document is
    """A document that cannot become a record; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence)
        self.problem = problem


def normalise(delivered: Delivered, profile: Profile, delivery: Delivery) -> tuple[Draft, list[Problem]]:
    """Make unsaved rows of one document, with what there is to say about its values.

    Raises NotARecord where the document has no application number, so that no permanent id can be given.
    """
    work = _Work(delivered, profile, delivery)
    return work.draft(), work.problems


class _Work:
    """One document being normalised; collects problems on the way."""

    def __init__(self, delivered: Delivered, profile: Profile, delivery: Delivery) -> None:
        self.delivered, self.profile, self.delivery = delivered, profile, delivery
        self.problems: list[Problem] = list(delivered.problems)
        self.office = delivered.office or profile.code
        self.wording = Wording(self.office, profile.languages, self.say)
        days = Days(delivered, profile, delivery.received_at.date(), self.say)
        self.date, self.planned, self.mistaken = days.date, days.planned, days.mistaken
        self.events = [replace(event, name=self.wording.event(event.name)) for event in days.first_to_last()]
        as_of = self.date(delivered.as_of, "DATE-ASOF") or first_day(delivered.as_of)
        printed = self.date(delivered.published, "DATE-ASOF")
        # The day of an event of a gazette, and of the publication at hand; a filing date is neither.
        self.printed_on = printed or as_of
        self.as_of = self.printed_on and days.arrived(self.printed_on)
        self.amended = days.arrived(as_of) if as_of and printed and as_of > printed else None
        told = [self.printed_on, as_of, self.date(delivered.sent, "DATE-ASOF")]
        known_by = delivery.received_at.date() + AHEAD
        self.dated = max((day for day in told if day and day <= known_by), default=None)
        self.right, self.document = "", ""

    def draft(self) -> Draft:
        record = self.record()
        self.as_of = self.as_of or self.delivery.received_at.date()
        amended = [self.amended.isoformat()] if self.amended else []
        record.sources = {name: [self.as_of.isoformat(), self.delivery.pk, *amended] for name in DELIVERED}
        draft = Draft(record, published=self.dated)
        own = self.publications()
        # The texts stand in the publication this document is: the one of its own date, not one it only mentions.
        day = self.printed_on or max((p.date for p in own if p.date), default=None)
        this = [p for p in own if p.date in (None, day)]
        self.document = f"{this[0].number_key}-{this[0].kind}" if len(this) == 1 else ""
        _mention(own, self.printed_on or self.as_of)
        self.repeated(own)
        draft.publications = _distinct([*own, *self.announced(record, own)], "number_key", "kind")
        draft.events = _distinct([*map(self.event, self.events)], "key")
        draft.texts = self.texts()
        draft.parties = self.parties()
        draft.classifications = self.classifications()
        draft.related = self.related()
        belongs = {
            "record_id": record.id,
            "delivery_id": self.delivery.pk,
            "as_of": self.as_of,
            "amended": self.amended,
        }
        for row in draft.elements:
            vars(row).update(belongs)
        for kept in (record, *draft.elements):
            self.fit(kept)
        return draft

    def fit(self, row: Model) -> None:
        """Leave out the end of a value that is longer than its column, and say so."""
        for column, most, words in widths(type(row)):
            if len(value := getattr(row, column)) > most:
                setattr(row, column, value[:most])
                told = f"The {words} “{value[:80]}…” has {len(value):,} letters; what is behind the first {most:,} is left out."
                self.say("VALUE-CUT", "warning", told)

    def say(self, code: str, severity: str, sentence: str) -> None:
        self.problems.append(Problem(code, severity, sentence, self.delivered.place))

    def number(self, given: Number) -> Number:
        """The number without the day that stands in one field with it, which dates it where no other day does."""
        value, day = dates.apart(given.value)
        if not day:
            return given
        self.say("NUM-DATE", "warning", f"“{given.value[:60]}” is a number and a day; read as {value} of {day}.")
        return replace(given, value=value, date=given.date or day)

    def each(self, given: Number) -> list[Number]:
        """The numbers in one field, each with what else is said of it."""
        found = numbering.each(given.office or self.office, given.value)
        if len(found) == 1:
            return [given]
        self.say("NUM-SEVERAL", "warning", f"“{given.value[:120]}” holds {len(found)} numbers; each was read.")
        return [replace(given, value=one, printed="") for one in found]

    # --- the record itself -----------------------------------------------------------------------------------------

    def record(self) -> Record:
        given = self.number(self.delivered.application)
        if not given.value.strip():
            sentence = "No application number, so no record can be named."
            if self.delivered.publications:
                sentence += " It is read again when the publication it is of has arrived with one."
            raise NotARecord(Problem("NUM-NONE", "error", sentence, self.delivered.place))
        try:
            number = numbering.application(self.office, given.value, given.kind)
        except ValueError as error:
            raise NotARecord(
                Problem("NUM-BAD", "error", f"Application number: {error}", self.delivered.place)
            ) from error
        if given.office not in ("", "WO", self.office):
            said = (
                f"The application number is of {given.office[:20]}, the document of {self.office}, as which it is kept."
            )
            self.say("NUM-COUNTRY", "warning", said)
        if number.check_ok is False:
            self.say(
                "NUM-CHECK", "error", f"The check digit of {given.value} is wrong; the number is kept as delivered."
            )
        self.right = self.which_right(number)
        return Record(
            id=numbers.record_id(self.office, self.right, number.key),
            office_id=self.office,
            right=self.right,
            number_original=(given.printed or given.value).strip(),
            number=number.shown(given.printed or given.value),
            number_key=number.key,
            filing_date=self.date(given.date, "DATE-FILING"),
            filing_date_original=given.date.strip(),
            grant_date=self.planned(self.delivered.granted_on, "DATE-GRANT"),
            expiry_date=self.date(self.delivered.expires_on, "DATE-EXPIRY"),
            sample=self.delivery.sample,
            first_delivery=self.delivery,
            latest_delivery=self.delivery,
        )

    def which_right(self, number: numbers.Number) -> str:
        """The right as the reader, the number or a kind code says it, in this order."""
        said = self.delivered.right or number.right
        codes = [*(p.kind for p in self.delivered.publications), self.delivered.application.kind]
        return said or next(filter(None, (kinds.right(self.office, code) for code in codes if code)), Right.PATENT)

    # --- publications and events -----------------------------------------------------------------------------------

    def publications(self) -> list[Publication]:
        given = (one for number in self.delivered.publications for one in self.each(number))
        return [p for p in map(self.publication, given) if p]

    def repeated(self, own: list[Publication]) -> None:
        """Say where one publication has two days; the one that stands later is kept."""
        first: dict[tuple[str, str], Publication] = {}
        for row in own:
            other = first.setdefault((row.number_key, row.kind), row)
            if row.date and other.date and row.date != other.date and self.right in (Right.PATENT, Right.UTILITY_MODEL):
                days = f"of {other.date} and of {row.date}"
                self.say("PUB-TWICE", "warning", f"The publication {row.number} {row.kind} is there twice, {days}.")

    def publication(self, given: Number) -> Publication | None:
        given = self.number(given)
        try:
            number = numbering.publication(given.office or self.office, given.value, given.kind)
        except ValueError as error:
            self.say("NUM-PUB", "error", f"Publication number: {error}")
            return None
        return new(
            Publication,
            number_original=(given.printed or given.value).strip(),
            number=number.shown(given.printed or given.value),
            number_key=number.key,
            kind=(given.kind or number.kind).strip().upper(),
            kind_inferred=given.kind_inferred,
            date=self.planned(given.date, "DATE-PUB"),
            date_original=given.date.strip(),
            whole=None if given.mentioned else True,
            image_only=sorted({p.part for p in self.delivered.texts if p.image_only} - self.worded()),
        )

    def announced(self, record: Record, own: list[Publication]) -> list[Publication]:
        """Publications an event stands for, as the office profile says, but for those that came under a number of their own."""
        found, numbered = [], {row.kind for row in own if row.number_key != record.number_key}
        for event in self.events:
            rule = rule_of(self.profile, event)
            if kind := rule.kind.get(self.right, "") if rule else "":
                given = self.delivered.application
                printed = self.printed_kind(event, kind)
                number = Number(self.office, given.value, printed or kind, event.date, kind_inferred=not printed)
                row = self.publication(number)
                found.extend([row] if row and row.kind not in numbered else [])
        return found

    def printed_kind(self, event: Event, kind: str) -> str:
        """The kind the office prints, which goes before that of the event, unless it is of another level, which is said."""
        printed = self.delivered.application.kind
        said, wanted = (kinds.level(self.office, one) for one in (printed, kind))
        if {said, wanted} != {"application", "grant"}:
            return printed
        sentence = (
            f"The kind {printed} is not that of the event “{event.name[:80]}”, which publishes {kind}; {kind} is kept."
        )
        self.say("EVENT-KIND", "warning", sentence)
        return ""

    def event(self, given: Event) -> LegalEvent:
        date = self.date(given.date, "DATE-EVENT") if given.date.strip() else self.printed_on
        comment = given.comment
        if date is None and given.date.strip():
            comment = "; ".join(filter(None, [comment, f"dated {given.date.strip()}"]))
        elif date is None and not given.status:
            self.say("EVENT-DATE", "error", f"The event “{given.name[:80]}” has no date and is kept without one.")
        rule = self.rule(given)
        english = rule.english if rule else ""
        mistaken = self.mistaken(date)
        against = given.against and rule is None and not mistaken
        rule = None if mistaken else rule  # on such a day nothing takes effect
        voids = voided(self.profile, rule, given) if rule and rule.voids else {}
        if rule and rule.voids and not voids:
            sentence = f"“{given.name[:80]}” does not say in a known form what it annuls; nothing is annulled by it."
            self.say("EVENT-VOIDS", "warning", sentence)
        identity = f"{date or ''}\x1f{given.code}\x1f{given.name}\x1f{given.comment}"
        return new(
            LegalEvent,
            key=hashlib.sha256(identity.encode()).hexdigest()[:16],
            date=date,
            code=given.code,
            name=given.name,
            language=languages.repair(given.language, self.office) or next(iter(self.profile.languages), ""),
            name_english=english,
            comment=comment,
            category=rule.category if rule else "",
            confidence=rule.confidence if rule else None,
            gazette=given.gazette,
            shows_status=given.status,
            against=against,
            voids=" ".join(f"{code}@{day}" if day else code for code, day in voids.items()),
            voids_grant=any(self.profile.events[code].category == "F" for code in voids if code in self.profile.events),
        )

    def rule(self, given: Event) -> EventRule | None:
        """The rule for an event; that there is none is told."""
        rule = rule_of(self.profile, given)
        if rule is None and given.status:
            sentence = f"The status “{given.name[:80]}” is not in the office's profile: that of the right is unknown."
            self.say("STATUS-UNMAPPED", "warning", sentence)
        elif rule is None:
            sentence = f"The event {given.code or given.name[:80]} is not in the office's profile."
            self.say("EVENT-UNMAPPED", "info", sentence)
        return rule

    # --- texts, parties, classes, other numbers --------------------------------------------------------------------

    def worded(self) -> set[str]:
        """The parts of which words came, whatever came as images beside them."""
        return {passage.part for passage in self.delivered.texts if passage.paragraphs}

    def say_partly(self) -> None:
        """Say of which parts words came and images as well: in another language, or within one text."""
        parts = [p.part for p in self.delivered.texts if p.pages or (p.image_only and p.part in self.worded())]
        for part in dict.fromkeys(parts):
            sentence = f"The {part} came partly as page images, which cannot be searched, and partly as text."
            self.say("TEXT-PARTLY", "warning", sentence)
        for passage in self.delivered.texts:
            if passage.pictures:
                what = (
                    f"{passage.pictures:,} of its formulas, tables or figures are pictures, which cannot be searched."
                )
                self.say("TEXT-PICTURES", "info", f"The {passage.part} came as text, but {what}")

    def texts(self) -> list[Text]:
        """One text a part and language; two sets of claims in one language (for different states) follow each other."""
        self.say_partly()
        rows: dict[tuple[str, str], Text] = {}
        for passage in self.delivered.texts:
            if passage.paragraphs:
                text = self.wording.text(passage, self.document)
                held = rows.setdefault((text.part, text.language), text)
                if held is not text:
                    self.say_second(held, text)
                    held.paragraphs = [*held.paragraphs, *text.paragraphs]
        return list(rows.values())

    def say_second(self, first: Text, second: Text) -> None:
        """Say that an invention has two titles in one language; of several designs each may have its own."""
        if first.part == Part.TITLE and self.right in (Right.PATENT, Right.UTILITY_MODEL):
            two = f"“{first.content[:60]}” and “{second.content[:60]}”"
            self.say("TEXT-TITLES", "warning", f"There are two titles in {first.language}: {two}.")

    def parties(self) -> list[Party]:
        groups: dict[str, list[Name]] = defaultdict(list)
        for name in self.delivered.names:
            groups[name.role].append(name)
        return [
            new(
                Party,
                role=role,
                sequence=sequence,
                name=self.wording.name(given),
                name_latin=given.name_latin,
                country=self.country(given),
                address=given.address,
            )
            for role, group in groups.items()
            for sequence, given in enumerate(group, 1)
        ]

    def country(self, given: Name) -> str:
        """The code of a country delivered as such or by its English name; nothing, which is said, for other words."""
        text = given.country.strip()
        code = text.upper() if len(text) <= CODE else offices.find(text) or ""
        if text and not code:
            self.say("PARTY-COUNTRY", "warning", f"“{text[:40]}” is not a country code of WIPO ST.3.")
        return code

    def classifications(self) -> list[Classification]:
        groups: dict[str, dict[str, Symbol]] = defaultdict(dict)
        for given in self.delivered.symbols:
            symbol = self.symbol(given)
            groups[given.scheme].setdefault(symbol, given)
        return [
            new(
                Classification,
                scheme=scheme,
                sequence=n,
                symbol=symbol,
                original=given.value,
                version=given.version,
            )
            for scheme, group in groups.items()
            for n, (symbol, given) in enumerate(group.items(), 1)
        ]

    def symbol(self, given: Symbol) -> str:
        known = SYMBOLS.get(given.scheme)
        symbol = known(given.value) if known else given.value.strip()
        if symbol is None:
            self.say(
                "CLASS-BAD", "warning", f"“{given.value[:40]}” is not a symbol of {given.scheme}; kept as delivered."
            )
        return symbol or " ".join(given.value.split())

    def related(self) -> list[RelatedNumber]:
        groups: dict[str, list[Related]] = defaultdict(list)
        for related in self.delivered.related:
            groups[related.relation] += [replace(related, number=one) for one in self.each(related.number)]
        rows = [self.other(r, n) for group in groups.values() for n, r in enumerate(group, 1)]
        return [row for row in rows if row]

    def other(self, related: Related, sequence: int) -> RelatedNumber | None:
        given = self.number(related.number)
        try:
            number = numbers.parse_application(given.office or self.office, given.value, given.kind)
        except ValueError as error:
            beside = " ".join(filter(None, ((given.office or "").upper(), given.date and f"of {given.date}")))
            told = f"Number of the {related.relation.replace('_', ' ')}{beside and f' ({beside[:60]})'}"
            self.say("NUM-RELATED", "warning", f"{told}: {error if given.value.strip() else 'none is given.'}")
            return None
        return new(
            RelatedNumber,
            relation=related.relation,
            sequence=sequence,
            office_code=(given.office or "").upper()[:2],
            number_original=(given.printed or given.value).strip(),
            number_key=number.key,
            date=self.date(
                given.date, "DATE-RELATED", foreign=(given.office or number.office) not in ("", self.office)
            ),
        )


def _mention(own: list[Publication], printed_on: dt.date) -> None:
    """Mark the publications whose data did not come with this document: it is that of its day, or else the latest it names."""
    days = {row.date for row in own if row.date and row.whole}
    this = printed_on if printed_on in days else max(days, default=None)
    for row in own:
        if row.date not in (None, this):
            row.whole = None


def _distinct(rows: list[Any], *names: str) -> list[Any]:
    """The rows that differ in the named fields; of two alike the later stands."""
    return list({tuple(getattr(row, name) for name in names): row for row in rows}.values())
