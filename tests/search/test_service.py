from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import indexing, service
from search.answer import SORTS, EngineDown, Match, Piece, QueryError, Request
from search.engines.base import Engine
from tests.search.filing import file_record, office

pytestmark = pytest.mark.django_db

DRYER = "The dryer according to claim 1, wherein the heat store is filled with silica from rice husk ash."


@pytest.fixture
def records(index: Engine) -> None:
    office("TH", "th", "en")
    office("EP", "en", "de", "fr")
    file_record(
        "TH-P-1",
        {
            ("title", "th"): ["เครื่องอบข้าวเปลือกพลังงานแสงอาทิตย์"],
            ("title", "en", "machine"): ["Solar paddy dryer"],
            ("claims", "th"): ["เครื่องอบข้าวเปลือก", "เครื่องอบตามข้อถือสิทธิ 1"],
            ("claims", "en", "machine"): ["A paddy dryer.", DRYER],
        },
        applicants=("มหาวิทยาลัยเกษตร", "Rice Research Ltd"),
        ipc=("F26B 3/28",),
        published=dt.date(2021, 3, 1),
    )
    file_record(
        "VN-P-2", {("title", "vi"): ["Máy sấy lúa"], ("abstract", "vi"): ["Đường ống dẫn khí nóng."]}, kind="B1"
    )
    file_record(
        "EG-P-3",
        {("title", "ar"): ["مُجَفِّفُ الأَرُزِّ"], ("title", "en"): ["Rice dryer"]},
        published=dt.date(2019, 1, 1),
        filing_date=dt.date(2018, 7, 1),
    )
    file_record("MM-P-4", {("title", "my"): ["စပါးအခြောက်ခံစက်"]}, published=None)
    file_record(
        "BR-U-5",
        {("title", "pt"): ["Secador de arroz"], ("description", "pt"): ["Figura 1: casca de arroz."]},
        filing_date=dt.date(2017, 7, 1),
    )
    file_record(
        "EP-P-6",
        {("title", "fr"): ["Séchoir"], ("title", "de"): ["Trockner"], ("title", "en"): ["Dryer for rice"]},
        inventors=("Jörg Müller", "SILVA, Ana Maria"),
    )
    indexing.rebuild()


def found(q: str, **filters: str | tuple[str, ...]) -> list[str]:
    chosen = {name: (value,) if isinstance(value, str) else value for name, value in filters.items()}
    return sorted(hit.record.id for hit in service.search(Request(q, chosen)).hits)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", ["BR-U-5", "EG-P-3", "EP-P-6", "MM-P-4", "TH-P-1", "VN-P-2"]),
        ("ข้าวเปลือก", ["TH-P-1"]),
        ("อาทิตย์", ["TH-P-1"]),
        ("ခြောက်ခံ", ["MM-P-4"]),
        ("may say lua", ["VN-P-2"]),
        ("duong", ["VN-P-2"]),
        ("مجفف الارز", ["EG-P-3"]),
        ("أرز", ["EG-P-3"]),
        ("وللأرز", []),
        ("للأرز المجفف", ["EG-P-3"]),
        ("အခြောက်ခံစက်", ["MM-P-4"]),
        ("séchoir", ["EP-P-6"]),
        ("rice dryer", ["EG-P-3", "EP-P-6", "TH-P-1"]),
        ('ti="rice dryer"', ["EG-P-3"]),
        ("dry* NEAR2 rice", ["EG-P-3", "EP-P-6"]),
        ("claims=silica", ["TH-P-1"]),
        ("ti=silica", []),
        ("casca", []),
        ("desc=casca", ["BR-U-5"]),
        ("pa=rice", ["TH-P-1"]),
        ("in=muller", ["EP-P-6"]),
        ('in="müller jörg"', ["EP-P-6"]),
        ('in="Ana Maria Silva"', ["EP-P-6"]),
        ('ia="silva ana maria"', ["EP-P-6"]),
        ('in="jörg silva"', []),
        ('in="muller j*"', ["EP-P-6"]),
        ('pa="research rice"', ["TH-P-1"]),
        ("ipc=F26B", ["TH-P-1"]),
        ("cc=VN OR rt=utility_model", ["BR-U-5", "VN-P-2"]),
        ("pd=2021", ["TH-P-1"]),
        ("pd<2020", ["EG-P-3"]),
        ("rice AND NOT pa=rice", ["EG-P-3", "EP-P-6"]),
        ("lang=my", ["MM-P-4"]),
        ("has=claims.en", ["TH-P-1"]),
        ("kd=B", ["VN-P-2"]),
    ],
)
def test_queries_in_many_scripts(q: str, expected: list[str]) -> None:
    assert found(q) == expected


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"office": "VN"}, ["VN-P-2"]),
        ({"right": "utility_model"}, ["BR-U-5"]),
        ({"year": "2019"}, ["EG-P-3"]),
        ({"language": "th"}, ["TH-P-1"]),
        ({"kind": "B1"}, ["VN-P-2"]),
        ({"ipc": "F26B"}, ["TH-P-1"]),
        ({"applicant": "Rice Research Ltd"}, ["TH-P-1"]),
        ({"has": "title.en.machine"}, ["TH-P-1"]),
        ({"status": "ended"}, []),
        ({"office": "TH", "has": "abstract"}, []),
        ({"has": ("title.en.machine", "claims")}, ["TH-P-1"]),
        ({"has": ("title.en.machine", "abstract")}, []),
    ],
)
def test_filters(filters: dict[str, str | tuple[str, ...]], expected: list[str]) -> None:
    assert found("", **filters) == expected


