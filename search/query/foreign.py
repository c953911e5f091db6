"""Queries written the way of another system from end to end: refused, with the same query in this language as proposal."""

from __future__ import annotations

import re
from collections.abc import Callable

from search.answer import QueryError
from search.fields import FieldKind, find
from search.query.elsewhere import habits, labels, not_held, notations, pasted, title_page
from search.query.scanner import Scanner

_QUOTED = re.compile(r'"[^"]*"')
# What may stand on either side of a sign that is AND or OR elsewhere.
_LEFT, _RIGHT = r"(?<=[\w)\]\"])\s{0,3}", r"\s{0,3}(?=[\w(\[\"])"
_SIGNS = (
    (re.compile(rf"{_LEFT}\*!{_RIGHT}"), " NOT "),
    (re.compile(rf"{_LEFT}\+!{_RIGHT}"), " OR NOT "),
    (re.compile(rf"{_LEFT}\*{_RIGHT}"), " AND "),
    (re.compile(rf"{_LEFT}\+{_RIGHT}"), " OR "),
    (re.compile(rf"(?<=[)\]\"])\s{{0,3}}-{_RIGHT}|{_LEFT}!{_RIGHT}"), " NOT "),
)
# Codes of J-PlatPat and KIPRIS that are others here.
_EAST = {"tx": "ftxt", "ap": "pa", "ip": "ipc", "cp": "cpc", "tl": "ti", "an": "ap", "cl": "claims"}
_CODES = r"[A-Z]{2,4}(?:[+/,][A-Z]{2,4}){0,5}"
_JPLATPAT = re.compile(
    rf"\[([^\[\]/]{{1,300}}(?:/\d[^\[\]/]{{0,20}})?)/({_CODES})\]|([^\s/*+()\[\]=,]{{1,60}})/({_CODES})(?![\w/])"
)
_KIPRIS = re.compile(r"\b([A-Z]{2,4})=\[((?!\d{4,8}\s?[~:,;\s]|[^\]]{0,40}\sTO\s)[^\[\]]{1,300})\]")
_BEHIND_WORDS = re.compile(
    r"(?<![\w/])((?:(?!(?i:AND|OR|NOT)\b)[^\s()/=]{1,60}\s{1,3}){1,20})/([A-Z]{2,4}(?:[/,][A-Z]{2,4}){0,5}|"
    rf"{habits.IN_SMALL_LETTERS}(?:[/,]{habits.IN_SMALL_LETTERS}){{0,5}})(?=\s{{0,3}}(?:$|\)|(?i:AND|OR|NOT)\b))"
)
_GROUP_NEAR = re.compile(
    r"(\([^()]{1,200}\)(?:\(\d{0,2}[WANSPLF]\)[^\s()]{1,60}?){1,5})/([A-Z]{2,4}(?:[/,][A-Z]{2,4}){0,5})(?![\w/])"
)
# Operators of other languages: German ones anywhere in a query with fields, as in DEPATISnet, others before a field.
_MEANT = {
    "AND": "UND ET E Y VÀ И DAN และ و 与 和",
    "OR": "ODER OU O HOẶC ИЛИ ATAU หรือ أو 或",
    "NOT": "NICHT SAUF NÃO NAO KHÔNG НЕ BUKAN ไม่",
}
_OPERATORS = {name: operator for operator, names in _MEANT.items() for name in names.split()}
_FIELD = r"(?!AL\b)[A-Z]{2,20}\s?[=<>:]"  # no authors ET AL:
_GERMAN = re.compile(
    r"(?:\w{2,20}\s?[=<>]|\b(?-i:[A-Z]{2,6}|[a-z]{2}):|/[A-Z]{2}\s).*[\s)?\"](?:UND|ODER|NICHT)[\s(]",
    re.DOTALL | re.IGNORECASE,
)
_FOREIGN = re.compile(rf"[\s)](?:{'|'.join(_OPERATORS)})\s+\(?(?i:{_FIELD})")
_NAMES = re.compile(rf"(?<!\w)(?:(?i:UND|ODER|NICHT)(?!\w)|(?:{'|'.join(_OPERATORS)})(?=\s+\(?(?i:{_FIELD})))")
_STN_SIGNS = {"?": "*", "#": "?", "!": "#"}
_CODE = r"[A-Za-z][A-Za-z_.]{1,30}"
_SEVERAL_CODES = re.compile(rf"\(\s?({_CODE}(?:\s?(?:[,;/]|\sOR\s)\s?{_CODE}){{1,9}})\s?\)\s?[=:]\s?", re.IGNORECASE)
_SEVERAL_JOINED = re.compile(
    rf"(?<![\w.,=:<>/])({_CODE}(?:\s?[+;|/&]\s?{_CODE}){{1,9}})\s?[=:]\s?(?=\S)", re.IGNORECASE
)
_PART = r"(?:title|abstract|claim|description|applicant|inventor|assignee|owner|proprietor)s?"
_SEVERAL_NAMED = re.compile(
    rf"\A({_PART}(?:(?:\s?,|-|,?\s(?:or|and|and/or)\s)\s?{_PART}){{1,4}})\s?:\s?(?=\S)", re.IGNORECASE
)
_SEVERAL_BEHIND = re.compile(
    rf"((?:(?!(?:AND|OR|NOT)\b)[^\s()/=]{{1,60}}\s{{1,3}}){{1,20}})"
    rf"\(({habits.IN_SMALL_LETTERS}(?:\s?[,;/]\s?{habits.IN_SMALL_LETTERS}){{1,5}})\)",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(
    r"(\d{4})(-\d\d)?(?:-\d\d)?\|\|((?:[+-]\d{1,4}[a-zA-Z])*)(?:/([yMwdhms]))?(?!\w)"
)  # of Elasticsearch
# What stands before what is sought in letters and search reports, and no field is meant by.
_KIND_OF_FILE = r"(?:(?:patent|application|publication|document)\s+(?:no\.?\s+)?(?=\S*\d))?"
_HEAD = re.compile(
    rf"\A\s*(?:re|subject|(?:search\s)?query|search|keywords?|pesquisa|busca|búsqueda|suche|recherche|(?:(?:our|your)\s)?ref|assunto|asunto|betreff|objet)\s?\.?:\s*{_KIND_OF_FILE}(?=\S)",
    re.IGNORECASE,
)
# A number as the centre of a family or of citations.
_RELATED = re.compile(
    r"\A\s*(?:(?:the\s)?(?:patent\s|inpadoc\s|simple\s|extended\s)?famil(?:y|ies)(?:\smembers?)?|equivalents?|(?:forward\s|backward\s)?citations?|citing"
    r"|cited\s(?:by|in)|cites|similar|related)(?:\s(?:of|for|to))?\s?:?\s(?=(?-i:[A-Z]{2})[ /]?\d[\d/. -]{3,20}[A-Z]?\d?\s*\Z)"
    r"|(?:(?<=\d{5})|(?<=\d{5}[A-Z]\d)|(?<=\d{5}\s[A-Z]\d))\s(?:family(?:\smembers)?|equivalents|citations)\s*\Z",
    re.IGNORECASE,
)
_CITED = re.compile(r"(?<!\w)D\d{1,2}\s?[:=]\s{0,3}(?=\S*\d)")
_SOLR = re.compile(r"\{![a-z]{1,20}[^{}]{0,80}\}")
_ANGLED = re.compile(
    r"\s?<(near(?:/(\d{1,3}))?|sentence|paragraph|and|or|not|order|word)>\s?", re.IGNORECASE
)  # Delphion's
_ANGLED_MEANT = {
    "near": "NEAR50",
    "sentence": "NEAR20",
    "paragraph": "NEAR50",
    "and": "AND",
    "or": "OR",
    "not": "NOT",
    "order": "",
    "word": "",
}
_SORTED = re.compile(r"\s+sortBy\s(?!(?:AND|OR|NOT)\s).*", re.IGNORECASE | re.DOTALL)  # of CQL
_BOTH_ENDS = re.compile(r"(\d[\d./-]{3,9})\s?(<=?)\s?([a-z]{2,5})\s?(<=?)\s?(\d[\d./-]{3,9})", re.IGNORECASE)
_TURNED = {">": "<", "<": ">", "=": "="}
_VALUE_FIRST = re.compile(
    r"(?<![\w.=<>:/-])(\d[\d./-]{3,9})\s?([<>]=?|=[<>]?)\s?([a-z]{2,5})\b(?!\s?[<>=:/])", re.IGNORECASE
)


def _field_first(match: re.Match[str]) -> str:
    """Return `2020 <= pd` as `pd>=2020`."""
    field = find(match[3])
    if field is None or field.kind is not FieldKind.DATE:
        return match[0]
    return f"{match[3]}{''.join(_TURNED[sign] for sign in match[2])}{match[1]}"


def refuse(scanner: Scanner) -> None:
    """Raise QueryError where a whole query is another system's, as SQL or J-PlatPat's `[a/TI]*[b/TI]`."""
    text = scanner.text
    if sql := habits.SQL.match(text):
        message = "This is SQL. Write the condition only, with a field and its value, as ti=solar AND pd>=2015."
        raise QueryError(message, scanner.error(message, *sql.span()).position, (sql[1] or "").strip())
    if command := habits.COMMAND.match(text):
        message = "A query here needs no command before it, as STN’s S."
        position = scanner.error(message, *command.span()).position
        raise QueryError(message, position, _stn(text[command.end() :]))
    if habits.ANSWERS.fullmatch(text):
        message = "Earlier answers have no numbers here; put the queries themselves together, with AND or OR."
        raise scanner.error(message, 0, len(text))
    unquoted = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), text)
    for begins, message, written in _WRITINGS:
        if begins.search(unquoted) and (proposal := written(text)) != text:
            raise QueryError(message, scanner.error(message, 0, len(text)).position, proposal)


