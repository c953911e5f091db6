"""Brazil's weekly gazette, the Revista da Propriedade Industrial (RPI): patents and designs (standards.md §7.1).

Each `despacho` is one dispatch on one application, with whatever of its data the office repeats there; it becomes one
document with one event. What a dispatch means (a publication, a grant) says the office's profile, not this reader.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import partial

from ingest import numbering
from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Passage, Problem, Related, Symbol, Unreadable
from ingest.formats.reading import bulk, kept
from ingest.formats.taking import Taking
from ingest.offices.profiles import Profile, load
from ingest.safe_xml import Element, attribute, source
from ingest.shown import shown
from portal.standards import dates, kinds
from portal.standards.dates import after

OFFICE, LANGUAGE = "BR", "pt"
TITLE, APPLICATION = "11", "21"  # what the number is of, by INID code
DESIGN = "S"  # kind of a registered design
EARLIER = "publicacao-nacional/data-rpi"
ISSUED = "dataPublicacao"  # of an issue
ISSUE, ISSUE_DAY, WEEK = 2670, dt.date(2022, 3, 8), 7  # the issues are numbered week by week
COUNTED = 2000  # the year from which on that has been seen to hold
RECORDS = frozenset({"despacho"})
# The gazette's section (`diretoria`): its rights, and the scheme of its national class. Of two rights the number says which.
SECTIONS: dict[str, tuple[tuple[str, ...], str]] = {
    "patente": (("patent", "utility_model"), "national"),
    "desenho": (("design",), "locarno"),
}
# Where parties stand: whose list it is, the role where no INID code says one, and the codes that belong there.
PARTIES = (("titular", "applicant", "71 73 75 76"), ("inventor", "inventor", "72 75 76"), ("procurador", "agent", "74"))
ROLES = {  # by INID code, WIPO ST.9
    "71": ("applicant",), "72": ("inventor",), "73": ("owner",), "74": ("agent",), "75": ("inventor", "applicant"),
    "76": ("inventor", "applicant", "owner"),
}  # fmt: skip
# Where a remark says when the right ends: years from a day on a grant, the period of a renewal, the term a licence is offered for.
_DAY = r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})"
TERM = re.compile(
    rf"\bvalidade:\s*(\d{{1,2}})\s*\(\w+\)\s*anos\s+contados\s+a\s+partir\s+de\s+{_DAY}"
    rf"|\bprorrogad[ao](?:\s+a\s+vig[êe]ncia)?\s+de\s+{_DAY}\s+a\s+{_DAY}"
    rf"|\bt[ée]rmino\s+d[ae]\s+vig[êe]ncia\s+da\s+patente,?\s+em\s+{_DAY}",
    re.IGNORECASE,
)
ENDED = re.compile(rf"(?:registro|patente)\s+extint[ao],?\s+(?:a\s+contar\s+de|em)\s+{_DAY}", re.IGNORECASE)
_FILE = r"((?:BR|PI|MU|DI|C\d)?\s?\d[\d\s]{5,18}(?:-[\dX])?)"
RENUMBERED = re.compile(rf"\brenumerad[oa]\b[^;]{{0,200}}?\bde\s+{_FILE}\s+para\s+{_FILE}", re.IGNORECASE)
IGNORED = {
    "complemento-figura-rosto": "names a drawing that is not in the delivery",
    "data-fase-nacional": "INID 85: the store has no place for it; the PCT numbers and dates are kept",
    "data-registro-prorrogacao": "INID 15: the term of a design's renewal, which the remark says",
}


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield one document a dispatch, in the order of the gazette; where the file breaks off, what could be read before it."""
    profile = profile or load(OFFICE)
    issues: set[tuple[str, str]] = set()
    with member.open() as stream:
        make = partial(_record, profile=profile, issues=issues)
        yield from bulk(stream, member, RECORDS, make, what="dispatches")


def _record(
    despacho: Element, place: str, profile: Profile, issues: set[tuple[str, str]]
) -> Iterator[Delivered | Unreadable]:
    gazette = _gazette(despacho)
    issue = attribute(gazette, "numero").strip(), attribute(gazette, ISSUED)
    if issue not in issues and (sentence := _other_issue(*issue, profile.calendar)):
        yield Unreadable(place, Problem("READ-ISSUE", "warning", sentence, place), remark=True)
    issues.add(issue)
    yield kept(_dispatch(despacho, place, profile), partial(source, despacho))


