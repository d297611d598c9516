"""Recording the panel's review of a round."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.operations import review_round
from coretech.apps.inventory.yearly.panel_review import PanelFound
from coretech.apps.inventory.yearly.rounds import find_round
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.stepping import Step, seen_in, show_step
from coretech.web.rounds.words import title_of
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_REVIEWED = Sentence("審查結果已登錄，可以提報。", "The review is recorded; the round can be reported.")
_MOST = 99
_LONGEST_OPINION = 20_000
_NUMBER = {
    "invalid": both("請填寫人數，例如 9。", "Write a number of people, such as 9."),
    "min_value": both("人數不能是負數。", "The number cannot be negative."),
    "max_value": both("人數過多。", "That is too many people."),
}


def _people(zh: str, en: str, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(
        label=both(zh, en),
        min_value=0,
        max_value=_MOST,
        required=required,
        error_messages=_NUMBER,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class ReviewForm(forms.Form):
    """The panel's meeting on the round."""

    held_on = DayField(label=both("審查會日期", "The panel met on"))
    present = _people("出席人數（含應迴避者）", "How many attended, the recused included")
    recused = _people("其中應迴避者（沒有則不填）", "Of them recused, if any", required=False)
    in_favour = _people("贊成人數", "How many were in favour")
    abstain = _people("棄權人數（沒有則不填）", "How many abstained, if any", required=False)
    opinion = forms.CharField(
        label=both("審查意見", "The panel's opinion"),
        help_text=both(
            "沒有可能項目時，說明審查會如何認定。",
            "Where nothing was found, say how the panel came to agree.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=_LONGEST_OPINION,
    )

    def found(self) -> PanelFound:
        """The review; for a valid form."""
        given = self.cleaned_data
        counted = {name: given[name] or 0 for name in ("recused", "abstain")}
        return PanelFound(**given | counted)


@require_http_methods(["GET", "HEAD", "POST"])
def round_review(request: HttpRequest, round_id: int) -> HttpResponse:
    """Record what the panel found of the whole round."""
    by = acting(request)
    round_ = find_round(by, round_id)
    form = ReviewForm(sent(request))
    seen = seen_in(request)
    if form.is_bound and attempt(form, lambda: review_round.review_round(by, round_.pk, form.found(), seen)):
        return done(request, _REVIEWED, "round", round_.pk)
    step = Step(
        title=Sentence("登錄專家審查結果", "Record the panel's review"),
        caption=title_of(round_),
        button=Sentence("登錄審查結果", "Record the review"),
        lead=_what_is_reviewed(len(round_.candidates.all())),
        back=reverse("round", args=[round_.pk]),
    )
    refusal = refusal_of(review_round.check, by, round_)
    return show_step(request, step, form, refusal, {"seen": round_.lock})


def _what_is_reviewed(count: int) -> Sentence:
    """All candidates; where there are none, that nothing was found."""
    what = (
        Sentence(f"審查會審查目前全部{count}項候選項目", f"The panel reviews all candidates, {count} now")
        if count
        else Sentence(
            "目前沒有候選項目，審查會審查的是「結果為無」",
            "There is no candidate: what the panel reviews is that nothing was found",
        )
    )
    return Sentence(
        f"{what.zh}；出席與議決依機關所定規定計算（第8條第3項）。",
        f"{what.en}. Its quorum and majority are the agency's own (art. 8(3)).",
    )
