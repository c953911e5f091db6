"""The distributed engine: OpenSearch as it comes, no plugin, one index a generation, an alias that names the published one."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from opensearchpy import OpenSearch as Client
from opensearchpy.exceptions import NotFoundError, OpenSearchException, TransportError

from search import clauses as c
from search.answer import EngineDown
from search.engines import opensearch_bulk as bulk
from search.engines import opensearch_query as dsl
from search.engines.base import MAX_EXPANSIONS, Document, Found, Position, Question, TooManyWords, TooSlow
from search.engines.schema import TEXTS, passages

# The client would log every request with its body at INFO, and a query is confidential; what fails is raised.
for _name in ("opensearch", "opensearchpy.trace"):
    logging.getLogger(_name).setLevel(logging.ERROR)
_NOT_BUILT = "The search index has not been built yet. Build it with: python manage.py index --rebuild"
# Between the alias and a generation, so that the indices of `lontar` are never taken for those of `lontar-test`.
_PART = "__"
SECONDS = 10.0  # that a node may take over a question, unless told
_WRITING = 30.0  # seconds that it may take over a bulk request, a refresh or a change of indices
_TIME_EXCEEDED = "Time exceeded"  # what a search says that may not answer in part
_THREADS = 16  # of a web process that may ask a node at once; a connection more is made anew each time
# BM25 as OpenSearch counted it before 3.0: times (k1 + 1), with k1 = 1.2.
_OLD_BM25 = 2.2
# A term in an explained query, `title:rice`; a shard without any names the pattern, `title:/ri.*/`, `title:rice~1`.
_TERM = re.compile(r"[(\s][a-z_]+:([^/\s)^][^\s)^]*)")


class OpenSearch:
    """OpenSearch at one address, or a cluster at several with commas between them.

    The alias is `prefix` and all its indices begin with it. A node that does not answer a question within `seconds` is passed
    over for the next one, and for a minute not asked again.
    """

    name = "opensearch"

    def __init__(
        self, url: str, *, prefix: str = "lontar", shards: int = 1, replicas: int = 0, seconds: float = SECONDS
    ) -> None:
        hosts = [host.strip() for host in url.split(",") if host.strip()]
        # Without names and passwords: it is shown to people.
        self._address = ", ".join(urlsplit(host).netloc.rpartition("@")[2] for host in hosts)
        self._alias = prefix
        self._shards, self._replicas = shards, replicas
        self._client, self._writing = _client(hosts, seconds), _client(hosts, _WRITING)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except NotFoundError as error:
            raise EngineDown(_NOT_BUILT) from error
        except TransportError as error:
            if _TIME_EXCEEDED in str(error):
                raise TooSlow from error
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
            self._writing.indices.create(index=self._index(generation), body=dsl.settings(self._shards, self._replicas))

    @contextmanager
    def writer(self, generation: str) -> Iterator[_Writer]:
        index = self._index(generation)
        self.count(generation)  # a bulk request would make an index that is not there
        with self._answering():
            yield _Writer(self._writing, index)
            self._whole(self._writing.indices.refresh(index=index))

    def count(self, generation: str) -> int:
        with self._answering():
            found = self._client.count(index=self._index(generation))
        return int(self._whole(found)["count"])

    def _whole(self, answer: Any) -> Any:
        """Return an answer that all shards took part in. Raises EngineDown for any other: it would be wrong in silence."""
        shards = answer["_shards"]
        if shards["failed"]:
            why = [failure.get("reason") for failure in shards.get("failures", ())]
            raise EngineDown(
                f"OpenSearch at {self._address}: {shards['failed']} of {shards['total']} shards failed: {why}"
            )
        return answer

    def publish(self, generation: str) -> None:
        index = self._index(generation)
        actions = [{"remove": {"index": f"{self._alias}{_PART}*", "alias": self._alias, "must_exist": False}}]
        with self._answering():
            self._writing.indices.update_aliases(
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
            self._writing.indices.delete(index=self._index(generation), ignore_unavailable=True)

    def search(self, question: Question) -> Found:
        with self._answering():
            asked = dsl.body(question)
            found = self._client.search(
                index=self._alias,
                body={**asked, "query": dsl.scaled(asked["query"], self._bm25)},
                search_type="dfs_query_then_fetch",
                allow_partial_search_results=False,
                preference=_preference(question),
            )
        return self._found(self._whole(found), question)

    @cached_property
    def _bm25(self) -> float:
        """By what words are multiplied, so that they weigh the same beside constant scores on every release."""
        major = int(self._client.info()["version"]["number"].partition(".")[0])
        return 1.0 if major >= 3 else 1 / _OLD_BM25

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
        asked = [
            {"size": 0, "timeout": dsl.TIMEOUT, "track_total_hits": True, "query": dsl.query(clause)}
            for clause in clauses
        ]
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
        lines = [
            line for body in bodies for line in ({"index": self._alias, "allow_partial_search_results": False}, body)
        ]
        with self._answering():
            answers = self._client.msearch(body=lines)["responses"]
        for answer in answers:
            if _TIME_EXCEEDED in str(answer.get("error")):
                raise TooSlow
            if "error" in answer:
                missing = answer["status"] == 404
                raise EngineDown(_NOT_BUILT if missing else f"OpenSearch at {self._address} refused: {answer['error']}")
        return [self._whole(answer) for answer in answers]

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


def _client(hosts: list[str], seconds: float) -> Client:
    return Client(
        hosts,
        timeout=seconds,
        max_retries=max(2, len(hosts)),
        retry_on_status=(502, 503, 504),
        retry_on_timeout=len(hosts) > 1,
        pool_maxsize=_THREADS,
    )


class _Writer:
    def __init__(self, client: Client, index: str) -> None:
        self._client, self._index = client, index

    def put(self, documents: Iterable[Document]) -> None:
        bulk.write(self._send, (bulk.Action("index", document.id, _source(document)) for document in documents))

    def remove(self, ids: Iterable[str]) -> None:
        bulk.write(self._send, (bulk.Action("delete", record_id) for record_id in ids))

    def _send(self, body: bytes) -> list[dict[str, Any]]:
        try:
            items: list[dict[str, Any]] = self._client.bulk(index=self._index, body=body)["items"]
        except TransportError as error:
            # No node answers (no status) while another takes over the work of one that died.
            if isinstance(error.status_code, int) and error.status_code not in bulk.PASSING:
                raise
            raise bulk.Busy(f"{error.status_code}: {error.error}") from error
        return items


def _preference(question: Question) -> str:
    """Return which copies of the shards are asked: the same for every page of a question, as each copy scores a little otherwise."""
    return f"{zlib.crc32(repr((question.clause, sorted(question.filters.items()))).encode()):08x}"


def _source(document: Document) -> dict[str, Any]:
    texts = {name: passages(document.texts.get(name, "")) for name in TEXTS}
    return {**texts, **document.keywords, **document.dates, **document.keys}
