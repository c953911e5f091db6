"""Periods of days as people say them: whole years, whole months, or days."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum


class Precision(IntEnum):
    """The longest unit the ends of a period are whole in."""

    DAY = 0
    MONTH = 1
    YEAR = 2


def precision(low: dt.date | None, high: dt.date | None) -> Precision:
    """Return the unit in which both ends can be said; an open end can be said in any."""
    ends = [day for day in (low, high and high + dt.timedelta(days=1)) if day]
    if not all(day.day == 1 for day in ends):
        return Precision.DAY
    return Precision.YEAR if all(day.month == 1 for day in ends) else Precision.MONTH
