"""What only shows when documents are looked at together: a batch of one delivery, beside what the store holds.

Batches are the same whenever a delivery is read (`ingest.pipeline`), so what is said here is the same too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingest.document import Problem
from portal.records.models import LegalEvent, Part, Publication, Record, Right, Status
from portal.records.store import Draft
from portal.standards import kinds
from portal.standards.events import SHELVED, Step, effect, move, status_from

Said = Iterator[tuple[int, str]]  # place of the draft in the batch, sentence
COPIES = 3  # divisions of one parent share an abstract; two are nothing to speak of
SHORTEST = 60  # characters of a text whose length says anything
FEWEST = 20  # documents of a batch of which can be said that they are all alike
RIGHTS = {Right.PATENT, Right.UTILITY_MODEL}  # gazettes of marks and designs number the issue, not the document


class Across(NamedTuple):
    """As `ingest.quality.check.Check`, for the drafts of a batch."""

    code: str
    severity: str
    find: Callable[[Sequence[Draft]], Said]
    means: str
    do: str


def shared_publication(drafts: Sequence[Draft]) -> Said:
    """One query: whether a publication number of these records stands at another record of the same office and right."""
    own: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        for publication in draft.publications if draft.record.right in RIGHTS else ():
            key = (draft.record.office_id, draft.record.right, publication.number_key, publication.kind)
            own[key].append(place)
    held: dict[tuple[str, ...], set[str]] = defaultdict(set)
    rows = Publication.objects.filter(number_key__in={key[2] for key in own}) if own else Publication.objects.none()
    for *shared, record in rows.values_list("record__office", "record__right", "number_key", "kind", "record"):
        held[tuple(shared)].add(record)
    for key, places in own.items():
        for place in places:
            others = held[key] | {drafts[other].record.id for other in places if other < place}
            if others := others - {drafts[place].record.id}:
                yield place, f"The publication {key[2]} {key[3]} stands at {min(others)} too."


def two_grants(drafts: Sequence[Draft]) -> Said:
    """One query: whether an application has grants under two numbers, here or held; one number may be the end of the other.

    A grant under the number of the application is what an event announced: it says no number of the grant.
    """
    own, held = _own_and_held(drafts, "grant")
    for n, id_, publication in own:
        if publication.number_key == (application := drafts[n].record.number_key):
            continue
        number, others = publication.number_key, held[id_]
        keys = {one.number_key: one for one in others if one.number_key != application}
        if other := next(
            (one for key, one in keys.items() if not (key.endswith(number) or number.endswith(key))), None
        ):
            yield n, f"It is granted as {_shown(publication)} and as {_shown(other)}."
        others.append(publication)


def _shown(publication: Publication) -> str:
    return f"{publication.number or publication.number_key} {publication.kind}".strip()


def application_after_grant(drafts: Sequence[Draft]) -> Said:
    """One query: whether what is published of the application is younger than a grant held; a grant here stands in the same rows."""
    own, held = _own_and_held(drafts, "application")
    for draft in drafts:
        held[draft.record.id] += [p for p in draft.publications if _level(draft.record, p) == "grant"]
    for n, id_, publication in own:
        days = [one.date for one in held[id_] if one.date]
        if publication.date and days and min(days) < publication.date:
            yield (
                n,
                f"The application {publication.kind} of {publication.date} is younger than the grant of {min(days)}.",
            )


def _own_and_held(
    drafts: Sequence[Draft], level: str
) -> tuple[list[tuple[int, str, Publication]], dict[str, list[Publication]]]:
    """Return the publications of a level in the batch, each with place and record, and the grants held of these records."""
    patents = [(n, d) for n, d in enumerate(drafts) if d.record.right in RIGHTS]
    own = [(n, d.record.id, p) for n, d in patents for p in d.publications if _level(d.record, p) == level]
    held: dict[str, list[Publication]] = defaultdict(list)
    rows = Publication.objects.filter(record__in={id_ for _, id_, _ in own}) if own else Publication.objects.none()
    for row in rows.select_related("record"):
        if _level(row.record, row) == "grant":
            held[row.record_id].append(row)
    return own, held


def _level(record: Record, publication: Publication) -> str:
    return kinds.level(record.office_id, publication.kind)


def repeated_text(drafts: Sequence[Draft]) -> Said:
    """The same abstract or claims at several applications of an office; each application counts once."""
    holders: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    for place, draft in enumerate(drafts):
        for text in draft.texts:
            if text.part in (Part.ABSTRACT, Part.CLAIMS) and len(text.content) >= SHORTEST:
                holders[draft.record.office_id, text.part, text.content].setdefault(draft.record.id, place)
    for (_, part, _), places in holders.items():
        first, *rest = places
        if len(places) >= COPIES:
            yield from ((places[id_], f"The {part} is word for word that of {first}.") for id_ in rest)


def common_cut(drafts: Sequence[Draft]) -> Said:
    """Where several texts have exactly the length that none exceeds, something cut them."""
    given: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)  # words → place; the same words count once
    for place, draft in enumerate(drafts):
        for text in draft.texts:
            if text.part in (Part.TITLE, Part.ABSTRACT):
                given[text.part, text.language][text.content] = place
    for (part, language), found in given.items():
        longest = max(map(len, found))
        cut = [place for words, place in found.items() if len(words) == longest >= SHORTEST]
        if len(cut) >= COPIES:
            yield from (
                (place, f"The {language} {part} was cut at {longest} characters, as {len(cut)} here.") for place in cut
            )


def contrary_events(drafts: Sequence[Draft]) -> Said:
    """One query: whether another event of the same day, here or held, ends what this one keeps alive, or the other way round."""
    own = [(n, draft.record.id, event) for n, draft in enumerate(drafts) for event in draft.events if _moves(event)]
    ids, days = {id_ for _, id_, _ in own}, {event.date for *_, event in own}
    rows = LegalEvent.objects.filter(record__in=ids, date__in=days) if own else ()
    held = [(-1, event.record_id, event) for event in rows if _moves(event)]
    first: dict[tuple[str, object, bool], LegalEvent] = {}
    for n, id_, event in [*held, *own]:
        ends = move(event.effect or event.category) == Status.ENDED
        first.setdefault((id_, event.date, ends), event)
        if n >= 0 and (other := first.get((id_, event.date, not ends))):
            names = " and ".join(sorted(f"“{one.name[:60]}”" for one in (event, other)))
            yield (
                n,
                f"The events {names} of {event.date} contradict each other; of those that can follow, the last decides.",
            )


def two_statuses(drafts: Sequence[Draft]) -> Said:
    """One query: whether one delivery shows a right in two states on one day, here or in a batch before."""
    shown = [(n, d.record.id, e) for n, d in enumerate(drafts) for e in d.events if e.shows_status and e.category]
    ids, deliveries = {id_ for _, id_, _ in shown}, {event.delivery_id for *_, event in shown}
    rows = LegalEvent.objects.filter(record__in=ids, delivery__in=deliveries, shows_status=True) if shown else ()
    held = [(-1, row.record_id, row) for row in rows if row.category]
    first: dict[tuple[str, object, int], LegalEvent] = {}
    for n, id_, event in [*held, *shown]:
        other = first.setdefault((id_, event.date or event.as_of, event.delivery_id), event)
        if n >= 0 and _state(event) != _state(other):
            names = f"“{other.name[:60]}” and “{event.name[:60]}”"
            yield n, f"The statuses {names} are shown of one day; the one that came last decides."


def _state(event: LegalEvent) -> str:
    """Return the state that a status shown alone says."""
    return status_from([Step(event.date, effect(event.code, event.effect or event.category), shown=True)]).state


def ended_after_grant(drafts: Sequence[Draft]) -> Said:
    """One query: whether an event discontinues an application (ST.27 B) that was granted before, as told here or held."""
    own = [(n, draft, event) for n, draft in enumerate(drafts) for event in draft.events if _moves(event)]
    own = [(n, draft, event) for n, draft, event in own if (event.effect or event.category) in ("B", SHELVED)]
    ids = {draft.record.id for _, draft, _ in own}
    held = dict(Record.objects.filter(pk__in=ids).values_list("pk", "grant_date")) if own else {}
    for n, draft, event in own:
        granted = draft.record.grant_date or held.get(draft.record.id)
        if granted and event.date and granted < event.date:
            yield (
                n,
                f"“{event.name[:80]}” of {event.date} is of an application, and it was granted on {granted}; it ends nothing.",
            )


def annulled_not_held(drafts: Sequence[Draft]) -> Said:
    """One query: whether an annulment names an event of a day or gazette of which none is held, though others of its code are."""
    own = [
        (n, draft.record.id, event) for n, draft in enumerate(drafts) for event in draft.events if "@" in event.voids
    ]
    codes = {name.partition("@")[0] for *_, event in own for name in event.voids.split()}
    rows = LegalEvent.objects.filter(record__in={id_ for _, id_, _ in own}, code__in=codes) if own else ()
    there: dict[tuple[str, str], list[LegalEvent]] = defaultdict(list)
    for id_, event in [*((row.record_id, row) for row in rows), *((d.record.id, e) for d in drafts for e in d.events)]:
        there[id_, event.code].append(event)
    for n, id_, event in own:
        for code, _, at in (name.partition("@") for name in event.voids.split() if "@" in name):
            others = [one for one in there[id_, code] if one.date and one is not event]
            if others and not any(at in (str(one.date), one.gazette) for one in others):
                days = ", ".join(sorted({str(one.date) for one in others}))
                yield n, f"“{event.name[:60]}” annuls {code} of {at}, and that of {days} is held."


def _moves(event: LegalEvent) -> bool:
    return bool(event.date and not event.shows_status and move(event.effect or event.category))


CHECKS = (
    Across("PUB-SHARED", "error", shared_publication, "Two records have the same publication.",
           "Check the application number of both; one of them is wrong, or a file was numbered anew."),
    Across("GRANT-TWICE", "error", two_grants, "One application is granted under two numbers.",
           "Check the application number of both grants; one of them is of another application."),
    Across("PUB-ORDER", "info", application_after_grant, "The application is published after its grant.",
           "Check both days; where the office grants before it publishes, nothing."),
    Across("TEXT-REPEATED", "warning", repeated_text, "Three and more applications have the same abstract or claims.",
           "Check whether a text was copied into other records; divisions of one parent may share it."),
    Across("TEXT-LIMIT", "warning", common_cut, "Several texts end at exactly the length that none exceeds.",
           "Widen the field of the export, and deliver the texts again."),
    Across("EVENT-ANNULLED", "warning", annulled_not_held,
           "An annulment names a dispatch of another day or gazette than the one held.",
           "Compare both; where they are one, correct the day, so that it is annulled."),
    Across("EVENT-STAGE", "warning", ended_after_grant,
           "What discontinues an application comes after its grant; it leaves the status.",
           "Check both; deliver the event that ended the right, or the annulment of the grant."),
    Across("EVENT-CONTRARY", "warning", contrary_events,
           "Of two events of one day one ends the right or the application, and the other grants, keeps or restores it.",
           "Check both; deliver the events of a day in the order in which they took effect."),
    Across("STATUS-TWICE", "warning", two_statuses, "One delivery shows a right in two states on one day.",
           "Check which of them is true, and deliver that one."),
)  # fmt: skip


def run(drafts: Sequence[Draft]) -> list[tuple[int, Problem]]:
    """What there is to say of each draft beside the others, with its place among them."""
    return [(n, Problem(c.code, c.severity, sentence)) for c in CHECKS for n, sentence in c.find(drafts)]


def gathered(problems: Sequence[tuple[int, Problem, str]], documents: int) -> list[tuple[int, Problem, str]]:
    """Return the problems with each note that is made of most documents of a batch made once, with their number.

    What nearly every document has in common belongs to the delivery; said of each, it hides what is said of few. Only notes
    (severity `info`) are gathered. The problems are (ordinal, problem, record id), and the note stands at the first.
    """
    counts = Counter(code for code, _ in {(p.code, ordinal) for ordinal, p, _ in problems if p.severity == "info"})
    many = {code for code, n in counts.items() if documents >= FEWEST and 2 * n > documents}
    kept, told = [], set()
    for ordinal, problem, record_id in problems:
        if problem.code not in many:
            kept.append((ordinal, problem, record_id))
        elif problem.code not in told:
            told.add(problem.code)
            sentence = f"{counts[problem.code]} of {documents} documents from here on: {problem.sentence}"
            kept.append((ordinal, Problem(problem.code, problem.severity, sentence, problem.place), ""))
    return kept
