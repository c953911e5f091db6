"""An OpenSearch of the tests' own that answers what it is told to: for refusals a real one cannot be made to give."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answer = tuple[int, dict[str, Any]]
OK_SHARDS = {"total": 3, "successful": 3, "failed": 0}


class Node:
    """A node: `bulk` are the answers to the next bulk requests, each a function of the ids sent; then it takes everything."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.bulk: list[Callable[[list[str]], Answer]] = []
        self.paths: dict[str, Answer] = {"": (200, {"version": {"number": "3.8.0"}})}
        self.searches: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.taken: list[list[str]] = []

    def answer(self, path: str, body: bytes) -> Answer:
        """Return the answer to a request and remember it."""
        self.asked.append(path)
        if path.endswith("/_bulk"):
            ids = [next(iter(line.values()))["_id"] for line in map(json.loads, body.splitlines()) if is_action(line)]
            self.taken.append(ids)
            return self.bulk.pop(0)(ids) if self.bulk else items(201)(ids)
        ending = path.rpartition("/")[2]
        if ending == "_search":
            self.searches.append(json.loads(body))
        return self.paths.get(ending, (200, {"count": 0, "_shards": OK_SHARDS}))


def is_action(line: dict[str, Any]) -> bool:
    return next(iter(line)) in {"index", "delete"}


def items(*statuses: int, kind: str = "index") -> Callable[[list[str]], Answer]:
    """Answer each document with its status, the last one for all that follow."""

    def answer(ids: list[str]) -> Answer:
        error = {429: "es_rejected_execution_exception", 503: "unavailable_shards_exception", 400: "mapper_parsing"}
        found = []
        for n, record_id in enumerate(ids):
            status = statuses[min(n, len(statuses) - 1)]
            told = {"error": {"type": error[status], "reason": "told to"}} if status in error else {}
            found.append({kind: {"_id": record_id, "status": status, **told}})
        return 200, {"errors": True, "items": found}

    return answer


def refused(status: int) -> Callable[[list[str]], Answer]:
    """Refuse a whole request."""
    return lambda _: (status, {"error": {"type": "told to", "reason": "busy"}, "status": status})


@contextmanager
def node() -> Iterator[Node]:
    """Run a node on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, answer = told.answer(self.path.partition("?")[0], body)
            said = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_GET = do_POST  # noqa: N815 - http.server's names

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Node(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
