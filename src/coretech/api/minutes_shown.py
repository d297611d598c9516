"""How the API shows minutes and a body's statistics."""

import datetime as dt

from coretech.api.problems import Closed, closed
from coretech.api.schemas import Moment, Shown, Words
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.minuting.content import Content
from coretech.apps.meetings.minuting.reading import Copy
from coretech.apps.meetings.models import Minutes, MinutesVersion
from coretech.apps.meetings.operations import (
    circulate_minutes,
    confirm_minutes,
    correct_minutes,
    edit_minutes,
    reply_to_minutes,
    sign_minutes,
)
from coretech.apps.meetings.statistics import Statistics

_CHECKS = {
    "words": edit_minutes.check,
    "signature": sign_minutes.check,
    "circulation": circulate_minutes.check,
    "replies": reply_to_minutes.check,
    "confirmation": confirm_minutes.check,
    "correction": correct_minutes.check,
}


class SignatureShown(Shown):
    """A name under a version."""

    role: str
    name: str
    signed_at: Moment


class VersionBrief(Shown):
    """A version in one line; ``why`` is the reason of a correction."""

    number: int
    correction: bool
    why: str
    digest: str
    written_at: Moment
    signatures: list[SignatureShown]


class VersionShown(VersionBrief):
    """A version as this account may see it.

    ``withheld`` are the items it is recused from, of which the content says nothing. Where there are none, ``digest``
    is the SHA-256 of the content's canonical JSON (RFC 8785).
    """

    content: Content
    withheld: list[int]


class MinutesShown(Shown):
    """Minutes with their newest version; ``closed`` tells each step that is closed to this account, and why."""

    meeting: int
    state: str
    reply_until: dt.date | None
    confirmed_how: str
    confirmed_at_meeting: int | None
    confirmed_on: dt.date | None
    version: VersionShown
    closed: dict[str, Closed | None]


class SeatFigures(Shown):
    """How often one holder of a seat attended."""

    seat: int
    name: Words
    counts: dict[str, int]
    rate: float


class DecisionFigures(Shown):
    """How many items were decided so, by one method; the method is blank where there was no vote."""

    outcome: str
    method: str
    count: int


class YearFigures(Shown):
    """Whether the body has met as often in a year as it owes."""

    year: int
    outcome: str
    reason: Words


class StatisticsShown(Shown):
    """A body's figures between two days; recusals by class, of nobody in particular."""

    body: int
    first: dt.date
    last: dt.date
    held: int
    cancelled: int
    average_attendance: float | None
    minutes_in_session: int
    disputed: int
    seats: list[SeatFigures]
    recusals: dict[str, int]
    decisions: list[DecisionFigures]
    yearly: list[YearFigures]


def minutes_shown(by: Acting, found: Minutes, copy: Copy) -> MinutesShown:
    """The minutes, with the newest version as this account may see it."""
    return MinutesShown(
        meeting=found.meeting_id,
        state=found.state,
        reply_until=found.reply_until,
        confirmed_how=found.confirmed_how,
        confirmed_at_meeting=found.confirmed_at_meeting_id,
        confirmed_on=found.confirmed_on,
        version=version_shown(copy),
        closed={name: closed(refusal_of(check, by, found)) for name, check in _CHECKS.items()},
    )


def version_brief(version: MinutesVersion) -> VersionBrief:
    """A version without its content."""
    signed = [
        SignatureShown(role=each.role, name=each.signed_name, signed_at=each.signed_at)
        for each in version.signatures.all()
    ]
    return VersionBrief(
        number=version.number,
        correction=version.correction,
        why=version.why,
        digest=version.digest,
        written_at=version.written_at,
        signatures=signed,
    )


def version_shown(copy: Copy) -> VersionShown:
    """A version as its reader may see it."""
    return VersionShown(
        **version_brief(copy.version).model_dump(), content=copy.content, withheld=sorted(copy.withheld)
    )


def statistics_shown(found: Statistics) -> StatisticsShown:
    """The figures as numbers."""
    return StatisticsShown(
        body=found.body.pk,
        first=found.first,
        last=found.last,
        held=found.held,
        cancelled=found.cancelled,
        average_attendance=found.average,
        minutes_in_session=int(found.in_session.total_seconds()) // 60,
        disputed=found.disputed,
        seats=[
            SeatFigures(
                seat=row.seat,
                name=Words.of(row.appointment.person.name),
                counts=dict(row.counts),
                rate=row.rate,
            )
            for row in found.seats
        ],
        recusals=dict(found.recusals),
        decisions=[
            DecisionFigures(outcome=outcome, method=method, count=count)
            for (outcome, method), count in sorted(found.decisions.items())
        ],
        yearly=[
            YearFigures(year=year, outcome=ruling.outcome.value, reason=Words.of(ruling.reason))
            for year, ruling in found.yearly
        ],
    )
