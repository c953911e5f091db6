"""Time spent within the search engine itself, taken while the portal's own code calls it: both figures of a ratio from one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest import mock

from search.engines import embedded, engine
from search.engines.embedded import Embedded


@dataclass
class Clock:
    """Seconds spent since the last `restart` in the engine itself, and in the portal's path to it and back."""

    now: Callable[[], float] = time.perf_counter
    seconds: float = 0.0
    path: float = 0.0

    def restart(self) -> None:
        self.seconds = self.path = 0.0

    def timed(self, call: Callable[..., Any], of: str = "seconds") -> Callable[..., Any]:
        """Return `call` with its duration added up."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            began = self.now()
            try:
                return call(*args, **kwargs)
            finally:
                setattr(self, of, getattr(self, of) + self.now() - began)

        return counted


class _Watched:
    """A searcher or writer of tantivy whose calls are timed."""

    def __init__(self, watched: Any, clock: Clock) -> None:
        self._watched, self._clock = watched, clock

    def __getattr__(self, name: str) -> Any:
        return self._clock.timed(getattr(self._watched, name))


@contextmanager
def raw(now: Callable[[], float] = time.perf_counter) -> Iterator[Clock]:
    """Time every call into tantivy, or every request of the OpenSearch client, and every search and count through `engine()`."""
    index: Any = engine()
    clock = Clock(now)
    with ExitStack() as stack:
        for name in ("search", "totals", "frequencies", "expansions"):
            stack.enter_context(mock.patch.object(index, name, clock.timed(getattr(index, name), "path")))
        if isinstance(index, Embedded):
            opened, locked = index._searcher, embedded._locked

            def watched() -> tuple[str, Any]:
                generation, searcher = opened()
                return generation, _Watched(searcher, clock)

            stack.enter_context(mock.patch.object(index, "_searcher", watched))
            writing = lambda *args: _Watched(locked(*args), clock)  # noqa: E731
            stack.enter_context(mock.patch.object(embedded, "_locked", writing))
        else:
            for transport in (index._client.transport, index._writing.transport):
                stack.enter_context(
                    mock.patch.object(transport, "perform_request", clock.timed(transport.perform_request))
                )
        yield clock


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the 95th percentile in words: `12.1 / 15.0`."""
    last = statistics.quantiles(seconds, n=20)[-1]
    return f"{1000 * statistics.median(seconds):.1f} / {1000 * last:.1f}"
