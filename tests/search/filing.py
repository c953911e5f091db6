"""Records in the store for tests of search: one call files one application with its elements."""

from __future__ import annotations

import datetime as dt

from portal.records.models import (
    Classification,
    Delivery,
    Office,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)

LETTERS = {"P": "patent", "U": "utility_model", "D": "design", "T": "trademark"}


def office(code: str, *languages: str) -> Office:
    return Office.objects.get_or_create(
        code=code, defaults={"name": f"Office {code}", "country": code, "languages": list(languages)}
    )[0]


def delivery(code: str) -> Delivery:
    return Delivery.objects.get_or_create(
        sha256=code.lower() * 32, defaults={"office": office(code), "name": "issue.xml", "size": 1}
    )[0]


def file_record(
    record_id: str,
    texts: dict[tuple[str, str] | tuple[str, str, str], list[str]] | None = None,
    *,
    published: dt.date | None = dt.date(2020, 5, 12),
    kind: str = "A1",
    applicants: tuple[str, ...] = (),
    inventors: tuple[str, ...] = (),
    agents: tuple[str, ...] = (),
    ipc: tuple[str, ...] = (),
    related: tuple[tuple[str, str, str] | tuple[str, str, str, dt.date], ...] = (),
    **fields: object,
) -> Record:
    """File a record. `texts` maps (part, language[, origin]) to paragraphs, numbered from 1."""
    code, letter, key = record_id.split("-", 2)
    sent = delivery(code)
    record = Record.objects.create(
        id=record_id,
        office=sent.office,
        right=LETTERS[letter],
        number_original=key,
        number=key,
        number_key=key,
        kind=kind,
        publication_date=published,
        first_delivery=sent,
        latest_delivery=sent,
        **fields,
    )
    shared = {"record": record, "delivery": sent, "as_of": published or dt.date(2020, 1, 1)}
    if published:
        Publication.objects.create(
            **shared, number_original=key, number=key, number_key=f"9{key}", kind=kind, date=published
        )
    for (part, language, *origin), paragraphs in (texts or {}).items():
        rows = [{"n": str(n), "t": text, "refs": []} for n, text in enumerate(paragraphs, 1)]
        Text.objects.create(**shared, part=part, language=language, origin=(*origin, "office")[0], paragraphs=rows)
    for role, names in (("applicant", applicants), ("inventor", inventors), ("agent", agents)):
        for sequence, name in enumerate(names):
            Party.objects.create(**shared, role=role, sequence=sequence, name=name)
    for sequence, symbol in enumerate(ipc):
        Classification.objects.create(**shared, scheme="ipc", sequence=sequence, symbol=symbol, original=symbol)
    for sequence, (relation, cited, number, *day) in enumerate(related):
        RelatedNumber.objects.create(
            **shared,
            relation=relation,
            sequence=sequence,
            office_code=cited,
            number_original=number,
            number_key=number,
            date=(*day, None)[0],
        )
    return record
