"""A store of any size for benchmarks: records made of the words of real deliveries, as often as they stand there.

The words come from the office files in `OFFICE_DATA_DIR` and from the sample deliveries; the records are put into the store
straight away, so that what is measured is search and not ingest. The same seed makes the same store.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction

from ingest.archive import BadArchive
from ingest.dialects import AuthorityDialect, UnknownDialect, detect, documents
from ingest.document import Delivered
from portal.records.models import Classification, Delivery, Office, Party, Publication, Record, Text

PER_FILE = 2_000  # documents read of each file
LARGEST = 20_000_000  # bytes of a file that is looked at
FEWEST = 300  # words that must have been read of a language before records are written in it
BATCH = 1_000  # records stored together
_HAT = 1 << 18  # words a word is drawn from
_LETTERS = 6  # of a word of usual length
# Office → the language it publishes in. A third of what is not English has a translation beside it.
OFFICES = {"BR": "pt", "CL": "es", "ID": "id", "VN": "vi", "TH": "th", "MX": "es", "MY": "en", "EG": "ar", "IN": "en"}
TRANSLATED = 0.33
KINDS, STATUSES = ("A", "A1", "B1", "U"), ("pending", "in_force", "ended", "unknown")
SUBCLASSES = ("A61K", "C01B", "H01M", "G06F", "B65D", "E04B", "A01N", "C07D", "F24S", "H04L")


@dataclass(frozen=True)
class Shape:
    """How long the texts of a record are, in words; 0 for none. Full records are about 10 kB."""

    title: int
    abstract: int
    claims: int


SHAPES = {"full": Shape(9, 110, 1_250), "short": Shape(9, 30, 0)}


@dataclass(frozen=True)
class Vocabulary:
    """The words of a language and how often they were read, added up."""

    words: list[str]
    weights: list[int]

    @cached_property
    def _hat(self) -> list[str]:
        """Words as often as they are frequent, so that one is drawn without a search for its weight."""
        return [self.words[bisect(self.weights, self.weights[-1] * place // _HAT)] for place in range(_HAT)]

    @cached_property
    def _length(self) -> float:
        return sum(map(len, self._hat)) / _HAT

    def draw(self, chance: random.Random, count: int) -> str:
        """Return about `count` words in a row, each as likely as it is frequent.

        Of longer words there are fewer: what stands between two blanks in Thai is a whole sentence.
        """
        return " ".join(chance.choices(self._hat, k=max(1, round(count * _LETTERS / self._length))))

    def ranked(self, low: int, high: int) -> list[str]:
        """Return the words from the `low`th to the `high`th most frequent one that are longer than three letters."""
        return [word for word in self.words if len(word) > 3 and word.isalpha()][low:high]


def vocabularies() -> dict[str, Vocabulary]:
    """Return language → vocabulary, of every language of which enough was read; English is always there.

    They are read once and kept beside the store: reading takes longer than all that is measured.
    """
    kept = Path(settings.LONTAR_DATA) / "words.json"
    if not kept.exists():
        kept.write_text(json.dumps({name: vars(found) for name, found in _read().items()}))
    return {name: Vocabulary(**found) for name, found in json.loads(kept.read_text()).items()}


def _read() -> dict[str, Vocabulary]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in (Path(settings.BASE_DIR) / "samples", Path(settings.OFFICE_DATA_DIR)):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            for document in _documents(path):
                for text in document.texts:
                    counts[text.language or "en"].update(word for p in text.paragraphs for word in p["t"].split())
    return {
        language.lower(): Vocabulary(words, list(accumulate(found[word] for word in words)))
        for language, found in counts.items()
        if found.total() >= FEWEST and (words := [word for word, _ in found.most_common()])
    }


def _documents(path: Path) -> Iterator[Delivered]:
    if not path.is_file() or path.stat().st_size > LARGEST:
        return
    try:
        if not isinstance(detect(path), AuthorityDialect):
            yield from (found for found in islice(documents(path, None), PER_FILE) if isinstance(found, Delivered))
    except (BadArchive, UnknownDialect, OSError, ValueError):
        return  # what no reader knows has no words to give


def fill(count: int, shape: Shape, words: dict[str, Vocabulary], seed: int = 1) -> None:
    """Put `count` records into an empty store."""
    chance = random.Random(seed)
    offices = [Office.objects.get_or_create(code=code, defaults={"name": code, "country": code})[0] for code in OFFICES]
    delivery = Delivery.objects.create(sha256="0" * 64, name="benchmark", size=1, state="stored")
    names = words["en"].ranked(0, 4_000)
    for start in range(0, count, BATCH):
        rows: dict[type[models.Model], list[Any]] = defaultdict(list)
        for serial in range(start, min(start + BATCH, count)):
            for row in _record(serial, chance.choice(offices), delivery, shape, words, names, chance):
                rows[type(row)].append(row)
        with transaction.atomic():
            for model, found in rows.items():  # records come first
                model._default_manager.bulk_create(found, batch_size=BATCH)


def _record(
    serial: int,
    office: Office,
    delivery: Delivery,
    shape: Shape,
    words: dict[str, Vocabulary],
    names: list[str],
    chance: random.Random,
) -> Iterator[models.Model]:
    year = min(2024, 1990 + int(abs(chance.gauss(0, 12))))
    day = dt.date(year, chance.randint(1, 12), chance.randint(1, 28))
    number = f"{year}{serial:08}"
    record = Record(
        id=f"{office.code}-P-{number}",
        office=office,
        right="patent",
        number_original=number,
        number=number,
        number_key=number,
        kind=chance.choice(KINDS),
        filing_date=day - dt.timedelta(days=540),
        publication_date=day,
        status=chance.choice(STATUSES),
        first_delivery=delivery,
        latest_delivery=delivery,
    )
    own: dict[str, Any] = {"record": record, "delivery": delivery, "as_of": day}
    yield record
    yield Publication(number=number, number_original=number, number_key=number, kind=record.kind, date=day, **own)
    language = OFFICES[office.code] if OFFICES[office.code] in words else "en"
    for tongue in {language, "en"} if chance.random() < TRANSLATED else {language}:
        for part, length in (("title", shape.title), ("abstract", shape.abstract), ("claims", shape.claims)):
            paragraphs = [
                {
                    "n": str(n + 1) if part == "claims" else "",
                    "t": words[tongue].draw(chance, min(length, 120)),
                    "refs": [],
                }
                for n in range(-(-length // 120))
            ]
            if paragraphs:
                yield Text(part=part, language=tongue, paragraphs=paragraphs, **own)
    for place in range(2):
        name = " ".join(chance.choices(names, k=2))
        yield Party(role=("applicant", "inventor")[place], sequence=0, name=name, country=office.code, **own)
    for place in range(chance.randint(1, 4)):
        symbol = f"{chance.choice(SUBCLASSES)} {chance.randint(1, 40)}/{chance.randint(0, 40):02}"
        yield Classification(scheme="ipc", sequence=place, symbol=symbol, original=symbol, **own)
