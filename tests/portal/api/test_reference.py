import html
import re

import pytest
import yaml
from django.contrib.staticfiles import finders

from portal.api.errors import KINDS
from portal.api.reference import addresses
from tests.portal.pages.html import Html


def test_the_reference_lists_every_address_and_every_kind_of_error(client):
    response = client.get("/api/")
    assert response.status_code == 200
    assert len(addresses()) == 14
    for one in addresses():
        assert one.path in response.text
        assert html.escape(one.summary) in response.text
    assert all(f'<tr id="{kind}">' in response.text for kind in KINDS)
    assert re.search(r'<a class="brand" href="/"><svg ', response.text)


def test_the_reference_asks_only_this_site_and_has_no_inline_script_or_style(client):
    page = client.get("/api/")
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', page.text)
    assert all(address.startswith("/") for address in loaded)
    assert all(finders.find(address.removeprefix("/static/")) for address in loaded if address.startswith("/static/"))
    assert not re.search(r"<style|style=|<script>| on[a-z]+=", page.text)
    assert "unsafe" not in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("query", "media"), [("", "application/vnd.oai.openapi"), ("?format=json", "application/vnd.oai.openapi+json")]
)
def test_the_description_is_served_to_anyone(client, query, media):
    response = client.get(f"/api/schema/{query}")
    assert (response.status_code, response.headers["Content-Type"].partition(";")[0]) == (200, media)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "/api/v1/search" in yaml.safe_load(response.content)["paths"]


def test_only_reading_is_allowed(client):
    assert client.post("/api/").status_code == 405


def test_each_address_without_a_gap_can_be_tried_with_its_parameters(client):
    page = Html(client.get("/api/"))
    assert len(page.all("//main")) == 1
    for one in addresses():
        if one.filled:
            assert not page.all(f"//section[@id='{one.name}']//form")
            continue
        (form,) = page.all(f"//section[@id='{one.name}']//form[@action='{one.path}']")
        fields = form.xpath(".//input | .//select")
        assert [field.get("name") for field in fields] == [parameter.name for parameter in one.asked]
        for field in fields:
            assert form.xpath(f".//label[@for='{field.get('id')}']")
            assert form.xpath(f".//p[@id='{field.get('aria-describedby')}']")


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("one", [one for one in addresses() if not one.filled], ids=lambda one: one.name)
def test_a_form_sent_with_its_fields_empty_asks_for_nothing_more(client, one):
    empty = "&".join(f"{parameter.name}=" for parameter in one.asked)
    assert client.get(f"{one.path}?{empty}").status_code == 200
