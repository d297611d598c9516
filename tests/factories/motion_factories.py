"""Making what tests of plans in motion need: figures of indicators, and links."""

import datetime as dt

from coretech.apps.links.models import Link
from coretech.apps.links.operations.judge_link import judge_link
from coretech.apps.links.operations.propose_link import Served, propose_link
from coretech.apps.plans.models import Plan
from coretech.apps.reports.measured.indicators import Stated, find_indicator
from coretech.apps.reports.measured.observed import Figure
from coretech.apps.reports.models import Observation
from coretech.apps.reports.operations.propose_indicators import propose_indicators
from coretech.apps.reports.operations.record_observation import record_observation
from coretech.engines.progress.kinds import Nature
from tests import factories
from tests.factories import cycle_factories

SLUG, KEY, MEASURE = "programme-111-112", "target-1.1.1", "measure-1-1"
CONTROLLER = "controller-1"
DAY = dt.date(2023, 2, 1)


def controlled() -> Plan:
    """The small programme under control, its indicators proposed."""
    plan = cycle_factories.controlled()
    propose_indicators(factories.acting(CONTROLLER, DAY), plan.slug)
    return plan


def figure(value: str = "6", unit: str = "家", year: int = 111, **more: object) -> Figure:
    """An actual of a whole year."""
    said: dict[str, object] = {"quarter": None, "nature": Nature.ACTUAL, "why": "院臺科字第1號"}
    return Figure(year=year, value=value, unit=unit, **(said | more))  # type: ignore[arg-type]  # each as its field has it


def entered(given: Figure | None = None, day: dt.date = DAY) -> Observation:
    """A figure entered by the controller."""
    record_observation(factories.acting(CONTROLLER, day), SLUG, KEY, given or figure())
    return Observation.objects.latest("pk")


def stated(day: dt.date = DAY) -> Stated:
    """The indicator as it stands."""
    return find_indicator(SLUG, KEY, day)


def linked(judgement: str = "", item: int = 12) -> Link:
    """A link from the small programme's measure to an item of the list, judged if asked."""
    served = Served("builds", "名稱相近。", item)
    propose_link(factories.acting("agency-nstc"), SLUG, MEASURE, served)
    link = Link.objects.latest("pk")
    if judgement:
        judge_link(factories.acting("office"), link.pk, judgement, "經比對。")
    return link
