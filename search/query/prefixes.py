"""From a field prefix as written, in whichever system's code, to the field it means here."""

from __future__ import annotations

import re

from portal.standards import languages
from search.fields import BY_NAME, FieldKind, find, nearest
from search.query import habits
from search.query.reading import Context, Reader
from search.query.scanner import Prefix

_FIRST_VALUE = re.compile(r'[\s(\[]*(?:"([^"]*)|([^\s()]+))')


def opened(prefix: Prefix, reader: Reader) -> tuple[Context, str]:
    """Take a prefix and return its field, and the language it confines the search to (`ES_TI:`) or nothing.

    Raises QueryError for a code that is none, with the nearest one as proposal.
    """
    reader.scanner.at = prefix.end
    code, language = prefix.code.lower(), ""
    if code in habits.AMBIGUOUS:
        code = _decided(code, prefix, reader)
    elif (parts := habits.LANGUAGE_CODE.fullmatch(code)) and find(code) is None:
        language, code = parts[1], habits.LANGUAGE_FIELDS[parts[2]]
        reader.note(
            f"“{prefix.code}” was read as {code}= in records with text in {languages.name(language)}; English is searched too."
        )
    field = BY_NAME.get(code) or find(code)
    if field is None:
        raise _unknown(prefix, reader)
    if prefix.colon and prefix.code == "PD":
        reader.note("PD is the publication date here, not the priority date as in PATENTSCOPE.")
    if code == "ic_ex":
        reader.note("IC_EX was read as ipc=: groups below the symbol are found too.")
    return Context(field, explicit=True, relation=_relation(prefix, field.kind)), language


def _relation(prefix: Prefix, kind: FieldKind) -> str:
    """`within "2012 2014"` is a range of dates; elsewhere `==` is `=`."""
    if prefix.relation == "==" or (prefix.relation == "within" and kind is FieldKind.DATE):
        return "="
    return prefix.relation


def _decided(code: str, prefix: Prefix, reader: Reader) -> str:
    """Return the field name an ambiguous code means before the value that follows, and say so."""
    shape, *meanings = habits.AMBIGUOUS[code]
    first = _FIRST_VALUE.match(reader.scanner.text[prefix.end : prefix.end + 80])
    value = (first[1] or first[2] or "") if first else ""
    name, otherwise = meanings[0] if shape.match(value) else meanings[1]
    reader.note(f"“{prefix.code}” was read as {BY_NAME[name].label}; {otherwise}.")
    return name


def _unknown(prefix: Prefix, reader: Reader) -> Exception:
    written = reader.scanner.text[prefix.start : prefix.end]
    end = prefix.start + len(prefix.code)
    if hint := habits.ELSEWHERE.get(prefix.code.lower()):
        return reader.scanner.error(hint, prefix.start, end)
    if guess := nearest(prefix.code):
        message = f"“{prefix.code}” is not a field. The nearest is {guess}= ({find(guess).label})."  # type: ignore[union-attr]
        return reader.scanner.error(message, prefix.start, end, guess)
    message = f"“{prefix.code}” is not a field. If it is a word, leave out “{written[-1]}” or quote it."
    return reader.scanner.error(message, prefix.start, prefix.end, f"{prefix.code} ")
