"""How alike two words are: the letters one must change, add, leave out or swap with their neighbour to get the other."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def alike(one: str, other: str, edits: int) -> bool:
    """Return whether two words differ in at most `edits` letters.

    The count is that of optimal string alignment, as both engines have it: two neighbouring letters swapped are one edit,
    and no letter is edited twice.
    """
    if abs(len(one) - len(other)) > edits:
        return False
    one, other = _rest(one, other)
    one, other = (word[::-1] for word in _rest(one[::-1], other[::-1]))
    return max(len(one), len(other)) <= edits or _within(one, other, edits)


def _rest(one: str, other: str) -> tuple[str, str]:
    """Return two words without the letters they both begin with."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same:], other[same:]


def _within(one: str, other: str, edits: int) -> bool:
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > edits and min(before) > edits:  # a swap looks back two rows, no further
            return False
    return row[-1] <= edits
