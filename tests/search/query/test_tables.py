"""Every query of the tables, as people write them elsewhere or by mistake, is read as its row says or refused as it says."""

import importlib
from pathlib import Path

import pytest

from search.query.kinds.listed import one_line
from search.query.parser import parse
from tests.search.query.shapes import read_with_warnings, refused

TABLES = [
    importlib.import_module(f"tests.search.query.tables.{path.stem}")
    for path in sorted(Path(__file__).with_name("tables").glob("*.py"))
]


@pytest.mark.parametrize(("query", "expected"), [row for of in TABLES for part in of.READ for row in part.items()])
def test_what_is_written_there_is_read_or_said_to_be_read_otherwise(query, expected):
    assert read_with_warnings(query) == expected


@pytest.mark.parametrize(("query", "expected"), [row for of in TABLES for part in of.REFUSED for row in part.items()])
def test_what_cannot_be_read_is_named_placed_and_mended(query, expected):
    assert refused(query, expected[0]) == expected


@pytest.mark.parametrize("query", [query for of in TABLES for part in of.READ for query in part if "\n" in query])
def test_on_one_line_it_is_read_the_same(query):
    assert "\n" not in one_line(query)
    assert parse(one_line(query)).node == parse(query).node


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_part_of_a_table_is_tried(table):
    parts = [part for name, part in vars(table).items() if name.isupper() and isinstance(part, dict)]
    assert [part for part in parts if part not in table.READ + table.REFUSED] == []
