"""The first bulletin that tells of a mark is its publication, whatever comes after it and in whatever order."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from ingest.models import Finding
from portal.records.models import Change, Record
from tests.ingest.test_pipeline import carry

pytestmark = pytest.mark.django_db

PUBLISHED = ("20/08/2019", "", "IPAS009")
GRANTED = ("03/03/2020", "03/03/2020", "IPAS158")
TRANSFERRED = ("04/10/2022", "03/03/2020", "IPAS270")
UNDATED = ("", "03/03/2020", "IPAS158")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def gazette(folder: Path, day: str, granted: str, code: str) -> Path:
    told = f' data-concessao="{granted}"' if granted else ""
    path = folder / f"{code}.xml"
    path.write_text(
        f'<revista numero="1" data="{day}"><processo numero="917000001" data-deposito="01/07/2019"{told}>'
        f'<despachos><despacho codigo="{code}" nome="x"/></despachos><marca><nome>LUZ</nome></marca></processo></revista>'
    )
    return path


def brand(folder: Path, *events: tuple[str, str, str]) -> Path:
    rows = "".join(
        f'<EVENT><EventDate>{day}</EventDate><NatureOfEvent lang="en">{name}</NatureOfEvent><PublicationDate>{bulletin}</PublicationDate></EVENT>'
        for name, day, bulletin in events
    )
    path = folder / "brand.xml"
    path.write_text(
        '<TMBRAND><DETAILS><OFFICENUMBER>80142</OFFICENUMBER><FILINGDATE>19910624</FILINGDATE><REGISTRATIONDATE>20021112</REGISTRATIONDATE>'
        f'<BRAND><NAME lang="en">OR</NAME></BRAND></DETAILS><EVENTS>{rows}</EVENTS></TMBRAND>'
    )  # fmt: skip
    return path


def published() -> list[tuple[str, bool | None]]:
    return [(str(row.date), row.whole) for row in Record.objects.get().publications.all()]


@pytest.mark.parametrize("order", [*permutations([PUBLISHED, GRANTED, TRANSFERRED])])
def test_the_first_gazette_of_brazil_that_publishes_a_mark_counts(tmp_path: Path, order: Any) -> None:
    for issue in order:
        carry(gazette(tmp_path, *issue))
    assert [day for day, _ in published()] == ["2019-08-20"]
    assert str(Record.objects.get().grant_date) == "2020-03-03"
    assert not Finding.objects.filter(code__in=["VALUE-CHANGED", "VALUE-KEPT"], sentence__contains="publication date")
    assert not Change.objects.filter(what__startswith="publication date")


@pytest.mark.parametrize(
    ("issue", "day"),
    [
        (PUBLISHED, "2019-08-20"),
        (GRANTED, "2020-03-03"),
        (TRANSFERRED, "2020-03-03"),
        (("20/08/2019", "", "IPAS756"), "2019-08-20"),  # a designation under Madrid
        (("10/03/2020", "03/03/2020", "IPAS770"), "2020-03-10"),
    ],
)
def test_of_one_gazette_what_it_publishes_counts_else_the_day_of_the_grant(
    tmp_path: Path, issue: tuple[str, str, str], day: str
) -> None:
    carry(gazette(tmp_path, *issue))
    assert [day for day, _ in published()] == [day]


@pytest.mark.parametrize(
    ("events", "day"),
    [
        ([("Accepted", "19940429", "19940401"), ("Registered", "20021112", "20021201")], "1994-04-01"),
        ([("Registered", "20021112", "20021201"), ("Accepted", "19940429", "19940401")], "1994-04-01"),
        ([("Registered", "20021112", "20021201")], "2002-12-01"),
        ([("Accepted", "19940307", ""), ("Renewal of registration", "20121112", "20121201")], "2002-11-12"),
        ([], "2002-11-12"),
    ],
)
def test_the_first_journal_of_israel_counts_before_the_registration(
    tmp_path: Path, events: list[tuple[str, str, str]], day: str
) -> None:
    carry(brand(tmp_path, *events))
    assert published() == [(day, True)]
    told = {event.comment for event in Record.objects.get().legalevents.exclude(comment="")}
    assert {f"Journal: {bulletin}" for _, _, bulletin in events if bulletin} <= told


ACCEPTED, REGISTERED = ("Accepted", "19940429", "19940401"), ("Registered", "20021112", "20021201")


@pytest.mark.parametrize("order", [*permutations([(ACCEPTED,), (REGISTERED,), ()])])
def test_the_first_journal_of_israel_counts_whatever_a_later_file_tells(tmp_path: Path, order: Any) -> None:
    for events in order:
        carry(brand(tmp_path, *events))
    assert [day for day, _ in published()] == ["1994-04-01"]
