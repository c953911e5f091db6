"""The page of findings is current, and no code in use is missing on it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from ingest.models import Severity
from ingest.quality.codes import BEFORE, every
from ingest.retry import FAILURE

ROOT = Path(settings.BASE_DIR)
CODE = re.compile(r'"((?:NUM|DATE|EVENT|CLASS|HELD|LANG|TEXT|READ|AF|OFFICE|PUB|STATUS|VALUE)-[A-Z-]+)"')

ERRORS = {"bad", "_bad", "_refused"}  # functions whose findings are errors


def test_the_page_of_findings_is_what_the_tables_say() -> None:
    printed = StringIO()
    call_command("findings", stdout=printed)
    committed = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert committed == printed.getvalue(), "behind the tables: python manage.py findings > docs/findings.md"


def test_each_code_stands_once_with_a_severity_there_is() -> None:
    codes = [row.code for _, rows in every() for row in rows]
    assert len(codes) == len(set(codes))
    assert {one for _, rows in every() for row in rows for one in row.severity.split(", ")} <= set(Severity.values)


def given(source: str) -> Iterator[tuple[str, str]]:
    """Each code that stands beside a severity in the source, or is given to a function that makes errors, with it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call | ast.Tuple):
            parts = node.args if isinstance(node, ast.Call) else node.elts
            words = [part.value if isinstance(part, ast.Constant) else None for part in parts]
            yield from ((str(one), str(two)) for one, two in pairwise(words) if two in Severity.values)
            remark = isinstance(node, ast.Call) and any(keyword.arg == "remark" for keyword in node.keywords)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and not remark:
                yield from ((str(word), "error") for word in words if CODE.fullmatch(f'"{word}"'))


def test_the_severities_on_the_page_are_those_that_are_given() -> None:
    told = {row.code: set(row.severity.split(", ")) for _, rows in every() for row in rows}
    found: dict[str, set[str]] = {}
    for path in (ROOT / "ingest").rglob("*.py"):
        for code, severity in given(path.read_text(encoding="utf-8")):
            found.setdefault(code, set()).add(severity)
    assert {code: told[code] for code in found if code in told} == {c: s for c, s in found.items() if c in told}


def test_every_code_the_steps_before_the_checks_give_is_told() -> None:
    places = [*(ROOT / "ingest").rglob("*.py"), *(ROOT / "portal" / "records").glob("*.py")]
    sources = [path.read_text(encoding="utf-8") for path in places]
    used = {code for source in sources for code in CODE.findall(source)} | {FAILURE}
    checked = {row.code for _, rows in every() for row in rows} - {row.code for row in BEFORE}
    assert used - checked == {row.code for row in BEFORE}
