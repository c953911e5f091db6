"""Real office files through the whole pipeline, against counts made by another method (`EXPECTED.json` beside them)."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project

from ingest import tally
from ingest.models import Quarantine
from portal.records.models import LegalEvent, Record, Text
from tests.ingest.test_pipeline import carry
from tests.portal.records.test_store import snapshot

DATA: Path = project.OFFICE_DATA_DIR
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DATA.is_dir(), reason="OFFICE_DATA_DIR names no folder of real office files."),
]


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def expected(folder: str) -> Any:
    return json.loads((DATA / "EXPECTED.json").read_text(encoding="utf-8"))[folder]


def test_five_gazette_issues_merge_as_counted_and_the_first_again_changes_no_row() -> None:
    merged = expected("br-inpi-patents")["merged"]
    issues = sorted((DATA / "br-inpi-patents").glob("*.gz"))
    first = tally.summary(carry(issues[0]))["records"]
    for issue in issues[1:]:
        carry(issue)
    titled = Text.objects.filter(part="title").values("record").distinct().count()
    ipc = Record.objects.filter(classifications__scheme="ipc").distinct().count()
    assert Counter(Record.objects.values_list("right", flat=True)) == merged["applications_by_right"]
    assert (Record.objects.count(), LegalEvent.objects.count()) == (merged["applications"], merged["dispatch_events"])
    assert (titled, ipc) == (merged["applications_with_title"], merged["applications_with_ipc"])
    before = snapshot()
    again = tally.summary(carry(issues[0]), again=True)["records"]
    assert again == {"new": 0, "changed": 0, "unchanged": first["new"], "quarantined": 0}
    assert snapshot() == before


def test_european_full_text_has_the_claims_counted_and_the_malformed_are_in_quarantine() -> None:
    files = expected("ep-fulltext")["files"]
    well = {name: file for name, file in files.items() if file["well_formed"]}
    counted: Counter[str] = Counter()
    for name, file in sorted(files.items()):
        summary = tally.summary(carry(DATA / "ep-fulltext" / name))
        counted.update(summary["paragraphs"].get("claims", {}))
        outcome = summary["records"]
        assert outcome["quarantined"] == (not file["well_formed"]), name
        assert summary["paragraphs"].get("claims", {}) == (file["claims"] if file["well_formed"] else {}), name
    wanted: Counter[str] = Counter()
    for file in well.values():
        wanted.update(file["claims"])
    assert counted == wanted
    assert Quarantine.objects.count() == len(files) - len(well) == 3
