"""Mappings of offices that no other test speaks of: marks of Thailand, answers of Rospatent's search platform, people of Chile."""

import csv
import datetime as dt
import io
import json

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Related, Symbol
from ingest.formats import register_json, tables
from ingest.formats.mapped import STATUS
from ingest.normalise.drafts import normalise
from ingest.offices.profiles import profile_of
from portal.pages.facts import Related as Shown
from portal.records.derive import Rows
from portal.records.models import Delivery
from portal.records.term import set_term

THAI = {
    "trNo": "190125485", "regNo": "211111900", "filDate": "2019/07/05", "regDate": "2021/06/17", "expDate": "2029/07/04", "status": "R", "irnNo": "",
    "owner": [{"name": "โดล", "name_ib": "Dole", "addr": "1 ถนน", "country": "ไทย", "postCode": "10110"}],
    "goodsAndService": [{"class": "32", "products": ["น้ำสับปะรด", "น้ำผลไม้"]}], "image": "https://example.invalid/a.bmp", "viennaCode": ["1.3.1", "1.3.13"],
    "wordIndex": [{"word": "", "first": "S", "readWord": "ซันไชน์"}, {"word": "DOLE", "first": "D", "soundCount": "1"}],
}  # fmt: skip
RUSSIAN = {"total": 1, "available": 1, "hits": [{
    "common": {"publishing_office": "UA", "document_number": "0000012609", "kind": "A", "publication_date": "1997.02.28", "application": {"number": "94107164", "filing_date": "1994.10.06"},
               "classification": {"ipc": [{"fullname": "H01J17/38", "section": "H", "class": "01"}]}},
    "biblio": {"ru": {"title": "ЛАМПА", "inventor": [{"name": "Лов Иван (UA)"}], "applicant": [{"name": "Завод"}]}, "uk": {"title": "ЛАМПА УК"}, "en": {"title": "LAMP", "inventor": [{"name": "Lov Ivan (UA)"}]}},
    "abstract": {"ru": "<p>Текст&nbsp;реферата</p>"}, "claims": {"en": "1. A lamp."}, "id": "UA1", "snippet": {"title": "ЛАМПА"}}]}  # fmt: skip


CHILEAN = "ApplicationNumber,FilingDate,TypeName,Title,Status,LastUpdatedDate,Applicants,Inventors,PCTApplicationDate"


def chilean(**values: str) -> Delivered:
    row = {"ApplicationNumber": "201602123", "FilingDate": "2016-08-23", "TypeName": "Patente de Invención", "Title": "LÁMPARA", "Status": "En trámite",
           "LastUpdatedDate": "2017-06-20", **values}  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerows([CHILEAN.split(","), [row.get(name, "") for name in CHILEAN.split(",")]])
    (found,) = tables.read(Member("t", lambda: io.BytesIO(text.getvalue().encode())), None)
    assert isinstance(found, Delivered)
    return found


def read(value: object) -> Delivered:
    content = json.dumps(value, ensure_ascii=False).encode()
    (found,) = register_json.read(Member("j", lambda: io.BytesIO(content)), None)
    assert isinstance(found, Delivered)
    return found


def test_every_value_of_a_thai_mark_is_taken():
    mark = read(THAI)
    assert (mark.office, mark.right, mark.granted_on) == ("TH", "trademark", "2021/06/17")
    assert mark.expires_on == "2029/07/04"
    assert mark.application == Number("TH", "190125485", date="2019/07/05")
    assert mark.publications == [Number("TH", "211111900", date="2021/06/17")]
    assert [(t.part, t.paragraphs[0]["t"]) for t in mark.texts] == [
        ("title", "DOLE"),
        ("description", "น้ำสับปะรด"),
        ("description", "น้ำผลไม้"),
    ]
    assert mark.names == [Name("owner", "โดล", "", "1 ถนน, 10110, ไทย", "Dole")]
    assert mark.symbols == [Symbol("nice", "32"), Symbol("vienna", "1.3.1"), Symbol("vienna", "1.3.13")]
    assert mark.events == [Event("", "R", "", STATUS, status=True)]
    assert mark.problems == []


def test_every_word_of_a_thai_mark_is_a_title():
    mark = read({**THAI, "wordIndex": [{"word": "DOLE"}, {"word": ""}, {"word": "โดล"}]})
    assert [t.paragraphs[0]["t"] for t in mark.texts if t.part == "title"] == ["DOLE", "โดล"]
    assert mark.problems == []


