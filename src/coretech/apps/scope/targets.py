"""The Office's own targets for questions, dated; no law sets them, and every page says so."""

import datetime as dt

from coretech.kit.sentence import Sentence
from coretech.law.parameters.store import Parameter

ANSWER_DAYS = Parameter(
    "scope.answer_days",
    "",
    Sentence(
        "詢問的答覆天數（服務目標，非法定期限）",
        "days to answer a question (a service target, not a legal deadline)",
    ),
    ((dt.date.min, 30),),
)
OBJECTION_DAYS = Parameter(
    "scope.objection_days",
    "",
    Sentence(
        "詢問人對公開摘要表示意見的天數（服務目標）",
        "days in which an asker may object to a digest (a service target)",
    ),
    ((dt.date.min, 14),),
)
REMIND_BEFORE = dt.timedelta(days=7)
"""How long before a question should be answered its authority is reminded."""

NO_LAW = Sentence(
    "法律未定答覆期限；這是關鍵技術辦公室自訂的服務目標。",
    "No law sets a time for the answer; this is the Office's own service target.",
)


def days(target: Parameter, day: dt.date) -> dt.timedelta:
    """A target as a span of days, as it was set on a day."""
    value = target.on(day)
    return dt.timedelta(days=value if isinstance(value, int) else 0)


def restarted(due_on: dt.date, stopped_on: dt.date, day: dt.date) -> dt.date:
    """The due day once the clock runs again: as much later as it stood still."""
    return due_on + (day - stopped_on)
