from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import folded, syllables, terms
from search.analysis import words as plain_words
from search.analysis.characters import fold

SCRIPTS = "".join(
    chr(code)
    for low, high in (
        (0x20, 0x7F),
        (0xA0, 0x24F),
        (0x300, 0x36F),
        (0x370, 0x4FF),
        (0x591, 0x6FF),
        (0x900, 0x97F),
        (0xE00, 0xEFF),
        (0x1000, 0x109F),
        (0x1780, 0x17FF),
        (0x1EA0, 0x1EFF),
        (0x200B, 0x206F),
        (0x3040, 0x30FF),
        (0x4E00, 0x4E20),
        (0xAC00, 0xAC20),
        (0xFB50, 0xFEFF),
        (0xFF00, 0xFFEF),
        (0x10400, 0x10420),
        (0x20000, 0x20010),
    )
    for code in range(low, high)
)
texts = st.text(st.sampled_from(SCRIPTS) | st.characters(), max_size=60)


def words(text: str) -> list[str]:
    return [token.term for token in terms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rice-husk ash (SiO2), 0.5 wt%", ["rice", "husk", "ash", "sio2", "0", "5", "wt"]),
        ("Máy sấy lúa ĐƯỜNG", ["may", "say", "lua", "duong"]),
        ("SAY LÚA đường".upper(), ["say", "lua", "duong"]),
        ("obtenção de sílica", ["obtencao", "de", "silica"]),
        ("ıİ ß ﬁn Øre Łódź œuvre", ["ii", "ss", "fin", "ore", "lodz", "oeuvre"]),
        ("Ελληνικός ΰ", ["ελληνικοσ", "υ"]),
        ("Сушилка й ё ї", ["сушилка", "и", "е", "і"]),
        ("m² CO₂", ["m2", "co2"]),
        ("ＡＢＣ１２", ["abc12"]),
        ("أَلْطَّاقَةُ الشَّمْسِيَّة", ["طاقه", "شمسيه"]),
        ("آلة إلى ٱلـــماء مؤسسة", ["اله", "الي", "ماء", "موسسه"]),
        ("أرز الأرز والأرز بالأرز كالأرز فالأرز للأرز اﻷرز", ["ارز"] * 8),
        ("ألوان الألوان والألوان", ["وان"] * 3),
        ("الدم دم للدم", ["الدم", "دم", "للدم"]),
        ("کتاب ی", ["كتاب", "ي"]),
        ("ﷲ ﻻ ﷺ a\ufc5e", ["الله", "لا", "صلياللهعليهوسلم", "a"]),
        ("۱۲٣ १२ ๒๕ ၁၂ ១២ ໑໒", ["123", "12", "25", "12", "12", "12"]),
        ("เครื่องอบข้าวเปลือก๒๕ LED", ["เครื่อง", "อบ", "ข้าว", "เปลือก", "25", "led"]),
        ("นํ้า น้ํา น้ำ", ["น้ำ"] * 3),
        ("ວິທີການຜະລິດ", ["ວິທີການ", "ຜະລິດ"]),
        ("ឧបករណ៍សម្ងួតស្រូវ", ["ឧបករណ៍", "សម្ងួត", "ស្រូវ"]),
        ("စပါးအခြောက်ခံစက်", ["စပါး", "အခြောက်ခံ", "စက်"]),
        ("सौर ऊर्जा", ["सौर", "ऊर्जा"]),
        ("打印機 水 3D打印", ["打印", "印機", "水", "3d", "打印"]),
        ("ｶﾞﾗｽ ガラス", ["ガラ", "ラス", "ガラ", "ラス"]),
        ("한국어 문서", ["한국어", "문서"]),
        ("sof\u00adt hy\u200bphen", ["soft", "hyphen"]),
        ("oʻzbek o'zbek", ["o", "zbek", "o", "zbek"]),
        ("¶ — …", []),
        ("x" * 300, ["x" * 127]),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", ["កាំភ្លើងសម្ងួត\u200bស្រូវ", "เครื่อง\u200bอบ\u200bข้าว", "می\u200cشود", "စပါး\u200bအခြောက်ခံ"])
def test_what_no_reader_sees_changes_nothing(text: str) -> None:
    assert words(text) == words(text.replace("\u200b", "").replace("\u200c", ""))


@given(texts)
def test_tokens_are_fit_for_every_engine(text: str) -> None:
    tokens = terms(text)
    for token in tokens:
        assert token.term == "".join(token.term.split()), "a blank of any kind would part it"
        assert 1 <= len(token.term) <= 127
        assert "¶" not in token.term
        assert not set(token.term) & set("*?#")
        assert 0 <= token.start < token.end <= len(text)
    assert tokens == sorted(tokens, key=lambda token: (token.start, token.end))


@given(texts)
def test_the_quick_way_gives_the_same_terms(text: str) -> None:
    assert plain_words(text) == words(text)


def test_every_character_gives_the_same_terms_the_quick_way() -> None:
    for start in range(0x80, 0x30000, 64):
        text = " a".join(map(chr, range(start, start + 64)))
        assert plain_words(text) == words(text), hex(start)


@given(texts)
def test_both_normal_forms_give_the_same_terms(text: str) -> None:
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))


