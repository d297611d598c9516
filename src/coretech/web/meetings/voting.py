"""Voting on an item: choose, check, send."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.operations import cast_vote
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.own import own
from coretech.web.meetings.words import CHOICES, title_of
from coretech.web.sending import done, draw, sent
from coretech.web.shell.words import both, say

_VOTED = Sentence("您的票已投出。", "Your vote is cast.")
CHOOSE, CAST = "choose", "cast"


class VoteForm(forms.Form):
    """The choice; the page draws it as three buttons."""

    choice = forms.ChoiceField(
        label=both("您的表決", "Your vote"),
        widget=forms.RadioSelect,
        choices=[(choice.value, both(words.zh, words.en)) for choice, words in CHOICES.items()],
    )


def _question(item: Item) -> Sentence:
    """What is voted on, in a sentence."""
    name = item.title
    if item.case is None:
        return Sentence(f"是否同意「{name.zh}」？", f"Shall “{name.en}” be agreed to?")
    if item.case.kind == Candidate.Kind.CHANGE:
        return Sentence(
            f"是否同意將清單現有項目變更為「{name.zh}」？", f"Shall the listed item become “{name.en}”?"
        )
    return Sentence(
        f"是否同意認定「{name.zh}」為國家核心關鍵技術？",
        f"Shall “{name.en}” be identified as a national core key technology?",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, item_id: int) -> HttpResponse:
    """Three buttons; then the choice once more, to be sent or changed; the choice never stands in an address."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    allow(by, Action.CAST_VOTE)
    form = VoteForm(sent(request, CAST) or sent(request, CHOOSE))
    chosen = form.cleaned_data["choice"] if form.is_valid() else ""
    if chosen and sent(request, CAST):
        once(lambda: cast_vote.cast_vote(by, found.pk, chosen))
        return done(request, _VOTED, "item", found.pk)
    context = {
        "item": found,
        "title": title_of(found.meeting),
        "form": form,
        "chosen": CHOICES[Ballot.Choice(chosen)] if chosen else None,
        "question": say(_question(found)),
        "choices": [(choice.value, words) for choice, words in CHOICES.items()],
        "own": own(by, found),
        "gate": gate_of(cast_vote.check, by, found),
    }
    return draw(request, "meetings/vote.jinja", context, form)
