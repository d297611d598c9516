"""Wording the minutes before they are circulated."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.minuting.content import Words
from coretech.apps.meetings.minuting.finding import lock_minutes, require_seen
from coretech.apps.meetings.minuting.wording import worded
from coretech.apps.meetings.minuting.writing import add_version
from coretech.apps.meetings.models import Minutes
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, minutes: Minutes) -> None:
    """Whether the words may still change without being a correction."""
    allow_on(by, minutes.meeting.body, Action.WRITE_MINUTES)
    if minutes.state == Minutes.State.CONFIRMED:
        raise wrong_state(
            "紀錄已確認；如有錯誤，請以更正辦理。",
            "The minutes are confirmed; what is wrong in them is corrected, with a reason.",
        )


@operation
def edit_minutes(by: Acting, meeting_id: int, words: Words, seen: int | None = None) -> Act:
    """Add a version with the recorder's words; minutes in circulation come back to the draft, unsigned."""
    minutes = lock_minutes(meeting_id)
    check(by, minutes)
    require_seen(minutes, seen)
    version = add_version(by, minutes, worded(by, minutes, words))
    minutes.state, minutes.reply_until = Minutes.State.DRAFT, None
    minutes.save(update_fields=["state", "reply_until"])
    return record(
        by,
        "minutes.edited",
        minutes.meeting.subject,
        public={"version": version.number, "sha256": version.digest},
        rows=[version],
    )
