"""What searchers bring from other systems: their codes, truncation signs and words, as tables."""

from __future__ import annotations

import re

from portal.standards import languages, offices
from search.fields import FieldKind, find
from search.query.elsewhere import prose
from search.query.elsewhere.not_held import ELSEWHERE

# A spreadsheet's `[CC]number (kind)`; or two letters for either of them in a regular expression.
OFFICE_IN_BRACKETS = re.compile(rf"\[(?:{'|'.join(offices.OFFICES)}|(?-i:[a-z]{{2}})(?=\][a-z]))\]", re.IGNORECASE)

# PATENTSCOPE puts a language before a field, as EN_TI; English is searched in any case, others confine the record's language.
LANGUAGE_CODE = re.compile(r"([a-z]{2})_(ti|ab|cl|de|alltxt|all)")
LANGUAGE_FIELDS = {"ti": "ti", "ab": "ab", "cl": "claims", "de": "desc", "all": "txt", "alltxt": "ftxt"}

# Codes of PATENTSCOPE alone; beside one PD is the priority date, as there.
PATENTSCOPE = re.compile(
    r"(?<![\w_])(?:[A-Z]{2}_(?:TI|AB|CL|DE|ALL|ALLTXT)|DP|ALLNUM|ALLNAMES|FP|IC_EX|ICF|PAA|PAF|INA|ANA|AADC|CTR|NP(?:CC|AN|ED)|LG[FP]|PCN)\s?:"
)

# Codes that mean one thing at the EPO and another elsewhere. The first value decides: where the pattern matches
# it, the first field is meant, else the second; the third part says how to ask for the other.
AMBIGUOUS = {
    "cl": (
        re.compile(r"[A-HY]\d\d", re.IGNORECASE),
        ("class", "for claims write claims="),
        ("claims", "for a class write class="),
    ),
    "an": (
        re.compile(r"(?=(?:\D*\d){3})(?:[^a-z]*[a-z]){0,5}[^a-z]*$", re.IGNORECASE),
        ("application_number", "for the applicant write pa="),
        ("applicant", "for the application number write ap="),
    ),
}

# Codes that ask for a class without those below it.
EXACT = frozenset({"ic_ex", "cpc_ex"})

# Google's `before:priority:20200101`: which comparison, and with which date.
PERIODS = {"before": "<", "after": ">"}
PERIOD_FIELDS = {"priority": "prd", "filing": "ad", "publication": "pd"}

