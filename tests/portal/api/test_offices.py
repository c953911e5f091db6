import pytest

from ingest.offices.profiles import codes

pytestmark = pytest.mark.usefixtures("portal")


def test_every_office_is_listed_with_its_terms_and_what_is_held(ask):
    offices = {office["code"]: office for office in ask("offices")["results"]}
    assert set(codes()) <= offices.keys()
    assert offices["BR"]["terms"] == "Attribution."
    assert (offices["BR"]["coverage"]["expected"], offices["BR"]["coverage"]["missing"]) == (4, 3)
    assert offices["ID"]["unpublished"] == {"patent": ["claims"]}
    assert offices["ID"]["coverage"]["expected"] is None


def test_an_office_has_its_coverage_by_right_its_lists_and_deliveries(ask):
    office = ask("offices/br")
    assert (office["code"], office["records"]) == ("BR", 2)
    assert {right: figure["missing"] for right, figure in office["rights"].items()} == {"patent": 2, "utility_model": 1}
    assert office["authority_files"][0]["update"] == "full"
    assert office["authority_files"][0]["delivery"] in {row["sha256"] for row in office["deliveries"]}
    assert office["counted_at"]


def test_an_office_not_counted_yet_says_so(ask):
    assert ask("offices/TH")["counted_at"] is None


def test_an_unknown_office_is_answered_with_those_there_are(ask):
    problem = ask("offices/ZZ", 404)
    assert "ZZ" in problem["detail"]
    assert "BR" in problem["near"]
