"""Records like one: the same on both engines, by words that tell something, and never of its own family."""

from __future__ import annotations

import pytest

from portal.records.models import Record
from search import indexing, service
from search.answer import EngineDown
from search.engines.base import Engine
from search.similar import MOST_WORDS, telling
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db

HUSK = "Process for producing amorphous silica from rice husk ash by acid leaching"
HUSK_TH = "กรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ"


@pytest.fixture
def records(each_index: Engine) -> Engine:
    file_record("VN-P-1", {("title", "en"): [HUSK], ("claims", "en"): ["1. The process wherein 600 degrees"]})
    file_record("TH-P-2", {("title", "en"): ["Silica from husk ash"], ("title", "th"): [HUSK_TH]})
    file_record("TH-P-3", {("title", "th"): [f"{HUSK_TH}ใหม่"]})
    file_record("BR-P-4", {("title", "en"): ["Solar dryer"], ("claims", "en"): ["1. The dryer wherein air flows"]})
    file_record("PH-P-5", {("title", "en"): [HUSK]}, related=(("priority", "VN", "1"),))
    file_record("ID-P-6", {("title", "en"): ["Process for drying"]})
    file_record("EG-D-7")
    indexing.rebuild()
    return each_index


def alike(record_id: str, size: int = 10) -> tuple[str, ...]:
    return service.similar(Record.objects.get(id=record_id), size).ids


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("record_id", "first", "absent"),
    [
        ("VN-P-1", ["TH-P-2"], ["VN-P-1", "PH-P-5"]),
        ("PH-P-5", ["TH-P-2"], ["VN-P-1", "PH-P-5"]),
        ("TH-P-2", ["TH-P-3"], ["TH-P-2", "BR-P-4"]),
        ("TH-P-3", ["TH-P-2"], ["VN-P-1", "BR-P-4"]),
    ],
)
def test_the_likest_come_first_and_the_family_is_left_out(record_id: str, first: list[str], absent: list[str]) -> None:
    found = alike(record_id)
    assert list(found[: len(first)]) == first
    assert not {*found} & {*absent}


@pytest.mark.usefixtures("records")
def test_a_record_without_text_or_with_words_of_its_own_only_is_like_none() -> None:
    found = service.similar(Record.objects.get(id="EG-D-7"), 10)
    assert (found.ids, found.words) == ((), ())
    assert alike("VN-P-1", 1) == ("TH-P-2",)


@pytest.mark.usefixtures("records")
def test_the_words_are_the_rare_ones_that_others_have_too() -> None:
    words = service.similar(Record.objects.get(id="VN-P-1"), 10).words
    assert {"silica", "husk", "ash"} <= {*words}
    assert not {"600", "1", "degrees"} & {*words}


def test_function_words_of_english_and_of_the_office_find_nothing(each_index: Engine) -> None:
    for n, matter in enumerate(("pump", "wheel", "kiln") * 2):
        claims = [f"The {matter} can be held by its own weight, and this refers to claim 1."]
        portuguese = [f"{matter.capitalize()} que pode ser usada, não sendo para uma só."]
        file_record(f"BR-P-{n}", {("claims", "en"): claims, ("claims", "pt"): portuguese})
    for n in range(20):
        file_record(f"BR-P-1{n}", {("claims", "en"): [f"Thing{n}"], ("claims", "pt"): [f"Coisa{n}"]})
    indexing.rebuild()
    assert {*service.similar(Record.objects.get(id="BR-P-0"), 10).words} == {"pump", "held", "weight", "usada", "so"}


def test_few_words_are_sought_however_long_the_record(records: Engine) -> None:
    for n in (8, 9):
        claims = [" ".join(f"word{i}x" for i in range(3000))] * 3
        record = file_record(f"BR-P-{n}", {("title", "en"): ["Long"], ("claims", "en"): claims})
    indexing.rebuild()
    assert len(telling(records, record)) > MOST_WORDS
    assert len(service.similar(record, 1).words) == MOST_WORDS
    assert alike("BR-P-9") == ("BR-P-8",)


def test_a_class_of_few_records_tells_more_than_a_frequent_word(each_index: Engine) -> None:
    for n in range(40):
        title = "Device for scalding birds" if n == 0 else f"Device {n % 20} thing" if n % 5 else f"Matter {n}"
        symbols = {0: ("A22C 21/04",), 1: ("A22C 21/00",), 2: ("A22C 5/00",)}.get(n, (f"H04W {n}/00",))
        file_record(f"BR-P-{n:02}", {("title", "en"): [title]}, ipc=symbols)
    file_record("BR-P-99", {("title", "en"): ["Scalding birds"]})
    indexing.rebuild()
    found = service.similar(Record.objects.get(id="BR-P-00"), 10)
    assert found.classes == ("A22C 21", "A22C")
    assert set(found.words) == {"scalding", "birds"}
    assert found.ids == ("BR-P-99", "BR-P-01", "BR-P-02")


def test_a_record_without_text_is_like_those_of_its_class(each_index: Engine) -> None:
    for n, symbol in enumerate(("C02F 1/28", "C02F 1/28", "C02F 1/00", "A01B 1/00")):
        file_record(f"MM-P-{n}", ipc=(symbol,))
    indexing.rebuild()
    assert service.similar(Record.objects.get(id="MM-P-0"), 10).ids == ("MM-P-1", "MM-P-2")


def test_without_an_index_it_is_said(each_index: Engine) -> None:
    record = file_record("BR-P-1", {("title", "en"): ["Solar dryer"]})
    for ask in (lambda: service.similar(record, 5), lambda: service.relatives(record)):
        with pytest.raises(EngineDown, match="not been built"):
            ask()


SMALL = {"en": "Device for the drying of", "id": "Alat untuk pengeringan dari", "pt": "Dispositivo para a secagem de"}


@pytest.mark.parametrize("language", SMALL)
def test_words_of_the_language_are_not_sought_and_no_list_of_them_is_needed(each_index: Engine, language: str) -> None:
    crops = ("cocoa", "copra", "rice", "coffee", "pepper", "maize")
    for n in range(30):
        file_record(f"BR-P-{n}", {("title", language): [f"{SMALL[language]} {crops[n % 6]}"]})
    indexing.rebuild()
    found = service.similar(Record.objects.get(id="BR-P-6"), 4)
    assert found.words == ("cocoa",)
    assert {*found.ids} == {"BR-P-0", "BR-P-12", "BR-P-18", "BR-P-24"}
