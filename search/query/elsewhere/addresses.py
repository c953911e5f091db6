"""Addresses of pages in other systems, pasted into the search box: which number each carries.

The table knows the forms of address the systems themselves give, old ones too. Some hold a number that only the system
knows, as a Lens ID; these are refused, since as a number they would find another document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote_plus

from portal.standards import numbers, offices

_SLASH = r"(?:/|%2F)"
_HOSTS = (
    r"patents\.google\.",
    r"[\w-]+\.espacenet\.com",
    r"[\w-]+\.epo\.org",
    r"patentscope2?\.wipo\.int",
    r"(?:www\.|link\.)?lens\.org",
    r"(?:busca|gru)\.inpi\.gov\.br",
    r"depatisnet\.dpma\.de",
    r"www\.j-platpat\.inpit\.go\.jp",
    r"(?:www\.)?freepatentsonline\.com",
    r"(?:[\w-]+\.)?uspto\.gov",
    r"(?:dx\.)?doi\.org",
)
ADDRESS = re.compile(
    rf"(?:https?(?::|%3A){_SLASH}{{2}}|(?:{'|'.join(_HOSTS)})(?=[\w.]*{_SLASH})|doi:\s?(?=10\.))[^\s\"<>()]+|10\.\d{{4,9}}/(?=[A-Z]{{2}}\d)[^\s\"<>()]+",
    re.IGNORECASE,
)
_NUMBER = r"([A-Z]{2}[ -]?[A-Z]{0,3}\d[A-Z0-9 ./-]*?)"
_END = r"(?=[/?&#;,]|$)"


@dataclass(frozen=True)
class Found:
    """What an address carries: the system it is of, in words, and the number, or why there is none."""

    system: str
    number: str = ""
    problem: str = ""


@dataclass(frozen=True)
class _Form:
    """A form of address: the number is its groups one after another, with `before` before them."""

    system: str
    pattern: re.Pattern[str]
    before: str = ""
    without: str = ""  # why the number in it is of no use


def _form(system: str, pattern: str, before: str = "", without: str = "") -> _Form:
    return _Form(system, re.compile(pattern, re.IGNORECASE), before, without)


_OWN = "This address holds a number that only {} knows. Open the page and copy the publication or application number."
# The first form that matches counts.
_FORMS = (
    _form("of Google Patents", rf"patents\.google\.[a-z.]+/patent/{_NUMBER}{_END}"),
    _form("of Google Patents", rf"patents\.google\.[a-z.]+/.*[?&#]oq={_NUMBER}{_END}"),
    _form("of Espacenet", rf"espacenet\.com/.*/publication/{_NUMBER}{_END}"),
    _form("of Espacenet", rf"espacenet\.com/.*[?&]CC=([A-Z]{{2}})&(?:.*&)?NR=(\w+){_END}"),
    _form("of Espacenet", rf"espacenet\.com/.*[?&](?:IDX|II|query|q)=(?:(?:pn|num|ap)\s?=\s?)?\"?{_NUMBER}\"?{_END}"),
    _form("of the European Patent Register", rf"\.epo\.org/.*[?&]number={_NUMBER}{_END}"),
    _form("of the European Patent Register", r"\.epo\.org/.*[?&]apn=([A-Z]{2})\.(\w+)"),
    _form("of the EPO", rf"\.epo\.org/.*[/=]{_NUMBER}{_END}"),
    _form("of PATENTSCOPE", rf"patentscope2?\.wipo\.int/.*[/=](WO\d{{6,10}}){_END}"),
    _form(
        "of PATENTSCOPE", r"patentscope2?\.wipo\.int/.*docId=(?!WO)([A-Z]{2}\d+)", without=_OWN.format("PATENTSCOPE")
    ),
    _form("of The Lens", r"lens\.org/.*[/=]([A-Z]{2})_(\w+?)_([A-Z]\d?)\b"),
    _form("of The Lens", r"lens\.org/.*\d{3}-\d{3}-\d{3}-\d{3}-\d{2}[\dX]", without=_OWN.format("The Lens")),
    _form("of INPI Brazil", rf"inpi\.gov\.br/.*[?&](?:SearchParameter|NumPedido)={_NUMBER}{_END}"),
    _form("of INPI Brazil", r"inpi\.gov\.br/.*[?&]CodPedido=", without=_OWN.format("INPI")),
    _form("of DEPATISnet", rf"dpma\.de/.*[?&]docid={_NUMBER}{_END}"),
    _form("of J-PlatPat", r"j-platpat\.[a-z.]+/.*/(JP)-(\d{4}-?\d+)"),
    _form("of FreePatentsOnline", r"freepatentsonline\.com/(\d{6,8})(?:\.html|\.pdf|$)", "US"),
    _form("of FreePatentsOnline", r"freepatentsonline\.com/(?:\w+/)?([A-Z]{2}\d+[A-Z]?\d?)(?:\.html|\.pdf|$)"),
    _form("of FreePatentsOnline", r"freepatentsonline\.com/y(\d{4})/(\d{7})\b", "US"),
    _form("of WIPO Publish", r"/wopublish[\w-]*/.*[?&]id=([A-Z]{2}\d+)\b"),
    _form("of PDKI Indonesia", r"dgip\.go\.id/.*[?&](?:keyword|q|id)=(?:ID)?([PSW]\d{9,13})\b", "ID"),
    _form("of KIPRIS", r"kipris\.or\.kr/.*[?&]applno=(\d{13})\b", "KR"),
    _form("of the USPTO", r"uspto\.gov/.*[?&=/](\d{7,11})(?:\.pn\b|[/&]|$)", "US"),
    _form("a DOI", r"(?:doi\.org/|doi:\s?|^)10\.\d{4,9}/([A-Z]{2}[A-Z]{0,3}\d{5,}[A-Z]?\d?)$"),
)
_WORDED = re.compile(r"[\s=:]")  # in a query, and in no number
_NO_NUMBER = (
    "No patent number can be read from this address. Copy the number from its page, as BR 10 2012 004079-4; words of an address "
    "are searched in quotes."
)


def asked(written: str) -> str:
    """Return the query in the address of a search, of Espacenet, Google Patents or PATENTSCOPE; nothing where it holds none."""
    queries = parse_qs(written.partition("?")[2].partition("#")[0])
    found = queries.get("q") or queries.get("query") or []
    worded = all(_WORDED.search(query) or query.isalpha() for query in found)
    return " AND ".join(f"({query})" for query in found) if worded else ""


def read(written: str) -> Found | None:
    """Return what an address carries, percent-encoded or not.

    A DOI without a number is nothing of the kind: None, its words are searched.
    """
    address = unquote_plus(unquote_plus(written)).rstrip(".,;")
    for form in _FORMS:
        if match := form.pattern.search(address):
            number = form.before + "".join(match.groups()).strip()
            if form.without or number[:2].upper() not in offices.OFFICES or not numbers.search_keys(number):
                return Found(form.system, problem=form.without or _NO_NUMBER)
            return Found(form.system, number)
    return None if written.lower().startswith(("10.", "doi:")) else Found("", problem=_NO_NUMBER)
