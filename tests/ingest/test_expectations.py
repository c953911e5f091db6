"""What a delivery brings, counted, and held against what its office is expected to send."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Delivered, Name, Number, Passage, Problem, Symbol, Unreadable
from ingest.offices.expectation import Expectation
from ingest.offices.profiles import ELEMENTS, BadProfile, all_profiles, parse
from ingest.quality.expectations import ENOUGH, count, judge, shares, usual

PARAGRAPH = {"n": "", "t": "Forno", "refs": []}


def document(number: str = "BR 10 2020 000001-5", office: str = "BR", **fields: Any) -> Delivered:
    return Delivered(office, "issue.xml:1", "2020-01-07", Number(office, number), **fields)


def seen(documents: int, quarantined: int = 0, **filled: int) -> dict[str, Any]:
    """Tallies of a delivery; an element not named fills every readable document."""
    full = dict.fromkeys(ELEMENTS, documents - quarantined)
    return {"documents": documents, "quarantined": quarantined, "offices": {"BR": documents}, "filled": full | filled}


@pytest.mark.parametrize(
    ("fields", "has"),
    [
        ({}, set()),
        ({"texts": [Passage("title", "pt", [PARAGRAPH]), Passage("title", "en", [PARAGRAPH])]}, {"title"}),
        ({"texts": [Passage("claims", "pt", [PARAGRAPH]), Passage("abstract", "pt", [])]}, {"claims"}),
        ({"symbols": [Symbol("ipc", "A61K 31/00"), Symbol("ipc", "C01B 33/12")]}, {"ipc"}),
        ({"symbols": [Symbol("locarno", "07-02")]}, set()),
        ({"names": [Name("owner", "Ana"), Name("applicant", "Rui")]}, {"applicant"}),
        ({"names": [Name("inventor", "Ana")]}, set()),
    ],
)
def test_an_element_counts_once_a_document(fields: dict[str, Any], has: set[str]) -> None:
    tallies: dict[str, Any] = {}
    count(tallies, [document(**fields)], "")
    assert {name for name, n in tallies["filled"].items() if n} == has
    assert set(tallies["filled"].values()) <= {0, 1}


@pytest.mark.parametrize(
    ("one", "documents", "quarantined"),
    [
        (document(), 1, 0),
        (document(""), 1, 1),
        (document("", publications=[Number("BR", "102020000001")]), 1, 0),  # may be found by its publication
        (document("???"), 1, 1),
        (Unreadable("a.xml:7", Problem("READ-XML", "error", "Broken off.")), 1, 1),
        (Unreadable("a.xlsx", Problem("READ-NONE", "info", "No rows.")), 0, 0),
    ],
)
def test_what_cannot_become_a_record_is_counted_apart(one: Any, documents: int, quarantined: int) -> None:
    tallies: dict[str, Any] = {}
    count(tallies, [one], "")
    assert (tallies["documents"], tallies["quarantined"]) == (documents, quarantined)


def test_documents_that_name_no_office_are_the_senders() -> None:
    tallies: dict[str, Any] = {}
    count(tallies, [document(office=""), document(), document()], "VN")
    assert tallies["offices"] == {"VN": 1, "BR": 2}


@given(st.lists(st.booleans(), max_size=40), st.integers(0, 40))
def test_counting_in_parts_is_counting_at_once(titled: list[bool], cut: int) -> None:
    given_ = [document(texts=[Passage("title", "pt", [PARAGRAPH])] if yes else []) for yes in titled]
    whole: dict[str, Any] = {}
    parts: dict[str, Any] = {}
    count(whole, given_, "BR")
    count(parts, given_[:cut], "BR")
    count(parts, given_[cut:], "BR")
    assert whole == parts
    assert all(0 <= share <= 1 for share in shares(whole).values())


def test_shares_are_of_what_could_be_read() -> None:
    assert shares(seen(10, quarantined=6, title=1))["title"] == 0.25
    assert shares(seen(3, quarantined=3)) == {}
    assert shares({}) == {}


def test_what_is_usual_is_the_median_of_former_deliveries() -> None:
    assert usual([seen(100, title=10), seen(100, title=90), seen(100, title=20), {}])["title"] == 0.2
    assert usual([]) == {}


WEEKLY = Expectation(of_median=0.5, quarantined=0.05, fill={"title": 0.1})
FORMER = [seen(3000, title=1200), seen(3100, title=1300), seen(2900, title=1100)]


@pytest.mark.parametrize(
    ("came", "expected", "former", "codes", "says"),
    [
        (seen(3050, title=1000), WEEKLY, FORMER, [], ""),
        (seen(1500, title=600), WEEKLY, FORMER, [], ""),
        (seen(1499, title=600), WEEKLY, FORMER, ["HELD-COUNT"],
         "1,499 documents came, 50% of the 3,000 that the last 3 of this kind brought (median); at least 50% is expected."),
        (seen(0), WEEKLY, FORMER, ["HELD-COUNT"], "0 documents came, 0% of the 3,000"),
        (seen(9001, title=4000), WEEKLY, FORMER, [], ""),  # a large one is welcome
        (seen(12), WEEKLY, [], [], ""),  # nothing to compare with
        (seen(12), WEEKLY, [seen(ENOUGH - 1)], ["HELD-COUNT"], "12 documents came, 12% of the 99"),
        (seen(1, title=1), WEEKLY, [seen(200)], ["HELD-COUNT"],
         "1 document came, 0% of the 200 that the last of this kind brought; at least 50% is expected."),
        (seen(0), Expectation(documents=(1, 900)), [], ["HELD-COUNT"], "0 documents came; at least 1 is expected."),
        (seen(4), WEEKLY, [seen(60)], ["HELD-COUNT"], "4 documents came, 7% of the 60"),
        (seen(24), WEEKLY, [seen(60)], [], ""),  # less than half, but no more than chance
        (seen(0), WEEKLY, [seen(3)], [], ""),
        (seen(1), WEEKLY, [seen(12)], [], ""),
        (seen(0), WEEKLY, [seen(10)], ["HELD-COUNT"], "0 documents came"),
        (seen(12), WEEKLY, [seen(ENOUGH)], ["HELD-COUNT"], "12 documents came, 12% of the 100"),
        (seen(499), Expectation(documents=(500, 900)), [], ["HELD-COUNT"], "499 documents came; at least 500 are expected."),
        (seen(901), Expectation(documents=(500, 900)), [], ["HELD-COUNT"], "901 documents came; at most 900 are expected."),
        (seen(3000, title=0), WEEKLY, [], ["HELD-FILL"],
         "0.0% of the documents have the element title; at least 10.0% is expected."),
        (seen(3000, title=500), WEEKLY, FORMER, ["HELD-FILL"], "at least 20.0% is expected, former ones had 40.0%."),
        (seen(ENOUGH - 1, title=0), WEEKLY, [], ["HELD-FILL"], "0.0% of the documents have the element title"),
        (seen(12, title=0), WEEKLY, [], [], ""),  # one in ten may well be none of twelve
        (seen(4, title=0), Expectation(fill={"title": 0.9}), [], ["HELD-FILL"], "at least 90.0%"),
        (seen(3, title=2), Expectation(fill={"title": 0.9}), [], [], ""),
        (seen(90, 45), Expectation(quarantined=0.3), [], ["HELD-QUARANTINE"], "45 of 90 documents (50.0%)"),
        (seen(9, 1), WEEKLY, [], [], ""),
        (seen(9, 9), WEEKLY, [], ["HELD-QUARANTINE"], "9 of 9 documents"),
        (seen(1, 1), Expectation(quarantined=0.0), [], ["HELD-QUARANTINE"], "1 of 1 document (100.0%) cannot become"),
        (seen(2000, 900), Expectation(quarantined=0.45), [], [], ""),  # as many as may be
        (seen(3000, 150), WEEKLY, FORMER, [], ""),
        (seen(3000, 151), WEEKLY, FORMER, ["HELD-QUARANTINE"],
         "151 of 3,000 documents (5.0%) cannot become a record; at most 5.0% is expected."),
        (seen(3000, 3000), WEEKLY, FORMER, ["HELD-FILL", "HELD-QUARANTINE"], "(100.0%)"),
        (seen(200, title=0), WEEKLY, FORMER, ["HELD-COUNT", "HELD-FILL"], "7%"),
        (seen(1), Expectation(), FORMER, [], ""),
    ],
)  # fmt: skip
def test_why_a_delivery_is_held_back(
    came: dict[str, Any], expected: Expectation, former: list[Any], codes: list[str], says: str
) -> None:
    said = judge(came, expected, former)
    assert [problem.code for problem in said] == codes
    assert {problem.severity for problem in said} <= {"critical"}
    assert says in " ".join(problem.sentence for problem in said)


# --- in the profile -----------------------------------------------------------------------------------------------------

HEAD = 'code = "BR"\nname = "N"\ncountry = "C"\nlanguages = ["pt"]\nterms = "T."\n[expectations.rpi-patent]\n'


def test_a_profile_says_what_is_expected_by_dialect() -> None:
    text = "documents = [500, 900]\nof_median = 0.5\nquarantined = 0.1\nfill = { ipc = 0.5 }\n"
    assert parse(HEAD + text, "BR").expectations == {
        "rpi-patent": Expectation((500, 900), 0.5, 0.1, {"ipc": 0.5}),
    }
    assert parse(HEAD, "BR").expectations == {"rpi-patent": Expectation()}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("documents = 500", "`documents` is 500, expected a list"),
        ("documents = [900, 500]", "expected the least and the most"),
        ("documents = [1]", "expected the least and the most"),
        ("of_median = [0.5]", "`of_median` is [0.5], expected a share from 0 to 1"),
        ("of_median = 1.5", "expected a share from 0 to 1"),
        ("documents = [-1, 3]", "expected the least and the most"),
        ("documents = [true, 3]", "expected the least and the most"),
        ('documents = ["a", "b"]', "expected the least and the most"),
        ("quarantined = 5", "expected a share from 0 to 1"),
        ("fill = { ipc = 1.5 }", "expected a share from 0 to 1"),
        ("fill = { drawings = 0.5 }", "`element` is “drawings”"),
        ("fil = { ipc = 0.5 }", "unknown key `fil`"),
    ],
)
def test_an_expectation_that_cannot_be_used_is_named(line: str, says: str) -> None:
    with pytest.raises(BadProfile, match=r"\[expectations\] \[rpi-patent\].*") as error:
        parse(HEAD + line, "BR")
    assert says in str(error.value)


def test_profiles_expect_something_of_dialects_that_exist() -> None:
    from ingest.dialects import DIALECTS

    named = {dialect for profile in all_profiles() for dialect in profile.expectations}
    assert named
    assert named <= {dialect.name for dialect in DIALECTS}
