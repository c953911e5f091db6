"""The record page: everything held, level and labelled, with where it came from."""

import pytest

from ingest.models import Finding, Run
from portal.pages.facts import Related
from portal.records.models import Classification, Delivery, Party, Record, RelatedNumber, Scheme, Text
from tests.portal.pages.html import spoken
from tests.portal.pages.shelf import DAY, RECORDS

THAI = "/records/TH-P-1901003456"


def test_the_head_names_the_record(shelf, get):
    page = get(THAI)
    assert page.words("//h1") == "Process for producing amorphous silica from rice husk office English"
    assert page.words("//p[@class='orig']") == "กรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ"
    assert "Thailand · Granted patent · 1901003456 B · application 1901003456" in page.words("//p[@class='id']")


@pytest.mark.parametrize(
    ("record_id", "head", "mark"),
    [
        ("BR-P-102016027418", "Process for obtaining silica from rice husk machine, Bergamot, 30 May 2025", "prov mt"),
        ("KH-U-202100047", "វិធីសាស្ត្រផលិតស៊ីលីកាពីអង្កាម សម្រាប់ចម្រោះទឹក", "no-en"),
        ("PH-P-12020050123", "Solar dryer with a heat store of rice husk", "prov"),
    ],
)
def test_the_head_says_whose_words_it_is_in(shelf, get, record_id, head, mark):
    page = get(f"/records/{record_id}")
    assert page.words("//h1") == head
    assert page.all(f"//header//*[@class='{mark}'] | //h3/*[@class='{mark}']")


def test_between_two_parties_there_is_no_empty_line(shelf, get):
    own = {"record_id": "TH-P-1901003456", "role": "agent", "delivery_id": Delivery.objects.first().pk, "as_of": DAY}
    for place, (name, latin) in enumerate((("ก", "Ko"), ("ข", ""), ("ค", "")), 1):
        Party.objects.create(sequence=place, name=name, name_latin=latin, **own)
    (agents,) = get(THAI).all("//dt[.='Agents']/following-sibling::dd[1]")
    assert [one.tag for one in agents] == ["bdi", "span", "bdi", "br", "bdi"]


def test_an_id_may_be_written_in_any_case(shelf, get):
    assert get(THAI.lower().replace("/th", "/tH")).words("//h1") == get(THAI).words("//h1")


def test_claims_stand_level_in_two_languages(shelf, get):
    page = get(THAI)
    pairs = page.all("//section[@id='claims']//div[starts-with(@id, 'claim-')]")
    assert [pair.get("id") for pair in pairs] == ["claim-1", "claim-2", "claim-3"]
    thai, english = pairs[0].xpath("div")
    assert (thai.get("lang"), thai.get("dir"), thai.get("class")) == ("th", "ltr", None)
    assert (english.get("lang"), english.get("class")) == ("en", "mt")
    assert [p.get("class") for p in thai.xpath("p")] == [None, "step", "step"]
    assert len(english.xpath("p")) == 3
    heads = page.words("//section[@id='claims']//div[@class='pair head']")
    assert "Thai office text" in heads
    assert "English machine, Bergamot, 30 May 2025" in heads


def test_the_claim_tree_leads_to_the_claims(shelf, get):
    page = get(f"{THAI}?q=แกลบ")
    assert "3 claims, 2 independent" in page.words("//nav[@class='tree']")
    assert page.all("//nav[@class='tree']//a/@href") == ["#claim-1", "#claim-2", "#claim-3"]
    assert page.all("//nav[@class='tree']//a[@class='hitc']/@href") == ["#claim-1"]
    assert [a.get("href") for a in page.all("//nav[@class='tree']//ol/li/ol/li/a")] == ["#claim-2"]


def test_words_of_the_query_are_marked_everywhere(shelf, get):
    page = get(f"{THAI}?q=แกลบ OR silica")
    assert {mark.text.lower() for mark in page.all("//main//div[@class='pair']//mark")} == {"แกลบ", "silica"}
    assert page.all("//h1//mark")
    assert not get(THAI).all("//mark")
    assert not get(f"{THAI}?q=((").all("//mark")


