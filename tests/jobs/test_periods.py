"""The daily jobs of the reporting cycle: periods open by themselves, and the morning's letter tells of sheets."""

import datetime as dt

import pytest
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Act
from coretech.apps.reports.cycle.reminding import sheet_reminders
from coretech.apps.reports.models import ReportingPeriod
from coretech.jobs.periods import open_due
from tests.factories import cycle_factories as made

pytestmark = pytest.mark.usefixtures("stage")


@pytest.mark.parametrize(
    ("day", "cycle", "expected"),
    [
        (dt.date(2022, 4, 1), "quarterly", [(111, 1)]),
        (dt.date(2022, 5, 1), "quarterly", []),
        (dt.date(2023, 1, 2), "quarterly", [(111, 4)]),
        (dt.date(2023, 1, 2), "yearly", [(111, None)]),
        (dt.date(2022, 4, 1), "yearly", []),
        (dt.date(2022, 1, 3), "quarterly", []),
    ],
)
def test_a_period_opens_by_itself_once_in_its_month_and_within_the_plan(
    day: dt.date, cycle: str, expected: list[tuple[int, int | None]], settings: Settings
) -> None:
    settings.CORETECH_DEMO = True
    made.controlled(cycle=cycle)
    set_demo_day(day)

    assert open_due() == len(expected)
    assert list(ReportingPeriod.objects.values_list("year", "quarter")) == expected
    assert open_due() == 0
    if expected:
        act = Act.objects.get(kind="period.opened")
        assert act.confidential["via"] == "daily job"


def test_the_letter_goes_to_whoever_holds_the_sheet_and_late_to_the_head() -> None:
    cycle = made.opened()
    made.signed(cycle.sheet("motc"), "motc")

    def told(day: dt.date) -> set[tuple[str, str]]:
        names = dict(Account.objects.values_list("pk", "username"))
        found = {(names[each.account], each.what.en.split(":")[0]) for each in sheet_reminders(day)}
        return {pair for pair in found if not pair[0].startswith("agency-")}

    due = cycle.period.due_on
    waiting = {("controller-1", "Check the sheet"), ("controller-2", "Check the sheet")}
    assert told(due) == {("officer-moea", "Report on the plan"), *waiting}
    late = {("head-moea", "Your agency has not reported yet")}
    assert told(due + dt.timedelta(days=1)) == {("officer-moea", "Report on the plan"), *waiting, *late}
