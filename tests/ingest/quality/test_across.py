"""What only shows between documents: shared publications, copied texts, a common limit; and notes made once for all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ingest.document import Problem
from ingest.quality import across
from portal.records.models import Delivery, LegalEvent, Record
from portal.records.store import Draft, store
from tests.factories.records import delivery
from tests.factories.records import draft as stored_draft
from tests.ingest.quality.rows import document, publication, text, title

LONG = "Um forno solar que seca arroz com o calor do sol e sem outra fonte de energia. "


def numbered(*drafts: Draft) -> list[Draft]:
    for n, draft in enumerate(drafts):
        draft.record.id = f"{draft.record.office_id}-P-{n}"
    return list(drafts)


def codes(drafts: list[Draft]) -> list[tuple[int, str]]:
    return [(place, problem.code) for place, problem in across.run(drafts)]


def abstract(words: str, office: str = "BR") -> Draft:
    return document(texts=[title("x"), text("abstract", words)], publications=[], office=office)


@pytest.mark.django_db
def test_a_publication_of_two_records_is_told_of_the_later_one() -> None:
    two = numbered(document(publications=[publication(number="9")]), document(publications=[publication(number="9")]))
    (said,) = across.run(two)
    assert (said[0], said[1].code, said[1].severity) == (1, "PUB-SHARED", "error")
    assert said[1].sentence == "The publication 9 A2 stands at BR-P-0 too."


@pytest.mark.django_db
def test_a_publication_already_held_of_another_record_is_told(django_assert_num_queries: Any) -> None:
    held = stored_draft("BR-P-102020000001", delivery(), publications=(("A2", "2021-06-01"),))
    store([held])
    number = held.publications[0].number_key
    new = [document(publications=[publication(number=number)])]
    with django_assert_num_queries(2):  # one more for the grants of the record
        assert [problem.sentence for _, problem in across.run(new)] == [
            f"The publication {number} A2 stands at BR-P-102020000001 too."
        ]
    new[0].record.id = "BR-P-102020000001"
    assert codes(new) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("held", "came", "told"),
    [
        (("B1", "111"), [("B1", "222")], ["It is granted as no. 222 B1 and as no. 111 B1."]),
        (("A2", "111"), [("B1", "222")], []),
        (("B1", "111"), [("B2", "111"), ("B1", "0111"), ("B8", "222")], []),
        (("A2", "9"), [("B1", "111"), ("B1", "222")], ["It is granted as no. 222 B1 and as no. 111 B1."]),
        (("B1", "111"), [("B1", "102020000001")], []),  # the number of the application, as an event announces a grant
        (("B1", "102020000001"), [("B1", "222")], []),
    ],
)
def test_an_application_has_one_grant(held: tuple[str, str], came: list[tuple[str, str]], told: list[str]) -> None:
    first = stored_draft("BR-P-1", delivery(), publications=((held[0], "2021-06-01"),))
    first.publications[0].number_key, first.publications[0].number = held[1], f"no. {held[1]}"
    store([first])
    new = document(publications=[publication(kind, number=number) for kind, number in came])
    for one in new.publications:
        one.number = f"no. {one.number_key}"
    assert [problem.sentence for _, problem in across.run([new]) if problem.code == "GRANT-TWICE"] == told


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("held", "came", "told"),
    [
        (("B1", "2021-06-01"), [("A2", "2022-06-01")], 1),
        (("B1", "2021-06-01"), [("A2", "2021-06-01"), ("A8", "2022-06-01")], 0),
        (("A2", "2021-06-01"), [("B1", "2022-06-01")], 0),
        (("A8", "2021-06-01"), [("B1", "2022-06-01"), ("A2", "2022-06-02")], 1),
    ],
)
def test_an_application_is_published_before_its_grant(
    held: tuple[str, str], came: list[tuple[str, str]], told: int
) -> None:
    store([stored_draft("BR-P-1", delivery(), publications=(held,))])
    new = document(publications=[publication(*one) for one in came])
    assert codes([new]).count((0, "PUB-ORDER")) == told


@pytest.mark.django_db
@pytest.mark.parametrize("other", [{"right": "design"}, {"office": "VN"}, {"kind": "B1"}])
def test_another_right_office_or_kind_is_another_publication(other: dict[str, str]) -> None:
    row = publication(other.pop("kind", "A2"), number="9")
    assert (
        codes(numbered(document(publications=[publication(number="9")]), document(publications=[row], **other))) == []
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("drafts", "told"),
    [
        ([abstract(LONG)] * 2, []),
        ([abstract(LONG), abstract(LONG), abstract(LONG + "!"), abstract(LONG)], [(1, "TEXT-REPEATED"), (3, "TEXT-REPEATED")]),
        ([abstract("curto")] * 4, []),
        ([abstract(LONG), abstract(LONG, "VN"), abstract(LONG, "TH")], []),
    ],
)  # fmt: skip
def test_a_text_is_a_copy_from_the_third_application_on(drafts: list[Draft], told: list[Any]) -> None:
    own = [document(texts=draft.texts, publications=[], office=draft.record.office_id) for draft in drafts]
    assert codes(numbered(*own)) == told


@pytest.mark.parametrize(
    ("lengths", "told"),
    [([80, 80, 80, 30], 3), ([80, 80, 30], 0), ([80, 80, 80, 81], 0), ([40, 40, 40], 0), ([], 0)],
)
def test_titles_of_one_length_that_none_exceeds_were_cut(lengths: list[int], told: int) -> None:
    drafts = [document(texts=[title(f"{n}" + "x" * (size - 1))], publications=[]) for n, size in enumerate(lengths)]
    assert codes(numbered(*drafts)) == [(n, "TEXT-LIMIT") for n in range(told)]


def test_the_same_title_three_times_is_no_cut() -> None:
    assert codes(numbered(*(document(texts=[title("x" * 80)], publications=[]) for _ in range(3)))) == []


def happened(id_: str, *letters: str, day: str = "2020-05-05") -> Draft:
    rows = [
        LegalEvent(record_id=id_, date=dt.date.fromisoformat(day), category=letter, name=letter) for letter in letters
    ]
    made = document(events=rows, publications=[])
    made.record.id = id_
    return made


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("drafts", "told"),
    [
        ([happened("BR-P-1", "F", "H")], [0]),
        ([happened("BR-P-1", "B"), happened("BR-P-1", "C")], [1]),
        ([happened("BR-P-1", "B"), happened("BR-P-2", "C")], []),
        ([happened("BR-P-1", "B"), happened("BR-P-1", "C", day="2020-05-12")], []),
        ([happened("BR-P-1", "F", "M", "U", "Q", "Y")], []),
    ],
)
def test_events_of_one_day_that_contradict_each_other_are_told(drafts: list[Draft], told: list[int]) -> None:
    assert codes(drafts) == [(n, "EVENT-CONTRARY") for n in told]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("letter", "day", "told"),
    [("B", "2021-01-05", ["EVENT-STAGE"]), ("B", "2019-01-05", []), ("H", "2021-01-05", [])],
)
def test_what_discontinues_an_application_after_its_grant_is_told_and_ends_nothing(
    letter: str, day: str, told: list[str]
) -> None:
    for date, category in (("2020-05-05", "F"), (day, letter)):
        new = stored_draft("BR-P-102020000001", delivery(), events=((date, category, category),))
        new.events[0].category = category
        found = codes([new])
        store([new])
    assert [code for _, code in found] == told
    assert Record.objects.get().status == ("ended" if letter == "H" else "in_force")


@pytest.mark.django_db
def test_an_event_that_contradicts_one_held_is_told_and_the_later_decides() -> None:
    for letters, status in (("F", "in_force"), ("H", "ended")):
        new = stored_draft("BR-P-102020000001", delivery(), events=(("2020-05-05", letters, letters),))
        new.events[0].category = letters
        assert codes([new]) == ([(0, "EVENT-CONTRARY")] if letters == "H" else [])
        store([new])
        assert Record.objects.get().status == status


def shown(source: Delivery, letter: str, day: str = "") -> Draft:
    """A page of a register that shows a status: granted, ended, or pending; with the day it is of, or as received."""
    made = stored_draft("VN-P-1", source, events=((day or "2020-05-05", "", letter),))
    made.events[0].category, made.events[0].shows_status = letter, True
    made.events[0].date = dt.date.fromisoformat(day) if day else None
    return made


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        ((("F", ""), ("H", ""), ("F", "")), [1]),
        ((("B", ""), ("F", ""), ("D", "")), [1, 2]),
        ((("D", ""), ("A", "")), []),
        ((("D", "2020-05-05"), ("F", "2020-05-06")), []),
        ((("D", "2020-05-05"), ("F", "2020-05-05")), [1]),
    ],
)
def test_two_statuses_one_delivery_shows_of_one_day_are_told(statuses: Any, told: list[int]) -> None:
    source = delivery()
    drafts = [shown(source, *status) for status in statuses]
    assert codes(drafts) == [(n, "STATUS-TWICE") for n in told]
    store(drafts[:1])
    assert codes(drafts[1:]) == [(n - 1, "STATUS-TWICE") for n in told]
    assert codes([shown(delivery(), "H")]) == []


def problems(severity: str, n: int) -> list[tuple[int, Problem, str]]:
    return [(place, Problem("X", severity, "Nothing.", f"line {place}"), f"id{place}") for place in range(n)]


@pytest.mark.parametrize(
    ("severity", "said", "documents", "kept"),
    [("info", 20, 20, 1), ("info", 11, 20, 1), ("info", 10, 20, 10), ("info", 19, 19, 19), ("warning", 20, 20, 20)],
)
def test_a_note_of_most_documents_is_made_once(severity: str, said: int, documents: int, kept: int) -> None:
    assert len(across.gathered(problems(severity, said), documents)) == kept


def test_a_gathered_note_says_how_many_and_is_of_no_record() -> None:
    note = across.gathered([*problems("info", 25), (3, Problem("Y", "error", "Bad."), "id3")], 30)
    assert [(p.code, p.sentence, p.place, id_) for _, p, id_ in note] == [
        ("X", "25 of 30 documents from here on: Nothing.", "line 0", ""),
        ("Y", "Bad.", "", "id3"),
    ]


def test_two_notes_of_one_document_count_once() -> None:
    assert len(across.gathered(problems("info", 10) * 2, 20)) == 20


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("voids", "told"),
    [("16.1@2021-06-01", 0), ("16.1@2700", 0), ("16.1", 0), ("16.1@2021-06-08", 1), ("9.2@2021-06-08", 0)],
)
def test_an_annulment_of_what_is_not_held_is_told(voids: str, told: int) -> None:
    held = stored_draft("BR-P-1", delivery(), events=(("2021-06-01", "16.1", "F"),))
    held.events[0].gazette = "2700"
    store([held])
    void = LegalEvent(code="16.2", name="Anulação", date=dt.date(2021, 7, 6), category="Y", voids=voids, key="void")
    assert codes([document(events=[void])]) == [(0, "EVENT-ANNULLED")] * told
