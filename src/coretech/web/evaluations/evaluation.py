"""One evaluation: what the reader does next, how far it is, what it says once compiled, findings, the report."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.evaluations.access import TOLD, evaluator_of, find_evaluation, is_asked
from coretech.apps.reports.evaluations.compiling import compiled_of
from coretech.apps.reports.evaluations.following import findings_of
from coretech.apps.reports.evaluations.scoring import places_of
from coretech.apps.reports.evaluations.states import State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.operations import compile_evaluation, find, name_evaluator, report_evaluation
from coretech.apps.reports.revisions.elements import tree_of
from coretech.engines.scoring.compiling import FORMULA
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.evaluations.compiled import CRITERIA, LINES, chapters_of, comments_of, criteria_rows
from coretech.web.evaluations.own import own_of
from coretech.web.evaluations.words import (
    FINDINGS,
    element_name,
    finding_row,
    per_cent,
    state_tag,
    title_of,
    trail,
)
from coretech.web.plans.words import chinese
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

_NAMED = Sentence("已聘請，並已通知。", "Named, and told.")
_COMPILED = Sentence("已彙整；評分不再變更。", "Compiled; the scores no longer change.")
_REPORTED = Sentence("已登錄報院備查，並公開。", "The report is recorded, and the evaluation is public.")
_PLACES = (
    Column(Sentence("評估委員", "Evaluator")),
    Column(Sentence("申報", "Declared")),
    Column(Sentence("已評", "Scored"), numeric=True),
    Column(Sentence("應評", "To score"), numeric=True),
    Column(Sentence("迴避", "Closed"), numeric=True),
)


class NameForm(forms.Form):
    """Whom to ask."""

    username = forms.CharField(
        label=both("委員的帳號", "The expert's account"),
        help_text=both(
            "帳號由系統管理者開立；委員不必有其他職務。",
            "An administrator opens it; the expert needs no other post.",
        ),
        max_length=150,
    )


class CompileForm(forms.Form):
    """Why, where somebody is not done."""

    why = forms.CharField(
        label=both("理由（有委員未評完時必填）", "Why (needed where an evaluator is not done)"),
        max_length=compile_evaluation.LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReportForm(forms.Form):
    """The document and its day."""

    document_no = forms.CharField(
        label=both("公文字號", "The document's number"), max_length=report_evaluation.LONGEST_NUMBER
    )
    reported_on = DayField(label=both("報院日期", "Reported on"))


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation(request: HttpRequest, evaluation_id: int) -> HttpResponse:
    """Public once reported; before, for the controller, its evaluators, and agencies that a finding asks."""
    by = acting(request)
    found = find_evaluation(by, evaluation_id)
    name, compiling = NameForm(sent(request, "name")), CompileForm(sent(request, "compile"))
    report = ReportForm(sent(request, "report"))
    steps = (
        (name, _NAMED, lambda: name_evaluator.name_evaluator(by, found.pk, **name.cleaned_data)),
        (
            compiling,
            _COMPILED,
            lambda: compile_evaluation.compile_evaluation(by, found.pk, **compiling.cleaned_data),
        ),
        (report, _REPORTED, lambda: report_evaluation.report_evaluation(by, found.pk, **report.cleaned_data)),
    )
    for form, said, run in steps:
        if form.is_bound and attempt(form, run):
            return done(request, said, "evaluation", found.pk)
    context = {
        "evaluation": found,
        "title": title_of(found),
        "tag": state_tag(found),
        "about": _about(found),
        "own": own_of(by, found),
        "name": name,
        "compiling": compiling,
        "report": report,
        **_told(by, found),
        **_controller(by, found),
    }
    return draw(request, "evaluations/evaluation.jinja", context, name, compiling, report)


def _about(found: Evaluation) -> list[tuple[Sentence, object]]:
    rows: list[tuple[Sentence, object]] = [
        (Sentence("計畫", "Plan"), chinese(found.version.title)),
        (Sentence("評估的版次", "Version evaluated"), found.version.version),
        (Sentence("評分期限", "Scores are due on"), both_dates(found.due_on)),
    ]
    if found.reported_on is not None:
        rows += [
            (Sentence("報院文號", "Document"), found.document_no),
            (Sentence("報院日期", "Reported on"), both_dates(found.reported_on)),
        ]
    return rows


def _told(by: Acting, found: Evaluation) -> dict[str, object]:
    """The criteria; and once compiled the scores and findings: before that, nobody is told anybody's score."""
    names = {each.key: element_name(each) for each in tree_of(found.version).by_key.values()}
    everything = _may_read_scores(by, found)
    findings = [
        finding_row(by, each, names)
        for each in findings_of(found)
        if everything or is_asked(by, [each.finding])
    ]
    context: dict[str, object] = {
        "findings": findings,
        "finding_columns": FINDINGS,
        "criteria_columns": CRITERIA,
    }
    if State(found.state) not in TOLD or not everything:
        return context | {"compiled": None, "criteria": criteria_rows(list(found.criteria.order_by("order")))}
    compiled = compiled_of(found)
    return context | {
        "compiled": compiled,
        "criteria": criteria_rows(compiled.criteria, compiled),
        "mean": per_cent(compiled.mean),
        "line_columns": LINES,
        "chapters": chapters_of(compiled),
        "comments": comments_of(compiled) if _reads_comments(by, found) else [],
        "formula": FORMULA,
        "chart": reverse("evaluation_chart", args=[found.pk]),
        "digest": _digest(found),
    }


def _may_read_scores(by: Acting, found: Evaluation) -> bool:
    """The public once it is reported; before, the controller and the evaluators."""
    return found.state == State.REPORTED or _reads_comments(by, found)


def _reads_comments(by: Acting, found: Evaluation) -> bool:
    return controls(by, found.plan) or evaluator_of(by, found) is not None


def _digest(found: Evaluation) -> str:
    act = Act.objects.filter(kind="evaluation.compiled", subject=found.subject).first()
    return "" if act is None else str(act.public.get("digest", ""))


def _controller(by: Acting, found: Evaluation) -> dict[str, object]:
    """What the controller sees and may do; nothing for anybody else."""
    if not controls(by, found.plan):
        return {"controls": False, "trail": trail(found)[:1]}
    places = [
        [
            say(each.evaluator.person.name),
            tr("已申報", "yes") if each.declared else tr("尚未", "not yet"),
            each.scored,
            each.open,
            each.closed,
        ]
        for each in places_of(found, by.today)
    ]
    return {
        "controls": True,
        "trail": trail(found)[:1],
        "places": places,
        "place_columns": _PLACES,
        "naming": refusal_of(name_evaluator.check, by, found),
        "closing": refusal_of(compile_evaluation.check, by, found),
        "finding": refusal_of(find.check, by, found),
        "reporting": refusal_of(report_evaluation.check, by, found),
    }
