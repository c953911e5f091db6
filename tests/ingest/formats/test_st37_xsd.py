"""The XSD form of authority files, read by the endings of names."""

import io

import pytest

from ingest.archive import Member
from ingest.dialects import AuthorityDialect, of
from ingest.formats import st37_xsd
from ingest.formats.st37 import AuthorityList, BadAuthorityFile, Entry

OPEN = '<afp:AuthorityFile xmlns:afp="a" xmlns:pat="p" xmlns:com="c" com:productionDate="2026-03-01" afp:updateCategory="Incremental"><afp:AuthorityFileDefinition><afp:ExceptionCodeDefinitionBag/></afp:AuthorityFileDefinition><afp:AuthorityFileEntryBag>'
CLOSE = "</afp:AuthorityFileEntryBag></afp:AuthorityFile>"
ENTRY = """<afp:AuthorityFileEntry><pat:PatentPublicationIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><pat:PublicationNumber>{0}</pat:PublicationNumber>
<com:PatentDocumentKindCode>A</com:PatentDocumentKindCode><com:PublicationDate>2019-03-25</com:PublicationDate></pat:PatentPublicationIdentification>{1}</afp:AuthorityFileEntry>"""
APPLICATION = "<pat:ApplicationIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>1-2018-04729</com:ApplicationNumberText></com:ApplicationNumber><pat:FilingDate>2018-10-24</pat:FilingDate></pat:ApplicationIdentification>"


def member(content: str) -> Member:
    return Member("VN_AF_20260301", lambda: io.BytesIO(content.encode()))


def read(*entries: str) -> tuple[AuthorityList, list[Entry]]:
    given = st37_xsd.read(member(OPEN + "".join(entries) + CLOSE))
    return given, list(given.entries)


def test_entries_and_what_the_file_says_of_itself_are_read():
    given, (first, second) = read(
        ENTRY.format(62088, APPLICATION),
        ENTRY.format(62089, "<afp:PublicationExceptionCode>m</afp:PublicationExceptionCode>"),
    )
    assert (given.definition.office, given.definition.produced, given.definition.update) == (
        "VN",
        "2026-03-01",
        "incremental",
    )
    assert (first.office, first.number, first.kind, first.date, first.exception) == (
        "VN",
        "62088",
        "A",
        "2019-03-25",
        "",
    )
    assert (first.application_office, first.application, first.application_date) == ("VN", "1-2018-04729", "2018-10-24")
    assert (second.number, second.exception, second.place) == ("62089", "M", "VN_AF_20260301:2")


@pytest.mark.parametrize(
    ("said", "searchable"),
    [
        ("<afp:SearchableClaimsCode>vi</afp:SearchableClaimsCode>", {"claims": ["vi"]}),
        ("<afp:SearchableClaimsCode><afp:LanguageCode>vi</afp:LanguageCode><afp:LanguageCode>en</afp:LanguageCode></afp:SearchableClaimsCode>", {"claims": ["vi", "en"]}),
        ("<afp:SearchableAbstractCode>N</afp:SearchableAbstractCode><afp:SearchableDescriptionCode>U</afp:SearchableDescriptionCode>", {"abstract": []}),
        ("<afp:SearchableAbstractCode/>", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_what_can_be_searched_is_read(said, searchable):
    _, (entry,) = read(ENTRY.format(1, said))
    assert entry.searchable == searchable


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OPEN + CLOSE, r"name ends in Entry among its first 4 elements\."),
        ("<afp/>", r"among its first 1 element\."),
        (OPEN + "<afp:AuthorityFileEntry/>" + CLOSE, "name ends in PublicationNumber"),
        (OPEN + ENTRY.format(1, "")[:-30], "<AuthorityFileEntry> that ends|Not well-formed"),
        (OPEN + ENTRY.format(1, "") + "&" + CLOSE, "VN_AF_20260301:2: Not well-formed"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_why(content, sentence):
    with pytest.raises(BadAuthorityFile, match=sentence):
        list(st37_xsd.read(member(content)).entries)


def test_the_form_is_told_by_its_root():
    found = of(member(OPEN + ENTRY.format(1, "") + CLOSE))
    assert isinstance(found, AuthorityDialect)
    assert found.name == "st37-xsd"
