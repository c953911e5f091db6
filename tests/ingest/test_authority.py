"""Authority files on their way into the store: whole or not at all, with a finding for every line that is no entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ingest import pipeline, tally
from ingest.models import Finding, Run, Stage
from portal.records.contradictions import WORDS
from portal.records.models import AuthorityEntry, AuthorityFile, Office
from portal.records.signals import authority_changed
from tests.factories.rows import office, record

pytestmark = pytest.mark.django_db

TEXT = """TH,86502,B,20220315,,N,th,th
TH,87419,B,2567-03-15,,en,th,"th,en"
TH,18874,C,20220401,M
TH,224507,A,,U
"""
XML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE authority-file SYSTEM "ST37AuthorityFile_V2-2.dtd">
<authority-file country="CO" date-produced="20260115">
 <authority-file-definition update-af-category="incremental"/>
 <authority-file-entry>
  <publication-reference><document-id><country>CO</country><doc-number>NC2019/0004921</doc-number><kind>A1</kind><date>20210105</date></document-id></publication-reference>
  <application-reference><country>CO</country><doc-number>NC2019/0004921</doc-number></application-reference>
  <exception-code>X</exception-code>
  <searchable-claims-code><searchable-language-code>es</searchable-language-code></searchable-claims-code>
 </authority-file-entry>
</authority-file>
"""


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"


def carry(tmp_path: Path, content: str | bytes, office: str = "", name: str = "AF.csv") -> Run:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    run, work = pipeline.start(path, office)
    while work and pipeline.advance(run.pk):
        pass
    run.refresh_from_db()
    run.delivery.refresh_from_db()
    return run


def rows(*names: str) -> list[tuple[Any, ...]]:
    return list(AuthorityEntry.objects.order_by("pk").values_list(*names))


def test_the_text_form_becomes_rows(tmp_path: Path) -> None:
    run = carry(tmp_path, TEXT)
    assert (run.stage, run.delivery.state, run.delivery.office_id) == (Stage.DONE, "stored", "TH")
    assert (run.delivery.dialect, run.counts["entries"]) == ("st37-text", 4)
    assert [(number, kind, right, str(date or ""), code) for number, kind, right, date, code in
            rows("number_original", "kind", "right", "date", "exception")] == [
        ("86502", "B", "patent", "2022-03-15", ""),
        ("87419", "B", "patent", "2024-03-15", ""),
        ("18874", "C", "utility_model", "2022-04-01", "M"),
        ("224507", "A", "patent", "", "U"),
    ]  # fmt: skip
    assert rows("searchable")[:2] == [
        ({"abstract": [], "description": ["th"], "claims": ["th"]},),
        ({"abstract": ["en"], "description": ["th"], "claims": ["th", "en"]},),
    ]


def test_the_dtd_form_becomes_rows(tmp_path: Path) -> None:
    run = carry(tmp_path, XML)
    file = AuthorityFile.objects.get()
    assert (file.office_id, str(file.produced), file.update) == ("CO", "2026-01-15", "incremental")
    assert file.definition["produced"] == "20260115"
    assert (run.delivery.dialect, run.counts["entries"]) == ("st37", 1)
    entry = AuthorityEntry.objects.get()
    assert (entry.number_key, entry.kind, entry.exception) == ("NC20190004921", "A1", "X")
    assert (entry.application_key, entry.searchable) == ("NC20190004921", {"claims": ["es"]})


# Lines beside a sound one → code of the finding, and whether the line is an entry all the same
@pytest.mark.parametrize(
    ("line", "code", "stays"),
    [
        ("TH,86502,B,20220315", "AF-TWICE", False),
        ("TH,086502,b,", "AF-TWICE", False),
        ("TH,…,B,20220315", "AF-NUMBER", False),
        (f"TH,{'9' * 61},B,20220315", "AF-NUMBER", False),
        ("TH,7,B,2022-02-31", "AF-DATE", True),
        ("TH,7,B,soon", "AF-DATE", True),
        ("VN,7,B,20220315", "AF-OFFICE", False),
    ],
)
def test_a_doubtful_line_is_a_finding_with_its_place(tmp_path: Path, line: str, code: str, *, stays: bool) -> None:
    run = carry(tmp_path, f"TH,86502,B,20220315\n{line}\nTH,8,B,20220315\n")
    finding = Finding.objects.get()
    assert (finding.code, finding.ordinal, finding.place) == (code, 1, "AF.csv:2")
    assert AuthorityEntry.objects.count() == run.counts["entries"] == 2 + stays
    assert tally.summary(run)["findings"] == {code: 1}


