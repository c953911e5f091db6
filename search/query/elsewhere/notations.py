"""Small notations of other systems within a query, each with how it is written here: NEAR as a function, `_exists_`, PQF and the like."""

from __future__ import annotations

import re
from collections.abc import Callable

from search.fields import HAS, FieldKind, find

_WORD = r"""(?:"[^"]{1,200}"|[^\s(),"]{1,60})"""
_FUNCTION = re.compile(
    rf"\b(?-i:NEAR)\s?\((?:\s?\()?\s?({_WORD}(?:\s?,\s?(?!\d){_WORD}){{1,9}})\s?\)?(?:\s?,\s?(\d{{1,2}}))?(?:\s?,\s?(TRUE|FALSE))?\s?\)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<!\w)(NEAR|ADJ)/(\d{1,2})/(?=[\w\"])", re.IGNORECASE)
_WITHIN = re.compile(
    rf"({_WORD}|\([^()]{{1,200}}\))\s+within\s+(\d{{1,2}})\s+(?:words?|terms?)\s+(?:of|from)\s+(?=[\w\"(])",
    re.IGNORECASE,
)
_EXISTS = re.compile(r"(?<!\w)(?:_exists_|exists)\s?:\s?(\w{2,30})", re.IGNORECASE)
_ID = re.compile(r"(?<!\w)(?:_id|id|record_id)\s?[:=]\s?(?=\"?[A-Z]{2}-[PUDT]-[A-Z]*\d)", re.IGNORECASE)
_DATE = re.compile(r"(?<![\w=:/-])(pd|prd|ad|py)-((?:19|20)\d\d(?:-?\d\d){0,2})(?![\w/-])", re.IGNORECASE)
# `[TI]silica`, a field in brackets before its words; codes of offices are none.
_NOT_IN = re.compile(r"(?<![\w.=])([a-z_]{2,30})\s+not\s+in\s*\(([^()]{1,300})\)", re.IGNORECASE)
_BRACKETED = re.compile(
    r"(?:\A|(?<=\()|(?<=\bAND\s)|(?<=\bOR\s)|(?<=\bNOT\s))\[(TI|AB|TAC?|TTL|ABST|ACLM|CLMS?|SPEC|DESC|F?TXT|PN|PD|IC|IPC|CPC)\]\s?(?=[\w\"(*])"
)
# AND, OR and NOT beside letters of scripts that are written without blanks.
_EASTERN = r"[^\W\d_A-Za-z\u00c0-\u04ff]"
_GLUED = re.compile(  # quotes may have been made x
    rf"(?:(?<={_EASTERN})(?=(?:AND|OR|NOT)(?![A-Za-z0-9]))|(?:(?<![^\W_])|(?<=xxx))(?=(?:AND|OR|NOT){_EASTERN}))(AND|OR|NOT)\s?"
)
# J-PlatPat's * and +, an & without blanks between class symbols, or with blanks before a group alone.
_SYMBOL = r"[A-HY]\d\d[A-Z](?:[ -]?\d{1,4}(?:/\d{2,6})?)?"
_SYMBOLS = re.compile(
    rf"(?<![\w/]){_SYMBOL}(?:(?:\s?[*+]\s?|&)(?:{_SYMBOL}|\d{{1,4}}/\d{{2,6}})|\s&\s\d{{1,4}}/\d{{2,6}}){{1,20}}(?![\w/*+])",
    re.IGNORECASE,
)
_PQF = re.compile(r"\A\s*@(?:and|or|not|attr|attrset)\b", re.IGNORECASE)
_PQF_TOKEN = re.compile(
    r'@attrset\s+\S+|@attr\s+(?:\S+\s+)?(\d+)=(\d+)|@(and|or|not)\b|"([^"]*)"|([^\s"]+)', re.IGNORECASE
)
_PQF_FIELDS = {"4": "ti", "62": "ab", "21": "class", "31": "pd", "1003": "in", "12": "num"}  # of the set Bib-1


def _near(match: re.Match[str]) -> str:
    name = "ADJ" if (match[3] or "").upper() == "TRUE" else "NEAR"
    return f"({f' {name}{match[2] or 5} '.join(re.findall(_WORD, match[1]))})"


def _has(match: re.Match[str]) -> str:
    """Return what asks for records that have a field; the text as it is where nothing does."""
    field = find(match[1])
    if field and field.kind is FieldKind.DATE:
        return f"{field.codes[0]}=[* TO *]"
    return f"has={field.name}" if field and field.name in HAS else match[0]


def _excluded(match: re.Match[str]) -> str:
    """Return SQL's `cc not in (BR, CN)` with NOT before the field; the text as it is where the code is none."""
    return f"NOT {match[1]} in ({match[2]})" if find(match[1]) else match[0]


def _joined(symbols: re.Match[str]) -> str:
    """Return `A61K31/00*A61P` as `(A61K31/00 AND A61P)`."""
    worded = symbols[0].replace("*", " AND ").replace("&", " AND ").replace("+", " OR ")
    return f"({' '.join(worded.split())})"


def _infix(text: str) -> str:
    """Return a query in PQF, as `@and @or rice husk silica`, with its operators between; the text as it is where it is none."""
    operands: list[str] = []
    for attribute, value, operator, quoted, word in reversed(_PQF_TOKEN.findall(text)):
        if operator and len(operands) > 1:
            operands.append(f"({operands.pop()} {operator.upper()} {operands.pop()})")
        elif attribute == "1" and value in _PQF_FIELDS and operands:
            operands.append(f"{_PQF_FIELDS[value]}={operands.pop()}")
        elif quoted or word:
            operands.append(f'"{quoted}"' if quoted else word)
        elif operator:
            return ""
    return operands[0].removeprefix("(").removesuffix(")") if len(operands) == 1 else ""


def _subbed(form: re.Pattern[str], meant: str | Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda text: form.sub(meant, text)


# How each begins, what is said, and how it is written here.
NOTATIONS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (_PQF, "This is written in prefix notation (PQF); here an operator stands between its words.", _infix),
    (_FUNCTION, "NEAR stands between two words here, as rice NEAR3 husk.", _subbed(_FUNCTION, _near)),
    (_SLASHED, "NEAR stands between two words here, as rice NEAR3 husk.", _subbed(_SLASHED, r"\1\2 ")),
    (_WITHIN, "NEAR stands between two words here, as rice NEAR3 husk.", _subbed(_WITHIN, r"\1 NEAR\2 ")),
    (_EXISTS, "What a record must have is asked with has=, as has=claims.", _subbed(_EXISTS, _has)),
    (_ID, "The id of a record is sought without a field.", _subbed(_ID, "")),
    (_NOT_IN, "NOT stands before the field here, as NOT cc=(BR OR CN).", _subbed(_NOT_IN, _excluded)),
    (_BRACKETED, "A field stands before a sign, as ti=silica.", _subbed(_BRACKETED, lambda of: f"{of[1].lower()}=")),
    (_DATE, "A date stands behind its field and a sign, as pd=2018.", _subbed(_DATE, r"\1=\2")),
    (_SYMBOLS, "Between classes AND and OR are words here, no signs.", _subbed(_SYMBOLS, _joined)),
    (
        _GLUED,
        "AND, OR and NOT need a blank before and behind; as a part of a word quote it.",
        _subbed(_GLUED, r" \1 "),
    ),
)