@pytest.mark.usefixtures("records")
def test_a_hit_shows_both_titles_and_what_matched() -> None:
    [hit] = service.search(Request('claims="rice husk" OR เครื่องอบ OR pa=research')).hits
    assert hit.record.id == "TH-P-1"
    assert hit.title == (Piece("เครื่องอบ", marked=True), Piece("ข้าวเปลือกพลังงานแสงอาทิตย์", marked=False))
    assert (hit.title_language, hit.english_origin) == ("th", "machine")
    assert hit.english == (Piece("Solar paddy dryer", marked=False),)
    assert [(match.field, match.label, match.language, match.origin) for match in hit.matched] == [
        ("title", "", "th", "office"),
        ("claims", "1", "th", "office"),
        ("claims", "2", "en", "machine"),
        ("applicant", "", "", "office"),
    ]
    assert [piece.text for match in hit.matched for piece in match.pieces if piece.marked] == [
        "เครื่องอบ",
        "เครื่องอบ",
        "rice husk",
        "Research",
    ]


@pytest.mark.usefixtures("records")
def test_an_office_title_in_english_is_shown_once_and_languages_follow_the_office() -> None:
    hits = {hit.record.id: hit for hit in service.search(Request("rice")).hits}
    assert (hits["EP-P-6"].title_language, hits["EP-P-6"].english_origin) == ("de", "office")
    assert (hits["EG-P-3"].title_language, hits["EG-P-3"].english_origin) == ("ar", "office")
    [only] = service.search(Request("cc=MM")).hits
    assert (only.english, only.english_origin) == ((), "")


@pytest.mark.usefixtures("records")
def test_a_match_is_the_passage_with_most_of_the_query() -> None:
    [hit] = service.search(Request("claims=(dryer AND silica)")).hits
    [match] = hit.matched
    assert isinstance(match, Match)
    assert match.label == "2"
    assert [piece.text for piece in match.pieces if piece.marked] == ["dryer", "silica"]


@pytest.mark.usefixtures("records")
def test_facets_count_without_their_own_filter() -> None:
    answer = service.search(Request("", {"office": ("VN", "XX"), "right": ("patent",)}))
    offices = {value.value: (value.count, value.selected) for value in answer.facets["office"]}
    assert offices == {
        "EG": (1, False),
        "EP": (1, False),
        "MM": (1, False),
        "TH": (1, False),
        "VN": (1, True),
        "XX": (0, True),
    }
    assert [(value.value, value.count, value.selected) for value in answer.facets["right"]] == [("patent", 1, True)]
    assert answer.total == 1


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("name", "value", "shown", "count"),
    [
        ("office", "vn", "VN", 1),
        ("ipc", "f26b 3/28", "F26B3/28", 1),
        ("ipc", "F26", "F26", 1),
        ("kind", "b1", "B1", 1),
        ("kind", "B", "B", 0),
    ],
)
def test_a_ticked_value_is_shown_as_the_index_has_it(name: str, value: str, shown: str, count: int) -> None:
    answer = service.search(Request("", {name: (value,)}))
    assert [(one.value, one.count) for one in answer.facets[name] if one.selected] == [(shown, count)]
    assert answer.total == count


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("q", ["", "rice OR arroz OR secador OR lúa"])
def test_pages_follow_each_other(q: str, sort: str) -> None:
    whole = [hit.record.id for hit in service.search(Request(q, sort=sort)).hits]
    pages, cursor = [], ""
    while True:
        answer = service.search(Request(q, sort=sort, size=2, cursor=cursor))
        pages += [hit.record.id for hit in answer.hits]
        assert answer.total == len(whole)
        cursor = answer.next
        if not cursor:
            break
    assert pages == whole
    if not q:
        dated = {"oldest": ["EG-P-3"], "filed": ["EG-P-3", "BR-U-5"], "filed_oldest": ["BR-U-5", "EG-P-3"]}
        first = dated.get(sort, ["TH-P-1"])
        assert whole[: len(first)] == first
        assert sort.startswith("filed") or whole[-1] == "MM-P-4", "no date comes last"


