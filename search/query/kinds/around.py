"""What stands before and around the numbers of a list: running numbers, bullets, quotes, headings, cells.

Every function returns a text of the same length: what is no part of a number becomes blanks.
"""

from __future__ import annotations

import itertools
import re

from portal.standards import offices
from search.fields import FieldKind, find
from search.query import recognise
from search.query.elsewhere import habits

_OPERATOR = r"(?:AND|OR|NOT|XOR|ANDNOT|(?:NEAR|ADJ)\d*)"
BEGINS = rf"""(?=["'(\[<]?(?!(?:[A-Z]{{1,6}}\s)?{_OPERATOR}\b)(?:[A-Z]{{1,6}}[\s./_-]{{0,2}}){{0,2}}\d)"""  # a number
_SMALL = re.compile(rf"(?<!\S){recognise.SMALL_WORD}(?=\s)", re.IGNORECASE)
_HEADS = (
    r"(?:publications?|applications?|patents?|pub|appl?|documents?|doc|numbers?|nos?|n[or]|references?|citations?|titles?|kinds?|country|office|dates?"
    r"|codes?|cc|applicants?|assignees?|inventors?|serial|pedidos?|processos?|títulos?|países?|país|s/?n|sl|id|ipc|status)"
)
# What stands before the entries of a list: a running number, `1.`, `[1]`, `(1)`, `ii.`, a paragraph, a bullet, `D1`, and the head of a column.
_MARK = re.compile(
    rf"""\A(?:{_HEADS}\b[\s.,;/|()]{{1,3}}){{0,7}}{_HEADS}\b[\s.)]{{0,2}}[\n,;]\s?{BEGINS}"""
    r"""|\A[^\d\n,;]{0,40}\b(?:numbers?|n[uú]meros?|nomor|nos?(?=\.))\b[^\d\n,;]{0,20}[\n,;]"""
    r"""|\A(?=.*\d{5})(?:\s{0,3}(?:see|also|e\.g|cf|compare|both|either|entweder|siehe|vgl|véase|vide|voir|ver|documents)"""
    r"""(?=[.:,\s])[.:,]{0,2}(?=\s)){1,3}|(?<![^\s,;])(?:\(D\d{1,2}\)|D\d{1,2}\s?[:=])(?=\s?["'\w])"""
    rf"""|(?<![^\s,;])(?:(?:\[D\d{{1,2}}\]|D\d{{1,2}}|[AEPXY]:)\s(?=\(?{recognise.OFFICE}[ ./-]?\d)|(?:doc|ref|document|reference|patent)\.?\s?\d{{1,2}}:|\[\d{{4}}\]|\((?:pn|ap|an|pr|num|no)\)|(?:[ivx]{{1,5}}|[a-h])[.)]\s(?={recognise.OFFICE}[ ./-]?\d))"""
    r"""|(?<![^\s,;])(?:\[(\d{1,3})\]|\((\d{1,3})\)(?!\.\w)|(\d{1,3})(?:[.)](?=\s|["']|[A-Z]{2})|/(?=\s))|\(?[a-z]\)(?=\s?["']?\w)|[-*•·–](?=\s)|[№#]\s?(?=\w)"""
    r"""|(?:(?:pub|app|pat)[a-z]{0,9}\.?\s)?n(?:[or]s?[.:]|[º°]\.?)(?=\s?["']?\w)|(?-i:No|no)\s(?=\d[\d/.,-]*\d{4}))""",
    re.IGNORECASE,
)
_AROUND = re.compile(r"""["']|^\s*[\[{]|[\]}]\s*$""")  # the quotes and brackets of CSV and JSON
_ANGLED = re.compile(r"<([^<>=]{4,40})>")
_BEHIND = re.compile(
    r"\s[\[(]D\d{1,2}[\])](?=\s*(?:[,;\n]|$))|(?<!\band)(?<!\bor)(?<!\bnot)\s(?:etc|et al|usw|dll|dsb|v\.v)\.?(?=\s*$)",
    re.IGNORECASE,
)  # a number or a list
# The name of an owner in brackets behind a number: capitals begin its words, but for those between.
_OF_NAME = r"(?:\d{0,2}[A-Z\u00c0-\u00de\u0410-\u042f][\w.&'’/-]{0,40}|&|(?:and|of|the|de|do|da|dos|del|la|e|y|et|al|van|von|der)\b\.?)"
_NUMBER_ENDS = (
    r"(?:(?<=\d{6})|(?<=[\d/., -]{7})|(?<=\d[A-Z])|(?<=\d\s[A-Z])|(?<=\d[A-Z]\d)|(?<=\d\s[A-Z]\d)|(?<=\([A-Z]\d\)))"
)
OWNER = re.compile(
    rf"{_NUMBER_ENDS}\s?[\[(](?=[^()\[\]]*[^\W\d_]{{2}})(?![^()\[\]]*\d{{4}})(?![^()]*\b(?:{_OPERATOR})\b)(?![A-Z]{{2}}[)\]])"
    rf"({_OF_NAME}(?:,?\s{_OF_NAME}){{0,9}})(?:\s\[[A-Z]{{2}}\])?[\])](?=\s*(?:[,;\n]|\Z))"
)
_LAST = re.compile(
    r"\s(?:and|as well as)(?=\s(?:[^,;\n]|(?<=\d),(?=\d{3}(?!\d)))*$)"
)  # before the last of a list in a sentence
_AND = re.compile(r"\s(?:AND|NOT|ANDNOT)\s", re.IGNORECASE)
# An operator with nothing before or behind it.
_LACKING = re.compile(rf"(?:\A|\()\s*{_OPERATOR}(?!\w)|(?<!\w){_OPERATOR}\s+(?:\Z|\)|{_OPERATOR}(?!\w))", re.IGNORECASE)
_PIECES = re.compile(r"[,;\n]|\sOR\s", re.IGNORECASE)
# Further kind codes of a number that has one: EP1792486A2/A3.
_KINDS = re.compile(
    r"(?:(?<=\d[ABCUY]\d)|(?<=\d [ABCUY]\d))(?:(?:\s?[/,;&+]\s?|\s(?:and|und|et|e|y)\s)[A-CUY]\d(?!\w|\s?\d))+"
)
# A row of a table: office, number and perhaps kind, each in a cell or parted by several blanks.
_CELL = r"(?:\s?[,;|\n\t]\s?|\s{2,3})"
_CELLS = re.compile(
    rf"""(?<![^\s,;=:(])(["']?)([A-Z]{{2}})\1{_CELL}\1([A-Z]{{0,3}}\d(?:[\d/.-]{{4,30}}[A-Z]?|\d{{0,5}}/[A-Z]{{3,5}}/\d{{2,4}}))\1(?:{_CELL}\1([A-Z]\d?)\1)?(?=[,;]?(?:\s|$))"""
)
_QUOTED = re.compile(r"""\s*["'](?=[A-Z]{2})([^"']+)["']\s*""")
# A running number in a cell of its own; an office with a colon, or as letters name it with what the number is of.
_COUNTED = re.compile(
    r"""(?:\A|(?<=\n)|(?<=, ))(\d{1,3})[\t\n,;](?=\s?["']?(?:[A-Z]{2}|\d[\d/. -]{6}))""", re.IGNORECASE
)
_COLON = re.compile(r"(?<![^\s,;])([A-Z]{2})(?: : |: | :|:)(?=\w)")


