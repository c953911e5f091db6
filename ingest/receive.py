"""Bytes first: a delivery is hashed and kept before anything in it is looked at."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from portal.records.models import Delivery

CHUNK = 1 << 20


def receive(path: Path, *, sample: bool = False) -> tuple[Delivery, bool]:
    """Keep the bytes of the file at `path` under their SHA-256.

    Returns the delivery and whether it is new. The same bytes again, under whatever name, are the same delivery.
    Raises OSError when the file cannot be read or kept; then nothing is recorded.
    """
    sha256, size = _keep(path)
    return Delivery.objects.get_or_create(
        sha256=sha256, defaults={"name": path.name[:255], "size": size, "sample": sample}
    )


def kept(delivery: Delivery) -> Path:
    """Where the bytes of `delivery` are kept."""
    return Path(settings.DELIVERIES_DIR) / delivery.sha256[:2] / delivery.sha256


def _keep(path: Path) -> tuple[str, int]:
    """Copy the file aside while hashing it, flush it to disk, then give it its name in one step."""
    folder = Path(settings.DELIVERIES_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    descriptor, draft = tempfile.mkstemp(dir=folder, prefix="incoming-")
    try:
        with os.fdopen(descriptor, "wb") as target, path.open("rb") as source:
            while block := source.read(CHUNK):
                digest.update(block)
                size += target.write(block)
            target.flush()
            os.fsync(target.fileno())
        place = folder / digest.hexdigest()[:2] / digest.hexdigest()
        place.parent.mkdir(exist_ok=True)
        Path(draft).replace(place)
    finally:
        Path(draft).unlink(missing_ok=True)
    return digest.hexdigest(), size
