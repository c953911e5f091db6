"""The web process."""

from __future__ import annotations

import gc

from ops import web


def test_what_is_loaded_is_never_looked_through_for_garbage_again() -> None:
    before = gc.get_threshold()
    try:
        web.post_worker_init(None)
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold() > before
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
