"""What a delivery is expected to bring, as the profile of its office says it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Expectation:
    """What a delivery in one dialect is expected to bring. A delivery that brings anything else is held back.

    `documents` are the fewest and the most; `of_median` is the least share of what former deliveries brought (median), documents
    and elements alike. `fill` gives for an element the least share of documents (0 to 1) that have it, `quarantined` the largest
    share that cannot become a record.
    """

    documents: tuple[float, float] = (0, math.inf)
    of_median: float = 0.0
    quarantined: float = 1.0
    fill: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
