"""One link: why it was proposed, how it was judged, and judging it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.links.models import LinkJudgement
from coretech.apps.links.operations import judge_link
from coretech.apps.links.queries import find_link
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.links.words import JUDGEMENTS, from_of, judgement_tag, relation_of, served_of
from coretech.web.plans.words import chinese
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Event
from coretech.web.shell.words import both, say


class JudgementForm(forms.Form):
    """Whether it holds, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    judgement = forms.ChoiceField(
        label=both("這項連結成立嗎", "Does the link hold?"),
        choices=lambda: [(each.value, say(JUDGEMENTS[each.value].words)) for each in LinkJudgement.Judgement],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both("不成立或不確定時必填。", "It must be told unless the link is accepted."),
        max_length=judge_link.LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, link_pk: int) -> HttpResponse:
    """The link with its history, and the form for those who judge. Public once it is accepted; HTTP 404 otherwise."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = find_link(by, link_pk)
    form = JudgementForm(sent(request), initial={"seen": judge_link.newest_judgement(link_pk)})
    if form.is_bound and attempt(form, lambda: judge_link.judge_link(by, link_pk, **form.cleaned_data)):
        return done(request, Sentence("判斷已登錄。", "The judgement is recorded."), "link", link_pk)
    context = {
        "form": form,
        "rows": [
            (Sentence("計畫項目", "Entry of a plan"), from_of(found)),
            (Sentence("關係", "How it serves"), relation_of(found.link)),
            (Sentence("所服務的項目", "What it serves"), served_of(found)),
            (Sentence("提出的理由", "Why it was proposed"), chinese(found.link.why)),
            (Sentence("提出", "Proposed"), both_dates(found.link.proposed_at)),
            (Sentence("判斷", "Judgement"), judgement_tag(found)),
        ],
        "events": [_event(each) for each in found.link.judgements.order_by("-pk")],
        "refusal": refusal_of(judge_link.check, by),
        "signed_in": by.account_id is not None,
    }
    return draw(request, "links/link.jinja", context, form)


def _event(row: LinkJudgement) -> Event:
    words = JUDGEMENTS[row.judgement].words
    return Event(row.at, words, note=Sentence(row.why, row.why) if row.why else None)
