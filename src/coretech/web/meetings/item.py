"""One item of an agenda: the case in short, the room, the steps of the secretariat, and the result."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import (
    close_vote,
    defer_item,
    open_vote,
    record_hands,
    record_paper_declarations,
)
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.meetings.case_facts import case_facts
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.item_forms import DEFER, HANDS, PAPER, ItemForms, item_forms
from coretech.web.meetings.room import room_view
from coretech.web.meetings.words import tag_of, title_of
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.parts import Column

OPEN, CLOSE = "open", "close"
HAND_COLUMNS = (Column(Sentence("委員", "Member")), Column(Sentence("表決", "Vote")))

_AFTERWARDS = {
    PAPER: Sentence("紙本申報已登錄。", "The paper declarations are entered."),
    HANDS: Sentence("舉手表決已登錄。", "The show of hands is entered."),
    DEFER: Sentence("本案保留，可排入下次議程。", "The item is deferred; its case may go on another agenda."),
    OPEN: Sentence("已宣布表決，委員可以投票。", "The vote is open; members can vote now."),
    CLOSE: Sentence("表決已結束。", "The vote is closed."),
}
_CHECKS = {
    PAPER: record_paper_declarations.check,
    HANDS: record_hands.check,
    DEFER: defer_item.check,
    OPEN: open_vote.check,
    CLOSE: close_vote.check,
}


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """The item's page; sent back with a step, it carries the item on."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    room = room_view(by, found)
    forms = item_forms(request, found, room)
    step = request.POST.get("step", "")
    if request.method == "POST" and _take(by, found, step, forms) is not None:
        return done(request, _AFTERWARDS[step], "item", found.pk)
    context = {
        "item": found,
        "title": title_of(found.meeting),
        "mark": tag_of(found),
        "facts": case_facts(found),
        "hand_columns": HAND_COLUMNS,
        "room": room,
        "forms": forms,
        "gates": _gates(by, found),
    }
    return draw(request, "meetings/item.jinja", context, forms.paper, forms.hands, forms.defer)


@require_safe
def item_room(request: HttpRequest, item_id: int) -> HttpResponse:
    """The part of the item's page that changes while members vote, for refreshing it alone."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    context = {"item": found, "mark": tag_of(found), "room": room_view(by, found)}
    return render(request, "meetings/room.jinja", context)


def _gates(by: Acting, found: Item) -> dict[str, Gate]:
    """The buttons of the reader's own role."""
    gates = {step: gate_of(check, by, found) for step, check in _CHECKS.items()}
    return {step: gate for step, gate in gates.items() if gate is not None}


def _take(by: Acting, found: Item, step: str, forms: ItemForms) -> Act | None:
    """Carry out the step that was sent; None where its form needs correcting."""
    match step:
        case "paper":
            run = record_paper_declarations.record_paper_declarations
            return attempt(forms.paper, lambda: run(by, found.pk, forms.paper.ticked()))
        case "hands":
            return attempt(forms.hands, lambda: record_hands.record_hands(by, found.pk, forms.hands.hands()))
        case "defer":
            return attempt(
                forms.defer, lambda: defer_item.defer_item(by, found.pk, forms.defer.cleaned_data["why"])
            )
        case "open":
            return once(lambda: open_vote.open_vote(by, found.pk))
        case "close":
            return once(lambda: close_vote.close_vote(by, found.pk))
    message = "an item has no such step"
    raise BadRequest(message)
