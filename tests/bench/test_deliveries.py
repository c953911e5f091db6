"""The deliveries of the benchmark of ingest: as many documents as asked for, each on an application of its own, all readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.dialects import documents
from ingest.document import Delivered
from tests.bench.deliveries import MADE
from tests.factories.deliveries import dispatch

FULL_TEXT = b"""<?xml version="1.0" encoding="UTF-8"?>
<ep-patent-document lang="en" country="EP" doc-number="3404678" kind="B1" date-publ="20210630">
<SDOBI lang="en"><B100><B110>3404678</B110><B130>B1</B130><B140><date>20210630</date></B140><B190>EP</B190></B100>
<B200><B210>17171508.9</B210><B220><date>20170517</date></B220></B200></SDOBI>
<description lang="en"><p num="1">A kiln.</p></description>
<claims lang="en"><claim num="1"><claim-text>A kiln with a lid.</claim-text></claim></claims>
</ep-patent-document>"""
REAL = {
    "dispatches": [dispatch("BR 10 2020 000001-1", title=title).encode() for title in ("Forno", "Estufa")],
    "full-text": [FULL_TEXT, FULL_TEXT.replace(b"kiln", b"stove")],
}


@pytest.mark.parametrize("count", [1, 2, 45])
@pytest.mark.parametrize("kind", MADE)
def test_each_document_is_read_and_is_of_an_application_of_its_own(kind: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / "delivery.xml"
    MADE[kind].write(path, REAL[kind], count)
    found = [document for document in documents(path, None) if isinstance(document, Delivered)]
    assert len({document.application.value for document in found}) == len(found) == count
    assert all(document.texts for document in found)


@pytest.mark.parametrize("kind", MADE)
def test_the_bare_parse_goes_through_every_document(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "delivery.xml"
    MADE[kind].write(path, REAL[kind], 7)
    assert sum(1 for _ in MADE[kind].bare(path)) == 7


def test_full_texts_are_files_with_claims_and_description_of_a_usual_size(tmp_path: Path) -> None:
    files = {
        "whole": FULL_TEXT,
        "bare": FULL_TEXT.replace(b"<claims", b"<c"),
        "broken": FULL_TEXT[40:],
        "huge": FULL_TEXT + b" " * 200_000,
    }
    for name, content in files.items():
        (tmp_path / f"{name}.xml").write_bytes(content)
    assert MADE["full-text"].real(tmp_path) == [FULL_TEXT]
