"""`make screenshots`: pictures of a running portal's pages, light, dark and on a telephone, to look at."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from ops.refusal import Refusal
from ops.run import get

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
PAGES = {
    "home": "/",
    "results": "/search?q=water",
    "results-thai": f"/search?q={quote('น้ำ')}",
    "nothing-found": "/search?q=zyxwvu",
    "query-error": f"/search?q={quote('ti=(water')}",
    "coverage": "/coverage",
    "offices": "/offices",
    "help": "/help",
    "not-there": "/records/XX-P-0",
}
SIGHTS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "is_mobile": True},
}


def chromium() -> str:
    """Return the browser of this machine. Raises `Refusal`."""
    if found := next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None):
        return found
    raise Refusal("No Chromium was found on PATH. Install it (Debian: apt install chromium) and try again.")


def check(site: str) -> None:
    """Raise `Refusal` where no portal answers."""
    if get(f"{site}/livez")[0] != 200:
        raise Refusal(f"No portal answers at {site}. Start one in another terminal: make run")


def launch(play: Playwright) -> Browser:
    """Start the browser; its own sandbox does not work for root."""
    return play.chromium.launch(executable_path=chromium(), args=FLAGS, chromium_sandbox=os.geteuid() != 0)


def take(browser: Browser, site: str, folder: Path) -> None:
    """Photograph every page in every sight, whole."""
    for sight, options in SIGHTS.items():
        context = browser.new_context(base_url=site, **options)  # type: ignore[arg-type]
        page = context.new_page()
        for name, address in PAGES.items():
            page.goto(address)
            page.screenshot(path=folder / f"{name}-{sight}.png", full_page=True)
        context.close()


def main() -> int:
    """Photograph the portal at PORT: 0 when done, 1 with a sentence when it cannot be."""
    site, folder = f"http://127.0.0.1:{settings.PORT}", settings.LONTAR_DATA / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        check(site)
        with sync_playwright() as play, launch(play) as browser:
            take(browser, site, folder)
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    print(f"{len(PAGES) * len(SIGHTS)} pictures are in {folder}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.exit(main())
