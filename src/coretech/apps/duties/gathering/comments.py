"""Comment periods that end, and comments that wait for their disposition."""

from collections.abc import Iterator

from django.db.models import Count

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.queries import open_drafts, unanswered_comments
from coretech.apps.duties.deadline import OFFICE, Deadline
from coretech.apps.duties.kinds import What
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence


def comment_periods(by: Acting) -> Iterator[Deadline]:
    """The pre-announcements that take comments today; they are public."""
    for draft in open_drafts(by.today):
        number = draft.document_number
        yield Deadline(
            what=What.COMMENT_PERIOD,
            owner=OFFICE,
            about=Sentence(number, number),
            subject=f"pre-announcement/{draft.pk}",
            path=f"/pre-announcements/{draft.pk}/",
            due_on=draft.comments_until,
        )


def dispositions(by: Acting) -> Iterator[Deadline]:
    """How many comments on each pre-announcement wait, to those who answer them; nothing sets a last day."""
    try:
        waiting = unanswered_comments(by).order_by("pre_announcement")
    except Refused:
        return
    numbers = waiting.values_list("pre_announcement", "pre_announcement__document_number")
    for draft, number, count in numbers.annotate(count=Count("pk")):
        yield Deadline(
            what=What.DISPOSITIONS,
            owner=OFFICE,
            about=Sentence(f"{number}，{count}則", f"{number}, {count}"),
            subject=f"pre-announcement/{draft}",
            path="/comments/",
        )
