from __future__ import annotations

import re

import pytest

from search import clauses as c

WORD, STAR = c.Words("title", ("rice",)), c.Words("title", (c.Glob("ri*"),))
KEYWORD = c.In("office", ("VN",))


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        ("comp*", ["comp", "composite"], ["com", "acomp"]),
        ("colo?r", ["color", "colour"], ["colouur", "colr"]),
        ("a#c", ["abc", "a𐐷c"], ["ac", "abbc"]),
        ("*ice", ["ice", "rice"], ["ices"]),
        ("1.5*", ["1.55"], ["1x5"]),
    ],
)
def test_globs(pattern: str, matching: list[str], others: list[str]) -> None:
    regex = re.compile(c.Glob(pattern).regex)
    assert [term for term in matching + others if regex.fullmatch(term)] == matching


@pytest.mark.parametrize(
    ("edits", "matching", "others"),
    [
        (1, ["silica", "silca", "silicia", "sillica", "siilca", "milica"], ["slca", "silicium", "acilis", ""]),
        (2, ["silica", "slca", "silicate", "isilca", "xilicx"], ["silicates", "ilicax1", "sil"]),
    ],
)
def test_words_alike(edits: int, matching: list[str], others: list[str]) -> None:
    alike = c.Alike("silica", edits)
    assert [term for term in matching + others if c.matches(alike, term)] == matching
    assert (alike.head, alike.pattern) == ("", f"silica~{edits}")


@pytest.mark.parametrize(("pattern", "head"), [("comp*", "comp"), ("*x", ""), ("a?b*", "a"), ("#", "")])
def test_the_head_of_a_glob(pattern: str, head: str) -> None:
    assert c.Glob(pattern).head == head


def test_the_place_of_a_glob_is_no_part_of_its_meaning() -> None:
    assert c.Glob("a*", (1, 2)) == c.Glob("a*")
    assert repr(c.Glob("a*", (1, 2))) == repr(c.Glob("a*"))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (WORD, True),
        (STAR, True),
        (c.Words("title", (c.Alike("silica", 1),)), True),
        (KEYWORD, False),
        (c.In("application_number", ("VN1",), 10.0), True),
        (c.Raised(KEYWORD, WORD), True),
        (c.Raised(WORD, KEYWORD), True),
        (c.Raised(KEYWORD, c.Everything()), False),
        (c.Everything(), False),
        (c.Between("published", 1, None), False),
        (c.Without(WORD), False),
        (c.AllOf((KEYWORD, WORD)), True),
        (c.AnyOf((KEYWORD, c.Without(WORD))), False),
        (c.Best((WORD, KEYWORD)), True),
        (c.Words("kind", (c.Glob("B*"),), 0.0), False),
        (c.Words("title", (c.Glob("a*"), c.Glob("b*"))), False),
        (c.Words("title", ("a", c.Glob("b*"))), True),
        (c.Near("title", ((c.Glob("a*"),),), ((c.Glob("b*"),),), 1, ordered=True), False),
        (c.Near("title", ((c.Glob("a*"),),), (("b",),), 1, ordered=True), True),
    ],
)
def test_whether_a_clause_scores(clause: c.Clause, expected: bool) -> None:  # noqa: FBT001
    assert c.scores(clause) is expected


def test_leaves_with_and_without_what_is_excluded() -> None:
    clause = c.AllOf((WORD, c.Without(c.AnyOf((STAR, KEYWORD)))))
    assert list(c.leaves(clause)) == [WORD, STAR, KEYWORD]
    assert list(c.leaves(clause, excluded=False)) == [WORD]
