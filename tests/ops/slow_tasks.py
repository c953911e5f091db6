"""A task that begins, says which process began it, and ends when it is let go."""

from __future__ import annotations

import os
from pathlib import Path

from portal.celery import app
from tests.ops.waiting import until


@app.task(name="slow")
def slow(folder: str) -> None:
    """Leave `begun-PID` in the folder, wait there for `go`, then leave `done`."""
    place = Path(folder)
    (place / f"begun-{os.getpid()}").touch()
    until((place / "go").exists, 120)
    (place / "done").touch()
