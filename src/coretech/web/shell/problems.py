"""Pages that say what went wrong, why, and what to do next, in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from coretech.kit.refusal import Because, Refused
from coretech.kit.sentence import Sentence
from coretech.web.shell.context import Shell

WHOLE_PAGE = "problem.jinja"
PART = "components/problem.jinja"
_BEYOND = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a problem page says."""

    status: int
    heading: Sentence
    what: Sentence
    next_step: Sentence
    ruling: Because | None = None


HEADINGS = {
    HTTPStatus.BAD_REQUEST: Sentence("這項請求無法處理", "This request cannot be handled"),
    HTTPStatus.FORBIDDEN: Sentence("您不能進行這一步", "You may not do this"),
    HTTPStatus.NOT_FOUND: Sentence("找不到這一頁", "This page is not here"),
    HTTPStatus.CONFLICT: Sentence("目前不能進行這一步", "This step is closed at the moment"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Sentence("送出的內容太大", "What was sent is too large"),
    HTTPStatus.UNPROCESSABLE_ENTITY: Sentence("填寫的內容需要更正", "What was entered needs correcting"),
    HTTPStatus.TOO_MANY_REQUESTS: Sentence("請求過於頻繁", "Too many requests"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Sentence("系統發生錯誤", "Something broke on our side"),
}
NEXT_STEPS = {
    HTTPStatus.BAD_REQUEST: Sentence("請回上一頁重新送出。", "Go back and send it again."),
    HTTPStatus.FORBIDDEN: Sentence(
        "請以有此職務的帳號登入，或洽關鍵技術辦公室。",
        "Sign in with an account that holds the role, or ask the Office.",
    ),
    HTTPStatus.NOT_FOUND: Sentence(
        "請檢查網址，或從清單找起。", "Check the address, or start again from the list."
    ),
    HTTPStatus.CONFLICT: Sentence(
        "沒有寫入任何資料。請重新載入該頁，依目前狀態辦理。",
        "Nothing was written. Reload the page and go on from where the matter stands now.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Sentence(
        "沒有寫入任何資料，先前存下的草稿與版本都還在。請回上一頁刪減，或將長篇資料改以附件提供。",
        "Nothing was written, and what was kept before is still there. Go back and leave some out, or attach long "
        "material as a file.",
    ),
    HTTPStatus.UNPROCESSABLE_ENTITY: Sentence(
        "沒有寫入任何資料。請回上一頁更正後再送出。",
        "Nothing was written. Go back, correct it and send it again.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: Sentence("請稍候幾分鐘再試。", "Wait a few minutes and try again."),
    HTTPStatus.INTERNAL_SERVER_ERROR: Sentence(
        "沒有寫入未完成的資料。請稍後再試；若仍發生，請將時間與網址告知系統管理者。",
        "Nothing half-done was written. Try again later; if it happens again, tell the administrator when and where.",
    ),
}


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The page for a refusal: its own sentence, and the ruling with its article where there is one."""
    status = HTTPStatus(refusal.status)
    problem = Problem(status, _heading(status), refusal.sentence, _next_step(status), refusal.ruling)
    return _answer(request, problem)


def _handler(status: HTTPStatus, what: Sentence) -> Callable[..., HttpResponse]:
    """A view for Django's ``handler…`` names, for where no ruling says why."""

    def answer(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django gives it by name
        return _answer(request, Problem(status, _heading(status), what, _next_step(status)))

    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django gives it by name
    """HTTP 403: the form is too old, was opened before signing in, or was not ours."""
    what = Sentence(
        "表單已過期，或瀏覽器未接受本站的 Cookie，因此沒有送出。",
        "The form has expired, or the browser keeps no cookie from this site, so it was not sent.",
    )
    again = Sentence("請回上一頁重新載入，再填寫一次。", "Go back, reload the page and fill it in again.")
    return _answer(
        request, Problem(HTTPStatus.FORBIDDEN, Sentence("表單沒有送出", "The form was not sent"), what, again)
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """HTTP 500, drawn without the database or the session, which may be what broke."""
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    what = Sentence("處理這一頁時發生未預期的錯誤。", "Something unexpected happened while making this page.")
    problem = Problem(status, _heading(status), what, _next_step(status))
    context = {"shell": Shell(request, bare=True), "problem": problem, "back": None}
    return HttpResponse(render_to_string(WHOLE_PAGE, context), status=status)


def _heading(status: HTTPStatus) -> Sentence:
    return HEADINGS.get(status, HEADINGS[HTTPStatus.CONFLICT])


def _next_step(status: HTTPStatus) -> Sentence:
    return NEXT_STEPS.get(status, NEXT_STEPS[HTTPStatus.CONFLICT])


def _answer(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The whole page; only the message where a live part of a page asked."""
    template = PART if request.headers.get("HX-Request") else WHOLE_PAGE
    context = {"problem": problem, "back": _came_from(request)}
    return HttpResponse(render_to_string(template, context, request), status=problem.status)


def _came_from(request: HttpRequest) -> str | None:
    """The page of this site that the reader came from, never another site's."""
    referrer = request.headers.get("Referer", "")
    host = {request.headers.get("Host", "")}
    return referrer if url_has_allowed_host_and_scheme(referrer, host) else None


_damaged = _handler(
    HTTPStatus.BAD_REQUEST,
    Sentence("送來的請求不完整或已損壞。", "The request is incomplete or damaged."),
)
_too_large = _handler(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Sentence("這份表單的內容超過系統一次能收的大小。", "The form holds more than can be taken at once."),
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """HTTP 413 for a form beyond any sensible size, 400 for what cannot be understood."""
    answer = _too_large if isinstance(exception, _BEYOND) else _damaged
    return answer(request, exception)


forbidden = _handler(
    HTTPStatus.FORBIDDEN,
    Sentence("您目前的身分不能開啟這一頁。", "Your present role does not open this page."),
)
not_found = _handler(
    HTTPStatus.NOT_FOUND,
    Sentence(
        "這個網址沒有對應的頁面，或您無權得知。", "There is no page at this address, or none you may know of."
    ),
)
