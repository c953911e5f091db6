"""Templates without their indentation: it is for those who read the source, and would make a page a third longer."""

from __future__ import annotations

import re
from pathlib import Path

from django.template import Origin
from django.template.loaders import app_directories

INDENTATION = re.compile(r"(?<=\n)[ \t]+")


class Loader(app_directories.Loader):
    """Finds a template in the folders of the settings, then in the applications. Its lines stay, so that errors name theirs."""

    def get_dirs(self) -> list[str | Path]:
        """Return the folders; the first that has a template gives it."""
        return [*self.engine.dirs, *super().get_dirs()]

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template without the blanks that its lines begin with."""
        return INDENTATION.sub("", super().get_contents(origin))
