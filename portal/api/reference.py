"""The reference: the OpenAPI description, a page to read and try it, and what each kind of error means."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularAPIView

from portal.api.errors import KINDS, OPEN, Problem, answer
from portal.api.parameters import Parameter
from portal.api.view import Open, View

SCHEMA = "/api/schema/"


class Description(Open, SpectacularAPIView):
    """The OpenAPI description, as YAML or (`format=json`) JSON."""


@dataclass(frozen=True)
class Address:
    """An address of `/api/v1` as the reference shows it; `filled` are the parts of its path, `asked` its parameters."""

    name: str
    path: str
    summary: str
    said: str
    forms: tuple[str, ...]
    filled: tuple[Parameter, ...]
    asked: tuple[Parameter, ...]


def addresses() -> list[Address]:
    """Return every address of `/api/v1`."""
    from portal.api.urls import v1  # noqa: PLC0415 - the map imports this module

    views: list[tuple[str, Any]] = [(str(one.pattern), one.callback) for one in v1]
    return [
        _address(f"/api/v1/{path.replace('<str:', '{').replace('>', '}')}", callback.view_class)
        for path, callback in views
    ]


def _address(path: str, view: type[View]) -> Address:
    summary, _, said = cleandoc(view.__doc__ or "").partition("\n")
    return Address(view.name, path, summary, said.strip(), view.forms, view.path_parameters, view.parameters)


@csrf_exempt  # nothing is changed, and another method is to be told which there are
@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show the reference page."""
    problems = [(kind, *meaning) for kind, meaning in KINDS.items()]
    theme = request.COOKIES.get("theme")
    context = {"schema": SCHEMA, "addresses": addresses(), "problems": problems}
    context["theme"] = theme if theme in ("light", "dark") else ""
    return render(request, "api/reference.html", context)


@csrf_exempt  # nothing is changed, and another method is to be told which there are
@require_safe
def problem_kind(request: HttpRequest, kind: str) -> HttpResponse:  # noqa: ARG001
    """Say what a `type` of problem means and what to do."""
    if kind not in KINDS:
        return answer(Problem("not-found", f"There is no kind of problem “{kind[:40]}”.", near=list(KINDS)))
    status, title, steps = KINDS[kind]
    return JsonResponse({"kind": kind, "status": status, "title": title, "what_to_do": steps}, headers=OPEN)


@csrf_exempt
def nothing(request: HttpRequest, path: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer every other address under `/api/` in the shape of all errors."""
    return answer(Problem("not-found", f"There is nothing at {request.path[:200]}. The reference is under /api/."))
