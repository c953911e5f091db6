"""What a reader does: ask, narrow, read a record, see what is missing; in six scripts, with a keyboard, without script."""

import re

import pytest
from playwright.sync_api import expect

from portal.records.models import Delivery
from tests.journeys.conftest import VIEWS

pytestmark = pytest.mark.browser

# No page may be wider than the window: nobody scrolls sideways to read.
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What a screen reader has no word for.
NAMELESS = """[...document.querySelectorAll('a, button, input:not([type=hidden]), select, svg')].filter(one =>
    one.getAttribute('aria-hidden') !== 'true' && !one.getAttribute('aria-label') && !one.textContent.trim()
    && !(one.labels && one.labels.length)).map(one => one.outerHTML)"""
# Links and buttons that stand alone and are too small for a finger (24 × 24 CSS pixels, WCAG 2.2 SC 2.5.8).
SMALL = """[...document.querySelectorAll('.mast a, .foot a, button, .chips a, .tree a, .pager .btn, input, select, .more a')].filter(one => {
    const box = one.getBoundingClientRect(); return box.width && box.height < 23.5 && one.type !== 'checkbox' && one.type !== 'hidden'
}).map(one => one.outerHTML)"""
# Relative luminance contrast of text with its ground, where both are plain colours.
CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const ground = one => { for (; one; one = one.parentElement) { const c = rgb(getComputedStyle(one).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
  return [...document.querySelectorAll('main *, header *, footer *')].filter(one =>
      [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && one.getBoundingClientRect().width > 2
      && !one.closest('svg') && !one.closest('.vh') && !one.closest('.cx'))
    .map(one => { const a = light(rgb(getComputedStyle(one).color)), b = light(ground(one)); return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), one.outerHTML.slice(0, 90)]; })
    .filter(([ratio]) => ratio < 4.5);
})()"""


def sound(page):
    """Fail where the page is too wide, has a nameless control, a target too small or text too faint."""
    page.wait_for_load_state()
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(CONTRAST) == []


def test_from_the_home_page_to_what_is_missing(reader):
    page = reader.page
    page.goto("/")
    sound(page)
    page.fill("#q", "silica")
    page.press("#q", "Enter")
    assert page.inner_text("h1") == "4 records"
    sound(page)
    if page.is_visible(".to-filters"):
        page.click(".to-filters")
    page.check("input[name=office][value=TH]")
    page.click("text=Apply filters")
    assert page.inner_text("h1") == "1 record"
    assert "Thailand" in page.inner_text(".chips")
    sound(page)
    page.click(".hit h2 a")
    assert page.inner_text("h1").startswith("Process for producing amorphous silica")
    expect(page.locator("#claims mark")).not_to_have_count(0)
    sound(page)
    page.click("nav[aria-label=Main] >> text=Coverage")
    sound(page)
    page.click("td a[title^='Thailand 2024']")
    assert "TH 990" in page.inner_text("#missing")
    sound(page)


SCRIPTS = {
    "แกลบ": ("TH-P-1901003456", "th", "ltr"),
    "قشر الأرز": ("EG-P-20171283", "ar", "rtl"),
    "စပါးခွံ": ("MM-P-202400113", "my", "ltr"),
    "vo trau": ("VN-P-1201903412", "vi", "ltr"),
}


def test_words_of_many_scripts_are_found_and_marked(reader):
    page = reader.page
    for query, (record, language, direction) in SCRIPTS.items():
        page.goto("/")
        page.fill("#q", query)
        page.press("#q", "Enter")
        passage = page.locator(f"blockquote[lang={language}]").first
        assert passage.evaluate("one => getComputedStyle(one).direction") == direction
        expect(passage.locator("mark")).not_to_have_count(0)
        sound(page)
        page.click(".hit h2 a")
        assert record in page.url
        expect(page.locator(f"#claims [lang={language}] mark")).not_to_have_count(0)
        sound(page)


def test_the_other_pages_are_sound(reader):
    for address in ("/offices", "/offices/TH", "/deliveries", "/help", "/search?q=(a", "/search?q=zyzzyva"):
        reader.page.goto(address)
        sound(reader.page)
    # The status of a page that is meant to be an error is no complaint.
    reader.messages[:] = [one for one in reader.messages if "400 (Bad Request)" not in one]


# What the reader's own sheet may set without a page coming apart (WCAG 2.2 SC 1.4.12).
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }"


def test_the_reference_and_a_quality_report_are_sound_and_hold_with_wide_letters(chromium, site):
    context = chromium.new_context(viewport={"width": 320, "height": 740}, base_url=site, bypass_csp=True)
    page = context.new_page()
    report = f"/deliveries/{Delivery.objects.get(name='TH-2025-01.xml').sha256}/report"
    for address in ("/api/", report):
        page.goto(address)
        sound(page)
        assert page.locator("main").count() == 1
        page.add_style_tag(content=SPACED)
        assert page.evaluate(OVERFLOW) <= 0
    context.close()


def test_every_script_is_set_in_a_face_that_came_with_the_page(reader):
    page = reader.page
    page.goto("/search")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.unicodeRange)"
    )
    for first in ("U+E01", "U+600", "U+1000", "U+1780"):
        assert any(span.upper().startswith(first) for span in loaded), first


@pytest.fixture
def desk(chromium, site):
    """A page in a wide window, and how it was opened."""
    context = chromium.new_context(**VIEWS["light"], base_url=site)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_a_name_of_a_delivery_stands_in_one_line_where_there_is_room(desk):
    Delivery.objects.filter(office="TH").update(name="Patente_2691_02082022.xml.gz")
    desk.goto("/records/TH-P-1901003456")
    boxes = "[...document.querySelectorAll('#provenance td a')].map(one => one.getClientRects()[0].height)"
    assert max(desk.evaluate(boxes)) < 30


def test_a_keyboard_is_enough(desk):
    desk.goto("/help")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.className") == "skip"
    assert desk.locator(".skip").bounding_box()["y"] >= 0
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "main"
    desk.goto("/")
    desk.keyboard.press("/")
    assert desk.evaluate("document.activeElement.id") == "q"
    desk.keyboard.type("a/b")
    assert desk.input_value("#q") == "a/b"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    desk.keyboard.press("Tab")
    assert desk.evaluate(outline) == "solid"


def test_the_choice_of_colours_holds_on_the_next_page(desk):
    ground = "getComputedStyle(document.body).backgroundColor"
    desk.goto("/help")
    light = desk.evaluate(ground)
    desk.click("button[name=theme][value=dark]")
    assert desk.url.endswith("/help")
    dark = desk.evaluate(ground)
    desk.goto("/offices")
    assert (desk.evaluate(ground), light != dark) == (dark, True)
    desk.click("button[name=theme][value='']")
    assert desk.evaluate(ground) == light


def test_everything_works_without_script(chromium, site):
    context = chromium.new_context(**VIEWS["phone"], base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("#q", "silica")
    page.press("#q", "Enter")
    page.click("summary:text-is('Filters')")
    page.check("input[name=office][value=VN]")
    page.click("text=Apply filters")
    assert page.inner_text("h1") == "1 record"
    page.click("text=Count by office, and how to see further")
    assert page.is_visible(".blind table")
    page.click(".chips a")
    assert page.inner_text("h1") == "4 records"
    context.close()


def test_paper_keeps_the_note_and_drops_the_controls(desk):
    desk.goto("/search?q=silica&office=TH")
    desk.emulate_media(media="print")
    assert desk.is_visible(".blind")
    assert desk.is_visible(".read")
    assert desk.is_visible(".blind table")
    assert not desk.is_visible(".side")
    assert not desk.is_visible(".mast nav")
    assert re.search(r"/search\?q=silica&office=TH, \d+ \w+ \d{4}", desk.inner_text(".printed"))


def test_the_advanced_form_leads_to_results_and_back(reader):
    page = reader.page
    page.goto("/")
    with page.expect_navigation():
        page.click("text=Advanced form")
    sound(page)
    page.fill("[aria-label='Row 1, value']", "silica husk")
    page.select_option("[aria-label='Row 1, meant as']", "any")
    page.select_option("[aria-label='Row 2, joined by']", "not")
    page.select_option("[aria-label='Row 2, field']", "applicant")
    page.fill("[aria-label='Row 2, value']", "zyzzyva")
    page.check("input[name=office][value=TH]")
    page.fill("#published_from", "2019")
    with page.expect_navigation():
        page.click("text=More rows")
    assert page.input_value("#q") == "(silica OR husk) NOT pa=zyzzyva AND pd>=2019 AND cc=TH"
    sound(page)
    with page.expect_navigation():
        page.click("form.rows >> text=Search")
    assert page.inner_text("h1") == "1 record"
    with page.expect_navigation():
        page.click(".ask >> text=Advanced form")
    assert page.input_value("[aria-label='Row 1, value']") == "silica husk"
    assert page.is_checked("input[name=office][value=TH]")
    page.goto("/search/advanced?q=(ti%3Da+AND+ab%3Db)+OR+pa%3Dc")
    assert page.inner_text(".empty h2") == "This query stays text"
    sound(page)


@pytest.mark.parametrize("field", ["[aria-label='Row 1, value']", "#published_from", "#kind"])
def test_enter_in_the_advanced_form_searches(desk, field):
    desk.goto("/search/advanced")
    desk.fill("[aria-label='Row 1, value']", "silica")
    with desk.expect_navigation():
        desk.press(field, "Enter")
    assert desk.url.endswith("/search?q=silica")


@pytest.mark.parametrize("script", [True, False])
def test_after_back_the_ticks_are_those_of_the_address(chromium, site, script):
    context = chromium.new_context(**VIEWS["light"], base_url=site, java_script_enabled=script)
    page = context.new_page()
    page.goto("/search?q=silica")
    page.check("input[name=office][value=TH]")
    page.fill("#from", "2020")
    with page.expect_navigation():
        page.click("text=Apply filters")
    page.go_back(wait_until="load")
    assert page.inner_text("h1") == "4 records"
    assert not page.is_checked("input[name=office][value=TH]")
    assert page.input_value("#from") == ""
    context.close()


def test_the_advanced_form_works_without_script_and_says_what_is_wrong(chromium, site):
    context = chromium.new_context(**VIEWS["phone"], base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search/advanced")
    page.select_option("[aria-label='Row 1, field']", "ipc")
    page.fill("[aria-label='Row 1, value']", "no class")
    page.click("form.rows >> text=Search")
    assert "not a class symbol" in page.inner_text("#wrong-1")
    page.fill("[aria-label='Row 1, value']", "C01B33")
    page.click("form.rows >> text=Search")
    assert page.input_value("#q") == "ipc=C01B33/00"
    context.close()
