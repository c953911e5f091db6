"""Who may decide on a delivery, and what the buttons do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from kombu.exceptions import OperationalError

from ingest import held, pipeline
from ingest.models import Decision, Quarantine, Run
from portal.records.models import Delivery
from tests.portal.pages.html import Html, spoken

PASSWORD = "palm-leaf-manuscript"


@pytest.fixture
def waiting(shelf, monkeypatch):
    """A delivery of Thailand that is held back; work asked for is noted, and not done."""
    monkeypatch.setattr(pipeline.tasks.advance, "delay", lambda run: None)
    monkeypatch.setattr(pipeline, "enqueue", lambda run: None)
    found = Delivery.objects.get(name="TH-2025-01.xml")
    Delivery.objects.filter(pk=found.pk).update(state="held")
    Run.objects.filter(delivery=found).update(
        stage="held", error="12 documents came; at least 500 are expected.", total=12
    )
    return f"/deliveries/{found.sha256}"


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(User.objects.create_user("ana", password=PASSWORD, is_staff=True))
    return client


def state(address):
    return Delivery.objects.get(sha256=address.rpartition("/")[2]).state


def test_anyone_reads_why_a_delivery_waits_and_what_can_be_done(waiting, get):
    page = get(waiting)
    assert "12 documents came; at least 500 are expected." in page.words("//section[@id='decide']")
    assert "manage.py release " in page.words("//section[@id='decide']")
    assert page.links("//section[@id='decide']")["Sign in to decide"] == f"/sign-in?next={waiting}%23decide"
    assert not page.all(f"//form[@action='{waiting}/act']")
    assert not page.response.cookies  # reading needs none


def test_what_waits_for_a_decision_stands_first_in_the_list(waiting, get):
    page = get("/deliveries")
    assert page.links("//h2[text()='Waiting for a decision']/..") == {"TH-2025-01.xml": f"{waiting}#decide"}
    Delivery.objects.update(state="stored")
    assert "Waiting for a decision" not in get("/deliveries").words()


@pytest.mark.parametrize(
    ("word", "why", "becomes"),
    [("release", "", "running"), ("release", "Holiday.", "running"), ("reject", "Cut off.", "rejected")],
)
def test_an_operator_decides(waiting, staff, word, why, becomes):
    answer = staff.post(f"{waiting}/act", {"act": word, "why": why})
    assert (answer.status_code, answer["Location"]) == (303, waiting)
    assert state(waiting) == becomes
    made = Decision.objects.get()
    assert (made.by, made.why) == ("ana", why)
    page = staff.get(waiting).content.decode()
    assert (why or "not said") in page


def test_a_rejection_is_shown_and_can_be_taken_back(waiting, staff):
    staff.post(f"{waiting}/act", {"act": "reject", "why": "Cut <off>."})
    page = staff.get(waiting).content.decode()
    assert "Cut &lt;off&gt;." in page
    assert 'value="reject"' not in page
    staff.post(f"{waiting}/act", {"act": "release"})
    assert state(waiting) == "running"


@pytest.mark.parametrize("data", [{"act": "delete"}, {}])
def test_a_decision_that_cannot_be_read_is_refused(waiting, staff, data):
    assert staff.post(f"{waiting}/act", data).status_code == 400
    assert state(waiting) == "held"


@pytest.mark.parametrize("why", ["", "  "])
def test_a_rejection_without_a_reason_is_asked_for_one_at_the_field(waiting, staff, why):
    page = Html(staff.post(f"{waiting}/act", {"act": "reject", "why": why}, follow=True))
    assert state(waiting) == "held"
    assert page.words("//p[@id='wrong-why']") == "To reject a delivery, say why: nothing has been decided."
    assert page.all("//input[@name='why'][@aria-invalid]/@aria-describedby") == ["wrong-why"]
    assert not Html(staff.get(waiting)).all("//*[@id='wrong-why']")


def test_the_second_of_two_operators_changes_nothing(waiting, staff):
    staff.post(f"{waiting}/act", {"act": "release"})
    assert staff.post(f"{waiting}/act", {"act": "reject", "why": "Too late."}).status_code == 303
    assert state(waiting) == "running"
    assert Decision.objects.count() == 1


def test_a_very_long_reason_is_cut(waiting, staff):
    staff.post(f"{waiting}/act", {"act": "reject", "why": "x\0" * 50_000})
    assert Decision.objects.get().why == "x" * 2000


@pytest.mark.parametrize("word", ["release", "reject", "retry"])
def test_others_are_asked_to_sign_in_or_refused(waiting, client, word):
    answer = client.post(f"{waiting}/act", {"act": word, "why": "x"})
    assert (answer.status_code, answer["Location"]) == (302, f"/sign-in?next={waiting}")
    client.force_login(User.objects.create_user("reader", password=PASSWORD))
    assert client.post(f"{waiting}/act", {"act": word, "why": "x"}).status_code == 403
    assert state(waiting) == "held"


def test_a_forged_form_is_refused(waiting):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_user("ana", password=PASSWORD, is_staff=True))
    answer = client.post(f"{waiting}/act", {"act": "release"})
    assert answer.status_code == 403
    assert "not sent from this site" in answer.content.decode()
    assert state(waiting) == "held"


@pytest.mark.parametrize("address", ["/deliveries/abc/act", "/deliveries/" + "f" * 64 + "/act"])
def test_only_a_delivery_is_decided_on_and_only_by_a_form(staff, address):
    assert staff.post(address, {"act": "release"}).status_code == 404
    assert staff.get(address).status_code == 405


def test_a_broker_that_is_down_does_not_undo_the_decision(waiting, staff, monkeypatch):
    def down(_):
        raise OperationalError("refused")

    monkeypatch.setattr(pipeline, "enqueue", down)
    assert staff.post(f"{waiting}/act", {"act": "release"}).status_code == 303
    assert state(waiting) == "running"


def test_quarantine_is_read_again_by_a_button(waiting, staff):
    held.release(Delivery.objects.get(state="held"), "ana")
    run = Run.objects.get(stage="read")
    Run.objects.filter(pk=run.pk).update(stage="done")
    Delivery.objects.filter(pk=run.delivery_id).update(state="stored")
    Quarantine.objects.create(run=run, ordinal=0, content=b"x")
    page = Html(staff.get(waiting)).words()
    assert "1 document could not become a record and waits with its bytes" in page
    staff.post(f"{waiting}/act", {"act": "retry"})
    assert Run.objects.filter(delivery=run.delivery).count() == 2
    assert not Quarantine.objects.exists()


# --- signing in -----------------------------------------------------------------------------------------------------------


def test_signing_in_leads_back_to_the_delivery(waiting):
    client = Client(enforce_csrf_checks=True)
    User.objects.create_user("ana", password=PASSWORD, is_staff=True)
    page = client.get(f"/sign-in?next={waiting}")
    assert 'autocomplete="current-password"' in page.content.decode()
    token = client.cookies["csrftoken"].value
    data = {"username": "ana", "password": PASSWORD, "next": waiting, "csrfmiddlewaretoken": token}
    answer = client.post("/sign-in", data)
    assert (answer.status_code, answer["Location"]) == (302, waiting)
    assert 'value="release"' in client.get(waiting).content.decode()
    out = client.post("/sign-out", {"csrfmiddlewaretoken": client.cookies["csrftoken"].value})
    assert out.status_code == 302
    assert 'value="release"' not in client.get(waiting).content.decode()


@pytest.mark.parametrize("address", ["/deliveries", "{}"])
def test_who_is_signed_in_is_said_and_may_leave(waiting, staff, get, address):
    address = address.format(waiting)
    assert get(address).links()["Sign in"] == f"/sign-in?next={address}"
    page = staff.get(address).content.decode()
    assert "Signed in as ana." in page
    assert 'action="/sign-out"' in page


@pytest.mark.parametrize("data", [{"username": "ana", "password": "wrong"}, {"username": "", "password": ""}, {}])
def test_a_wrong_name_or_password_is_said_and_no_more(db, client, data):
    User.objects.create_user("ana", password=PASSWORD, is_staff=True)
    page = client.post("/sign-in", data).content.decode()
    assert "Name and password do not go together" in page


def test_signing_in_leads_nowhere_else(db, client):
    User.objects.create_user("ana", password=PASSWORD, is_staff=True)
    data = {"username": "ana", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/sign-in", data)["Location"] == "/deliveries"


def test_the_decisions_are_listed_and_name_operators_to_operators_only(waiting, staff, get):
    staff.post(f"{waiting}/act", {"act": "reject", "why": "Cut off."})
    staff.post(f"{waiting}/act", {"act": "release", "why": "No, it is whole."})
    rows = [spoken(row) for row in get(waiting).all("//h2[text()='Decisions']/following::table[1]//tbody/tr")]
    assert [row.split(" UTC ")[-1] for row in rows] == [
        "Rejected an operator Cut off.",
        "Released an operator No, it is whole.",
    ]
    assert [spoken(cell) for cell in Html(staff.get(waiting)).all("//td[@data-th='By']")] == ["ana", "ana"]
