"""The page of findings is current, and no code in use is missing on it."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from ingest.models import Severity
from ingest.quality.codes import BEFORE, every
from ingest.retry import FAILURE

ROOT = Path(settings.BASE_DIR)
CODE = re.compile(r'"((?:NUM|DATE|EVENT|CLASS|HELD|LANG|TEXT|READ|AF|OFFICE|PUB|STATUS|VALUE)-[A-Z-]+)"')


def test_the_page_of_findings_is_what_the_tables_say() -> None:
    printed = StringIO()
    call_command("findings", stdout=printed)
    committed = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert committed == printed.getvalue(), "behind the tables: python manage.py findings > docs/findings.md"


def test_each_code_stands_once_with_a_severity_there_is() -> None:
    codes = [row.code for _, rows in every() for row in rows]
    assert len(codes) == len(set(codes))
    assert {row.severity for _, rows in every() for row in rows} <= set(Severity.values)


def test_every_code_the_steps_before_the_checks_give_is_told() -> None:
    places = [*(ROOT / "ingest").rglob("*.py"), *(ROOT / "portal" / "records").glob("*.py")]
    sources = [path.read_text(encoding="utf-8") for path in places]
    used = {code for source in sources for code in CODE.findall(source)} | {FAILURE}
    checked = {row.code for _, rows in every() for row in rows} - {row.code for row in BEFORE}
    assert used - checked == {row.code for row in BEFORE}
