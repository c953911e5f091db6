"""How what a search costs grows with the store: `python -m tests.bench.growth FOLDER…`.

The folders are those that runs of `tests.bench.search` kept, each of another size; only what they measured is read. One table for
each engine: of each class the median within the engine, of the service and of the page, then memory, sizes and indexing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.figures import kept

Found = dict[str, Any]
LINES = {
    "memory of the web process, MB": lambda found: f"{found['memory'][-1]:,}",
    "store, MB": lambda found: f"{found['store'] / 1e6:,.0f}",
    "index, MB": lambda found: f"{found['index'] / 1e6:,.0f}",
    "indexing, s": lambda found: f"{found['indexing']:,.0f}",
    "indexing, records a second": lambda found: f"{found['records'] / found['indexing']:,.0f}",
    "share of the engine in writing": lambda found: f"{found['writing']:.0%}",
}


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    stores = [found for folder in parser.parse_args().folders if (found := kept(folder))]
    stores.sort(key=lambda store: max(one["records"] for one in store.values()))
    for engine in dict.fromkeys(name for store in stores for name in store):
        print(f"\n### {engine}\n\n{table([store[engine] for store in stores if engine in store])}")
    return 0


def table(stores: list[Found]) -> str:
    """Return the figures of stores, the smallest first, as a table: a column for each."""
    head = [
        _line("engine / service / page, p50 (ms)", [f"{store['records']:,} {store['shape']}" for store in stores]),
        "|---" * (len(stores) + 1) + "|",
    ]
    classes = dict.fromkeys(name for store in stores for name in store["classes"])
    return "\n".join(
        [
            *head,
            *(_line(name, [_times(store["classes"].get(name)) for store in stores]) for name in classes),
            *(_line(name, [_said(said, store) for store in stores]) for name, said in LINES.items()),
        ]
    )


def _said(said: Callable[[Found], str], store: Found) -> str:
    """Return a figure in words; of an index that was not built by the benchmark there is no time."""
    try:
        return said(store)
    except KeyError:
        return ""


def _line(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _times(found: Found | None) -> str:
    return f"{found['engine']:.0f} / {found['service']:.0f} / {found['page']:.0f}" if found else ""


if __name__ == "__main__":
    sys.exit(main())
