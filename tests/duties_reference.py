"""What falls due, told again the slow and obvious way: from every row, one rule at a time."""

import datetime as dt
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.board import book_of, serving
from coretech.apps.bodies.facts import rulings_on
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.queries import standing_signatures
from coretech.apps.cases.models import Case, Comment, Consultation, PreAnnouncement
from coretech.apps.inventory.models import Keeper, Request, Round
from coretech.apps.meetings.models import Declaration, Item, Meeting, Minutes, MinutesReply, Reply
from coretech.apps.people.models import Agency, Posting
from coretech.apps.register.models import Announcement, AnnualReview, ItemVersion, LegislatureReport
from coretech.law.access import Role

Told = tuple[str, str, dt.date | None]
TAIPEI = ZoneInfo("Asia/Taipei")
DOSSIER = {"description", "characteristics", "functions", "definition", "stakeholder_views"}


def is_office(by: Acting) -> bool:
    return Role.OFFICE in by.standing.roles


def run_by(by: Acting) -> list[Body]:
    """The Office fills the seats of the council, itself and the advisers; an agency those of its panel.

    An administrator may fill those of the Office too, which else nobody could be the first to do.
    """
    return [body for body in Body.objects.all() if _runs(by, body)]


def _runs(by: Acting, body: Body) -> bool:
    if body.kind == "panel":
        return _serves(by, body.agency)
    return is_office(by) or (body.kind == "office" and Role.ADMINISTRATOR in by.standing.roles)


def _serves(by: Acting, agency: Agency) -> bool:
    return agency.code in by.standing.agencies


def _sees(by: Acting, agency: Agency) -> bool:
    return is_office(by) or _serves(by, agency)


def _last(held: Appointment) -> dt.date:
    return held.left_on or held.end


def terms(by: Acting) -> Iterator[Told]:
    for body in run_by(by):
        for held in Appointment.objects.filter(seat__body=body):
            if held.start <= by.today <= _last(held) <= by.today + dt.timedelta(days=180):
                yield "term", f"seat/{held.seat_id}", _last(held)
        lawful = [_is_lawful(body, by.today + dt.timedelta(days=ahead)) for ahead in range(181)]
        if lawful[0] and not all(lawful):
            yield "shortfall", f"body/{body.pk}", by.today + dt.timedelta(days=lawful.index(False))


def _is_lawful(body: Body, day: dt.date) -> bool:
    return all(ruling.is_yes for ruling in rulings_on(body, serving(book_of(body), day), day))


def own_terms(by: Acting) -> Iterator[Told]:
    for held in Appointment.objects.filter(person_id=by.person_id or 0):
        if held.start <= by.today <= _last(held) <= by.today + dt.timedelta(days=180):
            yield "own-term", f"appointment/{held.pk}", _last(held)


def vacancies(by: Acting) -> Iterator[Told]:
    for seat in Seat.objects.filter(body__in=run_by(by)):
        if not any(held.start <= by.today <= _last(held) for held in seat.appointments.all()):
            yield "vacancy", f"seat/{seat.pk}", None


def yearly_meetings(by: Acting) -> Iterator[Told]:
    year = by.today.year
    for body in run_by(by):
        meetings = [each for each in Meeting.objects.filter(body=body, kind="regular") if _was_held(each, by)]
        if body.kind in {"council", "panel"} and not meetings:
            yield f"{body.kind}-year", f"body/{body.pk}/{year}", dt.date(year, 12, 31)


def _was_held(meeting: Meeting, by: Acting) -> bool:
    return meeting.state in {"open", "suspended", "closed"} and meeting.held_on.year == by.today.year


def known_meetings(by: Acting) -> list[Meeting]:
    """The council's for the Office and its members, a panel's for its agency and members."""
    council = is_office(by) or _sits_on(by, "council")
    panels = by.standing.agencies | by.standing.panels
    return [
        each
        for each in Meeting.objects.all()
        if (each.body.agency.code in panels if each.body.kind == "panel" else council)
    ]


def _sits_on(by: Acting, kind: str) -> bool:
    held = Appointment.objects.filter(person_id=by.person_id or 0, seat__body__kind=kind)
    return any(each.start <= by.today <= _last(each) for each in held)


