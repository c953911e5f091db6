"""Small words for the templates: numbers, dates, languages, marked text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ingest.tally import unread
from portal.pages import wording
from portal.records.evidence import known_as, named
from portal.records.models import Delivery, Part, Record
from portal.standards import events, languages
from search.answer import Piece
from search.fields import BY_NAME
from search.query.kinds.listed import one_line

register = template.Library()


register.filter("one_line", one_line)


@register.filter
def thousands(number: object) -> str:
    """Return a whole number with separators, as `41,200`; nothing for what is not held."""
    return f"{number:,}" if isinstance(number, int) else ""


@register.filter
def less(number: int, taken: int) -> int:
    """Return the difference of two counts."""
    return number - taken


@register.filter
def sought(scheme: str) -> bool:
    """Tell whether the classes of a scheme can be asked for in a query."""
    return scheme in BY_NAME


@register.filter
def state(delivery: Delivery) -> str:
    """Return how far a delivery has come; of one that is stored, whether nothing of it could be read."""
    return "Nothing in it could be read" if unread([*delivery.runs.all()]) else delivery.get_state_display()


@register.filter
def address(request: HttpRequest) -> str:
    """Return the page's whole address; without the host where the request names one that is not this site's."""
    try:
        return request.build_absolute_uri()
    except DisallowedHost:
        return request.get_full_path()


@register.filter
@lru_cache(maxsize=4096)
def day(date: dt.date | None, style: str = "j M Y") -> str:
    """Return a date as a `<time>` element reading `12 May 2025`; `style` is Django's date format."""
    if not date:
        return ""
    return format_html('<time class="nb" datetime="{}">{}</time>', date.isoformat(), date_format(date, style))


@register.simple_tag(takes_context=True)
def dated(context: Mapping[str, Any], as_of: dt.date | None, delivery: int) -> str:
    """Return the day of a value, and that it is the day of receipt where its delivery gives none."""
    source = context["deliveries"].get(delivery)
    if as_of and source and not source.dates(as_of):
        return format_html("not dated; received {}", day(as_of))
    return day(as_of)


@register.filter
def moment(time: dt.datetime | None) -> str:
    """Return a time as a `<time>` element reading `12 May 2025, 04:12 UTC`."""
    if not time:
        return ""
    words = date_format(time.astimezone(dt.UTC), "j M Y, H:i")
    return format_html('<time class="nb" datetime="{}">{} UTC</time>', time.isoformat(), words)


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Return text with the query's words in `<mark>`."""
    return mark_safe(  # noqa: S308 - every piece is escaped
        "".join(f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text) for piece in pieces)
    )


@register.simple_tag
@lru_cache(maxsize=256)
def tongue(code: str) -> str:
    """Return the attributes of a passage in a language: `lang="ar" dir="rtl"`; where it is not known, the text decides."""
    if not code:
        return mark_safe('dir="auto"')
    return format_html('lang="{}" dir="{}"', code, languages.direction(code))


@register.simple_tag
def written(text: str) -> str:
    """Return the attributes of a name or query, whose language only its letters tell."""
    return tongue(wording.written_language(text))


@register.filter
def quoting(sentence: str) -> SafeString:
    """Return a sentence whose “quoted” words carry their language, so that an Arabic word does not turn the sentence round."""
    parts = re.split("“([^”]*)”", sentence)
    return mark_safe(  # noqa: S308 - every part is escaped
        "".join(
            format_html('“<bdi class="term" {}>{}</bdi>”', written(part), part)
            if place % 2
            else conditional_escape(part)
            for place, part in enumerate(parts)
        )
    )


@register.simple_tag
def attributes(**values: object) -> str:
    """Return HTML attributes of the values that are set; `data_th="Kind"` gives `data-th="Kind"`."""
    given = ((name.replace("_", "-"), value) for name, value in values.items() if value)
    return format_html_join(" ", '{}="{}"', given)


@register.filter
def language(code: str) -> str:
    return languages.name(code)


@register.filter
def status(record: Record) -> str:
    """Return the status of a record by its name, as `Ended by term`."""
    return named(record.status, by_term=record.by_term)


@register.filter
def status_known(record: Record) -> str:
    """Return of when the status of a record is, as `as of 12 May 2025`."""
    known = known_as(received=record.status_received, by_term=record.by_term)
    return format_html("{} {}", known, day(record.status_as_of)) if record.status_as_of else "no date held"


@register.filter
def element(name: str) -> str:
    return wording.element_words(name)


@register.filter
def percent(rate: float) -> str:
    return wording.percent(rate, 1) + "%"


@register.filter
def changed(what: str, right: str) -> str:
    """Return what changed in a record of this right in words: `description (vi)` of a trade mark are its goods and services."""
    part, _, language = what.partition(" ")
    return f"{wording.part_words(right, part).lower()} {language}" if part in Part.values else what


@register.filter
def category(letter: str) -> str:
    return events.category_name(letter)


@register.filter
def at(found: Mapping[Any, Any], key: object) -> Any:
    """Return what a mapping holds under a key, None where it holds nothing."""
    return found.get(key)
