"""Reminding agencies of a period's sheets: officers first, heads too once it is late or their signature is missing."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.reports.cycle.periods import lock_period
from coretech.apps.reports.cycle.reminding import letters_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import ReportingPeriod
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, period: ReportingPeriod) -> None:
    """Whether this person may remind now: an open period, a sheet still owed, and no reminder sent today."""
    allow(by, Action.OPEN_PERIOD, matter_of(period.plan))
    if period.state == ReportingPeriod.State.PUBLISHED:
        raise wrong_state("本期已發布，無須催報。", "The period is published; nobody is reminded.")
    if Act.objects.filter(subject=_subject(by, period)).exists():
        raise wrong_state(
            "今日已催報過，明日才能再寄。", "Reminders went out today; the next may go tomorrow."
        )
    if not letters_of(period, by.today):
        raise wrong_state("各機關均已送出，無須催報。", "Every sheet is out of its agency's hands.")


@operation
def remind(by: Acting, period_id: int) -> Act:
    """Put one letter per person and sheet into the outbox, once a day."""
    hold(f"remind:{period_id}")
    period = lock_period(period_id)
    check(by, period)
    letters: list[Letter] = letters_of(period, by.today)
    act = record(by, "period.reminded", _subject(by, period), public={"letters": len(letters)})
    post(act, letters)
    return act


def _subject(by: Acting, period: ReportingPeriod) -> str:
    return f"{period.subject}/reminders/{by.today.isoformat()}"
