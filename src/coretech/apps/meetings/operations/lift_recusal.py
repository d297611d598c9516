"""Lifting an order to step aside that was given in error (art. 12), before the vote opens."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import chair_of, newest_declarations
from coretech.apps.meetings.locking import lock_item, require_item, require_not_closed
from coretech.apps.meetings.models import Declaration, Item, RecusalLift
from coretech.apps.meetings.recusal import stands_recused
from coretech.apps.meetings.seats import sitting
from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST = 300

_TOLD = Sentence(
    "有一件與您有關的會議事項，請登入閱覽", "Something at a meeting concerns you; please sign in"
)


def check(by: Acting, item: Item) -> Appointment | None:
    """The chair's seat, or None for the Office, or a panel's agency, where an order may be lifted now."""
    seat = chair_of(item.meeting, item)
    chairs = seat is not None and by.person_id is not None and sitting(item.meeting)[seat.pk] == by.person_id
    allow_on(by, item.meeting.body, Action.ORDER_RECUSAL if chairs else Action.LIFT_RECUSAL)
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED)
    if stands_recused(item, by.person_id or 0):
        raise wrong_state(
            "您已迴避本案，不能撤銷迴避命令。", "You are recused from this item and can lift no order in it."
        )
    return seat if chairs else None


@operation
def lift_recusal(by: Acting, item_id: int, appointment_id: int, why: str) -> Act:
    """Lift the order to whoever sits in a seat; what that person declared before counts again, or is still owed.

    The reason stands in the minutes; the order and its own reason stay on the record as they are.
    """
    item = lock_item(item_id)
    chair = check(by, item)
    ordered = _order(item, appointment_id)
    reason = " ".join(why.split())
    if not reason or len(reason) > LONGEST:
        raise bad_input(
            "why",
            f"請說明撤銷的理由（至多{LONGEST}字）；將載入會議紀錄。",
            f"Say in at most {LONGEST} characters why it is lifted; the minutes will tell.",
        )
    lift = RecusalLift.objects.create(declaration=ordered, lifted_by=chair, why=reason, lifted_at=by.at)
    act = record(
        by,
        "meeting.recusal_lifted",
        item.subject,
        public={"by": "secretariat" if chair is None else "chair"},
        confidential={"seat": ordered.appointment.seat.number, "person": ordered.person_id},
        rows=[lift],
        why=reason,
    )
    people = Person.objects.filter(pk=ordered.person_id).exclude(account=None)
    accounts = [account for account in people.values_list("account_id", flat=True) if account]
    notify(act, accounts, _TOLD, f"/items/{item.pk}/")
    return act


def orders_on(item: Item) -> list[Declaration]:
    """The orders that stand against those who sit in the seats, by seat."""
    rows = newest_declarations(item).values()
    return sorted(
        (row for row in rows if row.ordered_by_id is not None), key=lambda row: row.appointment.seat.number
    )


def _order(item: Item, appointment_id: int) -> Declaration:
    found = next((row for row in orders_on(item) if row.appointment_id == appointment_id), None)
    if found is None:
        raise wrong_state(
            "這一席沒有主席的迴避命令；自行申報的迴避由本人重新申報。",
            "No order stands against this seat. Whoever stepped aside unasked declares anew.",
        )
    return found
