import datetime as dt

import pytest

from portal.coverage.listing import entries, expected, missing
from tests.factories.rows import authority, office, record

pytestmark = pytest.mark.django_db


def numbers(found):
    return [entry.number_key + entry.kind for entry in found.order_by("number_key", "kind")]


def test_the_latest_full_file_counts_and_later_updates_have_the_last_word():
    th = office()
    authority(th, [("1", "A", 2001, ""), ("old", "A", 2001, "")], produced=dt.date(2019, 1, 1))
    authority(th, [("2", "A", 2002, ""), ("9", "B", 2002, "")], update="incremental", produced=dt.date(2020, 3, 1))
    authority(th, [("2", "A", 2002, "D"), ("3", "A", 2002, "")], update="differential", produced=dt.date(2020, 2, 1))
    authority(th, [("1", "A", 2001, ""), ("2", "A", 2001, "M")], produced=dt.date(2020, 1, 1))
    assert numbers(entries(th)) == ["1A", "2A", "3A", "9B"]
    assert entries(th).get(number_key="2").exception == ""


def test_updates_without_a_full_file_are_no_denominator():
    th = office()
    authority(th, [("1", "A", 2001, "")], update="incremental")
    assert numbers(entries(th)) == []


def test_exceptions_that_never_were_documents_are_not_expected():
    th = office()
    authority(th, [(code, "A", 2001, code) for code in "CDEMNPRUWX"] + [("0", "A", 2001, "")])
    assert numbers(expected(th)) == ["0A", "CA", "MA", "PA", "RA"]


@pytest.mark.parametrize(
    ("listed", "document", "same"),
    [
        (("1", "A1", 2001), ("1", "A1", 2001), True),
        (("1", "A1", 2001), ("1", "A1", 2005), True),
        (("1", "A1", None), ("1", "A1", None), True),
        (("1", "A1", 2001), ("2", "A1", 2001), False),
        (("1", "A1", 2001), ("1", "A2", 2001), False),
        (("1", "A1", 2001), ("1", "B1", 2001), False),
        (("1", "A", 2001), ("1", "A1", 2005), True),
        (("1", "B", 2001), ("1", "A1", 2001), False),
        (("1", "", 2001), ("1", "A1", 2005), True),
        (("1", "A1", 2001), ("1", "A", 2001), True),
        (("1", "A1", 2001), ("1", "", 2001), True),
        (("1", "A1", None), ("1", "", 2001), True),
        (("1", "A1", 2001), ("1", "", None), True),
        (("1", "B1", 2005), ("1", "", 2001), False),
        (("1", "A%", 2001), ("1", "A1", 2001), False),
    ],
)
def test_when_a_document_is_the_listed_one(listed, document, same):
    th = office()
    authority(th, [(*listed, "")])
    record(th, "9", documents=[document])
    assert numbers(missing(th)) == ([] if same else [listed[0] + listed[1]])


def test_another_office_or_a_vague_kind_of_another_right_holds_nothing():
    th = office()
    authority(th, [("1", "", 2001, ""), ("2", "S", 2001, "", "design")])
    record(office("VN"), "9", documents=[("1", "", 2001)])
    record(th, "8", right="design", documents=[("1", "S", 2001), ("2", "S", 2001)])
    assert numbers(missing(th)) == ["1"]


def test_the_missing_list_is_confined_and_ordered():
    th = office()
    lines = [("3", "A", 2001, ""), ("1", "B", 2001, ""), ("2", "A", 2002, ""), ("4", "", 2001, "")]
    authority(th, [*lines, ("5", "U", 2001, "", "utility_model"), ("6", "A", 2001, "N")])
    assert [entry.number_key for entry in missing(th)] == ["1", "2", "3", "4", "5"]
    assert numbers(missing(th, "patent", "A")) == ["2A", "3A"]
    assert numbers(missing(th, kind="")) == ["4"]
    assert numbers(missing(th, year=2001)) == ["1B", "3A", "4", "5U"]
    assert numbers(missing(th, "utility_model", "U", 2001)) == ["5U"]


@pytest.mark.parametrize("whole", [True, None])
def test_a_publication_that_is_only_mentioned_is_missing(whole):
    th = office()
    authority(th, [("1", "A1", 2001, "")])
    record(th, "9", documents=[("1", "A1", 2001)]).publications.update(whole=whole)
    assert numbers(missing(th)) == ([] if whole else ["1A1"])
