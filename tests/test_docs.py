"""What the pages for people say is there: links, commands, settings, modules, folders, keys, decisions."""

from __future__ import annotations

import ast
import re
import struct
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.urls import resolve

from ingest.offices import profiles

ROOT = Path(settings.BASE_DIR)
ELSEWHERE = {"var", "node_modules", "fonts"}
PAGES = sorted(
    page
    for page in (path.relative_to(ROOT) for path in ROOT.rglob("*.md"))
    if not any(part in ELSEWHERE or part.startswith(".") for part in page.parts)
)
TEXTS = {page: (ROOT / page).read_text(encoding="utf-8") for page in PAGES}
LINKS = [(page, link) for page, text in TEXTS.items() for link in re.findall(r"\]\(([^)\s]+)\)", text)]


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize(("page", "link"), LINKS, ids=[f"{page}-{link}" for page, link in LINKS])
def test_a_link_leads_somewhere(page: Path, link: str) -> None:
    parts = urlsplit(link)
    if parts.scheme:
        assert parts.scheme == "https", "links to other sites are encrypted"
        return
    target = (ROOT / page.parent / parts.path).resolve() if parts.path else ROOT / page
    assert target.exists()
    if parts.fragment:
        assert parts.fragment in map(slug, re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_pages_of_the_docs_folder_can_be_reached_from_the_readme() -> None:
    linked = {link for page, link in LINKS if page == Path("README.md")}
    assert {page.as_posix() for page in PAGES if page.parent == Path("docs")} <= linked


# --- commands, settings, addresses, modules ---------------------------------------------------------------------------------

TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
MAKE = {
    (page, name)
    for page, text in TEXTS.items()
    for name in re.findall(r"(?:^|`|=\S+ )make ([a-z]+)", text, re.MULTILINE)
}
MANAGE = {
    (page, name, tuple(re.findall(r"(?<!\S)--[a-z]+", rest)))
    for page, text in TEXTS.items()
    for name, rest in re.findall(r"manage\.py ([a-z_]+)([^`#\n]*)", text)
}
QUERIES = Path("docs/query-language.md")  # has field codes like EN_TI, and a test of its own
NAMES = {
    (page, name)
    for page, text in TEXTS.items()
    for name in re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", text)
    if page != QUERIES and page.parent != Path("docs/offices")  # which hold codes of events
}
KNOWN = "".join((ROOT / name).read_text(encoding="utf-8") for name in (".env.example", "compose.yaml"))
MODULE = re.compile(r"`((?:portal|ingest|search|ops|tests|templates|static|samples)/[\w/.]*)`")
MODULES = {(page, name) for page, text in TEXTS.items() for name in MODULE.findall(text)}
ADDRESSES = {(page, path) for page, text in TEXTS.items() for path in re.findall(r"127\.0\.0\.1:8000(/[\w/]*)", text)}


@pytest.mark.parametrize(("page", "target"), sorted(MAKE))
def test_a_make_target_exists(page: Path, target: str) -> None:
    assert target in TARGETS


@pytest.mark.parametrize(("page", "name", "options"), sorted(MANAGE))
def test_a_command_exists_with_its_options(page: Path, name: str, options: tuple[str, ...]) -> None:
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    assert set(options) <= set(parser._option_string_actions)


@pytest.mark.parametrize(("page", "name"), sorted(NAMES))
def test_a_setting_exists(page: Path, name: str) -> None:
    assert re.search(rf"\b{name}\b", KNOWN) or hasattr(settings, name)


@pytest.mark.parametrize(("page", "name"), sorted(MODULES))
def test_a_module_or_folder_named_is_there(page: Path, name: str) -> None:
    to_be_written = name.startswith("ingest/offices/") and name.endswith(".toml")  # the guides' examples
    assert (ROOT / name).exists() or to_be_written


@pytest.mark.parametrize(("page", "path"), sorted(ADDRESSES))
def test_an_address_of_the_site_is_answered(page: Path, path: str) -> None:
    assert resolve(path)


def test_the_patterns_above_find_something() -> None:
    assert all(len(found) > 3 for found in (MAKE, MANAGE, NAMES, MODULES, LINKS))
    assert ADDRESSES


# --- the README -------------------------------------------------------------------------------------------------------------


def test_the_readme_lists_every_folder_and_no_other() -> None:
    said = set(re.findall(r"^\|(.+?)\|", TEXTS[Path("README.md")], re.MULTILINE))
    listed = {name.rstrip("/") for row in said for name in re.findall(r"`([\w/]+/)`", row)}
    top = {p.name for p in ROOT.iterdir() if p.is_dir() and p.name[0] not in "._" and p.name not in ELSEWHERE}
    rooms = {
        path.parent.relative_to(ROOT).as_posix()
        for house in ("portal", "ingest", "search")
        for path in (ROOT / house).glob("*/__init__.py")
    }
    assert listed == {name for name in top | rooms if Path(name).name not in ("migrations", "management")}


def test_the_readme_names_every_make_target_people_start_with() -> None:
    assert {"run", "test", "opensearch"} <= {target for page, target in MAKE if page == Path("README.md")}


def test_the_picture_is_wide_enough_to_read_and_small_enough_to_load() -> None:
    content = (ROOT / "docs/images/results.png").read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert width == 1280
    assert height <= 1280
    assert len(content) < 300_000


# --- add an office ----------------------------------------------------------------------------------------------------------

GUIDE = TEXTS[Path("docs/add-an-office.md")]
EXAMPLE = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[1]


def schema() -> set[str]:
    """Every key that the loader of profiles takes."""
    calls = [
        node
        for node in ast.walk(ast.parse(Path(profiles.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    readers = ("take", "section", "exceptions", "kinds")
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in readers
        and call.args and isinstance(call.args[0], ast.Constant)
    }  # fmt: skip


def keys(table: dict[str, object]) -> set[str]:
    """Every key of a TOML table and of the tables in it."""
    return set(table) | {key for value in table.values() if isinstance(value, dict) for key in keys(value)}


def test_the_example_profile_loads_and_has_every_key_there_is() -> None:
    assert profiles.parse(EXAMPLE, "TH").events["16.1"].grants
    assert len(schema()) > 12
    assert schema() <= keys(tomllib.loads(EXAMPLE))


@pytest.mark.parametrize("key", sorted(schema()))
def test_every_key_is_explained_beside_it(key: str) -> None:
    sections = ("events", "cadence", "coverage", "expectations")  # explained by what stands in them
    assert key in sections or re.search(rf"^\[?{key}\b.*#", EXAMPLE, re.MULTILINE)


@pytest.mark.parametrize("code", ["AF-NUMBER", "AF-OFFICE", "AF-TWICE", "AF-DATE", "READ-NEW"])
def test_a_finding_named_is_one_the_code_makes(code: str) -> None:
    assert code in GUIDE
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in (ROOT / "ingest").rglob("*.py"))


# --- decisions --------------------------------------------------------------------------------------------------------------

DECISIONS = [page for page in PAGES if page.parent == Path("docs/decisions")]
STATUS = re.compile(r"Status: (proposed|accepted|superseded by \[(\d{4})\]\(\S+\))\.?( .*)?")


def test_decisions_are_numbered_without_gap_or_double() -> None:
    assert [page.name[:4] for page in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("page", DECISIONS, ids=[page.name for page in DECISIONS])
def test_a_decision_has_a_name_a_title_and_a_status(page: Path) -> None:
    title, blank, status, *rest = TEXTS[page].splitlines()
    assert re.fullmatch(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md", page.name)
    assert title.startswith("# ")
    assert blank == ""
    assert STATUS.fullmatch(status)
    assert rest
