"""Numbers as search reports, office actions and tables print them: with category, dates, passages, parties and the claims they concern.

What is printed around the numbers becomes blanks of the same length, and only where it is known for what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from portal.standards.languages import LANGUAGES
from search.query import recognise
from search.query.kinds.around import blank

_NUMBER = rf"(?=\(?(?:(?-i:{recognise.OFFICE})[ ./-]{{0,2}}[A-Z]{{0,2}}[ ./-]?\d|PCT ?/|WO[ /]|[特実][願開表許]|(?:PI|MU) ?\d{{7}}|\d\d?-(?:19|20)\d\d-\d{{5}}|\d\d ?20\d\d ?\d{{6}}))"
_LETTER = "[ADEILOPTXY]"  # a category of WIPO ST.14; several stand with signs or blanks between, P and E also glued
_CATEGORY = rf"(?:[DEOP]?{_LETTER}(?:\s?[,;/]\s?{_LETTER}{{1,2}}){{0,3}}|{_LETTER}P|[XYA]I|XY|YX|&)"
_LINE_END = r"(?=\s*(?:[|\n;*]|\Z))"
_CLAIM = r"\d{1,3}(?:\s?[,-]\s?\d{1,3}){0,20}"
_OF_CLAIMS = rf"{_LETTER}:\s{_CLAIM}"
_PLACE = r"[\[(]?\d{1,4}(?!\d)[A-Za-z]?[\])]?"
_PLACES = rf"{_PLACE}(?:\s?(?:[,;&/-]|\b(?:and|to|or|bis|und|a|à|e|y|et|s/d)\b)\s?{_PLACE}(?![./]?\d)){{0,20}}"
_WHOLE = (
    r"(?:the\s)?(?:whole|entire|full)\s(?:document|text)|(?:o\s|el\s)?(?:todo\s(?:o|el)\s)?documento\s(?:todo|inteiro|completo|entero)|todo\s(?:o|el)\sdocumento"
    r"|(?:le\s)?document\sen\sentier|(?:das\s)?ganze\s(?:dokument|schrift)|весь\sдокумент|all\s(?:drawings|figures|pages)|全文|全図|전문|формула|abstracts?|resum[oe]n?|abrégé|zusammenfassung|реферат|abstrak|tóm\stắt"
    r"|摘要|要約|요약|cited\sin\sthe\s(?:application|description)|(?:patent\s)?famil(?:y|ies)\s(?:none|member)|ファミリーなし"
)
_NAMED = (
    r"claims?|paragraphs?|paras?\.?|par\.|pages?|pp?\.|columns?|cols?\.?|lines?|ll?\.|fig(?:ure)?s?\.?|drawings?|examples?|ex\.|tables?|formula[es]?|sections?|description"
    r"|reivindicaç(?:ão|ões)|reivindicaci(?:ón|ones)|reivs?\.|páginas?|linhas?|líneas?|figuras?|parágrafos?|párrafos?|exemplos?|ejemplos?|tabelas?"
    r"|revendications?|alinéas?|lignes?|exemples?|anspr(?:uch|üche)|abs(?:atz|ätze)|seiten?|zeilen?|spalten?|abb(?:ildung(?:en)?|\.)|beispiele?"
    r"|пункты?|п\.|стр\.|с\.|строки|фиг\.|абзацы?|klaim|halaman|gambar|điểm|trang|hình|[¶§]{1,2}|権利要求|权利要求|請求項|说明书|說明書|明細書|段落|对比文件|附图|附圖|図|图|实施例|実施例|第|청구항|단락|도면|도|문단"
)
_CITED = "(?:对比文件|對比文件|引用文献|引用文獻|引例|인용발명|인용문헌)"
_LEAD = r"(?:(?:see|at|(?-i:and)|also|in particular|especially|esp\.|relevant to|siehe|voir|ver|참조|参见)\s{1,2}){0,3}"
_DAY = r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?(?:19|20)\d\d|(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|(?:19|20)\d\d\.\s?[01]?\d\.\s?[0-3]?\d\."
_DATED = re.compile(rf"\((?:{_DAY})\)|(?:{_DAY})(?![\w/-])")
_IN_BRACKETS = re.compile(r"\(([^()]{6,20})\)")
_PARTY = re.compile(r"\((?!\s)(?:[^()]|\([^()]{1,40}\)){2,160}\)|\[(?![\s\d])[^\[\]]{3,80}\]")
_OF_EACH = re.compile(rf"{_OF_CLAIMS}(?:;\s{_OF_CLAIMS}){{0,5}}")
_NAMED_PARTY = re.compile(r"\[[A-Z]{2}\]|\bet al\b")
_BOOLEAN = re.compile(r'["=<>]|(?-i:AND|OR|XOR|(?:NEAR|ADJ)\d*)|(?:AND)?NOT', re.IGNORECASE)  # of one piece
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT)\b|[\"=<>]")
_JOINS = ("and", "or")
_NAME = r"(?!(?:AND|OR|NOT|ANDNOT|XOR|NEAR\d*|ADJ\d*)\b)[A-Z][\w.'-]{0,30}"
# What is printed around numbers, in the order it is tried; of the first two even before a number.
_MARKS = (
    ("category", re.compile(rf"(?:[Cc]at(?:egory\b|\.)\s?:?\s)?(?:\[{_LETTER}{{1,4}}\][DEP]?|\({_CATEGORY}\)|{_CATEGORY})(?:\s?[:|,;]\s?|\s{{1,3}})(?:\*\s)?{_NUMBER}")),
    ("label", re.compile(rf"(?:(?:documento?\s)?[\[(]?D\d{{1,2}}[\])]?|{_CITED}\s?\d{{1,2}})(?:\s?[:=.|)-]\s{{0,3}}|\s{{1,3}}|(?=\()){_NUMBER}", re.IGNORECASE)),
    ("cell", re.compile(rf"\[{_LETTER}{{1,4}}\]|{_CATEGORY}(?:\s{{1,3}}(?={_CLAIM}{_LINE_END})|{_LINE_END}|(?=,))")),
    ("kind", re.compile(rf"[A-CUY]\d{_LINE_END}")),
    ("star", re.compile(r"[*†‡](?![^\s;|])")),
    ("place", re.compile(rf"{_LEAD}(?:{_WHOLE})(?!\w|\s?[=:<>])|{_LEAD}(?:the\s)?(?:{_NAMED})\s?(?:nos?\.?:?\s)?第?{_PLACES}(?:\s?[项段項页頁]|(?![\w/]))|\[\d{{4}}\](?:\s?(?:[,-]|to)\s?\[\d{{4}}\]){{0,20}}", re.IGNORECASE)),
    ("part", re.compile(rf"(?:the\s)?(?:{_NAMED})(?![\w/]|\s?[=:<>])", re.IGNORECASE)),
    ("country", re.compile(rf"\[{recognise.OFFICE}\]")),
    ("named", re.compile(rf"{_NAME}(?:,?\s{_NAME}){{0,3}},?\set\s?al\b\.?,?")),
    ("claims", re.compile(rf"{_CLAIM}{_LINE_END}")),
    ("before", re.compile(rf"{_CLAIM}\s{{1,3}}(?={_CATEGORY}\s{{1,3}}{_NUMBER})")),
    ("count", re.compile(rf"(?:\A|(?<=\n)|(?<=; ))\d{{1,3}}(?:\.|\s)\s{{0,3}}(?:\|\s?)?(?:(?={_CATEGORY}\s)|{_NUMBER}|(?<=\. )(?=\d{{7}}))")),
    ("lead", re.compile(rf"(?:see|siehe|vgl\.?|cf\.?|vide|véase|voir|cited|citado)\s{_NUMBER}", re.IGNORECASE)),
    ("head", re.compile(r"(?:#|category|citations?|(?:cited )?documents?|relevant to claims?(?: nos?\.?)?|passages?|claims?|numbers?|kind|date)\s?(?=[|\n;])", re.IGNORECASE)),
    ("source", re.compile(rf"{recognise.OFFICE}\s-\s(?=\d\d\.\d\d\.\d{{4}})")),
    ("joint", re.compile(r"(?:and\s)?(?:further\s)?in\s(?:view\sof|combination\swith)(?!\w)", re.IGNORECASE)),
    ("month", re.compile(r"(?:0[1-9]|1[0-2])-(?:19|20)\d\d(?![\w/-])|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/-])")),
    ("bar", re.compile(r"\||(?<=\s)·(?=\s)")),
    ("sign", re.compile(r"[·•–—―*-](?!\S)|[;、]|,(?!\d)|[,.:](?=\s|\Z)|[._-]{2,}|\s+")),
)  # fmt: skip
_MARK = dict(_MARKS)
_BEHIND = ("cell", "kind", "claims", "star", "month", "joint")  # only behind a number or another mark
_SURE = {"category", "label", "cell", "star", "before", "place", "named", "country", "joint", "month", "source"}
_OF_ROWS = _SURE - {"place", "named", "joint"} | {"kind", "bar"}  # with a date they make a row
_IN_CELLS = {"date", "kind", "claims"}  # bars beside one of these are no OR
_WORD = re.compile(r"\w+|.", re.DOTALL)
_LANGUAGE = re.compile(rf"\s?\((?:{'|'.join(LANGUAGES)}|(?:19|20)\d\d)\)(?!\w)|/(?:{'|'.join(LANGUAGES)})(?![\w/])")
_BEGINS = re.compile(r"(?<![\w/])\w")
_LONGEST, _SHOWN, _LONGEST_SHOWN = 40, 4, 80


class _Piece(NamedTuple):
    start: int
    end: int
    what: str  # number, date, one of _MARKS, or nothing for a word of any other kind


def bared(text: str) -> str:
    """Return a text with blanks for what reports and tables print around its numbers, or as it is where that is not sure.

    Of a row with two dates, or one and a category or cells, the words behind its number are passed over too.
    """
    pieces = list(_pieces(text))
    rows = [list(row) for _, row in groupby(pieces, _Rows())]
    kinds = {piece.what for piece in pieces}
    sure = kinds & _SURE or ("bar" in kinds and kinds & _IN_CELLS) or any(map(_is_row, rows))
    if "number" not in kinds or not sure or _is_boolean(text, pieces):
        return text
    return "".join(_bared_row(text, row) for row in rows)


def _bared_row(text: str, row: list[_Piece]) -> str:
    """Return a row with blanks for what is passed over, and a comma behind its number."""
    bare, end, whole = "", 0, _is_row(row)  # end: of the number
    for piece in row:
        written = text[piece.start : piece.end]
        parts = piece.what == "sign" and (written.isspace() or written in ",;")
        kept = parts or piece.what == "number" or (piece.what == "" and not (whole and end))
        if end and not kept and bare[end : end + 1].isspace():
            bare = f"{bare[:end]},{bare[end + 1 :]}"
        bare += written if kept else " " * len(written)
        end = len(bare) if piece.what == "number" else end
    return bare


def _is_boolean(text: str, pieces: list[_Piece]) -> bool:
    """Return whether operators or fields stand among the pieces; a small `and` before a number only joins it."""
    told = [piece for piece in pieces if piece.what != "sign"]
    for piece, after in zip(told, [*told[1:], None], strict=True):
        written = text[piece.start : piece.end]
        joins = written.lower() in _JOINS and not (after and after.what in ("number", "category", "label"))
        if piece.what == "" and (joins or _BOOLEAN.fullmatch(written)):
            return True
    return False


class _Rows:
    """Tells the pieces of one number from those of the next, which begin at its category, its label or itself."""

    def __init__(self) -> None:
        self.row, self.open = 0, True  # whether the row still waits for its number

    def __call__(self, piece: _Piece) -> int:
        if piece.what in ("category", "label", "before", "number"):
            if not self.open:
                self.row += 1
            self.open = piece.what != "number"
        return self.row


def _is_row(row: list[_Piece]) -> bool:
    """Return whether pieces are a row: two dates right behind the number, a month as the USPTO has it, or a date and a category or cell."""
    what = [piece.what for piece in row if piece.what != "sign"]
    dates = what.count("date")
    first = what[: what.index("")] if "" in what else what
    return first.count("date") > 1 or "month" in first or (dates > 0 and not _OF_ROWS.isdisjoint(what))


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield what a text consists of, from its beginning to its end."""
    at, before, numbers = 0, "", 0
    while at < len(text):
        end, what = _next(text, at, before, numbers)
        yield _Piece(at, end, what)
        numbers += what == "number"
        before = before if what == "sign" else what
        at = end


