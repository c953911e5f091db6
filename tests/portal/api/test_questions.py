import html
from urllib.parse import quote

import pytest

from search.answer import SORTS
from search.engines import engine
from tests.portal.api.conftest import HUSK

pytestmark = pytest.mark.usefixtures("indexed")


def ids(answer):
    return [hit["id"] for hit in answer["results"]]


def test_an_answer_says_how_it_was_read_what_it_found_and_what_it_could_not_see(ask):
    answer = ask("search?q=claims=casca")
    assert answer["query"] == {
        "canonical": "claims=casca",
        "words": "claims with “casca”, in the original or in English",
        "warnings": [],
    }
    assert (answer["total"], answer["next"]) == (1, None)
    assert answer["blind_spots"]["sentence"].startswith(
        "Searched claims in 2 offices; 3 records in scope. 2 have no searchable claims "
        "(Brazil 1 missing; Indonesia 1 not published by law)."
    )
    assert [row["office"] for row in answer["blind_spots"]["rows"]] == ["BR", "ID"]
    assert answer["blind_spots"]["totals"]["in_scope"] == 3


def test_a_result_names_numbers_dates_titles_status_and_where_it_matched(ask):
    (hit,) = ask("search?q=silica%20husk")["results"]
    assert {name: hit[name] for name in hit if name not in ("matched", "why", "family")} == {
        "id": HUSK,
        "office": "BR",
        "right": "patent",
        "kind": "A1",
        "kind_words": "Patent application",
        "numbers": {
            "application": "102012004079",
            "application_key": "102012004079",
            "publications": ["102012004079"],
        },
        "dates": {"filing": None, "publication": "2020-05-12", "grant": None},
        "title": {
            "original": "Processo de obtenção de sílica de casca de arroz",
            "language": "pt",
            "english": "Process for obtaining silica from rice husk",
            "english_origin": "machine",
        },
        "status": "unknown",
        "status_as_of": None,
        "status_as_received": False,
        "status_by_term": False,
        "taken_back": False,
        "sample": False,
    }
    (match,) = [match for match in hit["matched"] if match["language"] == "en"]
    assert (match["field"], match["origin"], match["label"]) == ("title", "machine", "")
    assert [match["snippet"][start:end] for start, end in match["marks"]] == ["silica", "husk"]
    title = {"field": "title", "language": "en", "origin": "machine", "labels": [], "more": False}
    assert [(reason["query"], reason["places"]) for reason in hit["why"]] == [
        ("silica", [{**title, "language": "pt", "origin": "office"}, title]),
        ("husk", [title]),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["BR-P-102012004079", "BR-U-1", "ID-P-2"]),
        ("office=ID", ["ID-P-2"]),
        ("office=br,id&right=patent", ["BR-P-102012004079", "ID-P-2"]),
        ("office=BR&office=ID&has=claims", ["BR-P-102012004079"]),
        ("has=title.en.machine", ["BR-P-102012004079"]),
        ("year=2018..2019", ["BR-U-1"]),
        ("kind=a1,u", ["BR-P-102012004079", "BR-U-1"]),
        ("language=id", ["ID-P-2"]),
        ("applicant=Serra,%20Ltda", ["BR-P-102012004079"]),
        ("ipc=C01B", ["BR-P-102012004079"]),
        ("status=in_force", []),
        ("q=arroz&right=utility_model", ["BR-U-1"]),
    ],
)
def test_filters_are_those_of_the_page_and_scope_is_what_they_find(ask, asked, found):
    answer = ask(f"search?{asked}")
    assert sorted(ids(answer)) == found
    if not asked.startswith(("q=", "has", "office=BR&office=ID&has", "language", "applicant", "ipc", "status")):
        assert answer["blind_spots"]["totals"]["in_scope"] == answer["total"]


def test_where_nothing_is_found_the_answer_says_why(ask):
    told = ask("search?q=ti=silcia%20AND%20cc=BR")["no_hits"]
    assert [(part["query"], part["total"], part["rest"], part["without"]) for part in told["parts"]] == [
        ("ti=silcia", 0, "cc=BR", 2),
        ("cc=BR", 2, "ti=silcia", 0),
    ]
    assert [(one["query"], one["total"]) for one in told["proposals"]] == [("ti=silica AND cc=BR", 1)]
    assert ask("search?q=silica&office=ID,BR&kind=Z")["no_hits"]["filters"] == {"office": 0, "kind": 1}
    assert ask("search?q=silica")["no_hits"] is None


