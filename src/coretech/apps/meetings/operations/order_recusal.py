"""The chair's order to step aside (art. 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_item, require_item, require_not_closed
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.recusal import presides, require_takes_part, stands_recused
from coretech.apps.meetings.seats import seats_of, sitting
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.recusal import chair, order
from coretech.law.ruling import Ruling

GROUNDS = tuple(ground for ground in Declaration.Ground if ground != Declaration.Ground.UNASKED)
"""The classes of article 12 that a chair may know of."""

_TOLD = Sentence(
    "有一件與您有關的會議事項，請登入閱覽", "Something at a meeting concerns you; please sign in"
)


def check(by: Acting, item: Item) -> Appointment:
    """The chair's seat, where its holder may order somebody to step aside now."""
    allow_on(by, item.meeting.body, Action.ORDER_RECUSAL)
    seat = presides(by, item)
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED, Item.State.VOTING)
    if stands_recused(item, by.person_id or 0):
        raise wrong_state(
            "您已迴避本案，不能主持；請先為本案指定另一位主席。",
            "You are recused from this item and cannot preside over it. Let another chair be named for it first.",
        )
    return seat


@operation
def order_recusal(by: Acting, item_id: int, appointment_id: int, ground: str, why: str) -> Act:
    """Order whoever sits in a seat to step aside; the reason stays confidential, only the class is on the record."""
    item = lock_item(item_id)
    presiding = check(by, item)
    seat, reason = _seat(item, appointment_id), why.strip()
    person_id = sitting(item.meeting)[seat.pk]
    ruling = order_ruling(item, presiding, seat)
    _require_grounds(ground, reason)
    require_takes_part(item, seat)
    kept = Declaration.objects.create(
        item=item,
        appointment=seat,
        person_id=person_id,
        interest=True,
        detail=reason,
        recused=True,
        ground=ground,
        ordered_by=presiding,
        declared_at=by.at,
    )
    act = record(
        by,
        "meeting.recusal_ordered",
        item.subject,
        public={"ground": ground, "ruling": as_recorded(ruling)},
        confidential={"seat": seat.seat.number, "person": person_id},
        rows=[kept],
        why=reason,
    )
    accounts = Person.objects.filter(pk=person_id).exclude(account=None).values_list("account_id", flat=True)
    notify(act, [account for account in accounts if account], _TOLD, f"/items/{item.pk}/")
    return act


def order_ruling(item: Item, presiding: Appointment, seat: Appointment) -> Ruling:
    """The law's word on ordering this seat: nobody orders the chair, and nothing is ordered twice.

    Raises:
        Refused: (HTTP 409) with the ruling that forbids it.
    """
    recused = stands_recused(item, sitting(item.meeting)[seat.pk])
    day = item.meeting.day
    if seat == presiding:
        ruling = chair.rule(chair.Facts(ground_exists=True, chair_recused=recused), day)
        sentence = ruling.reason if recused else _way_out(ruling)
        raise Refused(sentence, status=409, ruling=ruling)
    return require(order.rule(order.Facts(chair_knows=True, member_recused=recused, ground_exists=True), day))


def _way_out(ruling: Ruling) -> Sentence:
    return Sentence(
        f"{ruling.reason.zh}。主席應自行申報迴避，並為本案另定主席。",
        f"{ruling.reason.en[:1].upper()}{ruling.reason.en[1:]}. "
        "Declare your own recusal, and let another chair be named for the item.",
    )


def _seat(item: Item, appointment_id: int) -> Appointment:
    seat = seats_of(item.meeting).filter(pk=appointment_id).first()
    if seat is None:
        raise bad_input(
            "appointment", "請由名單中選擇應迴避者。", "Choose who must step aside from the list."
        )
    return seat


def _require_grounds(ground: str, reason: str) -> None:
    if ground not in GROUNDS:
        raise bad_input("ground", "請選擇迴避事由的類別。", "Choose the class of the ground.")
    if not reason:
        raise bad_input("why", "請說明理由；理由保密。", "Say why. The reason stays confidential.")