def _gazette(despacho: Element) -> Element:
    """Return the issue around a dispatch: what has a day, else what stands next around it."""
    return next((one for one in despacho.iterancestors() if attribute(one, ISSUED)), despacho.getparent())


def _other_issue(number: str, published: str, calendar: str) -> str:
    """Say that an issue has not the number of its day; empty where it has, or where that cannot be told."""
    day = dates.parse(published, calendar).iso
    if not number.isdecimal() or not day or day.year < COUNTED:
        return ""
    due = str(ISSUE + round((day - ISSUE_DAY).days / WEEK))
    return (
        ""
        if number.lstrip("0") == due
        else f"The gazette calls itself no. {number[:10]} of {day}; that of this day is no. {due}. The day was taken."
    )


def _dispatch(despacho: Element, place: str, profile: Profile) -> Delivered:
    gazette = _gazette(despacho)
    published = attribute(gazette, ISSUED)
    rights, national = SECTIONS.get(attribute(gazette, "diretoria").lower()[:7], ((), "national"))
    take = Taking(IGNORED)
    event = Event(
        code=take.get(despacho, "codigo"),
        name=take.get(despacho, "titulo"),
        date=published,
        comment="; ".join(take.texts(despacho, "comentario")),
        gazette=attribute(gazette, "numero"),
    )
    event.effective = ended[1] if (ended := ENDED.search(event.remark)) else ""
    # `processo-patente` in both sections; the gazette names its other files for their right.
    file = next((at[0] for local, at in take.within(despacho).items() if local.startswith("processo")), despacho)
    take.passed.add(file)
    number = take.child(file, "numero")
    application = Number(
        OFFICE,
        take.text(number),
        "" if number is None else attribute(number, "kindcode"),
        take.get(file, "data-deposito"),
    )
    event.kind = application.kind
    own = numbering.right_of(application)
    right = rights[0] if len(rights) == 1 and own in ("", *rights) else ""
    document = Delivered(OFFICE, place, published, application, right, events=[event])
    _dates(take, file, document, profile)
    if title := take.get(file, "titulo"):
        document.texts = [Passage("title", LANGUAGE, [{"n": "", "t": title, "refs": []}])]
    document.symbols = list(_symbols(take, file, national))
    document.names = list(_names(take, file))
    said = [*_strange(take, file), *_elsewhere(application, own, rights)]
    strange = [Problem("READ-VALUE", "warning", sentence, place) for sentence in said]
    document.related = [*_related(take, file), *_renumbered(event.remark, application)]
    document.expires_on = _expires(event.remark, profile.calendar)
    document.problems = [*take.left(despacho, place), *strange]
    return document


def _expires(comment: str, calendar: str) -> str:
    """Return the day on which the right ends by a remark; empty where it says none."""
    if not (said := TERM.search(comment)):
        return ""
    years, start, _, renewed, licensed = said.groups()
    begun = dates.parse(start or "", calendar).iso
    return after(begun, int(years)).isoformat() if begun else start or renewed or licensed


def _dates(take: Taking, file: Element, document: Delivered, profile: Profile) -> None:
    """Earlier publications the dispatch dates (INID 43, 44 and 45), and the day of the grant."""
    number, kind = document.application.value, document.application.kind
    rule = profile.events.get(document.events[0].code)
    stands = _number_is(take, file)
    given = "" if stands == APPLICATION else take.get(file, "concessao/data")
    document.granted_on = given or (document.as_of if rule and rule.grants else "")
    if (date := take.get(file, EARLIER)) and dates.parse(date, profile.calendar).iso:
        earlier = _earlier_kind(document, profile)
        document.publications.append(Number(OFFICE, number, earlier, date, kind_inferred=bool(earlier), mentioned=True))
    if kind in profile.earlier_kind and document.granted_on not in ("", document.as_of):
        document.publications.append(Number(OFFICE, number, kind, document.granted_on, mentioned=True))
    if stands == TITLE and document.right == "design" and not document.granted_on:  # registered, it does not say when
        document.publications.append(Number(OFFICE, number, DESIGN, kind_inferred=True, mentioned=True))


