"""Turns a refusal raised under a page into the page that says so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from coretech.kit.refusal import Refused
from coretech.web.shell import problems


class RefusalMiddleware:
    """Answers `Refused` with its status and a page in the reader's language; any other exception goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The problem page for a refusal, nothing for anything else."""
        return problems.refused(request, exception) if isinstance(exception, Refused) else None
