"""Findings: recording one, and its own page with all that followed and what the reader can do."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.people.queries import agencies_on
from coretech.apps.plans.models import Element
from coretech.apps.reports.evaluations.access import find_evaluation, may_know, scored_in
from coretech.apps.reports.evaluations.following import Followed, find_finding
from coretech.apps.reports.evaluations.states import FOLLOW_ARROWS, STANDING_NAMES, FollowStep, Standing
from coretech.apps.reports.models import Evaluation, FollowUp
from coretech.apps.reports.operations import find, follow_up
from coretech.apps.reports.operations.find import FindingGiven
from coretech.apps.reports.revisions.elements import tree_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.evaluations.words import element_name, linked, standing_tags, title_of, trail
from coretech.web.plans.words import chinese
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.dates import both_dates
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Event
from coretech.web.shell.words import both, say, tr

_FOUND = Sentence("已登錄，並通知機關。", "Recorded; the agency is told.")
_FOLLOWED = Sentence("已登錄並通知。", "Recorded, and the other side is told.")


class FindingForm(forms.Form):
    """What was found, and who is asked for what by when."""

    element_key = forms.ChoiceField(required=False)
    text = forms.CharField(
        label=both("發現了什麼", "What was found"),
        max_length=find.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    recommendation = forms.CharField(
        label=both("建議（要求機關辦理時必填）", "Recommendation (needed where an agency is asked)"),
        max_length=find.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    agency = forms.ChoiceField(required=False)
    due_on = DayField(
        label=both("期限（要求機關辦理時必填）", "Due on (needed where an agency is asked)"), required=False
    )

    def __init__(self, data: Mapping[str, object] | None, *, by: Acting, evaluation: Evaluation) -> None:
        """Offer the plan's measures and today's agencies."""
        super().__init__(data)
        measures = [(each.key, f"{each.code} {each.title}".strip()) for each in scored_in(evaluation.version)]
        self.fields["element_key"] = forms.ChoiceField(
            label=both("哪一項措施？", "Of which measure?"),
            choices=[("", both("全案", "The whole plan")), *measures],
            required=False,
        )
        agencies = [(each.code, say(each.name_on(by.today))) for each in agencies_on(by.today)]
        self.fields["agency"] = forms.ChoiceField(
            label=both("請哪個機關辦理？", "Which agency is asked?"),
            choices=[("", both("不要求機關辦理", "None")), *agencies],
            required=False,
        )


class FollowForm(forms.Form):
    """One of the steps open to the reader, and what is said."""

    step = forms.ChoiceField(widget=forms.RadioSelect)
    text = forms.CharField(
        label=both("說明", "In words"),
        max_length=follow_up.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Mapping[str, object] | None, *, steps: list[FollowStep]) -> None:
        """Offer the open steps."""
        super().__init__(data)
        names = [
            (each.value, both(FOLLOW_ARROWS[each].name.zh, FOLLOW_ARROWS[each].name.en)) for each in steps
        ]
        self.fields["step"] = forms.ChoiceField(
            label=both("辦理", "What you do"), choices=names, widget=forms.RadioSelect
        )


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_finding_new(request: HttpRequest, evaluation_id: int) -> HttpResponse:
    """For the plan's controller, once the scores are compiled."""
    by = acting(request)
    found = find_evaluation(by, evaluation_id)
    find.check(by, found)
    form = FindingForm(sent(request), by=by, evaluation=found)
    if form.is_bound and attempt(form, lambda: find.find(by, found.pk, FindingGiven(**form.cleaned_data))):
        return done(request, _FOUND, "evaluation", found.pk)
    context = {"form": form, "evaluation": found, "title": title_of(found), "trail": trail(found)}
    return draw(request, "evaluations/finding_new.jinja", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_finding(request: HttpRequest, finding_id: int) -> HttpResponse:
    """A finding with what followed: public once its evaluation is reported."""
    by = acting(request)
    found = find_finding(by, finding_id)
    steps = [each for each in FollowStep if refusal_of(follow_up.check, by, found, each) is None]
    form = FollowForm(request.POST if request.method == "POST" else None, steps=steps)
    if form.is_bound and attempt(
        form,
        lambda: follow_up.follow_up(
            by, finding_id, FollowStep(form.cleaned_data["step"]), form.cleaned_data["text"], seen_in(request)
        ),
    ):
        return done(request, _FOLLOWED, "evaluation_finding", finding_id)
    evaluation = found.finding.evaluation
    context = {
        "found": found,
        "title": title_of(evaluation),
        "tags": standing_tags(found, by),
        "rows": _rows(by, found),
        "history": [_event(each) for each in found.steps],
        "form": form if steps else None,
        "seen": len(found.steps),
        "trail": trail(evaluation) if may_know(by, evaluation) else trail(evaluation)[:1],
    }
    return draw(request, "evaluations/finding.jinja", context, form)


def _rows(by: Acting, found: Followed) -> list[tuple[Sentence, object]]:
    finding = found.finding
    element = tree_of(finding.evaluation.version).by_key.get(finding.element_key)
    rows: list[tuple[Sentence, object]] = [
        (Sentence("措施", "Measure"), _place(element)),
        (Sentence("發現", "Finding"), chinese(finding.text)),
        (Sentence("建議", "Recommendation"), chinese(finding.recommendation) or "–"),
    ]
    if finding.agency is not None:
        rows.append((Sentence("辦理機關", "Agency"), say(finding.agency.name_on(by.today))))
    if finding.due_on is not None:
        rows.append((Sentence("期限", "Due on"), both_dates(finding.due_on)))
    words = say(title_of(finding.evaluation))
    return [*rows, (Sentence("評估", "Evaluation"), linked(words, "evaluation", finding.evaluation_id))]


def _place(element: Element | None) -> object:
    return tr("全案", "the whole plan") if element is None else element_name(element)


def _event(step: FollowUp) -> Event:
    """What an agency or the controller did; who did it is on the log."""
    note = Sentence(step.text, step.text) if step.text else None
    return Event(step.at, STANDING_NAMES[Standing(step.state)], None, note)
