"""Text read in the wrong encoding, and how to get it back without guessing.

A repair is made only where it is provably lossless: encoding the result again and misreading it the same way gives exactly what
was delivered, and the result is what the language writes. Correct text is left alone, whatever it holds.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from portal.standards import scripts


class Repair(NamedTuple):
    """The text as it was before it was misread, and how that happened, as `utf-8 read as cp1252`."""

    text: str
    how: str


# The bytes behind the characters of the two encodings text is misread in. cp1252 leaves five bytes open; programs pass them on.
_LATIN = "".join(map(chr, range(256)))
_WINDOWS = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))
_MISREAD = {"latin-1": codecs.charmap_build(_LATIN), "cp1252": codecs.charmap_build(_WINDOWS)}
# The encodings offices used before Unicode, by the script or language they are for.
_LEGACY = {"Thai": "cp874", "Arab": "cp1256", "Cyrl": "cp1251", "Grek": "cp1253", "Hebr": "cp1255"}
# A sequence of UTF-8 so misread: a lead and what follows it. It is evidence where a small letter stands before it or a letter
# after it: in correct text, signs and quotes end a word. The no-break space and soft hyphen follow letters in any text.
_FOLLOWING = "\u00a1-\u00ac\u00ae-\u00bf\u0080-\u009f\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
# The lead comes first in the pattern, which is then quick to find that there is none.
_LEAD = "[\u00c2-\u00f4]"
_EVIDENCE = re.compile(
    f"{_LEAD}(?:(?<=[a-z]{_LEAD})[{_FOLLOWING}]|[{_FOLLOWING}][{_FOLLOWING}\u00a0\u00ad]{{0,2}}[a-zA-Z\u00c2-\u00f4])"
)
# A whole sequence, or (group 1) a control character that is part of none.
_NEXT = f"[{_FOLLOWING}\u00a0\u00ad]"
_SEQUENCE_OR_CONTROL = re.compile(
    f"[\u00c2-\u00df]{_NEXT}|[\u00e0-\u00ef]{_NEXT}{{2}}|[\u00f0-\u00f4]{_NEXT}{{3}}|([\u0080-\u009f])"
)
# Latin letters in use: a repair that ends in others is none.
_LATIN_LETTERS = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1ea0-\u1ef9]")
_FEWEST = 6  # letters of the script that a repaired text must have
_TIMES = 3  # that a text may have been encoded in UTF-8 too often
_VIETNAMESE = set("aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđ")
_WORDS = re.compile(r"\S+")
_NO_TEXT = {"Cc", "Cn", "Co"}


def repair(text: str, language: str, times: int = _TIMES) -> Repair | None:
    """Return the text as it was before it was misread, or None where nothing is wrong or nothing can be proven.

    `language` (ISO 639-1) is that of the text; without one only UTF-8 is recognised. What was misread up to three times is
    put right as often (`times`).
    """
    if text.isascii() or not times:
        return None
    evident, legacy = bool(_EVIDENCE.search(text)), _legacy(language)
    if not evident and not legacy:
        return None
    for wrong, table in _MISREAD.items():
        raw = _bytes(text, table)
        if raw is None:
            continue
        found = _decoded(raw, "utf-8") if evident else None
        if found is not None and (deeper := repair(found, language, times - 1)):
            return Repair(deeper.text, f"{deeper.how}, more than once")
        for encoding, proves in (("utf-8", _utf8), *legacy):
            found = _decoded(raw, encoding)
            if found is not None and proves(text, found, language):
                return Repair(unicodedata.normalize("NFC", found), f"{encoding} read as {wrong}")
    return _between_controls(text, language, times) if evident else None


def _between_controls(text: str, language: str, times: int) -> Repair | None:
    """Repair what stands between control characters that belong to no letter: every part that is not ASCII, or nothing."""
    places = [match.span() for match in _SEQUENCE_OR_CONTROL.finditer(text) if match[1]]
    if not places:
        return None
    ends = [0, *(place for span in places for place in span), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    repaired = [None if n % 2 else repair(part, language, times) for n, part in enumerate(parts)]
    left = any(found is None and n % 2 == 0 and not parts[n].isascii() for n, found in enumerate(repaired))
    first = next(filter(None, repaired), None)
    if first is None or left:
        return None
    return Repair("".join(r.text if r else part for r, part in zip(repaired, parts, strict=True)), first.how)


def _bytes(text: str, table: Any) -> bytes | None:
    try:
        return codecs.charmap_encode(text, "strict", table)[0]
    except UnicodeEncodeError:
        return None


def _decoded(raw: bytes, encoding: str) -> str | None:
    """The text of these bytes, if they are that encoding throughout and give these bytes back."""
    try:
        found = raw.decode(encoding)
        return found if found.encode(encoding) == raw else None
    except UnicodeError:
        return None


@lru_cache
def _legacy(language: str) -> list[tuple[str, Callable[[str, str, str], bool]]]:
    codes = [_LEGACY[script] for script in scripts.written_in(language) if script in _LEGACY]
    return [(code, _of_the_script) for code in codes] + ([("cp1258", _vietnamese)] if language == "vi" else [])


def _utf8(text: str, found: str, language: str) -> bool:
    """A whole text is UTF-8 by chance only without evidence, or with letters its language does not use."""
    own = scripts.written_in(language)
    if not _EVIDENCE.search(text) or any(unicodedata.category(c) in _NO_TEXT for c in found if c not in "\t\n\r"):
        return False
    latin = all(_LATIN_LETTERS.match(c) for c in found if scripts.letters(c)["Latn"])
    return latin and (not own or bool(own & scripts.letters(found).keys()))


def _of_the_script(text: str, found: str, language: str) -> bool:
    """Every word is all of the language's script or has nothing of it, and the delivered text has no letter of it."""
    own, counts = scripts.written_in(language) - {"Latn"}, scripts.letters(found)
    if own & scripts.letters(text).keys() or sum(counts[script] for script in own) < _FEWEST:
        return False
    words = [{s for s in scripts.letters(word) if s} for word in _WORDS.findall(found)]
    return all(len(word) < 2 for word in words) and any(word & own for word in words) and "\x80" not in found


def _vietnamese(text: str, found: str, _language: str) -> bool:
    """A letter no Vietnamese word has was delivered, and every letter of the result is Vietnamese."""
    delivered, result = (
        {c for c in unicodedata.normalize("NFC", t).lower() if c.isalpha() and not c.isascii()} for t in (text, found)
    )
    return bool(delivered - _VIETNAMESE) and bool(result) and result <= _VIETNAMESE