def test_the_way_back_is_the_page_it_was_reached_from(shelf, get):
    listed = get("/search?q=แกลบ&office=TH&sort=newest")
    record = get(listed.all("//article//h2/a/@href")[0])
    back = get(record.links("//p[@class='crumb']")["Results for แกลบ"])
    assert back.all("//input[@checked]/@value") == ["TH"]


def test_status_has_its_date_and_its_evidence(shelf, get):
    page = get(THAI)
    section = page.words("//section[@id='status']")
    assert "In force, as of 30 May 2025" in section
    assert (
        "The last delivery of this form held of Thailand is of 30 May 2025; what happened after it is not known here."
        in section
    )
    assert page.links("//section[@id='status']")["See the office’s register"] == "https://register.example/"
    rows = [row.text_content() for row in page.all("//section[@id='status']//tbody/tr")]
    assert len(rows) == 3
    assert "ออกสิทธิบัตร" in rows[1]
    assert "Patent granted" in rows[1]
    assert page.all("//section[@id='status']//abbr/@title")[1] == "IP right granted"
    assert "Granted 5 July 2024" in page.all("//svg[@class='line']/@aria-label")[0]


@pytest.mark.parametrize(
    ("dialect", "state", "last"),
    [("", "stored", "1 June 2025"), ("", "rejected", "30 May 2025"), ("st66", "stored", "30 May 2025")],
)
def test_a_delivery_of_another_form_or_not_stored_tells_nothing_later(shelf, get, dialect, state, last):
    known = Record.objects.get(pk=THAI[9:]).latest_delivery
    said = {"office_id": "TH", "name": "later", "size": 1, "published": "2025-06-01", "state": state}
    Delivery.objects.create(sha256="f" * 64, dialect=dialect or known.dialect, **said)
    assert f"of this form held of Thailand is of {last}; what" in get(THAI).words("//section[@id='status']")


def test_an_end_is_of_its_own_day_and_not_of_the_last_event(shelf, get):
    ended = {"status": "ended", "status_since": "2024-08-01", "status_reason": "Lapsed"}
    Record.objects.filter(pk=THAI.rpartition("/")[2]).update(**ended)
    section = get(THAI).words("//section[@id='status']")
    assert "Ended on 1 August 2024 Lapsed. The last event of known meaning is of 30 May 2025." in section


def test_without_events_and_dated_deliveries_the_status_still_has_a_date(shelf, get):
    Record.objects.get(pk="EG-P-20171283").office.deliveries.update(published=None)
    section = get("/records/EG-P-20171283").words("//section[@id='status']")
    assert "The newest value held of this record was received on 30 May 2025" in section
    assert "No legal event has been delivered" in section


def test_a_day_of_receipt_is_never_that_of_a_document_or_of_an_event(shelf, get):
    record = Record.objects.get(pk="EG-P-20171283")
    head = "//section[@id='claims']//div[contains(@class, 'head')]"
    assert get(f"/records/{record.pk}").words(head).startswith("Arabic office text 30 May 2025")
    record.office.deliveries.update(published=None)
    assert "not dated; received 30 May 2025" in get(f"/records/{record.pk}").words(head)
    record.texts.update(document="20171283-A")
    record.publications.update(date="2019-08-14")
    assert "20171283 A, 14 Aug 2019" in get(f"/records/{record.pk}").words(head)
    own = {"delivery": record.latest_delivery, "as_of": "2025-05-30", "name": "Pending"}
    record.legalevents.create(key="1", comment="The status the register showed on this day.", shows_status=True, **own)
    record.legalevents.create(key="2", **own)
    days = get(f"/records/{record.pk}").all("//caption[text()='Legal events']/../tbody/tr/td[1]")
    assert [spoken(cell) for cell in days] == ["not dated; received 30 May 2025", "no date"]


