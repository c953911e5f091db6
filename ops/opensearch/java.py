"""OpenSearch from Maven Central: the jars of a release, a Java that can run them, a node's settings, and the command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from ops.refusal import Refusal

HERE = Path(__file__).parent
LIB = HERE / "lib"
OLDEST_JAVA = 21
RELEASES = ("3.8.0", "2.19.1")  # those the tests are run on; the first unless told
PORTS = range(9201, 9300)
RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner"


def candidates() -> Iterator[Path]:
    """Yield the places where a Java may be: JAVA_HOME, the folders Linux and macOS keep them in, PATH."""
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home, "bin", "java")
    yield from sorted(Path("/usr/lib/jvm").glob("*/bin/java"), reverse=True)
    yield from sorted(Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home/bin/java"), reverse=True)
    if found := shutil.which("java"):
        yield Path(found)


def version(java: Path) -> int:
    """Return the major version a Java says it is; 0 where it cannot be run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def choose() -> Path:
    """Return a Java that is new enough. Raises `Refusal`."""
    for java in candidates():
        if version(java) >= OLDEST_JAVA:
            return java
    raise Refusal(
        f"OpenSearch needs Java {OLDEST_JAVA} or newer and none was found. Install one (a JDK from your system's packages or "
        "adoptium.net) or name it: JAVA_HOME=/path/to/jdk make opensearch"
    )


def fetch(release: str) -> None:
    """Copy the jars of a release into `lib`, once; a half copy is thrown away. Raises `Refusal`."""
    if (LIB / release).exists():
        return
    if not shutil.which("mvn"):
        raise Refusal(
            "Neither Docker nor Maven was found, and OpenSearch comes from one of them. Install Maven or start Docker."
        )
    draft = LIB / f"{release}.part"
    shutil.rmtree(draft, ignore_errors=True)
    goal = [f"-Drelease={release}", "dependency:copy-dependencies", f"-DoutputDirectory={draft}"]
    if subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), *goal], check=False).returncode:
        raise Refusal(
            "Maven could not fetch OpenSearch; its words are above. When it can reach Maven Central, try again."
        )
    draft.rename(LIB / release)


def configure(folder: Path) -> None:
    """Write a node's settings: alone and on loopback. Else it looks for others at port 9300 and above, and joins them."""
    config = folder / "node_1" / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "opensearch.yml").write_text("network.host: 127.0.0.1\ndiscovery.type: single-node\n")


def machine(release: str, heap: str) -> list[str]:
    """Return the start of a command: a Java with so much memory and the jars of a release. Raises `Refusal`."""
    options = ["-Xms512m", f"-Xmx{heap}", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"]
    return [str(choose()), *options, "-cp", f"{LIB / release}/*"]


def command(folder: Path, port: int, release: str) -> list[str]:
    """Return the command of one node, on loopback only. Raises `Refusal` for a port the runner does not take."""
    if port not in PORTS:
        raise Refusal(
            f"Without Docker, OpenSearch listens on a port from {PORTS[0]} to {PORTS[-1]}, not {port}; see OPENSEARCH_URL."
        )
    runner = {
        "-basePath": str(folder),
        "-numOfNode": "1",
        "-clusterName": "lontar",
        "-baseHttpPort": str(port - 1),  # it counts from the one before
    }
    return [*machine(release, "1g"), RUNNER, *(word for option in runner.items() for word in option)]
