"""What is said of the numbers in a query: whose they may be, and which of a list no record has."""

from __future__ import annotations

import datetime as dt

import pytest

from search import indexing, numbers_held, service
from search.answer import EngineDown, Request
from search.engines.base import Engine
from search.query.parser import parse
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db
ANY = ", or of any office that writes it so"
NOBODY = "no office whose records are held is known to write its numbers so"
HELD = "Held are records of Brazil (BR), Chile (CL), Singapore (SG), Thailand (TH) and Viet Nam (VN)."


@pytest.fixture
def records(index: Engine) -> None:
    file_record("VN-P-1201903388")
    file_record("TH-P-1901000123", related=(("priority", "PH", "12019003388"), ("pct_publication", "WO", "2019123456")))
    file_record("CL-P-201901234", published=dt.date(2021, 1, 1))
    file_record("SG-P-10201200049R")
    file_record("BR-P-102012004079")
    indexing.rebuild()


def notes(q: str) -> tuple[str, ...]:
    """Return what is said of the numbers, without what the parser says of the query."""
    return service.search(Request(q)).reading.warnings[len(parse(q).warnings) :]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "sentences"),
    [
        (
            "1-2019-03388",
            [f"“1-2019-03388” was read as a number of Viet Nam or Thailand{ANY}."],
        ),
        (
            "1234-2019",
            [f"“1234-2019” was read as a number of Chile{ANY}."],
        ),
        ("0412/DEL/2015", []),
        ("VN 1-2019-03388", []),
        ("rice NOT 1-2019-03388", []),
        ("rice", []),
        ("2019123456", [f"“2019123456” was read as a number of Singapore{ANY}."]),
        ("cc=TH", []),
        ("cc=JP", [f"No record of Japan is held. {HELD}"]),
        ("rice AND cc=(ZZ OR JP OR TH)", [f"No record of ZZ or Japan is held. {HELD}"]),
        ("rice NOT cc=JP", []),
        ("", []),
        (
            "num=10/345678",
            [f"“10/345678” was read as a number of any office: {NOBODY}."],
        ),
    ],
)
def test_a_number_without_its_office_is_said_to_be_theirs_of_whom_records_are_held(
    q: str, sentences: list[str]
) -> None:
    assert list(notes(q)) == sentences


@pytest.mark.parametrize(
    ("q", "fitting"),
    [
        ("1-2019-03388", "Viet Nam, Thailand, Philippines or OAPI"),
        ("2015/01234", "Chile, South Africa, EAPO"),
        ("1234567", "Malaysia"),
    ],
)
def test_where_nothing_is_known_to_be_held_all_offices_are_named(q: str, fitting: str) -> None:
    [sentence] = numbers_held.notes(parse(q).node, "")
    assert fitting in sentence
    assert "would fit" not in sentence
    codes = numbers_held.fitting(q)
    assert len(codes) == len(set(codes)) == sentence.count(",") + 1


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "last"),
    [
        ("VN1-2019-03388\nBR102012004079", "All 2 numbers of the list are held."),
        (
            "VN1-2019-03388, BR102012004079; BR102012004080",
            "2 of the 3 numbers are held; no record has BR102012004080.",
        ),
        ("PH 1/2019/003388; WO2019/123456", "All 2 numbers of the list are held."),
        (
            "ap=(PH1/2019/003388 VN1-2019-03388)",
            "1 of the 2 numbers is held; PH1/2019/003388 is held as a priority or PCT number.",
        ),
        (
            "pn=(VN1-2019-03388 BR102012004080)",
            "0 of the 2 numbers are held; no record has BR102012004080; VN1-2019-03388 is held as an application number.",
        ),
        ("VN-P-1201903388\nVN-P-1201903389", "1 of the 2 numbers is held; no record has VN-P-1201903389."),
        ("VN-P-1201903388\n10201200049Q", "All 2 numbers of the list are held."),
        ("(VN1-2019-03388 BR102012004079) ti=nothing", "All 2 numbers of the list are held."),
        ("VN1-2019-03388 VN1-2019-03388", ""),
    ],
)
def test_a_list_says_which_of_its_numbers_no_record_has(q: str, last: str) -> None:
    assert (notes(q) or ("",))[-1] == last


