"""One item of a list: its names in every language, where it stands in the tree, and what it is mapped to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.lists.mappings import of_items
from coretech.apps.lists.models import ListItem
from coretech.apps.lists.queries import item_of, version_of
from coretech.apps.lists.tree import path_of
from coretech.apps.lists.words import language_name
from coretech.apps.watch.access import defines
from coretech.apps.watch.signals.listed import watching
from coretech.engines.controls.loading import bundled
from coretech.web.acting import acting
from coretech.web.lists.words import counted, effects_of, status_tag, title_of
from coretech.web.shell.words import say
from coretech.web.signals.watched import watched_by


@require_safe
def list_item(request: HttpRequest, list_code: str, list_item: str) -> HttpResponse:
    """An item of a version. Public; HTTP 404 where there is none."""
    found = version_of(list_code)
    by, item = acting(request), item_of(found.version, list_item)
    context = {
        "found": found,
        "item": item,
        "title": title_of(found.version),
        "names": [
            (tag, say(language_name(tag)), name, tag in item.translated) for tag, name in item.names.items()
        ],
        "description": [(tag, text) for tag, text in item.description.items() if text],
        "path": path_of(item),
        "below": list(ListItem.objects.filter(parent=item).order_by("place")),
        "status": status_tag(found),
        "effects": effects_of(found.version),
        "counted": counted(found),
        "control": _control(item.code),
        "judged": of_items([item.pk]),
        "watched": watched_by(by, watching(item)),
        "define": reverse("watch_new") if defines(by) else "",
        "today": by.today,
    }
    return render(request, "lists/item.jinja", context)


def _control(code: str) -> str:
    """The regime whose parametric controls have an item of this code; empty where none has."""
    return next((regime.id for regime in bundled() if any(each.id == code for each in regime.items)), "")
