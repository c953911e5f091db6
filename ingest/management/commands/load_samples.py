"""`manage.py load_samples`: the invented deliveries in `samples/`, through the same pipeline as real ones."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from tqdm import tqdm

from ingest import pipeline
from ingest.offices.profiles import BadProfile
from portal.records.models import Delivery

OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path, archive: Path) -> None:
    """Write a folder's files into a zip whose bytes depend on their names and bytes only: the same delivery everywhere.

    Stored rather than deflated, as compressors differ between versions of zlib.
    """
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                target.writestr(
                    zipfile.ZipInfo(file.relative_to(folder).as_posix(), OLDEST_ZIP_DATE), file.read_bytes()
                )


def deliveries(samples: Path, room: Path) -> Iterator[tuple[str, Path]]:
    """Yield the office code and the file of each sample delivery, packed into `room` where it is a folder."""
    for place in sorted(path for path in samples.glob("[A-Z][A-Z]/*") if not path.name.startswith(".")):
        if not place.is_dir():
            yield place.parent.name, place
            continue
        archive = room / f"{place.name}.zip"
        pack(place, archive)
        yield place.parent.name, archive


class Command(BaseCommand):
    """Does nothing once an office's own delivery is stored, and nothing new where the samples are stored already.

    Those of an office whose profile is wrong are left out, and read at the next start.
    """

    help = "Read the sample deliveries into the store, unless it holds real ones."

    def handle(self, **_: Any) -> None:
        if Delivery.objects.filter(sample=False).exists():
            return
        started = []
        with tempfile.TemporaryDirectory() as room:
            for office, path in deliveries(settings.SAMPLES_DIR, Path(room)):
                try:
                    started.append(pipeline.start(path, office, sample=True))
                except BadProfile as error:
                    self.stderr.write(f"{path.name}: {error}")
        waiting = [run for run, work in started if work]
        with tqdm(waiting, desc="Sample deliveries", unit=" deliveries", disable=None if waiting else True) as bar:
            for run in bar:
                bar.set_postfix_str(f"{run.delivery.office_id or ''} {run.delivery.name}")
                pipeline.carry(run)
