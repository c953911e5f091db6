"""From what a query means to what an engine is asked: fields of the index, analysed words, keys of numbers, days as numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, product
from typing import Any

from portal.standards import classes, numbers, offices
from search import clauses as c
from search.analysis import terms
from search.analysis.characters import PAIRED
from search.answer import QueryError
from search.engines.base import MAX_WORDS
from search.engines.schema import SYLLABLES
from search.fields import BY_NAME, FIELDS, FieldKind
from search.query import loosened, tree
from search.query.kinds.names import either_way
from search.query.kinds.texts import MIN_LETTERS
from search.truncation import among_syllables, is_open, one_run, readings, word

_ONE_CHARACTER = re.compile(f"[{PAIRED}]")
# A Thai, Lao, Khmer or Burmese word of at least so many letters is sought as syllables too: within longer words, and where
# the dictionary cut otherwise. Such a find counts for less than the word itself.
_TELLING, _INSIDE = 4, 0.1
# Words truncated at their beginning, × fields: each is held against every word of the index. Syllables are few.
_MAX_OPEN = 30
_PARTED = frozenset(SYLLABLES.values())
# A record's own number counts for more than that of another file, which it only cites.
_OWN = {"application_number": 10.0, "publication_number": 10.0}
# A title that holds the words of a query as they stand there counts as much again; longer runs are no titles.
_TITLES, _LONGEST_PHRASE = ("title", "title_en"), 12
EVERY = frozenset({"has"})  # filters of which every value is asked for, as AND; the values of others are alternatives
_MAX_OFFSETS = 1000  # alternatives × alternatives × distances of one NEAR


def _boosts() -> dict[str, float]:
    """Return index field → boost: the boost of the field that is searched in it (and its English twin) alone."""
    single = [field for field in FIELDS if {name.removesuffix("_en") for name in field.index} == {field.name}]
    return {name: field.boost for field in single for name in field.index}


_BOOSTS = _boosts()


def resolve(node: tree.Node) -> c.Clause:
    """Return the clause for a query tree; raises QueryError (with its place) for what cannot be searched."""
    try:
        clause = _clause(node)
    except QueryError as error:
        raise QueryError(error.message, error.position, loosened.proposal(node, resolve)) from None
    _refuse_many_open(clause)
    count = sum(_size(leaf) for leaf in c.leaves(clause))
    if count > MAX_WORDS:
        raise QueryError(
            f"The query asks for {count:,} words over all its fields; at most {MAX_WORDS:,} can be searched at once. "
            "Name a field, as ti=, or split the query.",
            tree.place(node),
        )
    return clause


def _refuse_many_open(clause: c.Clause) -> None:
    leaves = (leaf for leaf in c.leaves(clause) if isinstance(leaf, c.Words | c.Near) and leaf.field not in _PARTED)
    unanchored = [glob for leaf in leaves for glob in c.all_words(leaf) if isinstance(glob, c.Glob) and is_open(glob)]
    if len(unanchored) > _MAX_OPEN:
        raise QueryError(
            "The query has too many words truncated at their beginning; over all the fields searched at most "
            f"{_MAX_OPEN}. Begin them with a letter, or name a field, as ti=.",
            unanchored[-1].span,
        )


def _size(leaf: c.Clause) -> int:
    """Return how many clauses OpenSearch counts for a leaf, at most.

    In a NEAR, and in a phrase with a truncated word, every word is sought, in a NEAR once for either order, and a plain one
    again for its score; each `?` doubles a word.
    """
    match leaf:
        case c.Words(words=words) if len(words) == 1 or all(isinstance(word, str) for word in words):
            return len(words)
        case c.Words(words=words):
            return sum(map(_forms, words)) + len(c.plain(leaf))
        case c.Near(left=left, right=right):
            words = tuple(word for sequence in left + right for word in sequence)
            return sum(map(_forms, words)) * (1 if leaf.ordered else 2) + len(c.plain(leaf))
        case _:
            return 1


def _forms(word: c.Word) -> int:
    return 2 ** word.pattern.count("?") if isinstance(word, c.Glob) else 1


def _clause(node: tree.Node) -> c.Clause:
    return _CLAUSES[type(node)](node)


def _all(node: tree.And) -> c.Clause:
    clause = c.AllOf(_each(node.nodes))
    phrases = tuple(_title_phrases(node.nodes))
    return c.Raised(clause, c.AnyOf(phrases)) if phrases else clause


def _title_phrases(nodes: tuple[tree.Node, ...]) -> Iterator[c.Clause]:
    """Yield the words that stand beside each other in the query as a phrase of the title, where titles are searched."""
    for field, run in groupby(nodes, lambda node: node.field if isinstance(node, tree.Text) and not node.edits else ""):
        words = tuple(word for node in run if isinstance(node, tree.Text) for word in _text_words(node.text))
        titles = [name for name in _TITLES if field and name in BY_NAME[field].index]
        if titles and 2 <= len(words) <= _LONGEST_PHRASE and all(isinstance(word, str) for word in words):
            yield c.Best(tuple(c.Words(name, words, _BOOSTS[name]) for name in titles))


def _some(node: tree.Or) -> c.Clause:
    values = [inner for inner in node.nodes if isinstance(inner, tree.Value)]
    fields = {value.field for value in values}
    if len(values) == len(node.nodes) and len(fields) == 1 and BY_NAME[values[0].field].kind is FieldKind.NUMBER:
        # A list of numbers, hundreds perhaps: one look into each field for all of them.
        return keyword(values[0].field, tuple(value.value for value in values))
    return c.AnyOf(_each(node.nodes))


def _each(nodes: Iterable[tree.Node]) -> tuple[c.Clause, ...]:
    """Return the clauses of operands, each once: a word said again asks nothing more."""
    return tuple(dict.fromkeys(map(_clause, nodes)))


def _range(node: tree.Range) -> c.Clause:
    if node.field == "year":
        return c.In("year", tuple(map(str, node.years())))
    return _any(c.Between(name, _day(node.low), _day(node.high)) for name in BY_NAME[node.field].index)


def _any(found: Iterable[c.Clause]) -> c.Clause:
    clauses = tuple(found)
    return clauses[0] if len(clauses) == 1 else c.AnyOf(clauses)


def day_number(day: dt.date) -> int:
    """Return a day as the index holds it: YYYYMMDD."""
    return day.year * 10000 + day.month * 100 + day.day


def _day(day: dt.date | None) -> int | None:
    return None if day is None else day_number(day)


# --- Words ----------------------------------------------------------------------------------------------------------


def _words(node: tree.Text | tree.Pattern) -> c.Clause:
    field = BY_NAME[node.field]
    if field.kind not in (FieldKind.TEXT, FieldKind.NAME):
        return _symbols(node)
    orders = dict.fromkeys(sequence for turned in either_way(node) for sequence in _sequences(turned))
    wholes = [c.Words(name, order, _BOOSTS[name]) for name in field.index for order in orders]
    inside = [
        c.Words(SYLLABLES[name], parts, _BOOSTS[name] * _INSIDE)
        for name in field.index
        if name in SYLLABLES
        for parts in _parts(node)
    ]
    return _best(wholes + inside)


def _parts(node: tree.Text | tree.Pattern) -> tuple[c.Sequence, ...]:
    """Return a word as syllables, in every way it may stand as such; nothing where it is not sought so.

    A similar word is sought among whole words only: of a syllable one letter says too little.
    """
    if isinstance(node, tree.Pattern):
        return among_syllables(node)
    parts = () if node.edits else _syllable_words(node.text)
    return (parts,) if parts else ()


def _similar(node: tree.Text) -> c.Sequence:
    found = [token.term for token in terms(node.text)]
    if len(found) != 1 or len(found[0]) < MIN_LETTERS:
        said = " and ".join(f"“{term}”" for term in found) or "nothing"
        message = f"“~” goes after one word of at least {MIN_LETTERS} letters; “{node.text}” is searched as {said}."
        raise QueryError(message, node.span)
    return (c.Alike(found[0], node.edits),)


def _syllable_words(text: str) -> c.Sequence:
    """Return a word of a script without blanks as syllables, empty for other text and for words too short to tell."""
    parts = one_run(text)
    return parts if len(parts) > 1 and len("".join(parts)) >= _TELLING else ()


def sought_whole(text: str) -> bool:
    """Return whether a word of a script without blanks is too short to be sought within longer ones."""
    return len("".join(one_run(text))) > 1 and not _syllable_words(text)


def _best(found: Iterable[c.Clause]) -> c.Clause:
    clauses = tuple(found)
    return clauses[0] if len(clauses) == 1 else c.Best(clauses)


def _sequences(node: tree.Text | tree.Pattern) -> tuple[c.Sequence, ...]:
    """Return the words of a text, or of a pattern in every way they may have been cut."""
    if isinstance(node, tree.Pattern):
        return readings(node)
    words = _similar(node) if node.edits else _text_words(node.text)
    if not words:
        raise QueryError(f"“{node.text}” holds no letter or digit to search for.", node.span)
    return (words,)


def _text_words(text: str) -> c.Sequence:
    found = tuple(token.term for token in terms(text))
    if len(found) == 1 and _ONE_CHARACTER.fullmatch(found[0]):
        return (c.Glob(f"*{found[0]}*"),)  # the index holds pairs: the character is one half of some
    return found


def _near(node: tree.Near) -> c.Clause:
    field, left = _operand(node.left, node.span)
    _, right = _operand(node.right, node.span)
    ways = len(list(product(left, right))) * node.distance * (1 if node.ordered else 2)
    if ways > _MAX_OFFSETS:
        raise QueryError(f"This NEAR stands for {ways:,} phrases; at most {_MAX_OFFSETS:,} can be searched.", node.span)
    index = BY_NAME[field].index
    return _best([c.Near(name, left, right, node.distance, node.ordered, _BOOSTS[name]) for name in index])


def _operand(node: tree.Node, span: tree.Span) -> tuple[str, tuple[c.Sequence, ...]]:
    """Return the field and the alternatives of one side of NEAR."""
    alternatives = node.nodes if isinstance(node, tree.Or) else (node,)
    sequences: dict[c.Sequence, str] = {}
    for inner in alternatives:
        if not isinstance(inner, tree.Text | tree.Pattern) or BY_NAME[inner.field].kind not in (
            FieldKind.TEXT,
            FieldKind.NAME,
        ):
            raise QueryError("NEAR stands between words or bracketed alternatives (a OR b) of one text field.", span)
        for sequence in _sequences(inner):
            if any(map(is_open, sequence)):
                said = "One character" if isinstance(inner, tree.Text) else "Truncation at the beginning of a word"
                raise QueryError(f"{said} cannot be searched within NEAR; joined by AND it can.", inner.span)
            sequences[sequence] = inner.field
    return next(iter(sequences.values())), tuple(sequences)


# --- Whole values ---------------------------------------------------------------------------------------------------


def keyword(field: str, values: tuple[str, ...]) -> c.Clause:
    """Return the clause for any of some values of a class, number or closed list, in any spelling."""
    found = keys(field, values)
    if field == "kind" and (letters := [key for key in found if len(key) == 1]):
        # A letter alone stands for all its kinds: B for B1, B2, …
        return c.AnyOf((c.In(field, found), *(c.Words(field, (c.Glob(f"{key}*"),), 0.0) for key in letters)))
    return _any(c.In(name, found, _OWN.get(name, 0.0)) for name in BY_NAME[field].index)


def _value(node: tree.Value) -> c.Clause:
    if not node.exact:
        return keyword(node.field, (node.value,))
    group = keys("kind", (node.value,)) if node.field == "kind" else tuple(classes.ipc_path(node.value)[-1:])
    return _any(c.In(name, group) for name in BY_NAME[node.field].index)


def keys(field: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values of a class, number or closed list as the index holds them, in the order given, each once."""
    return tuple(dict.fromkeys(key for value in values for key in _KEYS[BY_NAME[field].kind](field, value)))


