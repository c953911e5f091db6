"""Misread text is put right where that is provable; correct text is never touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.standards.mojibake import repair

SAMPLES = {
    "pt": "Composição e método para a fabricação de aço",
    "es": "Máquina de añadir piñones según la invención",
    "vi": "Phương pháp sản xuất được cải tiến",
    "th": "เครื่องอบข้าวพลังงานแสงอาทิตย์",
    "lo": "ເຄື່ອງອົບເຂົ້າ",
    "km": "ម៉ាស៊ីនសម្ងួតស្រូវ",
    "my": "နေစွမ်းအင်သုံးစက်",
    "ar": "جهاز لتجفيف الأرز بالطاقة الشمسية",
    "ru": "Способ получения стали",
    "uk": "Спосіб виготовлення сталі",
    "hi": "सौर ऊर्जा से चलने वाला यंत्र",
    "zh": "太阳能烘干机",
    "el": "Μέθοδος παραγωγής χάλυβα",
}
LEGACY = [("th", "cp874"), ("ar", "cp1256"), ("ru", "cp1251"), ("uk", "cp1251"), ("el", "cp1253")]


def misread(text: str, encoding: str, as_: str) -> str:
    """The bytes of a text read in another encoding; bytes cp1252 leaves open become the control of that number."""
    return "".join(bytes([b]).decode(as_, "ignore") or chr(b) for b in text.encode(encoding))


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
@pytest.mark.parametrize("language", SAMPLES)
def test_utf8_read_as_western_is_put_right(language: str, wrong: str) -> None:
    found = repair(misread(SAMPLES[language], "utf-8", wrong), language)
    assert found is not None
    assert found.text == SAMPLES[language]
    assert found.how in {"utf-8 read as latin-1", f"utf-8 read as {wrong}"}  # many bytes are the same in both


@pytest.mark.parametrize("language", ["pt", "th", "ar"])
def test_text_encoded_twice_is_put_right_too(language: str) -> None:
    found = repair(misread(misread(SAMPLES[language], "utf-8", "latin-1"), "utf-8", "cp1252"), language)
    assert found is not None
    assert found.text == SAMPLES[language]
    assert found.how.startswith("utf-8 read as ")
    assert found.how.endswith(", more than once")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_the_encodings_before_unicode_are_put_right(language: str, encoding: str, wrong: str) -> None:
    found = repair(misread(SAMPLES[language], encoding, wrong), language)
    assert found is not None
    assert found.text == SAMPLES[language]


def test_vietnamese_of_windows_is_put_right_and_composed() -> None:
    decomposed = "".join(
        unicodedata.normalize("NFC", base) + mark for base, mark in [("ð", ""), ("ý", ""), ("õ", "\u00f2"), ("c", "")]
    )
    found = repair(f"{decomposed} c\u00e1i ti\u00ea\u00ecn", "vi")
    assert found is not None
    assert found.text == "được cái tiến"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("LÃ® e algodão", "pt"), ("LÃ®", "pt"), ("Procédé de fabrication", "th"), ("", "pt"), ("Só Ã©", ""), ("São Paulo – “MANHÃ”", "pt"),
        ("Café à la crème", "ar"), ("Äpfel", "ru"), ("õ ý ã ì ò", "vi"), ("Ñandú", "vi"), ("é" * 20 + "a", "th"), ("\x80" * 9, "th"), ("Inven\ufffdo", "pt"),
        *((text, language) for language, text in SAMPLES.items()),
    ],
)  # fmt: skip
def test_correct_text_and_what_cannot_be_proven_stay(text: str, language: str) -> None:
    assert repair(text, language) is None


LETTERS = {
    "pt": "aãáâàbcçdeéêfghiílmnoóôõpqrstuúvxz",
    "es": "aábcdeéfghiíjklmnñoópqrstuúüvxyz",
    "fr": "aàâbcçdeéèêëfghiîïjlmnoôœpqrstuùûüvxyz",
    "vi": "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ",
    "th": "กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอะาิีึืุูเแโใไ่้๊๋์",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
AFTER = st.sampled_from(["", "", ".", ",", ";", "®", "ª", "º", "”", "’", " »", "…", " –", "™", "\u00a0", "\u00ad"])
BEFORE = st.sampled_from(["", "", "“", "‘", "« ", "¿", "¡", "(", "nº "])


@st.composite
def correct(draw: st.DrawFn, language: str) -> str:
    """Words in small letters, with a capital, or in capitals, each with the signs that may stand around a word."""
    spell = st.sampled_from([str.lower, str.capitalize, str.upper])
    words = draw(
        st.lists(st.tuples(BEFORE, st.text(LETTERS[language], min_size=1, max_size=9), spell, AFTER), max_size=8)
    )
    return " ".join(before + how(word) + after for before, word, how, after in words)


@pytest.mark.parametrize("language", LETTERS)
@settings(max_examples=150)
@given(data=st.data())
def test_correct_text_is_never_changed(language: str, data: st.DataObject) -> None:
    assert repair(data.draw(correct(language)), language) is None


@settings(max_examples=150)
@given(st.text(max_size=60), st.sampled_from(["", "pt", "th", "vi", "ar", "ru", "xx"]))
def test_a_repair_can_always_be_taken_back(text: str, language: str) -> None:
    found = repair(text, language)
    assert found is None or found.text != text


@pytest.mark.parametrize(
    ("delivered", "kept"),
    [
        ("Inven\u00c3\u00a7\u00c3\u00a3o \x85 teste", "Invenção \x85 teste"),
        ("M\u00c3\u00a9todo \x93de\x94 prensado", "Método \x93de\x94 prensado"),
        ("\x96 \u00c3\u0081gua e sab\u00c3\u00a3o", "\x96 Água e sabão"),
        ("S\u00e3o \x96 Paulo", None),
        ("S\u00e3o \x96 inven\u00c3\u00a7\u00c3\u00a3o", None),
    ],
)
def test_a_control_character_beside_misread_letters_stays_and_does_not_hide_them(
    delivered: str, kept: str | None
) -> None:
    found = repair(delivered, "pt")
    assert (found.text if found else None) == kept
