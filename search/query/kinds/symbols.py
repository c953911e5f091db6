"""A class symbol: a section, class, subclass or group of the IPC and the CPC, and how it is spelt elsewhere."""

from __future__ import annotations

import re

from portal.standards import classes
from search.query import recognise
from search.query.reading import Context, Reader
from search.query.tree import Pattern, Value

LOW = "=/low"  # Espacenet's relation: with the groups below
_FILLED = re.compile(r"([a-hy]\d\d[a-z])(?=0)(\d{4})(\d{1,5})")  # C01B003312, without the zeros at its end
_MAIN_GROUP = re.compile(r"([a-hy]\d\d[a-z])\s?0{0,3}([1-9]\d{0,3})")
_WITHOUT_SLASH = re.compile(r"^([a-hy]\d\d[a-z])[- ]?(\d{1,4})[- ](\d{2,6})$")  # STN's A61K031-00, and C01B33 12
# The letter O for a zero behind the slash, as in A61K31/OO; another sign for the slash, or before the group.
_SLIP = re.compile(
    r"([A-HY]\d\d[A-Z])(?:[ _.\\-]?(\d{1,4})(?:/{1,2}|[._\\])([\dO]{2,6})|/(\d{1,4}))(?![\w/*?#+$-]|\.\d)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"([A-HY])([\dOIL]{2})([A-Z])(?=[ -]?\d{1,4}/\d{2,6}(?!\w))", re.IGNORECASE)  # HO4L 29/06
_FIGURES = str.maketrans("OIL", "011")
_PADDED = re.compile(r"/(\d{4})00$")  # WIPO ST.8's six figures of a subgroup, zeros at its end
_GAP, _TWO_GROUPS = re.compile(r"\d \d"), re.compile(r"/ \d+/$")
# `?` that stands for whatever is below, as DEPATISnet and STN write it: behind a subclass, a slash or a filled group.
_ANY_BELOW = re.compile(r"^([a-hy]\d\d[a-z](?:-?\s?\d{1,4}(?=[/-]\?)|0\d{3}|))[/-]?\?$")
_BLANK_BEFORE_SIGN = re.compile(r"\s+(?=[/*?])")
_HYPHEN = re.compile(r"^([a-hy]\d\d[a-z])[:-](?=\d)")
# The number of a main group with truncation right behind it; one with zeros before it, or four digits, is whole.
_BEGUN = re.compile(r"([A-HY]\d\d[A-Z])\s?-?\s?([1-9]\d{0,2})[*+$]{1,3}", re.IGNORECASE)
_SLASHED = re.compile(r"^([a-hy]\d\d[a-z])/(?=\d{1,4}/)")
_FILLED_BEGUN = re.compile(r"([A-HY]\d\d[A-Z])(?=0)(\d{4})(\d{1,5})([*?+$])", re.IGNORECASE)  # A61K003112*
_TO_GROUP = re.compile(r"(?<=\d[A-Z])[ -]?0{0,3}([1-9])", re.IGNORECASE)
_ANY_FIGURES = re.compile(r"[*+$]+")
_TRUNCATED = re.compile(r"[A-Z](?=[^*?#]*[*?#])(?!.*[\d*?#]\s?-)[\w*?#/ -]*", re.IGNORECASE | re.ASCII)


def refuse_slip(reader: Reader) -> None:
    """Raise where a symbol has the letter O for a zero, or another sign than its slash, as in `A61K31.00` and `A61K/31`."""
    scanner = reader.scanner
    if typed := _LETTERS.match(scanner.text, scanner.at):
        meant = f"{typed[1]}{typed[2].upper().translate(_FIGURES)}{typed[3]}".upper()
        if meant in classes.SUBCLASSES and not typed[2].isdigit():
            message = f"“{typed[0]}” has a letter where a class has a figure; write {meant}."
            raise scanner.error(message, *typed.span(), meant)
    slip = _SLIP.match(scanner.text, scanner.at)
    if slip is None or slip[1].upper() not in classes.SUBCLASSES or normal(slip[0]):
        return
    digits = (slip[3] or "").upper().replace("O", "0")
    meant = f"{slip[1]}{slip[2]}/{digits}".upper() if digits else f"{slip[1]}{slip[4]}".upper()
    if normal(meant):
        wrong = (
            "has the letter O where a class has a zero"
            if digits != (slip[3] or "")
            else "is not how a class is written"
        )
        raise scanner.error(f"“{slip[0]}” {wrong}; write {meant}.", *slip.span(), meant)


def value(reader: Reader, context: Context, text: str, start: int) -> Value | Pattern:
    """Return the symbol, the symbols that begin so, or raise QueryError: the text, taken from `start` on, is none."""
    scanner, name = reader.scanner, context.field.name
    if several := begun(reader, context, text, start):
        return several
    text = _FILLED_BEGUN.sub(lambda begun: f"{begun[1]}{int(begun[2])}/{begun[3]}{begun[4]}", text)
    if recognise.TRUNCATED_CLASS.fullmatch(text):
        text = _ANY_FIGURES.sub("*", _TO_GROUP.sub(r"\1", text))
    elif symbol := normal(text) or _any_below(text):
        exact = context.relation == "==" and not text.rstrip().endswith("*")
        say_what_is_below(reader, symbol, exact=exact, low="/low" in text.lower() or context.relation == LOW)
        return Value(name, symbol, scanner.span(start), exact=exact and "/" in symbol)
    if _TRUNCATED.fullmatch(text):
        if "?" in text:
            reader.note("“?” stands for one figure of a class or none; for any number of them write *.")
        compact = text.upper().replace(" ", "")
        whole = None if recognise.TRUNCATED_CLASS.fullmatch(compact) else normal(compact)
        return Value(name, whole, scanner.span(start)) if whole else Pattern(name, compact, scanner.span(start))
    message = (
        f"“{text[:40]}” is not a class symbol. Type a section, class, subclass or group: A, A61, A61K, A61K 31/00."
    )
    raise scanner.error(message, start, scanner.at)


def begun(reader: Reader, context: Context, text: str, start: int) -> Pattern | None:
    """Return the main groups whose numbers begin as in `C01B3*`, and say so; None where a symbol is whole."""
    number = _BEGUN.fullmatch(text.strip())
    if number is None:
        return None
    main = f"{number[1]}{number[2]}".upper()
    reader.note(f"“{text}” takes in every main group whose number begins with {number[2]}; for one write {main}.")
    return Pattern(context.field.name, f"{main}*", reader.scanner.span(start))


def _any_below(text: str) -> str | None:
    """Return the normal form of `F04D 3 13/?` and the like, which without its blanks is one truncated at its slash."""
    compact = "".join(text.split())
    return normal(compact) if _ANY_BELOW.match(compact.lower()) else None


def say_what_is_below(reader: Reader, symbol: str, *, exact: bool, low: bool) -> None:
    """Say where a symbol is searched with or without the groups below it, and that was not asked."""
    if exact and "/" not in symbol:
        reader.note(f"“{symbol}” takes in everything below it; only a group can be searched alone, as ==A61K31/00.")
    if low and "/" in symbol and not symbol.endswith("/00"):
        main = symbol.split("/", maxsplit=1)[0].replace(" ", "")
        reader.note(
            f"Which groups lie below {symbol} is not known here: it is searched alone. {main} takes in all of them."
        )


def normal(text: str) -> str | None:
    """Return a class, subclass or group in its normal form, as `A61K 31/00`, or None.

    A main group may lack its `/00`, and a hyphen may stand before the group. Truncation at the end and Espacenet's `/low` ask
    for what a symbol takes in anyway.
    """
    text = _BLANK_BEFORE_SIGN.sub("", " ".join(text.lower().split())).removesuffix("/low").rstrip("*+$")
    if _TWO_GROUPS.search(text):
        return None
    text = _ANY_BELOW.sub(r"\1", text).rstrip("/")
    text = _HYPHEN.sub(r"\1 ", _WITHOUT_SLASH.sub(r"\1 \2/\3", text))
    text = _SLASHED.sub(r"\1 ", _PADDED.sub(lambda padded: f"/{padded[1].rstrip('0'):0<2}", text))
    if filled := _FILLED.fullmatch(text):
        text = f"{filled[1]} {int(filled[2])}/{filled[3]:0<2}"
    if group := _MAIN_GROUP.fullmatch(text):
        text = f"{group[1]} {group[2]}/00"
    if _GAP.search(text):  # one digit behind a blank: nobody knows which group
        return None
    below = [*classes.ipc_path(text)][-1:]
    return classes.cpc(text) or (f"{below[0][:4]} {below[0][4:]}".rstrip() if below else None)


def main_group(symbol: str) -> str:
    """Return `A61K31` of `A61K 31/12`."""
    return symbol.partition("/")[0].replace(" ", "")


def whole(before: str, group: str) -> str:
    """Return the symbol of a group that stands without its subclass, or its main group, behind another."""
    if group[0].isalpha():
        return normal(group) or ""
    return f"{before[:4]} {group}" if "/" in group else f"{main_group(before)}/{group}"