def _number_keys(_: str, value: str) -> list[str]:
    return [f"{office}{key}" for office, key in numbers.search_keys(value)]


def _class_keys(_: str, value: str) -> list[str]:
    path = classes.ipc_path(value)
    # The main group, `31/00`, takes in its subgroups.
    return path[-2:-1] if path and path[-1].endswith("/00") else path[-1:] or [value.upper()]


def _list_keys(field: str, value: str) -> list[str]:
    value = value.strip()
    if field == "office":
        return [offices.find(value) or value.upper()]
    return [value.upper() if field == "kind" else value.lower().replace(" ", "_")]


_KEYS: Mapping[FieldKind, Callable[[str, str], list[str]]] = {
    FieldKind.NUMBER: _number_keys,
    FieldKind.CLASS: _class_keys,
    FieldKind.KEYWORD: _list_keys,
}


def _symbols(node: tree.Text | tree.Pattern) -> c.Clause:
    """Return the clause for a truncated number, class or listed value: blanks and punctuation do not count."""
    if isinstance(node, tree.Text):
        return keyword(node.field, (node.text,))
    upper = node.field not in ("language", "status", "has", "right")
    is_number = BY_NAME[node.field].kind is FieldKind.NUMBER
    pattern = re.sub("[^0-9A-Za-z*?#]" if is_number else "[^0-9A-Za-z*?#/]", "", node.pattern)
    if not pattern.strip("*?#/"):
        raise QueryError(f"“{node.pattern}” holds no letter or digit to search for.", node.span)
    glob = word(pattern.upper() if upper else pattern.lower(), node.span)
    start = node.pattern.rstrip("*")
    others = numbers.beginnings(start) if is_number and not re.search("[*?#]", start) else []
    globs = (glob, *(c.Glob(f"{key}*", node.span) for key in others))
    return _any(c.Words(name, (one,), 0.0) for name in BY_NAME[node.field].index for one in globs)


