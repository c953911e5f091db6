"""The one error of the launcher: a sentence for the person at the terminal."""


class Refusal(Exception):  # noqa: N818
    """Something stands in the way; the sentence says what, and what to do about it."""
