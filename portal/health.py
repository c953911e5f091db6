"""Whether this process lives, and whether the site can answer: two questions of whoever runs it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from typing import TypedDict

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from portal.records.models import Record
from search import indexing, service
from search.answer import EngineDown
from search.engines import engine

SECONDS = 2.0  # each part has this long to answer

_NO_INDEX = (
    "Records are stored, but there is no index. Build it with: python manage.py index --rebuild "
    "(docs/runbook.md, “The engine is down”)."
)


class Part(TypedDict):
    """One part the site stands on: whether it answers, and if not, what is wrong in words."""

    ok: bool
    sentence: str


def livez(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer as long as the process can; touches nothing."""
    return HttpResponse("alive\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer 200 when database, engine and broker do, else 503, with a sentence for each that does not."""
    asked = {name: _pool.submit(check) for name, check in CHECKS.items()}
    parts = {name: _part(name, answer) for name, answer in asked.items()}
    ready = all(part["ok"] for part in parts.values())
    return JsonResponse({"ready": ready, **parts}, status=200 if ready else 503, headers={"Cache-Control": "no-store"})


def _part(name: str, answer: Future[str]) -> Part:
    try:
        return {"ok": True, "sentence": answer.result(timeout=SECONDS)}
    except TooLate:
        return {"ok": False, "sentence": f"The {name} did not answer within {SECONDS:.0f} seconds."}
    except EngineDown as error:
        return {"ok": False, "sentence": str(error)}
    except Exception as error:  # noqa: BLE001 - whatever it is, the part does not answer
        return {"ok": False, "sentence": f"The {name} does not answer: {str(error).strip() or type(error).__name__}"}


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        connection.close()  # the connection is this thread's own
    return ""


def _engine() -> str:
    if engine().published():
        service.check_engine()
        try:
            return _lag(*indexing.waiting())
        finally:
            connection.close()
    try:
        stored = Record.objects.exists()
    finally:
        connection.close()
    if stored:
        raise EngineDown(_NO_INDEX)
    return "There is no index yet: it is built with the first records."


def _lag(changes: int, seconds: int) -> str:
    return f"Changes that wait to be indexed: {changes:,}, the first for {seconds:,} s." if changes else ""


def _broker() -> str:
    if not settings.BROKER_URL:
        return "No broker is set: work is done at once, in the process that asks for it."
    address = settings.BROKER_URL.replace("redis+socket://", "unix://")  # Celery's and redis-py's names for a socket
    # Asked once and directly: Celery's own connection would try for longer than anyone waits.
    with Redis.from_url(address, socket_timeout=SECONDS / 2, retry=Retry(NoBackoff(), 0)) as broker:
        broker.ping()
    return ""


def broker_trouble() -> str:
    """Return what is wrong with the broker as a sentence; empty where it answers, or none is set."""
    try:
        _broker()
    except (RedisError, ValueError) as error:
        return f"The broker does not answer ({str(error).strip() or type(error).__name__})."
    return ""


CHECKS: dict[str, Callable[[], str]] = {"database": _database, "engine": _engine, "broker": _broker}
# A check that hangs keeps its thread; with as many threads as twice the checks, the next ones wait and count as late.
_pool = ThreadPoolExecutor(max_workers=2 * len(CHECKS), thread_name_prefix="readyz")
