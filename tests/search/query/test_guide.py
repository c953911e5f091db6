"""The user's guide holds true: its field table is made from the fields, and every query in it is read."""

import re

import pytest
from django.conf import settings

from search.fields import FIELDS
from search.query.guide import field_table
from search.query.parser import parse

GUIDE = (settings.BASE_DIR / "docs" / "query-language.md").read_text(encoding="utf-8")
PROSE, TABLE = GUIDE.split("## Fields\n\n")
# Codes and signs that are named, not queries: they end in a relation, are operators or lone signs, or what is refused.
NAMED = re.compile(
    r"[A-Za-z_.]*={1,2}|[A-Za-z_.]*:|.*…|[A-Z_ ]+|[<>]=?|[?#+$%!~]|/low|« »|' '|NEAR[/ ]5|W/5|w/[sp]|PRE3|prox/\S+|tests/.*|\(2?W\)|[wn]d?5|/search/\w+|"
    r"silica[./]ti\.?|silica gel /TI/AB|foo: rice|a NEAR5 \(b AND c\)|\w+:|\w+=|\[silica/TI\].*|TL=\[.*|ttl/|aclm/|(?:NEAR|ADJ)n|manage.py \w+",
    re.IGNORECASE,
)
QUERIES = [query for query in re.findall(r"`([^`\n]+)`", PROSE) if not NAMED.fullmatch(query)]


def test_the_field_table_is_the_one_made_from_the_fields():
    assert TABLE.strip() == field_table(), (
        "Replace the table of docs/query-language.md by search.query.guide.field_table()."
    )
    assert field_table().count("\n") == len(FIELDS) + 1


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_guide_is_read(query):
    assert parse(query).node


def test_the_guide_names_many_queries():
    assert len(QUERIES) > 50


SAME = [
    ("ti=silica", "TI:silica", "EN_TI:silica"),
    ("silica NOT zeolite", "silica ANDNOT zeolite", "silica AND NOT zeolite"),
    ("a NEAR5 b", "a NEAR/5 b", "a W/5 b", "a prox/distance<=5 b", "a prox/distance<6 b", "a NEAR b", '"a b"~5'),
    ("a ADJ1 b", "a ADJ b", "a PRE1 b", "a prox/ordered b"),
    ("pd=2012..2014", "pd=2012-2014", "pd=[2012 TO 2014]", 'pd within "2012 2014"'),
    ("sillica~", "sillica~1", "sillica~0.8"),
    ("a NEAR3 b", "a (2A) b"),
    ("a ADJ3 b", "a (2W) b"),
    ("ipc==A61K31/00", 'ipc exact "A61K31/00"', "IC_EX:A61K31/00"),
    ("pd>=2015", "pd≥2015"),
    ("prd<2018", "before:priority:20180101"),
    ("a -silica", "a !silica", "a NOT silica"),
    ("pd=2015-06", "pd=201506", "pd=06.2015", "June 2015"),
    ("pd={2012 TO 2014}", "pd=]2012;2014[", "pd=2013"),
    ("ipc=A61K 31/00", "ipc=A61K31/00", "ipc=A61K0031000000", "ipc=A61K31"),
    ("cc=(VN OR TH)", "cc=VN,TH"),
    ("pn=TH", "cc=TH"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_what_the_guide_calls_the_same_is_the_same(spellings):
    first, *others = [parse(spelling).node for spelling in spellings]
    assert all(other == first for other in others)
