"""What the reporting cycle asks of the reader: a sheet to fill in, to sign, or to check; a period to publish."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.cycle.amendments import waiting_amendments
from coretech.apps.reports.cycle.controlling import controlled_plans
from coretech.apps.reports.cycle.periods import name_of, title_of
from coretech.apps.reports.models import ReportingPeriod, Sheet
from coretech.apps.reports.operations import (
    check_sheet,
    publish_period,
    rule_amendment,
    save_draft,
    sign_sheet,
)
from coretech.apps.reports.sheets.access import all_sheets, own_sheets
from coretech.apps.reports.sheets.states import State
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Task

_TO_DO = Sentence("待辦", "To do")
_LATE = Sentence("逾期", "Late")
_FILL = Sentence("填報計畫執行情形", "Report on a plan")
_SIGN = Sentence("核章填報表", "Sign a sheet")
_CHECK = Sentence("檢核填報表", "Check a sheet")
_RULE = Sentence("審核修正說明", "Rule on an amendment")
_PUBLISH = Sentence("發布一期", "Publish a period")


def sheet_tasks(by: Acting) -> Iterator[Task]:
    """The steps this reader can take now, each with its page."""
    if not (by.standing.agencies | by.standing.heads | by.standing.controls):
        return
    for sheet in own_sheets(by).filter(period__state=ReportingPeriod.State.OPEN):
        if refusal_of(save_draft.check, by, sheet) is None:
            yield _task(by, sheet, _FILL, "sheet")
        if sheet.state == State.SUBMITTED and refusal_of(sign_sheet.check, by, sheet) is None:
            yield _task(by, sheet, _SIGN, "sheet_signature")
    if by.standing.controls:
        yield from _controlling(by)


def _controlling(by: Acting) -> Iterator[Task]:
    plans = controlled_plans(by)
    waiting = all_sheets().filter(period__plan__in=plans, state__in=(State.SIGNED, State.CHECKED))
    for sheet in waiting:
        if refusal_of(check_sheet.check, by, sheet) is None:
            yield _task(by, sheet, _CHECK, "sheet_check")
    for amendment in waiting_amendments().filter(entry__sheet__period__plan__in=plans):
        if refusal_of(rule_amendment.check, by, amendment) is None:
            page = reverse("amendment", args=[amendment.pk])
            yield Task(_RULE, _TO_DO, page, "blue", title_of(amendment.entry.sheet.period))
    opened = ReportingPeriod.objects.filter(plan__in=plans, state=ReportingPeriod.State.OPEN)
    for period in opened.select_related("plan").prefetch_related("sheets__agency"):
        if period.due_on < by.today and refusal_of(publish_period.check, by, period) is None:
            page = reverse("plan_report_board", args=[period.plan.slug, name_of(period.year, period.quarter)])
            yield Task(_PUBLISH, _TO_DO, page, "blue", title_of(period))


def _task(by: Acting, sheet: Sheet, what: Sentence, page: str) -> Task:
    late = sheet.period.due_on < by.today
    title, agency, due = title_of(sheet.period), sheet.agency.name_on(by.today), said(sheet.period.due_on)
    hint = Sentence(f"{agency.zh}，{due.zh}到期", f"{agency.en}, due {due.en}")
    name = Sentence(f"{what.zh}：{title.zh}", f"{what.en}: {title.en}")
    return Task(
        name, _LATE if late else _TO_DO, reverse(page, args=[sheet.pk]), "red" if late else "blue", hint
    )
