"""Which passage of a text is shown: the one with most of the query, the first of equals."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from portal.records.models import Text
from search import rows
from search.highlight import Marker
from search.query.parser import parse
from search.resolve import resolve

MARKER = Marker(resolve(parse('claims=(rice OR husk OR "silica gel" OR dri* OR แกลบ)').node))
passages = st.lists(
    st.sampled_from(["rice", "price", "husk", "silica", "gel", "dried", "แกลบ", "ถ่านแกลบ", "é"]), max_size=6
)


@given(st.lists(passages.map(" ".join), max_size=6), st.integers(0, 4), st.sampled_from(["en", "th"]))
def test_the_passage_with_most_of_the_query_is_shown(claims, so_far, language):
    paragraphs = [{"n": str(place), "t": claim, "refs": []} for place, claim in enumerate(claims, 1)]
    text = Text(part="claims", language=language, origin="office", paragraphs=paragraphs, as_of=dt.date(2020, 1, 1))
    counts = [MARKER.found(claim, rows.index_field(text))[0] for claim in claims]
    best = max(counts, default=0)
    shown = rows._best_passage(text, MARKER, so_far, rows.Seen())
    if best <= so_far:
        assert shown is None
    else:
        assert shown is not None
        assert (shown[0], shown[1].label) == (best, str(counts.index(best) + 1))
