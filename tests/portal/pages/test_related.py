"""Families on the list and on the record, and records like one."""

from types import SimpleNamespace

import pytest

from portal.pages.question import Question
from portal.pages.results import place
from portal.records.models import Record, RelatedNumber
from search import indexing
from search.answer import EngineDown
from search.engines import engine

FIRST, SECOND = "BR-P-102016027418", "VN-P-1201903412"


@pytest.fixture
def family(shelf, settings, tmp_path):
    """Let one record claim the other's filing; the index of the shelf itself is left alone."""
    settings.INDEX_DIR = tmp_path / "index"
    member, first = Record.objects.get(pk=SECOND), Record.objects.get(pk=FIRST)
    text = member.texts.first()
    RelatedNumber.objects.create(
        record=member,
        delivery=text.delivery,
        as_of=text.as_of,
        relation="priority",
        sequence=0,
        office_code="BR",
        number_original=first.number,
        number_key=first.number_key,
    )
    indexing.rebuild()


def test_a_record_lists_its_family_and_what_is_like_it(family, get):
    page = get(f"/records/{SECOND}")
    assert list(page.links("//section[@id='family']//ul").values()) == [f"/records/{FIRST}"]
    assert "machine Brazil · " in page.words("//section[@id='family']//ul")
    alike = page.all("//section[@id='similar']//li/a/@href")
    assert "/records/TH-P-1901003456" in alike
    assert not {f"/records/{FIRST}", f"/records/{SECOND}"} & {*alike}
    assert "by the words and classes that tell this record from others: " in page.words("//section[@id='similar']")


def test_a_record_alone_in_its_family_says_so(shelf, get):
    page = get(f"/records/{FIRST}")
    assert "No other record held has the same priorities" in page.words("//section[@id='family']")
    assert get(page.links("//section[@id='family']")["the same priorities"]).all("//*[@id='family']")


def test_without_the_engine_the_record_is_shown_all_the_same(shelf, get, monkeypatch):
    def down(*_):
        raise EngineDown("no")

    monkeypatch.setattr(type(engine()), "search", down)
    page = get("/records/TH-P-1901003456")
    assert "cannot be told while the search engine does not answer" in page.words("//section[@id='family']")
    assert "cannot be told" in page.words("//section[@id='similar']")


@pytest.mark.parametrize(
    ("families", "said"), [(None, "1 to 1"), (1, "1 to 1 of 1 family"), (1204, "1 to 1 of 1,204 families")]
)
def test_families_are_counted_beside_the_place_in_the_list(families, said):
    answer = SimpleNamespace(total=1204, hits=(None,), families=families)
    assert place(Question(collapse="family"), answer, 1) == said


def test_a_list_with_one_of_each_family_names_the_others(family, get):
    every = get("/search?q=silica&sort=oldest")
    page = get(every.links("//p[@class='opts']")["one of each family"])
    shown = len(every.all("//article"))
    assert page.words("//h1") == f"{shown} records in {shown - 1} families"
    assert len(page.all("//article")) == shown - 1
    assert f"1 to {shown - 1} of {shown - 1} families" in page.words("//nav[@aria-label='Pages']")
    assert list(page.links("//p[starts-with(., 'Also found')]")) == [SECOND]
    assert page.all("//form[@aria-label='Filters']//input[@name='collapse']/@value") == ["family"]
    assert get(page.links("//p[@class='opts']")["every record"]).words("//h1") == f"{shown} records"


def test_an_unknown_gathering_is_none(shelf, get):
    assert "“colour”" in get("/search?q=silica&collapse=colour", 400).words("//main")
