"""Registers as JSON: records in any envelope, one document or one a line, and JSON that is broken or hostile."""

import io
import json
from collections import Counter

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member, members
from ingest.document import Delivered, Event, Name, Number, Related, Symbol, Unreadable
from ingest.formats import register_json

VN = {
    "application_number": "1-2013-01234", "url": "no image", "type": "PCT national phase SC", "status": "SC Chờ công bố B",
    "application": "VN 1-2013-01234  13.10.2011", "publication": "VN 30001 | A | 27.01.2014", "pct": "PCT/US2011/000001   13.10.2011",
    "wo": "IB WO/ 2012/000001 A1   19.04.2012", "priority": "JP 2010-230610U | 13.10.2010\nUS 61/000,001 | 14.10.2010",
    "ipc": ["B65D 71/18  (2006.01)", "B65D 71/30"], "applicants": ["Example, LLC   : 1 Example Street, Viet Nam"],
    "inventors": ["Ana EXAMPLE   : 2-12-7 Example, Tokyo, Japan"], "agents": ["Công ty Ví dụ   : Hà Nội", "EXAMPLE CO.LTD.", "EXAMPLE CO.LTD."],
    "title_vi": "Hộp", "abstract_vi": "Sáng chế đề xuất hộp.", "cited": "",
    "events": [{"date": "13.10.2011", "name": "Filing", "status": "Filed"}, {"date": "27.01.2014", "name": "PUBA", "status": ""},
               {"date": "09.01.2015", "name": "1151 Lệ phí cấp bằng", "status": ""},
               {"date": "10.01.2015", "name": "TB ghi nhận chuyển giao đơn: CĐ1-2020-00001", "status": ""},
               {"date": "11.01.2015", "name": "TB ghi nhận sửa đơn: SĐ1-2020-00001", "status": "Examined"}],
}  # fmt: skip
ID = {
    "application_number": "S00201000001",
    "patent_number": "IDS000000001",
    "kind": "paten sederhana",
    "title_id": "Kompor",
}
PDKI = {
    "id": "P00201900001", "judul_permohonan": "Lampu", "abstract": "Suatu lampu.", "nomor_publikasi": "2020/00001",
    "nomor_sertifikat": "IDP000000001", "status_permohonan": "(PA) Diberi", "tanggal_penerimaan": "2019-01-02", "tanggal_publikasi": "2020-01-03",
    "tanggal_dimulai_perlindungan": "2019-01-02", "tanggal_berakhir_perlindungan": "2039-01-02",
    "owner": [{"nama_pemegang": "PT Contoh", "alamat_pemegang": "Jakarta", "nationality": "ID"}],
    "inventor": [{"nama_inventor": "Budi", "alamat_inventor": "Bogor"}], "ipc": [{"ipc_full": "F21L 19/00"}],
}  # fmt: skip
UA = {
    "obj_type": "Винаходи", "obj_type_id": 1, "obj_state": 2, "app_number": "a201900001", "app_date": "2019-01-02T00:00:00",
    "registration_number": "120001", "registration_date": "2020-03-04T00:00:00", "last_update": "2021-05-06T07:08:09.123456+03:00",
    "data": {"I_54": [{"I_54.U": "Лампа"}, {"I_54.E": "Lamp"}], "I_71": [{"I_71.N.U": "Приклад", "I_71.N.E": "Example", "I_71.C.U": "UA", "EDRPOU": "1"}],
             "I_72": [{"I_72.N.U": "Іван", "I_72.C.U": "UA"}], "I_73": [{"I_73.N": "Приклад", "I_73.C": "UA"}], "I_74": "Агент",
             "I_98": "Київ", "AB": [{"AB.L": "UA", "AB.T": "Лампа світить."}], "IPC": ["F21L 19/00 (2006.01)"]},
}  # fmt: skip


def read(content: object) -> list[Delivered | Unreadable]:
    given = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(register_json.read(Member("r.json", lambda: io.BytesIO(given)), None))


