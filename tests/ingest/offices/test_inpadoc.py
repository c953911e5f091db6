"""Codes of INPADOC: the common headings, Brazil's chapters, and that a profile's own rule goes before them."""

from __future__ import annotations

import pytest
from django.conf import settings

from ingest.document import Event, Number
from ingest.offices import inpadoc, profiles
from ingest.offices.profiles import CATEGORIES, load, profile_of
from portal.records.derive import derive
from tests.ingest.normalise.test_drafts import delivered, made


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
        ("IL", "NF", "K"),
        ("IL", "MM9K", "H"),
        ("IN", "FG", "F"),
        ("EP", "D18D", "Y"),
        ("EP", "D27W", "Y"),
    ],
)
def test_a_common_code_has_its_category(office: str, code: str, category: str) -> None:
    rule = inpadoc.rule(profile_of(office), code)
    assert rule is not None
    assert rule.category == category


@pytest.mark.parametrize(
    ("office", "code"),
    [
        ("VN", "FG"),
        ("PE", "FGX"),
        ("PE", "ZZ"),
        ("BR", "B99Z"),
        ("BR", "FG"),
        ("EA", ""),
        ("US", "B16A"),
        ("EP", "DB1"),
        ("EP", "D"),
        ("US", "DFP"),
    ],
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


@pytest.mark.parametrize("code", ["MA4A", "MM4A"])
@pytest.mark.parametrize(
    ("states", "effect"), [("AM AZ BY KG KZ TJ TM", ""), ("AM AZ BY KG KZ RU TJ TM", "-"), ("RU", "-")]
)
def test_a_eurasian_patent_that_lapsed_in_russia_too_may_have_ended(code: str, states: str, effect: str) -> None:
    rule = profile_of("EA").events[code].told(f"LAPSE; Designated State(s): {states}")
    assert (rule.category, rule.effect) == ("W", effect)


def test_voids_name_codes_the_profile_knows() -> None:
    events = profile_of("BR").events
    voided = {code for rule in events.values() for code in rule.voids}
    assert "16.1" in voided
    assert voided - set(events) == {"*"}


@pytest.mark.parametrize(
    ("office", "code", "category"),
    [("EP", "18RR", "C"), ("EP", "28", "K"), ("EP", "PGRI", "W"), ("US", "PRDP", "K"), ("US", "STCC", "C"),
     ("US", "WDR", "H"), ("RU", "NF4A", "K"), ("RU", "MF42", "M"), ("BR", "NF", "C"), ("IL", "EXP", "H")],
)  # fmt: skip
def test_what_restores_or_ends_a_right_stands_in_the_profile(office: str, code: str, category: str) -> None:
    assert profile_of(office).events[code].category == category


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        (("18D", "D18D"), "pending"),
        (("18R", "D18D"), "ended"),
        (("18D", "18RA"), "ended"),
        (("18D", "18RR"), "pending"),
        (("27W", "D27W"), "in_force"),
        (("27W", "28"), "in_force"),
        (("27W", "PGRI"), "ended"),
        (("27W", "RDAG", "D27W"), "in_force"),
        (("18D", "R18D"), "ended"),
        (("R18W",), "ended"),
    ],
)
def test_what_is_deleted_or_restored_is_as_if_it_had_not_ended(codes: tuple[str, ...], status: str) -> None:
    events = [Event("0009012", "Published", "2019-01-02"), *([Event("The patent has been granted", "", "2019-06-05")] if "27W" in codes else [])]  # fmt: skip
    events += [Event(code, code, f"2020-0{n}-01") for n, code in enumerate(codes, 1)]
    draft, _ = made(delivered("EP", "EP20190000001", events=events), load("EP"))
    derive(draft.record, [], draft.events)
    assert draft.record.status == status


@pytest.mark.parametrize(
    ("office", "code", "name", "status"),
    [
        *[("EP", code, "", "in_force") for code in ("PG25", "25", "R25", "VS25", "BE20", "EUG", "GBV", "GBPR", "7119", "LTLA", "NLV1", "NLV4", "NLV5", "NLV6", "NLV7", "PLBI", "PLCP", "29U")],
        ("EP", "XYZ", "BE: EXPIRY OF A COMPLEMENTARY PROTECTION CERTIFICATE", "in_force"),
        ("EP", "XYZ", "PATENT: EXPIRED", "unknown"),
        ("EP", "U93", "UNITARY PATENT LAPSED", "unknown"),
        ("US", "712F", "GB: DETERMINATION OF FOREIGN ENTITLEMENT", "unknown"),
        *[("EP", code, "", "ended") for code in ("27W", "RDAG", "RDAH", "RDAA", "R27W")],
        *[("US", code, "", "ended") for code in ("FPB1", "FPB2", "FPB3", "WDR")],
        ("US", "DC", "", "in_force"),
        ("US", "STCT", "", "in_force"),
    ],
)  # fmt: skip
def test_the_end_in_one_state_is_not_that_of_the_patent_and_a_revocation_is(
    office: str, code: str, name: str, status: str
) -> None:
    granted = Number(office, "20190001", "B1", "2019-06-05")
    events = [Event(code, name or code, "2020-01-01", influence="-")]
    draft, _ = made(delivered(office, "16305032", events=events, publications=[granted]), load(office))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == status


def _told() -> dict[tuple[str, str], str]:
    """The codes of the EPO's own list by office and code, with the category of those it classes."""
    if not settings.OFFICE_DATA_DIR.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(settings.OFFICE_DATA_DIR / "epo-legal-codes" / "legal_code_descriptions_202417.xlsx")
    rows = [[str(cell or "").strip() for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    return {(row[0], row[1]): row[8] for row in rows if row[8]}


def test_whatever_the_epo_classes_as_a_revival_is_known_in_every_profile() -> None:
    differs = {}
    for (office, code), category in _told().items():
        if office in profiles.codes() and category in ("C", "K"):
            rule = profile_of(office).events.get(code) or inpadoc.rule(profile_of(office), code)
            if rule is None or rule.category != category:
                differs[office, code] = rule and rule.category
    # A refusal, requests only, and named states only.
    assert differs == {
        ("BR", "B01Z"): "B",
        ("EP", "18RA"): "T",
        ("IL", "NE"): "L",
        **dict.fromkeys((("EP", code) for code in ("BERR", "PGRI", "VSRI")), "W"),
    }


def test_the_categories_agree_with_the_epos_own_where_both_class_a_code() -> None:
    # A heading that an office uses in another sense stands in its profile, so it is the profile that must agree.
    whole = ("AR", "CO", "CR", "CU", "MX", "PE", "UY", "EA")
    told = {key: category for key, category in _told().items() if key[0] in whole}
    differs = {}
    for (office, code), category in told.items():
        profile = profile_of(office)
        rule = profile.events.get(code) or inpadoc.rule(profile, code)
        assert rule is not None, (office, code)
        if rule.category != category:
            differs[office, code] = rule.category
    # Named states only, a duplicate, and a change of the kind of right.
    assert differs == {("EA", "MA4A"): "W", ("EA", "MM4A"): "W", ("EA", "RH4A"): "W", ("PE", "PA"): "P"}
