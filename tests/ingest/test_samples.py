"""The sample deliveries: true in form, consistent in themselves, and wrong only where `samples/README.md` says so."""

from __future__ import annotations

import csv
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings

from ingest import dialects
from ingest.archive import members
from ingest.document import Delivered, Passage, Unreadable
from ingest.formats.st37 import Entry
from ingest.offices import profiles
from portal.standards import classes, dates, languages, numbers

SAMPLES = settings.SAMPLES_DIR
OFFICES = ("BR", "CO", "EG", "ID", "KH", "LA", "MM", "MX", "MY", "PH", "TH", "VN")
LISTED = tuple(office for office in OFFICES if office != "KH")
BROKEN = "1-2020-000530-A1.xml"
WRONG_DIGIT = "BR 10 2018 011871-7"
IMAGE_ONLY = {("TH", "87419"), ("ID", "IDP000086920"), ("EG", "31288"), ("CO", "NC2019/0004921")}
HELD_NOT_LISTED = {("MX", "4713", "U")}
HELD_BUT_EXCEPTED = {("PH", "12021000915", "A1")}
SCRIPTS = {"Latn": "LATIN", "Thai": "THAI", "Khmr": "KHMER", "Mymr": "MYANMAR", "Laoo": "LAO", "Arab": "ARABIC"}


class Document(NamedTuple):
    """A document of the samples with the office whose folder it stands in."""

    office: str
    file: Path
    read: Delivered


@cache
def read() -> tuple[list[Document], list[Unreadable]]:
    """Every document of the samples, and what could not be read."""
    good: list[Document] = []
    bad: list[Unreadable] = []
    for file in sorted(SAMPLES.glob("*/**/*.xml")):
        office = file.relative_to(SAMPLES).parts[0]
        if "_AF_" in file.name:
            continue
        for found in dialects.documents(file, profiles.load(office), file.name):
            if isinstance(found, Unreadable):
                bad.append(found)
            else:
                good.append(Document(office, file, found))
    return good, bad


def documents() -> list[Document]:
    return read()[0]


@cache
def entries(office: str) -> list[Entry]:
    """The lines of an office's authority file."""
    (file,) = (SAMPLES / office).glob("*_AF_*")
    return list(dialects.authority_list(file).entries)


def day(office: str, text: str) -> date | None:
    return dates.parse(text, profiles.load(office).calendar).iso


def key(document: Document) -> str:
    """The record a document belongs to."""
    given = document.read.application.value
    return f"{document.office} {numbers.parse_application(document.office, given).key}" if given else ""


def claims(document: Document) -> list[Passage]:
    return [p for p in document.read.texts if p.part == "claims" and p.paragraphs]


# --- the files themselves ---------------------------------------------------------------------------------------------


def test_the_offices_are_those_of_the_readme():
    assert tuple(sorted(p.name for p in SAMPLES.iterdir() if p.is_dir())) == OFFICES
    told = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f" {office} |" in told for office in OFFICES)


def test_they_stay_small():
    assert sum(file.stat().st_size for file in SAMPLES.rglob("*") if file.is_file()) < 1_000_000


@pytest.mark.parametrize("office", OFFICES)
def test_files_are_utf8_in_composed_form(office):
    for file in (SAMPLES / office).rglob("*.*"):
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            assert unicodedata.is_normalized("NFC", text), file
            assert "\ufffd" not in text, file


def test_exactly_one_file_is_not_well_formed():
    broken = []
    for file in SAMPLES.rglob("*.xml"):
        try:
            ET.parse(file)
        except ET.ParseError:
            broken.append(file.name)
    assert broken == [BROKEN]


def test_every_delivery_is_of_one_dialect_a_reader_knows():
    for place in SAMPLES.glob("[A-Z][A-Z]/*"):
        files = sorted(place.rglob("*.xml")) if place.is_dir() else [place]
        found = {dialects.of(member) for file in files for member in members(file)}
        assert len(found) == 1, place
        assert isinstance(found.pop(), dialects.Dialect | dialects.AuthorityDialect), place


def test_all_three_readers_of_documents_are_used():
    names = {dialects.detect(document.file).name for document in documents()}
    assert names == {"rpi-patent", "st36", "st96-patent"}


def test_the_readers_have_nothing_to_say_about_what_they_read():
    assert [(d.file.name, problem.sentence) for d in documents() for problem in d.read.problems] == []


# --- what is in them --------------------------------------------------------------------------------------------------


def test_claims_are_there_in_many_offices_and_languages():
    with_claims = [document for document in documents() if claims(document)]
    assert len({key(document) for document in with_claims}) == 74
    assert {document.office for document in with_claims} == set(OFFICES)
    spoken = {languages.repair(p.language, d.office) for d in with_claims for p in claims(d)}
    assert spoken == {"ar", "en", "es", "id", "km", "lo", "ms", "my", "pt", "th", "vi"}


