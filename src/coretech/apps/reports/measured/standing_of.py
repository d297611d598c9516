"""How the measures of a plan stood when a period was last published, and what was reported of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from coretech.apps.plans.models import Plan
from coretech.apps.reports.cycle.periods import published_periods
from coretech.apps.reports.models import Amendment, Entry, MeasureStanding, ReportingPeriod
from coretech.apps.reports.revisions.keys import borne_by
from coretech.engines.progress.lights import Light
from coretech.engines.progress.schedule import Standing

HEAVIEST = (Light.RED, Light.AMBER, Light.GREEN, Light.GREY)


@dataclass(frozen=True, slots=True)
class Stood:
    """A measure at the end of a period: its computed light, the officer's own where there is one, and its counts."""

    light: Light
    own: Light | None
    counts: dict[Standing, int]

    @property
    def differs(self) -> bool:
        """Whether the officer's own light is another than the computed one."""
        return self.own is not None and self.own is not self.light


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest published period of a plan with its measures' standings by key; no period where none is published."""

    period: ReportingPeriod | None = None
    stood: dict[str, Stood] = field(default_factory=dict)


def latest_of(plan: Plan) -> Latest:
    """How the plan's measures stood at the last publication; two queries."""
    period = published_periods(plan).first()
    if period is None:
        return Latest()
    rows: dict[str, list[MeasureStanding]] = defaultdict(list)
    for row in MeasureStanding.objects.filter(period=period).order_by("pk"):
        rows[row.element_key].append(row)
    return Latest(period, {key: _stood(found) for key, found in rows.items()})


def entries_of(plan: Plan, element_key: str) -> list[Entry]:
    """All published entries of an element and its work items, the newest period first, each with its amendments.

    An amendment is among them once the controller has accepted it; what was written under an earlier code too.
    """
    accepted = Amendment.objects.filter(ruling__accepted=True).select_related("ruling")
    return list(
        Entry.objects.filter(
            sheet__period__plan=plan,
            sheet__period__state=ReportingPeriod.State.PUBLISHED,
            element_key__in=borne_by(plan, [element_key]),
        )
        .select_related("sheet__period", "sheet__agency")
        .prefetch_related(Prefetch("amendments", accepted, to_attr="accepted"))
        .order_by("-sheet__period__year", "-sheet__period__quarter", "pk")
    )


def heaviest(lights: Iterable[Light]) -> Light:
    """The light that needs attention first; grey where there is none."""
    found = set(lights)
    return next((each for each in HEAVIEST if each in found), Light.GREY)


def _stood(rows: list[MeasureStanding]) -> Stood:
    """A measure's own row where one is for all agencies; else the agencies' together."""
    whole = [row for row in rows if row.agency_id is None] or rows
    own = [Light(row.own_light) for row in whole if row.own_light]
    return Stood(
        heaviest(Light(row.light) for row in whole),
        heaviest(own) if own else None,
        {each: sum(getattr(row, each.value) for row in whole) for each in Standing},
    )
