"""`make` on machines that lack something: what it says, and that it does its work once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
PLAIN = ["awk", "chmod", "cp", "dirname", "mkdir", "rm", "sh", "touch", "uname"]
MAKES = [name for name in ("make", "gmake", "bmake") if shutil.which(name)]
OLD = "#!/bin/sh\nexit 1\n"
# A stand-in for Python: new enough, makes a .venv holding a copy of itself, and has a pip that works or does not.
FAKE = """#!/bin/sh
case "$*" in
*--version*) echo Python 3.14.0 ;;
*venv*) [ -z "{no_venv}" ] || exit 1; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
*pip*) echo "$*" >> installed; exit {pip} ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the Makefile and its script, and a PATH of plain tools only in `bin`."""
    (tmp_path / "ops").mkdir()
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "ops" / "setup.sh", tmp_path / "ops")
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "bin").mkdir()
    for tool in PLAIN:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def make(project: Path, *words: str, program: str = MAKES[0], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [shutil.which(program), *words], cwd=project, env={"PATH": str(project / "bin"), **environment}, text=True,
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip


def script(path: Path, words: str) -> None:
    path.write_text(words)
    path.chmod(0o755)


@pytest.mark.parametrize("program", MAKES)
def test_make_alone_prints_every_target_with_its_sentence(project: Path, program: str) -> None:
    lines = make(project, program=program).stdout.splitlines()
    menu = {line.split()[1] for line in lines}
    assert {"setup", "run", "test", "lint", "opensearch", "bench", "screenshots", "clean"} <= menu
    assert all(len(line.split()) > 4 for line in lines)


@pytest.mark.parametrize("interpreters", [(), ("python3",), ("python3.14", "python3")])
def test_no_python_that_fits_ends_with_what_to_install(project: Path, interpreters: tuple[str, ...]) -> None:
    for name in interpreters:
        script(project / "bin" / name, OLD)
    done = make(project, "run")
    assert done.returncode
    assert "No Python 3.11 or newer was found. Install one" in done.stderr
    assert not (project / ".venv").exists()


def test_a_named_python_that_does_not_fit_is_not_replaced_by_another(project: Path) -> None:
    script(project / "bin" / "python3", FAKE.format(pip=0, no_venv=""))
    done = make(project, "setup", PYTHON="/nowhere/python3")
    assert done.returncode
    assert "PYTHON=/nowhere/python3 is not a Python 3.11 or newer" in done.stderr


def test_windows_is_told_of_wsl(project: Path) -> None:
    (project / "bin" / "uname").unlink()
    script(project / "bin" / "uname", "#!/bin/sh\necho MINGW64_NT-10.0\n")
    assert "use WSL" in make(project, "setup").stderr


def test_a_python_without_venv_ends_with_the_package_to_install(project: Path) -> None:
    script(project / "bin" / "python3.12", FAKE.format(pip=0, no_venv=1))
    assert "apt install python3-venv" in make(project, "setup").stderr


def test_a_failed_install_says_so_and_is_tried_again(project: Path) -> None:
    script(project / "bin" / "python3.14", FAKE.format(pip=1, no_venv=""))
    for _ in range(2):
        done = make(project, "setup")
        assert done.returncode
        assert "Installing requirements.txt failed" in done.stderr
    assert len((project / "installed").read_text().splitlines()) == 2


def test_setup_installs_hashed_requirements_once_until_they_change(project: Path) -> None:
    script(project / "bin" / "python3.13", FAKE.format(pip=0, no_venv=""))
    assert not make(project, "setup").returncode
    assert make(project, "setup").stdout.count("Installing") == 0
    assert "--require-hashes -r requirements.txt" in (project / "installed").read_text()
    stamp = project / ".venv" / "runs"
    later = stamp.stat().st_mtime + 5
    os.utime(project / "requirements.txt", (later, later))
    assert make(project, "setup").stdout.count("Installing") == 1


def test_the_newest_python_is_taken_first(project: Path) -> None:
    for name in ("python3", "python3.12", "python3.13"):
        script(project / "bin" / name, FAKE.format(pip=0, no_venv="") + f"# {name}\n")
    make(project, "setup")
    assert (project / ".venv" / "bin" / "python").read_text().endswith("# python3.13\n")


def test_clean_leaves_the_data(project: Path) -> None:
    for name in (".venv", "var", "__pycache__", ".mypy_cache"):
        (project / name).mkdir()
    make(project, "clean", PATH=f"{project / 'bin'}:/usr/bin:/bin")
    assert {path.name for path in project.iterdir()} & {".venv", "var", "__pycache__", ".mypy_cache"} == {"var"}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_and_hashed_and_name_no_index(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    assert "--index" not in text
    pins = [block for block in text.replace(" \\\n", " ").splitlines() if block and block.strip()[0] != "#"]
    assert pins
    assert [pin for pin in pins if "==" not in pin.split()[0] or "--hash=sha256:" not in pin] == []


def test_the_interpreter_of_these_tests_is_one_setup_would_take() -> None:
    assert sys.version_info >= (3, 11)
