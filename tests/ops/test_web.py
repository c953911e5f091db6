"""The web process takes the longest query of any script, leaves it to the portal to say what is too long, and keeps its garbage small."""

from __future__ import annotations

import gc
from urllib.parse import quote

import pytest
from gunicorn.config import Config
from gunicorn.http.parser import RequestParser

from ops import web
from portal.addresses import LONGEST
from search.query.limits import MAX_LENGTH


def test_what_is_loaded_is_never_looked_through_for_garbage_again() -> None:
    before = gc.get_threshold()
    try:
        web.post_worker_init(None)
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold() > before
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


@pytest.mark.parametrize("query", [quote("𐐷" * MAX_LENGTH), "a" * LONGEST, "a" * LONGEST * 2])
def test_a_long_address_arrives_whole(query: str) -> None:
    config = Config()
    config.set("limit_request_line", web.limit_request_line)
    line = f"GET /search?q={query} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    [request] = RequestParser(config, [line.encode()], ("127.0.0.1", 1))
    assert request.query == f"q={query}"


def test_the_log_of_a_failed_request_leaves_its_query_out(caplog: pytest.LogCaptureFixture) -> None:
    config = Config()
    config.set("errorlog", "-")
    log = web.logger_class(config)
    log.error_log.propagate = True
    log.exception("Error handling request %s", "/search?q=secret")  # noqa: LOG004 - as gunicorn calls it
    assert "/search" in caplog.text
    assert "secret" not in caplog.text
