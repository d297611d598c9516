"""The words pages have for seats, terms and what becomes of them."""

from collections.abc import Sequence

from coretech.apps.bodies.coming import KINDS, Due
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.kit.sentence import Sentence
from coretech.law.terms import Category, Group
from coretech.law.wording import named
from coretech.web.shell.parts import Tag

LEAVING = {
    Appointment.Leaving.POST: Sentence("隨本職異動", "Left the post"),
    Appointment.Leaving.RESIGNED: Sentence("辭任", "Resigned"),
    Appointment.Leaving.RELIEVED: Sentence("解聘（派）", "Relieved"),
    Appointment.Leaving.DIED: Sentence("死亡", "Died"),
}
CONVENING = {
    Appointment.Convening.MINISTER: Sentence("國科會主任委員", "The NSTC's minister"),
    Appointment.Convening.DEPUTY_MINISTER: Sentence("國科會副主任委員", "The NSTC's deputy minister"),
    Appointment.Convening.HEAD: Sentence("機關（構）首長", "The agency's head"),
    Appointment.Convening.STAFF_DELEGATE: Sentence(
        "首長指派之機關（構）人員", "A delegate of the head, on the agency's staff"
    ),
    Appointment.Convening.OUTSIDE_DELEGATE: Sentence(
        "首長指派之外部人士", "A delegate of the head, from outside"
    ),
}
_COMPOSED = {
    True: Tag(Sentence("組成合於規定", "Lawfully composed"), "green"),
    False: Tag(Sentence("組成不合規定", "Not lawfully composed"), "red"),
}
_TERMS = {
    "council.composition": Sentence("審議會的組成（第3條）", "The council's composition (art. 3)"),
    "council.capacity": Sentence("審議會能否議事", "Whether the council may act"),
    "panel.composition": Sentence("專家審查會的組成（第8條）", "The panel's composition (art. 8)"),
    "office.director": Sentence("辦公室主任（第4條）", "The Office's director (art. 4)"),
    "duty.annual_meeting": Sentence("每年至少開會一次", "The yearly meeting"),
    "term.length": Sentence("任期", "The term"),
    "term.renewal": Sentence("連任", "Renewal"),
    "term.serving": Sentence("隨本職進退", "Following the post"),
    "vacancy.fill": Sentence("出缺補任", "Filling the vacancy"),
}


def question_name(question: str) -> Sentence:
    """A ruling's question, in short."""
    return _TERMS.get(question, Sentence(question, question))


def composed(*, lawfully: bool) -> Tag:
    """Whether a body is lawfully composed, as a tag."""
    return _COMPOSED[lawfully]


def seat_name(seat: Seat) -> Sentence:
    """The seat by its number."""
    return Sentence(f"第{seat.number}席", f"Seat {seat.number}")


def part_of(seat: Seat) -> Sentence | None:
    """What the seat is for: its category or group, and whether it is the convener's; None for a plain seat."""
    kind = None if seat.category is None else named(Category(seat.category))
    return _with_convener(seat, kind)


def part_in_short(seat: Seat) -> Sentence | None:
    """The same for a table, where a category is told by its number."""
    number = seat.category
    kind = None if number is None else Sentence(f"第{number}類", f"Category {number}")
    return _with_convener(seat, kind)


def _with_convener(seat: Seat, kind: Sentence | None) -> Sentence | None:
    if kind is None and seat.group:
        kind = named(Group(seat.group))
    return _convener(seat, kind) if seat.convener else kind


def _convener(seat: Seat, kind: Sentence | None) -> Sentence:
    if seat.body.kind == Body.Kind.OFFICE:
        return Sentence("主任", "Director")
    if kind is None:
        return Sentence("召集人", "Convener")
    return Sentence(f"召集人，{kind.zh}", f"Convener, {kind.en}")


def term_name(term: int, *, fills: bool) -> Sentence:
    """Which term in a row it is."""
    if fills:
        return Sentence("補任", "Fills a vacancy")
    return Sentence(f"第{term}任", f"Term {term}")


def due_words(due: Sequence[Due]) -> Sentence:
    """What falls due on one day, of one kind: on whose seats, or what the body then falls short of."""
    what = KINDS[due[0].kind]
    each = [_whose(one) for one in due]
    return Sentence(
        f"{what.zh}：{'、'.join(one.zh for one in each)}", f"{what.en}: {'; '.join(one.en for one in each)}"
    )


def _whose(due: Due) -> Sentence:
    if due.held is None or due.seat is None:
        return KINDS[due.kind] if due.ruling is None else due.ruling.reason
    seat, who = seat_name(due.seat), due.held.person.name
    return Sentence(f"{seat.zh}{who.zh}", f"{seat.en}, {who.en}")
