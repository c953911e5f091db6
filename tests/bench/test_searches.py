"""The measurements of search run, on a small store, and say what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import accumulate, product
from pathlib import Path

import pytest
from django.conf import settings

from search import clauses as c
from search.query.parser import parse
from search.resolve import resolve
from tests.bench.growth import table
from tests.bench.tsquery import Asked, Unsayable, asked
from tests.faults.postgres import programs

CLASSES = 13
PACKAGE = os.environ.get("MODELSEARCH", "")


def run(program: str, *words: str) -> str:
    """Return what a measurement prints."""
    command = [sys.executable, "-m", f"tests.bench.{program}", *words]
    environment = {**os.environ, "SEARCH_ENGINE": "embedded"}
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store of 200 records in made-up words, and what the benchmark of search says of it."""
    folder = tmp_path_factory.mktemp("bench")
    parts = ("ka", "lo", "mi", "nu", "re", "sa", "te", "vo")
    words = ["".join(each) for each in product(parts, repeat=4)]
    vocabulary = {"words": words, "weights": list(accumulate(1 + 9_000 // (n + 1) for n in range(len(words))))}
    (folder / "words.json").write_text(json.dumps({"en": vocabulary, "es": vocabulary}))
    return folder, run("search", "--records", "200", "--folder", str(folder), "--each", "2", "--pages", "8")


def rows(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("| ") and "p50" not in line]


def test_search_is_measured_and_what_was_found_is_kept_for_the_table_of_growth(measured: tuple[Path, str]) -> None:
    folder, said = measured
    assert len(rows(said)) == CLASSES
    grown = run("growth", str(folder))
    assert [line.split(" | ")[0] for line in rows(grown)][:CLASSES] == [line.split(" | ")[0] for line in rows(said)]


@pytest.mark.skipif(programs() is None, reason="There is no PostgreSQL on this machine.")
def test_postgresql_finds_as_many_records_wherever_it_can_be_asked(measured: tuple[Path, str]) -> None:
    cells = [
        [cell.strip() for cell in row.split("|")[1:-1]]
        for row in rows(run("postgres", "--folder", str(measured[0]), "--each", "2"))
    ]
    assert [name for name, _, found, *_ in cells if found == "no way to ask"] == ["a pattern"]
    assert {row[3] for row in cells if row[0] != "a pattern"} == {"0"}


@pytest.mark.skipif(not PACKAGE, reason="MODELSEARCH names no folder in which django-modelsearch is installed.")
def test_another_package_answers_what_it_can_be_asked(measured: tuple[Path, str]) -> None:
    words = ("--folder", str(measured[0]), "--each", "2", "--with", PACKAGE)
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows(run("other_package", *words))]
    unsaid = [name for name, _, found, *_ in cells if found == "no way to ask"]
    assert unsaid == ["NEAR5, ordered", "NEAR5", "a beginning", "a pattern"]
    assert all(row[1] == row[2] for row in cells if row[0] not in unsaid)


def test_the_table_of_growth_has_a_column_for_each_store_and_leaves_out_what_was_not_asked() -> None:
    times = {"engine": 1.0, "service": 2.0, "page": 3.0}
    own = {"memory": [90, 100], "store": 2e6, "index": 1e6, "indexing": 2.0, "writing": 0.9}
    small = {"records": 1_000, "shape": "full", "classes": {"a word": times}, **own}
    found = table([small, {**small, "records": 2_000, "classes": {}}]).splitlines()
    assert found[0].endswith("| 1,000 full | 2,000 full |")
    assert found[2:4] == ["| a word | 1 / 2 / 3 |  |", "| memory of the web process, MB | 100 | 100 |"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ti=kiln", "'kiln':A"),
        ("kiln", "'kiln':ABC"),
        ("ti=kil*", "'kil':*A"),
        ('ti="gas kiln"', "('gas':A <-> 'kiln':A)"),
        ("ti=(gas ADJ2 kiln)", "(('gas':A <1> 'kiln':A) | ('gas':A <2> 'kiln':A))"),
        ("ti=(gas NEAR1 kiln)", "(('gas':A <1> 'kiln':A) | ('kiln':A <1> 'gas':A))"),
        ("ti=(gas OR kiln)", "('gas':A | 'kiln':A)"),
        ("ti=gas ab=kiln", "('gas':A & 'kiln':B)"),
    ],
)
def test_words_become_a_tsquery(query: str, said: str) -> None:
    assert asked(resolve(parse(query).node)) == Asked("words @@ %s::tsquery", (said,), said)


def test_values_become_conditions_beside_it() -> None:
    found = asked(resolve(parse("ti=kiln cc=(IN OR CL) pd=2012").node))
    assert found.sql.count("&&") == 2
    assert found.ranking == "'kiln':A"
    assert found.parameters[1:] == (20120101, 20121231, ["IN"], ["CL"]) or found.parameters[1:3] == (["IN"], ["CL"])


@pytest.mark.parametrize("query", ["ti=ki?n", "pa=kiln", "NOT ti=kiln", "ti=kiln~1"])
def test_what_a_tsvector_cannot_be_asked_is_said(query: str) -> None:
    with pytest.raises(Unsayable):
        asked(resolve(parse(query).node))


def test_a_quote_in_a_word_ends_nothing() -> None:
    assert asked(c.Words("title", ("l'eau\\",))).ranking == "'l''eau\\\\':A"
