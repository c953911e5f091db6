"""Values of closed lists: office, right, kind, language, status, year, has."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping

from portal.standards import languages, offices
from search.fields import BY_NAME, HAS, PARTS, Field, FieldKind
from search.query.elsewhere import habits
from search.query.kinds import dates, open_ends
from search.query.kinds.precision import Precision, precision
from search.query.reading import Context, Reader, joined
from search.query.tree import Node, Or, Pattern, Range, Value

_KIND = re.compile(r"[A-Z]\d{0,2}")
_YEAR = re.compile(r"1[789]\d\d|20\d\d")
_YEARS = re.compile(
    rf"\"?\d{{4}}\s{{0,3}}(?:\.\.|-|:|TO\b)|\"?(?::|\.\.)\d{{4}}|[\[{{\]]|\d{{4}}{open_ends.OPEN.pattern}|\d{{3}}\[\d-\d\]",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?:{'|'.join(PARTS)})\.([a-z]{{2}})(?:\.machine)?")
_COMMA = re.compile(r"\s?[,;]\s{0,3}(?=\w)")  # a list without brackets, as cc=VN,TH
_SQUARE = re.compile(
    r"\s*(\[(?![^\[\]]*\sTO\s)([^\[\]()]*[\w\"*][\s,;|]+[\w\"][^\[\]()]*)\])", re.IGNORECASE
)  # no range
_SHORT = 3  # letters of which three are no likeness, as of AND and Uganda
_BEGINNING = {"office": 5}  # letters that tell a value by its beginning; fewer may be a word or a code
_MOST_WORDS = 4
SINGLE = ("office", "right", "status", "year")  # of which a record has one value
_CODE = re.compile("[A-Z]{2}", re.IGNORECASE)  # as an office's looks


def read(reader: Reader, context: Context) -> Node:
    """Read a value, several in quotes (any of them; with `all` all of them, where a record may have several), or years."""
    scanner = reader.scanner
    if context.field.name == "year" and context.relation == "=":
        dates.refuse_said(reader, context)
    if context.field.name == "year" and (
        context.relation in dates.COMPARISONS
        or _YEARS.match(scanner.text, scanner.at)
        or open_ends.BEFORE.search(scanner.text, max(scanner.at - open_ends.FAR, 0), scanner.at)
    ):
        return _years(reader, context)
    name, start = context.field.name, scanner.at
    quoted = scanner.take_quoted()
    if quoted is not None and choice(name, quoted) is None:
        words = [word for word in re.split(r"[\s,;]+", quoted) if word]
        one = not context.is_list or name in SINGLE
        _say_any(reader, context, len(words))
        return reader.listed(context, [_value(reader, context, word, start) for word in words], alternatives=one)
    first = reader.needed(context, quoted or _some_words(reader, name))
    slashed = [first] if choice(name, first) is not None else re.split("[/,;]", first)
    if not all(choice(name, piece) is not None or habits.WILDCARD.search(piece) for piece in slashed):
        slashed = [first]
    nodes = [_value(reader, context, piece, start) for piece in slashed]
    while comma := _COMMA.match(scanner.text, scanner.at):
        before, scanner.at = scanner.at, comma.end()
        if choice(name, more := _some_words(reader, name)) is None:
            scanner.at = before
            break
        nodes.append(_value(reader, context, more, comma.end()))
    _say_any(reader, context, len(nodes))
    return joined(Or, nodes)


def _say_any(reader: Reader, context: Context, values: int) -> None:
    """Say that any of several values is asked for, where a record may have them all and nobody asked for any or for all."""
    if values > 1 and not context.is_list and context.field.name not in SINGLE:
        code = context.field.codes[0]
        reader.note(f"The values behind {code}= were read as a list: any of them; for all of them write AND between.")


def _years(reader: Reader, context: Context) -> Node:
    """Read a range of years of first publication; raises QueryError for days and months, which only dates have."""
    start = reader.scanner.at
    node = dates.read(reader, context)
    if isinstance(node, Range) and precision(node.low, node.high) is not Precision.YEAR:
        message = "The year of first publication is asked in whole years; for days and months write pd=."
        raise reader.scanner.error(message, start, reader.scanner.at)
    if isinstance(node, Range) and node.low and node.high and node.low.year == node.high.year:
        return Value(node.field, str(node.low.year), node.span)
    return node


def _some_words(reader: Reader, name: str) -> str:
    """Take up to four words where together they are a value, as `Viet Nam`; else one word."""
    scanner, start = reader.scanner, reader.scanner.at
    ends = [start]
    while len(ends) <= _MOST_WORDS and not scanner.operator() and not scanner.prefix() and scanner.take_word():
        ends.append(scanner.at)
        if scanner.text[scanner.at : scanner.at + 1] != " ":
            break
    whole = (end for end in reversed(ends[1:]) if choice(name, scanner.text[start:end]) is not None)
    scanner.at = next(whole, ends[:2][-1])
    return scanner.text[start : scanner.at]


def _value(reader: Reader, context: Context, text: str, start: int) -> Node:
    scanner, field = reader.scanner, context.field
    value = choice(field.name, text)
    if several := habits.SEVERAL.get(field.name, {}).get(value or ""):
        meant = " OR ".join(several)
        reader.note(f"“{text}” was read as {field.codes[0]}=({meant}), as elsewhere; for one of them write that alone.")
        return Or(tuple(Value(field.name, one, scanner.span(start)) for one in several))
    if value is not None:
        if field.name == "year" and value != text:
            reader.note(f"“{text}” was read in the Buddhist calendar, as {value}.")
        # A letter alone stands for all its kinds, B for B1, B2, …, unless it is asked for itself.
        exact = context.relation == "==" and field.name == "kind" and len(value) == 1
        return Value(field.name, value, scanner.span(start), exact=exact)
    if habits.WILDCARD.search(text) and text.strip("*?#") and not re.search("[,;]", text):
        return Pattern(field.name, text, scanner.span(start))
    if field.name == "office" and _CODE.fullmatch(text):
        reader.note(f"“{text}” is no office’s code in WIPO ST.3: no record can have it.")
        return Value(field.name, text.upper(), scanner.span(start))
    if (kinds := habits.STAGES.get(text.lower())) and field.name in ("status", "kind"):
        message = f"“{text}” is no {field.label} here: it shows in the kind code, as kd={kinds}."
        raise scanner.error(message, scanner.prefix_before(start), scanner.at, f"kd={kinds}")
    message = f"“{text[:40]}” is not a value of {field.label}. {field.help}"
    raise scanner.error(message, start, scanner.at, similar(field, text) or None)


def _language(text: str) -> str | None:
    code = languages.repair(text, "")
    if code in languages.LANGUAGES:
        return code
    names = {language.name.lower(): code for code, language in languages.LANGUAGES.items()}
    return names.get(text.lower())


def _element(text: str) -> str | None:
    low = text.lower()
    part = _PART.fullmatch(low)
    return low if low in HAS or (part and part[1] in languages.LANGUAGES) else None


_OPEN_LISTS: Mapping[str, Callable[[str], str | None]] = {
    "office": offices.find,
    "kind": lambda text: text.upper() if _KIND.fullmatch(text.upper()) else None,
    "language": _language,
    "has": _element,
    "year": lambda text: year if _YEAR.fullmatch(year := dates.in_gregorian(text)) else None,
}


def choice(name: str, text: str) -> str | None:
    """Return the value of a keyword field that `text` means, in any case, or the word for several, or None."""
    text = " ".join(text.split())
    if name in _OPEN_LISTS:
        return _OPEN_LISTS[name](text)
    low = text.lower()
    value = habits.SYNONYMS.get(name, {}).get(low, low)
    return value if value in (*BY_NAME[name].values, *habits.SEVERAL.get(name, ())) else None


def similar(field: Field, text: str, least: float = 0.65) -> str:
    """Return the value one of a keyword field may have been meant for that is its beginning or at least so alike, or an empty string."""
    known = {value: value for value in field.values}
    if field.name == "office":
        known = {name.lower(): code for code, name in offices.OFFICES.items()}
    elif field.name == "language":
        known = {language.name.lower(): code for code, language in languages.LANGUAGES.items()}
    names = {name.lower(): code for name, code in offices.NAMES.items()} if field.name == "office" else known
    begun = {value for name, value in names.items() if name.startswith(text.lower())}
    if len(text) >= _BEGINNING.get(field.name, _SHORT) and len(begun) == 1:
        return begun.pop()
    least = max(least, 0.8) if len(text) <= _SHORT else least
    return known.get(next(iter(difflib.get_close_matches(text.lower(), known, 1, least)), ""), "")


def in_round_brackets(text: str, at: int, field: Field) -> str:
    """Return a query with round brackets for square ones around several values behind a field, as `cc=[br vn]`; else as it is."""
    several = None if field.kind is FieldKind.DATE or field.name == "year" else _SQUARE.match(text, at)
    return f"{text[: several.start(1)]}({several[2]}){text[several.end(1) :]}" if several else text