def _next(text: str, at: int, before: str, numbers: int) -> tuple[int, str]:
    """Return where the piece that stands here ends, and what it is."""
    within = at and text[at - 1].isalnum() and text[at].isalnum() and text[at].isascii()
    found = None if within else _told(text, at, before, numbers)
    word = _WORD.match(text, at)
    return found or (word.end() if word else at + 1, "")


def _told(text: str, at: int, before: str, numbers: int) -> tuple[int, str] | None:
    """Return where what is known here ends, and what it is: a mark, a date, a number or a party, or nothing."""
    behind = numbers and before  # a number or another mark
    for what, form in _MARKS[:2]:
        if found := form.match(text, at):
            return found.end(), what
    if numbers and (end := _date(text, at)) > at:
        return end, "date"
    if (end := recognise.number_end(text, at, bare=True)) > at:
        return end, "number"
    if behind and (party := _PARTY.match(text, at)) and not _OPERATOR.search(party[0]):
        return party.end(), _in_brackets(party[0][1:-1])
    for what, form in _MARKS[2:]:
        if (found := form.match(text, at)) and (behind or what not in _BEHIND):
            return found.end(), what
    return None


def _in_brackets(written: str) -> str:
    """Return what stands in brackets: a place, a party by its country or `et al.`, or what may be one."""
    if not _MARK["place"].sub("", written).strip(" ,;.-") or _OF_EACH.fullmatch(written):
        return "place"
    return "named" if _NAMED_PARTY.search(written) else "party"


