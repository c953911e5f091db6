"""Numbers of applications and publications: original, display and key, and every spelling of them (WIPO ST.6, ST.10/C, ST.13)."""

from portal.standards.numbers.form import Number
from portal.standards.numbers.reading import (
    beginnings,
    candidates,
    has_forms,
    of_office,
    parse_application,
    parse_publication,
    readable,
    record_id,
    search_keys,
    wrong,
)
from portal.standards.numbers.spelling import EASTERN, LABEL

__all__ = [
    "EASTERN",
    "LABEL",
    "Number",
    "beginnings",
    "candidates",
    "has_forms",
    "of_office",
    "parse_application",
    "parse_publication",
    "readable",
    "record_id",
    "search_keys",
    "wrong",
]
