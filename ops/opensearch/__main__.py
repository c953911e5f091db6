"""`make opensearch`: in the foreground until Ctrl-C; `ARGS=--detach` leaves it running, `ARGS=--stop` ends that one.

`ARGS="--release 2.19.1"` starts another of the releases the tests are run on.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from ops.children import tail
from ops.opensearch import java
from ops.refusal import Refusal
from ops.run import get
from ops.watch import GRACE_SECONDS, alive, end

IMAGE = "opensearchproject/opensearch"
START_SECONDS = 120.0


def docker_answers() -> bool:
    """Tell whether a container engine runs here; the client alone is not enough."""
    try:
        return not subprocess.run(["docker", "info"], capture_output=True, timeout=20, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False


def docker_command(port: int, release: str) -> list[str]:
    """Return the command of a container that is gone when it stops."""
    options = {
        "discovery.type": "single-node",
        "DISABLE_SECURITY_PLUGIN": "true",
        "OPENSEARCH_JAVA_OPTS": "-Xms512m -Xmx1g",
    }
    words = [word for name, value in options.items() for word in ("--env", f"{name}={value}")]
    return [
        "docker",
        "run",
        "--rm",
        "--name",
        "lontar-opensearch",
        "--publish",
        f"127.0.0.1:{port}:9200",
        *words,
        f"{IMAGE}:{release}",
    ]


def ready(url: str) -> bool:
    """Tell whether the cluster can be used."""
    return get(f"{url}/_cluster/health?wait_for_status=yellow&timeout=5s")[0] == 200


def start(url: str, folder: Path, release: str) -> subprocess.Popen[bytes]:
    """Start a server, its data in a folder of the release's own; it is not ready yet. Raises `Refusal`."""
    if get(url)[0]:
        raise Refusal(
            f"Something already answers at {url}. Stop it, or choose another port: OPENSEARCH_URL=http://127.0.0.1:9251"
        )
    port = urlsplit(url).port or 9201
    if docker_answers():
        command = docker_command(port, release)
    else:
        java.fetch(release)
        java.configure(folder / release)
        command = java.command(folder / release, port, release)
    with (folder / "log").open("wb") as output:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, process_group=0)


def wait_ready(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait until the server can be used. Raises `Refusal` with the end of its log."""
    deadline = time.monotonic() + START_SECONDS
    while not ready(url):
        if server.poll() is not None or time.monotonic() > deadline:
            raise Refusal(f"OpenSearch did not start. Its log, {log}, ends:\n{tail(log)}")
        time.sleep(0.5)
    print(f"OpenSearch answers at {url}", flush=True)


def stop(pidfile: Path) -> None:
    """End the server that `--detach` left running, if the process of that number still is one. Raises `Refusal`."""
    pid = int(pidfile.read_text()) if pidfile.exists() else 0
    words = subprocess.run(
        ["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    if not pid or not alive(pid) or "opensearch" not in words:
        raise Refusal("No OpenSearch that was started with --detach is running from this data folder.")
    end(pid)
    pidfile.unlink()


def dismiss(server: subprocess.Popen[bytes]) -> None:
    """End a server this process started."""
    server.terminate()
    try:
        server.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def interrupt(_number: int, _frame: object) -> None:
    """Take SIGTERM as Ctrl-C."""
    raise KeyboardInterrupt


def detach(server: subprocess.Popen[bytes], pidfile: Path, url: str) -> None:
    """Leave a server running once it is ready; end it when it is not."""
    try:
        wait_ready(server, url, pidfile.with_name("log"))
    except BaseException:
        dismiss(server)
        raise
    pidfile.write_text(str(server.pid))


def hold(server: subprocess.Popen[bytes], log: Path, url: str) -> None:
    """Stay until Ctrl-C, or until the server ends by itself."""
    try:
        wait_ready(server, url, log)
        print("Ctrl-C stops it.", flush=True)
        server.wait()
    finally:
        dismiss(server)


def main() -> int:
    """Do what the options say: 0 when it went well, 1 with a sentence when not."""
    parser = argparse.ArgumentParser(prog="make opensearch", description=__doc__)
    parser.add_argument("--detach", action="store_true", help="leave the server running")
    parser.add_argument("--stop", action="store_true", help="end the server left running")
    parser.add_argument("--release", choices=java.RELEASES, default=java.RELEASES[0], help="which OpenSearch to start")
    options = parser.parse_args()
    folder, url = settings.LONTAR_DATA / "opensearch", settings.OPENSEARCH_URL.split(",")[0].rstrip("/")
    folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, interrupt)
    try:
        if options.stop:
            stop(folder / "pid")
        elif options.detach:
            detach(start(url, folder, options.release), folder / "pid", url)
        else:
            hold(start(url, folder, options.release), folder / "log", url)
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.exit(main())
