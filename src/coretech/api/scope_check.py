"""The self-check for programs: the same answer as the page's; nothing that is sent is kept."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router
from pydantic import JsonValue

from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import NO_NUL, Given, Shown, Words
from coretech.apps.scope.checking import BINDS_NOBODY, LONGEST, Asked, Checked, Hint, check
from coretech.apps.scope.checking_figures import Outcome
from coretech.apps.scope.unknown import cannot_be_told
from coretech.engines.scoping.marks import marks_in
from coretech.kit.refusal import bad_input

router = Router(auth=PUBLIC, tags=["scope"])

_MOST_FACTS = 40
Fact = Annotated[str, Field(max_length=60, pattern=r"^[a-z_0-9]+$")]


class SelfCheckGiven(Given):
    """A description, what kind of thing it is, and figures as `POST /controls/evaluate` takes its facts.

    A text that bears marks of secrecy is refused until `no_secrets` says that it holds none.
    """

    text: Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=NO_NUL)]
    kind: Annotated[str, Field(max_length=40, pattern=r"^[a-z_]*$")] = ""
    figures: Annotated[dict[Fact, JsonValue], Field(max_length=_MOST_FACTS)] = Field(default_factory=dict)
    foreign: bool = False
    no_secrets: bool = False


class SelfCheckTerm(Shown):
    """Words of the text that say what words of the item say."""

    text: str
    item: str


class SelfCheckHint(Shown):
    """Something the description may be; `figures` is what they say where the item has a measured limit."""

    key: str
    item: int | None
    name: Words
    score: float
    terms: list[SelfCheckTerm]
    figures: str | None


class SelfCheckControl(Shown):
    """What a control says of the figures; `missing` names what would decide it."""

    regime: str
    item: str
    outcome: str
    missing: list[str]
    citation: str
    reason: Words


class SelfCheckPrecedent(Shown):
    """A published answer to a question alike."""

    number: str
    item: int | None
    technology: Words
    answer: Words
    valid: bool


class SelfCheckShown(Shown):
    """What a description may fall under. It binds nobody."""

    notice: Words
    thin: bool
    kind: str
    items: list[SelfCheckHint]
    foreign: list[SelfCheckHint] | None
    controls: list[SelfCheckControl]
    unused_figures: list[str]
    cannot_tell: list[Words]
    precedents: list[SelfCheckPrecedent]


@router.post("/check", response=SelfCheckShown, summary="自我檢查 / Check for yourself")
def check_scope(request: HttpRequest, response: HttpResponse, given: SelfCheckGiven) -> SelfCheckShown:
    """What a description and its figures may fall under, with the reasons; nothing that is sent is kept."""
    response["Cache-Control"] = "no-store, private"
    marks = marks_in(given.text)
    if marks and not given.no_secrets:
        words = "」「".join(dict.fromkeys(mark.words for mark in marks))
        raise bad_input(
            "text",
            f"文字裡有保密字樣「{words}」，沒有檢查；確定沒有秘密時請加 no_secrets。",
            f"The text bears marks of secrecy (“{words}”) and was not checked; send no_secrets if it holds none.",
        )
    asked = Asked(given.text, given.kind, dict(given.figures), given.foreign)
    return _shown(check(asked, acting(request).today))


def _shown(checked: Checked) -> SelfCheckShown:
    measured = checked.measured
    return SelfCheckShown(
        notice=Words.of(BINDS_NOBODY),
        thin=checked.thin,
        kind=measured.kind,
        items=[_hint(each) for each in checked.hints],
        foreign=None if checked.foreign is None else [_hint(each) for each in checked.foreign],
        controls=[_control(each) for each in measured.outcomes],
        unused_figures=[
            *(each.field for each in measured.problems),
            *measured.unsettled,
            *(each.written for each in measured.unplaced),
        ],
        cannot_tell=[Words.of(each) for each in cannot_be_told(checked)],
        precedents=[
            SelfCheckPrecedent(
                number=each.number,
                item=each.item,
                technology=Words.of(each.technology),
                answer=Words.of(each.words),
                valid=each.valid,
            )
            for each in checked.precedents
        ],
    )


def _hint(each: Hint) -> SelfCheckHint:
    candidate = each.like.candidate
    return SelfCheckHint(
        key=candidate.key,
        item=candidate.number,
        name=Words.of(candidate.words),
        score=round(each.like.score, 3),
        terms=[SelfCheckTerm(text=mine, item=theirs) for mine, theirs in each.reasons.terms],
        figures=None if each.outcome is None else each.outcome.result.outcome.value,
    )


def _control(each: Outcome) -> SelfCheckControl:
    result = each.result
    return SelfCheckControl(
        regime=result.regime,
        item=result.item,
        outcome=result.outcome.value,
        missing=list(result.missing),
        citation=result.citation,
        reason=Words.of(result.reason),
    )