@pytest.mark.parametrize(
    ("record_id", "part", "said"),
    [
        ("ID-U-S00201904126", "claims", "Not published by law: Indonesia publishes no claims of this right."),
        ("ID-U-S00201904126", "abstract", "Missing: no delivery held brought it."),
        ("KH-U-202100047", "claims", "Missing: no delivery held brought it."),
    ],
)
def test_what_is_not_there_says_why(shelf, get, record_id, part, said):
    assert said in get(f"/records/{record_id}").words(f"//section[@id='{part}']")


def test_a_trade_mark_has_goods_and_services_and_no_claims(shelf, get):
    Record.objects.filter(pk="VN-P-1201903412").update(right="trademark")
    Text.objects.filter(record="VN-P-1201903412", part="claims").delete()
    page = get("/records/VN-P-1201903412")
    assert page.words("//section[@id='description']").startswith("Goods and services Plain words are not sought here; desc= seeks them. ")  # fmt: skip
    assert not page.all("//section[@id='claims' or @id='abstract']")
    assert "Status Goods and services Publications" in page.words("//nav[@class='onpage']")


def test_the_description_of_a_trade_mark_is_called_its_goods_all_over_the_page(shelf, get):
    record = Record.objects.get(pk="VN-P-1201903412")
    text = record.texts.get(part="description", language="vi")
    record.publications.update(image_only=["description"])
    for what in ("description (vi)", "title (vi)", "filing date"):
        named = {"what": what, "as_of": text.as_of, "old_delivery": text.delivery, "new_delivery": text.delivery}
        record.changes.create(old="a", new="b", **named)
    of_patent = get("/records/VN-P-1201903412")
    assert "Description Vietnamese" in of_patent.words("//section[@id='provenance']")
    Record.objects.filter(pk=record.pk).update(right="trademark")
    of_mark = get("/records/VN-P-1201903412")
    for page, said in ((of_patent, "Description"), (of_mark, "Goods and services")):
        words = page.words("//main")
        assert f"{said} Vietnamese" in words
        assert f"{said} as images only" in words
        assert f"{said.lower()} (vi)" in words
    assert "escription" not in of_mark.words("//main")


def test_a_design_without_claims_lacks_nothing_that_is_usual(shelf, get):
    Record.objects.filter(pk="KH-U-202100047").update(right="design")
    page = get("/records/KH-U-202100047")
    assert page.words("//section[@id='claims']") == "Claims None was delivered; most laws give a design none."


def test_claims_that_are_images_only_say_so(shelf, get):
    record = Record.objects.get(pk="KH-U-202100047")
    record.publications.update(image_only=["claims"])
    page = get("/records/KH-U-202100047")
    assert "Delivered as page images only" in page.words("//section[@id='claims']")
    assert "Claims as images only" in page.words("//section[@id='publications']")


def test_a_text_without_english_says_so_and_english_alone_is_one_column(shelf, get):
    assert "Not translated" in get(THAI).words("//section[@id='abstract']")
    page = get("/records/PH-P-12020050123")
    assert page.all("//section[@id='claims']//div[@class='pair one']")
    assert "Not translated" not in page.text


def test_a_long_description_is_folded(shelf, get):
    page = get("/records/VN-P-1201903412")
    assert page.words("//section[@id='description']//summary") == "15 paragraphs"
    assert len(page.all("//section[@id='description']//div[@class='pair']")) == 15


def test_another_original_language_can_be_chosen(shelf, get):
    record = Record.objects.get(pk="TH-P-1901003456")
    paragraphs = [{"n": "1", "t": "Une méthode", "refs": []}]
    Text.objects.create(
        record=record, part="claims", language="fr", paragraphs=paragraphs, as_of=DAY, delivery=record.latest_delivery
    )
    page = get(THAI)
    assert page.all("//section[@id='claims']//div[@class='pair']/div/@lang")[0] == "th"
    other = get(THAI + page.links("//section[@id='claims']")["French"].partition("#")[0])
    assert other.all("//section[@id='claims']//div[@class='pair']/div/@lang")[0] == "fr"


