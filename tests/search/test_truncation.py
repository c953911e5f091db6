"""Truncated words of scripts without blanks: the beginning and the ending of a word find at least what the word finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest

from search import clauses as c
from search import indexing, service
from search.analysis import words
from search.answer import QueryError, Request
from search.engines.base import Engine
from search.highlight import Marker
from search.query.tree import Pattern, Text
from search.resolve import resolve
from search.truncation import among_syllables, readings
from tests.ingest.test_samples import read
from tests.search.filing import file_record

LANGUAGES = ("th", "lo", "km", "my")
EAST_ASIAN = (
    "新打印機。太陽能稻穀乾燥機",
    "稻殼製備二氧化矽的方法",
    "籾殻シリカの製造方法",
    "太陽光発電パネルの洗浄装置",
)


def passages(language: str) -> list[str]:
    if language == "zh and ja":
        return list(EAST_ASIAN)
    texts = [text for document in read()[0] for text in document.read.texts if text.language == language]
    return list(dict.fromkeys(paragraph["t"] for text in texts for paragraph in text.paragraphs))


def graphemes(word: str) -> list[str]:
    """Return what a reader takes for a letter, each with its marks; SARA AM belongs to the letter before it."""
    found: list[str] = []
    for letter in word:
        if found and (unicodedata.category(letter)[0] == "M" or letter in "ำຳ"):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def truncations(word: str) -> Iterator[str]:
    letters = graphemes(word)
    for place in range(1, len(letters)):
        yield "".join(letters[:place]) + "*"
        yield "*" + "".join(letters[place:])


def marked(node: Text | Pattern, texts: list[str]) -> set[str]:
    marker = Marker(resolve(node))
    return {text for text in texts if marker.found(text, "title")[1]}


@pytest.mark.parametrize("language", [*LANGUAGES, "zh and ja"])
def test_every_beginning_and_ending_of_a_word_finds_at_least_what_the_word_finds(language: str) -> None:
    texts = passages(language)
    known = {word for text in texts for word in words(text) if not word.isascii()}
    assert len(known) > 20
    for word in sorted(known):
        found = set(sorted(marked(Text("title", word), texts))[:5])
        for pattern in truncations(word):
            assert found <= marked(Pattern("title", pattern), sorted(found)), (word, pattern)


@pytest.mark.parametrize("language", [*LANGUAGES, "zh and ja"])
def test_every_text_with_a_word_of_the_index_that_begins_so_is_found(language: str) -> None:
    texts = passages(language)
    known = {word for text in texts for word in words(text) if not word.isascii()}
    for pattern in sorted({pattern for word in known for pattern in truncations(word) if pattern.endswith("*")}):
        holding = [text for text in texts if any(word.startswith(pattern[:-1]) for word in words(text))][:5]
        assert marked(Pattern("title", pattern), holding) == set(holding), pattern


TITLES = {
    "TH-P-1": "กรรมวิธีการผลิตซิลิกาจากแกลบ",
    "TH-P-2": "เครื่อง อบข้าวเปลือก",
    "LA-P-1": "ເຄື່ອງອົບເຂົ້າພະລັງງານແສງຕາເວັນ",
    "KH-P-1": "ដំណើរការផលិតស៊ីលីកាពីអង្កាម",
    "MM-P-1": "စပါးခွံပြာမှ ဆီလီကာ ထုတ်လုပ်သည့် နည်းလမ်း",
    "CN-P-1": "稻殼製備二氧化矽的方法",
    "SA-P-1": "طريقة لإنتاج السيليكا من قشر الأرز وألواح",
}
FOUND = {
    "ซิลิก*": "TH-P-1",
    "ซิลิก?": "TH-P-1",
    "ซิลิก#": "TH-P-1",
    "กรรมวิ*": "TH-P-1",
    "เครื่องอ*": "TH-P-2",
    "เครื่องอบ*": "TH-P-2",
    "ซิลิก* NEAR5 แกลบ": "TH-P-1",
    "*ลิกา": "TH-P-1",
    "*လီကာ": "MM-P-1",
    "စု* OR ထုတ်လ*": "MM-P-1",
    "*ອົບເຂົ້າ": "LA-P-1",
    "ស៊ីលី* NEAR3 អង្ក*": "KH-P-1",
    "*氧化矽": "CN-P-1",
    "السيليك*": "SA-P-1",
    "الس*": "SA-P-1",
    "والأر*": "SA-P-1",
    "ألوا*": "SA-P-1",
    "قشر ADJ1 الأر*": "SA-P-1",
    "*氧化矽* NEAR9 稻殼製*": "CN-P-1",
}


@pytest.mark.django_db
def test_both_engines_find_and_mark_them(each_index: Engine) -> None:
    for name, title in TITLES.items():
        file_record(name, {("title", name[:2].lower()): [title]})
    indexing.rebuild()
    for query, expected in FOUND.items():
        hits = service.search(Request(query)).hits
        assert [hit.record.id for hit in hits] == expected.split(), query
        assert all(any(piece.marked for piece in hit.matched[0].pieces) for hit in hits), query
        assert service.explain(query)["total"] == len(hits), query
    clauses = [resolve(Pattern("title", p)) for title in TITLES.values() for w in words(title) for p in truncations(w)]
    assert all(each_index.totals(clauses))


def sequences(*written: str) -> tuple[c.Sequence, ...]:
    return tuple(tuple(c.Glob(w) if re.search("[*?#]", w) else w for w in one.split()) for one in written)


@pytest.mark.parametrize(
    ("pattern", "among_words", "syllables"),
    [
        ("comp*", ("comp*",), ()),
        ("photo-volt*", ("photo volt*",), ()),
        ("ซิลิก*", ("ซิ ลิก*", "ซิลิก*"), ("ซิ ลิ ก*",)),
        ("ซิลิก?", ("ซิ ลิก?", "ซิลิก?"), ("ซิ ลิ ก?",)),
        ("ซิลิก#", ("ซิ ลิก#", "ซิลิก#"), ()),
        ("ซิ*กา", ("ซิ*กา",), ()),
        ("*လီကာ", ("*လီကာ",), ("*လီ ကာ",)),
        ("စုပ*", ("စုပ*",), ("စု ပ*", "စုပ*")),
        ("LEDสี*", ("led สี*",), ()),
        ("打印*", ("打印",), ()),
        ("*打印機*", ("打印 印機",), ()),
        ("打*", ("打*",), ()),
        ("打印#", ("打印#",), ()),
        ("السيليك*", ("سيليك*",), ()),
        ("الس*", ("الس*", "س*"), ()),
        ("والس*", ("والس*", "س*"), ()),
        ("ألوا*", ("الوا*", "وا*"), ()),
        ("للأ?*", ("للا?*", "ا?*"), ()),
        ("ال*يكا", ("ال*يكا", "*يكا"), ()),
        ("الس#", ("الس#",), ()),
        ("ال*", ("ال*",), ()),
        ("*الس", ("*الس",), ()),
    ],
)
def test_the_readings_of_a_pattern(pattern: str, among_words: tuple[str, ...], syllables: tuple[str, ...]) -> None:
    node = Pattern("title", pattern)
    assert readings(node) == sequences(*among_words)
    assert among_syllables(node) == sequences(*syllables)


def test_a_word_that_begins_with_a_sign_stays_refused_beside_others() -> None:
    for pattern in ("*ลิกา แกลบ", "ซิลิกา *กลบ", "rice-*husk"):
        with pytest.raises(QueryError, match="within a phrase"):
            readings(Pattern("title", pattern))
