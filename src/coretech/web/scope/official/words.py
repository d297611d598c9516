"""How official questions are named on pages."""

import datetime as dt
from collections.abc import Mapping

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.apps.scope.digests import VERDICT_NAMES
from coretech.apps.scope.models import AnswerDigest, Question, Verdict
from coretech.apps.scope.queries import is_late
from coretech.apps.scope.standing import STANDING_NAMES, Standing
from coretech.apps.scope.states import STATE_NAMES, State
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import say, tr

ASKERS = {
    Question.Asker.COMPANY: Sentence("公司", "A company"),
    Question.Asker.INSTITUTE: Sentence("大學或研究機構", "A university or research institute"),
    Question.Asker.AGENCY: Sentence("政府機關", "A government agency"),
    Question.Asker.PERSON: Sentence("個人", "A person"),
}
_STATE_COLOURS = {
    State.RECEIVED: "blue",
    State.IN_HAND: "yellow",
    State.ASKED_BACK: "purple",
    State.ANSWERED: "green",
    State.WITHDRAWN: "grey",
}
_VERDICT_COLOURS = {
    Verdict.IN_SCOPE: "red",
    Verdict.OUT: "green",
    Verdict.PARTLY: "orange",
    Verdict.CANNOT_TELL: "grey",
}
_STANDING_COLOURS = {
    Standing.HOLDS: "green",
    Standing.EXPIRED: "grey",
    Standing.LOOK_AGAIN: "orange",
    Standing.REPLACED: "grey",
}
DIGEST_STATES = {
    AnswerDigest.State.PUT: Tag(Sentence("徵詢詢問人意見中", "Put to the asker"), "blue"),
    AnswerDigest.State.AGREED: Tag(Sentence("詢問人同意公開", "The asker agrees"), "green"),
    AnswerDigest.State.OBJECTED: Tag(Sentence("詢問人反對公開", "The asker objects"), "red"),
    AnswerDigest.State.PUBLISHED: Tag(Sentence("已公開", "Published"), "green"),
}
_LATE = Tag(Sentence("逾服務目標", "Past its target"), "red")


def tags_of(question: Question, day: dt.date) -> list[Tag]:
    """Where a question stands, and whether its target has passed."""
    state = State(question.state)
    late = [_LATE] if is_late(question, day) else []
    return [Tag(STATE_NAMES[state], _STATE_COLOURS[state]), *late]


def verdict_tag(verdict: str) -> Tag:
    """An answer in words."""
    return Tag(VERDICT_NAMES[Verdict(verdict)], _VERDICT_COLOURS[Verdict(verdict)])


def standing_tag(standing: Standing) -> Tag:
    """How an answer stands."""
    return Tag(STANDING_NAMES[standing], _STANDING_COLOURS[standing])


def listed_names(day: dt.date) -> dict[int, str]:
    """The items of a day's list as a form offers them, by number."""
    return {version.item.number: item_name(version) for version in in_force(day)}


def item_name(version: ItemVersion) -> str:
    """An item by its number and name."""
    return f"{version.item.number}. {say(version.name)}"


def named(number: int, names: Mapping[int, str]) -> str:
    """An item that may have left the list since."""
    return names.get(number) or tr(f"第{number}項（已不在清單上）", f"Item {number} (no longer on the list)")
