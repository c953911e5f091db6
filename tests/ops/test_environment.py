"""`.env.example` says all that can be set, and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
EXAMPLE = (ROOT / ".env.example").read_text()
ASSIGNED = dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
READ = set(re.findall(r"""env\.\w+\(\s*"([A-Z_]+)\"""", (ROOT / "portal" / "settings.py").read_text()))
SHOW = "import json; from portal import settings as s; print(json.dumps({n: getattr(s, n) for n in dir(s) if n.isupper()}, default=str))"


def settings_with(folder: Path, **environment: str) -> dict[str, Any]:
    """Read the settings in a process of its own, with nothing set but what is given."""
    bare = {"PATH": os.environ["PATH"], "LONTAR_DATA": str(folder), **environment}
    done = subprocess.run([sys.executable, "-c", SHOW], cwd=ROOT, env=bare, text=True, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_the_example_lists_every_name_the_settings_read() -> None:
    assert READ, "the pattern finds no setting: mend the test"
    assert set(ASSIGNED) == READ


@pytest.mark.parametrize("name", sorted(ASSIGNED))
def test_every_setting_is_explained(name: str) -> None:
    paragraph = next(part for part in EXAMPLE.split("\n\n") if re.search(rf"^{name}=", part, re.MULTILINE))
    assert paragraph.lstrip().startswith("# ")


def test_the_example_copied_as_it_is_changes_nothing(tmp_path: Path) -> None:
    copied = {name: value for name, value in ASSIGNED.items() if name != "LONTAR_DATA"}
    given, default = settings_with(tmp_path, **copied), settings_with(tmp_path)
    assert {name: given[name] for name in given if given[name] != default[name]} == {}


@pytest.mark.parametrize(
    ("environment", "name", "value"),
    [
        ({"HTTPS": "true"}, "SECURE_SSL_REDIRECT", True),
        ({"HTTPS": "true"}, "SECURE_PROXY_SSL_HEADER", ["HTTP_X_FORWARDED_PROTO", "https"]),
        ({}, "SECURE_PROXY_SSL_HEADER", None),
        ({}, "DEBUG", False),
        ({}, "CELERY_TASK_ALWAYS_EAGER", True),
        ({"BROKER_URL": "redis://127.0.0.1:6379/0"}, "CELERY_TASK_ALWAYS_EAGER", False),
        (
            {"ALLOWED_HOSTS": "ip.example,www.ip.example"},
            "ALLOWED_HOSTS",
            ["ip.example", "www.ip.example", "127.0.0.1"],
        ),
    ],
)
def test_a_setting_has_its_effect(tmp_path: Path, environment: dict[str, str], name: str, value: object) -> None:
    assert settings_with(tmp_path, **environment)[name] == value


def test_postgresql_connections_are_kept_checked_and_not_waited_for_long(tmp_path: Path) -> None:
    database = settings_with(tmp_path, DATABASE_URL="postgres://a:b@c:5432/d")["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"], database["OPTIONS"]["connect_timeout"]) == (
        60,
        True,
        5,
    )


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    keys = {settings_with(tmp_path)["SECRET_KEY"] for _ in range(2)}
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_django_finds_nothing_to_warn_of_behind_https(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LONTAR_DATA": str(tmp_path), "HTTPS": "true"}
    command = [sys.executable, "manage.py", "check", "--deploy", "--tag", "security", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_log_lines_are_plain_and_say_their_level(tmp_path: Path) -> None:
    code = "import django, logging; django.setup(); logging.getLogger('ingest').info('%s stored', 3); logging.getLogger('x').debug('no')"
    environment = {
        "PATH": os.environ["PATH"],
        "LONTAR_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, text=True, capture_output=True, check=True
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO ingest: 3 stored\n", done.stderr)
