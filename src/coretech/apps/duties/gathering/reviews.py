"""The yearly review that each authority owes of its items (art. 10(1))."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.deadline import Deadline, agency_owner
from coretech.apps.duties.kinds import What
from coretech.apps.register.reviews import Sheet, sheets
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence


def yearly_reviews(by: Acting) -> Iterator[Deadline]:
    """How many items each authority has not reviewed this year."""
    for sheet in _sheets(by):
        count = len(sheet.missing)
        if count:
            owner = agency_owner(sheet.authority, by.today)
            yield Deadline(
                what=What.YEARLY_REVIEW,
                owner=owner,
                about=Sentence(f"{owner.name.zh}，{count}項", f"{owner.name.en}, {count} items"),
                subject=f"agency/{sheet.authority.code}/{sheet.year}",
                path="/reviews/",
                due_on=dt.date(sheet.year, 12, 31),
            )


def _sheets(by: Acting) -> list[Sheet]:
    """The sheets of this year; none for whoever reviews no items, and none before the list."""
    try:
        return sheets(by, by.today.year)
    except Refused:
        return []
