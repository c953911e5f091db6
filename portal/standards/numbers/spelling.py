"""One spelling for comparison: whatever is pasted becomes letters A-Z, digits 0-9 and single hyphens for all that separates."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
LONGEST_KEY = 40

# Words before a number that are no part of it, in the languages of the offices.
_LABEL = re.compile(
    r"^\s*(?:(?:patent[ea]?|application|publication|appl|pub|serial|ser|pedido|solicitud|paten|permohonan|số đơn)\.?:?\s+)*"
    r"(?:n\.?\s?[º°]\.?\s?|(?:n|no|nr|num|nomor|number|số)\s?[.:]\s?|№\s?|(?:number|nomor|số|رقم|номер|เลขที่(?:คำขอ)?|ເລກທີ|លេខ|အမှတ်)\s?:?\s?(?=\W*\w))?",
    re.IGNORECASE,
)
# Cyrillic capitals that look like Latin ones: the office's own letter and the searcher's must meet.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
_SEPARATORS = re.compile(r"[^A-Z0-9]+")


def tidy(text: str) -> str:
    """Return the text in capitals and digits with one `-` for each run of anything else, none at the ends.

    Full-width and national digits become 0-9; soft hyphens and other invisible characters vanish; accents are dropped;
    letters that are neither Latin nor look Latin become their code point in hexadecimal, so that they still tell numbers apart.
    """
    text = unicodedata.normalize("NFKC", _LABEL.sub("", text)).upper().translate(_LOOKALIKES)
    text = unicodedata.normalize("NFKD", text)
    return _SEPARATORS.sub("-", "".join(map(_letter, text))).strip("-")


def _letter(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.digit(char))
    category = unicodedata.category(char)
    if category in {"Cf", "Mn"}:
        return ""
    return f"{ord(char):X}" if category[0] in "LN" else "-"


def compact(tidied: str) -> str:
    """Return a tidied text without its hyphens: the generic key."""
    return tidied.replace("-", "")
