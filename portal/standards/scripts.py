"""Which script a text is written in (ISO 15924), and what the script alone proves about its language."""

from __future__ import annotations

from collections import Counter

from portal.standards import languages

# Script → blocks of its letters. Han, Kana and Hangul stand apart, as each proves something else.
_BLOCKS = {
    "Latn": "0041-005A 0061-007A 00AA 00BA 00C0-024F 1E00-1EFF FF21-FF3A FF41-FF5A",
    "Grek": "0370-03FF 1F00-1FFF",
    "Cyrl": "0400-052F",
    "Armn": "0530-058F",
    "Hebr": "0590-05FF FB1D-FB4F",
    "Arab": "0600-06FF 0750-077F 08A0-08FF FB50-FDFF FE70-FEFC",
    "Deva": "0900-097F",
    "Beng": "0980-09FF",
    "Taml": "0B80-0BFF",
    "Sinh": "0D80-0DFF",
    "Thai": "0E00-0E7F",
    "Laoo": "0E80-0EFF",
    "Tibt": "0F00-0FFF",
    "Mymr": "1000-109F A9E0-A9FF AA60-AA7F",
    "Geor": "10A0-10FF 1C90-1CBF 2D00-2D2F",
    "Hang": "1100-11FF 3130-318F AC00-D7AF",
    "Ethi": "1200-139F",
    "Khmr": "1780-17FF",
    "Kana": "3040-30FF 31F0-31FF FF66-FF9F",
    "Hani": "3400-4DBF 4E00-9FFF F900-FAFF 20000-3FFFF",
}
_RANGES = sorted(
    (int(low, 16), int(high or low, 16), script)
    for script, blocks in _BLOCKS.items()
    for low, _, high in (block.partition("-") for block in blocks.split())
)
# Scripts in which only one language of offices is written. Cyrillic, Arabic, Devanagari, Latin and Han prove nothing.
PROVES = {
    "Thai": "th", "Laoo": "lo", "Mymr": "my", "Khmr": "km", "Geor": "ka", "Armn": "hy", "Grek": "el", "Hebr": "he",
    "Sinh": "si", "Taml": "ta", "Hang": "ko", "Kana": "ja",
}  # fmt: skip
# Languages written in more than the script of `languages.LANGUAGES`.
_ALSO = {"ja": "Kana Hani", "ko": "Hang Hani", "zh": "Hani", "ms": "Arab", "mn": "Latn"}
_ALSO |= dict.fromkeys(("az", "kk", "ky", "sr", "tg", "tk", "uz"), "Latn Cyrl Arab")
FEWEST, FEWEST_LATIN = 4, 20  # letters; names, units and formulas stand in Latin letters within texts of any script
MOST = 0.8  # of the letters
SAMPLE = 400  # characters looked at


class _Scripts(dict[str, str]):
    """Character → its script, or nothing; worked out when first met."""

    def __missing__(self, character: str) -> str:
        code, letter = ord(character), character.isalpha() or not character.isascii()
        found = next((script for low, high, script in _RANGES if low <= code <= high), "") if letter else ""
        self[character] = found
        return found


_SCRIPTS = _Scripts()


def letters(text: str) -> Counter[str]:
    """Return how many letters (and marks) of each script stand in the first 400 characters."""
    counts = Counter(map(_SCRIPTS.__getitem__, text[:SAMPLE]))
    counts.pop("", None)
    return counts


def written_in(language: str) -> frozenset[str]:
    """Return the scripts a language is written in; none where the language is not known."""
    return frozenset((languages.script(language), *_ALSO.get(language, "").split())) - {""}


def contradicting(text: str, language: str) -> str:
    """Return the script most of a text is written in where `language` is not written in it; else an empty string.

    Fewer than four letters, or twenty of Latin script, say nothing; nor does a language that is not known.
    """
    own, counts = written_in(language), letters(text)
    if not own or not counts:
        return ""
    script, n = counts.most_common(1)[0]
    enough = n >= (FEWEST_LATIN if script == "Latn" else FEWEST) and n >= MOST * counts.total()
    return script if enough and script not in own else ""


def proven(text: str, language: str) -> str:
    """Return the language a text must be in, where its script contradicts `language` and proves another; else nothing."""
    script = contradicting(text, language)
    kana = script == "Hani" and letters(text)["Kana"]  # Japanese mixes them; Kana alone prove it
    return "ja" if kana else PROVES.get(script, "")
