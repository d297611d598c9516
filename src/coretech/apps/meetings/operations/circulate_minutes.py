"""Circulating signed minutes among the members, who answer until a day."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import ATTENDING
from coretech.apps.meetings.minuting.finding import lock_minutes, newest_version, require_seen
from coretech.apps.meetings.models import Meeting, Minutes, MinutesSignature
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting, minutes: Minutes) -> None:
    """Whether the newest version may go round: a draft that the chair and the recorder have signed."""
    allow_on(by, minutes.meeting.body, Action.WRITE_MINUTES)
    if minutes.state != Minutes.State.DRAFT:
        raise wrong_state("紀錄已送傳閱或已確認。", "The minutes are in circulation or confirmed already.")
    require_signed(minutes)


def require_signed(minutes: Minutes) -> None:
    """Refuse minutes whose newest version lacks the chair's or the recorder's name."""
    signed = set(newest_version(minutes).signatures.values_list("role", flat=True))
    if signed != set(MinutesSignature.Role.values):
        raise wrong_state(
            "主席與紀錄人須先簽署這一版紀錄。", "The chair and the recorder sign this version first."
        )


@operation
def circulate_minutes(by: Acting, meeting_id: int, reply_until: dt.date, seen: int | None = None) -> Act:
    """Send the minutes round: whoever holds a seat that attended is told where to answer."""
    minutes = lock_minutes(meeting_id)
    version = require_seen(minutes, seen)
    check(by, minutes)
    if reply_until < by.today:
        raise bad_input("reply_until", "回復期限不得早於今日。", "The last day to answer cannot have passed.")
    minutes.state, minutes.reply_until = Minutes.State.CIRCULATING, reply_until
    minutes.save(update_fields=["state", "reply_until"])
    act = record(
        by,
        "minutes.circulated",
        minutes.meeting.subject,
        public={
            "version": version.number,
            "sha256": version.digest,
            "reply_until": reply_until.isoformat(),
        },
    )
    _tell(act, minutes.meeting)
    return act


def _tell(act: Act, meeting: Meeting) -> None:
    """Holders answer for their seats: a stand-in was sent for the day, and no longer reads of the meeting."""
    attended = meeting.attendance.filter(status__in=ATTENDING)
    accounts = attended.values_list("appointment__person__account_id", flat=True)
    subject = Sentence("會議紀錄請確認", "Minutes to confirm")
    notify(
        act,
        [account for account in accounts if account is not None],
        subject,
        f"/meetings/{meeting.pk}/minutes/",
    )
