"""Where nothing is found the page says what stands in the way, and every way it offers leads to records."""

from __future__ import annotations

import re

import pytest

from portal.pages.nothing import verdict
from search.answer import NoHits, Part
from tests.portal.pages.html import spoken

EMPTY = "//section[@class='empty']"


@pytest.mark.parametrize(
    ("parts", "unfiltered", "said"),
    [
        ((), 0, "No record held has it."),
        ((), 3, "the filters leave none"),
        ((0, 5), 0, "Nothing is found with part 0; the other parts"),
        ((0, 5, 0), 0, "with part 0, or with part 2; the other"),
        ((0, 0), 0, "No part of the query finds anything."),
        ((4, 5), 0, "no record has them all"),
    ],
)
def test_one_sentence_names_what_stands_in_the_way(parts, unfiltered, said):
    told = tuple(Part(f"part {place}", "q", total) for place, total in enumerate(parts))
    assert said in verdict(NoHits(unfiltered, {}, told))


def test_a_number_held_as_another_is_said_before_what_the_parts_find():
    numbers = ("BR1 is held as an application number, not as a publication number.",)
    assert verdict(NoHits(0, {}, numbers=numbers)) == numbers[0]
    told = (Part("part 0", "q", 0), Part("part 1", "q", 5))
    assert verdict(NoHits(0, {}, told, numbers=numbers)).startswith(f"{numbers[0]} Nothing is found with part 0;")


def test_each_part_has_its_count_and_a_link_where_it_finds_something(shelf, get):
    page = get("/search?q=ti%3Dsilica AND pa%3Dfoo")
    assert "Nothing is found with applicant or owner with “foo”" in page.words(EMPTY)
    rows = [[spoken(cell) for cell in row.xpath("./td")] for row in page.all(f"{EMPTY}//tbody/tr")]
    assert rows == [["4", "0"], ["0", "4"]]
    assert page.links(f"{EMPTY}//table") == {"4": "/search?q=ti%3Dsilica"}
    assert page.all(f"{EMPTY}//tr[@class='none']/th/bdi")[0].text == "applicant or owner with “foo”"


def test_the_words_of_a_phrase_stand_under_it(shelf, get):
    page = get('/search?q="silica rice" AND husk')
    assert [bdi.text for bdi in page.all(f"{EMPTY}//th[@class='inner']/bdi")] == ["“silica”", "“rice”"]


def test_a_field_in_which_several_words_are_sought_is_named_once(shelf, get):
    page = get("/search?q=zyzzyva husk quux ti%3Dquuz ti%3D(quax OR xyzzy) pa%3Dfoo")
    assert (
        "Nothing is found with title, abstract or claims with “zyzzyva” or “quux”, in the original or in English, or with "
        "title with “quuz” or “quax” or “xyzzy”, in the original or in English, or with applicant or owner with “foo”; the other parts"
    ) in page.words(EMPTY)
    assert [bdi.text for bdi in page.all(f"{EMPTY}//th/bdi")] == [
        "title, abstract or claims with “zyzzyva”, in the original or in English",
        "“husk”",
        "“quux”",
        "title with “quuz”, in the original or in English",
        "“quax” or “xyzzy”",
        "“quax”",
        "“xyzzy”",
        "applicant or owner with “foo”",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=ti%3Dsilica AND pa%3Dfoo&office=TH&sort=newest",
        "/search?q=silcia",
        "/search?q=silica&office=MM&from=1999&to=2000",
        "/search?q=silica NEAR1 preparation AND husk",
    ],
)
def test_every_way_on_leads_to_as_many_records_as_it_says(shelf, get, address):
    page = get(address)
    counted = [
        (link.get("href"), int(found[0].replace(",", "")))
        for link in page.all(f"{EMPTY}//a[starts-with(@href, '/search')]")
        if (found := re.findall(r"[\d,]*\d", f"{link.text_content()} {link.tail or ''}")[-1:])
    ]
    assert counted
    for way, total in counted:
        assert get(way).words("//h1") == f"{total} record{'' if total == 1 else 's'}"


def test_a_spelling_of_the_index_is_proposed(shelf, get):
    page = get("/search?q=silcia")
    assert page.links(EMPTY)["silica"] == "/search?q=silica"
    assert "Near to it, these find records: silica (4)" in page.words(EMPTY)


def test_filters_are_named_with_the_way_to_drop_each(shelf, get):
    page = get("/search?q=silica&office=TH&office=VN&kind=U&from=2019&to=2020")
    assert "the filters leave none of them" in page.words(EMPTY)
    links = page.links(EMPTY)
    assert links["Search without the filters"] == "/search?q=silica"
    assert links["Search without the filter Kind of publication: Kind U"].endswith(
        "?q=silica&from=2019&to=2020&office=TH&office=VN"
    )
    assert not page.all(f"{EMPTY}//table")


def test_searched_offices_are_named_with_what_is_held(shelf, get):
    words = get("/search?q=zyzzyva&office=TH&office=KH").words(EMPTY)
    assert re.search(r"Coverage of [^:]* ?: 1 record in scope, [01] searched", words)
    assert "Viet Nam" not in words


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("BR102099999999", ["Brazil"]),
        ("TH 99999999", ["Thailand"]),
        ("BR102099999999 OR TH 99999999", ["Brazil", "Thailand"]),
        ("JP2020123456", []),  # nothing is held of Japan, and what is missing from others is no answer
        ("BR102099999999 OR zyzzyva", ["Brazil", "Thailand"]),
    ],
)
def test_for_a_number_the_offices_named_are_its_own(shelf, get, query, named):
    words = get(f"/search?q={query}").words(EMPTY)
    assert [name for name in ("Brazil", "Thailand", "Viet Nam") if re.search(f"(from|of) {name} ?[:;]", words)] == named