def test_facts_name_parties_classes_and_related_records(shelf, get):
    page = get(THAI)
    assert page.all("//dl[@class='facts-l']//bdi/@lang") == ["th"]
    links = page.links("//dl[@class='facts-l']")
    assert links["VN 1-2019-03412"] == "/records/VN-P-1201903412"
    assert get(links["C01B 33/12"]).words("//h1").startswith("2 record")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Filed 11 March 2019 Granted 5 July 2024 Priority"),
        ({"grant_date": None}, "Filed 11 March 2019 Priority"),
        ({"expiry_date": "2039-03-11", "term_end": "2039-03-11"}, "Expiry 11 March 2039 the day the office gives"),
        ({"term_end": "2039-03-11"}, "Granted 5 July 2024 Expiry 11 March 2039 at the latest, by rule"),
        ({"term_end": "2039-03-11", "term_uncertain": True}, "Expiry 11 March 2039 not certain, by rule"),
        ({"term_end": "2039-03-11", "status": "ended"}, "Granted 5 July 2024 Priority"),
        ({"term_end": "2039-03-11", "status": "ended", "by_term": True}, "Expiry 11 March 2039 at the latest, by rule"),
    ],
)
def test_the_days_of_grant_and_expiry_are_facts(shelf, get, fields, told):
    Record.objects.filter(pk="TH-P-1901003456").update(**fields)
    assert told in get(THAI).words("//dl[@class='facts-l']")


@pytest.mark.parametrize("scheme", Scheme.values)
def test_a_class_leads_to_a_search_that_can_be_read_or_nowhere(shelf, get, scheme):
    Classification.objects.filter(record="VN-P-1201903412").update(scheme=scheme, symbol="C01B 33/18")
    links = get("/records/VN-P-1201903412").links("//dl[@class='facts-l']")
    assert [href for words, href in links.items() if words == "C01B 33/18"] == (
        [f"/search?q={scheme}%3D%22C01B%2033%2F18%22"] if scheme in ("ipc", "cpc") else []
    )


@pytest.mark.parametrize(
    ("office", "number", "shown"),
    [
        ("BR", "BR 10 2018 010127-7", "BR 10 2018 010127-7"),
        ("WO", "WO/ 2013/192394", "WO/ 2013/192394"),
        ("JP", "PCT/JP2018/017020", "PCT/JP2018/017020"),
        ("JP", "2018-224617", "JP 2018-224617"),
    ],
)
def test_a_number_of_another_file_has_its_office_once(office, number, shown):
    assert Related(RelatedNumber(office_code=office, number_original=number), "").number == shown


def test_a_date_of_another_calendar_is_shown_as_delivered(shelf, get):
    Record.objects.filter(pk="TH-P-1901003456").update(filing_date_original="11 มีนาคม 2562")
    assert "as delivered: 11 มีนาคม 2562" in get(THAI).words("//dl[@class='facts-l']")
    Record.objects.filter(pk="TH-P-1901003456").update(filing_date_original="11/03/2019")
    assert "as delivered" not in get(THAI).text


def test_every_element_names_its_delivery(shelf, get):
    page = get(THAI)
    rows = page.all("//section[@id='provenance']//tbody/tr")
    assert all(row.xpath(".//a[starts-with(@href, '/deliveries/')]") for row in rows)
    words = [spoken(row) for row in rows]
    for element in (
        "Filing date",
        "Title Thai",
        "Title English",
        "Claims Thai",
        "Applicant",
        "IPC",
        "Priority",
        "Publication",
    ):
        assert any(one.startswith(element) for one in words), element
    assert any("Claims English machine Bergamot tiny, from Thai, 30 May 2025" in one for one in words)
    get(rows[0].xpath(".//a/@href")[0])


