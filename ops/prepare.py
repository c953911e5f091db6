"""What is done before the portal starts, in one process, as each start of Django costs a second or two."""

from __future__ import annotations

import os
import sys

import django
from django.core.management import CommandError, call_command

STEPS: tuple[tuple[str, dict[str, object]], ...] = (
    ("migrate", {"interactive": False, "verbosity": 0, "skip_checks": False}),  # its checks tell what is set aside
    ("collectstatic", {"interactive": False, "verbosity": 0}),
    ("load_samples", {}),
    ("index", {}),
)


def main() -> int:
    """Run the steps in order: 0 when all went well; 1, with the sentence of the one that did not."""
    django.setup()
    for name, options in STEPS:
        try:
            call_command(name, **options)
        except CommandError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.exit(main())
