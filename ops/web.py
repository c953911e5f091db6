"""The web process, on one machine as in a container. Paths are logged without their query: searches are confidential."""

import gc
import os
import sys

from gunicorn.glogging import Logger  # type: ignore[import-untyped]
from gunicorn.http import message  # type: ignore[import-untyped]

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 10
keepalive = 5
max_requests = 20_000  # a worker is renewed now and then, so that a slow leak never matters
max_requests_jitter = 2_000
accesslog = "-"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"
control_socket_disable = True
# The longest query in any script must arrive, and what is longer be answered in words (portal/addresses.py). gunicorn itself
# takes 8,190 octets or sets no bound at all; its bound is moved.
limit_request_line = message.MAX_REQUEST_LINE = 1_048_576


def post_worker_init(_worker: object) -> None:
    """Leave what is loaded out of every later search for garbage, and search less often: a page makes thousands of objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)


def on_starting(_server: object) -> None:
    """End with a sentence where the database was never set up, rather than fail with every page."""
    import django  # noqa: PLC0415 - the file is read before anything else is known

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    from portal.records import tables  # noqa: PLC0415

    if sentence := tables.missing():
        sys.exit(sentence)
    from ingest.apps import tell_aside  # noqa: PLC0415

    tell_aside()


class logger_class(Logger):  # type: ignore[misc]  # noqa: N801 - the name of gunicorn's setting
    """Gunicorn's log, which leaves the query out of the address of a request that failed."""

    def exception(self, msg: object, *args: object, **named: object) -> None:
        """Log an error with its traceback."""
        super().exception(msg, *(arg.partition("?")[0] if isinstance(arg, str) else arg for arg in args), **named)
