import pytest

from search.engines import engine
from search.indexing import rebuild
from tests.portal.api.conftest import HUSK
from tests.search.filing import file_record

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.fixture
def relatives():
    file_record("VN-P-1", {("title", "en"): ["Silica from rice husk"]}, related=(("priority", "US", "611"),))
    file_record("TH-P-1", {("title", "en"): ["Obtaining silica from husk ash"]})
    rebuild()


def ids(answer):
    return [hit["id"] for hit in answer["results"]]


def test_the_family_is_the_others_with_the_same_priorities(relatives, ask):
    answer = ask(f"records/{HUSK.lower()}/family")
    assert (answer["id"], ids(answer)) == (HUSK, ["VN-P-1"])
    assert answer["results"][0]["title"]["english"] == "Silica from rice husk"
    assert answer["results"][0]["matched"] == answer["results"][0]["why"] == []
    assert ids(ask("records/VN-P-1/family")) == [HUSK]
    assert ids(ask("records/TH-P-1/family")) == []


def test_similar_records_are_outside_the_family(relatives, ask):
    answer = ask(f"records/{HUSK}/similar?size=1")
    assert ids(answer) == ["TH-P-1"]
    assert {"silica", "husk"} <= {*answer["words"]}


def test_results_are_gathered_by_family(relatives, ask):
    answer = ask("search?q=silica%20husk&collapse=family&sort=oldest")
    assert (answer["total"], answer["families"], len(answer["results"])) == (3, 2, 2)
    assert {hit["id"]: hit["family"] for hit in answer["results"]}["TH-P-1"] == []
    (member,) = [hit for hit in answer["results"] if hit["family"]]
    assert {member["id"], *member["family"]} == {HUSK, "VN-P-1"}
    assert ask("search?q=silica")["families"] is None


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("records/XX-P-1/family", 404, "not-found"),
        ("records/XX-P-1/similar", 404, "not-found"),
        (f"records/{HUSK}/similar?size=0", 400, "parameter"),
        (f"records/{HUSK}/family?size=5", 400, "parameter"),
        ("search?collapse=colour", 400, "parameter"),
    ],
)
def test_what_cannot_be_asked_is_a_problem(ask, address, status, kind):
    assert ask(address, status)["type"] == f"/api/problems/{kind}"


@pytest.mark.parametrize("name", ["family", "similar"])
def test_an_engine_that_does_not_answer_is_said(ask, name):
    engine().drop(engine().published())
    assert ask(f"records/{HUSK}/{name}", 503)["type"] == "/api/problems/engine-down"