def test_what_lies_in_a_record_that_lacks_a_key_is_none_by_itself():
    item = {"summary": {"applicationNum": "10201900001S", "filingDate": "2019-03-01", "titleOfInvention": "Tea"}, "applicationNum": "10201900001S"}  # fmt: skip
    prior = {"applicationNum": "9", "country": {"code": "KR"}, "filingDate": "2018-01-01"}
    lacking = {"summary": {"applicationNum": "10201900002Q", "filingDate": "2019-03-02"}, "applicationNum": "10201900002Q", "declarationOfPriority": [prior]}  # fmt: skip
    found = [one for one in read({"items": [item, lacking]}) if isinstance(one, Delivered)]
    assert [one.application.value for one in found] == ["10201900001S", "10201900002Q"]
    assert [one.number.value for one in found[1].related] == ["9"]


def test_values_in_a_list_that_are_no_records_are_told():
    *_, told = read([ID, "x", None, 5, [], {}])
    assert isinstance(told, Unreadable)
    assert (told.problem.code, told.waits) == ("READ-VALUE", False)


def only(content: object) -> Delivered:
    (one,) = read(content)
    assert isinstance(one, Delivered)
    return one


def told(content: object) -> list[tuple[str, str]]:
    return [
        (one.place, one.application.value if isinstance(one, Delivered) else one.problem.code) for one in read(content)
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "; ", " "])
def test_application_and_patent_of_viet_nam_may_stand_in_one_field(between):
    one = only(VN | {"publication": f"VN 1803 | U | 25.08.2015{between}VN 2-0002345 | Y | 26.11.2018"})
    assert one.publications == [
        Number("VN", "1803", "U", "25.08.2015"),
        Number("VN", "2-0002345", "Y", "26.11.2018"),
    ]
    assert one.problems == []


def test_a_record_of_viet_nam_with_every_value():
    one = only(VN)
    assert one.application == Number("VN", "1-2013-01234", date="13.10.2011")
    assert one.publications == [Number("VN", "30001", "A", "27.01.2014")]
    assert (one.as_of, one.right) == ("", "")
    assert one.symbols == [Symbol("ipc", "B65D 71/18", "2006.01"), Symbol("ipc", "B65D 71/30")]
    assert one.names == [
        Name("applicant", "Example, LLC", "VN", "1 Example Street, Viet Nam"),
        Name("inventor", "Ana EXAMPLE", "JP", "2-12-7 Example, Tokyo, Japan"),
        Name("agent", "Công ty Ví dụ", "", "Hà Nội"),
        Name("agent", "EXAMPLE CO.LTD."),
    ]
    assert one.related == [
        Related("priority", Number("JP", "2010-230610U", date="13.10.2010")),
        Related("priority", Number("US", "61/000,001", date="14.10.2010")),
        Related("pct_application", Number("WO", "PCT/US2011/000001", date="13.10.2011")),
        Related("pct_publication", Number("WO", "WO/ 2012/000001", date="19.04.2012")),
    ]
    assert one.events[:5] == [
        Event("", "Filing", "13.10.2011", "Filed"),
        Event("", "PUBA", "27.01.2014"),
        Event("1151", "Lệ phí cấp bằng", "09.01.2015"),
        Event("", "TB ghi nhận chuyển giao đơn", "10.01.2015", "CĐ1-2020-00001"),
        Event("", "TB ghi nhận sửa đơn", "11.01.2015", "Examined; SĐ1-2020-00001"),
    ]
    assert (one.events[5].name, one.events[5].date, one.problems) == ("SC Chờ công bố B", "", [])


def test_two_publications_in_one_field_are_two():
    found = only(VN | {"publication": "VN 1803 | U | 25.08.2015\nVN 2-0002345 | Y | 26.11.2018"}).publications
    assert found == [Number("VN", "1803", "U", "25.08.2015"), Number("VN", "2-0002345", "Y", "26.11.2018")]


