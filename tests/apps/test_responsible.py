"""Who answers for a plan's rows: printed names resolved on a day, through changes of name and successions."""

import datetime as dt

import pytest

from coretech.apps.people.models import Agency
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.responsible import code_of, names_of, responsible_for
from tests.factories import plans_factories

THEN = dt.date(2021, 4, 1)
NOW = dt.date(2026, 4, 1)

pytestmark = pytest.mark.usefixtures("stage")


@pytest.mark.parametrize(
    ("printed", "day", "code"),
    [
        ("經濟部(工業局)", THEN, "moea"),
        ("經濟部（工業局）", THEN, "moea"),
        ("科技部", NOW, "nstc"),
        ("農委會", NOW, "moa"),
        ("資安處", THEN, "dcs"),
        ("資安處", NOW, "moda"),
        ("科會辦", NOW, "nstc"),
        ("中央各部會", NOW, ""),
        ("本機制執行單位", NOW, ""),
    ],
)
def test_a_printed_name_leads_to_the_agency_that_answers_on_the_day(
    printed: str, day: dt.date, code: str
) -> None:
    borne = names_of(Agency.objects.prefetch_related("names"))

    assert code_of(printed, day, borne) == code


def test_an_agency_answers_for_measures_it_leads_and_for_those_whose_work_it_leads() -> None:
    plan = plans_factories.taken_over(plans_factories.programme())
    version = version_of(plan.slug)
    found = responsible_for(version, THEN)

    measures = list(version.elements.filter(kind="measure"))
    works = list(version.workitems.all())

    assert [each.code for each in found.measures_of("moea", measures, works)] == ["1-1"]
    assert [each.code for each in found.measures_of("motc", measures, works)] == ["1-1"]
    assert found.measures_of("nstc", measures, works) == []
    assert set(found.agencies) == {"moea", "motc"}
    assert found.unknown == ()
