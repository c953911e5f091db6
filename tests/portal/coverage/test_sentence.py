from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.coverage.sentence import NAMED, counted, joined, rest, sentence, whole
from search.answer import Scope


@dataclass
class Row:
    name: str = "Thailand"
    in_scope: int = 0
    by_law: int = 0
    missing: int = 0
    not_held: int | None = 0
    list_complete: bool = True
    no_english: int = 0
    partly: int = 0
    original_only: int = 0
    unseen: int = 0
    own_letters: int = 0
    undated: int = 0
    unknown_status: int = 0
    marks: int = 0


def said(*rows, elements=("claims",), parts=(), wider=(), unheld=(), listed=(), numbered=()):
    unknown = [row.not_held for row in rows if row.not_held is not None]
    totals = Row(
        "",
        sum(row.in_scope for row in rows),
        sum(row.by_law for row in rows),
        sum(row.missing for row in rows),
        sum(unknown) if unknown else None,
        no_english=sum(row.no_english for row in rows),
        partly=sum(row.partly for row in rows),
        unseen=sum(row.unseen for row in rows),
        original_only=sum(row.original_only for row in rows),
        own_letters=sum(row.own_letters for row in rows),
    )
    scope = Scope(
        elements=frozenset(elements), parts=frozenset(parts), wider=frozenset(wider), numbered=frozenset(numbered)
    )
    return sentence(list(rows), totals, scope, frozenset(unheld), listed)


@pytest.mark.parametrize(
    ("rows", "elements", "words"),
    [
        ([], ["claims"], "No office of this scope is held: there was nothing to search."),
        (
            [Row(in_scope=1)],
            ["claims"],
            "Searched claims in 1 office; 1 record in scope. All have searchable claims. Everything listed as published is held.",
        ),
        (
            [Row(in_scope=1200)],
            ["title", "claims"],
            (
                "Searched title and claims in 1 office; 1,200 records in scope. All have searchable title and claims. "
                "Everything listed as published is held."
            ),
        ),
        (
            [Row(in_scope=9, missing=1, not_held=1)],
            ["ipc"],
            (
                "Searched IPC class in 1 office; 9 records in scope. 1 has no searchable IPC class (Thailand 1 missing). "
                "1 document published but not held (Thailand 1)."
            ),
        ),
        (
            [Row(in_scope=9, missing=3, original_only=2), Row("Viet Nam", missing=5, original_only=5)],
            ["claims"],
            (
                "Searched claims in 2 offices; 9 records in scope. 8 have no searchable claims (Viet Nam 5 missing; Thailand 3 missing). "
                "Of these, 7 can be found by words of the original language only (Viet Nam 5; Thailand 2). "
                "Everything listed as published is held."
            ),
        ),
        (
            [Row(in_scope=9, missing=2, by_law=1)],
            ["claims", "abstract", "title"],
            (
                "Searched title, abstract and claims in 1 office; 9 records in scope. "
                "3 lack searchable title, abstract or claims (Thailand 2 missing; Thailand 1 not published by law). "
                "Everything listed as published is held."
            ),
        ),
        (
            [Row(in_scope=9, missing=2, by_law=4, marks=3)],
            ["claims"],
            (
                "Searched claims in 1 office; 9 records in scope. "
                "6 have no searchable claims (Thailand 3, as trade marks have none; Thailand 2 missing; Thailand 1 not published by law). "
                "Everything listed as published is held."
            ),
        ),
        (
            [Row(in_scope=9, not_held=None, list_complete=False), Row("Viet Nam", not_held=3, list_complete=False)],
            [],
            (
                "Searched 2 offices; 9 records in scope. 3 documents published but not held (Viet Nam 3). "
                "How much was published is unknown for Thailand and in part for Viet Nam."
            ),
        ),
        (
            [Row(in_scope=9, no_english=1), Row("Viet Nam", in_scope=20, no_english=7)],
            ["claims", "ipc"],
            (
                "Searched claims and IPC class in 2 offices; 29 records in scope. All have searchable claims and IPC class. "
                "8 of those searched have claims in the original language only (Viet Nam 7; Thailand 1). "
                "Everything listed as published is held."
            ),
        ),
        (
            [Row(not_held=None)],
            ["claims"],
            "Searched claims in 1 office; 0 records in scope. How much was published is unknown for Thailand.",
        ),
    ],
)
def test_the_note_in_words(rows, elements, words):
    assert said(*rows, elements=elements) == words


def test_the_note_says_what_narrows_none_of_its_counts_and_what_only_those_of_the_held():
    words = said(Row(in_scope=9, not_held=4), wider=["ipc", "filed"], unheld=["status", "language"])
    assert "9 records in scope. These counts are not narrowed by filing date or IPC class." in words
    assert words.endswith("4 documents published but not held (Thailand 4), not narrowed by language or legal status.")


def test_what_was_searched_may_be_more_than_what_is_counted():
    words = said(Row(in_scope=9, missing=2), parts=["title", "abstract", "claims"])
    assert words.startswith(
        "Searched title, abstract and claims in 1 office; 9 records in scope. 2 have no searchable claims (Thailand 2 missing)."
    )


