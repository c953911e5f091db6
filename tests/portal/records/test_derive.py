"""Kind, dates and status of a record, from its publications and events."""

from __future__ import annotations

import datetime as dt
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.records.derive import derive, stand
from portal.records.models import LegalEvent, Publication, Record

Dated = tuple[str, str]


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def publications(*rows: Dated, **fields: Any) -> list[Publication]:
    return [Publication(kind=kind, date=day(date), **fields) for kind, date in rows]


def events(*rows: Dated) -> list[LegalEvent]:
    return [LegalEvent(category=category, date=day(date), name=f"evento {category}") for category, date in rows]


def derived(published: list[Publication], happened: list[LegalEvent], office: str = "BR", **fields: Any) -> Record:
    record = Record(office_id=office, **fields)
    derive(record, published, happened)
    return record


@pytest.mark.parametrize(
    ("published", "kind", "first"),
    [
        ([], "", ""),
        ([("A2", "2020-05-01")], "A2", "2020-05-01"),
        ([("B1", "2022-05-01"), ("A2", "2020-05-01")], "B1", "2020-05-01"),
        ([("B1", ""), ("A2", "2020-05-01")], "B1", "2020-05-01"),
        ([("B1", "2022-05-01"), ("A2", "2023-05-01")], "B1", "2022-05-01"),
        ([("B8", "2022-06-01"), ("B1", "2022-05-01"), ("A8", "2023-05-01")], "B8", "2022-05-01"),
        ([("A2", "")], "A2", ""),
        ([("A8", "2020-05-01"), ("A2", "2020-05-01")], "A8", "2020-05-01"),
    ],
)
def test_kind_is_of_the_latest_publication_and_date_of_the_first(published: list[Dated], kind: str, first: str) -> None:
    record = derived(publications(*published), [])
    assert (record.kind, record.publication_date) == (kind, day(first))


@pytest.mark.parametrize(
    ("until", "status", "as_of"), [("2031-12-31", "pending", "2020-05-01"), ("2032-08-15", "ended", "2032-08-15")]
)
def test_what_is_yet_to_come_decides_nothing(until: str, status: str, as_of: str) -> None:
    record, last = Record(office_id="BR"), dt.date.fromisoformat(until)
    derive(record, publications(("A2", "2020-05-01"), ("B1", "2032-08-14")), events(("H", "2032-08-15")), last)
    assert (record.status, record.status_as_of) == (status, day(as_of))


def test_the_first_day_ahead_is_the_one_on_which_the_state_may_change() -> None:
    record, today = Record(office_id="BR"), dt.date(2026, 1, 1)
    derive(record, publications(("A2", "2020-05-01"), ("B1", "2027-03-02")), events(("F", "2027-03-01")), today)
    assert (record.planned, record.status) == (dt.date(2027, 3, 1), "pending")


def test_a_kind_nobody_printed_is_marked_as_inferred() -> None:
    assert derived(publications(("A2", "2020-05-01"), kind_inferred=True), []).kind_inferred is True


