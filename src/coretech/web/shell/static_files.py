"""Static files for an asynchronous server."""

from typing import Protocol

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import Response


class Served(Protocol):
    """A file as WhiteNoise keeps it: it knows its headers, its packed forms and its parts."""

    def get_response(self, method: str | None, request_headers: dict[str, object]) -> Response:
        """What a request gets."""


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise, sending each file in one piece.

    It would stream one with an iterator that only a synchronous server can follow: behind any other, Django reads it
    to its end before the first byte goes out, and warns. The largest of ours has some hundred kilobytes.
    """

    @staticmethod
    def serve(static_file: Served, request: HttpRequest) -> HttpResponse:  # type: ignore[override]  # as its own does
        """The file, or the part of it that was asked for; without its bytes where those are not wanted."""
        found = static_file.get_response(request.method, request.META)
        answer = HttpResponse(_bytes_of(found), status=int(found.status))
        del answer["Content-Type"]
        for name, value in found.headers:
            answer[name] = value
        return answer


def _bytes_of(found: Response) -> bytes:
    if found.file is None:
        return b""
    with found.file as file:
        content: bytes = file.read()
        return content
