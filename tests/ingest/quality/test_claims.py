"""Claims whose numbers or references do not fit together, and those that do."""

from __future__ import annotations

from ingest.quality.claims import CHECKS
from tests.ingest.quality.rows import (
    Table,
    claimed,
    document,
    said,
    text,
    title,
)

TABLE: Table = {
    "CLAIM-GAP": (
        [
            (document(texts=[title("x"), text("claims", ("1", "a", []), ("4", "b", []))]), "pt claims lack number 2, 3."),
            (document(texts=[title("x"), text("claims", ("2", "a", []))]), "lack number 1."),
            (claimed(*((n, n + letter, []) for n, letter in ("1a", "3b", "1c", "3d"))), "lack number 2."),
        ],
        [
            document(texts=[title("x"), text("claims", "a", "b")]),
            document(texts=[title("x"), text("claims", ("", "a", []), ("3a", "b", []))]),
            document(texts=[title("x"), text("abstract", ("4", "a", []))]),
            claimed(*((n, n + letter, []) for n, letter in ("1a", "2b", "2c", "4d"))),
            claimed(("1", "a", []), ("2-4", "b", []), ("5", "c", ["2-4"])),
        ],
    ),
    "CLAIM-UNNUMBERED": ([(claimed(("", "a", []), ("1", "b", [])), "1 of 2 paragraphs of the pt claims has no number"),
                          (claimed(("", "a", []), ("", "b", []), ("1", "c", [])), "2 of 3 paragraphs of the pt claims have no number")],
                         [claimed(("", "a", [])), claimed("a", "b")]),
    "CLAIM-SEQUENCE": ([(claimed(("2", "a", []), ("1", "b", [])), "Claim 1 follows claim 2")],
                       [claimed("a", "b"), claimed(("1", "a", []), ("", "x", []), ("2", "b", [])), claimed(("1", "a", []), ("1", "b", [])), claimed(("1-3", "a", []), ("4", "b", []))]),
    "CLAIM-TWICE": (
        [(document(texts=[title("x"), text("claims", ("1", "a", []), ("1", "b", []))]), "Claim 1 occurs more than once in the pt")],
        [document(texts=[title("x"), text("claims", "a"), text("claims", "a", language="en")]),
         document(texts=[title("x"), text("claims", ("", "a", []), ("", "b", []))])],
    ),
    "CLAIM-SAME": ([(claimed("Um forno.", " Um forno. ", "Um forno."), "Claim 2 has the very words of claim 1")],
                   [claimed("Um forno.", "Um forno"), claimed("", ""), claimed(("1", "a", []), ("1", "a", []))]),
    "CLAIM-REF": (
        [(document(texts=[title("x"), text("claims", "a", ("2", "b", ["1", "7"]))]), "Claim 2 refers to claim 7,")],
        [document(texts=[title("x"), text("claims", "a", ("2", "b", ["1"]))])],
    ),
    "CLAIM-FORWARD": (
        [(claimed(("1", "a", ["2"]), ("2", "b", [])), "Claim 1 depends on the later claim 2"), (claimed("a", ("2", "b", ["2"])), "Claim 2 depends on itself")],
        [claimed("a", ("2", "b", ["1"])), claimed("a", ("2", "b", ["9"])), claimed("a", ("x", "b", ["1"]))],
    ),
    "CLAIM-DEPENDENT": ([(claimed(("2", "a", ["1"]), ("3", "b", ["2"])), "Every one of the pt claims depends on another")],
                        [claimed("a", ("2", "b", ["1"])), claimed()]),
    "CLAIM-EMPTY": (
        [(document(texts=[title("x"), text("claims", "a", " ")]), "Claim 2 has no text."),
         (document(texts=[title("x"), text("claims", ("", "", []))]), "Claim ? has no text.")],
        [document(texts=[title("x"), text("claims", "a"), text("abstract", "")])],
    ),
    "CLAIM-COUNT": (
        [(document(texts=[title("x"), text("claims", "a", "b"), text("claims", "a", language="en")]), "en 1, pt 2")],
        [document(texts=[title("x"), text("claims", "a"), text("claims", "b", language="en")])],
    ),
}  # fmt: skip


def test_no_label_however_odd_stops_the_checks() -> None:
    labels = ["9" * 5_000, "²", "x" * 40, "١", "1,"] * 8
    draft = claimed(*((label, "", [f"{n}" * 3] * 50) for n, label in enumerate(labels)))
    assert {check.code for check in CHECKS if list(check.find(draft))} >= {"CLAIM-EMPTY", "CLAIM-TWICE", "CLAIM-REF"}


def test_a_claim_number_of_a_billion_is_a_gap_told_at_once() -> None:
    draft = claimed(("1", "a", []), ("999999999", "b", []))
    assert said(CHECKS, "CLAIM-GAP", draft) == ["The pt claims lack number 2, 3, 4, 5, 6."]
