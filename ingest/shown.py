"""Values as a sentence shows them to people who never saw Python."""

from __future__ import annotations

import json

MOST = 80  # letters
BYTES = 8  # shown of what is no text


def shown(value: object) -> str:
    """Return a text between quotation marks, what cannot be printed in it as dots; bytes that are no text by their values.

    Other values are written as JSON and TOML write them.
    """
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        if sum(letter.isprintable() and letter != "\ufffd" for letter in text) * 2 < len(text):
            return f"the bytes {value[:BYTES].hex(' ')}"
        value = text
    if isinstance(value, str):
        return f"“{''.join(letter if letter.isprintable() else '·' for letter in value[:MOST])}”"
    return json.dumps(value, ensure_ascii=False, default=str)
