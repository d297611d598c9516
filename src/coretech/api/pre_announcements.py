"""Pre-announcements and the public's comments on them."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.comments import CommentShown, comment_shown
from coretech.api.places import place_of
from coretech.api.schemas import (
    AddressNumber,
    Day,
    DocumentNumber,
    Given,
    Line,
    Named,
    Page,
    Paging,
    Paragraphs,
    References,
    Shown,
    Words,
    cut,
)
from coretech.api.shapes import agency_on, sector_of
from coretech.apps.audit.acting import Acting
from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.queries import comments_for, find_draft, published_drafts

router = Router(tags=["pre-announcements"])


class Proposed(Shown):
    """A case as its pre-announcement makes it public: the listed names it starts from, those it would come to."""

    reference: str
    kind: str
    aspect: str | None
    sources: list[Words]
    results: list[Words]
    name: Words
    authority: Named
    sector: Named


class DraftBrief(Shown):
    """A pre-announcement: its number, its days, its cases."""

    id: int
    document_number: str
    published_on: dt.date
    comments_until: dt.date
    takes_comments: bool
    cases: list[Proposed]


class DraftShown(DraftBrief):
    """A pre-announcement with the comments this reader may see: the public sees the answered ones."""

    comments: list[CommentShown]


class DraftGiven(Given):
    """A pre-announcement to publish; several cases may share one."""

    references: References
    document_number: DocumentNumber
    published_on: Day
    comments_until: Day


class CommentGiven(Given):
    """A comment; the sender may stay unnamed, and the details never leave the Office."""

    text: Paragraphs
    sender: Line = ""
    contact: Line = ""


@router.get("", auth=PUBLIC, response=Page[DraftBrief], summary="預告 / Pre-announcements")
def list_pre_announcements(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[DraftBrief]:
    """All pre-announcements, newest first."""
    total, rows = cut(published_drafts(), paging)
    return Page(total=total, items=[_brief(acting(request), row) for row in rows])


@router.get(
    "/{pre_announcement_id}", auth=PUBLIC, response=DraftShown, summary="一則預告 / One pre-announcement"
)
def show_pre_announcement(request: HttpRequest, pre_announcement_id: AddressNumber) -> DraftShown:
    """One pre-announcement with its comments: all of them for the Office, the answered ones for everybody else."""
    by, draft = acting(request), find_draft(pre_announcement_id)
    comments = [comment_shown(by, received) for received in comments_for(by, draft)]
    return DraftShown(**_brief(by, draft).model_dump(), comments=comments)


@router.post("", response=WRITTEN, summary="預告並徵求意見 / Pre-announce")
def publish_pre_announcement(request: HttpRequest, given: DraftGiven) -> Status[Done]:
    """Publish approved cases as a draft and take comments until the end of a day."""
    draft = Draft(tuple(given.references), given.document_number, given.published_on, given.comments_until)
    return written(request, lambda by: pre_announce(by, draft))


@router.post("/{pre_announcement_id}/comments", auth=PUBLIC, response=WRITTEN, summary="表示意見 / Comment")
def send_comment(
    request: HttpRequest, pre_announcement_id: AddressNumber, given: CommentGiven
) -> Status[Done]:
    """Comment on a pre-announcement; anybody may, while its comments are open."""
    return written(
        request,
        lambda by: comment(by, pre_announcement_id, given.text, given.sender, given.contact),
        place_of(f"pre-announcement/{pre_announcement_id}"),
    )


def _brief(by: Acting, draft: PreAnnouncement) -> DraftBrief:
    return DraftBrief(
        id=draft.pk,
        document_number=draft.document_number,
        published_on=draft.published_on,
        comments_until=draft.comments_until,
        takes_comments=draft.open_on(by.today),
        cases=[_proposed(case, draft.published_on) for case in draft.cases.all()],
    )


def _proposed(case: Case, day: dt.date) -> Proposed:
    return Proposed(
        reference=case.reference,
        kind=case.kind,
        aspect=case.aspect or None,
        sources=[Words.of(row.name) for row in sources_of(case)],
        results=[Words.of(row.name) for row in results_of(case)],
        name=Words.of(case.name),
        authority=agency_on(case.authority, day),
        sector=sector_of(case.sector),
    )
