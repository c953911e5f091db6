"""Superscripts and fractions, whose meaning is in the markup (ST.36 `sup`, ST.96 `Sup`, MathML), written so that their text has it.

10<sup>6</sup> becomes 10⁶, and a half 1/2. Subscripts stay as they are: H2O is read as what it is.
"""

from __future__ import annotations

from typing import Any

SUPERSCRIPT = {"sup", "Sup", "SUP", "sup2", "Sup2", "SP"}
POWER = {"msup": 1, "msubsup": 2}  # of MathML, which of its elements is raised
FRACTION = "mfrac"
TAGS = [f"{{*}}{name}" for name in sorted({*SUPERSCRIPT, *POWER, FRACTION})]
RAISED = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
DONE = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
# Ordinals, marks and signs that stand raised by custom: 1st, nº, ™.
CUSTOM = {"st", "nd", "rd", "th", "tm", "sm", "r", "c", "o", "a", "e", "er", "re", "ème"}


def write(element: Any) -> None:
    """Write the superscripts and fractions in `element`, in place; again changes nothing."""
    for one in reversed([*element.iter(*TAGS)]):
        parts = [child for child in one if isinstance(child.tag, str)]
        local = one.tag.rpartition("}")[2]
        if local in SUPERSCRIPT:
            _raise(one)
        elif local == FRACTION and len(parts) == 2:
            before = one.getprevious()
            number = before is not None and (before.text or "").strip()[-1:].isdigit()
            one.text, parts[0].tail, parts[1].tail = " " if number else None, "/", None
            for part in parts:
                _bracket(part)
        elif local in POWER and len(parts) > POWER[local]:
            _raise(parts[POWER[local]])


def _raise(element: Any) -> None:
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    said = (element.text or "").strip()
    if len(element):
        if not said.startswith("^("):
            _around(element, "^(", ")")
    elif all(ord(letter) in RAISED for letter in said):
        element.text = said.translate(RAISED)
    elif said[0].isalnum() and said.lower() not in CUSTOM and said[0] not in DONE:
        element.text = f"^{said}" if len(said) == 1 else f"^({said})"


def _bracket(part: Any) -> None:
    if len(part) > 1 and not (part.text or "").startswith("("):
        _around(part, "(", ")")


def _around(element: Any, before: str, behind: str) -> None:
    last = element[-1]
    element.text, last.tail = before + (element.text or "").lstrip(), (last.tail or "").rstrip() + behind