def _earlier_kind(document: Delivered, profile: Profile) -> str:
    """Return the kind of what was published of an application (INID 43): by the kind the dispatch has, or by the right."""
    kind, right = document.application.kind, document.right or numbering.right_of(document.application)
    if kind in profile.earlier_kind or not right:
        return profile.earlier_kind.get(kind, "")
    own = kind if kinds.level(OFFICE, kind) == "application" else ""
    return own or next(
        (one for one in profile.earlier_kind.values() if not kind and kinds.right(OFFICE, one) == right), ""
    )


def _number_is(take: Taking, file: Element) -> str:
    """Return the INID code of the number: of an application, beside which no day of grant holds, or of a title."""
    number = take.child(file, "numero")
    return "" if number is None else attribute(number, "inid")


def _renumbered(comment: str, application: Number) -> Iterator[Related]:
    """Yield the other number of a file, from which or to which it was renumbered by a remark."""
    own = re.sub(r"\D", "", application.value)
    for other in named.groups() if (named := RENUMBERED.search(comment)) else ():
        digits = re.sub(r"\D", "", other)
        if not {digits, digits[:-1]} & {own, own[:-1]}:  # with a check digit or without
            yield Related("related", Number(OFFICE, other.strip()))


def _symbols(take: Taking, file: Element, national: str) -> Iterator[Symbol]:
    for scheme, path in (("ipc", "classificacao-internacional"), (national, "classificacao-nacional")):
        for symbol in take.children(file, f"{path}-lista/{path}"):
            if value := take.text(symbol):
                yield Symbol(scheme, value, attribute(symbol, "ano") if scheme == "ipc" else "")


def _names(take: Taking, file: Element) -> Iterator[Name]:
    for local, usual, _ in PARTIES:
        for party in take.children(file, f"{local}-lista/{local}"):
            called = take.get(party, "nome-completo")
            home, region = take.get(party, "endereco/pais/sigla"), take.get(party, "endereco/uf")
            for role in ROLES.get(attribute(party, "inid"), (usual,)):
                yield Name(role, called, home, region)


def _strange(take: Taking, file: Element) -> Iterator[str]:
    """Say where the INID code of a party is not one of those of its list, and where an application has a day of grant."""
    if _number_is(take, file) == APPLICATION and (granted := take.get(file, "concessao/data")):
        yield f"A grant of {shown(granted)} stands beside the number of an application (INID 21); it was not taken."
    if (said := take.get(file, EARLIER)) and (note := dates.parse(said).note):
        yield f"The day of an earlier publication (INID 43) was not taken: {note}"
    for local, usual, codes in PARTIES:
        for party in take.children(file, f"{local}-lista/{local}"):
            code = attribute(party, "inid")
            if code and code not in codes.split():
                roles = " and ".join(ROLES.get(code, (usual,)))
                yield f"The {local} {shown(take.get(party, 'nome-completo'))} has the INID code {shown(code)}; read as {roles}."


def _elsewhere(application: Number, own: str, rights: tuple[str, ...]) -> Iterator[str]:
    """Say where the number of a file is of a right that the section of the gazette does not publish."""
    if own and rights and own not in rights:
        words, section = (right.replace("_", " ") for right in (own, rights[0]))
        yield f"The number {shown(application.value)} in the section of {section}s is that of a {words}, as which it is kept."


def _related(take: Taking, file: Element) -> Iterator[Related]:
    # The gazette swaps INID 31 and 32 against ST.9: the names of the elements are right.
    for priority in take.children(file, "prioridade-unionista-lista/prioridade-unionista"):
        country = take.get(priority, "sigla-pais")
        number, date = take.get(priority, "numero-prioridade"), take.get(priority, "data-prioridade")
        yield Related("priority", Number(country, number, date=date))
    for relation, path, office, number, date in (
        ("priority", "prioridade-interna-lista/prioridade-interna", OFFICE, "numero-prioridade", "data-prioridade"),
        ("divided_from", "divisao-pedido", OFFICE, "numero", "data-deposito"),
        ("addition_to", "pedido-principal", OFFICE, "numero", "data-deposito"),
        ("pct_application", "pedido-internacional", "WO", "numero-pct", "data-pct"),
        ("pct_publication", "publicacao-internacional", "WO", "numero-ompi", "data-ompi"),
    ):
        for other in take.children(file, path):
            yield Related(relation, Number(office, take.get(other, number), date=take.get(other, date)))
