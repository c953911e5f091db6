"""A cluster of OpenSearch nodes on this machine, each a process that can be killed by itself."""

from __future__ import annotations

import json
import socket
import subprocess
from pathlib import Path
from typing import Any

from ops.children import tail
from ops.opensearch import java
from ops.run import get
from tests.ops.waiting import until

NODE = Path(__file__).with_name("Node.java")
HEAP = "512m"
BETWEEN = 100  # from a node's HTTP port to its transport port
START_SECONDS = 240.0


def free(port: int) -> bool:
    """Tell whether nobody listens on a port of this machine."""
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) != 0


class Cluster:
    """Nodes with folders and ports of their own."""

    def __init__(self, folder: Path, size: int, release: str) -> None:
        open_ports = [port for port in reversed(java.PORTS) if free(port) and free(port + BETWEEN)]
        self.ports = open_ports[:size]
        self._folder, self._release = folder, release
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        java.fetch(release)

    @property
    def url(self) -> str:
        """The addresses of all nodes, as OPENSEARCH_URL takes them."""
        return ",".join(f"http://127.0.0.1:{port}" for port in self.ports)

    def start(self, port: int) -> None:
        """Start a node in the folder it had before, if it had one; it is not ready yet."""
        peers = [f"127.0.0.1:{other + BETWEEN}" for other in self.ports]
        words = [str(self._folder / str(port)), str(port), str(port + BETWEEN), *peers]
        with (self._folder / f"{port}.log").open("ab") as log:
            command = [*java.machine(self._release, HEAP), str(NODE), *words]
            self._processes[port] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def kill(self, port: int) -> None:
        """Kill a node with SIGKILL."""
        process = self._processes.pop(port)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """End every node that is left."""
        for port in list(self._processes):
            self.kill(port)

    def ask(self, path: str) -> Any:
        """Return what a living node answers, as JSON; nothing where none does."""
        for port in self._processes:
            status, text = get(f"http://127.0.0.1:{port}/{path}", seconds=5.0)
            if status == 200:
                return json.loads(text)
        return None

    def green(self, nodes: int) -> bool:
        """Tell whether so many nodes hold every piece of every index, with its copies."""
        health = self.ask("_cluster/health") or {}
        return health.get("status") == "green" and health["number_of_nodes"] == nodes

    def wait_green(self, nodes: int) -> None:
        """Wait for it; an error with the ends of the logs if it does not come."""
        if not until(lambda: self.green(nodes), START_SECONDS):
            logs = "\n".join(f"{port}:\n{tail(self._folder / f'{port}.log')}" for port in self.ports)
            raise AssertionError(f"The cluster is not green: {self.ask('_cluster/health')}\n{logs}")

    def manager(self) -> int:
        """Return the port of the node that manages the cluster now."""
        [row] = self.ask("_cat/cluster_manager?format=json")
        nodes = self.ask("_nodes/http")["nodes"]
        return int(nodes[row["id"]]["http"]["publish_address"].rpartition(":")[2])
