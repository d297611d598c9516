"""``coretech meeting``: observers, invited, admitted and present."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.admission import observer_ruling
from coretech.apps.meetings.models import Observer
from coretech.apps.meetings.operations.invite_observer import Invitation, invite_observer
from coretech.apps.meetings.operations.record_observers import record_observers
from coretech.apps.meetings.operations.record_paper_agreement import record_paper_agreement
from coretech.apps.meetings.operations.withdraw_invitation import withdraw_invitation
from coretech.apps.meetings.queries import find_meeting
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.options import MeetingId, day
from coretech.cli.installation.told import Told, table
from coretech.law.access import Action

ObserverId = Annotated[
    int, typer.Argument(metavar="OBSERVER", help="列席者編號（見 meeting observers） / see meeting observers")
]


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    reads(app, "observers")(show_observers)
    writes(app, "invite")(invite)
    writes(app, "uninvite")(uninvite)
    writes(app, "observer-signed")(record_paper)
    writes(app, "observers-present")(record_presence)


def show_observers(by: Acting, meeting: MeetingId) -> Told:
    """受邀列席者，及能否入場 / Who is invited, and whether they may enter."""
    found = find_meeting(by, meeting)
    allow_on(by, found.body, Action.INVITE_OBSERVER)
    rows = list(found.observers.select_related("meeting__body", "person"))
    return Told(
        [_data(each) for each in rows],
        lambda language: table(
            [
                (str(each.pk), each.name, each.organisation, observer_ruling(each).reason.say(language))
                for each in rows
            ]
        ),
    )


def invite(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    *,
    name: Annotated[str, typer.Option(help="姓名 / the name")],
    organisation: Annotated[str, typer.Option(help="單位或團體 / from where")],
    why: Annotated[str, typer.Option(help="邀請事由 / why they are invited")],
    item: Annotated[int | None, typer.Option(help="只列席此議案 / for this item alone")] = None,
    user: Annotated[str, typer.Option("--account", help="有帳號者的帳號 / the account they have")] = "",
    signed_on: Annotated[dt.date | None, day("--signed-on", "書面協議簽署日", "signed on paper on")] = None,
) -> Act:
    """邀請列席 / Invite somebody to sit in."""
    find_meeting(by, meeting)
    return invite_observer(by, meeting, Invitation(name, organisation, why, item, user, signed_on))


def uninvite(by: Acting, observer: ObserverId) -> Act:
    """取消列席邀請 / Withdraw an invitation."""
    return withdraw_invitation(by, observer)


def record_paper(
    by: Acting,
    observer: ObserverId,
    signed_on: Annotated[dt.date, day("--signed-on", "書面協議簽署日", "signed on paper on")],
) -> Act:
    """登錄列席者的書面協議 / Record an observer's agreement on paper."""
    return record_paper_agreement(by, observer, signed_on)


def record_presence(
    by: Acting,
    meeting: MeetingId,
    present: Annotated[
        list[int] | None, typer.Argument(metavar="[OBSERVER]...", help="現在在場者 / who is in the room now")
    ] = None,
) -> Act:
    """登錄在場的列席者 / Record which observers are in the room."""
    find_meeting(by, meeting)
    return record_observers(by, meeting, set(present or []))


def _data(each: Observer) -> dict[str, object]:
    return {
        "id": each.pk,
        "name": each.name,
        "organisation": each.organisation,
        "item": each.item_id,
        "present": each.present,
        "admitted": observer_ruling(each).outcome.value,
    }
