"""Taking in questions: their numbers, the day they should be answered by, and how many are taken."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.people import senders
from coretech.apps.people.senders import MOST_A_DAY
from coretech.apps.scope.models import AnswerDigest, Question
from coretech.apps.scope.targets import ANSWER_DAYS, days
from coretech.kit.sentence import Sentence


def next_question_number(day: dt.date) -> str:
    """The next question's number, ``114-Q-0001``."""
    return senders.next_number(Question.objects.all(), "Q", day)


def next_digest_number(day: dt.date) -> str:
    """The next digest's number, ``114-D-0001``."""
    return senders.next_number(AnswerDigest.objects.all(), "D", day)


def answer_due(day: dt.date) -> dt.date:
    """By when a question of this day should be answered: the Office's own target."""
    return day + days(ANSWER_DAYS, day)


def refuse_a_flood(by: Acting, contact: str) -> None:
    """Whether another question may be taken now, from this contact and at all.

    Raises:
        Refused: (HTTP 429) where too many came.
    """
    senders.refuse_a_flood(Question.objects.all(), by, contact, from_one=_FROM_ONE, from_all=_FROM_ALL)


_FROM_ONE = Sentence(
    f"同一聯絡信箱一天至多送出{MOST_A_DAY}件詢問，這件沒有收下；請明天再送，或合併為一件（至多6項技術）。",
    f"One contact may send {MOST_A_DAY} questions a day; this one was not taken. Send it tomorrow, or join them: "
    "a question may name six technologies.",
)
_FROM_ALL = Sentence(
    "目前送件過多，這件沒有收下；請一小時後再送。",
    "Too many questions are coming in; this one was not taken. Send it again in an hour.",
)
