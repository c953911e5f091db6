"""Pages about offices: current, complete, and made of nothing but the profile."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ingest.formats.mapping import mappings
from ingest.management.commands import offices
from ingest.offices.pages import DIALECT_WORDS, index, page
from ingest.offices.profiles import all_profiles, load, parse

BARE = 'code = "LA"\nname = "N"\ncountry = "Lao PDR"\nlanguages = ["lo"]\nterms = "T."\n'


def test_the_pages_in_the_docs_are_current() -> None:
    assert offices.outdated() == [], "run manage.py offices --write"


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda profile: profile.code)
def test_a_page_says_what_the_profile_says(profile: Any) -> None:
    text = page(profile)
    assert text.startswith(f"# {profile.country}: {profile.name}\n")
    assert set(profile.delivers) <= set(DIALECT_WORDS)
    assert all(f"`{name}`" in text for name in profile.delivers)
    assert all(f"| {code} | {rule.english}" in text for code, rule in profile.events.items())
    assert all(sentence in text for sentence in (profile.terms, profile.notes))
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        title
        for title in ("What it delivers", "Application numbers", "Kind codes", "What the law does not publish", "What a delivery must bring", "Events and status", "Known gaps")
        if {"What the law does not publish": profile.unpublished, "What a delivery must bring": profile.expectations}.get(title, True)
    ]  # fmt: skip


def test_every_mapping_is_delivered_by_its_office() -> None:
    assert [m.name for m in mappings() if m.name not in load(m.office).delivers] == []


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("", "| deliveries expected | no interval is agreed |"),
        ("[cadence]\ndays = 30\n", "| deliveries expected | every 30 days |"),
        ('numbers = ["I-25/07"]\n', "| I-25/07 | `I2507` | – | – |"),
        ("[expectations.st66]\nof_median = 0.5\nfill = { title = 0.1 }\n", "| `st66` | 50% of what deliveries brought before; title in 10% of the documents |"),
        ('[unpublished]\nutility_model = ["claims"]\n', "* utility model: claims"),
        ('[events]\n"1" = { english = "Asked | told" }\n', "| 1 | Asked \\| told | not mapped | – | – |"),
        ('[events]\n"1" = { english = "X", category = "F", confidence = 0.5 }\n', "* 1 of 1 event is mapped with a confidence below 0.7."),
        ('[events]\n"1" = { english = "X", category = "Y", confidence = 1, voids = ["2", "3"] }\n"2" = { english = "X" }\n"3" = { english = "X" }\n', "| Y, correction or deletion of data | 1 | voids 2, 3 |"),
        ('[events]\n"1" = { english = "X", category = "K", confidence = 1, effect = "O" }\n', "| K, ip right revived | 1 | brings back what had ended, as it was before |"),
        ('[events]\n"1" = { english = "X", category = "Q", confidence = 1, kind = { utility_model = "U" } }\n', "makes it pending, unless granted or ended before; publishes U (utility model)"),
    ],
)  # fmt: skip
def test_each_thing_a_profile_may_say_has_its_line(more: str, line: str) -> None:
    assert line in page(parse(BARE + more, "LA"))


@pytest.mark.parametrize(("expression", "wrong"), [("(", "not a regular expression"), ("(?P<code>.)", "the groups")])
def test_what_a_correction_names_is_found_by_a_code_and_a_day(expression: str, wrong: str) -> None:
    with pytest.raises(Exception, match=wrong):
        parse(f"voided = '{expression}'\n" + BARE, "LA")


def test_only_a_correction_voids() -> None:
    with pytest.raises(Exception, match=r"only a correction"):
        parse(BARE + '[events]\n"1" = { english = "X", category = "F", confidence = 1, voids = ["2"] }\n', "LA")


def test_the_list_leads_to_every_page() -> None:
    text = index(all_profiles())
    assert all(f"({profile.code.lower()}.md)" in text for profile in all_profiles())


def test_the_command_tells_and_writes_what_is_not_current(monkeypatch: Any, tmp_path: Path, capsys: Any) -> None:
    monkeypatch.setattr(offices, "FOLDER", tmp_path)
    monkeypatch.setattr(offices.outdated, "__defaults__", (tmp_path,))
    (tmp_path / "zz.md").write_text("of no office", encoding="utf-8")
    with pytest.raises(CommandError, match=r"br\.md.*zz\.md.*--write"):
        call_command("offices")
    call_command("offices", write=True)
    call_command("offices")
    assert not (tmp_path / "zz.md").exists()
    assert capsys.readouterr().out.endswith("all current.\n")
