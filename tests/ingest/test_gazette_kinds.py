"""Publications and texts of gazette dispatches: the printed kind counts, and a date that is only mentioned takes no text."""

import datetime as dt

import pytest
from django.utils import timezone

from ingest.document import Delivered, Event, Number, Passage
from ingest.normalise.drafts import normalise
from ingest.offices.profiles import load
from portal.records.models import Delivery
from tests.ingest.formats.test_rpi import gazette, read, short

NUMBER = "BR 10 2012 004079-3"
TITLE = Passage("title", "pt", [{"n": "", "t": "Forno", "refs": []}])


def drafted(code: str, kind: str, *mentioned: Number):
    document = Delivered(
        "BR", "p", "08/03/2022", Number("BR", NUMBER, kind, "24/02/2012"), publications=[*mentioned], texts=[TITLE]
    )
    document.events = [Event(code, "x", "08/03/2022", kind=kind)]
    draft, _ = normalise(document, load("BR"), Delivery(pk=1, received_at=timezone.now()))
    return draft


@pytest.mark.parametrize(
    ("code", "kind", "published"),
    [
        ("3.1", "A2", [("A2", False)]),
        ("3.1", "E2", [("E2", False)]),
        ("16.1", "F1", [("F1", False)]),
        ("16.3", "C8", [("C8", False)]),
        ("16.1", "", [("B1", True)]),
        ("6.1", "A2", []),
    ],
)
def test_the_kind_the_gazette_prints_goes_before_the_one_of_the_profile(code, kind, published):
    assert [(p.kind, p.kind_inferred) for p in drafted(code, kind).publications] == published


def test_a_publication_a_grant_only_mentions_takes_no_text():
    earlier = Number("BR", NUMBER, "A2", "12/11/2013", kind_inferred=True)
    draft = drafted("16.1", "B1", earlier)
    assert [(p.kind, p.date, p.kind_inferred) for p in draft.publications] == [
        ("A2", dt.date(2013, 11, 12), True),
        ("B1", dt.date(2022, 3, 8), False),
    ]
    assert [text.document for text in draft.texts] == [""]


@pytest.mark.parametrize("kind", ["A2", ""])
def test_the_publication_of_a_dispatch_that_is_named_in_it_as_well_is_one(kind):
    (document,) = read(
        gazette(short("3.1", kind, "<publicacao-nacional><data-rpi>08/03/2022</data-rpi></publicacao-nacional>"))
    )
    draft, _ = normalise(document, load("BR"), Delivery(pk=1, received_at=timezone.now()))
    assert [(p.kind, p.date) for p in draft.publications] == [("A2", dt.date(2022, 3, 8))]


@pytest.mark.parametrize("date", ["08/03/2022", ""])
def test_texts_stand_in_the_publication_of_their_own_date(date):
    draft = drafted("6.1", "A2", Number("BR", NUMBER, "A2", date))
    assert [text.document for text in draft.texts] == [f"{draft.publications[0].number_key}-A2"]
