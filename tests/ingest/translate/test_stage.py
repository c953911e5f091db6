"""The translate stage: official English wins, nothing is translated twice, a break loses nothing."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest

from ingest.models import Run, Stage
from ingest.translate import stage, translate_next
from ingest.translate.stage import source_hash
from portal.records.models import Delivery, Text
from portal.records.signals import records_changed
from portal.records.store import store
from tests.factories.records import delivery, draft

pytestmark = pytest.mark.django_db
ID = "BR-P-1020200000{:02d}"


class Shouter:
    """A translator one can count: it says the text in capitals."""

    name, model = "shouter", "capitals 1"
    languages = frozenset({"pt", "es"})

    def __init__(self) -> None:
        self.asked: list[str] = []

    def translate(self, text: str, source: str) -> str:
        assert source in self.languages
        self.asked.append(text)
        return text.upper()


@pytest.fixture
def shouter(monkeypatch: pytest.MonkeyPatch) -> Shouter:
    who = Shouter()
    monkeypatch.setattr(stage, "provider", lambda: who)
    return who


@pytest.fixture
def announced() -> Any:
    heard: list[tuple[list[str], bool]] = []

    def listen(record_ids: list[str], *, more: bool, **_: Any) -> None:
        heard.append((record_ids, more))

    records_changed.connect(listen)
    yield heard
    records_changed.disconnect(listen)


def titled(title: str, n: int = 1, source: Delivery | None = None, **texts: str) -> Delivery:
    """Store a record with a title in each language."""
    source = source or delivery()
    given = {("title", language): words for language, words in {"pt": title, **texts}.items()}
    store([draft(ID.format(n), source, texts=given)])
    return source


def carry(source: Delivery) -> Run:
    run = Run.objects.create(delivery=source, stage=Stage.TRANSLATE)
    while run.stage == Stage.TRANSLATE:
        translate_next(run)
    return run


def machine() -> list[Text]:
    return list(Text.objects.filter(origin="machine").order_by("record_id", "part"))


def test_a_translation_names_provider_model_day_and_source(shouter: Shouter) -> None:
    source = titled("forno rotativo")
    carry(source)
    (text,) = machine()
    given = Text.objects.get(origin="office")
    assert (text.content, text.language, text.source_language) == ("FORNO ROTATIVO", "en", "pt")
    assert (text.provider, text.model, text.translated_on) == ("shouter", "capitals 1", dt.datetime.now(dt.UTC).date())
    assert (text.delivery, text.as_of, text.source_sha256) == (source, given.as_of, source_hash(given))


def test_claims_keep_their_numbers_and_references(shouter: Shouter) -> None:
    source = delivery()
    made = draft(ID.format(1), source, texts={("claims", "pt"): ["um forno", "o forno"]}, document="1-B1")
    made.texts[0].paragraphs[1]["refs"] = ["1"]
    store([made])
    carry(source)
    (text,) = machine()
    assert text.paragraphs == [{"n": "1", "t": "UM FORNO", "refs": []}, {"n": "2", "t": "O FORNO", "refs": ["1"]}]
    assert text.document == "1-B1"


def test_where_the_office_gave_english_nothing_is_translated(shouter: Shouter) -> None:
    carry(titled("forno", en="kiln"))
    assert machine() == []
    assert shouter.asked == []


def test_official_english_of_one_part_does_not_keep_another_from_being_translated(shouter: Shouter) -> None:
    source = delivery()
    texts = {("title", "pt"): "forno", ("title", "en"): "kiln", ("abstract", "pt"): "resumo"}
    store([draft(ID.format(1), source, texts=texts)])
    carry(source)
    assert [(text.part, text.content) for text in machine()] == [("abstract", "RESUMO")]


def test_official_english_that_comes_later_stands_beside_and_is_never_touched(shouter: Shouter) -> None:
    carry(titled("forno"))
    later = titled("forno novo", en="new kiln")
    carry(later)
    assert Text.objects.get(origin="office", language="en").content == "new kiln"
    assert [text.content for text in machine()] == ["FORNO"]


@pytest.mark.parametrize(("again", "asked"), [("forno", ["forno"]), ("forno novo", ["forno", "forno novo"])])
def test_a_text_is_translated_again_only_when_its_wording_changes(
    shouter: Shouter, again: str, asked: list[str]
) -> None:
    carry(titled("forno"))
    carry(titled(again))
    assert shouter.asked == asked
    assert [text.content for text in machine()] == [again.upper()]


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (1, 2, 1)])
def test_a_translation_is_as_of_its_text_in_whatever_order_deliveries_bring_it(
    shouter: Shouter, order: tuple[int, ...]
) -> None:
    sources = {n: delivery() for n in sorted({*order})}
    for n in order:
        store([draft(ID.format(1), sources[n], as_of=f"2020-0{n}-01", texts={("title", "pt"): "secador"})])
        carry(sources[n])
    (text,) = machine()
    assert (str(text.as_of), text.delivery_id, shouter.asked) == ("2020-02-01", sources[2].pk, ["secador"])


@pytest.mark.parametrize("language", ["th", "fr", "en"])
def test_a_language_nobody_knows_stays_untranslated(shouter: Shouter, language: str) -> None:
    source = delivery()
    store([draft(ID.format(1), source, texts={("title", language): "x"})])
    assert carry(source).stage == Stage.DONE
    assert machine() == []


def test_with_no_provider_the_stage_is_done_at_once(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.translate.provider import Nobody

    monkeypatch.setattr(stage, "provider", Nobody)
    run = carry(titled("forno"))
    assert (run.stage, machine()) == (Stage.DONE, [])


def test_the_texts_of_other_deliveries_are_left_to_their_own_runs(shouter: Shouter) -> None:
    titled("forno", 1)
    carry(titled("secador", 2))
    assert [text.record_id for text in machine()] == [ID.format(2)]


@pytest.mark.parametrize("texts", [0, 2, 3, 7])
def test_it_goes_batch_by_batch_and_announces_each_record_once_and_the_end(
    monkeypatch: pytest.MonkeyPatch, shouter: Shouter, announced: list[Any], texts: int
) -> None:
    monkeypatch.setattr(stage, "BATCH", 3)
    source = delivery()
    store([draft(ID.format(n), source, texts={("title", "pt"): f"t{n}"}) for n in range(texts)])
    announced.clear()
    run = carry(source)
    assert len(machine()) == len(shouter.asked) == texts
    assert [record for records, _ in announced for record in records] == [ID.format(n) for n in range(texts)]
    assert [more for _, more in announced] == [True] * (texts // 3) + [False]
    assert run.counts.get("translated", {}).get("title", {}).get("pt", 0) == texts


def test_a_break_in_the_middle_repeats_at_most_one_batch(monkeypatch: pytest.MonkeyPatch, shouter: Shouter) -> None:
    monkeypatch.setattr(stage, "BATCH", 2)
    source = delivery()
    store([draft(ID.format(n), source, texts={("title", "pt"): f"t{n}"}) for n in range(5)])
    run = Run.objects.create(delivery=source, stage=Stage.TRANSLATE)
    translate_next(run)

    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stage, "_store", killed)
        with pytest.raises(KeyboardInterrupt):
            translate_next(run)
    run = Run.objects.get()
    while run.stage == Stage.TRANSLATE:
        translate_next(run)
    assert [text.content for text in machine()] == [f"T{n}" for n in range(5)]
    assert len(shouter.asked) == 7


def test_two_workers_on_one_run_store_a_batch_once(shouter: Shouter) -> None:
    source = titled("forno")
    first = Run.objects.create(delivery=source, stage=Stage.TRANSLATE)
    second = Run.objects.get(pk=first.pk)
    translate_next(first)
    translate_next(second)
    assert second.stage == Stage.DONE
    assert second.counts == first.counts
    assert len(machine()) == 1


class Moody(Shouter):
    """A translator that stops at some texts: `kills` as often as is said, for ever below 0."""

    def __init__(self, kills: dict[str, int], death: type[BaseException] = RuntimeError) -> None:
        super().__init__()
        self.kills, self.death = kills, death

    def translate(self, text: str, source: str) -> str:
        if self.kills.get(text, 0):
            self.kills[text] -= 1
            raise self.death("The model gave up.")
        return super().translate(text, source)


@pytest.mark.parametrize("death", [RuntimeError, MemoryError, KeyboardInterrupt])
@pytest.mark.parametrize("kills", [{"t2": -1}, {"t0": -1, "t3": -1}, {"t4": 2}, {"t0": 1, "t1": 1}])
def test_a_text_that_stops_the_translator_ends_as_a_finding_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, kills: dict[str, int], death: type[BaseException]
) -> None:
    hopeless = sorted(text for text, times in kills.items() if times < 0)
    who = Moody(dict(kills), death)
    monkeypatch.setattr(stage, "provider", lambda: who)
    source = delivery()
    store([draft(ID.format(n), source, texts={("title", "pt"): f"t{n}"}) for n in range(5)])
    run = Run.objects.create(delivery=source, stage=Stage.TRANSLATE)
    for _ in range(40):
        run = Run.objects.select_related("delivery").get(pk=run.pk)  # as a worker that starts anew
        if run.stage == Stage.DONE:
            break
        with suppress(KeyboardInterrupt):  # the worker is gone
            translate_next(run)
    assert run.stage == Stage.DONE
    assert [text.content for text in machine()] == [f"T{n}" for n in range(5) if f"t{n}" not in hopeless]
    found = list(run.findings.values_list("code", "severity", "record_id"))
    assert found == [("TRANSLATE-STOP", "warning", ID.format(int(text[1]))) for text in hopeless]
    assert run.counts.get("findings", {}).get("TRANSLATE-STOP", 0) == len(hopeless)


def test_a_finding_says_which_text_stays_untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    who = Moody({"forno": -1})
    monkeypatch.setattr(stage, "provider", lambda: who)
    run = carry(titled("forno"))
    assert run.findings.get().sentence.startswith("The translator stopped 4 times at the title in the language “pt”.")


def test_the_stage_says_how_many_texts_of_how_many_it_has_considered(
    monkeypatch: pytest.MonkeyPatch, shouter: Shouter
) -> None:
    monkeypatch.setattr(stage, "BATCH", 2)
    source = delivery()
    for n in range(1, 6):
        titled(f"Forno {n}", n, source, th="เตา")
    run, seen = Run.objects.create(delivery=source, stage=Stage.TRANSLATE), []
    while run.stage == Stage.TRANSLATE:
        translate_next(run)
        run.refresh_from_db()
        seen.append((run.texts_done, run.texts_total))
    assert seen == [(2, 5), (4, 5), (5, 5)]
    assert len(shouter.asked) == 5