def _stn(text: str) -> str:
    """Return an STN query with its truncation signs as they are here, and its field codes in capitals."""
    text = re.sub(r"(?<=[^\s()])[?#!]", lambda sign: _STN_SIGNS[sign[0]], text)
    return re.sub(r"(?<=[\w*?#)])/[a-z]{2,4}(?!\w)", lambda code: code[0].upper(), text)


def _with_words(text: str) -> str:
    """Return a text with the signs of J-PlatPat and KIPRIS for AND, OR and NOT as words."""
    quoted = iter(_QUOTED.findall(text))
    bare = _QUOTED.sub('""', text)
    for sign, word in _SIGNS:
        bare = sign.sub(word, bare)
    return _QUOTED.sub(lambda _: next(quoted), bare)


def _in_english(text: str) -> str:
    return _NAMES.sub(lambda name: name[0] if _counted(text, name) else _OPERATORS[name[0].upper()], text)


def _counted(text: str, name: re.Match[str]) -> bool:
    """Return whether a letter counts what stands before it, as in vitamin E."""
    return name[0] in habits.LETTERS and habits.lettered(text[: name.start()])


def _several(text: str) -> str:
    """Return `(ti OR ab)=rice` and `ti+ab: rice` as `ti,ab=rice`."""
    return _SEVERAL_JOINED.sub(_with_commas, _SEVERAL_CODES.sub(_with_commas, text))


