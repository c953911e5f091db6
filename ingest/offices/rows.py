"""Office profiles as rows: the rest of the house reads rows only."""

from __future__ import annotations

from ingest.offices.profiles import all_profiles
from portal.records.models import Office


def load() -> None:
    """Insert or update the row of every office that has a profile; where that is wrong, its row stays as it is."""
    rows = [Office(code=profile.code, **profile.row()) for profile in all_profiles()]
    Office.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "country", "languages", "calendar", "unpublished", "profile"],
    )
