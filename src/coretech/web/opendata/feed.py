"""The feed of announcements and corrections, in the language of its address or of ``?lang``."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.register.feed import register_feed
from coretech.engines.feeds import MEDIA_TYPE, atom
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Language
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file
from coretech.web.shell.words import language


@require_safe
def feed_atom(request: HttpRequest) -> HttpResponse:
    """The feed. Public; HTTP 422 for a language we do not speak."""
    feed = register_feed(_language(request), acting(request).today)
    return open_file(request, atom(feed), f"{MEDIA_TYPE}; charset=utf-8")


def _language(request: HttpRequest) -> Language:
    match request.GET.get("lang", ""):
        case "":
            return language()
        case "zh":
            return "zh"
        case "en":
            return "en"
    raise bad_input("lang", "lang 請填 zh 或 en。", "Give lang as zh or en.")