@pytest.mark.parametrize(
    ("q", "warning"),
    [
        ("br-p-102012004079", ""),
        ("https://lontar.example/records/BR-P-102012004079?q=rice", ""),
        ("BR 10 2012 004079-9", "would end in 4"),
        ("BR102012004079; BR102012004080", "1 of the 2 numbers is held; no record has BR102012004080."),
        ("102012004079", "as a number of Brazil, or of any office that writes it so."),
    ],
)
def test_a_number_in_any_spelling_finds_its_record_and_says_what_is_doubtful(ask, q, warning):
    answer = ask(f"search?q={quote(q)}")
    assert ids(answer) == [HUSK]
    assert (answer["query"]["warnings"] or [""])[-1].find(warning) >= 0
    assert bool(answer["query"]["warnings"]) == bool(warning)


@pytest.mark.parametrize("sort", SORTS)
def test_pages_follow_one_another_and_facets_count(ask, sort):
    first = ask(f"search?size=2&sort={sort}")
    second = ask(f"search?size=2&sort={sort}&cursor={first['next']}")
    assert (len(first["results"]), len(second["results"]), second["next"]) == (2, 1, None)
    assert sorted(ids(first) + ids(second)) == ["BR-P-102012004079", "BR-U-1", "ID-P-2"]
    assert first["facets"]["office"] == [
        {"value": "BR", "count": 2, "selected": False},
        {"value": "ID", "count": 1, "selected": False},
    ]


def test_what_people_search_for_is_kept_nowhere_on_the_way(client):
    assert client.get("/api/v1/search?q=x").headers["Cache-Control"] == "no-store"
    assert client.get("/api/v1/explain?q=x").headers["Cache-Control"] == "no-store"


def test_a_wrong_query_is_answered_with_its_place_and_a_proposal(ask):
    for address in ("search", "explain"):
        problem = ask(f"{address}?q=ti=(rice", 400)
        assert (problem["type"], problem["status"]) == ("/api/problems/query", 400)
        assert (problem["position"], problem["proposal"]) == ([3, 4], "ti=(rice)")


@pytest.mark.parametrize(
    "q", ["x" * 3000, "(" * 500, "\x00", "a\u202eb", "AND", '"', "*" * 40, "NEAR2", "pd=[", "😀" * 300]
)
def test_no_query_text_is_a_fault(client, q):
    response = client.get("/api/v1/search", {"q": q})
    assert response.status_code in {200, 400}
    assert response.json().get("type", "/api/problems/query") == "/api/problems/query"


@pytest.mark.parametrize(
    "address", ["office=ZZ", "ipc=zzz", "kind=XYZ", "language=xx", "has=claims.xx", "office=BR,ZZ"]
)
def test_a_filter_no_record_can_have_is_refused_as_on_the_page(ask, client, address):
    problem = ask(f"search?{address}", 400)
    name, _, value = address.partition("=")
    assert (problem["type"], problem["parameter"]) == ("/api/problems/parameter", name)
    assert f"“{value.rpartition(',')[2]}” is not known for {name}=" in problem["detail"]
    page = client.get(f"/search?{address.replace('BR,', '')}")
    assert page.status_code == 400
    assert problem["detail"] in html.unescape(page.text)


@pytest.mark.parametrize("q", ["%00", "%EF%BF%BF", "%E2%80%8B%20%00"])
def test_what_holds_no_letter_at_all_is_not_everything(ask, q):
    assert "only characters that cannot be searched" in ask(f"search?q={q}", 400)["detail"]


def test_a_page_link_of_another_query_is_refused(ask):
    cursor = ask("search?size=1")["next"]
    for wrong in (f"search?q=arroz&cursor={cursor}", "search?cursor=broken"):
        assert "Start from the first page" in ask(wrong, 400)["detail"]


def test_an_engine_that_does_not_answer_is_said_so(ask, client, settings):
    engine().drop(engine().published())
    problem = ask("search?q=rice", 503)
    assert problem["type"] == "/api/problems/engine-down"
    assert "Try again later" in problem["detail"]
    assert "manage.py" not in problem["detail"]
    assert client.get("/api/v1/search").headers["Retry-After"] == "30"


