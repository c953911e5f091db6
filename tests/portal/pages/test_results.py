"""The results page, asked through the real search: list, note, filters, order, and what is said when something is wrong."""

import pytest

from ingest.models import Finding, Run
from portal.coverage.blind_spots import BlindSpot, BlindSpots
from portal.pages import results
from portal.pages.results import bar, bar_words
from portal.records.models import Record
from search.answer import EngineDown
from tests.portal.pages.html import spoken
from tests.portal.pages.shelf import RECORDS


def found(page):
    return [one.partition("?")[0].rpartition("/")[2] for one in page.all("//ol[@class='hits']//h2/a/@href")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", sorted(RECORDS)),
        ("แกลบ", ["TH-P-1901003456"]),
        ("قشر الأرز", ["EG-P-20171283"]),
        ("စပါးခွံ", ["MM-P-202400113"]),
        ("vo trau", ["VN-P-1201903412"]),
        ("ti=อสัณฐาน", ["TH-P-1901003456"]),
        ("claims=husk", ["PH-P-12020050123", "TH-P-1901003456"]),
        ("ls=ended", ["BR-P-102016027418"]),
        ("BR 10 2016 027418", ["BR-P-102016027418"]),
    ],
)
def test_a_query_finds(shelf, get, query, expected):
    page = get(f"/search?q={query}&sort=oldest")
    assert sorted(found(page)) == expected
    assert f"{len(expected)} record" in page.words("//h1")


def test_a_result_says_what_it_is(shelf, get):
    page = get("/search?q=แกลบ")
    words = page.words("//article")
    assert words.startswith("1 Process for producing amorphous silica from rice husk กรรมวิธี")
    assert "Thailand · Granted patent · 1901003456 B" in words
    assert "บริษัท ข้าวทองวัสดุ จำกัด" in words
    assert "In force Last event held, as of 30 May 2025" in words
    assert "Filed 11 Mar 2019 Published 16 Oct 2020 Granted 5 Jul 2024 IPC C01B 33/12" in words
    assert "Claim 1 · Thai · office text" in words
    assert page.all("//article//time/@datetime") == ["2025-05-30", "2019-03-11", "2020-10-16", "2024-07-05"]


def test_a_result_of_which_something_was_taken_back_says_so(shelf, get, client):
    run = Run.objects.get(delivery=Record.objects.get(pk="TH-P-1901003456").latest_delivery)
    said = {"severity": "warning", "sentence": "The delivery deletes it.", "record_id": "TH-P-1901003456"}
    Finding.objects.create(run=run, ordinal=0, code="READ-TAKEN-BACK", **said)
    told = {
        one.get("aria-labelledby"): "Taken back" in one.text_content() for one in get("/search?q=").all("//article")
    }
    assert list(told.values()).count(True) == 1
    assert "In force Last event held, as of 30 May 2025 Taken back: a delivery deletes a document of it" in get("/search?q=แกลบ").words("//article")  # fmt: skip
    found = client.get("/api/v1/search").json()["results"]
    assert [one["id"] for one in found if one["taken_back"]] == ["TH-P-1901003456"]


def test_a_result_says_of_each_part_of_the_query_where_it_is(shelf, get):
    page = get("/search?q=claims%3D(650 AND ซิลิกา) AND ipc%3DC01B")
    told = [[" ".join(part.text_content().split()) for part in row] for row in page.all("//article//details/dl/div")]
    assert told == [
        ["claims=650", "Claim 2 · Thai · officeClaim 2 · English · machine"],
        ["claims=ซิลิกา", "Claims 1, 3 · Thai · office"],
        ["ipc=C01B", "IPC class: C01B"],
    ]
    assert page.words("//article//summary") == "Why this matched"
    assert not get("/search").all("//article//details")


def test_query_words_are_marked_in_the_original(shelf, get):
    page = get("/search?q=แกลบ")
    assert {mark.text for mark in page.all("//article//mark")} == {"แกลบ"}
    assert page.all("//article//blockquote[@lang='th']//mark")


