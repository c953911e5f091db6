"""An authority file (WIPO ST.37) into the store: the office's own list, which coverage is measured against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice

from django.db import transaction

from ingest import batch, samples, tally
from ingest.document import Problem
from ingest.formats.st37 import AuthorityList, BadAuthorityFile, Entry
from ingest.models import Finding, Run, Stage
from ingest.offices.profiles import BadProfile, Profile, profile_of
from portal.records.contradictions import WORDS, contradictions
from portal.records.models import AuthorityEntry, AuthorityFile, Delivery, DeliveryState, Office
from portal.records.signals import authority_changed
from portal.standards import dates, kinds, languages, numbers

ROWS = 5_000  # a statement
NAMED = 100  # contradictions of one sort that have a finding of their own


@transaction.atomic
def store(run: Run, given: AuthorityList, dialect: str) -> None:
    """Store the whole list or nothing; lines that cannot be used become findings.

    Raises `ingest.formats.st37.BadAuthorityFile` where the file cannot be read to its end, and where file and caller
    do not say, or not alike, whose list it is.
    """
    office = _whose(run.delivery.office_id or "", given.definition.office.strip().upper())
    if not run.delivery.sample:
        samples.withdraw([office.code])
    work = _Work(profile_of(office.code))
    file = AuthorityFile.objects.create(
        delivery=run.delivery,
        office=office,
        produced=dates.parse(given.definition.produced).iso,
        update=given.definition.update[:12],
        definition=asdict(given.definition),
    )
    rows = work.rows(given.entries, file)
    while part := list(islice(rows, ROWS)):
        AuthorityEntry.objects.bulk_create(part)
    if work.strange and not work.count:
        them = ", ".join(sorted(work.strange)[:5])
        raise BadAuthorityFile(
            f"None of its lines is of {office.code}: they are of {them}. Ingest it again with the --office whose list it is."
        )
    work.problems += [(0, problem) for problem in _contradicted(file, work.profile)]
    Finding.objects.bulk_create(batch.finding(run, n, problem) for n, problem in work.problems)
    tally.findings(run, [problem for _, problem in work.problems])
    run.counts["entries"] = work.count
    run.stage = Stage.DONE
    run.save()
    Delivery.objects.filter(pk=run.delivery_id).update(office=office, dialect=dialect, state=DeliveryState.STORED)
    authority_changed.send(sender=AuthorityFile, office=office.code)


def _contradicted(file: AuthorityFile, profile: Profile) -> Iterator[Problem]:
    """Say where the list and what is held contradict each other: some of each sort by number, the rest in one sentence."""
    for code, found in contradictions(
        profile.code, file.entries.all(), profile.not_documents, whole=file.update == "full"
    ):
        severity = "error" if code == "AF-NEVER" else "warning"
        for row in found[:NAMED]:
            day = f" of {row.date}" if row.date else ""
            yield Problem(code, severity, f"{row.numbered}{day} is {WORDS[code]}.", row.numbered)
        if (more := found.count() - NAMED) > 0:
            yield Problem(code, severity, f"{more:,} more {'is' if more == 1 else 'are'} {WORDS[code]}.")


def _whose(said: str, listed: str) -> Office:
    """The office of the list, as the caller said it and as the list does."""
    if said and listed and said != listed:
        raise BadAuthorityFile(f"This is the list of {listed}, not of {said}. Ingest it again with --office {listed}.")
    if not said and not listed:
        raise BadAuthorityFile("The file does not say whose list it is. Ingest it again with --office CC.")
    try:
        return batch.office(said or listed)
    except BadProfile as error:
        raise BadAuthorityFile(str(error)) from error


class _Work:
    """The lines of one list on their way to rows."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.count = 0
        self.problems: list[tuple[int, Problem]] = []
        self.seen: set[tuple[str, str]] = set()
        self.strange: set[str] = set()  # other offices whose lines were left out

    def rows(self, entries: Iterator[Entry], file: AuthorityFile) -> Iterator[AuthorityEntry]:
        for ordinal, entry in enumerate(entries):
            row = self.row(entry, file, ordinal)
            if row is None:
                continue
            if (row.number_key, row.kind) in self.seen:
                self.say(ordinal, "AF-TWICE", "warning", f"{row.number_original} {row.kind} is listed twice.", entry)
                continue
            self.seen.add((row.number_key, row.kind))
            self.count += 1
            yield row

    def row(self, entry: Entry, file: AuthorityFile, ordinal: int) -> AuthorityEntry | None:
        if entry.office.strip().upper() not in ("", self.profile.code):
            self.strange.add(entry.office.strip().upper()[:20])
            sentence = f"The line was left out: it is of {entry.office[:20]}, the list of {self.profile.code}."
            self.say(ordinal, "AF-OFFICE", "error", sentence, entry)
            return None
        try:
            number = numbers.parse_publication(self.profile.code, entry.number)
            application = numbers.parse_application(self.profile.code, entry.application) if entry.application else None
        except ValueError as error:
            self.say(ordinal, "AF-NUMBER", "error", f"The line was left out: {error}", entry)
            return None
        kind = entry.kind.strip().upper()[:8]
        return AuthorityEntry(
            authority_file=file,
            office=file.office,
            right=kinds.right(self.profile.code, kind) or number.right or "patent",
            number_original=entry.number.strip()[:60],
            number_key=number.key,
            kind=kind,
            date=self.date(entry, ordinal),
            exception=entry.exception.strip().upper()[:1],
            searchable={
                part: [languages.repair(code, self.profile.code) for code in codes]
                for part, codes in entry.searchable.items()
            },
            application_key=application.key if application else "",
        )

    def date(self, entry: Entry, ordinal: int) -> dt.date | None:
        if not entry.date.strip():
            return None
        parsed = dates.parse(entry.date, self.profile.calendar, month_first=self.profile.month_first)
        if parsed.iso is None:
            self.say(ordinal, "AF-DATE", "warning", f"“{entry.date[:20]}” is not a date: {parsed.note}", entry)
        return parsed.iso

    def say(self, ordinal: int, code: str, severity: str, sentence: str, entry: Entry) -> None:
        self.problems.append((ordinal, Problem(code, severity, sentence, entry.place)))
