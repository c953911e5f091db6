"""The table of the real folders: what a folder holds is counted, and small folders agree with the counts of another method."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from ops import folders
from tests.ingest.test_dialects import PATENTS, PNG

SMALL = [
    "br-inpi-marks",
    "ep-fulltext",
    "epo-docdb",
    "id-dgip",
    "mx-impi",
    "ru-uk-titles",
    "us-trademarks",
    "wipo-st36",
    "wipo-st66-ipas",
]


def test_a_folder_is_read_and_nothing_stored(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(PATENTS)
    (tmp_path / "b.png").write_bytes(PNG)
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04")
    row = folders.survey(tmp_path)
    assert (row.files, row.beside, row.documents, row.dialects) == (3, 1, 1, {"rpi-patent"})
    assert row.records == {"BR-P-102012000001"}
    assert row.elements["used"] > 0
    assert row.findings["READ-DAMAGED"] == 1
    cells = row.cells("1")
    assert len(cells) == len(folders.HEAD)
    assert cells[3:7] == ("rpi-patent", "1", "1", "1")


@pytest.mark.parametrize("name", SMALL)
def test_small_folders_agree_with_the_counts_made_by_another_method(name: str) -> None:
    if not settings.OFFICE_DATA_DIR.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    counts = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())
    row = folders.survey(settings.OFFICE_DATA_DIR / name)
    assert row.documents == folders.EXPECTED[name](counts[name])
    assert row.elements["new"] == row.findings["READ-NEW"] == 0


def test_the_table_is_printed(monkeypatch: Any, tmp_path: Path, capsys: Any) -> None:
    monkeypatch.setattr(settings, "OFFICE_DATA_DIR", tmp_path)
    (tmp_path / "EXPECTED.json").write_text('{"id-dgip": {"x": {"records": 2}}}')
    for folder in ("id-dgip", "other"):
        (tmp_path / folder).mkdir()
    folders.main(["id-dgip"])
    folders.main(["other"])
    head, _, row, *_, other = capsys.readouterr().out.splitlines()
    assert (head.count("|"), row) == (len(folders.HEAD) + 1, "| id-dgip | 0 | 0 | – | 0 | 2 | 0 | 0 | 0 | 0 | – |")
    assert other.startswith("| other | 0 | 0 | – | 0 | – |")
