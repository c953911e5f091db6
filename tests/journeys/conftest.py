"""A reader's browser on a real site: the shelf of invented records, served by a live server, seen through Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from search import indexing
from tests.portal.pages.shelf import fill

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
VIEWS = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("There is no Chromium on this machine to show pages in.")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        # Playwright runs a loop in this thread, which Django takes for asynchronous code; nothing here is.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db, live_server, settings, tmp_path) -> str:
    settings.INDEX_DIR = tmp_path / "index"
    fill()
    indexing.rebuild()
    return live_server.url


class Watched:
    """A page whose every request and console message is kept."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))

    def behaved(self) -> None:
        """Fail where another site was asked or the console complains."""
        assert [one for one in self.requests if not one.startswith(self.site)] == []
        assert self.messages == []


@pytest.fixture(params=VIEWS)
def reader(request, chromium, site) -> Iterator[Watched]:
    """A reader in light, in dark, and on a phone."""
    context = chromium.new_context(**VIEWS[request.param], base_url=site)
    context.set_default_timeout(10_000)
    watched = Watched(context, site)
    yield watched
    watched.behaved()
    context.close()