@given(texts)
def test_fold_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded


@given(texts.map(str.split))
def test_blanks_part_words_and_places_point_at_them(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert words(text) == [term for piece in pieces for term in words(piece)]
    for token in terms(text):
        assert token.term in words(text[token.start : token.end]) or len(token.term) == 127


@pytest.mark.parametrize(
    "title",
    [
        "เครื่องอบข้าวเปลือกพลังงานแสงอาทิตย์แบบเคลื่อนที่สำหรับเกษตรกรรายย่อย",
        "กรรมวิธีการผลิตเครื่องดื่มสมุนไพรจากใบเตยและน้ำตาลมะพร้าว",
        "ເຄື່ອງອົບເຂົ້າພະລັງງານແສງຕາເວັນສຳລັບຊາວກະສິກອນ",
        "ម៉ាស៊ីនសម្ងួតស្រូវដោយប្រើថាមពលព្រះអាទិត្យសម្រាប់កសិករ",
        "နေရောင်ခြည်စွမ်းအင်သုံးစပါးအခြောက်ခံစက်နှင့်ထုတ်လုပ်နည်း",
        "太陽能稻穀乾燥機及其製造方法",
    ],
)
def test_the_words_of_a_title_find_it(title: str) -> None:
    """ICU looks ahead, so a piece cut out of a title may be cut into other words than the title was; rarely."""
    tokens = terms(title)
    pieces = [(i, j) for i in range(len(tokens)) for j in range(i + 1, min(i + 5, len(tokens)) + 1)]
    lost = [
        (i, j) for i, j in pieces if words(title[tokens[i].start : tokens[j - 1].end]) != [t.term for t in tokens[i:j]]
    ]
    assert all(words(token.term) == [token.term] for token in tokens)
    assert len(lost) <= 0.05 * len(pieces), lost


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เครื่องอบ LED ผลิตซิลิกา", ["เค รื่ อ ง อ บ", "ผ ลิ ต ซิ ลิ กา"]),
        ("ເຄື່ອງຕອງນ້ຳ ຄຽ", ["ເຄື່ อ ງ ຕ อ ງ ນ້ຳ".replace("อ", "ອ"), "ຄຽ"]),
        ("សម្ងួតស្រូវ ទឹក", ["ស ម្ងួ ត ស្រូ វ", "ទឹ ក"]),
        ("စပါးအခြောက်ခံစက်နှင့် ဆန္ဒ", ["စ ပါး အ ခြောက် ခံ စက် နှင့်", "ဆ န္ဒ"]),
        ("ผลิ\u200bต๒๕", ["ผ ลิ ต"]),
        ("rice 打印 đường सौर", []),
    ],
)
def test_syllables(text: str, expected: list[str]) -> None:
    assert [" ".join(token.term for token in run) for run in syllables(text)] == expected


@given(texts)
def test_syllables_are_terms_too(text: str) -> None:
    for run in syllables(text):
        assert run == sorted(run, key=lambda token: (token.start, token.end))
        for token in run:
            assert token.term
            assert token.term == "".join(token.term.split())
            assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize(
    ("whole", "part"),
    [("ผลิตซิลิกาอสัณฐาน", "ซิลิกา"), ("กรรมวิธี", "วิธี"), ("ຄວາມຮ້ອນ", "ຮ້ອນ"), ("ទឹកដែល", "ទឹក"), ("ရေစုပ်စက်", "စက်")],
)
def test_a_part_of_a_word_is_the_same_syllables_alone(whole: str, part: str) -> None:
    [[*inside]], [[*alone]] = syllables(whole), syllables(part)
    found = " ".join(token.term for token in inside)
    assert " ".join(token.term for token in alone) in found


@given(texts)
def test_terms_and_syllables_occur_in_the_folded_text(text: str) -> None:
    letters = folded(text)
    for token in [*terms(text), *(token for run in syllables(text) for token in run)]:
        assert token.term in letters
