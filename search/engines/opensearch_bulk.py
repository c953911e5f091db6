"""Bulk requests that wait for a busy cluster and name what it does not take: plain data, no client.

A cluster short of memory or electing a manager refuses for a while, whole requests or single documents (429
`es_rejected_execution_exception`, 503 `unavailable_shards_exception`). What was refused so is sent again, alone, after a pause
that doubles. Sending a document twice changes nothing, as it goes by its id.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from search.answer import EngineDown

PAUSES = (1, 2, 4, 8, 16, 32)  # seconds before each further try
PASSING = frozenset({429, 502, 503, 504})  # HTTP statuses of a state that passes
DOCUMENTS = 500  # a request, at most BYTES of them
BYTES = 10_000_000  # OpenSearch takes 100 MB, and 10% of its heap for all requests at once
_NAMED = 3  # records that an error names
_log = logging.getLogger(__name__)


class Busy(RuntimeError):  # noqa: N818 - a state that passes, said as it is
    """The cluster took nothing of a request for now."""


@dataclass(frozen=True)
class Action:
    """One line of a bulk request: `index` with a source or `delete` without, by record id."""

    kind: str
    id: str
    source: dict[str, Any] | None = None

    def encoded(self) -> bytes:
        """Return the action as the request holds it, each line ended."""
        lines = [{self.kind: {"_id": self.id}}, *([] if self.source is None else [self.source])]
        return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


Encoded = tuple[Action, bytes]
Send = Callable[[bytes], list[dict[str, Any]]]


def write(send: Send, actions: Iterable[Action]) -> None:
    """Send actions in requests of a size the cluster takes. Raises EngineDown naming what it did not take.

    `send` takes the body of a request and returns the items of the answer, or raises Busy.
    """
    for request in requests(actions):
        _deliver(send, request)


def requests(actions: Iterable[Action]) -> Iterator[list[Encoded]]:
    """Yield the actions in order, in groups of at most DOCUMENTS and, unless one alone is larger, BYTES."""
    group: list[Encoded] = []
    size = 0
    for action in actions:
        line = action.encoded()
        if group and (len(group) == DOCUMENTS or size + len(line) > BYTES):
            yield group
            group, size = [], 0
        group.append((action, line))
        size += len(line)
    if group:
        yield group


def _deliver(send: Send, request: list[Encoded]) -> None:
    for pause in (*PAUSES, None):
        try:
            request, reason = _refused(request, send(b"".join(line for _, line in request)))
        except Busy as error:
            reason = str(error)
        if not request:
            return
        if pause is None:
            raise EngineDown(
                f"OpenSearch did not take {_names(request)} in {len(PAUSES) + 1} tries over {sum(PAUSES)} seconds ({reason}). "
                "What is not indexed stays noted; give it more memory or nodes, then: python manage.py index"
            )
        _log.warning("OpenSearch is busy (%s); %d documents go again in %d s.", reason, len(request), pause)
        time.sleep(pause)


def _refused(request: list[Encoded], items: list[dict[str, Any]]) -> tuple[list[Encoded], str]:
    """Return the actions to send again and why. Raises EngineDown for those that would never be taken."""
    answers = [next(iter(item.items())) for item in items]
    refused = [
        (one, result)
        for one, (kind, result) in zip(request, answers, strict=True)
        if result["status"] >= 300 and not (kind == "delete" and result["status"] == 404)
    ]
    never = [(one, result) for one, result in refused if result["status"] not in PASSING]
    if never:
        names = _names([one for one, _ in never])
        raise EngineDown(f"OpenSearch does not take {names} ({_reason(never[0][1])}). Please report it.")
    return [one for one, _ in refused], _reason(refused[0][1]) if refused else ""


def _reason(result: dict[str, Any]) -> str:
    error = result.get("error") or {}
    return f"{result['status']}: {error.get('type', 'no reason given')}: {error.get('reason', '')}".rstrip(": ")


def _names(request: list[Encoded]) -> str:
    names = ", ".join(action.id for action, _ in request[:_NAMED])
    more = len(request) - _NAMED
    return f"{names} and {more:,} more" if more > 0 else names
