"""One form of number of one office: how it is recognised and how its key and its display are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from portal.standards.numbers.spelling import compact, tidy

Parts = dict[str, str | int]

_KIND = r"(?:-?(?P<kind>[A-Z][0-9]?)(?:-(?P=kind))?)?(?:-(?:19|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2})?"
_NAMED = re.compile(r"<(\w+)(?::([^<>]*))?>")
_SHORT = {"y": r"(?:19|20)\d\d", "yy": r"\d\d"}
_ERAS = {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}  # the year before the first of each emperor of Japan
_BEFORE_REPUBLIC = 1911  # the year before the first of the Republic of China
_PIVOT = 50  # two-digit years from 50 on are of the last century


@dataclass(frozen=True)
class Number:
    """A number read; one without `serial` is in no form of the table. `original` as given, `display` as the office writes it, `key` for comparison and addresses ([A-Z0-9]).

    `right` and `year` are filled where the number itself says them. `check_ok` is None where no check digit was given or the
    office has none; `check` is the digit or letter that should stand there, `checked_key` the key with it.
    """

    office: str
    original: str
    display: str
    key: str
    kind: str = ""
    right: str = ""
    year: int | None = None
    serial: str = ""
    check_ok: bool | None = None
    check: str = ""
    checked_key: str = ""

    def shown(self, written: str) -> str:
        """Return how to show the number an office wrote so: in its style, but never with another letter or digit.

        A number written in parts that the style would pad, shorten or complete is shown as written, without its kind code;
        one that came in a single row of characters, as from DOCDB, is shown in the style of the office.
        """
        text = " ".join(written.split())
        text = re.sub(rf"[\W_]+{self.kind}\W*$", "", text, flags=re.IGNORECASE) if self.kind else text
        parts, own = (tidy(each).removeprefix(f"{self.office}-") for each in (text, self.display))
        return self.display if compact(parts) == compact(own) or "-" not in parts else text


@dataclass(frozen=True)
class Form:
    """A row of the table of number forms.

    `pattern` is a regular expression over tidied text in a short notation: a space is an optional separator, `-` a required
    one, `<n:…>` a named group, `<y>` and `<yy>` a year. Groups: `t` type or series, `y` year, `yy` two-digit year, `n` serial, `o` branch, `e` era of
    Japan, `c` check digit, `d` suffix, `s` a part kept as it stands. `key` and `display` are format templates over them; `l` is `t` in lower case.
    `roc` is the year as Taiwan counts it; `since` gives the types whose `o` counts the years from another than that of Christ.
    `roles` says what the form numbers: A applications, P publications. `bare` forms are recognised without their office.
    """

    office: str
    pattern: str
    key: str
    display: str
    right: str | Mapping[str, str] = ""
    roles: str = "AP"
    bare: bool = False
    check: Callable[[str], str] | None = None
    alias: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        body = _NAMED.sub(lambda part: f"(?P<{part[1]}>{part[2] or _SHORT[part[1]]})", self.pattern).replace(" ", "-?")
        return re.compile(rf"(?:{self.office}-?)?(?:{body}){_KIND}(?:-{self.office})?", re.ASCII)

    def read(self, tidied: str, original: str) -> Number | None:
        """Return the number a tidied text is in this form, or None."""
        match = self._regex.fullmatch(tidied)
        if match is None:
            return None
        parts = self._parts(match.groupdict(default=""))
        given = parts["c"]
        expected = self.check(self.key.format(**{**parts, "c": "", "d": ""})) if self.check else ""
        parts["c"] = given or expected
        year = parts["y"]
        return Number(
            office=self.office,
            original=original,
            display=self.display.format(**parts),
            key=self.key.format(**parts),
            kind=match["kind"] or "",
            right=self.right if isinstance(self.right, str) else self.right.get(str(parts["t"]), ""),
            year=year if isinstance(year, int) else None,
            serial=match.groupdict().get("n") or match.groupdict().get("s") or "",
            check_ok=given == expected if self.check and given else None,
            check=expected,
            checked_key=self.key.format(**{**parts, "c": expected}),
        )

    def _parts(self, groups: dict[str, str]) -> Parts:
        """Return the matched groups as the templates take them, with both the long and the short year."""
        groups = {name: self.alias.get(value, value) for name, value in groups.items()}
        parts: Parts = {"t": "", "y": "", "yy": "", "c": "", "d": "", **groups}
        if groups.get("y"):
            parts["y"], parts["yy"] = int(groups["y"]), groups["y"][-2:]
        elif groups.get("e"):
            parts["y"] = _ERAS[groups["e"]] + int(groups["yy"])
        elif groups.get("yy"):
            parts["y"] = int(groups["yy"]) + (1900 if int(groups["yy"]) >= _PIVOT else 2000)
        elif parts["t"] in self.since:
            parts["y"] = self.since[str(parts["t"])] + int(groups["o"])
        if parts["y"]:
            parts["roc"] = int(parts["y"]) - _BEFORE_REPUBLIC
        for name in ("n", "o"):
            if groups.get(name, "").isdecimal():
                parts[name] = int(groups[name])
        parts["l"] = str(parts["t"]).lower()
        return parts
