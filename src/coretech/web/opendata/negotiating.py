"""One address, several forms: the page for people, data for programs that ask for it (RFC 9110, 12.5.1)."""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from coretech.kit.sentence import Sentence
from coretech.readers.register_files.formats import FORMATS, Format, no_such_format, write
from coretech.readers.register_files.records import RegisterFile
from coretech.web.opendata.answers import name_of, open_file

Page = Callable[..., HttpResponse]
Data = Callable[..., RegisterFile]

HTML = "text/html"
_BY_TYPE: Mapping[str, Format] = {told.media_type: form for form, told in FORMATS.items()}
_TYPES = (HTML, *_BY_TYPE)
_NONE_OF_THESE = Sentence(
    f"這個網址沒有所要求的格式；有的是：{'、'.join(_TYPES)}。",
    f"This address has none of the media types asked for; it has: {', '.join(_TYPES)}.",
)


def offering(page: Page, data: Data) -> Page:
    """The page, or the same as data where ``?format=`` or the request's ``Accept`` asks for that.

    HTTP 404 for a format there is not, 406 where we have no type that is accepted.
    """

    @wraps(page)
    def answer(request: HttpRequest, **parameters: object) -> HttpResponse:
        response = _answer(request, parameters, page, data)
        patch_vary_headers(response, ["Accept"])
        response["Link"] = _alternates(request)
        return response

    return answer


def _answer(request: HttpRequest, parameters: Mapping[str, object], page: Page, data: Data) -> HttpResponse:
    if named := request.GET.get("format", ""):
        file, form = data(request, **parameters), _named(named)
        name = name_of(file, form, parameters.get("number"))
        return open_file(request, write(file, form), FORMATS[form].content_type, name)
    wanted = request.get_preferred_type(list(_TYPES))
    if wanted is None:
        return HttpResponse(
            f"{_NONE_OF_THESE.zh}\n{_NONE_OF_THESE.en}\n",
            status=HTTPStatus.NOT_ACCEPTABLE,
            content_type="text/plain; charset=utf-8",
        )
    if wanted == HTML or request.method not in {"GET", "HEAD"}:
        return page(request, **parameters)
    form = _BY_TYPE[wanted]
    return open_file(request, write(data(request, **parameters), form), FORMATS[form].content_type)


def _named(name: str) -> Format:
    if name not in FORMATS:
        raise no_such_format(list(FORMATS))
    return Format(name)


def _alternates(request: HttpRequest) -> str:
    """The other forms of the address, for whoever looks at the head alone (RFC 8288)."""
    path = request.get_full_path()
    return ", ".join(f'<{path}>; rel="alternate"; type="{each}"' for each in _TYPES)
