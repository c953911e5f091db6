"""Exception codes of ST.37."""

import pytest

from portal.standards.authority import EXCEPTIONS, NOT_DOCUMENTS, exception


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("M", "Document missing"),
        ("N", "Number not used"),
        ("w", "Withdrawn before publication"),
        (" P ", "Available on paper only"),
        ("Q", "Q"),
        ("", ""),
    ],
)
def test_exception(code, words):
    assert exception(code) == words


def test_a_number_that_had_a_document_stays_in_the_denominator():
    assert set(EXCEPTIONS) - NOT_DOCUMENTS == {"C", "M", "P", "R"}
