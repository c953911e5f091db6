"""Names of people, which offices write either way round: `SILVA, Ana Maria` and `Ana Maria Silva`."""

from __future__ import annotations

import dataclasses
import re

from search.fields import BY_NAME, FieldKind
from search.query.tree import Pattern, Text

_LONGEST = 4  # words; longer names are those of companies
_BETWEEN = re.compile(r"[\s,;]+")


def either_way(node: Text | Pattern) -> list[Text | Pattern]:
    """Return a quoted name in every way round it may stand; anything else alone."""
    text = node.text if isinstance(node, Text) else node.pattern
    parts = [part for part in _BETWEEN.split(text) if any(map(str.isalnum, part))]
    is_name = BY_NAME[node.field].kind is FieldKind.NAME and (isinstance(node, Pattern) or node.quoted)
    if not is_name or not 1 < len(parts) <= _LONGEST:
        return [node]
    turned = [" ".join(parts[i:] + parts[:i]) for i in range(len(parts))]
    return [
        dataclasses.replace(node, text=way) if isinstance(node, Text) else dataclasses.replace(node, pattern=way)
        for way in turned
    ]
