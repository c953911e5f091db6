"""A delivery that came by mistake is taken out, with its bytes; one on which anything rests stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ingest import held, pipeline
from ingest.models import Finding, Quarantine, Run
from ingest.receive import kept
from portal.records.models import Delivery, Record
from tests.factories.deliveries import packed, st36
from tests.ingest.test_files_held import written
from tests.ingest.test_pipeline import carry

pytestmark = pytest.mark.django_db
WHY = ("--by", "Ana", "--why", "A list of our staff.")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.DELIVERIES_DIR, settings.LONTAR_DATA = tmp_path / "deliveries", tmp_path
    settings.TRANSLATION_PROVIDER = "none"
    return tmp_path


@pytest.mark.parametrize(
    ("name", "content"),
    [("staff.csv", "Name,Salary\nAna,1\n"), ("empty.xml", ""), ("broken.xml", st36().replace("Kiln", "Kiln & Co"))],
)
def test_what_stored_nothing_is_taken_out_and_may_come_again(own_folder: Path, name: str, content: str) -> None:
    run = carry(written(own_folder, name, content))
    place = kept(run.delivery)
    assert place.exists()
    call_command("withdraw", run.delivery.sha256[:12], *WHY)
    assert not place.exists()
    assert [*Delivery.objects.all(), *Run.objects.all(), *Finding.objects.all(), *Quarantine.objects.all()] == []
    (line,) = (own_folder / "withdrawn.log").read_text().splitlines()
    noted = json.loads(line)
    assert (noted["name"], noted["sha256"], noted["by"], noted["why"]) == (name, run.delivery.sha256, "Ana", WHY[-1])
    assert carry(written(own_folder, name, content)).delivery.pk != run.delivery.pk


def test_one_held_back_is_rejected_first(own_folder: Path) -> None:
    run = carry(packed(own_folder / "a.zip", {"a.xml": st36("1000001"), "b.xml": st36("1000002")[:-40]}))
    with pytest.raises(CommandError, match="it is: held back"):
        call_command("withdraw", run.delivery.sha256, *WHY)
    held.reject(run.delivery, "Ana", "A mistake.")
    call_command("withdraw", run.delivery.sha256, *WHY)
    assert not Delivery.objects.exists()


def test_one_of_which_anything_is_stored_stays(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = carry(written(own_folder, "a.xml", st36("1000001")))
    same = carry(written(own_folder, "b.xml", st36("1000001") + "\n"))
    listed = carry(written(own_folder, "TH_AF.csv", "TH,86502,B,20220315\n"), "TH")
    Delivery.objects.filter(pk=whole.delivery.pk).update(state="failed")  # as one that stopped in the middle
    for run in (whole, same, listed):
        with pytest.raises(CommandError, match=r"stays: .* rests? on it"):
            call_command("withdraw", run.delivery.sha256, *WHY)
        assert kept(run.delivery).exists()
    assert Record.objects.count() == 1
    assert not (own_folder / "withdrawn.log").exists()


def test_it_is_said_why(own_folder: Path) -> None:
    run, _ = pipeline.start(written(own_folder, "a.xml", st36()))
    with pytest.raises(CommandError, match="Say why"):
        call_command("withdraw", run.delivery.sha256)
    with pytest.raises(CommandError, match="not at its end"):
        call_command("withdraw", run.delivery.sha256, *WHY)
