"""Blind spots against a count over the rows themselves, and the sentence they make."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.coverage.blind_spots import blind_spots
from portal.coverage.counting import recount
from portal.coverage.elements import BIT, ELEMENTS, NUMBERED, OF_RECORDS, PARTS
from portal.coverage.listing import expected, missing
from portal.coverage.models import Cell
from portal.coverage.sentence import NARROWING
from portal.records.models import Office, Record, Relation
from search.answer import FILTERS, Scope
from search.fields import FIELDS, HAS, FieldKind
from tests.factories.rows import authority, office, record

OFFICES = ["BR", "ID", "TH"]
COUNTED = (
    "in_scope",
    "searched",
    "by_law",
    "missing",
    "no_english",
    "partly",
    "original_only",
    "unseen",
    "unseen_by_law",
    "own_letters",
    "undated",
    "unknown_status",
    "marks",
)
NAMES = {"own": ("บริษัท", ""), "latin": ("Đặng", ""), "both": ("บริษัท", "Company")}
RIGHTS = ["patent", "utility_model", "trademark"]
KINDS = ["A", "A1", "B1", ""]
YEARS = [None, 2018, 2019, 2020]
years = st.sampled_from(YEARS)
text = st.tuples(
    st.sampled_from(["title", "abstract", "claims", "description"]),
    st.sampled_from(["th", "en"]),
    st.sampled_from(["office", "machine"]),
    st.just(""),
)
records = st.fixed_dictionaries(
    {
        "of": st.sampled_from(OFFICES),
        "right": st.sampled_from(RIGHTS),
        "year": years,
        "corrections": st.booleans(),
        "kinds": st.sets(st.sampled_from(KINDS), max_size=3),
        "texts": st.sets(text, max_size=4),
        "roles": st.lists(st.sampled_from(["applicant", "inventor", "owner", "agent"]), unique=True, max_size=2),
        "name": st.sampled_from(sorted(NAMES.values())),
        "ipc": st.booleans(),
        "related": st.sets(st.sampled_from(Relation)),
        "status": st.sampled_from(["ended", "unknown"]),
    }
)
listed = st.tuples(
    st.sampled_from(OFFICES), st.integers(0, 7), st.sampled_from(KINDS), years, st.sampled_from(["", "N", "M"])
)


def some_of(*values):
    """Sets of alternatives, of which a record must have one each."""
    return st.frozensets(st.frozensets(st.sampled_from(values), min_size=1, max_size=2), max_size=2)


spans = st.tuples(years, years).filter(lambda span: any(span) and (None in span or span[0] <= span[1]))
EXCLUDED = [
    ("office", "TH"),
    ("right", "patent"),
    ("status", "ended"),
    ("year", "2019"),
    ("kind", "A1"),
    ("kind", "A*"),
    ("language", "th"),
    ("has", "title"),
    ("has", "claims.en"),
]
scopes = st.builds(
    Scope,
    offices=st.frozensets(st.sampled_from(OFFICES), max_size=2),
    rights=st.frozensets(st.sampled_from(RIGHTS), max_size=1),
    statuses=st.frozensets(st.just("ended")),
    kinds=some_of("A", "A1", "B1", "A*"),
    languages=some_of("th", "en", "pt"),
    has=some_of("title", "claims.en", "claims.original", "ipc", "owner", "applicant"),
    years=st.frozensets(st.sampled_from(["2018", "2019", "2020"]), max_size=2),
    published=st.frozensets(st.frozensets(spans, min_size=1, max_size=2), max_size=2),
    excluded=st.frozensets(st.sampled_from(EXCLUDED), max_size=2),
    elements=st.frozensets(st.sampled_from(sorted(ELEMENTS | NUMBERED)), max_size=3),
    parts=st.frozensets(st.sampled_from(sorted(PARTS)), max_size=2),
)


def store(stored, lines):
    """Store records and authority lines, the Indonesian law publishing no claims of patents, and count."""
    offices = {code: office(code) for code in OFFICES}
    Office.objects.filter(code="ID").update(unpublished={"patent": ["claims", "description"]})
    for serial, one in enumerate(stored):
        documents = [(str(serial % 8), kind, one["year"]) for kind in one["kinds"]]
        facts = {
            name: one[name]
            for name in ("right", "year", "texts", "roles", "name", "ipc", "status", "related")
            if name in one
        }
        if one.get("corrections"):  # all that is held: they tell no day of first publication
            facts["year"] = None
        record(offices[one["of"]], str(serial), documents=documents, **facts)
    for code in OFFICES:
        entries = {
            (number, kind): (str(number), kind, year, why) for of, number, kind, year, why in lines if of == code
        }
        if entries:
            authority(offices[code], entries.values())
        recount(code)


def brute(scope, code):
    """Count an office's records in scope one by one."""
    counts = dict.fromkeys(COUNTED, 0)
    for one in Record.objects.filter(office=code).prefetch_related("publications", "texts", "parties"):
        found = facts(one)
        timeless, stateless = (
            replace(scope, years=frozenset(), published=frozenset()),
            replace(scope, statuses=frozenset()),
        )
        meant = in_scope(timeless, one, found) or (
            one.status == "unknown" and in_scope(replace(timeless, statuses=frozenset()), one, found)
        )
        counts["undated"] += meant and told(scope, one, found) == {None}
        counts["unknown_status"] += scope != stateless and one.status == "unknown" and in_scope(stateless, one, found)
        if not in_scope(scope, one, found):
            continue
        none = {"abstract", "claims", "ipc", "cpc", "inventor"} if one.right == "trademark" else set()
        law = {*one.office.unpublished.get(one.right, []), *none}
        lacks = scope.elements - found["has"]
        in_english = {f"{part}.en" if part in PARTS else part for part in scope.elements}
        counts["in_scope"] += 1
        counts["searched" if not lacks else "by_law" if lacks <= law else "missing"] += 1
        counts["marks"] += bool(lacks and lacks <= none)
        counts["no_english"] += not lacks and not in_english <= found["has"]
        read = (scope.elements | scope.parts) & PARTS
        english = {f"{part}.en" for part in read}
        counts["own_letters"] += bool(scope.elements & found["own_letters"])
        counts["partly"] += bool(lacks and read & found["has"])
        unseen = bool(lacks and not read & found["has"])
        counts["unseen"] += unseen
        counts["unseen_by_law"] += unseen and lacks <= law
        counts["original_only"] += bool(lacks and read & found["has"] and not english & found["has"])
    return counts