def _seat_at(by: Acting, meeting: Meeting) -> Appointment | None:
    held = Appointment.objects.filter(person_id=by.person_id or 0, seat__body=meeting.body)
    return next((each for each in held if each.start <= meeting.held_on <= _last(each)), None)


def meetings(by: Acting) -> Iterator[Told]:
    for meeting in known_meetings(by):
        if meeting.state in {"called", "open", "suspended"}:
            yield "meeting", f"meeting/{meeting.pk}", meeting.held_on


def replies(by: Acting) -> Iterator[Told]:
    for meeting in known_meetings(by):
        seat = _seat_at(by, meeting)
        silent = seat is not None and not Reply.objects.filter(meeting=meeting, appointment=seat).exists()
        if meeting.state == "called" and silent:
            yield "reply", f"meeting/{meeting.pk}", meeting.held_on


def stand_ins(by: Acting) -> Iterator[Told]:
    for reply in Reply.objects.filter(answer="leave", meeting__state="called"):
        seat, day = reply.appointment.seat, reply.meeting.held_on
        own = seat.represents is not None and _serves(by, seat.represents)
        sent = reply.appointment.designations.filter(on=day).exists()
        if own and not sent and day >= by.today:
            yield "stand-in", f"meeting/{reply.meeting_id}/seat/{seat.number}", day


def declarations(by: Acting) -> Iterator[Told]:
    for meeting in known_meetings(by):
        if meeting.state in {"called", "open", "suspended"} and _seat_at(by, meeting) is not None:
            for item in Item.objects.filter(meeting=meeting, state="listed").exclude(kind="report"):
                if not Declaration.objects.filter(item=item, person_id=by.person_id or 0).exists():
                    yield "declaration", f"item/{item.pk}", meeting.held_on


def agreements(by: Acting) -> Iterator[Told]:
    signed = set(standing_signatures(by.today).values_list("person_id", flat=True))
    inside = by.standing.roles != {Role.PUBLIC}
    if inside and by.person_id is not None and by.person_id not in signed:
        coming = [
            each.held_on for each in known_meetings(by) if each.state == "called" and _seat_at(by, each)
        ]
        yield "agreement", "agreement/own", min(coming, default=None)
    if is_office(by) and _taking_part(by.today) - signed:
        yield "unsigned", "agreement/missing", None


def _taking_part(day: dt.date) -> set[int]:
    seated = {each.person_id for each in Appointment.objects.all() if each.start <= day <= _last(each)}
    posts = {each.person_id for each in Posting.objects.all() if each.end is None or each.end >= day}
    return seated | posts


def minutes(by: Acting) -> Iterator[Told]:
    for meeting in known_meetings(by):
        found = Minutes.objects.filter(meeting=meeting).first()
        if meeting.state == "closed" and found is None and is_office(by):
            yield "minutes-draft", f"meeting/{meeting.pk}", None
        if found is not None and found.state == "circulating" and found.reply_until is not None:
            yield from _circulating(by, found, found.reply_until)


def _circulating(by: Acting, found: Minutes, until: dt.date) -> Iterator[Told]:
    subject = f"meeting/{found.meeting_id}"
    seat = _seat_at(by, found.meeting)
    attended = (
        seat is not None
        and found.meeting.attendance.filter(appointment=seat, status__in=["present", "stand_in"]).exists()
    )
    if until >= by.today and attended and not MinutesReply.objects.filter(appointment=seat).exists():
        yield "minutes-reply", subject, until
    runs = is_office(by) or (seat is not None and seat.seat.convener)
    if until < by.today and runs and not MinutesReply.objects.filter(agrees=False).exists():
        yield "minutes-confirmation", subject, None


def keepers_and_rounds(by: Acting) -> Iterator[Told]:
    for agency in Agency.objects.exclude(kind="other"):
        if _sees(by, agency) and any(_in_use(name.valid_until, by.today) for name in agency.names.all()):
            if not Keeper.objects.filter(agency=agency, since__lte=by.today).exists():
                yield "keeper", f"agency/{agency.code}", None
            if not Round.objects.filter(agency=agency, year=by.today.year).exists():
                last = dt.date(by.today.year, 12, 31)
                yield "round", f"agency/{agency.code}/{by.today.year}", last


def _in_use(until: dt.date | None, day: dt.date) -> bool:
    return until is None or until >= day


