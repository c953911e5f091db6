"""Time spent within the search engine itself, taken while the portal's own code calls it: both figures of a ratio from one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from search.engines import engine
from search.engines.embedded import Embedded


@dataclass
class Clock:
    """Seconds spent in the engine since the last `restart`."""

    seconds: float = 0.0

    def restart(self) -> None:
        self.seconds = 0.0

    def timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` with its duration added up."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                return call(*args, **kwargs)
            finally:
                self.seconds += time.perf_counter() - began

        return counted


class _Watched:
    """A tantivy searcher whose calls are timed."""

    def __init__(self, searcher: Any, clock: Clock) -> None:
        self._searcher, self._clock = searcher, clock

    def __getattr__(self, name: str) -> Any:
        return self._clock.timed(getattr(self._searcher, name))


@contextmanager
def raw() -> Iterator[Clock]:
    """Time every call into tantivy's searcher, or every request of the OpenSearch client."""
    index: Any = engine()
    clock = Clock()
    if isinstance(index, Embedded):
        opened = index._searcher

        def watched() -> tuple[str, Any]:
            generation, searcher = opened()
            return generation, _Watched(searcher, clock)

        patch = mock.patch.object(index, "_searcher", watched)
    else:
        transport = index._client.transport
        patch = mock.patch.object(transport, "perform_request", clock.timed(transport.perform_request))
    with patch:
        yield clock


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the 95th percentile in words: `12.1 / 15.0`."""
    last = statistics.quantiles(seconds, n=20)[-1]
    return f"{1000 * statistics.median(seconds):.1f} / {1000 * last:.1f}"
