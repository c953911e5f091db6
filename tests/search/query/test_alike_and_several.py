"""Similar spellings, and one operand in several fields."""

import pytest

from search.query.fielded.spread import spread
from search.query.parser import parse
from search.query.tree import And, Everything, Near, Not, Or, Text, Value
from tests.search.query.shapes import dates, pattern, phrase, word

ALIKE = {
    "silica~": Text("text", "silica", edits=1),
    "silica~1": Text("text", "silica", edits=1),
    "silica~2": Text("text", "silica", edits=2),
    "silica~2.0": Text("text", "silica", edits=2),
    "silica~0.8": Text("text", "silica", edits=1),
    "silica~.8^3": Text("text", "silica", edits=1),
    "pa=(nguyen~2 OR tran*)": Or((Text("applicant", "nguyen", edits=2), pattern("tran*", "applicant"))),
    'in all "nguyen~ tran"': And((Text("inventor", "nguyen", edits=1), word("tran", "inventor"))),
    "แกลบ~": Text("text", "แกลบ", edits=1),
    "10~20 mm": And((word("10~20"), word("mm"))),
    "5~8": word("5~8"),
}

SEVERAL_FIELDS = {
    "ti,ab=rice": Or((word("rice", "title"), word("rice", "abstract"))),
    "TI, AB : rice": Or((word("rice", "title"), word("rice", "abstract"))),
    'ti,ab="rice husk"': Or((phrase("rice husk", "title"), phrase("rice husk", "abstract"))),
    "ti,ab=(a NOT b)": And(
        (Or((word("a", "title"), word("a", "abstract"))), Not(Or((word("b", "title"), word("b", "abstract")))))
    ),
    "ti,ab=(a NEAR2 (b OR c*))": Or(
        tuple(Near(word("a", name), Or((word("b", name), pattern("c*", name))), 2) for name in ("title", "abstract"))
    ),
    "pa,in=silva~": Or((Text("applicant", "silva", edits=1), Text("inventor", "silva", edits=1))),
    "pd,ad>=2015": Or((dates("2015-01-01", ""), dates("2015-01-01", "", "filed"))),
    "pn,ap=TH": Value("office", "TH"),
    "ti,ti=rice": word("rice", "title"),
    "rice,ti=husk": And((word("rice"), word("husk", "title"))),
}


@pytest.mark.parametrize(("query", "tree"), [*ALIKE.items(), *SEVERAL_FIELDS.items()])
def test_a_query_means_its_tree(query, tree):
    assert parse(query).node == tree


def test_what_belongs_to_another_field_is_not_spread():
    node = And((Value("office", "TH"), Everything(), word("a", "claims")))
    assert spread(node, ("title", "abstract")) == node


def test_a_list_within_lists_stays_within_the_limit_of_clauses():
    query = "ti,ab=(" + " ".join("a" for _ in range(90)) + ")"
    assert len(parse(query).node.nodes) == 90