def test_machine_english_is_marked_as_such(shelf, get):
    page = get("/search?q=claims%3Dcelsius")
    assert "Claim 1 · English · machine" in page.words("//article")
    assert page.all("//div[@class='match mt']/blockquote[@lang='en']")
    assert "machine" in get("/search?q=ls%3Dended").words("//article//h2")


def test_what_is_not_translated_says_so(shelf, get):
    page = get("/search?q=cc%3DKH")
    assert "Not translated" in page.words("//article")
    assert page.all("//article//h2//bdi/@lang") == ["km"]
    assert "Not translated" not in get("/search?q=cc%3DPH").words("//article")


def test_a_guessed_kind_says_so(shelf, get):
    assert "(kind read from the number)" in get("/search?q=cc%3DID").words("//article")
    assert "read from the number" not in get("/search?q=cc%3DTH").words("//article")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "In force Granted, as of 1 Jan 2020"),
        ({"status_received": True}, "In force Granted, as received on 1 Jan 2020"),
        ({"status": "ended", "status_since": "2019-02-01"}, "Ended Granted on 1 Feb 2019, as of 1 Jan 2020"),
        ({"status_reason": "", "status_as_of": None}, "In force no date held"),
        ({"status": "ended", "by_term": True}, "Ended by term on 1 May 2021 , by rule; last event of 1 Jan 2020"),
        ({"by_term": True, "status": "unknown", "term_uncertain": True, "status_as_of": None},
         "Unknown since its term on 1 May 2021 , which is not certain: by rule; no date held"),
    ],
)  # fmt: skip
def test_the_status_of_a_result_is_told_with_its_day(shelf, get, values, said):
    own = {"status": "in_force", "status_reason": "Granted", "status_as_of": "2020-01-01", "status_since": None}
    term = {"term_end": "2021-05-01", "term_rule": "by rule"}
    Record.objects.filter(pk="TH-P-1901003456").update(**own | term | values)
    told = get("/search?q=cc%3DTH").words("//article//div[@class='facts']")
    assert told.replace(" ,", ",").startswith(said.replace(" ,", ","))


def test_the_reading_stands_under_the_query(shelf, get):
    page = get("/search?q=claims%3D(husk AND silica)")
    assert page.all("//input[@id='q']/@value") == ["claims=(husk AND silica)"]
    assert "Read as claims with" in page.words("//form[@role='search']")
    assert page.all("//dl[@class='read']//bdi")[0].text == "husk"


def test_the_note_stands_above_the_list(shelf, get):
    page = get("/search?q=claims%3Dhusk")
    assert "Searched claims in 8 offices; 8 records in scope." in page.words("//section[@class='blind']")
    assert page.text.index("What this search could not see") < page.text.index('class="hits"')
    rows = page.all("//section[@class='blind']//tbody/tr")
    assert len(rows) == 8
    cambodia = next(spoken(row) for row in rows if "Cambodia" in spoken(row))
    assert cambodia.endswith("unknown")


def test_the_note_counts_what_was_searched_in_part_apart_from_what_was_not(shelf, get):
    note = get("/search?q=silica").words("//section[@class='blind']")
    assert "searched by claims" in note
    assert "by title or abstract only" in note
    page = get("/search?q=silica&office=BR")
    heads = [cell.text for cell in page.all("//section[@class='blind']//thead//th")]
    row = dict(
        zip(heads, [cell.text_content() for cell in page.all("//section[@class='blind']//tbody/tr/*")], strict=True)
    )
    assert (row["Searched by claims"], row["By title or abstract only"], row["Not searched"]) == ("0", "1", "0")
    assert "0 by claims, 1 by title or abstract only" in page.all("//svg[@class='seen']/@aria-label")[0].replace(
        " records searched", ""
    )
    nothing = get("/search?q=zyzzyva&office=BR").words("//section[@class='empty']")
    assert "1 record in scope, 0 searched by claims, 1 by title or abstract only, 0 not searched" in nothing


