from __future__ import annotations

import datetime as dt

import pytest

from search import clauses as c
from search.answer import QueryError
from search.engines.schema import DATES, KEYWORDS, TEXTS
from search.fields import FIELDS
from search.query import tree
from search.query.parser import parse
from search.resolve import filters, resolve


def best(*words: c.Word) -> c.Best:
    return c.Best((c.Words("title", words, 3.0), c.Words("title_en", words, 3.0)))


@pytest.mark.parametrize(
    ("node", "clause"),
    [
        (tree.Everything(), c.Everything()),
        (tree.Text("title", "Rice"), best("rice")),
        (tree.Text("title", "Máy sấy", quoted=True), best("may", "say")),
        (
            tree.Text("title", "ซิลิกา"),
            c.Best((*best("ซิลิกา").clauses, c.Words("title_syllables", ("ซิ", "ลิ", "กา"), pytest.approx(0.3)))),
        ),
        (
            tree.Text("inventor", "စုပ်စက်"),
            c.Best((c.Words("inventor", ("စုပ်", "စက်")), c.Words("inventor_syllables", ("စုပ်", "စက်"), 0.1))),
        ),
        (tree.Text("title", "ลด"), best("ลด")),
        (tree.Text("title", "ซิลิกา LED"), best("ซิลิกา", "led")),
        (tree.Text("title", "打印機"), best("打印", "印機")),
        (tree.Text("title", "水"), best(c.Glob("*水*"))),
        (tree.Text("inventor", "Nguyễn"), c.Words("inventor", ("nguyen",))),
        (tree.Pattern("title", "Comp*"), best(c.Glob("comp*"))),
        (tree.Pattern("title", "Đườ?g#"), best(c.Glob("duo?g#"))),
        (tree.Pattern("title", "photo-volt*"), best("photo", c.Glob("volt*"))),
        (
            tree.Pattern("inventor", "เครื่องอบ*"),
            c.Best(
                (
                    c.Words("inventor", ("เครื่อง", c.Glob("อบ*"))),
                    c.Words("inventor", (c.Glob("เครื่องอบ*"),)),
                    c.Words("inventor_syllables", ("เค", "รื่", "อ", "ง", "อ", c.Glob("บ*")), 0.1),
                )
            ),
        ),
        (tree.Pattern("title", "*dryer"), best(c.Glob("*dryer"))),
        (tree.Pattern("priority_number", "BR 10-20*"), c.Words("priority_number", (c.Glob("BR1020*"),), 0.0)),
        (tree.Pattern("language", "T#"), c.Words("language", (c.Glob("t#"),), 0.0)),
        (tree.Text("title", "Sílica", edits=2), best(c.Alike("silica", 2))),
        (tree.Text("title", "ซิลิกา", edits=1), best(c.Alike("ซิลิกา", 1))),
        (tree.Value("ipc", "A61K 31/00", exact=True), c.In("ipc", ("A61K31/00",))),
        (
            tree.Value("class", "A61K 31/00", exact=True),
            c.AnyOf((c.In("ipc", ("A61K31/00",)), c.In("cpc", ("A61K31/00",)))),
        ),
        (tree.Value("ipc", "a61k"), c.In("ipc", ("A61K",))),
        (tree.Value("ipc", "A61K 31/12"), c.In("ipc", ("A61K31/12",))),
        (tree.Value("ipc", "A61K 31/00"), c.In("ipc", ("A61K31",))),
        (tree.Value("class", "Y02W"), c.AnyOf((c.In("ipc", ("Y02W",)), c.In("cpc", ("Y02W",))))),
        (tree.Value("office", "Viet Nam"), c.In("office", ("VN",))),
        (tree.Value("right", "Utility model"), c.In("right", ("utility_model",))),
        (tree.Value("kind", "b1"), c.In("kind", ("B1",))),
        (tree.Value("kind", "B"), c.AnyOf((c.In("kind", ("B",)), c.Words("kind", (c.Glob("B*"),), 0.0)))),
        (tree.Value("kind", "B", exact=True), c.In("kind", ("B",))),
        (tree.Range("published", dt.date(2015, 1, 1), None), c.Between("published", 20150101, None)),
        (
            tree.And(
                (
                    tree.Text("inventor", "a"),
                    tree.Not(tree.Or((tree.Text("inventor", "b"), tree.Text("inventor", "c")))),
                )
            ),
            c.AllOf(
                (
                    c.Words("inventor", ("a",)),
                    c.Without(c.AnyOf((c.Words("inventor", ("b",)), c.Words("inventor", ("c",))))),
                )
            ),
        ),
        (
            tree.Near(
                tree.Text("inventor", "a b"),
                tree.Or((tree.Pattern("inventor", "c*"), tree.Text("inventor", "d"))),
                3,
                ordered=True,
            ),
            c.Near("inventor", (("a", "b"),), ((c.Glob("c*"),), ("d",)), 3, ordered=True),
        ),
    ],
)
def test_resolve(node: tree.Node, clause: c.Clause) -> None:
    assert resolve(node) == clause


