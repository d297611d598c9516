"""Assessing a technology's signals, and the page of an assessment."""

import datetime as dt
from collections.abc import Iterable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.operations import assess_signals, propose_assessed
from coretech.apps.watch.scanning.assessing import VERDICTS, assessments_of, find_assessment
from coretech.apps.watch.signals.gathering import stream
from coretech.apps.watch.signals.signal import KINDS, Signal
from coretech.apps.watch.signals.topics import find_topic
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr
from coretech.web.signals.words import kind_tag, linked, named, verdict_tag

_ASSESSED = Sentence("評估已登錄。", "The assessment is recorded.")
_SOURCES = (
    Column(Sentence("種類", "Kind")),
    Column(Sentence("訊號", "Signal")),
    Column(Sentence("來源", "Source")),
    Column(Sentence("日期", "Day")),
)


class AssessmentForm(forms.Form):
    """The verdict, its reasons, and the signals it rests on; what was seen when the page was drawn travels along."""

    verdict = forms.ChoiceField(
        label=both("評估", "Assessment"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in VERDICTS.items()],
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=both("理由", "Reasons"),
        help_text=both(
            "各機關承辦人與辦公室都看得到，請勿寫入機密；建議提報時，這段文字會帶入候選項目。",
            "Officers of all agencies and the Office read this; write nothing confidential. Where you propose a "
            "candidate, these words go into it.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=assess_signals.LONGEST_REASONS,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**63 - 1)
    until = forms.DateTimeField(widget=forms.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])

    def __init__(self, data: object, found: Iterable[Signal], initial: dict[str, object]) -> None:
        """Offer the signals that may be cited."""
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # a query's data or none
        offered = [(each.key, _words(each)) for each in found if each.shared]
        if offered:
            self.fields["sources"] = forms.MultipleChoiceField(
                label=both("依據哪些訊號", "Which signals it rests on"),
                choices=offered,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            self.order_fields(["sources", "verdict", "reasons"])

    def assessed(self) -> assess_signals.Assessed:
        """What was filled in; for a valid form."""
        told = self.cleaned_data
        return assess_signals.Assessed(
            told["verdict"], told["reasons"], tuple(told.get("sources", ())), told["until"], told["seen"]
        )


@require_http_methods(["GET", "HEAD", "POST"])
def signals_assess(request: HttpRequest, signal_topic: str) -> HttpResponse:
    """Say what follows from the signals, and why."""
    by = acting(request)
    assess_signals.check(by)
    topic = find_topic(signal_topic)
    found, past = stream(by, topic), assessments_of(by, topic)
    seen: dict[str, object] = {"seen": past[0].pk if past else 0, "until": _told(by.at)}
    form = AssessmentForm(sent(request), found, seen)
    act = attempt(form, lambda: assess_signals.assess_signals(by, topic.key, form.assessed()))
    if act is not None:
        return done(request, _ASSESSED, "signal_assessment", row_of(act))
    context = {"form": form, "topic": topic, "name": named(topic)}
    return draw(request, "signals/assess.jinja", context, form)


@require_safe
def signal_assessment(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """An assessment with what it rests on, and the next step where it proposes a candidate."""
    by = acting(request)
    row = find_assessment(by, assessment_id)
    proposes = row.verdict == Assessment.Verdict.PROPOSE
    link = getattr(row, "proposed", None)
    context = {
        "row": row,
        "verdict": verdict_tag(row.verdict),
        "stream": reverse("signals_of", args=[row.topic]),
        "columns": _SOURCES,
        "sources": [_source(each) for each in row.sources],
        "proposed": None if link is None else link.candidate,
        "proposes": proposes and link is None,
        "refusal": refusal_of(propose_assessed.check, by, row) if proposes else None,
    }
    return render(request, "signals/assessment.jinja", context)


def _told(moment: dt.datetime) -> str:
    """A moment to the last digit, for a hidden field."""
    return moment.astimezone(TAIPEI).isoformat(timespec="microseconds")


def _words(each: Signal) -> str:
    day = each.dated or each.at.astimezone(TAIPEI).date().isoformat()
    return tr(
        f"{day}　{KINDS[each.kind].zh}：{each.what.zh}（{each.source.zh}）",
        f"{day}  {KINDS[each.kind].en}: {each.what.en} ({each.source.en})",
    )


def _source(each: dict[str, str]) -> list[object]:
    what, source = Sentence(each["zh"], each["en"]), Sentence(each["source_zh"], each["source_en"])
    return [kind_tag(each["kind"]), linked(each["href"], say(what)), say(source), each["dated"] or "–"]
