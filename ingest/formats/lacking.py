"""Columns and keys a mapping needs and a file does not have: an office has renamed them, and nobody would notice.

Of a file without the filing date, the title, the applicant or the status the rest is read, which is told; one without the number is held.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ingest.document import Problem
from ingest.formats.mapping import STEP, Mapping, Rule
from ingest.shown import listed

CODE = "READ-COLUMN"
NUMBER = "number of the application"
DATE, TITLE, APPLICANT, STATUS = "filing date", "title", "applicant", "legal status"
TOLD = frozenset({DATE, TITLE, APPLICANT, STATUS})  # without these there still are records
SHOWN = 250  # letters of the columns seen, in the sentence
FEWEST = 3  # columns by which a table is known although some that should tell it are missing


def core(mapping: Mapping) -> dict[str, tuple[str, ...]]:
    """Return the paths where each value stands that no record should be without; any of them is enough."""
    own = mapping.one["application"]
    titles = [rule for rule in mapping.many["texts"] if rule.word == "title"]
    parties = [rule for rule in mapping.many["names"] if rule.word in ("applicant", "owner")]
    found = {
        NUMBER: [own.source, own.beside] if own.beside else [_path(own)],
        DATE: [own.paths["date"]] if "date" in own.paths else [],
        TITLE: [*map(_path, titles)],
        APPLICANT: [*map(_path, parties)],
        STATUS: [_path(mapping.one["status"])] if "status" in mapping.one else [],
    }
    found |= {f"mark of these records ({path})": [path] for path in mapping.wanted if path != own.source}
    found["right"] = [mapping.right_from] if mapping.right_from else []
    return {what: tuple(dict.fromkeys(paths)) for what, paths in found.items() if paths}


def _path(rule: Rule) -> str:
    return STEP.join(filter(None, (rule.source, rule.paths.get(rule.main, ""))))


def lacking(mapping: Mapping, there: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """Return those of the `core` for whose paths `there` says that none is in the file."""
    return {what: paths for what, paths in core(mapping).items() if not any(map(there, paths))}


def problems(
    mapping: Mapping, missing: dict[str, tuple[str, ...]], seen: Iterable[str], place: str
) -> Iterator[Problem]:
    """Yield what is said of each missing value; `seen` are the columns there are. Critical is what no record can be made without."""
    for what, paths in missing.items():
        columns = " or ".join(f"“{path}”" for path in paths)
        sentence = (
            f"There is no column or key {columns}, where the {what} stands (mapping {mapping.name}). Is one renamed?"
        )
        told = f"{sentence} Seen: {listed(seen, SHOWN)}."
        yield Problem(CODE, "warning" if what in TOLD else "critical", told, place)


def nearest(
    mappings: Iterable[Mapping], names: Collection[str], known: Callable[[Mapping, str], bool]
) -> Mapping | None:
    """Return the mapping that knows the most of the `names` in a file: half of them, and some of those it is told by; else None."""
    counted = [(sum(known(mapping, name) for name in names), mapping) for mapping in mappings]
    most, found = max(counted, key=lambda pair: pair[0], default=(0, None))
    return found if most >= max(FEWEST, len(names) / 2) else None
