import time

import pytest

from portal import health


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
