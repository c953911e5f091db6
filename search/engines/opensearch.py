"""The distributed engine: OpenSearch as it comes, no plugin, one index a generation, an alias that names the published one."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from opensearchpy import OpenSearch as Client
from opensearchpy import helpers
from opensearchpy.exceptions import NotFoundError, OpenSearchException, TransportError

from search import clauses as c
from search.answer import EngineDown
from search.engines import opensearch_query as dsl
from search.engines.base import MAX_EXPANSIONS, Document, Found, Position, Question, TooManyWords
from search.engines.schema import SENTINEL, TEXTS

# The client would log every request with its body at INFO, and a query is confidential; what fails is raised.
for _name in ("opensearch", "opensearchpy.trace"):
    logging.getLogger(_name).setLevel(logging.ERROR)
_NOT_BUILT = "The search index has not been built yet. Build it with: python manage.py index --rebuild"
# Between the alias and a generation, so that the indices of `lontar` are never taken for those of `lontar-test`.
_PART = "__"
_TIMEOUT = 30  # seconds
_BULK = 500  # documents a request, at most _BYTES
_BYTES = 10_000_000
_RETRIES = 8  # of a document the cluster was too busy to take, 1 s apart and then doubling
# A term in an explained query, `title:rice`; a shard without any names the pattern, `title:/ri.*/`, `title:rice~1`.
_TERM = re.compile(r"[(\s][a-z_]+:([^/\s)^][^\s)^]*)")


class OpenSearch:
    """OpenSearch at an address; the alias is `prefix` and all its indices begin with it."""

    name = "opensearch"

    def __init__(self, url: str, *, prefix: str = "lontar", shards: int = 1, replicas: int = 0) -> None:
        self._address = urlsplit(url).netloc.rpartition("@")[2]  # without name and password: it is shown to people
        self._alias = prefix
        self._shards, self._replicas = shards, replicas
        self._client = Client(url, timeout=_TIMEOUT, max_retries=2, retry_on_status=(429, 502, 503, 504))

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except NotFoundError as error:
            raise EngineDown(_NOT_BUILT) from error
        except TransportError as error:
            if isinstance(error.status_code, int):
                raise EngineDown(
                    f"OpenSearch at {self._address} refused ({error.status_code}: {error.error})."
                ) from error
            raise EngineDown(
                f"OpenSearch does not answer at {self._address}. Is it running? Start it, or set OPENSEARCH_URL."
            ) from error
        except OpenSearchException as error:
            raise EngineDown(f"OpenSearch at {self._address} failed: {error}") from error

    def create(self, generation: str) -> None:
        with self._answering():
            self._client.indices.create(index=self._index(generation), body=dsl.settings(self._shards, self._replicas))

    @contextmanager
    def writer(self, generation: str) -> Iterator[_Writer]:
        index = self._index(generation)
        self.count(generation)  # a bulk request would make an index that is not there
        with self._answering():
            yield _Writer(self._client, index)
            self._client.indices.refresh(index=index)

    def count(self, generation: str) -> int:
        with self._answering():
            return int(self._client.count(index=self._index(generation))["count"])

    def publish(self, generation: str) -> None:
        index = self._index(generation)
        actions = [{"remove": {"index": f"{self._alias}{_PART}*", "alias": self._alias, "must_exist": False}}]
        with self._answering():
            self._client.indices.update_aliases(
                body={"actions": [*actions, {"add": {"index": index, "alias": self._alias}}]}
            )

    def published(self) -> str:
        try:
            with self._answering():
                found = self._client.indices.get_alias(name=self._alias)
        except EngineDown as error:
            if isinstance(error.__cause__, NotFoundError):
                return ""
            raise
        return str(next(iter(found))).removeprefix(f"{self._alias}{_PART}")

    def generations(self) -> list[str]:
        with self._answering():
            found = self._client.indices.get(index=f"{self._alias}{_PART}*")
        return sorted(name.removeprefix(f"{self._alias}{_PART}") for name in found)

    def drop(self, generation: str) -> None:
        with self._answering():
            self._client.indices.delete(index=self._index(generation), ignore_unavailable=True)

    def search(self, question: Question) -> Found:
        with self._answering():
            found = self._client.search(index=self._alias, body=dsl.body(question), search_type="dfs_query_then_fetch")
        return self._found(found, question)

    def _found(self, found: Any, question: Question) -> Found:
        hits = found["hits"]["hits"]
        start = question.after.depth if question.after else 0
        shown = hits[: question.size]
        counts: dict[str, dict[str, int]] = {}
        for name, facet in found.get("aggregations", {}).items():
            buckets = facet["values"]["buckets"] + facet.get("selected", {"buckets": []})["buckets"]
            counts[name] = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
        return Found(
            total=found["hits"]["total"]["value"],
            ids=tuple(hit["_id"] for hit in shown),
            families=tuple(next(iter(hit.get("fields", {}).get("family", ())), "") for hit in shown),
            positions=tuple(
                Position(hit["_score"] or 0.0, hit["sort"][-1], start + i) for i, hit in enumerate(shown, 1)
            ),
            counts=counts,
            more=len(hits) > question.size,
            generation=hits[0]["_index"].removeprefix(f"{self._alias}{_PART}") if hits else self.published(),
        )

    def totals(self, clauses: Sequence[c.Clause]) -> tuple[int, ...]:
        asked = [{"size": 0, "track_total_hits": True, "query": dsl.query(clause)} for clause in clauses]
        return tuple(found["hits"]["total"]["value"] for found in self._several(asked))

    def frequencies(self, words: Mapping[str, Collection[str]]) -> dict[str, dict[str, int]]:
        asked = {name: {"size": 0, "aggs": dsl.frequencies(name, found)} for name, found in words.items() if found}
        counts: dict[str, dict[str, int]] = {name: {} for name in words}
        for name, found in zip(asked, self._several(list(asked.values())), strict=True):
            buckets = found["aggregations"]["words"]["buckets"].items()
            counts[name] = {word: held["doc_count"] for word, held in buckets if held["doc_count"]}
        return counts

    def _several(self, bodies: list[dict[str, Any]]) -> list[Any]:
        """Return the answers to several searches sent in one request."""
        if not bodies:
            return []
        lines = [line for body in bodies for line in ({"index": self._alias}, body)]
        with self._answering():
            answers = self._client.msearch(body=lines)["responses"]
        for answer in answers:
            if "error" in answer:
                missing = answer["status"] == 404
                raise EngineDown(_NOT_BUILT if missing else f"OpenSearch at {self._address} refused: {answer['error']}")
        return list(answers)

    def expansions(self, field: str, word: c.Glob | c.Alike) -> list[str]:
        """Return the terms a word stands for. The server tells them by explaining the query it would run, a line a shard."""
        asked = {"rewrite": "true", "explain": "true", "all_shards": "true"}
        with self._answering():
            found = self._client.indices.validate_query(
                index=self._alias, body={"query": dsl.listing(field, word)}, params=asked
            )
        for failure in found["_shards"].get("failures", ()):
            if failure["reason"]["type"] == "too_many_clauses":
                raise TooManyWords(word.pattern)
            raise EngineDown(f"OpenSearch at {self._address} could not list words: {failure['reason']}")
        lines = [f" {line.get('explanation', '')}" for line in found["explanations"]]
        named = {term for line in lines for term in _TERM.findall(line)}
        terms = {term for term in named if "~" not in term and c.matches(word, term)}
        if len(terms) > MAX_EXPANSIONS:
            raise TooManyWords(word.pattern)
        return sorted(terms)

    def _index(self, generation: str) -> str:
        if not generation:
            raise EngineDown(_NOT_BUILT)
        return f"{self._alias}{_PART}{generation}"


class _Writer:
    def __init__(self, client: Client, index: str) -> None:
        self._client, self._index = client, index

    def put(self, documents: Iterable[Document]) -> None:
        self._bulk({"_op_type": "index", "_id": document.id, "_source": _source(document)} for document in documents)

    def remove(self, ids: Iterable[str]) -> None:
        self._bulk({"_op_type": "delete", "_id": record_id} for record_id in ids)

    def _bulk(self, actions: Iterable[dict[str, Any]]) -> None:
        done = helpers.streaming_bulk(
            self._client,
            ({"_index": self._index, **action} for action in actions),
            chunk_size=_BULK,
            max_chunk_bytes=_BYTES,
            max_retries=_RETRIES,
            initial_backoff=1,
            max_backoff=60,
            raise_on_error=False,
        )
        for ok, item in done:
            [(action, result)] = item.items()
            if not ok and not (action == "delete" and result.get("status") == 404):
                raise EngineDown(f"OpenSearch did not take {result.get('_id')}: {result.get('error')}")


def _source(document: Document) -> dict[str, Any]:
    texts = {name: f"{SENTINEL} {document.texts.get(name, '')}" for name in TEXTS}
    return {**texts, **document.keywords, **document.dates, **document.keys}
