"""The one spelling of a query."""

import pytest

from search.query.canonical import canonical
from search.query.parser import parse

SPELLINGS = {
    "": "*",
    "rice husk": "rice AND husk",
    '"rice husk" not ash': '"rice husk" NOT ash',
    "not a and b": "NOT a AND b",
    "a or b c": "a OR (b AND c)",
    "a (b or not c)": "a AND (b OR (NOT c))",
    "NOT (a OR b)": "NOT (a OR b)",
    "a near/5 b": "a NEAR5 b",
    "a prox/ordered b": "a ADJ1 b",
    "a NEAR5 b AND c": "(a NEAR5 b) AND c",
    'ti all "rice and husk)"': 'ti=(rice AND "and" AND "husk)")',
    'ti any "a< -b ti:c NEAR5 d:"': 'ti=("a<" OR "-b" OR "ti:c" OR "NEAR5" OR "d:")',
    "silica~": "silica~1",
    "a silica~2.0": "a AND silica~2",
    "pa=nguyen~": "pa=nguyen~1",
    "5Gxx~": "txt=5Gxx~1",
    "ti,ab=rice": "ti=rice OR ab=rice",
    "ipc==A61K 31/00 OR ipc=C07D": "ipc==A61K31/00 OR ipc=C07D",
    "NOT cpc==A61K31/00": "NOT cpc==A61K31/00",
    "prd<2018": "prd<=2017",
    "a prox/distance<3 b": "a NEAR2 b",
    "a NEAR b NEAR50 c": "(a NEAR5 b) AND (b NEAR50 c)",
    "a NEAR5 (b or c*)": "a NEAR5 (b OR c*)",
    "TI:rice": "ti=rice",
    "ti=rice OR ti=husk": "ti=(rice OR husk)",
    "ti=(rice NEAR3 husk) AND ab=silica": "ti=(rice NEAR3 husk) AND ab=silica",
    "(ti=a OR ab=a) AND ipc=A61K": "(ti=a OR ab=a) AND ipc=A61K",
    "ES_CL:bomba": "claims=bomba AND lang=es",
    "5G silica": "txt=(5G AND silica)",
    '"5G phone"': 'txt="5G phone"',
    "5G AND ti=silica": "txt=5G AND ti=silica",
    "A61K 31/00": "class=A61K31/00",
    "ipc=A61K 31/00": "ipc=A61K31/00",
    "EP1234567\nUS7654321": "num=(EP1234567 OR US7654321)",
    "BR 10 2012 004079-3 A2": 'num="BR 10 2012 004079-3 A2"',
    "cc=Viet Nam or cc=th": "cc=(VN OR TH)",
    "pd=20120101-20141231": "pd=2012..2014",
    "pd=2012..2014-06": "pd=2012-01..2014-06",
    "pd=2015-02": "pd=2015-02",
    "pd=2015-01-01": "pd=2015-01-01",
    "pd=2015-01-02..2015-12-31": "pd=2015-01-02..2015-12-31",
    "pd>2014": "pd>=2015",
    "pd<2015-07": "pd<=2015-06",
    "pd=[* TO *]": "pd=[* TO *]",
    "has=claims.en": "has=claims.en",
    "ti=*": "has=title",
    '":c*"': '":c*"',
    "cross-link*": "cross-link*",
    '"rice hus*"': '"rice hus*"',
}


@pytest.mark.parametrize(("query", "written"), SPELLINGS.items())
def test_one_spelling(query, written):
    node = parse(query).node
    assert canonical(node) == written
    assert parse(written).node == node
