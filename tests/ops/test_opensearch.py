"""Finding a Java, fetching the server, and ending only the server that was started here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ops.opensearch import __main__ as opensearch
from ops.opensearch import java
from ops.refusal import Refusal
from tests.ops.waiting import until


def fake(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("said", "major"),
    [
        ('openjdk version "25.0.1" 2025-10-21', 25),
        ('openjdk version "21" 2023-09-19', 21),
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_392"', 1),
        ("The operation couldn’t be completed. Unable to locate a Java Runtime.", 0),
    ],
)
def test_a_java_says_its_version(tmp_path: Path, said: str, major: int) -> None:
    assert java.version(fake(tmp_path / "java", f"echo '{said}' >&2")) == major


def test_a_java_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert java.version(tmp_path / "java") == 0


def test_java_home_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = fake(tmp_path / "bin" / "java", "echo 'openjdk version \"22.0.1\"' >&2")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert java.choose() == mine


def test_an_old_java_is_passed_over_and_none_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fake(tmp_path / "java", "echo 'openjdk version \"17.0.1\"' >&2")
    monkeypatch.setattr(java, "candidates", lambda: iter([old]))
    with pytest.raises(Refusal, match=r"needs Java 21 or newer.*JAVA_HOME="):
        java.choose()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on PATH but what the test puts there, and no jars yet."""
    monkeypatch.setattr(java, "LIB", tmp_path / "lib")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def test_without_docker_and_maven_the_sentence_names_both(empty: Path) -> None:
    assert not opensearch.docker_answers()
    with pytest.raises(Refusal, match="Neither Docker nor Maven"):
        java.fetch("3.8.0")


def test_a_failed_fetch_leaves_no_half_folder_behind(empty: Path) -> None:
    fake(empty / "bin" / "mvn", "exit 1")
    with pytest.raises(Refusal, match="Maven could not fetch"):
        java.fetch("3.8.0")
    assert not list(java.LIB.glob("*"))


def test_the_server_is_fetched_once(empty: Path) -> None:
    counter = empty / "calls"
    fake(empty / "bin" / "mvn", f"echo x >> {counter}; /bin/mkdir -p {empty}/lib/3.8.0.part")
    java.fetch("3.8.0")
    java.fetch("3.8.0")
    assert [folder.name for folder in java.LIB.iterdir()] == ["3.8.0"]
    assert counter.read_text().count("x") == 1


def test_a_client_without_an_engine_is_no_docker(empty: Path) -> None:
    fake(empty / "bin" / "docker", "exit 1")
    assert not opensearch.docker_answers()


@pytest.mark.parametrize("release", java.RELEASES)
def test_both_ways_start_the_same_release_on_loopback(
    release: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    docker = opensearch.docker_command(9251, release)
    assert docker[-1].endswith(f":{release}")
    assert "127.0.0.1:9251:9200" in docker
    monkeypatch.setattr(java, "choose", lambda: Path("java"))
    jars = java.command(tmp_path, 9251, release)
    assert jars[jars.index("-cp") + 1].endswith(f"/{release}/*")
    assert jars[-2:] == ["-baseHttpPort", "9250"]


def test_the_release_started_unless_told_is_the_one_maven_and_the_containers_name() -> None:
    root = java.HERE.parents[1]
    assert f"<release>{java.RELEASES[0]}</release>" in (java.HERE / "pom.xml").read_text()
    assert f"{opensearch.IMAGE}:{java.RELEASES[0]}\n" in (root / "compose.yaml").read_text()
    assert all(release in (root / "docs" / "runbook.md").read_text() for release in java.RELEASES)


def test_maven_is_asked_for_the_release(empty: Path) -> None:
    fake(empty / "bin" / "mvn", f"echo $* > {empty}/asked; exit 1")
    with pytest.raises(Refusal):
        java.fetch("2.19.1")
    assert "-Drelease=2.19.1 dependency:copy-dependencies" in (empty / "asked").read_text()


def test_a_node_alone_looks_for_no_others(tmp_path: Path) -> None:
    java.configure(tmp_path)
    java.configure(tmp_path)
    written = (tmp_path / "node_1" / "config" / "opensearch.yml").read_text().splitlines()
    assert written == ["network.host: 127.0.0.1", "discovery.type: single-node"]


@pytest.mark.parametrize("port", [80, 9200, 9300])
def test_a_port_the_runner_does_not_take_is_refused(port: int, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="a port from 9201 to 9299"):
        java.command(tmp_path, port, "3.8.0")


@pytest.mark.parametrize("content", [None, "999999"])
def test_nothing_left_running_is_a_sentence(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "pid").write_text(content)
    with pytest.raises(Refusal, match="No OpenSearch that was started with --detach"):
        opensearch.stop(tmp_path / "pid")


def test_a_process_that_is_no_opensearch_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        (tmp_path / "pid").write_text(str(other.pid))
        with pytest.raises(Refusal):
            opensearch.stop(tmp_path / "pid")
        assert other.poll() is None
        other.kill()


def test_a_server_that_does_not_start_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("no space left on device\n")
    server = subprocess.Popen([sys.executable, "-c", ""])
    assert until(lambda: server.poll() is not None)
    with pytest.raises(Refusal, match=r"(?s)did not start.*no space left"):
        opensearch.wait_ready(server, "http://127.0.0.1:9", log)
