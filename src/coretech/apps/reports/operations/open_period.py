"""Opening a reporting period of a plan: each lead agency gets its sheet."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.addressees import officers
from coretech.apps.reports.cycle.periods import last_of, name_of, said_period, title_of
from coretech.apps.reports.cycle.steering import matter_of, steered
from coretech.apps.reports.models import ReportingPeriod, Sheet, Steering
from coretech.apps.reports.sheets.parts import Asked, asked_in
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST = dt.timedelta(days=180)


def check(by: Acting, plan: Plan) -> None:
    """Whether this person opens the plan's periods."""
    allow(by, Action.OPEN_PERIOD, matter_of(plan))


@operation
def open_period(
    by: Acting, plan_slug: str, year: int, quarter: int | None, due_on: dt.date | None = None
) -> Act:
    """Open a quarter, or a whole ROC year where ``quarter`` is None, against the plan's newest version."""
    version = version_of(plan_slug)
    plan = version.plan
    check(by, plan)
    hold(f"periods:{plan.pk}")
    steering = steered(plan)
    due = due_on or by.today + dt.timedelta(days=steering.days)
    period = ReportingPeriod(
        plan=plan, version=version, year=year, quarter=quarter, opened_on=by.today, due_on=due
    )
    _refuse_bad(by, period, steering)
    asked = asked_in(period)
    agencies = _agencies(asked)
    period.save()
    Sheet.objects.bulk_create(Sheet(period=period, agency=agency) for agency in agencies)
    act = record(by, "period.opened", period.subject, public=_public(period, agencies))
    for agency in agencies:
        notify(act, officers(agency, by.today), _told(period), "/sheets/")
    return act


def _refuse_bad(by: Acting, period: ReportingPeriod, steering: Steering) -> None:
    _refuse_other_cycle(period, steering)
    version, year = period.version, period.year
    if not (version.start or year) <= year <= (version.end or year):
        raise bad_input(
            "year",
            f"民國{year}年不在計畫期間（{version.start}至{version.end}年）內。",
            f"ROC {year} lies outside the plan's years ({version.start} to {version.end}).",
        )
    if by.today <= last_of(period):
        raise bad_input(
            "quarter",
            "這一期尚未結束；期滿後次月起填報。",
            "This period is not over yet; it is reported from the month after.",
        )
    before = ReportingPeriod.objects.filter(plan=period.plan, year=year, quarter=period.quarter).first()
    if before is not None:
        title, on = title_of(before), said(before.opened_on)
        raise wrong_state(
            f"{title.zh}已於{on.zh}開始填報，不能再開一次。",
            f"{title.en} was opened on {on.en}; it is not opened twice.",
        )
    if not by.today <= period.due_on <= by.today + LONGEST:
        raise bad_input("due_on", "期限應在今日起180日內。", "The due day is within 180 days from today.")


def _refuse_other_cycle(period: ReportingPeriod, steering: Steering) -> None:
    if period.quarter not in {None, 1, 2, 3, 4}:
        raise bad_input("quarter", "季為1至4。", "A quarter is 1 to 4.")
    if (period.quarter is None) != (steering.cycle == Steering.Cycle.YEARLY):
        zh, en = ("每年", "yearly") if period.quarter is not None else ("每季", "by the quarter")
        raise bad_input("quarter", f"這個計畫{zh}填報一次。", f"This plan is reported {en}.")


def _agencies(asked: Asked) -> list[Agency]:
    found = [asked.responsible.agencies[code] for code in asked.parts if code in asked.responsible.agencies]
    if not found:
        raise wrong_state(
            "計畫裡找不到任何負責機關，無從發出填報表。",
            "No agency that answers for anything is found in the plan; there is nobody to send a sheet to.",
        )
    return found


def _public(period: ReportingPeriod, agencies: list[Agency]) -> dict[str, object]:
    return {
        "plan": period.plan.slug,
        "period": name_of(period.year, period.quarter),
        "version": period.version.version,
        "due_on": period.due_on.isoformat(),
        "agencies": [agency.code for agency in agencies],
    }


def _told(period: ReportingPeriod) -> Sentence:
    title, due = said_period(period.year, period.quarter), said(period.due_on)
    return Sentence(f"請於{due.zh}前填報{title.zh}", f"Please report {title.en} by {due.en}")
