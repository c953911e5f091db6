"""What waits in quarantine is read again: by command, after a profile was mended, or when the publication it names arrives."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ingest import batch, dialects, held, pipeline, retry, tally
from ingest.archive import Member
from ingest.formats import st36 as st36_reader
from ingest.models import Finding, Quarantine, Run, Stage
from ingest.quality.report import report
from portal.records.models import Delivery, Record, Text
from tests.factories.deliveries import packed, st36
from tests.ingest.formats.test_ops import CLAIMS, EXCHANGE, FULL, answer
from tests.ingest.test_commands import ended
from tests.ingest.test_files_held import CLAIMED, DATA, written
from tests.ingest.test_pipeline import carry
from tests.portal.records.test_store import snapshot

pytestmark = pytest.mark.django_db
BROKEN = st36("1000002").replace("Kiln", "Kiln & Co")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def finish(run: Run) -> Run:
    while pipeline.advance(run.pk):
        pass
    run.refresh_from_db()
    return run


@pytest.fixture
def week(tmp_path: Path) -> Run:
    return carry(packed(tmp_path / "week.zip", {"a.xml": st36("1000001"), "b.xml": BROKEN, "c.xml": st36("1000003")}))


def test_another_pass_changes_no_row_and_finds_the_same(week: Run) -> None:
    before = snapshot(), list(Finding.objects.values_list("ordinal", "code", "sentence"))
    again = finish(retry.again(week.delivery))
    assert again.pk != week.pk
    assert (snapshot(), list(Finding.objects.values_list("ordinal", "code", "sentence"))) == before
    assert list(Quarantine.objects.values_list("run", "member")) == [(again.pk, "week.zip/b.xml:6")]
    assert (again.total, again.seen) == (week.total, week.seen)
    assert Delivery.objects.get().state == "stored"


def test_what_a_delivery_brought_stays_told_after_another_pass(
    week: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {"a.xml": st36("1000001").replace("Kiln", "Oven"), "d.xml": st36("1000004"), "e.xml": BROKEN[:-40]}
    run = carry(packed(tmp_path / "next.zip", other))
    assert run.stage == Stage.HELD
    finish(held.release(run.delivery, "Ana"))
    before = report(run.delivery)
    told = {"HELD-CUT", "VALUE-CHANGED", *(remark.code for remark in before.remarks)}
    for _ in range(2):
        again = finish(retry.again(run.delivery))
        now = report(run.delivery)
        assert now.records == before.records == {"new": 1, "changed": 1, "unchanged": 0, "quarantined": 1}
        assert {remark.code: remark.count for remark in now.remarks} == {r.code: r.count for r in before.remarks}
        assert {remark.code for remark in now.remarks} == told
        assert {name: n for name, n in again.counts["records"].items() if n} == {"quarantined": 1}


@pytest.mark.parametrize(
    ("passes", "records"),
    [
        ([], None),
        ([{"entries": 3}], None),
        ([{"records": {"new": 2, "changed": 1, "unchanged": 4, "quarantined": 3}}], (2, 1, 4, 3)),
        ([{}, {"records": {"new": 2}}], (2, 0, 0, 0)),  # the later one has only begun
        (
            [{"records": {"new": 1, "unchanged": 5}}, {"records": {"new": 2, "changed": 1, "unchanged": 2}}],
            (3, 1, 2, 0),
        ),
        ([{"records": {"changed": 1, "again": 2}}, {"records": {"new": 3, "quarantined": 2}}], (3, 1, 0, 0)),
    ],
)
def test_the_outcome_of_all_passes_is_that_of_the_delivery(passes: list[Any], records: tuple[int, ...] | None) -> None:
    found = tally.brought([Run(counts=counts) for counts in passes])
    assert found.get("records") == (dict(zip(tally.OUTCOMES, records, strict=True)) if records else None)


def test_what_was_translated_and_why_it_was_held_back_is_added_to_a_later_pass() -> None:
    first = {"findings": {"HELD-CUT": 1, "NUM-NONE": 4}, "translated": {"title": {"pt": 2}}}
    later = {"findings": {"NUM-NONE": 3}, "translated": {"title": {"pt": 1, "es": 1}}}
    found = tally.brought([Run(counts=later), Run(counts=first)])
    assert found == {"findings": {"NUM-NONE": 3, "HELD-CUT": 1}, "translated": {"title": {"pt": 3, "es": 1}}}


def test_what_can_be_read_by_now_is_stored(week: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def mended(*given: Any, **named: Any) -> Iterator[Any]:
        for document in dialects.documents(*given, **named):
            content = getattr(document, "content", b"").replace(b"&", b"and")
            yield from (
                st36_reader.read(Member("b.xml", lambda c=content: io.BytesIO(c)), None) if content else [document]
            )

    monkeypatch.setattr(pipeline, "documents", mended)
    assert ended("retry", week.delivery.sha256[:10]) == 0
    assert Record.objects.filter(number_key__endswith="0002").count() == 1
    assert Record.objects.count() == 3
    assert not Quarantine.objects.exists()
    assert not Finding.objects.filter(code="READ-XML").exists()


def test_without_a_name_all_that_have_quarantine_are_read_again(week: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert [one.name for one in retry.with_quarantine()] == ["week.zip"]
    assert ended("retry") == 0
    told = capsys.readouterr()
    assert "week.zip: stored (st36); records: 1 quarantined" in told.out
    assert "Nothing in it could be read" not in told.err
    assert Run.objects.count() == 2
    assert tally.summary(Run.objects.first(), again=True)["records"]["unchanged"] == 2


@pytest.mark.parametrize(("changed", "told"), [(False, "nothing new"), (True, "1 changed")])
def test_a_later_pass_says_what_it_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, changed: bool, told: str
) -> None:  # fmt: skip
    run = carry(written(tmp_path, "ep.xml", st36()))
    if changed:
        Text.objects.filter(part="title").update(paragraphs=[{"n": "", "t": "Read wrongly", "refs": []}])
    assert ended("retry", run.delivery.sha256[:10]) == 0
    assert f"ep.xml: stored (st36); records: {told}\n" in capsys.readouterr().out


def test_nothing_in_quarantine_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    carry(written(tmp_path, "ep.xml", st36()))
    assert ended("retry") == 0
    assert capsys.readouterr().out == "No document waits in quarantine.\n"
    assert Run.objects.count() == 1


def test_an_unfinished_delivery_goes_on_and_a_failed_one_is_tried_again(week: Run) -> None:
    Run.objects.filter(pk=week.pk).update(stage=Stage.READ)
    assert retry.again(week.delivery).pk == week.pk
    Run.objects.filter(pk=week.pk).update(stage=Stage.FAILED, attempts=9, error="It stopped.")
    run = retry.again(week.delivery)
    assert (run.pk, run.stage, run.attempts, run.error) == (week.pk, Stage.READ, 0, "")


def test_one_that_was_never_counted_is_counted_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "attempt", lambda *_: (_ for _ in ()).throw(batch.TooOften("Five times.")))
    run = carry(written(tmp_path, "ep.xml", st36()))
    assert (run.stage, run.total) == (Stage.FAILED, None)
    assert retry.again(run.delivery).stage == Stage.COUNT


@pytest.mark.parametrize("stage", [Stage.HELD, Stage.REJECTED])
def test_what_waits_for_a_decision_is_not_read_again(week: Run, stage: Stage) -> None:
    Run.objects.filter(pk=week.pk).update(stage=stage)
    with pytest.raises(CommandError, match="release it first"):
        call_command("retry", week.delivery.sha256)


def test_an_authority_file_is_not_read_again(tmp_path: Path) -> None:
    run = carry(written(tmp_path, "TH_AF.csv", "TH,86502,B,20220315\n"), "TH")
    with pytest.raises(retry.NotAgain, match="nothing of it waits"):
        retry.again(run.delivery)
    assert (Run.objects.get().stage, run.delivery.authority_file.entries.count()) == (Stage.DONE, 1)


# --- a publication arrives ----------------------------------------------------------------------------------------------


def test_claims_wait_for_their_publication_and_are_read_when_it_comes(tmp_path: Path) -> None:
    waiting = carry(written(tmp_path, "claims.xml", CLAIMED))
    assert Quarantine.objects.get().waits_for == "VN 24 A1"
    assert "read again when the publication it is of has arrived" in Finding.objects.get().sentence
    first = carry(written(tmp_path, "data.xml", DATA))
    woken = Run.objects.filter(delivery=waiting.delivery).first()
    assert (woken.stage, Run.objects.filter(delivery=first.delivery).count()) == (Stage.READ, 1)
    finish(woken)
    assert Text.objects.get(part="claims").record_id == Record.objects.get().pk
    assert not Quarantine.objects.exists()
    assert not Finding.objects.filter(code="NUM-NONE").exists()


def test_another_kind_or_office_wakes_nothing(tmp_path: Path) -> None:
    carry(written(tmp_path, "claims.xml", CLAIMED))
    carry(written(tmp_path, "data.xml", DATA.replace(">A1<", ">B1<").replace('"A1"', '"B1"')))
    carry(written(tmp_path, "other.xml", DATA.replace(">VN<", ">LA<").replace('"VN"', '"LA"')))
    assert Run.objects.count() == 3


def test_claims_before_their_publication_in_one_delivery_are_read_in_a_second_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 1)
    run = carry(packed(tmp_path / "both.zip", {"a.xml": CLAIMED, "b.xml": DATA}))
    again = finish(Run.objects.filter(delivery=run.delivery).first())
    assert again.pk != run.pk
    assert Text.objects.filter(part="claims").count() == 1


def test_two_deliveries_never_wake_each_other_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where a document stays in quarantine although its publication is held."""
    monkeypatch.setattr(retry.files_held, "held", set)
    for n in (1, 2):
        carry(written(tmp_path, f"{n}.xml", CLAIMED.replace("kiln", f"kiln {n}")))
    passes = Run.objects.filter(stage=Stage.READ)
    assert passes.count() == 2
    for run in passes:
        finish(run)
    assert not Run.objects.exclude(stage=Stage.DONE).exists()
    assert Quarantine.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "waits"),
    [
        (answer(FULL % (CLAIMS % "<claim-text>1. A kiln.</claim-text>")).replace(">XA<", ">QQ<"), ""),  # no office
        (answer(f"<exchange-documents>{EXCHANGE}</exchange-documents>").replace("1067", ""), ""),
    ],
)
def test_only_a_publication_that_could_come_is_waited_for(tmp_path: Path, content: str, waits: str) -> None:
    carry(written(tmp_path, "a.xml", content))
    assert Quarantine.objects.get().waits_for == waits
