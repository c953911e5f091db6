"""The shelf of invented records in the store and in the index, and pages read from it."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from search import indexing
from tests.portal.pages.html import Html
from tests.portal.pages.shelf import fill


@pytest.fixture(scope="module")
def shelf_of_module(django_db_setup, django_db_blocker, tmp_path_factory):
    """Fill the shelf once a module, inside a transaction that is undone; each test's own transaction lies within it."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "INDEX_DIR", tmp_path_factory.mktemp("index"))
        fill()
        indexing.rebuild()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def shelf(shelf_of_module, db):
    """The filled shelf; what a test changes on it is undone."""


@pytest.fixture
def get(client: Client):
    """Get a page and parse it; `expect` is the status it must have."""

    def page(address: str, expect: int = 200) -> Html:
        response = client.get(address)
        assert response.status_code == expect, response.content[:500]
        return Html(response)

    return page