@pytest.mark.parametrize(
    ("office", "published", "happened", "status", "as_of", "reason"),
    [
        ("BR", [], [], "unknown", "", ""),
        ("BR", [("A2", "2020-05-01")], [], "pending", "2020-05-01", "Patent application published"),
        ("BR", [("B1", "2022-05-01")], [], "in_force", "2022-05-01", "Granted patent published"),
        ("EG", [("A", "2022-05-01")], [], "in_force", "2022-05-01", "Granted patent published"),
        ("BR", [("A2", "")], [], "unknown", "", ""),
        # A grant whose day nobody gives is one, and goes before what has a day.
        ("BR", [("A2", "2020-05-01"), ("B1", "")], [], "in_force", "2020-05-01", "Granted patent published, no day given"),
        ("BR", [("A2", "2020-05-01"), ("B1", "")], [("H", "2024-01-01")], "ended", "2024-01-01", "evento H"),
        ("BR", [("A2", "2023-05-01"), ("B1", "2022-05-01")], [], "in_force", "2023-05-01", "Granted patent published"),
        ("BR", [], [("A", "2019-01-01"), ("F", "2022-01-01")], "in_force", "2022-01-01", "evento F"),
        ("BR", [], [("F", "2022-01-01"), ("H", "2024-01-01")], "ended", "2024-01-01", "evento H"),
        ("BR", [], [("F", "2022-01-01"), ("H", "2024-01-01"), ("K", "2025-01-01")], "in_force", "2025-01-01", "evento K"),
        ("BR", [("A2", "2020-05-01")], [("B", "2021-01-01")], "ended", "2021-01-01", "evento B"),
        # An event that decides nothing moves the day the status holds for, not the reason.
        ("BR", [("B1", "2022-05-01")], [("U", "2023-01-01")], "in_force", "2023-01-01", "Granted patent published"),
        ("BR", [], [("", "2023-01-01")], "unknown", "", ""),
        ("BR", [("A2", "2024-01-01")], [("B", "2021-01-01")], "ended", "2024-01-01", "evento B"),
        # A correction says what the document says that it corrects, and its day is no day of that.
        ("EP", [("A1", "2010-05-05"), ("B9", "2015-05-05")], [("U", "2024-01-01")], "in_force", "2024-01-01", "Granted patent, corrected: published"),
        ("EP", [("B8", "2015-05-05")], [], "in_force", "2015-05-05", "Granted patent, corrected: published"),
        ("EP", [("A8", "2015-05-05")], [], "pending", "2015-05-05", "Patent application, corrected: published"),
        ("US", [("A9", "2015-05-05")], [], "pending", "2015-05-05", "Patent application, corrected: published"),
        ("EP", [("B1", "2012-05-05"), ("B9", "2015-05-05")], [], "in_force", "2015-05-05", "Granted patent published"),
        ("EP", [("A1", "2010-05-05"), ("B9", "2015-05-05")], [("H", "2014-01-01")], "ended", "2015-05-05", "evento H"),
        ("EP", [("A8", "2015-05-05")], [("B", "2014-01-01")], "ended", "2015-05-05", "evento B"),
        ("EP", [("T8", "2015-05-05")], [], "unknown", "", ""),
        ("RU", [("U1", "2020-05-05")], [], "in_force", "2020-05-05", "Utility model, granted published"),
        ("CN", [("U", "1990-05-05")], [], "pending", "1990-05-05", "Utility model, granted (before 1993: application) published"),
    ],
)  # fmt: skip
def test_status_its_day_and_its_reason(
    office: str, published: list[Dated], happened: list[Dated], status: str, as_of: str, reason: str
) -> None:
    record = derived(publications(*published), events(*happened), office)
    assert (record.status, record.status_as_of, record.status_reason) == (status, day(as_of), reason)


@pytest.mark.parametrize(
    ("happened", "since", "as_of"),
    [
        ([("F", "2020-01-07"), ("H", "2021-05-04"), ("R", "2021-06-04"), ("W", "2021-07-04")], "2021-05-04", "2021-07-04"),
        ([("B", "2020-01-07"), ("P", "2020-02-04")], "2020-01-07", "2020-02-04"),
        ([("F", "2020-01-07"), ("H", "2021-05-04"), ("H", "2022-05-04")], "2021-05-04", "2022-05-04"),
        ([("F", "2020-01-07"), ("U", "2021-05-04")], "2020-01-07", "2021-05-04"),
        ([("U", "2021-05-04")], "", "2021-05-04"),
    ],
)  # fmt: skip
def test_a_status_is_since_the_event_that_decided_it_and_as_of_the_last(
    happened: list[Dated], since: str, as_of: str
) -> None:
    record = derived([], events(*happened))
    assert (record.status_since, record.status_as_of) == (day(since), day(as_of))


@pytest.mark.parametrize(
    ("published", "first"),
    [
        ([("A8", "2022-04-19")], ""),
        ([("B8", "2022-04-19")], ""),
        ([("A2", "2018-05-02"), ("A8", "2022-04-19")], "2018-05-02"),
        ([("A8", "2018-05-02"), ("B1", "2022-04-19")], "2022-04-19"),
    ],
)
def test_the_day_of_a_correction_is_not_that_of_the_first_publication(published: list[Dated], first: str) -> None:
    assert derived(publications(*published), []).publication_date == day(first)


@pytest.mark.parametrize("kind", ["A8", "A9", "B8", "B9"])
def test_a_correction_tells_no_day_of_a_grant_and_none_since_which_a_status_holds(kind: str) -> None:
    record = derived(publications((kind, "2022-04-19")), [], "EP")
    assert (record.grant_date, record.status_since, record.status_as_of) == (None, None, day("2022-04-19"))


def test_a_status_is_since_the_day_of_effect_where_the_office_names_one() -> None:
    lapse = LegalEvent(category="H", date=day("2022-01-04"), effective=day("2021-03-12"), name="Lapsed")
    record = derived([], [*events(("F", "2020-01-07")), lapse])
    assert (record.status, record.status_since, record.status_as_of) == ("ended", day("2021-03-12"), day("2022-01-04"))


