"""Pages of the Indian journal: every INID code, several applications in one text, and text layers that lost letters."""

import io
import json
import re

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member, members
from ingest.document import Delivered, Name, Number, Related, Symbol, Unreadable
from ingest.formats import inid_text
from portal.standards import classes

PAGE = """The Patent Office Journal 31/12/2010
\x20
5276
(12) PATENT APPLICATION PUBLICATION (21) Application No.{number} A\x20
(19) INDIA \x20
(22) Date of filing of Application :01/07/2010 (43) Publication Date : 31/12/2010\x20
\x20
(54) Title of the invention : A LAMP THAT
BURNS RICE OIL \x20
\x20
(51) International classification  :F21L19/00, F21V 37/02; A01B \x20
(31) Priority Document No  :10 2008 003 568.8\x20
(32) Priority Date  :09/01/2008\x20
(33) Name of priority country  :U.S.A.\x20
(86) International Application No\x20
        Filing Date\x20
:PCT/EP09/000017
:06/01/2009\x20
(87) International Publication No  :WO 2009/087081 A3 \x20
(61) Patent of Addition to Application Number\x20
        Filing Date\x20
:1/DEL/2005\x20
:02/01/2005\x20
(62) Divisional to Application Number\x20
        Filing Date\x20
:NA\x20
:NA \x20
\x20
(71)Name of Applicant : \x20
   1)EXAMPLE LAMPS LTD\x20
      Address of Applicant :1, EXAMPLE ROAD, D-65929\x20
EXAMPLETOWN Germany\x20
   2)SECOND EXAMPLE\x20
      Address of Applicant :NOWHERE\x20
(72)Name of Inventor : \x20
   1)DOE, JANE\x20
   2)ROE RICHARD \x20
(57) Abstract :\x20
A lamp
(31) of the example burns oil.
\x20
No. of Pages : 28 No. of Claims : 4\x20
"""
ONE = PAGE.format(number="2827/DEL/2010")


def read(text: str | bytes) -> list[Delivered | Unreadable]:
    content = text.encode() if isinstance(text, str) else text
    return list(inid_text.read(Member("p.txt", lambda: io.BytesIO(content)), None))


def only(text: str) -> Delivered:
    (one,) = read(text)
    assert isinstance(one, Delivered)
    return one


def test_every_value_of_a_page_is_taken():
    one = only(ONE)
    assert (one.office, one.place, one.as_of, one.right) == ("IN", "p.txt:4", "31/12/2010", "patent")
    assert one.application == Number("IN", "2827/DEL/2010 A", date="01/07/2010")
    assert one.publications == [Number("IN", "2827/DEL/2010 A", "A", "31/12/2010")]
    assert [(t.part, t.language, t.paragraphs[0]["t"]) for t in one.texts] == [
        ("title", "en", "A LAMP THAT BURNS RICE OIL"),
        ("abstract", "en", "A lamp (31) of the example burns oil."),
    ]
    assert one.symbols == [Symbol("ipc", symbol) for symbol in ("F21L19/00", "F21V 37/02", "A01B")]
    assert one.names == [
        Name("applicant", "EXAMPLE LAMPS LTD", "DE", "1, EXAMPLE ROAD, D-65929 EXAMPLETOWN Germany"),
        Name("applicant", "SECOND EXAMPLE", "", "NOWHERE"),
        Name("inventor", "DOE, JANE"),
        Name("inventor", "ROE RICHARD"),
    ]
    assert one.related == [
        Related("priority", Number("US", "10 2008 003 568.8", date="09/01/2008")),
        Related("pct_application", Number("WO", "PCT/EP09/000017", date="06/01/2009")),
        Related("pct_publication", Number("WO", "WO 2009/087081 A3")),
        Related("addition_to", Number("IN", "1/DEL/2005", date="02/01/2005")),
    ]
    assert one.problems == []


