"""One item of an agenda: the case in short, the room, the steps of the secretariat and the chair, and the result."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Item
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.case_facts import case_facts
from coretech.web.meetings.item_forms import item_forms
from coretech.web.meetings.item_links import item_links
from coretech.web.meetings.item_steps import STEPS, step_gates
from coretech.web.meetings.room import room_view
from coretech.web.meetings.words import METHODS, tag_of, title_of
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.parts import Column

HAND_COLUMNS = (Column(Sentence("委員", "Member")), Column(Sentence("表決", "Vote")))
READING_COLUMNS = (Column(Sentence("解讀", "Reading")), Column(Sentence("結果", "Outcome")))


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """The item's page; sent back with a step, it carries the item on."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    room = room_view(by, found)
    by_step = item_forms(request, found, room)
    step = request.POST.get("step", "")
    if request.method == "POST" and _take(by, found, step, by_step) is not None:
        return done(request, STEPS[step].afterwards, "item", found.pk)
    context = {
        **_shown(found),
        "title": title_of(found.meeting),
        "facts": case_facts(found),
        "hand_columns": HAND_COLUMNS,
        "room": room,
        "forms": by_step,
        "gates": step_gates(by, found),
        "links": item_links(by, found, room),
    }
    return draw(request, "meetings/item.jinja", context, *by_step.values())


@require_safe
def item_room(request: HttpRequest, item_id: int) -> HttpResponse:
    """The part of the item's page that changes while members vote, for refreshing it alone."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    return render(request, "meetings/room.jinja", {**_shown(found), "room": room_view(by, found)})


def _shown(found: Item) -> dict[str, object]:
    return {
        "item": found,
        "mark": tag_of(found),
        "method": METHODS[Item.Method(found.method)] if found.method else None,
        "reading_columns": READING_COLUMNS,
    }


def _take(by: Acting, found: Item, step: str, by_step: Mapping[str, forms.Form]) -> Act | None:
    """Carry out the step that was sent; None where its form needs correcting."""
    if step not in STEPS:
        message = "an item has no such step"
        raise BadRequest(message)
    form = by_step[step]
    return attempt(form, lambda: STEPS[step].run(by, found, form))