# A field behind a word or bracket: `silica.ti.`, `"rice husk"/TI`, `(rice husk).clm.`. Several may follow, as `/TI/AB` or
# `/TI,AB`. In small letters these alone, behind a word that is no element's sign: Al/Ti is an alloy.
IN_SMALL_LETTERS = r"(?:ti|ab|ta|tac|tiab|bi|clms?|claims|desc|ttl|abst|aclm|spec|txt|ftxt|ipc|cpc)"
_NO_WORDS = r"(?:ti|ab|ta|tac|tiab|clms?|ttl|abst|aclm|ftxt)"
_DOTTED = r"\.([A-Za-z]{2,5}(?:,[A-Za-z]{2,5}){0,5})\.(?![\w.])"
_DOT_BEFORE = rf"(?:(?<=[^\W\d_]{{4}})|(?<=[*?$#\"]))\.({_NO_WORDS}(?:,{_NO_WORDS}){{0,5}})(?![\w.])"
# PubMed's `"rice husk"[Title]`.
_SQUARE = r"\s?\[([A-Za-z]{2,10}(?:/[A-Za-z]{2,10}){0,2})\](?![\w-])"
_SUFFIX = (
    rf"(?:{_DOTTED}|{_DOT_BEFORE}|{_SQUARE}|/([A-Z]{{2,5}}(?:[/,][A-Z]{{2,5}}){{0,5}})(?![\w/])"
    rf"|(?:(?<=[^\W\d_]{{4}})|(?<=[*?$#\"]))/({IN_SMALL_LETTERS}(?:[/,]{IN_SMALL_LETTERS}){{0,5}})(?![\w/=:]))"
)
# Not where it is a word with a slash in it, as AC/DC.
SUFFIX = re.compile(
    rf"(?![\w/]{{2,10}}/(?:DC|IP)\b(?<!\d/IP)(?<!\d[A-Z]/IP))(\"[^\"]*\"|(?:[^\s()\"]|\(\d{{0,2}}(?i:[WANSPLF])\)){{1,60}}?){_SUFFIX}"
)
# Signs of the elements that stand before or behind a slash in alloys and catalysts, and are codes of fields too or beside them.
METALS = frozenset(
    [
        "AG",
        "AL",
        "AS",
        "AU",
        "BI",
        "CE",
        "CO",
        "CR",
        "CU",
        "FE",
        "GA",
        "GE",
        "IN",
        "IR",
        "LA",
        "LI",
        "MG",
        "MN",
        "MO",
        "NB",
        "NI",
        "OS",
        "PA",
        "PB",
        "PD",
        "PR",
        "PT",
        "RE",
        "RH",
        "RU",
        "SB",
        "SE",
        "SI",
        "SN",
        "SR",
        "TA",
        "TE",
        "TI",
        "ZN",
        "ZR",
    ]
)
BEHIND = {"as": "pa"}  # the USPTO's assignee: before a word it is one
SLOP = re.compile(
    r"(?:\s{0,3}~\s{0,3}|%)(\d{1,3})(?!\w)"
)  # PATENTSCOPE's and Lucene's nearness, behind a phrase or bracket
BRACKET_SUFFIX = re.compile(
    rf"{_DOTTED}|\.([A-Za-z]{{2,5}}(?:,[A-Za-z]{{2,5}}){{0,5}})(?![\w.])|{_SQUARE}|\s{{0,3}}/([A-Za-z]{{2,5}}(?:[/,][A-Za-z]{{2,5}}){{0,5}})(?![\w/])"
)
_QUESTEL = re.compile(r"(?<=\s)(\d{0,2})([DWSPFL])(?=\s)")
_QUESTEL_MEANT = {"S": "NEAR20", "P": "NEAR50", "F": "AND", "L": "AND"}

# Signs for "any letters" in other tools, at the end of a word of some length: Ca2+ and C++ stay what they are.
FOREIGN_TRUNCATION = re.compile(r"(?P<stem>\*?[^\W\d_]{3,})(?:\+|\$)")
# At most so many letters, within a word or at its end: the USPTO’s `colo$1r`, Derwent’s `comput*3`, and `comput?{3}`.
FEW_LETTERS = re.compile(r"(?<=[^\W\d_]{2})(?:\$|\*(?=\d\Z))(\d)|(?<=[^\W\d_]{4})\*(1\d)\Z|[?*$]\{(\d)\}")
LEADING = re.compile(r"\$(?=[^\W\d_]{3})")  # the USPTO’s truncation at the beginning
WILDCARD = re.compile(r"[*?#]")

# An allele, a gene of a species, a thread, with a sign before the last figures: HLA-A*02:01, CYP2D6*4, OsERF#109, M12*30; and #1, 7*40.
NUMBERED = re.compile(
    r"(?i:(?:HLA-\w{1,4}|[ABC]|D[MOPQR][AB]\d?)\*\d{2,3}|(?:CYP|UGT|NAT|GST|SULT|SLCO|NUDT|TPMT|DPYD)[A-Z\d]{0,6}\*\d{1,3})(?::\d{2,3}){0,3}[A-Z]?"
    r"|[A-Z][a-z]{1,3}[A-Z]{2,9}#\d{2,6}|M\d{1,2}\*\d{1,3}|#\d{1,6}|\d{1,4}\*\d{1,4}"
)

