"""Check digits and letters of application numbers."""

from __future__ import annotations

# The standard quasigroup of order 10 of the Damm algorithm.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_SINGAPORE_LETTERS = "PQRSTUVWXY"
_SINGAPORE_MARK = "40"
_BRAZIL_OLD_DIGITS = 7


def brazil(key: str) -> str:
    """Return the check digit of a Brazilian key: `102012004079` or `PI0412345`.

    Weights 2 to 9 repeat from the right over the 12 digits, or the 7 of the old form (a letter's own digit, as in C1, does
    not count); the digit is 11 less the sum modulo 11, or 0 for 10 and 11.
    """
    digits = key if key.isdecimal() else key[-_BRAZIL_OLD_DIGITS:]
    total = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(reversed(digits)))
    value = 11 - total % 11
    return str(value if value < 10 else 0)


def singapore(key: str) -> str:
    """Return the check letter of a Singapore key without it, as `10202000492`.

    Damm's algorithm over year and serial for patents (10, 11) and designs (30), over all digits for marks (40); the result
    0 to 9 is written P to Y.
    """
    interim = 0
    for digit in key if key.startswith(_SINGAPORE_MARK) else key[2:]:
        interim = int(_DAMM[interim][int(digit)])
    return _SINGAPORE_LETTERS[interim]
