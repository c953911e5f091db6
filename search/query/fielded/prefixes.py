"""From a field prefix as written, in whichever system's code, to the field it means here."""

from __future__ import annotations

import re

from portal.standards import languages, offices
from search.analysis.function_words import function_words
from search.fields import BY_CODE, BY_NAME, Field, FieldKind, find, nearest
from search.query import recognise
from search.query.elsewhere import habits, not_held
from search.query.kinds import lists
from search.query.kinds.dates import COMPARISONS
from search.query.kinds.symbols import LOW
from search.query.reading import Context, Reader
from search.query.written_fields import Prefix

_WORDY = {FieldKind.NAME: FieldKind.TEXT}  # fields that take the same values
_LONG = 5  # letters in capitals that are a word rather than a code, as in NORMAL:ISO
_COMPARED_YEAR = re.compile(r"\s*[\"'(]?(?:1[89]|20)\d\d(?:\d\d){0,2}(?![\w%°.])")
_PLAIN = re.compile(r"\s*[^\W\d_]{3,}(?!\w)")
_DAY = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|this|next|before|after|since|until|up|between|from|during)",
    re.IGNORECASE,
)
_VALUE = 60  # characters that have the longest value of a closed list
_SHORT = 3  # letters of a code that is as likely a word or a sign, as pH
# How the values of a field look, as far as tells that a mistyped code was not meant for it.
_LOOKS = {
    FieldKind.DATE: re.compile(r"(?:[A-Z]{3,9} )?\d|\*|today|now", re.IGNORECASE),
    FieldKind.NUMBER: re.compile(r".*\d|[A-Z]{2}\*?$", re.IGNORECASE),
    FieldKind.CLASS: re.compile(r"[A-HY]\d", re.IGNORECASE),
    FieldKind.TEXT: re.compile(r".*[^\W\d_]|\*"),
    FieldKind.NAME: re.compile(r".*[^\W\d_]|\*"),
}
_DIGITS = re.compile(r"\s*(\d{6,14})(?:[./-]\d)?(?![\w*?#/-])")
_FIRST_VALUE = re.compile(r'[\s(\[]*(?:"([^"]*)|([^\s()]+))')

_KIND = re.compile(r"\s*([A-Z]\d)(?!\w)", re.IGNORECASE)

# What to write for a modifier of CQL.
_MODIFIED = {
    "fuzzy": "; for words that differ in a letter write ~ behind the word, as silica~",
    "phonetic": "; for words that differ in a letter write ~ behind the word, as silica~",
    "stem": "; for other endings write *, as comput*",
    "partial": "; for other endings write *, as comput*",
    "substring": "; for a part of a word write * around it, as *silic*",
    "regexp": "; write * for any letters, ? for one or none, # for exactly one",
}


def opened(prefix: Prefix, reader: Reader) -> tuple[Context, str]:
    """Take a prefix and return its field, and the language it confines the search to (`ES_TI:`) or nothing.

    Raises QueryError for a code that is none, with the nearest one as proposal.
    """
    reader.scanner.at = prefix.end
    code, language = prefix.code.lower(), ""
    if code in habits.AMBIGUOUS:
        code = _decided(code, prefix, reader)
    elif prefix.colon and prefix.code == "PD":
        code = _patentscope_date(reader)
    elif (parts := habits.of_language(code)) and find(code) is None:
        language, code = parts
        reader.note(
            f"“{prefix.code}” was read as {code}= in records with text in {languages.name(language)}; English is searched too."
        )
    field = BY_NAME.get(code) or find(code)
    if field is None:
        raise _unknown(prefix, reader)
    if number := _number_behind(prefix, field, reader):
        return number, language
    _refuse_word(prefix, field, reader)
    if prefix.relation == LOW and field.kind is not FieldKind.CLASS:
        message = f"“/low” takes in the groups below a class; {field.label} has none."
        raise reader.scanner.error(message, prefix.start, prefix.end, f"{prefix.code}=")
    if said := not_held.MEANT.get(code):
        reader.note(f"“{prefix.code}” was read as {field.codes[0]}=: {said}")
    if reader.scanner.text[prefix.end - 1] == "/" and _may_be_words(prefix, reader):
        reader.note(f"“{prefix.code}/” was read as {field.codes[0]}=, as the USPTO writes it; as words quote them.")
    _say_of_relation(prefix, field, reader)
    office = "WO" if code == "wo" else ""  # of PATENTSCOPE: the international publication
    return Context(field, explicit=True, relation=_relation(prefix, code, field.kind), office=office), language