def test_what_a_register_shows_and_an_event_without_a_day_do_not_say_since_when() -> None:
    shown = LegalEvent(category="H", date=day("2021-05-04"), name="Lapsed", shows_status=True)
    undated = LegalEvent(category="H", as_of=day("2021-05-04"), name="Lapsed")
    assert [derived([], [event]).status_since for event in (shown, undated)] == [None, None]


@pytest.mark.parametrize(
    ("before", "influence", "status", "reason"),
    [
        ("F", "-", "unknown", "“evento” is to its disadvantage, and not explained in the office’s profile"),
        ("A", "-", "unknown", "“evento” is to its disadvantage, and not explained in the office’s profile"),
        ("H", "-", "ended", "evento H"),
        ("F", "+", "in_force", "evento F"),
        ("A", "+", "pending", "evento A"),
        ("H", "+", "unknown", "“evento” is to its advantage, and not explained in the office’s profile"),
        ("B", "+", "unknown", "“evento” is to its advantage, and not explained in the office’s profile"),
    ],
)
def test_an_event_against_a_living_right_or_for_an_ended_one_that_nobody_explains_leaves_it_unknown(
    before: str, influence: str, status: str, reason: str
) -> None:
    record = derived(
        [], [*events((before, "2020-01-07")), LegalEvent(date=day("2021-05-04"), name="evento", influence=influence)]
    )
    assert (record.status, record.status_reason, record.status_as_of) == (status, reason, day("2021-05-04"))


def test_a_status_nobody_explains_is_told_though_nothing_else_is_held() -> None:
    record = derived([], [LegalEvent(date=day("2021-05-04"), name="Dalam proses", shows_status=True)])
    assert record.status == "unknown"
    assert record.status_reason.startswith("The register says “Dalam proses”")


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        ([("F", "2010-05-05"), ("H", "2014-01-02")], "it had ended before: evento H (2 January 2014)"),
        ([("F", "2010-05-05"), ("H", "2014-01-02"), ("K", "2015-01-01")], ""),
        ([("F", "2010-05-05")], ""),
    ],
)
def test_a_right_a_register_shows_in_force_after_its_end_is_told_to_have_ended(
    happened: list[Dated], told: str
) -> None:
    registered = LegalEvent(
        date=None, as_of=day("2026-11-30"), name="granted", name_english="Granted", category="F", shows_status=True
    )
    record = derived([], [*events(*happened), registered])
    assert (record.status, record.status_reason.partition("; ")[2]) == ("in_force", told)


def test_a_grant_without_a_day_says_nothing_where_the_day_of_the_grant_is_known() -> None:
    fields = {"grant_date": day("2020-10-30"), "sources": {"grant_date": ["2026-11-30", 1]}}
    record = derived(publications(("B", ""), as_of=day("2026-11-30")), [], "MX", **fields)
    assert (record.status, record.status_reason) == ("in_force", "Granted")
    assert (record.status_as_of, record.status_received, record.status_since) == (
        day("2020-10-30"),
        False,
        day("2020-10-30"),
    )
    event = derived(publications(("B", ""), as_of=day("2026-11-30")), events(("F", "2020-10-29")), "MX")
    assert (event.status_reason, event.status_as_of, event.status_received) == ("evento F", day("2020-10-29"), False)


def test_the_reason_is_in_english_where_the_office_profile_gives_it() -> None:
    happened = events(("F", "2022-01-01"))
    happened[0].name_english = "Patent granted"
    assert derived([], happened).status_reason == "Patent granted"


@pytest.mark.parametrize(
    ("published", "happened", "delivered", "grant"),
    [
        ([("A2", "2020-05-01")], [], "", ""),
        ([("B1", "2022-05-01")], [], "", "2022-05-01"),
        ([("B1", "2022-05-01")], [("F", "2022-04-20")], "", "2022-04-20"),
        ([("B1", "2022-05-01")], [], "2022-04-01", "2022-04-01"),
        ([("B1", "2022-05-01")], [("F", "2022-04-20")], "2022-04-21", "2022-04-21"),
        ([("A2", "2020-05-01")], [], "2022-04-01", "2022-04-01"),
    ],
)
def test_the_grant_is_of_the_day_delivered_or_else_the_first_documented(
    published: list[Dated], happened: list[Dated], delivered: str, grant: str
) -> None:
    sources = {"grant_date": [delivered, 1]} if delivered else {}
    record = derived(publications(*published), events(*happened), grant_date=day(delivered), sources=sources)
    assert record.grant_date == day(grant)
    assert (record.status == "in_force") == bool(grant)


