"""Holders' requests and notices of change that wait for their authority's decision (art. 10(2))."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.deadline import Deadline, agency_owner
from coretech.apps.duties.kinds import What
from coretech.apps.inventory.asked.requests import waiting
from coretech.kit.sentence import Sentence


def requests(by: Acting) -> Iterator[Deadline]:
    """Each by its number; whoever sent it stays unnamed."""
    for each in waiting(by):
        yield Deadline(
            what=What.REQUEST,
            owner=agency_owner(each.authority, by.today),
            about=Sentence(each.number, each.number),
            subject=each.subject,
            path=f"/requests/{each.number}/",
            due_on=each.answer_due,
        )
