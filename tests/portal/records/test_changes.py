"""What a later delivery changed is kept, old and new; what it fills, repeats or spaces otherwise is no change."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import Change, Record
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
    "texts": {("title", "pt"): "Forno"},
    "applicants": ("Ana", "Bruno"),
    "ipc": ("A01B 1/00",),
    "publications": (("A2", "2020-06-02"),),
}


@pytest.mark.parametrize(
    ("later", "changes"),
    [
        ({"texts": {("title", "pt"): "Forno solar"}}, [("title (pt)", "Forno", "Forno solar")]),
        ({"filed": "2020-01-03"}, [("filing date", "2020-01-02", "2020-01-03")]),
        ({"applicants": ("Ana",)}, [("applicant", "Ana; Bruno", "Ana")]),
        ({"applicants": ("Ana", "Bruno", "Carla")}, [("applicant", "Ana; Bruno", "Ana; Bruno; Carla")]),
        ({"ipc": ("A01B 1/02",)}, [("IPC", "A01B 1/00", "A01B 1/02")]),
        (
            {"publications": (("A2", "2020-06-09"),)},
            [("publication date of 102020000001 A2", "2020-06-02", "2020-06-09")],
        ),
        ({"texts": {("title", "en"): "Oven", ("abstract", "pt"): "Um forno."}}, []),
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
        ("applicant", "Ana; Bruno", "Ana"),
        ("filing date", "2020-01-03", "2020-01-02"),
        ("title (pt)", "Forno", "Fornos"),
    ]


def test_another_list_of_another_day_in_one_delivery_is_its_history() -> None:
    source = put("2020-02-04", applicants=("Ana",))
    put("2021-02-04", source, applicants=("Bruno",))
    assert told() == []


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