def running_rounds(by: Acting) -> Iterator[Told]:
    names = {"open": "round-review", "reviewed": "round-report", "reported": "round-receipt"}
    for each in Round.objects.filter(acknowledged_at=None):
        if _sees(by, each.agency):
            due = each.due_on or dt.date(each.year, 12, 31)
            yield names[each.state], f"round/{each.pk}", None if each.state == "reported" else due


def known_cases(by: Acting) -> list[Case]:
    """All for the Office; its own for an agency and its panel; the council's share for members; public ones."""
    public = {"pre_announced", "announced", "reported"}
    council = public | {"on_agenda", "approved", "rejected", "deferred"}
    states = council if _sits_on(by, "council") else public if Role.ANNOUNCER in by.standing.roles else set()
    own = by.standing.agencies | by.standing.panels
    return [
        case
        for case in Case.objects.all()
        if is_office(by) or case.state in states or case.submitter.code in own
    ]


def case_steps(by: Acting) -> Iterator[Told]:
    names = {
        "returned": "completion",
        "reviewed": "submission",
        "submitted": "check",
        "checked": "agenda",
        "deferred": "agenda",
        "approved": "pre-announcement",
    }
    for case in known_cases(by):
        if case.state in names:
            yield names[case.state], case.subject, None
        elif case.state == "draft":
            complete = {part.name for part in case.parts.all()} >= DOSSIER
            yield "panel-review" if complete else "dossier", case.subject, None


def consultations(by: Acting) -> Iterator[Told]:
    for each in Consultation.objects.filter(closed_at=None):
        if not each.answers.exists() and _sees(by, each.case.submitter):
            subject = f"{each.case.subject}/consultations/{each.answer_by.isoformat()}"
            yield "consultation", subject, each.answer_by


def comment_periods(by: Acting) -> Iterator[Told]:
    for draft in PreAnnouncement.objects.all():
        if draft.published_on <= by.today <= draft.comments_until:
            yield "comment-period", f"pre-announcement/{draft.pk}", draft.comments_until


def dispositions(by: Acting) -> Iterator[Told]:
    for comment in Comment.objects.all():
        if is_office(by) and not comment.disposition:
            yield "dispositions", f"pre-announcement/{comment.pre_announcement_id}", None


def announcements(by: Acting) -> Iterator[Told]:
    for case in known_cases(by):
        drafts = list(case.pre_announcements.order_by("published_on", "pk"))
        over = case.state == "pre_announced" and drafts[-1].comments_until < by.today
        if over and all(comment.disposition for comment in drafts[-1].comments.all()):
            yield "announcement", case.subject, None


def legislature_reports(by: Acting) -> Iterator[Told]:
    known = {case.pk for case in known_cases(by) if case.state == "announced"}
    for each in Announcement.objects.all():
        reported = LegislatureReport.objects.filter(announcement=each).exists()
        brought = {version.case_id for version in each.versions.all()}
        if known & brought and each.effective_on <= by.today and not reported:
            yield "legislature", f"announcement/{each.edition}", None


def requests(by: Acting) -> Iterator[Told]:
    for each in Request.objects.all():
        if not each.decision and _sees(by, each.authority):
            yield "request", f"request/{each.number}", each.answer_due


def yearly_reviews(by: Acting) -> Iterator[Told]:
    year = by.today.year
    for version in ItemVersion.objects.all():
        newest = ItemVersion.objects.filter(item=version.item, valid_from__lte=by.today).last()
        first = ItemVersion.objects.filter(item=version.item).first()
        listed = newest == version and version.change not in {"removed", "split", "merged"}
        owed = listed and first is not None and first.valid_from.year < year
        done = AnnualReview.objects.filter(item=version.item, year=year).exists()
        if owed and not done and _sees(by, version.authority):
            yield "yearly-review", f"agency/{version.authority.code}/{year}", dt.date(year, 12, 31)


REFERENCES: tuple[Callable[[Acting], Iterator[Told]], ...] = (
    *(terms, own_terms, vacancies, yearly_meetings, meetings, replies, stand_ins, declarations),
    *(agreements, minutes, keepers_and_rounds, running_rounds, case_steps, consultations),
    *(comment_periods, dispositions, announcements, legislature_reports, requests, yearly_reviews),
)
