"""Who controls a plan, how often it hears, and by which rules its lights are set."""

from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.plans import Slug
from coretech.api.schemas import Code, Count, Flag, Given, Line, Named, Paragraphs, Shown
from coretech.api.shapes import agency_on
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import steering_of
from coretech.apps.reports.measured.light_rules import as_stored, made_rules, rules_of
from coretech.apps.reports.operations.set_light_rules import set_light_rules
from coretech.apps.reports.operations.set_steering import set_steering
from coretech.law.access import Action

router = Router(tags=["sheets"])

Share = Annotated[
    str,
    Field(pattern=r"^(0(\.[0-9]{1,6})?|1(\.0{1,6})?)$", max_length=8, description="A share such as `0.95`."),
]


class SteeringGiven(Given):
    """Who controls the plan, and how often it hears."""

    controller: Code
    cycle: Literal["quarterly", "yearly"]
    days: Count = 15
    why: Paragraphs = ""


class LightRulesGiven(Given):
    """The thresholds, and why."""

    green: Share
    amber: Share
    overdue: Share
    missed_year: Flag = True
    why: Line


class SteeringShown(Shown):
    """Who controls a plan, how often it hears, and the rules of its lights; nobody where ``controller`` is null."""

    controller: Named | None
    cycle: str | None
    days: int | None
    light_rules: dict[str, str | bool]


@router.get("/{plan}/steering", auth=PUBLIC, response=SteeringShown, summary="管考設定 / Who controls a plan")
def show_steering(request: HttpRequest, plan: Slug) -> SteeringShown:
    """The controlling agency, the cycle, and the rules of the lights."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = version_of(plan).plan
    now = steering_of(found)
    return SteeringShown(
        controller=None if now is None else agency_on(now.controller, by.today),
        cycle=None if now is None else now.cycle,
        days=None if now is None else now.days,
        light_rules=as_stored(rules_of(found, by.today)),
    )


@router.post("/{plan}/steering", response=WRITTEN, summary="指定管考機關 / Name a plan's controller")
def steer_plan(request: HttpRequest, plan: Slug, given: SteeringGiven) -> Status[Done]:
    """Name, as the Office, the agency that controls the plan."""
    where = reverse("api:show_steering", kwargs={"plan": plan})
    return written(request, lambda by: set_steering(by, plan, **given.model_dump()), where)


@router.post("/{plan}/light-rules", response=WRITTEN, summary="訂定燈號規則 / Set the rules of the lights")
def set_plan_lights(request: HttpRequest, plan: Slug, given: LightRulesGiven) -> Status[Done]:
    """Set, as the plan's controller, the thresholds for every period published from now on."""
    day = acting(request).today
    shares = [Decimal(each) for each in (given.green, given.amber, given.overdue)]
    rules = made_rules(day, *shares, missed_year=given.missed_year)
    where = reverse("api:show_steering", kwargs={"plan": plan})
    return written(request, lambda by: set_light_rules(by, plan, rules, given.why), where)
