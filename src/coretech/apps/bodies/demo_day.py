"""Moving the demonstration's day: never before what has been done, never past the council's terms."""

import datetime as dt

from django.db.models import Max

from coretech.apps.audit.clock import now, set_demo_day
from coretech.apps.audit.queries import newest_act
from coretech.apps.bodies.models import Appointment
from coretech.kit.refusal import bad_input
from coretech.kit.roc import said


def move_demo_day(day: dt.date) -> None:
    """Let the demonstration stand at a day.

    Raises:
        Refused: (HTTP 422) for a day before the log's newest act, or after everybody's term has ended.
    """
    _refuse_behind_the_log(day)
    _refuse_beyond_the_terms(day)
    set_demo_day(day)


def last_day_in_office() -> dt.date | None:
    """The last day anybody holds a seat, or None where nobody ever did."""
    newest: dt.date | None = Appointment.objects.aggregate(newest=Max("end"))["newest"]
    return newest


def _refuse_behind_the_log(day: dt.date) -> None:
    last, moment = newest_act(), dt.datetime.combine(day, now().timetz())
    if last is not None and moment < last.at:
        done = said(last.at.astimezone(moment.tzinfo).date())
        raise bad_input(
            "day",
            f"最近一次紀錄在{done.zh}，日期不能早於該次紀錄。",
            f"The newest act was on {done.en}; the day cannot go back behind it.",
        )


def _refuse_beyond_the_terms(day: dt.date) -> None:
    end = last_day_in_office()
    if end is not None and day > end:
        last = said(end)
        raise bad_input(
            "day",
            f"示範的任期至{last.zh}止，請選該日以前。",
            f"Everybody's term ends on {last.en}; choose that day or one before.",
        )
