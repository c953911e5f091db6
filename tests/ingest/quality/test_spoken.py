"""Whether texts are in the language their label says."""

from __future__ import annotations

import pytest

from ingest.quality.spoken import another
from tests.ingest.quality.rows import Table, document, text, title

PT = "Método para a fabricação de um forno solar que seca arroz sem outra fonte de energia"
EN = "Method for making a solar oven that dries rice without any other source of energy"
ES = "Procedimiento para la fabricación de un horno solar que seca arroz sin otra fuente de energía"
ID = "Metode pembuatan oven tenaga surya yang mengeringkan beras tanpa sumber energi lain"
RU = "Способ изготовления солнечной печи, которая сушит рис без другого источника энергии"
UK = "Спосіб виготовлення сонячної печі, яка сушить рис без іншого джерела енергії"
VI = "Sáng chế đề xuất thiết bị truyền thông không dây bao gồm bộ thu phát và bộ xử lý được nối với nhau"
THAI = "เครื่องอบข้าวเปลือกพลังงานแสงอาทิตย์"

TABLE: Table = {
    "LANG-SCRIPT": (
        [(document(texts=[title(RU, "en")]), "said to be in English, but is written in Cyrl"),
         (document(texts=[title(EN, "th")]), "said to be in Thai, but is written in Latn")],
        [document(texts=[title(RU, "uk")]), document(texts=[title("LED", "th")]), document(texts=[text("title", language="th")])],
    ),
    "LANG-TEXT": (
        [(document(texts=[title(PT, "en")]), "said to be in English are in Portuguese"),
         (document(texts=[title(EN, "pt")]), "said to be in Portuguese are in English"),
         (document(texts=[title(UK, "ru")]), "said to be in Russian are in Ukrainian"),
         (document(texts=[title("Solar oven for rice", "vi")]), "title said to be in Vietnamese is in English"),
         (document(texts=[title("Wireless communication device", "vi"), text("abstract", VI, language="vi")]), "title said to be in Vietnamese is in English"),
         (document(texts=[title("Method for treating cancer", "es")]), "title said to be in Spanish is in English"),
         (document(texts=[title("Processo de preparação do arroz", "en")]), "title said to be in English is in Portuguese"),
         (document(texts=[title("Metode pengolahan dari limbah", "en")]), "title said to be in English is in Indonesian"),
         (document(texts=[title("Thiết bị điều khiển", "en")]), "title said to be in English is in Vietnamese"),
         (document(texts=[title("Horno"), text("abstract", ES)]), "said to be in Portuguese are in Spanish")],
        [*(document(texts=[title(words, code)]) for words, code in
           ((PT, "pt"), (EN, "en"), (ES, "es"), (ID, "id"), (ID, "ms"), (RU, "ru"), (UK, "uk"), (THAI, "th"), (EN, "qq"), ("Oven", "pt"))),
         *(document(texts=[title(words, code)]) for words, code in
           (("Hop cac tong mang vat pham", "vi"), ("Micro robot", "vi"), ("Axit amin", "vi"), ("Thiết bị LED driver", "vi"), ("Solar oven", "pt"), ("Kaedah untuk oven", "id"))),
         document(texts=[title("Method for treating cancer", "es")], right="trademark"),
         document(texts=[text("description", EN)])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("words", ["", "LED", THAI, "Forno solar", "123 456 789 " * 20, "\x00" * 99])
def test_a_short_text_and_one_its_script_decides_do_not_load_the_model(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.quality.spoken._identifier", lambda _: pytest.fail("the model was loaded"))
    assert another(words, "pt") == another(words, "th") == ""
