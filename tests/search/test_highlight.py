from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import clauses as c
from search.analysis import terms
from search.answer import Piece
from search.engines.base import Document
from search.highlight import Marker, snippet
from search.query import tree
from search.resolve import resolve
from tests.contract import trees
from tests.contract.corpus import VOCABULARY
from tests.contract.evaluator import Evaluator


def marker(*nodes: tree.Node) -> Marker:
    return Marker(resolve(tree.And(nodes)))


def text(words: str, field: str = "title", *, quoted: bool = False) -> tree.Text:
    return tree.Text(field, words, quoted)


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("node", "passage", "expected"),
    [
        (text("rice"), "Rice-husk and RICE, not price", "[Rice]-husk and [RICE], not price"),
        (text("rice husk", quoted=True), "rice  husk; rice and husk", "[rice  husk]; rice and husk"),
        (text("duong"), "Cái đường, Đường", "Cái [đường], [Đường]"),
        (text("may say"), "MÁY SẤY lúa", "[MÁY SẤY] lúa"),
        (text("e\u0301ta"), "état étape de\u0301", "état étape de\u0301"),
        (text("de"), "de\u0301 dé da", "[de\u0301] [dé] da"),
        (text("ข้าวเปลือก"), "เครื่องอบข้าวเปลือกพลังงาน", "เครื่องอบ[ข้าวเปลือก]พลังงาน"),
        (text("ซิลิกา"), "ผลิตซิลิกาอสัณฐาน กาซิ ลิกา", "ผลิต[ซิลิกา]อสัณฐาน กาซิ ลิกา"),
        (text("จุปสวย"), "จุป สวย", "จุป สวย"),
        (text("စုပ်စက်"), "ရေစုပ်စက်နှင့်", "ရေ[စုပ်စက်]နှင့်"),
        (text("ຮ້ອນ"), "ຄວາມຮ້ອນ", "ຄວາມ[ຮ້ອນ]"),
        (text("ผลิต"), "ผลิตภัณฑ์", "[ผลิต]ภัณฑ์"),
        (text("အခြောက်ခံစက်"), "စပါးအခြောက်ခံစက်", "စပါး[အခြောက်ခံစက်]"),
        (text("الطاقه"), "بالطَّاقَة وَالطَّاقَةُ طَاقَة", "[بالطَّاقَة] [وَالطَّاقَةُ] [طَاقَة]"),
        (text("印機"), "新打印機。", "新打[印機]。"),
        (text("水"), "海水 和水", "[海水] [和水]"),
        (tree.Pattern("title", "comp*"), "A composite; a comp.", "A [composite]; a [comp]."),
        (tree.Pattern("title", "ซิลิก*"), "ผลิตซิลิกา ผลิตซิลิกาอสัณฐาน", "ผลิต[ซิลิกา] ผลิต[ซิลิกา]อสัณฐาน"),
        (tree.Pattern("title", "*လီကာ"), "စပါးခွံပြာမှ ဆီလီကာ", "စပါးခွံပြာမှ ဆီ[လီကာ]"),
        (tree.Pattern("title", "*ice"), "rice twice", "[rice] [twice]"),
        (
            tree.Near(text("silica"), text("husk"), 3),
            "silica from rice husk, then a husk far away from this silica",
            "[silica] from rice [husk], then a husk far away from this silica",
        ),
        (tree.Near(text("husk"), text("silica"), 3, ordered=True), "silica husk", "silica husk"),
        (tree.Not(text("rice")), "rice", "rice"),
        (text("rice", "claims"), "rice", "rice"),
    ],
)
def test_marks(node: tree.Node, passage: str, expected: str) -> None:
    assert shown(marker(node).pieces(passage, "title")) == expected


def test_without_a_field_the_words_of_all_are_marked() -> None:
    assert shown(marker(text("rice", "claims"), text("husk")).pieces("rice husk ash")) == "[rice] [husk] ash"


def test_an_empty_query_marks_nothing() -> None:
    assert Marker(c.Everything()).pieces("rice") == (Piece("rice", marked=False),)


def test_fields_are_those_searched_for_words() -> None:
    found = Marker(resolve(tree.And((text("rice"), tree.Value("office", "VN"), tree.Pattern("kind", "B*")))))
    assert found.fields == {"title", "title_en"}
    assert marker(text("ซิลิกา")).fields == {"title", "title_en", "title_syllables"}


@given(st.text(max_size=80), st.sampled_from(["rice", "a", "ข้าว", "ل", "e\u0301"]))
def test_pieces_put_together_are_the_text(passage: str, word: str) -> None:
    pieces = Marker(c.Words("title", tuple(t.term for t in terms(word)))).pieces(f"{passage} {word} {passage}", "title")
    assert "".join(piece.text for piece in pieces) == f"{passage} {word} {passage}"
    assert any(piece.marked for piece in pieces)
    assert all(piece.text for piece in pieces)


PLAIN = [word for word in VOCABULARY if [token.term for token in terms(word)] == [word]]
leaves = st.one_of(trees.texts, trees.phrases, trees.mixed, trees.nears).filter(lambda leaf: leaf.field == "title")