def facts(one):
    """Return what a record has, in the words of a scope."""
    roles, texts = {party.role for party in one.parties.all()}, one.texts.all()
    has = {text.part for text in texts} | {f"{text.part}.en" for text in texts if text.language == "en"}
    has |= {f"{text.part}.original" for text in texts if text.language != "en" and text.origin == "office"}
    has |= roles | ({"applicant"} if "owner" in roles else set()) | ({"ipc"} if one.classifications.exists() else set())
    related = {row.relation for row in one.relatednumbers.all()}
    has |= {"publication_number"} if one.publications.exists() or Relation.PCT_PUBLICATION in related else set()
    has |= {"priority_number"} if related & {Relation.PRIORITY, Relation.PCT_APPLICATION} else set()
    kinds = {publication.kind for publication in one.publications.all()} - {""}
    latin = {party.role for party in one.parties.all() if party.name_latin or party.name == NAMES["latin"][0]}
    return {
        "has": has,
        "own_letters": _as_searched(roles) - _as_searched(latin),
        "languages": {text.language for text in texts if text.origin == "office"},
        "kinds": kinds | {f"{kind[0]}*" for kind in kinds},
        "years": {day.year for day in [one.publication_date, *(row.date for row in one.publications.all())] if day},
    }


def _as_searched(roles):
    return roles | ({"applicant"} if "owner" in roles else set())


