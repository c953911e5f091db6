"""Invented records never stand beside an office's real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import TestCase

from ingest import pipeline
from portal.records.models import AuthorityEntry, Delivery, Record
from search import service
from search.answer import Request
from tests.factories.deliveries import br_number, dispatch, rpi, st36

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR, settings.INDEX_DIR = tmp_path / "deliveries", tmp_path / "index"
    settings.TRANSLATION_PROVIDER = "none"


def carry(path: Path, office: str = "", *, sample: bool = False) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        run, _ = pipeline.start(path, office, sample=sample)
        while pipeline.advance(run.pk):
            pass


def found(query: str) -> list[str]:
    return [hit.record.id for hit in service.search(Request(query)).hits]


def test_the_first_real_delivery_of_an_office_takes_its_samples_out_and_leaves_those_of_others(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("BR,102020000001,A2,20201103,,N,N,N\n")
    (tmp_path / "ep.xml").write_text(st36())
    carry(rpi(tmp_path / "a.xml", [dispatch(br_number(1), title="Forno inventado")]), sample=True)
    carry(tmp_path / "list.csv", "BR", sample=True)
    carry(tmp_path / "ep.xml", sample=True)
    assert (found("inventado"), found("kiln")) == (["BR-P-102020000001"], ["EP-P-19234567"])
    carry(rpi(tmp_path / "b.xml", [dispatch(br_number(1), title="Estufa"), dispatch(br_number(2), title="Estufa")]))
    assert found("inventado") == []
    assert (sorted(found("estufa")), found("kiln")) == (["BR-P-102020000001", "BR-P-102020000002"], ["EP-P-19234567"])
    assert not Record.objects.filter(office="BR", sample=True).exists()
    assert AuthorityEntry.objects.count() == 0
    assert Delivery.objects.filter(sample=True).count() == 1