def test_findings_stand_on_the_record_the_gravest_first(shelf, get):
    run = Run.objects.first()
    common = {"run": run, "ordinal": 9, "record_id": "TH-P-1901003456"}
    Finding.objects.create(code="DATE-04", severity="error", sentence="A Buddhist year.", **common)
    Finding.objects.create(code="NOTE-01", severity="info", sentence="A note.", **common)
    section = get(THAI).words("//section[@id='findings']")
    assert (
        section.index("Error A Buddhist year. DATE-04")
        < section.index("Warning The office gave")
        < section.index("Note A")
    )
    assert "The checks have nothing to say" in get("/records/EG-P-20171283").words("//section[@id='findings']")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("TH-P-1901003457", ["TH-P-1901003456"]),
        ("th-p-1901003457", ["TH-P-1901003456"]),
        ("TH-P-0", ["TH-P-1901003456"]),
        ("TH-D-1", []),
        ("nonsense", []),
        ("<b>x", []),
        ("X" * 500, []),
    ],
)
def test_an_unknown_record_names_the_nearest(shelf, get, asked, near):
    page = get(f"/records/{asked}", 404)
    assert page.words("//h1").startswith("There is no record")
    assert page.all("//main//li/a/@href") == [f"/records/{one}" for one in near]
    assert "<b>x" not in page.text
    assert page.links()["Search for this number in any spelling"].startswith("/search?q=")


@pytest.mark.parametrize("record_id", RECORDS)
def test_a_record_stripped_of_everything_still_has_a_page(shelf, get, record_id):
    record = Record.objects.get(pk=record_id)
    for rows in (record.texts, record.publications, record.parties, record.classifications, record.legalevents):
        rows.all().delete()
    Record.objects.filter(pk=record_id).update(
        kind="",
        filing_date=None,
        publication_date=None,
        grant_date=None,
        status="unknown",
        status_as_of=None,
        sources={},
    )
    page = get(f"/records/{record_id}")
    assert page.words("//h1") == "No title delivered"
    assert "Nothing published is held" in page.words("//section[@id='publications']")


def test_a_status_by_term_is_labelled_so_with_its_day_and_rule(shelf, get):
    values = {
        "status": "ended",
        "by_term": True,
        "term_end": "2021-05-01",
        "term_rule": "20 years from filing on 1 May 2001",
    }
    Record.objects.filter(pk=THAI[9:]).update(**values)
    section = get(THAI).words("//section[@id='status']")
    assert "Ended by term, on 1 May 2021" in section
    assert "It rests on the rule, not on a word of the office" in section
    assert "The last event of known meaning is of " in section


def test_a_term_still_running_is_told_with_its_rule(shelf, get):
    values = {"status": "in_force", "term_end": "2039-08-01", "term_rule": "20 years from filing on 1 August 2019"}
    Record.objects.filter(pk=THAI[9:]).update(**values)
    told = "The term ends at the latest on 1 August 2039: 20 years from filing on 1 August 2019."
    assert told in get(THAI).words("//section[@id='status']")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"status": "in_force"}, "When the term ends is not certain: 1 August 2021, 20 years"),
        ({"status": "unknown", "by_term": True}, "Unknown since its term, 1 August 2021"),
    ],
)  # fmt: skip
def test_an_uncertain_term_is_told_from_that_of_the_office(shelf, get, values, told):
    usual = {"term_end": "2021-08-01", "term_rule": "20 years from filing on 1 August 2001", "term_uncertain": True}
    Record.objects.filter(pk=THAI[9:]).update(**usual, **values)
    assert told in get(THAI).words("//section[@id='status']")


def test_a_publication_only_mentioned_is_said_not_to_be_held(shelf, get):
    Record.objects.get(pk=THAI[9:]).publications.update(whole=None)
    assert "not held: only its number or date came, with another document" in get(THAI).words(
        "//section[@id='publications']"
    )


def test_a_text_says_under_which_language_it_was_delivered(shelf, get):
    Text.objects.filter(record=THAI[9:], part="title", language="th").update(language_original="tha")
    assert "delivered as “tha”" in get(THAI).words("//section[@id='provenance']")