def _with_commas(match: re.Match[str]) -> str:
    codes = [code.strip() for code in re.split(r"[,;/+|&-]|\s(?:and/)?OR\s|\sAND\s", match[1], flags=re.IGNORECASE)]
    codes = [code for code in codes if code]
    return f"{','.join(codes)}=" if all(map(habits.known, codes)) else match[0]


def _before_words(match: re.Match[str]) -> str:
    """Return `rice husk (ti,ab)` as `ti,ab=(rice husk)`."""
    codes = re.sub(r"\s?[,;/]\s?", ",", match[2].lower())
    return f"{codes}=({match[1].strip()})"


def _rounded(match: re.Match[str]) -> str:
    """Return `2018-01-15||/M` as the month it is in; what adds to a date cannot be told from it alone."""
    year, month, added, unit = match[1], match[2] or "", match[3], match[4]
    return "" if added else year if unit == "y" else year + month if unit == "M" else match[0].partition("||")[0]


def _jplatpat(text: str) -> str:
    written = _JPLATPAT.sub(lambda match: _before(match[1] or match[3], match[2] or match[4]), _with_words(text))
    return written.replace("[", "(").replace("]", ")")


def _kipris(text: str) -> str:
    return _KIPRIS.sub(lambda match: _before(match[2], match[1]), _with_words(text))


def _before(words: str, codes: str) -> str:
    """Return words with their fields before them."""
    low = [_EAST.get(code, code) for code in re.split("[+/,]", codes.lower())]
    return f"{','.join(low)}=({words.strip()})"


