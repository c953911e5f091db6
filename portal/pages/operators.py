"""What operators do on the pages: sign in, decide on deliveries that are held back, have quarantine read again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib.auth.views import LoginView, redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from kombu.exceptions import OperationalError

from ingest import held, pipeline, retry
from ingest.models import AT_WORK, Run
from portal.pages.frame import page
from portal.records.models import Delivery

# What a button says → what it does with the delivery, for whom, and why.
ACTS: dict[str, Callable[[Delivery, str, str], Run]] = {
    "release": held.release,
    "reject": held.reject,
    "retry": lambda delivery, _by, _why: retry.again(delivery),
}
LONGEST = 2000  # characters of a reason


class SignIn(LoginView):
    """The sign-in form; `next` leads back to the page one came from. Reading needs none of this."""

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        return page(self.request, "pages/sign_in.html", {"here": "deliveries", **context})


def operator(request: HttpRequest) -> str:
    """Return the name of whoever is signed in as staff, else nothing."""
    return request.user.get_username() if request.user.is_active and request.user.is_staff else ""


@require_POST
def act(request: HttpRequest, sha256: str) -> HttpResponse:
    """Do what a button on a delivery's page says, and go back to the page. For staff; others are asked to sign in."""
    found, address = get_object_or_404(Delivery, sha256=sha256), f"/deliveries/{sha256}"
    if not request.user.is_authenticated:
        return redirect_to_login(address)
    if not operator(request):
        raise PermissionDenied
    why = request.POST.get("why", "").replace("\0", "").strip()[:LONGEST]  # PostgreSQL takes no null character
    word = request.POST.get("act", "")
    if word not in ACTS:
        raise BadRequest("Choose release, reject or retry.")
    if word == "reject" and not why:
        return HttpResponseRedirect(f"{address}?why=missing#why", status=303)
    with suppress(held.NotHeld, retry.NotAgain):  # somebody else was faster: the page shows how it stands now
        run = ACTS[word](found, operator(request), why)
        if run.stage in AT_WORK:
            with suppress(OperationalError):  # the broker is down: the page says so, and what to do
                pipeline.enqueue(run)
    return HttpResponseRedirect(address, status=303)