# The same page as later issues set it: each label with its value, a class in 14 columns, a rule behind an address.
LATER = [
    ("The Patent Office Journal 31/12/2010\n\x20\n5276", "The Patent Office Journal No. 10/2023 Dated 31/12/2010 5276"),
    ("F21L19/00, F21V 37/02; A01B \x20", "F21L0019000000, F21V003702\n0000, A01B"),
    ("Application No\x20\n        Filing Date\x20\n:PCT/EP09/000017\n:06/01/2009", "Application No :PCT/EP09/000017 Filing Date :06/01/2009"),
    ("Application No\x20\n        Filing Date\x20\n:PCT/EP09/000017\n:06/01/2009", "Application No :PCT/EP09/000017\nFiling Date : 06/01/2009"),
    ("Application Number\x20\n        Filing Date\x20\n:1/DEL/2005\x20\n", "Application Number :1/DEL/2005\nFiling Date "),
    ("\x20\n        Filing Date\x20\n:NA\x20\n:NA", " :NA Filing Date :NA"),
    ("\x20\n        Filing Date\x20\n:NA\x20\n:NA", "\n Filing Date\n:\n:01/01/1900"),
    ("\x20\n        Filing Date\x20\n:NA\x20\n:NA", " :N/A\n Filed on :NIL"),
    ("\x20\n(32) Priority Date", " (32) Priority Date"),
    ("(51) International classification", "(51) International\nclassification"),
    ("EXAMPLETOWN Germany", "EXAMPLETOWN Germany -----------"),
    ("(72)Name", "Name of Applicant : NA\nAddress of Applicant : NA\n(72)Name"),
    ("1)DOE, JANE", "1)DOE, JANE\nAddress of Applicant :-----------"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [("", ""), *LATER])
def test_a_page_of_a_later_layout_says_the_same(old, new):
    assert old in ONE
    expected, found = only(ONE), only(ONE.replace(old, new, 1))
    assert [classes.ipc(s.value) for s in found.symbols] == [classes.ipc(s.value) for s in expected.symbols]
    for one in (expected, found):
        one.place, one.symbols = "", []
    assert found == expected


@pytest.mark.parametrize("nothing", ["NA", "N/A", "PCT//", "PCT/ /", "-", ""])
def test_where_there_is_no_number_there_is_no_related_file(nothing):
    one = only(ONE.replace("PCT/EP09/000017\n:06/01/2009", f"{nothing}\n:01/01/1900"))
    assert [related.relation for related in one.related] == ["priority", "pct_publication", "addition_to"]


def test_several_priorities_stand_line_by_line():
    page = ONE.replace(":10 2008 003 568.8", ":62/1,234\n:62/5,678").replace(":09/01/2008", ":09/01/2008\n:10/01/2008")
    assert [related for related in only(page).related if related.relation == "priority"] == [
        Related("priority", Number("US", "62/1,234", date="09/01/2008")),
        Related("priority", Number("US", "62/5,678", date="10/01/2008")),
    ]


def test_several_pages_in_one_text_are_several_documents():
    found = read(ONE + PAGE.format(number="2/DEL/2010") + PAGE.format(number="3/DEL/2010"))
    assert all(isinstance(one, Delivered) and not one.problems for one in found)
    assert [one.place for one in found] == ["p.txt:4", "p.txt:46", "p.txt:88"]
    assert [one.texts[1].paragraphs[0]["t"] for one in found] == ["A lamp (31) of the example burns oil."] * 3


@pytest.mark.parametrize(
    "head", ["Early Publication: \n \nThe following have been published.\n", "CONTINUED FROM PART-1\n", "\n\n17\n"]
)
def test_heads_of_sections_are_no_documents(head):
    assert len(read(ONE.replace("5276\n", f"5276\n{head}"))) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Patent Office Journal 31/12/2010\n5267\nOFFICIAL JOURNAL", ["p.txt:1"]),
        ("The Patent Office Journal 31/12/2010\n5267\n \n", []),
        (ONE + "Corrigendum: read 5 for 4.", ["p.txt:4", "p.txt:4"]),
        ("Corrigendum.\n" + ONE, ["p.txt:1", "p.txt:5"]),
    ],
)
def test_what_is_no_application_goes_to_quarantine_with_its_words(text, places):
    found = read(text)
    assert [one.place for one in found] == places
    beside = [one for one in found if isinstance(one, Unreadable)]
    assert all(one.problem.code == "READ-OTHER" and one.content.decode() in text for one in beside)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("(32) Priority", "(37) Priority", ["READ-NEW", "READ-LACKS"]),
        ("(54) Title", "(54) Title of the invention : X\n(54) Title", ["READ-TWICE"]),
        ("(87) International Publication No  :WO 2009/087081 A3", "", ["READ-LACKS"]),
        ("(54) Title of the", "\x1f54) Title of th\x1f", []),
        ("(54) Title", "(54) Ti le", []),
        ("(57) Abstract", "(57) Abs ract", []),
    ],
)
def test_codes_that_are_new_repeated_or_lost_are_told(old, new, said):
    assert old in ONE
    assert [problem.code for problem in only(ONE.replace(old, new)).problems] == said