# A field's bracket or quotes (made x), whole: no part of a name of chemistry, no paragraph.
_GROUP = r"(?:[A-Za-z]{2,5}[:=])?(?:\([^()]{3,200}\)|\[(?!\d{4}\])[^\[\]]{3,200}\]|x{3,200}(?!\w))"
_EXCLUDED = re.compile(rf"(?<![\w-]){_GROUP}(?:-{_GROUP}){{1,9}}(?![\w-])|[\w)\]](?:\*|\s{{0,3}}\+)!(?=[\w(\[])")
_EASTERN = "This is written as in J-PlatPat or KIPRIS; here a field stands before its words, and AND and OR are words."
# How each begins, what is said, and how it is written here.
_WRITINGS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (re.compile(rf"\[[^\[\]]{{1,300}}/{_CODES}\]|[^\s/*+]/[A-Z]{{2,4}}[*+](?=[\w\[(])"), _EASTERN, _jplatpat),
    (re.compile(r"\([^()]{0,200}[^\s()+*][*+][^\s()+*][^()]{0,200}\)/[A-Z]{2}"), _EASTERN, _with_words),
    (_EXCLUDED, _EASTERN, _with_words),
    (re.compile(r"\)\s?[*+]\s?\(|\)[*+]\w|\w\*\([^()]{1,200}\w\+\w"), _EASTERN, _with_words),
    (
        title_page.BEGINS,
        "The codes in brackets are those of a title page; here a field stands before its value.",
        title_page.coded,
    ),
    (labels.COUNTRY, not_held.ELSEWHERE["acn"], lambda _: ""),
    (
        labels.LABELLED,
        "A field goes by its code here in every language, as ti= the title and pa= the applicant.",
        labels.coded,
    ),
    (
        re.compile(
            r"\b(?:TL|AP)=\[[^\d\]]|\b[A-Z]{2,4}=\[[^\]]{0,300}[^\W\d_]\s?[*+!]\s?\w|\]\s?[*+!]\s?[(\w]|\)\s?[*+!]\s?[A-Z]{2,4}=\["
        ),
        _EASTERN,
        _kipris,
    ),
    (
        _BEHIND_WORDS,
        "A field stands before its words here, with several words in brackets.",
        lambda text: _BEHIND_WORDS.sub(
            lambda match: (
                f"{re.sub('/', ',', match[2].lower())}=({match[1].strip()})"
                if habits.suffixed(match, match[1].strip())
                else match[0]
            ),
            text,
        ),
    ),
    (
        _GROUP_NEAR,
        "A field stands before its words here.",
        lambda text: _GROUP_NEAR.sub(lambda match: f"{habits.suffixed(match)}=({match[1]})", text),
    ),
    (_GERMAN, "The operators are AND, OR and NOT.", _in_english),
    (_FOREIGN, "The operators are AND, OR and NOT.", _in_english),
    *notations.NOTATIONS,
    (_SEVERAL_CODES, "Several fields stand before their value without brackets, as ti,ab=.", _several),
    (_SEVERAL_JOINED, "Several fields stand before their value with commas between, as ti,ab=.", _several),
    (
        _SEVERAL_NAMED,
        "Several fields stand before their value with commas between, as ti,ab=.",
        lambda text: _SEVERAL_NAMED.sub(_with_commas, text),
    ),
    (
        _SEVERAL_BEHIND,
        "Several fields stand before their value, as ti,ab=.",
        lambda text: _SEVERAL_BEHIND.sub(_before_words, text),
    ),
    (
        _ARITHMETIC,
        "Dates are written out here; “||” rounds or adds to none.",
        lambda text: _ARITHMETIC.sub(_rounded, text),
    ),
    (_HEAD, "What stands before the colon is no field; write what is sought alone.", lambda text: _HEAD.sub("", text)),
    (
        _RELATED,
        "Families and citations are not searchable; the number alone finds the document itself.",
        lambda text: _RELATED.sub("", text),
    ),
    (_CITED, "D1, D2 and so on are no fields; write the numbers alone.", lambda text: _CITED.sub("", text)),
    (_SOLR, "Write the query without what stands in these brackets.", lambda text: _SOLR.sub("", text)),
    (
        _ANGLED,
        "Operators stand without these brackets here, as NEAR5.",
        lambda text: _ANGLED.sub(lambda name: f" {_ANGLED_MEANT.get(name[1].lower(), f'NEAR{name[2]}')} ", text),
    ),
    (pasted.ENCODED, "This is written as in an address; here every sign stands for itself.", pasted.decoded),
    (pasted.PARAMETERS, "These are parameters of an address; here operators stand between fields.", pasted.parameters),
    (pasted.MEMBERS, "This is an object of JSON; here a field stands before its value, as ti=rice.", pasted.members),
    (pasted.MARKED_UP, "This holds marks of a web page; write the words alone.", pasted.plain),
    (_SORTED, "The order is chosen beside the results, not in the query.", lambda text: _SORTED.sub("", text)),
    (
        _BOTH_ENDS,
        "The field of a comparison stands before its value here.",
        lambda text: _BOTH_ENDS.sub(
            lambda match: f"{match[3]}{match[2].replace('<', '>')}{match[1]} AND {match[3]}{match[4]}{match[5]}", text
        ),
    ),
    (
        _VALUE_FIRST,
        "The field of a comparison stands before its value here.",
        lambda text: _VALUE_FIRST.sub(_field_first, text),
    ),
)
