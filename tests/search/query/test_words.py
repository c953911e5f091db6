"""Queries in plain English."""

import pytest

from search.query.parser import parse
from search.query.words import words

TWIN = ", in the original or in English"
SENTENCES = {
    "": "every record",
    "rice": f"title, abstract or claims with “rice”{TWIN}",
    'claims=("rice husk" NEAR5 silica) AND pd=2012..2025': f"claims with “rice husk” within 5 words of “silica”{TWIN}; "
    "published from 2012 to 2025",
    "ti=(rice ADJ husk)": f"title with “rice” directly before “husk”{TWIN}",
    "ti=(rice ADJ3 husk)": f"title with “rice” at most 3 words before “husk”{TWIN}",
    "ti=(rice NEAR1 husk)": f"title with “rice” next to “husk”{TWIN}",
    "rice husk NOT ash": f"title, abstract or claims with “rice” and “husk” but not “ash”{TWIN}",
    "samsung cc=VN phone": f"title, abstract or claims with “samsung” and “phone”{TWIN}; office: Viet Nam",
    "(a OR b) c": f"title, abstract or claims with (“a” or “b”) and “c”{TWIN}",
    "ti=a OR ab=b": f"either title with “a” or abstract with “b”{TWIN}",
    "(ti=a AND cc=VN) OR pa=b": f"either (title with “a” and office: Viet Nam) or applicant or owner with “b”{TWIN}",
    "NOT pa=Acme": "not: applicant or owner with “Acme”",
    "a NOT ti=b": f"title, abstract or claims with “a”{TWIN}; not: title with “b”{TWIN}",
    "silica~": f"title, abstract or claims with “silica” or a word that differs in one letter{TWIN}",
    "in=nguyen~2": "inventor with “nguyen” or a word that differs in one or two letters",
    "prd=2015": "with a priority in 2015",
    'in="silva ana"': "inventor with “silva ana”, either way round",
    'pa="one two three four five"': "applicant or owner with “one two three four five”",
    "rp=Souza": "agent with “Souza”",
    "ipc==A61K31/00": "IPC class A61K 31/00 (exactly)",
    "ipc=A61K31/05": "IPC class A61K 31/05",
    "ipc==A61K31/00 OR ipc==C07D1/00": "either IPC class A61K 31/00 (exactly) or IPC class C07D 1/00 (exactly)",
    "silic*": f"title, abstract or claims with a word beginning with “silic”{TWIN}",
    "pa=nguy#n": "applicant or owner with “nguy#n” (* any letters, ? one or none, # exactly one)",
    "pn=BR10*": "publication number beginning with “BR10”",
    "ipc=(A61K 31/00 OR C07D)": "IPC class A61K 31/00 (or below) or C07D (or below)",
    "pn=EP1234567A1": "publication number EP1234567A1 (read as EP 1234567, European Patent Office)",
    "num=10-2015-0123456": "any number 10-2015-0123456",  # no check digit of Brazil's agrees
    "num=1234567": "any number 1234567",  # whose it may be depends on what is held: search.numbers_held
    "num=112018011543": "any number 112018011543",  # of Germany as it stands, of Brazil without its check digit
    "num=PI0412345": "any number PI0412345",  # of Malaysia, or of Brazil
    "num=10.2012.004079-4": "any number 10.2012.004079-4 (read as BR 10 2012 004079-4, Brazil)",
    "num=61/662003": "any number 61/662003",
    "BR-P-102012004079": "any number BR-P-102012004079 (read as BR 10 2012 004079-4, Brazil)",
    "TH-P-1901003456": "any number TH-P-1901003456 (read as 1901003456, Thailand)",
    "pn=AP 1206": "publication number AP 1206",
    "pd=2015": "published in 2015",
    "pd=2015-06": "published in June 2015",
    "pd=2015-06-03": "published on 3 June 2015",
    "pd=2012..2014-06": "published from January 2012 to June 2014",
    "ad>=2018": "filed from 2018 on",
    "ad<2018-06-02": "filed up to 1 June 2018",
    "pd=[* TO *]": "published on a known date",
    "cc=(VN OR TH)": "office: Viet Nam or Thailand",
    "rt=utility_model ls=in_force": "right: utility model; legal status: in force",
    "kd=B1 year=2015": "kind code B1; first published in 2015",
    "lang=th has=claims.en": "text in Thai; with claims in English",
    "has=(claims.original AND title)": "with claims in another language and title",
    "has=claims.th": "with claims in Thai",
    "has=claims.en.machine": "with claims in English by machine",
    "NOT rice OR husk": f"title, abstract or claims with (not “rice”) or “husk”{TWIN}",
    "ti=a OR NOT pa=b": f"either title with “a” or (not: applicant or owner with “b”){TWIN}",
    "97,028": "any number 97,028",  # as it stands of Thailand, and of Colombia with other digits
    "14/123,456": "any number 14/123,456 (read as 14/123456, United States of America)",
    "ti=ข้าว": f"title with “ข้าว”{TWIN}",
}


@pytest.mark.parametrize(("query", "sentence"), SENTENCES.items())
def test_a_query_in_words(query, sentence):
    assert words(parse(query).node) == sentence


def test_a_long_list_is_counted_not_recited():
    query = "num=(" + " OR ".join(f"EP{1000000 + n}" for n in range(40)) + ")"
    assert words(parse(query).node).endswith("or any of 39 others")
