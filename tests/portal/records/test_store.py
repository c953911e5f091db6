"""Merging: later values win, empty ones never erase, the same again changes no row, and a thousand cost what ten cost."""

from __future__ import annotations

import copy
import datetime as dt
from itertools import permutations
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.records.models import Change, Classification, LegalEvent, Party, Publication, Record, RelatedNumber, Text
from portal.records.signals import records_changed
from portal.records.store import Merged, store
from tests.factories.records import delivery, draft

pytestmark = pytest.mark.django_db
ONE = "BR-P-102020000001"
MODELS = (Record, Publication, Text, Party, Classification, RelatedNumber, LegalEvent, Change)


def put(*drafts: Any) -> Merged:
    with transaction.atomic():
        return store(list(drafts))


def snapshot() -> list[Any]:
    """Every row of the store, without the keys the database counts."""
    return [
        sorted(
            (
                tuple((k, str(v)) for k, v in row.items() if k != "id" or model is Record)
                for row in model.objects.values()
            ),
        )
        for model in MODELS
    ]


def title(record_id: str = ONE) -> str:
    return str(Text.objects.get(record_id=record_id, part="title").content)


def test_a_later_value_wins_and_an_earlier_one_that_arrives_late_does_not() -> None:
    first, second, third = delivery(), delivery(), delivery()
    put(draft(ONE, first, as_of="2020-02-04", texts={("title", "pt"): "Forno"}))
    put(draft(ONE, second, as_of="2020-03-03", texts={("title", "pt"): "Forno solar"}))
    merged = put(draft(ONE, third, as_of="2020-01-07", texts={("title", "pt"): "Estufa"}))
    assert title() == "Forno solar"
    assert Text.objects.get().delivery_id == second.pk
    assert merged.unchanged == [ONE]


def test_an_empty_value_never_erases_a_full_one() -> None:
    first, second = delivery(), delivery()
    put(draft(ONE, first, filed="2020-01-02", publications=(("A2", "2020-06-02"),), texts={("title", "pt"): "Forno"}))
    later = draft(ONE, second, as_of="2021-01-05", publications=(("A2", "2020-06-02"),))
    later.publications[0].date = None
    put(later)
    record = Record.objects.get()
    assert (record.filing_date, title()) == (dt.date(2020, 1, 2), "Forno")
    assert Publication.objects.get().date == dt.date(2020, 6, 2)


@pytest.mark.parametrize("days", [("2020-06-02", "2022-01-04"), ("2022-01-04", "2020-06-02")])
def test_a_publication_once_held_is_not_lost_by_a_document_that_mentions_it(days: tuple[str, str]) -> None:
    for as_of, whole in zip(days, (True, None), strict=True):
        document = draft(ONE, delivery(), as_of=as_of, publications=(("A2", "2020-06-02"),))
        document.publications[0].whole = whole
        put(document)
    assert Publication.objects.get().whole is True


@pytest.mark.parametrize("mentioned_first", [True, False])
@pytest.mark.parametrize(("day", "kinds"), [("2021-02-17", ["A2", "B1"]), ("2021-02-24", ["A", "A2", "B1"])])
def test_a_publication_mentioned_by_its_day_without_a_kind_is_the_one_of_that_day(
    day: str, kinds: list[str], *, mentioned_first: bool
) -> None:
    grant = draft(ONE, delivery(), as_of="2023-04-05", publications=(("B1", "2023-04-05"), ("A", "2021-02-17")))
    grant.publications[1].whole, grant.publications[1].kind_inferred = None, True
    laid = draft(ONE, delivery(), as_of=day, publications=(("A2", day),))
    for one in (grant, laid) if mentioned_first else (laid, grant):
        put(one)
    assert sorted(Publication.objects.values_list("kind", flat=True)) == kinds
    assert str(Record.objects.get().publication_date) == "2021-02-17"


def test_a_list_of_parties_is_replaced_whole_and_other_roles_stay() -> None:
    put(draft(ONE, delivery(), applicants=("Ana", "Bruno", "Carla"), ipc=("A01B 1/00",)))
    put(draft(ONE, delivery(), as_of="2020-05-05", applicants=("Dário",)))
    assert list(Party.objects.values_list("name", flat=True)) == ["Dário"]
    assert Classification.objects.count() == 1


def test_events_are_collected_and_the_same_event_comes_once() -> None:
    event = ("2020-01-07", "2.1", "A")
    put(draft(ONE, delivery(), events=(event,)))
    put(draft(ONE, delivery(), as_of="2020-08-04", events=(event, ("2020-08-04", "3.1", "Q"))))
    assert list(LegalEvent.objects.values_list("code", flat=True)) == ["2.1", "3.1"]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (0, 1, 2, 0, 1, 2)])
