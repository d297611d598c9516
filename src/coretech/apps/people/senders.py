"""What people outside send in: the numbers it gets, what must be told of its sender, and how much of it is taken."""

import datetime as dt
from http import HTTPStatus
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Model, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.roc import roc_year
from coretech.kit.sentence import Sentence

LONGEST_NAME = 120

MOST_A_DAY = 5
"""What one contact may send of a kind within a day."""

MOST_AN_HOUR = 60
"""What is taken of a kind from everybody together within an hour; a flood stops here and fills no inbox."""

T = TypeVar("T", bound=Model)


def next_number(rows: QuerySet[T], letter: str, day: dt.date) -> str:
    """The ROC year, the letter of the kind and a running number, ``114-R-0001``; one at a time.

    The lock is held until the transaction ends, so the newest row has the largest ``number``.
    """
    hold(f"number-{letter}")
    year = f"{roc_year(day.year)}-{letter}-"
    numbers = rows.filter(number__startswith=year).order_by("-pk").values_list("number", flat=True)
    last: str | None = numbers.first()
    return f"{year}{1 if last is None else int(last.removeprefix(year)) + 1:04d}"


def refuse_a_flood(
    rows: QuerySet[T], by: Acting, contact: str, *, from_one: Sentence, from_all: Sentence
) -> None:
    """Whether one more may be taken now, from this contact and at all, by ``contact`` and ``received_at`` of the rows.

    Raises:
        Refused: (HTTP 429) where too many came; nobody's address on the network is kept to find out.
    """
    within_a_day = rows.filter(received_at__gt=by.at - dt.timedelta(days=1))
    if within_a_day.filter(contact__iexact=contact).count() >= MOST_A_DAY:
        raise Refused(from_one, status=HTTPStatus.TOO_MANY_REQUESTS)
    if rows.filter(received_at__gt=by.at - dt.timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise Refused(from_all, status=HTTPStatus.TOO_MANY_REQUESTS)


def refuse_bad_sender(sender: str, organisation: str, contact: str) -> None:
    """Whether a name is told, and an address that receives mail.

    Raises:
        Refused: (HTTP 422) naming the field.
    """
    if not sender.strip() or len(sender) > LONGEST_NAME:
        raise bad_input("sender", "請填寫姓名（120字以內）。", "Give your name, in 120 characters at most.")
    if len(organisation) > LONGEST_NAME:
        raise bad_input(
            "organisation", "機構名稱請在120字以內。", "Give the organisation in 120 characters at most."
        )
    try:
        validate_email(contact.strip())
    except ValidationError:
        raise bad_input(
            "contact",
            "請填寫可收信的電子郵件信箱，例如name@example.tw。",
            "Give an e-mail address that receives mail, such as name@example.tw.",
        ) from None
