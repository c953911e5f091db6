import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.api.answers import iso, marks, plain
from search.answer import Piece

pieces = st.lists(st.builds(Piece, st.text(max_size=5), st.booleans()))


@pytest.mark.parametrize(
    ("given", "text", "spans"),
    [
        ([], "", []),
        ([("rice ", False), ("husk", True), (" ash", False)], "rice husk ash", [[5, 9]]),
        ([("ข้าว", True), ("เปลือก", True)], "ข้าวเปลือก", [[0, 4], [4, 10]]),
        ([("𝕏", False), ("أرز", True)], "𝕏أرز", [[1, 4]]),
    ],
)
def test_marks_are_where_the_marked_pieces_stand_in_code_points(given, text, spans):
    found = [Piece(*one) for one in given]
    assert (plain(found), marks(found)) == (text, spans)


@given(pieces)
def test_every_mark_cuts_out_its_own_piece(found):
    text = plain(found)
    assert [text[start:end] for start, end in marks(found)] == [piece.text for piece in found if piece.marked]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (None, None),
        (dt.date(2020, 5, 12), "2020-05-12"),
        (dt.datetime(2020, 5, 12, 3, 4, tzinfo=dt.UTC), "2020-05-12T03:04:00+00:00"),
    ],
)
def test_days_are_written_in_iso_8601(day, text):
    assert iso(day) == text
