"""Cutting text into terms, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from icu4py.breakers import WordBreaker

from search.analysis.characters import DICTIONARY, INVISIBLE, MARK, PAIRED, SPACED, fold, fold_all, fold_words

# OpenSearch cuts a term after 255 UTF-16 units; no engine may cut another way than the other.
LONGEST = 127


class Token(NamedTuple):
    """A term and the place (start, end) of the characters it was made from in the original text."""

    term: str
    start: int
    end: int


_ASCII = re.compile("[A-Za-z0-9]+")
# A text is cut by the groups of its characters (`_Groups`), which is far quicker than by their ranges. A run begins with a
# visible character of its group; invisible ones may stand inside it.
_RUNS = re.compile("[sm][smi]*|d[dmi]*|p[pmi]*")
_UNSPACED_RUNS = re.compile("d[dmi]*|p[pmi]*")
_DICTIONARY_RUNS = re.compile("d[dmi]*")
# Where no character is of these, none belongs to a script without blanks.
_UNSPACED = re.compile("[\u0e01-\u10ff\u1780-\u17df\u3005-\uaa7f\uf900-\U0003ffff]")
# A character with the marks upon it. NIKHAHIT and AA typed apart are SARA AM (Thai, Lao) and belong together.
_CLUSTERS = re.compile(
    f"[^{MARK}{INVISIBLE}][{MARK}{INVISIBLE}\uff9e\uff9f]*(?:(?<=[\u0e4d\u0ecd])[\u0e32\u0eb2]|(?<=[\u0e4d\u0ecd][\u0e48-\u0e4b\u0ec8-\u0ecb])[\u0e32\u0eb2])?"
    f"|[{MARK}{INVISIBLE}]+"
)
# A consonant with all that hangs on it: a vowel written before it, marks, vowels written after it, a consonant stacked below
# (Khmer, Burmese) and a killed one that closes the syllable (Burmese). No dictionary: the same letters give the same parts.
_SYLLABLES = re.compile(
    f"[\u0e40-\u0e44\u0ec0-\u0ec4]?.(?:[{MARK}\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd]"
    "|(?<=[\u17d2\u1039]).|[\u1000-\u1021]\u1037?\u103a)*"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
# What `_composed` changes beside what is not in NFC.
_UNUSUAL = re.compile(f"[{INVISIBLE}\u0e4d\u0ecd\uff00-\uffff]")
_SARA_AM = {
    "\u0e4d": (re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32"), "\\1\u0e33"),
    "\u0ecd": (re.compile("\u0ecd([\u0ec8-\u0ecb]?)\u0eb2"), "\\1\u0eb3"),
}


class _Groups(dict[int, str]):
    """Code point → its group, blank for what makes no word.

    `s` of words parted by blanks, `d` cut by dictionary, `p` by pairs, `i` unseen, `m` an unseen mark: it may begin a word.
    """

    def __missing__(self, code: int) -> str:
        of = [group for group, members in _MEMBERS.items() if members.match(chr(code))]
        group = self[code] = "m" if of == ["s", "i"] else next(iter(of), " ")
        return group


_MEMBERS = {
    group: re.compile(f"[{characters}]")
    for group, characters in (("d", DICTIONARY), ("p", PAIRED), ("s", SPACED), ("i", INVISIBLE))
}
_GROUP = _Groups()


def terms(text: str) -> list[Token]:
    """Return the terms of a text in their order; the index of a token is its position for phrases and distances.

    A term holds no blank and at most 127 code points. Words of spaced scripts are folded; Thai, Lao, Khmer and Burmese
    are cut by ICU's dictionaries, Han and Kana into overlapping pairs (a single character stands alone).
    """
    if text.isascii():
        return [Token(m[0].lower()[:LONGEST], m.start(), m.end()) for m in _ASCII.finditer(text)]
    groups, found = text.translate(_GROUP), []
    for run in _RUNS.finditer(groups):
        start, end = run.span()
        if groups[start] in "sm":
            if word := fold(text[start:end]):
                found.append(Token(word[:LONGEST], start, end))
        else:
            found += _CUTTERS[groups[start]](text[start:end], start)
    return found


def words(text: str) -> list[str]:
    """Return the terms of a text without their places, ten times as fast: what the index needs."""
    if text.isascii():
        return [word[:LONGEST] for word in _ASCII.findall(text.lower())]
    if not _UNSPACED.search(text):
        return _spaced_words(text)
    found: list[str] = []
    at, groups = 0, text.translate(_GROUP)
    for run in _UNSPACED_RUNS.finditer(groups):
        start, end = run.span()
        found += _spaced_words(text[at:start])
        found += (token.term for token in _CUTTERS[groups[start]](text[start:end], start))
        at = end
    return found + _spaced_words(text[at:])


def _spaced_words(text: str) -> list[str]:
    return [word[:LONGEST] for word in fold_words(text)]


def syllables(text: str) -> list[list[Token]]:
    """Return each run of Thai, Lao, Khmer or Burmese in a text as syllables.

    ICU looks ahead when it cuts words, so a word may be cut otherwise, or be part of a longer one, where other letters
    follow. Syllables are cut by their letters alone: a row of them is found wherever it stands.
    """
    if not _UNSPACED.search(text):
        return []
    runs = (run.span() for run in _DICTIONARY_RUNS.finditer(text.translate(_GROUP)))
    return [list(_syllables(text[start:end], start)) for start, end in runs]


def _syllables(run: str, start: int) -> Iterator[Token]:
    text, places = _normal(run, start)
    for part in _SYLLABLES.finditer(text):
        yield Token(part[0][:LONGEST], places[part.start()], places[part.end()])


def _dictionary(run: str, start: int) -> Iterator[Token]:
    text, places = _normal(run, start)
    # ICU counts UTF-16 units; every character of these scripts is one. They have no case and nothing else to fold.
    for low, high in WordBreaker(text, "und").segments():
        yield Token(text[low:high][:LONGEST], places[low], places[high])


def _paired(run: str, start: int) -> Iterator[Token]:
    text, places = _normal(run, start)
    if len(text) == 1:
        yield Token(fold(text), places[0], places[1])
    for i in range(len(text) - 1):
        yield Token(fold(text[i : i + 2]), places[i], places[i + 2])


_CUTTERS = {"d": _dictionary, "p": _paired}


def _normal(run: str, start: int) -> tuple[str, list[int]]:
    """Return a run in its one normal spelling, and for each character (and the end) its place in the original text."""
    if not _UNUSUAL.search(run) and unicodedata.is_normalized("NFC", run):
        return run, [*range(start, start + len(run) + 1)]
    characters: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTERS.finditer(run):
        normal = _composed(cluster[0])
        characters.append(normal)
        places.extend([start + cluster.start()] * len(normal))
    return "".join(characters), [*places, start + len(run)]


def _composed(cluster: str) -> str:
    if len(cluster) == 1 and not "\uf900" <= cluster <= "\uffff":
        return cluster
    cluster = _with_sara_am(unicodedata.normalize("NFC", _UNSEEN.sub("", cluster)))
    if any("\uff00" <= letter <= "\uffff" for letter in cluster):  # half-width Kana
        cluster = unicodedata.normalize("NFKC", cluster)
    return cluster


def _with_sara_am(text: str) -> str:
    for nikhahit, (apart, together) in _SARA_AM.items():
        if nikhahit in text:
            text = apart.sub(together, text)
    return text


def folded(text: str) -> str:
    """Return a text as one string in which each of its terms and syllables occurs: a quick way to see that one does not."""
    return text.lower() if text.isascii() else _with_sara_am(fold_all(text))