@pytest.mark.parametrize(("state", "shown"), [(1, ["1"]), (2, [])])
def test_an_application_of_ukraine_is_shown_as_one(state, shown):
    assert [(e.name, e.date) for e in only(UA | {"obj_state": state}).events if e.status] == [
        (name, UA["last_update"]) for name in shown
    ]


def test_records_of_indonesia_flat_and_as_hits_of_an_index():
    simple = only(ID)
    assert (simple.right, simple.publications) == (
        "utility_model",
        [Number("ID", "IDS000000001", "S", kind_inferred=True)],
    )
    envelope = {
        "took": 5,
        "timed_out": False,
        "hits": {"total": {"value": 1, "relation": "eq"}, "hits": [{"_id": "x", "_source": PDKI}]},
    }
    one = only(envelope)
    assert (one.application, one.place) == (Number("ID", "P00201900001", date="2019-01-02"), "r.json:1#1")
    assert [(p.value, p.kind, p.date) for p in one.publications] == [
        ("2020/00001", "A", "2020-01-03"),
        ("IDP000000001", "B", ""),
    ]
    assert [(n.role, n.name, n.country) for n in one.names] == [
        ("applicant", "PT Contoh", "ID"),
        ("inventor", "Budi", ""),
    ]
    assert (one.events[0].name, one.problems) == ("(PA) Diberi", [])


def test_a_record_of_ukraine_with_every_value():
    one = only({"count": 1, "next": None, "previous": None, "results": [UA]})
    assert (one.right, one.as_of[:10], one.granted_on[:10]) == ("patent", "2021-05-06", "2020-03-04")
    assert [(t.part, t.language, t.paragraphs[0]["t"]) for t in one.texts] == [
        ("title", "uk", "Лампа"), ("title", "en", "Lamp"), ("abstract", "UA", "Лампа світить."),
    ]  # fmt: skip
    assert one.publications == [Number("UA", "120001", "C2", "2020-03-04T00:00:00", kind_inferred=True)]
    assert [(n.role, n.name, n.name_latin, n.country) for n in one.names] == [
        ("applicant", "Приклад", "Example", "UA"), ("inventor", "Іван", "", "UA"), ("owner", "Приклад", "", "UA"), ("agent", "Агент", "", ""),
    ]  # fmt: skip
    assert (one.symbols, one.problems) == ([Symbol("ipc", "F21L 19/00", "2006.01")], [])


def test_a_topography_of_ukraine_is_no_right_of_the_store():
    assert told(UA | {"obj_type_id": 3}) == [("r.json:1", "READ-RIGHT")]


@pytest.mark.parametrize(("state", "shown"), [(1, ["1"]), (2, []), (3, ["3"])])
def test_the_register_of_ukraine_shows_an_application_and_of_a_title_not_whether_it_is_in_force(
    state: int, shown: list[str]
) -> None:
    record = UA | {"obj_state": state, "last_update": "2021-01-01T10:00:00"}
    one = only({"count": 1, "next": None, "previous": None, "results": [record]})
    assert [event.name for event in one.events if event.status] == shown
    assert [problem.code for problem in one.problems] == []


PARTY = {"FormattedNameAddress": {"Address": {"AddressCountryCode": "UA", "FreeFormatAddress": {"FreeFormatAddressLine": "Київ"}},
         "Name": {"FreeFormatName": {"FreeFormatNameDetails": {"FreeFormatNameLine": "Іван"}, "NameKind": "individual"}}}}  # fmt: skip


