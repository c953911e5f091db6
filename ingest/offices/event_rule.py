"""What one of an office's event codes means, by its profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class EventRule:
    """What one of the office's event codes means.

    `kind` maps a right to the kind code of the document the event publishes, and is empty where it publishes none;
    `confidence` is 0 to 1, None where `category` is empty. `voids` are the codes of the events a correction (Y) undoes; where its
    comment names one (`Profile.voided`), that one alone. `effect` is the letter that moves the right where it is not the category:
    one of ST.27, Z (the decision appealed against stands), O (what had ended is as it was before), + (what had ended may live) or - (what lives may have ended). `said` are the rules for comments that hold certain words. What `shows` a status tells no day of anything.
    """

    english: str
    category: str = ""
    confidence: float | None = None
    kind: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    grants: bool = False
    shows: bool = False
    voids: tuple[str, ...] = ()
    effect: str = ""
    said: Mapping[str, EventRule] = field(default_factory=lambda: MappingProxyType({}))

    def told(self, comment: str) -> EventRule:
        """Return the rule for a comment: the first whose words stand in it, else this one."""
        return next((rule for words, rule in self.said.items() if words.casefold() in comment.casefold()), self)
