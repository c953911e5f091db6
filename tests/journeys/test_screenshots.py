"""`ops/screenshots.py` takes its pictures, and says what a page did that it must not do."""

import pytest

from ops.screenshots import VIEWS, first_records, meant, name_of, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_is_taken_of_each_page(chromium, site, tmp_path, view):
    assert visit(chromium, site, {"home": "/", "error": "/search?q=(a"}, view, tmp_path) == []
    width, _ = VIEWS[view]
    for name in ("home", "error"):
        picture = (tmp_path / f"{name}-{view}.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert int.from_bytes(picture[16:20]) == width


def test_record_pages_are_those_the_searches_lead_to(chromium, site):
    found = first_records(chromium, site)
    assert found["record-arabic"].startswith("/records/EG-P-20171283?")
    assert found["record-burmese"].startswith("/records/MM-P-202400113?")


def test_a_page_that_is_meant_to_be_an_error_is_no_complaint(chromium, live_server, tmp_path):
    wrong = visit(chromium, live_server.url, {"gone": "/static/gone.png"}, "light", tmp_path)
    assert wrong == []
    assert not meant("Uncaught ReferenceError: x is not defined")
    assert not meant("Failed to load resource: the server responded with a status of 500 (Internal Server Error)")


@pytest.mark.parametrize(
    ("path", "name"), [("/", "home"), ("/offices/TH", "offices-TH"), ("/search?q=แกลบ", "search-q-แกลบ")]
)
def test_a_picture_is_named_for_its_path(path, name):
    assert name_of(path) == name
