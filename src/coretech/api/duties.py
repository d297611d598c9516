"""Deadlines: the caller's own, the agency's, all for the Office; and the calendar by secret address."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Status
from pydantic import Field

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import Given, Shown, Words
from coretech.apps.audit.acting import Acting
from coretech.apps.duties import deadline, kinds, queries
from coretech.apps.duties.feeds import address_of, digest_of, feed_of, new_key
from coretech.apps.duties.operations.end_feed import end_feed
from coretech.apps.duties.operations.make_feed import make_feed

router = Router(tags=["duties"])


class DeadlinesWanted(Given):
    """Whose deadlines, on what, how pressing."""

    view: Annotated[queries.View, Field(description="One's own, the agency's, or all.")] = queries.View.ME
    topic: Annotated[kinds.Topic | None, Field(description="On one topic alone.")] = None
    status: Annotated[deadline.Urgency | None, Field(description="Those that stand so today.")] = None


class DeadlineShown(Shown):
    """A deadline; ``due_on`` is null where nothing sets a day, ``articles`` is empty where only practice asks."""

    key: str
    what: str
    topic: str
    title: Words
    next_step: Words
    whose: Words
    agency: str | None
    due_on: dt.date | None
    status: deadline.Urgency
    articles: list[str]
    page: str


class FeedMade(Done):
    """The act, and the calendar's address: shown this once, null where the same request came before."""

    address: str | None


@router.get("", response=list[DeadlineShown], url_name="list_duties_due", summary="期限 / Deadlines")
def list_deadlines(request: HttpRequest, wanted: Query[DeadlinesWanted]) -> list[DeadlineShown]:
    """What falls due, overdue first, then by day; nothing the caller may not know of."""
    by = acting(request)
    chosen = queries.Chosen(wanted.topic, wanted.status)
    return [_shown(by, each) for each in queries.deadlines(by, wanted.view, chosen)]


@router.post(
    "/calendar", response=dict.fromkeys(WRITTEN, FeedMade), summary="建立行事曆網址 / Make the calendar"
)
def make_calendar(request: HttpRequest) -> Status[FeedMade]:
    """Make the caller's calendar, or give it a new address; the old one opens nothing from then on."""
    key = new_key()
    done = written(request, lambda by: make_feed(by, key), reverse("api:list_duties_due"))
    feed = feed_of(acting(request))
    fresh = feed is not None and feed.key_sha256 == digest_of(key)
    shown = FeedMade(**done.value.model_dump(), address=address_of(key, "zh") if fresh else None)
    return Status(done.status_code, shown)


@router.post("/calendar/end", response=WRITTEN, summary="停用行事曆網址 / End the calendar")
def end_calendar(request: HttpRequest) -> Status[Done]:
    """End the address of the caller's calendar."""
    return written(request, end_feed, reverse("api:list_duties_due"))


def _shown(by: Acting, found: deadline.Deadline) -> DeadlineShown:
    return DeadlineShown(
        key=found.key,
        what=found.what.value,
        topic=found.kind.topic.value,
        title=Words.of(found.title),
        next_step=Words.of(found.kind.next_step),
        whose=Words.of(found.owner.name),
        agency=found.owner.code or None,
        due_on=found.due_on,
        status=found.status_on(by.today),
        articles=list(found.articles),
        page=found.path,
    )
