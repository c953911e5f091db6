"""What every test shares: folders of its own, and a word at the start about what this machine can and cannot test."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import hypothesis
import pytest
from django.conf import settings

from ops.screenshots import CHROMIUM_NAMES

# How long a case takes is no matter of these tests: machines differ, and are shared.
hypothesis.settings.register_profile("steady", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("steady")

CONTRACT_CASES = int(os.environ.get("CONTRACT_CASES", "200"))


def chromium_path() -> str | None:
    """Return the browser the journeys can drive, if there is one."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def listens(url: str) -> bool:
    """Tell whether anything accepts a connection at an address."""
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 80), timeout=1):
            return True
    except OSError:
        return False


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-store", action="store_true", help="run the tests that touch the database, and no others")


def pytest_report_header() -> list[str]:
    database = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    found = {
        "OpenSearch": (
            any(map(listens, settings.OPENSEARCH_URL.split(","))),
            f"nothing answers at {settings.OPENSEARCH_URL} (make opensearch starts one)",
        ),
        "PostgreSQL": (database == "postgresql", "DATABASE_URL names none; the store is tested on SQLite"),
        "Chromium": (bool(chromium_path()), "no such program on PATH"),
        "Office files": (settings.OFFICE_DATA_DIR.is_dir(), "OFFICE_DATA_DIR names no folder"),
    }
    lines = [f"{name}: {'found' if there else f'{why}: its tests are skipped'}" for name, (there, why) in found.items()]
    return [
        *lines,
        f"Contract of the engines: {CONTRACT_CASES:,} random clauses on each (CONTRACT_CASES; .ci/run tries 1,000)",
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--only-store"):
        chosen = [item for item in items if touches_store(item)]
        config.hook.pytest_deselected(items=[item for item in items if not touches_store(item)])
        items[:] = chosen
    if not chromium_path():
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="There is no Chromium on this machine to show pages in."))


def touches_store(item: pytest.Item) -> bool:
    """Tell whether a test uses the database."""
    fixtures = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


@pytest.fixture(autouse=True, scope="session")
def no_lasting_traces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep deliveries and index out of the developer's own data folder, and serve static files without collecting them."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "LONTAR_DATA", folder)
        patch.setattr(settings, "DELIVERIES_DIR", folder / "deliveries")
        patch.setattr(settings, "INDEX_DIR", folder / "index")
        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        (folder / "static").mkdir()
        patch.setattr(settings, "STATIC_ROOT", folder / "static")
        patch.setattr(settings, "STORAGES", {**settings.STORAGES, "staticfiles": plain})
        yield
