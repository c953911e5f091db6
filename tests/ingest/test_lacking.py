"""Columns and keys an office renamed: told by their names; without the number the delivery is held and nothing stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.models import Finding, Quarantine
from portal.records.models import Record
from tests.ingest.formats.test_other_tables import CHILE, INDIA, written
from tests.ingest.formats.test_register_json import VN
from tests.ingest.test_pipeline import carry, own_folder

pytestmark = pytest.mark.django_db
__all__ = ("own_folder",)  # a fixture of every test here

THAI = {"trNo": "190125485", "filDate": "2019/07/05", "goodsAndService": [{"class": "32"}], "regDate": "2021/06/17",
        "owner": [{"name": "Dole"}], "wordIndex": [{"word": "DOLE"}], "viennaCode": [], "status": "Registered"}  # fmt: skip


def renamed(rows: list[list[str]], column: str) -> bytes:
    return written([["Renamed" if cell == column else cell for cell in rows[0]], *rows[1:]])


def jsons(key: str) -> bytes:
    record = {"renamed" if old == key else old: value for old, value in THAI.items()}
    return json.dumps([record, record | {"trNo": "190125486"} if key != "trNo" else record]).encode()


@pytest.mark.parametrize(
    ("content", "column", "stored"),
    [
        (renamed(INDIA, "Date of Application"), "“Date of Application”, where the filing date", 2),
        (renamed(INDIA, "Title of Invention"), "“Title of Invention”, where the title", 2),
        (renamed(CHILE, "Applicants"), "“Applicants”, where the applicant", 2),
        (renamed(CHILE, "Status"), "“Status”, where the legal status", 2),
        (jsons("filDate"), "“filDate”, where the filing date", 2),
        (jsons("wordIndex"), "where the title", 2),
        (renamed(INDIA, "Application Number"), "“Application Number”, where the number of the application", 0),
        (renamed(CHILE, "ApplicationNumber"), "“ApplicationNumber”, where the number of the application", 0),
        (renamed(CHILE, "TypeName"), "“TypeName”, where the right", 0),
        (jsons("trNo"), "“trNo”, where the number of the application", 0),
    ],
)
def test_a_renamed_column_is_named_with_those_that_are_there(
    tmp_path: Path, content: bytes, column: str, stored: int
) -> None:
    (tmp_path / "f").write_bytes(content)
    run = carry(tmp_path / "f")
    assert Record.objects.count() == stored
    found = Finding.objects.filter(code="READ-COLUMN" if stored else "HELD-COLUMN")
    (sentence,) = found.values_list("sentence", flat=True)
    assert column in sentence
    assert "enamed" in sentence.partition("Seen: ")[2]
    assert found.get().severity == ("warning" if stored else "critical")
    assert run.delivery.state == ("stored" if stored else "held")
    assert not Quarantine.objects.exists()


def test_a_key_left_out_where_there_is_no_value_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "f").write_text(json.dumps({key: value for key, value in THAI.items() if key != "owner"}))
    carry(tmp_path / "f")
    assert not Finding.objects.filter(code="READ-COLUMN").exists()


@pytest.mark.parametrize("left_out", ["", "application", "application_number"])
def test_a_new_key_beside_a_number_that_stands_in_two_places_holds_nothing(tmp_path: Path, left_out: str) -> None:
    record = {"application_number": "1-2013-01234", **VN, "claims": ["1. Lò nung."]}
    (tmp_path / "f").write_text(json.dumps({key: value for key, value in record.items() if key != left_out}))
    carry(tmp_path / "f")
    assert Record.objects.count() == 1
    assert not Finding.objects.filter(code__in=("READ-COLUMN", "HELD-COLUMN")).exists()
