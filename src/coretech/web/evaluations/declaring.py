"""The declaration of interests: before anything is scored, and again whenever something new comes up."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.reports.evaluations.access import find_evaluation
from coretech.apps.reports.evaluations.scoring import declaration_of
from coretech.apps.reports.models import Evaluation, InterestDeclaration
from coretech.apps.reports.operations import declare_interest
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.sheets.parts import REPORTED
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.evaluations.words import title_of, trail
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_DECLARED = Sentence("已申報。", "Your declaration is recorded.")


class InterestForm(forms.Form):
    """The elements in which there is an interest, and what it is."""

    elements = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(
        label=both("是什麼關係（有勾選時必填）", "What the interest is (needed where something is ticked)"),
        max_length=declare_interest.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    none = forms.BooleanField(
        label=both(
            "我已逐項看過；除勾選者外，均無利益關係",
            "I looked at each; in all but those ticked I have no interest",
        )
    )

    def __init__(
        self, data: Mapping[str, object] | None, *, evaluation: Evaluation, before: InterestDeclaration | None
    ) -> None:
        """Offer chapters and measures, with what was declared before ticked."""
        initial = {} if before is None else {"elements": before.element_keys, "text": before.text}
        super().__init__(data, initial=initial)
        self.fields["elements"] = forms.MultipleChoiceField(
            label=both("與哪些項目有利益關係？", "In which of these do you have an interest?"),
            help_text=both(
                "例如參與研提、執行、受補助或輔導，或三親等內親屬如此。勾選整章，其下各項都迴避。沒有就不必勾選。",
                "Such as having proposed, carried out or advised it, or been paid by it, or kin who did. A chapter"
                " ticked closes all below it. Tick nothing where there is none.",
            ),
            choices=_choices(evaluation),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_interests(request: HttpRequest, evaluation_id: int) -> HttpResponse:
    """For each evaluator in person."""
    by = acting(request)
    found = find_evaluation(by, evaluation_id)
    before = declaration_of(declare_interest.check(by, found))
    form = InterestForm(sent(request), evaluation=found, before=before)
    if form.is_bound and attempt(
        form,
        lambda: declare_interest.declare_interest(
            by, found.pk, form.cleaned_data["elements"], form.cleaned_data["text"]
        ),
    ):
        return done(request, _DECLARED, "evaluation", found.pk)
    context = {
        "form": form,
        "evaluation": found,
        "title": title_of(found),
        "trail": trail(found),
        "before": before,
    }
    return draw(request, "evaluations/interests.jinja", context, form)


def _choices(evaluation: Evaluation) -> list[tuple[str, str]]:
    """The chapters, each with its measures below it, in printed order."""
    tree = tree_of(evaluation.version)
    return [
        (each.key, f"{each.code} {each.title}".strip() or each.key)
        for top in tree.tops
        for each in tree.under(top)
        if each.kind in REPORTED or (each.pk == top.pk and tree.below(top))
    ]
