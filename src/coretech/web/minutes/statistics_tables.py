"""A body's statistics as tables of a page."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.meetings.minuting.words import METHODS, OUTCOMES
from coretech.apps.meetings.models import Attendance
from coretech.apps.meetings.statistics import Statistics
from coretech.apps.meetings.statistics_rows import GROUNDS
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, upfirst

_NO_METHOD = Sentence("未表決", "no vote")

ATTENDANCE_COLUMNS = (
    Column(Sentence("席位", "Seat")),
    Column(Sentence("親自出席", "Present"), numeric=True),
    Column(Sentence("代理", "Stand-in"), numeric=True),
    Column(Sentence("請假", "On leave"), numeric=True),
    Column(Sentence("缺席", "Absent"), numeric=True),
    Column(Sentence("出席率", "Rate"), numeric=True),
)
DECISION_COLUMNS = (
    Column(Sentence("結果", "Outcome")),
    Column(Sentence("方式", "Method")),
    Column(Sentence("案數", "Items"), numeric=True),
)


def facts_of(found: Statistics) -> list[tuple[Sentence, str]]:
    """The figures of the body as a whole."""
    average = "－" if found.average is None else f"{found.average:.1f}"
    return [
        (Sentence("召開", "Meetings held"), str(found.held)),
        (Sentence("取消", "Meetings cancelled"), str(found.cancelled)),
        (Sentence("平均出席席數", "Seats attending on average"), average),
        (Sentence("開會時間合計（不含休息）", "Time in session, without breaks"), _hours(found.in_session)),
        (Sentence("條文解讀不同之議案", "Items whose readings differed"), str(found.disputed)),
    ]


def yearly_rulings(found: Statistics) -> Iterator[tuple[Sentence, Ruling]]:
    """Each year's ruling on the yearly meeting, under its heading."""
    for year, ruling in found.yearly:
        named = said_year(year)
        yield Sentence(f"{named.zh}的定期會議", f"The yearly meeting of {named.en}"), ruling


def attendance_rows(found: Statistics) -> Iterator[list[str]]:
    """One line a holder of a seat."""
    for row in found.seats:
        name = row.appointment.person.name
        who = Sentence(f"第{row.seat}席　{name.zh}", f"Seat {row.seat}: {name.en}")
        counts = [str(row.counts.get(way, 0)) for way in Attendance.Status.values]
        yield [say(who), *counts, f"{row.rate:.0%}"]


def recusal_facts(found: Statistics) -> Iterator[tuple[Sentence, str]]:
    """How many recusals, by class; of nobody in particular."""
    for ground, words in GROUNDS.items():
        if found.recusals.get(ground):
            yield words, str(found.recusals[ground])


def decision_rows(found: Statistics) -> Iterator[list[str]]:
    """One line for each outcome and method."""
    for (outcome, method), count in sorted(found.decisions.items()):
        yield [upfirst(say(OUTCOMES[outcome])), upfirst(say(METHODS.get(method, _NO_METHOD))), str(count)]


def _hours(span: dt.timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    return say(Sentence(f"{minutes // 60}小時{minutes % 60}分", f"{minutes // 60} h {minutes % 60} min"))