@pytest.mark.parametrize("bad", ["a\x00b", "é \udcff", "é’\udcff"])
def test_pages_no_database_can_hold_are_put_aside(bad):
    first, second = read((ONE.replace("LAMP", bad) + ONE).encode("utf-8", "surrogateescape"))
    assert isinstance(first, Unreadable)
    assert (first.problem.code, isinstance(second, Delivered)) == ("READ-BYTES", True)


def test_a_text_of_a_western_windows_is_read_and_said():
    said, first, second = read((ONE.replace("LAMP", "JUTE’S LAMP") + ONE).encode("cp1252"))
    assert (said.problem.code, said.waits) == ("READ-ENCODING", False)
    assert "JUTE’S LAMP" in first.texts[0].paragraphs[0]["t"]
    assert isinstance(second, Delivered)


def test_a_text_beyond_the_limit_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr(inid_text, "LIMIT", len(ONE) + 10)
    found = read(ONE * 2)
    assert isinstance(found[0], Delivered)
    assert isinstance(found[-1], Unreadable)
    assert "longer than" in found[-1].problem.sentence


def test_a_page_is_told_by_its_first_words():
    assert inid_text.is_page(ONE.encode())
    assert inid_text.is_page(ONE[ONE.index("(12)") :].encode())
    assert not inid_text.is_page(b"x" * 3000 + ONE.encode())


@given(st.text(max_size=400))
def test_any_text_is_read_or_put_aside(text):
    content = f"(12) PATENT APPLICATION PUBLICATION {text}".encode("utf-8", "surrogatepass")
    assert all(isinstance(one, Delivered | Unreadable) for one in read(content))


@pytest.mark.parametrize(
    "filler", ["(12) PATENT APPLICATION PUBLICATION ", "\n\n", "1)\n", ":\n:", "(54)\n", "Early Publication:"]
)
def test_hostile_pages_take_no_time(filler):
    assert read(ONE + filler * (200_000 // len(filler)))


def test_the_real_journals_agree_with_the_counts_made_by_another_method():
    folder = settings.OFFICE_DATA_DIR / "in-journal"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    expected = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["in-journal"]
    pages = [(path, list(inid_text.read(next(members(path)), None))) for path in sorted(folder.rglob("*.txt"))]
    good = [one for _, found in pages for one in found if isinstance(one, Delivered)]
    full = [s for one in good for s in one.symbols if "/" in s.value and re.match(r"[A-H]\s?\d\d\s?[A-Z]", s.value)]
    related = [r.relation for one in good for r in one.related]
    assert (len(pages), len(good)) == (expected["files"], expected["application_pages"])
    assert len({one.application.value for one in good}) == expected["application_numbers"]
    filled = expected["filled_on_application_pages"]
    assert sum(any(t.part == "abstract" for t in one.texts) for one in good) == filled["abstract_57"]
    # On three pages the text layer lost a letter of the title's label or its bracket; the second method needs them whole.
    assert sum(any(t.part == "title" for t in one.texts) for one in good) == filled["title_54"] + 3
    assert related.count("priority") == filled["priority_31"]
    # Two symbols in lower case, and two on a page whose label of (51) lost a letter, are not counted by the second method.
    assert len(full) == expected["ipc_symbols"] + 4
