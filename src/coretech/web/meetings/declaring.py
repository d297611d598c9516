"""The question whether a member has an interest in an item, and the law's answer to it."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Declaration, Item
from coretech.apps.meetings.operations import declare as operation
from coretech.apps.meetings.recusal import stand_in_ruling, word_of
from coretech.apps.meetings.seats import seat_of, sitting
from coretech.apps.meetings.suggestions import Suggestion, suggestions_for
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.ruling import Ruling
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.own import own_ruling
from coretech.web.meetings.relations import GROUNDS, LONGEST_PATH, OTHER, RELATIONS, STEPS, relation_of
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say

_DECLARED = Sentence("您的申報已登錄。", "Your declaration is recorded.")
_HOW = Sentence(
    "請從第一步起說明是哪一位親屬。", "Say step by step which relative it is, from the first step on."
)
ASK, WHOSE = "ask", "whose"
YES, NO, ASIDE = "yes", "no", "aside"


class AskForm(forms.Form):
    """Whether there is an interest at all, or the member steps aside without being asked to."""

    interest = forms.ChoiceField(
        label=both(
            "您或您的親屬、家屬，與本案有無利益關係？",
            "Do you, or somebody close to you, have an interest in this item?",
        ),
        help_text=both(
            "親屬、家屬包括配偶、二親等內的血親與姻親，以及與您同住一家的人（第12條）。",
            "Close to you are a spouse, relatives by blood or marriage within the second degree, "
            "and whoever lives in your household (art. 12).",
        ),
        widget=forms.RadioSelect,
        choices=[
            (NO, both("沒有", "No")),
            (YES, both("有", "Yes")),
            (
                ASIDE,
                both("法規未要求，但我自請迴避", "The law does not ask it of me, but I step aside"),
            ),
        ],
    )


class InterestForm(forms.Form):
    """Whose interest it is, and whether they live together."""

    whose = forms.ChoiceField(
        label=both("是誰的利益？", "Whose interest is it?"),
        widget=forms.RadioSelect,
        choices=[(name, both(r.words.zh, r.words.en)) for name, r in RELATIONS.items()],
    )
    cohabiting = forms.BooleanField(
        label=both("我與此人同住一家、共同生活", "This person and I live in one household"), required=False
    )
    detail = forms.CharField(
        label=both("說明（選填，保密）", "Details (optional, confidential)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        """Add the steps by which another relative is described."""
        super().__init__(data)
        choices = [("", both("（沒有下一步）", "(no further step)"))]
        choices += [(step, both(words.zh, words.en)) for step, words in STEPS.items()]
        for place in range(1, LONGEST_PATH + 1):
            label = both(f"第{place}步", f"Step {place}")
            self.fields[f"step_{place}"] = forms.ChoiceField(label=label, required=False, choices=choices)

    def clean(self) -> None:
        """Another relative is described step by step."""
        if self.cleaned_data.get("whose") == OTHER and not self._path_holds():
            self.add_error("step_1", say(_HOW))

    def declared(self) -> operation.Interest:
        """What the member declares."""
        given = self.cleaned_data
        relation = RELATIONS[given["whose"]]
        path = self._steps() if given["whose"] == OTHER else [step.value for step in relation.path]
        cohabiting = relation.household or given["cohabiting"]
        return operation.Interest(
            interest=True, kinship=tuple(path), cohabiting=cohabiting, detail=given["detail"]
        )

    def _steps(self) -> list[str]:
        given = [self.cleaned_data.get(f"step_{place}", "") for place in range(1, LONGEST_PATH + 1)]
        return [step for step in given if step]

    def _path_holds(self) -> bool:
        """Whether the steps begin at the first and leave none out."""
        steps = self._steps()
        return bool(steps) and all(self.cleaned_data.get(f"step_{n}") for n in range(1, len(steps) + 1))


@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: HttpRequest, item_id: int) -> HttpResponse:
    """One question, and a second where there is an interest; then the page shows whether the member is recused."""
    by = acting(request)
    found = queries.find_item(by, item_id)
    allow_on(by, found.meeting.body, Action.DECLARE)
    ask, whose = AskForm(sent(request, ASK)), InterestForm(sent(request, WHOSE))
    answer = ask.cleaned_data["interest"] if ask.is_valid() else ""
    if answer in {NO, ASIDE}:
        told = operation.Interest(interest=False, unasked=answer == ASIDE)
        once(lambda: operation.declare(by, found.pk, told))
        return done(request, _DECLARED, "declare", found.pk)
    if attempt(whose, lambda: operation.declare(by, found.pk, whose.declared())) is not None:
        return done(request, _DECLARED, "declare", found.pk)
    second = answer == YES or whose.is_bound
    form = whose if second else ask
    context = {"form": form, "second": second, **_context(by, found)}
    return draw(request, "meetings/declare.jinja", context, form)


def _context(by: Acting, found: Item) -> dict[str, object]:
    """The item, what the reader declared last with the law's answer to it, and what is known of the reader."""
    made = word_of(found, by.person_id or 0)
    ordered = made is not None and made.ordered_by_id is not None
    return {
        "item": found,
        "title": title_of(found.meeting),
        "made": made,
        "ordered": ordered,
        "late": found.state == Item.State.VOTING,
        "relation": None if made is None or ordered or not made.interest else relation_of(made.kinship),
        "ground": None if made is None or not made.ground else GROUNDS[Declaration.Ground(made.ground)],
        "ruling": None if made is None or ordered else own_ruling(found, made),
        "for_another": None if made is None else _for_another(by, found, made),
        "known": [each.known.value for each in suggestions_for(by, found) if _about(by, found, each)],
        "gate": gate_of(operation.check, by, found),
    }


def _for_another(by: Acting, found: Item, made: Declaration) -> Ruling | None:
    """For a stand-in: whether the own ground counts, or the member's too."""
    seat = seat_of(by, found.meeting)
    return None if seat is None else stand_in_ruling(found, seat, own_ground=made.recused)


def _about(by: Acting, found: Item, known: Suggestion) -> bool:
    return sitting(found.meeting).get(known.seat.pk) == by.person_id
