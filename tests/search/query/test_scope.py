"""What a query is confined to for certain."""

import pytest

from search.answer import Scope
from search.query.parser import parse
from search.query.scope import scope


def only(*published, **parts):
    """Return a scope; `published` are spans of years of which a publication must be, or sets of them."""
    spans = frozenset(frozenset([one]) if isinstance(one, tuple) else frozenset(one) for one in published)
    several = {name: frozenset(map(frozenset, parts.pop(name, ()))) for name in ("kinds", "languages", "has")}
    parts.setdefault("parts", parts.get("elements", ()))
    return Scope(**{name: frozenset(values) for name, values in parts.items()}, **several, published=spans)


ANYWHERE = ["title", "abstract", "claims"]
CASES = [
    ("", {}, only()),
    ("rice", {}, only(elements=["claims"], parts=ANYWHERE)),
    ("ti=rice ab=husk", {}, only(elements=["title", "abstract"])),
    ("claims=(rice NEAR3 husk)", {}, only(elements=["claims"])),
    ("ftxt=rice", {}, only(elements=["description"], parts=[*ANYWHERE, "description"])),
    ("ia=Nguyen", {}, only(elements=["applicant"], parts=["applicant", "inventor"])),
    ("NOT desc=rice", {}, only(elements=["description"])),
    ("ipc=A61K pa=Acme", {}, only(elements=["ipc", "applicant"])),
    (
        "pn=EP1234567",
        {},
        only(numbers=[("EP", "1234567")], numbered=["publication_number"], elements=["publication_number"], parts=[]),
    ),
    ("NOT pr=US*", {}, only(numbered=["priority_number"], elements=["priority_number"], parts=[])),
    ("rp=Souza", {}, only(elements=["agent"])),
    ("cc=VN", {}, only(offices=["VN"])),
    ("cc=VN ti=rice", {}, only(offices=["VN"], elements=["title"])),
    ("cc=(VN OR TH)", {}, only(offices=["VN", "TH"])),
    ("cc=VN OR cc=TH", {}, only(offices=["VN", "TH"])),
    ("cc=VN OR rt=design", {}, only(wider=["office", "right"])),
    ("cc=VN OR ti=rice", {}, only(elements=["title"], wider=["office"])),
    ("NOT cc=VN", {}, only(excluded=[("office", "VN")])),
    ("ti=rice NOT cc=(VN OR BR)", {}, only(elements=["title"], excluded=[("office", "VN"), ("office", "BR")])),
    ("NOT (cc=VN OR kd=A)", {}, only(excluded=[("office", "VN"), ("kind", "A*")])),
    ("NOT (cc=VN AND kd=A)", {}, only(wider=["office", "kind"])),
    ("NOT (cc=VN OR ti=rice)", {}, only(elements=["title"], wider=["office"])),
    ("NOT has=claims.th NOT has=ipc", {}, only(excluded=[("has", "ipc")], wider=["has"])),
    ("cc=(VN OR TH) NOT year=2015", {}, only(offices=["VN", "TH"], excluded=[("year", "2015")])),
    ("pd=2021,2022", {}, only([(2021, 2021), (2022, 2022)])),
    ("pd=(2021 OR 2022-03)", {}, only([(2021, 2021), (2022, 2022)], wider=["published_day"])),
    ("ti=rice (pd=2012 OR pd>=2020)", {}, only([(2012, 2012), (2020, None)], elements=["title"])),
    (
        "cc=VN (rt=patent OR rt=utility_model) kd=A",
        {},
        only(offices=["VN"], rights=["patent", "utility_model"], kinds=[["A*"]]),
    ),
    ("cc=(VN OR TH)", {"office": ("TH", "BR")}, only(offices=["TH"])),
    ("cc=VN", {"office": ("TH",)}, only(offices=["TH"])),
    (
        "",
        {"office": ("TH",), "right": ("design",), "kind": ("S",)},
        only(offices=["TH"], rights=["design"], kinds=[["S"]]),
    ),
    ("pd=2012..2014", {}, only((2012, 2014))),
    ("pd>=2012-06", {}, only((2012, None), wider=["published_day"])),
    ("pd=2012 AND pd=2016", {}, only((2012, 2012), (2016, 2016))),
    ("pd=2012-03", {}, only((2012, 2012), wider=["published_day"])),
    ("pd<2012", {}, only((None, 2011))),
    ("pd>=2010 pd=2008..2012", {}, only((2010, None), (2008, 2012))),
    ("year=2015", {}, only(years=["2015"])),
    ("year=(2013 OR 2015)", {}, only(years=["2013", "2015"])),
    ("pd=2012..2014", {"year": ("2013", "2016")}, only((2012, 2014), years=["2013", "2016"])),
    ("pd=2012", {"year": ("2016",)}, only((2012, 2012), years=["2016"])),
    ("pd=2012 OR ti=rice", {}, only(elements=["title"], wider=["published"])),
    ("ad=2012", {}, only(wider=["filed"], elements=["filing_date"])),
    ("prd=2012 NOT pd<2010", {}, only(wider=["priority_date", "published"], elements=["priority_date"])),
    ("", {"year": ("unknown",), "status": ("ended",)}, only(statuses=["ended"], wider=["year"])),
    ("", {"year": ("unknown", "2013")}, only(wider=["year"])),
    (
        "rice",
        {"has": ("claims.en",), "ipc": ("A61K",), "language": ()},
        only(elements=["claims"], parts=ANYWHERE, has=[["claims.en"]], wider=["ipc"]),
    ),
    ("lang=th rice cc=TH", {}, only(offices=["TH"], elements=["claims"], parts=ANYWHERE, languages=[["th"]])),
    ("ls=(ended OR pending) cc=vietnam", {"office": ("vn",)}, only(statuses=["ended", "pending"], offices=["VN"])),
    ("kd=B AND kd=A1", {"kind": ("A", "B1")}, only(kinds=[["A", "B1"], ["B*"], ["A1"]])),
    ("lang=th AND lang=en", {}, only(languages=[["th"], ["en"]])),
    ("has=claims.en has=(ipc OR cpc)", {"has": ("title",)}, only(has=[["title"], ["claims.en"], ["ipc", "cpc"]])),
    ("", {"has": ("title", "claims.en")}, only(has=[["title"], ["claims.en"]])),
    ("has=claims.th AND has=ipc", {}, only(has=[["ipc"]], wider=["has"])),
    ("cpc=Y02W", {"has": ("claims.th", "ipc")}, only(elements=["cpc"], has=[["ipc"]], wider=["has"])),
    (
        "cc=TH NOT ls=ended",
        {"applicant": ("Acme",)},
        only(offices=["TH"], excluded=[("status", "ended")], wider=["applicant"]),
    ),
]


@pytest.mark.parametrize(("query", "filters", "expected"), CASES)
def test_scope(query, filters, expected):
    assert scope(parse(query).node, filters) == expected