def test_a_design_and_a_mark_of_ukraine():
    base = {key: value for key, value in UA.items() if key != "data"}
    designer = {"DesignerAddressBook": PARTY, "DesignerSequenceNumber": 1, "Publicated": True}
    design = only(
        base | {"obj_type_id": 6, "data": {"DesignTitle": "Лампа", "DesignerDetails": {"Designer": [designer]}}}
    )
    assert (design.right, design.names) == ("design", [Name("inventor", "Іван", "UA", "Київ")])
    word = {"MarkSignificantVerbalElement": [{"#text": "ЛАМПА", "@sequenceNumber": "1"}]}
    mark = only(
        base
        | {
            "obj_type_id": 4,
            "data": {"WordMarkSpecification": word, "MarkImageDetails": {"MarkImage": {"MarkImageFilename": "b"}}},
        }
    )
    assert (mark.right, mark.texts[0].paragraphs[0]["t"]) == ("trademark", "ЛАМПА")
    assert design.problems + mark.problems == []


@pytest.mark.parametrize(("data", "titles"), [({}, [0, 1, 0]), ({"MarkImageDetails": {"MarkImage": {}}}, [0, 1, 0])])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_mark_of_a_figure_alone_is_one_too(data, titles, place):
    word = {"WordMarkSpecification": {"MarkSignificantVerbalElement": [{"#text": "ЛАМПА"}]}}
    marks = [UA | {"obj_type_id": 4, "app_number": f"m20210000{n}", "data": data} for n in range(3)]
    marks[1] |= {"data": data | word}
    found = read({"count": 3, "results": marks[place:] + marks[:place]})
    assert sorted(
        (one.application.value, one.right, len(one.texts)) for one in found if isinstance(one, Delivered)
    ) == [(f"m20210000{n}", "trademark", titles[n]) for n in range(3)]


def test_a_record_without_its_number_is_one_beside_others_as_alone():
    one = UA | {"obj_type_id": 4, "app_number": "m202100001", "data": {}}
    none = {key: value for key, value in one.items() if key != "app_number"} | {"registration_number": "1234"}
    for records in ([one, none], [none, one], [none]):
        numbers = [each.application.value for each in read({"results": records}) if isinstance(each, Delivered)]
        assert numbers == [each.get("app_number", "") for each in records]


LINES = b"\n".join(json.dumps(ID | {"application_number": f"S0020100000{n}"}).encode() for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (LINES, ["r.json:1", "r.json:2", "r.json:3"]),
        (b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\r\n\r\n"), ["r.json:1", "r.json:3", "r.json:5"]),
        (b"[" + LINES.replace(b"\n", b",") + b"]", ["r.json:1#1", "r.json:1#2", "r.json:1#3"]),
        (b"[\n" + LINES.replace(b"\n", b",\n") + b"\n]", ["r.json#1", "r.json#2", "r.json#3"]),
        (json.dumps({"items": [ID, ID, ID], "count": 3}, indent=1).encode(), ["r.json#1", "r.json#2", "r.json#3"]),
    ],
)
def test_one_document_or_one_a_line(content, places):
    found = read(content)
    assert all(isinstance(one, Delivered) for one in found)
    assert [one.place for one in found] == places
    assert register_json.told(content).name == "id-records"


def test_a_line_that_is_broken_goes_to_quarantine_and_the_rest_is_read():
    lines = LINES.split(b"\n")
    found = read(b"\n".join([lines[0], lines[1][:-9] + b"}", lines[2]]))
    assert [isinstance(one, Delivered) for one in found] == [True, False, True]
    assert isinstance(found[1], Unreadable)
    assert (found[1].problem.code, found[1].content.strip()) == ("READ-JSON", lines[1][:-9] + b"}")


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"[", ["READ-JSON"]),
        (b"{", ["READ-JSON"]),
        (b'{"a": "\xff"}', ["READ-JSON"]),
        ('{"a": "é"}'.encode("utf-16"), ["READ-JSON"]),
        (b"[" * 100_000, ["READ-JSON"]),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ["READ-JSON"]),
        (b"[" * 300 + b"]" * 300, ["READ-DEEP"]),
        (b"{}", ["READ-OTHER"]),
        (b"[]", ["READ-OTHER"]),
        (b"5", ["READ-OTHER"]),
        (b'{"error": "no such day"}', ["READ-OTHER"]),
        (b'{"notice": "x"}', ["READ-NEW", "READ-OTHER"]),
        (json.dumps(ID | {"title_id": "a\x00b"}).encode(), ["READ-BYTES"]),
        (json.dumps(ID | {"title_id": "\ud800"}).encode(), ["READ-BYTES"]),
        (json.dumps(ID | {"kind": "merek"}).encode(), ["READ-RIGHT"]),
    ],
)
def test_json_that_is_broken_hostile_or_of_something_else(content, codes):
    found = read(content)
    assert sorted(one.problem.code for one in found if isinstance(one, Unreadable)) == sorted(codes)
    assert len(found) == len(codes)


