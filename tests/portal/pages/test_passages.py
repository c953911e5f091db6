"""Original and English level with each other; which text is chosen; what is said when there is none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.claim_tree import DEEPEST, tree
from portal.pages.passages import MOST_LINES, Pair, Passage, absence, passage
from portal.pages.record import plain
from portal.records.models import Office, Publication, Record, Text
from search.answer import Piece

OLD, NEW = dt.date(2019, 1, 1), dt.date(2021, 1, 1)


def text(language, *contents, origin="office", as_of=NEW, document="", labels=None):
    labels = labels or [str(n) for n in range(1, len(contents) + 1)]
    rows = [{"n": n, "t": t, "refs": []} for n, t in zip(labels, contents, strict=True)]
    return Text(part="claims", language=language, origin=origin, as_of=as_of, document=document, paragraphs=rows)


def record(*texts, languages=("th",), unpublished=None, images=()):
    """A record that is in no database, with its rows as if they had been prefetched."""
    office = Office(code="TH", country="Thailand", languages=list(languages), unpublished=unpublished or {})
    made = Record(id="TH-P-1", office=office, right="patent")
    made._prefetched_objects_cache = {
        "texts": list(texts),
        "publications": [Publication(number_key="1", kind="A", image_only=list(images))],
    }
    for name, rows in made._prefetched_objects_cache.items():
        made._prefetched_objects_cache[name] = Rows(rows)
    return made


class Rows(list):
    def all(self):
        return self


def said(lines):
    return ["".join(piece.text for piece in line) for line in lines]


def sides(found):
    return [(said(pair.original), said(pair.english)) for pair in found.pairs]


def test_claims_stand_beside_each_other_by_their_labels():
    found = passage(record(text("th", "ก", "ข", "ค"), text("en", "c", "a", labels=["3", "1"])), "claims", plain)
    assert sides(found) == [(["ก"], ["a"]), (["ข"], []), (["ค"], ["c"])]


def test_without_usable_labels_they_stand_in_order():
    found = passage(record(text("th", "ก", "ข", labels=["", ""]), text("en", "a", "b", "c")), "claims", plain)
    assert sides(found) == [(["ก"], ["a"]), (["ข"], ["b"]), ([], ["c"])]


def test_an_english_claim_the_original_lacks_is_not_lost():
    found = passage(record(text("th", "ก"), text("en", "a", "b")), "claims", plain)
    assert sides(found) == [(["ก"], ["a"]), ([], ["b"])]


@given(
    st.lists(st.text("กขค", min_size=1), max_size=6), st.lists(st.text("abc", min_size=1), max_size=6), st.booleans()
)
def test_every_paragraph_is_shown_once(left, right, numbered):
    labels = None if numbered else [""] * 6
    thai = text("th", *left, labels=labels and labels[: len(left)])
    english = text("en", *right, labels=labels and labels[: len(right)])
    found = passage(record(thai, english), "claims", plain)
    assert [line for pair in found.pairs for line in said(pair.original)] == left
    assert [line for pair in found.pairs for line in said(pair.english)] == right
    assert [pair.place for pair in found.pairs] == list(range(1, len(found.pairs) + 1))


def test_the_offices_english_comes_before_a_machines():
    found = passage(
        record(text("th", "ก"), text("en", "m", origin="machine"), text("en", "o", as_of=OLD)), "claims", plain
    )
    assert sides(found) == [(["ก"], ["o"])]


def test_the_english_of_the_same_publication_comes_before_another():
    texts = [
        text("th", "ก", document="1-B"),
        text("en", "new", document="1-C"),
        text("en", "same", document="1-B", as_of=OLD),
    ]
    assert sides(passage(record(*texts), "claims", plain)) == [(["ก"], ["same"])]


def test_the_latest_text_of_a_language_is_read():
    found = passage(record(text("th", "old", as_of=OLD), text("th", "new")), "claims", plain)
    assert sides(found) == [(["new"], [])]


@pytest.mark.parametrize(
    ("asked", "shown", "others"), [("", "fr", ("de",)), ("de", "de", ("fr",)), ("xx", "fr", ("de",))]
)
def test_one_of_several_originals_is_shown_and_the_others_named(asked, shown, others):
    texts = [text("de", "x"), text("fr", "y"), text("en", "z")]
    found = passage(record(*texts, languages=("fr", "en")), "claims", plain, asked)
    assert found.left.language == shown
    assert found.others == others


def test_english_alone_is_one_column():
    found = passage(record(text("en", "a")), "claims", plain)
    assert found.single
    assert sides(found) == [(["a"], [])]
    assert not passage(record(text("th", "ก")), "claims", plain).single


@pytest.mark.parametrize(
    ("unpublished", "images", "why"),
    [
        ({"patent": ["claims"]}, (), "law"),
        ({"utility_model": ["claims"]}, (), "missing"),
        ({}, ("claims",), "image"),
        ({}, ("description",), "missing"),
    ],
)
def test_why_there_is_no_text(unpublished, images, why):
    made = record(unpublished=unpublished, images=images)
    assert absence(made, "claims") == why
    assert passage(made, "claims", plain).absent == why
    assert passage(record(text("th", "ก")), "claims", plain).absent == ""


@pytest.mark.parametrize(
    ("right", "part", "why"),
    [
        ("trademark", "claims", "never"),
        ("trademark", "abstract", "never"),
        ("trademark", "description", "missing"),
        ("design", "claims", "seldom"),
        ("design", "description", "missing"),
        ("utility_model", "claims", "missing"),
    ],
)
def test_what_a_right_does_not_have_is_not_missing(right, part, why):
    made = record()
    made.right = right
    assert passage(made, part, plain).absent == why


@pytest.mark.parametrize(
    ("document", "as_of", "grants", "granted"),
    [
        ("1-A", OLD, [], ""),
        ("1-A", OLD, [("B", NEW)], "B"),
        ("1-A", OLD, [("B", OLD), ("B2", NEW)], "B2"),
        ("1-A", OLD, [("A8", NEW)], ""),
        ("1-B", NEW, [("B", NEW)], ""),
        ("", OLD, [("B", NEW)], "B"),
        ("", NEW, [("B", NEW)], ""),
    ],
)
def test_claims_of_the_application_are_not_taken_for_those_granted(document, as_of, grants, granted):
    made = record(text("th", "ก", as_of=as_of, document=document))
    rows = [Publication(pk=place, number_key="1", kind=kind, date=date) for place, (kind, date) in enumerate(grants)]
    made._prefetched_objects_cache["publications"] = Rows(rows)
    found = passage(made, "claims", plain).granted
    assert (found.kind if found else "") == granted


def test_lines_of_a_claim_stand_by_themselves_up_to_the_rows_there_are():
    found = passage(record(text("th", "\n".join(["หัว", "", *"กขค"]))), "claims", plain)
    assert said(found.pairs[0].original) == ["หัว", "ก", "ข", "ค"]
    many = [str(n) for n in range(200)]
    lines = said(passage(record(text("th", "\n".join(many))), "claims", plain).pairs[0].original)
    assert len(lines) == MOST_LINES
    assert " ".join(lines).split() == many


def test_marked_claims_are_known():
    def marks(content):
        return (Piece(content, marked="silica" in content),)

    found = passage(record(text("th", "ก", "ข"), text("en", "husk", "silica")), "claims", marks)
    assert [pair.marked for pair in found.pairs] == [False, True]


def claims(*refs):
    """A passage of claims, each given as the labels it refers to."""
    rows = [{"n": str(n), "t": "x", "refs": list(one)} for n, one in enumerate(refs, 1)]
    pairs = tuple(Pair(n, str(n), (), (), marked=False) for n in range(1, len(refs) + 1))
    return Passage("claims", "Claims", Text(paragraphs=rows), None, pairs, (), "")


def shape(branches):
    return {branch.label: shape(branch.branches) for branch in branches}


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        ([[], ["1"], ["1", "2"], ["3"], []], {"1": {"2": {}, "3": {"4": {}}}, "5": {}}),
        ([["2"], ["1"]], {"1": {"2": {}}}),
        ([["9"], ["1"]], {"1": {"2": {}}}),
        ([["1"]], {"1": {}}),
        ([], {}),
    ],
)
def test_claims_hang_on_the_first_earlier_claim_they_name(refs, expected):
    assert shape(tree(claims(*refs))) == expected


@given(st.lists(st.lists(st.integers(1, 40).map(str), max_size=3), max_size=40))
def test_every_claim_is_in_the_tree_once_and_not_too_deep(refs):
    seen, level, depth = [], tree(claims(*refs)), 0
    while level:
        depth += 1
        seen += [branch.place for branch in level]
        level = [below for branch in level for below in branch.branches]
    assert sorted(seen) == list(range(1, len(refs) + 1))
    assert depth <= DEEPEST


def test_a_chain_of_a_thousand_claims_ends_on_the_last_level():
    roots = tree(claims([], *([str(n)] for n in range(1, 1000))))
    depth = 0
    while roots:
        depth, roots = depth + 1, roots[0].branches
    assert depth == DEEPEST


@pytest.mark.parametrize(
    ("original", "english", "loose"),
    [
        ("one\n(a) two", "one\n(a) two", False),
        ("one whole claim", "one\n(a) two", True),
        ("one\n(a) two\n(b) three", "one\n(a) two", True),
        ("one\n(a) two", "", False),
    ],
)
def test_sides_with_other_lines_are_not_torn_to_be_level(original, english, loose):
    sides = [tuple((Piece(line, marked=False),) for line in side.split("\n") if line) for side in (original, english)]
    assert Pair(1, "1", *sides, marked=False).loose is loose
