from __future__ import annotations

import subprocess
import sys

import pytest
from django.conf import settings as live
from django.core.exceptions import ImproperlyConfigured

from search.engines import engine


@pytest.mark.parametrize("name", ["embedded", "opensearch"])
def test_settings_choose_the_engine(settings: object, name: str) -> None:
    settings.SEARCH_ENGINE = name
    assert engine().name == name
    assert engine() is engine()


def test_another_name_says_what_there_is(settings: object) -> None:
    settings.SEARCH_ENGINE = "solr"
    with pytest.raises(ImproperlyConfigured, match="embedded or opensearch"):
        engine()


def test_the_client_of_the_other_engine_is_not_loaded() -> None:
    code = (
        "import sys, django; django.setup(); import search.service; from search.engines import engine; engine();"
        "print('opensearchpy' in sys.modules, 'tantivy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=live.BASE_DIR,
        env={
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "SEARCH_ENGINE": "embedded",
            "LONTAR_DATA": str(live.LONTAR_DATA),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "True"]
