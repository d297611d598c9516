"""Ending a posting."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.finding import lock_posting
from coretech.apps.people.letters import tell_ended
from coretech.apps.people.models import Posting
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


def check(by: Acting, posting: Posting) -> None:
    """Whether this person may end the posting, and it has not ended."""
    allow(by, Action.POST_PEOPLE)
    if posting.end is not None and posting.end < by.today:
        raise wrong_state("這項職務已經結束。", "This posting has ended already.")


def check_last(posting: Posting, last: dt.date, today: dt.date) -> None:
    """Whether the day can be the last one served (HTTP 422 otherwise): what was done under the post stays so."""
    yesterday = today - dt.timedelta(days=1)
    if last < yesterday:
        raise bad_input(
            "last",
            "末日不可早於昨日：先前以此職務辦理的事項仍然有效。",
            "The last day is yesterday at the earliest: what was done under the post stays done.",
        )
    if last < posting.start:
        raise bad_input("last", "末日不可早於起日。", "The last day is not before the first.")
    if posting.end is not None and last >= posting.end:
        raise bad_input("last", "這項職務原定更早結束。", "The posting ends no later than that already.")


@operation
def end_posting(by: Acting, posting_id: int, last: dt.date) -> Act:
    """Let the posting end with a day; from the next day on it gives no power."""
    allow(by, Action.POST_PEOPLE)
    posting = lock_posting(posting_id)
    check(by, posting)
    check_last(posting, last, by.today)
    posting.end = last
    posting.save(update_fields=["end"])
    act = record(
        by,
        "people.posting_ended",
        f"posting/{posting.pk}",
        public={"agency": posting.agency.code, "kind": posting.kind},
        confidential={"person": posting.person_id, "last": last.isoformat()},
    )
    tell_ended(act, posting)
    return act
