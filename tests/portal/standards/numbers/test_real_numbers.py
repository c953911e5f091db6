"""Numbers offices really delivered: each is read in its own form, its display is what the office wrote, its digits check."""

import csv
import gzip
import json
import re

import pytest
from django.conf import settings

from portal.standards.numbers import (
    africa_eurasia,
    asia,
    latin_america,
    parse_application,
    parse_publication,
    search_keys,
)

DATA = settings.OFFICE_DATA_DIR
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="The real office files are not on this machine (OFFICE_DATA_DIR)."
)


def brazilian(folder):
    for path in sorted((DATA / folder).glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as issue:
            yield from re.findall(r'<numero inid="(?:21|11)"[^>]*>([^<]+)<', issue.read())


@pytest.mark.parametrize(("folder", "fewest"), [("br-inpi-patents", 16000), ("br-inpi-designs", 6000)])
def test_every_brazilian_number_checks_and_is_shown_as_written(folder, fewest):
    numbers = list(brazilian(folder))
    assert len(numbers) > fewest
    for text in set(numbers):
        number = parse_application("BR", text)
        assert (number.check_ok, number.display) == (True, text.strip())
        assert number.right


def test_every_singapore_letter_checks():
    lines = (DATA / "sg-ipos" / "sg_numbers_for_check_letter.txt").read_text().split()
    assert len(lines) > 130
    for text in lines:
        number = parse_application("SG", text)
        assert (number.check_ok, number.display) == (True, text.removeprefix("SG"))
        assert parse_application("SG", text[:-1]).key == number.key


def test_every_vietnamese_number_of_the_register():
    with (DATA / "vn-ipvn" / "patents.jsonl").open(encoding="utf-8") as register:
        records = [json.loads(line) for line in register]
    for record in records:
        number = parse_application("VN", record["application_number"])
        assert (number.display, number.year) == (record["application_number"], int(record["application_number"][2:6]))
        assert number.right == {"1": "patent", "2": "utility_model"}[record["application_number"][0]]
        assert re.findall(r"VN\d{10}", record["url"])[:1] in ([], [f"VN{number.key}"])
        if record["publication"]:
            text, kind, _ = record["publication"].split(" | ")
            assert parse_publication("VN", text).key == text.removeprefix("VN ")
            assert parse_publication("VN", f"{text} {kind}").kind == kind


def test_every_indonesian_number():
    with (DATA / "id-dgip" / "patents.jsonl").open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in records:
        number = parse_application("ID", record["application_number"])
        assert (number.display, number.key) == (record["application_number"],) * 2
        assert number.right == {"paten": "patent", "paten sederhana": "utility_model"}[record["kind"]]
        if record.get("patent_number"):
            assert parse_publication("ID", record["patent_number"]).display == record["patent_number"]


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_every_indian_grant(year):
    with (DATA / "in-grants" / f"{year}_grants.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) > 2 and re.fullmatch(r"\d{5,6}", row[1])]
    assert len(rows) > 13000
    for _, patent, application, *_ in rows:
        number = parse_application("IN", application)
        assert parse_publication("IN", patent).key == patent
        if number.right != "patent":
            assert re.fullmatch(r"\d{6}", application), application  # a patent number in the wrong column
        elif "PCT" not in application:
            assert number.display == application.lstrip("0")


def test_indian_journal_pages_carry_readable_numbers():
    found = set()
    for path in (DATA / "in-journal").rglob("*"):
        if path.is_file():
            found |= set(
                re.findall(r"\(21\) Application No\.\s*(\S+ A)\b", path.read_text(encoding="utf-8", errors="replace"))
            )
    assert len(found) > 1000
    for text in found:
        number = parse_application("IN", text)
        assert (number.display, number.kind, number.right) == (text[:-2], "A", "patent")


OFFICES = {form.office for form in (*africa_eurasia.FORMS, *asia.FORMS, *latin_america.FORMS)}


def statistics():
    """First and last publication number of each kind at the offices of the table, from a week of DOCDB."""
    table = DATA / "epo-docdb" / "epo_bbds" / "test-data" / "statistics_202324_Amend_001.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == 9 and row[2] in OFFICES]
    return [(office, kind, number) for _, _, office, kind, first, last, *_ in rows for number in (first, last)]


def test_every_docdb_publication_is_found_by_what_espacenet_shows():
    numbers = statistics()
    assert len(numbers) > 120
    for office, kind, text in numbers:
        key = parse_publication(office, text, kind).key
        for pasted in (
            f"{office}{text}{kind}",
            f"{office} {text} {kind}",
            f"[{office}]{text} ({kind})",
            f"{office}.{text}.{kind}.20230607",
        ):
            assert (office, key) in search_keys(pasted), pasted
            assert parse_publication(office, pasted).kind == kind or office == "SG", pasted


def test_a_modern_docdb_number_is_read_in_a_form_of_its_office():
    modern = [(office, text) for office, _, text in statistics() if re.search(r"20[012]\d{5,}", text)]
    assert len(modern) > 50
    unread = [(office, text) for office, text in modern if parse_publication(office, text).year is None]
    assert unread == []
