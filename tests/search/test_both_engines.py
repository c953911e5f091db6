"""The portal's own questions, in the languages of its offices, answered by both engines: the same records in the same order."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import indexing, service
from search.answer import FILTERS, Answer, Request
from search.engines import engine
from tests.contract.conftest import opensearch
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db

TITLES = {
    "BR-P": ("pt", ["Secador solar de arroz", "Processo de obtenção de sílica da casca de arroz", "Filtro de água"]),
    "VN-P": ("vi", ["Máy sấy lúa dùng năng lượng mặt trời", "Quy trình sản xuất silic oxit từ vỏ trấu", "Bộ lọc nước"]),
    "TH-P": ("th", ["เครื่องอบข้าวเปลือกพลังงานแสงอาทิตย์", "กรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ", "เครื่องกรองน้ำ"]),
    "EG-P": ("ar", ["مُجَفِّفُ الأرز بالطاقة الشمسية", "طريقة إنتاج السيليكا من قشر الأرز", "مرشح المياه"]),
    "MM-P": ("my", ["စပါးအခြောက်ခံစက် နေရောင်ခြည်သုံး", "စပါးခွံပြာမှ ဆီလီကာ ထုတ်လုပ်သည့် နည်းလမ်း", "ရေစစ်ကိရိယာ"]),
    "KH-U": ("km", ["ឡសម្ងួតស្រូវដោយថាមពលព្រះអាទិត្យ", "ដំណើរការផលិតស៊ីលីកាពីអង្កាម", "ឧបករណ៍ចម្រោះទឹក"]),
    "ID-P": ("id", ["Alat pengering padi tenaga surya", "Metode pembuatan silika dari sekam padi", "Penyaring air"]),
    "CN-P": ("zh", ["太陽能稻穀乾燥機", "稻殼製備二氧化矽的方法", "濾水器"]),
}
ENGLISH = ["Solar rice dryer", "Process for producing silica from rice husk", "Water filter"]
CLAIMS = [
    "A solar dryer for rice comprising a fan.",
    "The process wherein the husk is burnt to ash.",
    "A filter comprising silica.",
]
KINDS = ["A", "A1", "B", "B2", "U"]
IPC = ["F26B 3/28", "C01B 33/12", "C02F 1/28"]
QUERIES = """rice | rice dryer | "rice husk" | ti="rice dryer" | claims=comprising | ab=arroz | dry* | s#l?ca | *lter | fil* NEAR3 silica
rice NEAR2 dryer | husk NEAR5 (ash OR silica) | NOT rice | rice NOT dryer | silica OR filter | (rice OR water) AND NOT husk
ipc=C01B | ipc=C02F1/28 | cc=TH OR cc=VN | rt=utility_model | pd=2015..2018 | ad<2015 | has=claims.en | lang=ar AND silica | year=2016
arroz | sílica | casca de arroz | may say lua | nang luong | vỏ trấu | ข้าวเปลือก | ซิลิกา | เครื่อง* | الأرز | أرز | قشر ارز | السيليكا قشر | طريقة
စပါးခွံ | အခြောက်ခံစက် | ស៊ីលីកា | ទឹក | padi | sekam padi | 太陽能 | 二氧化矽 | 水 | pa=university | in=silva | VN1000011"""


@pytest.fixture
def records(settings: object, tmp_path: Path) -> Iterator[None]:
    for i, (letters, (language, titles)) in enumerate(TITLES.items()):
        for n, title in enumerate(titles):
            for copy in range(2):
                origin = "office" if copy else "machine"
                file_record(
                    f"{letters}-{1000000 + 10 * i + n + 5 * copy}",
                    {
                        ("title", language): [title],
                        ("title", "en", origin): [ENGLISH[n]],
                        ("abstract", language): [f"{title}. {titles[n - 1]}."],
                        ("claims", "en", origin): [CLAIMS[n]] * (1 + (i + n) % 3),
                    },
                    published=dt.date(2013 + (i * n) % 7, 1 + i, 1 + n) if n or copy else None,
                    filing_date=dt.date(2012 + i % 5, 1, 1),
                    kind=KINDS[(i + n) % len(KINDS)],
                    applicants=(f"University of {letters[:2]}",) if copy else ("Ana Silva",),
                    inventors=("Ana Silva",),
                    ipc=(IPC[n],),
                )
    opensearch("unused")
    settings.INDEX_DIR = tmp_path / "index"
    settings.OPENSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"
    for name in ("embedded", "opensearch"):
        settings.SEARCH_ENGINE = name
        indexing.rebuild()
    distributed = engine()
    yield
    for generation in distributed.generations():
        distributed.drop(generation)


def seen(answer: Answer) -> tuple[object, ...]:
    return answer.total, [hit.record.id for hit in answer.hits], answer.facets, [hit.matched for hit in answer.hits]


@pytest.mark.usefixtures("records")
def test_the_same_questions_have_the_same_answers(settings: object) -> None:
    queries = [query.strip() for line in QUERIES.splitlines() for query in line.split("|")]
    assert len(queries) >= 40
    empty = []
    for request in [Request(q, {}, sort, 48) for q in queries for sort in ("relevance", "newest")]:
        answers = []
        for name in ("embedded", "opensearch"):
            settings.SEARCH_ENGINE = name
            answers.append(seen(service.search(request)))
        assert answers[0] == answers[1], request
        empty += [request.q] * (not answers[0][0])
    assert not empty


@pytest.mark.usefixtures("records")
def test_changes_reach_opensearch_too(settings: object) -> None:
    settings.SEARCH_ENGINE = "opensearch"
    file_record("BR-P-77", {("title", "pt"): ["Forno"]})
    indexing.note(["BR-P-77", "BR-P-1000000"])
    before = indexing.status()
    assert indexing.drain() == 2
    assert [hit.record.id for hit in service.search(Request("forno")).hits] == ["BR-P-77"]
    after = indexing.rebuild().name
    assert set(engine().generations()) == {before["generation"], after}
    assert engine().published() == after
    assert indexing.status()["documents"] == indexing.status()["records"] == before["records"]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("name", ["embedded", "opensearch"])
def test_every_facet_counts_what_ticking_its_value_finds(settings: object, name: str) -> None:
    settings.SEARCH_ENGINE = name
    facets = service.search(Request("")).facets
    assert {value.value for value in facets["kind"]} == set(KINDS)
    assert set(facets) == set(FILTERS)
    for facet, values in facets.items():
        assert values, facet
        for value in values:
            ticked = service.search(Request("", {facet: (value.value,)}))
            assert (ticked.total, [one for one in ticked.facets[facet] if one.selected]) == (
                value.count,
                [dataclasses.replace(value, selected=True)],
            ), (facet, value)