def _number_behind(prefix: Prefix, field: Field, reader: Reader) -> Context | None:
    """Return the field of numbers where a colon stands between an office, which is the code of a text too, and its number: `de: 102015123456`."""
    office, digits = prefix.code.upper(), _DIGITS.match(reader.scanner.text, prefix.end)
    worded = field.kind in (FieldKind.TEXT, FieldKind.NAME) and office in offices.OFFICES
    worded = worded and prefix.code.lower() not in habits.AMBIGUOUS
    if not (prefix.colon and worded and digits and recognise.has_form(f"{office} {digits[1]}")):
        return None
    reader.note(f"“{prefix.code}:” was read as the office of a number; for {field.label} write {field.codes[0]}=.")
    return Context(BY_NAME["number"], explicit=True, office=office)


def _may_be_words(prefix: Prefix, reader: Reader) -> bool:
    """Return whether a code and its value with a slash between may be words as well: in/petrobras, or two metals, TI/SI."""
    value = _FIRST_VALUE.match(reader.scanner.text, prefix.end)
    metals = {prefix.code, value[2] or ""} if value else set[str]()
    return prefix.code in habits.WORDS_TOO or (bool(metals) and metals <= habits.METALS)


def opened_list(prefix: Prefix, reader: Reader) -> tuple[Context, tuple[str, ...]]:
    """Take a prefix of several codes, as `ti,ab=`, and return the first field and the names of all of them.

    Raises QueryError where one is no code of a single field, or they are not of one kind.
    """
    reader.scanner.at = prefix.end
    fields = [find(code) for code in prefix.codes]
    for code, field in zip(prefix.codes, fields, strict=True):
        if field is None:
            at = reader.scanner.text.index(code, prefix.start)
            message = f"“{code}” cannot stand in a list of fields; search it apart, with OR between."
            raise reader.scanner.error(message, at, at + len(code))
    known = list(dict.fromkeys(field for field in fields if field is not None))
    if len({_WORDY.get(field.kind, field.kind) for field in known}) > 1:
        instead = " OR ".join(f"{field.codes[0]}=…" for field in known)
        message = f"These fields do not take the same values; search them apart, as {instead}."
        raise reader.scanner.error(message, prefix.start, prefix.end)
    _say_of_relation(prefix, known[0], reader)
    relation = _relation(prefix, prefix.codes[0].lower(), known[0].kind)
    return Context(known[0], explicit=True, relation=relation), tuple(field.name for field in known)


def _say_of_relation(prefix: Prefix, field: Field, reader: Reader) -> None:
    if prefix.modifiers:
        instead = next((hint for name, hint in _MODIFIED.items() if name in prefix.modifiers.lower()), "")
        reader.note(f"“{prefix.modifiers}” was left out{instead}.")
    if prefix.relation == "==" and field.kind in (FieldKind.TEXT, FieldKind.NAME):
        reader.note(
            f"“==” was read as “=”: {field.label} is searched for words and phrases, not as a whole; for words next to each other "
            "quote them."
        )


def _relation(prefix: Prefix, code: str, kind: FieldKind) -> str:
    """`==` is more than `=` for classes and kinds only."""
    if kind is FieldKind.CLASS and (code in habits.EXACT or prefix.relation == "=="):
        return "=="
    return "=" if prefix.relation == "==" and kind is not FieldKind.KEYWORD else prefix.relation


def _patentscope_date(reader: Reader) -> str:
    """Return the code PD means, and say so: of the priority date beside PATENTSCOPE's own codes, else of the publication date."""
    if habits.PATENTSCOPE.search(reader.scanner.text):
        reader.note("“PD” was read as the priority date, as in PATENTSCOPE; for the publication date write DP or pd=.")
        return "prd"
    reader.note("PD is the publication date here; for the priority date, as in PATENTSCOPE, write prd=.")
    return "pd"


def _decided(code: str, prefix: Prefix, reader: Reader) -> str:
    """Return the field name an ambiguous code means before the value that follows, and say so."""
    shape, *meanings = habits.AMBIGUOUS[code]
    first = _FIRST_VALUE.match(reader.scanner.text[prefix.end : prefix.end + 80])
    value = (first[1] or first[2] or "") if first else ""
    name, otherwise = meanings[0] if shape.match(value) else meanings[1]
    reader.note(f"“{prefix.code}” was read as {BY_NAME[name].label}; {otherwise}.")
    return name


def _is_likely(prefix: Prefix, field: Field, reader: Reader) -> bool:
    """Return whether a field may have been meant by a mistyped code: the code looks like one, the value like one of the field."""
    text, code = reader.scanner.text, prefix.code
    spoken = prefix.colon and text[prefix.end : prefix.end + 1].isspace()
    if len(code) <= _SHORT and (spoken or not (code.islower() or code.isupper() or code.istitle())):
        return False
    match = _FIRST_VALUE.match(text[prefix.end : prefix.end + 80])
    value = (match[1] or match[2] or "") if match else ""
    if not value:
        return True
    if field.kind is FieldKind.KEYWORD:
        return lists.choice(field.name, value) is not None or (len(code) > _SHORT and bool(lists.similar(field, value)))
    return _LOOKS[field.kind].match(value) is not None


