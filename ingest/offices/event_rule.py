"""What one of an office's event codes means, by its profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

GAP = "[^.;@]{0,25}?"  # of a sentence of the gazette
OWN = re.escape("{own}")


@dataclass(frozen=True)
class EventRule:
    """What one of the office's event codes means.

    `kind` maps a right to the kind code of the document the event publishes, and is empty where it publishes none;
    `confidence` is 0 to 1, None where `category` is empty. `voids` are the codes of the events a correction (Y) undoes; where its
    comment names one (`Profile.voided`), that one alone. `effect` is the letter that moves the right where it is not the category:
    one of ST.27, Z (the decision appealed against stands), O (what had ended is as it was before), + (what had ended may live), - (what lives may have ended), ~ (the same, until it is examined on), ( (ended for want of a fee) or ) (the fee is paid: nothing else that ended it is undone).
    `annulled` is the letter by which a correction that names it moves the right, where that has no effect of its own. `said` are the rules for comments that hold certain words (`_stand`). What `shows` a status tells no day of anything.
    """

    english: str
    category: str = ""
    confidence: float | None = None
    kind: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    grants: bool = False
    shows: bool = False
    voids: tuple[str, ...] = ()
    effect: str = ""
    annulled: str = ""
    said: Mapping[str, EventRule] = field(default_factory=lambda: MappingProxyType({}))

    def told(self, comment: str, own: str = "") -> EventRule:
        """Return the rule for a comment on the file numbered `own`: the first whose words stand in it, else this one."""
        return next((rule for words, rule in self.said.items() if _stand(words, comment, own)), self)


def _stand(words: str, comment: str, own: str) -> bool:
    """Tell whether one of the alternatives, parted by `|`, stands in a comment; `…` is a few words of one clause, `{own}` the number."""
    digits = r"\D?".join(re.findall(r"\d(?!$)|(?<!-)\d$", own)) or "(?!)"  # without a check digit
    parts = ((re.escape(part.strip()) for part in one.split("…")) for one in words.split("|"))
    any_of = "|".join(GAP.join(one).replace(OWN, digits) for one in parts)
    return bool(re.search(any_of, comment, re.IGNORECASE))
