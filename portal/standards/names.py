"""Names of people, firms and columns compared without their spelling."""

from __future__ import annotations

import unicodedata

# Letters with a stroke or joined, which Unicode does not take apart, as offices write them without.
_PLAIN = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def bare(text: str) -> str:
    """Return the letters and digits of a text, in small letters.

    Diacritics of Latin, Greek and Cyrillic letters are left out; the vowel signs of other scripts are letters of the word and
    stay. A text without any letter or digit stays as it is.
    """
    found: list[str] = []
    for character in unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN):
        mark = unicodedata.category(character)[0] == "M"
        if character.isalnum() or (mark and not unicodedata.name(character, "").startswith("COMBINING")):
            found.append(character)
    return "".join(found) or text