@pytest.mark.usefixtures("records")
def test_the_reading_and_the_scope_come_with_the_answer() -> None:
    answer = service.search(Request("claims=silica AND cc=TH", {"kind": ("A1",)}))
    assert answer.reading.canonical == "claims=silica AND cc=TH"
    assert "silica" in answer.reading.words
    assert answer.scope.offices == {"TH"}
    assert answer.scope.kinds == {frozenset({"A1"})}
    assert answer.scope.elements == {"claims"}
    assert answer.generation


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("size", [1, 6])
def test_a_page_takes_the_same_few_queries_whatever_its_size(size: int) -> None:
    with CaptureQueriesContext(connection) as queries:
        hits = service.search(Request("", size=size)).hits
        for hit in hits:
            assert hit.record.office.country
            for rows in (hit.record.publications, hit.record.parties, hit.record.classifications, hit.record.texts):
                list(rows.all())
    assert len(hits) == size
    assert len(queries) == 5


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Request("ti=("), "bracket is opened"),
        (Request("rice", cursor="x"), "damaged"),
        (Request("rice", sort="random"), "newest, oldest, filed or filed_oldest"),
        (Request("rice", size=0), "1 to 100"),
        (Request("rice", size=101), "1 to 100"),
        (Request("rice", {"colour": ("red",)}), "no filter “colour”"),
        (Request("rice", {"office": ("X" * 500,)}), "at most"),
        (Request("rice", {"office": tuple(f"X{n}" for n in range(201))}), "at most 200"),
    ],
)
def test_what_cannot_be_asked_is_said(request_: Request, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        service.search(request_)


def test_without_an_index_the_answer_is_how_to_build_one(index: Engine) -> None:
    with pytest.raises(EngineDown, match="index --rebuild"):
        service.search(Request("rice"))


def test_an_index_of_another_form_is_not_searched(index: Engine) -> None:
    index.create("ffffffff-1")
    index.publish("ffffffff-1")
    with pytest.raises(EngineDown, match=r"another version.*index --rebuild"):
        service.search(Request("rice"))


def test_marks_for_the_record_page() -> None:
    marks = service.marks("claims=(dry* NEAR3 silica) OR ti=ข้าว NOT gas")
    assert [piece.text for piece in marks("Dryers with silica gas") if piece.marked] == ["Dryers", "silica"]
    assert [piece.text for piece in marks("เครื่องอบข้าวเปลือก") if piece.marked] == ["ข้าว"]
    assert service.marks("")("rice") == (Piece("rice", marked=False),)


@pytest.mark.usefixtures("records")
def test_a_record_that_left_the_store_is_left_out() -> None:
    from portal.records.models import Record

    Record.objects.get(id="VN-P-2").delete()
    answer = service.search(Request(""))
    assert len(answer.hits) == 5
    assert answer.total == 6


@pytest.mark.usefixtures("records")
def test_explain_names_what_is_excluded() -> None:
    husk = {"node": "text", "field": "text", "text": "husk", "quoted": False, "edits": 0}
    assert service.explain("NOT husk")["tree"] == {"node": "not", "operand": husk}


@pytest.mark.usefixtures("records")
def test_explain_tells_how_a_query_is_asked() -> None:
    told = service.explain("ti=dry* AND pn=BR102012004079 AND pd=2015")
    assert {"canonical", "words", "warnings", "tree", "numbers", "dates", "terms", "engines", "expansions"} < set(told)
    assert told["terms"] == {"title": ["dry*"], "title_en": ["dry*"]}
    assert told["expansions"] == {"title=dry*": 0, "title_en=dry*": 1}
    assert told["dates"] == [{"field": "published", "from": "2015-01-01", "to": "2015-12-31"}]
    assert {"office": "BR", "key": "102012004079", "kind": ""} in told["numbers"]
    assert told["tree"]["nodes"][0] == {"node": "pattern", "field": "title", "pattern": "dry*"}
    assert set(told["engines"]) == {"embedded", "opensearch"}


@pytest.mark.usefixtures("records")
def test_explain_counts_what_the_whole_and_each_part_finds() -> None:
    told = service.explain('"rice dryer" AND lang=th')
    assert told["total"] == 0
    assert [(part["query"], part["total"], part["without"]) for part in told["parts"]] == [
        ('"rice dryer"', 1, 1),
        ("lang=th", 1, 1),
    ]
    assert [part["query"] for part in service.explain('"dryer rice"')["parts"]] == ["dryer", "rice"]
    assert service.explain("rice")["parts"] == []


@pytest.mark.django_db
def test_explain_counts_nothing_while_no_index_answers(index: Engine) -> None:
    told = service.explain("rice AND dryer")
    assert (told["total"], told["parts"]) == (None, None)


@pytest.mark.usefixtures("records")
def test_explain_counts_similar_words_and_stops_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    told = service.explain("ti=dryre~ AND ipc==A61K31/00 AND prd=2015")
    assert told["terms"] == {"title": ["dryre~1"], "title_en": ["dryre~1"]}
    assert told["expansions"] == {"title=dryre~1": 0, "title_en=dryre~1": 1}
    assert told["tree"]["nodes"][0] == {"node": "text", "field": "title", "text": "dryre", "quoted": False, "edits": 1}
    assert told["tree"]["nodes"][1] == {"node": "value", "field": "ipc", "value": "A61K 31/00", "exact": True}
    assert told["dates"] == [{"field": "priority_date", "from": "2015-01-01", "to": "2015-12-31"}]
    assert "fuzzy" in str(told["engines"]["opensearch"])
    monkeypatch.setattr("search.explain._SECONDS", 0.0)
    assert service.explain("ti=dry*")["expansions"] == {"title=dry*": None, "title_en=dry*": None}


@pytest.mark.django_db
def test_agents_priority_dates_exact_classes_and_similar_words_are_found(index: Engine) -> None:
    file_record(
        "BR-P-1",
        {("title", "en"): ["Paddy dryer"]},
        agents=("Souza Advogados",),
        ipc=("A61K 31/00",),
        related=(("priority", "US", "61234567", dt.date(2018, 2, 1)),),
    )
    file_record("BR-P-2", {("title", "en"): ["Paddy drier"]}, ipc=("A61K 31/05",))
    indexing.rebuild()
    expected = {
        "rp=souza": ["BR-P-1"],
        "pa=souza": [],
        "prd=2018": ["BR-P-1"],
        "prd>2018": [],
        "ipc=A61K31": ["BR-P-1", "BR-P-2"],
        "ipc==A61K31/00": ["BR-P-1"],
        "drrier~": ["BR-P-2"],
        "dryer~": ["BR-P-1", "BR-P-2"],
        "ti,pa=drier": ["BR-P-2"],
    }
    found = {q: sorted(hit.record.id for hit in service.search(Request(q)).hits) for q in expected}
    assert found == expected
    [hit] = service.search(Request("drrier~")).hits
    assert [piece.text for piece in hit.english if piece.marked] == ["drier"]
    [hit] = service.search(Request("rp=advogadso~2")).hits
    assert [(match.field, [piece.text for piece in match.pieces if piece.marked]) for match in hit.matched] == [
        ("agent", ["Advogados"])
    ]


def test_explain_needs_no_index(index: Engine) -> None:
    assert service.explain("dry*")["expansions"] is None


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("collapse", ["", "family"])
@pytest.mark.parametrize("stride", [1, 2, 500])
def test_the_place_after_so_many_hits_is_that_of_the_list(
    monkeypatch: pytest.MonkeyPatch, stride: int, collapse: str
) -> None:
    monkeypatch.setattr(service, "_STRIDE", stride)
    request, hits = Request("", sort="oldest", size=1, collapse=collapse), 0
    assert service.place(request, 0) == ""
    while (answer := service.search(request)).next:
        hits += 1
        assert service.place(request, hits) == answer.next
        request = replace(request, cursor=answer.next)
    assert hits > 2
    assert service.place(request, hits + 1) is None
