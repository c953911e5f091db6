"""The numbers of a run, as `ingest --json` prints them (DESIGN §11), kept in `Run.counts` while it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.document import Problem
from ingest.models import LASTING, Run, Stage
from portal.records.models import DeliveryState, Text
from portal.records.store import Draft, Merged

OUTCOMES = ("new", "changed", "unchanged", "quarantined")


def _count(counts: dict[str, Any], *path: str, by: int = 1) -> None:
    for name in path[:-1]:
        counts = counts.setdefault(name, {})
    counts[path[-1]] = counts.get(path[-1], 0) + by


def records(run: Run, merged: Merged, drafts: list[Draft]) -> None:
    """Add what a batch did: records by outcome; publications, texts, paragraphs and events delivered."""
    for outcome in OUTCOMES[:3]:
        _count(run.counts, "records", outcome, by=len(getattr(merged, outcome)))
    if merged.again:
        _count(run.counts, "records", "again", by=len(merged.again))
    for draft in drafts:
        _count(run.counts, "publications", by=len(draft.publications))
        _count(run.counts, "events", by=len(draft.events))
        for text in draft.texts:
            _count(run.counts, "texts", text.part, text.language)
            _count(run.counts, "paragraphs", text.part, text.language, by=len(text.paragraphs))


def translated(run: Run, texts: list[Text]) -> None:
    """Add machine translations made, by part and source language."""
    for text in texts:
        _count(run.counts, "translated", text.part, text.source_language)


def quarantined(run: Run, number: int) -> None:
    """Add documents that went into quarantine."""
    _count(run.counts, "records", "quarantined", by=number)


def findings(run: Run, problems: list[Problem]) -> None:
    """Add findings by code."""
    for problem in problems:
        _count(run.counts, "findings", problem.code)


def seconds(run: Run, stage: Stage, spent: float) -> None:
    """Add time spent in a stage."""
    run.seconds[stage] = round(run.seconds.get(stage, 0) + spent, 3)


def brought(runs: Sequence[Run]) -> dict[str, Any]:
    """Return what a delivery brought over all its passes, the latest first, as `Run.counts` has it; empty without any."""
    latest, *before = [run.counts for run in runs] or [{}]
    total = dict(latest)
    for counts in before:
        kept = {code: n for code, n in counts.get("findings", {}).items() if re.match(LASTING, code)}
        for name, former in (("findings", kept), ("translated", counts.get("translated", {}))):
            total[name] = _added(total.get(name, {}), former)
    if any("records" in counts for counts in (latest, *before)):
        total["records"] = _outcome([counts.get("records", {}) for counts in (latest, *before)])
    return total


def unread(runs: Sequence[Run]) -> bool:
    """Tell whether a delivery with these passes is stored, and nothing of it could be read."""
    records = brought(runs).get("records", {})
    stored = bool(runs) and runs[0].delivery.state == DeliveryState.STORED
    return stored and bool(records.get("quarantined")) and not any(records[name] for name in OUTCOMES[:3])


def _outcome(passes: list[dict[str, int]]) -> dict[str, int]:
    """Return the outcome of all passes, the latest first: what the first left unchanged, the others have read before."""
    new, changed = (sum(one.get(name, 0) for one in passes) for name in OUTCOMES[:2])
    found = (new, changed, passes[-1].get("unchanged", 0), passes[0].get("quarantined", 0))
    return dict(zip(OUTCOMES, found, strict=True))


def _added(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the sums of two tables of numbers, or of such tables."""
    return one | {
        name: _added(one.get(name, {}), value) if isinstance(value, dict) else one.get(name, 0) + value
        for name, value in other.items()
    }


def summary(run: Run, *, again: bool = False) -> dict[str, Any]:
    """One delivery as DESIGN §11 prints it; `again` when the same bytes had been stored before and nothing was done."""
    counts = {
        "records": {},
        "publications": 0,
        "texts": {},
        "paragraphs": {},
        "events": 0,
        "translated": {},
        "findings": {},
    } | (brought([*run.delivery.runs.all()]) if again else run.counts)
    outcome = {name: counts["records"].get(name, 0) for name in OUTCOMES}
    if again:
        outcome["unchanged"] += outcome["new"] + outcome["changed"]
        outcome["new"] = outcome["changed"] = 0
    delivery = run.delivery
    return {
        "sha256": delivery.sha256,
        "name": delivery.name,
        "office": delivery.office_id or "",
        "dialect": delivery.dialect,
        "state": delivery.state,
        **counts,
        "records": outcome,
        "seconds": round(sum(run.seconds.values()), 3),
        "error": run.error,
    }
