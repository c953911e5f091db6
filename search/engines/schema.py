"""The fields of the index, made from the field table: the same for every engine."""

from __future__ import annotations

import hashlib
import unicodedata
from importlib.metadata import version

from search.fields import FIELDS, FieldKind
from search.query.closeness import MAX_DISTANCE


def _indexed(*kinds: FieldKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for field in FIELDS if field.kind in kinds for name in field.index))


WORDS = _indexed(FieldKind.TEXT, FieldKind.NAME)
# Beside the words of a text in a script without blanks, its syllables: index field of the words → of the syllables.
SYLLABLES = {name: f"{name}_syllables" for name in WORDS if not name.endswith("_en")}
# Terms with positions.
TEXTS = (*WORDS, *SYLLABLES.values())
# Whole values. The last three are only counted and filtered: the class shortened to four characters, the name as delivered,
# the family (one a record, and given back with every hit).
KEYWORDS = (
    *_indexed(FieldKind.CLASS, FieldKind.NUMBER, FieldKind.KEYWORD),
    "ipc_subclass",
    "applicant_name",
    "family",
)
# Days as the number YYYYMMDD, several a record.
DATES = _indexed(FieldKind.DATE)
# Order → the key it is sorted by, and whether upwards. A key is one unique number a record: the day of first publication or
# of filing, then a number of the record's own; a record without the date comes last in either direction.
ORDERS = {
    "newest": ("newest", False),
    "oldest": ("oldest", True),
    "filed": ("filed_newest", False),
    "filed_oldest": ("filed_oldest", True),
}
KEYS = tuple(key for key, _ in ORDERS.values())

# Stands first in every text field of every record, and between passages. No analysed text holds it. Lucene counts only
# records that have the field, tantivy all: with it both count the same, and scores agree.
SENTINEL = "¶"
# Places left free between passages, more than any NEAR reaches over. They take no room in the index and add nothing to the
# length of a text.
GAP = MAX_DISTANCE

# Raised whenever the same text gives other terms than before, or a field holds something else.
_REVISION = 6
# The form of an index: generations of another form cannot be searched or added to, only replaced. Another ICU may cut words
# otherwise, another Unicode may know more letters.
FORM = hashlib.blake2b(
    repr((TEXTS, KEYWORDS, DATES, KEYS, _REVISION, version("icu4py"), unicodedata.unidata_version)).encode(),
    digest_size=4,
).hexdigest()


def passages(terms: str) -> list[str]:
    """Return the text of a field as an engine indexes it: its passages, each begun by the sentinel."""
    return [f"{SENTINEL} {passage.strip()}" for passage in terms.split(SENTINEL)]
