"""What the demonstration is furnished with: a year of reports, what follows from them, and returns of supplies."""

from collections import Counter

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.plans.bundled import load_plans
from coretech.apps.reports.bundled import load_indicators
from coretech.apps.reports.models import (
    AmendmentRuling,
    BudgetFigure,
    CoordinationIssue,
    Entry,
    Evaluation,
    InterestDeclaration,
    MeasureStanding,
    Observation,
    ReportingPeriod,
    Sheet,
    SheetStep,
)
from coretech.apps.supplies.models import Alert, Batch
from coretech.demo.furnish import furnish, is_furnished
from coretech.demo.plan_scenes import PROGRAMME

pytestmark = pytest.mark.usefixtures("opened")


def test_a_year_is_reported_with_all_that_follows_and_every_figure_is_marked_as_made_up() -> None:
    load_plans()
    load_indicators()

    furnish()

    published = ReportingPeriod.objects.filter(plan__slug=PROGRAMME, state=ReportingPeriod.State.PUBLISHED)
    assert [(each.year, each.quarter) for each in published] == [(110, 1), (110, 2), (110, 3), (110, 4)]
    assert lights(published.latest("quarter")).keys() >= {"green", "amber", "red"}
    assert returned_and_accepted() == {"nstc"}
    assert second_checks() == {"ndc": 4}
    assert AmendmentRuling.objects.filter(accepted=True).count() == 1
    assert CoordinationIssue.objects.get().state == CoordinationIssue.State.DECIDED
    assert Evaluation.objects.get().state == Evaluation.State.REPORTED
    assert sorted(len(each.element_keys) for each in InterestDeclaration.objects.all()) == [0, 1]
    assert waiting() == {"ndc": "open", "moda": "open", "moea": "open", "mohw": "submitted", "nstc": "signed"}
    assert Alert.objects.exists()
    told = Entry.objects.exclude(own_light="")
    for figures in (Observation.objects, BudgetFigure.objects, Batch.objects, told):
        assert set(figures.values_list("demonstration", flat=True)) == {True}
    assert audit().broken == ()

    acts = Act.objects.count()
    assert (is_furnished(), furnish(), Act.objects.count()) == (True, 0, acts)


def lights(period: ReportingPeriod) -> Counter[str]:
    return Counter(MeasureStanding.objects.filter(period=period, agency=None).values_list("light", flat=True))


def returned_and_accepted() -> set[str]:
    returned = SheetStep.objects.filter(step=SheetStep.Step.RETURN, sheet__state=Sheet.State.LOCKED)
    return set(returned.values_list("sheet__agency__code", flat=True))


def second_checks() -> Counter[str]:
    steps = SheetStep.objects.filter(step=SheetStep.Step.SECOND_CHECK)
    return Counter(steps.values_list("sheet__agency__code", flat=True))


def waiting() -> dict[str, str]:
    """How the next quarter's sheets stand, of the agencies on the stage."""
    rows = Sheet.objects.filter(period__plan__slug=PROGRAMME, period__year=111)
    codes = ("ndc", "moda", "moea", "mohw", "nstc")
    return dict(rows.filter(agency__code__in=codes).values_list("agency__code", "state"))
