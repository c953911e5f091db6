"""No address, however odd, makes a fault: it is answered, or refused with a problem that says why."""

import tempfile

import pytest
from django.test import Client, override_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.api.errors import KINDS, Problem
from portal.api.parameters import SEARCH, YEAR
from search import indexing

PATHS = ["search", "explain", "offices", "coverage", "deliveries"]
INSIDE = ["records/{}", "offices/{}", "coverage/{}/missing", "deliveries/{}", "deliveries/{}/findings"]
NAMES = [*(parameter.name for parameter in SEARCH), "format", "severity", "state", "code", "x"]
anything = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
plausible = st.sampled_from(
    [
        "BR",
        "patent",
        "A1",
        "2019",
        "2018..2020",
        "claims.en",
        "newest",
        "10",
        "csv",
        "st37",
        "json",
        "-1",
        "1e3",
        "",
        "%",
        "'",
    ]
)
paths = st.sampled_from(PATHS) | st.builds(str.format, st.sampled_from(INSIDE), st.sampled_from(["BR", "x", "BR-P-1"]))
queries = st.lists(st.tuples(st.sampled_from(NAMES), plausible | anything), max_size=3)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


class AnyAddress(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.enterClassContext(override_settings(SEARCH_ENGINE="embedded", INDEX_DIR=folder))
        indexing.rebuild()

    @settings(max_examples=120)
    @given(paths, queries)
    def test_is_answered_or_refused_with_a_reason(self, path, query):
        response = Client().get(f"/api/v1/{path}", query)
        assert response.status_code in {200, 400, 404}, body(response)
        if response.status_code != 200:
            problem = response.json()
            assert problem["type"].removeprefix("/api/problems/") in KINDS
            assert problem["detail"].endswith((".", "?", ")")), problem
        else:
            assert body(response)


@pytest.mark.parametrize("value", ["٢٠١٩", "２０１９", "2019;2020", "2019\x00", "--", "2019.5", "20190"])
def test_a_year_is_four_plain_digits(value):
    with pytest.raises(Problem, match="a year of four digits"):
        YEAR.values([value])


@pytest.mark.django_db
@pytest.mark.parametrize("length", [4_000, 60_000])
def test_a_very_long_query_is_refused_quickly_and_in_words(client, length):
    response = client.get("/api/v1/search", {"q": "a" * length})
    assert response.status_code == 400
    assert "character" in response.json()["detail"]
    assert len(response.content) < 1_000
