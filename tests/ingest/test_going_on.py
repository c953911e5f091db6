"""Going on with a delivery: from the file in which it stopped, and by one process at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest import batch, dialects, held, pipeline
from ingest.models import Finding, Run, Stage
from portal.records.alone import alone
from tests.factories.deliveries import br_number, dispatch, packed, rpi, st36

pytestmark = pytest.mark.django_db
FILES = ["0.xml", "1.xml", "a.pdf", "bad.xml", "gazette.xml", "p.png", "z0.xml", "z1.xml"]
NEW = "<never-seen>1</never-seen>"  # an element that is told once a delivery


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.LONTAR_DATA = tmp_path
    settings.TRANSLATION_PROVIDER = "none"


def week(folder: Path) -> Path:
    """Nine documents in six files, one of them broken and some with an element nobody knows; and two files without any."""
    issue = [dispatch(br_number(n), "3.1", title=f"Forno {n}") for n in range(1, 5)]
    one = {
        f"{n}.xml": st36(f"{1_000_000 + n}").replace("</bibliographic-data>", f"{NEW}</bibliographic-data>")
        for n in range(4)
    }
    files = {
        "0.xml": one["0.xml"],
        "1.xml": one["1.xml"],
        "a.pdf": "%PDF-1.4",
        "bad.xml": one["2.xml"].replace("Kiln", "Kiln & Co"),
    }
    gazette = rpi(folder / "gazette.xml", issue).read_text(encoding="utf-8")
    files |= {"gazette.xml": gazette, "p.png": "GIF89a", "z0.xml": one["2.xml"], "z1.xml": one["3.xml"]}
    return packed(folder / "week.zip", files)


def findings() -> list[tuple[Any, ...]]:
    return list(
        Finding.objects.order_by("ordinal", "code", "sentence").values_list("ordinal", "code", "sentence", "place")
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7])
def test_a_delivery_stopped_after_every_batch_ends_as_one_that_was_not_and_opens_no_file_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    run, _ = pipeline.start(week(tmp_path))
    pipeline.carry(run)
    calm = findings()
    assert [code for _, code, _, _ in calm].count(dialects.NEW) == 1
    (over,) = [sentence for _, code, sentence, _ in calm if code == dialects.BESIDE]
    assert over == (
        "2 files hold no documents and were passed over: week.zip/a.pdf (a PDF: its text is not read); week.zip/p.png (an image)."
    )
    Finding.objects.all().delete()
    run = Run.objects.create(delivery=run.delivery)

    opened: list[str] = []
    read = dialects._read
    monkeypatch.setattr(
        dialects, "_read", lambda member, profile: opened.append(member.name.partition("/")[2]) or read(member, profile)
    )
    monkeypatch.setattr(pipeline, "BATCH", size)
    monkeypatch.setattr(held, "count", dying(held.count))
    monkeypatch.setattr(batch, "store", dying(batch.store))
    while run.stage in (Stage.COUNT, Stage.READ):
        opened.clear()
        with pytest.raises(KeyboardInterrupt):
            pipeline.advance(run.pk)
        assert opened[:1] == FILES[run.file : run.file + 1]
        run.refresh_from_db()
    pipeline.carry(run)
    assert findings() == calm


def dying(work: Any) -> Any:
    """Let a batch be done, and the process die of it."""

    def once(*given: Any, **named: Any) -> None:
        work(*given, **named)
        raise KeyboardInterrupt

    return once


def test_a_run_at_work_elsewhere_is_left_alone_and_not_counted_as_a_try(tmp_path: Path) -> None:
    run, _ = pipeline.start(week(tmp_path))
    with alone(f"runs/{run.pk}") as ours:
        assert ours
        with alone(f"runs/{run.pk + 1}") as another:
            assert another
        for _ in range(pipeline.ATTEMPTS + 1):
            assert pipeline.advance(run.pk) is False
    run.refresh_from_db()
    assert (run.stage, run.attempts, run.position) == (Stage.COUNT, 0, 0)
    assert pipeline.advance(run.pk) is False
    run.refresh_from_db()
    assert run.stage == Stage.DONE


def test_a_command_waits_for_the_process_that_has_its_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, _ = pipeline.start(week(tmp_path))
    turns: list[bool] = []
    advance = pipeline.advance

    def elsewhere(run_id: int, **named: Any) -> bool:
        turns.append(True)
        return len(turns) > 2 and advance(run_id, **named)

    monkeypatch.setattr(pipeline, "advance", elsewhere)
    monkeypatch.setattr(pipeline, "LOOK", 0.0)
    seen: list[int] = []
    pipeline.carry(run, lambda now: seen.append(now.position))
    assert (run.stage, seen[:2]) == (Stage.DONE, [0, 0])