def in_scope(scope, one, found):
    year = str(one.publication_date.year) if one.publication_date else None
    own = {"office": {one.office_id}, "right": {one.right}, "status": {one.status}, "year": {year}}
    several = {"kind": found["kinds"], "language": found["languages"], "has": found["has"]}
    return (
        all(
            one_of in (wanted or {one_of})
            for wanted, one_of in ((scope.rights, one.right), (scope.statuses, one.status), (scope.years, year))
        )
        and all(wanted & found[name] for name in ("kinds", "languages", "has") for wanted in getattr(scope, name))
        and not any(value in (own | several)[name] for name, value in scope.excluded)
        and in_time(scope, found)
    )


def told(scope, one, found):
    """Return what each time asked for makes of a record: true, false or, where nothing tells its own, None; all of them, or false."""
    said = {str(one.publication_date.year) in scope.years if one.publication_date else None} if scope.years else set()
    said |= {in_time(scope, found) if found["years"] else None} if scope.published else set()
    return {False} if False in said else said & {None} or said


def in_time(scope, found):
    return all(any(_within(span, found["years"]) for span in spans) for spans in scope.published)


def _within(span, years):
    return any((span[0] or year) <= year <= (span[1] or year) for year in years)


class AgainstRows(TestCase):
    @settings(max_examples=30)
    @given(st.lists(records, max_size=8), st.lists(listed, max_size=8), st.lists(scopes, min_size=1, max_size=6))
    def test_every_count_is_that_of_the_rows(self, stored, lines, asked):
        store(stored, lines)
        for scope in asked:
            spots = blind_spots(scope)
            rows = {row.office: row for row in spots.rows}
            for code in sorted(scope.offices) or OFFICES:
                row, counts = rows.get(code), brute(scope, code)
                assert {name: getattr(row, name, 0) for name in counts} == counts
            for name in COUNTED:
                assert getattr(spots.totals, name) == sum(getattr(row, name) for row in spots.rows)

    @settings(max_examples=30)
    @given(st.lists(records, max_size=8), st.lists(listed, max_size=12))
    def test_every_gap_is_a_list_and_no_rate_is_above_one(self, stored, lines):
        store(stored, lines)
        for cell in Cell.objects.select_related("office"):
            place = (cell.office, cell.right, cell.kind, cell.year)
            assert all(count <= cell.held for count in cell.elements.values())
            if cell.expected is not None:
                gaps = missing(*place) if cell.year else missing(*place).filter(date=None)
                assert cell.expected - cell.held_listed == gaps.count() >= 0
        for row in blind_spots(Scope()).rows:
            of = Office.objects.get(pk=row.office)
            assert (row.not_held or 0) == missing(of).count() <= expected(of).count()


def spots(**scope):
    several = {
        name: frozenset(map(frozenset, scope.pop(name))) for name in ("kinds", "languages", "has") if name in scope
    }
    return blind_spots(Scope(**{name: frozenset(values) for name, values in scope.items()}, **several))


@pytest.fixture
def sample(db):
    no = {
        "year": 2019,
        "kinds": set(),
        "texts": set(),
        "roles": [],
        "ipc": False,
        "right": "patent",
        "status": "unknown",
    }
    yes = no | {"kinds": {"A"}, "texts": {("claims", "en", "machine", ""), ("title", "th", "office", "")}}
    stored = [{**no, "of": "ID"}] * 2 + [
        {**yes, "of": "ID"},
        {**yes, "of": "TH"},
        {**no, "of": "TH"},
        {**no, "of": "BR"},
    ]
    store(stored, [("TH", 3, "A", 2019, ""), ("TH", 5, "A", 2019, ""), ("TH", 6, "A", 2019, "")])


