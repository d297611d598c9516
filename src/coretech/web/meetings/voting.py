"""Voting on an item: choose, check, send."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.inventory.models import Candidate
from coretech.apps.meetings import queries
from coretech.apps.meetings.casting import cast, check_own_vote
from coretech.apps.meetings.models import Ballot, Item
from coretech.kit.refusal import wrong_state
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
_WIDTH = 32
"""More than a choice takes on the page, however it is said."""


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
    if item.meeting.body.kind == Body.Kind.PANEL:
        return Sentence(
            f"是否同意「{name.zh}」的審查意見及條件，並據以提報？",
            f"Shall the opinion on “{name.en}” be agreed to with its conditions, and the case proposed on it?",
        )
    if item.case.aspect == Candidate.Aspect.REMOVAL:
        return Sentence(
            f"是否同意將「{name.zh}」自清單廢止？", f"Shall “{name.en}” be removed from the list?"
        )
    if item.case.kind == Candidate.Kind.CHANGE:
        return Sentence(
            f"是否同意將清單現有項目變更為「{name.zh}」？", f"Shall the listed item become “{name.en}”?"
        )
    return Sentence(
        f"是否同意認定「{name.zh}」為國家核心關鍵技術？",
        f"Shall “{name.en}” be identified as a national core key technology?",
    )


def _key(item: Item) -> str:
    """Which vote the page was drawn for: a choice meant for a secret one must never be cast in the open."""
    return f"{item.method}-{item.round}"


def _require_same_vote(request: HttpRequest, item: Item) -> None:
    if request.POST.get("vote", _key(item)) != _key(item):
        raise wrong_state(
            "表決已重新開始，或已改用其他方式；您的選擇未送出，請再看一次後投票。",
            "The vote was begun anew, or is held in another way; your choice was not cast. Look again, and then vote.",
        )


def _pad(chosen: str) -> str:
    """Filling that makes the page equally long whatever was chosen: its length is seen on the way."""
    if not chosen:
        return ""
    said = say(CHOICES[Ballot.Choice(chosen)])
    return "." * (_WIDTH - len(chosen) - 2 * len(said))


@sensitive_post_parameters("choice")
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, item_id: int) -> HttpResponse:
    """Three buttons; then the choice once more, to be sent or changed; the choice never stands in an address."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    allow_on(by, found.meeting.body, Action.CAST_VOTE)
    form = VoteForm(sent(request, CAST) or sent(request, CHOOSE))
    chosen = form.cleaned_data["choice"] if form.is_valid() else ""
    if chosen and sent(request, CAST):
        _require_same_vote(request, found)
        once(lambda: cast(by, found, chosen))
        return done(request, _VOTED, "item", found.pk)
    context = {
        "item": found,
        "title": title_of(found.meeting),
        "form": form,
        "chosen": CHOICES[Ballot.Choice(chosen)] if chosen else None,
        "question": say(_question(found)),
        "vote_key": _key(found),
        "pad": _pad(chosen),
        "choices": [(choice.value, words) for choice, words in CHOICES.items()],
        "own": own(by, found),
        "gate": gate_of(check_own_vote, by, found),
    }
    return draw(request, "meetings/vote.jinja", context, form)
