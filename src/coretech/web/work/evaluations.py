"""What evaluations ask of the reader: a declaration, scores, an answer to a finding, a decision on an answer."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.controlling import controlled_plans
from coretech.apps.reports.evaluations.access import scored_in
from coretech.apps.reports.evaluations.following import Followed, owed_by, to_confirm
from coretech.apps.reports.evaluations.scoring import place_of
from coretech.apps.reports.evaluations.states import STANDING_NAMES, State
from coretech.apps.reports.models import Evaluation, Evaluator
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.evaluations.words import title_of
from coretech.web.shell.parts import Task

_TO_DO = Sentence("待辦", "To do")
_LATE = Sentence("逾期", "Late")
_DECLARE = Sentence("申報利益關係", "Declare your interests")
_SCORE = Sentence("評分", "Score")
_COMPILE = Sentence("評分期限已到：彙整評分", "Scores were due: compile them")
_ANSWER = Sentence("回應評估發現", "Answer a finding")
_CONFIRM = Sentence("決定評估發現是否解除列管", "Decide whether a finding is settled")


def evaluation_tasks(by: Acting) -> Iterator[Task]:
    """As an evaluator, as an officer of an agency that was asked, as a controller."""
    yield from _as_evaluator(by)
    for each in owed_by(by.standing.agencies) if by.standing.agencies else []:
        yield _finding(by, _ANSWER, each, late=each.is_late(by.today))
    if by.standing.controls:
        yield from (_finding(by, _CONFIRM, each, late=False) for each in to_confirm(by))
        yield from _to_compile(by)


def _as_evaluator(by: Acting) -> Iterator[Task]:
    if by.person_id is None:
        return
    rows = Evaluator.objects.filter(
        person_id=by.person_id, evaluation__state__in=[State.PREPARED.value, State.SCORING.value]
    )
    for each in rows.select_related("person", "evaluation__plan", "evaluation__version").order_by("pk"):
        place = place_of(each, scored_in(each.evaluation.version), by.today)
        if not place.declared:
            yield _task(by, _DECLARE, each.evaluation, "evaluation_interests")
        elif not place.is_done:
            yield _task(by, _SCORE, each.evaluation, "evaluation", place.open - place.scored)


def _to_compile(by: Acting) -> Iterator[Task]:
    plans = controlled_plans(by)
    due = Evaluation.objects.filter(plan__in=plans, state=State.SCORING.value, due_on__lt=by.today)
    for each in due.select_related("plan", "version"):
        yield _task(by, _COMPILE, each, "evaluation")


def _task(by: Acting, what: Sentence, evaluation: Evaluation, page: str, waiting: int = 0) -> Task:
    about, due, late = title_of(evaluation), said(evaluation.due_on), evaluation.due_on < by.today
    title = Sentence(f"{what.zh}：{about.zh}", f"{what.en}: {about.en}")
    left = (f"還有{waiting}項，", f"{waiting} to go, ") if waiting else ("", "")
    hint = Sentence(f"{left[0]}期限{due.zh}", f"{left[1]}due {due.en}")
    address = reverse(page, args=[evaluation.pk])
    return Task(title, _LATE if late else _TO_DO, address, "red" if late else "blue", hint)


def _finding(by: Acting, what: Sentence, found: Followed, *, late: bool) -> Task:
    finding = found.finding
    about, standing = title_of(finding.evaluation), STANDING_NAMES[found.standing]
    due = said(finding.due_on or by.today)
    title = Sentence(
        f"{what.zh}：{about.zh}第{finding.number}項", f"{what.en}: no. {finding.number} of the {about.en}"
    )
    hint = Sentence(f"{standing.zh}，期限{due.zh}", f"{standing.en}, due {due.en}")
    address = reverse("evaluation_finding", args=[finding.pk])
    return Task(title, _LATE if late else _TO_DO, address, "red" if late else "blue", hint)
