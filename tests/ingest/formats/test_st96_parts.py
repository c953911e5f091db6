"""What patents, marks and designs of ST.96 have alike: a party by its name and the transliterations beside or within it."""

import pytest

from ingest.document import Name
from ingest.formats.st96_parts import party
from ingest.formats.taking import Taking
from ingest.safe_xml import parse

CONTACT = "<p><Contact languageCode='{0}'><Name>{1}</Name></Contact>{2}</p>"
ORGANISATION = "<OrganizationName><OrganizationStandardName>{0}</OrganizationStandardName>{1}</OrganizationName>"


@pytest.mark.parametrize(
    ("language", "name", "more", "called", "latin"),
    [
        ("lo", ORGANISATION.format("ບໍລິສັດ", "<TransliterationName>Borisat</TransliterationName>"), "", "ບໍລິສັດ", "Borisat"),
        ("ja", "<EntityName>竹 <!-- c -->社<TransliterationName>タケ</TransliterationName><TransliterationName>Take</TransliterationName></EntityName>", "", "竹 社", "Take"),
        ("th", "<PersonName><PersonFullName>ดี</PersonFullName><TransliterationName>Dee</TransliterationName></PersonName>", "", "ดี", "Dee"),
        ("th", ORGANISATION.format("บริษัท", "<TransliterationName>Borisat</TransliterationName>"),
         "<Contact languageCode='EN'><Name><EntityName>Company</EntityName></Name></Contact>", "บริษัท", "Company"),
        ("en", "<EntityName>A <B>Ltd</B> Co</EntityName>", "", "A Ltd Co", ""),
        ("en", "<PersonName><LastName>Doe</LastName><FirstName>Jo</FirstName><NameSuffix>Jr.</NameSuffix></PersonName>", "", "Doe, Jo, Jr.", ""),
        ("en", "<PersonName><PersonFullName>Jo Doe</PersonFullName><NameSuffix>III</NameSuffix></PersonName>", "", "Jo Doe, III", ""),
        ("en", "<EntityName/><EntityName>A</EntityName>", "", "A", ""),
    ],
)  # fmt: skip
def test_a_party_has_its_name_and_a_latin_form_beside_it(language, name, more, called, latin):
    take, root = Taking({}), parse(CONTACT.format(language, name, more).encode())
    assert party(take, root, "applicant") == Name("applicant", called, name_latin=latin)
    assert take.left(root, "") == []


ADDRESS = "<PostalAddressBag><PostalAddress><PostalStructuredAddress><AddressLineText>{0}</AddressLineText><CountryCode>{1}</CountryCode></PostalStructuredAddress></PostalAddress></PostalAddressBag>"


@pytest.mark.parametrize(
    ("contacts", "expected", "told"),
    [
        # Address and country stand in the English contact only.
        (("<Contact languageCode='th'><Name><EntityName>ก</EntityName></Name></Contact>"
         f"<Contact languageCode='en'><Name><EntityName>Kor</EntityName></Name>{ADDRESS.format('1 Road', 'TH')}</Contact>"),
         Name("p", "ก", "TH", "1 Road", "Kor"), []),
        ((f"<Contact languageCode='th'><Name><EntityName>ก</EntityName></Name>{ADDRESS.format('ถนน', 'TH')}</Contact>"
         f"<Contact languageCode='en'><Name><EntityName>Kor</EntityName></Name>{ADDRESS.format('1 Road', 'TH')}</Contact>"),
         Name("p", "ก", "TH", "ถนน", "Kor"), []),
        (f"<Contact><Name><EntityName>A</EntityName></Name>{ADDRESS.format('1 Road', 'JP')}{ADDRESS.format('2 Road', 'US')}</Contact>",
         Name("p", "A", "JP", "1 Road"), ["2 Road", "US"]),
        ("<Contact><Name><EntityName>A</EntityName></Name><Name><EntityName>B</EntityName></Name></Contact>", Name("p", "A"), ["B"]),
        ("<Contact><Name><EntityName languageCode='en'>A</EntityName></Name><Name><EntityName languageCode='th'>ก</EntityName></Name></Contact>",
         Name("p", "ก", name_latin="A"), []),
        ("<Contact><Name><EntityName>A</EntityName><PersonName><PersonStructuredName><LastName>Doe</LastName></PersonStructuredName></PersonName></Name></Contact>",
         Name("p", "A"), ["Doe"]),
        (("<Contact><Name><EntityName>A</EntityName></Name><PostalAddressBag><PostalAddress><PostalStructuredAddress><BuildingName>Tower</BuildingName><StreetName>1 Road</StreetName>"
         "<CityName>Lima</CityName><CountryCode>PE</CountryCode></PostalStructuredAddress></PostalAddress></PostalAddressBag></Contact>"), Name("p", "A", "PE", "Tower, 1 Road, Lima"), []),
        ("<Contact><ContactText>A, 1 Road, Lima</ContactText></Contact>", Name("p", "A, 1 Road, Lima"), []),
    ],
)  # fmt: skip
def test_what_a_party_s_contacts_say_is_taken_or_told(contacts, expected, told):
    take, root = Taking({}), parse(f"<p>{contacts}</p>".encode())
    assert party(take, root, "p") == expected
    problems = take.left(root, "")
    assert [problem.code for problem in problems] == ["READ-VALUE"] * len(told)
    assert all(f"not “{other}”" in problem.sentence for other, problem in zip(told, problems, strict=True))
