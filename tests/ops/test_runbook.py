"""What the runbook and the contributor's page tell people to type exists."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

ROOT = settings.BASE_DIR
PAGES = {name: (ROOT / name).read_text() for name in ("docs/runbook.md", "CONTRIBUTING.md")}
TEXT = re.sub(r"\s+", " ", " ".join(PAGES.values()))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
EXAMPLE = (ROOT / ".env.example").read_text()
USED = sorted(set(re.findall(r"manage\.py ([a-z_]+)((?: --[a-z]+)*)", TEXT)))


@pytest.mark.parametrize(("command", "options"), USED)
def test_a_command_and_its_options_exist(command: str, options: str) -> None:
    known = get_commands()
    assert command in known
    parser = load_command_class(known[command], command).create_parser("manage.py", command)
    assert set(options.split()) <= set(parser._option_string_actions)


def test_commands_are_named_at_all() -> None:
    assert len(USED) >= 6


def test_every_make_target_named_exists() -> None:
    assert set(re.findall(r"`make ([a-z]+)", TEXT)) <= TARGETS


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b[A-Z]+_[A-Z]+\b|\bHTTPS=", TEXT))))
def test_a_setting_named_can_be_set(name: str) -> None:
    assert f"{name.rstrip('=')}=" in EXAMPLE


TASKS = [
    "Start and stop",
    "Back up",
    "Restore",
    "Upgrade",
    "Rebuild the index",
    "The engine is down",
    "The broker is down",
]
TASKS += ["Decide on a delivery that is held back", "Have quarantined documents read again"]
TASKS += ["The disk is full", "Move to PostgreSQL", "Move to OpenSearch"]


@pytest.mark.parametrize("task", TASKS)
def test_a_task_has_its_chapter(task: str) -> None:
    assert f"\n## {task}\n" in PAGES["docs/runbook.md"]