def test_documents_and_records_have_limits(monkeypatch):
    monkeypatch.setattr(register_json, "RECORD", 10)
    assert told(ID | {"x": ["y"] * 20}) == [("r.json:1", "READ-MANY")]
    monkeypatch.setattr(register_json, "DOCUMENT", 60)
    assert [code for _, code in told(json.dumps(ID, indent=1).encode())] == ["READ-JSON"]
    assert "READ-JSON" in [code for _, code in told(LINES)]


def test_numbers_stay_as_written_and_keys_that_come_twice_are_told():
    content = json.dumps(ID)[:-1].encode() + b', "n": 1e400, "m": 0.10, "title_id": "Lampu", "nan": NaN, "b": true}'
    one = only(content)
    assert one.texts[0].paragraphs[0]["t"] == "Kompor"
    assert [p.sentence.split()[4] for p in one.problems if p.code == "READ-NEW"] == ["n", "m", "title_id", "nan", "b"]
    assert [p.sentence for p in one.problems if p.code != "READ-NEW"] == [
        "NaN in nan is no value and was taken as empty."
    ]


@pytest.mark.parametrize("said", ["NaN", "Infinity", "-Infinity"])
def test_what_json_has_no_number_for_is_no_title_and_is_told(said):
    (found,) = read(json.dumps({**ID, "title_id": 0}).replace('"title_id": 0', f'"title_id": {said}').encode())
    assert not [passage for passage in found.texts if passage.language == "id"]
    assert f"{said} in title_id is no value and was taken as empty." in [p.sentence for p in found.problems]


def test_keys_around_the_records_are_told_once():
    found = read({"items": [ID, ID], "licence": "CC0", "lodgement_date": "2020-01-20"})
    assert [one.problem.sentence for one in found if isinstance(one, Unreadable)] == [
        "The column or key licence is new to this reader and was not used."
    ]


def test_new_keys_around_records_without_end_are_told_up_to_a_limit():
    found = read({f"k{n}": "x" for n in range(register_json.AROUND + 50)} | {"items": [ID]})
    assert len(found) == register_json.AROUND + 1


@pytest.mark.parametrize("broken", [b'{"a": 1', b'{"a" "b"}x', b'{"a": 1}}, ', b'\xef\xbb\xbf{"x": "'])
def test_a_first_line_that_is_broken_takes_no_other_with_it(broken):
    found = read(broken + b"\n" + LINES + b"\n" + broken + b"\n")
    assert [what for _, what in told(broken + b"\n" + LINES)] == ["READ-JSON", *(what for _, what in told(LINES))]
    assert [one.place for one in found] == [f"r.json:{n}" for n in (1, 2, 3, 4, 5)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[{a: 1}]", "a key in double quotation marks is missing, in line 1 at letter 3."),
        (b'[{"a": \n}]', "a value is missing, in line 2 at letter 1."),
        (b'[{"a": 1 "b"}]', "a comma is missing, or a bracket that closes, in line 1 at letter 10."),
        (b'[{"a" 1}]', "a colon is missing after a key, in line 1 at letter 7."),
        (b'{"a": 1} x', "something stands behind its end, in line 1 at letter 10."),
        (b'{"a": "1', "a quotation mark is not closed, in line 1 at letter 7."),
        (b'{"a": "\\x"}', "a backslash stands before what needs none, in line 1 at letter 8."),
        (b'{"a": "\t"}', "a line break or control character stands within a text, in line 1 at letter 8."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_project_s_words(content, said):
    (found,) = read(content)
    assert isinstance(found, Unreadable)
    assert found.problem.sentence == f"It is not JSON: {said}"


@pytest.mark.parametrize("head", [b"", b"{}", b"x" + LINES, b"\x00", b'{"title_id": 1', b'["application_number"]'])
def test_other_files_are_told_as_nobody_s(head):
    assert register_json.told(head) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ID, *PDKI, "x"]), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@given(json_values)
