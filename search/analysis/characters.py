"""Which characters make words, and what each becomes in a term.

Terms are compared by code point, so spellings that a searcher cannot tell apart, or types without, must meet here: tones and
accents of Latin, Greek and Cyrillic, Arabic vowel signs and letter variants, widths, digits of any script. Marks of
Indic and South-East Asian scripts are letters to their readers and stay. NFC and never NFKC: compatibility
decomposition takes Thai and Lao SARA AM apart, and the dictionary no longer knows the word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What no reader sees: soft hyphen, joiners, zero-width space and no-break space, direction marks, variation selectors.
INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"

# Scripts written without blanks whose words ICU finds by dictionary: Thai, Lao, Burmese, Khmer; their digits apart.
DICTIONARY = "\u0e01-\u0e4f\u0e5a-\u0ecf\u0eda-\u0eff\u1000-\u103f\u104a-\u108f\u109a-\u109f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\u1780-\u17df"
# Scripts written without blanks that are cut into pairs of characters: Han, Hiragana, Katakana in both widths.
PAIRED = "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"

# Marks that fold away: general diacritics, Cyrillic, Hebrew points, Arabic vowel signs and hamza above or below.
_DROPPED = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
# Letters that Unicode does not take apart but searchers write without the stroke, or in another script variant.
_LETTERS = {
    **dict(zip("đðıøłħŧŋĸ", "ddiolhtnk", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
    **dict(zip("ٱىیېکڪةۃہھە", "ايييككههههه", strict=True)),
    "ـ": "",
    "ʼ": "",  # of ŉ
}
# Compatibility forms that are only another shape of the same letters: Arabic presentation forms, full and half width.
_SHAPES = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0xFF01, 0xFFDC))


def within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    """Whether a code point lies in one of the ranges, both ends included."""
    return any(low <= code <= high for low, high in ranges)


def _character_class(categories: str, but: str = "") -> str:
    """Return the characters of some general categories, named by their first letters, as the inside of a regex class."""
    ranges: list[list[int]] = []
    others = re.compile(f"[{but}]") if but else None
    for code in range(0x20000):
        if unicodedata.category(chr(code))[0] not in categories or (others and others.match(chr(code))):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


# Letters, marks and numbers of the scripts that part words by blanks. The apostrophe letters (ʻ ʼ ʽ) part words as the typed
# apostrophe does; marks of musical notes make no words. Nothing here needs escaping in a class.
SPACED = _character_class("LMN", but=f"{DICTIONARY}{PAIRED}\u02bb-\u02bd\U0001d165-\U0001d1ad")
MARK = _character_class("M")


class _Folds(dict[int, str]):
    """Code point → what stands for it in a term, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    code = ord(character)
    if within(code, _DROPPED) or unicodedata.category(character) == "Cf" or 0xFE00 <= code <= 0xFE0F:
        return ""
    if unicodedata.category(character)[0] not in "LMN":
        return character
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if within(code, _SHAPES):
        # Some ligatures stand for several words or for a mark upon a blank; a term holds no blank.
        character = "".join(unicodedata.normalize("NFKC", character).split())
    letters = unicodedata.normalize("NFD", character.casefold())
    return "".join(
        _LETTERS.get(letter, letter) if len(letters) == 1 else _fold(letter) for letter in letters if letter != "\u0345"
    )


class _Splits(dict[int, str]):
    """Code point → the same, but a blank for what parts words."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = _FOLDS[code] if _WORD.match(character) else "" if _UNSEEN.match(character) else " "
        self[code] = found
        return found


_WORD, _UNSEEN = re.compile(f"[{SPACED}]"), re.compile(f"[{INVISIBLE}]")
_FOLDS, _SPLITS = _Folds(), _Splits()
# The Arabic article, alone or after and, with, as, so, for; at least three letters remain of the word.
_ARTICLE = re.compile("(?:[وبكف]?ال|لل)(?=[\u0621-\u064a]{3})")


def fold_words(text: str) -> list[str]:
    """Return the words of a text without unspaced scripts, folded: translating is far quicker than matching."""
    split = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_SPLITS))
    return [_without_article(word) for word in split.split()] if "ل" in split else split.split()


_ASCII = re.compile("[\0-\x7f]+")
_FEW = 24  # characters that are quicker replaced one after another than translated
_LATIN = 0.4  # of a Latin text, accents taken apart, less is not ASCII


def fold_all(text: str) -> str:
    """Return any text with every character as it stands in a term."""
    letters = unicodedata.normalize("NFD", text)
    return _in_ascii(letters) or unicodedata.normalize("NFC", letters.translate(_FOLDS))


def _in_ascii(letters: str) -> str:
    """Return a text folded, if its few accents and signs fold into ASCII: twice as fast for Latin; else nothing."""
    rest = _ASCII.sub("", letters)
    if len(rest) > _LATIN * len(letters) or len(others := set(rest)) > _FEW:
        return ""
    for character in others:
        found = _FOLDS[ord(character)]
        if not found.isascii():
            return ""
        letters = letters.replace(character, found)
    return letters.lower()


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return a word (no blanks in it) as it stands in a term; empty when nothing visible is left. `fold` twice is `fold`."""
    return word.lower() if word.isascii() else _without_article(fold_all(word))


def _without_article(word: str) -> str:
    """Return an Arabic word without its article, alone or after a conjunction or preposition (the light10 rules).

    Taken off again and again: a hamza is folded away, so that a word which begins with alef and lam of its own must meet
    itself with the article before it.
    """
    while article := _ARTICLE.match(word):
        word = word[article.end() :]
    return word
