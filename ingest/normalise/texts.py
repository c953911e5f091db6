"""Titles, abstracts, descriptions and claims as rows, and what of them came as images."""

from __future__ import annotations

from ingest.normalise.work import Work
from portal.records.models import Part, Right, Text


def worded(work: Work) -> set[str]:
    """The parts of which words came, whatever came as images beside them."""
    return {passage.part for passage in work.delivered.texts if passage.paragraphs}


def _say_partly(work: Work) -> None:
    """Say of which parts words came and images as well: in another language, or within one text."""
    parts = [p.part for p in work.delivered.texts if p.pages or (p.image_only and p.part in worded(work))]
    for part in dict.fromkeys(parts):
        sentence = f"The {part} came partly as page images, which cannot be searched, and partly as text."
        work.say("TEXT-PARTLY", "warning", sentence)
    for passage in work.delivered.texts:
        if passage.pictures:
            are = "is a picture" if passage.pictures == 1 else "are pictures"
            what = f"{passage.pictures:,} of its formulas, tables or figures {are}, which cannot be searched."
            work.say("TEXT-PICTURES", "info", f"The {passage.part} came as text, but {what}")


def texts(work: Work, document: str) -> list[Text]:
    """One text a part and language; two sets of claims in one language (for different states) follow each other."""
    _say_partly(work)
    rows: dict[tuple[str, str], Text] = {}
    for passage in work.delivered.texts:
        if passage.paragraphs:
            text = work.wording.text(passage, document)
            held = rows.setdefault((text.part, text.language), text)
            if held is not text:
                _say_second(work, held, text)
                held.paragraphs = [*held.paragraphs, *text.paragraphs]
    return list(rows.values())


def _say_second(work: Work, first: Text, second: Text) -> None:
    """Say that an invention has two titles in one language; of several designs each may have its own."""
    if first.part == Part.TITLE and work.right in (Right.PATENT, Right.UTILITY_MODEL):
        two = f"“{first.content[:60]}” and “{second.content[:60]}”"
        work.say("TEXT-TITLES", "warning", f"There are two titles in {first.language}: {two}.")
