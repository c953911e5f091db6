"""A small corpus of many scripts with few words, so that clauses often match and scores often tie."""

from __future__ import annotations

import datetime as dt
import random

from search.analysis import terms
from search.documents import analysed, order_keys
from search.engines.base import Document
from search.engines.schema import TEXTS

SENTENCES = (
    "Composition comprising silica from rice husk ash for water treatment",
    "Compressor for a composite rice dryer with solar heating",
    "Processo para obtenção de sílica a partir da casca de arroz",
    "Máy sấy lúa dùng năng lượng mặt trời",
    "เครื่องอบข้าวเปลือกพลังงานแสงอาทิตย์",
    "ເຄື່ອງອົບເຂົ້າພະລັງງານແສງຕາເວັນ",
    "စပါးအခြောက်ခံစက် နေရောင်ခြည် စွမ်းအင်",
    "ម៉ាស៊ីនសម្ងួតស្រូវដោយថាមពលព្រះអាទិត្យ",
    "مُجَفِّفُ الأرز بالطاقة الشمسية",
    "太陽能稻穀乾燥機",
    "सौर ऊर्जा से धान सुखाने की मशीन",
    "Сушилка риса на солнечной энергии",
    "CO₂ 2 2O H2O 𐐷𐐲 ß straße",
)
VOCABULARY = sorted({token.term for sentence in SENTENCES for token in terms(sentence)})
KEYWORDS = {
    "office": ("BR", "VN", "TH", "ID"),
    "kind": ("A1", "A2", "B1", "U"),
    "ipc": ("C", "C01", "C01B", "C01B33", "C01B33/12", "F26B"),
    "applicant_name": ("Acme “Ltd”", "Công ty Ánh Dương", "บริษัท ข้าว"),
}


def corpus(size: int = 150, seed: int = 1) -> list[Document]:
    """Return documents; a tenth of them have no date, a fifth of the fields are empty."""
    chance = random.Random(seed)
    return [_document(f"{chance.choice(KEYWORDS['office'])}-P-{i}", chance) for i in range(size)]


def _document(record_id: str, chance: random.Random) -> Document:
    day = None if chance.random() < 0.1 else dt.date(2000 + chance.randrange(8), 1 + chance.randrange(3), 1)
    filed = None if day is None or chance.random() < 0.2 else day - dt.timedelta(days=chance.randrange(900))
    return Document(
        id=record_id,
        texts={field: _text(chance) for field in TEXTS if chance.random() > 0.2},
        keywords={name: tuple(sorted(chance.sample(values, chance.randrange(3)))) for name, values in KEYWORDS.items()}
        | {"family": (f"family {int(record_id.rpartition('-')[2]) ** 2 % 67}",)},
        dates={"published": (int(f"{day:%Y%m%d}"),)} if day else {},
        keys=order_keys(record_id, day, filed),
    )


def _text(chance: random.Random) -> str:
    """Return a sentence as it is, or words in any order, in one or two passages."""
    if chance.random() < 0.4:
        return analysed([chance.choice(SENTENCES)])
    few = chance.sample(VOCABULARY, 12)
    return analysed([" ".join(chance.choices(few, k=chance.randrange(1, 9))) for _ in range(chance.randrange(1, 3))])
