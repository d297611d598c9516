"""What follows from reports: a late fact, an issue before a special meeting, and budgets."""

import datetime as dt
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.calling import Occasion
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.call_coordination import Coordination, call_coordination
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.seats import seats_of
from coretech.apps.reports.models import Amendment, AmendmentRuling, BudgetFigure, CoordinationIssue, Entry
from coretech.apps.reports.operations.decide_issue import Decision, decide_issue
from coretech.apps.reports.operations.file_amendment import file_amendment
from coretech.apps.reports.operations.put_issue_to_meeting import put_issue_to_meeting
from coretech.apps.reports.operations.raise_issue import Raised, raise_issue
from coretech.apps.reports.operations.record_budget import record_budget
from coretech.apps.reports.operations.rule_amendment import rule_amendment
from coretech.apps.reports.operations.take_issue import take_issue
from coretech.apps.reports.spending.budgets import Given, Place
from coretech.demo.acting import acting_as
from coretech.demo.cast import CONTROLLER
from coretech.demo.people import FIRST_DAY
from coretech.demo.plan_scenes import CONTROLLING, PROGRAMME, YEAR, period_of
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

AMENDED = ("moda", "measure-2-4", 2)
"""Whose measure gets a late fact, and to which quarter."""

CONCERNED = "measure-1-6"
_TITLE = "示範：示範場域用地須跨機關協調"
_DUE = FIRST_DAY + dt.timedelta(days=60)
_STAGES = (("statutory", 1000), ("spent", 930))
_BUDGETED = {"measure-1-6": 420, "measure-2-4": 310, "measure-2-5": 95, "measure-1-3": 268}
"""By measure, millions of NT dollars of a year, all of them made up."""


def _entry() -> Entry:
    code, key, quarter = AMENDED
    return Entry.objects.get(
        sheet__period=period_of(quarter), sheet__agency__code=code, element_key=key, work_key=""
    )


def _amend(by: Acting) -> Came:
    words = "示範：本季另有1家機構完成簽約，因公文於季後送達，原未計入。"
    filed = file_amendment(
        acting_as(f"agency-{AMENDED[0]}"), _entry().pk, words, "簽約公文於本季發布後送達。"
    )
    ruled = rule_amendment(by, Amendment.objects.latest("pk").pk, accepted=True)
    return Came([filed, ruled])


def _issue() -> CoordinationIssue:
    return CoordinationIssue.objects.select_related("item").get(title=_TITLE)


def _raise(by: Acting) -> Came:
    """Raised by the ministry, taken in hand, put to a special meeting, adopted there, and decided."""
    text = "示範：場域用地的管理機關不只一個，須先協調提供方式與期程。"
    given = Raised("moea", CoordinationIssue.Kind.CROSS_AGENCY, _TITLE, text, CONCERNED)
    acts = [raise_issue(acting_as("agency-moea"), PROGRAMME, given)]
    issue = _issue().pk
    acts.append(take_issue(by, issue, "moea", _DUE, "請先盤點可用場域。"))
    acts += _meeting(by, issue)
    decision = Decision("由經濟部洽用地管理機關，於期限前完成借用手續。", "moea", _DUE)
    return Came([*acts, decide_issue(by, issue, decision)])


def _meeting(by: Acting, issue: int) -> list[Act]:
    occasion = Occasion(by.today, "國家發展委員會（示範）")
    acts = [call_coordination(by, Coordination(CONTROLLING, ("moea", "nstc"), occasion))]
    meeting = Meeting.objects.latest("pk")
    acts.append(put_issue_to_meeting(by, issue, meeting.pk))
    item = Item.objects.get(meeting=meeting)
    marks = {seat.pk: Mark("present") for seat in seats_of(meeting)}
    acts += [
        record_attendance(by, meeting.pk, marks),
        open_meeting(by, meeting.pk),
        take_up_item(by, item.pk),
    ]
    return [*acts, adopt_without_objection(by, item.pk, asked=True), close_meeting(by, meeting.pk)]


def _budget(by: Acting) -> Came:
    return Came([record_budget(by, PROGRAMME, given) for given in _figures()])


def _figures() -> list[Given]:
    return [
        Given(
            Place(key, "", YEAR, stage, BudgetFigure.Source.GENERAL),
            Decimal(millions * thousandths),
            "示範資料",
            demonstration=True,
        )
        for key, millions in _BUDGETED.items()
        for stage, thousandths in _STAGES
    ]


SCENES = (
    Scene(
        Sentence("季後事實以修正說明補入", "A late fact enters as an amendment"),
        CONTROLLER,
        Action.CHECK_SHEET,
        lambda: FIRST_DAY,
        AmendmentRuling.objects.exists,
        _amend,
    ),
    Scene(
        Sentence("跨機關議題提專案會議決定", "An issue across agencies is decided by a special meeting"),
        CONTROLLER,
        Action.RUN_COORDINATION,
        lambda: FIRST_DAY,
        lambda: CoordinationIssue.objects.filter(
            title=_TITLE, state=CoordinationIssue.State.DECIDED
        ).exists(),
        _raise,
    ),
    Scene(
        Sentence(f"登錄{YEAR}年法定與實支經費（示範資料）", f"Budgets and spending of ROC {YEAR} (made up)"),
        CONTROLLER,
        Action.RECORD_BUDGET,
        lambda: FIRST_DAY,
        BudgetFigure.objects.filter(demonstration=True).exists,
        _budget,
    ),
)
