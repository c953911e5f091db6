"""The addresses of the pages; what others rely on stands in docs and stays."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from portal.pages.advanced import advanced
from portal.pages.coverage import coverage
from portal.pages.deliveries import deliveries, delivery
from portal.pages.help import help_page
from portal.pages.home import home
from portal.pages.methods import reading
from portal.pages.offices import office, offices
from portal.pages.operators import SignIn, act
from portal.pages.quality import quality
from portal.pages.record import record
from portal.pages.results import search
from portal.pages.theme import choose

urlpatterns = [
    path("", reading(home)),
    path("search", reading(search)),
    path("search/advanced", reading(advanced)),
    path("records/<str:record_id>", reading(record)),
    path("coverage", reading(coverage)),
    path("offices", reading(offices)),
    path("offices/<str:code>", reading(office)),
    path("deliveries", reading(deliveries)),
    path("deliveries/<str:sha256>", reading(delivery)),
    path("deliveries/<str:sha256>/act", act),
    path("deliveries/<str:sha256>/report", reading(quality)),
    path("sign-in", SignIn.as_view()),
    path("sign-out", LogoutView.as_view()),
    path("help", reading(help_page)),
    path("theme", choose),
]
