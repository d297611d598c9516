"""One version of an item, for good: what it said, for how long, by which announcement."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import history, in_effect_versions
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.register.kin import kin_of
from coretech.web.register.rows import announcement_rows, item_rows, name_rows
from coretech.web.register.words import change_name
from coretech.web.shell.words import say

CHANGE = Sentence("這一版的變更", "What this version did")


@require_safe
def register_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """The version as announced and as corrected. Public; HTTP 404 where there is none of this number."""
    versions = history(number)
    shown = next((each for each in versions if each.version == version), None)
    if shown is None:
        raise not_found(f"第{number}項沒有第{version}版。", f"Item {number} has no version {version}.")
    after = _after(versions, shown)
    context = {
        "shown": shown,
        "rows": [
            *name_rows(shown),
            *item_rows(shown, shown.authority.name_on(shown.valid_from)),
            (CHANGE, say(change_name(shown))),
            *announcement_rows(shown.announcement),
        ],
        "kin": kin_of([shown], acting(request).today),
        "before": next((each for each in versions if each.version == version - 1), None),
        "after": after,
        "until": None if after is None else after.valid_from - dt.timedelta(days=1),
        "in_force": in_effect_versions(versions, acting(request).today) == shown,
    }
    return render(request, "register/version.jinja", context)


def _after(versions: list[ItemVersion], shown: ItemVersion) -> ItemVersion | None:
    """The version that follows; its first day ends this one."""
    return next((each for each in versions if each.version == shown.version + 1), None)
