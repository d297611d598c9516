"""The agenda before and during a meeting: items without a case, and the order of all of them."""

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations import list_item, reorder_agenda
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both

LIST, UP = "list", "up"
COLUMNS = (
    Column(Sentence("案次", "Item")),
    Column(Sentence("案由", "Title")),
    Column(Sentence("類別", "Kind")),
    Column(Sentence("順序", "Order")),
)
KINDS = {
    Item.Kind.CASE: Sentence("討論事項：案件", "Case"),
    Item.Kind.DISCUSSION: Sentence("討論事項", "Discussion"),
    Item.Kind.REPORT: Sentence("報告事項", "Report"),
    Item.Kind.MOTION: Sentence("臨時動議", "Motion"),
}
_LISTED = Sentence("已列入議程。", "It is on the agenda.")
_MOVED = Sentence("已調整順序。", "The order is changed.")


class TopicForm(forms.Form):
    """What is listed."""

    title_zh = forms.CharField(label=both("案由", "Title in Chinese"), max_length=list_item.LONGEST_ZH)
    title_en = forms.CharField(
        label=both("英文案由（選填）", "Title in English (optional)"),
        required=False,
        max_length=list_item.LONGEST_EN,
    )

    def __init__(self, data: QueryDict | None, meeting: Meeting) -> None:
        """Offer what may be listed now: a motion once the meeting has begun, reports and discussions before."""
        super().__init__(data)
        kinds = (Item.Kind.MOTION,) if meeting.running else list_item.BEFORE
        choices = [(kind.value, both(KINDS[kind].zh, KINDS[kind].en)) for kind in kinds]
        self.fields["kind"] = forms.ChoiceField(
            label=both("類別", "Kind"), widget=forms.RadioSelect, choices=choices, initial=choices[0][0]
        )
        self.order_fields(["kind"])

    def topic(self) -> list_item.Topic:
        """What the form gives."""
        return list_item.Topic(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_agenda(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Every item in order; sent back with a step, it lists an item or moves one up."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.LIST_ITEM)
    if request.POST.get("step") == UP:
        _up(by, found, request.POST.get("item", ""))
        return done(request, _MOVED, "meeting_agenda", found.pk)
    form = TopicForm(sent(request, LIST), found)
    if attempt(form, lambda: list_item.list_item(by, found.pk, form.topic())) is not None:
        return done(request, _LISTED, "meeting_agenda", found.pk)
    kind = Item.Kind.MOTION if found.running else Item.Kind.REPORT
    context = {
        "meeting": found,
        "title": title_of(found),
        "columns": COLUMNS,
        "items": [(item, KINDS[Item.Kind(item.kind)]) for item in queries.agenda_of(found)],
        "form": form,
        "gate": gate_of(list_item.check, by, found, kind),
        "may_order": gate_of(reorder_agenda.check, by, found),
    }
    return draw(request, "meetings/agenda.jinja", context, form)


def _up(by: Acting, found: Meeting, chosen: str) -> Act:
    """Let an item change places with the one before it; the first stays where it is."""
    order = [item.pk for item in queries.agenda_of(found)]
    numbers = {str(pk): place for place, pk in enumerate(order)}
    if chosen not in numbers:
        message = "no such item on this agenda"
        raise BadRequest(message)
    place = numbers[chosen]
    order[max(place - 1, 0) : place + 1] = reversed(order[max(place - 1, 0) : place + 1])
    return once(lambda: reorder_agenda.reorder_agenda(by, found.pk, order))
