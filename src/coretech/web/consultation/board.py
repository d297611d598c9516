"""Who has been asked in a case, and who has answered."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.consulting import Asked, Stage, asked_in
from coretech.apps.cases.operations import consult
from coretech.apps.cases.queries import find_case
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.consultation.words import GROUPS, STAGES
from coretech.web.shell.parts import Column

COLUMNS = (
    Column(Sentence("對象", "Who")),
    Column(Sentence("類別", "Group")),
    Column(Sentence("進度", "Stands at")),
    Column(Sentence("回復期限", "Last day to answer")),
)
_OVERALL = (
    Column(Sentence("類別", "Group")),
    Column(Sentence("徵詢", "Asked"), numeric=True),
    Column(Sentence("已回復", "Answered"), numeric=True),
    Column(Sentence("待回復", "Waiting"), numeric=True),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a group were asked, have answered, and may still answer; what was withdrawn does not count."""

    group: Sentence
    asked: int
    answered: int
    waiting: int


@require_safe
def consultations(request: HttpRequest, reference: str) -> HttpResponse:
    """The case's consultations by group and one by one, for those who may ask."""
    by = acting(request)
    case = find_case(by, reference)
    rows = asked_in(by, case)
    counts = [_count(group, rows) for group in GROUPS]
    context = {
        "case": case,
        "columns": COLUMNS,
        "rows": [(each.consultation, GROUPS[each.consultation.group], STAGES[each.stage]) for each in rows],
        "overall": _OVERALL,
        "counts": counts,
        "unasked": [count.group for count in counts if not count.asked],
        "refusal": refusal_of(consult.check, by, case),
    }
    return render(request, "consultation/board.jinja", context)


def _count(group: str, rows: list[Asked]) -> Count:
    stages = [each.stage for each in rows if each.consultation.group == group]
    return Count(
        GROUPS[group],
        asked=len(stages) - stages.count(Stage.WITHDRAWN),
        answered=stages.count(Stage.ANSWERED),
        waiting=stages.count(Stage.ASKED),
    )
