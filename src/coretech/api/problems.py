"""Errors as problem documents (RFC 9457), in the reader's language and with both at hand."""

from collections.abc import Sequence
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation.trans_real import parse_accept_lang_header
from pydantic import Field, JsonValue

from coretech.api.schemas import Shown, Words
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Language, Sentence

MEDIA_TYPE = "application/problem+json"

TITLES: dict[int, Sentence] = {
    HTTPStatus.BAD_REQUEST: Sentence("請求無法解讀", "The request cannot be read"),
    HTTPStatus.UNAUTHORIZED: Sentence("須先登入", "Sign in first"),
    HTTPStatus.FORBIDDEN: Sentence("您不能進行這一步", "You may not do this"),
    HTTPStatus.NOT_FOUND: Sentence("找不到", "Not found"),
    HTTPStatus.METHOD_NOT_ALLOWED: Sentence("此網址不接受這種方法", "This address does not take that method"),
    HTTPStatus.CONFLICT: Sentence("目前不能進行這一步", "This step is closed at the moment"),
    HTTPStatus.PRECONDITION_FAILED: Sentence("已有他人更新", "Somebody was quicker"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Sentence("內容過大", "The content is too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Sentence("不接受這種格式", "That format is not taken"),
    HTTPStatus.UNPROCESSABLE_ENTITY: Sentence("內容需要更正", "What was sent needs correcting"),
    HTTPStatus.TOO_MANY_REQUESTS: Sentence("請求過於頻繁", "Too many requests"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Sentence("系統發生錯誤", "Something broke on our side"),
}


class RulingShown(Shown):
    """What the law says to one question on given facts."""

    question: str
    outcome: str
    articles: list[str]
    level: dict[str, str]
    reason: Words
    values: dict[str, JsonValue]
    warnings: list[str]
    readings: dict[str, str]
    disputed: bool
    as_of: str | None


class FieldProblem(Shown):
    """What is wrong with one field, and what would be right."""

    field: str
    sentence: Words


class Closed(Shown):
    """Why something is refused: the sentence, and the ruling or the field behind it."""

    status: int
    sentence: Words
    field: str | None = None
    ruling: RulingShown | None = None


class Problem(Closed):
    """A problem document; ``title`` and ``detail`` are in the language of Accept-Language, Chinese by default."""

    type: str
    title: str
    detail: str
    errors: list[FieldProblem] = Field(default_factory=list)


class ProblemKind(Shown):
    """One kind of problem: the address that names it, its HTTP status, its title."""

    type: str
    status: int
    title: Words


def kinds() -> list[ProblemKind]:
    """Every kind of problem this API answers with."""
    return [
        ProblemKind(type=_type(status), status=status, title=Words.of(title))
        for status, title in TITLES.items()
    ]


def closed(refusal: Refused | None) -> Closed | None:
    """A refusal as part of an answer: why a step is closed; nothing where it is open."""
    if refusal is None:
        return None
    return Closed(
        status=refusal.status,
        sentence=Words.of(refusal.sentence),
        field=refusal.field,
        ruling=None if refusal.ruling is None else RulingShown.model_validate(refusal.ruling.as_dict()),
    )


def answer(request: HttpRequest, refusal: Refused, errors: Sequence[FieldProblem] = ()) -> HttpResponse:
    """The problem document for a refusal."""
    language = language_of(request)
    why = closed(refusal)
    problem = Problem(
        **(why.model_dump() if why else {}),
        type=_type(refusal.status),
        title=TITLES[refusal.status].say(language),
        detail=refusal.sentence.say(language),
        errors=list(errors),
    )
    return _response(problem, language)


def language_of(request: HttpRequest) -> Language:
    """The language the client likes best of our two; Chinese where it says nothing."""
    for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if tag.startswith("zh"):
            return "zh"
        if tag.startswith("en"):
            return "en"
    return "zh"


def _response(problem: Problem, language: Language) -> HttpResponse:
    response = HttpResponse(problem.model_dump_json(), status=problem.status, content_type=MEDIA_TYPE)
    response["Content-Language"] = {"zh": "zh-Hant-TW", "en": "en"}[language]
    response["Cache-Control"] = "no-store"
    if problem.status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="coretech"'
    return response


def _type(status: int) -> str:
    slug = HTTPStatus(status).phrase.lower().replace(" ", "-")
    return f"{reverse('api:problem_kinds')}#{slug}"
