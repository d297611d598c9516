"""All lists, by country: what they bring, where they stand, and how much of them is here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.lists.access import keeps_lists
from coretech.apps.lists.models import ListStatus
from coretech.apps.lists.queries import Standing, standing_versions
from coretech.apps.lists.words import country
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.lists.words import counted, effects_of, status_tag, version_link
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

_COLUMNS = (
    Column(Sentence("清單", "List")),
    Column(Sentence("國家", "Country")),
    Column(Sentence("發布者", "Issuer")),
    Column(Sentence("效果", "What it brings")),
    Column(Sentence("狀態", "Status")),
    Column(Sentence("收錄／發布項數", "Items here / stated")),
)


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Every version of every list; those that were replaced by themselves. Public."""
    found = standing_versions()
    past = ListStatus.Status.REPLACED
    context = {
        "columns": _COLUMNS,
        "standing": [_row(each) for each in found if each.status != past],
        "past": [_row(each) for each in found if each.status == past],
        "lists": len({each.version.list_id for each in found}),
        "countries": len({each.version.list.country for each in found}),
        "keeps": keeps_lists(acting(request)),
    }
    return render(request, "lists/lists.jinja", context)


def _row(each: Standing) -> list[object]:
    of = each.version.list
    return [
        version_link(each),
        Markup('<span class="ct-nowrap">{}</span>').format(say(country(of.country))),
        say(of.issuer),
        effects_of(each.version),
        status_tag(each),
        counted(each),
    ]
