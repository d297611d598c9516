"""The question page of one element: a score by each criterion, beside what the agencies reported of it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.queries import element_of
from coretech.apps.reports.evaluations.access import find_evaluation, scored_in
from coretech.apps.reports.evaluations.scoring import closed_to, own_scores
from coretech.apps.reports.models import Criterion, Evaluation, Evaluator, Score
from coretech.apps.reports.operations import score
from coretech.apps.reports.operations.score import Mark
from coretech.engines.progress.said import plain
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.evaluations.words import element_name, title_of, trail
from coretech.web.plans.reported import reports_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_SAVED = Sentence("已儲存評分。", "Your scores are saved.")


class ScoreForm(forms.Form):
    """A score and a word for each criterion."""

    def __init__(
        self, data: Mapping[str, object] | None, *, criteria: list[Criterion], before: list[Score]
    ) -> None:
        """Start from the evaluator's own newest scores."""
        super().__init__(data)
        own = {each.criterion_id: each for each in before}
        for each in criteria:
            had = own.get(each.pk)
            self.fields[f"score-{each.order}"] = forms.DecimalField(
                label=both(
                    f"{each.zh}（0至{each.most}，權重{plain(each.weight)}%）",
                    f"{each.en} (0 to {each.most}, weight {plain(each.weight)} %)",
                ),
                min_value=0,
                max_value=each.most,
                decimal_places=2,
                initial=None if had is None else plain(had.score),
            )
            self.fields[f"comment-{each.order}"] = forms.CharField(
                label=both("評語（可留白）", "A word on it (optional)"),
                max_length=score.LONGEST,
                required=False,
                initial="" if had is None else had.comment,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Each criterion's two fields."""
        for name in self.fields:
            if name.startswith("score-"):
                yield self[name], self[name.replace("score", "comment")]

    def marks(self) -> dict[int, Mark]:
        """By the criterion's number; for a valid form."""
        told: dict[str, Decimal | str] = self.cleaned_data
        return {
            int(name.removeprefix("score-")): Mark(
                Decimal(value), str(told[name.replace("score", "comment")])
            )
            for name, value in told.items()
            if name.startswith("score-")
        }


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_score(request: HttpRequest, evaluation_id: int, element_key: str) -> HttpResponse:
    """For an evaluator to whom the element is open."""
    by = acting(request)
    found = find_evaluation(by, evaluation_id)
    evaluator = score.check(by, found, element_key)
    criteria = list(found.criteria.order_by("order"))
    form = ScoreForm(sent(request), criteria=criteria, before=own_scores(evaluator, element_key))
    if form.is_bound and attempt(form, lambda: score.score(by, found.pk, element_key, form.marks())):
        following = _next(found, evaluator, element_key, set(closed_to(evaluator, found.version, by.today)))
        if following is not None and "next" in request.POST:
            return done(request, _SAVED, "evaluation_score", found.pk, following)
        return done(request, _SAVED, "evaluation", found.pk)
    element = element_of(found.version, element_key)
    context = {
        "form": form,
        "evaluation": found,
        "title": title_of(found),
        "name": element_name(element),
        "trail": trail(found),
        "reports": reports_of(found.plan, element.key)[:4],
        "plan_page": reverse("plan_element", args=[found.plan.slug, element.key]),
    }
    return draw(request, "evaluations/score.jinja", context, form)


def _next(evaluation: Evaluation, evaluator: Evaluator, element_key: str, closed: set[str]) -> str | None:
    """The next element this evaluator has not scored yet, after this one first."""
    keys = [each.key for each in scored_in(evaluation.version)]
    scored = {each.element_key for each in own_scores(evaluator)}
    place = keys.index(element_key)
    return next((key for key in keys[place + 1 :] + keys[:place] if key not in scored | closed), None)
