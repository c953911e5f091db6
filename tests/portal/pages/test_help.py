"""The help page is the table of fields, and everything it shows works."""

import pytest

from portal.pages.help import OPERATORS
from portal.standards.authority import EXCEPTIONS
from portal.standards.events import CATEGORIES
from search.fields import FIELDS
from search.query.parser import parse
from tests.portal.pages.html import spoken


def test_every_field_stands_there_with_all_its_codes(db, get):
    rows = [spoken(row) for row in get("/help").all("//section[@id='fields']//tbody/tr")]
    assert len(rows) == len(FIELDS)
    for field, row in zip(FIELDS, rows, strict=True):
        assert row.startswith(field.label[0].upper() + field.label[1:])
        assert ", ".join(field.codes) in row
        assert row.endswith(f"{field.help} {field.example}")


EXAMPLES = [field.example for field in FIELDS] + [example for _, _, example in OPERATORS]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_read_and_is_a_link(shelf, get, example):
    assert parse(example).warnings == ()
    links = get("/help").links()
    assert get(links[example]).all("//input[@id='q']/@value") == [example]


def test_exception_codes_and_event_categories_are_explained(db, get):
    page = get("/help")
    for code, words in {**EXCEPTIONS, **CATEGORIES}.items():
        assert any(spoken(row) == f"{code} {words}" for row in page.all("//tbody/tr"))


def test_the_three_lines_are_explained(db, get):
    words = get("/help").words("//section[@id='signs']")
    assert all(sign in words for sign in ("solid:", "dotted:", "hatched:", "dashed:"))