def test_the_note_is_confined_as_the_search_is(shelf, get):
    assert "in 1 office; 1 record in scope" in get("/search?q=claims%3Dhusk&office=TH").words(
        "//section[@class='blind']"
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            (5, 0, 1, 2, 2),
            [
                ("held", "0.00%", "50.00%"),
                ("law", "50.00%", "10.00%"),
                ("hatch", "60.00%", "20.00%"),
                ("out", "80.00%", "20.00%"),
            ],
        ),
        ((4, 0, 0, 0, 0), [("held", "0.00%", "100.00%")]),
        ((1, 2, 0, 1, 0), [("held", "0.00%", "25.00%"), ("part", "25.00%", "50.00%"), ("hatch", "75.00%", "25.00%")]),
        ((0, 0, 0, 0, None), []),
        ((0, 0, 0, 3, None), [("hatch", "0.00%", "100.00%")]),
    ],
)
def test_the_bar_divides_all_records_known(counts, expected):
    searched, partly, law, missing, not_held = counts
    unseen = {"partly": partly, "unseen": law + missing, "unseen_by_law": law}
    totals = BlindSpot("", "", sum(counts[:4]), searched, law, missing + partly, not_held=not_held, **unseen)
    assert bar(BlindSpots("", (), totals)) == expected


@pytest.mark.parametrize(
    ("whole", "rest", "searched"),
    [
        ("", "", "1 record searched"),
        ("claims", "title or abstract", "1 record searched by claims, 20 by title or abstract only"),
    ],
)
def test_the_bar_is_said_in_words(whole, rest, searched):
    totals = BlindSpot("", "", 3021, 1, 1, 3019, partly=20, unseen=3000, unseen_by_law=1, not_held=2)
    unseen = "3,000 not searched, 1 of them as by law there is none, 2 published documents not held"
    assert bar_words(BlindSpots("", (), totals), whole, rest) == f"{searched}, {unseen}"


def test_filters_are_a_form_that_works_without_script(shelf, get):
    page = get("/search?q=silica&office=VN&from=2019&to=2019")
    assert found(page) == ["VN-P-1201903412"]
    (form,) = page.all("//form[@aria-label='Filters']")
    assert form.get("method") is None
    ticked = form.xpath(".//input[@checked]")
    assert [(one.get("name"), one.get("value")) for one in ticked] == [("office", "VN")]
    assert [form.xpath(f".//input[@id='{name}']/@value") for name in ("from", "to")] == [["2019"], ["2019"]]
    assert page.links("//ul[@class='chips']") == {"×": "/search?q=silica&from=2019&to=2019"}
    assert page.all("//ul[@class='chips']//a/@aria-label") == [
        "Remove filter: First published 2019",
        "Remove filter: Viet Nam",
    ]


def test_several_elements_are_all_asked_for_beside_the_list_as_in_the_form(shelf, get, client):
    asked = "/search?has=title.en&has=claims&sort=oldest"
    typed = client.get("/search/advanced?has=title.en,claims&do=search")["Location"]
    assert found(get(asked)) == found(get(f"{typed}&sort=oldest")) != []
    counts = {one.get("value"): one.getparent()[-1].text_content() for one in get(asked).all("//input[@name='has']")}
    only = len(found(get(f"{asked}&has=claims.en")))
    assert counts["claims.en"] == str(only) != counts["claims"]
    assert "of “Has”, a record must have each" in get(asked).words("//form[@aria-label='Filters']")
    assert "Of several, a record must have each." in get("/search/advanced").words("//p[@id='help-has']")


def test_a_year_that_is_none_is_said_at_its_field_and_the_form_is_kept(shelf, get):
    page = get("/search?q=silica&office=TH&office=VN&from=19&to=2021", 400)
    assert page.all("//input[@id='from'][@aria-invalid][@aria-describedby='wrong-from']/@value") == ["19"]
    assert page.words("//p[@id='wrong-from']").startswith("“19” is not a year of publication")
    assert "the list below is not narrowed by it." in page.words("//p[@role='alert']")
    assert page.all("//input[@id='to']/@value") == ["2021"]
    assert page.all("//input[@name='office'][@checked]/@value") == ["TH", "VN"]
    assert sorted(found(page)) == ["TH-P-1901003456", "VN-P-1201903412"]


