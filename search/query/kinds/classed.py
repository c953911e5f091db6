"""Values of classes: a symbol, a list of them, groups without their subclass; ranges and brackets of groups are refused."""

from __future__ import annotations

import re

from portal.standards import classes
from search.fields import BY_NAME, FieldKind, find
from search.query import recognise
from search.query.elsewhere import habits
from search.query.elsewhere.not_held import ELSEWHERE
from search.query.kinds import symbols
from search.query.reading import Context, Reader, joined
from search.query.tree import Node, Or, Pattern, Value

# Between the symbols of a list: a comma, or a blank that is not the one between a subclass and its group.
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?!\d{1,4}\s?/)|(?<=[\d/*])\s+(?=\d{1,4}/)")
# The version a front page prints behind a symbol; WIPO ST.8 has its date and more instead.
_VERSION = re.compile(
    r"\s{0,9}(?:[(\[](?:19|20)\d\d\.\d\d[)\]](?:\s?[IN](?=\s*(?:[,;)\n]|\Z|[A-H]\d\d[A-Z])))?|(?:19|20)\d{6}[A-Z]\w{2,14})(?!\w)",
    re.IGNORECASE,
)
# A symbol without a slash, which may be a word too: the mutation G12C, a mark of a model.
_BARE = re.compile(r"([A-HY]\d\d[A-Z])(?: ?\d{1,4}|-?\d{1,4}-\d{2,6})?[*+]?", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?<!\S)(?!(?:AND|OR|NOT)\s)[^\W\d_]{3,}\s{1,9}\Z", re.IGNORECASE)
_WORD_BEHIND = re.compile(r"\s{1,9}(?!(?:AND|OR|NOT)\s)[^\W\d_]{3,}(?![^\s),;])", re.IGNORECASE)
_MAY_BE_MONTH = re.compile(r"[A-HY]\d\d[A-Z]\s(0[1-9])/((?:19|20)\d\d)", re.IGNORECASE)  # no group begins with a zero
# Where an operand begins and ends.
_OPERATOR_BEFORE = re.compile(r"(?:\A|\(|(?<!\S)(?:AND|OR|NOT|ANDNOT))\s*\Z")
_OPERAND_ENDS = re.compile(r"\s*(?:[),;|]|(?:AND|OR|NOT|ANDNOT)(?!\S))", re.IGNORECASE)
_OPERATOR_BEHIND = re.compile(r"\s*(?:\Z|\)|(?:AND|OR|NOT|ANDNOT)(?!\S))")
_NEXT = r"(?=[A-HY]\d\d(?:[A-Z]|\W|$))"
_COMMA, _PRINTED = (re.compile(rf"\s{{0,3}}[,;\n/]\s*{_NEXT}", re.IGNORECASE), re.compile(rf"[\s,;]+{_NEXT}"))
_SLASH = re.compile(rf"/{_NEXT}", re.IGNORECASE)
# A group without its subclass, perhaps truncated, with Espacenet's `/low`, or a main group with nothing behind its slash.
_ANY_GROUP = r"\d{1,4}/(?:\d{2,6}|\d{0,6}[*+$?]|)(?:(?<=/)low|/low|)"
_GROUP = rf"({_ANY_GROUP})(?![\w/*?#-]|\.\w)"
_GROUP_BEHIND, _GROUP_BESIDE = re.compile(rf"\s?[,;]\s{{0,3}}{_GROUP}"), re.compile(rf"[\s,;]\s{{0,3}}{_GROUP}")
_ENDS, _NO_YEAR = r"\s*(?:\Z|[),;]|(?:AND|OR|NOT|ANDNOT)(?!\S))", r"(?!(?:19|20)\d\d)"
# In a list without a field a group stands behind a blank only where nothing but groups and symbols follow; it is no month of a year.
_GROUP_LAST = re.compile(
    rf"\s{{1,3}}(?!\d\d?/(?:19|20)\d\d(?!\d)){_GROUP}(?=(?:\s+{_ANY_GROUP})*(?:{_ENDS}|\s+[A-HY]\d\d[A-Z]))"
)
# A number that may be a main group, behind its subclass or as an operand behind another.
_NUMBER_LEFT = re.compile(
    rf"(?:[ :-]|\s?[,;]\s?)({_NO_YEAR}\d{{1,4}}(?:[*?#]|/\d{{2,6}})?)(?=(?:[ ,;]+\d{{1,4}})*(?:{_ENDS}|\s))"
)
_MAIN_ALONE = re.compile(rf"{_NO_YEAR}\d{{1,4}}(?={_ENDS})")
_MAIN_BEFORE = re.compile(
    r"(?<!\w)([A-HY]\d\d[A-Z])(?:[ -]?\d{1,4}(?:/\d{0,6})?)?\s+(?:AND|OR|NOT|ANDNOT)\s+\(?\s{0,3}\Z", re.IGNORECASE
)
_GROUPS_ALONE = re.compile(rf"\d{{1,4}}/\d{{2,6}}(?:-|\.\.|:|~)(?:\d{{1,4}}/)?\d{{1,6}}(?={_ENDS})")
_EXCLUDED = re.compile(r"(?:\bNOT\s{1,9}|(?<!\S)-)(?:\w{1,10}\s?[=:]\s?)?[(\s]{0,3}\Z", re.IGNORECASE)
# What stands behind a symbol and an operator, and what is before it there.
_GROUP_ALONE, _CLASS_ALONE = (re.compile(rf"{form}(?![\w/.*?#-])") for form in (_ANY_GROUP, r"[A-HY]\d\d"))
_CLASS_HINTED = re.compile(r"([A-HY]\d\d)[*?$+]?(?![\w/.*?#-])")
# A class of designs, marks or one office: Locarno 09-01, LOC (13) Cl. 09-01, Nice class 25, Vienna 26.4.1, U.S. Cl. 514/1, F-term 4C086.
_NOT_HELD = re.compile(
    r"(?:(?P<locarno>LOC(?=\s?\()|Locarno)|(?P<nice>Nice)|(?P<vienna>Vienna))(?:\s?\(\d\d?\))?"
    r"(?:\s+(?:classification|class(?:es)?|cl\.?|codes?))*\s?:?\s?(?:\d\d?[-.]\d\d?(?:\.\d\d?)?|(?<=[lns.] )\d\d?)(?![\w-])"
    r"|(?P<ccl>U\.?\s?S\.?\s?Cl(?:ass)?\.?\s?:?\s?\d{1,3}/\d)|(?P<fterm>F-?terms?\s?:?\s?\d[A-Z]\d{3}(?!\d))",
    re.IGNORECASE,
)
_SUBCLASS = re.compile(r"[A-HY]\d\d[A-Z]")
_SYMBOL, _OPERATOR = (
    r"[A-HY]\d\d(?:[A-Z](?:[ /:-]?\d{1,4}(?:/\d{0,6}[*+$?]?(?:/?low)?)?)?)?",
    r"(?:AND|OR|NOT|ANDNOT)(?=[\s(])|\|",
)
_LINK = rf"(?:[\s,;()]|{_OPERATOR})++"
_SYMBOL_BEFORE = re.compile(
    rf"(?<![\w\"])(?:([A-Z_.]{{1,20}})\s?[=:]\s?\(?)?{_SYMBOL}(?:{_LINK}(?:{_SYMBOL}|{_ANY_GROUP}))*({_LINK})\Z",
    re.IGNORECASE,
)
_OPERATOR_WITHIN = re.compile(_OPERATOR, re.IGNORECASE)
_SUBCLASS_LETTERS = 4
_CHAIN = 200  # characters of symbols before one that are looked at
_CLASSES = {subclass[:3] for subclass in classes.SUBCLASSES}
# A number behind a comma: `H01M4,10` are two main groups, `Y02E10/50,52` two subgroups of one.
_NUMBER_BEHIND = re.compile(
    r"[,;](\s{0,3})((?!(?:19|20)\d\d)\d{1,4})(?=\s*(?:\Z|[,;)]|(?:AND|OR|NOT|ANDNOT)(?!\w)))", re.IGNORECASE
)
_END_OF_RANGE = re.compile(rf"{_GROUP}|{recognise.CLASS.pattern}", re.IGNORECASE)
# A number that ends a range of groups: right behind the sign, or behind a blank where it is an operand of its own.
_NUMBER_TIGHT = re.compile(rf"(?<!\s){_NO_YEAR}\d{{1,6}}(?![\w/.*?#-])")
_NUMBER_APART = re.compile(rf"(?<=\s){_NO_YEAR}\d{{1,6}}(?={_ENDS})")
_HYPHEN_FOR_SLASH = re.compile(r"[A-HY]\d\d[A-Z]-?([1-9]\d{0,3})-(\d{2,6})", re.IGNORECASE)  # STN's 031 is no other
_NO_RANGES = "Classes have no ranges here; write the groups one by one, as ipc=(A61K31 OR A61K33)."
# A bracket of nothing but groups, or numbers of groups, behind what all of them belong to.
_MONTH = r"(?:\d\d?/(?:19|20)\d\d|(?:19|20)\d\d/(?:0[1-9]|1[0-2]))(?!\d)"
_GROUP_LEFT = re.compile(rf"\s{{1,3}}(?!{_MONTH}){_GROUP}")
_OF_SUBCLASS = rf"([A-HY]\d\d[A-Z]\s?)?(?!{_MONTH})({_ANY_GROUP})"
_JOINT = r"(?:\s{0,3}(?:[,;|]|(?:AND|OR|NOT|ANDNOT)\b)\s{0,3}|\s{1,3})"
_OF_GROUPS, _OF_NUMBERS, _OF_SEVERAL = (
    re.compile(rf"\s{{0,3}}[(\[{{]\s{{0,3}}({item}(?:{_JOINT}{item}){more})\s{{0,3}}[)\]}}]", re.IGNORECASE)
    for item, more in ((_OF_SUBCLASS, "*+"), (r"(\d{1,6})", "*+"), (rf"({_NO_YEAR}\d{{1,4}})", "++"))
)


def read(reader: Reader, context: Context) -> Node:
    """Read a symbol, or several in quotes."""
    symbols.refuse_slip(reader)
    scanner, start = reader.scanner, reader.scanner.at
    quoted = scanner.take_quoted()
    if quoted is not None and context.relation == "like":
        quoted = quoted.replace("%", "*")
    if quoted is not None and context.is_list:
        return reader.listed(context, [symbols.value(reader, context, one, start) for one in _several(quoted)])
    if quoted is None and (beside := _beside(reader, _GROUP_ALONE)):
        return _listed(reader, context, symbols.value(reader, context, beside, start))
    text = quoted if quoted is not None else scanner.take_match(recognise.CLASS_VALUE) or scanner.take_word()
    if quoted is not None and symbols.normal(quoted) is None:
        several = [*filter(symbols.normal, _several(quoted))]
        if len(several) > 1:
            message = "Several symbols need an operator between them, OR for any of them, AND for all."
            raise scanner.error(message, start, scanner.at, f"({' OR '.join(several)})")
    if quoted is None:
        _refuse_several(reader, start, explicit=True)
    node = symbols.value(reader, context, reader.needed(context, text), start)
    return node if quoted is not None else _listed(reader, context, node)


def _several(quoted: str) -> list[str]:
    """Return the symbols of a quoted list, a group without its subclass with that before it."""
    found = list[str]()
    for one in filter(None, _BETWEEN.split(quoted.strip())):
        before = symbols.normal(found[-1]) if found and "/" in found[-1] and one[0].isdigit() else None
        found.append(symbols.whole(before, one) if before else one)
    return found


def recognised(reader: Reader) -> Node | None:
    """Read the symbol that stands here without a field, with the groups and symbols that are listed behind it."""
    scanner, start = reader.scanner, reader.scanner.at
    context = Context(BY_NAME["class"])
    if beside := _beside(reader, _GROUP_ALONE) or _beside(reader, _CLASS_ALONE):
        return _listed(reader, context, symbols.value(reader, context, beside, start), _SLASH)
    if truncated := scanner.take_match(recognise.TRUNCATED_CLASS):
        return _listed(reader, context, symbols.value(reader, context, truncated, start), _SLASH)
    symbol = scanner.take_match(recognise.CLASS)
    if symbol is None:
        _hint(reader)
    if symbol is None or (written := symbols.normal(symbol)) is None or not _exists(reader, symbol):
        scanner.at = start
        return None
    _refuse_several(reader, start, explicit=False)
    if month := _MAY_BE_MONTH.fullmatch(symbol):
        date = f"{month[2]}-{month[1]}"
        reader.note(f"“{symbol}” was read as a class; for the month write {written[:4]} pd={date}.")
    first = symbols.begun(reader, context, symbol, start) or Value("class", written, scanner.span(start))
    return _listed(reader, context, first, _SLASH)


def _beside(reader: Reader, form: re.Pattern[str]) -> str:
    """Take a group without its subclass, or a class without one, behind an operator behind a symbol, and return it in its normal form.

    So 23/08 is in `C08L 23/06 NOT 23/08`, and A61 in `ipc=A61K NOT A61`; so is an operand of a bracket there. Nothing else is taken,
    and gives an empty text.
    """
    scanner = reader.scanner
    here = form.match(scanner.text, scanner.at)
    before = _SYMBOL_BEFORE.search(scanner.text, max(scanner.at - _CHAIN, 0), scanner.at) if here else None
    if before is None or here is None:
        return ""
    bracketed = "(" in before[2] and _OPERAND_ENDS.match(scanner.text, here.end()) and not re.match(_MONTH, here[0])
    if not (_OPERATOR_WITHIN.search(before[2]) or bracketed):
        return ""
    field, subclasses = find(before[1] or ""), _SUBCLASS.findall(before[0].upper())
    if not (field and field.kind is FieldKind.CLASS) and not any(one in classes.SUBCLASSES for one in subclasses):
        return ""
    typed = f"{subclasses[-1]} {here[0]}" if subclasses and form is _GROUP_ALONE else here[0]
    symbol = typed if recognise.TRUNCATED_CLASS.fullmatch(typed) else symbols.normal(typed)
    if symbol is None or symbol[:3] not in _CLASSES:
        return ""
    scanner.at = here.end()
    _say_beside(reader, here[0], symbol)
    return symbol


def _say_beside(reader: Reader, typed: str, symbol: str) -> None:
    reader.note(f"“{typed}” was read as the class {symbol}, as it stands beside one; as a word quote it.")


def _hint(reader: Reader) -> None:
    """Say of a class without its subclass, as A61, or a main group behind one, that it is sought as a word, where it is an operand of its own."""
    text, at = reader.scanner.text, reader.scanner.at
    _refuse_groups(reader)
    before = _MAIN_BEFORE.search(text, max(at - _CHAIN, 0), at)
    if before and (number := _MAIN_ALONE.match(text, at)):
        _say_left(reader, number[0], f"{before[1].upper()}{number[0]}")
    if other := _NOT_HELD.match(text, at):
        reader.note(ELSEWHERE[other.lastgroup or ""])
    here = _CLASS_HINTED.match(text, at)
    own = here and _OPERATOR_BEFORE.search(text, max(at - 20, 0), at) and _OPERATOR_BEHIND.match(text, here.end())
    if here and own and here[1] in _CLASSES:
        reader.note(f"“{here[0]}” is sought as a word; as a class write class={here[1]}.")


def _refuse_groups(reader: Reader) -> None:
    """Raise where a range of groups stands without its subclass behind a symbol, as in `A61K 31/00, 31/12-18`."""
    scanner, at = reader.scanner, reader.scanner.at
    groups = _GROUPS_ALONE.match(scanner.text, at)
    before = _SYMBOL_BEFORE.search(scanner.text, max(at - _CHAIN, 0), at) if groups else None
    subclasses = _SUBCLASS.findall(before[0].upper()) if before else []
    if groups and subclasses and subclasses[-1] in classes.SUBCLASSES:
        raise scanner.error(_NO_RANGES, at, groups.end())


def _say_left(reader: Reader, typed: str, symbol: str) -> None:
    reader.note(f"“{typed}” is sought as a word; as a class write {symbol.replace(' ', '')}.")


def _exists(reader: Reader, symbol: str) -> bool:
    """Return whether a symbol just taken is in the IPC or CPC where it may be a word too, and say what it was taken for.

    As an operand of its own it may be in a class that has several subclasses, though it is not known.
    """
    scanner = reader.scanner
    bare = _BARE.fullmatch(symbol)
    if bare is None:
        return True
    start, known = scanner.at - len(symbol), bare[1].upper()
    if known not in classes.SUBCLASSES:
        before, behind = scanner.text[max(start - 20, 0) : start], scanner.text[scanner.at : scanner.at + 20]
        if known[:3] in classes.GROWING and _OPERATOR_BEFORE.search(before) and _OPERATOR_BEHIND.match(behind):
            reader.note(f"“{symbol}” was read as a class, though no such one is known here; as a word quote it.")
            return True
        reader.note(f"“{symbol}” is sought as a word: no such class is known here; as one write class={symbol}.")
        return False
    if _WORD_BEFORE.search(scanner.text, max(start - 60, 0), start) or _WORD_BEHIND.match(scanner.text, scanner.at):
        reader.note(f"“{symbol}” was read as a class; as a word quote it.")
    return True


def _refuse_several(reader: Reader, start: int, *, explicit: bool) -> None:
    """Raise where a symbol that began at `start` goes on as a bracket of groups or a range; say of a hyphen that it was read as a slash."""
    scanner = reader.scanner
    typed = scanner.text[start : scanner.at]
    symbol = symbols.normal(typed)
    if symbol:
        _refuse_bracket(reader, start, symbol)
    _refuse_range(reader, start, explicit=explicit)
    if symbol and (hyphened := _HYPHEN_FOR_SLASH.fullmatch(typed)):
        if int(hyphened[2]) > int(hyphened[1]):
            message = f"“{typed}” may be a range, and classes have none here: write the groups one by one, or the group {symbol} with its slash."
            raise scanner.error(message, start, scanner.at)
        if int(hyphened[2]):
            reader.note(f"“{typed}” was read as the group {symbol}; classes have no ranges here.")


def _refuse_bracket(reader: Reader, start: int, symbol: str) -> None:
    """Raise where a bracket of groups stands behind what they belong to, as in `A61K (31/00 OR 33/00)` and `A61K31/(16 OR 19)`."""
    scanner, subclass = reader.scanner, symbol[:4]
    typed = scanner.text[start : scanner.at]
    if bracket := _OF_NUMBERS.match(scanner.text, scanner.at) if typed.endswith("/") else None:
        whole = re.sub(r"\d+", lambda number: f"{symbols.main_group(symbol)}/{number[0]:0>2}", bracket[1])
    elif bracket := _OF_GROUPS.match(scanner.text, scanner.at):
        of = re.compile(_OF_SUBCLASS, re.IGNORECASE)
        whole = of.sub(lambda group: f"{group[1] or subclass}{group[2]}", bracket[1])
        whole = f"{typed} AND ({whole})" if "/" in typed else whole
    elif bracket := _OF_SEVERAL.match(scanner.text, scanner.at) if symbol == subclass else None:
        whole = re.sub(r"\d+", lambda number: f"{subclass}{number[0]}", bracket[1])
    else:
        return
    message = f"The groups of a bracket are written each with its subclass: ({whole})."
    raise scanner.error(message, start, bracket.end(), f"({whole})")


def _refuse_range(reader: Reader, start: int, *, explicit: bool) -> None:
    """Raise where a symbol that began at `start` goes on to the end of a range, which without a field looks like one.

    Of a range within a main group that group is proposed, which takes in all of it; not where it would exclude more than was meant.
    """
    scanner = reader.scanner
    behind = habits.RANGE_OF_CLASSES.match(scanner.text, scanner.at)
    first = symbols.normal(scanner.text[start : scanner.at]) or ""
    if behind is None:
        return
    last = _END_OF_RANGE.match(scanner.text, behind.end())
    if last is None and "/" in first:
        last = _NUMBER_TIGHT.match(scanner.text, behind.end()) or _NUMBER_APART.match(scanner.text, behind.end())
    if last is None and not explicit:
        return
    typed = scanner.text[start : scanner.at].partition("/")
    excluded = _EXCLUDED.search(scanner.text, max(start - 30, 0), start)
    if (
        last
        and not excluded
        and typed[2].strip()
        and symbols.main_group(first) == symbols.main_group(symbols.whole(first, last[0]))
    ):
        raise scanner.error(_NO_RANGES, start, last.end(), symbols.main_group(first))
    raise scanner.error(_NO_RANGES, start, behind.end())


def _listed(reader: Reader, context: Context, first: Value | Pattern, between: re.Pattern[str] | None = None) -> Node:
    """Read the rest of a list of symbols behind its first: with commas or on lines, or as a front page prints them.

    A group without its subclass, as in `A61K 31/00; 31/12`, is one of the subclass before it.
    """
    scanner, nodes = reader.scanner, [first]
    group = _GROUP_BESIDE if context.explicit else _GROUP_BEHIND
    versioned = pass_version(reader)
    while True:
        last = nodes[-1].value if isinstance(nodes[-1], Value) else nodes[-1].pattern
        behind = group.match(scanner.text, scanner.at) or _GROUP_LAST.match(scanner.text, scanner.at)
        if "/" in last and behind:
            scanner.at = behind.end()
            nodes.append(symbols.value(reader, context, symbols.whole(last, behind[1]), behind.start(1)))
        elif "*" not in last and (behind := _NUMBER_BEHIND.match(scanner.text, scanner.at)):
            symbol = _numbered(
                last, behind[2], main=last.endswith("/00") and scanner.text[scanner.at - 3 : scanner.at] != "/00"
            )
            if symbol and behind[1] and not context.explicit:
                _say_left(reader, behind[2], symbol)
                symbol = ""
            if not symbol:
                break
            scanner.at = behind.end()
            _say_beside(reader, behind[2], symbol)
            nodes.append(Value(context.field.name, symbol, scanner.span(behind.start(2))))
        elif behind := (between or (_PRINTED if versioned else _COMMA)).match(scanner.text, scanner.at):
            start = scanner.at = behind.end()
            nodes.append(symbols.value(reader, context, scanner.take_match(recognise.CLASS_VALUE) or "", start))
        else:
            form = _GROUP_LEFT if "/" in last else _NUMBER_LEFT
            if len(last) >= _SUBCLASS_LETTERS and (left := form.match(scanner.text, scanner.at)):
                _say_left(reader, left[1], f"{last[:4]}{left[1]}")
            break
        versioned = pass_version(reader)
    if len(nodes) > 1:
        where = f"behind {context.field.codes[0]}=" if context.explicit else "without a field"
        reader.note(f"The symbols {where} were read as a list: any of them; for all write AND between.")
    return joined(Or, nodes)


def _numbered(last: str, number: str, *, main: bool) -> str:
    """Return the group a number behind a comma is: beside a `main` group another of its subclass, else a subgroup of the same."""
    group = f"{int(number)}/00" if main else f"{last[4:].partition('/')[0]}/{number:0>2}"
    return symbols.normal(f"{last[:4]} {group.strip()}") or ""


def pass_version(reader: Reader) -> bool:
    """Pass over the version of the IPC or CPC behind a symbol, as `(2006.01)`, and return whether one stands there."""
    version = _VERSION.match(reader.scanner.text, reader.scanner.at)
    if version is None:
        return False
    reader.scanner.at = version.end()
    reader.note(f"“{version[0].strip()}”, the version of the classification, was left out.")
    return True
