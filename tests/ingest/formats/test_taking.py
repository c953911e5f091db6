"""Strict reading: what was taken, what was left on purpose, and what is told."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Problem
from ingest.formats.attributes import IGNORED, USED
from ingest.formats.taken import noting
from ingest.formats.taking import MOST_NEW, Taking, new_in
from ingest.safe_xml import parse

DOCUMENT = parse(
    b"""<d><number>1</number><names><name>A</name><name>B</name><nick>C</nick></names>
    <title>An <b>old</b> title</title><skip><deep>x</deep></skip><new><deeper>y</deeper></new><new/><!-- c --><?pi p?></d>"""
)


def test_what_is_neither_taken_nor_ignored_is_told_once_with_its_count():
    take = Taking({"skip": "on purpose"})
    assert take.get(DOCUMENT, "number") == "1"
    assert take.texts(DOCUMENT, "names/name") == ["A", "B"]
    assert take.get(DOCUMENT, "title") == "An old title"
    told = [(problem.sentence.split()[2], problem.place) for problem in take.left(DOCUMENT, "m:1")]
    assert told == [("d/names/nick", "m:1 (1×)"), ("d/new", "m:1 (2×)")]


def test_an_element_that_was_passed_but_whose_text_was_not_taken_is_told():
    take = Taking({})
    root = parse(b"<d><a>text</a><b><c/></b></d>")
    take.children(root, "a")
    take.children(root, "b/c")
    assert [problem.sentence.split()[2] for problem in take.left(root, "")] == ["d/a"]


@pytest.mark.parametrize(
    ("attributes", "order"),
    [
        ('sequence="2"|sequence="10"|sequence="1"', "CAB"),
        ('x:sequenceNumber="2" xmlns:x="x"|sequencia="1"|sequence="3"', "BAC"),
        ('sequence="2"|sequence="1"|', "ABC"),
        ('sequence="2"|sequence="1"|sequence="1"', "ABC"),
        ('sequence="b"|sequence="a"|sequence="c"', "ABC"),
    ],
)
def test_a_list_stands_in_the_order_of_the_numbers_of_its_elements_where_each_has_its_own(attributes, order):
    names = "".join(f"<n {said}>{name}</n>" for name, said in zip("ABC", attributes.split("|"), strict=True))
    root = parse(f"<d><ns>{names}</ns></d>".encode())
    assert "".join(Taking({}).texts(root, "ns/n")) == order


SECOND = "Under d/a one value is wanted and “1” was taken, not “2”."


def test_the_second_of_two_where_one_is_wanted_is_told():
    take = Taking({})
    root = parse(b"<d><a>1</a><a>2</a></d>")
    assert take.get(root, "a") == "1"
    (told,) = take.left(root, "")
    assert (told.code, told.sentence) == ("READ-VALUE", SECOND)


def test_attributes_are_used_left_on_purpose_or_told_where_the_reader_goes():
    take = Taking({"skip": "on purpose"})
    notes: dict[str, dict[str, int]] = {}
    root = parse(b"""<d lang="en" x:novel="1" xmlns:x="x"><a id="1" sequence="1" dtd-version="2">A <b other="within a text"/></a>
        <a novel="2">B</a><skip unseen="1"/></d>""")
    take.texts(root, "a")
    with noting(notes):
        (told,) = take.left(root, "m")
    assert (told.sentence, told.place) == ("The attribute @novel is new to this reader and was not used.", "m (2×)")
    assert notes["used"] == {"a": 2, "@lang": 1, "@id": 1, "@sequence": 1}
    assert notes["ignored"] == {"skip": 1, "@dtd-version": 1}
    assert notes["new"] == {"@novel": 2}


def test_no_attribute_is_both_used_and_left():
    assert not USED & set(IGNORED)


def test_an_empty_element_does_not_hide_the_full_one_behind_it():
    take = Taking({})
    root = parse(b"<d><a/><a> </a><a>1</a><a>2</a></d>")
    assert take.get(root, "a") == "1"
    assert [problem.sentence for problem in take.left(root, "")] == [SECOND]


def test_what_is_not_there_is_empty():
    take = Taking({})
    assert (take.get(DOCUMENT, "no/where"), take.text(None), take.child(DOCUMENT, "names/no")) == ("", "", None)
    assert take.children(DOCUMENT, "no/where") == []


@given(st.integers(0, 3 * MOST_NEW))
def test_of_many_new_names_some_are_told_and_the_rest_counted(count):
    counts = Counter({f"n{n}": 2 for n in range(count)})
    told = new_in(counts, lambda path, n: Problem("READ-NEW", "info", f"{path} {n}", "m"), "m")
    assert [p.sentence for p in told[:MOST_NEW]] == [f"n{n} 2" for n in range(min(count, MOST_NEW))]
    if count > MOST_NEW:
        said = (
            "name is new to this reader and was" if count == MOST_NEW + 1 else "names are new to this reader and were"
        )
        assert told[-1].sentence == f"{count - MOST_NEW:,} further {said} not used."
    assert [p.sentence.split()[0] for p in told[MOST_NEW:]] == ([str(count - MOST_NEW)] if count > MOST_NEW else [])


def test_values_under_known_names_are_taken_at_any_depth_and_others_are_told():
    root = parse(
        b"<d><c><name>A</name><post><city>B</city><gate>C</gate></post><floor>D</floor></c><c>E <b>F</b></c><c/></d>"
    )
    take = Taking({})
    for one in take.children(root, "c"):
        take.known(one, ("name", "city"))
    assert [problem.sentence.split()[2] for problem in take.left(root, "")] == ["d/c/post/gate", "d/c/floor"]
