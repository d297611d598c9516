"""Correcting confirmed minutes: a further version, with its reason; the confirmed one stays readable."""

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
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_REASON = 300


def check(by: Acting, minutes: Minutes) -> None:
    """Whether there is anything confirmed to correct."""
    allow_on(by, minutes.meeting.body, Action.WRITE_MINUTES)
    if minutes.state != Minutes.State.CONFIRMED:
        raise wrong_state("紀錄尚未確認，直接修改即可。", "The minutes are not confirmed; edit them instead.")


@operation
def correct_minutes(by: Acting, meeting_id: int, words: Words, why: str, seen: int | None = None) -> Act:
    """Add a version marked as a correction; the chair and the recorder sign it anew."""
    minutes = lock_minutes(meeting_id)
    check(by, minutes)
    require_seen(minutes, seen)
    if not why.strip():
        raise bad_input("why", "請說明更正理由。", "Say why the minutes are corrected.")
    if len(why.strip()) > LONGEST_REASON:
        raise bad_input(
            "why",
            f"更正理由請在{LONGEST_REASON}字以內。",
            f"Keep the reason within {LONGEST_REASON} characters.",
        )
    version = add_version(by, minutes, worded(by, minutes, words), correction=True, why=why)
    return record(
        by,
        "minutes.corrected",
        minutes.meeting.subject,
        public={"version": version.number, "sha256": version.digest},
        rows=[version],
        why=why.strip(),
    )
