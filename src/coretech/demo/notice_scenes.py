"""The scenes between the notice and the meeting: a paper for an item, and a member's stand-in."""

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.bodies.queries import designated_on
from coretech.apps.bodies.stand_ins import stand_in_ruling
from coretech.apps.cases.states import State
from coretech.apps.meetings.models import Meeting, Paper
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Person
from coretech.demo.acting import acting_as
from coretech.demo.cast import OFFICE, SENDING, SENT_FOR
from coretech.demo.found import all_reached, meeting, the_item, the_meeting
from coretech.demo.proposals import RENAMING
from coretech.demo.scene import Came, Scene, on
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

CAUSE = "另有公務，不克出席（示範）。"
_TITLE = "變更名稱對照說明"
_WORDS = "現行名稱以天線為範圍，擬議名稱以整套雷達系統為範圍；系統內的天線仍在範圍內。（示範文件）\n"


def sent(place: Meeting) -> tuple[Appointment, Designation | None]:
    """The seat whose member stays away, and the person sent in its place where one is."""
    seat = seats_of(place).get(person__account__username=SENT_FOR)
    return seat, designated_on(place.body, place.day).get(seat.pk)


def _file(by: Acting) -> Came:
    item = the_item(RENAMING)
    handed = Handed(_TITLE, "對照說明.txt", _WORDS.encode(), item.pk)
    return Came([file_paper(by, item.meeting_id, handed)])


def _begun() -> bool:
    """Whether the meeting has been opened, or there is none to come."""
    found = meeting()
    return all_reached(State.APPROVED) or found is None or found.state != Meeting.State.CALLED


def _send(by: Acting) -> Came:
    """The member asks for leave, and the agency it represents sends its officer."""
    place = the_meeting()
    seat, _ = sent(place)
    asked = reply(acting_as(SENT_FOR), place.pk, "leave", CAUSE)
    person = Person.objects.get(account__username=SENDING)
    act = designate_stand_in(by, seat.pk, place.day, person.pk, CAUSE)
    return Came([asked, act], [stand_in_ruling(seat, CAUSE, place.day)])


SCENES = (
    Scene(
        Sentence("變更案附上會議文件，加密保存", "A paper is filed for the renaming, and sealed"),
        OFFICE,
        Action.FILE_PAPER,
        on(2025, 10, 15),
        lambda: _begun() or Paper.objects.filter(item=the_item(RENAMING)).exists(),
        _file,
    ),
    Scene(
        Sentence(
            "機關代表請假，機關指派代表出席", "An agency's member asks for leave; the agency sends a stand-in"
        ),
        SENDING,
        Action.DESIGNATE_STAND_IN,
        on(2025, 10, 16),
        lambda: _begun() or sent(the_meeting())[1] is not None,
        _send,
    ),
)
