"""``coretech case``, its last steps: pre-announcement, comments and their dispositions, announcement."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Comment
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.queries import comments_for, published_drafts
from coretech.apps.register.operations.announce import Notice, announce
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.handed import scan_given
from coretech.cli.installation.options import Number, References, day
from coretech.cli.installation.told import Told, moment, table

DraftId = Annotated[
    int, typer.Argument(metavar="DRAFT", help="預告編號（見 case comments） / see case comments")
]
PublishedOn = Annotated[
    dt.date | None, day("--published-on", "預告日期（預設今天）", "when published; today")
]
Until = Annotated[dt.date, day("--comments-until", "意見截止日", "the last day for comments")]
AnnouncedOn = Annotated[dt.date | None, day("--announced-on", "公告日期（預設今天）", "announced on; today")]
EffectiveOn = Annotated[
    dt.date | None, day("--effective-on", "生效日（預設公告日）", "in force from; the day announced")
]

ScanFile = Annotated[
    Path | None, typer.Option("--scan", metavar="FILE", help="公告掃描檔 / the announcement's scan")
]


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    writes(app, "pre-announce")(publish_draft)
    reads(app, "comments")(list_comments)
    writes(app, "comment", by_public=True)(send_comment)
    writes(app, "answer")(answer_comment)
    writes(app, "announce")(enter_announcement)


def publish_draft(
    by: Acting,
    references: References,
    number: Number,
    comments_until: Until,
    published_on: PublishedOn = None,
) -> Act:
    """預告並徵求意見，可多案同時 / Pre-announce cases together and invite comments."""
    draft = Draft(tuple(references), number, published_on or by.today, comments_until)
    return pre_announce(by, draft)


def list_comments(by: Acting) -> Told:
    """列出各預告及其意見；送件人只有辦公室看得到 / List drafts with their comments; senders for the Office only."""
    drafts = [(draft, list(comments_for(by, draft))) for draft in published_drafts()]
    data = [
        {
            "draft": draft.pk,
            "document_number": draft.document_number,
            "published_on": draft.published_on.isoformat(),
            "comments_until": draft.comments_until.isoformat(),
            "cases": [case.reference for case in draft.cases.all()],
            "comments": [_comment_data(received) for received in comments],
        }
        for draft, comments in drafts
    ]

    def lines(_language: str) -> Iterable[str]:
        for draft, comments in drafts:
            yield f"{draft.pk}  {draft.document_number}  {draft.published_on} … {draft.comments_until}"
            rows = [
                (f"  {received.pk}", received.disposition or "－", received.public_text)
                for received in comments
            ]
            yield from table(rows)

    return Told(data, lines)


def send_comment(
    by: Acting,
    draft: DraftId,
    text: Annotated[str, typer.Option(help="意見 / the comment")],
    name: Annotated[str, typer.Option(help="姓名，可不填 / your name, if you like")] = "",
    contact: Annotated[str, typer.Option(help="聯絡方式，可不填 / how to reach you, if you like")] = "",
) -> Act:
    """對預告表示意見，任何人皆可 / Comment on a pre-announcement; anybody may."""
    return comment(by, draft, text, name, contact)


def answer_comment(
    by: Acting,
    received: Annotated[
        int, typer.Argument(metavar="COMMENT", help="意見編號（見 case comments） / its number")
    ],
    disposition: Annotated[str, typer.Option(help="accepted, partly, noted, declined")],
    reply: Annotated[str, typer.Option(help="理由 / why")],
    published_text: Annotated[
        str | None, typer.Option(help="刪除個人資料後的公開文字 / the comment without personal data")
    ] = None,
) -> Act:
    """回應一則意見 / Answer a comment."""
    return dispose_comment(by, received, disposition, reply, published_text)


def enter_announcement(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    references: References,
    number: Number,
    *,
    announced_on: AnnouncedOn = None,
    effective_on: EffectiveOn = None,
    scan: ScanFile = None,
) -> Act:
    """行政院公告，清單成為新版本 / Enter the Executive Yuan's announcement: the list's next edition."""
    announced = announced_on or by.today
    file = None if scan is None else scan_given(scan)
    return announce(by, Notice(tuple(references), number, announced, effective_on or announced, file))


def _comment_data(received: Comment) -> dict[str, object]:
    """The comment without its sender: no command prints personal data."""
    return {
        "id": received.pk,
        "text": received.public_text,
        "received_at": moment(received.received_at),
        "disposition": received.disposition or None,
        "reply": received.reply or None,
    }
