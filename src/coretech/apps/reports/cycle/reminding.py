"""Who is reminded of what: officers of sheets not submitted, heads of sheets not signed, controllers of the rest."""

import datetime as dt
from collections.abc import Iterable, Iterator

from coretech.apps.audit.notices import Letter
from coretech.apps.inventory.yearly.reminders import Reminder
from coretech.apps.reports.cycle.addressees import controllers, heads, officers
from coretech.apps.reports.cycle.amendments import waiting_amendments
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.steering import steering_of
from coretech.apps.reports.models import ReportingPeriod, Sheet
from coretech.apps.reports.sheets.access import all_sheets
from coretech.apps.reports.sheets.states import State
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

TO_FILL = frozenset({State.OPEN, State.RETURNED})
TO_CHECK = frozenset({State.SIGNED, State.CHECKED})


def letters_of(period: ReportingPeriod, day: dt.date) -> list[Letter]:
    """What each person of a period's late or unfinished agencies is told; one letter a sheet and person."""
    found = (each for sheet in all_sheets().filter(period=period) for each in _of_agency(sheet, day))
    return [Letter(each.account, _dated(each.what, period.due_on, day), each.path) for each in found]


def sheet_reminders(day: dt.date) -> Iterator[Reminder]:
    """For the daily letter: every open sheet, to whoever holds it; before the due day, on it, and after."""
    for sheet in all_sheets().filter(period__state=ReportingPeriod.State.OPEN):
        yield from _of_agency(sheet, day)
        if State(sheet.state) in TO_CHECK:
            yield from _each(_controllers(sheet, day), _CHECK, sheet)
    for amendment in waiting_amendments():
        what, path = _named(_RULE, amendment.entry.sheet), f"/sheets/amendments/{amendment.pk}/"
        for account in _controllers(amendment.entry.sheet, day):
            yield Reminder(account, what, path)


def _of_agency(sheet: Sheet, day: dt.date) -> Iterator[Reminder]:
    state = State(sheet.state)
    if state in TO_FILL:
        yield from _each(officers(sheet.agency, day), _FILL, sheet)
        if sheet.period.due_on < day:
            yield from _each(heads(sheet.agency, day), _LATE, sheet)
    elif state is State.SUBMITTED:
        yield from _each(heads(sheet.agency, day), _SIGN, sheet)


def _each(accounts: Iterable[int], what: Sentence, sheet: Sheet) -> Iterator[Reminder]:
    for account in accounts:
        yield Reminder(account, _named(what, sheet), f"/sheets/{sheet.pk}/", sheet.period.due_on)


def _controllers(sheet: Sheet, day: dt.date) -> list[int]:
    steering = steering_of(sheet.period.plan)
    return [] if steering is None else controllers(steering.controller, day)


def _named(what: Sentence, sheet: Sheet) -> Sentence:
    """With the period and the agency's code; never a word of what was written."""
    title, code = title_of(sheet.period), sheet.agency.code
    return Sentence(f"{what.zh}：{title.zh}，{code}", f"{what.en}: {title.en}, {code}")


def _dated(what: Sentence, due: dt.date, day: dt.date) -> Sentence:
    on = said(due)
    if due < day:
        return Sentence(f"逾期（{on.zh}到期）：{what.zh}", f"Late (due {on.en}): {what.en}")
    if due == day:
        return Sentence(f"今日到期：{what.zh}", f"Due today: {what.en}")
    return Sentence(f"{on.zh}到期：{what.zh}", f"Due {on.en}: {what.en}")


_FILL = Sentence("填報計畫執行情形", "Report on the plan")
_LATE = Sentence("本機關尚未填報", "Your agency has not reported yet")
_SIGN = Sentence("核章填報表", "Sign the sheet")
_CHECK = Sentence("檢核填報表", "Check the sheet")
_RULE = Sentence("審核修正說明", "Rule on an amendment")