def test_the_sentence_names_what_was_not_seen_and_why(sample):
    assert spots(elements={"claims"}).sentence == (
        "Searched claims in 3 offices; 6 records in scope. 4 have no searchable claims (Land ID 2 not published by law; "
        "Land BR 1 missing; Land TH 1 missing). 2 documents published but not held (Land TH 2). "
        "How much was published is unknown for Land BR and Land ID."
    )


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ({"offices": {"TH"}}, "Searched 1 office; 2 records in scope. 2 documents published but not held (Land TH 2)."),
        (
            {"offices": {"TH"}, "elements": {"title", "claims"}},
            "Searched title and claims in 1 office; 2 records in scope. 1 lacks searchable title or claims (Land TH 1 missing).",
        ),
        (
            {"offices": {"ZZ"}, "elements": {"claims"}},
            "Searched claims in 1 office; 0 records in scope. How much was published is unknown for ZZ.",
        ),
        (
            {"offices": {"TH"}, "kinds": [["A"]], "elements": {"claims"}},
            "1 record in scope. All have searchable claims. 2 documents",
        ),
        ({"rights": {"design"}}, "No office of this scope is held: there was nothing to search."),
    ],
)
def test_the_sentence_in_other_scopes(sample, scope, said):
    assert said in spots(**scope).sentence


def test_a_number_asked_for_that_is_listed_and_not_held_is_named(sample):
    asked = {("TH", "5"), ("TH", "3"), ("TH", "99"), ("BR", "5"), ("ZZ", "5")}
    assert spots(numbers=asked).sentence.startswith(
        "Published by the office’s own list, but not held: TH 5 A (2019-05-17)."
    )
    assert "own list, but" not in spots(numbers={("TH", "3"), ("VN", "5")}).sentence


@pytest.mark.parametrize(("statuses", "undated"), [(set(), 3), ({"ended"}, 3), ({"in_force"}, 1)])
def test_the_undated_are_those_of_the_status_asked_for_or_of_none_known(db, statuses, undated):
    stored = [{"of": "BR", "right": "patent", "year": None, "kinds": set()} for _ in range(3)]
    store([one | {"status": status} for one, status in zip(stored, ["ended", "ended", "unknown"], strict=True)], [])
    assert spots(years={"2019"}, statuses=statuses).totals.undated == undated


@pytest.mark.parametrize(
    ("scope", "statements"), [({}, 3), ({"years": {"2019"}}, 4), ({"years": {"2019"}, "statuses": {"ended"}}, 5)]
)
def test_two_statements_and_the_offices_are_all_it_costs_and_one_for_what_is_not_known(sample, scope, statements):
    with CaptureQueriesContext(connection) as captured:
        spots(elements={"claims"}, **scope)
    assert len(captured) == statements


def test_every_element_of_the_field_table_can_be_counted():
    assert {field.element for field in FIELDS} - {""} <= (ELEMENTS | NUMBERED).keys()


def test_every_element_a_query_can_ask_for_is_counted():
    assert BIT.keys() - OF_RECORDS == set(HAS)


def test_every_filter_and_every_list_or_date_of_the_field_table_has_a_name_in_the_sentence():
    asked = {field.name for field in FIELDS if field.kind in (FieldKind.KEYWORD, FieldKind.DATE)}
    assert asked | set(FILTERS) | {"published_day"} == NARROWING.keys()


def test_a_filter_that_cannot_narrow_the_counts_is_named_and_changes_none(sample):
    plain, wider = spots(elements={"claims"}), spots(elements={"claims"}, wider={"has", "language"})
    said = "in scope. These counts are not narrowed by language or what a record has. "
    assert wider.sentence == plain.sentence.replace("in scope. ", said)
    assert (wider.rows, wider.totals) == (plain.rows, plain.totals)


def test_an_unknown_element_is_refused(db):
    with pytest.raises(KeyError, match="drawing"):
        spots(elements={"drawing"})
