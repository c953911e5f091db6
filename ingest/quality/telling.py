"""What tells the language of a title, which is too short for statistics of letters.

Little words and the nouns titles begin with, each of one language alone among those below; letters only Vietnamese has; and the
shape of a Vietnamese syllable, which most words of other languages do not have.
"""

from __future__ import annotations

import re
import unicodedata

# Words no other row has, nor any language of these as another word of its own.
WORDS = {
    "en": "of for the and with by from using having thereof therefor method device system apparatus process use composition vehicle machine",
    "es": "del y los las el una procedimiento aparato dispositivos sistemas métodos procedimientos uso método",
    "fr": "du et pour avec procédé dispositif système les des appareil",
    "id": "dan untuk dengan yang dari pada metode suatu sistem komposisi serta pembuatan alat",
    "ms": "dan untuk dengan yang daripada kaedah suatu sistem komposisi serta radas bagi alat",
    "pt": "da do das dos e em uma processo composição método aparelho uso",
    "tr": "ve için bir ile yöntem sistemi yöntemi cihazı",
}
_WORDS = {language: frozenset(words.split()) for language, words in WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile("[ăơưđ\u1ea0-\u1ef9]", re.IGNORECASE)
_MARKED = re.compile("[àáâãèéêìíòóôõùúýăđơưĩũ\u1ea0-\u1ef9]", re.IGNORECASE)
_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh|gi|g|kh?|ph?|qu|th|tr|t|ch|c|[bdđhlmnrsvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
FEWEST_WORDS, FEWEST_LETTERS, MOST_SYLLABLES = (
    2,
    10,
    0.5,
)  # a text without marks that has fewer syllables is not Vietnamese


def by_words(text: str) -> list[str]:
    """Return the languages whose own words stand in a text, that with most of them first."""
    words = set(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
    counts = {language: len(words & own) for language, own in _WORDS.items()}
    return sorted((language for language, n in counts.items() if n), key=lambda language: -counts[language])


def surely_vietnamese(text: str) -> bool:
    """Say whether a text has several letters that only Vietnamese has."""
    return len(_VIETNAMESE.findall(unicodedata.normalize("NFC", text))) > FEWEST_WORDS


def surely_not_vietnamese(text: str) -> bool:
    """Say whether a text has no letter with a mark, and mostly words that are no Vietnamese syllables."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if len(words) < FEWEST_WORDS or sum(map(len, words)) < FEWEST_LETTERS or _MARKED.search(text):
        return False
    return sum(bool(_SYLLABLE.fullmatch(word)) for word in words) <= MOST_SYLLABLES * len(words)
