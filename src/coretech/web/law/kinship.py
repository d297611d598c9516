"""Who somebody is to a participant: a path of kinship, one step at a time, up to the question of recusal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.kinship import WORDS, Kinship, describe, kinship, turns_upward
from coretech.law.recusal.required import UNCLEAR_PATH
from coretech.law.terms import Forum, Matter, Step, Tie
from coretech.law.wording import named
from coretech.web.law.addresses import question_address
from coretech.web.law.facts_form import FactsForm
from coretech.web.law.question import find
from coretech.web.law.sequences import LONGEST_PATH
from coretech.web.law.words import YES
from coretech.web.meetings.relations import OTHER, RELATIONS, Relation

QUESTION = "recusal.required"
STEP, COHABITING = "step", "cohabiting"
USUAL: dict[str, object] = {"forum": Forum.COUNCIL.value, "matter": Matter.IDENTIFY.value}


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody on the way: in words, how near, and the address of the path up to here."""

    words: Sentence
    degree: Sentence
    address: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A relation that has a name of its own."""

    words: Sentence
    address: str


@require_safe
def law_kinship(request: HttpRequest) -> HttpResponse:
    """The path so far, the steps that can follow, and the form that asks about recusal. Public."""
    path = _path(request.GET.getlist(STEP))
    context = {
        "path": path,
        "stops": [stop_of(path[:length]) for length in range(len(path) + 1)],
        "back": path_address(path[:-1]) if path else None,
        "steps": [] if len(path) >= LONGEST_PATH else list(WORDS.items()),
        "longest": LONGEST_PATH,
        "unclear": UNCLEAR_PATH.text if turns_upward(path) else None,
        "shortcuts": [Shortcut(relation.words, relation_address(relation)) for relation in relations()],
        "form": FactsForm(find(QUESTION), initial=_initial(request)),
        "action": question_address(QUESTION),
    }
    return render(request, "law/kinship.jinja", context)


def _path(given: Sequence[str]) -> list[Step]:
    """The steps in the address.

    Raises:
        Refused: (HTTP 422) for a step there is not, or a path longer than any family.
    """
    known = {step.value for step in Step}
    if len(given) > LONGEST_PATH or not known.issuperset(given):
        names = ", ".join(step.value for step in Step)
        raise Refused(
            Sentence(
                f"親屬路徑最多{LONGEST_PATH}步，每步是下列之一：{names}。",
                f"A path has {LONGEST_PATH} steps at most, each one of: {names}.",
            ),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
            field=STEP,
        )
    return [Step(step) for step in given]


def _initial(request: HttpRequest) -> dict[str, object]:
    """What the form starts with: the usual meeting, and one household where the relation says so by its name."""
    together = request.GET.get(COHABITING) == YES
    return USUAL | ({COHABITING: YES} if together else {})


def path_address(path: Iterable[Step]) -> str:
    """This page at the end of a path."""
    query = urlencode({STEP: [step.value for step in path]}, doseq=True)
    page = reverse("law_kinship")
    return f"{page}?{query}" if query else page


def relation_address(relation: Relation) -> str:
    """This page at the end of a named relation."""
    address = path_address(relation.path)
    return f"{address}&{COHABITING}={YES}" if relation.household else address


def stop_of(path: Sequence[Step]) -> Stop:
    """Whoever stands at the end of a path."""
    return Stop(describe(path), degree_said(kinship(path)), path_address(path))


def degree_said(found: Kinship) -> Sentence:
    """How near the Civil Code counts somebody."""
    if found.tie is Tie.SELF:
        return Sentence("本人", "Oneself")
    if found.tie is Tie.SPOUSE:
        return Sentence("配偶，不計親等", "Spouse, in no degree")
    if found.tie is Tie.NONE:
        return Sentence("不是親屬", "No relative")
    kind = named(found.tie)
    return Sentence(f"{kind.zh}{found.degree}親等", f"Relative by {kind.en}, degree {found.degree}")


def relations() -> list[Relation]:
    """The relations that have a name of their own."""
    return [relation for name, relation in RELATIONS.items() if name != OTHER and relation.path]
