"""What patents, marks and designs of ST.96 have alike: parties and numbers (namespace Common, standards.md §2)."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.document import Name, Number
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute, name, text
from portal.standards.names import bare

NAMES = (
    "OrganizationStandardName",
    "EntityName",
    "PersonFullName",
    "ContactText",
)  # the last is all there is of a contact
SUFFIX = "NameSuffix"  # “Jr.”, “III”
GIVEN, FAMILY = ("FirstName", "MiddleName"), ("LastName", "FirstLastName", "SecondLastName")
PLACES = ("AddressLineText", "PostalAddressText", "CityName", "GeographicRegionName", "PostalCode")
LATIN = "TransliterationName"  # beside a name, or within one
COUNTRY, STRUCTURED = "CountryCode", "PostalStructuredAddress"
CONTACT = frozenset({*NAMES, *GIVEN, *FAMILY, *PLACES, COUNTRY, LATIN, SUFFIX})
NUMBERS = ("ApplicationNumber", "PCTApplicationNumber")  # with the office's form and that of ST.13 in it, or as it is
LETTER = re.compile("[A-Za-z]")

IGNORED = {
    "PhoneNumberBag": "telephone and mail", "FaxNumberBag": "telephone and mail", "EmailAddressBag": "telephone and mail",
    "WebAddressBag": "telephone and mail", "OtherElectronicAddressBag": "telephone and mail", "NamePrefix": "form of address",
    "DepartmentText": "within the organisation", "Department": "within the organisation",
}  # fmt: skip


def application(take: Taking, element: Element | None, office: str) -> Number:
    """Return an application number: as the office writes it, else its ST.13 form."""
    if element is None:
        return Number(office, "")
    number = next((one for key in NUMBERS if (one := take.child(element, key)) is not None), None)
    take.get(element, "InventionSubjectMatterCategory")  # of another file
    inner = value = ""
    if number is not None:
        inner, st13 = take.get(number, "IPOfficeCode"), take.get(number, "ST13ApplicationNumber")
        value = take.get(number, "ApplicationNumberText") or st13 or ("" if len(number) else take.text(number))
    return Number(take.get(element, "IPOfficeCode") or inner or office, value, date=take.get(element, "FilingDate"))


def party(take: Taking, party: Element, role: str) -> Name:
    """Return a party as its contacts give it: the first as the office writes it, a further one in English, or a transliteration.

    Address and country are those of the first contact that has them; what one contact says a second time is told.
    """
    contacts = take.children(party, "PublicationContact") or take.children(party, "Contact")
    english = [one for one in contacts[1:] if _in_english(one)][:1]
    own = [*contacts[:1], *english]
    for contact in dict.fromkeys([*take.children(party, "Contact"), *contacts]):
        if contact in own or bare(_called(contact)) in ("", bare(_called(contacts[0]))):
            take.known(contact, CONTACT, many=CONTACT)  # what another calls the party is left, and told
            for block in (one for one in contact.iter() if name(one) == STRUCTURED and len(one)):
                lines = {name(inner) for inner in block if _is_line(inner)}
                take.known(block, lines, many=lines)
            _tell_second(take, contact)
            own += [] if contact in own else [contact]
    home = take.get(party, "ResidenceCountryCode") or take.get(party, "NationalityCode")
    take.get(party, "NationalityCode")
    if not contacts:
        return Name(role, "", home)
    called, others = _called(contacts[0]), _all(contacts[0], LATIN)
    latin = next(filter(LETTER.search, [*map(_called, english), *_english(contacts[0])[:1], *others]), "")
    country = next(filter(None, (within(one, COUNTRY) for one in own)), home)
    return Name(role, called, country, next(filter(None, map(_address, own)), ""), latin)


def _tell_second(take: Taking, contact: Element) -> None:
    """Note the names, addresses and countries of a contact that give way to its first."""
    names = [_called(contact), *_english(contact)[:1], *_all(contact, LATIN)]
    countries = _all(contact, COUNTRY)
    for path, taken, given in (
        ("Name", names, [*map(_own, _names(contact)), *_all(contact, *GIVEN, *FAMILY)]),
        ("PostalAddress", [_address(contact)], [*map(_lines, _blocks(contact))]),
        (COUNTRY, countries[:1], countries),
    ):
        said = [*map(bare, filter(None, taken))]
        others = (one for one in given if one and not any(bare(one) in whole for whole in said))
        take.second.update({(path, taken[0], other): None for other in others})


def _all(element: Element, *names: str) -> list[str]:
    return [text(inner) for inner in element.iter() if name(inner) in names]


def _in_english(element: Element) -> bool:
    return attribute(element, "languageCode").lower() == "en"


def within(element: Element, wanted: str) -> str:
    """Return the string value of the first descendant called `wanted` that has one."""
    return next(filter(None, (text(inner) for inner in element.iter() if name(inner) == wanted)), "")


def _names(contact: Element) -> list[Element]:
    """Return the elements in a contact that each are a whole name."""
    return [inner for key in NAMES for inner in contact.iter() if name(inner) == key and _own(inner)]


def _english(contact: Element) -> list[str]:
    """Return the names a contact has in English beside one in another language."""
    names = _names(contact)
    english = [_own(one) for one in names if _in_english(one)]
    return english if len(english) < len(names) else []


def _called(contact: Element) -> str:
    if not len(contact):
        return text(contact)
    english = _english(contact)
    whole = [_own(one) for one in _names(contact) if not english or not _in_english(one)]
    given = " ".join(filter(None, (within(contact, key) for key in GIVEN)))
    family = " ".join(filter(None, (within(contact, key) for key in FAMILY)))
    called, suffix = next(iter(whole), "") or ", ".join(filter(None, [family, given])), within(contact, SUFFIX)
    return f"{called}, {suffix}" if called and not bare(called).endswith(bare(suffix)) else called


def _own(element: Element) -> str:
    """Return the string value of a name without the transliterations in it."""
    inner = (piece for one in element for piece in ("" if name(one) in ("", LATIN) else text(one), one.tail or ""))
    return " ".join("".join([element.text or "", *inner]).split()) if len(element) else text(element)


def _blocks(contact: Element) -> list[Element]:
    return [inner for inner in contact.iter() if name(inner) == "PostalAddress" and _lines(inner)]


def _address(contact: Element) -> str:
    """Return the first address of a contact, and what stands in the contact itself."""
    others = {inner for block in _blocks(contact)[1:] for inner in block.iter()}
    return _lines(contact, others)


def _lines(element: Element, but: Collection[Element] = ()) -> str:
    parts = (text(inner) for inner in element.iter() if _is_line(inner) and inner not in but)
    return ", ".join(filter(None, parts))


def _is_line(element: Element) -> bool:
    """Tell whether an element is a line of an address; in a structured one each part but the country is, as versions name them otherwise."""
    around = element.getparent()
    whole = around is not None and name(around) == STRUCTURED and not len(element)
    return name(element) in PLACES or (whole and name(element) not in ("", COUNTRY))