def celled(text: str) -> str:
    """Return a text with the cells of its rows joined."""
    return _CELLS.sub(_joined, text)


def uncounted(text: str) -> str:
    """Return a table with blanks for the running numbers in its first cells."""
    counts = [int(count) for count in _COUNTED.findall(text)]
    counted = counts == [*range(1, len(counts) + 1)]
    return _COUNTED.sub(blank, text) if counted else text


def unmarked(text: str, *, listing: bool = False) -> str:
    """Return a list of numbers with blanks for its running numbers, bullets, quotes and, with commas or `listing`, last `and`.

    One number in quotes without the letters of its office, and numbers in quotes joined by AND, are words.
    """
    bare = _without_count(_COLON.sub(_of, _KINDS.sub(blank, OWNER.sub(blank, _BEHIND.sub(blank, text)))))
    bare = _LAST.sub(comma, bare) if listing or bare != text or _PIECES.search(text) else bare
    bare = _ANGLED.sub(r" \1 ", _SMALL.sub(blank, bare))
    several = max(text.count('"'), text.count("'")) > 2
    if (several and not _AND.search(bare)) or (
        (one := _QUOTED.fullmatch(bare)) and recognise.is_number(one[1], bare=True)
    ):
        bare = _AROUND.sub(blank, bare)
    return bare


def is_quoted(text: str) -> bool:
    """Return whether a text is one thing in quotes that begins with an office."""
    return _QUOTED.fullmatch(text) is not None


def blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def comma(found: re.Match[str]) -> str:
    """Return a comma, for a word that joins the last number of a list to the others."""
    return ",".ljust(len(found[0]))


def _without_count(text: str) -> str:
    """Return a list with blanks for its marks, if those that count do so one by one and none is what an operator asks for."""
    marks = [int(next(filter(None, mark.groups()))) for mark in _MARK.finditer(text) if any(mark.groups())]
    counted = all(after == before + 1 for before, after in itertools.pairwise(marks))
    bare = _MARK.sub(blank, text)
    return bare if counted and (_LACKING.search(text) or not _LACKING.search(bare)) else text


def _of(label: re.Match[str]) -> str:
    """Return an office with blanks for the colon behind it; the code of a field that is not of words or names is that field."""
    field = find(label[1])
    is_field = habits.known(label[1]) and (field is None or field.kind not in (FieldKind.TEXT, FieldKind.NAME))
    return label[0] if is_field or label[1] not in offices.OFFICES else f"{label[1]} ".rjust(len(label[0]))


def _joined(row: re.Match[str]) -> str:
    """Return the cells of a row with blanks between them, if the first is an office."""
    cells = " ".join(filter(None, row.group(2, 3, 4)))
    return cells.ljust(len(row[0])) if row[2] in offices.OFFICES else row[0]
