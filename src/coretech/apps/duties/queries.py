"""What is due when: for the reader, the reader's agencies, and the Office."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.duties.deadline import Deadline, Side, Urgency
from coretech.apps.duties.gathering import GATHERERS
from coretech.apps.duties.kinds import Topic
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Role

_STATUSES = tuple(Urgency)
_NO_VIEW = Sentence(
    "這份清單供關鍵技術辦公室或機關承辦人使用；請改看您自己的期限。",
    "This list is for the Office or an agency's officers; see your own deadlines instead.",
)


class View(StrEnum):
    """Whose deadlines are asked for."""

    ME = "me"
    AGENCY = "agency"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of them: a topic and a status, each None for all."""

    topic: Topic | None = None
    status: Urgency | None = None


ALL = Chosen()


@dataclass(frozen=True, slots=True)
class Week:
    """The deadlines of one week, by its Monday; ``monday`` is None for those without a day."""

    monday: dt.date | None
    deadlines: tuple[Deadline, ...]


def views_of(by: Acting) -> tuple[View, ...]:
    """The views somebody may ask for."""
    agency = (View.AGENCY,) if by.standing.agencies else ()
    office = (View.OFFICE,) if Role.OFFICE in by.standing.roles else ()
    return (View.ME, *agency, *office)


def deadlines(by: Acting, view: View = View.ME, chosen: Chosen = ALL) -> list[Deadline]:
    """What falls due, overdue first, then by day, then what has no day.

    Nothing is gathered that the reader may not know of, so that no count tells of it either.

    Raises:
        Refused: (HTTP 403) for whoever has no calendar, or asks for a view of others.
    """
    allow(by, Action.READ_CALENDAR)
    if view not in views_of(by):
        raise Refused(_NO_VIEW, status=403)
    found = [
        each
        for gather in GATHERERS
        for each in gather(by)
        if _is_in(by, view, each) and _is_chosen(by, chosen, each)
    ]
    return sorted(found, key=lambda each: _pressing(each, by.today))


def by_week(found: Sequence[Deadline], day: dt.date) -> tuple[list[Deadline], list[Week]]:
    """The overdue ones, and the others week by week, those without a day last."""
    overdue = [each for each in found if each.status_on(day) is Urgency.OVERDUE]
    weeks: dict[dt.date | None, list[Deadline]] = {}
    for each in found[len(overdue) :]:
        weeks.setdefault(None if each.due_on is None else _monday(each.due_on), []).append(each)
    return overdue, [Week(monday, tuple(own)) for monday, own in weeks.items()]


def _is_in(by: Acting, view: View, deadline: Deadline) -> bool:
    """The Office's view holds everything it may know of but what its reader owes in person."""
    owner = deadline.owner
    if view is View.ME:
        return owner.is_reader(by)
    if view is View.AGENCY:
        return owner.side is Side.AGENCY and owner.code in by.standing.agencies
    return owner.side is not Side.READER


def _is_chosen(by: Acting, chosen: Chosen, deadline: Deadline) -> bool:
    topic = chosen.topic in {None, deadline.kind.topic}
    return topic and chosen.status in {None, deadline.status_on(by.today)}


def _pressing(deadline: Deadline, day: dt.date) -> tuple[int, dt.date, str]:
    return _STATUSES.index(deadline.status_on(day)), deadline.due_on or dt.date.max, deadline.key


def _monday(day: dt.date) -> dt.date:
    """The Monday of a day's week; the calendar's first and last weeks are whole as far as it goes."""
    return day - dt.timedelta(days=min(day.weekday(), (day - dt.date.min).days))
