"""One version of an item, for good: what it said, for how long, by which announcement."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import find_version, history, in_effect_versions
from coretech.apps.register.standing import place_of, stood_with
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.register.corrections import COLUMNS, corrections_shown
from coretech.web.register.kin import kin_of
from coretech.web.register.rows import announcement_rows, item_rows, name_rows
from coretech.web.register.words import change_name
from coretech.web.shell.words import say

CHANGE = Sentence("這一版的變更", "What this version did")


@require_safe
def register_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """The version as announced and as corrected. Public; HTTP 404 where there is none of this number."""
    versions = history(number)
    shown = find_version(number, version)
    corrections = corrections_shown(versions)
    until = _until(versions, shown)
    context = {
        "shown": shown,
        "rows": [
            *name_rows(shown),
            *item_rows(shown, shown.authority.name_on(shown.valid_from)),
            (CHANGE, say(change_name(shown))),
            *announcement_rows(shown.announcement),
        ],
        "kin": kin_of([shown], acting(request).today),
        "correction": next((each for each in corrections if each.right == shown), None),
        "corrected": next((each for each in corrections if each.wrong == shown), None),
        "columns": COLUMNS,
        "before": next((each for each in versions if each.version == version - 1), None),
        "after": next((each for each in versions if each.version == version + 1), None),
        "until": until,
        "in_force": in_effect_versions(versions, acting(request).today) == shown,
    }
    return render(request, "register/version.jinja", context)


def _until(versions: list[ItemVersion], shown: ItemVersion) -> dt.date | None:
    """The last day this version counts for: the one before the next that stands."""
    following = [each for each in stood_with(shown, versions) if place_of(each) > place_of(shown)]
    return following[0].valid_from - dt.timedelta(days=1) if following else None
