"""Who is recused from an item, who might consider it, and the chair's order to step aside."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings import queries
from coretech.apps.meetings.facts import newest_declarations, room_of
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.operations import lift_recusal
from coretech.apps.meetings.operations import order_recusal as operation
from coretech.apps.meetings.recusal import NOT_THE_CHAIR
from coretech.apps.meetings.seats import seats_of
from coretech.apps.meetings.suggestions import sees_all, suggestions
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.relations import GROUNDS
from coretech.web.meetings.words import seat_name, title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_ORDERED = Sentence(
    "已令其迴避；該席不再參與本案，文件也已關閉。",
    "The order stands: that seat takes no more part in the item, and its papers are closed.",
)
_LIFTED = Sentence(
    "已撤銷迴避命令；該席先前的申報恢復效力，尚未申報者仍須申報。",
    "The order is lifted. What that member declared before counts again; one who has not declared still must.",
)
COLUMNS = (
    Column(Sentence("席位", "Seat")),
    Column(Sentence("事由類別", "Class of the ground")),
    Column(Sentence("如何迴避", "How")),
)
BY_CHAIR, BY_ONESELF = Sentence("主席令其迴避", "Ordered by the chair"), Sentence("自行申報", "Declared")


class OrderForm(forms.Form):
    """Who must step aside, on what class of ground, and why."""

    appointment = forms.TypedChoiceField(label=both("應迴避的席位", "Who must step aside"), coerce=int)
    ground = forms.ChoiceField(
        label=both("事由的類別（列入紀錄）", "The class of the ground (on the record)"),
        widget=forms.RadioSelect,
        choices=[
            (ground.value, both(GROUNDS[ground].zh, GROUNDS[ground].en)) for ground in operation.GROUNDS
        ],
    )
    why = forms.CharField(
        label=both("理由（保密）", "The reason (confidential)"),
        help_text=both(
            "只有主席與日後依法調閱紀錄的人看得到；會議紀錄只記載迴避與類別。",
            "It stays with the confidential record; the minutes say only that the member is recused, and the class.",
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: QueryDict | None, item: Item) -> None:
        """Offer the seats in office on the day of the meeting."""
        super().__init__(data)
        field = self.fields["appointment"]
        if isinstance(field, forms.ChoiceField):
            seats = [(seat.pk, say(seat_name(seat, item.meeting))) for seat in seats_of(item.meeting)]
            field.choices = [("", both("（請選擇）", "(choose)")), *seats]


class LiftForm(forms.Form):
    """Whose order is lifted, and why."""

    lifted = forms.TypedChoiceField(label=both("撤銷哪一席的命令", "Whose order is lifted"), coerce=int)
    lift_why = forms.CharField(
        label=both("撤銷的理由", "Why it is lifted"),
        help_text=both(
            "載入會議紀錄，請勿寫出原命令的保密理由。",
            "The minutes will tell it; do not write the order’s own confidential reason.",
        ),
        max_length=lift_recusal.LONGEST,
    )

    def __init__(self, data: QueryDict | None, item: Item) -> None:
        """Offer the seats an order stands against."""
        super().__init__(data)
        field = self.fields["lifted"]
        if isinstance(field, forms.ChoiceField):
            orders = [row.appointment for row in lift_recusal.orders_on(item)]
            field.choices = [("", both("（請選擇）", "(choose)"))] + [
                (seat.pk, say(seat_name(seat, item.meeting))) for seat in orders
            ]


@dataclass(frozen=True, slots=True)
class Noted:
    """A seat that might consider stepping aside, and what is known."""

    seat: Sentence
    known: Sentence


@require_http_methods(["GET", "HEAD", "POST"])
def recusals(request: HttpRequest, item_id: int) -> HttpResponse:
    """For the secretariat and the chair; the order is the chair's alone, and either may lift one given in error."""
    by = acting(request)
    item = queries.find_item(by, item_id)
    if not sees_all(by, item, room_of(item)):
        raise Refused(NOT_THE_CHAIR, status=403)
    form = OrderForm(sent(request), item)
    if attempt(form, lambda: _order(by, item, form)) is not None:
        return done(request, _ORDERED, "recusals", item.pk)
    lift = LiftForm(sent(request, "lift"), item)
    if attempt(lift, lambda: _lift(by, item, lift)) is not None:
        return done(request, _LIFTED, "recusals", item.pk)
    context = {"form": form, "lift": lift, **_context(by, item)}
    return draw(request, "meetings/recusals.jinja", context, form, lift)


def _lift(by: Acting, item: Item, form: LiftForm) -> Act:
    given = form.cleaned_data
    return lift_recusal.lift_recusal(by, item.pk, given["lifted"], given["lift_why"])


def _order(by: Acting, item: Item, form: OrderForm) -> Act:
    given = form.cleaned_data
    return operation.order_recusal(by, item.pk, given["appointment"], given["ground"], given["why"])


def _context(by: Acting, item: Item) -> dict[str, object]:
    newest = newest_declarations(item)
    recused = [(seat, newest[seat.pk]) for seat in seats_of(item.meeting) if _is_recused(newest.get(seat.pk))]
    return {
        "item": item,
        "title": title_of(item.meeting),
        "columns": COLUMNS,
        "recused": [_row(item, seat, declaration) for seat, declaration in recused],
        "noted": [Noted(seat_name(each.seat, item.meeting), each.known.value) for each in suggestions(item)],
        "gate": gate_of(operation.check, by, item),
        "lifting": gate_of(lift_recusal.check, by, item) if lift_recusal.orders_on(item) else None,
    }


def _is_recused(declaration: Declaration | None) -> bool:
    return declaration is not None and declaration.recused


def _row(item: Item, seat: Appointment, declaration: Declaration) -> list[str]:
    """The seat, the class and the way; never a reason."""
    ground = GROUNDS.get(Declaration.Ground(declaration.ground)) if declaration.ground else None
    how = BY_ONESELF if declaration.ordered_by_id is None else BY_CHAIR
    return [say(seat_name(seat, item.meeting)), "－" if ground is None else say(ground), say(how)]