def test_a_very_long_event_name_fits_the_reason() -> None:
    (event,) = events(("F", "2022-01-01"))
    event.name = "x" * 300
    assert len(derived([], [event]).status_reason) == 200


DATES = st.dates(dt.date(2015, 1, 1), dt.date(2016, 1, 1)).map(str)
FIELDS = ("kind", "kind_inferred", "publication_date", "grant_date", "status", "status_as_of", "status_reason")


@given(
    st.lists(st.tuples(st.sampled_from(["A2", "B1", "A8", "U2", ""]), DATES | st.just("")), unique=True, max_size=4),
    st.lists(
        st.tuples(st.sampled_from(["A", "F", "H", "K", "B", "C", "U", ""]), DATES), unique_by=itemgetter(1), max_size=6
    ),
    st.randoms(),
)
def test_the_same_rows_of_different_days_in_any_order_and_again_give_the_same_fields(
    published: list[Dated], happened: list[Dated], chance: Any
) -> None:
    papers, said = publications(*published), events(*happened)
    dated = [paper for paper in papers if paper.date]
    record = derived(papers, said)
    once = [getattr(record, name) for name in FIELDS]
    derive(record, papers, said)
    assert [getattr(record, name) for name in FIELDS] == once
    chance.shuffle(said)
    chance.shuffle(papers)
    again = derived(papers, said)
    same = FIELDS if dated else FIELDS[2:]  # of undated publications alone the first delivered gives the kind
    assert all(getattr(again, name) == getattr(record, name) for name in same)


@pytest.mark.parametrize(
    ("letters", "status"),
    [("BC", "pending"), ("CB", "ended"), ("FB", "in_force"), ("BF", "in_force"), ("HK", "in_force"), ("KH", "ended")],
)
def test_of_one_day_the_order_delivered_decides(letters: str, status: str) -> None:
    happened = events(("A", "2015-01-01"), *((letter, "2020-05-05") for letter in letters))
    assert derived(publications(("B1", "2020-05-05")) if "F" in letters else [], happened).status == status


def event(code: str, category: str, date: str, voids: str = "") -> LegalEvent:
    return LegalEvent(key=f"{code} {date}", code=code, category=category, date=day(date), name=code, voids=voids)


FILED, GRANTED = event("2.1", "A", "2015-01-06"), event("16.1", "F", "2020-05-05")
GRANTED.gazette = "2574"
UNDONE = event("16.4", "Y", "2020-06-02", "16.1")


@pytest.mark.parametrize(
    ("happened", "status", "as_of"),
    [
        ([FILED, GRANTED], "in_force", "2020-05-05"),
        ([FILED, GRANTED, UNDONE], "pending", "2020-06-02"),
        ([UNDONE, GRANTED, FILED], "pending", "2020-06-02"),
        ([FILED, GRANTED, UNDONE, event("16.1", "F", "2020-07-07")], "in_force", "2020-07-07"),
        ([FILED, GRANTED, event("16.4", "Y", "2020-06-02", "9.1 9.2")], "in_force", "2020-06-02"),
        ([FILED, GRANTED, event("16.4", "Y", "2020-04-28", "16.1")], "in_force", "2020-05-05"),
        ([FILED, GRANTED, UNDONE, event("16.2", "Y", "2020-06-09", "2.1 16.1")], "unknown", "2020-06-09"),
    ],
)
def test_a_correction_voids_the_latest_event_before_it(happened: list[LegalEvent], status: str, as_of: str) -> None:
    record = derived(publications(("B1", "2020-05-05")), happened) if len(happened) < 4 else derived([], happened)
    assert (record.status, record.status_as_of) == (status, day(as_of))


def undo(date: str, voids: str = "16.1", *, grant: bool = True) -> LegalEvent:
    correction = event("16.2", "Y", date, voids)
    correction.voids_grant = grant
    return correction