def test_an_event_that_is_known_by_its_data_has_the_words_of_the_latest_and_its_place(order: tuple[int, ...]) -> None:
    day, drafts = "2020-01-07", []
    for as_of, words in (("2020-01-07", "LAPSED"), ("2020-08-04", "LAPSED IN A STATE"), ("2020-03-03", "CEASED")):
        drafts.append(draft(ONE, delivery(), as_of=as_of, events=((day, "PG25", "W"), (day, "26N", "L"))))
        drafts[-1].events[0].name = words
    for n in order:
        put(copy.deepcopy(drafts[n]))
    told = LegalEvent.objects.order_by("pk").values_list("code", "name")
    assert [name if code == "PG25" else code for code, name in told] == ["LAPSED IN A STATE", "26N"]


def test_a_status_that_an_extract_without_a_date_shows_again_is_as_of_the_later() -> None:
    shown = [("2024-01-02", "Registered", "M"), ("2025-01-02", "Expired", "H"), ("2026-01-02", "Registered", "M")]
    for as_of, name, category in shown:
        extract = draft(ONE, delivery(), as_of=as_of, events=((as_of, name, category),))
        extract.events[0].key, extract.events[0].date, extract.events[0].shows_status = name, None, True
        assert put(extract).unchanged == []
        record = Record.objects.get()
        assert (record.status, str(record.status_as_of)) == ("ended" if category == "H" else "in_force", as_of)
        assert put(extract).unchanged == [] and record.status_received  # noqa: PT018
    assert LegalEvent.objects.count() == 2


@pytest.mark.parametrize("order", [*permutations(range(3))])
@pytest.mark.parametrize(("annulled", "day"), [(True, "2020-07-07"), (False, "2020-05-05")])
def test_a_patent_granted_again_after_its_grant_was_annulled_is_of_the_later_day(
    order: tuple[int, ...], day: str, *, annulled: bool
) -> None:
    drafts = [
        draft(ONE, delivery(), as_of="2020-05-05", publications=(("B1", "2020-05-05"),), events=(("2020-05-05", "16.1", "F"),)),
        draft(ONE, delivery(), as_of="2020-06-02", events=(("2020-06-02", "16.4", "Y"),)),
        draft(ONE, delivery(), as_of="2020-07-07", publications=(("B1", "2020-07-07"),), events=(("2020-07-07", "16.1", "F"),)),
    ]  # fmt: skip
    drafts[1].events[0].voids, drafts[1].events[0].voids_grant = "16.1" * annulled, annulled
    for n in (*order, *order):
        put(copy.deepcopy(drafts[n]))
    record, publication = Record.objects.get(), Publication.objects.get()
    assert (record.kind, record.status, str(record.grant_date), str(publication.date)) == ("B1", "in_force", day, day)
    assert str(publication.as_of) == day
    if annulled:
        assert {(one.old, one.new) for one in Change.objects.all()} >= {("2020-05-05", "2020-07-07")}
        assert LegalEvent.objects.count() == 3


@pytest.mark.parametrize("order", [*permutations(range(3))])
@pytest.mark.parametrize(("code", "category"), [("1.3", "A"), ("3.1", "Q")])
def test_an_application_published_again_after_its_publication_was_annulled_is_of_the_later_day(
    order: tuple[int, ...], code: str, category: str
) -> None:
    first, later = "2020-05-05", "2020-07-07"
    drafts = [
        draft(ONE, delivery(), as_of=first, publications=(("A2", first),), events=((first, code, category),)),
        draft(ONE, delivery(), as_of="2020-06-02", events=(("2020-06-02", "3.7", "Y"),)),
        draft(ONE, delivery(), as_of=later, publications=(("A2", later),), events=((later, code, category),)),
    ]
    drafts[1].events[0].voids = code
    for n in (*order, *order):
        put(copy.deepcopy(drafts[n]))
    record, publication = Record.objects.get(), Publication.objects.get()
    assert (record.kind, str(record.publication_date), str(publication.date)) == ("A2", later, later)
    assert {(one.old, one.new) for one in Change.objects.all()} >= {(first, later)}


def test_the_kind_and_day_of_a_publication_go_when_it_is_annulled() -> None:
    day = "2020-05-05"
    put(draft(ONE, delivery(), as_of=day, publications=(("A2", day),), events=((day, "3.1", "Q"),)))
    annulment = draft(ONE, delivery(), as_of="2020-06-02", events=(("2020-06-02", "3.7", "Y"),))
    annulment.events[0].voids = "3.1"
    put(annulment)
    record, publication = Record.objects.get(), Publication.objects.get()
    assert (record.kind, record.publication_date, record.status_reason) == ("", None, "")
    assert (publication.kind, str(publication.date)) == ("A2", day)


