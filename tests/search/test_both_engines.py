"""The portal's own questions, in the languages of its offices, answered by both engines: the same records in the same order."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.records.models import Record
from search import indexing, service
from search.answer import FILTERS, Answer, Request
from search.documents import documents
from search.engines import engine
from search.engines.base import Engine
from search.query.parser import parse
from search.resolve import resolve
from tests.contract.conftest import opensearch
from tests.contract.evaluator import Evaluator
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
arroz | sílica | casca de arroz | may say lua | nang luong | vỏ trấu | ข้าวเปลือก | ซิลิกา | เครื่อง* | ซิลิก* | กรรมวิ* | *ลิกา | ข้าวเปล* NEAR3 พลังง* | الأرز | أرز | قشر ارز | السيليكا قشر | طريقة
စပါးခွံ | အခြောက်ခံစက် | *လီကာ | အခြောက်ခ* | ស៊ីលីកា | ទឹក | padi | sekam padi | 太陽能 | 二氧化矽 | *氧化矽 | 太陽能* | 水 | pa=university | in=silva | in="silva ana" | ia="Silva, Ana" NOT cc=TH | VN1000011"""


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
    opensearch()
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
    for request in [Request(q, {}, sort, 48) for q in queries for sort in ("relevance", "newest", "filed")]:
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
def test_a_title_with_the_words_as_typed_comes_first(settings: object) -> None:
    titles = ["Husk of rice, drying", "A long title on how rice husk may be had", "Rice and husk", "Dryer"]
    for n, title in enumerate(titles):
        file_record(f"BR-P-300000{n}", {("title", "en"): [title], ("abstract", "en"): ["rice husk in the abstract"]})
    for settings.SEARCH_ENGINE in ("embedded", "opensearch"):
        indexing.rebuild()
        for q, first in {"rice husk": 1, "ti=(rice husk may)": 1, "husk rice": 2, "rice drying": 0}.items():
            found = [hit.record.id for hit in service.search(Request(q, {"office": ("BR",)})).hits]
            ours = [record_id for record_id in found if record_id.startswith("BR-P-3")]
            assert ours[0] == f"BR-P-300000{first}", (settings.SEARCH_ENGINE, q, found)


@pytest.fixture
def citing(records: None) -> None:
    """File records that cite the numbers of others, all newer than those."""
    cited = (("priority", "VN", "1000010"), ("pct_publication", "WO", "2015012345"))
    file_record("TH-P-2000001", published=dt.date(2024, 1, 1), related=cited)
    file_record("ID-P-2000002", published=dt.date(2024, 1, 2), related=cited)
    file_record("WO-P-2015012345", published=dt.date(2015, 1, 1))


OWN_FIRST = {
    "VN1000010": ["VN-P-1000010", "ID-P-2000002", "TH-P-2000001"],
    "1000010": ["VN-P-1000010", "ID-P-2000002", "TH-P-2000001"],
    "num=91000015": ["VN-P-1000015"],
    "pr=VN1000010": ["ID-P-2000002", "TH-P-2000001"],
    "WO2015/012345": ["WO-P-2015012345", "ID-P-2000002", "TH-P-2000001"],
    "cc=ID OR VN1000010": ["VN-P-1000010"],
    "vn-p-1000010": ["VN-P-1000010", "ID-P-2000002", "TH-P-2000001"],
    "https://lontar.example/records/VN-P-1000010?q=rice": ["VN-P-1000010", "ID-P-2000002", "TH-P-2000001"],
    "VN1000010\nTH2000001; BR 10 2012 004079-9": ["TH-P-2000001", "VN-P-1000010", "ID-P-2000002"],
}


@pytest.mark.usefixtures("citing")
def test_a_records_own_number_comes_before_a_cited_one(settings: object) -> None:
    plain = Evaluator(documents(Record.objects.values_list("id", flat=True)))
    for settings.SEARCH_ENGINE in ("embedded", "opensearch"):
        indexing.rebuild()
        for q, expected in OWN_FIRST.items():
            found = [hit.record.id for hit in service.search(Request(q)).hits]
            assert found[: len(expected)] == expected, (settings.SEARCH_ENGINE, q)
            assert found == [record_id for _, record_id in plain.ranked(resolve(parse(q).node))][:20], q
        notes = service.search(Request("1000010; 91000015, 2012345678")).reading.warnings
        whose = [note.partition(" of ")[2].partition(", or of any office")[0] for note in notes[1:4]]
        assert whose == ["Viet Nam, Brazil or WIPO", "Viet Nam or WIPO", "WIPO"]
        assert notes[-1] == "2 of the 3 numbers are held; no record has 2012345678.", settings.SEARCH_ENGINE


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


@pytest.mark.parametrize(
    "q", ["claims=(fan NEAR50 husk)", "claims=(fan ADJ2 the)", 'claims="fan the"', "ti=(dryer ADJ9 solar)"]
)
def test_nothing_stands_near_what_another_passage_holds(each_index: Engine, q: str) -> None:
    claims = ["A solar dryer comprising a fan.", "The dryer of claim 1 for husk."]
    file_record("BR-P-1", {("title", "en"): ["Solar dryer", "Solar dryer"], ("claims", "en"): claims})
    indexing.rebuild()
    assert service.search(Request(q)).total == 0
    assert service.search(Request("ti=(solar ADJ1 dryer) AND claims=(dryer ADJ5 husk)")).total == 1
