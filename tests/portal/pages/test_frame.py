"""What holds on every page: headers, no inline code, languages, labels, the sample line, the colours."""

import gzip
import re

import pytest
from django.test import Client

from portal.records.models import Delivery, Record
from tests.portal.pages.shelf import RECORDS

PAGES = {
    "/": 200,
    "/search": 200,
    "/search?q=rice+husk": 200,
    "/search?q=แกลบ&office=TH": 200,
    "/search?q=(rice": 400,
    "/search?q=zyzzyva&office=TH": 200,
    "/search?q=rice&from=banana": 400,
    **{f"/records/{record_id}?q=silica": 200 for record_id in RECORDS},
    "/records/TH-P-0000": 404,
    "/coverage": 200,
    "/coverage?right=utility_model&element=": 200,
    "/offices": 200,
    "/offices/TH": 200,
    "/offices/KH": 200,
    "/offices/XX": 404,
    "/deliveries": 200,
    "/sign-in": 200,
    "/help": 200,
    "/nowhere": 404,
}


def test_programs_are_asked_to_leave_lists_without_end_out(db, client):
    rules = client.get("/robots.txt")
    assert rules["Content-Type"].startswith("text/plain")
    assert "User-agent: *\nDisallow: /search\n" in rules.content.decode()
    for address, said in {"/search": "noindex", "/search?q=a": "noindex", "/help": None, "/offices": None}.items():
        assert client.get(address).headers.get("X-Robots-Tag") == said


@pytest.mark.parametrize(("address", "status"), PAGES.items())
def test_every_page(shelf, get, address, status):
    page = get(address, status)
    policy = page.response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "Cookie" in page.response["Vary"]
    assert not page.all("//@style | //style | //script[not(@src)] | //@onclick | //@onload")
    assert page.all("/html/@lang") == ["en"]
    assert len(page.all("//h1")) == 1
    assert page.all("//main[@id='main']")
    assert page.all("//a[@class='skip'][@href='#main']")
    assert page.all("//title")[0].text.endswith("– Lontar")
    assert page.text.startswith("<!doctype html>")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_asked_of_others(shelf, get, address):
    page = get(address, PAGES[address])
    loaded = page.all("//link/@href | //script/@src | //img/@src | //form/@action")
    assert loaded
    assert all(one.startswith("/") and not one.startswith("//") for one in loaded)


@pytest.mark.parametrize("address", PAGES)
def test_pictures_tables_and_fields_have_words(shelf, get, address):
    page = get(address, PAGES[address])
    for picture in page.all("//svg"):
        assert picture.get("aria-hidden") == "true" or picture.get("aria-label"), picture.attrib
    for field in page.all("//input[not(@type='hidden')] | //select"):
        assert field.xpath("ancestor::label") or page.all(f"//label[@for='{field.get('id')}']"), field.attrib
    assert not page.all("//th[not(@scope)]")
    ids = page.all("//@id")
    assert len(ids) == len(set(ids))
    assert not [one for one in page.all("//@href") if one.startswith("#") and one[1:] not in ids]


LETTERS = {
    "th": r"[\u0e01-\u0e5b]",
    "ar": r"[\u0600-\u06ff]",
    "my": r"[\u1000-\u109f]",
    "km": r"[\u1780-\u17ff]",
}


@pytest.mark.parametrize("address", ["/", "/search", *(f"/records/{record_id}" for record_id in RECORDS)])
def test_foreign_passages_carry_their_language(shelf, get, address):
    for text in get(address).all("//body//text()"):
        for language, letters in LETTERS.items():
            if re.search(letters, text):
                around = text.getparent() if not text.is_tail else text.getparent().getparent()
                nearest = around.xpath("ancestor-or-self::*[@lang][1]")[-1]
                assert nearest.get("lang") == language, text


def test_arabic_runs_from_right_to_left(shelf, get):
    page = get("/records/EG-P-20171283")
    assert {one.get("dir") for one in page.all("//*[@lang='ar'][@dir]")} == {"rtl"}
    assert page.all("//div[@lang='ar'][@dir='rtl']")


