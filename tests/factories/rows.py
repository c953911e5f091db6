"""Rows for tests, with the least said about each."""

import datetime as dt
import hashlib
from itertools import count

from portal.records.models import (
    AuthorityEntry,
    AuthorityFile,
    Classification,
    Delivery,
    Office,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)

DAY = dt.date(2020, 1, 1)
_serial = count()


def day(year):
    return year and dt.date(year, 5, 17)


def office(code="TH", **fields):
    fields = {"name": f"Office of {code}", "country": f"Land {code}"} | fields
    return Office.objects.update_or_create(code=code, defaults=fields)[0]


def delivery(of=None):
    name = f"delivery-{next(_serial)}"
    return Delivery.objects.create(sha256=hashlib.sha256(name.encode()).hexdigest(), office=of, name=name, size=1)


def record(
    of,
    key,
    *,
    right="patent",
    year=None,
    documents=(),
    texts=(),
    roles=(),
    name=("N", ""),
    ipc=False,
    status="unknown",
    related=(),
):
    """Store a record with `documents` [(number key, kind, year)], `texts` [(part, language, origin, document)] and roles.

    `related` are relations to other numbers, each of the number 1 of the United States, without a date.
    """
    source = delivery(of)
    stored = Record.objects.create(
        id=f"{of.code}-{right[0].upper()}-{key}",
        office=of,
        right=right,
        number=key,
        number_key=key,
        publication_date=day(year),
        status=status,
        first_delivery=source,
        latest_delivery=source,
    )
    own = {"record": stored, "delivery": source, "as_of": DAY}
    for number, kind, published in documents:
        Publication.objects.create(number=number, number_key=number, kind=kind, date=day(published), **own)
    for part, language, origin, document in texts:
        paragraphs = [{"n": "", "t": "x", "refs": []}]
        Text.objects.create(
            part=part, language=language, origin=origin, document=document, paragraphs=paragraphs, **own
        )
    for place, role in enumerate(roles):
        Party.objects.create(role=role, sequence=place, name=name[0], name_latin=name[1], **own)
    for place, relation in enumerate(related):
        number = {"office_code": "US", "number_original": "1", "number_key": "1"}
        RelatedNumber.objects.create(relation=relation, sequence=place, **number, **own)
    if ipc:
        Classification.objects.create(scheme="ipc", sequence=0, symbol="A61K 31/00", original="A61K31/00", **own)
    return stored


def authority(of, entries, *, update="full", produced=DAY):
    """Store an authority file with `entries` [(number key, kind, year, exception)] or with the right as a fifth."""
    file = AuthorityFile.objects.create(delivery=delivery(of), office=of, produced=produced, update=update)
    AuthorityEntry.objects.bulk_create(
        AuthorityEntry(
            authority_file=file,
            office=of,
            right=rest[0] if rest else "patent",
            number_original=f"{of.code}{number}",
            number_key=number,
            kind=kind,
            date=day(year),
            exception=exception,
        )
        for number, kind, year, exception, *rest in entries
    )
    return file
