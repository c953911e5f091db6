"""Rows as tests need them: `draft("BR-P-102020000001", as_of="2020-01-07", title="…")`."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from portal.records.models import (
    Classification,
    Delivery,
    LegalEvent,
    Office,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)
from portal.records.store import Draft

_serial = count(1)
LETTERS = {"P": "patent", "U": "utility_model", "D": "design", "T": "trademark"}


def office(code: str = "BR", **fields: Any) -> Office:
    return Office.objects.get_or_create(
        code=code, defaults={"name": f"Office {code}", "country": f"Country {code}", "languages": ["pt"], **fields}
    )[0]


def delivery(code: str = "BR", **fields: Any) -> Delivery:
    n = next(_serial)
    return Delivery.objects.create(
        **{
            "sha256": f"{n:064x}",
            "office": office(code),
            "name": f"{code}-{n}.xml",
            "size": n,
            "state": "stored",
            **fields,
        }
    )


def draft(
    record_id: str,
    source: Delivery,
    *,
    as_of: str = "2020-01-07",
    filed: str | None = None,
    publications: tuple[tuple[str, str], ...] = (),
    texts: dict[tuple[str, str], list[str] | str] | None = None,
    applicants: tuple[str, ...] = (),
    ipc: tuple[str, ...] = (),
    events: tuple[tuple[str, str, str], ...] = (),
    document: str = "",
    priorities: tuple[tuple[str, str], ...] = (),
) -> Draft:
    """A draft as `ingest.normalise` makes it. `publications` are (kind, date), `events` (date, code, category)."""
    code, letter, key = record_id.split("-", 2)
    day = dt.date.fromisoformat(as_of)
    source_mark = [as_of, source.pk]
    record = Record(
        id=record_id,
        office_id=code,
        right=LETTERS[letter],
        number_original=key,
        number=key,
        number_key=key,
        filing_date=dt.date.fromisoformat(filed) if filed else None,
        filing_date_original=filed or "",
        sources=dict.fromkeys(("number_original", "number", "filing_date"), source_mark),
        first_delivery=source,
        latest_delivery=source,
    )
    made = Draft(record)
    made.publications = [
        Publication(number_original=key, number=key, number_key=key, kind=kind, date=dt.date.fromisoformat(date))
        for kind, date in publications
    ]
    made.texts = [
        Text(part=part, language=language, document=document, paragraphs=paragraphs(content))
        for (part, language), content in (texts or {}).items()
    ]
    made.parties = [Party(role="applicant", sequence=n, name=name) for n, name in enumerate(applicants, 1)]
    made.classifications = [
        Classification(scheme="ipc", sequence=n, symbol=symbol, original=symbol) for n, symbol in enumerate(ipc, 1)
    ]
    made.events = [
        LegalEvent(key=f"{date}{code_}", date=dt.date.fromisoformat(date), code=code_, name=code_, category=category)
        for date, code_, category in events
    ]
    made.related = [
        RelatedNumber(relation="priority", sequence=n, office_code=office_, number_original=number, number_key=number)
        for n, (office_, number) in enumerate(priorities, 1)
    ]
    for row in made.elements:
        row.record_id, row.delivery_id, row.as_of = record_id, source.pk, day
    return made


def paragraphs(content: list[str] | str) -> list[dict[str, Any]]:
    """A title, or numbered claims."""
    if isinstance(content, str):
        return [{"n": "", "t": content, "refs": []}]
    return [{"n": str(n), "t": text, "refs": []} for n, text in enumerate(content, 1)]
