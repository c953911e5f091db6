"""What the commands print and how they end: 0 stored, 3 held back, 1 failed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command
from kombu.exceptions import OperationalError

from ingest import pipeline, tasks
from ingest.models import Finding, Run
from portal.records.models import AuthorityFile, Delivery, Record
from tests.factories.deliveries import br_number, dispatch, packed, rpi, st36

pytestmark = pytest.mark.django_db
LIST = "TH,86502,B,20220315\nTH,87419,B,20240315,N\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def issue(folder: Path) -> Path:
    return rpi(folder / "issue.xml", [dispatch(br_number(n), title=f"Forno {n}") for n in range(1, 4)])


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def ended(*words: str) -> int:
    """How a command ends, as the shell sees it."""
    try:
        call_command(*words)
    except CommandError as error:
        return error.returncode
    except SystemExit as end:
        return int(end.code or 0)
    return 0


# --- ingest -------------------------------------------------------------------------------------------------------------


def test_what_is_stored_ends_with_0_findings_or_not(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = st36("1000002").replace("Kiln", "Kiln & Co")
    packed(inbox / "week.zip", {"a.xml": st36("1000001"), "b.xml": bad})
    assert ended("ingest", str(inbox)) == 0
    out = capsys.readouterr().out
    assert "week.zip: stored (st36); records: 1 new, 1 quarantined" in out
    assert "READ-XML: 1" in out


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("notas.txt", "hola", 0), ("b.zip", "PK\x03\x04 and no more", 1)],
)
def test_a_file_of_a_folder_that_no_reader_knows_is_told_and_no_failure_beside_what_is_stored(
    inbox: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, status: int
) -> None:
    issue(inbox)
    other = written(inbox / name, content)
    for _ in range(2):
        assert ended("ingest", str(inbox)) == status
        assert f"{name}: failed" in capsys.readouterr().out
    assert Record.objects.count() == 3
    assert ended("ingest", str(other)) == 1
    assert ended("ingest", str(inbox), str(other)) == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("b.md", "# Counts\n", "a text in Markdown"),
        ("a.png", "\x89PNG", "an image"),
        ("x.xsd", "<xs:schema xmlns:xs='x'/>", "an XML schema"),
        ("Readme.txt", "hola", "a readme"),
        ("LEIA-ME", "", "a readme"),
        ("week.zip.md5", "0cc175b9c0f1b6a831c399e269772661  week.zip", "a list of checksums"),
    ],
)
def test_a_file_of_a_folder_that_holds_no_documents_is_told_and_never_taken_in(
    inbox: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, says: str
) -> None:
    other = inbox / name
    other.write_text(content, encoding="latin-1")
    assert ended("ingest", str(inbox)) == 1  # nothing is stored
    issue(inbox)
    assert ended("ingest", str(inbox)) == 0
    assert f"{name}: passed over. It holds no documents. Seen: {name} ({says})." in capsys.readouterr().err
    assert Delivery.objects.count() == 1
    assert ended("ingest", str(other)) == 1  # named, it was meant
    assert Delivery.objects.get(name=name).state == "failed"


@pytest.mark.parametrize("as_json", [True, False])
def test_equal_bytes_are_told_under_the_name_they_come_by(
    inbox: Path, capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    for name in ("empty.xml", "Patente_2700.xml"):
        ended("ingest", str(written(inbox / name, "")), *(["--json"] if as_json else []))
    out = capsys.readouterr().out
    if as_json:
        assert [json.loads(line)["name"] for line in out.splitlines()] == ["empty.xml", "Patente_2700.xml"]
    else:
        assert "Patente_2700.xml: failed" in out
        assert "Its bytes are those of empty.xml, received before" in out


@pytest.mark.parametrize("whole", ["", st36("1000002")])
def test_what_waits_in_quarantine_is_not_read_again_and_the_command_that_does_is_named(
    inbox: Path, capsys: pytest.CaptureFixture[str], whole: str
) -> None:
    path = written(inbox / "x", whole + st36().replace("Kiln", "Kiln & Co"))
    ended("ingest", str(path))
    told = f"manage.py retry {Delivery.objects.get().sha256:.12}"
    assert told not in capsys.readouterr().err
    ended("ingest", str(path))
    assert told in capsys.readouterr().err


# What looks like records of a register and is none: a table of counts that has its columns as keys.
COUNTS = {"id": {"application_number": 11, "kind": {"paten": 7}, "title_id": 11, "abstract_id": 9}}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            json.dumps(COUNTS),
            "It looks like id-records, but nothing in it is a document of that. Not one of the records",
        ),
        (st36().replace("Kiln", "Kiln & Co"), "Nothing in it could be read; the findings say why"),
        ("# Counts\n", "It holds no documents. Seen: x (a text in Markdown)"),
        ("", "No reader knows this delivery. Seen: x (an empty file)"),
    ],
)
def test_of_what_nothing_can_be_read_ends_with_1_each_time(
    inbox: Path, capsys: pytest.CaptureFixture[str], content: str, says: str
) -> None:
    written(inbox / "x", content)
    for _ in range(2):
        assert ended("ingest", str(inbox)) == 1
        assert says in capsys.readouterr().err
    assert not Record.objects.exists()


@pytest.mark.parametrize(("states", "status"), [({"held"}, 3), ({"held", "failed"}, 1), ({"stored"}, 0)])
def test_what_is_held_back_ends_with_3(inbox: Path, states: set[str], status: int) -> None:
    for n, state in enumerate(sorted(states)):
        path = written(inbox / f"{n}.xml", st36(f"{1000001 + n}"))
        ended("ingest", str(path))
        Delivery.objects.filter(name=path.name).update(state=state)
    assert ended("ingest", str(inbox)) == status


@pytest.mark.parametrize("office", ["QQ", "Brazil"])
def test_an_office_that_is_none_is_refused(inbox: Path, office: str) -> None:
    with pytest.raises(CommandError, match="is not an office code of WIPO ST"):
        call_command("ingest", str(issue(inbox)), "--office", office)
    assert not Run.objects.exists()
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("command", ["ingest", "inspect"])
def test_a_path_that_is_not_there_and_an_empty_folder_are_named(inbox: Path, command: str) -> None:
    with pytest.raises(CommandError, match=r"gone\.xml: no such file or folder"):
        call_command(command, str(inbox / "gone.xml"))
    with pytest.raises(CommandError, match="inbox: the folder holds no file"):
        call_command(command, str(inbox))


@pytest.mark.parametrize("command", ["ingest", "inspect"])
def test_a_symbolic_link_in_a_folder_is_told_and_not_followed(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (inbox / "link.xml").symlink_to(written(tmp_path / "secret", "root:x:0:0"))
    with pytest.raises(CommandError, match="inbox: the folder holds no file"):
        call_command(command, str(inbox))
    issue(inbox)
    assert ended(command, str(inbox)) == 0
    assert "link.xml: a symbolic link in a folder is not followed" in capsys.readouterr().err
    assert not Delivery.objects.exclude(name="issue.xml").exists()
    assert ended("ingest", str(inbox / "link.xml")) == 1


def test_enqueueing_without_a_broker_is_refused(inbox: Path, settings: Any) -> None:
    settings.BROKER_URL, settings.BROKER_SOCKET = "", inbox / "socket"
    settings.BROKER_SOCKET.symlink_to(inbox / "of a portal that was stopped")
    with pytest.raises(CommandError, match=r"start the portal on this data folder \(make run\), or set BROKER_URL"):
        call_command("ingest", str(issue(inbox)), "--enqueue")


def test_the_broker_of_make_run_is_found_by_the_data_folder(
    inbox: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: dict[str, Any] = {}
    monkeypatch.setattr(tasks, "current_app", SimpleNamespace(conf=said))
    settings.BROKER_URL, settings.BROKER_SOCKET = "", inbox / "socket"
    (inbox / "broker.sock").touch()
    settings.BROKER_SOCKET.symlink_to(inbox / "broker.sock")
    assert tasks.find_broker()
    assert said == {"broker_url": f"redis+socket://{inbox.resolve()}/broker.sock", "task_always_eager": False}


def test_enqueueing_while_the_broker_is_away_says_so_and_keeps_the_delivery(
    inbox: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BROKER_URL = "redis://127.0.0.1:1/0"

    def away(_: Run) -> None:
        raise OperationalError("Connection refused.")

    monkeypatch.setattr(pipeline, "enqueue", away)
    with pytest.raises(CommandError, match="received and kept, but the broker does not answer"):
        call_command("ingest", str(issue(inbox)), "--enqueue")
    assert Run.objects.get().stage == "count"


def test_a_failed_delivery_is_tried_again_by_the_same_command(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(issue(inbox))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "detect", lambda *_: (_ for _ in ()).throw(pipeline.UnknownDialect("Not today.")))
        assert ended("ingest", path) == 1
    assert ended("ingest", path) == 0
    assert Record.objects.count() == 3


# --- authority ----------------------------------------------------------------------------------------------------------


def test_an_authority_file_is_taken_in(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("authority", str(written(inbox / "TH_AF.csv", LIST)), "--office", "th", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["office"], printed["dialect"], printed["entries"]) == ("TH", "st37-text", 2)
    assert AuthorityFile.objects.get().entries.count() == 2


@pytest.mark.parametrize(
    ("content", "office", "says"),
    [
        (st36(), "EP", "is no authority file but ST.36 patent documents; take it in with: manage.py ingest"),
        ("hello", "TH", "No reader knows this delivery"),
        ("", "TH", "No reader knows this delivery"),
    ],
)
def test_what_is_no_authority_file_is_refused_before_it_is_kept(
    inbox: Path, content: str, office: str, says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("authority", str(written(inbox / "x", content)), "--office", office)
    assert not Delivery.objects.exists()


def test_a_folder_is_no_authority_file(inbox: Path) -> None:
    written(inbox / "TH_AF.csv", LIST)
    with pytest.raises(CommandError, match="Name one file"):
        call_command("authority", str(inbox), "--office", "TH")


def test_another_offices_list_ends_with_1(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("authority", str(written(inbox / "TH_AF.csv", LIST)), "--office", "VN") == 1
    assert "list of TH, not of VN" in capsys.readouterr().err


def test_a_list_that_is_stored_is_not_taken_for_another_offices(inbox: Path) -> None:
    path = str(written(inbox / "TH_AF.csv", LIST))
    assert ended("authority", path, "--office", "TH") == 0
    with pytest.raises(CommandError, match="stored already, as the list of TH, not of VN"):
        call_command("authority", path, "--office", "VN")
    assert ended("authority", path, "--office", "TH") == 0


# --- inspect ------------------------------------------------------------------------------------------------------------


def test_inspect_counts_and_writes_nothing(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue(inbox)
    written(inbox / "ep.xml", st36(claims={"en": ["A kiln."], "de": ["Ofen."]}))
    written(inbox / "list.csv", LIST)
    assert ended("inspect", str(inbox), "--json") == 0
    ep, gazette, listed = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (ep["dialect"], ep["texts"]) == ("st36", {"title en": 1, "claims en": 1, "claims de": 1})
    assert (gazette["dialect"], gazette["documents"], gazette["events"]) == (
        "rpi-patent", {"readable": 3, "unreadable": 0}, {"3.1": 3})  # fmt: skip
    assert (listed["dialect"], listed["offices"], listed["entries"]) == ("st37-text", {"TH": 1}, {"": 1, "N": 1})
    assert not Delivery.objects.exists()
    assert not (inbox.parent / "deliveries").exists()


def test_inspect_without_json_is_for_people(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("inspect", str(issue(inbox))) == 0
    out = capsys.readouterr().out
    assert "issue.xml: Brazilian gazette (RPI), patents (rpi-patent)" in out
    assert "documents: readable 3" in out


@pytest.mark.parametrize("content", ["", "hello", "<rss/>", LIST + "TH\n"])
def test_inspect_says_of_each_file_it_cannot_read_why_and_ends_with_1(
    inbox: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    written(inbox / "a", content)
    issue(inbox)
    assert ended("inspect", str(inbox)) == 1
    shown = capsys.readouterr()
    assert f"{inbox / 'a'}: " in shown.err
    assert "issue.xml" in shown.out


ERROR = '<fault xmlns="http://ops.epo.org"><code>CLIENT.InvalidReference</code><message>Nothing</message></fault>'


@pytest.mark.parametrize("content", [ERROR, "%PDF-1.4 \nx"])
def test_inspect_ends_as_ingest_does_where_nothing_is_meant_to_be_read(inbox: Path, content: str) -> None:
    path = written(inbox / "a", content)
    assert ended("inspect", str(path)) == ended("ingest", str(path)) == 1
    issue(inbox)
    assert ended("inspect", str(inbox)) == ended("ingest", str(inbox)) == 0


def test_a_delivery_listed_under_an_office_of_which_it_holds_nothing_is_told(inbox: Path) -> None:
    assert ended("ingest", str(issue(inbox)), "--office", "VN") == 0
    (said,) = Finding.objects.filter(code="OFFICE-OTHER")
    assert said.sentence == "The delivery was given as that of Viet Nam; every document in it is of Brazil."
    held = Record.objects.count()
    for office, listed, told in (("TH", "VN", True), ("BR", "BR", False), ("VN", "BR", False)):
        assert ended("ingest", str(issue(inbox)), "--office", office) == 0
        assert Delivery.objects.get().office_id == listed
        assert Finding.objects.filter(code="OFFICE-OTHER").exists() is told
    assert Record.objects.count() == held


# --- the real command line ----------------------------------------------------------------------------------------------


def test_the_shell_sees_the_exit_status(inbox: Path, tmp_path: Path) -> None:
    path = written(inbox / "a.txt", "hello")
    done = subprocess.run(
        [sys.executable, "manage.py", "inspect", str(path)],
        cwd=project.BASE_DIR, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "No reader knows this delivery" in done.stderr
    assert "Traceback" not in done.stderr