def _unknown(prefix: Prefix, reader: Reader) -> Exception:
    written = reader.scanner.text[prefix.start : prefix.end].rstrip()
    end = prefix.start + len(prefix.code)
    if hint := not_held.ELSEWHERE.get(prefix.code.lower()):
        value, instead = _asked_elsewhere(prefix, reader)
        return reader.scanner.error(hint, prefix.start, end + value, instead)
    guess = nearest(prefix.code)
    if guess and _is_likely(prefix, BY_CODE[guess], reader):
        message = f"“{prefix.code}” is not a field. The nearest is {guess}= ({BY_CODE[guess].label})."
        return reader.scanner.error(message, prefix.start, end, guess)
    if recognise.CLASS.match(reader.scanner.text[prefix.end : prefix.end + _VALUE].lstrip()):
        guess = next((code for code in ("cpc", "ipc") if code in prefix.code.lower()), "class")
        message = f"“{prefix.code}” is not a field; a class is sought with ipc=, cpc= or, in both, class=."
        return reader.scanner.error(message, prefix.start, prefix.end, f"{guess}=")
    if (
        prefix.relation not in ("=", "==")
        or written[-1].isalpha()
        or prefix.code.isupper()
        or re.search(r"\w[._]\w", prefix.code)
    ):
        message = f"“{prefix.code}” is not a field; fields go by their codes, as pd=. If it is a word, quote it."
        if not _is_word(prefix, reader):
            return reader.scanner.error(message, prefix.start, end)
        return reader.scanner.error(message, prefix.start, prefix.end, f"{prefix.code} ")
    message = f"“{prefix.code}” is not a field. If it is a word, leave out “{written[-1]}” or quote it."
    return reader.scanner.error(message, prefix.start, prefix.end, f"{prefix.code} ")


def _asked_elsewhere(prefix: Prefix, reader: Reader) -> tuple[int, str | None]:
    """Return how many characters behind another system's code its value takes, and what asks for it here; none where nothing does."""
    text, code = reader.scanner.text, prefix.code.lower()
    known = not_held.INSTEAD.get(code, {})
    if "patent" in known and (kind := _KIND.match(text, prefix.end)):
        return kind.end() - prefix.start - len(prefix.code), f"kd={kind[1].upper()}"
    for value in sorted(known, key=len, reverse=True):
        if found := re.compile(rf"\s*([(\"]?){re.escape(value)}(?![\w.])[)\"]?", re.IGNORECASE).match(text, prefix.end):
            return found.end() - prefix.start - len(prefix.code), known[value]
    return 0, None


def _is_word(prefix: Prefix, reader: Reader) -> bool:
    """Return whether an unknown code is rather a word before a sign, as in `purity > 95%`, than another system's code of a field."""
    dated = _COMPARED_YEAR.match(reader.scanner.text, prefix.end)
    if not prefix.code.isalpha() or prefix.relation.isalpha() or (dated and prefix.relation not in ("=", "==")):
        return False
    return (
        not prefix.code.isupper()
        or len(prefix.code) == 1
        or (len(prefix.code) >= _LONG and _PLAIN.match(reader.scanner.text, prefix.end) is not None)
    )


def _refuse_word(prefix: Prefix, field: Field, reader: Reader) -> None:
    """Raise where a code is rather a word before a sign, for what follows cannot be its value: `PD: photodiode`, `of <100°C`."""
    text, start = reader.scanner.text, prefix.start + len(prefix.code)
    parted = text[prefix.end : prefix.end + 1].isspace() and (prefix.colon or text[start : start + 1].isspace())
    words = text[prefix.end : prefix.end + _VALUE].split()
    word = words[0].strip(".,;") if words else ""
    if prefix.relation in COMPARISONS and field.kind is not FieldKind.DATE:
        misfit = prefix.code.islower() and prefix.code in function_words("en") and word[:1].isdigit()
    elif not parted or not word.isalpha() or len(word) < _SHORT:
        return
    elif field.kind is FieldKind.KEYWORD:
        several = (" ".join(words[:end]) for end in range(1, 5))
        staged = field.name in ("status", "kind") and word.lower() in habits.STAGES
        dated = field.name == "year" and _DAY.match(word) is not None
        meant = staged or dated or bool(lists.similar(field, word, 0.8))
        misfit = not meant and all(lists.choice(field.name, value) is None for value in several)
    else:
        misfit = field.kind is FieldKind.DATE and not _LOOKS[FieldKind.DATE].match(word) and not _DAY.match(word)
    if misfit:
        message = f"“{word}” is not a value of {field.label}. If “{prefix.code}” is a word, leave out “{text[start : prefix.end].strip()}”."
        raise reader.scanner.error(message, prefix.start, prefix.end, f"{prefix.code} ")
