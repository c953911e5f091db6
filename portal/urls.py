"""The map of pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from portal.health import livez, readyz
from portal.robots import robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("portal.pages.urls")),
    path("api/", include("portal.api.urls")),
    path("robots.txt", robots),
    path("livez", livez),
    path("readyz", readyz),
]
handler400 = "portal.pages.errors.bad_request"
handler403 = "portal.pages.errors.forbidden"
handler404 = "portal.pages.errors.not_found"
handler500 = "portal.pages.errors.broken"
