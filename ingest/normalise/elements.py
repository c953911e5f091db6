"""People, classes and the numbers of other files as rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ingest.document import Name, Related, Symbol
from ingest.normalise.work import Work
from portal.records.models import Classification, Party, RelatedNumber, Relation
from portal.records.rows import new
from portal.standards import classes, numbers, offices

PCT = "WO"  # the office of international applications
CODE = 2  # letters of a country code
SYMBOLS = {
    "ipc": classes.ipc,
    "cpc": classes.cpc,
    "locarno": classes.locarno,
    "nice": classes.nice,
    "vienna": classes.vienna,
}


def parties(work: Work) -> list[Party]:
    """People and companies in each role, in the order delivered."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in work.delivered.names:
        groups[name.role].append(name)
    return [
        new(
            Party,
            role=role,
            sequence=sequence,
            name=work.wording.name(given),
            name_latin=given.name_latin,
            country=_country(work, given),
            address=given.address,
        )
        for role, group in groups.items()
        for sequence, given in enumerate(group, 1)
    ]


def _country(work: Work, given: Name) -> str:
    """The code of a country delivered as such or by its English name; nothing, which is said, for other words."""
    text = given.country.strip()
    code = text.upper() if len(text) <= CODE else offices.find(text) or ""
    if text and not code:
        work.say("PARTY-COUNTRY", "warning", f"“{text[:40]}” is not a country code of WIPO ST.3.")
    return code


def classifications(work: Work) -> list[Classification]:
    """The symbols of each scheme once, in the order delivered."""
    groups: dict[str, dict[str, Symbol]] = defaultdict(dict)
    for given in work.delivered.symbols:
        symbol = _symbol(work, given)
        groups[given.scheme].setdefault(symbol, given)
    return [
        new(
            Classification,
            scheme=scheme,
            sequence=n,
            symbol=symbol,
            original=given.value,
            version=given.version,
        )
        for scheme, group in groups.items()
        for n, (symbol, given) in enumerate(group.items(), 1)
    ]


def _symbol(work: Work, given: Symbol) -> str:
    known = SYMBOLS.get(given.scheme)
    symbol = known(given.value) if known else given.value.strip()
    if symbol is None:
        work.say("CLASS-BAD", "warning", f"“{given.value[:40]}” is not a symbol of {given.scheme}; kept as delivered.")
    return symbol or " ".join(given.value.split())


def related(work: Work, others: list[Related]) -> list[RelatedNumber]:
    """The numbers of other files in each relation, and `others` that stood elsewhere; what cannot be read is told."""
    groups: dict[str, list[Related]] = defaultdict(list)
    for related in [*work.delivered.related, *others]:
        groups[related.relation] += [replace(related, number=one) for one in work.each(related.number)]
    rows = [_other(work, r, n) for group in groups.values() for n, r in enumerate(group, 1)]
    return [row for row in rows if row]


def _other(work: Work, related: Related, sequence: int) -> RelatedNumber | None:
    """The number of another file; an international application keeps its day without one, as the term counts from that."""
    given = work.number(related.number)
    if related.relation == Relation.PCT_APPLICATION and not given.value.strip():
        day = work.date(given.date, "DATE-RELATED", foreign=True)
        if day:
            return new(RelatedNumber, relation=related.relation, sequence=sequence, office_code=PCT, date=day)
    try:
        number = numbers.parse_application(given.office or work.office, given.value, given.kind)
    except ValueError as error:
        beside = " ".join(filter(None, ((given.office or "").upper(), given.date and f"of {given.date}")))
        told = f"Number of the {related.relation.replace('_', ' ')}{beside and f' ({beside[:60]})'}"
        work.say("NUM-RELATED", "warning", f"{told}: {error if given.value.strip() else 'none is given.'}")
        return None
    return new(
        RelatedNumber,
        relation=related.relation,
        sequence=sequence,
        office_code=(given.office or "").upper()[:2],
        number_original=(given.printed or given.value).strip(),
        number_key=number.key,
        date=work.date(given.date, "DATE-RELATED", foreign=(given.office or number.office) not in ("", work.office)),
    )
