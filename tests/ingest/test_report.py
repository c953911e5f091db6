"""The quality report: numbers of the counting pass, findings by kind with examples, elements used and left."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from ingest import held, pipeline
from ingest.formats.taken import MOST, note, noting
from ingest.models import Finding, Run
from ingest.quality.report import COLUMNS, EXAMPLES, report
from tests.factories.deliveries import br_number, dispatch, packed, rpi, st36
from tests.factories.records import delivery
from tests.ingest.test_pipeline import carry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


@pytest.fixture
def week(tmp_path: Path) -> Run:
    odd = st36("1000003").replace("</bibliographic-data>", "<novelty>x</novelty></bibliographic-data>")
    broken = st36("1000002").replace("Kiln", "Kiln & Co")
    return carry(packed(tmp_path / "week.zip", {"a.xml": st36("1000001"), "b.xml": broken, "c.xml": odd}))


def test_it_counts_records_and_what_is_filled(week: Run) -> None:
    made = report(week.delivery)
    assert made.documents == 3
    assert made.records == {"new": 2, "changed": 0, "unchanged": 0, "quarantined": 1}
    filled = {one.element: (one.documents, one.share, one.usual) for one in made.filled}
    assert filled["title"] == filled["claims"] == (2, 1.0, None)
    assert filled["ipc"] == (0, 0.0, None)


def test_former_deliveries_say_what_is_usual(tmp_path: Path) -> None:
    for n, titled in enumerate((2, 4, 3), 1):
        rows = [dispatch(br_number(10 * n + k), title="Forno" if k < titled else "") for k in range(4)]
        run = carry(rpi(tmp_path / f"{n}.xml", rows, issue=2600 + n))
    title = next(one for one in report(run.delivery).filled if one.element == "title")
    assert (title.documents, title.share, title.usual) == (3, 0.75, 0.75)  # the median of 2/4 and 4/4


def test_findings_are_grouped_the_gravest_first_with_the_first_of_them(week: Run) -> None:
    Finding.objects.filter(run=week).delete()
    for n in range(7):
        Finding.objects.create(run=week, ordinal=n, code="TITLE-NONE", severity="warning", sentence=f"Said {n}.")
    Finding.objects.create(run=week, ordinal=9, code="READ-XML", severity="error", sentence="Broken.", place="b.xml:7")
    remarks = report(week.delivery).remarks
    assert [(one.code, one.count, one.sentence) for one in remarks] == [
        ("READ-XML", 1, "Broken."),
        ("TITLE-NONE", 7, "Said 0."),
    ]
    assert len(remarks[1].examples) == EXAMPLES


def test_elements_used_left_and_new_are_told_apart(week: Run) -> None:
    elements = report(week.delivery).elements
    assert elements["new"] == {"wo-patent-document/bibliographic-data/novelty": 1}
    assert elements["used"]["invention-title"] == elements["used"]["doc-number"] // 2 == 2
    assert list(elements) == ["used", "ignored", "new"]
    counts = list(elements["used"].values())
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_elements_are_counted_once_wherever_counting_was_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", batch)
    path = rpi(tmp_path / "issue.xml", [dispatch(br_number(n), title="Forno") for n in range(1, 8)])
    run, _ = pipeline.start(path)
    clock = iter(range(10**6))
    monkeypatch.setattr(pipeline.time, "monotonic", lambda: next(clock))  # a second each time it is looked at
    while pipeline.advance(run.pk, seconds=4):
        Run.objects.update(attempts=0)
    run.refresh_from_db()
    assert run.seen["elements"]["used"]["despacho" if "despacho" in run.seen["elements"]["used"] else "codigo"] == 7


def test_a_delivery_not_yet_begun_has_a_report_without_numbers() -> None:
    made = report(delivery())
    assert (made.documents, made.records, list(made.lines())) == (None, {}, [dict.fromkeys(COLUMNS, "") | {"part": "records", "name": "documents", "count": None}])  # fmt: skip


def test_nothing_is_noted_unless_asked() -> None:
    notes: dict[str, dict[str, int]] = {}
    note("used", ["a"])
    with noting(notes):
        note("used", ["a", "b", "a"])
        with noting(None):
            note("used", ["c"])
    note("used", ["a"])
    assert notes == {"used": {"a": 2, "b": 1}}


def test_names_without_end_are_not_kept() -> None:
    notes: dict[str, dict[str, int]] = {}
    with noting(notes):
        note("new", (f"e{n}" for n in range(MOST + 50)))
        note("new", ["e0"])
    assert (len(notes["new"]), notes["new"]["e0"]) == (MOST, 2)


# --- as data and as a page ------------------------------------------------------------------------------------------------


def test_the_same_as_json_and_csv(week: Run, client: Client) -> None:
    held.Decision.objects.create(run=week, stage="read", by="ana", why="Right.")
    address = f"/api/v1/deliveries/{week.delivery.sha256}/report"
    found = json.loads(client.get(address).content)
    assert (found["documents"], found["records"]["new"], found["elements"]["new"]) == (
        3, 2, {"wo-patent-document/bibliographic-data/novelty": 1})  # fmt: skip
    assert found["findings"][0]["code"] == "READ-XML"
    assert found["findings"][0]["examples"][0]["place"].startswith("week.zip/b.xml:")
    assert (found["decisions"][0]["stage"], found["decisions"][0]["by"]) == ("read", "operator")
    rows = list(csv.DictReader(client.get(f"{address}?format=csv").getvalue().decode().splitlines()))
    assert {row["part"] for row in rows} == {"records", "filled", "finding", "used", "new"}
    assert [row["count"] for row in rows if row["name"] == "documents"] == ["3"]
    assert [row["share"] for row in rows if row["name"] == "title"] == ["1.0"]


def test_the_page_leads_to_records_and_places(week: Run, client: Client) -> None:
    Finding.objects.create(
        run=week,
        ordinal=0,
        code="CLAIM-GAP",
        severity="warning",
        sentence="A <b>gap</b>.",
        place="a.xml:3",
        record_id="EP-P-1",
    )
    page = client.get(f"/deliveries/{week.delivery.sha256}/report").content.decode()
    assert 'href="/records/EP-P-1"' in page
    assert "a.xml:3" in page
    assert "A &lt;b&gt;gap&lt;/b&gt;." in page
    assert "novelty</code> 1" in page
    assert f"/api/v1/deliveries/{week.delivery.sha256}/report?format=csv" in page


@pytest.mark.parametrize("address", ["/deliveries/abc/report", "/api/v1/deliveries/abc/report"])
def test_an_unknown_delivery_has_no_report(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
