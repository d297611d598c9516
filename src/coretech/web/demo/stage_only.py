"""Pages that exist on the demonstration's stage alone."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from coretech.kit.refusal import not_found

View = Callable[[HttpRequest], HttpResponse]


def stage_only(view: View) -> View:
    """Answer HTTP 404 wherever this is no demonstration, before the view is asked anything."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.CORETECH_DEMO:
            raise not_found("這裡不是示範系統。", "This is not a demonstration.")
        return view(request)

    return guarded
