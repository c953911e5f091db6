"""How codes, dates, numbers and languages are said; and that nothing escapes escaping."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.hits import latest, named
from portal.pages.templatetags import lontar
from portal.pages.wording import element_words, kind_words, written_language
from portal.records.models import Party, Publication, Record
from search.answer import Piece


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("claims", "Claims"),
        ("claims.en", "Claims in English"),
        ("claims.en.machine", "Claims in English, machine"),
        ("claims.original", "Claims in the original"),
        ("title.th", "Title in Thai"),
        ("ipc", "IPC"),
        ("owner", "Owner"),
        ("national", "National class"),
        ("smell", "smell"),
    ],
)
def test_elements_in_words(element, words):
    assert element_words(element) == words


@pytest.mark.parametrize(
    ("office", "right", "kind", "words"),
    [
        ("BR", "patent", "B1", "Granted patent"),
        ("ID", "utility_model", "S", "Utility model, granted"),
        ("TH", "design", "", "Design"),
        ("XX", "patent", "B1", "Granted patent"),
    ],
)
def test_right_and_kind_in_words(office, right, kind, words):
    assert kind_words(Record(office_id=office, right=right, kind=kind)) == words


@pytest.mark.parametrize(
    ("text", "of_office", "language"),
    [
        ("บริษัท ข้าวทอง จำกัด", ["th"], "th"),
        ("ABC จำกัด", [], "th"),
        ("Silarroz Tecnologia Ltda.", ["pt"], ""),
        ("Công ty Cửu Long", ["vi"], ""),
        ("شركة دلتا", ["ar"], "ar"),
        ("شرکت دلتا", ["fa"], "fa"),
        ("شركة دلتا", ["fr", "en"], "ar"),
        ("ООО Ромашка", ["uk"], "uk"),
        ("", ["th"], ""),
    ],
)
def test_letters_tell_the_language_of_a_name(text, of_office, language):
    assert written_language(text, of_office) == language


@pytest.mark.parametrize(("number", "words"), [(41200, "41,200"), (0, "0"), (None, ""), ("", ""), ("x", "")])
def test_numbers_have_separators(number, words):
    assert lontar.thousands(number) == words


def test_dates_and_moments():
    assert lontar.day(dt.date(2025, 5, 12)) == '<time class="nb" datetime="2025-05-12">12 May 2025</time>'
    assert lontar.day(dt.date(2025, 5, 2), "j F Y") == '<time class="nb" datetime="2025-05-02">2 May 2025</time>'
    assert lontar.day(None) == lontar.moment(None) == ""
    at = dt.datetime(2025, 5, 12, 9, 5, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    assert lontar.moment(at).endswith(">12 May 2025, 04:05 UTC</time>")


@pytest.mark.parametrize(
    ("code", "attributes"),
    [
        ("ar", 'lang="ar" dir="rtl"'),
        ("th", 'lang="th" dir="ltr"'),
        ("", 'dir="auto"'),
        ('"><b>', 'lang="&quot;&gt;&lt;b&gt;" dir="ltr"'),
    ],
)
def test_the_attributes_of_a_passage(code, attributes):
    assert lontar.tongue(code) == attributes


@given(st.lists(st.builds(Piece, st.text(), st.booleans())))
def test_marked_text_is_escaped_and_whole(pieces):
    shown = str(lontar.marked(pieces))
    plain = shown.replace("<mark>", "").replace("</mark>", "")
    assert plain == "".join(escape(piece.text) for piece in pieces)
    assert shown.count("<mark>") == sum(piece.marked for piece in pieces)


@given(st.text("ab<>&“”\"'ก "))
def test_quoted_words_carry_their_language_and_nothing_is_lost(sentence):
    template = Template("{% load lontar %}<p>{{ sentence|quoting }}</p>")
    from lxml import html

    element = html.fromstring(template.render(Context({"sentence": sentence})))
    assert element.text_content() == sentence
    assert all(one.tag == "bdi" for one in element)


def test_quoted_arabic_does_not_turn_the_sentence():
    shown = lontar.quoting("claims with “قشر” and “husk”")
    assert '“<bdi class="term" lang="ar" dir="rtl">قشر</bdi>”' in shown
    assert '“<bdi class="term" dir="auto">husk</bdi>”' in shown


def publication(number, date, pk):
    return Publication(pk=pk, number=number, date=date)


@pytest.mark.parametrize(
    ("dates", "number"),
    [
        ([dt.date(2020, 1, 1), dt.date(2024, 1, 1), dt.date(2022, 1, 1)], 1),
        ([None, dt.date(2024, 1, 1)], 1),
        ([None, None], 1),
        ([dt.date(2024, 1, 1), dt.date(2024, 1, 1)], 1),
    ],
)
def test_the_latest_publication_stands_for_the_record(dates, number):
    found = latest([publication(n, date, n) for n, date in enumerate(dates)])
    assert found.number == number


def test_nothing_published():
    assert latest([]) is None


@pytest.mark.parametrize(
    ("roles", "name"),
    [
        (["applicant", "owner"], "1"),
        (["inventor", "applicant", "applicant"], "1"),
        (["inventor", "agent"], None),
        ([], None),
    ],
)
def test_who_stands_for_the_record(roles, name):
    found = named([Party(role=role, sequence=n, name=str(n)) for n, role in enumerate(roles)])
    assert (found.name if found else None) == name
