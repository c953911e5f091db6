"""The queries of the search benchmark: classes of questions people ask, from the words of the corpus."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from portal.records.models import Record, Text
from search.answer import Request
from tests.bench.corpus import Vocabulary


def classes(words: dict[str, Vocabulary], each: int, seed: int = 2) -> dict[str, list[Request]]:
    """Return class → so many requests, none asked twice."""
    chance = random.Random(seed)
    common, middling, rare = (words["en"].ranked(*ranks) for ranks in ((0, 30), (200, 600), (1_500, 3_000)))
    pairs = _neighbours(chance)
    makers: dict[str, Callable[[], str]] = {
        "a common word": lambda: chance.choice(common),
        "a middling word": lambda: chance.choice(middling),
        "three words, one rare": lambda: f"{chance.choice(common)} {chance.choice(middling)} {chance.choice(rare)}",
        "three common words": lambda: " ".join(chance.sample(common, 3)),
        "a phrase": lambda: '"{} {}"'.format(*next(pairs)),
        "NEAR5, ordered": lambda: '"{}" ADJ5 "{}"'.format(*next(pairs)),
        "NEAR5": lambda: '"{}" NEAR5 "{}"'.format(*next(pairs)),
        "field, years, two offices": lambda: f"ti={chance.choice(common)} pd=2012..2019 cc=(IN OR CL)",
        "a beginning": lambda: f"{chance.choice(middling)[:4]}*",
        "a pattern": lambda: "{0[0]}{0[1]}?{0[3]}*".format(chance.choice(middling)),
        "thirty alternatives": lambda: " OR ".join(chance.sample(middling, 30)),
        "everything of an office": lambda: f"cc={chance.choice(['BR', 'VN', 'CL', 'ID', 'TH', 'EG'])}",
        "a number": lambda: _number(chance),
    }
    return {name: [Request(q=query) for query in _distinct(make, each)] for name, make in makers.items()}


def _distinct(make: Callable[[], str], count: int) -> list[str]:
    return list(dict.fromkeys(make() for _ in range(3 * count)))[:count]


def _neighbours(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield words that stand next to each other in some abstract, without end."""
    texts = list(Text.objects.filter(part="abstract", language="en")[:500])
    while True:
        found = chance.choice(texts).paragraphs[0]["t"].split()
        place = chance.randrange(len(found) - 1)
        if all(word.isalpha() and len(word) > 2 for word in found[place : place + 2]):
            yield found[place], found[place + 1]


def _number(chance: random.Random) -> str:
    record = Record.objects.order_by("id")[chance.randrange(min(500, Record.objects.count()))]
    return f"pn={record.office_id}{record.number}"
