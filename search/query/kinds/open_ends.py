"""Open ends of dates in words and signs: `2015 onwards`, `2015 - present`, `2015 or earlier`, `2015-`, `2015:`, `:2015`."""

from __future__ import annotations

import re

from search.query.reading import Context, Reader

# What two words of a sentence may be too is an end only where the operator is in small letters and nothing but an operator, a field or a bracket goes on.
_LAST = r"(?=\s*(?:\Z|[)\],;]|(?:AND|OR|NOT|ANDNOT|BUT)\b|[a-z_.]{1,20}\s?[<>=]))"
OPEN = re.compile(
    r"(?:(?P<on>\s{0,3}(?:-{1,2}|\.{2,3})\s{0,3}(?:present|today|now)|\s{1,3}(?:to|until|till|through)\s(?:the\s)?(?:present|today|now|date)"
    rf"|\s{{1,3}}(?:onwards?|forwards?|em\sdiante|en\sadelante)|\s{{1,3}}(?-i:and|or)\s(?:later|after|newer|onwards?){_LAST})"
    rf"|\s{{1,3}}(?-i:and|or)\s(?:earlier|before|older){_LAST})(?![\w:=*?])",
    re.IGNORECASE,
)
# The sign of a range with one date: before it, or behind it, where a hyphen and `to` may go on as a sentence.
BEFORE = re.compile(r"(?:(?:[=(\[{,;]|\b(?:AND|OR|NOT))\s{0,3}|:)(?P<sign>:|\.{2,3})\s{0,3}\Z", re.IGNORECASE)
BEHIND = re.compile(rf"(?:\s{{0,3}}(?::|\.{{2,3}})(?!\w|\s{{0,9}}\d)|\s{{1,3}}(?:-|TO\b){_LAST})", re.IGNORECASE)
FAR = 20  # characters before a date that are looked at
_UNENDED = re.compile(r"\d[\d./-]{3,9}(?<=\d)-")


def opened(reader: Reader, context: Context, text: str, start: int, *, single: bool) -> tuple[str, str]:
    """Return a date without what behind it leaves its end open, and the relation that makes of the field's, saying so.

    Of a `single` one the sign of a range before or behind it opens it too.

    Raises QueryError, with a proposal, where there is but a hyphen.
    """
    scanner = reader.scanner
    bare, code = text.rstrip("-."), context.field.codes[0]
    whole = scanner.text[start : scanner.at].startswith(text)
    found = OPEN.match(scanner.text, start + len(bare) if whole else scanner.at)
    said, begin = ">=" if found and found["on"] else "<=", start
    if not found and single and context.relation == "=" and bare == text:
        before = BEFORE.search(scanner.text, max(start - FAR, 0), start)
        found = before or BEHIND.match(scanner.text, start + len(bare) if whole else scanner.at)
        said, begin = ("<=", before.start("sign")) if before else (">=", start)
    if found and context.relation in ("=", said, said[0]):
        scanner.at = max(scanner.at, found.end())
        relation = said if context.relation == "=" else context.relation
        reader.note(f"“{scanner.text[begin : scanner.at]}” was read as {code}{relation}{bare}.")
        return bare, relation
    if whole and context.relation == "=" and _UNENDED.fullmatch(scanner.text[start : scanner.at + 1].rstrip()):
        begin = scanner.prefix_before(start)
        instead = f"{code}>={bare}"
        message = f"“{text}” has no end; for this and what is later write {instead}."
        raise scanner.error(message, begin, scanner.at, instead if begin < start else None)
    return text, context.relation
