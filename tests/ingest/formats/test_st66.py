"""Marks and designs of ST.66 and ST.86: every value, the levels offices leave out, placeholders, and the real files."""

import io
import json
import zipfile

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Event, Name, Number, Related, Symbol, Unreadable
from ingest.formats import st66
from ingest.offices.profiles import load
from portal.records.derive import derive
from tests.ingest.normalise.test_drafts import made

MARK = """<RegistrationOfficeCode>KH</RegistrationOfficeCode><ApplicationNumber>KH/67/M</ApplicationNumber><ApplicationDate>2015-08-06</ApplicationDate>
<RegistrationNumber>67</RegistrationNumber><RegistrationDate>2016-06-10</RegistrationDate><ApplicationLanguageCode>kh</ApplicationLanguageCode><ExpiryDate>2025-08-06</ExpiryDate>
<wo:MarkCurrentStatusCode>{status}</wo:MarkCurrentStatusCode><MarkCurrentStatusDate>2016-10-27</MarkCurrentStatusDate><KindMark>Individual</KindMark>
<MarkImageDetails><MarkImage><MarkImageFilename>ATTACHMENT/logo</MarkImageFilename><MarkImageCategory><CategoryKind>Vienna</CategoryKind><CategoryVersion>7</CategoryVersion>
<CategoryCodeDetails><CategoryCode>03.11.10</CategoryCode><CategoryCode>27.05.01</CategoryCode></CategoryCodeDetails></MarkImageCategory></MarkImage></MarkImageDetails>
<GoodsServicesDetails><GoodsServices><ClassDescriptionDetails>
<ClassDescription><ClassNumber>10</ClassNumber><GoodsServicesDescription languageCode="en">Lamps.</GoodsServicesDescription></ClassDescription>
<ClassDescription><ClassNumber>11</ClassNumber><GoodsServicesDescription languageCode="en">Ovens.</GoodsServicesDescription><GoodsServicesDescription languageCode="kh">ឡ</GoodsServicesDescription></ClassDescription>
</ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>
<PriorityDetails><Priority><PriorityCountryCode>US</PriorityCountryCode><PriorityNumber>85651317</PriorityNumber><PriorityDate>2015-06-13</PriorityDate></Priority></PriorityDetails>
<PublicationDetails><Publication><PublicationDate>2016-07-29</PublicationDate></Publication></PublicationDetails>
<ApplicantDetails><Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails>
<FreeFormatNameLine languageCode="kh">ចង្កៀង</FreeFormatNameLine><FreeFormatNameLine languageCode="en">Lamp Co.</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name>
<Address><AddressCountryCode>KH</AddressCountryCode><FreeFormatAddress><FreeFormatAddressLine>1 Road</FreeFormatAddressLine><FreeFormatAddressLine>1 Road</FreeFormatAddressLine></FreeFormatAddress></Address>
</FormattedNameAddress></ApplicantAddressBook></Applicant></ApplicantDetails>
<RepresentativeDetails><Representative><RepresentativeAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>Agent</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name>
<Address><AddressCountryCode>-</AddressCountryCode></Address></FormattedNameAddress></RepresentativeAddressBook></Representative></RepresentativeDetails>
<wo:WordMarkSpecification><wo:MarkVerbalElementText>LAMPA</wo:MarkVerbalElementText></wo:WordMarkSpecification>
<wo:MarkEventDetails><wo:MarkEvent><wo:MarkEventDate>2015-08-06</wo:MarkEventDate><wo:MarkEventCode>Filed</wo:MarkEventCode><wo:OfficeSpecificMarkEventName>N/A</wo:OfficeSpecificMarkEventName></wo:MarkEvent>
<wo:MarkEvent><wo:MarkEventDate>2016-10-27</wo:MarkEventDate><wo:MarkEventCode>Registered</wo:MarkEventCode><wo:OfficeSpecificMarkEventName>Registration</wo:OfficeSpecificMarkEventName>
<wo:OfficeSpecificMarkEventCode>123</wo:OfficeSpecificMarkEventCode><wo:OfficeSpecificMarkEventDescription languageCode="kh">ចុះបញ្ជី</wo:OfficeSpecificMarkEventDescription></wo:MarkEvent></wo:MarkEventDetails>"""
ADDRESS_BOOK = "<{0}Details><{0}><{0}AddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine languageCode='th'>{1}</FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></{0}AddressBook></{0}></{0}Details>"
DESIGN = f"""<DesignIdentifier>{{n}}</DesignIdentifier><DesignTitle languageCode="th" sequenceNumber="1">โคมไฟ {{n}}</DesignTitle><DesignCurrentStatusCode>Registered</DesignCurrentStatusCode>
<DesignCurrentStatusDate>2020-02-03</DesignCurrentStatusDate><RegistrationNumber>77</RegistrationNumber><RegistrationDate>2020-02-03</RegistrationDate>
<IndicationProductDetails><IndicationProduct><ClassificationKindCode>Locarno</ClassificationKindCode><ClassificationVersion>12</ClassificationVersion><ClassDescriptionDetails><ClassDescription><ClassNumber>26-05</ClassNumber><ProductDescription>Lamps</ProductDescription></ClassDescription></ClassDescriptionDetails></IndicationProduct></IndicationProductDetails>
<NoveltyStatement languageCode="th">รูปร่าง</NoveltyStatement>{ADDRESS_BOOK.format("Applicant", "ผู้ขอ")}{ADDRESS_BOOK.format("Designer", "ผู้ออกแบบ")}
<DesignEventDetails><DesignEvent><DesignEventDate>2019-01-02</DesignEventDate><DesignEventCode>Filed</DesignEventCode></DesignEvent></DesignEventDetails>"""
DESIGNS = "".join(f"<Design>{DESIGN.format(n=n)}</Design>" for n in (1, 2))
APPLICATION = f"""<RegistrationOfficeCode>TH</RegistrationOfficeCode><DesignApplicationNumber>1902000123</DesignApplicationNumber><DesignApplicationDate>2019-01-02</DesignApplicationDate>
<DesignApplicationLanguageCode>th</DesignApplicationLanguageCode><ApplicantDetails><ApplicantKey>1</ApplicantKey></ApplicantDetails><DesignDetails>{DESIGNS}</DesignDetails>"""


