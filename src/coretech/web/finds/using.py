"""What follows an accepted find: how ready its technology is, and the candidate made of it."""

from collections.abc import Mapping
from dataclasses import asdict

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.finding import find_find
from coretech.apps.inventory.finds.proposing import LONGEST_EN, LONGEST_ZH, found_by, proposal_of
from coretech.apps.inventory.models import Find
from coretech.apps.inventory.operations import assess_readiness, propose_find
from coretech.apps.technologies.queries import sectors
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.finds.words import LEVELS
from coretech.web.rounds.stepping import Step, show_step
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.words import both, say

_ASSESSED = Sentence("技術成熟度已登錄。", "The readiness is recorded.")
_PROPOSED = Sentence("候選項目已登錄於今年的盤點。", "The candidate is recorded in this year's round.")


class ReadinessForm(forms.Form):
    """The level and its evidence."""

    level = forms.TypedChoiceField(
        label=both("技術成熟度", "Readiness level"),
        choices=[
            (str(each), both(f"{each}：{words.zh}", f"{each}: {words.en}")) for each, words in LEVELS.items()
        ],
        coerce=int,
    )
    evidence = forms.CharField(
        label=both("佐證", "Evidence"),
        help_text=both(
            "例如測試報告、展示紀錄及其日期", "Such as a test report or a demonstration, with its date"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=assess_readiness.LONGEST_EVIDENCE,
    )


class CandidateForm(forms.Form):
    """The candidate, filled in from the find."""

    name_zh = forms.CharField(label=both("中文名稱", "Chinese name"), max_length=LONGEST_ZH)
    name_en = forms.CharField(label=both("英文名稱", "English name"), max_length=LONGEST_EN)
    why = forms.CharField(
        label=both("盤點所見及理由", "What was found, and why it matters"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )

    def __init__(self, data: Mapping[str, object] | None, initial: dict[str, object]) -> None:
        """Offer the sectors."""
        super().__init__(data, initial=initial)
        self.fields["sector"] = forms.ChoiceField(
            label=both("領域", "Sector"), choices=[(each.code, say(each.name)) for each in sectors()]
        )


@require_http_methods(["GET", "HEAD", "POST"])
def find_readiness(request: HttpRequest, find_id: int) -> HttpResponse:
    """Say how ready the technology is, and what shows it."""
    by = acting(request)
    find = find_find(by, find_id)
    form = ReadinessForm(sent(request))
    if form.is_bound and attempt(
        form,
        lambda: assess_readiness.assess_readiness(
            by, find.pk, form.cleaned_data["level"], form.cleaned_data["evidence"]
        ),
    ):
        return done(request, _ASSESSED, "find", find.pk)
    lead = Sentence(
        "依目前的佐證選擇等級；佐證改變時再登錄一次。",
        "Choose by the evidence there is; assess it again as that changes.",
    )
    step = _step(find, Sentence("評估技術成熟度", "Assess the readiness"), Sentence("登錄", "Record"), lead)
    return show_step(request, step, form, refusal_of(assess_readiness.check, by, find))


@require_http_methods(["GET", "HEAD", "POST"])
def find_propose(request: HttpRequest, find_id: int) -> HttpResponse:
    """Make a candidate of an accepted find; the form is filled in already."""
    by = acting(request)
    find = find_find(by, find_id)
    filled = proposal_of([find])
    form = CandidateForm(sent(request), asdict(filled) | {"why": say(filled.why)})
    if form.is_bound and attempt(
        form, lambda: propose_find.propose_find(by, [find.pk], found_by([find], **form.cleaned_data))
    ):
        return done(request, _PROPOSED, "inventory")
    lead = Sentence("已依比對結果填好，請確認。", "It is filled in from what was found; look it over.")
    step = _step(
        find,
        Sentence("轉為候選項目", "Make it a candidate"),
        Sentence("登錄候選項目", "Record the candidate"),
        lead,
    )
    return show_step(request, step, form, refusal_of(propose_find.check, by, [find]))


def _step(find: Find, title: Sentence, button: Sentence, lead: Sentence) -> Step:
    name = project_of(find).title
    return Step(title, Sentence(name, name), button, lead, reverse("find", args=[find.pk]))
