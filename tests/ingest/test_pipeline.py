"""A delivery from its bytes to the store: once, whole, and resumable at any point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ingest import batch, held, pipeline, tally
from ingest.models import Finding, Quarantine, Run, Stage
from portal.records.models import Change, Delivery, LegalEvent, Publication, Record, Text
from tests.factories.deliveries import br_number, dispatch, docdb, packed, rpi, st36
from tests.portal.records.test_store import snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def carry(path: Path, office: str = "") -> Run:
    run, work = pipeline.start(path, office)
    while work and pipeline.advance(run.pk):
        pass
    run.refresh_from_db()
    run.delivery.refresh_from_db()
    return run


def issue(tmp_path: Path, n: int = 12, **options: Any) -> Path:
    return rpi(tmp_path / "issue.xml", [dispatch(br_number(i), title=f"Forno {i}") for i in range(1, n + 1)], **options)


def test_a_gazette_issue_becomes_records_with_title_event_and_publication(tmp_path: Path) -> None:
    run = carry(issue(tmp_path))
    assert (run.stage, run.delivery.state, run.delivery.office_id) == (Stage.DONE, "stored", "BR")
    assert Record.objects.count() == LegalEvent.objects.count() == Publication.objects.count() == 12
    record = Record.objects.get(id="BR-P-102020000001")
    assert (record.number, str(record.filing_date), record.kind) == (br_number(1), "2020-01-02", "A2")
    assert record.texts.get().content == "Forno 1"
    assert record.legalevents.get().gazette == "2600"


def test_the_same_bytes_again_are_a_no_op_under_any_name(tmp_path: Path) -> None:
    run = carry(issue(tmp_path))
    before = snapshot()
    copy = tmp_path / "copy.xml"
    copy.write_bytes((tmp_path / "issue.xml").read_bytes())
    again, work = pipeline.start(copy)
    assert (again.pk, work) == (run.pk, False)
    assert snapshot() == before
    assert tally.summary(run, again=True)["records"] == {"new": 0, "changed": 0, "unchanged": 12, "quarantined": 0}


def test_a_later_issue_merges_into_earlier_records(tmp_path: Path) -> None:
    carry(issue(tmp_path))
    later = rpi(tmp_path / "later.xml", [dispatch(br_number(1), "16.1", "B1")], issue=2700, date="04/10/2022")
    run = carry(later)
    record = Record.objects.get(id="BR-P-102020000001")
    assert tally.summary(run)["records"] == {"new": 0, "changed": 1, "unchanged": 0, "quarantined": 0}
    assert (record.status, record.kind, str(record.grant_date)) == ("in_force", "B1", "2022-10-04")
    assert [e.gazette for e in record.legalevents.all()] == ["2600", "2700"]
    assert record.texts.get().content == "Forno 1"


@pytest.mark.parametrize(
    ("comment", "status", "grant"),
    [
        ("", "pending", "None"),
        ("Anulada a publicação código 16.1 na RPI nº 2700 de 04/10/2022 por ter sido indevida.", "pending", "None"),
        ("Anulada a publicação código 16.3 na RPI nº 2701 de 11/10/2022 por ter sido indevida.", "in_force", "2022-10-04"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("held", [True, False])
def test_a_grant_that_a_later_gazette_annuls_is_none(
    tmp_path: Path, comment: str, status: str, grant: str, *, held: bool
) -> None:
    carry(issue(tmp_path, 1))
    day = "<concessao><data>04/10/2022</data></concessao>"
    if held:
        carry(rpi(tmp_path / "a.xml", [dispatch(br_number(1), "16.1", "B1")], issue=2700, date="04/10/2022"))
    else:  # another dispatch tells the day of the grant
        paper = dispatch(br_number(1), "25.1", "B1", more=day)
        carry(rpi(tmp_path / "a.xml", [paper], issue=2701, date="11/10/2022"))
    annulled = dispatch(br_number(1), "16.2", "B1", more=day, comment=comment)
    carry(rpi(tmp_path / "b.xml", [annulled], issue=2702, date="18/10/2022"))
    record = Record.objects.get()
    assert (record.status, str(record.grant_date)) == (status, grant)


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        ("9.2", "ended"),
        ("9.2 12.2", "pending"),
        ("9.2 12.2 120", "pending"),
        ("9.2 12.2 100", "pending"),
        ("9.2 12.2 111", "ended"),
        ("9.2 12.2 115", "ended"),
        ("9.2 12.2 12.7", "ended"),
        ("11.2 12.3", "pending"),
        ("11.2 12.3 130", "ended"),
        ("9.2 12.2 100 16.1", "in_force"),
        ("16.1 21.6 12.6", "ended"),
    ],
)
def test_a_refusal_or_shelving_under_appeal_is_pending_until_it_is_decided(
    tmp_path: Path, codes: str, status: str
) -> None:
    for n, code in enumerate(codes.split()):
        carry(rpi(tmp_path / f"{n}.xml", [dispatch(br_number(1), code)], issue=2600 + n))
    assert Record.objects.get().status == status


def test_an_older_issue_that_arrives_late_gives_its_publication_and_its_values_are_told(tmp_path: Path) -> None:
    carry(issue(tmp_path, 1, issue=2700, date="04/10/2022"))
    late = rpi(tmp_path / "late.xml", [dispatch(br_number(1), title="Estufa", holder="Eva")], date="03/11/2020")
    run = carry(late)
    record = Record.objects.get()
    assert (record.texts.get().content, str(record.publication_date)) == ("Forno 1", "2020-11-03")
    assert [e.gazette for e in record.legalevents.all()] == ["2600", "2700"]
    assert {f.code: f.sentence for f in run.findings.filter(code__startswith="VALUE")} == {
        "VALUE-CHANGED": f"The publication date of {br_number(1)} A2 was “2022-10-04” in issue.xml; now it is “2020-11-03”.",
        "VALUE-KEPT": "The applicant is “Eva” here; kept is “Ana Souza” of issue.xml.",
    }
    assert run.findings.filter(code="VALUE-KEPT", sentence__contains="“Estufa”").exists()


def test_what_one_delivery_says_twice_is_told_with_both_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 1)
    twice = [dispatch(br_number(1), title="Forno"), dispatch(br_number(1), title="Estufa", filed="03/01/2020")]
    run = carry(rpi(tmp_path / "twice.xml", twice))
    assert [f.sentence for f in run.findings.filter(code="VALUE-TWICE")] == [
        "The filing date is given twice: “2020-01-02” and “2020-01-03”.",
        "The title (pt) is given twice: “Forno” and “Estufa”.",
    ]
    assert Change.objects.filter(record="BR-P-102020000001").count() == 2


def test_a_placeholder_takes_the_place_of_nothing_and_is_told(tmp_path: Path) -> None:
    first = [dispatch(br_number(n), title="Forno") for n in range(1, 3)]
    carry(rpi(tmp_path / "first.xml", first, date="01/01/2021"))
    run = carry(
        rpi(
            tmp_path / "then.xml",
            [dispatch(br_number(1), title="-"), dispatch(br_number(2), title="Sem título")],
            date="01/02/2022",
        )
    )
    assert {text.content for text in Text.objects.filter(part="title")} == {"Forno"}
    assert run.findings.filter(code="TITLE-EMPTY").count() == 2
    assert not Change.objects.filter(what__startswith="title").exists()


@pytest.mark.parametrize("stop_at", range(1, 4))
def test_a_run_broken_off_anywhere_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 5)
    path = issue(tmp_path)
    store, calls = batch.store_drafts, []

    def broken(drafts: list[Any], **options: Any) -> Any:
        calls.append(len(drafts))
        merged = store(drafts, **options)
        if len(calls) == stop_at:
            raise KeyboardInterrupt
        return merged

    monkeypatch.setattr(batch, "store_drafts", broken)
    run, _ = pipeline.start(path)
    with pytest.raises(KeyboardInterrupt):
        pipeline.advance(run.pk)
    assert Record.objects.count() == 5 * (stop_at - 1)
    run = carry(path)
    assert (run.position, Record.objects.count(), LegalEvent.objects.count()) == (12, 12, 12)
    assert tally.summary(run)["records"]["new"] == 12


def test_a_batch_that_kills_its_worker_every_time_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "store_drafts", killed)
    run, _ = pipeline.start(issue(tmp_path))
    for _ in range(pipeline.ATTEMPTS):
        with pytest.raises(KeyboardInterrupt):
            pipeline.advance(run.pk)
    assert pipeline.advance(run.pk) is False
    run.refresh_from_db()
    assert run.stage == Stage.FAILED
    assert "document 1" in run.error


def test_a_malformed_document_is_quarantined_with_its_bytes_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = st36("1000002").replace("Kiln", "Kiln & Co")
    run = carry(packed(tmp_path / "week.zip", {"a.xml": st36("1000001"), "b.xml": bad, "c.xml": st36("1000003")}))
    assert tally.summary(run)["records"] == {"new": 2, "changed": 0, "unchanged": 0, "quarantined": 1}
    assert b"Kiln & Co" in bytes(Quarantine.objects.get().content)
    finding = Finding.objects.get(ordinal=1)
    assert finding.severity in ("error", "critical")
    assert "b.xml" in finding.place


def test_what_a_broken_off_issue_still_held_is_stored_once_it_is_released(tmp_path: Path) -> None:
    path = issue(tmp_path, end="  <despacho><codigo>3")
    held.release(carry(path).delivery, "Ana")
    run = carry(path)
    counts = tally.summary(run)["records"]
    assert (counts["new"], counts["quarantined"]) == (12, 1)


def test_documents_without_an_application_number_are_quarantined(tmp_path: Path) -> None:
    run = carry(rpi(tmp_path / "i.xml", [dispatch(""), dispatch(br_number(2))]))
    assert tally.summary(run)["records"] == {"new": 1, "changed": 0, "unchanged": 0, "quarantined": 1}
    assert Finding.objects.filter(code="NUM-NONE", ordinal=0).exists()


def test_a_wrong_check_digit_is_a_finding_and_the_record_stays(tmp_path: Path) -> None:
    number = br_number(1)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    carry(rpi(tmp_path / "i.xml", [dispatch(wrong)]))
    assert Finding.objects.get(code="NUM-CHECK").record_id == "BR-P-102020000001"
    assert Record.objects.count() == 1


@pytest.mark.parametrize("wrong_first", [True, False])
def test_a_wrong_check_digit_never_replaces_the_right_one_and_is_replaced_by_it(
    tmp_path: Path, *, wrong_first: bool
) -> None:
    right = br_number(1)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    for n, number in enumerate((wrong, right) if wrong_first else (right, wrong)):
        run = carry(rpi(tmp_path / f"{n}.xml", [dispatch(number)], date=f"0{n + 1}/09/2020"))
    record = Record.objects.get()
    assert (record.number, record.number_original) == (right, right)
    assert {p.number for p in record.publications.all()} == {right}
    assert run.findings.filter(code__startswith="VALUE", sentence__contains="application number").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"hello", "begins with"), (b"PK\x03\x04broken", "zip"), (b"<rss/>", "rss")],
)
def test_a_file_no_reader_knows_fails_with_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "thing"
    path.write_bytes(content)
    run = carry(path)
    assert (run.stage, run.delivery.state) == (Stage.FAILED, "failed")
    assert words in run.error.lower()
    assert Finding.objects.get().severity == "critical"
    again = carry(path)
    assert (again.pk, again.stage, again.counts["findings"]) == (run.pk, Stage.FAILED, {"DELIVERY": 1})
    assert Finding.objects.count() == 1


def test_claims_in_three_languages_are_three_texts(tmp_path: Path) -> None:
    path = tmp_path / "ep.xml"
    path.write_text(st36(kind="B1", claims={"en": ["A kiln.", "A lid."], "de": ["Ofen."], "fr": ["Four.", "Capot."]}))
    run = carry(path)
    assert tally.summary(run)["texts"]["claims"] == {"en": 1, "de": 1, "fr": 1}
    assert tally.summary(run)["paragraphs"]["claims"] == {"en": 2, "de": 1, "fr": 2}
    assert Text.objects.get(part="claims", language="fr").document == "1234567-B1"


def test_the_command_prints_one_object_a_delivery(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    issue(folder)
    (folder / "ep.xml").write_text(st36())
    call_command("ingest", str(folder), "--json")
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(p["dialect"], p["state"], p["records"]["new"]) for p in printed] == [
        ("st36", "stored", 1),
        ("rpi-patent", "stored", 12),
    ]
    assert {"sha256", "office", "publications", "texts", "events", "findings", "seconds"} <= printed[0].keys()
    assert Delivery.objects.count() == 2


@pytest.mark.parametrize(
    ("country", "says"),
    [
        ("QQ", "“QQ” is not an office code of WIPO ST.3"),
        ("XX", "“XX” is an unknown office"),
        ("", "does not say which office"),
    ],
)
def test_a_document_of_no_known_office_is_quarantined_and_the_rest_goes_on(
    tmp_path: Path, country: str, says: str
) -> None:
    stray = st36("1000002").replace("<country>EP</country>", f"<country>{country}</country>")
    stray = stray.replace('country="EP"', f'country="{country}"')
    run = carry(packed(tmp_path / "week.zip", {"a.xml": stray, "b.xml": st36("1000003")}))
    assert tally.summary(run)["records"] == {"new": 1, "changed": 0, "unchanged": 0, "quarantined": 1}
    assert says in Finding.objects.get(code="OFFICE-NONE").sentence
    assert run.delivery.office_id == "EP"


def test_a_value_a_later_issue_changes_is_kept_and_told_with_both_deliveries(tmp_path: Path, client: Any) -> None:
    carry(issue(tmp_path))
    run = carry(rpi(tmp_path / "later.xml", [dispatch(br_number(1), title="Estufa")], issue=2700, date="04/10/2022"))
    (finding,) = run.findings.filter(code="VALUE-CHANGED", sentence__startswith="The title")
    assert finding.record_id == "BR-P-102020000001"
    assert finding.sentence == "The title (pt) was “Forno 1” in issue.xml; now it is “Estufa”."
    page = client.get("/records/BR-P-102020000001").content.decode()
    changed = page[page.index('id="changes"') :]
    assert all(words in changed for words in ("Forno 1", "Estufa", "issue.xml", "later.xml"))


def test_claims_that_changed_are_told_in_one_line(tmp_path: Path) -> None:
    for n, claims in enumerate((["A kiln.", "A lid."], ["A better kiln."])):
        (tmp_path / f"{n}.xml").write_text(st36(claims={"en": claims}))
        run = carry(tmp_path / f"{n}.xml")
    (finding,) = run.findings.filter(code="VALUE-CHANGED")
    assert finding.sentence == "The set of claims (en) was “A kiln. A lid.” in 0.xml; now it is “A better kiln.”."


def test_a_record_nothing_changed_shows_no_changes(tmp_path: Path, client: Any) -> None:
    carry(issue(tmp_path))
    assert 'id="changes"' not in client.get("/records/BR-P-102020000002").content.decode()


def test_an_older_exchange_that_arrives_later_takes_nothing_back(tmp_path: Path) -> None:
    for name, exchanged, title in (("new", "20240301", "Mended"), ("old", "20221027", "As it was")):
        (tmp_path / name).write_text(docdb(f'date-of-last-exchange="{exchanged}"', title))
        carry(tmp_path / name)
    text = Text.objects.get()
    assert (text.content, str(text.as_of), text.document) == ("Mended", "2003-09-18", "0001206-B1")


def test_an_application_amended_after_the_grant_does_not_go_before_it(tmp_path: Path) -> None:
    holder = '<exch:parties><exch:applicants><exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>{}</name></exch:applicant-name></exch:applicant></exch:applicants></exch:parties>'
    grant = docdb('date-of-last-exchange="20030925"').replace(
        "<exch:invention", holder.format("NEW OWNER") + "<exch:invention"
    )
    laid = (
        grant.replace("20030918", "20000209")
        .replace("B1", "A1")
        .replace("20030925", "20240301")
        .replace("NEW", "FIRST")
    )
    for order in ((grant, laid), (laid, grant)):
        Record.objects.all().delete()
        for n, content in enumerate(order):
            path = tmp_path / f"{order.index(grant)}{n}"
            path.write_text(content + " " * order.index(grant))
            carry(path)
        record = Record.objects.get()
        assert (record.parties.get().name, record.kind) == ("NEW OWNER", "B1")


def test_a_later_issue_puts_right_what_an_issue_of_the_future_said(tmp_path: Path) -> None:
    for date, title in (("15/08/2032", "Forno errado"), ("13/08/2024", "Forno certo")):
        carry(rpi(tmp_path / title, [dispatch(br_number(1), "3.1", title=title)], date=date))
    assert Text.objects.get().content == "Forno certo"
    assert str(Record.objects.get().publication_date) == "2024-08-13"


@pytest.mark.parametrize(
    ("own", "around", "day"),
    [
        ("", 'date-of-exchange="20230801"', "2023-08-01"),
        ("20121231", 'date-of-exchange="20230801"', "2023-08-01"),
        ("20121231", "", "2012-12-31"),
        ("", "", "2003-09-18"),
        ("", 'date-of-exchange="20990101"', "2003-09-18"),  # a day that has not come dates nothing
    ],
)
def test_an_exchange_file_is_of_the_day_it_says(tmp_path: Path, own: str, around: str, day: str) -> None:
    content = docdb(f'date-of-last-exchange="{own}"' if own else "")
    (tmp_path / "f").write_text(content.replace("<exch:exchange-documents ", f"<exch:exchange-documents {around} "))
    assert str(carry(tmp_path / "f").delivery.published) == day
