"""Random clauses over the corpus, within the limits that `search.resolve` sets."""

from __future__ import annotations

from hypothesis import strategies as st

from search import clauses as c
from tests.contract.corpus import KEYWORDS, VOCABULARY

FIELDS = ("title", "title_en", "claims")
BOOSTS = st.sampled_from((1.0, 3.0, 1.5))
words = st.sampled_from(VOCABULARY)


@st.composite
def globs(draw: st.DrawFn, *, headed: bool = False) -> c.Glob:
    """A word with letters taken out, at the end, in the middle or (unless headed) at the beginning."""
    word = draw(words)
    start = draw(st.integers(1 if headed else 0, max(1, len(word) - 1)))
    end = draw(st.integers(start, len(word)))
    pattern = word[:start] + draw(st.sampled_from("*?#")) + word[end:]
    if draw(st.booleans()):
        pattern += draw(st.sampled_from("*?#"))
    return c.Glob(pattern) if pattern.strip("*?#") else c.Glob(f"{word}*")


@st.composite
def alikes(draw: st.DrawFn) -> c.Alike:
    """A word of four letters or more with a letter lost, doubled or swapped or none, and how many letters may differ."""
    word = draw(words.filter(lambda word: len(word) > 4))
    place = draw(st.integers(0, len(word) - 2))
    changed = draw(
        st.sampled_from(
            (
                word,
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            )
        )
    )
    return c.Alike(changed, draw(st.sampled_from((1, 2))))


inner_words = words | globs(headed=True)
sequences = st.lists(inner_words, min_size=1, max_size=3).map(tuple)
sides = st.lists(sequences, min_size=1, max_size=3, unique=True).map(tuple)
fields = st.sampled_from(FIELDS)

texts = st.builds(c.Words, fields, words.map(lambda word: (word,)), BOOSTS)
phrases = st.builds(c.Words, fields, st.lists(words, min_size=2, max_size=3).map(tuple), BOOSTS)
truncated = st.builds(c.Words, fields, globs().map(lambda glob: (glob,)), BOOSTS)
similar = st.builds(c.Words, fields, alikes().map(lambda alike: (alike,)), BOOSTS)
mixed = st.builds(c.Words, fields, sequences, BOOSTS)
nears = st.builds(c.Near, fields, sides, sides, st.integers(1, 12), st.booleans(), BOOSTS)
keywords = st.sampled_from(sorted(KEYWORDS)).flatmap(
    lambda name: st.builds(
        c.In,
        st.just(name),
        st.lists(st.sampled_from(KEYWORDS[name]), min_size=1, max_size=3).map(tuple),
        st.sampled_from((0.0, 10.0)),
    )
)
days = st.none() | st.builds(
    lambda year, month: year * 10000 + month * 100 + 1, st.integers(2000, 2008), st.integers(1, 3)
)
dates = st.builds(c.Between, st.just("published"), days, days)
best = st.builds(
    lambda words: c.Best(
        tuple(c.Words(field, words, boost) for field, boost in zip(FIELDS, (3.0, 3.0, 1.0), strict=True))
    ),
    inner_words.map(lambda word: (word,)) | sequences,
)
leaves = st.one_of(
    texts,
    best,
    phrases,
    truncated,
    similar,
    mixed,
    nears,
    keywords,
    dates,
    st.just(c.Everything()),
    st.just(c.Nothing()),
)


def _nodes(inner: st.SearchStrategy[c.Clause]) -> st.SearchStrategy[c.Clause]:
    several = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return (
        st.builds(c.AllOf, several)
        | st.builds(c.AnyOf, several)
        | st.builds(c.Best, several)
        | st.builds(c.Without, inner)
        | st.builds(c.Raised, inner, inner)
    )


clauses = st.recursive(leaves, _nodes, max_leaves=8)
