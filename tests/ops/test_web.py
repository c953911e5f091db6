"""The web server takes the longest query of any script, and leaves it to the portal to say what is too long."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from gunicorn.config import Config
from gunicorn.http.parser import RequestParser

from ops import web
from portal.addresses import LONGEST
from search.query.parser import MAX_LENGTH


@pytest.mark.parametrize("query", [quote("𐐷" * MAX_LENGTH), "a" * LONGEST, "a" * LONGEST * 2])
def test_a_long_address_arrives_whole(query: str) -> None:
    config = Config()
    config.set("limit_request_line", web.limit_request_line)
    line = f"GET /search?q={query} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    [request] = RequestParser(config, [line.encode()], ("127.0.0.1", 1))
    assert request.query == f"q={query}"
