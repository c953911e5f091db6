"""Office profiles: what a good one gives, and the sentence a wrong one ends in."""

import csv
import gzip
import json
import re

import pytest
from django.conf import settings

from ingest.offices.profiles import BadProfile, all_profiles, codes, load, parse

GOOD = """
code = "XX"
name = "Office of Examples"
country = "Examples"
languages = ["th", "en"]
calendar = "buddhist"
register = "https://example.invalid/"
terms = "Invented data, free for every use."
notes = "None."
earlier_kind = { B = "A" }
[cadence]
days = 14
[unpublished]
patent = ["claims", "description"]
[coverage]
not_documents = "DN"
[events."16.1"]
english = "Patent granted"
category = "F"
confidence = 1
kind = { patent = "B", utility_model = "C" }
grants = true
[events.x]
english = "Something else"
"""


def test_a_profile_holds_what_its_file_says():
    profile = parse(GOOD, "XX")
    assert (profile.code, profile.country, profile.languages) == ("XX", "Examples", ("th", "en"))
    assert (profile.calendar, profile.cadence_days) == ("buddhist", 14)
    assert profile.unpublished == {"patent": ("claims", "description")}
    assert profile.not_documents == frozenset("DN")
    assert profile.earlier_kind == {"B": "A"}
    grant, other = profile.events["16.1"], profile.events["x"]
    assert (grant.english, grant.category, grant.confidence, grant.grants) == ("Patent granted", "F", 1.0, True)
    assert grant.kind == {"patent": "B", "utility_model": "C"}
    assert (other.category, other.confidence, other.kind, other.grants) == ("", None, {}, False)


def test_a_row_is_fit_for_json_and_has_the_office_fields():
    row = parse(GOOD, "XX").row()
    assert json.loads(json.dumps(row)) == row
    assert set(row) == {"name", "country", "languages", "calendar", "unpublished", "profile"}
    assert row["profile"]["not_documents"] == "DN"


def test_what_may_be_left_out_has_a_default():
    profile = parse('code="XX"\nname="n"\ncountry="c"\nlanguages=["en"]\nterms="t"', "XX")
    assert (profile.calendar, profile.register, profile.cadence_days) == ("gregorian", "", None)
    assert profile.not_documents == frozenset("DENUWX")
    assert not profile.events
    assert not profile.unpublished


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('code = "XX"', "", "`code` is missing"),
        ("[cadence]", 'from_grant = { filed_before = "1998" }\n[cadence]', "`filed_before` is “1998”, expected a day"),
        (
            "[cadence]",
            "from_grant = { filed_after = 1998-01-01 }\n[cadence]",
            "`limit` is “filed_after”, expected one of",
        ),
        (
            "[cadence]",
            "former = { patent = [2020-11-05, 10] }\n[cadence]",
            "`patent` is .*expected for each law before the day",
        ),
        ("[cadence]", "former = { patents = [] }\n[cadence]", r"\[former\]: `right` is “patents”"),
        ("[cadence]", 'from_grant = { struck = "toys" }\n[cadence]', r"\[from_grant\]: `struck_ipc` is missing"),
        ("[cadence]", "from_grant = { struck_ipc = [5] }\n[cadence]", "`struck_ipc` must be a list of texts"),
        ('code = "XX"', 'code = "YY"', "`code` is “YY”, expected one of XX"),
        ('name = "Office of Examples"', "name = 5", "`name` is 5, expected a text"),
        ('["th", "en"]', "[]", "`languages` must list"),
        ('["th", "en"]', '["TH"]', "`languages` must list"),
        (
            '"buddhist"',
            '"lunar"',
            "`calendar` is “lunar”, expected one of buddhist, ethiopian, gregorian, hijri, persian",
        ),
        ('register = "https', 'regster = "https', "unknown key `regster`"),
        ("days = 14", "days = true", "`days` is true"),
        ("days = 14", "days = -3", "`days` is -3, expected how many lie between two deliveries"),
        ("days = 14", "weeks = 2", r"\[cadence\]: unknown key `weeks`"),
        ('patent = ["claims", "d', 'patents = ["claims", "d', r"\[unpublished\]: `right` is “patents”"),
        ('["claims", "description"]', '["claim"]', "`patent` is “claim”, expected one of abstract"),
        ('"DN"', '"DNQ"', "holds “Q”, not ST.37"),
        ('{ B = "A" }', '{ B = "a1" }', "must give kind codes"),
        ('patent = "B", utility', 'patents = "B", utility', r"\[events\] \[16.1\]: `kind` is “patents”"),
        ('category = "F"', 'category = "Z"', "must be an ST.27 category"),
        ("confidence = 1", "confidence = 2", "between 0 and 1"),
        ("confidence = 1\n", "", "`confidence` is missing"),
        ('english = "Something else"', "", r"\[events\] \[x\]: `english` is missing"),
        ('english = "Something else"', 'english = "E"\nfoo = 1', r"\[events\] \[x\]: unknown key `foo`"),
        ("[cadence]", "against = '('\n[cadence]", "`against` is not a regular expression"),
        (
            'english = "Something else"',
            'english = "E"\ncategory = "Y"\nconfidence = 1\nvoids = ["*", "16.1", "16.1x"]',
            "an event `voids` “16.1x”, which is none of the",
        ),
        ("[cadence]", "[cadence", "is not TOML"),
    ],
)
def test_a_wrong_profile_names_file_key_and_what_is_expected(old, new, says):
    assert old in GOOD
    with pytest.raises(BadProfile, match=says) as caught:
        parse(GOOD.replace(old, new), "XX")
    assert str(caught.value).startswith("ingest/offices/xx/office.toml")


def test_every_profile_in_the_project_loads():
    profiles = all_profiles()
    assert [profile.code for profile in profiles] == list(codes())
    assert {"BR", "EP", "US", "WO", "JP"} <= set(codes())
    assert all(profile.terms.endswith(".") for profile in profiles)


@pytest.mark.parametrize("code", ["ZZ", "", "../br", "br"])
def test_an_office_without_a_profile_says_which_there_are(code):
    with pytest.raises(BadProfile, match=r"known: .*BR"):
        load(code)


def test_brazil_maps_every_known_dispatch():
    table = settings.OFFICE_DATA_DIR / "epo-legal-codes" / "rpi_despacho_to_st27_category.csv"
    if not table.exists():
        pytest.skip("The folder of real office data is not on this machine.")
    events = load("BR").events
    with table.open(encoding="utf-8") as rows:
        assert {row["rpi_despacho"] for row in csv.DictReader(rows)} <= set(events)
    for issue in settings.OFFICE_DATA_DIR.glob("br-inpi-*/*.xml.gz"):
        assert set(re.findall(r"<codigo>([^<]*)<", gzip.decompress(issue.read_bytes()).decode())) <= set(events)


def test_brazil_says_what_publishes_and_what_grants():
    events = load("BR").events
    assert [code for code, rule in events.items() if rule.grants] == ["16.1", "39"]
    assert all(rule.category and rule.english and rule.confidence for rule in events.values())
    assert {code for code, rule in events.items() if rule.kind} >= {"1.3", "3.1", "3.2", "16.1", "16.3", "39"}
    assert [code for code, rule in events.items() if rule.category == "F"] == [
        "16.1",
        "23.9",
        "39",
        "IPAS158",
        "IPAS770",
    ]
