"""What a truncated word is in the index: in scripts without blanks, each way in which a word that goes on may have been cut.

ICU cuts the beginning of a word otherwise than the word: of ซิลิก it makes ซิ and ลิก, while ซิลิกา is one word. So such letters
are sought as the beginning of one word, as words of which the last goes on, and as syllables, which are cut by their letters
alone: the truncated word finds at least what every longer word finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product

from search import clauses as c
from search.analysis import syllables, terms
from search.analysis.characters import DICTIONARY, PAIRED
from search.answer import QueryError
from search.query import tree

_MAX_SIGNS = 8  # truncation signs in one word
_MAX_LETTERS = 60  # beside them: no number is longer
_MAX_STATES = 500  # of what is behind the first of them: tantivy makes an automaton of each, and no large one
_SIGNS = "*?#"
_ANY_SIGN = re.compile(f"[{_SIGNS}]")
_ANY_NUMBER = re.compile("[*?]")
_EDGES = re.compile(r"\A([*?]*)(.*?)([*?]*)\Z", re.DOTALL)
_CUT_BY_DICTIONARY = re.compile(f"[{DICTIONARY}]")
# A Burmese consonant that may be killed by the next letter, and then closes the syllable before it.
_KILLABLE = re.compile("[\u1000-\u1021]\u1037?")
# The Arabic article with too few letters behind for the analysis to take it off, which the rest of the word may bring.
_ARTICLE = re.compile("(?:[وبكف]?ال|لل)(?=[*?#]*[\u0621-\u064a])(?=.*\\*|.{3})")
# Han and Kana stand in the index as pairs, and none of those is longer: any letters beside two are none.
_PAIR = re.compile(f"[*?]*([{PAIRED}]{{2}})[*?]*")


def word(written: str, span: tree.Span) -> c.Word:
    """Return a word, truncated or not, as it is sought; raises QueryError for too many signs, or letters beside them."""
    if (signs := sum(map(written.count, _SIGNS))) > _MAX_SIGNS:
        raise QueryError(f"A word has at most {_MAX_SIGNS} truncation signs.", span)
    if signs and len(written) - signs > _MAX_LETTERS:
        raise QueryError(f"A truncated word or number has at most {_MAX_LETTERS} letters and digits.", span)
    if states(written) > _MAX_STATES:
        raise QueryError(
            "This word has too many of “#” and “?” behind its first truncation sign; write * instead.", span
        )
    if pair := _PAIR.fullmatch(written):
        return pair[1]
    return c.Glob(written, span) if _ANY_SIGN.search(written) else written


def states(pattern: str) -> int:
    """Return what it costs to seek a truncated word, as states of an automaton over the bytes of UTF-8.

    Behind `*` and `?` each letter may be anywhere, so each `#` doubles what must be remembered, and each `?` adds to it.
    """
    behind = _ANY_NUMBER.split(pattern, maxsplit=1)[1:]
    return sum(len(rest.encode()) * (1 + rest.count("?")) << rest.count("#") for rest in behind)


def is_open(one: c.Word) -> bool:
    """Whether a word is truncated at its beginning."""
    return isinstance(one, c.Glob) and not one.head


def readings(node: tree.Pattern) -> tuple[c.Sequence, ...]:
    """Return the words of a pattern in every way they may stand in the index; raises QueryError where none can be sought."""
    ways = product(*map(_ways, _runs(node.pattern)))
    found = [tuple(word(one, node.span) for one in chain.from_iterable(way)) for way in ways]
    if not any(found):
        raise QueryError(f"“{node.pattern}” holds no letter or digit to search for.", node.span)
    sought = [way for way in found if len(way) == 1 or not any(map(is_open, way))]
    if not sought:
        raise QueryError(
            "Truncation at the beginning of a word cannot be searched within a phrase; joined by AND it can.", node.span
        )
    return tuple(dict.fromkeys(sought))


def _runs(pattern: str) -> list[list[str]]:
    """Return the words of a pattern, those together that were cut out of one run of a script without blanks.

    What stands beside a truncation sign without a blank belongs to its word.
    """
    runs = [[""]]
    for piece in re.split(f"([{_SIGNS}])", pattern):
        if piece and piece in _SIGNS:
            runs[-1][-1] += piece
            continue
        end = 0
        for i, token in enumerate(terms(piece)):
            if token.start > end or (i and not _CUT_BY_DICTIONARY.match(token.term)):
                runs.append([""])
            elif i:
                _goes_on(runs)
            runs[-1][-1] += token.term
            end = token.end
        if end < len(piece):
            runs.append([""])
    told = ([one for one in run if one.strip(_SIGNS)] for run in runs)
    return [run for run in told if run]


def _goes_on(runs: list[list[str]]) -> None:
    """Begin a word that nothing parts from the last: in the same run, if that too was cut by dictionary."""
    if _CUT_BY_DICTIONARY.match(runs[-1][-1][-1]):
        runs[-1].append("")
    else:
        runs.append([""])


def _ways(run: list[str]) -> list[tuple[str, ...]]:
    """Return a run as it was cut, with the truncated words joined to one neighbour, and as a single word, but for longer ones than are sought."""
    signed = [i for i, one in enumerate(run) if _ANY_SIGN.search(one)]
    if not signed:
        return [tuple(run)]
    if len(run) == 1:
        return [(one,) for one in _without_articles(run[0])]
    low, high = signed[0], signed[-1] + 1
    joined = [
        (*run[:start], "".join(run[start:end]), *run[end:])
        for start, end in ((max(low - 1, 0), high), (low, high + 1), (0, len(run)))
    ]
    sought = (way for way in joined if max(map(len, way)) <= _MAX_LETTERS)
    return list(dict.fromkeys([tuple(run), *sought]))


def _without_articles(written: str) -> Iterator[str]:
    """Yield a truncated word, and without its article where more letters may stand behind it: the whole word has lost it then."""
    yield written
    while article := _ARTICLE.match(written):
        written = written[article.end() :]
        yield written


def among_syllables(node: tree.Pattern) -> tuple[c.Sequence, ...]:
    """Return a word of a script without blanks that may begin or go on otherwise, as syllables; nothing for other patterns.

    `#` asks for words of so many letters, and of those only the dictionary's have an end.
    """
    before, bare, after = _EDGES.findall(node.pattern)[0]
    parts = one_run(bare)
    if not parts:
        return ()
    parts = (before + parts[0], *parts[1:])
    ways = [(*parts[:-1], parts[-1] + after)]
    if after and len(parts) > 1 and _KILLABLE.fullmatch(parts[-1]):
        ways.append((*parts[:-2], parts[-2] + parts[-1] + after))
    return tuple(tuple(word(one, node.span) for one in way) for way in ways)


def one_run(text: str) -> tuple[str, ...]:
    """Return the syllables of a text that is a single run of a script without blanks, else nothing."""
    runs = syllables(text)
    whole = len(runs) == 1 and runs[0][0].start == 0 and runs[0][-1].end == len(text)
    return tuple(token.term for token in runs[0]) if whole else ()
