"""The same questions put to django-modelsearch: `python -m tests.bench.other_package --folder PATH --with DIR [--backend …]`.

`pip install --target DIR --no-deps modelsearch 'django-tasks<0.13'` makes DIR; nothing of it is in the portal's own requirements.
The folder is one that `tests.bench.search` keeps, with the embedded index; its database is copied, as the package writes into it.
Backends are `database` (SQLite's FTS5) and `opensearch3` (at `OPENSEARCH_URL`). It cuts the original texts into words in its own
way, so hits differ where a script has no blanks or letters have accents. A page is twenty records of the store, the total and four facets.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.kept import opened, parser

if TYPE_CHECKING:
    from search.answer import Request
    from tests.bench.timing import Clock

ROUNDS = 3  # times each query is asked; the quickest counts, as in `tests.bench.search`
LONG = 1.0  # seconds: what takes the package longer is asked once
FACETS = ("office_id", "right", "kind", "status")
HEAD = (
    "| query | hits | of the package | package p50 / p95 (ms) | our engine | our service | package ÷ service |\n"
    "|---|---|---|---|---|---|---|"
)
Asked = Callable[[], Any]


def main() -> int:
    """Index a copy of the store with the package, then ask each class of both."""
    words = parser("other_package", __doc__)
    words.add_argument("--with", type=Path, required=True, dest="package", help="where the package is installed")
    words.add_argument("--backend", choices=("database", "opensearch3"), default="database")
    given = words.parse_args()
    sys.path.append(str(given.package.resolve()))
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as name:
        copy = Path(name) / "lontar.sqlite3"
        shutil.copy(given.folder / copy.name, copy)
        os.environ["OTHER_BACKEND"] = f"modelsearch.backends.{given.backend}"
        opened(
            given.folder,
            DATABASE_URL=f"sqlite:///{copy}",
            SEARCH_ENGINE="embedded",
            DJANGO_SETTINGS_MODULE="tests.bench.other.settings",
        )
        index()
        ask(given.each)
    return 0


def index() -> None:
    """Build the package's index as its own command does."""
    from django.core.management import call_command

    from portal.records.models import Record

    call_command("migrate", interactive=False, verbosity=0)
    began = time.perf_counter()
    call_command("rebuild_modelsearch_index", verbosity=0, chunk_size=500)
    took = time.perf_counter() - began
    print(f"Indexed by the package: {took:,.1f} s, {Record.objects.count() / took:,.0f} records a second\n\n{HEAD}")


def ask(each: int) -> None:
    """Print a line for each class."""
    from tests.bench import corpus, queries
    from tests.bench.timing import milliseconds, raw

    with raw() as clock:
        for name, requests in queries.classes(corpus.vocabularies(), each).items():
            if name not in SAID:
                print(f"| {name} | | no way to ask | | | | |", flush=True)
                continue
            found = [both(SAID[name](request.q), request, clock) for request in requests]
            ours, theirs, engine, service, package = map(list, zip(*found, strict=True))
            print(
                f"| {name} | {statistics.median(ours):,.0f} | {statistics.median(theirs):,.0f} | {milliseconds(package)} "
                f"| {milliseconds(engine)} | {milliseconds(service)} | {sum(package) / sum(service):.1f} |",
                flush=True,
            )


def both(results: Asked, request: Request, clock: Clock) -> tuple[int, int, float, float, float]:
    """Return how many records we find and how many the package, and the shortest seconds of engine, service and package."""
    from search import service

    times = []
    for _ in range(ROUNDS):
        clock.restart()
        began = time.perf_counter()
        ours = service.search(request).total
        ended = time.perf_counter()
        theirs = page(results())
        times.append((clock.path, ended - began, time.perf_counter() - ended))
        if times[-1][2] > LONG:
            break
    return ours, theirs, *map(min, zip(*times, strict=True))  # type: ignore[return-value]


def page(results: Any) -> int:
    """Fetch twenty records, the facets and the total; return the total."""
    list(results[:20])
    for name in FACETS:
        results.facet(name)
    return int(results.count())


# --- Each class in the package's words ------------------------------------------------------------------------------


def _words(operator: str) -> Callable[[str], Asked]:
    return lambda q: lambda: _found(q.replace(" OR ", " "), operator=operator)


def _phrase(q: str) -> Asked:
    from modelsearch.query import Phrase

    return lambda: _found(Phrase(q.strip('"')))


def _confined(q: str) -> Asked:
    """`ti=kiln pd=2012..2019 cc=(IN OR CL)`."""
    word, first, last, offices = re.findall(r"ti=(\S+) pd=(\d+)\.\.(\d+) cc=\((.*)\)", q)[0]
    kept = {"office__in": offices.split(" OR "), "publication_date__range": (f"{first}-01-01", f"{last}-12-31")}
    return lambda: _found(word, fields=["title"], kept=kept)


def _office(q: str) -> Asked:
    return lambda: _every(office=q.removeprefix("cc="))


def _number(q: str) -> Asked:
    office, number = re.findall(r"pn=(..)(.*)", q)[0]
    return lambda: _every(office=office, number=number)


def _every(**kept: str) -> Any:
    from modelsearch.query import MATCH_ALL

    return _found(MATCH_ALL, kept=kept)


def _found(query: Any, kept: dict[str, Any] | None = None, **how: Any) -> Any:
    from modelsearch.backends import get_search_backend

    from tests.bench.other.models import Searched

    return get_search_backend().search(query, Searched.objects.filter(**kept or {}), **how)


SAID: dict[str, Callable[[str], Asked]] = {
    **dict.fromkeys(("a common word", "a middling word", "three words, one rare", "three common words"), _words("and")),
    "a phrase": _phrase,
    "field, years, two offices": _confined,
    "thirty alternatives": _words("or"),
    "everything of an office": _office,
    "a number": _number,
}

if __name__ == "__main__":
    sys.exit(main())
