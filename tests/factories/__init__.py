"""Making what tests need, through the project's own operations."""

import datetime as dt

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.bundled import load_agreement_text
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.operations.sign_agreement import sign_agreement
from coretech.apps.bodies.standing import acting_for
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.put_on_agenda import put_on_agenda
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.people.bundled import load_agencies
from coretech.apps.people.models import Person
from coretech.apps.register.bundled import load_first_list
from coretech.apps.register.models import RegisterItem
from coretech.demo.stage import set_stage
from coretech.kit.clock import TAIPEI

PASSWORD = "correct-horse-battery-staple"  # noqa: S105 - the cast's password in tests
DAY = dt.date(2025, 6, 2)
PARTS = ("description", "characteristics", "functions", "definition", "stakeholder_views", "other_references")
NEW_NAME = "具主動式相位陣列天線之高影像解析度合成孔徑雷達（SAR）系統技術"
NEW_TECHNOLOGY = "高精度衛星姿態控制與指向技術"


def load_stage() -> None:
    """The bundled facts and the cast, where they are not there yet."""
    load_agencies()
    load_agreement_text()
    load_first_list()
    set_stage(PASSWORD)


def acting(username: str, day: dt.date = DAY, once: str = "") -> Acting:
    """Somebody of the cast acting at ten on a day; ``public`` is nobody in particular."""
    at = dt.datetime.combine(day, dt.time(10), TAIPEI)
    return acting_for(None if username == "public" else Account.objects.get(username=username), at, once)


def renaming() -> Found:
    """The candidate that renames item 12."""
    technology = RegisterItem.objects.get(number=12).technology_id
    return Found(
        agency="nstc",
        kind="change",
        name_zh=NEW_NAME,
        name_en="High-resolution synthetic-aperture-radar (SAR) system with active phased-array antenna",
        sector="space",
        authority="nstc",
        why="The technology has grown into whole radar systems.",
        technology=technology,
        ground="environment_changed",
    )


def addition(authority: str = "nstc") -> Found:
    """The candidate that adds a technology."""
    return Found(
        agency="nstc",
        kind="identify",
        name_zh=NEW_TECHNOLOGY,
        name_en="High-precision satellite attitude control and pointing technology",
        sector="space",
        authority=authority,
        why="Domestic satellites depend on it.",
    )


def draft_case(found: Found, day: dt.date = DAY, username: str = "agency-nstc") -> Case:
    """A case with an empty dossier."""
    by = acting(username, day)
    candidate = int(record_candidate(by, found).subject.split("/")[1])
    return case_of(open_case(by, candidate).subject)


def case_of(subject: str) -> Case:
    """The case an act is about."""
    return Case.objects.get(reference=subject.split("/")[1])


def write_dossier(case: Case, day: dt.date = DAY, leave_out: str = "") -> None:
    """Fill in all parts but one."""
    by = acting("agency-nstc", day)
    for part in PARTS:
        if part != leave_out:
            definition = part == "definition"
            write_part(
                by,
                case.reference,
                part,
                f"text of {part}",
                harms=("national_security",) if definition else (),
                limbs=(1,) if definition else (),
            )


def reviewed_case(found: Found, day: dt.date = DAY) -> Case:
    """A case its panel is in favour of."""
    case = draft_case(found, day)
    write_dossier(case, day)
    review_by_panel(acting("agency-nstc", day), case.reference, Review(day, 9, 8, "In favour."))
    return case


def checked_case(found: Found, day: dt.date = DAY) -> Case:
    """A case the Office has passed on."""
    case = reviewed_case(found, day)
    submit(acting("agency-nstc", day), case.reference)
    check_submission(acting("office", day), case.reference, passed=True, note="complete")
    return case


def called_meeting(day: dt.date = DAY) -> Meeting:
    """A meeting of the council."""
    act = call_meeting(acting("office", day), Call(day, "Room 1"))
    return Meeting.objects.get(pk=int(act.subject.split("/")[1]))


def listed_item(case: Case, meeting: Meeting) -> Item:
    """The case on the meeting's agenda."""
    put_on_agenda(acting("office", meeting.held_on), case.reference, meeting.pk)
    return Item.objects.get(meeting=meeting, case=case)


def seats() -> list[Appointment]:
    """The council's appointments, by seat number."""
    council = Body.objects.get(kind=Body.Kind.COUNCIL)
    return list(Appointment.objects.filter(seat__body=council).order_by("seat__number"))


def sign_for(username: str, day: dt.date = DAY) -> None:
    """Let one of the cast sign the agreement."""
    by = acting(username, day)
    sign_agreement(by, Person.objects.get(pk=by.person_id or 0).name_zh)


def attend(meeting: Meeting, present: int) -> list[Appointment]:
    """Mark the first members that can be admitted as present, the others absent; gives back who is present."""
    everybody = seats()
    able = [seat for seat in everybody if seat.person.agreements.exists()][:present]
    marks = {seat.pk: Mark("present" if seat in able else "absent") for seat in everybody}
    record_attendance(acting("office", meeting.held_on), meeting.pk, marks)
    return able


def declare_none(item: Item, members: list[Appointment]) -> None:
    """Paper declarations of no interest."""
    record_paper_declarations(
        acting("office", item.meeting.held_on), item.pk, frozenset(member.pk for member in members)
    )


def vote(item: Item, hands: dict[int, str]) -> None:
    """Open the vote, enter the hands, close it."""
    office = acting("office", item.meeting.held_on)
    open_vote(office, item.pk)
    record_hands(office, item.pk, hands)
    close_vote(office, item.pk)


def approved_case(found: Found, day: dt.date = DAY) -> Case:
    """A case the council has approved, 13 to 0, in a meeting of its own."""
    case = checked_case(found, day)
    meeting = called_meeting(day)
    item = listed_item(case, meeting)
    members = attend(meeting, 13)
    open_meeting(acting("office", day), meeting.pk)
    declare_none(item, members)
    vote(item, {member.pk: "for" for member in members})
    case.refresh_from_db()
    return case


def pre_announced_case(found: Found, day: dt.date = DAY, days: int = 60) -> Case:
    """A case that stands open to comments for some days."""
    case = approved_case(found, day)
    draft = Draft((case.reference,), f"示範字第{case.pk:04d}號", day, day + dt.timedelta(days=days))
    pre_announce(acting("office", day), draft)
    case.refresh_from_db()
    return case
