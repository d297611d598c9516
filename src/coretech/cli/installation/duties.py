"""``coretech duties``: what is due when, and the calendar by secret address."""

from collections.abc import Iterable
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.duties.deadline import STATUSES, Deadline, Urgency
from coretech.apps.duties.feeds import address_of, new_key
from coretech.apps.duties.kinds import Topic
from coretech.apps.duties.operations import end_feed, make_feed
from coretech.apps.duties.queries import Chosen, View, deadlines
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told, act_told, table
from coretech.kit.sentence import Sentence

app = group("期限與行事曆", "deadlines and the calendar")

Whose = Annotated[View, typer.Option("--view", help="誰的：本人、本機關、全部 / mine, my agency's, all")]
About = Annotated[Topic | None, typer.Option(help="類別 / the topic")]
Standing = Annotated[Urgency | None, typer.Option(help="狀態 / how pressing")]

_NONE = Sentence("沒有符合條件的期限。", "There is no such deadline.")
_SHOWN_ONCE = Sentence("網址只顯示這一次，請立即收存。", "The address is shown this once; keep it now.")


@reads(app, "list")
def list_deadlines(by: Acting, view: Whose = View.ME, topic: About = None, status: Standing = None) -> Told:
    """列出期限，逾期者在前 / List deadlines, overdue ones first."""
    found = deadlines(by, view, Chosen(topic, status))

    def lines(language: str) -> Iterable[str]:
        return table([_row(by, each, language) for each in found])

    return Told([_data(by, each) for each in found], lines, None if found else _NONE)


@writes(app, "make-calendar")
def make_calendar(by: Acting) -> Told:
    """建立或換新行事曆網址；只印出這一次 / Make the calendar's address, or a new one; it is printed this once."""
    key = new_key()
    act = make_feed.make_feed(by, key)
    address = address_of(key, "zh")
    return Told(act_told(act, more={"address": address}).data, lambda _: [address], _SHOWN_ONCE)


@writes(app, "end-calendar")
def end_calendar(by: Acting) -> Act:
    """停用行事曆網址 / End the calendar's address."""
    return end_feed.end_feed(by)


def _row(by: Acting, found: Deadline, language: str) -> tuple[str, ...]:
    due = "－" if found.due_on is None else found.due_on.isoformat()
    status = STATUSES[found.status_on(by.today)]
    return due, status.say(language), found.title.say(language), found.owner.name.say(language), found.path


def _data(by: Acting, found: Deadline) -> dict[str, object]:
    return {
        "key": found.key,
        "topic": found.kind.topic.value,
        "title": found.title.as_dict(),
        "next_step": found.kind.next_step.as_dict(),
        "whose": found.owner.name.as_dict(),
        "due_on": None if found.due_on is None else found.due_on.isoformat(),
        "status": found.status_on(by.today).value,
        "articles": list(found.articles),
        "page": found.path,
    }
