"""Records with title, abstract and claims in every language as fields to search, and their values as fields to filter."""

from __future__ import annotations

from django.db.models import QuerySet
from modelsearch import index

from portal.records.models import Record


class Searched(index.Indexed, Record):  # type: ignore[misc]
    """The same rows; nothing is stored but the package's own index."""

    search_fields = (
        index.SearchField("title", boost=3),
        index.SearchField("abstract", boost=1.5),
        index.SearchField("claims"),
        *map(index.FilterField, ("id", "office", "right", "kind", "status", "number", "publication_date")),
    )

    class Meta:
        proxy = True
        app_label = "other"

    @classmethod
    def get_indexed_objects(cls) -> QuerySet[Searched]:
        return cls.objects.prefetch_related("texts")

    @property
    def title(self) -> str:
        return self._words("title")

    @property
    def abstract(self) -> str:
        return self._words("abstract")

    @property
    def claims(self) -> str:
        return self._words("claims")

    def _words(self, part: str) -> str:
        return "\n".join(p["t"] for text in self.texts.all() if text.part == part for p in text.paragraphs)
