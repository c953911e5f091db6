"""A page a profile for `docs/offices/`: what an office delivers and how it is read. Made by `manage.py offices --write`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.dialects import DIALECTS
from ingest.offices.event_rule import EventRule
from ingest.offices.expectation import Expectation
from ingest.offices.profiles import NAMED, Profile
from portal.standards import kinds, numbers
from portal.standards.events import AGAINST, FAVOUR, RESTORED, SHELVED, UNSHELVED, UPHELD, category_name
from portal.standards.sentences import counted

DIALECT_WORDS = {dialect.name: dialect.words for dialect in DIALECTS}
KINDS = (
    "A",
    "A1",
    "A2",
    "A3",
    "A8",
    "B",
    "B1",
    "B2",
    "B8",
    "C",
    "C1",
    "C2",
    "E",
    "F1",
    "S",
    "U",
    "U1",
    "U2",
    "Y",
    "Y1",
    "Z",
)  # of ST.16, those met
GROUPS = {"FK": "puts the right in force", "M": "puts it in force, unless it has ceased", "HN": "ends it", "B" + SHELVED: "ends it, unless granted before", "C": "makes it pending again, unless granted before", UNSHELVED: "makes it pending again, unless granted before; unknown, if ended by anything but an unpaid fee", "ADEQ": "makes it pending, unless granted or ended before", UPHELD: "ends again what an appeal kept pending", RESTORED: "brings back what had ended, as it was before", AGAINST: "makes it unknown, unless ended", FAVOUR: "makes it unknown, if ended", "Y": "a correction: what it names is void"}  # fmt: skip
HEADER = "Made from the office's profile by `manage.py offices --write`; a test keeps it current. Change [the profile]({0}), not this page."


def page(profile: Profile) -> str:
    """Return the page of an office, in Markdown."""
    sections = (_facts, _deliveries, _numbers, _kinds, _law, _expected, _events, _gaps)
    folder = f"../../ingest/offices/{profile.code.lower()}"
    parts = [f"# {profile.country}: {profile.name}", HEADER.format(f"{folder}/office.toml")]
    return (
        "\n\n".join([*parts, *("\n".join(lines) for section in sections if (lines := list(section(profile))))]) + "\n"
    )


def index(profiles: Iterable[Profile]) -> str:
    """Return the list of all pages."""
    rows = [
        (f"[{p.code}]({p.code.lower()}.md)", p.country, p.name, ", ".join(p.languages), str(len(p.events) or "–"))
        for p in profiles
    ]
    head = "# Offices\n\nWhat the project knows of each office. Made by `manage.py offices --write`.\n"
    return f"{head}\n" + "\n".join(_table(("code", "country", "office", "languages", "events"), rows)) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _facts(profile: Profile) -> Iterator[str]:
    days = f"every {profile.cadence_days} days" if profile.cadence_days else "no interval is agreed"
    yield from _table(
        ("what", "value"),
        (
            ("code (ST.3)", profile.code),
            ("languages", ", ".join(profile.languages)),
            ("calendar", profile.calendar + (", month before day" if profile.month_first else "")),
            ("register", profile.register or "none known"),
            ("deliveries expected", days),
            ("terms", profile.terms),
        ),
    )


def _deliveries(profile: Profile) -> Iterator[str]:
    yield "## What it delivers\n"
    if not profile.delivers:
        yield "No delivery of the office has been seen. Any dialect that `manage.py inspect` tells can be read."
        return
    yield from _table(("dialect", "what it is"), ((f"`{name}`", DIALECT_WORDS[name]) for name in profile.delivers))


def _numbers(profile: Profile) -> Iterator[str]:
    yield "## Application numbers\n"
    if not profile.numbers:
        yield "No form of its own is known: letters and digits are the key, separators are dropped."
        return
    read = [(text, numbers.parse_application(profile.code, text)) for text in profile.numbers]
    rows = ((text, f"`{one.key}`", one.right or "–", str(one.year or "–")) for text, one in read)
    yield from _table(("as the office writes it", "key", "right it tells", "year it tells"), rows)
    yield "\nForms and check digits: [portal/standards/numbers](../../portal/standards/numbers)."


def _kinds(profile: Profile) -> Iterator[str]:
    yield "## Kind codes\n"
    general = [(code, kinds.meaning("", code)) for code in KINDS]
    own = [(code, kinds.meaning(profile.code, code)) for code in KINDS]
    rows = [row for row, usual in zip(own, general, strict=True) if row != usual]
    if rows:
        yield "Those it uses in its own way; the others are as ST.16 has them.\n"
        yield from _table(("code", "meaning"), rows)
    else:
        yield "As ST.16 has them ([portal/standards/kinds.py](../../portal/standards/kinds.py))."


def _law(profile: Profile) -> Iterator[str]:
    if profile.unpublished:
        yield "## What the law does not publish\n"
        yield from (f"* {right.replace('_', ' ')}: {', '.join(parts)}" for right, parts in profile.unpublished.items())


def _expected(profile: Profile) -> Iterator[str]:
    if profile.expectations:
        yield "## What a delivery must bring\n"
        yield "A delivery that brings less is held back for a person to decide.\n"
        rows = ((f"`{name}`", "; ".join(_least(one))) for name, one in profile.expectations.items())
        yield from _table(("dialect", "expected"), rows)


def _least(one: Expectation) -> Iterator[str]:
    fewest, most = one.documents
    if one.documents != Expectation.documents:
        yield f"{fewest:g} to {most:g} documents"
    if one.of_median:
        yield f"{one.of_median:.0%} of what deliveries brought before"
    if one.quarantined < 1:
        yield f"at most {one.quarantined:.0%} in quarantine"
    yield from (f"{element} in {share:.0%} of the documents" for element, share in one.fill.items())


def _events(profile: Profile) -> Iterator[str]:
    yield "## Events and status\n"
    if not profile.events:
        yield "No event of its own is mapped. Words of IPAS exports and codes of ST.27 and INPADOC are understood for every office."
        return
    yield "The status is the state after the last event that moves it, in the order of dates (categories of ST.27).\n"
    rules = (one for code, rule in profile.events.items() for one in _said(code, rule))
    rows = ((code, rule.english, *_category(rule), _effect(rule)) for code, rule in rules)
    yield from _table(("event", "in English", "category", "confidence", "what follows"), rows)


def _said(code: str, rule: EventRule) -> list[tuple[str, EventRule]]:
    """Return a rule and those for certain words in its comment, each with what it is for."""
    return [
        (code, rule),
        *((f"{code} with “{words.replace(' | ', '” or “')}”", one) for words, one in rule.said.items()),
    ]


def _category(rule: EventRule) -> tuple[str, str]:
    if not rule.category:
        return "not mapped", "–"
    return f"{rule.category}, {category_name(rule.category).lower()}", f"{rule.confidence:g}"


def _effect(rule: EventRule) -> str:
    letter = rule.effect or rule.category
    moves = next((words for letters, words in GROUPS.items() if letter and letter in letters), "")
    void = f"voids {', '.join(rule.voids)}".replace(NAMED, "what its comment names") if rule.voids else ""
    made = [f"publishes {kind} ({right.replace('_', ' ')})" for right, kind in rule.kind.items()]
    return "; ".join(filter(None, [moves if not void else "", void, *made])) or "–"


def _gaps(profile: Profile) -> Iterator[str]:
    unsure = sum(1 for rule in profile.events.values() if rule.category and (rule.confidence or 0) < 0.7)
    said = (
        profile.notes,
        "" if profile.events else "Events in the office's own codes are kept and shown, and move no status.",
        f"{unsure} of {counted(len(profile.events), 'event')} {'is' if unsure == 1 else 'are'} mapped with a confidence below 0.7."
        if unsure
        else "",
        "" if profile.register else "The address of its register is not recorded.",
        "Its terms are not recorded." if profile.terms.startswith("No terms") else "",
    )
    yield "## Known gaps\n"
    yield from (f"* {sentence}" for sentence in said if sentence)
