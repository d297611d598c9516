"""``coretech meeting minutes``: from draft to correction; and ``coretech meeting statistics``."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.minuting.content import Words
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.correct_minutes import correct_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.edit_minutes import edit_minutes
from coretech.apps.meetings.operations.reply_to_minutes import reply_to_minutes
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.meetings.queries import find_meeting
from coretech.cli.installation.doors import group, writes
from coretech.cli.installation.meetings import minutes_read as meeting_minutes_read
from coretech.cli.installation.meetings.minutes_text import (
    ClosingText,
    DiscussionText,
    OpeningText,
    ResolutionText,
    by_item,
)
from coretech.cli.installation.options import MeetingId, Why, day

SeenVersion = Annotated[
    int | None,
    typer.Option("--seen", metavar="N", help="所見的版次；已有新版則拒絕 / the version you saw"),
]


def add_to(app: typer.Typer) -> None:
    """Offer the minutes as a group of subcommands of ``app``, and the statistics beside it."""
    minutes = group(
        "會議紀錄：草稿、簽署、傳閱、確認、更正", "minutes: draft, sign, circulate, confirm, correct"
    )
    meeting_minutes_read.add_to(minutes, app)
    writes(minutes, "draft")(draft)
    writes(minutes, "edit")(edit)
    writes(minutes, "sign")(sign)
    writes(minutes, "circulate")(circulate)
    writes(minutes, "reply")(reply)
    writes(minutes, "confirm")(confirm)
    writes(minutes, "correct")(correct)
    app.add_typer(minutes, name="minutes")


def draft(by: Acting, meeting: MeetingId) -> Act:
    """由會議紀錄製作草稿（散會後） / Draft the minutes from the acts, once the meeting is closed."""
    find_meeting(by, meeting)
    return draft_minutes(by, meeting)


def edit(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    *,
    discussion: DiscussionText = None,
    resolution: ResolutionText = None,
    opening: OpeningText = None,
    closing: ClosingText = None,
    seen: SeenVersion = None,
) -> Act:
    """修改文字，存為新的一版；未列的不變 / Edit the words as a new version; what is left out stays."""
    find_minutes(by, meeting)
    words = Words(opening, closing, by_item(by, meeting, discussion, resolution))
    return edit_minutes(by, meeting, words, seen)


def sign(
    by: Acting,
    meeting: MeetingId,
    *,
    name: Annotated[str, typer.Option(help="本人姓名 / one's own name")],
    seen: SeenVersion = None,
) -> Act:
    """主席或紀錄人簽署最新一版 / The chair or the recorder signs the newest version."""
    find_minutes(by, meeting)
    return sign_minutes(by, meeting, name, seen)


def circulate(
    by: Acting,
    meeting: MeetingId,
    *,
    reply_until: Annotated[dt.date, day("--reply-until", "回復期限", "the last day to answer")],
    seen: SeenVersion = None,
) -> Act:
    """送傳閱 / Circulate the signed minutes."""
    find_minutes(by, meeting)
    return circulate_minutes(by, meeting, reply_until, seen)


def reply(
    by: Acting,
    meeting: MeetingId,
    *,
    agrees: Annotated[bool, typer.Option("--agree/--object", help="同意或異議 / agree, or object")],
    note: Annotated[str, typer.Option(help="何處有誤 / what is wrong")] = "",
    seen: SeenVersion = None,
) -> Act:
    """回復傳閱 / Answer the circulation for one's seat."""
    find_minutes(by, meeting)
    return reply_to_minutes(by, meeting, agrees=agrees, note=note, seen=seen)


def confirm(
    by: Acting,
    meeting: MeetingId,
    *,
    at_meeting: Annotated[
        int | None,
        typer.Option(help="由其後哪一次會議確認；預設傳閱確認 / the later meeting; else by circulation"),
    ] = None,
    seen: SeenVersion = None,
) -> Act:
    """確認紀錄 / Confirm the minutes."""
    find_minutes(by, meeting)
    return confirm_minutes(by, meeting, at_meeting, seen)


def correct(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    *,
    why: Why,
    discussion: DiscussionText = None,
    resolution: ResolutionText = None,
    opening: OpeningText = None,
    closing: ClosingText = None,
    seen: SeenVersion = None,
) -> Act:
    """更正已確認的紀錄，並說明理由 / Correct confirmed minutes, with the reason."""
    find_minutes(by, meeting)
    words = Words(opening, closing, by_item(by, meeting, discussion, resolution))
    return correct_minutes(by, meeting, words, why, seen)
