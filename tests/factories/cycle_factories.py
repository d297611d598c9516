"""Making what tests of the reporting cycle need: a small controlled plan, its people, sheets on their way."""

import datetime as dt
from typing import NamedTuple

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Agency, Person, Posting
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import Amendment, Entry, IndicatorDefinition, ReportingPeriod, Sheet
from coretech.apps.reports.operations.check_sheet import check_sheet
from coretech.apps.reports.operations.file_amendment import file_amendment
from coretech.apps.reports.operations.open_period import open_period
from coretech.apps.reports.operations.propose_indicators import propose_indicators
from coretech.apps.reports.operations.publish_period import publish_period
from coretech.apps.reports.operations.rule_amendment import rule_amendment
from coretech.apps.reports.operations.save_draft import save_draft
from coretech.apps.reports.operations.set_steering import set_steering
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.operations.submit_sheet import submit_sheet
from coretech.apps.reports.sheets.content import ActualSaid, PartContent, WorkSaid
from coretech.apps.reports.sheets.parts import Part, parts_of
from tests import factories
from tests.factories import plans_factories

FIRST = dt.date(2022, 4, 6)
"""In the month after the first quarter of ROC 111."""
SECOND = dt.date(2022, 7, 5)
POSTS = (
    ("officer-moea", "moea", Posting.Kind.OFFICER),
    ("officer-motc", "motc", Posting.Kind.OFFICER),
    ("head-moea", "moea", Posting.Kind.HEAD),
    ("head-motc", "motc", Posting.Kind.HEAD),
    ("controller-1", "ndc", Posting.Kind.CONTROLLER),
    ("controller-2", "ndc", Posting.Kind.CONTROLLER),
    ("moea-controller-1", "moea", Posting.Kind.CONTROLLER),
    ("moea-controller-2", "moea", Posting.Kind.CONTROLLER),
)


class Cycle(NamedTuple):
    """A plan of two years under control, and its first period."""

    plan: Plan
    period: ReportingPeriod

    def sheet(self, code: str = "moea") -> Sheet:
        """An agency's sheet, as it stands now."""
        return Sheet.objects.select_related("agency", "period__plan", "period__version").get(
            period=self.period, agency__code=code
        )


class Reported(NamedTuple):
    """What a plan in its second quarter has an address for: a signed sheet, an entry of the first, its amendment."""

    sheet: Sheet
    entry: Entry
    amendment: Amendment


def people() -> None:
    """Officers, heads and controllers since before the plan."""
    for username, code, kind in POSTS:
        post(username, code, kind)


def post(username: str, code: str, kind: Posting.Kind) -> None:
    account, _ = Account.objects.get_or_create(
        username=username, defaults={"email": f"{username}@example.invalid", "demo": True}
    )
    person, _ = Person.objects.get_or_create(
        account=account, defaults={"name_zh": username, "name_en": username}
    )
    agency = Agency.objects.get(code=code)
    Posting.objects.create(person=person, agency=agency, kind=kind, start=dt.date(2020, 1, 1))


def acting(username: str, day: dt.date = FIRST) -> Acting:
    return factories.acting(username, day)


def controlled(controller: str = "ndc", cycle: str = "quarterly") -> Plan:
    """The small programme, controlled."""
    people()
    plan = plans_factories.taken_over(plans_factories.programme())
    set_steering(acting("office", factories.DAY), plan.slug, controller, cycle, days=15)
    return plan


def opened(controller: str = "ndc", *, indicators: bool = True) -> Cycle:
    """The first quarter of ROC 111, opened by the controller."""
    plan = controlled(controller)
    user = "controller-1" if controller == "ndc" else f"{controller}-controller-1"
    if indicators and not IndicatorDefinition.objects.filter(indicator__plan=plan).exists():
        propose_indicators(acting(user), plan.slug)
    return Cycle(plan, reopened(plan, 1, FIRST, user))


def reopened(plan: Plan, quarter: int, day: dt.date, user: str = "controller-1") -> ReportingPeriod:
    """A quarter of ROC 111."""
    act = open_period(acting(user, day), plan.slug, 111, quarter)
    return ReportingPeriod.objects.select_related("plan", "version").get(pk=int(act.subject.split("/")[1]))


def written(part: Part, progress: str = "平台已完成規劃。") -> PartContent:
    """A measure filled in, with an actual where one is asked."""
    return PartContent(
        progress=progress,
        highlights="示範場域啟用。",
        next_work="辦理推廣。",
        risks="人力不足。",
        own_light="green",
        works={work.key: WorkSaid("under_way", "30", "進行中") for work in part.works},
        actuals={each.key: ActualSaid("3", each.definition.unit or "家") for each in part.indicators},
    )


def filled(
    sheet: Sheet, user: str = "officer-moea", day: dt.date = FIRST, progress: str = "平台已完成規劃。"
) -> None:
    for part in parts_of(sheet):
        content = written(part, progress)
        save_draft(
            acting(user, day),
            sheet.pk,
            part.key,
            content,
            confirmed=("progress", "next_work", "risks", "works"),
        )


def submitted(sheet: Sheet, user: str = "officer-moea", day: dt.date = FIRST) -> None:
    filled(sheet, user, day)
    submit_sheet(acting(user, day), sheet.pk)


def signed(sheet: Sheet, code: str = "moea", day: dt.date = FIRST) -> None:
    submitted(sheet, f"officer-{code}", day)
    sign_sheet(acting(f"head-{code}", day), sheet.pk)


def accepted(sheet: Sheet, code: str = "moea", day: dt.date = FIRST) -> None:
    signed(sheet, code, day)
    check_sheet(acting("controller-1", day), sheet.pk)


def published(cycle: Cycle, day: dt.date = FIRST) -> Cycle:
    """Both agencies' sheets accepted and the period published."""
    accepted(cycle.sheet("moea"), "moea", day)
    accepted(cycle.sheet("motc"), "motc", day)
    publish_period(acting("controller-1", day), cycle.period.pk)
    cycle.period.refresh_from_db()
    return cycle


def reported(plan: Plan) -> Reported:
    """The first quarter published and amended, the second with a signed sheet."""
    first = published(Cycle(plan, reopened(plan, 1, FIRST)))
    entry = Entry.objects.get(sheet=first.sheet(), work_key="")
    file_amendment(acting("officer-moea"), entry.pk, "輔導家數應為4家。", "漏計一家。")
    amendment = Amendment.objects.latest("pk")
    rule_amendment(acting("controller-1"), amendment.pk, accepted=True)
    second = Cycle(plan, reopened(plan, 2, SECOND))
    signed(second.sheet(), "moea", SECOND)
    return Reported(second.sheet(), entry, amendment)
