"""What a later delivery changed is kept, old and new; what it fills, repeats or spaces otherwise is no change."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import Change, Party, Record
from portal.records.store import store
from tests.factories.records import delivery, draft

pytestmark = pytest.mark.django_db
ONE = "BR-P-102020000001"


def put(as_of: str, source: Any = None, **fields: Any) -> Any:
    source = source or delivery()
    store([draft(ONE, source, as_of=as_of, **fields)])
    return source


def told() -> list[tuple[str, str, str]]:
    return list(Change.objects.order_by("what").values_list("what", "old", "new"))


FIRST: dict[str, Any] = {
    "filed": "2020-01-02",
    "texts": {("title", "pt"): "Forno", ("abstract", "pt"): "Um forno.", ("claims", "pt"): ["Forno.", "Tampa."]},
    "applicants": ("Ana", "Bruno"),
    "ipc": ("A01B 1/00",),
    "publications": (("A2", "2020-06-02"),),
}


@pytest.mark.parametrize(
    ("later", "changes"),
    [
        ({"texts": {("title", "pt"): "Forno solar"}}, [("title (pt)", "Forno", "Forno solar")]),
        ({"texts": {("abstract", "pt"): "Uma estufa."}}, [("abstract (pt)", "Um forno.", "Uma estufa.")]),
        ({"texts": {("claims", "pt"): ["Estufa."]}}, [("set of claims (pt)", "Forno.\nTampa.", "Estufa.")]),
        ({"texts": {("claims", "pt"): ["Forno. Tampa."]}}, []),
        ({"filed": "2020-01-03"}, [("filing date", "2020-01-02", "2020-01-03")]),
        ({"applicants": ("Ana",)}, [("applicant", "Ana; Bruno", "Ana")]),
        ({"applicants": ("Ana", "Bruno", "Carla")}, [("applicant", "Ana; Bruno", "Ana; Bruno; Carla")]),
        ({"ipc": ("A01B 1/02",)}, [("IPC", "A01B 1/00", "A01B 1/02")]),
        (
            {"publications": (("A2", "2020-06-09"),)},
            [("publication date of 102020000001 A2", "2020-06-02", "2020-06-09")],
        ),
        ({"texts": {("title", "en"): "Oven", ("abstract", "en"): "An oven."}}, []),
        ({"texts": {("title", "pt"): " Forno "}, "publications": (("B1", "2022-06-02"),)}, []),
        (FIRST, []),
    ],
)
def test_old_and_new_are_kept_with_both_deliveries(later: dict[str, Any], changes: list[Any]) -> None:
    first = put("2020-02-04", **FIRST)
    second = put("2020-03-03", **later)
    assert told() == changes
    assert {(c.old_delivery_id, c.new_delivery_id, str(c.as_of)) for c in Change.objects.all()} <= {
        (first.pk, second.pk, "2020-03-03")
    }


def test_an_older_value_that_arrives_late_is_kept_beside_the_newer_and_told_once() -> None:
    source = put("2020-02-04", **FIRST)
    late = put("2020-01-07", texts={("title", "pt"): "Estufa"}, applicants=("Eva",), filed="2019-01-01")
    put("2020-01-07", late, texts={("title", "pt"): "Estufa"}, applicants=("Eva",), filed="2019-01-01")
    assert told() == [
        ("applicant", "Eva", "Ana; Bruno"),
        ("filing date", "2019-01-01", "2020-01-02"),
        ("title (pt)", "Estufa", "Forno"),
    ]
    assert {(c.old_delivery_id, c.new_delivery_id, str(c.as_of)) for c in Change.objects.all()} == {
        (late.pk, source.pk, "2020-02-04")
    }
    assert Record.objects.get().filing_date == dt.date(2020, 1, 2)


@pytest.mark.parametrize("days", [("2020-06-02", "2022-10-04"), ("2022-10-04", "2020-06-02")])
def test_a_document_two_deliveries_publish_on_their_own_day_is_of_the_first(days: tuple[str, str]) -> None:
    for day in days:
        put(day, publications=(("A2", day),))
    assert str(Record.objects.get().publication_date) == "2020-06-02"
    assert told() == [("publication date of 102020000001 A2", "2022-10-04", "2020-06-02")]


def test_two_values_in_one_delivery_are_both_kept_and_told_once() -> None:
    source = put("2020-02-04", **FIRST)
    other: dict[str, Any] = {"texts": {("title", "pt"): "Fornos"}, "applicants": ("Ana",), "filed": "2020-01-03"}
    for _ in range(2):
        put("2020-02-04", source, **other)
        put("2020-02-04", source, **FIRST)
    assert told() == [
        ("applicant", "Ana", "Ana; Bruno"),
        ("filing date", "2020-01-03", "2020-01-02"),
        ("title (pt)", "Fornos", "Forno"),
    ]


@pytest.mark.parametrize("last", ["2020-06-01", "2020-07-01"])
@pytest.mark.parametrize("whole", [True, False])
def test_of_values_that_go_before_each_other_in_turns_the_last_turn_is_told(last: str, *, whole: bool) -> None:
    source = delivery()
    drafts = [
        draft(ONE, source, as_of=day, applicants=(name,))
        for day, name in (("2020-06-01", "X"), ("2020-06-01", "Y"), (last, "X"))
    ]
    for batch in [drafts] if whole else [[one] for one in drafts]:
        store(batch)
    assert list(Party.objects.values_list("name", flat=True)) == ["X"]
    assert told() == [("applicant", "Y", "X")]


def test_another_list_of_another_day_in_one_delivery_is_its_history() -> None:
    source = put("2020-02-04", applicants=("Ana",))
    put("2021-02-04", source, applicants=("Bruno",))
    assert told() == []


def test_what_a_list_says_of_each_of_its_rows_is_kept_old_and_new() -> None:
    for as_of, street, day, version in (("2020-02-04", "Rua A", 1, "2006.01"), ("2020-03-03", "Rua B", 2, "2013.01")):
        made = draft(
            ONE, delivery(), as_of=as_of, applicants=("Ana",), ipc=("A01B 1/00",), priorities=(("US", "61/1"),)
        )
        made.parties[0].address, made.related[0].date = street, dt.date(2019, 1, day)
        made.classifications[0].version = version
        store([made])
    assert told() == [
        ("address of Ana", "Rua A", "Rua B"),
        ("date of US 61/1", "2019-01-01", "2019-01-02"),
        ("version of A01B 1/00", "2006.01", "2013.01"),
    ]


def test_what_is_known_of_a_party_follows_it_and_is_not_said_of_another_in_its_place() -> None:
    made = draft(ONE, delivery(), as_of="2020-02-04", applicants=("Ana", "Bruno"))
    made.parties[0].address, made.parties[1].address = "Rua A", "Rua B"
    store([made])
    put("2020-03-03", applicants=("Carla", "Ana"))
    assert list(Party.objects.values_list("name", "address")) == [("Carla", ""), ("Ana", "Rua A")]


def test_of_long_values_is_shown_where_they_part() -> None:
    one = Change(old="a" * 1000 + " old " + "b" * 1000, new="a" * 1000 + " new " + "b" * 1000)
    old, new = one.parts(100)
    assert ("old" in old, "new" in new, len(old), len(new)) == (True, True, 102, 102)
    assert Change(old="Ana", new="Eva").parts() == ("Ana", "Eva")


def test_each_change_of_a_row_of_deliveries_is_kept() -> None:
    for n, words in enumerate(("Forno", "Forno solar", "Forno"), 1):
        put(f"2020-0{n}-04", texts={("title", "pt"): words})
    assert [(c.old, c.new) for c in Change.objects.all()] == [("Forno", "Forno solar"), ("Forno solar", "Forno")]


def test_many_changes_cost_what_one_does() -> None:
    def statements(ids: list[str], words: str, as_of: str) -> int:
        source = delivery()
        with CaptureQueriesContext(
            connection,
        ) as context:
            store([draft(id_, source, as_of=as_of, texts={("title", "pt"): words}) for id_ in ids])
        return len(context)

    ids = [f"BR-P-{102020000100 + n}" for n in range(40)]
    statements(ids, "Forno", "2020-02-04")
    few, many = statements(ids[:1], "Estufa", "2020-03-03"), statements(ids[1:], "Estufa", "2020-03-03")
    assert Change.objects.count() == 40
    assert few == many


@pytest.mark.parametrize(("name", "spelling"), [("ANA", True), ("Aná.", True), ("Anna", False)])
def test_a_change_of_spelling_is_kept_and_called_so(name: str, *, spelling: bool) -> None:
    for as_of, one in (("2020-01-07", "Ana"), ("2021-01-05", name)):
        put(as_of, applicants=(one,))
    (change,) = Change.objects.all()
    assert (change.old, change.new, change.spelling) == ("Ana", name, spelling)
