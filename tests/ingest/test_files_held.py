"""Documents that name only a publication find their file: in the store, or earlier in the same delivery."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest import files_held
from ingest.document import Delivered, Number
from ingest.models import Finding, Quarantine
from ingest.tally import unread
from portal.records.models import Record, Text
from tests.factories.deliveries import docdb
from tests.ingest.formats.test_ops import CLAIMS, EXCHANGE, FULL, answer
from tests.ingest.test_pipeline import carry

pytestmark = pytest.mark.django_db
DATA = answer(f"<exchange-documents>{EXCHANGE}</exchange-documents>").replace(">XA<", ">VN<").replace('"XA"', '"VN"')
CLAIMED = answer(FULL % (CLAIMS % "<claim-text>1. A kiln.</claim-text>")).replace(">XA<", ">VN<")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def written(tmp_path: Path, name: str, content: str) -> Path:
    path = tmp_path / name
    path.write_text(content)
    return path


def test_claims_delivered_alone_join_the_record_of_their_publication(tmp_path: Path) -> None:
    carry(written(tmp_path, "data.xml", DATA))
    before = Record.objects.get()
    carry(written(tmp_path, "claims.xml", CLAIMED))
    after = Record.objects.get()
    assert (after.id, after.number, after.number_original) == (before.id, before.number, before.number_original)
    claims = Text.objects.get(part="claims")
    assert (claims.record_id, claims.document, str(claims.as_of)) == (after.id, "24-A1", "2011-12-28")
    # It lacks title, applicant and dates; the record does not.
    told = Finding.objects.filter(run__delivery__name="claims.xml").values_list("code", flat=True)
    assert [*told] == ["NUM-FORM"]


def test_claims_of_an_unknown_publication_wait_in_quarantine(tmp_path: Path) -> None:
    carry(written(tmp_path, "claims.xml", CLAIMED))
    assert (Record.objects.count(), Finding.objects.get().code) == (0, "NUM-NONE")


def document(application: str, publication: str, kind: str = "A1") -> Delivered:
    return Delivered("VN", "m", "20200101", Number("VN", application), publications=[Number("VN", publication, kind)])


def test_a_document_before_it_in_the_same_delivery_tells_the_file() -> None:
    found = [document("1-2019-00123", "77"), document("", "77"), document("", "77", "B1"), document("", "")]
    files_held.find(found)
    assert [one.application.value for one in found] == ["1-2019-00123", "1-2019-00123", "", ""]


def test_nothing_is_asked_where_every_document_has_its_number(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        files_held.find([document("1-2019-00123", "77")])


@pytest.mark.parametrize("kind", ["B1", "B9"])
def test_a_deletion_stands_on_the_record_of_the_document_and_waits_for_nobody(
    tmp_path: Path, client: Any, kind: str
) -> None:
    (tmp_path / "a.xml").write_text(docdb(), encoding="utf-8")
    carry(tmp_path / "a.xml")
    (tmp_path / "b.xml").write_text(docdb('status="D"').replace('kind="B1"', f'kind="{kind}"'), encoding="utf-8")
    run = carry(tmp_path / "b.xml")
    record = Record.objects.get()
    assert (run.delivery.state, Quarantine.objects.count(), unread([run])) == ("stored", 0, False)
    (told,) = Finding.objects.filter(code="READ-TAKEN-BACK")
    assert told.record_id == (record.pk if kind == "B1" else "")
    page, api = (client.get(f"{root}{record.pk}") for root in ("/records/", "/api/v1/records/"))
    status = page.content.decode().partition('id="status"')[2].partition("</section>")[0]
    assert ("The delivery deletes EP 1206" in status) is (kind == "B1")
    assert ("a document of it was taken back" in status.partition("</p>")[0]) is (kind == "B1")
    assert [one["delivery"] for one in api.json()["taken_back"]] == [run.delivery.sha256] * (kind == "B1")
    assert Finding.taken_back([record]) == ({record.pk} if kind == "B1" else set())
    assert run.delivery.office_id == record.office_id


def test_what_was_delivered_after_its_deletion_is_no_longer_taken_back(tmp_path: Path, client: Any) -> None:
    for name, status in (("a", ""), ("b", 'status="D"'), ("c", 'status="C"')):
        (tmp_path / f"{name}.xml").write_text(docdb(status), encoding="utf-8")
        carry(tmp_path / f"{name}.xml")
    assert client.get(f"/api/v1/records/{Record.objects.get().pk}").json()["taken_back"] == []
    assert Finding.taken_back(Record.objects.all()) == set()
