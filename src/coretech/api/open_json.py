"""Answering with plain data at once: for lists that everybody asks for, without a model behind each row."""

import json

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from coretech.api.auth import signed_in


def open_json(request: HttpRequest, data: object) -> HttpResponse:
    """The data as JSON; what somebody signed in reads stays out of every cache, as all the API's answers do."""
    response = HttpResponse(
        json.dumps(data, ensure_ascii=False), content_type="application/json; charset=utf-8"
    )
    patch_vary_headers(response, ("Authorization", "Cookie"))
    if signed_in(request):
        response["Cache-Control"] = "private, no-store"
    return response