# `%solar%`, as SQL truncates; 50% stays what it is.
PERCENT = re.compile(r"%?[^\W\d_]{3,}%?|(?!(?:wt|vol|mol|at|mass|mas|ma)%)[^\W\d_]{2,}%[^\W\d_]+%?", re.IGNORECASE)
# One letter within a word, as DEPATISnet writes it.
EXCLAMATION = re.compile(r"(?<=[^\W\d_])!(?=[^\W\d_])|!(?=!+[^\W\d_])|(?<=!)!(?=[^\W\d_])")
# STN's and DEPATISnet's (W), (L), (S): in a text more often a letter in brackets.
LONE_LETTER = re.compile(r"\((?:NOT)?[WALSPF]\)")
TITLED = re.compile(r"(?:Dra?|Prof|Mrs?|Ms|Ing|Eng|Sra?|Herr|Frau|Mme|PhD)\.\s{0,2}(?=[^\W\d_])")  # before a name
BOOST = re.compile(r"\^\d{0,9}(?:\.\d{1,9})?(?!\w)")  # a weight, as Lucene writes it
# Earlier answers put together by their numbers: `L1 AND L2`, `#1 OR #2`.
ANSWERS = re.compile(r"[\s(]*[#LS]?\d{1,3}(?:[\s)]+(?:AND|OR|NOT)[\s(]+[#LS]?\d{1,3}){1,20}[\s)]*", re.IGNORECASE)
SQL = re.compile(r"\s*SELECT\s(?!AND\s|OR\s|NOT\s).{0,500}?\sFROM\s+\S+(?:\s+WHERE\s(.*))?", re.IGNORECASE | re.DOTALL)
# What begins a regular expression, or stands right before what is read as a word or bracket of it.
REGEX = re.compile(
    r"(?<![^\s(=:])/(?=\S*[\[\].*+?|^$\\])[^\s/]+/(?!\w)"
    r"|\[\^?(?:a-z|A-Z|0-9){1,3}\]|\[[^\]\s/]{1,30}\](?:[*+?]|\{\d[\d,]*\})(?![\w(\[])|[^\W\d_]\[[a-z]{2}\][a-z]"
    r"|(?<=[^\W\d_])\{\d{0,3},\d{0,3}\}|\^[^\s^]+\$(?!\w)|\w\([^()\s|]{1,40}\|[^()\s]{1,40}\)|\\[dws][+*]|\([^()\s]{1,40}[+*]\)[+*]"
)
# Operators of other languages and systems, in capitals among words that are not, or in a query of few words.
OPERATORS = frozenset(
    {
        "UND",
        "ODER",
        "NICHT",
        "ET",
        "OU",
        "SAUF",
        "NÃO",
        "NAO",
        "VÀ",
        "HOẶC",
        "И",
        "ИЛИ",
        "DAN",
        "ATAU",
        "SAME",
        "WITH",
        "BEFORE",
        "NOTWITH",
        "NOTSAME",
        "EXCEPT",
        "MINUS",
        "EXCLUDING",
        "WITHOUT",
        "AND/OR",
    }
)
FEW_WORDS = 5  # a query of more is a title that was pasted
NEAR_WRONGLY = re.compile(r"(?:NEAR|ADJ)(?![A-Z])\S+|near[\d²³¹]\S*")  # as NEAR², NEAR/
AMONG_FEW = frozenset(
    [
        "nor",
        "n",
        "w",
        "e",
        "y",
        "o",
        "và",
        "hoặc",
        "и",
        "или",
        "و",
        "أو",
        "และ",
        "หรือ",
        "ແລະ",
        "ຫຼື",
        "与",
        "與",
        "和",
        "或",
        "并且",
        "或者",
        "以及",
        "且",
        "または",
        "および",
        "かつ",
        "及び",
        "또는",
        "그리고",
        "및",
    ]
)  # in capitals a letter: vitamin E
LETTERS = frozenset("EYO")  # AND and OR in Portuguese and Spanish
_LETTERED = re.compile(
    r"\b(?:vitamin|hepatit|t[iy]p|clas|form|fa[ck]tor|gr[ou]u?p|im+uno?glob|gam+a|figur)\w{0,8}\s+\Z", re.IGNORECASE
)
NEAR_ALIKE = re.compile(r"[WN](\d{1,2})|(?:NOT|SAME|WITH)(\d{1,2})|AFT(?:ER)?/(\d{1,2})", re.IGNORECASE)
GERMAN = frozenset({"und", "oder", "nicht"})
BETWEEN_ALIKE = re.compile(r"(\d{1,2})([WNDCA])", re.IGNORECASE)  # so many words between; with W and C in this order
# Orbit's and Questel's D, W, F, S, P between words.
LONE_OPERATOR = re.compile(r"[DWFSPL]")
# STN's command before a query, `S SILICA/TI`, and its numbered answers, `L1`.
COMMAND = re.compile(
    r"\s*(?:=>\s{0,9}(?i:S|SEA|SEARCH)\s{1,9}|(?:S|SEA|SEARCH)\s{1,9}(?=.{0,300}(?:/[A-Z]{2,4}\b|\(\d{0,2}[WASLP]\)|\bL\d{1,3}\b|[A-Z]{2}[=<>])))",
    re.DOTALL,
)
STN = re.compile(r"\w\(\d{0,2}[WANSPLF]\)\w")  # nearness as STN and Dialog write it
LINE = re.compile(r"L\d{1,3}")
# AND and OR of KIPRIS, J-PlatPat and Orbit without blanks, `silica*gel`, `silica+gel`; here truncation, and words side by side.
_JOINS = r"(?:[^\W\d_]{3,}|[^\W\d_A-Za-z\u00c0-\u04ff]{1,30})"  # words of Latin and Cyrillic letters of some length
JOINED = re.compile(rf"{_JOINS}([*+]){_JOINS}(?:[*+]{_JOINS}){{0,9}}")
RANGE_OF_CLASSES = re.compile(
    r"(?:\s?(?:\.{2,3}|…|->|:|~)\s?|-|\s-\s)(?=[\w\[])|\s{1,9}(?:TO|THRU|THROUGH|BIS|ATÉ|HASTA)\s", re.IGNORECASE
)
RANGE_OF_NUMBERS = re.compile(
    r"\s?(?:\.\.|->?(?=[A-Z]{2}\d)|-(?=\d{6}))|\s{1,9}TO\s(?=\s{0,3}(?:[A-Z]{2})?[ ./-]?\d)"
    r"|\s-\s(?=[A-Z]{2}\s?\d)|(?P<blank>\s?):(?P=blank)(?=[A-Z]{2}\s?\d{5}|\d{6})",
    re.IGNORECASE,
)
KIND_AFTER_TRUNCATION = re.compile(r"(.+[*?#])([A-Z]\d?)", re.IGNORECASE)
# Codes that are no words anyone searches for: standing alone, a sign was forgotten behind them.
CODES = frozenset(
    {
        "ti",
        "ab",
        "ta",
        "pa",
        "pn",
        "ap",
        "pd",
        "ad",
        "cc",
        "kd",
        "ls",
        "ipc",
        "cpc",
        "ftxt",
        "desc",
        "txt",
        "ttl",
        "abst",
        "aclm",
    }
)
FOREIGN_LABEL = re.compile(r"(\w{2,}):(?=\w)")  # as `название:рис`
SLASHED = re.compile(r"([A-Za-z]{2,6})/([^\W\d_]\S*)")
SLASHED_CODES = frozenset(
    {"as", "ic", "cl", "clm", "py", "ay", "fd", "rt", "lang"}
)  # words or not, hardly before a slash
BEHIND_SLASH = re.compile(r"([^\W\d_]{3,})/([a-z]{2,5})")
WORDS_TOO = frozenset({"in", "an"})
_CODES = re.compile(r"(?<![\w.])([A-Za-z][A-Za-z_.]{1,30})\s{0,3}[:=<>]")
# What others call a status and is a stage of publication: kind codes tell it.
STAGES = {
    **dict.fromkeys(("grant", "granted", "patented", "registered"), "(B OR C OR Y)"),
    **dict.fromkeys(("application", "applied", "published"), "A"),
}

