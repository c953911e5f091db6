"""A task that begins, says which process began it, and ends when it is let go."""

from __future__ import annotations

import os
from pathlib import Path

from celery.signals import celeryd_after_setup, worker_ready

from portal.celery import app
from tests.ops.waiting import until


@celeryd_after_setup.connect(weak=False)
def alone(**_: object) -> None:
    """Let this worker begin with nothing to do: its portal has no database to ask for work that was left."""
    worker_ready.receivers.clear()


@app.task(name="slow")
def slow(folder: str, *, deaf: bool = False) -> None:
    """Leave `begun-PID` in the folder, wait there for `go`, then leave `done`.

    `deaf` goes on when told to end, as a process does that is told so while an object is thrown away (Python drops what is raised there).
    """
    place = Path(folder)
    (place / f"begun-{os.getpid()}").touch()
    try:
        until((place / "go").exists, 120)
    except SystemExit:
        (place / "told").touch()
        if not deaf:
            raise
        until((place / "go").exists, 120)
    (place / "done").touch()
