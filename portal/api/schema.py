"""The OpenAPI description, made from what the views are: their parameters and the types of their answers."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable
from inspect import cleandoc
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from portal.api.errors import KINDS, MEDIA_TYPE
from portal.api.parameters import FORMATS, Parameter
from portal.api.shapes import ProblemShape

BASIC: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    object: {},
    Any: {},
}

Resolve = Callable[[Any], dict[str, Any]]


def _either(resolve: Resolve, inner: Any) -> dict[str, Any]:
    return {"anyOf": [resolve(one) for one in inner]}


# Origin of a type → its schema, made from the function that resolves what stands in its brackets, and these.
GENERIC: dict[Any, Callable[[Resolve, Any], dict[str, Any]]] = {
    Union: _either,
    types.UnionType: _either,
    list: lambda resolve, inner: {"type": "array", "items": resolve(inner[0])},
    dict: lambda resolve, inner: {"type": "object", "additionalProperties": resolve(inner[1])},
    NotRequired: lambda resolve, inner: resolve(inner[0]),
    Literal: lambda _, inner: {"type": "string", "enum": list(inner)},
}


class Schema(AutoSchema):
    """Describes one of `portal.api.view.View`: no inspection, no guessing."""

    view: Any

    def get_operation_id(self) -> str:
        return str(self.view.name) + ("_post" if self.method == "POST" else "")

    def get_summary(self) -> str:
        return cleandoc(self.view.__doc__).partition("\n")[0]

    def get_description(self) -> str:  # type: ignore[override]  # AutoSchema itself departs from DRF
        return cleandoc(self.view.__doc__).partition("\n")[2].strip()

    def get_override_parameters(self) -> list[Any]:
        if self.method == "POST":
            return []
        own = [_documented(parameter) for parameter in self.view.parameters]
        return own + [_documented(parameter, OpenApiParameter.PATH) for parameter in self.view.path_parameters]

    def get_request_serializer(self) -> Any:
        """Return media type → schema of what is sent with POST: the parameters of the address."""
        properties = {one.name: _property(one) for one in self.view.parameters}
        body = {"type": "object", "properties": properties, "additionalProperties": False}
        return dict.fromkeys((parser.media_type for parser in self.view.parser_classes), body)

    def get_response_serializers(self) -> Any:
        """Return (status, media type) → schema and what the answer means."""
        bodies: dict[str, Any] = dict.fromkeys((FORMATS[form] for form in self.view.forms), OpenApiTypes.STR)
        bodies |= {"application/json": self.resolve(self.view.shape)}
        meanings: dict[int, list[str]] = {}
        for kind in (*self.view.problems, "not-acceptable"):
            status, title, _ = KINDS[kind]
            meanings.setdefault(status, []).append(title)
        said = str(cleandoc(self.view.shape.__doc__)).partition("\n")[0]
        wrong = self.resolve(ProblemShape)
        return {(200, media): OpenApiResponse(body, said) for media, body in bodies.items()} | {
            (status, MEDIA_TYPE): OpenApiResponse(wrong, ". ".join(titles) + ".") for status, titles in meanings.items()
        }

    def resolve(self, hint: Any) -> dict[str, Any]:
        """Return the JSON schema of a type; TypedDicts become components with their docstring."""
        if hint in BASIC:
            return BASIC[hint]
        if is_typeddict(hint):
            return self._component(hint)
        if make := GENERIC.get(get_origin(hint)):
            return make(self.resolve, get_args(hint))
        raise TypeError(
            f"No JSON schema for {hint!r}: use the types of BASIC and GENERIC in portal.api.schema, or TypedDict."
        )

    def _component(self, hint: Any) -> dict[str, Any]:
        component = ResolvedComponent(  # type: ignore[no-untyped-call]
            hint.__name__.removesuffix("Shape"), ResolvedComponent.SCHEMA, object=hint
        )
        if component not in self.registry:
            self.registry.register(component)  # before its parts, so that a shape may hold itself
            hints = get_type_hints(hint, include_extras=True)
            component.schema = {
                "type": "object",
                "description": cleandoc(hint.__doc__ or hint.__name__),
                "properties": {name: self.resolve(one) for name, one in hints.items()},
                "required": [name for name, one in hints.items() if get_origin(one) is not NotRequired],
            }
        return component.ref


def _property(parameter: Parameter) -> dict[str, Any]:
    """Return the schema of a parameter in a body: one value, or several of one that takes several."""
    value: dict[str, Any] = {"type": "string"}
    if parameter.choices:
        value["enum"] = list(parameter.choices)
    several = {"anyOf": [value, {"type": "array", "items": value}]} if parameter.many else value
    return {**several, "description": parameter.help}


def _documented(parameter: Parameter, location: Literal["query", "path"] = "query") -> OpenApiParameter:
    return OpenApiParameter(
        parameter.name,
        OpenApiTypes.STR,
        location,
        required=location == "path",
        description=parameter.help,
        enum=parameter.choices or None,
        pattern=None if parameter.choices or parameter.pattern == Parameter.pattern else f"^(?:{parameter.pattern})$",
        many=parameter.many,
        explode=None if not parameter.many else not parameter.commas,
    )
