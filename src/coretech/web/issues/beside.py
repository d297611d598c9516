"""The issues that stand beside an entry of a plan or a sheet, for whoever may know of them; nothing for the public."""

from collections.abc import Iterable

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.plans.models import Plan
from coretech.apps.reports.coordination.issues import issues_about, issues_of_sheet
from coretech.apps.reports.models import CoordinationIssue, Sheet
from coretech.apps.reports.operations import raise_issue
from coretech.kit.sentence import Sentence
from coretech.web.issues.words import agency_of, due_of, tags_of, title_link
from coretech.web.shell.parts import Column, Tag

_COLUMNS = (
    Column(Sentence("議題", "Issue")),
    Column(Sentence("主辦", "Owner")),
    Column(Sentence("期限", "Due")),
    Column(Sentence("情形", "State")),
)
Row = tuple[list[object], list[Tag]]


def issues_shown(by: Acting, plan: Plan, element_key: str) -> dict[str, object]:
    """The issues about an entry, and where one raises another."""
    return _shown(by, plan, issues_about(by, plan, element_key), f"?element={element_key}")


def issues_on(by: Acting, sheet: Sheet) -> dict[str, object]:
    """The issues raised from a sheet, and where its agency raises another."""
    return _shown(by, sheet.period.plan, issues_of_sheet(by, sheet), f"?sheet={sheet.pk}")


def _shown(by: Acting, plan: Plan, issues: Iterable[CoordinationIssue], about: str) -> dict[str, object]:
    raises = bool(by.standing.agencies | by.standing.controls) and (
        refusal_of(raise_issue.check, by, plan) is None
    )
    rows: list[Row] = [
        ([title_link(each), agency_of(by, each.owner), due_of(each)], tags_of(by, each)) for each in issues
    ]
    return {
        "issue_columns": _COLUMNS,
        "issues": rows,
        "issue_new": f"{reverse('issue_new', args=[plan.slug])}{about}" if raises else "",
    }
