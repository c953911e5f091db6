"""Titles, abstracts and the other texts: that they are there, whole, clean, and say something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.quality.check import Check
from ingest.quality.words import placeholder
from portal.records.models import Part, Right, Text
from portal.records.store import Draft
from portal.standards.names import bare

LONGEST_TITLE = 500  # characters, as ST.96 asks for a title "short and precise"
# Lengths at which tables and programs cut a text.
CUTS = frozenset((255, 256, 512, 1000, 1024, 2000, 2048, 4000, 4096, 32767, 65535))
SHOWN = 40
FEW = 4  # letters, or digits, in a number that stands in the place of a title
_BREAKS = re.compile(r"[^.](\.{3}|…)$")
_ENDS = re.compile(r"[\w-]$")
_WORD = re.compile(r"\w+")
_SCRIPTS_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def titles(draft: Draft) -> Iterator[Text]:
    return (text for text in draft.texts if text.part == Part.TITLE)


def no_title(draft: Draft) -> Iterator[str]:
    if draft.texts and not any(titles(draft)):
        yield "The document has text, but no title."


def placeholder_title(draft: Draft) -> Iterator[str]:
    for text in titles(draft):
        if placeholder(text.content):
            yield f"The {text.language} title “{text.content[:SHOWN]}” is a placeholder."


def placeholder_text(draft: Draft) -> Iterator[str]:
    for text in draft.texts:
        if (
            text.part != Part.TITLE
            and len(text.paragraphs) == 1
            and (words := text.content.strip())
            and placeholder(words)
        ):
            yield f"The {text.language} {text.part} “{words[:SHOWN]}” is a placeholder."


def leave_placeholders(draft: Draft) -> None:
    """Take texts that only hold the place of one out of a draft, once they are told, and parties without a letter or digit.

    They would take the place of what stood there before; a mark may be any word.
    """
    mark = draft.record.right == Right.TRADEMARK
    draft.texts = [text for text in draft.texts if mark or not (text.content.strip() and placeholder(text.content))]
    draft.parties = [p for p in draft.parties if any(map(str.isalnum, p.name + p.name_latin))]


def empty_text(draft: Draft) -> Iterator[str]:
    for text in draft.texts:
        if text.part not in (Part.TITLE, Part.CLAIMS) and not any(p["t"].strip() for p in text.paragraphs):
            yield f"The {text.language} {text.part} is empty."


def short_abstract(draft: Draft) -> Iterator[str]:
    for text in draft.texts:
        words = text.content.strip() if text.part == Part.ABSTRACT and len(text.paragraphs) == 1 else ""
        if words and not placeholder(words) and len(words.split()) == 1 and not _SCRIPTS_WITHOUT_BLANKS.search(words):
            yield f"The {text.language} abstract is one word, “{words[:SHOWN]}”."


def title_as_abstract(draft: Draft) -> Iterator[str]:
    given = {bare(text.content) for text in titles(draft)}
    for text in draft.texts:
        if text.part == Part.ABSTRACT and text.content.strip() and bare(text.content) in given:
            yield f"The {text.language} abstract has the very words of the title."


def same_in_two_languages(draft: Draft) -> Iterator[str]:
    """Names and marks are the same in every language; a text of four words and more is not."""
    first: dict[tuple[str, str], str] = {}
    for text in draft.texts:
        words = text.content.strip()
        if draft.record.right != Right.TRADEMARK and len(words.split()) > 3:
            other = first.setdefault((text.part, words), text.language)
            if other != text.language:
                yield f"The {text.part} is the same text in {other} and in {text.language}."


def image_only(draft: Draft) -> Iterator[str]:
    for part in dict.fromkeys(part for publication in draft.publications for part in publication.image_only):
        yield f"The {part} came as page images only and cannot be searched."


def long_title(draft: Draft) -> Iterator[str]:
    for text in titles(draft):
        if len(text.content) > LONGEST_TITLE:
            yield f"The {text.language} title has {len(text.content)} characters."


def title_without_letters(draft: Draft) -> Iterator[str]:
    for text in titles(draft) if draft.record.right != Right.TRADEMARK else ():
        letters, digits = (sum(map(kind, text.content)) for kind in (str.isalpha, str.isdecimal))
        if not placeholder(text.content) and not letters:
            yield f"The {text.language} title “{text.content[:SHOWN]}” has no letter."
        elif letters <= FEW < digits:
            yield f"The {text.language} title “{text.content[:SHOWN]}” is a number."


def all_capitals(draft: Draft) -> Iterator[str]:
    """Capitals alone hide which letters are small in names and formulas; a title of two words may be a name."""
    for text in draft.texts:
        if (
            text.part in (Part.ABSTRACT, Part.CLAIMS)
            and len(_WORD.findall(text.content[:400])) > 5
            and text.content.isupper()
        ):
            yield f"The {text.language} {text.part} is in capital letters."


def cut(draft: Draft) -> Iterator[str]:
    """A text of exactly a length programs cut at, which ends within a word; or one that ends in an ellipsis."""
    for text in draft.texts:
        last = text.paragraphs[-1]["t"] if text.paragraphs else ""
        words = last.rstrip()
        if len(last) in CUTS and _ENDS.search(last):
            yield f"The {text.language} {text.part} ends without a stop at exactly {len(last)} characters: “…{last[-20:]}”."
        elif _BREAKS.search(words) and text.part in (Part.TITLE, Part.ABSTRACT) and not placeholder(words):
            yield f"The {text.language} {text.part} breaks off in an ellipsis: “…{words[-20:]}”."


def _in_texts(pattern: str, sentence: str) -> Callable[[Draft], Iterator[str]]:
    """Make a check that looks for characters in every text and name; `sentence` takes where and what, once a text."""
    found = re.compile(pattern)  # the rarest comes first in each: most texts have nothing of it

    def find(draft: Draft) -> Iterator[str]:
        for text in draft.texts:
            hit = next((hit for p in text.paragraphs if (hit := found.search(p["t"]))), None)
            if hit:
                yield sentence.format(where=f"The {text.language} {text.part}", what=_shown(hit))
        for party in draft.parties:
            if hit := found.search(party.name):
                yield sentence.format(where=f"The name of the {party.role}", what=_shown(hit))

    return find


def _shown(hit: re.Match[str]) -> str:
    around = hit.string[max(hit.start() - 15, 0) : hit.end() + 15]
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in around)[:80]


CHECKS = (
    Check("TITLE-NONE", "warning", no_title, "A document with text has no title.", "Deliver the title (INID 54)."),
    Check("TITLE-EMPTY", "error", placeholder_title, "A title only holds the place of one.",
          "Deliver the title, or leave the field out."),
    Check("TEXT-PLACEHOLDER", "warning", placeholder_text, "An abstract, claims or description only hold the place of one.",
          "Deliver the text, or leave the field out."),
    Check("TEXT-EMPTY", "warning", empty_text, "An abstract or description was delivered without a word in it.",
          "Deliver the text, or leave the field out."),
    Check("TEXT-IMAGE", "warning", image_only, "A part came as page images only and cannot be searched.",
          "Deliver the text, or have the images recognised."),
    Check("ABSTRACT-SHORT", "warning", short_abstract, "An abstract is a single word.", "Deliver the abstract."),
    Check("ABSTRACT-TITLE", "warning", title_as_abstract, "An abstract repeats the title.", "Deliver the abstract."),
    Check("TEXT-LANGUAGES", "warning", same_in_two_languages, "The same text stands under two languages.",
          "Deliver each text once, under its own language."),
    Check("TITLE-LONG", "warning", long_title, f"A title is longer than {LONGEST_TITLE} characters.",
          "Check whether the abstract stands in its place."),
    Check("TITLE-LETTERS", "warning", title_without_letters, "A title has no letter in it, or is a number.",
          "Check whether a number stands in its place."),
    Check("TEXT-CAPITALS", "info", all_capitals, "An abstract or claims are in capital letters throughout.",
          "Deliver the text in small letters where they are kept."),
    Check("TEXT-CUT", "warning", cut, "A text breaks off, at a length at which programs cut or in an ellipsis.",
          "Deliver the whole text."),
    Check("TEXT-MARKUP", "warning",
          _in_texts(r"<\s*/?\s*(?:br|p|b|i|u|sub|sup|div|span|font|table|img|td|tr)(?:\s[^<>]{0,80}=[^<>]{0,200})?\s*/?>", "{where} has markup left in it: “{what}”."),
          "Markup of a page was left in a text.", "Deliver the text without it, or as elements of the format."),
    Check("TEXT-ENTITY", "warning",
          _in_texts(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{1,8}(?:acute|grave|tilde|circ|cedil|uml)|#\d{1,7}|#x[0-9a-fA-F]{1,6});", "{where} has an undecoded character in it: “{what}”."),
          "A character is written as an entity (`&amp;`), encoded once too often.", "Encode the text once."),
    Check("TEXT-CONTROL", "warning",
          _in_texts("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "{where} has a control character in it: “{what}”."),
          "A control character stands in a text.", "Take it out; it is often a sign of a wrong encoding."),
    Check("TEXT-LOST", "error",
          _in_texts("[\ufffd?](?:(?<=\ufffd)|(?<=[^\\W\\d_]\\?)\\?+[^\\W\\d_]|\\?{3,})", "{where} has lost letters: “{what}”."),
          "Letters were lost: the sign for a character that could not be read, or question marks in its place.",
          "Export the text again in UTF-8."),
    Check("TEXT-PRIVATE", "warning",
          _in_texts("[\ue000-\uf8ff]", "{where} has characters only one font knows: “{what}”."),
          "A text has characters of the private use area, whose meaning only one font knows.",
          "Convert the text to Unicode."),
    Check("TEXT-ZAWGYI", "warning",
          _in_texts("\u1031(?<![^\\s(]\u1031)[\u1000-\u1021]", "{where} seems to be in Zawgyi, not in Unicode: “{what}”."),
          "A Burmese text is in the order of the Zawgyi font and cannot be found.", "Convert the text to Unicode."),
)  # fmt: skip
