"""Readings of short texts are made once; long ones, and errors, leave nothing behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards import classes, dates, kinds, numbers
from portal.standards.numbers.reading import _parse
from portal.standards.remembered import LONGEST, READINGS, remembered


class Reader:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, *texts: str) -> str:
        self.asked.append(texts)
        if "bad" in texts:
            raise ValueError("This cannot be read.")
        return "-".join(texts)


@pytest.mark.parametrize(
    ("texts", "times"),
    [(("a", "b"), 1), (("x" * LONGEST,), 1), (("x" * (LONGEST + 1),), 3), (("a", "x" * 10_000), 3), ((), 1)],
)
def test_short_texts_are_read_once_and_long_ones_each_time(texts: tuple[str, ...], times: int) -> None:
    reader = Reader()
    read = remembered(reader.__call__)
    assert {read(*texts) for _ in range(3)} == {"-".join(texts)}
    assert len(reader.asked) == times


def test_what_cannot_be_read_is_said_every_time() -> None:
    reader = Reader()
    read = remembered(reader.__call__)
    for _ in range(3):
        with pytest.raises(ValueError, match="cannot be read"):
            read("bad")
    assert len(reader.asked) == 3


def test_the_oldest_reading_is_forgotten_first() -> None:
    reader = Reader()
    read = remembered(reader.__call__)
    for n in range(READINGS + 1):
        read(str(n))
    read(str(READINGS))
    assert len(reader.asked) == READINGS + 1
    read("0")
    assert len(reader.asked) == READINGS + 2


@given(
    text=st.text(max_size=100), office=st.sampled_from(["BR", "TH", "EP", ""]), kind=st.sampled_from(["", "A1", "U"])
)
def test_a_remembered_reading_is_the_reading(text: str, office: str, kind: str) -> None:
    for _ in range(2):
        assert dates.parse(text, "buddhist") == dates.parse.__wrapped__(text, "buddhist")  # type: ignore[attr-defined]
        assert classes.ipc(text) == classes._patent_class.__wrapped__(text, "ABCDEFGH")  # type: ignore[attr-defined]
        assert kinds._find(office, text) == kinds._find.__wrapped__(office, text)  # type: ignore[attr-defined]
        try:
            expected = _parse.__wrapped__(office, text, "A", kind)  # type: ignore[attr-defined]
        except ValueError:
            assert not numbers.readable(office, text, kind)
        else:
            assert numbers.parse_application(office, text, kind) == expected
            assert numbers.readable(office, text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        *(("BR 10 2012 004079-2", "A2", True), ("1", "", True), ("٣٤٥٦", "", True), ("9" * 40, "", True)),
        *(("", "", False), (" - ", "", False), ("9" * 41, "", False), ("9" * 61, "", False), ("號" * 20, "", False)),
    ],
)
def test_whether_a_number_can_be_read(text: str, kind: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    assert numbers.readable("BR", text, kind) is told