@pytest.mark.usefixtures("records")
def test_a_list_as_long_as_a_query_may_be_is_answered() -> None:
    missing = [f"EP{1000000 + n}" for n in range(180)]
    q = "\n".join(["VN1-2019-03388", *missing])
    assert len(q) <= 2000
    answer = service.search(Request(q))
    assert answer.total == 1
    assert answer.reading.warnings[-1] == f"1 of the 181 numbers is held; no record has {', '.join(missing)}."


@pytest.mark.usefixtures("records")
def test_numbers_of_the_same_several_offices_share_a_sentence() -> None:
    guess, _ = notes("1-2019-03388\n1-2019-03389\n1-2019-03390\n1-2019-03391\n1-2019-03392")
    assert guess.startswith(
        "“1-2019-03388”, “1-2019-03389”, “1-2019-03390” and 2 more were each read as a number of Viet Nam"
    )


@pytest.mark.parametrize("relation", ["divided_from", "addition_to"])
def test_the_number_of_a_parent_file_finds_the_records_that_name_it_behind_its_own(
    each_index: Engine, relation: str
) -> None:
    file_record("BR-P-122019020828", related=((relation, "BR", "112013029537"),))
    file_record("BR-P-112013029537")
    indexing.rebuild()
    for q in ("BR 11 2013 029537-6", "num=112013029537"):
        hits = service.search(Request(q)).hits
        assert [hit.record.id for hit in hits] == ["BR-P-112013029537", "BR-P-122019020828"]
    assert hits[1].why[0].places[0].field == "related_number"
    assert service.search(Request("ap=112013029537")).total == 1


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("q", "record"),
    [
        ("BR 10 2012 004079-9", "BR-P-102012004079"),
        ("10201200049Q", "SG-P-10201200049R"),
        ("1234-2019", "CL-P-201901234"),
        ("cl-p-201901234", "CL-P-201901234"),
        ("https://lontar.example/records/CL-P-201901234?q=valve", "CL-P-201901234"),
        ("1-2019-03388", "VN-P-1201903388"),
    ],
)
def test_what_can_be_read_of_a_number_finds_its_record_first(q: str, record: str) -> None:
    assert service.search(Request(q)).hits[0].record.id == record


def test_explain_says_whose_a_number_may_be_with_and_without_an_index(records: None) -> None:
    said = service.explain("1-2019-03388")["warnings"][-1]
    assert "of Viet Nam or Thailand, or of any" in said
    assert "Philippines" not in said


def test_explain_names_all_offices_while_no_index_answers(index: Engine) -> None:
    with pytest.raises(EngineDown):
        service.search(Request("1-2019-03388"))
    assert "Philippines or OAPI, or of any" in service.explain("1-2019-03388")["warnings"][-1]


@pytest.mark.usefixtures("records")
def test_the_office_whose_record_has_the_number_comes_first_though_its_form_is_not_known_so() -> None:
    file_record("EG-P-20181183")
    file_record("PE-P-20150001")
    indexing.rebuild()
    assert notes("20181183") == (f"“20181183” was read as a number of Egypt, Brazil, Peru or Viet Nam{ANY}.",)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("year=2021..", ("2021", "2022")),
        ("year>=2021", ("2021", "2022")),
        ("year=2020..2021", ("2020", "2021")),
        ("year=2021-2022", ("2021", "2022")),
        ("year<2021", ("2019", "2020")),
        ("year=2021", ("2021",)),
    ],
)
def test_years_in_the_query_are_those_of_the_filter(query: str, years: tuple[str, ...]) -> None:
    file_record("CL-P-201901235", published=dt.date(2022, 6, 1))
    indexing.rebuild()
    found, ticked = service.search(Request(query)), service.search(Request(filters={"year": years}))
    assert {hit.record.id for hit in found.hits} == {hit.record.id for hit in ticked.hits} != set()
    assert {*years} <= found.scope.years
