"""Taking in requests: their numbers, the day they should be answered by, and how many are taken."""

import datetime as dt

from django.conf import settings

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Request
from coretech.apps.people import senders
from coretech.apps.people.senders import MOST_A_DAY
from coretech.kit.sentence import Sentence


def next_number(day: dt.date) -> str:
    """The next request's number, ``114-R-0001``."""
    return senders.next_number(Request.objects.all(), "R", day)


def answer_due(day: dt.date) -> dt.date:
    """By when a request of this day should be answered, as the installation has set; article 10 sets no time."""
    return day + dt.timedelta(days=settings.CORETECH_ANSWER_DAYS)


def refuse_a_flood(by: Acting, contact: str) -> None:
    """Whether another request may be taken now, from this contact and at all.

    Raises:
        Refused: (HTTP 429) where too many came.
    """
    senders.refuse_a_flood(Request.objects.all(), by, contact, from_one=_FROM_ONE, from_all=_FROM_ALL)


_FROM_ONE = Sentence(
    f"同一聯絡信箱一天至多送出{MOST_A_DAY}件，這件沒有收下；請明天再送，或合併為一件。",
    f"One contact may send {MOST_A_DAY} requests a day; this one was not taken. Send it tomorrow, or join them.",
)
_FROM_ALL = Sentence(
    "目前送件過多，這件沒有收下；請一小時後再送。",
    "Too many requests are coming in; this one was not taken. Send it again in an hour.",
)
