"""A long run of one sign, as forms and held keys leave it, is read in bounded time: no pattern tries it in every way there is."""

import gc
import importlib
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

import ingest
import portal
import search
from portal.standards import classes, dates, languages, mojibake, names, numbers, offices
from search.analysis.terms import terms, words
from search.answer import QueryError
from search.query.canonical import canonical
from search.query.parser import parse

SIGNS = (
    *"./_,;:'\"\\()[]{}<>=*?#&|!~+%$@- \n0aAéم中",
    *("12 ", "a ", "a.", "A1", "1,", "1.", "1-", "1/", ", ", "- ", ". "),
)
SECONDS = 0.5  # of the processor, for one text or all texts on one pattern


@contextmanager
def bounded(what: object) -> Iterator[None]:
    """Fail with what was read where it takes longer; a pattern that hangs is stopped."""

    def late(*_):
        raise TimeoutError(what)

    before = signal.signal(signal.SIGVTALRM, late)
    gc.disable()  # a collection of what other tests left is no time of this text
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        gc.enable()


def runs(length: int, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    return [f"{a}{(sign * length)[:length]}{b}" for sign in SIGNS for a in before for b in after]


def patterns(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    """Yield the compiled patterns a name of a module stands for, in tables too."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | set | frozenset | dict) and depth < 4:
        inner = [*value, *value.values()] if isinstance(value, dict) else value
        for each in inner:
            yield from patterns(each, depth + 1)


def modules(package) -> Iterator[str]:
    found = (module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
    return (name for name in found if not {"migrations", "management"} & set(name.split(".")))


@pytest.mark.parametrize("package", [portal, search, ingest], ids=lambda package: package.__name__)
def test_every_pattern_of_a_module(package):
    texts = runs(40, ("", "5", "2015", "a", "("), ("", "\x00", "2015"))
    loaded = (vars(importlib.import_module(name)) for name in modules(package))
    for pattern in {pattern for names_of in loaded for value in names_of.values() for pattern in patterns(value)}:
        typed = [text.encode() for text in texts] if isinstance(pattern.pattern, bytes) else texts
        with bounded(pattern.pattern):
            for text in typed:
                pattern.fullmatch(text)
                pattern.search(text)


READERS: list[Callable[[str], object]] = [
    *(dates.parse, dates.period, dates.apart, numbers.candidates, numbers.search_keys, names.bare, offices.find),
    *(classes.ipc, classes.cpc, classes.locarno, classes.nice, classes.vienna, terms, words),
    *(lambda text: mojibake.repair(text, "pt"), lambda text: languages.repair(text, "BR")),
    lambda text: numbers.parse_application("BR", text),
    lambda text: numbers.parse_publication("TH", text),
]


@pytest.mark.parametrize("length", [30, 70, 200])  # a day has at most 80 signs
def test_every_reader_of_a_value(length):
    for text in runs(length, ("", "5", "12 Jan", "US", "A61K 31/"), ("", "Jan", "2015", " x")):
        for reader in READERS:
            with bounded(text), suppress(ValueError):
                reader(text)


@pytest.mark.parametrize(
    "before", ["", "pd=5", "ad=12", "Filing date: 15", "(43) 15", "rice ", "pn=US", "cc=BR ", "ipc=A61K31/", "pa=John "]
)
def test_every_query_and_its_one_spelling(before):
    for text in runs(30, (before,), ("", "Jan 2015")) + runs(200, (before,), (" rice",)):
        with bounded(text), suppress(QueryError):
            node = parse(text).node
            assert parse(canonical(node)).node == node


@pytest.mark.parametrize("count", [1, 9, 10, 40])
@pytest.mark.parametrize("sign", ["-", "/", ".", "\u2011", "／", "\u200b-"])
def test_backslashes_before_a_sign_vanish_however_many(count, sign):
    backslashes = "\\" * count
    assert parse(f"rice{backslashes}{sign}husk").node == parse(f"rice{sign}husk").node
