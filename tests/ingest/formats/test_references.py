"""Which claims a claim refers to, in every language of the table."""

import time
import unicodedata

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
    ("th", "เครื่องตามข้อถือสิทธิ 7 ที่ซึ่ง", "7"),
    ("th", "เครื่องตามข้อถือสิทธิที่ 1 ที่ซึ่ง", "1"),
    ("th", "ตามข้อถือสิทธิข้อ 1 ถึง 5", "1 2 3 4 5"),
    ("th", "กรรมวิธีตามข้อถือสิทธิข้อ 1 หรือข้อ 2", "1 2"),
    ("th", "ตามข้อถือสิทธิข้อใดข้อหนึ่งของข้อ 1 ถึง 3", "1 2 3"),
    ("th", "ตามข้อถือสิทธิข้อใดข้อหนึ่งในข้อถือสิทธิที่ 1-3", "1 2 3"),
    ("th", "อุปกรณ์ตามข้อ 1 ซึ่ง", "1"),
    ("vi", "Thiết bị theo điểm 1, trong đó", "1"),
    ("vi", "Thiết bị theo điểm 1 hoặc 2, trong đó", "1 2"),
    ("vi", "Phương pháp theo điểm bất kỳ trong số các điểm từ 1 đến 3", "1 2 3"),
    ("vi", "Thiết bị theo yêu cầu bảo hộ 1", "1"),
    ("vi", "Thiết bị theo điểm yêu cầu bảo hộ 1", "1"),
    ("vi", "theo một điểm bất kỳ trong các điểm 1 đến 4", "1 2 3 4"),
    ("vi", "theo bất kỳ điểm nào trong số các điểm nêu trên 1-3", "1 2 3"),
    ("vi", "theo điểm 1 hoặc điểm 2", "1 2"),
    ("vi", "Quy trình như nêu ở điểm 1", "1"),
    ("id", "Alat menurut klaim 1, dimana", "1"),
    ("id", "Alat sesuai dengan klaim 2 atau 3", "2 3"),
    ("id", "Alat sesuai dengan salah satu dari klaim 1 sampai dengan 3", "1 2 3"),
    ("id", "Metode seperti yang diklaim dalam klaim-klaim 1 s/d 3", "1 2 3"),
    ("id", "Metode dari klaim 1 sampai 3", "1 2 3"),
    ("id", "Alat menurut salah satu klaim sebelumnya", ""),
    ("ms", "Alat menurut tuntutan 1 hingga 3", "1 2 3"),
    ("ms", "seperti yang dituntut dalam tuntutan 1", "1"),
    ("pt", "Forno, de acordo com a reivindicação 1, caracterizado", "1"),
    ("pt", "de acordo com qualquer uma das reivindicações 1 a 3", "1 2 3"),
    ("pt", "conforme reivindicações de 1 a 4", "1 2 3 4"),
    ("pt", "de acordo com a reivindicação 1 ou a reivindicação 2", "1 2"),
    ("pt", "segundo a reivindicação nº 1", "1"),
    ("pt", "conforme reivindicado em 1", "1"),
    ("pt", "de acordo com REIVINDICACAO 1", "1"),
    ("pt", "de acordo com as reivindicações 1, 2, 3 e 4", "1 2 3 4"),
    ("pt", "de acordo com a reivindicaço 1", "1"),
    ("es", "El horno según la reivindicación 1, que", "1"),
    ("es", "de acuerdo con cualquiera de las reivindicaciones 1 a 3", "1 2 3"),
    ("es", "según cualquiera de las reivindicaciones 1 a la 3", "1 2 3"),
    ("es", "conforme a la cláusula 1", "1"),
    ("es", "conforme a una de las reivindicaciones precedentes", ""),
    ("es", "según la reivindicación número 1", "1"),
    ("es", "según las reivindicaciones 1 ó 2", "1 2"),
    ("es", "de conformidad con la reivindicación No. 1", "1"),
    ("km", "ឧបករណ៍យោងតាមចំណុចទាមទារទី១", "1"),
    ("km", "យោងតាមការទាមទារទី ១ ដល់ ៣", "1 2 3"),
    ("km", "ស្របតាមសិទ្ធិទាមទារ ១", "1"),
    ("km", "តាមចំណុចទាមទារ 1 ឬ 2", "1 2"),
    ("lo", "ອຸປະກອນຕາມຂໍ້ຖືສິດທີ 1", "1"),
    ("lo", "ຕາມຂໍ້ຮຽກຮ້ອງທີ ໑ ຫາ ໓", "1 2 3"),
    ("lo", "ຕາມຂໍ້ຮຽກຮ້ອງສິດ 1 ຫຼື 2", "1 2"),
    ("lo", "ຕາມການຮຽກຮ້ອງ 1", "1"),
    ("my", "တောင်းဆိုချက် ၁ မှ ၃ အထိ", "1 2 3"),
    ("my", "တောင်းဆိုချက်အမှတ် ၁", "1"),
    ("my", "အခွင့်အရေးတောင်းဆိုချက် (၁)", "1"),
    ("ar", "جهاز وفقا لعنصر الحماية 1 حيث", "1"),
    ("ar", "وفقاً لعنصر الحماية ١ أو ٢", "1 2"),
    ("ar", "وفقا لأي من عناصر الحماية من 1 إلى 3", "1 2 3"),
    ("ar", "حسب عنصر الحماية رقم 1", "1"),
    ("ar", "طبقا لعنصر الحماية رقم (1)", "1"),
    ("ar", "كما في المطلب 1", "1"),
    ("ar", "وفقا لأي عنصر من عناصر الحماية 1-3", "1 2 3"),
    ("ar", "حسب المطالبة 1", "1"),
    ("ar", "وفقا للمطلب 1", "1"),
    ("ar", "بحسب بند الحماية 1", "1"),
    ("ru", "Устройство по п. 1, отличающееся", "1"),
    ("ru", "Устройство по п.1 или 2", "1 2"),
    ("ru", "по любому из пп. 1-3", "1 2 3"),
    ("ru", "по любому из пунктов 1-3", "1 2 3"),
    ("ru", "по п. п. 1 и 2", "1 2"),
    ("ru", "согласно пункту формулы 1", "1"),
    ("ru", "по п.п. 1 - 3", "1 2 3"),
    ("ru", "Способ по п 1", "1"),
    ("ru", "по п.1, где температура 20°C", "1"),
    ("uk", "Пристрій за п. 1, який", "1"),
    ("uk", "за будь-яким з пп. 1-3", "1 2 3"),
    ("uk", "за одним із п.п. 1, 2", "1 2"),
    ("kk", "1-т. бойынша құрылғы", "1"),
    ("kk", "1-тармақ бойынша құрылғы", "1"),
    ("kk", "п. 1 бойынша құрылғы", "1"),
    ("kk", "1 немесе 2-тармақ бойынша", "1 2"),
    ("kk", "1-3 тармақтардың кез келгені бойынша", "1 2 3"),
    ("ky", "1-пункт боюнча түзүлүш", "1"),
    ("uz", "1-band bo‘yicha qurilma", "1"),
    ("ka", "მოწყობილობა 1-ლი პუნქტის მიხედვით", "1"),
    ("ka", "მოწყობილობა პ.1-ის მიხედვით", "1"),
    ("ka", "მოწყობილობა მე-2 პუნქტის მიხედვით", "2"),
    ("ka", "პუნქტი 1-ის მიხედვით", "1"),
    ("ka", "1-3 პუნქტებიდან ერთ-ერთის მიხედვით", "1 2 3"),
    ("hy", "սարք ըստ 1-ին կետի", "1"),
    ("hy", "սարք ըստ 1 կետի", "1"),
    ("he", "התקן לפי תביעה 1, כאשר", "1"),
    ("he", "לפי כל אחת מתביעות 1 עד 3", "1 2 3"),
    ("he", "לפי כל אחת מהתביעות 1-3", "1 2 3"),
    ("he", "כמוגדר בתביעה 1", "1"),
    ("fa", "دستگاه طبق ادعای ۱ که", "1"),
    ("fa", "مطابق با ادعای شماره ۱ تا ۳", "1 2 3"),
    ("fa", "بر اساس هر یک از ادعاهای ۱ تا ۳", "1 2 3"),
    ("tr", "İstem 1’e göre bir cihaz", "1"),
    ("tr", "İstem 1 ila 3'ten herhangi birine göre", "1 2 3"),
    ("tr", "1 numaralı istem", "1"),
    ("mn", "1-р зүйлд заасан төхөөрөмж", "1"),
    ("az", "1-ci bənd üzrə qurğu", "1"),
    ("ro", "Dispozitiv conform revendicării 1", "1"),
    ("ro", "conform oricăreia dintre revendicările 1-3", "1 2 3"),
    ("pl", "Urządzenie według zastrz. 1", "1"),
    ("pl", "według zastrzeżenia 1", "1"),
    ("sr", "Uređaj prema zahtevu 1", "1"),
    ("hi", "दावा 1 के अनुसार", "1"),
    ("hi", "दावा १ में दावाकृत", "1"),
    ("bn", "দাবি ১ অনুসারে", "1"),
    ("sw", "kulingana na dai la 1", "1"),
    ("en", "as claimed in any one of claims 1 to 3", "1 2 3"),
    ("en", "as claimed in claim No. 1", "1"),
    ("en", "according to any of the preceding claims", ""),
    ("en", "A device as claimed in 1", "1"),
    ("en", "The method of claims 1, 3-5, or 7", "1 3 4 5 7"),
    ("tl", "Ang aparato ayon sa pag-angkin 1", "1"),
    ("fr", "selon la revendication 1", "1"),
    ("ja", "請求項１に記載の", "1"),
    ("zh", "根据权利要求1所述的", "1"),
    ("zh", "根据权利要求1-3任一项所述", "1 2 3"),
    ("ko", "제1항에 있어서", "1"),
    ("ko", "제2항에 있어서, 청구항 1의", "2 1"),
    ("tr", "2 numaralı istem veya istem 1'e göre", "2 1"),
    ("ko", "제1항 내지 제3항 중 어느 한 항에 있어서", "1 2 3"),
    ("bg", "Устройство съгласно претенция 1", "1"),
    ("cs", "Zařízení podle nároku 1 nebo 2", "1 2"),
    ("el", "Συσκευή σύμφωνα με την αξίωση 1", "1"),
    ("hr", "Uređaj prema zahtjevu 1", "1"),
    ("hu", "Az 1. igénypont szerinti eszköz", "1"),
    ("nl", "Inrichting volgens een van de conclusies 1 tot 3", "1 2 3"),
    ("tg", "Дастгоҳ тибқи банди 1", "1"),
    ("ur", "دعوی ۱ کے مطابق", "1"),
    ("tha", "เครื่องตามข้อถือสิทธิ 7", "7"),
    ("VIE", "theo điểm 1", "1"),
    ("vn", "theo điểm 1", "1"),
    ("xx", "claim 1", ""),
    ("", "claim 1", ""),
    ("en", "", ""),
]


@pytest.mark.parametrize(("language", "claim", "refs"), CASES)
def test_references_by_words(language, claim, refs):
    assert cited(claim, language) == refs.split()


def test_every_language_of_the_table_has_a_case():
    assert set(WORDS) <= {language for language, _, _ in CASES}


@pytest.mark.parametrize(
    ("language", "claim", "label", "refs"),
    [("en", "Claim 2. The kiln of claim 1", "2", "1"), ("en", "Claim 1. The kiln", "1", ""), ("en", "Kiln of claim 2", "2", "2"),
     ("th", "ข้อถือสิทธิที่ ๒ เตา", "2", "2"), ("pt", "Reivindicação 3: forno da reivindicação 5", "3", "5")],
)  # fmt: skip
def test_the_number_a_claim_begins_with_is_its_own(language, claim, label, refs):
    assert cited(claim, language, label) == refs.split()


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


@pytest.mark.parametrize(("language", "text", "refs"), CASES)
def test_letters_and_marks_may_stand_apart(language: str, text: str, refs: str) -> None:
    assert cited(unicodedata.normalize("NFD", text), language) == refs.split()
