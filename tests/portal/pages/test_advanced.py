"""The advanced form: rows to a query and back, without script."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from portal.pages.advanced import FEWEST_ROWS
from search.fields import FIELDS
from search.query.form import DATES, LISTS, MAX_ROWS
from tests.portal.pages.html import Html

ROW = {"join": "and", "field": "title", "way": "all", "value": "rice husk"}


def address(*rows, **more):
    pairs = [(name, {**ROW, **row}[name]) for row in rows for name in ROW]
    return f"/search/advanced?{urlencode([*pairs, *more.items()], doseq=True)}"


def shown(page):
    """Return the rows as the page shows them, without the empty ones."""
    rows = []
    for line in page.all("//fieldset[@class='line-of-form']"):
        chosen = [
            (line.xpath(f".//select[@name='{name}']/option[@selected]/@value") or [""])[0] for name in ("field", "way")
        ]
        join = (line.xpath(".//select[@name='join']/option[@selected]") or line.xpath(".//option"))[0]
        value = line.xpath(".//input[@name='value']/@value")[0]
        if value:
            rows.append((join.get("value") or join.text, *chosen, value))
    return rows


def found(client, asked):
    """Return the query a sent form leads to."""
    response = client.get(asked)
    assert response.status_code == 302, response.content[:300]
    parts = urlsplit(response["Location"])
    assert parts.path == "/search"
    return {name: value[0] for name, value in parse_qs(parts.query).items()}


def test_every_field_can_be_chosen(db, get):
    page = get("/search/advanced")
    assert len(page.all("//fieldset[@class='line-of-form']")) == FEWEST_ROWS
    first = page.all("(//select[@name='field'])[1]//option/@value")
    assert sorted(first) == sorted(field.name for field in FIELDS)
    for name in DATES:
        assert page.all(f"//input[@name='{name}_from']")
    for name in LISTS:
        assert name == "office" or page.all(f"//input[@name='{name}']")
    assert page.all("//input[@id='q']/@value") == [""]


SENT = [
    ((ROW,), {}, "ti=(rice AND husk)"),
    (({"way": "any"},), {}, "ti=(rice OR husk)"),
    (({"way": "exact"},), {}, 'ti="rice husk"'),
    (({"way": "written", "value": "rice NEAR3 (husk OR bran*)"},), {}, "ti=(rice NEAR3 (husk OR bran*))"),
    (({"way": "all", "value": "silica~"},), {}, "ti=silica~1"),
    (({}, {"join": "or", "field": "abstract", "value": "bran"}), {}, "ti=(rice AND husk) OR ab=bran"),
    (({}, {"join": "not", "field": "applicant", "value": "Acme"}), {}, "ti=(rice AND husk) NOT pa=Acme"),
    (
        (
            {"value": "a"},
            {"join": "or", "field": "abstract", "value": "b"},
            {"join": "not", "value": "c"},
            {"join": "or", "value": "d"},
        ),
        {},
        "(ti=a OR ab=b) NOT ti=(c OR d)",
    ),
    (
        ({}, {"field": "text", "way": "written", "value": "a) OR (b"}, {"value": "c"}),
        {},
        "ti=(rice AND husk) AND (a OR b) AND ti=c",
    ),
    (({"field": "ipc", "value": "C01B 33/12, A61K31/00"},), {}, "ipc=(C01B33/12 AND A61K31/00)"),
    (({"field": "ipc", "way": "exact", "value": "A61K31/00"},), {}, "ipc==A61K31/00"),
    (({"field": "number", "way": "any", "value": "EP1234567 US7654321"},), {}, "num=(EP1234567 OR US7654321)"),
    ((), {"published_from": "2015", "published_to": "2016-06"}, "pd=2015-01..2016-06"),
    ((), {"filed_from": "2015-06-30"}, "ad>=2015-06-30"),
    ((), {"priority_date_to": "2015"}, "prd<=2015"),
    ((), {"office": ["VN", "TH"], "status": "in_force"}, "cc=(VN OR TH) AND ls=in_force"),
    (
        (),
        {"kind": "B1, B2", "language": "Thai", "has": "claims.en; title"},
        "kd=(B1 OR B2) AND lang=th AND has=claims.en AND has=title",
    ),
    (({"value": " "},), {"office": "VN"}, "cc=VN"),
]


@pytest.mark.parametrize(("rows", "more", "query"), SENT)
def test_a_form_is_a_query_and_the_query_the_form(db, client, get, rows, more, query):
    assert found(client, address(*rows, **more, do="search")) == {"q": query}
    again = get(f"/search/advanced?{urlencode({'q': query})}")
    assert not again.all("//section[@class='empty']")
    assert again.all("//input[@id='q']/@value") == [query]
    kept = [
        (one.get("name"), one.get("value")) for one in again.all("//form[@class='rows']//input[@name and @value != '']")
    ]
    assert shown(again) or kept


def test_the_rows_of_a_query_that_was_typed(db, get):
    query = '(ti=rice OR ab=rice) NOT pa="Acme Ltd" pd>=2015 cc=VN'
    page = get(f"/search/advanced?{urlencode({'q': query})}")
    assert (
        shown(page)
        == [
            ("and", "title", "all", "rice"),
            ("or", "abstract", "all", "rice"),
            ("not", "applicant", "exact", "Acme Ltd"),
        ]
        or shown(page)[0][0] == "and"
    )
    assert page.all("//input[@name='published_from']/@value") == ["2015"]
    assert page.all("//input[@name='office'][@checked]/@value") == ["VN"]


@pytest.mark.parametrize(
    "query", ["(ti=a AND ab=b) OR pa=c", "ti=(a", " OR ".join(f"ti=w{i} OR ab=w{i}" for i in range(11))]
)
def test_a_query_the_form_cannot_show_stays_text(db, get, query):
    page = get(f"/search/advanced?{urlencode({'q': query})}")
    assert page.words("//section[@class='empty']").startswith("This query stays text")
    assert page.all("//input[@id='q']/@value") == [query]
    assert shown(page) == []


LATER = [
    # What stays text, rows, what is pressed → the box.
    ("ti=(a OR b) NOT ab=c OR pa=d", [], "rows", "ti=(a OR b) NOT ab=c OR pa=d"),
    ("(ti=a AND ab=b) OR pa=c", [{"value": "bran"}], "rows", "((ti=a AND ab=b) OR pa=c) AND ti=bran"),
    ("(ti=a AND ab=b) OR pa=c", [{"join": "not", "value": "bran"}], "text", "((ti=a AND ab=b) OR pa=c) NOT ti=bran"),
    ("ti=(a", [{"value": "bran"}], "rows", "ti=(a"),
    ("ti=(a", [], "text", "ti=(a"),
    ("(ti=a AND ab=b) OR pa=c", [{"field": "ipc", "value": "no class"}], "rows", "(ti=a AND ab=b) OR pa=c"),
]


@pytest.mark.parametrize(("query", "rows", "pressed", "box"), LATER)
def test_what_stays_text_is_never_lost_and_rows_narrow_it(db, client, query, rows, pressed, box):
    page = Html(client.get(address(*rows, besides=query, do=pressed)))
    assert page.all("//input[@id='q']/@value") == [box]
    assert page.all("//input[@name='besides']/@value") == [query]
    assert [one[3] for one in shown(page)] == [one["value"] for one in rows]


def test_search_asks_what_stays_text_and_the_rows(db, client):
    found = client.get(address({"value": "bran"}, besides="(ti=a AND ab=b) OR pa=c", do="search"))
    assert parse_qs(urlsplit(found["Location"]).query) == {"q": ["((ti=a AND ab=b) OR pa=c) AND ti=bran"]}
    found = client.get(address({"value": "bran"}, besides="ti=(a", do="search"))
    assert found.status_code == 400
    assert "never closed" in Html(found).words("//p[@role='alert']")


WRONG = [
    ({"field": "ipc", "value": "silica"}, "is not a class symbol"),
    ({"way": "written", "value": "a AND"}, "needs something after it"),
    ({"way": "written", "value": "a) OR (b"}, "has a row of its own"),
    ({"way": "written", "value": "a)) OR ((b"}, "closes nothing"),
    ({"way": "written", "value": "a) OR (ab=b"}, "has a row of its own"),
    ({"field": "published", "value": "soon"}, "is not a date"),
    ({"field": "number", "value": "silica"}, "is not a number"),
    ({"value": "a" * 501}, "A row has at most 500 characters; this has 501. Split it."),
    ({"value": "a " * 2000}, "this has 4,000. Split it."),
]


@pytest.mark.parametrize(("row", "said"), WRONG)
def test_what_a_row_says_wrong_is_said_at_the_row(db, get, row, said):
    page = get(address({}, row, do="search"), 400)
    assert said in page.words("//p[@id='wrong-2']")
    assert page.all("//input[@name='value'][@aria-invalid]/@aria-describedby") == ["wrong-2"]
    assert shown(page)[1][3].strip() == row["value"].strip()


def test_what_dates_and_choices_say_wrong_is_said_beside_them(db, get):
    page = get(address(published_from="soon", kind="granted", do="search"), 400)
    assert "is not a date" in page.words("//p[@id='wrong-published']")
    assert "shows in the kind code" in page.words("//p[@id='help-kind']")


def test_filters_and_order_of_the_results_page_stay(shelf, client, get):
    kept = urlencode({"sort": "newest", "office": "TH"})
    page = get(get("/search?q=ti%3Drice&office=TH&sort=newest").links()["Advanced form"])
    assert page.all("//input[@name='keep']/@value") == [kept]
    assert "Thailand" in page.words()
    assert found(client, address({"value": "rice"}, keep=kept, do="search")) == {
        "q": "ti=rice",
        "sort": "newest",
        "office": "TH",
    }


def test_nothing_pasted_is_cut(db, get):
    page = get(f"/search?{urlencode({'q': 'a' * 3469})}", 400)
    assert "at most 3,000 characters; this has 3,469. Split it." in page.words("//main")
    assert page.all("//input[@id='q']/@value") == ["a" * 3469]
    assert not get("/search/advanced").all("//input[@maxlength]")
    page = get(address(published_from="2" * 50, language="x" * 70, do="search"), 400)
    assert page.all("//input[@name='published_from']/@value") == ["2" * 50]
    assert page.all("//input[@name='language']/@value") == ["x" * 70]


def test_more_rows_and_text_are_asked_for_without_leaving(db, get):
    page = get(address(*[{"value": f"w{n}"} for n in range(4)], do="rows"))
    assert len(page.all("//fieldset[@class='line-of-form']")) == 6
    assert page.all("//input[@id='q']/@value") == ["ti=(w0 AND w1 AND w2 AND w3)"]


MALFORMED = [
    "join=and&field=title&way=all",
    "join=and&field=nothing&way=all&value=a",
    "join=xor&field=title&way=all&value=a",
    "join=and&field=title&way=how&value=a",
    "&".join(["join=and&field=title&way=all&value=a"] * (MAX_ROWS + 3)),
    "keep=from%3Dsoon",
]


@pytest.mark.parametrize("query", MALFORMED)
def test_what_no_form_sends_is_refused(db, client, query):
    assert client.get(f"/search/advanced?{query}").status_code == 400


@pytest.mark.parametrize(
    "value",
    [
        "\x00",
        "\ud800".encode("utf-8", "surrogatepass"),
        '"',
        '""',
        "(",
        ")",
        "*",
        "~" * 99,
        "((((",
        "ti=",
        "% %",
        "\u202e",
    ],
)
@pytest.mark.parametrize("way", ["all", "any", "exact", "written"])
def test_no_value_breaks_the_page(db, client, way, value):
    pairs = [
        ("join", "and"),
        ("field", "title"),
        ("way", way),
        ("value", value),
        ("kind", value),
        ("published_to", value),
        ("do", "search"),
    ]
    assert client.get(f"/search/advanced?{urlencode(pairs)}").status_code in (200, 302, 400)
