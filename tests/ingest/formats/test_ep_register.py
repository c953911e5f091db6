"""The European Patent Register in answers of OPS."""

import io
import re

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Related, Symbol
from ingest.formats import ops
from ingest.offices.profiles import load

STATUS = "<r:ep-patent-statuses><r:ep-patent-status change-date='20191025' status-code='8'>The patent has been granted</r:ep-patent-status></r:ep-patent-statuses>"
BOOK = "<r:addressbook cdsid='1'><r:name>{}</r:name><r:address><r:address-1>Road 1</r:address-1><r:country>FI</r:country></r:address></r:addressbook>"
ID = "<r:document-id><r:country>EP</r:country><r:doc-number>{}</r:doc-number>{}<r:date>{}</r:date></r:document-id>"
DATA = f"""<r:bibliographic-data country="EP"><r:publication-reference>{ID.format(2400812, "<r:kind>A1</r:kind>", 20111228)}</r:publication-reference>
<r:publication-reference>{ID.format(2400812, "<r:kind>B1</r:kind>", 20191127)}</r:publication-reference>
<r:classifications-ipcr change-date="20190524"><r:classification-ipcr><r:text>H04W84/20,  // H04W88/04</r:text></r:classification-ipcr></r:classifications-ipcr>
<r:classifications-ipcr change-date="20111228"><r:classification-ipcr><r:text>G01N1/00</r:text></r:classification-ipcr></r:classifications-ipcr>
<r:application-reference>{ID.format(10167109, "", 20100624)}</r:application-reference>
<r:priority-claims><r:priority-claim sequence="1" kind="national"><r:country>FI</r:country><r:doc-number>20095001</r:doc-number><r:date>20090624</r:date></r:priority-claim></r:priority-claims>
<r:parties><r:applicants change-date="20191018"><r:applicant sequence="1">{BOOK.format("Now Oy")}<r:residence><r:country/></r:residence></r:applicant></r:applicants>
<r:applicants change-date="20111228"><r:applicant sequence="1">{BOOK.format("Then Oy")}</r:applicant></r:applicants>
<r:inventors><r:inventor sequence="01">{BOOK.format("Aho, Ada")}</r:inventor></r:inventors></r:parties>
<r:designation-of-states><r:x>y</r:x></r:designation-of-states>
<r:invention-title lang="en">NETWORK</r:invention-title><r:invention-title lang="en">NETWORKS</r:invention-title><r:invention-title lang="de">NETZ</r:invention-title></r:bibliographic-data>"""
EVENTS = """<r:events-data><r:dossier-event id="E1"><r:event-date><r:date>20220708</r:date></r:event-date><r:event-code>0009250</r:event-code>
<r:event-text event-text-type="DESCRIPTION">Lapse of the patent in a contracting state</r:event-text><r:gazette-reference><r:gazette-num>2022/32</r:gazette-num><r:date>20220810</r:date></r:gazette-reference></r:dossier-event></r:events-data>"""
STEPS = """<r:procedural-data><r:procedural-step id="S1"><r:procedural-step-code>RFEE</r:procedural-step-code><r:procedural-step-text step-text-type="STEP_DESCRIPTION">Renewal fee payment</r:procedural-step-text>
<r:procedural-step-text step-text-type="YEAR">03</r:procedural-step-text><r:procedural-step-date step-date-type="DATE_OF_PAYMENT"><r:date>20120620</r:date></r:procedural-step-date></r:procedural-step></r:procedural-data>"""


def read(*files: str, query: str = "publication=EP2400812") -> list[Delivered]:
    inner = "".join(
        f"<r:register-document date-produced='20251025' lang='en'>{one}</r:register-document>" for one in files
    )
    xml = f"<o:world-patent-data xmlns:o='o' xmlns:r='r'><o:register-search><o:query>{query}</o:query><r:register-documents>{inner}</r:register-documents></o:register-search></o:world-patent-data>"
    found = list(ops.read(Member("r.xml", lambda: io.BytesIO(xml.encode())), None))
    assert all(isinstance(one, Delivered) for one in found)
    return [one for one in found if isinstance(one, Delivered)]


def test_every_value_of_a_file_is_taken_as_it_stands_now():
    (one,) = read(STATUS + DATA + EVENTS + STEPS)
    assert (one.office, one.as_of, one.granted_on, one.problems) == ("EP", "20251025", "20191127", [])
    assert one.application == Number("EP", "10167109", date="20100624")
    assert one.publications == [
        Number("EP", "2400812", kind, day) for kind, day in (("A1", "20111228"), ("B1", "20191127"))
    ]
    assert one.names == [Name("applicant", "Now Oy", "FI", "Road 1"), Name("inventor", "Aho, Ada", "FI", "Road 1")]
    assert one.symbols == [Symbol("ipc", "H04W84/20"), Symbol("ipc", "H04W88/04")]
    assert [(text.language, text.paragraphs[0]["t"]) for text in one.texts] == [("en", "NETWORK"), ("de", "NETZ")]
    assert one.related == [Related("priority", Number("FI", "20095001", date="20090624"))]
    assert one.events == [
        Event("", "The patent has been granted", "20191025", language="en", status=True),
        Event("0009250", "Lapse of the patent in a contracting state", "20220708", "", "2022/32", "en"),
        Event("RFEE", "Renewal fee payment", "20120620", "Date of payment; 03", language="en"),
    ]


def test_what_the_register_calls_an_event_has_a_meaning():
    meant = load("EP").events
    (one,) = read(STATUS + DATA + EVENTS + STEPS)
    assert [meant[event.code or event.name].category for event in one.events] == ["F", "W", "U"]


def test_a_file_without_its_number_has_the_one_that_was_asked_for_and_only_where_it_is_alone():
    assert [one.publications for one in read(STATUS + EVENTS)] == [[Number("EP", "2400812")]]
    assert [one.publications for one in read(EVENTS, EVENTS)] == [[], []]
    assert [one.publications for one in read(EVENTS, query="applicant=9Solutions")] == [[]]


def test_what_a_file_is_divided_from_is_kept():
    ids = ID.format("20220790168", "<r:kind>D</r:kind>", "") + ID.format("4409306", "<r:kind>D</r:kind>", "")
    relation = (
        f"<r:relation><r:parent-doc>{ids}</r:parent-doc><r:child-doc>{ID.format('', '', '')}</r:child-doc></r:relation>"
    )
    division = f"<r:related-documents><r:division>{relation}</r:division></r:related-documents>"
    (one,) = read(DATA.replace("<r:parties>", f"{division}<r:parties>"))
    assert one.related[1:] == [
        Related("divided_from", Number("EP", "20220790168")),
        Related("related", Number("EP", "4409306")),
    ]
    assert one.problems == []


def test_a_new_element_is_told():
    (one,) = read(DATA.replace("<r:parties>", "<r:novelty>x</r:novelty><r:parties>"))
    assert [re.split(r"[/ ]", problem.sentence)[4] for problem in one.problems] == ["novelty"]


def test_real_files_are_read_to_the_last_element():
    folder = settings.OFFICE_DATA_DIR / "epo-ops"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    found = [
        one
        for path in sorted(folder.rglob("*register*/response.xml"))
        for one in ops.read(Member("r.xml", lambda path=path: path.open("rb")), None)
    ]
    assert len(found) >= 10
    assert all(isinstance(one, Delivered) and not one.problems for one in found)
    assert sum(len(one.events) for one in found if isinstance(one, Delivered)) > 150
