import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from portal import health
from search import indexing
from search.engines import engine
from search.models import Pending
from tests.search.filing import file_record


@pytest.fixture
def parts(monkeypatch):
    """Let the site stand on the parts given, each answered by a function."""
    return lambda **checks: monkeypatch.setattr(health, "CHECKS", checks)


def test_the_process_says_that_it_lives_without_touching_anything(client, parts):
    parts(database=lambda: 1 / 0)
    response = client.get("/livez")  # no database mark: touching it would fail this test
    assert (response.status_code, response.text) == (200, "alive\n")


def test_the_site_is_ready_when_all_parts_answer(client, db, settings, tmp_path):
    settings.SEARCH_ENGINE, settings.INDEX_DIR, settings.BROKER_URL = "embedded", tmp_path, ""
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    answer = response.json()
    assert answer["ready"] is True
    assert [part["ok"] for part in (answer["database"], answer["engine"], answer["broker"])] == [True, True, True]
    assert "no index yet" in answer["engine"]["sentence"]
    assert "No broker is set" in answer["broker"]["sentence"]


def test_a_part_that_fails_is_named_and_the_others_still_answer(client, parts):
    def down():
        raise ConnectionError("refused")

    parts(engine=down, database=lambda: "")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {
        "ready": False,
        "engine": {"ok": False, "sentence": "The engine does not answer: refused"},
        "database": {"ok": True, "sentence": ""},
    }


def test_a_part_that_hangs_is_not_waited_for(client, parts, monkeypatch):
    monkeypatch.setattr(health, "SECONDS", 0.05)
    parts(database=lambda: time.sleep(0.4) or "")
    began = time.monotonic()
    response = client.get("/readyz")
    assert (response.status_code, time.monotonic() - began < 0.35) == (503, True)
    assert "did not answer within" in response.json()["database"]["sentence"]


@pytest.mark.parametrize(
    ("setting", "value", "part", "said"),
    [
        ("SEARCH_ENGINE", "opensearch", "engine", "OpenSearch does not answer at"),
        ("SEARCH_ENGINE", "other", "engine", "it can be embedded or opensearch"),
        ("BROKER_URL", "redis://127.0.0.1:9/0", "broker", "refused"),
        ("BROKER_URL", "redis+socket:///nowhere/broker.sock", "broker", "No such file"),
        ("BROKER_URL", "nonsense", "broker", "must specify one of the following schemes"),
    ],
)
def test_engine_and_broker_that_are_not_there(client, db, settings, setting, value, part, said):
    settings.OPENSEARCH_URL = "http://127.0.0.1:9"
    setattr(settings, setting, value)
    answer = client.get("/readyz").json()
    assert answer[part]["ok"] is False
    assert said in answer[part]["sentence"]


@pytest.fixture
def stored(transactional_db, settings, tmp_path):
    """One record in the store, and the embedded engine over an empty folder; gives the folder."""
    settings.SEARCH_ENGINE, settings.INDEX_DIR, settings.BROKER_URL = "embedded", tmp_path / "index", ""
    file_record("BR-P-1", {("title", "pt"): ["Secador de arroz"]})
    return settings.INDEX_DIR


def engine_of(client):
    response = client.get("/readyz")
    return response.status_code, response.json()["engine"]


def test_records_without_an_index_are_not_ready_until_it_is_built(client, stored):
    status, part = engine_of(client)
    assert (status, part["ok"]) == (503, False)
    assert "index --rebuild" in part["sentence"]
    assert "docs/runbook.md" in part["sentence"]
    indexing.rebuild()
    assert engine_of(client) == (200, {"ok": True, "sentence": ""})
    stored.rename(stored.with_name("away"))
    assert engine_of(client)[0] == 503


def test_a_site_that_lags_is_ready_and_says_how_far_behind_it_is(client, stored):
    indexing.rebuild()
    indexing.note(["BR-P-1", "BR-P-2"])
    Pending.objects.filter(record_id="BR-P-2").update(since=timezone.now() - timedelta(seconds=4000))
    status, part = engine_of(client)
    assert (status, part["ok"]) == (200, True)
    assert re.fullmatch(r"Changes that wait to be indexed: 2, the first for 4,00\d s\.", part["sentence"])
    indexing.drain()
    assert engine_of(client)[1]["sentence"] == ""


@pytest.mark.parametrize("ending", ["term", "idx", "fast", "store"])
def test_a_damaged_index_is_not_ready(client, stored, ending):
    indexing.rebuild()
    damaged = list(stored.glob(f"*/*.{ending}"))
    assert damaged
    for path in damaged:
        path.write_bytes(b"")
    status, part = engine_of(client)
    assert (status, part["ok"]) == (503, False)
    assert "index" in part["sentence"]


def test_an_index_of_another_form_is_not_ready(client, stored):
    engine().create("ffffffff-1")
    engine().publish("ffffffff-1")
    status, part = engine_of(client)
    assert (status, part["ok"]) == (503, False)
    assert "another version" in part["sentence"]