def test_official_english_is_there_for_some_but_not_for_all():
    foreign = [d for d in documents() if d.office not in ("PH", "BR")]
    titled = {key(d) for d in foreign if any(p.part == "title" and p.language == "en" for p in d.read.texts)}
    claimed = {key(d) for d in foreign if any(p.language == "en" for p in claims(d))}
    assert len({key(d) for d in foreign}) * 0.5 < len(titled) < len({key(d) for d in foreign})
    assert len(claimed) == 4


def test_claims_are_numbered_from_one_and_look_back():
    for document in documents():
        for passage in claims(document):
            labels = [paragraph["n"] for paragraph in passage.paragraphs]
            assert labels == [str(n) for n in range(1, len(labels) + 1)], document.file
            assert not passage.paragraphs[0]["refs"], document.file
            for paragraph in passage.paragraphs:
                assert all(int(ref) < int(paragraph["n"]) for ref in paragraph["refs"]), document.file
            if len(labels) > 2:
                assert sum(not paragraph["refs"] for paragraph in passage.paragraphs) < len(labels), document.file


def test_every_text_is_in_the_script_of_its_language():
    for document in documents():
        for passage in document.read.texts:
            wanted = SCRIPTS[languages.script(languages.repair(passage.language, document.office))]
            letters = [c for paragraph in passage.paragraphs for c in paragraph["t"] if c.isalpha()]
            fitting = sum(unicodedata.name(c, "").startswith((wanted, "COMBINING")) for c in letters)
            assert not letters or fitting / len(letters) > 0.9, (document.file, passage.part, passage.language)


def test_no_two_documents_have_one_number_and_kind():
    published = Counter(
        (d.office, numbers.parse_publication(d.office, p.value).key, p.kind)
        for d in documents()
        if dialects.detect(d.file).name != "rpi-patent"
        for p in d.read.publications
    )
    assert [number for number, times in published.items() if times > 1] == []


def test_dates_follow_each_other():
    published: dict[str, list[tuple[date, str]]] = {}
    for document in documents():
        if not document.read.application.value:
            continue
        filed = day(document.office, document.read.application.date)
        assert filed is not None, document.file
        for related in document.read.related:
            if related.relation == "priority":
                assert (day(document.office, related.number.date) or filed) < filed, document.file
        for publication in document.read.publications:
            out = day(document.office, publication.date)
            if out is not None:
                assert filed < out < date(2026, 1, 1), document.file
                published.setdefault(key(document), []).append((out, publication.kind))
    for record, held in published.items():
        kinds = [kind for _, kind in sorted(held)]
        assert kinds == sorted(kinds), f"{record}: an application after its grant"


def test_events_are_on_or_after_the_filing():
    for document in documents():
        filed = day(document.office, document.read.application.date) or date.max
        for event in document.read.events:
            assert filed <= (day(document.office, event.date) or date.min), document.read.place


def test_check_digits_are_right_but_one():
    wrong = set()
    for document in documents():
        number = document.read.application.value
        if document.office == "BR" and numbers.parse_application("BR", number).check_ok is not True:
            wrong.add(number)
    assert wrong == {WRONG_DIGIT}


def test_classes_are_symbols_of_the_ipc():
    for document in documents():
        for symbol in document.read.symbols:
            assert classes.ipc(symbol.value), (document.file, symbol.value)


def test_priorities_lead_to_records_of_the_samples():
    filed = {key(document) for document in documents()}
    followed = Counter()
    for document in documents():
        for related in document.read.related:
            number = related.number
            if related.relation == "priority" and number.office in OFFICES:
                assert f"{number.office} {numbers.parse_application(number.office, number.value).key}" in filed
                followed[number.office] += 1
    assert len(followed) >= 5


def test_the_gazette_merges_from_filing_to_the_end():
    seen: dict[str, list[str]] = {}
    for document in documents():
        for event in document.read.events:
            seen.setdefault(document.read.application.value, []).append(event.code)
    assert seen["BR 10 2018 010127-7"] == ["2.1", "3.1", "16.1", "21.6"]
    assert sum(len(codes) > 1 for codes in seen.values()) >= 10


# --- against the profiles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("office", OFFICES)
def test_each_office_has_a_profile_whose_languages_are_used(office):
    profile = profiles.load(office)
    used = {languages.repair(p.language, office) for d in documents() if d.office == office for p in d.read.texts}
    assert profile.languages[0] in used
    assert used <= {*profile.languages, "en"}


def test_what_the_law_does_not_publish_is_not_there():
    for document in documents():
        number = document.read.application.value
        if not number:
            continue
        right = document.read.right or numbers.parse_application(document.office, number).right
        hidden = profiles.load(document.office).unpublished.get(right, ())
        assert not [p for p in document.read.texts if p.part in hidden], document.file