def test_a_document_of_another_office_is_that_office_s():
    found = read(RUSSIAN)
    assert (found.office, found.as_of) == ("UA", "1997.02.28")
    assert found.application == Number("UA", "94107164", date="1994.10.06")
    assert found.publications == [Number("UA", "0000012609", "A", "1997.02.28")]
    assert [(t.part, t.language, t.paragraphs[0]["t"]) for t in found.texts] == [
        ("title", "ru", "ЛАМПА"), ("abstract", "ru", "Текст реферата"), ("title", "uk", "ЛАМПА УК"), ("title", "en", "LAMP"), ("claims", "en", "1. A lamp."),
    ]  # fmt: skip
    assert found.names == [Name("applicant", "Завод"), Name("inventor", "Лов Иван", "UA")]
    assert found.symbols == [Symbol("ipc", "H01J17/38")]
    assert found.problems == []


def test_the_persons_of_another_language_stand_in_for_those_that_are_not_there():
    answer = json.loads(json.dumps(RUSSIAN))
    people = {"inventor": [{"name": "Lov Ivan (UA)"}, {"name": "Doe Jane"}], "applicant": [{"name": "Plant"}]}
    answer["hits"][0]["biblio"] = {"ru": {"applicant": [{"name": "Завод"}]}, "en": people}
    assert read(answer).names == [
        Name("applicant", "Завод"),
        Name("inventor", "Lov Ivan", "UA"),
        Name("inventor", "Doe Jane"),
    ]


def test_goods_classes_of_figures_and_priorities_of_a_ukrainian_mark_are_taken():
    goods = {"ClassNumber": "33", "ClassificationTermDetails": {"ClassificationTerm": [
        {"ClassificationTermLanguageCode": "uk", "ClassificationTermText": words} for words in ("горілка", "вино")]}}  # fmt: skip
    mark = read([{"obj_type_id": 4, "obj_state": 2, "app_number": "m202100999", "app_date": "2021-01-05", "registration_number": "310999",
        "registration_date": "2022-01-12", "last_update": "2022-02-01", "data": {
            "WordMarkSpecification": {"MarkSignificantVerbalElement": [{"#text": "МАРКА", "@sequenceNumber": "1"}]},
            "MarkImageDetails": {"MarkImage": {"MarkImageCategory": {"CategoryCodeDetails": {"CategoryCode": ["26.01.03", "05.03.11"]}}, "MarkImageColourIndicator": "true"}},
            "GoodsServicesDetails": {"GoodsServices": {"ClassDescriptionDetails": {"ClassDescription": [goods]}}},
            "PriorityDetails": {"Priority": [{"PriorityCountryCode": "PL", "PriorityNumber": "Z-343967", "PriorityDate": "23.07.2008", "PriorityPartialIndicator": False}]}}}])  # fmt: skip
    assert [(t.part, t.paragraphs[0]["t"]) for t in mark.texts] == [
        ("title", "МАРКА"),
        ("description", "горілка"),
        ("description", "вино"),
    ]
    assert mark.symbols == [Symbol("nice", "33"), Symbol("vienna", "26.01.03"), Symbol("vienna", "05.03.11")]
    assert mark.related == [Related("priority", Number("PL", "Z-343967", "", "23.07.2008"))]
    assert mark.problems == []


def test_goods_of_a_mark_of_singapore_stand_by_class_beside_its_device():
    mark = read({"items": [{"applicationNum": "40202104444W", "summary": {"filingDate": "2021-02-01"},
        "markIndex": [{"descrOfDevice": "tiger", "wordsInMark": "TIGERZ", "chineseCharacter": "虎"}],
        "goodsAndServicesSpecifications": [{"classNum": "Class 32", "goodsServices": "Beer; ale."}, {"classNum": "Class 33", "goodsServices": "Gin."}]}]})  # fmt: skip
    assert [(t.part, t.language, t.paragraphs[0]["n"], t.paragraphs[0]["t"]) for t in mark.texts] == [
        ("title", "en", "", "TIGERZ"), ("description", "en", "", "tiger"), ("title", "zh", "", "虎"),
        ("description", "en", "32", "Beer; ale."), ("description", "en", "33", "Gin."),
    ]  # fmt: skip
    assert mark.problems == []


DESIGN = {"applicationNum": "30201900077Q", "priorityDetails": [{"associatedDesignNum": None, "country": "Japan", "priorityClaimsDate": "2018-10-01"}, {"country": "Nowhere", "priorityClaimsDate": "2018-11-02"}],
          "summary": {"applicationNum": "30201900077Q", "classSubClass": "26-05", "filingDate": "2019-03-01"}}  # fmt: skip
HAGUE = {"summary": {"internationalRegistrationNum": "D209999", "locarnoClassSubClass": "03-01", "WIPOPublicationDate": "2021-01-29", "priorityCountry": "European Union", "priorityDate": "2020-02-06"}}  # fmt: skip