def test_what_was_searched_in_part_is_said_and_by_what():
    rows = [Row(in_scope=9, missing=3, partly=2), Row("Viet Nam", by_law=2, partly=1, original_only=1)]
    assert (
        "(Thailand 3 missing; Viet Nam 2 not published by law). Of these, 3 were searched in part, by title or abstract. "
        "Of these, 1 can be found by words of the original language only (Viet Nam 1)."
    ) in said(*rows, parts=["title", "abstract", "claims"])
    assert "Of these, 1 was searched in part, by title or claims." in said(
        Row(in_scope=9, missing=3, partly=1), elements=["title", "claims"]
    )


def test_numbers_and_classes_are_named_among_what_was_searched():
    words = said(Row(in_scope=9), elements=["cpc"], numbered=["publication_number", "priority_number"])
    assert words.startswith("Searched CPC class, publication numbers and priority numbers in 1 office; 9 records")
    assert said(Row(in_scope=9), elements=[], numbered=["number"]).startswith(
        "Searched numbers of every kind in 1 office;"
    )


def test_records_without_the_number_searched_are_counted_as_unseen():
    words = said(Row(in_scope=9, missing=4), elements=["publication_number"], numbered=["publication_number"])
    assert words.startswith(
        "Searched publication numbers in 1 office; 9 records in scope. 4 have no publication number (Thailand 4 missing)."
    )
    assert "in scope. All have them." in said(Row(in_scope=9), elements=["priority_number"])


def test_a_number_that_is_known_to_exist_comes_first():
    words = said(Row(in_scope=9), listed=["BR 102011003303 B1 (2023-08-22)"])
    assert words.startswith(
        "Published by the office’s own list, but not held: BR 102011003303 B1 (2023-08-22). Searched claims"
    )


def test_of_many_offices_the_largest_are_named_and_the_rest_summed_up():
    rows = [Row(f"{chr(65 + n)}A", in_scope=n + 1, missing=n + 1, not_held=None) for n in range(NAMED + 3)]
    words = said(*rows)
    assert (
        "(IA 9 missing; HA 8 missing; GA 7 missing; FA 6 missing; EA 5 missing; DA 4 missing; 6 in other offices)"
        in words
    )
    assert "unknown for AA, BA, CA, DA, EA, FA and 3 others." in words


rows = st.builds(
    Row,
    st.sampled_from(["Thailand", "Viet Nam", "Indonesia", "Brazil"]),
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.none() | st.integers(0, 10**7),
    st.booleans(),
    st.integers(0, 10**7),
)


@given(st.lists(rows, max_size=9), st.sets(st.sampled_from(["title", "claims", "ipc"])))
def test_whatever_is_counted_the_note_is_plain_sentences(found, elements):
    words = said(*found, elements=elements)
    assert words.endswith(".")
    assert "  " not in words
    assert "None" not in words
    assert "()" not in words


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_in_a_sentence(words, text):
    assert joined(words, "and") == text


@pytest.mark.parametrize(("number", "text"), [(0, "0 offices"), (1, "1 office"), (1234, "1,234 offices")])
def test_numbers_carry_their_noun(number, text):
    assert counted(number, "office") == text


def test_names_in_other_letters_are_told():
    rows = [Row(in_scope=9, own_letters=7), Row("Egypt", in_scope=3, own_letters=1), Row("Brazil", in_scope=5)]
    told = "8 have the applicant in letters other than Latin only (Thailand 7; Egypt 1)."
    assert told in said(*rows, elements=("applicant",))
    assert "1 has the applicant or inventor in letters" in said(rows[1], elements=("inventor", "applicant"))
    assert "letters" not in said(rows[2], elements=("applicant",))


def test_what_is_not_known_to_be_in_scope_is_told_beside_it():
    rows = [Row(in_scope=9, undated=1200), Row("Egypt", in_scope=3, undated=1, unknown_status=1)]
    assert (
        "12 records in scope. Not among these: 1,201 more records whose day of first publication is not known (Thailand 1,200; Egypt 1) "
        "and 1 more record of unknown legal status (Egypt 1)." in said(*rows)
    )
    assert "Not among" not in said(Row(in_scope=9))


def test_what_was_not_searched_at_all_is_counted():
    texts = ["title", "abstract", "claims"]
    told = said(Row(in_scope=9, missing=7, partly=3, unseen=4, original_only=2), parts=texts)
    assert "language only (Thailand 2). 4 have no title or abstract either: not searched at all." in told
    assert "1 has no title either" in said(Row(in_scope=9, missing=7, unseen=1), parts=["title", "claims"])
    assert "either" not in said(Row(in_scope=9, missing=7, unseen=7), parts=["claims"])


@pytest.mark.parametrize(
    ("elements", "parts", "words"),
    [
        (["claims"], ["title", "abstract", "claims"], ("claims", "title or abstract")),
        (["claims"], ["claims"], ("claims", "")),
        (["title", "claims"], ["title", "claims"], ("title and claims", "title or claims")),
        (["claims", "applicant"], ["claims"], ("claims and applicant", "claims")),
        (["applicant"], [], ("applicant", "")),
        ([], [], ("", "")),
    ],
)
def test_by_what_a_record_is_wholly_seen_and_by_what_in_part(elements, parts, words):
    scope = Scope(elements=frozenset(elements), parts=frozenset(parts))
    assert (whole(scope), rest(scope)) == words