# --- against the authority files --------------------------------------------------------------------------------------


def test_one_office_has_no_authority_file():
    assert [office for office in OFFICES if not list((SAMPLES / office).glob("*_AF_*"))] == ["KH"]


@pytest.mark.parametrize("office", LISTED)
def test_an_authority_file_has_gaps_exceptions_and_no_double(office):
    listed = [(numbers.parse_publication(office, e.number).key, e.kind) for e in entries(office)]
    assert 15 <= len(listed) == len(set(listed)) <= 70
    assert any(entry.exception for entry in entries(office))
    assert all(entry.date or entry.exception in ("N", "U", "X", "E") for entry in entries(office))
    assert all(entry.office == office for entry in entries(office))


def test_exception_codes_of_all_sorts_occur():
    codes = {entry.exception for office in LISTED for entry in entries(office)}
    assert codes >= set("CDEMNPRUWX")


def test_what_is_held_is_listed_with_its_date():
    missing, excepted = set(), set()
    for document in documents():
        if document.office not in LISTED:
            continue
        known = {
            (numbers.parse_publication(document.office, e.number).key, e.kind): e for e in entries(document.office)
        }
        for given in document.read.publications:
            number = numbers.parse_publication(document.office, given.value).key
            entry = known.get((number, given.kind))
            if entry is None:
                missing.add((document.office, number, given.kind))
            elif entry.exception:
                excepted.add((document.office, number, given.kind))
            elif given.date:
                assert day(document.office, entry.date) == day(document.office, given.date), given
    assert missing == HELD_NOT_LISTED
    assert excepted == HELD_BUT_EXCEPTED


def test_more_is_published_than_held():
    held = {
        (d.office, numbers.parse_publication(d.office, p.value).key, p.kind)
        for d in documents()
        for p in d.read.publications
    }
    for office in LISTED:
        listed = {(office, numbers.parse_publication(office, e.number).key, e.kind) for e in entries(office)}
        assert len(listed - held) >= 10, office


def test_the_text_form_comes_as_offices_write_it():
    raw = {office: next((SAMPLES / office).glob("*_AF_*")).read_bytes() for office in LISTED}
    assert raw["MX"].startswith(b"\xef\xbb\xbfMX\t")
    assert raw["MX"].endswith(b"\r\n")
    assert b";" in raw["TH"]
    assert b"\r\n" in raw["MY"]
    assert next(csv.reader([raw["PH"].decode().splitlines()[0]]))[0] == "office"
    assert {office for office in LISTED if raw[office].startswith(b"<?xml")} == {"CO", "LA"}


def test_the_xml_form_states_the_totals_it_has():
    for office in ("CO", "LA"):
        (file,) = (SAMPLES / office).glob("*_AF_*")
        stated = dialects.authority_list(file).definition
        assert stated.kind_totals == Counter(entry.kind for entry in entries(office))
        assert stated.exception_totals == Counter(e.exception for e in entries(office) if e.exception)


# --- what is wrong on purpose -----------------------------------------------------------------------------------------


def test_one_document_cannot_be_read():
    (bad,) = read()[1]
    assert bad.place.startswith(BROKEN)
    assert bad.problem.severity == "error"
    assert bad.content


def test_one_document_has_no_application_number():
    nameless = [document.file.name for document in documents() if not document.read.application.value]
    assert nameless == ["2023-PID-04951-A.xml"]


def test_claims_that_are_images_only():
    found = {
        (document.office, publication.value)
        for document in documents()
        for passage in document.read.texts
        if passage.part == "claims" and passage.image_only
        for publication in document.read.publications
    }
    assert found == IMAGE_ONLY


def test_laos_gives_its_country_code_as_a_language():
    codes = {p.language for d in documents() if d.office == "LA" for p in d.read.texts}
    assert codes == {"la", "lo", "en"}


def test_a_thai_delivery_counts_in_the_buddhist_era():
    eras = {
        re.sub(r"^TH-(\d{4})-.*", r"\1", d.file.parent.name): d.read.publications[0].date[:2]
        for d in documents()
        if d.office == "TH" and "grants" in d.file.parent.name
    }
    assert eras == {"2022": "20", "2024": "25"}


def test_cambodia_prints_no_kind_codes():
    assert {p.kind for d in documents() if d.office == "KH" for p in d.read.publications if not p.kind_inferred} <= {""}


def test_every_fault_is_told_in_the_readme():
    told = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert BROKEN in told
    assert "2023-PID-04951-A.xml" in told
    assert "BR-10-2018-011871-7-A2.xml" in told
    for _, number in IMAGE_ONLY:
        assert number in told
