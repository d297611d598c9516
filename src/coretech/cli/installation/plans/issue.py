"""``coretech issue``: coordination issues: raise, list, name an owner, put to a special meeting, decide, close."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.calling import USUAL_MINUTES, Occasion, parse_clock
from coretech.apps.meetings.operations import call_coordination
from coretech.apps.reports.coordination.issues import find_issue, is_overdue, running_issues
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations import (
    answer_issue,
    close_issue,
    decide_issue,
    put_issue_to_meeting,
    raise_issue,
    take_issue,
)
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.options import MeetingId, day
from coretech.cli.installation.plans.plans import Slug
from coretech.cli.installation.told import Told, table
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

app = group(
    "計畫的協調議題：提出、指定主辦、提專案會議、決定、結案",
    "coordination issues of plans: raise, name an owner, put to a meeting, decide, close",
)

IssueId = Annotated[int, typer.Argument(metavar="ISSUE", help="議題編號（見 issue list） / see issue list")]
Owner = Annotated[str, typer.Option(metavar="AGENCY", help="主辦機關代碼 / the agency that owns it")]
Due = Annotated[dt.date, day("--due", "辦理期限", "due on")]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="說明 / what it says")]
_NONE = Sentence("目前沒有議題。", "There is no issue at the moment.")


@reads(app, "list")
def list_issues(by: Acting) -> Told:
    """列出未結案的議題，期限近者在前 / The issues that are not closed, the earliest due first."""
    rows = list(running_issues(by))
    lines = [
        (each.pk, each.state, each.due_on or "-", "!" if is_overdue(each, by.today) else "", each.title)
        for each in rows
    ]
    return Told([_data(by, each) for each in rows], lambda _: table(lines), None if rows else _NONE)


@reads(app, "show")
def show_issue(by: Acting, issue: IssueId) -> Told:
    """一則議題與其經過 / One issue, and what happened."""
    found = find_issue(by, issue)
    steps = list(found.steps.order_by("pk"))
    data = {
        **_data(by, found),
        "text": found.text,
        "decision": found.decision,
        "steps": [
            {"step": each.step, "state": each.state, "at": each.at.isoformat(), "note": each.note}
            for each in steps
        ],
    }
    return Told(data, lambda _: [found.title, *(f"{each.step}: {each.note}" for each in steps)])


@writes(app, "raise")
def raise_new(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    plan: Slug,
    *,
    agency: Annotated[str, typer.Option(help="提出機關代碼 / the agency that raises it")],
    kind: Annotated[CoordinationIssue.Kind, typer.Option(help="種類 / what it is about")],
    title: Annotated[str, typer.Option(help="議題 / the issue in a line")],
    text: Text,
    element: Annotated[str, typer.Option(metavar="KEY", help="計畫項目代碼 / the plan's entry")] = "",
    sheet: Annotated[int | None, typer.Option(help="來自哪份填報表 / the sheet it comes from")] = None,
) -> Act:
    """提出議題 / Raise an issue."""
    given = raise_issue.Raised(agency, kind.value, title, text, element, sheet)
    return raise_issue.raise_issue(by, plan, given)


@writes(app, "take")
def take(by: Acting, issue: IssueId, *, owner: Owner, due: Due, text: Text) -> Act:
    """指定主辦機關與期限 / Name the owner and the due day."""
    return take_issue.take_issue(by, issue, owner, due, text)


@writes(app, "call")
def call(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    agencies: Annotated[
        list[str], typer.Argument(metavar="AGENCY...", help="通知的機關代碼 / agencies to call")
    ],
    *,
    controller: Annotated[str, typer.Option(metavar="AGENCY", help="召集的管考機關 / the agency that calls")],
    on: Annotated[dt.date, day("--on", "開會日期", "the day of the meeting")],
    place: Annotated[str, typer.Option(help="地點 / where")],
    at: Annotated[str, typer.Option(metavar="HH:MM", help="開始時間 / it begins at")] = "14:00",
    minutes: Annotated[int, typer.Option(help="預計分鐘 / planned minutes")] = USUAL_MINUTES,
) -> Act:
    """召開專案會議 / Call a coordination meeting."""
    try:
        begins = parse_clock(at)
    except ValueError:
        raise bad_input("at", "請寫24小時制的時間，例如14:00。", "Write a time such as 14:00.") from None
    given = call_coordination.Coordination(controller, agencies, Occasion(on, place, begins, minutes))
    return call_coordination.call_coordination(by, given)


@writes(app, "put")
def put(by: Acting, issue: IssueId, meeting: MeetingId) -> Act:
    """排入專案會議 / Put it to a coordination meeting that has not begun."""
    return put_issue_to_meeting.put_issue_to_meeting(by, issue, meeting)


@writes(app, "answer")
def answer(by: Acting, issue: IssueId, *, text: Text) -> Act:
    """主辦機關回報 / Say for the owner what was done."""
    return answer_issue.answer_issue(by, issue, text)


@writes(app, "decide")
def decide(by: Acting, issue: IssueId, *, text: Text, owner: Owner, due: Due) -> Act:
    """登錄決定 / Record the decision."""
    return decide_issue.decide_issue(by, issue, decide_issue.Decision(text, owner, due))


@writes(app, "close")
def close(by: Acting, issue: IssueId, *, text: Text) -> Act:
    """結案 / Close it."""
    return close_issue.close_issue(by, issue, text)


def _data(by: Acting, issue: CoordinationIssue) -> dict[str, object]:
    return {
        "issue": issue.pk,
        "plan": issue.plan.slug,
        "element": issue.element_key,
        "kind": issue.kind,
        "title": issue.title,
        "state": issue.state,
        "raised_by": issue.raised_by.code,
        "owner": None if issue.owner is None else issue.owner.code,
        "due_on": None if issue.due_on is None else issue.due_on.isoformat(),
        "overdue": is_overdue(issue, by.today),
        "meeting": issue.meeting_id,
    }
