"""Which claims a claim refers to, in every language of the table."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.references import WORDS, cited

CASES = [
    ("en", "The device of claim 1, wherein 2 pumps run", "1"),
    ("en", "A device according to any one of claims 1 to 3 or 5", "1 2 3 5"),
    ("en", "as claimed in claims 1, 2 and 4, wherein 7 parts", "1 2 4"),
    ("en", "of claim 1 or claim 3", "1 3"),
    ("en", "A claimless thing 1", ""),
    ("en", "claims 12,000 units", ""),
    ("EN", "of claim 2", "2"),
    ("de", "nach einem der Ansprüche 1 bis 3", "1 2 3"),
    ("de", "Vorrichtung nach Anspruch 1, dadurch gekennzeichnet, dass 4", "1"),
    ("de", "gemäß Patentanspruch 2", "2"),
    ("fr", "selon l'une quelconque des revendications 1 à 3 et 7", "1 2 3 7"),
    ("es", "según la reivindicación 2, caracterizado", "2"),
    ("es", "según cualquiera de las reivindicaciones 1 a 4", "1 2 3 4"),
    ("pt", "de acordo com a reivindicação 1, caracterizado por 3 etapas", "1"),
    ("pt", "DE ACORDO COM QUALQUER UMA DAS REIVINDICAÇÕES 1 A 4", "1 2 3 4"),
    ("pt", "de acordo com a reivindicacao 5", "5"),
    ("it", "secondo la rivendicazione 1", "1"),
    ("id", "Metode menurut klaim 1 atau 2, yang dicirikan", "1 2"),
    ("ms", "seperti yang dituntut dalam mana-mana satu tuntutan 1 hingga 3", "1 2 3"),
    ("vi", "Quy trình theo điểm 1, khác biệt ở chỗ", "1"),
    ("vi", "theo điểm bất kỳ trong số các điểm từ 1 đến 3", "1 2 3"),
    ("vi", "theo yêu cầu bảo hộ 2", "2"),
    ("vi", "có điểm nóng chảy 120", ""),
    ("th", "กรรมวิธีตามข้อถือสิทธิที่ 1", "1"),
    ("th", "ตามข้อถือสิทธิข้อที่ ๑ ถึง ๓ ข้อใดข้อหนึ่ง", "1 2 3"),
    ("th", "ตามข้อถือสิทธิ 1 หรือ 2", "1 2"),
    ("lo", "ຕາມຂໍ້ຖືສິດທີ 1", "1"),
    ("km", "តាមការទាមទារទី១", "1"),
    ("km", "តាមចំណុចទាមទារទី ២ ឬ ៣", "2 3"),
    ("my", "တောင်းဆိုချက် ၁ အရ", "1"),
    ("ar", "طريقة وفقا لعنصر الحماية 1", "1"),
    ("ar", "وفقاً لأي من عناصر الحماية من ١ إلى ٣", "1 2 3"),
    ("ja", "請求項１又は２に記載の装置", "1 2"),
    ("ja", "請求項１から３のいずれか一項に記載の", "1 2 3"),
    ("zh", "根据权利要求1至3中任一项所述的方法", "1 2 3"),
    ("ko", "제1항 또는 제2항에 있어서", "1 2"),
    ("ru", "Способ по п. 1 или 2, отличающийся", "1 2"),
    ("ru", "по пункту 3", "3"),
    ("uk", "Спосіб за пунктом 1", "1"),
    ("tr", "İstem 1'e göre sistem 2", "1"),
    ("xx", "claim 1", ""),
    ("", "claim 1", ""),
    ("en", "", ""),
]


@pytest.mark.parametrize(("language", "claim", "refs"), CASES)
def test_references_by_words(language, claim, refs):
    assert cited(claim, language) == refs.split()


def test_every_language_of_the_table_has_a_case():
    assert set(WORDS) <= {language for language, _, _ in CASES}


def test_a_huge_range_is_cut():
    assert len(cited("claims 1 to 999", "en")) <= 201
    assert cited("claims 5 to 2", "en") == []


@pytest.mark.parametrize(
    "filler", ["claim ", "claim 1, ", "claims 1 to ", "theo các ", "theo điểm ", "п", "1-", ", , and "]
)
def test_long_hostile_text_takes_no_time(filler):
    began = time.monotonic()
    for language in WORDS:
        cited(filler * 20_000, language)
    assert time.monotonic() - began < 10


@given(st.text(max_size=200), st.sampled_from(sorted(WORDS)))
def test_any_text_gives_numbers_from_one_on(claim, language):
    assert all(ref.isdecimal() and int(ref) >= 1 for ref in cited(claim, language))
