"""What holds for every query whatever: it is read or refused in bounded time, and what is read can be written and read again."""

import datetime as dt
import gc
import re
import string
import time
from collections import Counter

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from search.answer import QueryError
from search.fields import FIELDS, FieldKind
from search.query.canonical import canonical
from search.query.limits import MAX_LENGTH
from search.query.parser import parse
from search.query.scope import scope
from search.query.tree import And, Everything, Near, Not, Or, Pattern, Range, Text, Value
from search.query.words import words

# What queries are made of, so that random ones come near to meaning something.
PIECES = [
    *(
        "ti=",
        "TI:",
        "EN_TI:(",
        "ES_AB:",
        "ti/",
        "pd=",
        "cc=",
        "ipc=",
        "pn=",
        "cl=",
        "an=",
        "has=",
        "qq=",
        "year",
        "in ",
    ),
    *(
        "AND",
        "OR",
        "NOT",
        "ANDNOT",
        "and",
        "or",
        "XOR",
        "NEAR3",
        "ADJ",
        "NEAR",
        "prox/distance<3",
        "any",
        "all",
        "within",
    ),
    *(
        "(",
        ")",
        "[",
        "]",
        " TO ",
        "{",
        "}",
        '"',
        "'",
        "=",
        "==",
        "<",
        ">",
        ">=",
        "<>",
        "-",
        "/",
        "&",
        "|",
        ",",
        ";",
        ".",
        ":",
    ),
    *(
        "a",
        "b*",
        "?c",
        "#",
        "*",
        "rice",
        '"x\u00a0y"',
        "~2",
        "silica~",
        "%",
        "ti,ab=",
        "(2W)",
        "(L)",
        "like",
        "==",
        "Jan",
        "!",
        "$",
        "+",
        "^",
        "é",
        "ข้าว",
        "စပါး",
        "قشر",
        "稻",
        "☕",
        "\U0001f600",
    ),
    *("2012", "..", "2014", "๒๕๕๘", "９", "VN", "Viet", "Nam", "A61K", "31/00", "BR102012004079", "A1", "(A1)", "PCT/"),
    *("\u00ad", "\u200b", "\x00", "\ud800"),
]
pasted = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "\n"])), max_size=14).map(
    lambda pairs: "".join(piece + blank for piece, blank in pairs)
)
SECONDS = 1.0  # of the processor; the slowest query measured takes 0.3


def read(query):
    """Return the tree, or None where the query is refused; nothing else may happen."""
    gc.disable()  # a collection of what other tests left is no time of this query
    start = time.process_time()
    node, refusal = None, None
    try:
        node = parse(query).node
    except QueryError as error:
        refusal = error
    finally:
        spent = time.process_time() - start
        gc.enable()
    assert spent < SECONDS
    if refusal:
        assert 0 <= refusal.position[0] <= refusal.position[1] <= len(query)
        assert refusal.message.endswith(".")
        assert not refusal.proposal or parse(refusal.proposal)
    return node


@example("OR^")
@example("AND|0")
@example("silica XOR^2")
@given(st.text(max_size=200) | pasted)
@settings(max_examples=400)
def test_any_text_is_read_or_refused(query):
    node = read(query)
    assume(node is not None)
    assert words(node)
    assert scope(node, {})
    written = canonical(node)
    assert parse(written).node == node
    assert canonical(parse(written).node) == written


NUMBERS = st.sampled_from(
    ["BR102012004079", "BR 10 2012 004079-3", "236014", "MX/a/2021/007731", "C01B33/12", "husk", "2015"]
)
CODED = st.sampled_from(["", "ti,ab=", "num=", "pd=", "ab="])


