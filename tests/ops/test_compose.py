"""The distributed set-up, as far as it can be held true without a container engine."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml
from django.conf import settings

from ops.run import PROCESS

ROOT = settings.BASE_DIR
TEXT = (ROOT / "compose.yaml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
KEYS = {
    *(
        "build",
        "cap_drop",
        "command",
        "depends_on",
        "environment",
        "healthcheck",
        "image",
        "init",
        "ports",
        "read_only",
    ),
    *("restart", "security_opt", "stop_grace_period", "tmpfs", "volumes"),
}


def has_compose() -> bool:
    """Tell whether Docker's compose plugin is here; it needs no engine to read a file."""
    return (
        bool(shutil.which("docker"))
        and not subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(
    not has_compose(), reason="Docker's compose plugin, which would read the whole file, is not installed."
)
def test_compose_itself_can_read_the_file() -> None:
    command = ["docker", "compose", "--file", str(ROOT / "compose.yaml"), "config", "--quiet"]
    done = subprocess.run(
        command,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "POSTGRES_PASSWORD": "x"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_five_parts_are_there() -> None:
    assert {"web", "worker", "opensearch", "postgres", "valkey"} <= set(SERVICES)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_is_written_in_words_compose_knows(name: str) -> None:
    assert set(SERVICES[name]) <= KEYS


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"prepare"}))
def test_every_service_that_stays_says_how_it_is(name: str) -> None:
    assert {"test", "interval", "timeout"} <= set(SERVICES[name]["healthcheck"])
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_images_are_fixed_and_what_is_waited_for_exists(name: str) -> None:
    image = SERVICES[name]["image"]
    assert image == "lontar" or re.search(r":\d", image)
    for other, condition in SERVICES[name].get("depends_on", {}).items():
        wanted = "healthcheck" if condition["condition"] == "service_healthy" else "command"
        assert wanted in SERVICES[other]


def test_only_the_web_is_reached_from_outside_and_only_through_this_machine() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert list(published) == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in published["web"])


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_named_volumes_are_declared(name: str) -> None:
    used = {volume.partition(":")[0] for volume in SERVICES[name].get("volumes", [])}
    assert used <= set(COMPOSE["volumes"])


@pytest.mark.parametrize("name", ["prepare", "web", "worker"])
def test_the_portal_is_told_names_its_settings_know(name: str) -> None:
    known = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert set(SERVICES[name]["environment"]) <= known
    hosts = re.findall(r"(?:@|//)(\w+):\d+", " ".join(SERVICES[name]["environment"].values()))
    assert set(hosts) == {"postgres", "opensearch", "valkey"}


def test_the_image_installs_hashed_requirements_and_runs_as_nobody_special() -> None:
    assert "--require-hashes" in DOCKERFILE
    environment = re.findall(r"^ENV (.*)", DOCKERFILE, re.MULTILINE)
    assert {f"{name}={value}" for name, value in PROCESS.items()} <= set(" ".join(environment).split())
    assert re.search(r"^USER (?!root)\w+$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER") < DOCKERFILE.index("CMD")


def test_the_image_leaves_secrets_and_data_out() -> None:
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".env", ".git", ".venv", "var"} <= set(ignored)
