"""The choice of colours: as the system says, light or dark, kept in a cookie for a year."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.pages.frame import THEMES

YEAR = 365 * 24 * 3600  # seconds


@csrf_exempt  # it sets colours and nothing else, and must work for readers, who have no cookie
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to the page it was made on."""
    theme = request.POST.get("theme", "")
    if theme and theme not in THEMES:
        raise BadRequest("The colours can be light, dark, or as the system says.")
    back = request.POST.get("back", "/")
    response = HttpResponseRedirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/")
    if theme:
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", httponly=True)
    else:
        response.delete_cookie("theme")
    return response