@example("", ["BR102012004079"] * 130, "\n")
@example("ti,ab=", ["husk"] * 150, " OR ")
@example("", ["1" * 2999], "")
@given(CODED, st.lists(NUMBERS, min_size=60, max_size=220), st.sampled_from(["\n", ",", " ", " OR ", " AND "]))
@settings(max_examples=60)
def test_whatever_is_accepted_has_a_canonical_query_that_is_accepted(code, pieces, between):
    node = read(f"{code}({between.join(pieces)})" if code else between.join(pieces))
    assume(node is not None)
    assert parse(canonical(node)).node == node


SIGNS = [
    "=",
    "==",
    "===",
    ":",
    "::",
    ":=",
    "=:",
    "<>",
    ">",
    ">=",
    "=>",
    ">>",
    "<",
    "!",
    "-",
    "/",
    ".",
    ",",
    ";",
    " ",
    "  ",
    "~",
    "^2",
]
CODES = ["ti", "AB", "claims", "pa", "zz", "EN_TI", "cl", "txt", "silicon"]
TYPED = ["husk", "zeolite", "gel", "quartz", "kiln", "ash"]
slipped = st.lists(
    st.sampled_from(CODES)
    | st.sampled_from(SIGNS)
    | st.sampled_from(TYPED)
    | st.sampled_from(["(", ")", '"', " AND ", " OR ", " "]),
    min_size=1,
    max_size=9,
).map("".join)


@given(slipped)
@settings(max_examples=600)
def test_no_word_that_was_typed_is_lost_in_silence(query):
    """Every word is in the canonical query or in a warning, or the query is refused with its place."""
    node = read(query)
    assume(node is not None)
    told = f"{canonical(node)} {' '.join(parse(query).warnings)}".lower()
    assert [word for word in TYPED if word in query and word not in told] == []


MISTAKEN = [
    *(
        "rice",
        "husk",
        "ti=gel",
        "(ash OR kiln)",
        "(ash kiln)",
        "pd>=2020",
        "ad<2019",
        "tii=gel",
        "SIS:2010",
        "foo: gel",
    ),
    *("<=2021", "2020 <= pd", "gel/ti", "(ash AND kiln)", "(ash OR kiln)/ti", "ls=granted", "cc=Vietnm", "kd=granted"),
    *("silica~3", "pn=EP*A1", "ti>=rice", "legal_status.x:1", "inventr=ash", "pd>>2020", "ti=/low gel", "type:patent"),
]
BETWEEN = [" AND ", " OR ", " NOT ", " NEAR3 ", " AND AND ", " AND OR ", " AND NOT ", " "]
asked = st.lists(st.tuples(st.sampled_from(MISTAKEN), st.sampled_from(BETWEEN)), min_size=1, max_size=5).map(
    lambda pairs: "".join(piece for pair in pairs for piece in pair)[: -len(pairs[-1][1])]
)
OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR3)\b|[<>]=?")


def operators(query):
    """Count the operators outside quotes, one that is doubled once; of a comparison the two ways round are one."""
    found = OPERATOR.findall(re.sub(r'"[^"]*"', '""', query.replace("AND AND", "AND").replace(">>", ">")))
    return Counter(found) - Counter({"<=": query.count("2020 <= pd")}) + Counter({">=": query.count("2020 <= pd")})


@given(asked)
@settings(max_examples=500)
def test_a_proposal_can_be_read_and_loses_no_operator(query):
    proposal = ""
    try:
        parse(query)
    except QueryError as error:
        proposal = error.proposal
    assume(proposal)
    assert parse(proposal)
    assert not operators(query) - operators(proposal)


REPEATED = [
    *("a NOT ", "[a TO ", "1 ", "1", "1-1", "BR 10 2012 ", "(a OR ", "'a ", "a_", "a/1 ", 'ti any "a '),
    *(
        "ti,ab=(",
        "ti,",
        "ti,ab=a ",
        "-a ",
        "!a",
        "-(",
        "%a%",
        "a (2W) ",
        "(W) ",
        "15 Jan 2019..",
        "pd=Jan 2019 ",
        "a|",
        "|",
    ),
    *(
        "SELECT ",
        "SELECT a FROM b WHERE ",
        "/a.*/ ",
        "/a",
        "a/TI/AB",
        "a.ti,ab.",
        "silica~2 ",
        "a~",
        "a^2 ",
        "H04L 9 ",
        "ipc==A61K31/00 ",
    ),
    *("NOT ", "NOT(", "ti=(a NEAR3 ", "a\u0301", "\u202e", "\U0001f600", "ti like '%a%' ", "pd between 2015 and "),
]


