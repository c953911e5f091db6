"""Rows made and written past the ORM are the rows the ORM would make and write."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.records import rows
from portal.records.models import Change, LegalEvent, Office, Party, Publication, Record, Text
from tests.factories.records import delivery, draft

DAY = dt.date(2020, 2, 4)
ONE = "BR-P-102020000001"
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
PARAGRAPHS = st.lists(st.fixed_dictionaries({"n": WORDS, "t": WORDS, "refs": st.lists(WORDS, max_size=2)}), max_size=3)
COLUMNS: list[tuple[type[Model], dict[str, Any]]] = [
    (Publication, {"number_key": "1", "date": DAY, "image_only": ["claims"]}),
    (Text, {"part": "title", "language": "pt", "paragraphs": [{"n": "", "t": "Forno", "refs": []}]}),
    (Party, {"role": "applicant", "sequence": 1, "name": "Ana"}),
    (LegalEvent, {"key": "k", "date": DAY, "confidence": 0.5}),
    (Record, {"id": ONE, "office_id": "BR"}),
]


def values(row: Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def record(db: None) -> Record:
    made = draft(ONE, delivery()).record
    made.save()
    return made


@pytest.mark.parametrize(("model", "given_"), COLUMNS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_row_is_as_the_model_makes_it(model: type[Model], given_: dict[str, Any]) -> None:
    made, usual = rows.new(model, **given_), model(**given_)
    assert values(made) == values(usual)
    assert made._state.adding


def test_rows_do_not_share_what_a_default_makes() -> None:
    one, other = rows.new(Publication), rows.new(Publication)
    one.image_only.append("claims")
    assert other.image_only == []


@pytest.mark.parametrize("wrong", [{"nmae": "Ana"}, {"record": None}, {"role": "agent", "title": "Dr"}])
def test_a_name_that_is_no_column_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"Party has no column {list(wrong)[-1]}"):
        rows.new(Party, **wrong)


@given(paragraphs=PARAGRAPHS, day=st.dates(dt.date(1700, 1, 1)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(record: Record, paragraphs: list[Any], day: dt.date) -> None:
    own = {"record_id": record.id, "delivery_id": record.first_delivery_id, "as_of": day}
    made = rows.new(Text, part="claims", language="th", paragraphs=paragraphs, **own)
    rows.put(Text, [made], ("record_id", "part", "language", "origin", "document"), ["paragraphs", "as_of"])
    assert values(Text.objects.get()) | {"id": None} == values(made)


@given(name=WORDS)
@pytest.mark.django_db
def test_whatever_stands_in_a_name_it_is_text_and_no_statement(name: str) -> None:
    with transaction.atomic():
        rows.put(Office, [rows.new(Office, code="XX", name=name, country="%s'; --")])
        assert values(Office.objects.get(code="XX"))["name"] == name
        assert Office.objects.get(code="XX").country == "%s'; --"
        transaction.set_rollback(True)


def party(record: Record, sequence: int, name: str) -> Party:
    own = {"record_id": record.id, "delivery_id": record.first_delivery_id, "as_of": DAY}
    return rows.new(Party, role="applicant", sequence=sequence, name=name, **own)


def test_a_row_that_stands_there_is_written_over_in_the_named_columns_only(record: Record) -> None:
    unique = ("record_id", "role", "sequence")
    rows.put(Party, [party(record, 1, "Ana"), party(record, 2, "Rui")], unique, ["name"])
    [first, _] = Party.objects.order_by("sequence")
    changed = party(record, 1, "Ana Souza")
    changed.country = "PT"
    rows.put(Party, [changed], unique, ["name"])
    [ana, rui] = Party.objects.order_by("sequence")
    assert (ana.pk, ana.name, ana.country, rui.name) == (first.pk, "Ana Souza", "", "Rui")


def test_without_a_key_the_same_row_twice_is_an_error(record: Record) -> None:
    rows.put(Party, [party(record, 1, "Ana")])
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.put(Party, [party(record, 1, "Ana")])
    assert Party.objects.count() == 1


@pytest.mark.parametrize("number", [0, 1, 1_200])
def test_any_number_of_rows_takes_one_statement(record: Record, number: int) -> None:
    with CaptureQueriesContext(connection) as asked:
        rows.put(Party, [party(record, n, f"Ana {n}") for n in range(number)])
    assert len(asked) <= 1
    assert Party.objects.count() == number


def test_rows_without_a_natural_key_are_added(record: Record) -> None:
    own = {"record_id": record.id, "old_delivery_id": record.first_delivery_id, "as_of": DAY}
    made = [
        Change(what="title (pt)", old=str(n), new="x", new_delivery_id=record.first_delivery_id, **own)
        for n in range(3)
    ]
    rows.put(Change, made)
    assert [change.old for change in Change.objects.order_by("id")] == ["0", "1", "2"]
