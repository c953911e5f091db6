"""JSON that is not what it was: a value of another type, nested, doubled, huge or none. Each ends as records and findings."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Unreadable
from ingest.normalise.drafts import NotARecord, normalise
from ingest.offices.profiles import BadProfile, profile_of
from ingest.quality import checks, expectations
from ingest.safe_xml import parse
from portal.records.models import Delivery
from tests.ingest.formats import test_register_json, test_st96, test_st97
from tests.ingest.formats.test_national_mappings import RUSSIAN, THAI

FILES: dict[str, Any] = {
    "vn": test_register_json.VN, "id": test_register_json.ID, "pdki": test_register_json.PDKI, "ua": test_register_json.UA,
    "th": THAI, "ru": RUSSIAN,
    "st97": test_st97.as_json(parse(test_st96.WHOLE.encode()), arrays=True),
    "st97-marks": test_st97.as_json(parse(test_st97.MARKS.encode()), arrays=False),
    "st97-legal": test_st97.as_json(parse(test_st97.LEGAL.encode()), arrays=True),
}  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**400, 1.5, float("nan"), float("inf"), "", " ", "\x00", "\ud800", "x" * 5000, "null", [], {}, [[]], [{}],
    [None], [True, None, 1], {"": ""}, {"a": {"b": {"c": [1]}}}, {"$": {"$": 1}}, {"#text": [1]}, "2020-13-45", "٢٠٢٠", "<b>x</b>", "&#0;",
)  # fmt: skip
RECEIVED = Delivery(pk=7, name="x.json", size=1, received_at=dt.datetime(2024, 3, 1, tzinfo=dt.UTC))


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value below `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, one in inner for place in places(one, (*at, key)))]


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> bytes:
    made = json.loads(json.dumps(value))
    for place in draw(st.lists(st.sampled_from([at for at in places(made) if at]), min_size=1, max_size=4)):
        holder, how = made, draw(st.sampled_from(["odd", "listed", "within", "key", "twice"]))
        try:
            for step in place[:-1]:
                holder = holder[step]
            old = holder[place[-1]]
            new = {"odd": draw(st.sampled_from(ODD)), "listed": [old, old], "within": {"value": old}}.get(how, old)
            holder[place[-1]] = new
            if how == "key" and isinstance(holder, dict):
                holder[f"{place[-1]}x"] = holder.pop(place[-1])
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took it away
    text = json.dumps(made)
    cut = draw(st.sampled_from([0, 0, 0, 1, 2]))
    return (text[: len(text) // cut] if cut else text).replace('": "', '": "x", "again": "', cut == 1).encode()


def carried(content: bytes) -> None:
    """Read, count, normalise and check what is in a file."""
    dialect = of(Member("f.json", lambda: io.BytesIO(content)))
    if not isinstance(dialect, Dialect):
        return
    found = list(dialect.read(Member("f.json", lambda: io.BytesIO(content)), None))
    assert found
    expectations.count({}, found, "")
    for one in found:
        if isinstance(one, Unreadable):
            assert one.problem.sentence
            continue
        try:
            draft, _ = normalise(one, profile_of(one.office or "ID"), RECEIVED)
        except (NotARecord, BadProfile):
            continue  # it goes to quarantine
        checks.run(draft, one.place)


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_a_changed_file_ends_as_records_and_findings(name: str, data: st.DataObject) -> None:
    carried(data.draw(mutated(FILES[name])))