def test_a_number_is_sought_by_every_reading_of_it() -> None:
    clause = resolve(tree.Value("application_number", "BR 10 2012 004079-3"))
    assert isinstance(clause, c.In)
    assert clause.boost > 0
    assert "BR102012004079" in clause.values
    assert not any(value.startswith("102012004079") for value in clause.values), "the office is named"


def text(*words: str, field: str = "text") -> tuple[tree.Text, ...]:
    return tuple(tree.Text(field, word) for word in words)


@pytest.mark.parametrize(
    ("name", "orders"),
    [
        ("Silva", ["silva"]),
        ("Silva, Ana", ["silva ana", "ana silva"]),
        ("Ana Maria Silva", ["ana maria silva", "maria silva ana", "silva ana maria"]),
        ("Ana Ana", ["ana ana"]),
        ("Indústria e Comércio de Arroz", ["industria e comercio de arroz"]),
    ],
)
def test_a_quoted_name_is_sought_either_way_round(name: str, orders: list[str]) -> None:
    clause = resolve(tree.Text("inventor", name, quoted=True))
    assert [" ".join(map(str, leaf.words)) for leaf in c.leaves(clause) if isinstance(leaf, c.Words)] == orders


def title_phrase(*words: str) -> c.Best:
    return c.Best((c.Words("title", words, 3.0), c.Words("title_en", words, 3.0)))


@pytest.mark.parametrize(
    ("nodes", "phrases"),
    [
        (text("Rice", "husk"), [("rice", "husk")]),
        (text("a", "b", field="title"), [("a", "b")]),
        ((*text("a", "b"), tree.Value("office", "VN"), *text("d", "e", "f")), [("a", "b"), ("d", "e", "f")]),
        ((*text("a", "b"), *text("d", "e", field="full_text")), [("a", "b"), ("d", "e")]),
        ((*text("a"), tree.Text("text", "b c", quoted=True)), [("a", "b", "c")]),
        ((*text("a"), tree.Pattern("text", "b*"), *text("d")), []),
        ((*text("a"), tree.Not(*text("b"))), []),
        (text("a", "b", field="claims"), []),
        (text("a", "水"), []),
        (text(*"abcdefghijklm"), []),
    ],
)
def test_words_beside_each_other_raise_the_title_that_holds_them_so(
    nodes: tuple[tree.Node, ...], phrases: list[tuple[str, ...]]
) -> None:
    clause = resolve(tree.And(nodes))
    if not phrases:
        assert isinstance(clause, c.AllOf)
        return
    assert isinstance(clause, c.Raised)
    assert clause.by == c.AnyOf(tuple(title_phrase(*words) for words in phrases))
    assert isinstance(clause.clause, c.AllOf)


def test_a_list_of_numbers_is_one_clause_a_field() -> None:
    listed = resolve(
        tree.Or((tree.Value("application_number", "BR102012004079"), tree.Value("application_number", "VN 5120")))
    )
    assert isinstance(listed, c.In)
    assert {"BR102012004079", "VN5120"} <= set(listed.values)
    mixed = resolve(
        tree.Or((tree.Value("application_number", "EP1234567"), tree.Value("priority_number", "EP1234567")))
    )
    assert isinstance(mixed, c.AnyOf)


def test_own_numbers_weigh_more_than_cited_ones() -> None:
    clause = resolve(tree.Value("number", "EP1234567"))
    weights = {leaf.field: leaf.boost for leaf in c.leaves(clause)}
    own = {"application_number", "publication_number"}
    cited = {"priority_number", "cited_publication_number", "related_number"}
    assert set(weights) == own | cited
    assert min(weights[name] for name in own) > max(weights[name] for name in cited) == 0


