"""Names that are none, or stand in the wrong place."""

from __future__ import annotations

from tests.ingest.quality.rows import (
    Table,
    document,
    party,
    people,
    title,
)

TABLE: Table = {
    "PARTY-NONE": (
        [(document(parties=[party("Ana", "inventor")]), "No applicant or owner")],
        [document(parties=[party("Ana", "owner")]), document(parties=[], publications=[])],
    ),
    "PARTY-EMPTY": (
        [(people(words), f"“{words}” is a placeholder") for words in (".", "N/A", "-", "XXX", "unknown", "ไม่มี", "không có", "нет", "無")] + [(people(""), "has no name")],
        [people(name) for name in ("X", "Na Li", "Nul", "Testa", "ไม่มีชัย", "Unknown Devices Ltd")],
    ),
    "PARTY-LETTERS": ([(people("12.345.678/0001-90"), "has no letter")], [people("3M"), people("สมชาย"), people("-")]),
    "PARTY-CONTACT": ([(people("ana@example.com"), "electronic address"), (people("Ana Lima www.example.com"), "electronic address")], [people("Ana @ Lima"), people("AT&T")]),
    "PARTY-TITLE": ([(document(texts=[title("Forno solar")], parties=[party("FORNO SOLAR")]), "very words of the title")],
                    [document(texts=[title("Forno")], parties=[party("Forno")]), document(texts=[title("Forno solar")], parties=[party("Forno solar")], right="trademark")]),
    "PARTY-TWICE": (
        [(people("LEE,  Eun", "Lee, eun", role="inventor"), "“lee, eun” is named 2 times as inventor")],
        [people("Lee, Eun", "Lee, Eunji", role="inventor"), people("Ana Lima", role="inventor")],
    ),
    "PARTY-COUNTRY": (
        [(document(parties=[party("Ana", country="UK")]), "UK is not a country code"),
         (document(parties=[party("Ana", country="ZZ"), party("Eva", "inventor", country="ZZ")]), "ZZ is not")],
        [document(parties=[party("Ana", country="")]), document(parties=[party("Ana", country="EP")]), document(parties=[party("Ana", country="VN")])],
    ),
    "PARTY-FIRM": (
        [(people(name, role="inventor"), "looks like a firm")
         for name in ("BAXTER HEALTHCARE S.A.", "Janssen Inc", "Metal Leve S/A", "Acme Co., Ltd.", "三菱株式会社", "Alfa S.R.L.", "Usaha Sdn. Bhd.")],
        [people("Acme Ltd."), *(people(name, role="inventor") for name in (
            "NUNES DE SA", "Linc", "Yoshida, Naoki c/o Wedg Co., Ltd.", "Ana Sá", "Bhd Kumar"))],
    ),
    "PARTY-JOINED": (
        [(people("RAPHAEL ARLITT;  HANS BANZHAF", role="inventor"), "seems to be several inventors"), (people("Ana Lima | Bob Reis"), "several applicants"),
         (people("Ana Lima / Bob Reis"), "several"), (people("1) Ana Lima 2) Bob Reis"), "several"), (people("Ana Lima\nBob Reis"), "several")],
        [people("MAHAJAN; LALIT"), people("A/S Lima Reis"), people("3 Mays Bikes"), people("Ana Maria Lima;"), people("Lima, Ana Maria")],
    ),
    "PARTY-LONG": ([(people("x" * 400), "has 400 letters")], [people("x" * 399)]),
}  # fmt: skip
