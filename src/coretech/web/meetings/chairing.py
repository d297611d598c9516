"""Naming who presides: over the meeting, or over one item where the chair is recused."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings import queries
from coretech.apps.meetings.board import board_of
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.name_chair import LONGEST_REASON, check, name_chair
from coretech.apps.meetings.presiding import chair_ruling
from coretech.apps.meetings.seats import seats_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import seat_name, title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say, tr

_AFTERWARDS = Sentence("已指定主席。", "It is on record who presides.")
_WHOLE = "0"


class ChairForm(forms.Form):
    """Who presides, over what, and why."""

    appointment = forms.TypedChoiceField(label=both("由誰主持", "Who presides"), coerce=int)
    item = forms.TypedChoiceField(
        label=both("主持範圍", "Over what"), coerce=int, required=False, empty_value=_WHOLE
    )
    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both(
            "召集人不能主持的原因，列入紀錄；改回召集人主持時可不填。",
            "Why the convener cannot preside; it is kept on record. Leave it out when the convener takes over again.",
        ),
        max_length=LONGEST_REASON,
        required=False,
    )

    def __init__(self, data: QueryDict | None, meeting: Meeting) -> None:
        """Offer the seats in office, and the items still to be decided."""
        super().__init__(data)
        open_items = queries.agenda_of(meeting).exclude(state=Item.State.DECIDED)
        over = [(_WHOLE, tr("整場會議", "The whole meeting"))]
        over += [(str(item.pk), _named(item)) for item in open_items]
        seats = [(str(seat.pk), say(seat_name(seat, meeting))) for seat in seats_of(meeting)]
        self._offer("item", over)
        self._offer("appointment", [("", tr("請選擇", "Choose")), *seats])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_chair(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The form; sent back it names the chair."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    check(by, found)
    form = ChairForm(sent(request), found)
    if request.method == "POST" and attempt(form, lambda: _name(by, found, form)) is not None:
        return done(request, _AFTERWARDS, "meeting", found.pk)
    chair = board_of(found).chair
    context = {"meeting": found, "title": title_of(found), "form": form, "chair": chair_ruling(found, chair)}
    return draw(request, "meetings/chair.jinja", context, form)


def _name(by: Acting, meeting: Meeting, form: ChairForm) -> Act:
    given = form.cleaned_data
    return name_chair(by, meeting.pk, given["appointment"], given["why"], int(given["item"]) or None)


def _named(item: Item) -> str:
    return tr(f"第{item.order}案：{item.title.zh}", f"Item {item.order}: {item.title.en}")
