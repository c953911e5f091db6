"""From values as delivered to rows: what is kept, what becomes comparable, and what is said about the rest."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Delivered, Event, Name, Number, Passage, Related, Symbol
from ingest.normalise.drafts import NotARecord, normalise
from ingest.offices.profiles import Profile, load, profile_of
from ingest.quality import checks
from portal.records.derive import Rows, derive
from portal.records.models import Delivery
from portal.records.settle import settle
from portal.records.store import DELIVERED, Draft

BR = "BR 10 2020 000001-2"
RECEIVED = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)


def delivery() -> Delivery:
    return Delivery(pk=7, name="x.xml", size=1, received_at=RECEIVED)


def delivered(office: str = "BR", number: str = BR, filed: str = "02/01/2020", **fields: Any) -> Delivered:
    values = {"place": "x.xml:3", "as_of": "2020-06-09", **fields}
    return Delivered(office, application=Number(office, number, date=filed), **values)


def made(document: Delivered, profile: Profile | None = None) -> tuple[Draft, list[str]]:
    """The draft of a document, and the codes of what is said about it."""
    draft, problems = normalise(document, profile or load(document.office), delivery())
    return draft, [problem.code for problem in problems]


def paragraphs(*texts: str) -> list[Any]:
    return [{"n": str(n), "t": text, "refs": []} for n, text in enumerate(texts, 1)]


def test_a_document_becomes_a_record_with_everything_beside_it_as_delivered() -> None:
    draft, said = made(delivered(granted_on="2020-06-09"))
    record = draft.record
    assert (record.id, record.right, record.number, record.number_original) == ("BR-P-102020000001", "patent", BR, BR)
    assert (record.filing_date, record.filing_date_original) == (dt.date(2020, 1, 2), "02/01/2020")
    assert record.grant_date == dt.date(2020, 6, 9)
    assert record.sources == {name: ["2020-06-09", 7] for name in DELIVERED}
    assert said == []


@pytest.mark.parametrize(
    ("office", "number", "fields", "record_id"),
    [
        ("BR", "10.2020.000001-5", {}, "BR-P-102020000001"),
        ("BR", "BR 20 2020 000001-0", {}, "BR-U-202020000001"),
        ("BR", BR, {"right": "utility_model"}, "BR-U-102020000001"),
        ("TH", "1803000001", {}, "TH-U-1803000001"),
        ("CO", "NC2019/0004921", {"publications": [Number("CO", "123", "U")]}, "CO-U-NC20190004921"),
        ("CO", "NC2019/0004921", {}, "CO-P-NC20190004921"),
    ],
)
def test_the_right_is_said_by_the_reader_the_number_or_the_kind(
    office: str, number: str, fields: dict[str, Any], record_id: str
) -> None:
    assert made(delivered(office, number, **fields))[0].record.id == record_id


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "NUM-NONE"),
        ("  ", "NUM-NONE"),
        ("--", "NUM-BAD"),
        ("9" * 61, "NUM-BAD"),
        ("2.02317E+11", "NUM-BAD"),
        ("2,02317e+11 ", "NUM-BAD"),
    ],
)
def test_what_has_no_usable_application_number_is_no_record(number: str, code: str) -> None:
    with pytest.raises(NotARecord) as caught:
        made(delivered(number=number))
    assert caught.value.problem.code == code
    assert caught.value.problem.place == "x.xml:3"


# What is delivered → the code of what is said about it
DOUBTFUL: list[tuple[dict[str, Any], str]] = [
    ({"number": "BR 10 2020 000001-4"}, "NUM-CHECK"),
    ({"number": "BR 10 2020 000001-X"}, "NUM-CHECK"),
    ({"filed": "31/02/2020"}, "DATE-FILING"),
    ({"as_of": "soon"}, "DATE-ASOF"),
    ({"granted_on": "1899-12-30"}, "DATE-GRANT"),
    ({"publications": [Number("BR", BR, "A2", "00/00/2020")]}, "DATE-PUB"),
    ({"publications": [Number("BR", "…", "A2")]}, "NUM-PUB"),
    ({"publications": [Number("BR", BR, "A2", "2020-05-01"), Number("BR", BR, "A2", "2020-06-01")]}, "PUB-TWICE"),
    ({"names": [Name("applicant", "Ana", "Nowhere")]}, "PARTY-COUNTRY"),
    ({"events": [Event("999", "Novo", "2020-06-09")]}, "EVENT-UNMAPPED"),
    ({"events": [Event("6.1", "Exigência", "9/9/9")]}, "DATE-EVENT"),
    ({"texts": [Passage("title", "", paragraphs("Forno"))]}, "LANG-NONE"),
    ({"texts": [Passage("title", "000000000", paragraphs("Forno"))]}, "LANG-NONE"),
    ({"texts": [Passage("title", "xx", paragraphs("Forno"))]}, "LANG-NONE"),
    ({"texts": [Passage("title", "por", paragraphs("Forno"))]}, "LANG-CODE"),
    ({"symbols": [Symbol("ipc", "Forno")]}, "CLASS-BAD"),
    ({"related": [Related("priority", Number("US", "?"))]}, "NUM-RELATED"),
    ({"related": [Related("priority", Number("US", "", date="2019-01-02"))]}, "NUM-RELATED"),
    ({"related": [Related("pct_application", Number("WO", ""))]}, "NUM-RELATED"),
    ({"related": [Related("priority", Number("US", "62/123,456", date="x"))]}, "DATE-RELATED"),
]


@pytest.mark.parametrize(("fields", "code"), DOUBTFUL, ids=[code for _, code in DOUBTFUL])
def test_a_doubtful_value_is_said_once_and_the_record_stays(fields: dict[str, Any], code: str) -> None:
    draft, said = made(delivered(**fields))
    assert said == [code]
    assert draft.record.id == "BR-P-102020000001"


@pytest.mark.parametrize(
    ("office", "given", "filed", "record_id", "day", "said"),
    [
        ("VN", "VN 1-2020-04567  05/08/2020", "", "VN-P-1202004567", "2020-08-05", ["NUM-DATE"]),
        ("VN", "1-2020-04567 | 05.08.2020", "06/08/2020", "VN-P-1202004567", "2020-08-06", ["NUM-DATE"]),
        ("BR", "BR 10 2020 000001-2 de 02/01/2020", "", "BR-P-102020000001", "2020-01-02", ["NUM-DATE"]),
        ("IN", "4097/CHENP/2010 A (filed on 2010-07-02)", "", "IN-P-4097CHENP2010", "2010-07-02", ["NUM-DATE"]),
        ("TH", "2563/01/02, 2001000001", "", "TH-P-2001000001", "2020-01-02", ["NUM-DATE"]),
        ("PE", "002345-2019/DIN", "2019-12-30", "PE-P-2019002345", "2019-12-30", []),
        ("PH", "1/2017/501461", "2017-12-30", "PH-P-12017501461", "2017-12-30", []),
    ],
)
def test_a_number_and_a_day_in_one_field_are_read_apart(
    office: str, given: str, filed: str, record_id: str, day: str, said: list[str]
) -> None:
    draft, problems = made(delivered(office, given, filed))
    assert (draft.record.id, str(draft.record.filing_date), problems) == (record_id, day, said)
    assert draft.record.number_original in given


def test_a_check_letter_singapore_does_not_use_is_said_and_kept() -> None:
    draft, said = made(delivered("SG", "11202101998Z"))
    assert said == ["NUM-CHECK"]
    assert (draft.record.id, draft.record.number) == ("SG-P-11202101998Z", "11202101998Z")


def test_claims_numbered_in_the_digits_of_their_script_have_the_numbers_they_are_cited_by() -> None:
    rows: list[Any] = [{"n": n, "t": t, "refs": []} for n, t in (("១", "ឡ"), ("២", "ឡ"), ("3a", "x"), ("", "y"))]
    draft, _ = made(delivered(texts=[Passage("claims", "km", rows)]))
    assert [paragraph["n"] for paragraph in draft.texts[0].paragraphs] == ["1", "2", "3a", ""]


def test_every_row_names_its_record_its_delivery_and_the_day_the_office_published_it() -> None:
    draft, _ = made(
        delivered(
            publications=[Number("BR", BR, "A2", "09/06/2020")],
            texts=[Passage("title", "pt", paragraphs("Forno"))],
            names=[Name("applicant", "Ana", "br")],
            symbols=[Symbol("ipc", "F27B7/00")],
            related=[Related("priority", Number("US", "62/123,456", date="2019-01-03"))],
            events=[Event("3.1", "Publicação", "09/06/2020")],
        )
    )
    assert len(draft.elements) == 6
    day = dt.date(2020, 6, 9)
    assert {(row.record_id, row.delivery_id, row.as_of) for row in draft.elements} == {("BR-P-102020000001", 7, day)}
    assert draft.events[0].date == day
    assert (draft.parties[0].country, draft.related[0].office_code) == ("BR", "US")
    assert (draft.classifications[0].symbol, draft.classifications[0].original) == ("F27B 7/00", "F27B7/00")


@pytest.mark.parametrize(
    ("as_of", "filed", "expected"),
    [("2020-06-09", "02/01/2020", "2020-06-09"), ("", "02/01/2020", "2024-03-01"), ("", "", "2024-03-01")],
)
def test_the_day_of_the_values_is_the_gazettes_else_that_of_arrival(as_of: str, filed: str, expected: str) -> None:
    draft, _ = made(delivered(as_of=as_of, filed=filed, texts=[Passage("title", "pt", paragraphs("Forno"))]))
    assert str(draft.texts[0].as_of) == expected


@pytest.mark.parametrize(("office", "given"), [("TH", "2/1/2563"), ("BR", "02/01/2020"), ("VN", "20200102")])
def test_dates_are_read_by_the_calendar_of_the_office(office: str, given: str) -> None:
    draft, said = made(delivered(office, "1801000001", given))
    assert (draft.record.filing_date, draft.record.filing_date_original) == (dt.date(2020, 1, 2), given)
    assert "DATE-FILING" not in said


@pytest.mark.parametrize(
    ("code", "kind", "expected"),
    [
        ("3.1", "", [("A2", True)]),
        ("3.1", "A8", [("A8", False)]),
        ("16.1", "", [("B1", True)]),
        ("6.1", "", []),
        ("999", "", []),
    ],
)
def test_an_event_that_publishes_brings_its_publication(code: str, kind: str, expected: list[tuple[str, bool]]) -> None:
    draft, _ = made(delivered(events=[Event(code, "Despacho", "2020-06-09", kind=kind)]))
    assert [(row.kind, row.kind_inferred) for row in draft.publications] == expected


@pytest.mark.parametrize(
    ("number", "kinds"),
    [("BR 778899", [("BR 778899", "B1")]), ("", [(BR, "B1")]), (BR, [(BR, "B1")])],
)
def test_an_event_publishes_nothing_that_came_under_a_number_of_its_own(
    number: str, kinds: list[tuple[str, str]]
) -> None:
    own = [Number("BR", number, "B1", "2020-06-09")] if number else []
    draft, _ = made(delivered(events=[Event("16.1", "Concessão", "2020-06-09")], publications=own))
    assert [(row.number, row.kind) for row in draft.publications] == kinds


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (Number("US", "62/123456", date="2022-09-01"), dt.date(2022, 9, 1)),
        (Number("", "PCT/US2021/012345", date="2021-09-01"), dt.date(2021, 9, 1)),
        (Number("TH", "1801000001", date="01/09/2565"), dt.date(2022, 9, 1)),
        (Number("SA", "522432081", date="1443/01/01"), None),
        (Number("ET", "ET/P/2014/00123", date="2014-12-27"), None),
        (Number("", "ET/P/2014/00123", date="2014-12-27"), None),
    ],
)
def test_the_day_of_a_foreign_filing_is_not_of_the_calendar_of_the_office(number: Number, day: dt.date | None) -> None:
    profile = replace(load("BR"), code="ET", calendar="ethiopian")
    draft, said = made(delivered("ET", "ET/P/2015/00200", "", as_of="", related=[Related("priority", number)]), profile)
    assert [row.date for row in draft.related] == [day]
    assert ("DATE-RELATED" in said) == (day is None or number.office == "TH")


def test_an_event_carries_the_offices_words_and_what_the_profile_says_they_mean() -> None:
    (event,) = made(delivered(events=[Event("16.1", "Concessão", "2020-06-09", "nota", "2579")]))[0].events
    assert (event.code, event.name, event.language, event.comment, event.gazette) == ("16.1", "Concessão", "pt", "nota", "2579")  # fmt: skip
    assert (event.name_english, event.category) == (load("BR").events["16.1"].english, "F")


@pytest.mark.parametrize(
    ("before", "code", "influence", "status"),
    [
        ("16.1", "ZZ9", "-", "unknown"),
        ("16.1", "ZZ9", "", "in_force"),
        ("16.1", "ZZ9", "+", "in_force"),
        ("16.1", "25.1", "-", "in_force"),
        ("16.1", "21.6", "-", "ended"),
        ("21.6", "ZZ9", "+", "unknown"),
        ("21.6", "ZZ9", "", "ended"),
        ("21.6", "ZZ9", "-", "ended"),
        ("21.6", "25.1", "+", "ended"),
        ("9.2", "ZZ9", "+", "unknown"),
    ],
)
def test_an_event_for_or_against_the_right_that_no_profile_explains_leaves_the_status_unknown(
    before: str, code: str, influence: str, status: str
) -> None:
    events = [Event(before, "Antes", "2020-06-09"), Event(code, "Algo", "2021-06-09", influence=influence)]
    draft, _ = made(delivered(events=events))
    settle(draft.record, Rows(draft.publications, draft.events), {}, RECEIVED.date())
    assert draft.record.status == status


@pytest.mark.parametrize(
    ("office", "number", "words"),
    [("VN", "1-2015-00200", "Cấp bằng"), ("VN", "1-2015-00200", "PUBB"), ("ID", "P00201907952", "Diberi"), ("ID", "P00201907952", "Didaftar")],
)  # fmt: skip
@pytest.mark.parametrize(("shown", "day"), [(False, dt.date(2020, 6, 9)), (True, None)])
def test_a_grant_is_of_the_day_of_its_event_and_not_of_a_status_shown(
    office: str, number: str, words: str, *, shown: bool, day: dt.date | None
) -> None:
    draft, _ = made(delivered(office, number, events=[Event("", words, "2020-06-09", status=shown)]))
    settle(draft.record, Rows(draft.publications, draft.events), {}, RECEIVED.date())
    assert (draft.record.status, draft.record.grant_date) == ("in_force", day)


@pytest.mark.parametrize(
    ("events", "issued", "status", "granted", "since"),
    [
        ({"STCF": "2020-05-20"}, "2020-06-09", "in_force", "2020-06-09", "2020-06-09"),
        ({"STCF": "2020-05-20"}, "", "in_force", None, None),
        ({}, "1999-06-09", "in_force", "1999-06-09", "1999-06-09"),
        ({"STCF": "2020-06-20"}, "2020-06-09", "in_force", "2020-06-09", "2020-06-09"),
        ({"STCF": "2020-05-20", "FP": "2024-07-15"}, "2020-06-09", "ended", "2020-06-09", "2024-07-15"),
    ],
)
def test_the_united_states_grant_on_the_day_of_the_document_and_not_of_a_status(
    events: dict[str, str], issued: str, status: str, granted: str | None, since: str | None
) -> None:
    papers = [Number("US", "10675432", "B2" if issued > "2001" else "A", issued)] if issued else []
    told = [Event(code, code, day) for code, day in events.items()]
    filed = "2018-01-05" if issued != "1999-06-09" else "1998-01-05"
    draft, _ = made(delivered("US", "15/123456", filed, publications=papers, events=told))
    derive(draft.record, draft.publications, draft.events)
    found = draft.record
    days = [day and day.isoformat() for day in (found.grant_date, found.status_since)]
    assert (found.status, *days) == (status, granted, since)


def test_the_name_of_an_event_read_in_the_wrong_encoding_is_put_right_and_told() -> None:
    draft, codes = made(delivered(events=[Event("16.1", "ConcessÃ£o de Patente", "05/05/2020")]))
    assert (draft.events[0].name, codes) == ("Concessão de Patente", ["TEXT-MOJIBAKE"])


def test_the_same_event_twice_is_one_and_two_that_differ_in_a_comment_are_two() -> None:
    twice = [Event("6.1", "Exigência", "2020-06-09", comment) for comment in ("a", "a", "b")]
    assert [event.comment for event in made(delivered(events=twice))[0].events] == ["a", "b"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (Number("US", "", date="2019-01-05"), "Number of the priority (US of 2019-01-05): none is given."),
        (Number("", " "), "Number of the priority: none is given."),
        (Number("us", "?"), "Number of the priority (US): “?” holds no letter or digit, so it is not a number."),
    ],
)
def test_a_priority_without_a_number_is_told_by_its_country_and_day(number: Number, sentence: str) -> None:
    _, said = normalise(delivered(related=[Related("priority", number)]), load("BR"), delivery())
    assert [problem.sentence for problem in said] == [sentence]


@pytest.mark.parametrize(("office", "told"), [("VN", ["DATE-FILING"]), ("PH", ["DATE-FILING"]), ("TH", [])])
def test_a_year_of_a_calendar_the_office_does_not_use_is_told(office: str, told: list[str]) -> None:
    draft, codes = made(delivered(office, "2101001234", filed="05/08/2564"))
    assert (draft.record.filing_date, codes) == (dt.date(2021, 8, 5), told)


@pytest.mark.parametrize("given", ["2032-08-15", "15/08/2032"])
def test_a_day_long_after_the_receipt_is_no_day_of_the_values_and_is_said(given: str) -> None:
    draft, codes = made(delivered(as_of=given, events=[Event("21.1", "Extinção", given)]))
    assert codes == ["DATE-FUTURE"]
    filed = dt.date(2020, 1, 2)  # the latest day in it
    assert (draft.record.sources["number"][0], draft.published) == (str(filed), None)
    assert [(event.date, event.as_of) for event in draft.events] == [(dt.date(2032, 8, 15), filed)]


@pytest.mark.parametrize(
    ("day", "plans"), [("2024-12-24", True), ("2025-03-01", True), ("2025-03-03", False), ("2032-03-08", False)]
)
def test_what_is_dated_more_than_a_year_after_the_receipt_is_not_planned(day: str, *, plans: bool) -> None:
    grant = delivered(as_of="2024-02-01", granted_on=day, events=[Event("16.1", "Concessão de patente", day)])
    draft, codes = made(grant)
    (event,), (paper,) = draft.events, draft.publications
    settle(draft.record, Rows(draft.publications, draft.events), {}, RECEIVED.date())
    expected = dt.date.fromisoformat(day) if plans else None
    assert (draft.record.planned, draft.record.grant_date, paper.date) == (expected, expected, expected)
    assert (event.date, bool(event.category)) == (dt.date.fromisoformat(day), plans)
    assert (event.name_english, paper.date_original) == ("Patent or certificate of addition granted", day)
    assert codes == ["DATE-FUTURE"] * (0 if plans else 2)


@pytest.mark.parametrize(
    ("as_of", "date", "day", "said"),
    [
        ("2020-06-09", "", None, True),
        ("2020-06-09", "2020-05-05", dt.date(2020, 5, 5), False),
        ("", "", None, True),
        ("", "2020-05-05", dt.date(2020, 5, 5), False),
    ],
)
def test_an_event_nobody_dated_has_no_day_neither_that_of_the_extract_nor_that_of_filing(
    as_of: str, date: str, day: dt.date | None, *, said: bool
) -> None:
    draft, codes = made(delivered(as_of=as_of, events=[Event("6.1", "Exigência", date)]))
    assert [event.date for event in draft.events] == [day]
    assert ("EVENT-DATE" in codes) is said


def test_a_text_keeps_its_language_code_as_delivered() -> None:
    texts = [
        Passage("title", code, paragraphs(text))
        for code, text in (("por", "Forno"), ("en", "Oven"), ("", "Forno a gás"))
    ]
    kept = [(text.language, text.language_original) for text in made(delivered(texts=texts))[0].texts]
    assert kept == [("pt", "por"), ("en", "en")]  # the last is Portuguese by the office, and joins the first


@pytest.mark.parametrize(("given", "day", "said"), [("2040-01-02", dt.date(2040, 1, 2), []), ("", None, []), ("soon", None, ["DATE-EXPIRY"])])  # fmt: skip
def test_the_day_of_expiry_is_kept(given: str, day: dt.date | None, said: list[str]) -> None:
    draft, codes = made(delivered(expires_on=given))
    assert draft.record.expiry_date == day
    assert [code for code in codes if code.startswith("DATE-")] == said


@pytest.mark.parametrize(
    ("publications", "document"),
    [
        ([Number("BR", BR, "A2", "2020-06-09")], "102020000001-A2"),
        ([Number("BR", BR, "A2")], "102020000001-A2"),
        ([Number("BR", BR, "A2", "2018-01-01"), Number("BR", BR, "B1", "2020-06-09")], "102020000001-B1"),
        ([Number("BR", BR, "A2", "2018-01-01")], ""),
        ([], ""),
    ],
)
def test_a_text_stands_in_the_publication_of_its_day(publications: list[Number], document: str) -> None:
    draft, _ = made(delivered(publications=publications, texts=[Passage("title", "pt", paragraphs("Forno"))]))
    assert draft.texts[0].document == document


def test_what_is_passed_on_later_is_as_of_its_publication_and_says_when_it_was_amended() -> None:
    printed = [Number("BR", BR, "A2", "2018-01-01"), Number("BR", BR, "B1", "2020-06-09")]
    title = [Passage("title", "pt", paragraphs("Forno"))]
    draft, _ = made(delivered(as_of="2022-10-27", published="2018-01-01", publications=printed, texts=title))
    assert draft.texts[0].document == "102020000001-A2"
    assert [row.kind for row in draft.publications if row.whole] == ["A2"]
    assert {(row.as_of, row.amended) for row in draft.elements} == {(dt.date(2018, 1, 1), dt.date(2022, 10, 27))}
    assert draft.record.sources["number"] == ["2018-01-01", 7, "2022-10-27"]


def test_two_sets_of_claims_in_one_language_follow_each_other_and_empty_passages_are_none() -> None:
    passages = [Passage("claims", "pt", paragraphs("a", "b")), Passage("claims", "pt", paragraphs("c")), Passage("claims", "en", [])]  # fmt: skip
    (text,) = made(delivered(texts=passages))[0].texts
    assert [paragraph["t"] for paragraph in text.paragraphs] == ["a", "b", "c"]
    assert [paragraph["t"] for paragraph in passages[0].paragraphs] == ["a", "b"]


def test_parts_that_came_as_images_are_noted_at_the_publication() -> None:
    draft, _ = made(
        delivered(publications=[Number("BR", BR, "B1")], texts=[Passage("claims", "pt", [], image_only=True)])
    )
    assert (draft.publications[0].image_only, draft.texts) == (["claims"], [])


def test_parties_count_by_role_and_the_same_symbol_comes_once() -> None:
    names = [Name("applicant", "A"), Name("inventor", "B"), Name("applicant", "C")]
    symbols = [Symbol("ipc", "F27B7/00"), Symbol("ipc", "F27B 7/00"), Symbol("cpc", "F27B7/00")]
    draft, _ = made(delivered(names=names, symbols=symbols))
    assert [(p.role, p.sequence, p.name) for p in draft.parties] == [("applicant", 1, "A"), ("applicant", 2, "C"), ("inventor", 1, "B")]  # fmt: skip
    assert [(c.scheme, c.sequence) for c in draft.classifications] == [("ipc", 1), ("cpc", 1)]


def test_an_office_without_a_profile_is_read_all_the_same() -> None:
    draft, said = made(delivered("KE", "KE/P/2019/3275", "2019-01-02", texts=[Passage("title", "", paragraphs("Kiln"))]),
                       profile_of("KE"))  # fmt: skip
    assert (draft.record.office_id, draft.texts[0].language, said) == ("KE", "en", ["LANG-NONE"])


ODD = st.text(max_size=80) | st.sampled_from([BR, "2020-06-09", "pt", "F27B 7/00", "x" * 500, "१२३", "\u202e"])


@settings(max_examples=150)
@given(st.lists(ODD, min_size=12, max_size=12))
def test_whatever_is_delivered_every_value_fits_its_column(odd: list[str]) -> None:
    a, b, c, d, e, f, g, h, i, j, k, m = odd
    document = delivered(
        filed=a, as_of=b, granted_on=c,
        publications=[Number("BR", d, e, f)],
        texts=[Passage("title", g, paragraphs(h))],
        names=[Name("applicant", h, i, j, k)],
        symbols=[Symbol("ipc", d, e), Symbol("national", h, i)],
        related=[Related("priority", Number(i, d, date=f))],
        events=[Event(k, h, f, m, j)],
    )  # fmt: skip
    draft, _ = made(document)
    for row in (draft.record, *draft.elements):
        for field in row._meta.concrete_fields:
            value = getattr(row, field.attname)
            if field.max_length and isinstance(value, str):
                assert len(value) <= field.max_length, f"{type(row).__name__}.{field.name}"


@pytest.mark.parametrize(("letters", "said"), [(490, []), (2500, ["VALUE-CUT"])])
def test_a_long_value_is_kept_whole_or_its_cut_is_told(letters: int, said: list[str]) -> None:
    words = "x" * letters
    document = delivered(
        names=[Name("applicant", "Ana", "BR", words)],
        events=[Event("A-2-4-F10-F11-nap-GR1", "Concessão", "2020-06-09")],
        symbols=[Symbol("national", "12 " * 30)],
    )
    draft, problems = normalise(document, load("BR"), delivery())
    assert [p.code for p in problems if p.code == "VALUE-CUT"] == said
    assert all("address" in p.sentence and "2,500 letters" in p.sentence for p in problems if p.code == "VALUE-CUT")
    assert draft.parties[0].address == words[:2000]
    assert draft.events[0].code == "A-2-4-F10-F11-nap-GR1"
    assert draft.classifications[0].symbol == " ".join(["12"] * 30)


@given(ODD)
def test_any_application_number_gives_an_id_that_fits_or_is_refused(number: str) -> None:
    try:
        record = made(delivered(number=number))[0].record
    except NotARecord:
        return
    assert record.id.startswith("BR-")
    for name in ("id", "number", "number_original", "number_key"):
        assert len(getattr(record, name)) <= (record._meta.get_field(name).max_length or 0)


# --- languages and encodings -----------------------------------------------------------------------------------------------


def test_a_label_is_corrected_where_the_script_proves_it_and_kept_where_it_does_not() -> None:
    texts = [
        Passage("title", "en", paragraphs("เครื่องอบข้าวเปลือก")),
        Passage("abstract", "en", paragraphs("Сталь и чугун")),
    ]
    draft, said = made(delivered(texts=texts))
    assert [(text.part, text.language) for text in draft.texts] == [("title", "th"), ("abstract", "en")]
    assert said == ["LANG-PROVEN"]


def test_a_misread_text_is_put_right_and_the_finding_keeps_what_was_delivered() -> None:
    texts = [Passage("abstract", "pt", paragraphs("Forno", "FabricaÃ§Ã£o de aÃ§o", "aÃ§Ã£o"))]
    names = [Name("applicant", "JosÃ© da ConceiÃ§Ã£o"), Name("applicant", "Ana")]
    document = delivered(texts=texts, names=names)
    draft, problems = normalise(document, load("BR"), delivery())
    assert [p["t"] for p in draft.texts[0].paragraphs] == ["Forno", "Fabricação de aço", "ação"]
    assert [p["t"] for p in texts[0].paragraphs][1] == "FabricaÃ§Ã£o de aÃ§o"
    assert [party.name for party in draft.parties] == ["José da Conceição", "Ana"]
    assert [(p.code, "Ã" in p.sentence) for p in problems] == [("TEXT-MOJIBAKE", True)] * 2


@pytest.mark.parametrize(
    "name", ["สมชาย ใจดี", "شركة النور", "ကိုအောင်", "សុខ សាន្ត", "ບຸນມີ", "Иванов Иван", "राम कुमार", "Nguyễn Văn Đức", "三菱"]
)
def test_a_name_in_any_script_is_kept_as_delivered_beside_its_latin_form(name: str) -> None:
    draft, said = made(delivered(names=[Name("applicant", name, name_latin="Latin form")]))
    assert [(party.name, party.name_latin) for party in draft.parties] == [(name, "Latin form")]
    assert said == []


@pytest.mark.parametrize(
    ("given", "iso", "said"),
    [
        ("15/03/2562", dt.date(2019, 3, 15), []),
        ("15/03/1441", None, ["DATE-FILING"]),
        ("๑๕/๐๓/๒๕๖๒", dt.date(2019, 3, 15), []),
    ],
)
def test_buddhist_dates_are_converted_and_hijri_ones_flagged_and_never_guessed(
    given: str, iso: dt.date | None, said: list[str]
) -> None:
    draft, codes = made(delivered("TH", "1901001234", given))
    assert (draft.record.filing_date, draft.record.filing_date_original, codes) == (iso, given, said)


@pytest.mark.parametrize(
    ("as_of", "given", "held"),
    [
        ("2020-06-09", [("A2", "2020-06-09", False)], ["A2"]),
        ("2022-01-04", [("A2", "2020-06-09", False), ("B1", "2022-01-04", False)], ["B1"]),
        ("2022-01-04", [("A2", "2020-06-09", True)], []),
        ("2024-05-05", [("A2", "2020-06-09", False), ("B1", "2022-01-04", False)], ["B1"]),
        ("2024-05-05", [("A2", "2020-06-09", False), ("B1", "2022-01-04", True)], ["A2"]),
        ("2022-01-04", [("A2", "", False), ("B1", "2022-01-04", False)], ["A2", "B1"]),
        ("", [("A2", "", False)], ["A2"]),
    ],
)
def test_a_document_is_the_publication_of_its_day_and_only_mentions_the_others(
    as_of: str, given: list[tuple[str, str, bool]], held: list[str]
) -> None:
    numbers = [Number("BR", BR, kind, date, mentioned=mentioned) for kind, date, mentioned in given]
    draft, _ = made(delivered(as_of=as_of, publications=numbers))
    assert [row.kind for row in draft.publications if row.whole] == held
    assert [row.whole for row in draft.publications if row.kind not in held] == [None] * (len(given) - len(held))


@pytest.mark.parametrize(
    ("given", "first"), [("2020-06", "2020-06-01"), ("2020", "2020-01-01"), ("2563-06", "2020-06-01")]
)
def test_a_month_or_year_for_a_day_is_kept_as_delivered_and_told(given: str, first: str) -> None:
    draft, said = made(
        delivered(
            as_of=given,
            filed=given,
            publications=[Number("BR", BR, "A2", given)],
            events=[Event("3.1", "Publicação", given), Event("3.2", "Publicação", given, "seen")],
        )
    )
    assert (draft.record.filing_date, draft.record.filing_date_original) == (None, given)
    assert (draft.publications[0].date, draft.publications[0].date_original) == (None, given)
    assert [(e.date, e.comment) for e in draft.events] == [(None, f"dated {given}"), (None, f"seen; dated {given}")]
    assert {str(row.as_of) for row in draft.elements} == {first}
    assert set(said) == {"DATE-ASOF", "DATE-FILING", "DATE-PUB", "DATE-EVENT"}


ANNULLED = {
    "Anulada a publicação do despacho 8.6 da RPI 2452 de 02/01/2018 por erro": "8.6@2018-01-02",
    "Anulada a publicação código 16.3 na RPI nº 2633 de 22/06/2021 por ter sido indevida.": "16.3@2021-06-22",
    "Cód. 34, Publicado: 25/01/2022": "34@2022-01-25",
    "Referente RPI: 2661 - Cód. 31, Publicado: 04/01/2022, anulado por ter sido publicado o despacho 33.1 na RPI 2663.": "31@2022-01-04",
    "Referente à RPI 2740, de 11/07/2023, cód. 16.1": "16.1@2023-07-11",
    "Referente à RPI 2740 de 11.7.2023 - código 16.1, por ter sido indevida": "16.1@2023-07-11",
    "De 11/07/2023, cód. 16.1": "16.1@2023-07-11",
    "RPI 2740, cód. 16.1": "16.1@2740",
    "Anulado o despacho de concessão (16.1) da RPI 2740": "16.1@2740",
    "Cód. 9.1 da RPI 2701, como já havia um deferimento na RPI 2700 de 04/10/2022.": "9.1@2701",
    "Por ter sido indevida, ver petição 870210104005, de 10/11/2021": "16.1",
}


@pytest.mark.parametrize(("comment", "voids"), ANNULLED.items())
def test_a_correction_voids_the_dispatch_that_its_remark_names_in_any_order(comment: str, voids: str) -> None:
    draft, _ = made(delivered(events=[Event("16.2", "Anulação", "2023-08-01", comment)]))
    assert draft.events[0].voids == voids


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["2020-01-02", "2021-01-02", "2021-01-02"], "abc"),
        (["2021-01-02", "2021-01-02", "2020-01-02"], "cba"),
        (["2021-01-02", "2021-01-02"], "ab"),  # nothing says how it goes
        (["02/01/2022", "02/01/2021", "02/01/2021", "02/01/2020", "02/01/2023"], "edcba"),
        (["2020-01-02", "", "2021-01-02", "2021-01-02"], "abcd"),
        ([], ""),
    ],
)
def test_events_of_a_register_that_begins_with_the_last_are_turned_round(days: list[str], order: str) -> None:
    events = [Event("", name, day) for name, day in zip("abcde", days, strict=False)]
    draft, _ = made(delivered(events=events))
    assert "".join(event.name for event in draft.events) == order


WORDS, IMAGES = Passage("claims", "en", paragraphs("A kiln.")), Passage("claims", "fr", [], image_only=True)


@pytest.mark.parametrize(
    ("texts", "images", "told"),
    [
        ([WORDS], [], []),
        ([IMAGES], ["claims"], []),
        ([WORDS, IMAGES], [], ["TEXT-PARTLY"]),
        ([Passage("claims", "en", paragraphs("A kiln."), pages=True)], [], ["TEXT-PARTLY"]),
        ([Passage("claims", "en", paragraphs("A kiln."), pictures=2)], [], ["TEXT-PICTURES"]),
        ([Passage("abstract", "en", paragraphs("A kiln.")), IMAGES], ["claims"], []),
    ],
)
def test_a_part_is_of_images_only_where_no_words_of_it_came(
    texts: list[Passage], images: list[str], told: list[str]
) -> None:
    draft, said = made(delivered(publications=[Number("BR", BR, "B1", "2020-06-09")], texts=texts))
    assert (draft.publications[0].image_only, said) == (images, told)


@pytest.mark.parametrize(
    ("pictures", "words"),
    [
        (1, "1 of its formulas, tables or figures is a picture,"),
        (1200, "1,200 of its formulas, tables or figures are pictures,"),
    ],
)
def test_how_much_of_a_text_came_as_pictures_is_said(pictures: int, words: str) -> None:
    texts = [Passage("claims", "en", paragraphs("A kiln."), pictures=pictures)]
    _, (problem,) = normalise(delivered(texts=texts), load("BR"), delivery())
    assert problem.sentence == f"The claims came as text, but {words} which cannot be searched."


@pytest.mark.parametrize("office", ["MM", "LK", "KH"])
def test_a_buddhist_year_that_is_counted_otherwise_is_not_converted(office: str) -> None:
    draft, said = made(delivered(office, "12/2020", filed="05/08/2564"), profile_of(office))
    assert (draft.record.filing_date, draft.record.filing_date_original) == (None, "05/08/2564")
    assert "DATE-FILING" in said


@pytest.mark.parametrize(
    ("code", "printed", "kind", "told"),
    [
        ("16.1", "B1", "B1", []),
        ("16.1", "F1", "F1", []),
        ("16.1", "", "B1", []),
        ("16.1", "A2", "B1", ["EVENT-KIND"]),
        ("3.1", "B1", "A2", ["EVENT-KIND"]),
        ("3.1", "E2", "E2", []),
    ],
)
def test_the_kind_printed_is_that_of_what_the_event_publishes(
    code: str, printed: str, kind: str, told: list[str]
) -> None:
    draft, said = made(delivered(events=[Event(code, "Despacho", "2020-06-09", kind=printed)]))
    assert ([(row.kind, row.kind_inferred) for row in draft.publications], said) == ([(kind, kind != printed)], told)


@pytest.mark.parametrize(
    ("own", "day", "kinds"),
    [
        ("A", "2020-06-09", ["A"]),
        ("A2", "2020-06-09", ["A2"]),
        ("A", "2020-06-02", ["A", "A2"]),
        ("B1", "2020-06-09", ["A2", "B1"]),
    ],
)
def test_the_kind_of_an_application_is_none_of_a_publication(own: str, day: str, kinds: list[str]) -> None:
    """DOCDB writes A for any application; what the event publishes that day may stand there under a kind of its own."""
    events = [Event("3.1", "PUBLICATION", "2020-06-09")]
    document = delivered(events=events, publications=[Number("BR", BR, own, day)])
    document.application.kind = "A"
    draft, said = made(document)
    assert (sorted(row.kind for row in draft.publications), said) == (kinds, [])


@pytest.mark.parametrize(("office", "told"), [("BR", []), ("", []), ("WO", []), ("TH", ["NUM-COUNTRY"])])
def test_an_application_number_of_another_office_is_told(office: str, told: list[str]) -> None:
    document = delivered()
    document.application.office = office
    assert made(document)[1] == told


def test_the_number_of_an_international_application_is_of_no_other_office() -> None:
    document = delivered("WO", "PCT/MX2020/000033", publications=[])
    document.application.office = "MX"
    assert "NUM-COUNTRY" not in made(document)[1]


@pytest.mark.parametrize(("name", "code", "language"), [
    ("Registered", "", "en"), ("REGISTERED", "REGISTERED", "en"), ("Application filed", "", "en"), ("Cấp bằng", "Registered", "vi"), ("Filing", "Filed", "vi"),
])  # fmt: skip
def test_the_english_words_for_marks_are_english_at_every_office(name: str, code: str, language: str) -> None:
    document = delivered("VN", "4-2019-00125", right="trademark", events=[Event(code, name, "2020-01-02")])
    assert [event.language for event in made(document)[0].events] == [language]


@pytest.mark.parametrize(("right", "told"), [("patent", ["TEXT-TITLES"]), ("design", [])])
def test_an_invention_has_one_title_in_a_language_and_designs_may_have_several(right: str, told: list[str]) -> None:
    titles = [Passage("title", "pt", paragraphs(words)) for words in ("Forno", "Estufa")]
    draft, said = made(delivered(texts=titles, right=right))
    assert ([text.content for text in draft.texts], said) == (["Forno\nEstufa"], told)


@pytest.mark.parametrize(
    ("comment", "told"), [("Por ter sido indevida.", ["EVENT-VOIDS"]), ("Cód. 16.1 da RPI 2740", [])]
)
def test_an_annulment_that_does_not_say_of_what_is_told(comment: str, told: list[str]) -> None:
    assert made(delivered(events=[Event("22.20", "Anulação", "2020-06-09", comment)]))[1] == told


@pytest.mark.parametrize(
    ("office", "value", "printed", "key", "shown", "told"),
    [
        ("AP", "2020013333", "AP/P/2020/013333", "2020013333", "AP/P/2020/013333", []),
        ("AP", "202013333", "AP/P/2020/013333", "2020013333", "AP/P/2020/013333", ["NUM-FORMS"]),
        ("AP", "2020013333", "AP/P/2020/014444", "2020013333", "2020013333", ["NUM-FORMS"]),
        ("WO", "PCT/IB2022055385", "IB2022/055385", "PCTIB2022055385", "IB2022/055385", []),
    ],
)
def test_two_forms_of_a_number_that_are_not_one_are_told_and_what_is_shown_is_searched(
    office: str, value: str, printed: str, key: str, shown: str, told: list[str]
) -> None:
    document = delivered(office, value, "20200102")
    document.application.printed = printed
    draft, said = made(document, profile_of(office))
    assert (draft.record.number_key, draft.record.number_original, said) == (key, shown, told)


def test_letters_and_marks_that_stand_apart_are_put_together() -> None:
    words = "Phương pháp xử lý nước thải và khí thải trong nông nghiệp"
    apart = unicodedata.normalize("NFD", words)
    event = Event("", unicodedata.normalize("NFD", "Đã cấp"), "2021-08-25")
    document = delivered("VN", "1-2020-00911", "2020-01-06", events=[event], names=[Name("applicant", apart)])
    document.texts = [Passage("title", "vi", paragraphs(apart))]
    draft, _ = made(document)
    assert (draft.texts[0].content, draft.parties[0].name, draft.events[0].name) == (words, words, "Đã cấp")
    assert "LANG-TEXT" not in [problem.code for problem in checks.run(draft, "")]


def test_a_publication_that_is_only_mentioned_without_a_day_is_not_the_one_at_hand() -> None:
    both = [Number("BR", BR, "B1", "2020-06-09"), Number("BR", "112233", "A2", mentioned=True)]
    draft, _ = made(delivered(publications=both, texts=[Passage("title", "pt", paragraphs("Forno"))]))
    assert draft.texts[0].document == "102020000001-B1"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (Number("BR", "112233", "B1", "01/07/2009", mentioned=True), "related"),
        (Number("WO", "WO2009/123456", "A1", "2009-07-01", mentioned=True), "pct_publication"),
        (Number("BR", "112233", "B1", "02/01/2020", mentioned=True), ""),
        (Number("BR", "112233", "B1", mentioned=True), ""),
        (Number("BR", "112233", "B1", "01/07/2009"), ""),
        (Number("BR", BR, "A2", "01/07/2009", mentioned=True), ""),
        (Number("BR", "998877", "A2", "01/07/2009", mentioned=True), ""),
    ],
)
def test_a_publication_older_than_the_filing_is_of_another_file(other: Number, relation: str) -> None:
    draft, said = made(delivered(publications=[Number("BR", "998877", "B1", "2020-06-09"), other]))
    assert [one.relation for one in draft.related] == [relation] * bool(relation)
    assert ("PUB-OLDER" in said, len(draft.publications)) == (bool(relation), 1 if relation else 2)


@pytest.mark.parametrize(
    ("office", "number", "language", "second"),
    [
        ("BR", BR, "", "Forno de acordo com a reivindicação 1."),
        ("LA", "P/2019/000123", "la", "ເຄື່ອງຕອງນ້ຳຕາມຂໍ້ຖືສິດ 1 ທີ່ຊຶ່ງຖ່ານໄມ້ໄຜ່"),
        ("TH", "1901001234", "en", "เครื่องตามข้อถือสิทธิ 1 ที่ซึ่งถ่านไม้ไผ่ถูกเผา"),
    ],
)
def test_claims_whose_language_is_not_that_of_their_label_refer_to_each_other(
    office: str, number: str, language: str, second: str
) -> None:
    draft, _ = made(delivered(office, number, texts=[Passage("claims", language, paragraphs("Forno.", second))]))
    assert [one["refs"] for one in draft.texts[0].paragraphs] == [[], ["1"]]