def transaction(body: str, data: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?><Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks" xmlns:wo="wo"><TransactionHeader><SenderDetails/></TransactionHeader><{body}>
<TransactionContentDetails><TransactionIdentifier/><TransactionCode>T</TransactionCode><TransactionData>{data}</TransactionData></TransactionContentDetails></{body}></Transaction>"""


def mark(inside: str = MARK.format(status="Registered"), more: str = "") -> str:
    levels = f"<TradeMarkApplication><TradeMarkDetails><TradeMark>{inside}</TradeMark></TradeMarkDetails></TradeMarkApplication>"
    return transaction("TradeMarkTransactionBody", levels + more)


def design() -> str:
    levels = (
        f"<DesignApplicationDetails><DesignApplication>{APPLICATION}</DesignApplication></DesignApplicationDetails>"
    )
    return transaction("DesignTransactionBody", levels)


def read(content: str | bytes) -> list[Delivered | Unreadable]:
    held = content.encode() if isinstance(content, str) else content
    return list(st66.read(Member("m.xml", lambda: io.BytesIO(held)), None))


def one(content: str) -> Delivered:
    (found,) = read(content)
    assert isinstance(found, Delivered)
    return found


@pytest.mark.parametrize("level", ["TradeMark", "TransactionContentDetails", "TradeMarkTransactionBody"])
def test_a_mark_that_is_deleted_is_told_and_not_stored(level: str) -> None:
    (found,) = read(mark().replace(f"<{level}>", f'<{level} wo:operationCode="Delete">'))
    assert isinstance(found, Unreadable)
    assert (found.problem.code, "KH KH/67/M" in found.problem.sentence) == ("READ-TAKEN-BACK", True)
    assert b"LAMPA" in found.content


@pytest.mark.parametrize(
    ("path", "value", "other"),
    [
        ("RegistrationNumber", "67", "68"),
        ("RegistrationDate", "2016-06-10", "2017-06-10"),
        ("ApplicationNumber", "KH/67/M", "KH/68/M"),
        ("ApplicationDate", "2015-08-06", "2014-08-06"),
        ("RegistrationNumber", "67", "67"),
    ],
)
def test_a_second_value_where_one_is_wanted_is_told(path: str, value: str, other: str) -> None:
    first = f"<{path}>{value}</{path}>"
    found = one(mark().replace(first, f"{first}<{path}>{other}</{path}>"))
    told = [p.sentence for p in found.problems if p.code in ("READ-VALUE", "READ-NEW")]
    assert [(value in sentence, other in sentence) for sentence in told] == ([(True, True)] if other != value else [])


@pytest.mark.parametrize(
    ("bulletins", "publications", "first"),
    [
        ([("", "2016-07-29")], [("67", ""), ("KH/67/M", "2016-07-29")], "2016-07-29"),
        ([("", "2016-07-29"), ("", "2016-01-29")], [("67", ""), ("KH/67/M", "2016-01-29")], "2016-01-29"),
        ([("B 12", "2016-07-29"), ("", "2016-09-29")], [("67", ""), ("B 12", "2016-07-29"), ("KH/67/M", "2016-09-29")], "2016-07-29"),
        ([("67", "2016-07-29")], [("67", "2016-07-29")], "2016-07-29"),
        ([("", "")], [("67", "2016-06-10")], "2016-06-10"),
        ([], [("67", "2016-06-10")], "2016-06-10"),
    ],
)  # fmt: skip
def test_the_day_of_a_bulletin_is_that_of_the_publication_and_not_the_day_of_the_registration(
    bulletins, publications, first
):
    told = "".join(
        f"<Publication><PublicationIdentifier>{n}</PublicationIdentifier><PublicationDate>{day}</PublicationDate></Publication>"
        for n, day in bulletins
    )
    found = one(mark().replace("<Publication><PublicationDate>2016-07-29</PublicationDate></Publication>", told))
    assert found.publications == [Number("KH", number, date=day) for number, day in publications]
    draft, said = made(found, load("KH"))
    derive(draft.record, draft.publications, draft.events)
    assert (str(draft.record.publication_date), str(draft.record.grant_date)) == (first, "2016-06-10")
    assert "PUB-UNDATED" not in said


def test_an_event_tells_the_day_of_the_publication_where_no_bulletin_does():
    told = EVENT.format("2016-08-29", "Published")
    found = one(
        mark()
        .replace("<Publication><PublicationDate>2016-07-29</PublicationDate></Publication>", "")
        .replace("<wo:MarkEventDetails>", f"<wo:MarkEventDetails>{told}")
    )
    assert found.publications == [Number("KH", "67"), Number("KH", "KH/67/M", date="2016-08-29")]


def test_a_priority_without_a_number_is_kept_to_be_told() -> None:
    (priority,) = one(mark().replace("<PriorityNumber>85651317</PriorityNumber>", "")).related
    assert priority.number == Number("US", "", date="2015-06-13")


def test_of_two_marks_in_one_transaction_the_deleted_one_is_told_once() -> None:
    inside = MARK.format(status="Registered")
    other = inside.replace("KH/67/M", "KH/68/M")
    deleted, kept = read(
        mark(inside + f"</TradeMark><TradeMark>{other}").replace("<TradeMark>", '<TradeMark operationCode="Delete">', 1)
    )
    assert isinstance(deleted, Unreadable)
    assert isinstance(kept, Delivered)
    assert [p.code for p in kept.problems if p.code in ("READ-DELETE", "READ-TAKEN-BACK")] == []


def test_a_value_that_is_deleted_is_told_and_not_taken() -> None:
    found = one(mark().replace("<Applicant>", '<Applicant operationCode="Delete">'))
    assert [name.role for name in found.names] == ["agent"]
    assert [problem.code for problem in found.problems if problem.code == "READ-DELETE"] == ["READ-DELETE"]
    assert one(mark().replace("<TradeMark>", '<TradeMark operationCode="Insert">')).names


def texts(document: Delivered) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(t.part, t.language, [(p["n"], p["t"]) for p in t.paragraphs]) for t in document.texts]


def test_every_value_of_a_mark_is_taken():
    found = one(mark())
    assert (found.office, found.right, found.as_of, found.granted_on) == ("KH", "trademark", "2016-10-27", "2016-06-10")
    assert found.expires_on == "2025-08-06"
    assert found.application == Number("KH", "KH/67/M", date="2015-08-06")
    assert found.publications == [Number("KH", "67"), Number("KH", "KH/67/M", date="2016-07-29")]
    assert found.symbols == [
        Symbol("nice", "10"),
        Symbol("nice", "11"),
        Symbol("vienna", "03.11.10", "7"),
        Symbol("vienna", "27.05.01", "7"),
    ]
    assert texts(found) == [
        ("title", "kh", [("", "LAMPA")]),
        ("description", "en", [("10", "Lamps."), ("11", "Ovens.")]),
        ("description", "kh", [("11", "ឡ")]),
    ]
    assert found.names == [Name("applicant", "ចង្កៀង", "KH", "1 Road", "Lamp Co."), Name("agent", "Agent")]
    assert found.related == [Related("priority", Number("US", "85651317", date="2015-06-13"))]
    assert found.events == [
        Event("Filed", "Filed", "2015-08-06", language="en"),
        Event("Registered", "ចុះបញ្ជី", "2016-10-27", "Office's code 123", language="kh"),
        Event("Registered", "Registered", "2016-10-27", "Current status", language="en", status=True),
    ]
    assert [(p.code, p.sentence) for p in found.problems] == [
        ("READ-PLACEHOLDER", "“-” in AddressCountryCode was taken as empty."),
        ("READ-PLACEHOLDER", "“N/A” in OfficeSpecificMarkEventName was taken as empty."),
    ]


@pytest.mark.parametrize("word", ["Rights re-established", "Restored", "Reinstated", "Revived"])
@pytest.mark.parametrize(
    ("words", "state"),
    [(("Registered", "Expired"), "in_force"), (("Filed", "Refused"), "pending"), (("Registered",), "in_force")],
)
def test_what_is_restored_is_as_it_was_before_it_ended(words, state, word):
    day = "<wo:MarkEvent><wo:MarkEventDate>2016-{:02}-01</wo:MarkEventDate><wo:MarkEventCode>{}</wo:MarkEventCode></wo:MarkEvent>"
    events = "".join(day.format(n, each) for n, each in enumerate((*words, word), 1))
    inside = "<ApplicationNumber>KH/M/2015/00067</ApplicationNumber>"
    draft, _ = made(one(mark(f"{inside}<wo:MarkEventDetails>{events}</wo:MarkEventDetails>")), load("KH"))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == state


def test_a_status_no_event_says_becomes_one():
    assert one(mark(MARK.format(status="Hết hạn"))).events[-1] == Event(
        "Hết hạn", "Hết hạn", "2016-10-27", "Current status", status=True
    )


@pytest.mark.parametrize(
    ("codes", "current", "state", "reason"),
    [
        (("Registered", "Withdrawn"), "Withdrawn", "ended", "Withdrawn"),
        (("Withdrawn", "Registered"), "Withdrawn", "ended", "Withdrawn"),
        (
            ("Registered", "Expired"),
            "Registered",
            "in_force",
            "Registered; it had ended before: Expired (27 October 2016)",
        ),
        (("Expired", "Registered"), "Expired", "ended", "Expired"),
    ],
)
def test_of_what_is_said_of_one_day_the_current_status_has_the_last_word(codes, current, state, reason):
    day = "<wo:MarkEvent><wo:MarkEventDate>2016-10-27</wo:MarkEventDate><wo:MarkEventCode>{}</wo:MarkEventCode></wo:MarkEvent>"
    before, _, after = MARK.format(status=current).partition("<wo:MarkEvent>")
    inside = before + "".join(map(day.format, codes)) + "</wo:MarkEventDetails>"
    assert after
    draft, _ = made(one(mark(inside)), load("KH"))
    derive(draft.record, draft.publications, draft.events)
    assert (draft.record.status, draft.record.status_reason) == (state, reason)


TERMINATED = "Registered; it had ended before: Terminated (3 March 2020)"
EVENT = "<wo:MarkEvent><wo:MarkEventDate>{}</wo:MarkEventDate><wo:MarkEventCode>{}</wo:MarkEventCode></wo:MarkEvent>"


@pytest.mark.parametrize(
    ("events", "more", "state", "reason"),
    [
        ((), "", "ended", "Terminated"),
        ((("2016-06-10", "Registered"),), "", "ended", "Terminated"),
        ((("2020-03-03", "Cancelled"),), "", "ended", "Cancelled"),
        ((("2020-03-03", "Assigned"),), "", "ended", "Terminated"),
        ((("2021-01-02", "Restored"),), "", "in_force", "Restored"),
        ((), "<ExpiryDate>2020-03-03</ExpiryDate>", "in_force", "Granted"),  # what is past its term is told elsewhere
        ((), "<MarkCurrentStatusCode>Registered</MarkCurrentStatusCode>", "in_force", TERMINATED),  # and told
        (
            (),
            "<MarkCurrentStatusCode>Registered</MarkCurrentStatusCode><MarkCurrentStatusDate>2021-12-01</MarkCurrentStatusDate>",
            "in_force",
            TERMINATED,
        ),
    ],
)
def test_a_registration_ends_on_its_day_of_termination_unless_an_event_says_so(events, more, state, reason):
    told = "".join(EVENT.format(*each) for each in events)
    inside = "<ApplicationNumber>KH/M/2015/00067</ApplicationNumber><RegistrationDate>2016-06-10</RegistrationDate>"
    inside += f"{more}<TerminationDate>2020-03-03</TerminationDate><wo:MarkEventDetails>{told}</wo:MarkEventDetails>"
    draft, _ = made(one(mark(inside)), load("KH"))
    derive(draft.record, draft.publications, draft.events)
    assert (draft.record.status, draft.record.status_reason) == (state, reason)


def test_that_a_status_without_a_day_goes_before_the_day_of_termination_is_told():
    inside = "<ApplicationNumber>1</ApplicationNumber><TerminationDate>2020-03-03</TerminationDate><MarkCurrentStatusCode>{}</MarkCurrentStatusCode>"
    told = "“Registered” has no day and was taken, though the registration was terminated on 2020-03-03."
    assert [problem.sentence for problem in one(mark(inside.format("Registered"))).problems] == [told]
    assert one(mark(inside.format("Expired"))).problems == []


@pytest.mark.parametrize(("days", "place"), [(("2015-08-06", "2016-06-10"), 2), (("2016-06-10", "2015-08-06"), 0)])
def test_the_day_of_termination_stands_where_the_list_has_the_latest(days, place):
    told = "".join(EVENT.format(day, "Filed") for day in days)
    inside = f"<ApplicationNumber>KH/M/2015/00067</ApplicationNumber><TerminationDate>2020-03-03</TerminationDate><wo:MarkEventDetails>{told}</wo:MarkEventDetails>"
    assert [event.code for event in one(mark(inside)).events].index("Terminated") == place


def test_a_day_of_renewal_is_an_event_and_the_time_for_oppositions_is_left_on_purpose():
    more = "<RenewalDate>2025-08-01</RenewalDate><OppositionPeriodEndDate>2016-09-29</OppositionPeriodEndDate>"
    found = one(mark(MARK.format(status="Registered") + more))
    assert Event("Renewed", "Renewed", "2025-08-01", language="en") in found.events
    assert "READ-NEW" not in [problem.code for problem in found.problems]


def test_the_day_of_expiry_of_a_design_is_taken():
    expiring = design().replace("</DesignTitle>", "</DesignTitle><ExpiryDate>2029-04-08</ExpiryDate>")
    assert one(expiring).expires_on == "2029-04-08"


def test_an_application_with_several_designs_is_one_document():
    found = one(design())
    assert (found.office, found.right, found.as_of, found.granted_on) == ("TH", "design", "2020-02-03", "2020-02-03")
    assert found.application == Number("TH", "1902000123", date="2019-01-02")
    assert found.symbols == [Symbol("locarno", "26-05", "12")]
    assert texts(found) == [
        ("title", "th", [("", "โคมไฟ 1"), ("", "โคมไฟ 2")]),
        ("description", "th", [("", "รูปร่าง"), ("26-05", "Lamps")]),
    ]
    assert found.names == [Name("applicant", "ผู้ขอ"), Name("inventor", "ผู้ออกแบบ")]
    assert [event.code for event in found.events] == ["Filed", "Filed", "Registered"]
    assert found.problems == []


@pytest.mark.parametrize(
    ("kind", "role"),
    [("ORIGINAL APPLICANT", "applicant"), ("SUBSEQUENT OWNER AFTER REGISTRATION", "owner"), ("", "applicant")],
)
def test_applicants_beside_the_mark_are_taken_with_their_part(kind, role):
    ext = f"</ApplicantAddressBook><ApplicantExt><PartyTypeDescriptionText>{kind}</PartyTypeDescriptionText></ApplicantExt>"
    beside = ADDRESS_BOOK.format("Applicant", "Late Owner").replace("</ApplicantAddressBook>", ext)
    number = "<RegistrationOfficeCode>US</RegistrationOfficeCode><ApplicationNumber>1</ApplicationNumber>"
    content = mark(number, beside).replace("<TradeMarkApplication>", "").replace("</TradeMarkApplication>", "")
    assert one(content).names == [Name(role, "Late Owner")]


def test_a_formatted_address_is_put_together():
    book = "<Address><FormattedAddress><AddressStreet>2 Lane</AddressStreet><AddressCity>Apia</AddressCity><FormattedAddressCountryCode>WS</FormattedAddressCountryCode></FormattedAddress></Address></FormattedNameAddress>"
    content = mark(ADDRESS_BOOK.format("Applicant", "A").replace("</FormattedNameAddress>", book, 1))
    assert one(content).names == [Name("applicant", "A", "WS", "2 Lane, Apia")]


@pytest.mark.parametrize("empty", ["-", "--", "N/A", "n/a", "NONE", "null", "."])
def test_a_placeholder_is_empty_and_told(empty):
    found = one(
        mark(
            f"<ApplicationNumber>1</ApplicationNumber><wo:WordMarkSpecification><wo:MarkVerbalElementText>{empty}</wo:MarkVerbalElementText></wo:WordMarkSpecification>"
        )
    )
    assert (found.texts, [p.code for p in found.problems]) == ([], ["READ-PLACEHOLDER"])


def test_a_folder_a_mark_in_a_zip(tmp_path):
    path = tmp_path / "KH.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in ("KH67", "KH68"):
            archive.writestr(f"KH/{number}/{number}_biblio.xml", mark().replace("KH/67/M", f"KH/{number[2:]}/M"))
            archive.writestr(f"KH/{number}/ATTACHMENT/logo.jpg", b"\xff\xd8\xff\xe0")
    assert [d.application.value for d in documents(path) if isinstance(d, Delivered)] == ["KH/67/M", "KH/68/M"]


def test_the_office_of_the_profile_stands_in_where_none_is_named():
    content = mark("<ApplicationNumber>1</ApplicationNumber>").encode()
    (found,) = st66.read(Member("m", lambda: io.BytesIO(content)), load("KH"))
    assert found.office == "KH"


def test_what_is_new_is_told_and_a_transaction_without_a_mark_too():
    found = one(mark("<ApplicationNumber>1</ApplicationNumber><Sound>x</Sound>"))
    assert [p.sentence.split()[2].rpartition("/")[2] for p in found.problems] == ["Sound"]
    (stranger,) = read(transaction("TradeMarkTransactionBody", "<Geography/>"))
    assert isinstance(stranger, Unreadable)


@pytest.mark.parametrize("cut", [400, 2000, -40])
def test_a_file_that_breaks_off_ends_in_a_sentence(cut):
    last = read(mark()[:cut])[-1]
    assert isinstance(last, Unreadable)
    assert last.problem.code == "READ-XML"


@given(st.binary(max_size=200))
def test_any_bytes_end_in_documents_or_a_sentence(content):
    assert all(
        isinstance(d, Delivered) or d.problem.sentence
        for d in read(b"<Transaction><TradeMarkTransactionBody>" + content)
    )


@pytest.mark.parametrize("folder", ["wipo-st66-ipas", "us-trademarks"])
def test_the_real_files_agree_with_the_counts_made_by_another_method(folder):
    base = settings.OFFICE_DATA_DIR / folder
    if not base.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())[folder]["files"]
    st66_files = {n: f for n, f in files.items() if (f.get("namespace") or "").endswith("XMLSchema/trademarks")}
    assert len(st66_files) == {"wipo-st66-ipas": 20, "us-trademarks": 6}[folder]
    for name, counts in st66_files.items():
        (found,) = documents(base / name)
        assert isinstance(found, Delivered)
        assert (found.office, found.application.value) == (counts["office_inside"], counts["application"])
        assert sum(s.scheme == "nice" for s in found.symbols) == counts["nice_class_numbers"]
        assert sum(e.comment != st66.STATUS for e in found.events) == counts["events"]
        assert [p for p in found.problems if p.code != "READ-PLACEHOLDER"] == []


def test_what_is_said_of_a_mark_besides_its_word_is_described_and_a_significant_part_alone_is_its_word():
    word = "<MarkSignificantVerbalElementText>TRE</MarkSignificantVerbalElementText><MarkTranslation>bamboo</MarkTranslation>"
    more = "<MarkDisclaimerDetails><MarkDisclaimer>No right to “tre”.</MarkDisclaimer></MarkDisclaimerDetails>"
    image = "<MarkImageDetails><MarkImage><MarkImageColourClaimedText>green</MarkImageColourClaimedText></MarkImage></MarkImageDetails>"
    found = one(mark(f"<WordMarkSpecification>{word}</WordMarkSpecification>{more}{image}"))
    assert [(part, lines) for part, _, lines in texts(found)] == [
        ("title", [("", "TRE")]),
        ("description", [("Disclaimer", "No right to “tre”."), ("Translation", "bamboo"), ("Colours", "green")]),
    ]
    assert found.problems == []
