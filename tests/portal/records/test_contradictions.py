"""An office's list against what is held: each sort of contradiction by its rows, and none where the two agree."""

from __future__ import annotations

from typing import Any

import pytest

from portal.coverage.counting import recount
from portal.coverage.models import Counted
from portal.records.contradictions import WORDS, contradictions
from portal.records.models import AuthorityEntry, Office
from tests.factories.rows import authority, office, record

pytestmark = pytest.mark.django_db
NEVER = "DENUWX"
LIST = [("0", "A", 2000, ""), ("99", "A", 2020, "")]  # from when to when the list speaks


def found(of: Office, *, whole: bool = True) -> dict[str, list[str]]:
    sorts = contradictions(of.code, AuthorityEntry.objects.filter(office=of), NEVER, whole=whole)
    return {code: [row.numbered for row in rows] for code, rows in sorts if rows}


@pytest.mark.parametrize(
    ("listed", "held", "codes"),
    [
        (("1", "A", 2001, ""), ("1", "A", 2001), []),
        (("1", "A", 2001, "M"), ("1", "A", 2001), []),
        (("1", "A", None, ""), ("1", "A", 2001), []),
        (("1", "A", 2001, ""), ("1", "A", None), []),
        (("1", "A", 2001, ""), ("1", "A1", 2001), []),
        (("1", "", 2001, ""), ("1", "B1", 2005), []),
        (("1", "A1", 2001, ""), ("1", "A", 2001), []),
        (("1", "A", 2001, "N"), ("1", "A", 2001), ["AF-NEVER"]),
        (("1", "A", 2001, "W"), ("1", "A", 2005), ["AF-NEVER"]),
        (("1", "A", 2001, ""), ("1", "A", 2005), ["AF-DAY"]),
        (("1", "A", 2001, ""), ("1", "B", 2005), ["AF-KIND"]),
        (("1", "A", 2001, ""), ("2", "A", 2005), ["AF-UNLISTED"]),
        (("1", "A", 2001, ""), ("2", "A", 1999), []),
        (("1", "A", 2001, ""), ("2", "A", 2021), []),
        (("1", "A", 2001, ""), ("2", "A", None), []),
    ],
)
def test_when_a_list_and_a_document_contradict_each_other(listed: Any, held: Any, codes: list[str]) -> None:
    th = office()
    authority(th, [*LIST, listed])
    record(th, "9", documents=[held])
    assert list(found(th)) == codes
    assert set(codes) <= WORDS.keys()


def test_a_publication_only_mentioned_contradicts_nothing() -> None:
    th = office()
    authority(th, [*LIST, ("1", "A", 2001, "N")])
    record(th, "9", documents=[("1", "A", 2001), ("2", "A", 2005)]).publications.update(whole=None)
    assert found(th) == {}


def test_another_document_of_the_number_and_of_another_right_are_no_contradiction() -> None:
    th = office()
    authority(th, [*LIST, ("1", "A", 2001, ""), ("1", "B", 2005, "")])
    record(th, "9", documents=[("1", "B", 2005)])
    record(th, "8", right="design", documents=[("7", "S", 2005)])
    assert found(th) == {}


def test_an_update_says_nothing_by_its_silence() -> None:
    th = office()
    authority(th, [*LIST, ("1", "A", 2001, "")])
    record(th, "9", documents=[("1", "B", 2005), ("2", "A", 2005)])
    assert found(th, whole=False) == {}
    assert found(th) == {"AF-KIND": ["1 B"], "AF-UNLISTED": ["2 A"]}


def test_the_count_of_an_office_names_what_contradicts_its_list() -> None:
    th = office()
    record(th, "9", documents=[("1", "A", 2001), ("2", "A", 2005), ("3", "A", 2006)])
    recount("TH")
    assert Counted.objects.get().contradictions == {}
    authority(th, [*LIST, ("1", "A", 2001, "N")])
    recount("TH")
    assert {code: told["count"] for code, told in Counted.objects.get().contradictions.items()} == {"AF-NEVER": 1, "AF-UNLISTED": 2}  # fmt: skip
