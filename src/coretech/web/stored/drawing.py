"""Drawing an open page for nobody in particular: Django's own handler with a short chain of middleware.

What is left out is what makes a page somebody's: sessions, sign-in, messages, form keys. All else of the settings'
chain stays, and with it every header of security.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.core.handlers.exception import convert_exception_to_response
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix
from django.utils.module_loading import import_string

from coretech.web.stored.addresses import Asked
from coretech.web.stored.bodies import Headers

Respond = Callable[[HttpRequest], HttpResponseBase]

PERSONAL = frozenset(
    {
        "coretech.web.shell.static_files.StaticFilesMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
        "allauth.account.middleware.AccountMiddleware",
    }
)
"""Left out of the chain."""
SIGNED_IN = "django.contrib.auth.middleware.AuthenticationMiddleware"
NOBODY = "coretech.web.stored.drawing.NobodyMiddleware"
"""Stands where it is found out who is signed in."""

Drawn = tuple[int, Headers, bytes]


class NobodyMiddleware:
    """Says of every request that nobody is signed in."""

    def __init__(self, get_response: Respond) -> None:
        """Keep what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        request.user = AnonymousUser()
        return self.get_response(request)


class Draughtsman(BaseHandler):
    """Answers open requests in the thread that calls."""

    def __init__(self) -> None:
        """Build the chain."""
        super().__init__()
        self.load_middleware()

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as Django declares it
        """Put the settings' chain together without what is personal."""
        self._view_middleware: list[Any] = []
        self._template_response_middleware: list[Any] = []
        self._exception_middleware: list[Any] = []
        respond = _answering(getattr(self, "_get_response"))  # noqa: B009 - Django's own; its types do not tell of it
        for path in reversed(settings.MIDDLEWARE):
            if path not in PERSONAL:
                respond = self._before(NOBODY if path == SIGNED_IN else path, respond)
        self._middleware_chain = respond

    def draw(self, asked: Asked) -> Drawn:
        """The status, the headers and the content of the answer."""
        set_script_prefix("/")
        response = cast("HttpResponse", self.get_response(ASGIRequest(_scope(asked), BytesIO())))
        headers = [
            *((name.lower().encode(), value.encode("latin-1")) for name, value in response.items()),
            *((b"set-cookie", morsel.OutputString().encode()) for morsel in response.cookies.values()),
        ]
        return response.status_code, headers, bytes(response.content)

    def draw_apart(self, asked: Asked) -> Drawn:
        """The same in a thread for drawing alone, which keeps its connection from one drawing to the next.

        The connection is looked at before it is used, and made anew where it is lost.
        """
        connection.close_at = None
        connection.close_if_unusable_or_obsolete()
        return self.draw(asked)

    def _before(self, path: str, respond: Respond) -> Respond:
        made = import_string(path)(respond)
        if hasattr(made, "process_view"):
            self._view_middleware.insert(0, made.process_view)
        if hasattr(made, "process_exception"):
            self._exception_middleware.append(made.process_exception)
        return _answering(made)


def _answering(respond: Respond) -> Respond:
    """Let an exception become an answer."""
    return cast("Respond", convert_exception_to_response(respond))


def _scope(asked: Asked) -> dict[str, Any]:
    return {
        "type": "http",
        "method": "GET",
        "scheme": asked.scheme,
        "path": asked.path,
        "query_string": asked.query,
        "headers": list(asked.headers),
    }
