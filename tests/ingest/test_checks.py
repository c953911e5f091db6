"""Each check with a document it speaks of, and one it has nothing to say about."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.models import Severity
from ingest.quality.checks import CHECKS, run
from portal.records.models import LegalEvent, Party, Publication, Record, RelatedNumber, Text
from portal.records.store import Draft
from portal.standards import numbers


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def text(part: str, *paragraphs: Any, language: str = "pt") -> Text:
    """A text of paragraphs given as words or as (label, words, references)."""
    rows = [p if isinstance(p, tuple) else (str(n), p, []) for n, p in enumerate(paragraphs, 1)]
    return Text(part=part, language=language, paragraphs=[{"n": n, "t": t, "refs": refs} for n, t, refs in rows])


def title(words: str) -> Text:
    return text("title", ("", words, []))


def publication(kind: str = "A2", date: str = "2021-06-01", **fields: Any) -> Publication:
    return Publication(number="1", number_key="1", kind=kind, date=day(date), **fields)


def event(date: str) -> LegalEvent:
    return LegalEvent(date=day(date), name="Pedido publicado")


def related(date: str, relation: str = "priority") -> RelatedNumber:
    return RelatedNumber(relation=relation, date=day(date))


def document(filed: str = "2020-01-02", number: str = "BR 10 2020 000001-5", **lists: list[Any]) -> Draft:
    """A document that no check has anything to say about, but for the lists given."""
    draft = Draft(Record(office_id="BR", number=number, filing_date=day(filed)))
    draft.texts = [title("Forno")]
    draft.publications = [publication()]
    draft.parties = [Party(role="applicant", name="Ana")]
    for name, rows in lists.items():
        setattr(draft, name, rows)
    return draft


# code → (documents it speaks of with words of its sentence, documents it does not speak of)
TABLE: dict[str, tuple[list[tuple[Draft, str]], list[Draft]]] = {
    "TITLE-NONE": (
        [(document(texts=[text("claims", "Um forno.")]), "no title")],
        [document(), document(texts=[])],
    ),
    "TITLE-EMPTY": (
        [(document(texts=[title(words)]), f"“{words}” is a placeholder") for words in ("-", "N/A", "...", "untitled")],
        [document(texts=[title("N")]), document(texts=[title("Teste de malária")]), document(texts=[title("非"), text("abstract", "-")])],
    ),
    "TEXT-IMAGE": (
        [(document(publications=[publication(image_only=["claims"])]), "The claims came as page images")],
        [document()],
    ),
    "CLAIM-GAP": (
        [
            (document(texts=[title("x"), text("claims", ("1", "a", []), ("4", "b", []))]), "pt claims lack number 2, 3."),
            (document(texts=[title("x"), text("claims", ("2", "a", []))]), "lack number 1."),
        ],
        [
            document(texts=[title("x"), text("claims", "a", "b")]),
            document(texts=[title("x"), text("claims", ("", "a", []), ("3a", "b", []))]),
            document(texts=[title("x"), text("abstract", ("4", "a", []))]),
        ],
    ),
    "CLAIM-TWICE": (
        [(document(texts=[title("x"), text("claims", ("1", "a", []), ("1", "b", []))]), "Claim 1 occurs more than once in the pt")],
        [document(texts=[title("x"), text("claims", "a"), text("claims", "a", language="en")]),
         document(texts=[title("x"), text("claims", ("", "a", []), ("", "b", []))])],
    ),
    "CLAIM-REF": (
        [(document(texts=[title("x"), text("claims", "a", ("2", "b", ["1", "7"]))]), "Claim 2 refers to claim 7,")],
        [document(texts=[title("x"), text("claims", "a", ("2", "b", ["1"]))])],
    ),
    "CLAIM-EMPTY": (
        [(document(texts=[title("x"), text("claims", "a", " ")]), "Claim 2 has no text."),
         (document(texts=[title("x"), text("claims", ("", "", []))]), "Claim ? has no text.")],
        [document(texts=[title("x"), text("claims", "a"), text("abstract", "")])],
    ),
    "CLAIM-COUNT": (
        [(document(texts=[title("x"), text("claims", "a", "b"), text("claims", "a", language="en")]), "en 1, pt 2")],
        [document(texts=[title("x"), text("claims", "a"), text("claims", "b", language="en")])],
    ),
    "DATE-ORDER": (
        [(document(publications=[publication(date="2020-01-01")]), "Published on 2020-01-01, before it was filed on 2020-01-02")],
        [document(publications=[publication(date="2020-01-02")]), document(filed="", publications=[publication(date="1990-01-01")])],
    ),
    "EVENT-ORDER": (
        [(document(events=[event("2019-12-31")]), "“Pedido publicado” of 2019-12-31 is older than the filing")],
        [document(events=[event("2020-01-02")]), document(filed="", events=[event("1990-01-01")])],
    ),
    "PRIORITY-ORDER": (
        [(document(related=[related("2020-01-03")]), "priority of 2020-01-03 is younger")],
        [document(related=[related("2020-01-02")]), document(related=[related("2021-01-01", "divided_from")]), document(related=[related("")])],
    ),
    "NUM-YEAR": (
        [(document(filed="2021-01-01"), "was given in 2020, the filing date is of 2021")],
        [document(filed="2018-01-01"), document(filed=""), document(filed="2021-01-01", number="123")],
    ),
    "KIND-NONE": ([(document(publications=[publication(kind="")]), "no kind code")], [document(), document(publications=[])]),
    "PARTY-NONE": (
        [(document(parties=[Party(role="inventor", name="Ana")]), "No applicant or owner")],
        [document(parties=[Party(role="owner", name="Ana")]), document(parties=[], publications=[])],
    ),
    "PUB-UNDATED": ([(document(publications=[publication(date="")]), "has no date")], [document(publications=[])]),
}  # fmt: skip
SPEAKS = [(code, draft, words) for code, (cases, _) in TABLE.items() for draft, words in cases]
SILENT = [(code, draft) for code, (_, cases) in TABLE.items() for draft in cases]


def test_every_check_has_a_row_in_the_table() -> None:
    assert list(TABLE) == [code for code, _, _ in CHECKS]


@pytest.mark.parametrize(("code", "draft", "words"), SPEAKS, ids=[f"{case[0]}-{case[2]}" for case in SPEAKS])
def test_a_check_speaks_and_says_what_it_saw(code: str, draft: Draft, words: str) -> None:
    (problem,) = [problem for problem in run(draft, "a.xml:3") if problem.code == code]
    assert words in problem.sentence
    assert problem.place == "a.xml:3"


@pytest.mark.parametrize(("code", "draft"), SILENT)
def test_a_check_is_silent_where_nothing_is_doubtful(code: str, draft: Draft) -> None:
    assert code not in {problem.code for problem in run(draft, "")}


def test_of_a_sound_document_nothing_is_said() -> None:
    assert run(document(), "") == []


def test_severities_are_those_of_findings_and_codes_fit_their_column() -> None:
    assert {severity for _, severity, _ in CHECKS} <= set(Severity.values)
    assert max(len(code) for code, _, _ in CHECKS) <= 20


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "7", "1,", "١", "9" * 9, "9" * 5_000, "x" * 40, "²"]), max_size=40))
def test_no_label_however_odd_stops_the_checks(labels: list[str]) -> None:
    rows = [(label, "", [f"{n}" * 3] * 50) for n, label in enumerate(labels)]
    codes = {problem.code for problem in run(document(texts=[title("-"), text("claims", *rows)]), "")}
    assert "TITLE-EMPTY" in codes
    assert ("CLAIM-EMPTY" in codes) == bool(labels)


def test_a_claim_number_of_a_billion_is_a_gap_told_at_once() -> None:
    draft = document(texts=[title("x"), text("claims", ("1", "a", []), ("999999999", "b", []))])
    assert [problem.sentence for problem in run(draft, "")] == ["The pt claims lack number 2, 3, 4, 5, 6."]


def spelt() -> list[tuple[str, str]]:
    """Office and first spelling of every application number the number tests know."""
    table = Path(__file__).parents[1] / "portal/standards/numbers/spellings.txt"
    rows = [line.split("|") for line in table.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(row[0].strip(), row[5].strip()) for row in rows if row[1].strip() == "A"]


@pytest.mark.parametrize(("office", "given"), spelt())
def test_the_year_of_a_number_can_be_read_from_how_it_is_shown(office: str, given: str) -> None:
    number = numbers.parse_application(office, given)
    draft = document(filed="2150-01-01", number=number.display)
    draft.record.office_id = number.office
    said = [problem for problem in run(draft, "") if problem.code == "NUM-YEAR"]
    assert bool(said) == bool(number.year)
