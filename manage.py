#!/usr/bin/env python3
"""The one entry point: `manage.py COMMAND`."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError

from portal.records import tables


def main(words: list[str]) -> None:
    """Run a command; a database that was never migrated ends it with a sentence that says so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    try:
        execute_from_command_line(words)
        sys.stdout.flush()
    except BrokenPipeError:  # who read the output has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except DatabaseError:
        if not (sentence := tables.missing()):
            raise
        sys.exit(sentence)


if __name__ == "__main__":
    main(sys.argv)
