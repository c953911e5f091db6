"""Texts and names as rows: their language, and their letters where they were read in the wrong encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from ingest.document import Name, Paragraph, Passage
from ingest.formats.claim_numbers import referring
from portal.records.models import Part, Text
from portal.records.rows import new
from portal.standards import languages, mojibake, scripts

LANGUAGE = re.compile("[a-z]{2,3}")


def _in_digits(paragraph: Paragraph) -> Paragraph:
    """The paragraph with a label in the digits of a script (១, ๒) in those of ASCII, as references have them."""
    label = paragraph["n"]
    plain = label.isascii() or not label.isdecimal()
    return paragraph if plain else {**paragraph, "n": "".join(str(int(digit)) for digit in label)}


def composed(text: str) -> str:
    """The text with each letter and its marks in one character where there is one (NFC): by Unicode the same text."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class Wording:
    """How an office writes (`languages`, its first in front); `say` takes code, severity and sentence of what there is to say."""

    def __init__(self, office: str, languages: Sequence[str], say: Callable[[str, str, str], None]) -> None:
        self.office, self.languages, self.say = office, languages, say

    def text(self, passage: Passage, document: str) -> Text:
        """The unsaved row of a text that stands in a publication (`document`)."""
        language = languages.repair(passage.language, self.office) if passage.language else ""
        if not LANGUAGE.fullmatch(language):
            language = self.languages[0] if self.languages else "en"
            named = (
                f"names “{passage.language[:20]}”, which is no language" if passage.language else "names no language"
            )
            self.say("LANG-NONE", "info", f"The {passage.part} {named}; {language} is assumed.")
        elif language != passage.language:
            self.say("LANG-CODE", "info", f"Language “{passage.language}” of the {passage.part} read as {language}.")
        paragraphs = [*map(_in_digits, self.mended(passage, language))]
        if proven := scripts.proven(" ".join(p["t"][: scripts.SAMPLE] for p in paragraphs[:3]), language):
            told = f"is in {languages.name(proven)} by its script, not in {languages.name(language)} as labelled"
            self.say("LANG-PROVEN", "warning", f"The {passage.part} {told}; the label was corrected.")
            language = proven
        if passage.part == Part.CLAIMS and language != languages.repair(passage.language, ""):
            referring(paragraphs, language)  # the reader did not know the language their words are of
        return new(
            Text,
            part=passage.part,
            language=language,
            language_original=passage.language,
            document=document,
            paragraphs=paragraphs,
        )

    def mended(self, passage: Passage, language: str) -> list[Paragraph]:
        """The paragraphs, each put right where it was read in the wrong encoding; said once."""
        codes, how = dict.fromkeys((language, *self.languages)), ""
        paragraphs: list[Paragraph] = [{**one, "t": composed(one["t"])} for one in passage.paragraphs]
        for n, paragraph in enumerate(paragraphs):
            found = next((r for code in codes if (r := mojibake.repair(paragraph["t"], code))), None)
            if found:
                paragraphs[n] = {**paragraph, "t": found.text}
                how = how or self.misread(passage.part, paragraph["t"], found)
        return paragraphs

    def misread(self, what: str, delivered: str, found: mojibake.Repair) -> str:
        shown = f"delivered “{delivered[:160]}”, kept as “{found.text[:160]}”"
        self.say("TEXT-MOJIBAKE", "warning", f"The {what} was {found.how}, and is put right: {shown}.")
        return found.how

    def event(self, name: str) -> str:
        """The name of an event or status, put right where it was read in the wrong encoding."""
        name = composed(name)
        found = next((r for code in self.languages if (r := mojibake.repair(name, code))), None)
        if found:
            self.misread("name of an event", name, found)
        return found.text if found else name

    def name(self, given: Name) -> str:
        """A name as delivered, put right where it was read in the wrong encoding; names are in any language."""
        name = composed(given.name)
        for code in ("", *self.languages):
            if found := mojibake.repair(name, code):
                self.misread(f"name of the {given.role}", name, found)
                return found.text
        return name