@pytest.mark.parametrize(
    ("happened", "delivered", "status", "grant"),
    [
        # The day of the grant came with the dispatch that was annulled.
        ([FILED, GRANTED, undo("2020-06-02")], "2020-05-05", "pending", ""),
        ([FILED, GRANTED, undo("2020-06-02", "16.1@2020-05-05")], "2020-05-05", "pending", ""),
        ([FILED, GRANTED, undo("2020-06-02", "16.1@2574")], "2020-05-05", "pending", ""),
        ([FILED, GRANTED, undo("2020-06-02", "16.1@2571")], "2020-05-05", "in_force", "2020-05-05"),
        ([FILED, undo("2020-06-02")], "2020-05-05", "pending", ""),
        ([FILED, undo("2020-06-02", "16.1@2020-05-05")], "2020-05-05", "pending", ""),
        # It annuls another dispatch, or another day's; or the grant came later, from somewhere else.
        ([FILED, undo("2020-06-02", "16.3@2020-05-19", grant=False)], "2020-05-05", "in_force", "2020-05-05"),
        ([FILED, GRANTED, undo("2020-06-02", "16.1@2020-05-19")], "2020-05-05", "in_force", "2020-05-05"),
        ([FILED, undo("2020-06-02")], "2020-07-07", "in_force", "2020-07-07"),
        (
            [FILED, GRANTED, undo("2020-06-02"), event("16.1", "F", "2020-07-07")],
            "2020-05-05",
            "in_force",
            "2020-07-07",
        ),
        (
            [FILED, GRANTED, event("16.1", "F", "2020-05-19"), undo("2020-06-02")],
            "2020-05-19",
            "in_force",
            "2020-05-05",
        ),
        ([FILED, GRANTED, undo("2020-06-02"), event("11.2", "B", "2020-08-04")], "2020-05-05", "ended", ""),
        # The annulment is annulled.
        (
            [FILED, GRANTED, undo("2020-06-02"), event("22.20", "Y", "2020-06-09", "16.2@2020-06-02")],
            "2020-05-05",
            "in_force",
            "2020-05-05",
        ),
    ],
)
def test_a_void_grant_is_no_grant(happened: list[LegalEvent], delivered: str, status: str, grant: str) -> None:
    record = Record(office_id="BR", grant_date=day(delivered), sources={"grant_date": [delivered, 1]})
    for _ in range(2):  # what follows once follows again
        derive(record, publications(("A2", "2016-05-05"), ("B1", "2020-05-05")), happened)
        assert (record.status, record.grant_date) == (status, day(grant))
        assert record.kind == ("B1" if grant == "2020-05-05" else "A2")


@given(st.permutations([FILED, GRANTED, UNDONE, event("21.6", "H", "2021-01-05")]))
def test_the_order_in_which_events_come_does_not_matter(happened: list[LegalEvent]) -> None:
    assert derived([], happened).status == derived([], sorted(happened, key=lambda e: e.key)).status == "ended"


def test_only_corrections_void_and_only_what_they_name() -> None:
    assert stand([FILED, GRANTED]) == [FILED, GRANTED]
    assert stand([FILED, GRANTED, UNDONE]) == [FILED, UNDONE]


def test_an_event_without_a_date_moves_the_status_and_gives_it_no_day() -> None:
    undated = LegalEvent(category="H", date=None, as_of=day("2024-05-05"), name="Caducada")
    record = derived(publications(("B1", "2022-05-01")), [undated])
    assert (record.status, record.status_as_of, record.status_reason) == ("ended", day("2022-05-01"), "Caducada")
    alone = derived([], [LegalEvent(category="F", date=None, as_of=day("2024-05-05"), name="Registrada")])
    assert (alone.status, alone.status_as_of, alone.grant_date) == ("in_force", None, None)


@pytest.mark.parametrize(
    ("shown", "category", "later", "status", "as_of"),
    [
        ("2023-01-03", "", [], "unknown", "2023-01-03"),
        ("2023-01-03", "H", [], "ended", "2023-01-03"),
        ("2020-05-05", "", [], "unknown", "2020-05-05"),
        ("2019-01-01", "", [], "in_force", "2020-05-05"),
        ("2023-01-03", "", [event("24.4", "K", "2024-01-02")], "in_force", "2024-01-02"),
    ],
)
def test_a_status_nobody_has_explained_leaves_the_status_unknown_in_its_own_words(
    shown: str, category: str, later: list[LegalEvent], status: str, as_of: str
) -> None:
    register = event("Patente caduca", category, shown)
    register.shows_status = True
    record = derived([], [FILED, GRANTED, register, *later])
    assert (record.status, record.status_as_of) == (status, day(as_of))
    assert ("The register says “Patente caduca”" in record.status_reason) is (status == "unknown")


def test_a_status_without_a_date_holds_as_of_the_day_it_was_received() -> None:
    shown = LegalEvent(key="s", category="H", as_of=day("2026-01-05"), name="Caduca", shows_status=True)
    record = derived([], [FILED, GRANTED, shown])
    assert (record.status, record.status_as_of, record.status_received) == ("ended", day("2026-01-05"), True)
    later = derived([], [FILED, GRANTED, shown, event("24.4", "K", "2026-02-03")])
    assert (later.status, later.status_as_of, later.status_received) == ("in_force", day("2026-02-03"), False)
