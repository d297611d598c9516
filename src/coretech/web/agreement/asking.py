"""Where something opens once the agreement is signed, the reader is asked to sign, and led back."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coretech.kit.refusal import Refused
from coretech.law.access import NOT_SIGNED


class AgreementMiddleware:
    """Sends whoever only opened such a page to the agreement; what was sent in a form is refused as ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The way to the agreement for this one refusal, nothing for anything else."""
        if request.method != "GET" or request.headers.get("HX-Request") or not request.user.is_authenticated:
            return None
        if not isinstance(exception, Refused) or exception.status != HTTPStatus.FORBIDDEN:
            return None
        if exception.sentence != NOT_SIGNED:
            return None
        return redirect(f"{reverse('agreement')}?{urlencode({'next': request.get_full_path()})}")