def _date(text: str, at: int) -> int:
    """Return where the day or month ends that stands here, in brackets or not, or `at`."""
    if (end := recognise.date_end(text, at)) > at:
        return end
    if (inner := _IN_BRACKETS.match(text, at)) and recognise.date_end(inner[1], 0) == len(inner[1]):
        return inner.end()
    dated = _DATED.match(text, at)
    return dated.end() if dated else at


def note(text: str) -> str:
    """Return a sentence on what of a report was passed over."""
    bare = bared(text)
    runs: list[list[int]] = []
    for at in (at for at in range(len(text)) if text[at] != bare[at]):
        if runs and not text[runs[-1][1] : at].strip(" ,;\n"):
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    shown = [_short(" ".join(text[start:end].split())) for start, end in runs]
    told = ", ".join(f"“{one}”" for one in shown[:_SHOWN]) + (" and others" if len(shown) > _SHOWN else "")
    were = "was" if len(shown) == 1 else "were"
    return f"{told} {were} passed over, as what a search report or a table prints around a number; to search it write AND between."


def _short(written: str) -> str:
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"


def without_language(text: str) -> str:
    """Return a text with blanks for the language of its page or a year in brackets behind a number, `US5123456A (en)`, `EP1792486 (2007)`."""
    return _LANGUAGE.sub(lambda found: blank(found) if _ends_number(text, found.start()) else found[0], text)


def _ends_number(text: str, end: int) -> bool:
    begins = (found.start() for found in _BEGINS.finditer(text, max(0, end - _LONGEST), end))
    return any(recognise.number_end(text[:end], start, bare=True) == end for start in begins)
