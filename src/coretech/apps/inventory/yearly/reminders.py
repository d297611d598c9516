"""What people are reminded of: days that come within a month or have passed, in one letter each.

A letter holds counts, days, duties by their plain names and links; never a technology's name or anything written in a
round.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.notices import Letter
from coretech.apps.inventory.models import Round
from coretech.apps.inventory.notices import office_accounts
from coretech.apps.inventory.yearly.board import SOON
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

_BOARD = "/inventory/rounds/"
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing one account is reminded of; without ``due_on`` it is owed at all times."""

    account: int
    what: Sentence
    path: str
    due_on: dt.date | None = None


def due_reminders(reminders: Iterable[Reminder], day: dt.date) -> list[Reminder]:
    """Those that are late or fall due within a month; what has no day is told on Mondays."""
    return [each for each in reminders if _is_due(each, day)]


def letters(reminders: Sequence[Reminder], day: dt.date) -> list[Letter]:
    """One letter an account, late things first; nobody without anything due gets one."""
    by_account = sorted(due_reminders(reminders, day), key=lambda each: each.account)
    languages = dict(
        Account.objects.filter(pk__in={each.account for each in by_account}).values_list("pk", "language")
    )
    return [
        _letter(account, sorted(mine, key=_order), day, languages[account])
        for account, mine in groupby(by_account, key=lambda each: each.account)
        if account in languages
    ]


def late_agencies(day: dt.date) -> Iterator[Reminder]:
    """For the Office's people: how many agencies are late with their inventory."""
    running = Round.objects.exclude(state=Round.State.REPORTED)
    late = sum(round_.last_day < day for round_ in running)
    what = Sentence(f"{late}個機關的盤點提報逾期", f"Agencies late with their inventory: {late}")
    for account in office_accounts(day) if late else []:
        yield Reminder(account, what, _BOARD, day)


def _is_due(reminder: Reminder, day: dt.date) -> bool:
    return day.weekday() == _MONDAY if reminder.due_on is None else reminder.due_on <= day + SOON


def _order(reminder: Reminder) -> tuple[dt.date, str]:
    return reminder.due_on or dt.date.max, reminder.path


def _letter(account: int, mine: Sequence[Reminder], day: dt.date, language: str) -> Letter:
    late = sum(each.due_on is not None and each.due_on < day for each in mine)
    coming = len(mine) - late
    subject = Sentence(
        f"期限提醒：逾期{late}件，將到期{coming}件", f"Reminder: {late} late, {coming} coming due"
    )
    lines = [_line(each, day, language) for each in mine]
    return Letter(account, subject, "/work/", "\n\n".join([subject.say(language), *lines]))


def _line(reminder: Reminder, day: dt.date, language: str) -> str:
    prefix = "/en" if language.startswith("en") else ""
    return f"- {told(reminder, day).say(language)}\n  {settings.CORETECH_ADDRESS}{prefix}{reminder.path}"


def told(reminder: Reminder, day: dt.date) -> Sentence:
    """The thing with its day, and whether that has passed."""
    what = reminder.what
    if reminder.due_on is None:
        return what
    on = said(reminder.due_on)
    if reminder.due_on < day:
        return Sentence(f"逾期（{on.zh}到期）：{what.zh}", f"Late (due {on.en}): {what.en}")
    return Sentence(f"{on.zh}到期：{what.zh}", f"Due {on.en}: {what.en}")