def test_every_field_resolves_into_fields_of_the_index() -> None:
    for field in FIELDS:
        assert set(field.index) <= {*TEXTS, *KEYWORDS, *DATES}
    boosts = {leaf.field: leaf.boost for leaf in c.leaves(resolve(tree.Text("full_text", "a")))}
    alone = {"title": 3, "abstract": 1.5, "claims": 1, "description": 0.5}
    assert boosts == {f"{part}{twin}": boost for part, boost in alone.items() for twin in ("", "_en")}


def test_filters_are_alternatives_of_whole_values() -> None:
    assert filters({"office": ("VN", "th"), "ipc": ("C01B",), "applicant": ("Acme Ltd",), "kind": ()}) == {
        "office": c.In("office", ("VN", "TH")),
        "ipc": c.In("ipc", ("C01B",)),
        "applicant": c.In("applicant_name", ("Acme Ltd",)),
    }


def test_a_kind_that_is_a_letter_is_itself_in_a_filter_and_all_its_kinds_in_a_query() -> None:
    assert filters({"kind": ("a",)}) == {"kind": c.In("kind", ("A",))}
    assert isinstance(resolve(tree.Value("kind", "A")), c.AnyOf)


@pytest.mark.parametrize(
    ("node", "message", "position"),
    [
        (tree.Text("title", "—", span=(3, 4)), "no letter or digit", (3, 4)),
        (tree.Pattern("title", "*?", span=(3, 5)), "no letter or digit", (3, 5)),
        (tree.Pattern("ipc", "*", span=(4, 5)), "no letter or digit", (4, 5)),
        (tree.Pattern("title", "rice-*husk", span=(0, 10)), "within a phrase", (0, 10)),
        (tree.Near(tree.Pattern("title", "*a", span=(0, 2)), tree.Text("title", "b"), 2), "within NEAR", (0, 2)),
        (tree.Near(tree.Text("title", "a"), tree.Value("office", "VN"), 2, span=(0, 9)), "NEAR stands between", (0, 9)),
        (
            tree.Near(*[tree.Or(tuple(tree.Text("title", f"w{i}") for i in range(30)))] * 2, 5, span=(1, 2)),
            "9,000 phrases",
            (1, 2),
        ),
        (tree.Or(tuple(tree.Text("text", f"w{i}") for i in range(200))), "1,200 words", (0, 0)),
    ],
)
def test_what_cannot_be_searched_says_why_and_where(node: tree.Node, message: str, position: tuple[int, int]) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        resolve(node)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "said"),
    [("a.bcde", "“a” and “bcde”"), ("น้ำมันดิบ", "“น้ำมัน” and “ดิบ”"), ("水处理", "at least 4"), ("...", "nothing")],
)
def test_a_similar_word_is_one_word_of_some_letters(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        resolve(tree.Text("title", text, edits=1, span=(3, 9)))
    assert caught.value.position == (3, 9)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (" ".join(f"*word{n}" for n in range(6)), "truncated at their beginning"),
        ("ti=(" + " ".join(f"?a{n}*" for n in range(16)) + ")", "at most 30"),
        ("a*b*c*d*e*f*g*h*i*", "at most 8 truncation signs"),
        ("##########a", "at most 8 truncation signs"),
        ("pn=1*2*3*4*5*6*7*8*9*", "at most 8 truncation signs"),
    ],
)
def test_truncation_that_would_take_long_is_refused(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        resolve(parse(query).node)


@pytest.mark.parametrize(
    "query",
    ["txt=(" + " OR ".join(f"w{n}" for n in range(180)) + ")", " ".join(f"word{n}" for n in range(170)) + " NOT x"],
)
def test_too_many_words_are_placed_from_the_first_to_the_last(query: str) -> None:
    with pytest.raises(QueryError, match="at most 1,000 can be searched") as refusal:
        resolve(parse(query.strip()).node)
    start, end = refusal.value.position
    assert query[start:end] in (query[5:-1], query.strip())


def test_truncation_just_within_the_limits_is_searched() -> None:
    assert resolve(parse(" ".join(f"*word{n}" for n in range(5))).node)
    assert resolve(parse("a*b*c*d*e*f*g*h*").node)


@pytest.mark.parametrize("operator", ["AND", "OR"])
def test_a_part_said_again_is_asked_once(operator: str) -> None:
    once, often = (f" {operator} ".join(["A61K31/00", "ti=rice"] * times) for times in (1, 60))
    assert resolve(parse(often).node) == resolve(parse(once).node)