# Words for the values of closed lists, beside the values themselves.
SYNONYMS = {
    "right": {
        "patents": "patent",
        "invention": "patent",
        "utility model": "utility_model",
        "utility models": "utility_model",
        "utility-model": "utility_model",
        "um": "utility_model",
        "petty patent": "utility_model",
        "simple patent": "utility_model",
        "designs": "design",
        "industrial design": "design",
        "trade mark": "trademark",
        "trademarks": "trademark",
        "trade marks": "trademark",
        "mark": "trademark",
    },
    "status": {
        **dict.fromkeys(("in force", "active", "valid", "effective"), "in_force"),
        **dict.fromkeys(
            ("abandoned", "cancelled", "canceled", "ceased", "dead", "expired", "inactive", "invalid", "lapsed"),
            "ended",
        ),
        **dict.fromkeys(("refused", "rejected", "revoked", "surrendered", "terminated", "withdrawn"), "ended"),
        **dict.fromkeys(("in examination", "under examination"), "pending"),
    },
}

# Words for several values of a closed list: in Orbit, INPADOC and TESS a file that is alive is pending or in force.
SEVERAL = {"status": dict.fromkeys(("alive", "live"), ("pending", "in_force"))}


def lettered(text: str) -> bool:
    """Return whether a letter behind a text belongs to its last word, as in vitamin E."""
    return _LETTERED.search(text[-25:]) is not None