def test_an_invented_record_is_marked_wherever_it_is_shown_or_counted(shelf, get):
    Record.objects.exclude(pk="TH-P-1901003456").update(sample=False)
    hits = {one.get("aria-labelledby"): one.text_content() for one in get("/search?q=husk").all("//article")}
    assert ["sample data" in one for one in hits.values()] == ["Thailand" in one for one in hits.values()]
    alike = get("/records/VN-P-1201903412").all("//section[@id='similar']//li")
    assert ["sample data" in one.text_content() for one in alike] == ["Thailand" in one.text_content() for one in alike]
    for path in ("/coverage", "/offices"):
        page = get(path)
        assert [one.text for one in page.all("//th//span[contains(text(), 'sample')]")] == ["TH, sample"]
        assert "invented records are counted" in page.text
    assert "document of 1 record, an invented sample" in get("/offices/TH").words("//div[@class='trio']")
    assert "invented sample" not in get("/offices/VN").text


def test_the_sample_line_goes_with_the_samples(shelf, get):
    assert "Sample data: some records here are invented" in get("/").words("//aside")
    assert "an invented record" in get("/records/VN-P-1201903412").words("//header[@class='rec-head']")
    Record.objects.update(sample=False)
    Delivery.objects.update(sample=False)
    assert "Sample data" not in get("/").text
    assert "invented record" not in get("/records/VN-P-1201903412").text


@pytest.mark.parametrize(("theme", "shown"), [("dark", "dark"), ("light", "light")])
def test_colours_are_kept_in_a_cookie(db, client, theme, shown):
    response = client.post("/theme", {"theme": theme, "back": "/help#fields"})
    assert (response.status_code, response["Location"]) == (302, "/help#fields")
    assert f'data-theme="{shown}"' in client.get("/help").content.decode()
    assert client.post("/theme", {"theme": "", "back": "/help"}).cookies["theme"].value == ""
    assert "data-theme" not in client.get("/help").content.decode()


@pytest.mark.parametrize(
    ("back", "goes"), [("https://elsewhere.example/", "/"), ("//elsewhere.example", "/"), ("", "/")]
)
def test_the_choice_of_colours_leads_nowhere_else(client, back, goes):
    assert client.post("/theme", {"theme": "dark", "back": back})["Location"] == goes


def test_unknown_colours_are_refused(client):
    assert client.post("/theme", {"theme": "pink"}).status_code == 400
    assert client.get("/theme").status_code == 405
    client.cookies["theme"] = '"><script>'
    assert "<script>" not in client.get("/nowhere").content.decode()


def test_a_results_page_is_light(shelf):
    response = Client(headers={"accept-encoding": "gzip"}).get("/search?q=silica")
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < 60_000
    assert b"</html>" in gzip.decompress(response.content)


# Pages of a hundred records cost no more statements than pages of one: every list is read whole.
STATEMENTS = {
    "/": 10,
    "/search?q=silica": 12,
    "/records/TH-P-1901003456?q=silica": 20,
    "/records/TH-P-0000": 4,
    "/coverage": 6,
    "/offices": 8,
    "/offices/TH": 14,
    "/deliveries": 10,
    "/help": 1,
}


@pytest.mark.parametrize(("address", "most"), STATEMENTS.items())
def test_a_handful_of_statements_a_page(shelf, client, django_assert_max_num_queries, address, most):
    with django_assert_max_num_queries(most):
        client.get(address)


@pytest.mark.parametrize(
    ("address", "cache"),
    [
        ("/search?q=rice", "no-store"),
        ("/search?q=ti%3D(", "no-store"),
        ("/search?office=BR&sort=oldest", "no-store"),
        ("/search?q=rice&sort=colour", "no-store"),
        ("/search/advanced?q=rice", "no-store"),
        ("/records/BR-P-102016027418?q=rice", "no-store"),
        ("/records/BR-P-102016027418", None),
        ("/coverage", None),
    ],
)
def test_what_people_search_for_is_kept_nowhere_on_the_way(shelf, client, address, cache):
    assert client.get(address).headers.get("Cache-Control") == cache
