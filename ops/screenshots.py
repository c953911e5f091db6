"""`make screenshots`: pictures of a running portal's pages, each in light, in dark and on a phone, to look at.

`ARGS="[--address URL] [--folder DIR] [PATH ...]"`. Without paths it visits the pages below; a record page is the first result of
the first search that has one. A picture is named for its page and view, as `results-dark.png`. Exit code 1 where a page asked
anything of another site or wrote an error to the browser's console.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from pathlib import Path

from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright

from ops.refusal import Refusal
from ops.run import get

PAGES = {
    "home": "/",
    "results": "/search?q=rice+husk+silica",
    "results-thai": "/search?q=แกลบ",
    "results-arabic": "/search?q=قشر",
    "results-burmese": "/search?q=စပါးခွံ",
    "no-results": "/search?q=zyzzyva",
    "query-error": "/search?q=claims%3D(rice+husk",
    "coverage": "/coverage",
    "offices": "/offices",
    "office": "/offices/TH",
    "deliveries": "/deliveries",
    "help": "/help",
    "no-record": "/records/BR-P-000000000000",
}
VIEWS = {"light": (1280, "light"), "dark": (1280, "dark"), "phone": (360, "light")}
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking"]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Photograph a portal: 0 when all is well, 1 with sentences about what is not."""
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        check(options.address)
        with sync_playwright() as play, launch(play) as browser:
            pages = {name_of(path): path for path in options.paths} or {
                **PAGES,
                **first_records(browser, options.address),
            }
            wrong = [one for view in VIEWS for one in visit(browser, options.address, pages, view, options.folder)]
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    for one in wrong:
        print(one, file=sys.stderr)
    print(f"{len(pages) * len(VIEWS)} pictures are in {options.folder}")
    return 1 if wrong else 0


def arguments() -> argparse.Namespace:
    """Read the options: by default the portal that `make run` starts, and a folder beside its data."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    here = f"http://127.0.0.1:{settings.PORT}"
    parser.add_argument("--address", default=here, type=lambda url: url.rstrip("/"), help="where the portal answers")
    parser.add_argument("--folder", type=Path, default=settings.LONTAR_DATA / "screenshots", help="where pictures go")
    parser.add_argument("paths", nargs="*", help="paths to visit instead of all pages, as /coverage?right=design")
    return parser.parse_args()


def chromium() -> str:
    """Return the browser of this machine. Raises `Refusal`."""
    if found := next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None):
        return found
    raise Refusal("No Chromium was found on PATH. Install it (Debian: apt install chromium) and try again.")


def check(address: str) -> None:
    """Raise `Refusal` where no portal answers."""
    if get(f"{address}/livez")[0] != 200:
        raise Refusal(f"No portal answers at {address}. Start one in another terminal: make run")


def launch(play: Playwright) -> Browser:
    """Start the browser; its own sandbox does not work for root."""
    return play.chromium.launch(executable_path=chromium(), args=FLAGS, chromium_sandbox=os.geteuid() != 0)


def name_of(path: str) -> str:
    """Return a file name for a path: `/offices/TH` gives `offices-TH`."""
    return re.sub(r"\W+", "-", path).strip("-") or "home"


def first_records(browser: Browser, address: str) -> dict[str, str]:
    """Return the record pages that the searches in several scripts lead to first."""
    page, found = browser.new_page(), {}
    for name in ("results", "results-thai", "results-arabic", "results-burmese"):
        page.goto(address + PAGES[name])
        link = page.locator(".hit h2 a").first
        if link.count():
            found[name.replace("results", "record")] = link.get_attribute("href") or ""
    page.close()
    return found


def visit(browser: Browser, address: str, pages: dict[str, str], view: str, folder: Path) -> list[str]:
    """Take the pictures of one view; return what the pages did that they must not do."""
    width, colours = VIEWS[view]
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[ConsoleMessage] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda one: said.append(one))  # noqa: PLW0108 - Playwright looks into it and takes no built-in
    for name, path in pages.items():
        take(page, address + path, folder / f"{name}-{view}.png")
    context.close()
    foreign = [f"Asked another site: {url}" for url in asked if not url.startswith(address)]
    return foreign + [
        f"{one.location['url']}: {one.text}" for one in said if one.type == "error" and not meant(one.text)
    ]


def meant(text: str) -> bool:
    """Tell whether the console only repeats the status of a page that is meant to be an error."""
    return text.startswith("Failed to load resource: the server responded with a status of 4")


def take(page: Page, url: str, file: Path) -> None:
    """Take the picture of a whole page, once its letters are there."""
    page.goto(url)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file, full_page=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.exit(main())
