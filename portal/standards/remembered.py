"""Readings of short texts that are remembered: a delivery says the same dates, kinds and numbers over and over."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
LONGEST = 80  # characters of a text whose reading is kept: a delivery of long ones must not fill the memory
READINGS = 4_096  # kept of each function, those asked for last


def remembered(read: Callable[P, R]) -> Callable[P, R]:
    """Make a pure function of texts, given by their place, remember what it returned; what it raised is not kept."""
    known = lru_cache(READINGS)(read)

    @wraps(read)
    def answer(*texts: P.args, **named: P.kwargs) -> R:
        for text in texts:
            if len(text) > LONGEST:  # type: ignore[arg-type]  # they are texts
                return read(*texts, **named)
        return known(*texts, **named)  # type: ignore[arg-type]  # texts are hashable

    return answer
