"""The controller's board of a period: what waits for a check, who is late, who lacks what; remind, and publish."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.cycle.controlling import Board, board
from coretech.apps.reports.cycle.periods import find_period, title_of
from coretech.apps.reports.operations import publish_period, remind
from coretech.apps.reports.sheets.states import State
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.plans.words import chinese
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.sheets.listing import marks_of
from coretech.web.sheets.words import period_address
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_COLUMNS = (
    Column(Sentence("機關", "Agency")),
    Column(Sentence("情形", "State")),
    Column(Sentence("填妥的措施", "Measures filled in"), numeric=True),
    Column(Sentence("缺實績的指標", "Indicators without an actual"), numeric=True),
)
_REMINDED = Sentence("已寄出催報信。", "Reminders are on their way.")
_PUBLISHED = Sentence("本期已發布並鎖定。", "The period is published and locked.")


class PublishForm(forms.Form):
    """Why it is published without some agencies."""

    without = forms.CharField(
        label=both("有機關未完成填報而仍發布的理由", "Why it is published without some agencies"),
        help_text=both(
            "全部接受時留白；未填報的機關會在發布頁載明。",
            "Blank where all are accepted; the others are named.",
        ),
        max_length=publish_period.LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def plan_report_board(request: HttpRequest, plan_slug: str, period_name: str) -> HttpResponse:
    """Where every sheet of the period stands; HTTP 403 for anybody but the plan's controller."""
    by = acting(request)
    period = find_period(plan_slug, period_name)
    found = board(by, period)
    form = PublishForm(sent(request, "publish"))
    if request.POST.get("step") == "remind":
        once(lambda: remind.remind(by, period.pk))
        return done(request, _REMINDED, "plan_report_board", plan_slug, period_name)
    if form.is_bound and attempt(
        form, lambda: publish_period.publish_period(by, period.pk, form.cleaned_data["without"])
    ):
        return done(request, _PUBLISHED, "plan_report", plan_slug, period_name)
    context = {
        "board": found,
        "period": period,
        "title": title_of(period),
        "plan": period.version,
        "columns": _COLUMNS,
        "lines": [_row(by, found, place) for place in range(len(found.lines))],
        "figures": _figures(found),
        "unknown": [chinese(name) for name in found.unknown],
        "form": form,
        "publishing": refusal_of(publish_period.check, by, period),
        "reminding": refusal_of(remind.check, by, period),
        "published": period_address(period) if period.published_at else None,
    }
    return draw(request, "sheets/board.jinja", context, form)


def _figures(found: Board) -> list[tuple[Sentence, int]]:
    return [
        (Sentence("逾期", "Late"), found.late),
        (Sentence("待檢核", "To check"), found.standing_at(State.SIGNED, State.CHECKED)),
        (
            Sentence("在機關", "With the agency"),
            found.standing_at(State.OPEN, State.RETURNED, State.SUBMITTED),
        ),
        (Sentence("已接受", "Accepted"), found.standing_at(State.ACCEPTED, State.LOCKED)),
    ]


def _row(by: Acting, found: Board, place: int) -> dict[str, object]:
    line = found.lines[place]
    waits = State(line.sheet.state) in {State.SIGNED, State.CHECKED}
    page = reverse("sheet_check" if waits else "sheet", args=[line.sheet.pk])
    name = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        page, say(line.sheet.agency.name_on(by.today))
    )
    return {
        "name": name,
        "tags": marks_of(by, line.sheet),
        "ready": f"{line.ready} / {line.total}",
        "lacking": line.lacking,
    }
