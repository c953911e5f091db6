import json

import pytest
from django.core.management import CommandError, call_command

from portal.coverage.models import PendingOffice
from tests.factories.rows import authority, office, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def th():
    of = office("TH", country="Thailand")
    authority(of, [("1", "A", 2018, ""), ("2", "A", 2018, "")])
    record(of, "9", documents=[("1", "A", 2018)])
    return of


def run(capsys, *arguments):
    call_command("coverage", *arguments)
    return capsys.readouterr().out


def test_counting_and_showing_one_office_as_json(th, capsys):
    said = json.loads(run(capsys, "--office", "th", "--recount", "--json"))
    (row,) = said["offices"]
    assert row.pop("counted_at") is not None
    assert row == {
        "office": "TH",
        "listed": 2,
        "expected": 2,
        "held": 1,
        "held_listed": 1,
        "missing": 1,
        "rate": 0.5,
        "complete": True,
        "elements": {},
    }


def test_the_table_names_offices_that_list_or_hold_something(th, capsys):
    record(office("VN", country="Viet Nam"), "9", documents=[("1", "A", 2018)])
    assert "Thailand" not in run(capsys)
    shown = run(capsys, "--recount").splitlines()
    assert shown[1].split() == ["Thailand", "(TH)", "2", "1", "50.0%", "1"]
    assert shown[2].split() == ["Viet", "Nam", "(VN)", "unknown", "1", "unknown", "unknown"]
    assert len(shown) == 3


def test_the_table_says_what_is_still_to_be_counted(th, capsys):
    PendingOffice.objects.create(office=th)
    assert "since a change: 1 office." in run(capsys)


def test_an_unknown_office_is_answered_with_those_there_are(th):
    with pytest.raises(CommandError, match=r"No office ZZ.*TH"):
        call_command("coverage", "--office", "ZZ")
