"""The field table as documentation shows it, made from `search.fields` so that it cannot say otherwise."""

from __future__ import annotations

from search.fields import FIELDS

_HEAD = ("| Field | Codes | What is searched | Example |", "|---|---|---|---|")


def field_table() -> str:
    """Return the table of searchable fields in Markdown: label, codes (the canonical one first), what is searched, example."""
    rows = (
        f"| {field.label} | {' '.join(f'`{code}`' for code in field.codes)} | {field.help} | `{field.example}` |"
        for field in FIELDS
    )
    return "\n".join([*_HEAD, *rows])