@pytest.mark.parametrize("piece", [*PIECES, *REPEATED])
def test_no_query_takes_long(piece):
    read((piece * MAX_LENGTH)[:MAX_LENGTH])
    read((f"{piece} " * MAX_LENGTH)[:MAX_LENGTH])


# --- Trees a parser can make ----------------------------------------------------------------------------------------

LETTERS = string.ascii_lowercase + "éđảอกงကခစقشرй稻壳"
RESERVED = {"and", "or", "not", "andnot", "butnot", "xor", "prox", "adj", "xnear", "und", "oder", "nicht"}
word = st.text(LETTERS, min_size=1, max_size=8).filter(lambda text: text not in RESERVED)
TEXT_FIELDS = [field.name for field in FIELDS if field.kind in (FieldKind.TEXT, FieldKind.NAME)]


def leaf(fields, *, exact=False):
    texts = st.builds(Text, fields, word)
    phrases = st.builds(Text, fields, st.lists(word, min_size=1, max_size=3).map(" ".join), st.just(value=True))
    patterns = st.builds(
        Pattern, fields, st.tuples(word, st.sampled_from("*?#"), st.text(LETTERS, max_size=3)).map("".join)
    )
    alike = st.builds(Text, fields, word.filter(lambda text: len(text) > 3), edits=st.sampled_from((1, 2)))
    return texts | phrases | patterns if exact else texts | phrases | patterns | alike


VALUES = {
    "ipc": ["A61K", "A61K 31/00", "H"],
    "class": ["C07D 213/02", "Y02W"],
    "number": ["EP1234567", "BR 10 2012 004079-3 A2", "MX/a/2015/012345 (MX)", "US14/123,456"],
    "publication_number": ["WO2015/012345"],
    "office": ["VN", "BR"],
    "right": ["utility_model"],
    "kind": ["B1", "U"],
    "language": ["th"],
    "status": ["in_force"],
    "year": ["2015"],
    "has": ["claims.en", "title"],
}
values = st.sampled_from(
    [Value(name, value) for name, known in VALUES.items() for value in known]
    + [Value("ipc", "A61K 31/00", exact=True), Value("cpc", "C07D 1/00", exact=True)]
)
days = st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31))
ranges = st.builds(
    lambda field, pair: Range(field, *sorted(pair)),
    st.sampled_from(["published", "filed", "priority_date"]),
    st.tuples(days, days),
)


@st.composite
def nearness(draw):
    field = st.just(draw(st.sampled_from(TEXT_FIELDS)))
    side = leaf(field, exact=True) | st.lists(leaf(field, exact=True), min_size=2, max_size=3).map(
        lambda nodes: Or(tuple(nodes))
    )
    return Near(draw(side), draw(side), draw(st.integers(1, 50)), draw(st.booleans()))


def operations(nodes):
    several = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, nodes)


trees = st.recursive(
    leaf(st.sampled_from(TEXT_FIELDS)) | values | ranges | nearness() | st.just(Everything()), operations, max_leaves=8
)


@given(trees)
@settings(max_examples=400)
def test_a_tree_written_and_read_is_the_same_tree(node):
    assert parse(canonical(node)).node == node


@given(trees)
@settings(max_examples=100)
def test_the_canonical_query_draws_no_warning_of_being_read_otherwise(node):
    assert not [said for said in parse(canonical(node)).warnings if "binds tighter" in said or "alternatives" in said]