def test_the_same_number_under_another_kind_is_another_document(tmp_path: Path) -> None:
    carry(tmp_path, "TH,86502,B,20220315\nTH,86502,A,20200315\n")
    assert rows("kind") == [("B",), ("A",)]


@pytest.mark.parametrize(
    ("content", "office", "says"),
    [
        (TEXT + "TH\n", "", "AF.csv:5: expected authority"),
        (TEXT.encode() + b"TH,\xff,A,20220315\n", "", ":5: not UTF-8"),
        (TEXT + "TH,1\x00,A,20220315\n", "", "AF.csv:5"),
        (XML.removesuffix("</authority-file>\n"), "", "ends early"),
        (XML.replace('country="CO" ', ""), "", "whose list"),
        (TEXT.replace("TH,", "QQ,"), "", "“QQ” is not an office code"),
        (TEXT, "VN", "list of TH, not of VN"),
    ],
)
def test_a_list_that_cannot_be_used_fails_whole_with_a_sentence(
    tmp_path: Path, content: str | bytes, office: str, says: str
) -> None:
    run = carry(tmp_path, content, office)
    assert (run.stage, run.delivery.state) == (Stage.FAILED, "failed")
    assert says in run.error
    assert not AuthorityFile.objects.exists()
    assert not AuthorityEntry.objects.exists()
    assert Office.objects.filter(code="").count() == 0


def test_the_caller_may_say_whose_list_it_is(tmp_path: Path) -> None:
    carry(tmp_path, XML.replace('country="CO" ', "").replace("<country>CO</country>", ""), "CO")
    assert AuthorityFile.objects.get().office_id == "CO"


def test_the_same_file_again_changes_nothing_and_a_later_one_stands_beside(tmp_path: Path) -> None:
    first = carry(tmp_path, TEXT)
    assert carry(tmp_path, TEXT, name="copy.csv").pk == first.pk
    carry(tmp_path, TEXT + "TH,9,B,20220315\n", name="later.csv")
    assert [file.entries.count() for file in AuthorityFile.objects.order_by("pk")] == [4, 5]


def test_the_office_is_announced_once_in_the_transaction(tmp_path: Path) -> None:
    heard: list[tuple[str, int]] = []

    def listen(office: str, **_: Any) -> None:
        heard.append((office, AuthorityEntry.objects.count()))

    authority_changed.connect(listen)
    try:
        carry(tmp_path, TEXT)
    finally:
        authority_changed.disconnect(listen)
    assert heard == [("TH", 4)]


def test_a_wrong_office_can_be_put_right_with_the_same_file(tmp_path: Path) -> None:
    assert carry(tmp_path, TEXT, "VN").stage == Stage.FAILED
    assert carry(tmp_path, TEXT, "TH").stage == Stage.DONE
    assert AuthorityFile.objects.get().office_id == "TH"


@pytest.mark.parametrize(("unlisted", "more"), [(101, "1 more is"), (103, "3 more are")])
def test_what_contradicts_the_list_is_found_with_it_by_number_and_beyond_a_hundred_in_one_sum(
    tmp_path: Path, unlisted: int, more: str
) -> None:
    th = office()
    record(
        th,
        "9",
        documents=[("86502", "B", 2022), ("87419", "A", 2022), *((str(n), "B", 2023) for n in range(1, unlisted + 1))],
    )
    run = carry(tmp_path, TEXT.replace("86502,B,20220315,", "86502,B,20220517,N"))
    told = run.findings.filter(code__startswith="AF-").values_list("code", "severity", "sentence")
    kinds = [one for one in told if one[0] != "AF-UNLISTED"]
    assert [code for code, *_ in kinds] == ["AF-NEVER", "AF-KIND"]
    assert kinds[0][1:] == ("error", f"86502 B of 2022-05-17 is {WORDS['AF-NEVER']}.")
    sentences = [sentence for code, _, sentence in told if code == "AF-UNLISTED"]
    assert (len(sentences), sentences[-1]) == (101, f"{more} {WORDS['AF-UNLISTED']}.")
    assert run.counts["findings"]["AF-UNLISTED"] == 101
