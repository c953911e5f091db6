"""What patents, marks and designs of ST.96 have alike: parties and numbers (namespace Common, standards.md §2)."""

from __future__ import annotations

import re

from ingest.document import Name, Number
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute, name, text
from portal.standards.names import bare

NAMES = ("OrganizationStandardName", "EntityName", "PersonFullName")
SUFFIX = "NameSuffix"  # “Jr.”, “III”
GIVEN, FAMILY = ("FirstName", "MiddleName"), ("LastName", "FirstLastName", "SecondLastName")
PLACES = ("AddressLineText", "PostalAddressText", "CityName", "GeographicRegionName", "PostalCode")
LATIN = "TransliterationName"  # beside a name, or within one
CONTACT = frozenset({*NAMES, *GIVEN, *FAMILY, *PLACES, "CountryCode", LATIN, SUFFIX})
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
    inner = take.get(element, "ApplicationNumber/IPOfficeCode")
    st13 = take.get(element, "ApplicationNumber/ST13ApplicationNumber")
    value = take.get(element, "ApplicationNumber/ApplicationNumberText") or st13
    return Number(take.get(element, "IPOfficeCode") or inner or office, value, date=take.get(element, "FilingDate"))


def party(take: Taking, party: Element, role: str) -> Name:
    """Return a party: the first contact as the office writes it, a further one in English, or a transliteration, as its Latin form."""
    contacts = take.children(party, "PublicationContact") or take.children(party, "Contact")
    english = [one for one in contacts[1:] if attribute(one, "languageCode").lower() == "en"][:1]
    for contact in dict.fromkeys([*take.children(party, "Contact"), *contacts]):
        if contact in english or bare(_called(contact)) in ("", bare(_called(contacts[0]))):
            take.known(contact, CONTACT, many={*PLACES, LATIN})  # what another calls the party is left, and told
    home = take.get(party, "ResidenceCountryCode") or take.get(party, "NationalityCode")
    take.get(party, "NationalityCode")
    if not contacts:
        return Name(role, "", home)
    first = contacts[0]
    other = [text(inner) for inner in first.iter() if name(inner) == LATIN]
    latin = next(filter(LETTER.search, [*map(_called, english), *other]), "")
    return Name(role, _called(first), within(first, "CountryCode") or home, _address(first), latin)


def within(element: Element, wanted: str) -> str:
    """Return the string value of the first descendant called `wanted` that has one."""
    return next(filter(None, (text(inner) for inner in element.iter() if name(inner) == wanted)), "")


def _called(contact: Element) -> str:
    if not len(contact):
        return text(contact)
    whole = (_own(inner) for key in NAMES for inner in contact.iter() if name(inner) == key)
    given = " ".join(filter(None, (within(contact, key) for key in GIVEN)))
    family = " ".join(filter(None, (within(contact, key) for key in FAMILY)))
    called, suffix = next(filter(None, whole), "") or ", ".join(filter(None, [family, given])), within(contact, SUFFIX)
    return f"{called}, {suffix}" if called and not bare(called).endswith(bare(suffix)) else called


def _own(element: Element) -> str:
    """Return the string value of a name without the transliterations in it."""
    inner = (piece for one in element for piece in ("" if name(one) in ("", LATIN) else text(one), one.tail or ""))
    return " ".join("".join([element.text or "", *inner]).split()) if len(element) else text(element)


def _address(contact: Element) -> str:
    return ", ".join(text(inner) for inner in contact.iter() if name(inner) in PLACES and text(inner))
