"""Taking in questions: their numbers, the day they should be answered by, and how many are taken."""

import datetime as dt
from http import HTTPStatus

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.scope.models import AnswerDigest, Question
from coretech.apps.scope.targets import ANSWER_DAYS, days
from coretech.kit.refusal import Refused
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence

MOST_A_DAY = 5
"""Questions one contact may send within a day."""

MOST_AN_HOUR = 60
"""Questions taken from everybody together within an hour; a flood stops here and fills no queue."""


def next_question_number(day: dt.date) -> str:
    """The ROC year and a running number, ``114-Q-0001``; one question at a time."""
    hold("question-number")
    year = f"{roc_year(day.year)}-Q-"
    return _after(year, Question.objects.filter(number__startswith=year).order_by("-pk").first())


def next_digest_number(day: dt.date) -> str:
    """The ROC year and a running number, ``114-D-0001``; one digest at a time."""
    hold("digest-number")
    year = f"{roc_year(day.year)}-D-"
    return _after(year, AnswerDigest.objects.filter(number__startswith=year).order_by("-pk").first())


def answer_due(day: dt.date) -> dt.date:
    """By when a question of this day should be answered: the Office's own target."""
    return day + days(ANSWER_DAYS, day)


def refuse_a_flood(by: Acting, contact: str) -> None:
    """Whether another question may be taken now, from this contact and at all.

    Raises:
        Refused: (HTTP 429) where too many came; nobody's address on the network is kept to find out.
    """
    within_a_day = Question.objects.filter(received_at__gt=by.at - dt.timedelta(days=1))
    if within_a_day.filter(contact__iexact=contact).count() >= MOST_A_DAY:
        raise Refused(_FROM_ONE, status=HTTPStatus.TOO_MANY_REQUESTS)
    if Question.objects.filter(received_at__gt=by.at - dt.timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise Refused(_FROM_ALL, status=HTTPStatus.TOO_MANY_REQUESTS)


def _after(year: str, last: Question | AnswerDigest | None) -> str:
    """The next number; the lock is held until the transaction ends, so the newest row has the largest."""
    return f"{year}{1 if last is None else int(last.number.removeprefix(year)) + 1:04d}"


_FROM_ONE = Sentence(
    f"同一聯絡信箱一天至多送出{MOST_A_DAY}件詢問，這件沒有收下；請明天再送，或合併為一件（至多6項技術）。",
    f"One contact may send {MOST_A_DAY} questions a day; this one was not taken. Send it tomorrow, or join them: "
    "a question may name six technologies.",
)
_FROM_ALL = Sentence(
    "目前送件過多，這件沒有收下；請一小時後再送。",
    "Too many questions are coming in; this one was not taken. Send it again in an hour.",
)
