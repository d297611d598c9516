"""How meetings, items and seats are named on pages."""

from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Attendance, Ballot, Item, Meeting
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag

KINDS = {
    Meeting.Kind.REGULAR: Sentence("定期會議", "Regular"),
    Meeting.Kind.EXTRAORDINARY: Sentence("臨時會議", "Extraordinary"),
}
_SPECIAL = Sentence("專案會議", "Coordination meeting")
MEETING_STATES = {
    Meeting.State.CALLED: Tag(Sentence("已通知", "Called"), "blue"),
    Meeting.State.OPEN: Tag(Sentence("進行中", "Open"), "green"),
    Meeting.State.SUSPENDED: Tag(Sentence("休息中", "Suspended"), "yellow"),
    Meeting.State.CLOSED: Tag(Sentence("已散會", "Closed"), "grey"),
    Meeting.State.CANCELLED: Tag(Sentence("已取消", "Cancelled"), "grey"),
}
ITEM_STATES = {
    Item.State.LISTED: Tag(Sentence("待審", "Listed"), "blue"),
    Item.State.VOTING: Tag(Sentence("表決中", "Voting"), "orange"),
    Item.State.COUNTED: Tag(Sentence("待主席認定", "The chair must settle it"), "orange"),
    Item.State.DECIDED: Tag(Sentence("已決議", "Decided"), "grey"),
}
OUTCOMES = {
    Item.Outcome.APPROVED: Tag(Sentence("通過", "Approved"), "green"),
    Item.Outcome.REJECTED: Tag(Sentence("未通過", "Not approved"), "red"),
    Item.Outcome.DEFERRED: Tag(Sentence("保留", "Deferred"), "yellow"),
    Item.Outcome.NOTED: Tag(Sentence("洽悉", "Noted"), "grey"),
}
METHODS = {
    Item.Method.NAMED: Sentence("記名投票", "Named ballot"),
    Item.Method.HANDS: Sentence("舉手表決", "Show of hands"),
    Item.Method.SECRET: Sentence("無記名投票", "Secret ballot"),
    Item.Method.CONSENT: Sentence("無異議通過", "Without objection"),
}
ATTENDANCE = {
    Attendance.Status.PRESENT: Sentence("親自出席", "Present"),
    Attendance.Status.STAND_IN: Sentence("指派代表", "Stand-in"),
    Attendance.Status.LEAVE: Sentence("請假", "On leave"),
    Attendance.Status.ABSENT: Sentence("缺席", "Absent"),
}
CHOICES = {
    Ballot.Choice.FOR: Sentence("贊成", "For"),
    Ballot.Choice.AGAINST: Sentence("反對", "Against"),
    Ballot.Choice.ABSTAIN: Sentence("棄權", "Abstain"),
}


def title_of(meeting: Meeting) -> Sentence:
    """The meeting by its session within the year: 114年度第1次會議."""
    year = roc_year(meeting.year)
    return Sentence(
        f"{year}年度第{meeting.session}次會議", f"Meeting {meeting.session} of {meeting.year} (ROC {year})"
    )


def kind_of(meeting: Meeting) -> Sentence:
    """Regular or extraordinary; a coordination meeting is neither."""
    return _SPECIAL if is_coordination(meeting.body) else KINDS[Meeting.Kind(meeting.kind)]


def tag_of(item: Item) -> Tag:
    """What was decided, or where the item stands."""
    return OUTCOMES[Item.Outcome(item.outcome)] if item.outcome else ITEM_STATES[Item.State(item.state)]


def seat_name(seat: Appointment, meeting: Meeting) -> Sentence:
    """A seat by its number, its holder, and the agency represented by its name on the day of the meeting."""
    zh, en = (
        f"第{seat.seat.number}席 {seat.person.name_zh}",
        f"Seat {seat.seat.number}, {seat.person.name_en}",
    )
    if seat.seat.represents is None:
        return Sentence(zh, en)
    agency = seat.seat.represents.name_on(meeting.day)
    return Sentence(f"{zh}，代表{agency.zh}", f"{en}, for the {agency.en}")
