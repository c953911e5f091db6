"""Texts that are missing, hollow, cut or spoilt, and sound ones that come near."""

from __future__ import annotations

from tests.ingest.quality.rows import (
    Table,
    document,
    people,
    publication,
    text,
    title,
    titled,
)

TABLE: Table = {
    "TITLE-NONE": ([(document(texts=[text("claims", "Um forno.")]), "no title")], [document(), document(texts=[])]),
    "TITLE-EMPTY": (
        [(document(texts=[title(words)]), f"“{words}” is a placeholder")
         for words in ("-", "N/A", "...", "untitled", "XXX", "xxxx", "Unknown", "ไม่มี", "Không có", "គ្មាន", "không", "Нет данных", "(null)", "???", "[None]", "TIDAK ADA",
                       "No disponible", "NÃO DISPONÍVEL", "Título no disponible", "Sin  título.", "无标题", "ไม่มีชื่อ", "undefined", "TBD", "test", "Title not available",
                       "không có tiêu đề", "judul tidak tersedia", "n/a n/a", "#VALUE!", "XXX XXX", "Без названия", "غير متاح", "to be determined")],
        [document(texts=[title(words)]) for words in ("N", "Teste de malária", "XX", "Unknown-word detector", "ไม่มีสาย", "Nones", "0", "Test kit", "Blank holder", "Non disponible fruit press", "Title clamp", "Bar")]
        + [document(texts=[title("非"), text("abstract", "-")])],
    ),
    "TEXT-PLACEHOLDER": ([(titled(text("abstract", "N/A")), "The pt abstract “N/A” is a placeholder")],
                         [titled(text("abstract", "Um forno.")), titled(text("claims", "-", "Um forno."))]),
    "TEXT-EMPTY": ([(titled(text("abstract", "", " ")), "The pt abstract is empty"), (titled(text("description")), "description is empty")],
                   [titled(text("abstract", "", "a")), titled(text("claims", ""))]),
    "TEXT-IMAGE": ([(document(publications=[publication(image_only=["claims"]), publication("B1", image_only=["claims"])]), "The claims came as page images")],
                   [document()]),
    "ABSTRACT-SHORT": ([(titled(text("abstract", "Forno.")), "one word, “Forno.”")],
                       [titled(text("abstract", "Forno solar.")), titled(text("abstract", "เตาอบพลังงานแสงอาทิตย์")), titled(text("abstract", "-")),
                        titled(text("abstract", "A", "B"))]),
    "ABSTRACT-TITLE": ([(document(texts=[title("Forno solar"), text("abstract", words)]), "very words of the title") for words in ("FORNO  SOLAR", "Forno solar.")],
                       [document(texts=[title("Forno solar"), text("abstract", "Forno solar de arroz.")])]),
    "TEXT-LANGUAGES": (
        [(document(texts=[title("Solar oven for rice"), title("Solar oven for rice", "en")]), "same text in pt and in en")],
        [document(texts=[title("iPhone"), title("iPhone", "en")]), document(texts=[title("Forno solar para arroz"), title("Solar oven for rice", "en")]),
         document(texts=[title("Best oven of Brazil"), title("Best oven of Brazil", "en")], right="trademark")],
    ),
    "TITLE-LONG": ([(document(texts=[title("a b" * 200)]), "has 600 characters")], [document(texts=[title("a" * 500)]), titled(text("abstract", "a" * 501))]),
    "TITLE-LETTERS": ([(document(texts=[title("12345-6")]), "has no letter"), (document(texts=[title("BR 10 2020 000001-2")]), "is a number")],
                      [document(texts=[title("3D")]), document(texts=[title("4711")], right="trademark"), document(texts=[title("เตา")])]),
    "TEXT-CAPITALS": ([(titled(text("abstract", "UM FORNO SOLAR PARA SECAR ARROZ")), "in capital letters")],
                      [document(texts=[title("UM FORNO SOLAR PARA SECAR ARROZ")]), titled(text("abstract", "DNA E RNA")), titled(text("abstract", "Um " + "FORNO " * 9)),
                       titled(text("abstract", "太阳 能 烤 箱 用 于 干"))]),
    "TEXT-CUT": (
        [(titled(text("abstract", "ab " * 84 + "abc")), "exactly 255 characters"), (document(texts=[title("Forno com...")]), "breaks off in an ellipsis"),
         (document(texts=[title("Forno com…")]), "breaks off")],
        [titled(text("abstract", "ab " * 84 + "ab.")), titled(text("abstract", "ab " * 84 + "ab")), document(texts=[title("Forno......")]),
         titled(text("claims", "Forno com...")), document(texts=[title("...")]), document(texts=[text("title")])],
    ),
    "TEXT-MARKUP": ([(titled(text("abstract", "H<sub>2</sub>O")), "“H<sub>2</sub>O”"), (people("Ana<br/>Lima"), "name of the applicant has markup")],
                    [titled(text("abstract", "se a<b e b>c"))]),
    "TEXT-ENTITY": ([(titled(text("abstract", "A &amp; B")), "undecoded"), (people("ALBERTO&#x06;"), "“ALBERTO&#x06;”"), (document(texts=[title("inven&ccedil;")]), "&ccedil;")],
                    [titled(text("abstract", "R&D; AT&T"))]),
    "TEXT-CONTROL": ([(people("SHANGHAI\x81)"), "“SHANGHAI\\u0081)”"), (document(texts=[title("a\x00b")]), "control character")],
                     [titled(text("abstract", "a\tb\nc"))]),
    "TEXT-LOST": ([(document(texts=[title("Inven\ufffd\ufffdo")]), "has lost letters"), (document(texts=[title("in??o")]), "“in??o”"), (document(texts=[title("a ???? b")]), "????")],
                  [document(texts=[title("O quê?? Sim")]), document(texts=[title("Quem?")])]),
    "TEXT-PRIVATE": ([(document(texts=[title("\ue001x")]), "only one font knows")], [document(texts=[title("ខ្មែរ")])]),
    "TEXT-ZAWGYI": ([(document(texts=[title("ေနသည္", "my")]), "Zawgyi")], [document(texts=[title("နေသည်", "my")])]),
}  # fmt: skip
