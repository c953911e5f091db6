"""Documents for the tables of checks: `document()` is one that no check has anything to say about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ingest.quality.check import Check
from portal.records.models import (
    Classification,
    Delivery,
    LegalEvent,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)
from portal.records.store import Draft

# code → (documents it speaks of with words of its sentence, documents it does not speak of)
Table = dict[str, tuple[list[tuple[Draft, str]], list[Draft]]]
RECEIVED = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def text(part: str, *paragraphs: Any, language: str = "pt") -> Text:
    """A text of paragraphs given as words or as (label, words, references)."""
    rows = [p if isinstance(p, tuple) else (str(n), p, []) for n, p in enumerate(paragraphs, 1)]
    return Text(part=part, language=language, paragraphs=[{"n": n, "t": t, "refs": refs} for n, t, refs in rows])


def title(words: str, language: str = "pt") -> Text:
    return text("title", ("", words, []), language=language)


def titled(*texts: Text, **lists: Any) -> Draft:
    """A document with a title and the given texts."""
    return document(texts=[title("Forno"), *texts], **lists)


def claimed(*paragraphs: Any) -> Draft:
    return titled(text("claims", *paragraphs))


def publication(kind: str = "A2", date: str = "2021-06-01", number: str = "1", **fields: Any) -> Publication:
    return Publication(number=number, number_key=number, kind=kind, date=day(date), as_of=day(date), **fields)


def event(date: str) -> LegalEvent:
    return LegalEvent(date=day(date), name="Pedido publicado", as_of=day(date))


def related(date: str, relation: str = "priority", number: str = "", office: str = "US") -> RelatedNumber:
    return RelatedNumber(
        relation=relation, date=day(date), office_code=office, number_original=number or "1", number_key=number
    )


def party(name: str, role: str = "applicant", country: str = "BR") -> Party:
    return Party(role=role, name=name, country=country)


def people(*names: str, role: str = "applicant") -> Draft:
    """A document of these persons in one role, and of an applicant."""
    return document(parties=[party("Ana Lima"), *(party(name, role) for name in names)])


def symbol(symbol: str, scheme: str = "ipc", original: str = "") -> Classification:
    return Classification(scheme=scheme, symbol=symbol, original=original or symbol)


def classed(*rows: Classification, right: str = "patent") -> Draft:
    return document(classifications=list(rows), right=right)


def document(
    filed: str = "2020-01-02",
    number: str = "BR 10 2020 000001-5",
    office: str = "BR",
    right: str = "patent",
    granted: str = "",
    expires: str = "",
    **lists: list[Any],
) -> Draft:
    """A document that no check has anything to say about, but for the lists given."""
    record = Record(id=f"{office}-P-1", office_id=office, number=number, number_original=number, right=right)
    record.number_key, record.filing_date, record.grant_date = "102020000001", day(filed), day(granted)
    record.expiry_date = day(expires)
    record.latest_delivery = Delivery(pk=7, received_at=RECEIVED)
    draft = Draft(record)
    draft.texts = [title("Forno")]
    draft.publications = [publication()]
    draft.parties = [party("Ana Lima")]
    draft.classifications = [symbol("F24B 1/00")]
    for name, rows in lists.items():
        setattr(draft, name, rows)
    for row in draft.elements:
        row.as_of = row.as_of or dt.date(2021, 6, 1)
    return draft


def said(checks: tuple[Check, ...], code: str, draft: Draft) -> list[str]:
    """What one check of a room says of a draft."""
    return [sentence for check in checks if check.code == code for sentence in check.find(draft)]