@pytest.mark.parametrize(
    ("item", "priorities"),
    [(DESIGN, [("JP", "2018-10-01"), ("", "2018-11-02")]), (HAGUE, [("EU", "2020-02-06")])],
)
def test_a_priority_of_a_design_of_singapore_is_kept_without_its_number(item, priorities):
    found = read({"items": [item]})
    assert [(one.relation, one.number.office, one.number.value, one.number.date) for one in found.related] == [
        ("priority", office, "", day) for office, day in priorities
    ]
    assert found.problems == []


@pytest.mark.parametrize("item", [DESIGN, HAGUE])
def test_each_class_of_a_design_of_singapore_is_one(item):
    key = next(key for key in item["summary"] if key.endswith("lassSubClass"))
    found = read({"items": [{**item, "summary": {**item["summary"], key: "03-01, 02-07"}}]})
    assert found.symbols == [Symbol("locarno", "03-01"), Symbol("locarno", "02-07")]


OLD = {"applicationNum": "200702222-3", "grantAndRenewal": {"grantDate": "2009-01-30"}, "summary": {
    "applicationNum": "200702222-3", "filingDate": "2007-03-01", "dateOfPublication": "2007-09-28", "titleOfInvention": "Tea", "publicationPatentNumForOldApplication": "136020"}}  # fmt: skip


@pytest.mark.parametrize(("own", "numbers"), [("136020", ["136020"] * 2), (None, ["200702222"] * 2)])
def test_an_older_patent_of_singapore_is_published_under_its_own_number(own, numbers):
    answer = {"items": [{**OLD, "summary": {**OLD["summary"], "publicationPatentNumForOldApplication": own}}]}
    draft, _ = normalise(
        read(answer), profile_of("SG"), Delivery(pk=1, received_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    )
    assert [p.number_key for p in draft.publications] == numbers
    assert [p.kind for p in draft.publications] == ["A", "B"]


def test_the_real_answer_agrees_with_the_counts_made_by_another_method():
    path = settings.OFFICE_DATA_DIR / "ru-uk-titles" / "response.json"
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    counts = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["ru-uk-titles"]["response.json"]
    with path.open("rb") as stream:
        found = [
            d
            for d in register_json.read(Member("r", lambda: io.BytesIO(stream.read())), None)
            if isinstance(d, Delivered)
        ]
    assert len(found) == counts["records"]
    offices = {office: sum(d.office == office for d in found) for office in counts["by_office"]}
    assert offices == counts["by_office"]
    titles = {
        lang: sum(t.part == "title" and t.language == lang for d in found for t in d.texts) for lang in counts["titles"]
    }
    assert titles == counts["titles"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("(US) GRONEBERG, ROBERT D.;  RIZZI, JAMES; ZHAO, Q.", ["GRONEBERG, ROBERT D.", "RIZZI, JAMES", "ZHAO, Q."]),
        ("(FR) J. PLANCHER ; O. ROCHE;A. BODE.;", ["J. PLANCHER", "O. ROCHE", "A. BODE."]),
        ("(GB) HOWELL, STEVEN; ]; LITTLE, JULIE.BR.(CL) SOTO, ANA", ["HOWELL, STEVEN", "LITTLE, JULIE", "SOTO, ANA"]),
        ("(99) TORO JAIME&#x06;; ZAPATA SANDRA", ["TORO JAIME", "ZAPATA SANDRA"]),
        ("(CL) O'HIGGINS Y CÍA., LTDA.", ["O'HIGGINS Y CÍA., LTDA."]),
    ],
)
@pytest.mark.parametrize("column", ["Inventors", "Applicants"])
def test_people_in_one_cell_are_parted_however_the_semicolon_is_set(column: str, cell: str, names: list[str]):
    found = chilean(**{column: cell})
    assert [one.name for one in found.names] == names
    assert found.problems == []  # nothing that is not in the form of the mapping


@pytest.mark.parametrize(("pct", "end"), [("2015-02-23", "2035-02-23"), ("", "2036-08-23"), ("-", "2036-08-23")])
def test_the_term_counts_from_the_day_of_an_international_application_without_a_number(pct: str, end: str):
    delivery, profile = Delivery(pk=1, received_at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC)), profile_of("CL")
    draft, findings = normalise(chilean(PCTApplicationDate=pct), profile, delivery)
    assert not set_term(
        draft.record, Rows(related=draft.related), profile.row()["profile"] | {"term": {"patent": [20]}}
    )
    assert (str(draft.record.term_end), draft.record.term_uncertain) == (end, False)
    assert [Shown(row, "").number for row in draft.related] == (["no number given"] if pct[1:] else [])
    assert findings == []
