"""Original beside English: the texts of one part of a record, level claim by claim and line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias

from portal.coverage.elements import SELDOM, never
from portal.pages.wording import part_words
from portal.records.models import Office, Origin, Part, Publication, Record, Right, Text
from portal.standards import kinds
from search.answer import Piece

Line: TypeAlias = tuple[Piece, ...]
Marks: TypeAlias = Callable[[str], tuple[Piece, ...]]
MOST_LINES = 60  # of one claim, as many rows as the sheet reserves; the rest follows in the last one


@dataclass(frozen=True)
class Pair:
    """One claim or paragraph: its label, the lines of each side, and whether a word of the query stands in it."""

    place: int
    label: str
    original: tuple[Line, ...]
    english: tuple[Line, ...]
    marked: bool

    @property
    def loose(self) -> bool:
        """Tell whether the sides have other lines, so that levelling line by line would tear one apart."""
        return bool(self.original and self.english) and len(self.original) != len(self.english)


@dataclass(frozen=True)
class Passage:
    """One part of a record as it is read.

    `left` is the original, or the English where that is all there is; `right` the English beside it. `others` are the
    languages it is held in as well, `absent` says why there is none: `never`, `law`, `image`, `seldom`, `missing` or nothing. `granted` is the
    granted publication whose claims are not held as text, where those of the application are shown.
    """

    part: str
    heading: str
    left: Text | None
    right: Text | None
    pairs: tuple[Pair, ...]
    others: tuple[str, ...]
    absent: str
    granted: Publication | None = None

    @property
    def single(self) -> bool:
        """Tell whether one column is enough: the original is English itself."""
        return self.right is None and self.left is not None and self.left.language == "en"


def passage(record: Record, part: str, marks: Marks, language: str = "") -> Passage:
    """Return one part of a record, the original in `language` where it is held in it, else in the office's language."""
    texts = [text for text in record.texts.all() if text.part == part]
    originals = newest(text for text in texts if text.origin == Origin.OFFICE and text.language != "en")
    original = _chosen(originals, record.office, language)
    english = _english([text for text in texts if text.language == "en"], original)
    left, right = (original, english) if original else (english, None)
    pairs = tuple(_pairs(left, right, marks)) if left else ()
    others = tuple(code for code in originals if original and code != original.language)
    granted = granted_without(record, left) if left and part == Part.CLAIMS else None
    absent = "" if left else absence(record, part)
    return Passage(part, part_words(record.right, part), left, right, pairs, others, absent, granted)


def granted_without(record: Record, shown: Text) -> Publication | None:
    """Return the latest granted publication that brought no claims as text, unless the claims `shown` are of a grant."""
    rows = record.publications.all()
    grants = {row.document: row for row in rows if kinds.level(record.office_id, row.kind) == "grant"}
    with_claims = {text.document for text in record.texts.all() if text.part == Part.CLAIMS}
    dated = [(row.date, row.pk, row) for name, row in grants.items() if name not in with_claims and row.date]
    latest = max(dated, key=lambda one: one[:2], default=None)
    if latest is None or shown.document in grants or (not shown.document and shown.as_of >= latest[0]):
        return None
    return latest[2]


def newest(texts: Iterable[Text]) -> dict[str, Text]:
    """Return for each language the text published last."""
    found: dict[str, Text] = {}
    for text in sorted(texts, key=lambda one: one.as_of):
        found[text.language] = text
    return found


def _chosen(originals: dict[str, Text], office: Office, language: str) -> Text | None:
    wanted = [language, *office.languages, *originals]
    return next((originals[code] for code in wanted if code in originals), None)


def _english(texts: Sequence[Text], original: Text | None) -> Text | None:
    """Return the English text: the office's before a machine's, of the same document before another, the latest."""
    document = original.document if original else ""
    order = [(text.origin == Origin.OFFICE, text.document == document, text.as_of) for text in texts]
    return max(zip(order, texts, strict=True), key=lambda one: one[0], default=(None, None))[1]


def absence(record: Record, part: str) -> str:
    """Return why a record has no text of a part: none of its right has, or few; the law publishes none; images only; or simply missing."""
    if part in never(record.right):
        return "never"
    if part in record.office.unpublished.get(record.right, ()):
        return "law"
    if any(part in one.image_only for one in record.publications.all()):
        return "image"
    return "seldom" if part in SELDOM.get(Right(record.right), ()) else "missing"


def _pairs(left: Text, right: Text | None, marks: Marks) -> Iterable[Pair]:
    for place, (one, other) in enumerate(_level(left.paragraphs, right.paragraphs if right else []), 1):
        original, english = _lines(one, marks), _lines(other, marks)
        label = (one or other or {}).get("n") or ""
        marked = any(piece.marked for line in (*original, *english) for piece in line)
        yield Pair(place, label, original, english, marked)


def _level(
    left: list[dict[str, Any]], right: list[dict[str, Any]]
) -> Iterable[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """Return the paragraphs of two texts side by side: by their labels where these tell them apart, else in order."""
    labels, others = [one["n"] for one in left], {one["n"]: one for one in right}
    unique = len(set(labels)) == len(labels) and len(others) == len(right) and all(labels) and all(others)
    if not unique:
        return zip_longest(left, right)
    extra = [one for one in right if one["n"] not in set(labels)]
    return [(one, others.get(one["n"])) for one in left] + [(None, one) for one in extra]


def _lines(paragraph: dict[str, Any] | None, marks: Marks) -> tuple[Line, ...]:
    if not paragraph:
        return ()
    lines = [line.strip() for line in paragraph["t"].split("\n") if line.strip()]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]
    return tuple(marks(line) for line in lines)
