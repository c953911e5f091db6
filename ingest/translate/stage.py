"""The translate stage of the pipeline: the texts of one delivery, some at a time, resumable like reading."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import time

from django.db import transaction
from django.db.models import F

from ingest import tally
from ingest.batch import finding
from ingest.document import Problem
from ingest.models import Finding, Run, Stage
from ingest.translate.provider import Provider, provider
from portal.records.models import Origin, Record, Text
from portal.records.signals import records_changed

BATCH = 50  # texts a transaction
ATTEMPTS = 3  # at a single text
ENGLISH = "en"
log = logging.getLogger(__name__)


def translate_next(run: Run) -> None:
    """Translate the next texts of the run's delivery that a provider knows; sets the stage to done after the last.

    A text is left alone where the office gave English for the same part, or where its present wording is translated. After
    the translator stopped at a batch, or took its worker down, the texts go one by one; the one at which it stops ATTEMPTS
    times more stays untranslated, with a finding.
    """
    began = time.monotonic()
    who = provider()
    stops = _attempt(run)
    size = 1 if stops else BATCH
    known = Text.objects.filter(delivery_id=run.delivery_id, origin=Origin.OFFICE, language__in=who.languages)
    if run.texts_total is None:
        run.texts_total = known.count()
    due = list(known.filter(pk__gt=run.translated).order_by("pk")[:size])
    given_up = due if stops > ATTEMPTS else []
    wanted = [] if given_up else _wanted(due)
    try:
        rows = [_machine(text, who) for text in wanted]
    except Exception:  # whatever a model or a service raises; the try is counted
        log.exception("The translator stopped at one of the texts %s", [text.pk for text in due])
        return
    with transaction.atomic():
        now = Run.objects.select_for_update().get(pk=run.pk)
        if (now.translated, now.stage) != (run.translated, run.stage):
            run.refresh_from_db()
            return
        _date(due)
        _store(rows, more=len(due) == size)
        _give_up(run, given_up)
        tally.translated(run, rows)
        tally.seconds(run, Stage.TRANSLATE, time.monotonic() - began)
        run.texts_done += len(due)
        run.translated = due[-1].pk if due else run.translated
        run.stage = Stage.TRANSLATE if len(due) == size else Stage.DONE
        run.attempts = min(stops, 1)
        run.save()


def _attempt(run: Run) -> int:
    """Count a try before it is made, as it may take the process down; return how many were made in vain before it."""
    Run.objects.filter(pk=run.pk).update(attempts=F("attempts") + 1)
    run.refresh_from_db(fields=["attempts"])
    return run.attempts - 1


def _give_up(run: Run, texts: list[Text]) -> None:
    problems = [
        Problem("TRANSLATE-STOP", "warning", f"The translator stopped {ATTEMPTS + 1} times at the {text.part} in the language "
                f"“{text.language}”. It stays untranslated; `manage.py retry` tries it again.")
        for text in texts
    ]  # fmt: skip
    Finding.objects.bulk_create(
        finding(run, run.position, problem, text.record_id) for problem, text in zip(problems, texts, strict=True)
    )
    tally.findings(run, problems)


def source_hash(text: Text) -> str:
    """What tells whether a translation is of the present wording: SHA-256 of language and paragraphs."""
    return hashlib.sha256(json.dumps([text.language, text.paragraphs], ensure_ascii=False).encode()).hexdigest()


def _wanted(texts: list[Text]) -> list[Text]:
    there = Text.objects.filter(record_id__in={text.record_id for text in texts}, language=ENGLISH)
    official = set(there.filter(origin=Origin.OFFICE).values_list("record_id", "part"))
    done = set(there.filter(origin=Origin.MACHINE).values_list("record_id", "part", "document", "source_sha256"))
    return [
        text
        for text in texts
        if (text.record_id, text.part) not in official
        and (text.record_id, text.part, text.document, source_hash(text)) not in done
    ]


def _date(texts: list[Text]) -> None:
    """Let the translations that are there already be as of the texts they are of: those a later delivery brings again."""
    there = Text.objects.filter(record_id__in={text.record_id for text in texts}, origin=Origin.MACHINE)
    of = {(text.record_id, text.part, text.document, source_hash(text)): text for text in texts}
    later = []
    for row in there.only("record_id", "part", "document", "source_sha256", "as_of", "delivery_id"):
        text = of.get((row.record_id, row.part, row.document, row.source_sha256))
        if text and (row.as_of, row.delivery_id) != (text.as_of, text.delivery_id):
            row.as_of, row.delivery_id = text.as_of, text.delivery_id
            later.append(row)
    Text.objects.bulk_update(later, ["as_of", "delivery_id"])


def _machine(text: Text, who: Provider) -> Text:
    return Text(
        record_id=text.record_id,
        delivery_id=text.delivery_id,
        as_of=text.as_of,
        part=text.part,
        language=ENGLISH,
        origin=Origin.MACHINE,
        document=text.document,
        paragraphs=[{**p, "t": who.translate(p["t"], text.language)} for p in text.paragraphs],
        provider=who.name,
        model=who.model,
        source_language=text.language,
        source_sha256=source_hash(text),
        translated_on=dt.datetime.now(dt.UTC).date(),
    )


def _store(rows: list[Text], *, more: bool) -> None:
    """Write the rows and announce them; the last time also without rows, so that what waits for the end is started."""
    if not rows and more:
        return
    identity = ["record", "part", "language", "origin", "document"]
    names = [f.name for f in Text._meta.concrete_fields if f.name not in (*identity, "id")]
    Text.objects.bulk_create(rows, update_conflicts=True, unique_fields=identity, update_fields=names)
    records_changed.send(sender=Record, record_ids=sorted({row.record_id for row in rows}), more=more)
