"""Legal status data of ST.96: numbers, events by ST.27 codes, what the blocks say, and the status that follows."""

import io

import pytest

from ingest.archive import Member
from ingest.document import Delivered, Number
from ingest.formats import st96_legal
from ingest.models import Finding
from portal.records.models import LegalEvent, Record
from tests.ingest.test_pipeline import carry

NAMESPACES = 'xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common"'
APPLICATION = "<pat:ApplicationIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>1-2018-04729</com:ApplicationNumberText></com:ApplicationNumber><pat:InventionSubjectMatterCategory>Patent</pat:InventionSubjectMatterCategory><pat:FilingDate>2018-10-24</pat:FilingDate></pat:ApplicationIdentification>"
GRANT = "<pat:PatentGrantIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><pat:PatentNumber>1-0028730</pat:PatentNumber><com:PatentDocumentKindCode>B</com:PatentDocumentKindCode><pat:GrantDate>2021-06-27</pat:GrantDate></pat:PatentGrantIdentification>"


def event(code: str, dates: str, block: str = "") -> str:
    names = (
        "com:StateCode",
        "com:PreviousStageCode",
        "com:CurrentStageCode",
        "pat:KeyEventCode",
        "pat:DetailedEventCode",
        "pat:EventIndicatorCode",
        "pat:NationalEventCode",
    )
    pieces = "".join(f"<{name}>{piece}</{name}>" for name, piece in zip(names, code.split("-"), strict=False))
    return f"<pat:StatusEventData><com:StatusEventIdentifier>7</com:StatusEventIdentifier><pat:StatusEventCode>{pieces}</pat:StatusEventCode>{dates}{block}</pat:StatusEventData>"


FILED = event("A-0-1-A10-A12-NAP-XX1", "<com:EventDate>2018-10-24</com:EventDate>")
GRANTED = event(
    "A-2-4-F10-F11", "<com:EventDate>2021-06-01</com:EventDate><com:EffectiveDate>2021-06-27</com:EffectiveDate>"
)
LAPSED = event("N-4-6-H10-H13", "<com:PublicationDate>2023-07-01</com:PublicationDate>", "<pat:IPRightCessationEventData><com:GazetteNumber>A 400</com:GazetteNumber><com:CommentText>fee not paid</com:CommentText></pat:IPRightCessationEventData>")  # fmt: skip


def status(*events: str, numbers: str = APPLICATION + GRANT) -> str:
    return f'<?xml version="1.0"?>\n<pat:PatentLegalStatusData {NAMESPACES} com:st96Version="V7_0"><pat:PatentLegalStatus>{numbers}<pat:StatusEventDataBag>{"".join(events)}</pat:StatusEventDataBag></pat:PatentLegalStatus></pat:PatentLegalStatusData>'


def read(content: str) -> Delivered:
    (found,) = st96_legal.read(Member("l.xml", lambda: io.BytesIO(content.encode())), None)
    assert isinstance(found, Delivered)
    return found


def test_numbers_and_events_are_taken():
    found = read(status(FILED, GRANTED, LAPSED))
    assert (found.office, found.right, found.granted_on, found.as_of) == ("VN", "patent", "2021-06-27", "2023-07-01")
    assert found.application == Number("VN", "1-2018-04729", date="2018-10-24")
    assert found.publications == [Number("VN", "1-0028730", "B", "2021-06-27")]
    assert [(e.code, e.date, e.name, e.comment) for e in found.events] == [
        ("A-0-1-A10-A12", "2018-10-24", "Application filed (A12)", "office's code XX1; indicator NAP"),
        ("A-2-4-F10-F11", "2021-06-27", "IP right granted (F11)", "event of 2021-06-01"),
        ("N-4-6-H10-H13", "2023-07-01", "IP right ceased (H13)", "A 400, fee not paid"),
    ]
    assert found.problems == []


@pytest.mark.parametrize("code", ["A-1-2-J10-J11", "X-1-2-D10-D11", "A-1-2", ""])
def test_a_code_the_standard_does_not_know_is_told(code):
    found = read(status(event(code, "<com:EventDate>2020-01-02</com:EventDate>")))
    assert found.events == []
    assert [p.code for p in found.problems] == ["READ-VALUE"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("N-6-6-K10-K11", "Revival of the IP right requested (K11)"),
        ("N-5-5-C10-C12", "Request for revival of the application rejected (C12)"),
        ("A-4-4-U10-U13", "Renewal or maintenance fee not paid (U13)"),
        ("A-6-4-K10-K13", "IP right revived (K13)"),
    ],
)
def test_what_was_only_asked_for_or_refused_is_not_said_to_have_happened(code, words):
    assert [e.name for e in read(status(event(code, "<com:EventDate>2020-01-02</com:EventDate>"))).events] == [words]


def test_a_code_in_one_text_is_read_as_well():
    whole = "<pat:StatusEventData><pat:StatusEventCode>A-1-2-D10-D11-exm</pat:StatusEventCode><com:EventDate>2020-01-02</com:EventDate></pat:StatusEventData>"
    assert [e.code for e in read(status(whole)).events] == ["A-1-2-D10-D11-exm"]


def test_a_new_element_announces_itself():
    found = read(status(FILED, numbers=APPLICATION + "<pat:NewIdentification/>"))
    assert [p.sentence.split()[2] for p in found.problems] == ["PatentLegalStatus/NewIdentification"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("events", "state"), [((FILED,), "pending"), ((FILED, GRANTED), "in_force"), ((FILED, GRANTED, LAPSED), "ended")]
)
def test_the_status_follows_from_the_codes_alone(settings, tmp_path, events, state):
    settings.DELIVERIES_DIR, settings.TRANSLATION_PROVIDER = tmp_path / "deliveries", "none"
    path = tmp_path / "legal.xml"
    path.write_text(status(*events, numbers=APPLICATION), encoding="utf-8")
    assert carry(path).delivery.dialect == "st96-legal"
    record = Record.objects.get()
    assert (record.id, record.status) == ("VN-P-1201804729", state)
    assert set(LegalEvent.objects.values_list("confidence", flat=True)) == {1.0}
    assert not Finding.objects.filter(code="EVENT-UNMAPPED").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("codes", "state", "granted"),
    [
        ("A-0-1-A10-A12 N-4-6-U10-U13", "ended", False),
        ("A-2-4-F10-F11 N-4-4-H10-H13 A-4-4-K10-K11", "in_force", True),
        ("A-2-4-F10-F11 T-4-6-N10-N11", "ended", True),
        ("A-2-4-F10-F11 A-4-2-Y10-Y11", "pending", False),
        ("A-2-4-F10-F11 A-4-2-Y10-Y11 A-2-4-F10-F11", "in_force", True),
        ("A-1-1-Q10-Q12 N-2-6-B10-B15 A-6-3-V10-V11", "pending", False),
        ("A-1-1-Q10-Q12 N-2-2-B10-B12 A-2-2-U10-U11", "pending", False),
        ("A-2-4-F10-F11 A-2-2-P10-P11", "in_force", True),
    ],
)
def test_the_state_is_what_the_codes_say(tmp_path, settings, codes: str, state: str, *, granted: bool) -> None:
    settings.DELIVERIES_DIR = tmp_path / "kept"
    path = tmp_path / "l.xml"
    rows = [event(c, f"<com:EventDate>{2019 + n}-02-01</com:EventDate>") for n, c in enumerate(codes.split())]
    path.write_text(status(*rows, numbers=APPLICATION), encoding="utf-8")
    carry(path)
    record = Record.objects.get()
    assert (record.status, record.grant_date is not None) == (state, granted)
