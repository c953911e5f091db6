"""Kind codes in words: the offices' own use of a letter before ST.16's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.kinds import corrects, level, meaning, right


@pytest.mark.parametrize(
    ("office", "kind", "words", "of", "stage"),
    [
        ("BR", "A2", "Patent application", "patent", "application"),
        ("BR", "A8", "Patent application, corrected", "patent", "correction"),
        ("BR", "B1", "Granted patent", "patent", "grant"),
        ("BR", "B8", "Granted patent, corrected", "patent", "correction"),
        ("BR", "C1", "Certificate of addition, granted", "patent", "grant"),
        ("BR", "C8", "Granted patent, corrected", "patent", "correction"),
        ("BR", "E2", "Certificate of addition, application", "patent", "application"),
        ("BR", "E8", "Certificate of addition, application, corrected", "patent", "correction"),
        ("BR", "F1", "Certificate of addition, granted", "patent", "grant"),
        ("BR", "F8", "Certificate of addition, granted, corrected", "patent", "correction"),
        ("BR", "U2", "Utility model, application", "utility_model", "application"),
        ("BR", "U8", "Utility model, application, corrected", "utility_model", "correction"),
        ("BR", "Y1", "Utility model, granted", "utility_model", "grant"),
        ("BR", "Y8", "Utility model, granted, corrected", "utility_model", "correction"),
        ("MY", "A", "Granted patent", "patent", "grant"),
        ("ZA", "A", "Granted patent", "patent", "grant"),
        ("EG", "A", "Granted patent", "patent", "grant"),
        ("OA", "A", "Granted patent", "patent", "grant"),
        ("AP", "A", "Granted patent", "patent", "grant"),
        ("AP", "A0", "Patent application", "patent", "application"),
        ("IN", "A", "Patent application", "patent", "application"),
        ("IN", "B", "Granted patent", "patent", "grant"),
        ("VN", "A", "Patent application", "patent", "application"),
        ("VN", "B", "Granted patent", "patent", "grant"),
        ("VN", "U", "Utility model, application", "utility_model", "application"),
        ("ID", "S", "Utility model, granted", "utility_model", "grant"),
        ("PH", "U1", "Utility model, granted", "utility_model", "grant"),
        ("TH", "C", "Utility model, granted", "utility_model", "grant"),
        ("SG", "G", "UK patent registered in Singapore", "patent", "grant"),
        ("SG", "A1", "Patent application", "patent", "application"),
        ("AR", "A2", "Patent application, divisional", "patent", "application"),
        ("AR", "A4", "Utility model, application", "utility_model", "application"),
        ("PE", "Z", "Utility model, granted", "utility_model", "grant"),
        ("EA", "A1", "Patent application with search report", "patent", "application"),
        ("EA", "A2", "Patent application without search report", "patent", "application"),
        ("EA", "B9", "Granted patent, corrected", "patent", "correction"),
        ("UA", "C2", "Granted patent", "patent", "grant"),
        ("UA", "U", "Utility model, granted", "utility_model", "grant"),
        ("WO", "A1", "International application with search report", "patent", "application"),
        ("EP", "B1", "Granted patent", "patent", "grant"),
        ("US", "A", "Granted patent", "patent", "grant"),
        ("US", "A1", "Patent application", "patent", "application"),
        ("US", "A9", "Patent application, corrected", "patent", "correction"),
        ("US", "S1", "Industrial design", "design", "grant"),
        ("RU", "U1", "Utility model, granted", "utility_model", "grant"),
        ("DE", "U1", "Utility model, granted", "utility_model", "grant"),
        ("KZ", "U", "Utility model, granted", "utility_model", "grant"),
        ("CN", "U", "Utility model, granted (before 1993: application)", "utility_model", "grant"),
        ("JP", "U", "Utility model, registered (before 1996: or application)", "utility_model", "grant"),
        ("ES", "U", "Utility model, application", "utility_model", "application"),
        ("ES", "U9", "Utility model, application, corrected", "utility_model", "correction"),
        ("RU", "U9", "Utility model, granted, corrected", "utility_model", "correction"),
        ("BR", "Y9", "Utility model, granted, corrected", "utility_model", "correction"),
        ("XX", "E9", "Certificate of addition, granted, corrected", "patent", "correction"),
        ("XX", "S8", "Industrial design, corrected", "design", "correction"),
        ("DE", "T9", "Translation of a patent document, corrected", "patent", "correction"),
        ("MY", "A8", "Granted patent, corrected", "patent", "correction"),
        ("XX", "B7", "Granted patent", "patent", "grant"),
        ("br", " a2 ", "Patent application", "patent", "application"),
        ("XX", "Q", "Kind Q", "", ""),
        ("XX", "A12", "Kind A12", "", ""),
        ("XX", "1", "Kind 1", "", ""),
        ("XX", "", "", "", ""),
    ],
)
def test_a_kind_says_what_it_is(office, kind, words, of, stage):
    assert (meaning(office, kind), right(office, kind), level(office, kind)) == (words, of, stage)


@pytest.mark.parametrize(
    ("office", "kind", "stage"),
    [
        ("EP", "A8", "application"),
        ("EP", "B9", "grant"),
        ("US", "A9", "application"),
        ("MY", "A8", "grant"),
        ("BR", "E8", "application"),
        ("BR", "F8", "grant"),
        ("BR", "U8", "application"),
        ("UA", "U9", "grant"),
        ("DE", "T8", ""),
        ("EP", "B1", ""),
        ("XX", "Q8", ""),
    ],
)
def test_a_correction_is_of_what_its_letter_says(office, kind, stage):
    assert corrects(office, kind) == stage


def test_a_utility_model_was_published_as_an_application_where_the_law_before_examined_it():
    assert [level("CN", "U", day) for day in (date(1992, 12, 31), date(1993, 1, 1), None)] == [
        "application",
        "grant",
        "grant",
    ]
    assert level("RU", "U1", date(1994, 12, 31)) == "grant"


@given(st.sampled_from(["BR", "MY", "UA", "XX"]), st.text(max_size=10))
def test_any_text_may_stand_where_a_kind_belongs(office, kind):
    assert right(office, kind) in {"", "patent", "utility_model", "design"}
    assert level(office, kind) in {"", "application", "grant", "correction"}
    assert bool(meaning(office, kind)) == bool(kind.strip())
