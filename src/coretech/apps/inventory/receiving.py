"""Taking in requests: their numbers, the day they should be answered by, and how many are taken."""

import datetime as dt
from http import HTTPStatus

from django.conf import settings

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.inventory.models import Request
from coretech.kit.refusal import Refused
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence

MOST_A_DAY = 5
"""Requests one contact may send within a day."""

MOST_AN_HOUR = 60
"""Requests taken from everybody together within an hour; a flood stops here and fills no inbox."""


def next_number(day: dt.date) -> str:
    """The ROC year and a running number, ``114-R-0001``; one request at a time.

    The lock is held until the transaction ends, so the newest row has the largest number.
    """
    hold("request-number")
    year = f"{roc_year(day.year)}-R-"
    last = Request.objects.filter(number__startswith=year).order_by("-pk").first()
    return f"{year}{1 if last is None else int(last.number.removeprefix(year)) + 1:04d}"


def answer_due(day: dt.date) -> dt.date:
    """By when a request of this day should be answered, as the installation has set; article 10 sets no time."""
    return day + dt.timedelta(days=settings.CORETECH_ANSWER_DAYS)


def refuse_a_flood(by: Acting, contact: str) -> None:
    """Whether another request may be taken now, from this contact and at all.

    Raises:
        Refused: (HTTP 429) where too many came; nobody's address on the network is kept to find out.
    """
    within_a_day = Request.objects.filter(received_at__gt=by.at - dt.timedelta(days=1))
    if within_a_day.filter(contact__iexact=contact).count() >= MOST_A_DAY:
        raise _too_many(_FROM_ONE)
    if Request.objects.filter(received_at__gt=by.at - dt.timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise _too_many(_FROM_ALL)


def _too_many(sentence: Sentence) -> Refused:
    return Refused(sentence, status=HTTPStatus.TOO_MANY_REQUESTS)


_FROM_ONE = Sentence(
    f"同一聯絡信箱一天至多送出{MOST_A_DAY}件，這件沒有收下；請明天再送，或合併為一件。",
    f"One contact may send {MOST_A_DAY} requests a day; this one was not taken. Send it tomorrow, or join them.",
)
_FROM_ALL = Sentence(
    "目前送件過多，這件沒有收下；請一小時後再送。",
    "Too many requests are coming in; this one was not taken. Send it again in an hour.",
)
