"""Queries pasted with what a browser put around them: percent signs of an address, its parameters, tags and entities of a page, objects of JSON."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import parse_qsl, unquote

ENCODED = re.compile(
    r"\A(?!.*(?::|%3A)(?:/|%2F)).*?(?:(?:\A|[^\d\s])(?<![\s=(]')%(?:2[0289CcFf]|3[ABDabd])|%[C-Fc-f][0-9A-Fa-f]%[89ABab][0-9A-Fa-f])",
    re.DOTALL | re.IGNORECASE,
)
PARAMETERS = re.compile(r"\A\??(?:q=.+|\w{1,20}=[^&=<>]+(?:&\w{1,20}=[^&=<>]*)+)\Z", re.DOTALL)
MARKED_UP = re.compile(
    r"</?(?:b|i|u|em|p|br|sub|sup|span|strong|mark|td|tr|div|a)(?:\s[^<>]{0,80})?/?>|&(?:[a-z]{2,6}|#\d{2,5});"
)
MEMBERS = re.compile(r"\A\{\s*x{3,30}\s*:.+\}\Z", re.DOTALL)  # where what is quoted was made x
_TAG = re.compile(r"</?[a-z]{1,6}(?:\s[^<>]{0,80})?/?>")


def decoded(text: str) -> str:
    """Return `ti%3Drice%20husk` as `ti=rice husk`."""
    return unquote(text).strip()


def parameters(text: str) -> str:
    """Return `?q=rice+husk&country=BR` as `(rice husk) AND country=BR`."""
    found = parse_qsl(text.lstrip("?"))
    return " AND ".join(f"({value})" if name == "q" else f"{name}=({value})" for name, value in found)


def members(text: str) -> str:
    """Return `{"ti": "rice", "pn": ["BR1", "BR2"]}` as `ti=(rice) AND pn=(BR1 OR BR2)`; what is no such object stays as it is."""
    try:
        found = {name: value if isinstance(value, list) else [value] for name, value in json.loads(text).items()}
    except ValueError:
        return text
    if not all(isinstance(one, str | int) for several in found.values() for one in several):
        return text
    return " AND ".join(f"{name}=({' OR '.join(map(str, several))})" for name, several in found.items())


def plain(text: str) -> str:
    """Return `<b>rice</b> &amp; husk` as `rice & husk`."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).strip("<> ").split())
