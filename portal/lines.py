"""The form of the log: one message a line, however many its author made of it."""

from __future__ import annotations

import logging


class Line(logging.Formatter):
    """A formatter that folds the lines of a message into one; a stack trace keeps its own."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - its own name
        """Return the message in its form, in one line."""
        record.message = " ".join(record.message.split())
        return super().formatMessage(record)
