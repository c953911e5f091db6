"""Mappings as files: what a good one gives, the sentence a wrong one ends in, and that all of the project's are good."""

import re
from pathlib import Path

import pytest

from ingest.formats.mapping import STEP, load_text, mappings, within
from ingest.offices.profiles import FOLDER, BadProfile, codes, load

GOOD = """
name = "xx-grants"
words = "Examples, grants"
office = "TH"
format = "table"
told_by = ["No", "Title"]
empty = ["-"]
[application]
number = "No"
date = "Filed"
[right]
from = "Type"
values = { P = "patent" }
[wanted]
No = '\\d+'
[[others]]
column = "No"
pattern = 'sum'
reason = "a line of totals"
[[texts]]
part = "title"
text = "Title"
always = { language = "th" }
[[names]]
role = "applicant"
from = "Applicants"
split = ';'
pattern = '(?P<name>.+)'
[ignored]
Serial = "a count"
"""


def test_a_mapping_holds_what_its_file_says():
    mapping = load_text(GOOD, "x.toml")
    assert (mapping.name, mapping.office, mapping.format, mapping.told_by) == (
        "xx-grants",
        "TH",
        "table",
        ("No", "Title"),
    )
    assert mapping.one["application"].paths == {"number": "No", "date": "Filed"}
    (name,) = mapping.many["names"]
    assert (name.word, name.source, name.main) == ("applicant", "Applicants", "name")
    assert (mapping.rights, mapping.right_from, mapping.others[0].reason) == (
        {"p": "patent"},
        "Type",
        "a line of totals",
    )


@pytest.mark.parametrize(
    ("path", "known"),
    [("No", True), ("Filed", True), ("Type", True), ("Applicants", True), ("Serial", True), (f"Serial{STEP}a", True), ("Other", False), (f"No{STEP}a", False)],
)  # fmt: skip
def test_a_mapping_knows_what_it_uses_and_what_it_leaves(path, known):
    assert load_text(GOOD, "x.toml").knows(path) is known


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('office = "TH"', 'office = "QQ"', "`office` is “QQ”"),
        ('format = "table"', 'format = "xls"', "expected one of json, table"),
        ("[application]", "[applicatoin]", "unknown key `applicatoin`"),
        ('told_by = ["No", "Title"]', "told_by = []", "`told_by` must say what tells these records"),
        ('told_by = ["No", "Title"]', "told_by = [1]", "list of strings"),
        ('part = "title"', 'part = "titel"', r"\[\[texts\]\] 1: `part` is “titel”"),
        ('part = "title"', "", "`part` is missing"),
        ("(?P<name>.+)", "(?P<nam>.+)", "nam is no field here"),
        ("(?P<name>.+)", "(", "is not a regular expression"),
        ("\\\\d+".replace("\\\\", "\\"), "[", "is not a regular expression"),
        ('text = "Title"', "", "say where `text` stands"),
        ('P = "patent"', 'P = "patnet"', "patnet"),
        ("[ignored]", "[ignroed]", "unknown key `ignroed`"),
        ("split = ';'", "splt = ';'", "unknown key `splt`"),
        ('always = { language = "th" }', "find = { text = 'x' }", "must have one group"),
        ('always = { language = "th" }', "otherwise = { version = 'x' }", "version is no field here"),
        ('always = { language = "th" }', "told = { X = ['y'] }", "comment is no field here"),
        ("[ignored]", "[ignored", "is not TOML"),
        ("[[texts]]", "[texts]", "`texts` is"),
    ],
)
def test_a_wrong_mapping_says_where_and_what(old, new, sentence):
    assert old in GOOD
    with pytest.raises(BadProfile, match=sentence) as caught:
        load_text(GOOD.replace(old, new), "ingest/offices/th/x.mapping.toml")
    assert str(caught.value).startswith("ingest/offices/th/x.mapping.toml")


def test_all_mappings_are_good_and_belong_to_the_office_of_their_folder():
    files = sorted(FOLDER.glob("*/*.mapping.toml"))
    found = [mapping for outer in mappings() for mapping in (outer, *within(outer))]
    assert sorted(mapping.office for mapping in found) == [path.parent.name.upper() for path in files]
    assert len({mapping.name for mapping in found}) == len(files) >= 11
    assert {mapping.office for mapping in mappings()} <= set(codes())


@pytest.mark.parametrize("mapping", mappings(), ids=lambda mapping: mapping.name)
def test_a_mapping_ignores_nothing_it_uses_and_says_why_it_ignores(mapping):
    assert not set(mapping.ignored) & mapping.used
    assert all(len(reason) > 5 for reason in mapping.ignored.values())


@pytest.mark.parametrize("mapping", [m for m in mappings() if m.right], ids=lambda mapping: mapping.name)
def test_kinds_are_given_for_the_right_a_mapping_is_for(mapping):
    for rule in mapping.many["publications"]:
        assert set(rule.kinds) <= {mapping.right}


def test_the_readme_s_mapping_is_a_good_one():
    (text,) = re.findall(r"```toml\n(.*?)```", Path(FOLDER / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert load_text(text, "ingest/offices/README.md").office


def test_the_events_of_viet_nam_are_all_read():
    events = load("VN").events
    assert (events["Filing"].category, events["1141"].category, events["2141"].category) == ("A", "D", "D")
    assert events["SC TB cấp VBBH"].category == "D"  # a notice that a title will be issued grants nothing yet
    assert all(rule.category and rule.english for rule in events.values())
