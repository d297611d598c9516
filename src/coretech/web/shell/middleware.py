"""What happens around every page: a refusal becomes the page that says so, and what is personal is not kept."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

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


class NothingKeptMiddleware:
    """Lets no browser or proxy keep a page that was drawn for somebody, or one with a form.

    A kept form would bring back a key that was used, and its second sending would count as the first one's echo.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on and mark its answer."""
        response = self.get_response(request)
        with_form = "CSRF_COOKIE_NEEDS_UPDATE" in request.META
        if request.user.is_authenticated or with_form:
            add_never_cache_headers(response)
        return response
