"""How the pages say what the store holds in codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from portal.coverage.elements import ELEMENTS
from portal.records.models import Part, Record, Right, Status
from portal.standards import kinds, languages, offices

NAMES = {element: f"{name[0].upper()}{name[1:]}" for element, name in ELEMENTS.items()} | {"ipc": "IPC", "cpc": "CPC"}


def kind_words(record: Record) -> str:
    """Return right and kind in words: `Granted patent`, `Utility model, application`; without a kind code the right alone."""
    return kinds.meaning(record.office_id, record.kind) or Right(record.right).label


def part_words(right: str, part: str) -> str:
    """Return a part in words; what a trade mark is for is delivered as its description."""
    return "Goods and services" if (right, part) == (Right.TRADEMARK, Part.DESCRIPTION) else str(Part(part).label)


def kind_of_offices(kind: str, of: Iterable[str]) -> str:
    """Return a kind code with its meaning where all these offices mean the same by it, else the code alone.

    `A` is an application in most countries and a granted patent in some.
    """
    meanings = {kinds.meaning(office, kind) for office in of}
    return f"{kind}, {meanings.pop()}" if len(meanings) == 1 else kind


def element_words(element: str) -> str:
    """Return an element in words: `claims.en` gives `Claims in English`, `claims.en.machine` adds `, machine`."""
    part, _, tongue = element.partition(".")
    language, _, machine = tongue.partition(".")
    name = NAMES.get(part, part)
    if language:
        name += " in the original" if language == "original" else f" in {languages.name(language)}"
    return f"{name}, machine" if machine else name


VALUES: dict[str, Callable[[str], str]] = {
    "office": offices.name,
    "right": lambda value: str(Right(value).label) if value in Right.values else value,
    "kind": "Kind {}".format,
    "language": languages.name,
    "status": lambda value: str(Status(value).label) if value in Status.values else value,
    "has": element_words,
}


def value_words(facet: str, value: str) -> str:
    """Return a value of a filter as a reader would say it; one that no office gave as it stands."""
    return VALUES[facet](value) if facet in VALUES else value


def percent(rate: float, digits: int = 0) -> str:
    """Return a rate as a percentage, rounded down: only all of them are 100%."""
    scale = 10**digits
    return f"{int(min(rate, 1.0) * 100 * scale + 1e-9) / scale:.{digits}f}"


# Letters → ISO 15924 script and the language they are most likely written for.
SCRIPTS = (
    (range(0x0600, 0x0700), "Arab", "ar"),
    (range(0x0900, 0x0980), "Deva", "hi"),
    (range(0x0E00, 0x0E80), "Thai", "th"),
    (range(0x0E80, 0x0F00), "Laoo", "lo"),
    (range(0x1000, 0x10A0), "Mymr", "my"),
    (range(0x1780, 0x1800), "Khmr", "km"),
    (range(0x0400, 0x0530), "Cyrl", "ru"),
    (range(0x4E00, 0xA000), "Hani", "zh"),
)


def written_language(text: str, of_office: Sequence[str] = ()) -> str:
    """Return the language of a name or query from its letters, one of the office's first; nothing for Latin letters.

    Names and queries come without a language, and letters of these scripts need the leading and direction of one.
    """
    if text.isascii():  # most are, and a page asks of each name
        return ""
    letters = (ord(letter) for letter in text)
    found = next(((script, code) for one in letters for span, script, code in SCRIPTS if one in span), None)
    if not found:
        return ""
    script, likely = found
    return next((code for code in of_office if languages.script(code) == script), likely)
