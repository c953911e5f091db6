"""`python -m tests.faults.kill_fifty [--kills N] [--seed S]`: SIGKILL of worker, broker and database while deliveries are read.

In the end the rows must be those of an undisturbed run, byte for byte. The seed is printed, so that a run can be repeated.
The database is a PostgreSQL of its own, started here; where there is none, SQLite is used, which has no process to kill.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from ops import broker  # noqa: E402 - the settings come first
from tests.factories.deliveries import br_number, dispatch, packed, rpi, st36  # noqa: E402
from tests.faults.postgres import Postgres, programs  # noqa: E402
from tests.faults.site import Site, kill  # noqa: E402
from tests.ops.waiting import until  # noqa: E402

PER_KILL = 2_800  # documents for each kill: as many a quick machine reads between two, and the work must outlast them
STANDSTILL = 900  # seconds; a run waits while others have the two processes of the worker, each for up to five minutes
Process = subprocess.Popen[bytes]


class Parts:
    """The processes of a portal, each of which can be killed and is started again at once."""

    def __init__(self, folder: Path, postgres: Postgres | None) -> None:
        self.folder, self.postgres = folder, postgres
        self.socket = folder / "broker.sock"
        self.address = broker.url(self.socket)
        self.running: dict[str, Process] = {"broker": self.start_broker()}
        if postgres:
            self.running["database"] = postgres.start()

    def start_broker(self) -> Process:
        command = broker.command(self.folder / "queue", self.socket)
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, process_group=0)
        assert broker.wait(self.socket)
        return server

    def start_worker(self, site: Site) -> None:
        """A new worker first puts back what a killed one had taken, as the launcher does."""
        broker.restore(self.address)
        self.running["worker"] = site.worker()

    def again(self, name: str, site: Site) -> None:
        """Kill a part and start it again."""
        kill(self.running.pop(name))
        if name == "broker":
            self.running[name] = self.start_broker()
        elif name == "database":
            assert self.postgres
            self.running[name] = self.postgres.start()
        else:
            self.start_worker(site)

    def stop(self) -> None:
        for name in ("worker", "broker", "database"):
            if name in self.running:
                kill(self.running.pop(name))


def deliveries(folder: Path, documents: int) -> list[str]:
    """Two sorts of delivery, with repeated applications and broken documents in them."""
    half = documents // 2
    folder.mkdir()
    files = {f"{n:06d}.xml": st36(f"{2_000_000 + n}", {"en": [f"A kiln {n}.", "A lid."]}) for n in range(half)}
    for n in range(0, half, 700):
        files[f"{n:06d}.xml"] = files[f"{n:06d}.xml"].replace("Kiln", "Kiln & Co")
    gazette = [
        dispatch(br_number(1 + n % (half - half // 4)), ("3.1", "16.1")[n % 2], title=f"Forno {n}") for n in range(half)
    ]
    return [str(packed(folder / "week.zip", dict(files))), str(rpi(folder / "gazette.xml", gazette))]


def disturb(parts: Parts, site: Site, kills: int, chance: random.Random) -> Counter[str]:
    """Kill parts at random while the work gets on; return how often each."""
    done: Counter[str] = Counter()
    parts.start_worker(site)
    for n in range(kills):
        before = site.reached()
        # Every run, as one at which a worker was killed five times without getting on is given up.
        if not until(lambda before=before: not before & site.reached(), STANDSTILL):
            print(f"FAILED: a run did not get on for {STANDSTILL} s", flush=True)
            break
        if site.finished():
            break
        time.sleep(chance.uniform(0, 1.5))
        name = chance.choice(sorted(parts.running))
        parts.again(name, site)
        done[name] += 1
        print(f"{n + 1:3}/{kills} {name} killed; {site.positions():,} documents stored", flush=True)
    return done


def compare(kills: int, seed: int, folder: Path) -> bool:
    postgres = Postgres(folder / "postgres") if programs() else None
    print(f"seed {seed}; database: {'PostgreSQL' if postgres else 'SQLite, which has no process to kill'}", flush=True)
    files = deliveries(folder / "deliveries", kills * PER_KILL)
    parts = Parts(folder, postgres)
    try:
        calm = Site(folder / "calm", database=postgres.create("calm") if postgres else "")
        calm.manage("ingest", *files)
        site = Site(folder / "killed", parts.address, postgres.create("killed") if postgres else "")
        site.manage("ingest", *files, "--enqueue")
        done = disturb(parts, site, kills, random.Random(seed))
        parts.again("worker", site)
        ended = until(site.finished, 600)
        errors = site.errors()
        same = {table: rows == calm.rows()[table] for table, rows in site.rows().items()} if ended else {}
    finally:
        parts.stop()
    print(
        f"given up: {errors}; killed: {dict(done)}; finished: {ended}; tables that differ: {[t for t, ok in same.items() if not ok]}"
    )
    return ended and all(same.values()) and done.total() == kills


def end(*_: object) -> None:
    """Told to stop: go through the `finally` that ends what was started."""
    sys.exit(1)


def main() -> int:
    signal.signal(signal.SIGTERM, end)
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kill_fifty", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lontar-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the database runs as a user of its own
        same = compare(given.kills, given.seed, folder)
    print("The rows are those of the undisturbed run." if same else "FAILED: see the line above.")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