_CLAUSES: Mapping[type[tree.Node], Callable[[Any], c.Clause]] = {
    tree.Everything: lambda _: c.Everything(),
    tree.And: _all,
    tree.Or: _some,
    tree.Not: lambda node: c.Without(_clause(node.node)),
    tree.Range: _range,
    tree.Value: _value,
    tree.Near: _near,
    tree.Text: _words,
    tree.Pattern: _words,
}


# --- Filters --------------------------------------------------------------------------------------------------------


def filters(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, c.In]:
    """Return name → its ticked values; filters without any are left out.

    Values are whole ones in any spelling (`vn` for VN); the clause holds them as the index does.
    """
    return {name: _filter(name, values) for name, values in chosen.items() if values}


def under(ticked: Mapping[str, c.In]) -> dict[str, c.Clause]:
    """Return what each filter asks of a record: one of its values, as it has one office; of elements, which it has several of, each."""
    return {
        name: c.AllOf(tuple(c.In(name, (v,)) for v in one.values)) if name in EVERY else one
        for name, one in ticked.items()
    }


def _filter(name: str, values: tuple[str, ...]) -> c.In:
    """Return the clause of a filter: the values as its facet counts them, so the kind A is A alone, while `kd=A` is A1 too."""
    return c.In("applicant_name", values) if name == "applicant" else c.In(name, keys(name, values))
