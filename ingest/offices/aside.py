"""What of `ingest/offices` is wrong and set aside, while all else is read and searched: profiles and mappings."""

from __future__ import annotations

from typing import Any

from django.core.checks import Warning as Warned

from ingest.formats.mapping import wrong_mappings
from ingest.offices.profiles import wrong_profiles

TO_DO = (
    "Mend the file and start again (the portal too, if it runs); then manage.py ingest what failed, or manage.py retry."
)


def sentences() -> list[str]:
    """Return for each wrong file what is wrong, where, and what comes of it."""
    profiles = [f"{said} Nothing of this office is read until then." for said in wrong_profiles()]
    return [*profiles, *(f"{said} No file is read by this mapping until then." for said in wrong_mappings())]


def check(**_: Any) -> list[Warned]:
    """The same as a check of Django, which every command of `manage.py` begins with."""
    return [Warned(said, hint=TO_DO, id="ingest.W001") for said in sentences()]
