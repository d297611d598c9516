"""From whatever is raised under the API to a problem document."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from django.core.exceptions import RequestDataTooBig
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from coretech.api.problems import answer
from coretech.api.wrong_input import told
from coretech.apps.cases.moving import Outdated
from coretech.apps.inventory.yearly.rounds import RoundMoved
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

if TYPE_CHECKING:
    from ninja.main import ExcHandler

E = TypeVar("E", bound=Exception)

_LOG = logging.getLogger(__name__)

NO_ADDRESS = Refused(
    Sentence(
        "這個網址沒有對應的資源，或您無權得知。",
        "There is nothing at this address, or nothing you may know of.",
    ),
    status=404,
)
NO_METHOD = Refused(
    Sentence(
        "這個網址不接受這種方法；可用的列於 Allow。",
        "This address does not take that method; Allow lists those it takes.",
    ),
    status=405,
)
_NOBODY = Refused(
    Sentence(
        "請以權杖（Authorization: Bearer …）或登入後的工作階段存取。",
        "Send a token (Authorization: Bearer …) or a signed-in session.",
    ),
    status=401,
)
_NO_CSRF = Refused(
    Sentence(
        "以工作階段寫入時，須附上標頭 X-CSRFToken；或改用權杖。",
        "A session that writes sends the header X-CSRFToken; a token needs none.",
    ),
    status=403,
)
_TOO_LARGE = Refused(
    Sentence("請求的內容過大；沒有寫入任何資料。", "The content is too large; nothing was written."),
    status=413,
)
_BROKEN = Refused(
    Sentence(
        "處理請求時發生未預期的錯誤；沒有寫入未完成的資料。請稍後再試。",
        "Something unexpected happened; nothing half-done was written. Try again later.",
    ),
    status=500,
)


def register(api: NinjaAPI) -> None:
    """Put the handlers into the API."""
    _on(api, Refused, answer)
    _on(api, Outdated, _outdated)
    _on(api, RoundMoved, _outdated)
    _on(api, ValidationError, lambda request, error: answer(request, *told(error)))
    _on(api, AuthenticationError, lambda request, _: answer(request, _NOBODY))
    _on(api, HttpError, _http_error)
    _on(api, Http404, lambda request, _: answer(request, NO_ADDRESS))
    _on(api, RequestDataTooBig, lambda request, _: answer(request, _TOO_LARGE))
    _on(api, Exception, _broken)


def _on(api: NinjaAPI, kind: type[E], handle: Callable[[HttpRequest, E], HttpResponse]) -> None:
    """Register one handler; the framework's type speaks of classes too, which it never hands over."""
    api.add_exception_handler(kind, cast("ExcHandler[E]", handle))


def _outdated(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """HTTP 412 where a header asked for the version (RFC 9110), 409 where the content did."""
    status = 412 if "If-Match" in request.headers else refusal.status
    return answer(request, Refused(refusal.sentence, status=status, field=None))


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The two that the framework raises itself: a body our parser refused, and a missing CSRF token."""
    cause = error.__cause__
    return answer(request, cause if isinstance(cause, Refused) else _NO_CSRF)


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    """Tell whoever watches for errors, as Django does, and answer in the client's form."""
    _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    got_request_exception.send(sender=None, request=request)
    return answer(request, _BROKEN)
