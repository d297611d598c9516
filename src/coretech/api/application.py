"""The API as an application: the framework's, with problem documents everywhere and nothing kept by caches."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, re_path
from django.utils.cache import patch_vary_headers
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from coretech.api.auth import signed_in
from coretech.api.handlers import NO_ADDRESS, NO_METHOD
from coretech.api.openapi import complete
from coretech.api.problems import answer

View = Callable[..., HttpResponseBase]


class Api(NinjaAPI):
    """django-ninja with our own answers to what it leaves to Django."""

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        """The addresses; HEAD answers as GET does, and every other address and method gets a problem document."""
        patterns, app, namespace = super().urls
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = _complete_view(pattern.callback)
        return [*patterns, re_path("", no_address)], app, namespace

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, object] | None = None
    ) -> OpenAPISchema:
        """The description, with the problems and the headers that all operations share."""
        return complete(super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params))

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the function behind it, which is given once in the whole API."""
        name: str = operation.view_func.__name__
        return name

    def create_response(
        self,
        request: HttpRequest,
        data: object,
        *,
        status: int | None = None,
        temporal_response: HttpResponse | None = None,
    ) -> HttpResponse:
        """The answer; what somebody signed in reads stays out of every cache, and a new thing tells where it is."""
        response = super().create_response(request, data, status=status, temporal_response=temporal_response)
        patch_vary_headers(response, ("Authorization", "Cookie"))
        if signed_in(request):
            response["Cache-Control"] = "private, no-store"
        if response.status_code == HTTPStatus.CREATED and isinstance(data, dict):
            response["Location"] = str(data["location"])
        return response


def no_address(request: HttpRequest) -> HttpResponse:
    """The problem document for an address that is not there."""
    return answer(request, NO_ADDRESS)


def _complete_view(view: View) -> View:
    """The view, taking HEAD as GET, and saying in our form that a method is not taken."""

    def complete_view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "HEAD":
            request.method = "GET"
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            return no_address(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        refused = answer(request, NO_METHOD)
        refused["Allow"] = response["Allow"]
        return refused

    complete_view.csrf_exempt = True  # type: ignore[attr-defined]  # Django's mark; `Session` asks for the token itself
    return complete_view