def test_a_new_query_keeps_filters_and_order(shelf, get):
    page = get("/search?q=silica&office=VN&sort=newest&from=2019")
    kept = {one.get("name"): one.get("value") for one in page.all("//form[@role='search']//input[@type='hidden']")}
    assert kept == {"office": "VN", "sort": "newest", "from": "2019"}


def test_years_are_bars_that_lead_to_their_year(shelf, get):
    page = get("/search?q=silica")
    labels = page.all("//svg[@class='years']/a/title/text()")
    assert labels == sorted(labels)
    assert sum(int(label.partition(": ")[2]) for label in labels) == len(found(page))
    rows = page.all("//table[@class='by-year']/tbody/tr")
    assert [": ".join(map(spoken, row)) for row in rows] == labels
    assert page.all("//table[@class='by-year']//a/@href") == page.all("//svg[@class='years']/a/@href")
    assert not page.all("//svg[@class='years']/a[@aria-current]")


def test_bars_are_counted_under_all_filters_but_years(shelf, get):
    everything = get("/search?office=TH&office=BR").all("//svg[@class='years']/a/title/text()")
    years = [label.partition(":")[0] for label in everything]
    page = get(f"/search?office=TH&office=BR&from={years[0]}&to={years[0]}")
    assert page.all("//svg[@class='years']/a/title/text()") == everything
    assert page.all("//svg[@class='years']/a[@aria-current]/title/text()") == everything[:1]
    assert len(found(page)) == int(everything[0].partition(": ")[2])


@pytest.mark.parametrize(
    ("sort", "words", "first"),
    [
        ("newest", "newest", "MM-P-202400113"),
        ("oldest", "oldest", "BR-P-102016027418"),
        ("filed", "latest filed", "MM-P-202400113"),
        ("filed_oldest", "first filed", "BR-P-102016027418"),
    ],
)
def test_the_list_is_sorted_by_date(shelf, get, sort, words, first):
    page = get(f"/search?sort={sort}")
    assert found(page)[0] == first
    assert page.all("//p[@class='opts']/b")[0].text == words


def test_pages_follow_each_other_and_lead_back(shelf, get, monkeypatch):
    from portal.pages import question

    monkeypatch.setattr(question, "SIZE", 3)
    monkeypatch.setattr(results, "SIZE", 3)
    seen, pages, address = [], [], "/search?sort=oldest"
    while address:
        page = get(address)
        seen += found(page)
        pages.append(page)
        address = next(iter(page.all("//a[@rel='next']/@href")), "")
    assert sorted(seen) == sorted(RECORDS)
    assert [page.words("//nav[@aria-label='Pages']") for page in pages] == [
        "1 to 3 of 8 Next",
        "Previous 4 to 6 of 8 Next",
        "Previous 7 to 8 of 8",
    ]
    for page in pages[:0:-1]:
        back = get(page.all("//a[@rel='prev']/@href")[0])
        assert found(back) == found(pages[pages.index(page) - 1])
    assert back.words("//nav[@aria-label='Pages']") == "1 to 3 of 8 Next"
    assert pages[1].all("//ol/@start") == ["4"]


@pytest.mark.parametrize("collapse", ["", "&collapse=family"])
def test_a_page_is_found_by_its_number_and_one_beyond_the_end_is_the_first(shelf, get, client, monkeypatch, collapse):
    from portal.pages import question

    monkeypatch.setattr(question, "SIZE", 2)
    monkeypatch.setattr(results, "SIZE", 2)
    whole, address = [], f"/search?sort=oldest{collapse}"
    for number in range(1, 5):
        page = get(f"{address}&page={number}")
        assert page.words("//nav[@aria-label='Pages']/p[2]").startswith(f"{number * 2 - 1} to ")
        whole += found(page)
    assert len(whole) == len(set(whole)) == (7 if collapse else 8)
    for number in (5, 9999):
        gone = client.get(f"{address}&page={number}")
        assert (gone.status_code, gone["Location"]) == (302, address)