def test_an_explanation_has_tree_numbers_dates_terms_and_both_engines(ask):
    answer = ask("explain?q=husk%20AND%20pn=BR102012004079%20AND%20pd=2019")
    assert list(answer) == [
        "canonical",
        "words",
        "warnings",
        "tree",
        "numbers",
        "dates",
        "terms",
        "engines",
        "expansions",
        "total",
        "parts",
    ]
    assert answer["numbers"][0]["key"] == "102012004079"
    assert answer["dates"] == [{"field": "published", "from": "2019-01-01", "to": "2019-12-31"}]
    assert sorted(answer["engines"]) == ["embedded", "opensearch"]


FORM = "application/x-www-form-urlencoded"


def posted(client, path, body, kind="application/json"):
    return client.post(f"/api/v1/{path}", body, content_type=kind)


@pytest.mark.parametrize(
    ("path", "address", "body", "kind"),
    [
        ("search", "q=silica%20husk", {"q": "silica husk"}, "application/json"),
        ("search", "q=silica%20husk", "q=silica%20husk", FORM),
        ("search", "office=BR,ID&size=2", {"office": ["BR", "ID"], "size": 2}, "application/json; charset=utf-8"),
        ("search", "office=BR&office=ID&size=2", "office=BR&office=ID&size=2", FORM),
        ("search", "", {}, "application/json"),
        ("explain", "q=husk*", {"q": "husk*"}, "application/json"),
        ("search", "q=ti%3D(", {"q": "ti=("}, "application/json"),
        ("search", "size=101", {"size": 101}, "application/json"),
        ("search", "nonsense=1", {"nonsense": "1"}, "application/json"),
    ],
)
def test_what_is_posted_is_answered_as_an_address_is(client, path, address, body, kind):
    got, sent = client.get(f"/api/v1/{path}?{address}"), posted(client, path, body, kind)
    assert (sent.status_code, sent.json()) == (got.status_code, got.json())
    assert sent.headers["Cache-Control"] == "no-store"


def test_what_is_posted_joins_what_the_address_asks(client):
    assert ids(posted(client, "search?office=ID", {"q": "*"}).json()) == ["ID-P-2"]
    assert posted(client, "search?q=silica", {"q": "husk"}).json()["parameter"] == "q"


@pytest.mark.parametrize(
    ("body", "kind", "status", "problem", "said"),
    [
        ("{", "application/json", 400, "request", "cannot be read"),
        (b"\xff", "application/json", 400, "request", "cannot be read"),
        ("[1]", "application/json", 400, "request", "must be an object"),
        ("[" * 60_000, "application/json", 400, "request", "cannot be read"),
        ("null", "application/json", 400, "request", "must be an object"),
        ("1" * 5000, "application/json", 400, "request", ""),
        ('{"q": {"a": 1}}', "application/json", 400, "parameter", "must be a text"),
        ('{"q": [true]}', "application/json", 400, "parameter", "must be a text"),
        ('{"q": ["a", "b"]}', "application/json", 400, "parameter", "is given 2 times"),
        ("q=rice", "text/plain", 415, "media-type", "text/plain"),
        ("<q>rice</q>", "application/xml", 415, "media-type", "application/xml"),
        ("q=rice", "", 415, "media-type", "Unsupported"),
        ("--b--", "multipart/form-data; boundary=b", 415, "media-type", "multipart/form-data"),
        ("&".join(f"a{n}=1" for n in range(1_001)), FORM, 400, "request", "at most 1,000 are read"),
        ('{"q": "' + "a" * 70_000 + '"}', "application/json", 413, "too-large", "at most 65,536 are read"),
        ('{"q": "' + "\\ud801\\udc37" * 3001 + '"}', "application/json", 400, "query", "this has 3,001"),
    ],
)
def test_what_cannot_be_read_of_a_body_is_said(client, body, kind, status, problem, said):
    response = posted(client, "search", body, kind)
    assert (response.status_code, response.json()["type"]) == (status, f"/api/problems/{problem}")
    assert said in response.json()["detail"]
    assert (response.headers["Access-Control-Allow-Origin"], response.headers["Cache-Control"]) == ("*", "no-store")


def test_half_a_letter_is_none(client):
    response = posted(client, "search", '{"applicant": "\\ud800", "q": "husk \\ud800"}')
    assert (response.status_code, response.json().get("detail")) == (200, None)
