"""Texts gathered from elements that each say their language, in ST.66 and ST.96 alike."""

from __future__ import annotations

from ingest.document import Paragraph, Passage
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute


class Passages:
    """Paragraphs by part and language, each once; an element without a language has that of the application, `spoken`."""

    def __init__(self, take: Taking, spoken: str) -> None:
        self._take, self._spoken = take, spoken
        self._found: dict[tuple[str, str], Passage] = {}

    def add(self, part: str, element: Element, label: str = "") -> None:
        """Take the text of an element as a paragraph of a part."""
        paragraph: Paragraph = {"n": label, "t": self._take.text(element), "refs": []}
        if paragraph["t"]:
            language = attribute(element, "languageCode") or self._spoken
            passage = self._found.setdefault((part, language.lower()), Passage(part, language, []))
            passage.paragraphs += [] if paragraph in passage.paragraphs else [paragraph]

    def all(self) -> list[Passage]:
        """Return the passages that have a paragraph, in the order they were met."""
        return [*self._found.values()]