def test_any_json_is_read_or_refused(value):
    assert read(json.dumps(value).encode())


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(content):
    read(b'{"' + content)


# --- the offices' own ----------------------------------------------------------------------------------------------


def real(folder: str, name: str) -> tuple[list[Delivered], dict[str, object]]:
    path = settings.OFFICE_DATA_DIR / folder / name
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    found = list(register_json.read(next(members(path)), None))
    assert all(isinstance(one, Delivered) for one in found)
    said = [problem.sentence for one in found if isinstance(one, Delivered) for problem in one.problems]
    assert all(one.startswith("Left, as there is no name with it: “200 CANTONMENT ROAD") for one in said)
    expected = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())[folder][name]
    return [one for one in found if isinstance(one, Delivered)], expected


@pytest.mark.parametrize(
    ("own", "written", "number", "date", "said"),
    [
        ("1-2020-04567", "VN 1-2020-04567  05/08/2020", "1-2020-04567", "05/08/2020", []),
        ("1-2020-04567", "1-2020-04567 (2020-08-05", "1-2020-04567", "2020-08-05", []),
        ("1-2020-04567", "VN 1-2020-04567", "1-2020-04567", "", []),
        ("1-2020-04567", "", "1-2020-04567", "", []),
        ("1-2020-04567", None, "1-2020-04567", "", []),
        ("", "VN 1-2020-04567  05.08.2020", "1-2020-04567", "05.08.2020", []),
        ("1-2020-04567", "VN 1-2020-04576  05.08.2020", "1-2020-04567", "05.08.2020", ["READ-VALUE"]),
    ],
)
def test_the_number_of_its_own_field_goes_before_that_beside_the_day(own, written, number, date, said):
    one = only({**VN, "application_number": own, "application": written})
    assert one.application == Number("VN", number, date=date)
    assert [problem.code for problem in one.problems] == said


@pytest.mark.parametrize("folder", ["vn-ipvn", "id-dgip"])
def test_the_real_registers_agree_with_the_counts_made_by_another_method(folder):
    found, expected = real(folder, "patents.jsonl")
    events = [event for one in found for event in one.events if "register showed" not in event.comment]
    assert {
        "records": len(found),
        "application_numbers": len({one.application.value for one in found}),
        "by_number_series": dict(Counter(one.application.value[0] for one in found)),
        "events": len(events),
        "events_without_date": sum(not event.date for event in events),
        "ipc_symbols": sum(len(one.symbols) for one in found),
        "ipc_distinct": len({s.value for one in found for s in one.symbols}),
        "records_without_abstract": sum(len(one.texts) < 2 for one in found),
    }.items() <= expected.items()


def test_the_real_replies_of_singapore_hold_four_records_of_three_rights():
    found, expected = real("sg-ipos", "api_responses.json")
    declared = [part["items"] for part in expected.values() if isinstance(part, dict)]
    assert Counter(one.right for one in found) == {"design": 2, "patent": 1, "trademark": 1}
    assert len(found) == sum(declared)
    events = [event for one in found for event in one.events if event.code]
    assert len(events) == sum(part["events"] for part in expected.values() if isinstance(part, dict))
