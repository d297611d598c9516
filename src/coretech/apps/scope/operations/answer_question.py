"""Answering a question: of every technology in scope, out, partly, or cannot tell, with reasons."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import edition_on, in_force
from coretech.apps.scope.keeping import place_of_answer, sealed
from coretech.apps.scope.letters import tell_asker
from coretech.apps.scope.models import Answer, AskedTechnology, Question, Verdict
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import (
    check_reading_officer,
    check_step,
    lock_question,
    require_text,
    take_step,
)
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

_NEEDS_ITEM = frozenset({Verdict.IN_SCOPE.value, Verdict.PARTLY.value})


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer about the technology in one place; ``item`` is the number of the item it was held against."""

    place: int
    verdict: str
    reasons: str
    item: int | None = None
    valid_until: dt.date | None = None


def check(by: Acting, question: Question) -> None:
    """Whether this person may answer now: an officer of the authority, to whom what is sealed opens."""
    check_step(by, question, Step.ANSWER)
    check_reading_officer(by, question)


@operation
def answer_question(by: Acting, number: str, answers: Sequence[Answered], seen: int | None = None) -> Act:
    """Answer about every technology; once answered, any of them may be answered anew and the newest counts."""
    question = lock_question(by, number, seen)
    check(by, question)
    technologies = {each.place: each for each in question.technologies.all()}
    _refuse_bad(by, question, technologies, answers)
    step = take_step(by, question, Step.ANSWER)
    listed = {version.item.number: version for version in in_force(by.today)}
    rows = [_written(by, technologies[each.place], each, listed.get(each.item or 0)) for each in answers]
    act = record(
        by,
        "question.answered",
        question.subject,
        public={"verdicts": {str(each.place): each.verdict for each in answers}},
        rows=[step, *rows],
    )
    told = Sentence(
        f"您的詢問{number}已有答覆，請開啟下列網址查看",
        f"Your question {number} has been answered; open the address below to read it",
    )
    tell_asker(act, question, told)
    return act


def _written(
    by: Acting, technology: AskedTechnology, answered: Answered, version: ItemVersion | None
) -> Answer:
    return Answer.objects.create(
        technology=technology,
        verdict=answered.verdict,
        item=None if version is None else version.item,
        version=version,
        edition=edition_on(by.today),
        sealed=sealed(technology.question, answered.reasons.strip(), *place_of_answer(technology.pk)),
        valid_until=answered.valid_until,
        answered_at=by.at,
    )


def _refuse_bad(
    by: Acting, question: Question, technologies: dict[int, AskedTechnology], answers: Sequence[Answered]
) -> None:
    places = [each.place for each in answers]
    owed = set() if question.state == Question.State.ANSWERED else set(technologies)
    if not places or len(set(places)) < len(places) or not owed <= set(places) <= set(technologies):
        raise bad_input(
            "answers",
            f"請就每一項技術各答覆一次（共{len(technologies)}項）。",
            f"Answer once about each technology; there are {len(technologies)}.",
        )
    listed = {version.item.number for version in in_force(by.today)}
    for each in answers:
        _refuse_one(by, each, listed)


def _refuse_one(by: Acting, answered: Answered, listed: set[int]) -> None:
    if answered.verdict not in Verdict.values:
        raise bad_input("verdict", "請選擇答覆。", "Choose an answer.")
    if answered.item is None and answered.verdict in _NEEDS_ITEM:
        raise bad_input(
            "item",
            "屬或部分屬項目範疇時，請指明是哪一項。",
            "Name the item that it falls under, wholly or partly.",
        )
    if answered.item is not None and answered.item not in listed:
        raise bad_input(
            "item", f"第{answered.item}項不在現行清單上。", f"Item {answered.item} is not on the list today."
        )
    if answered.valid_until is not None and answered.valid_until <= by.today:
        raise bad_input("valid_until", "有效期限應在今日之後。", "It must be valid beyond today.")
    require_text("reasons", answered.reasons)
