"""Fields that hold several numbers, or what a spreadsheet has made of one."""

from __future__ import annotations

import pytest

from ingest import numbering
from ingest.document import Number, Related
from ingest.normalise.drafts import NotARecord
from tests.ingest.normalise.test_drafts import delivered, made

SEVERAL = {
    ("CL", "201500001;201500002"): 2,
    ("CL", "201500001 201500002"): 2,
    ("CL", "00001-2015, 00002-2016"): 2,
    ("BR", "BR 10 2018 000001-0, BR 10 2018 000002-2"): 2,
    ("BR", "BR 10 2018 000001-0 e BR 20 2018 000002-2"): 2,
    ("TH", "1901007741 / 1901007742 / 1901007743"): 3,
    ("LA", "0012345; 0012346"): 2,
    ("CL", "201600916/201600917"): 2,
    ("CL", "201600916,201600917"): 2,
    ("US", "62/123,456; 62/123,457"): 2,
}
ONE = [
    ("BR", "BR 10 2018 000001-0"), ("BR", "PI 0012345-6"), ("CL", "201500001"), ("VN", "1-2020-04567"), ("EP", "00 111 111.1"),
    ("US", "62/123,456"), ("IN", "1234/MUM/2010"), ("MX", "MX/a/2015/012345"), ("KR", "10-2017- 0121006"), ("DE", "10 2012 004 079.5"),
    ("LA", "12345, 6"), ("XX", "123456 789012"), ("", "PCT/KR2020/008682"), ("XX", ""),
]  # fmt: skip


@pytest.mark.parametrize(("office", "text"), SEVERAL)
def test_several_numbers_in_a_field_are_told_apart(office: str, text: str) -> None:
    assert len(numbering.each(office, text)) == SEVERAL[office, text]
    with pytest.raises(ValueError, match="numbers; a document is of one"):
        numbering.application(office, text)
    assert not numbering.readable(office, text)


@pytest.mark.parametrize(("office", "text"), [("BR", "XX-YY"), ("TH", "ไม่มี"), ("", "see file")])
def test_letters_alone_are_no_number(office: str, text: str) -> None:
    with pytest.raises(ValueError, match="holds no digit"):
        numbering.application(office, text)
    assert not numbering.readable(office, text)


@pytest.mark.parametrize(("office", "text"), ONE)
def test_one_number_in_several_pieces_is_one(office: str, text: str) -> None:
    assert numbering.each(office, text) == [text]


@pytest.mark.parametrize(
    ("office", "text", "key"),
    [
        ("CL", "201500001.5", ""), ("CL", "CL 201500001.0", ""), ("TH", "1901007741.0", ""), ("IN", "201741012345.0", ""),
        ("BR", "102012004079.5", "102012004079"), ("EP", "00111111.1", "00111111"), ("CL", "2015.00001", "201500001"),
    ],
)  # fmt: skip
def test_a_fraction_is_no_part_of_a_number_but_a_check_digit_may_stand_there(office: str, text: str, key: str) -> None:
    assert numbering.readable(office, text) is bool(key)
    if key:
        assert numbering.application(office, text).key == key
        return
    for read in (numbering.application, numbering.publication):
        with pytest.raises(ValueError, match="fraction"):
            read(office, text)


def test_a_document_of_several_numbers_waits_and_of_several_priorities_each_is_kept() -> None:
    with pytest.raises(NotARecord):
        made(delivered("CL", "201500001;201500002"))
    priority = Related("priority", Number("US", "62/123,456; 62/123,457", date="2019-01-02"))
    checked = Related("priority", Number("CN", "201430005965.7"))  # the check digit of another office behind a point
    draft, said = made(delivered(related=[priority, checked]))
    assert [row.number_original for row in draft.related] == ["62/123,456", "62/123,457", "201430005965.7"]
    assert said == ["NUM-SEVERAL"]