@given(leaves, st.lists(st.sampled_from(PLAIN), max_size=15))
def test_there_are_marks_exactly_where_an_engine_finds(leaf: c.Words | c.Near, words: list[str]) -> None:
    text_ = " ".join(words)
    found = Evaluator([Document("a", {"title": text_}, {}, {}, {})]).scores(leaf)
    count, spans = Marker(leaf).found(text_, "title")
    assert bool(found) == bool(count) == bool(spans)


def test_many_occurrences_take_no_square_of_time() -> None:
    text_ = "silica husk " * 20_000
    node = tree.Near(text("silica"), text("husk"), 20)
    assert marker(node).found(text_, "title")[0] == 1


@pytest.mark.parametrize("filler", ["word ", "สำหรับเกษตรกร", "စွမ်းအင်", "e\u0301te\u0301 ", "打印機", "x" * 50 + " "])
@pytest.mark.parametrize("before", [0, 3, 100])
def test_a_snippet_is_short_whole_and_holds_the_mark(filler: str, before: int) -> None:
    passage = f"{filler * before} silica {filler * 60}"
    count, spans = marker(text("silica")).found(passage, "title")
    pieces = snippet(passage, spans)
    body = "".join(piece.text for piece in pieces).removeprefix("…").removesuffix("…")
    assert count == 1
    assert body in passage
    assert "[silica]" in shown(pieces)
    assert len(body) <= 140
    start = passage.index(body)
    edges = {0, len(passage)} | {place for token in terms(passage) for place in (token.start, token.end)}
    assert {start, start + len(body)} <= edges, "cut within a word"
    assert (pieces[0].text == "…") is (start > 0)
    assert (pieces[-1].text == "…") is (start + len(body) < len(passage))


def test_a_short_text_is_shown_whole() -> None:
    passage = "Rice husk."
    assert shown(snippet(passage, [(0, 4)])) == "[Rice] husk."


def test_a_mark_longer_than_a_snippet_is_kept() -> None:
    phrase = " ".join(["silica"] * 30)
    passage = f"before {phrase} after"
    _, spans = Marker(c.Words("title", ("silica",) * 30)).found(passage, "title")
    assert f"[{phrase}]" in shown(snippet(passage, spans))


# Letters that fold to nothing, to several letters, into one another, or that are no blank and yet part words.
CHUNKS = (
    "rice",
    "RICE",
    "price",
    "e\u0301ta",
    "ﷺ",
    "\u00a0",
    "\u200b",
    "ราคาข้าว",
    "ข้าว",
    "新打印機",
    "والأرز",
    "ß",
    "ice-rice",
    "a\u0308",
)
WORDS = ("rice", "e", "eta", "ข้าว", "打印", "ارز", "ss", "a", c.Glob("r*"), c.Glob("?ice"), c.Alike("rice", 1))


@given(
    st.lists(st.one_of(st.sampled_from(CHUNKS), st.text(max_size=6)), max_size=12),
    st.sampled_from([" ", "  ", "\n", "\t ", ""]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
)
def test_looking_only_where_a_word_may_be_finds_what_looking_everywhere_does(
    chunks: list[str], between: str, words: list[c.Word]
) -> None:
    passage = between.join(chunks)
    found = Marker(c.AllOf(tuple(c.Words("title", (word,)) for word in words))).hits(passage, "title")
    everywhere = [
        [(token.start, token.end) for token in terms(passage) if token.term == word or matches(word, token.term)]
        for word in dict.fromkeys(words)
    ]
    assert [spans for _, spans in found] == [spans for spans in everywhere if spans]


def matches(word: c.Word, term: str) -> bool:
    return not isinstance(word, str) and c.matches(word, term)


@given(st.lists(st.one_of(st.sampled_from(CHUNKS), st.text(max_size=30)), max_size=40), st.integers(0, 39))
def test_a_snippet_of_any_text_is_cut_at_the_edges_of_its_terms(chunks: list[str], place: int) -> None:
    passage = " ".join([*chunks[:place], "silica", *chunks[place:]])
    _, spans = marker(text("silica")).found(passage, "title")
    pieces = snippet(passage, spans)
    assert any(piece.marked for piece in pieces)
    if pieces[0].text == "…":
        body = "".join(piece.text for piece in pieces[1:]).removesuffix("…")
        assert any(passage.startswith(body, token.start) for token in terms(passage))


def test_few_words_of_a_long_passage_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks of a page were most of its time while every passage was cut whole."""
    cut: list[str] = []
    monkeypatch.setattr("search.highlight.terms", lambda part: cut.append(part) or terms(part))
    passage = f"{'word ' * 1_000}silica {'word ' * 1_000}"
    _, spans = marker(text("silica"), text("husk")).found(passage, "title")
    snippet(passage, spans)
    assert cut[0] == "silica"
    assert sum(map(len, cut)) < 300


@pytest.mark.parametrize(
    ("passage", "whole"),
    [("rice husk ash", True), ("ash, rice-husk", True), ("husk of rice", False), ("rice husk", False), ("", False)],
)
def test_a_text_fits_whole_that_holds_every_word_and_phrase(passage: str, *, whole: bool) -> None:
    found = marker(text("rice husk", quoted=True), text("ash"))
    assert found.fits_whole(passage, "title") is whole
    assert found.fits_whole(passage, "abstract"), "nothing is looked for there"
