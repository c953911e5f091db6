"""Tables and register records all the way into the store."""

import json

import pytest

from ingest import held
from ingest.models import Finding, Quarantine
from ingest.pipeline import advance, start
from portal.records.models import LegalEvent, Publication, Record

pytestmark = pytest.mark.django_db

HEAD = "Patent Number,Application Number,Date of Application,Title of Invention,Patentee Name,journal\n"
GRANT = "300001,1234/DELNP/2012,07/07/2011,A LAMP,EXAMPLE LTD,01/2018 Dated 05/01/2018\n"
NOTICE = "DELHI,2345/DEL/2012,26/02/2018,x@example.invalid,,10/2018 Dated 09/03/2018\n"


@pytest.fixture
def ingest(tmp_path):
    def run(content: str):
        path = tmp_path / "received"
        path.write_text(content, encoding="utf-8")
        run, _ = start(path)
        while advance(run.pk):
            pass
        run.refresh_from_db()
        return run

    return run


NOTHING = "The delivery brings nothing. "


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (HEAD, "The table has a head and no row below it."),
        (
            '<revista numero="2760" dataPublicacao="28/11/2023" diretoria="Patente"/>',
            "There are no dispatches in the file.",
        ),
        ('<exchange-documents no-of-documents="500"/>', "There are no documents in the file."),
    ],
)
def test_a_delivery_that_brings_nothing_waits_for_a_person(ingest, content, says):
    run = ingest(content)
    assert (run.delivery.state, run.error) == ("held", NOTHING + says)
    held.release(run.delivery, "somebody")
    while advance(run.pk):
        pass
    assert Record.objects.count() == Quarantine.objects.count() == 0
    assert (
        {"HELD-COUNT", "READ-EMPTY"}
        <= {*Finding.objects.values_list("code", flat=True)}
        <= {"HELD-COUNT", "READ-EMPTY", "READ-COUNT"}
    )


OTHER = "OPPOSITION,,,A row of another list,,10/2018 Dated 09/03/2018\n"


def test_a_grant_is_stored_a_notice_beside_it_is_an_event_and_what_is_neither_waits_in_quarantine(ingest):
    run = ingest(HEAD + GRANT + NOTICE + GRANT + OTHER)
    assert run.delivery.dialect == "in-grants"
    notice, record = Record.objects.order_by("-id")
    assert (notice.id, notice.legalevents.get().code) == ("IN-P-2345DEL2012", "FER")
    assert (record.id, record.status, str(record.grant_date)) == ("IN-P-1234DELNP2012", "in_force", "2018-01-05")
    assert list(Publication.objects.values_list("number_key", "kind")) == [("300001", "B")]
    assert b"another list" in bytes(Quarantine.objects.get().content)


@pytest.mark.parametrize(
    ("journal", "day", "told"),
    [
        ("01/2018 Dated 05/01/2018", "2018-01-05", []),
        ("01/2018, dated: 5.1.2018", "2018-01-05", []),
        ("05/01/2018", "2018-01-05", []),
        ("2018-01-05", "2018-01-05", []),
        ("01/2018", "None", ["PUB-UNDATED", "READ-VALUE"]),
        ("2018-01-01", "None", ["PUB-UNDATED", "READ-VALUE"]),  # what a spreadsheet makes of 01/2018
        ("", "None", ["PUB-UNDATED"]),
    ],
)
def test_a_patent_is_granted_whatever_its_journal_is_called(ingest, journal, day, told):
    ingest(HEAD + GRANT.replace("01/2018 Dated 05/01/2018", f'"{journal}"'))
    record = Record.objects.get()
    assert (record.status, str(record.grant_date), record.kind) == ("in_force", day, "B")
    found = Finding.objects.filter(severity="warning", code__in=("PUB-UNDATED", "READ-VALUE", "DATE-ASOF"))
    assert sorted({finding.code for finding in found}) == told


def test_an_event_without_a_code_is_understood_by_its_name(ingest):
    events = [
        {"date": "13.10.2011", "name": "Filing", "status": ""},
        {"date": "01.02.2015", "name": "Tin lạ", "status": ""},
    ]
    ingest(
        json.dumps(
            {
                "application_number": "1-2013-01234",
                "application": "VN 1-2013-01234  13.10.2011",
                "title_vi": "Hộp",
                "status": "SC NNĐ không nộp phí đúng hạn",
                "events": events,
            }
        )
    )
    assert dict(LegalEvent.objects.values_list("name", "category")) == {
        "Filing": "A",
        "Tin lạ": "",
        "SC NNĐ không nộp phí đúng hạn": "B",
    }
    assert Record.objects.get().status == "ended"
    assert Finding.objects.get(code="EVENT-UNMAPPED").sentence.startswith("The event Tin lạ is not")


SG = {"summary": {"titleOfInvention": "LAMP", "applicationNum": "10201403778T", "filingDate": "2014-07-01"},
      "applicationNum": "10201403778T", "grantAndRenewal": {"grantDate": "2018-02-01"}}  # fmt: skip
VN = {"application_number": "1-2013-01234", "application": "VN 1-2013-01234  13.10.2011", "title_vi": "Hộp",
      "events": [{"date": "13.10.2011", "name": "Filing", "status": ""}]}  # fmt: skip


@pytest.mark.parametrize(
    ("office", "words", "status"),
    [
        ("SG", "Registered", "in_force"),
        ("SG", "Application Abandoned", "ended"),
        ("SG", "APPLICATION ABANDONED", "ended"),
        ("SG", "Patent Lapsed", "ended"),
        ("SG", "Patent Ceased (Something Else)", "unknown"),
        ("VN", "Cấp bằng", "in_force"),
        ("VN", "Từ chối", "ended"),
        ("VN", "Hết hạn", "ended"),
        ("VN", "Chưa rõ", "unknown"),
    ],
)
def test_the_status_a_register_shows_is_understood_or_unknown_and_told(ingest, office, words, status):
    if office == "SG":
        record = SG | {"summary": {**SG["summary"], "applicationStatus": words}}
    else:
        record = VN | {"status": words}
    run = ingest(json.dumps(record))
    assert Record.objects.get().status == status
    told = run.findings.filter(code="STATUS-UNMAPPED")
    assert [f"“{words}”" in finding.sentence for finding in told] == [True] * (status == "unknown")
    assert (f"The register says “{words}”" in Record.objects.get().status_reason) is (status == "unknown")


def test_an_extract_without_a_date_is_as_of_the_day_it_was_received_and_says_so(ingest, client):
    run = ingest(json.dumps(VN | {"status": "Hết hạn"}))
    record, today = Record.objects.get(), run.delivery.received_at.date()
    assert (record.status, record.status_as_of, record.status_received) == ("ended", today, True)
    assert (run.delivery.published, record.texts.get().as_of) == (None, today)
    assert not run.findings.filter(code="EVENT-DATE").exists()
    page = client.get(f"/records/{record.pk}").content.decode()
    assert "as received on" in page
    assert "not dated; received" in page
    assert client.get(f"/api/v1/records/{record.pk}").json()["status"]["as_received"] is True
