"""The engines. `engine()` gives the one the settings name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.clauses import Clause
from search.engines.base import Engine


def engine() -> Engine:
    """Return the engine that `SEARCH_ENGINE` names; the other one's client is never imported."""
    if settings.SEARCH_ENGINE == "embedded":
        return _embedded(str(settings.INDEX_DIR))
    if settings.SEARCH_ENGINE == "opensearch":
        return _opensearch(
            settings.OPENSEARCH_URL,
            settings.OPENSEARCH_INDEX,
            settings.OPENSEARCH_SHARDS,
            settings.OPENSEARCH_REPLICAS,
            settings.OPENSEARCH_SECONDS,
        )
    raise ImproperlyConfigured(f"SEARCH_ENGINE is “{settings.SEARCH_ENGINE}”; it can be embedded or opensearch.")


@cache
def _embedded(folder: str) -> Engine:
    from search.engines.embedded import Embedded  # noqa: PLC0415 - only if it is the engine

    return Embedded(Path(folder))


@cache
def _opensearch(url: str, prefix: str, shards: int, replicas: int, seconds: float) -> Engine:
    from search.engines.opensearch import OpenSearch  # noqa: PLC0415 - only if it is the engine

    return OpenSearch(url, prefix=prefix, shards=shards, replicas=replicas, seconds=seconds)


def forms(clause: Clause) -> dict[str, object]:
    """Return engine → the clause in its own language (JSON)."""
    from search.engines import embedded, opensearch_query  # noqa: PLC0415

    return {"embedded": embedded.form(clause), "opensearch": opensearch_query.query(clause)}