def suffixed(match: re.Match[str], value: str = "") -> str:
    """Return the codes behind a word or bracket as they stand before it, `ti,ab`; empty where none is a field's.

    Nor are they where `value` cannot be theirs, as in the alloys PT/PD and AL/TI.
    """
    written = match[match.lastindex or 0]
    if match[0].endswith("]") and written in offices.OFFICES:
        return ""  # a country, as Espacenet prints `CSIR [IN]`
    codes = [BEHIND.get(code, code) for code in re.split("[,/]", written.lower())]
    return ",".join(code for code in codes if (find(code) or code in AMBIGUOUS) and _may_be(value, code))


def _may_be(value: str, code: str) -> bool:
    """Return whether a value, if there is one, may be that of a field: dates and classes have digits, and two metals are no field."""
    figures = (field := find(code)) is not None and field.kind in (FieldKind.DATE, FieldKind.CLASS)
    metals = value.upper() in METALS and code.upper() in METALS
    return not value or not (metals or (figures and value.isalpha()))


def questel(text: str) -> str:
    """Return a bracket with Orbit's and Questel's `3D`, `W`, `S` and `F` between its words as they are written here."""

    def here(match: re.Match[str]) -> str:
        words = int(match[1] or 0) + 1  # so many between, there
        return _QUESTEL_MEANT.get(match[2]) or f"{'ADJ' if match[2] == 'W' else 'NEAR'}{words}"

    return _QUESTEL.sub(here, text)


def elsewhere(match: re.Match[str]) -> str:
    """Return why a code behind a word or bracket cannot be searched, or nothing."""
    codes = re.split("[,/]", (match[match.lastindex or 0]).lower())
    return next((ELSEWHERE[code] for code in codes if code in ELSEWHERE), "")


def coded(code: str) -> bool:
    """Return whether `code` is a field's and no word anyone searches for, so that `ti any solar` is no three words."""
    return known(code) and (code.lower() in CODES or "." in code)


def known(code: str) -> bool:
    """Return whether a field is meant by `code`, here or in another system."""
    low = code.lower()
    return find(low) is not None or low in AMBIGUOUS or low in ELSEWHERE or of_language(low) is not None


def names_field(text: str) -> bool:
    """Return whether a text names a field before a sign, with a code that is no small word of a sentence, as in `the steps of:`."""
    codes = (match[1] for match in _CODES.finditer(text))
    return any(known(code) and not prose.is_function(code) for code in codes)


def of_language(code: str) -> tuple[str, str] | None:
    """Return the language and the code here of PATENTSCOPE's `es_ti`, or None."""
    parts = LANGUAGE_CODE.fullmatch(code)
    language = languages.repair(parts[1], "") if parts else ""
    return (language, LANGUAGE_FIELDS[parts[2]]) if parts and language in languages.LANGUAGES else None
