import json

import pytest
from django.core.management import CommandError, call_command

from portal.records.models import Record
from search.engines import engine
from tests.portal.api.conftest import HUSK

pytestmark = pytest.mark.usefixtures("indexed")


def run(capsys, *arguments):
    call_command(*arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (("search", "silica", "--json"), "search?q=silica"),
        (("search", "", "--size", "2", "--json"), "search?size=2"),
        (("search", "arroz", "--has", "claims", "--has", "title.en", "--json"), "search?q=arroz&has=claims,title.en"),
        (("explain", "pn=BR102012004079", "--json"), "explain?q=pn=BR102012004079"),
    ],
)
def test_the_commands_give_the_answer_of_the_api(ask, capsys, arguments, address):
    assert json.loads(run(capsys, *arguments)) == ask(address)


def test_a_search_in_words(capsys):
    lines = run(capsys, "search", "silica").splitlines()
    assert lines[0].startswith("Read as: ")
    assert lines[1].startswith("Searched ")
    assert lines[2:5] == ["1 found, 1 shown", "", f"{HUSK}  Process for obtaining silica from rice husk"]
    assert "    Processo de obtenção de sílica de casca de arroz (pt)" in lines
    assert "    title (en, machine translation): Process for obtaining silica from rice husk" in lines


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "in_force", "status_as_of": "2024-07-05"}, "In force, as of 2024-07-05"),
        (
            {"status": "in_force", "status_as_of": "2024-07-05", "status_received": True},
            "In force, as received on 2024-07-05",
        ),
        (
            {"status": "ended", "status_as_of": "2001-07-05", "by_term": True},
            "Ended by term, last event of 2001-07-05",
        ),
        ({"status": "unknown", "by_term": True}, "Unknown since its term, no date held"),
    ],
)
def test_a_status_is_told_in_words_with_its_day(capsys, ask, fields, said):
    Record.objects.filter(pk=HUSK).update(**fields)
    assert f"    Patent application, published 2020-05-12, {said}" in run(capsys, "search", "silica").splitlines()
    assert ask("search?q=silica")["results"][0]["status_as_received"] is fields.get("status_received", False)


def test_an_invented_record_is_told(capsys):
    Record.objects.filter(pk=HUSK).update(sample=True)
    assert "no date held, sample data, invented\n" in run(capsys, "search", "silica")


def test_an_explanation_in_words(capsys):
    said = run(capsys, "explain", "ti=husk*")
    assert said.startswith("Read as: ")
    assert '"title_en=husk*": 1' in said
    said = run(capsys, "explain", "ti=husk* AND pa=nobody")
    assert "Finds: 0\n  ti=husk*: 1, without it 0\n  pa=nobody: 0, without it 1\n" in said


@pytest.mark.parametrize("command", ["search", "explain"])
def test_a_wrong_query_is_shown_with_a_mark_under_the_place(command):
    with pytest.raises(CommandError) as caught:
        call_command(command, "ti=(rice")
    assert str(caught.value).splitlines()[1:] == ["  ti=(rice", "     ^", "  Try: ti=(rice)"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--size", "0"), "a number from 1 to 100"),
        (("--size", "x"), "a number from 1"),
        (("--has", "clams"), "an element, as claims"),
    ],
)
def test_a_wrong_option_says_what_it_must_be(arguments, said):
    with pytest.raises(CommandError, match=said):
        call_command("search", "x", *arguments)


def test_without_an_index_the_command_says_how_to_make_one():
    engine().drop(engine().published())
    with pytest.raises(CommandError, match=r"manage\.py index"):
        call_command("search", "x")