@pytest.mark.parametrize(
    ("publications", "events", "status"),
    [
        ((), (), "unknown"),
        ((("A2", "2020-06-02"),), (), "pending"),
        ((("A2", "2020-06-02"), ("B1", "2022-06-07")), (), "in_force"),
        ((("B1", "2022-06-07"),), (("2023-01-03", "21.6", "H"),), "ended"),
        ((("A2", "2020-06-02"),), (("2021-01-05", "9.2", "B"),), "ended"),
    ],
)
def test_status_follows_publications_and_events(publications: Any, events: Any, status: str) -> None:
    put(draft(ONE, delivery(), publications=publications, events=events))
    assert Record.objects.get().status == status


def test_the_outcome_of_each_record_is_said_once() -> None:
    source = delivery()
    two = "BR-P-102020000002"
    first = put(draft(ONE, source), draft(ONE, source, events=(("2020-01-07", "2.1", "A"),)), draft(two, source))
    assert (first.new, first.changed, first.unchanged, first.again) == ([ONE, two], [], [], [])
    again = put(draft(ONE, source, events=(("2020-01-07", "2.10", "A"),)))
    assert again.again == [ONE]
    later = put(
        draft(two, delivery(), as_of="2020-02-04", applicants=("Ana",)), draft(ONE, delivery(), as_of="2020-02-04")
    )
    assert (later.changed, later.unchanged) == ([two], [ONE])


def test_changes_are_announced_with_their_ids_and_nothing_else_is() -> None:
    heard: list[list[str]] = []

    def listen(record_ids: list[str], **_: Any) -> None:
        heard.append(record_ids)

    records_changed.connect(listen)
    try:
        source = delivery()
        put(draft(ONE, source, texts={("title", "pt"): "Forno"}))
        put(draft(ONE, source, texts={("title", "pt"): "Forno"}))
    finally:
        records_changed.disconnect(listen)
    assert heard == [[ONE]]


def test_a_thousand_records_cost_as_many_statements_as_ten() -> None:
    source = delivery()

    def cost(n: int, as_of: str) -> int:
        drafts = [
            draft(
                f"BR-P-10{n:04d}{i:06d}",
                source,
                as_of=as_of,
                publications=(("A2", as_of),),
                texts={("title", "pt"): f"Título {i} {as_of}", ("claims", "pt"): ["Um.", "Dois."]},
                applicants=(f"Requerente {i}", as_of),
                ipc=("A01B 1/00", "C01B 33/12"),
                events=((as_of, "3.1", "Q"),),
            )
            for i in range(n)
        ]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            put(*drafts)
        return len(queries)

    small, large = cost(10, "2020-01-07"), cost(1000, "2020-01-07")
    assert large == small <= 20
    assert cost(1000, "2021-01-05") <= 20


DRAFTS = st.lists(
    st.tuples(
        st.sampled_from(["2020-01-07", "2020-02-04", "2021-01-05"]),
        st.sampled_from(["", "Forno", "Forno solar"]),
        st.lists(st.sampled_from(["Ana", "Bruno"]), max_size=2, unique=True),
        st.sampled_from([(), (("A2", "2020-06-02"),), (("B1", "2022-06-07"),)]),
        st.lists(st.sampled_from([("2020-01-07", "2.1", "A"), ("2021-01-05", "9.1", "D")]), max_size=2, unique=True),
    ),
    min_size=1,
    max_size=5,
)


@given(DRAFTS, st.integers(1, 5))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_batches_and_repeats_leave_the_same_rows(given_: Any, size: int) -> None:
    """However a sequence of documents is cut into batches, and if all come again, the store is the same."""
    Record.objects.all().delete()
    source = delivery()

    def drafts() -> list[Any]:
        return [
            draft(
                ONE,
                source,
                as_of=a,
                texts={("title", "pt"): t} if t else {},
                applicants=tuple(p),
                publications=k,
                events=tuple(e),
            )
            for a, t, p, k, e in given_
        ]

    put(*drafts())
    whole = snapshot()
    Record.objects.all().delete()
    rest = drafts()
    while rest:
        put(*rest[:size])
        rest = rest[size:]
    assert snapshot() == whole
    put(*drafts()[-1:])
    assert snapshot() == whole


OWN, ROW = "BR 10 2020 000001-2", "BR102020000001"


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [(OWN, ROW, OWN), (ROW, OWN, OWN), ("BR 10 2020 000001-0", OWN, OWN), (ROW, "102020000001", "102020000001")],
)
@pytest.mark.parametrize("late", [False, True])
def test_the_number_as_its_office_writes_it_is_not_replaced_by_one_in_a_row(
    first: str, second: str, kept: str, *, late: bool
) -> None:
    drafts = []
    for written, as_of in ((first, "2020-01-07"), (second, "2024-01-02")):
        one = draft(ONE, delivery(), as_of=as_of, publications=(("A2", "2020-06-02"),))
        for row in (one.record, *one.publications):
            row.number_original = row.number = written
        drafts.append(one)
    put(*drafts[:: -1 if late else 1])
    record = Record.objects.get()
    assert (record.number_original, record.number) == (kept, kept)
    if not late:
        assert Publication.objects.get().number == kept