def test_a_damaged_place_in_the_list_is_said(shelf, get):
    page = get("/search?q=silica&cursor=abc&page=2", 400)
    assert "damaged" in page.words("//section[@class='empty']")
    assert page.links()["Begin at the first page"] == "/search?q=silica"
    assert not page.all("//p[@class='caret']")


def test_nothing_found_is_not_nothing_published(shelf, get):
    page = get("/search?q=zyzzyva")
    assert "No record matches No record held has it. That is not the same as nothing published" in page.words(
        "//section[@class='empty']"
    )
    assert page.links("//section[@class='empty']")["See what is missing from Thailand"] == "/offices/TH#missing"
    assert "2 documents published, not held; 1 record in scope, 1 searched" in page.words("//section[@class='empty']")
    assert "What this search could not see" in page.words()


def test_nothing_found_under_filters_offers_the_search_without_them(shelf, get):
    page = get("/search?q=แกลบ&office=VN&from=2001&to=2002")
    assert "Search without the filters , 1 record" in page.words("//section[@class='empty']")
    assert found(get(page.links()["Search without the filters"])) == ["TH-P-1901003456"]
    assert "without the filters" not in get("/search?q=zyzzyva").words()


@pytest.mark.parametrize(
    ("query", "wrong"),
    [("claims=(rice husk", "("), ("titel=silica", "titel"), ("pd=banana", "banana")],
)
def test_a_query_that_cannot_be_read_shows_the_place_and_a_way_out(shelf, get, query, wrong):
    page = get(f"/search?q={query}", 400)
    assert page.words("//h1") == "This query cannot be read"
    assert wrong in page.words("//p[@class='caret']/b")
    assert page.words("//p[@class='caret']").replace("⌃", "") == query
    assert page.all("//input[@id='q']/@value") == [query]
    assert page.all("//input[@id='q']/@aria-describedby") == ["problem"]
    for address in page.all("//p/a[@class='btn quiet']/@href"):
        get(address)


def test_a_proposal_is_a_link_that_works(shelf, get):
    page = get("/search?q=titel%3Dsilica", 400)
    (address,) = page.all("//p/a[@class='btn quiet']/@href")
    assert len(found(get(address))) == 4


def test_an_engine_that_is_down_is_said_and_the_query_kept(shelf, get, monkeypatch):
    def down(_):
        raise EngineDown("OpenSearch does not answer. Start it with make opensearch.")

    monkeypatch.setattr(results.service, "search", down)
    page = get("/search?q=silica&office=TH", 503)
    assert "The search engine does not answer" in page.words("//h1")
    assert "docs/runbook.md" in page.words()
    assert "make opensearch" not in page.words()
    assert page.all("//input[@id='q']/@value") == ["silica"]
    assert page.response["Retry-After"] == "60"


def test_an_index_that_was_never_built_is_said(db, settings, tmp_path, get):
    settings.INDEX_DIR = tmp_path / "none"
    assert "The search engine does not answer" in get("/search?q=a", 503).words("//h1")


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "ti=\u202eabc", "a\x00b", "'" * 50]
)
def test_hostile_queries_are_only_words(shelf, client, query):
    response = client.get("/search", {"q": query})
    assert response.status_code in {200, 400}
    body = response.content.decode()
    assert "<script>alert" not in body
    assert "<img" not in body


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("20180921%0A20181183%0D%0A20190457", "20180921, 20181183, 20190457"),
        ("1. 236014%0A2. 232871;%0A", "1. 236014, 2. 232871;"),
        ("rice AND%0Ahusk", "rice AND husk"),
    ],
)
def test_lines_stay_apart_in_the_box(shelf, get, query, shown):
    """A field of one line drops line breaks, which would make one number of two."""
    assert get(f"/search?q={query}").all("//input[@id='q']/@value") == [shown]


def test_a_query_that_is_too_long_is_refused_with_a_sentence(shelf, client):
    response = client.get("/search", {"q": "a " * 3000})
    assert response.status_code == 400
    assert "characters" in response.content.decode()
