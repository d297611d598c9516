"""The returns that are overdue, each with the page where it is made up for; on pages and among one's work."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.http import urlencode
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.supplies.models import Commodity, Reporter
from coretech.apps.supplies.queries import own_commodities
from coretech.apps.supplies.state import State, states_of
from coretech.apps.supplies.words import AUTHORITY
from coretech.engines.supplies.periods import Period
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column, Task
from coretech.web.shell.words import say, tr

COLUMNS = (
    Column(Sentence("期間", "Period")),
    Column(Sentence("申報者", "Reporter")),
    Column(Sentence("期限", "Due")),
    Column(Sentence("逾期日數", "Days late"), numeric=True),
)
MOST = 40
_OVERDUE = Sentence("逾期", "Overdue")


def owed_rows(state: State) -> list[list[object]]:
    """The overdue returns of a commodity, the oldest first."""
    found = [(each, one.reporter) for one in state.owing for each in one.missing]
    found.sort(key=lambda pair: pair[0].due)
    return [
        [
            Markup('<a class="govuk-link" href="{}">{}</a>').format(
                report_address(state.commodity, each.period, reporter), say(each.period.said())
            ),
            say(AUTHORITY) if reporter is None else tr(reporter.zh, reporter.en),
            both_dates(each.due),
            each.days_late,
        ]
        for each, reporter in found[:MOST]
    ]


def report_address(commodity: Commodity, period: Period, reporter: Reporter | None) -> str:
    """The page on which a period is reported."""
    query = {"period": period.start.isoformat()} | ({"reporter": reporter.code} if reporter else {})
    return f"{reverse('supply_report', args=[commodity.slug])}?{urlencode(query)}"


def supply_tasks(by: Acting) -> Iterator[Task]:
    """A task for each commodity of the reader's agencies whose returns are overdue."""
    if not by.standing.agencies:
        return
    for state in states_of(own_commodities(by), by.today):
        missing = state.missing
        if missing:
            commodity, many, due = state.commodity, len(missing), said(missing[0].due)
            title = Sentence(f"補報物資：{commodity.zh}", f"Report overdue: {commodity.en}")
            hint = Sentence(f"{many}期逾期，最早期限{due.zh}", f"{many} overdue, the oldest due on {due.en}")
            yield Task(title, _OVERDUE, reverse("supply", args=[commodity.slug]) + "#owed", "red", hint)
