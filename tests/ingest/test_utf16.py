"""JSON in UTF-16 is read as the same in UTF-8."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.archive import Member
from ingest.dialects import detect, documents
from ingest.document import Delivered, Unreadable
from ingest.utf16 import in_utf8
from tests.factories.deliveries import st36
from tests.factories.hostile_files import json_record
from tests.ingest.test_held import RECORD

JSON = json_record(RECORD).decode()
WAYS = {
    "with its mark": lambda said: said.encode("utf-16"),
    "the high byte first": lambda said: codecs.BOM_UTF16_BE + said.encode("utf-16-be"),
    "without a mark": lambda said: said.encode("utf-16-le"),
    "behind blanks": lambda said: f"  {said}".encode("utf-16"),
}


@pytest.fixture
def delivery(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(content: bytes) -> Path:
        path = tmp_path / "a"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("said", [JSON, f"[{JSON},\n {JSON}]", f"{JSON.strip()}\n" * 3])
def test_records_in_utf_16_are_those_in_utf_8(delivery: Any, way: Any, said: str) -> None:
    assert detect(delivery(way(said))).name == RECORD.name
    found = list(documents(delivery(way(said)), None, "a.json"))
    plain = list(documents(delivery(said.encode()), None, "a.json"))
    assert [(type(d), d.place) for d in found if isinstance(d, Delivered)] == [(Delivered, d.place) for d in plain]
    assert [d.application for d in found] == [d.application for d in plain]


def test_letters_across_the_blocks_stay() -> None:
    said = json.dumps({"a": "ก😀é" * 100_000}, ensure_ascii=False)
    with in_utf8(Member("a", lambda: io.BytesIO(said.encode("utf-16")))).open() as stream:
        assert stream.read().decode() == said


@pytest.mark.parametrize("end", [-1, -3])
def test_what_breaks_off_is_told(delivery: Any, end: int) -> None:
    (one,) = documents(delivery(JSON.rstrip().encode("utf-16")[:end]), None, "a.json")
    assert isinstance(one, Unreadable)
    assert (one.problem.code, one.cut) == ("READ-JSON", True)


@pytest.mark.parametrize(
    "content", [b"", b"{", st36().encode(), '<?xml version="1.0"?><a/>'.encode("utf-16"), b"\xff\xfe"]
)
def test_other_files_stay_as_they_are(content: bytes) -> None:
    member = Member("a", lambda: io.BytesIO(content))
    assert in_utf8(member) is member
