"""Codes of INPADOC: the common headings, Brazil's chapters, and that a profile's own rule goes before them."""

from __future__ import annotations

import pytest
from django.conf import settings

from ingest.offices import inpadoc
from ingest.offices.profiles import CATEGORIES, profile_of


@pytest.mark.parametrize(
    ("office", "code", "category"),
    [
        ("PE", "FG", "F"),
        ("MX", "MM", "H"),
        ("EA", "FA9A", "B"),
        ("EA", "NF4A", "K"),
        ("AR", "FC", "B"),
        ("CR", "FC90", "B"),  # the profile's own rule, which is another, is asked first
        ("BR", "B16A", "F"),
        ("BR", "B08F", "B"),
        ("BR", "B25A", "R"),
    ],
)
def test_a_common_code_has_its_category(office: str, code: str, category: str) -> None:
    rule = inpadoc.rule(profile_of(office), code)
    assert rule is not None
    assert rule.category == category


@pytest.mark.parametrize(
    ("office", "code"),
    [("VN", "FG"), ("PE", "FGX"), ("PE", "ZZ"), ("BR", "B99Z"), ("BR", "FG"), ("EA", ""), ("US", "B16A")],
)
def test_other_codes_are_left_to_the_profile(office: str, code: str) -> None:
    assert inpadoc.rule(profile_of(office), code) is None


@pytest.mark.parametrize("code", inpadoc._ST17)
def test_a_heading_is_two_letters_with_a_category_of_st27(code: str) -> None:
    english, category = inpadoc._ST17[code]
    assert inpadoc.ST17_CODE.fullmatch(code)
    assert english
    assert category in CATEGORIES


def test_a_lapse_in_one_state_does_not_end_a_regional_patent() -> None:
    assert {profile_of("EP").events[code].category for code in ("PG25", "GBPC", "BERE")} == {"W"}
    assert profile_of("EA").events["MM4A"].category == "W"


def test_voids_name_codes_the_profile_knows() -> None:
    events = profile_of("BR").events
    voided = {code for rule in events.values() for code in rule.voids}
    assert "16.1" in voided
    assert voided - set(events) == {"*"}


def test_the_categories_agree_with_the_epos_own_where_both_class_a_code() -> None:
    if not settings.OFFICE_DATA_DIR.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    # A heading that an office uses in another sense stands in its profile, so it is the profile that must agree.
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(settings.OFFICE_DATA_DIR / "epo-legal-codes" / "legal_code_descriptions_202417.xlsx")
    rows = [[str(cell or "").strip() for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    told = {
        (row[0], row[1]): row[8]
        for row in rows
        if row[0] in ("AR", "CO", "CR", "CU", "MX", "PE", "UY", "EA") and row[8]
    }
    differs = {}
    for (office, code), category in told.items():
        profile = profile_of(office)
        rule = profile.events.get(code) or inpadoc.rule(profile, code)
        assert rule is not None, (office, code)
        if rule.category != category:
            differs[office, code] = rule.category
    # Named states only, a duplicate, and a change of the kind of right.
    assert differs == {("EA", "MA4A"): "W", ("EA", "MM4A"): "W", ("EA", "RH4A"): "W", ("PE", "PA"): "P"}
