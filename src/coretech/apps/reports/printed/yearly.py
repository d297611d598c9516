"""A plan's yearly results compiled by chapter from what the agencies published; late facts stand beside them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from coretech.apps.plans.models import Element, Plan
from coretech.apps.reports.cycle.periods import published_periods
from coretech.apps.reports.cycle.published import Measure, measures_of
from coretech.apps.reports.evaluations.compiling import top_of
from coretech.apps.reports.models import ReportingPeriod
from coretech.apps.reports.revisions.elements import tree_of
from coretech.engines.progress.lights import Light
from coretech.engines.progress.schedule import Standing
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class YearChapter:
    """A part of the plan at the top of its tree, with its measures as the year ended."""

    element: Element
    measures: tuple[Measure, ...]

    @property
    def lights(self) -> Counter[Light]:
        """How many measures have which light; lights are counted and never averaged."""
        return Counter(Light(each.standing.light) if each.standing else Light.GREY for each in self.measures)

    @property
    def works(self) -> Counter[Standing]:
        """How many work items stand how."""
        found = Counter[Standing]()
        for each in self.measures:
            if each.standing is not None:
                found.update({standing: getattr(each.standing, standing.value) for standing in Standing})
        return found

    @property
    def silent(self) -> int:
        """Of how many measures an agency reported nothing."""
        return sum(any(each.said_nothing for each in measure.reported) for measure in self.measures)


@dataclass(frozen=True)
class Yearly:
    """A ROC year of a plan; ``period`` is the one it is compiled from: the whole year, or its last quarter."""

    period: ReportingPeriod
    chapters: tuple[YearChapter, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the agencies reported the year as such; else its last published quarter stands for it."""
        return self.period.quarter is None

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)

    @property
    def demonstration(self) -> bool:
        """Whether any words or figures are made up."""
        entries = (entry for each in self.measures for entry in each.reported)
        figures = (figure for each in self.measures for figure in each.observations)
        return any(each.entry.demonstration for each in entries) or any(
            each.demonstration for each in figures
        )


def years_of(plan: Plan) -> list[int]:
    """The ROC years of which something is published, the newest first."""
    return sorted({each.year for each in published_periods(plan)}, reverse=True)


def yearly_of(plan: Plan, year: int) -> Yearly:
    """The year's results, from the yearly report where there is one, else from the last published quarter.

    Raises:
        Refused: (HTTP 404) for a year of which nothing is published.
    """
    periods = list(published_periods(plan).filter(year=year))
    if not periods:
        raise not_found("這一年還沒有已發布的填報。", "Nothing is published of this year yet.")
    period = max(periods, key=lambda each: each.quarter or 5)
    tree = tree_of(period.version)
    chapters: dict[str, list[Measure]] = defaultdict(list)
    for measure in measures_of(period):
        chapters[top_of(measure.element, tree).key].append(measure)
    told = (YearChapter(tree.by_key[key], tuple(found)) for key, found in chapters.items())
    return Yearly(period, tuple(sorted(told, key=lambda each: each.element.order)))
