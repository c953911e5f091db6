import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import Change, Delivery, Record, Text
from tests.portal.api.conftest import HUSK
from tests.search.filing import file_record

pytestmark = pytest.mark.usefixtures("portal")


def test_a_record_is_everything_held_with_where_it_came_from(ask):
    record = ask(f"records/{HUSK}")
    sha256 = Delivery.objects.get(name="issue.xml", office="BR").sha256
    source = {"delivery": sha256, "as_of": "2020-05-12"}
    assert (record["id"], record["page"]) == (HUSK, f"/records/{HUSK}")
    assert record["office"] == {"code": "BR", "name": "INPI", "country": "Brazil", "terms": "Attribution."}
    assert record["number"] == {"original": HUSK[5:], "display": HUSK[5:], "key": HUSK[5:]}
    assert [(text["part"], text["language"], text["origin"]) for text in record["texts"]] == [
        ("claims", "pt", "office"),
        ("title", "en", "machine"),
        ("title", "pt", "office"),
    ]
    assert [claim["n"] for claim in record["texts"][0]["paragraphs"]] == ["1", "2"]
    assert [party["name"] for party in record["parties"]] == ["Universidade", "Serra, Ltda", "Silva"]
    assert record["events"][0]["category_words"]
    assert record["related"][0]["key"] == "611"
    assert record["sources"] == {"number": source}
    for part in ("publications", "texts", "parties", "classifications", "related", "events"):
        assert record[part]
        assert all(row["delivery"] == sha256 and row["as_of"] for row in record[part])
    assert list(record["deliveries"]) == [sha256]
    assert [finding["severity"] for finding in record["findings"]] == ["warning", "info", "info"]


def test_a_value_exchanged_again_comes_from_the_delivery_of_its_publication(ask):
    """DOCDB says a day of exchange beside that of publication: `sources` then holds three values."""
    record = Record.objects.get(id=HUSK)
    (name, (as_of, delivery, *_)), *_ = record.sources.items()
    record.sources[name] = [as_of, delivery, "2021-01-01"]
    record.save()
    assert ask(f"records/{HUSK}")["sources"][name] == {
        "delivery": Delivery.objects.get(pk=delivery).sha256,
        "as_of": as_of,
    }


def test_an_id_in_small_letters_is_the_same_record(ask):
    assert ask(f"records/{HUSK.lower()}")["id"] == HUSK


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("BR-P-102012004078", [HUSK]),
        ("BR-P-9", [HUSK]),
        ("BR-X-1", []),
        ("nonsense", []),
        ("x" * 500, []),
    ],
)
def test_an_unknown_record_is_answered_with_those_nearest(ask, asked, near):
    problem = ask(f"records/{asked}", 404)
    assert (problem["type"], problem["near"]) == ("/api/problems/not-found", near)
    assert problem["detail"].startswith("No record ")


def test_a_record_unchanged_is_not_sent_again(client):
    first = client.get(f"/api/v1/records/{HUSK}")
    again = client.get(f"/api/v1/records/{HUSK}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Text.objects.filter(record=HUSK).delete()
    assert client.get(f"/api/v1/records/{HUSK}", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_record_costs_a_handful_of_queries_however_much_it_has(ask):
    def queries(record_id):
        with CaptureQueriesContext(connection) as captured:
            ask(f"records/{record_id}")
        return len(captured)

    file_record("BR-P-3", {("claims", "pt"): ["Um."] * 50}, applicants=("A",) * 9)
    assert queries(HUSK) == queries("BR-P-3") <= 12


def test_a_record_tells_what_deliveries_changed_of_it(ask):
    old, new = Delivery.objects.get(name="issue.xml", office="BR"), Delivery.objects.exclude(name="issue.xml").first()
    values = {"old_delivery": old, "new_delivery": new, "as_of": "2021-01-05", "record_id": HUSK}
    Change.objects.create(what="applicant", old="Serra, Ltda", new="SERRA LTDA.", **values)
    Change.objects.create(what="title (pt)", old="Casca", new="Secador", **values)
    record = ask(f"records/{HUSK}")
    assert [(row["what"], row["old"], row["new"], row["spelling"]) for row in record["changes"]] == [
        ("applicant", "Serra, Ltda", "SERRA LTDA.", True),
        ("title (pt)", "Casca", "Secador", False),
    ]
    assert {row["old_delivery"] for row in record["changes"]} | {
        row["new_delivery"] for row in record["changes"]
    } <= set(record["deliveries"])


def test_a_record_says_whose_word_its_end_is(ask):
    Record.objects.filter(pk=HUSK).update(
        status="ended", by_term=True, term_end="2021-05-01", term_rule="20 years from filing on 1 May 2001"
    )
    status = ask(f"records/{HUSK}")["status"]
    assert (status["state"], status["by_term"]) == ("ended", True)
    assert status["term"] == {"end": "2021-05-01", "rule": "20 years from filing on 1 May 2001", "uncertain": False}
    assert "It rests on the rule, not on a word of the office" in status["evidence"]
