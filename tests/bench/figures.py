"""What was measured of a kept store, in a file beside it, so that stores of several sizes can be set side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def keep(folder: Path, engine: str, **found: Any) -> None:
    """Write figures of an engine beside those kept before; None leaves what is there."""
    figures = kept(folder)
    figures.setdefault(engine, {}).update({name: value for name, value in found.items() if value is not None})
    _path(folder).write_text(json.dumps(figures, indent=1))


def kept(folder: Path) -> dict[str, dict[str, Any]]:
    """Return engine → figure → value."""
    path = _path(folder)
    return json.loads(path.read_text()) if path.exists() else {}


def size(path: Path) -> int:
    """Return the bytes of a file or of all files in a folder."""
    return sum(one.stat().st_size for one in [path, *path.rglob("*")] if one.is_file())


def _path(folder: Path) -> Path:
    return folder / "figures.json"
