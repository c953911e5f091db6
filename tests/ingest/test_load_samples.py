"""The sample deliveries: packed so that their bytes never differ, stored once, and never beside an office's own."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ingest.management.commands.load_samples import deliveries, pack
from ingest.models import Run, Stage
from portal.records.models import Delivery, Record
from tests.factories.deliveries import br_number, dispatch, rpi


@pytest.fixture
def samples(tmp_path: Path, settings: Any) -> Path:
    """Write two deliveries of one office: a file by itself, and a folder of two."""
    folder = tmp_path / "samples"
    settings.SAMPLES_DIR, settings.DELIVERIES_DIR = folder, tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"
    (folder / "BR" / "BR-more").mkdir(parents=True)
    (folder / "README.md").write_text("what each is")
    (folder / "BR" / ".hidden").write_text("not a delivery")
    rpi(folder / "BR" / "2700.xml", [dispatch(br_number(1), title="Forno")])
    for n in (2, 3):
        rpi(folder / "BR" / "BR-more" / f"{n}.xml", [dispatch(br_number(n), title=f"Forno {n}")])
    return folder


def renamed_order(folder: Path) -> None:
    """Write a folder's files again in the other order, later, and closed to others."""
    for path in sorted(folder.iterdir(), reverse=True):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
        path.chmod(0o600)
        os.utime(path, (1_900_000_000, 1_900_000_000))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (renamed_order, True),
        (lambda folder: (folder / "2.xml").write_text("<other/>"), False),
        (lambda folder: (folder / "2.xml").rename(folder / "4.xml"), False),
        (lambda folder: (folder / "3.xml").unlink(), False),
    ],
)
def test_an_archive_depends_on_names_and_bytes_only(
    samples: Path, *, change: Callable[[Path], Any], same: bool
) -> None:
    folder = samples / "BR" / "BR-more"
    pack(folder, samples.parent / "before.zip")
    change(folder)
    pack(folder, samples.parent / "after.zip")
    assert ((samples.parent / "before.zip").read_bytes() == (samples.parent / "after.zip").read_bytes()) is same


def test_an_archive_holds_the_folder(samples: Path) -> None:
    pack(samples / "BR" / "BR-more", samples.parent / "x.zip")
    with zipfile.ZipFile(samples.parent / "x.zip") as archive:
        assert archive.namelist() == ["2.xml", "3.xml"]
        assert archive.read("3.xml") == (samples / "BR" / "BR-more" / "3.xml").read_bytes()


def test_every_file_and_folder_of_an_office_is_one_delivery(samples: Path) -> None:
    found = [(office, path.name) for office, path in deliveries(samples, samples.parent)]
    assert found == [("BR", "2700.xml"), ("BR", "BR-more.zip")]


@pytest.mark.django_db
def test_samples_are_stored_marked_as_invented_and_once(samples: Path) -> None:
    call_command("load_samples")
    assert Delivery.objects.filter(sample=True).count() == 2
    assert set(Record.objects.values_list("sample", flat=True)) == {True}
    assert set(Run.objects.values_list("stage", flat=True)) == {Stage.DONE}
    stored = list(Run.objects.values_list("id", "updated_at"))
    call_command("load_samples")
    assert list(Run.objects.values_list("id", "updated_at")) == stored


@pytest.mark.django_db
def test_samples_stay_away_from_an_offices_own_deliveries(samples: Path) -> None:
    own = rpi(samples.parent / "own.xml", [dispatch(br_number(9), title="Forno próprio")])
    call_command("ingest", str(own))
    call_command("load_samples")
    assert Delivery.objects.count() == 1


@pytest.mark.django_db
def test_samples_interrupted_are_taken_up_again(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("ingest.pipeline.advance", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            call_command("load_samples")
    call_command("load_samples")
    assert set(Run.objects.values_list("stage", flat=True)) == {Stage.DONE}


@pytest.mark.django_db
def test_the_samples_of_an_office_whose_profile_is_wrong_wait_for_the_next_start(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (samples / "XX").mkdir()
    rpi(samples / "XX" / "1.xml", [dispatch(br_number(9), title="Caldeira")])
    call_command("load_samples")
    assert "1.xml: “XX” is an unknown office" in capsys.readouterr().err
    assert set(Delivery.objects.values_list("name", flat=True)) == {"2700.xml", "BR-more.zip"}
