"""Addresses of pages in other systems: each is read as the number it carries and said to be, or refused with what to do."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.elsewhere import addresses
from search.query.parser import parse
from tests.search.query.shapes import read_with_warnings, refused

ESPACENET = "https://worldwide.espacenet.com"
CARRIED = {
    "https://patents.google.com/patent/BR102012004079A2/en": "BR102012004079A2",
    "http://patents.google.com/patent/EP1000000A1": "EP1000000A1",
    "patents.google.com/patent/US9876543B2/pt?oq=US9876543B2": "US9876543B2",
    "https://patents.google.com/?oq=EP1000000": "EP1000000",
    f"{ESPACENET}/patent/search/family/046637/publication/BR102012004079A2?q=pn%3DBR102012004079A2": "BR102012004079A2",
    f"{ESPACENET}/patent/search?q=pn%3DEP1000000A1": "EP1000000A1",
    f"{ESPACENET}/patent/search?q=EP1000000": "EP1000000",
    f"{ESPACENET}/publicationDetails/biblio?CC=EP&NR=1000000A1&KC=A1&FT=D&ND=3&date=20000517": "EP1000000A1",
    f"{ESPACENET}/publicationDetails/biblio?FT=D&date=20131217&CC=BR&NR=102012004079A2": "BR102012004079A2",
    f"{ESPACENET}/searchResults?ST=singleline&query=BR102012004079": "BR102012004079",
    "http://v3.espacenet.com/textdoc?DB=EPODOC&IDX=EP1000000&F=0": "EP1000000",
    "https://register.epo.org/application?number=EP99203729": "EP99203729",
    "https://patentscope.wipo.int/search/en/detail.jsf?docId=WO2019123456&_cid=P12-ABC": "WO2019123456",
    "https://patentscope.wipo.int/search/en/WO2019123456": "WO2019123456",
    "https://www.lens.org/lens/patent/BR_102012004079_A2": "BR102012004079A2",
    "https://busca.inpi.gov.br/pePI/x?CodPedido=1&SearchParameter=BR%2010%202012%20004079-4": "BR 10 2012 004079-4",
    "https://busca.inpi.gov.br/pePI/x?NumPedido=BR102012004079": "BR102012004079",
    "https://depatisnet.dpma.de/DepatisNet/depatisnet?action=bibdat&docid=DE102012004079A1": "DE102012004079A1",
    "https://www.j-platpat.inpit.go.jp/c1800/PU/JP-2019-123456/10/en": "JP2019-123456",
    "https://www.freepatentsonline.com/9876543.html": "US9876543",
    "https://www.freepatentsonline.com/EP1000000A1.html": "EP1000000A1",
    "https://ppubs.uspto.gov/pubwebapp/external.html?q=9876543.pn.": "US9876543",
    "https://register.epo.org/ipfwretrieve?apn=EP.13123456.A": "EP13123456",
    "https://www.lens.org/lens/search/patent/list?q=BR_102012004079_A2": "BR102012004079A2",
    "http://wipopublish.ipvietnam.gov.vn/wopublish-search/public/detail/patents?id=VN1201301457": "VN1201301457",
    "https://pdki-indonesia.dgip.go.id/detail/x?type=patent&keyword=P00201907952": "IDP00201907952",
    "https://www.freepatentsonline.com/y2015/0123456.html": "US20150123456",
    "https://kpat.kipris.or.kr/kpat/biblioa.do?applno=1020150123456": "KR1020150123456",
    "https://doi.org/10.1234/EP1000000A1": "EP1000000A1",
    "doi:10.1234/EP1000000A1": "EP1000000A1",
    "10.1234/EP1000000A1": "EP1000000A1",
}
WITHOUT = {
    "https://patentscope.wipo.int/search/en/detail.jsf?docId=BR123456789": "This address holds a number that only PATENTSCOPE",
    "https://www.lens.org/lens/patent/012-345-678-901-23X": "This address holds a number that only The Lens",
    "https://busca.inpi.gov.br/pePI/x?Action=detail&CodPedido=123456": "This address holds a number that only INPI",
    "https://patents.google.com/?inventor=smith": "No patent number can be read",
    "https://www.wipo.int/pct": "No patent number can be read",
    f"{ESPACENET}/patent/search?q=qq123456": "No patent number can be read",
}


@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize(("address", "number"), CARRIED.items())
def test_an_address_is_read_as_the_number_it_carries(address, number, encoded):
    parsed = parse(quote(address, safe="") if encoded and address.startswith("http") else address)
    assert parsed.node.value == number
    assert any(number in said and "address" in said for said in parsed.warnings)


@pytest.mark.parametrize(("address", "message"), WITHOUT.items())
def test_an_address_without_a_number_is_refused_whole(address, message):
    assert refused(address, message) == (message, address, "")


@pytest.mark.parametrize(
    ("address", "query"),
    [
        (f"{ESPACENET}/patent/search?q=ti%3Drice", "(ti=rice)"),
        ("https://patents.google.com/?q=(rice+husk)&q=ash&oq=rice", "((rice husk)) AND (ash)"),
        ("https://patentscope.wipo.int/search/en/result.jsf?query=EN_TI:rice", "(EN_TI:rice)"),
        ("https://www.lens.org/lens/search/patent/list?q=title:silica", "(title:silica)"),
        ("https://[patents.google.com/?q=rice", "(rice)"),
    ],
)
def test_of_the_address_of_a_search_the_query_is_proposed(address, query):
    message = "This address holds a search"
    assert refused(address, message) == (message, address, query)


def test_addresses_stand_where_numbers_do():
    one, other = "https://patents.google.com/patent/EP1000000A1/en", f"{ESPACENET}/patent/search?q=pn%3DEP1000001A1"
    assert read_with_warnings(f"({one} OR {other}) AND silica")[0] == "num=(EP1000000A1 OR EP1000001A1) AND silica"
    assert read_with_warnings(f"{one}\n{other}")[0] == "num=(EP1000000A1 OR EP1000001A1)"
    assert read_with_warnings(f"pn={one}")[0] == "pn=EP1000000A1"


@pytest.mark.parametrize("words", ["10.1000/xyz123", "doi:10.1000/xyz123", "10.5 silica", "lens.org"])
def test_what_only_looks_like_an_address_is_words(words):
    assert "address" not in " ".join(parse(words).warnings)


@given(st.sampled_from(sorted(CARRIED)), st.text("/?&=%AB019.", max_size=30))
def test_no_address_is_a_fault(address, rest):
    found = addresses.read(f"{address}{rest}")
    assert found is None or bool(found.number) != bool(found.problem)
