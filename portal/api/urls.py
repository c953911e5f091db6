"""The map of the API. These addresses are for others to build on: add to them, do not rename them."""

from django.urls import include, path, re_path

from portal.api.coverage import Coverage, Missing
from portal.api.deliveries import Deliveries, DeliveryDetail, Findings, Quality
from portal.api.offices import OfficeDetail, Offices
from portal.api.questions import Explain, Export, Search
from portal.api.records import RecordDetail
from portal.api.reference import Description, nothing, problem_kind, reference
from portal.api.related import Family, Similar

v1 = [
    path("search", Search.as_view()),
    path("export", Export.as_view()),
    path("explain", Explain.as_view()),
    path("records/<str:id>", RecordDetail.as_view()),
    path("records/<str:id>/family", Family.as_view()),
    path("records/<str:id>/similar", Similar.as_view()),
    path("offices", Offices.as_view()),
    path("offices/<str:cc>", OfficeDetail.as_view()),
    path("coverage", Coverage.as_view()),
    path("coverage/<str:cc>/missing", Missing.as_view()),
    path("deliveries", Deliveries.as_view()),
    path("deliveries/<str:sha256>", DeliveryDetail.as_view()),
    path("deliveries/<str:sha256>/findings", Findings.as_view()),
    path("deliveries/<str:sha256>/report", Quality.as_view()),
]
urlpatterns = [
    path("", reference),
    path("v1/", include(v1)),
    path("schema/", Description.as_view()),
    path("problems/<str:kind>", problem_kind),
    re_path(r"^(?P<path>.*)$", nothing),
]
