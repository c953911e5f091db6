"""What is read of each folder of real office files: documents, elements used, ignored on purpose and new, findings by code.

`python -m ops.folders [FOLDER...]` prints a Markdown table and writes nothing. Documents are read, normalised and checked, not stored.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up before its models are imported
from django.utils import timezone  # noqa: E402

from ingest.archive import BadArchive, Member, members  # noqa: E402
from ingest.dialects import AuthorityDialect, Dialect, of  # noqa: E402
from ingest.document import Delivered, Problem  # noqa: E402
from ingest.formats.taken import KINDS, Notes, noting  # noqa: E402
from ingest.normalise.drafts import NotARecord, normalise  # noqa: E402
from ingest.offices.profiles import BadProfile, profile_of  # noqa: E402
from ingest.quality import checks  # noqa: E402
from portal.records.models import Delivery  # noqa: E402

HEAD = (
    "folder",
    "files",
    "no documents",
    "dialects",
    "documents",
    "expected",
    "records",
    *KINDS,
    "findings",
)


@dataclass
class Row:
    """The counts of one folder."""

    folder: str
    files: int = 0
    beside: int = 0
    documents: int = 0
    dialects: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    elements: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)

    def cells(self, expected: str) -> tuple[str, ...]:
        """Return the cells of the row as the table shows them."""
        counts = (self.elements[key] for key in KINDS)
        found = ", ".join(f"{code} {n:,}" for code, n in self.findings.most_common()) or "–"
        dialects = ", ".join(sorted(self.dialects)) or "–"
        numbers = (f"{self.documents:,}", expected, f"{len(self.records):,}", *(f"{n:,}" for n in counts))
        return (self.folder, str(self.files), str(self.beside), dialects, *numbers, found)


def _sum(key: str) -> Callable[[Any], int]:
    return lambda folder: sum(inner.get(key, 0) for inner in folder.values() if isinstance(inner, dict))


# Documents of a folder by the counts another method made (`EXPECTED.json`); other folders are compared in the tests of their readers.
EXPECTED: dict[str, Callable[[Any], int]] = {
    "br-inpi-patents": lambda folder: folder["merged"]["dispatch_events"],
    "br-inpi-designs": lambda folder: folder["merged"]["dispatch_events"],
    "br-inpi-marks": _sum("processes"),
    "cl-inapi": lambda folder: folder["all"]["rows"],
    "vn-ipvn": _sum("records"),
    "id-dgip": _sum("records"),
    "ru-uk-titles": _sum("records"),
    "mx-impi": _sum("rows"),
    "in-journal": lambda folder: folder["application_pages"],
    "in-grants": _sum("rows_with_a_patent_number"),
    "ep-fulltext": lambda folder: folder["all"]["files"] - folder["all"]["not_well_formed"],
    "wipo-st36": lambda folder: folder["all"]["documents"],
    "epo-docdb": lambda folder: sum(f["documents"] for f in folder.values() if "rows" not in f),
    "wipo-st66-ipas": lambda folder: folder["marks"],
    "us-trademarks": lambda folder: folder["marks"],
}


def survey(folder: Path) -> Row:
    """Read every file below `folder`."""
    row, notes = Row(folder.name), Notes()
    with noting(notes):
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            row.files += 1
            try:
                for member in members(path, path.name):
                    _member(row, member)
            except BadArchive:
                row.findings["READ-DAMAGED"] += 1
    row.elements = Counter({kind: sum(counts.values()) for kind, counts in notes.items()})
    return row


def _member(row: Row, member: Member) -> None:
    found = of(member)
    if isinstance(found, AuthorityDialect):
        row.dialects.add(found.name)
        row.documents += sum(1 for _ in found.read(member).entries)
    elif isinstance(found, Dialect):
        row.dialects.add(found.name)
        for document in found.read(member, None):
            if isinstance(document, Delivered):
                row.documents += 1
                row.findings.update(problem.code for problem in _problems(row, document))
            else:
                row.findings[document.problem.code] += 1
    else:
        row.beside += 1


def _problems(row: Row, document: Delivered) -> Iterator[Problem]:
    delivery = Delivery(sha256="0" * 64, received_at=timezone.now())
    try:
        draft, problems = normalise(document, profile_of(document.office), delivery)
    except NotARecord as error:
        yield error.problem
        return
    except BadProfile as error:
        yield Problem("OFFICE-NONE", "error", str(error), document.place)
        return
    row.records.add(draft.record.id)
    yield from problems
    yield from checks.run(draft, document.place)


def main(wanted: list[str]) -> None:
    """Print the table of the folders called `wanted`, or of all."""
    counts = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text(encoding="utf-8"))
    for row in (HEAD, ("---",) * len(HEAD)):
        print("| " + " | ".join(row) + " |")
    for folder in sorted(path for path in settings.OFFICE_DATA_DIR.iterdir() if path.is_dir()):
        if not wanted or folder.name in wanted:
            known = EXPECTED.get(folder.name)
            expected = f"{known(counts[folder.name]):,}" if known else "–"
            print("| " + " | ".join(survey(folder).cells(expected)) + " |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
