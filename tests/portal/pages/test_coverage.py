"""The coverage page: a table of rates that can be read without colours."""

import pytest

from portal.coverage.figures import overview
from portal.coverage.models import Cell
from portal.pages.coverage import Choice, read, summary
from tests.portal.pages.html import spoken


def table(page):
    """Country → {year or sum: what stands there}."""
    heads = [spoken(one) for one in page.all("//table//thead//th")][1:]
    rows = {spoken(row.xpath("th/a")[0]): row.xpath("td") for row in page.all("//table//tbody/tr")}
    return {country: dict(zip(heads, map(spoken, cells), strict=True)) for country, cells in rows.items()}


def test_claims_of_patents_are_shown_first(shelf, get):
    page = get("/coverage")
    found = table(page)
    assert found["Thailand"]["2024"] == "20"
    assert found["Egypt"]["2019"] == "33"
    assert found["Philippines"]["2021"] == "100"
    assert found["Thailand"]["2023"] == "?"  # before the first year of the list
    assert (found["Brazil"]["Held"], found["Brazil"]["Rate"]) == ("0", "0%")
    assert "Cambodia" not in found


@pytest.mark.parametrize(
    ("query", "country", "year", "cell", "style"),
    [
        ("right=utility_model", "Indonesia", "2021", "§", "cl"),
        ("right=utility_model", "Cambodia", "2022", "0", "cu"),
        ("right=utility_model&element=", "Cambodia", "2022", "1", "cx"),
        ("right=utility_model&element=", "Indonesia", "2021", "50", "c2"),
        ("element=title&language=en", "Thailand", "2024", "20", "c1"),
        ("element=claims&language=en.machine", "Thailand", "2024", "20", "c1"),
        ("element=claims&language=en", "Thailand", "2024", "0", "c0"),
        ("element=ipc&language=en", "Viet Nam", "2022", "50", "c2"),
        ("kind=B", "Thailand", "2024", "20", "c1"),
    ],
)
def test_right_kind_element_and_language_can_be_chosen(shelf, get, query, country, year, cell, style):
    page = get(f"/coverage?{query}")
    assert table(page)[country][year] == cell
    place = [spoken(one) for one in page.all("//table//thead//th")].index(year)
    (row,) = [one for one in page.all("//table//tbody/tr") if country in spoken(one)]
    assert row.xpath("td")[place - 1].get("class") == style


def test_the_choice_stays_chosen(shelf, get):
    page = get("/coverage?right=utility_model&element=title&language=en&kind=S")
    assert page.all("//option[@selected]/@value") == ["utility_model", "S", "title", "en"]
    assert page.links()["JSON"] == "/api/v1/coverage?right=utility_model&kind=S"


def test_held_counts_what_the_rate_counts(shelf, get):
    assert table(get("/coverage?element=title"))["Brazil"]["Held"] == "1"
    assert table(get("/coverage"))["Brazil"]["Held"] == "0"


def test_a_trade_mark_lacks_no_claims(shelf, get):
    Cell.objects.filter(office="KH").update(right="trademark")
    page = get("/coverage?right=trademark")
    assert "A trade mark has none anywhere." in page.words("//p[@class='lede']")
    assert table(page)["Cambodia"]["2022"] == "§"


def test_a_square_opens_the_list_behind_it(shelf, get):
    page = get("/coverage")
    address = page.all("//td/a[starts-with(@title, 'Thailand 2024: 1 of 5')]/@href")[0]
    assert address == "/offices/TH?right=patent&year=2024#missing"
    assert "TH 990" in get(address.partition("#")[0]).words("//section[@id='missing']")


def test_the_page_says_the_sum_in_a_sentence(shelf, get):
    lede = get("/coverage").words("//p[@class='lede']")
    assert lede == "6 offices published 16 documents by their own lists. Lontar holds claims of 5 of them, 31.2%."
    lede = get("/coverage?right=utility_model").words("//p[@class='lede']")
    assert "Indonesia: not published by law." in lede
    assert "Cambodia: no list of what was published, so the rate is unknown." in lede


@pytest.mark.parametrize("element", ["", "claims", "title"])
def test_the_sum_is_that_of_the_rows(shelf, element):
    choice = Choice(element=element)
    figures = overview([choice.right])
    found = summary(figures, choice)
    assert found.expected == sum(one.total.expected for one in figures)
    held = [one.total.elements.get(element, 0) if element else one.total.held_listed for one in figures]
    assert found.have == sum(held)
    assert found.rate == found.have / found.expected


@pytest.mark.parametrize("query", ["right=dream", "element=smell", "language=th", "right=" + "x" * 5000])
def test_a_map_that_does_not_exist_is_refused_with_a_sentence(db, get, query):
    assert "There is no such coverage map: rights are patent" in get(f"/coverage?{query}", 400).words()


def test_nothing_held_of_a_right_is_said(shelf, get):
    assert "Nothing of this right is held or listed." in get("/coverage?right=trademark").words()
    assert "Nothing of this right is held or listed." in get("/coverage?kind=Q9").words()


def test_language_counts_only_for_texts():
    assert Choice(element="ipc", language="en").full == "ipc"
    assert Choice(element="claims", language="en.machine").full == "claims.en.machine"
    assert Choice(element="", language="en").full == ""
    assert read({}) == Choice()
