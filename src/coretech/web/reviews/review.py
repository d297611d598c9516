"""The review of one item: what was asked about it this year, what was found before, and the question."""

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.asked.requests import requests_about, visible_requests
from coretech.apps.register.asked import listed_item
from coretech.apps.register.foreign import foreign_names
from coretech.apps.register.models import AnnualReview, ItemVersion
from coretech.apps.register.operations import review_item
from coretech.apps.register.reviews import require_reader_of, reviews_of
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.reviews.words import VERDICTS, verdict_tag
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

_LONGEST = review_item.LONGEST


def _text(label: "Words", hint: "Words", *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReviewForm(forms.Form):
    """Whether the item still fits, why, and what was looked at."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=both("檢討結果", "Does the item still fit?"),
        choices=[(verdict.value, both(tag.words.zh, tag.words.en)) for verdict, tag in VERDICTS.items()],
        widget=forms.RadioSelect,
    )
    reasons = _text(both("理由", "Reasons"), both("為什麼是這個結果。", "Why this is so."), required=True)
    scope_questions = _text(
        both("收到的範疇疑義（選填）", "Scope questions received (optional)"),
        both(
            "產業詢問是否屬於本項的問題，以及如何協助釐清。",
            "What the industry asked about whether something belongs to the item, and how you helped to clear it up.",
        ),
    )
    foreign_lists = _text(
        both("國外清單的變動（選填）", "Foreign lists that moved (optional)"),
        both(
            "哪一國的哪一份清單、哪一天、增刪了什麼。",
            "Which country's list, on what day, what came or went.",
        ),
    )
    evidence = _text(
        both("佐證（選填）", "Evidence (optional)"),
        both(
            "市場、競爭力、智慧財產等資料，附來源與日期。",
            "Market, competitiveness, patents: with source and date.",
        ),
    )

    def found(self) -> review_item.Finding:
        """The review; for a valid form."""
        return review_item.Finding(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, number: int) -> HttpResponse:
    """The item's reviews so far, and the form for this year's; for its authority and the Office."""
    by = acting(request)
    version = listed_item(number, by.today)
    require_reader_of(by, version)
    form = ReviewForm(sent(request), initial=_initial(version, by))
    if form.is_bound and attempt(form, lambda: review_item.review_item(by, number, form.found())):
        fits = form.cleaned_data["verdict"] == AnnualReview.Verdict.FITS
        said = Sentence(f"第{number}項的檢討已記錄。", f"The review of item {number} is on record.")
        return done(request, said, "reviews") if fits else done(request, said, "review", number)
    return draw(request, "reviews/review.jinja", _context(by, version) | {"form": form}, form)


def _initial(version: ItemVersion, by: Acting) -> dict[str, object]:
    """The newest review of the year, to be corrected from; nothing where there is none."""
    newest = next(iter(reviews_of(version, by.today.year)), None)
    if newest is None:
        return {"seen": 0}
    texts = {name: getattr(newest, name) for name in ReviewForm.base_fields if name != "seen"}
    return texts | {"seen": newest.pk}


def _context(by: Acting, version: ItemVersion) -> dict[str, object]:
    year = by.today.year
    this_year = reviews_of(version, year)
    newest = this_year[0] if this_year else None
    asked = requests_about(version.item.technology_id, year)
    return {
        "version": version,
        "year": said_year(year),
        "newest": newest,
        "earlier": [(each, said_year(each.year), verdict_tag(each)) for each in reviews_of(version)],
        "asked": asked.count(),
        "asked_shown": visible_requests(by).filter(pk__in=asked),
        "foreign": foreign_names(version, year),
        "change": _change(newest, version),
        "closed": refusal_of(review_item.check, by, version),
    }


def _change(newest: AnnualReview | None, version: ItemVersion) -> str | None:
    """Where a candidate for the change is recorded, where this year's review asks for one."""
    if newest is None or newest.verdict == AnnualReview.Verdict.FITS:
        return None
    aspect = "&aspect=removal" if newest.verdict == AnnualReview.Verdict.REMOVAL else ""
    return f"{reverse('candidate_new')}?kind=change&item={version.item.number}{aspect}"
