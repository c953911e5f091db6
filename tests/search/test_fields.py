"""The field table: whole, unambiguous, and true to itself."""

from collections import Counter

import pytest

from search.fields import BY_CODE, BY_NAME, DEFAULT, FIELDS, FieldKind, find, nearest
from search.query.elsewhere.habits import AMBIGUOUS, ELSEWHERE, LANGUAGE_FIELDS, SYNONYMS
from search.query.parser import parse


def test_no_code_means_two_fields():
    codes = Counter(code for field in FIELDS for code in field.codes)
    assert [code for code, times in codes.items() if times > 1] == []
    assert not set(codes) & (set(AMBIGUOUS) | set(ELSEWHERE))
    assert all(code == code.lower() for code in codes)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_example_of_a_field_searches_it(field):
    assert f"field='{field.name}'" in repr(parse(field.example).node)
    assert field.example.startswith(field.codes[0])
    assert field.help.endswith(".")


def test_tables_of_habits_name_fields_that_exist():
    meant = {meaning[0] for _, *meanings in AMBIGUOUS.values() for meaning in meanings}
    assert meant <= set(BY_NAME)
    assert set(LANGUAGE_FIELDS.values()) <= set(BY_CODE)
    assert all(set(values.values()) <= set(BY_NAME[name].values) for name, values in SYNONYMS.items())


def test_listed_values_are_of_keyword_fields():
    assert all(field.kind is FieldKind.KEYWORD for field in FIELDS if field.values)
    assert DEFAULT.kind is FieldKind.TEXT


@pytest.mark.parametrize(("code", "name"), [("TI", "title"), ("Pd", "published"), ("cl", None), ("", None)])
def test_find(code, name):
    assert find(code) is (BY_NAME[name] if name else None)


@pytest.mark.parametrize(
    ("code", "guess"), [("tl", "ti"), ("clams", "claims"), ("titel", "ti"), ("x", ""), ("qqqq", "")]
)
def test_nearest(code, guess):
    assert nearest(code) == guess
