"""A profile or mapping that is wrong is set aside with a sentence; the others are read, and the portal goes on."""

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from ingest import pipeline
from ingest.dialects import UnknownDialect, detect
from ingest.formats import mapping
from ingest.offices import profiles, rows
from ops import prepare
from portal.records.models import Office

PROFILE = 'code = "{}"\nname = "Office"\ncountry = "{}"\nlanguages = ["en"]\nterms = "Free."\n'
MAPPING = """name = "np-list"
words = "A list"
office = "NP"
format = "table"
told_by = ["No", "Title"]
[application]
number = "No"
[[names]]
role = "applicant"
name = "Owner"
"""
CACHES = (profiles.codes, profiles._read, mapping._all, mapping._by_place)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Offices of their own: Laos and Nepal, and a list of Nepal's."""
    for module in (profiles, mapping):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    for code in ("LA", "NP"):
        (tmp_path / code.lower()).mkdir()
        (tmp_path / code.lower() / "office.toml").write_text(PROFILE.format(code, code))
    (tmp_path / "np" / "list.mapping.toml").write_text(MAPPING)
    (tmp_path / "np" / "more.mapping.toml").write_text(MAPPING.replace("np-list", "np-more"))
    _forget()
    yield tmp_path
    _forget()


def _forget():
    for cache in CACHES:
        cache.cache_clear()


def test_of_good_files_nothing_is_said(folder):
    assert run_checks() == []
    assert [m.name for m in mapping.mappings()] == ["np-list", "np-more"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"applicant"', '"boss"', "`role` is “boss”"),
        ('name = "Owner"', 'pattern = "("', "“(” is not a regular expression"),
        ('"table"', '"xls"', "`format` is “xls”"),
        ("[application]", "[application", "is not TOML"),
        ("A list", "A list\udce9", "is not TOML: 'utf-8' codec"),
        ("[application]", '[ignored]\nA = ["b"]\n[application]', "`ignored` must give a text for each key"),
        ("[application]", "[right]\nvalues = { P = 3 }\n[application]", "`values` must give a text for each key"),
        ('"table"', '"table"\nencoding = "utf8-sig-bom"', "`encoding` is “utf8-sig-bom”, which is none"),
    ],
)
def test_a_wrong_mapping_is_set_aside_with_its_file_and_key(folder, old, new, says):
    assert old in MAPPING
    (folder / "np" / "list.mapping.toml").write_text(
        MAPPING.replace(old, new), encoding="utf-8", errors="surrogateescape"
    )
    assert [m.name for m in mapping.mappings()] == ["np-more"]
    (warned,) = run_checks()
    assert (warned.id, warned.is_serious()) == ("ingest.W001", False)
    assert warned.msg.startswith("ingest/offices/np/list.mapping.toml")
    assert says in warned.msg
    (file := folder / "x.csv").write_text("Some,Other\n1,2\n")
    with pytest.raises(UnknownDialect, match=r"A mapping is set aside: ingest/offices/np/list\.mapping\.toml"):
        detect(file)


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [b'languages = "xx"', b"x = [", b"\xff", b"month_first = 3"])
def test_a_wrong_profile_is_set_aside_and_its_row_stays(folder, wrong):
    rows.load()
    (folder / "la" / "office.toml").write_text(PROFILE.format("LA", "Lao"))
    with (folder / "np" / "office.toml").open("ab") as file:
        file.write(wrong)
    _forget()
    rows.load()
    assert dict(Office.objects.filter(code__in=["LA", "NP"]).values_list("code", "country")) == {
        "LA": "Lao",
        "NP": "NP",
    }
    (warned,) = run_checks()
    assert warned.msg.startswith("ingest/offices/np/office.toml")
    with pytest.raises(profiles.BadProfile, match=r"np/office\.toml"):
        profiles.profile_of("NP")
    with pytest.raises(CommandError, match=r"np/office\.toml"):
        call_command("offices")
    assert profiles.profile_of("LA").country == "Lao"


@pytest.mark.django_db
def test_a_delivery_whose_reader_needs_a_wrong_profile_fails_with_the_sentence(folder, settings):
    (folder / "br").mkdir()
    (folder / "br" / "office.toml").write_text("x = [")
    _forget()
    run, _ = pipeline.start(settings.SAMPLES_DIR / "BR" / "Patente_2475_12062018.xml")
    pipeline.carry(run)
    assert (run.stage, run.error[:32]) == ("failed", "ingest/offices/br/office.toml is")


@pytest.mark.django_db
def test_the_start_of_the_portal_says_what_is_set_aside(folder, capsys):
    (folder / "np" / "list.mapping.toml").write_text("x = [")
    name, options = prepare.STEPS[0]
    call_command(name, **options)
    assert "ingest/offices/np/list.mapping.toml is not TOML" in capsys.readouterr().err
