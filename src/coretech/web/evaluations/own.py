"""What one evaluator sees of an evaluation: the own declaration, and what is to be scored, is scored, is closed."""

from dataclasses import dataclass

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import Element
from coretech.apps.reports.evaluations.access import evaluator_of, scored_in
from coretech.apps.reports.evaluations.compiling import top_of
from coretech.apps.reports.evaluations.scoring import closed_to, declaration_of, own_scores
from coretech.apps.reports.evaluations.states import State
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.revisions.elements import tree_of
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Task

_SCORED = Sentence("已評", "Scored")
_OPEN = Sentence("待評", "To score")
_CLOSED = Sentence("迴避", "Closed")


@dataclass(frozen=True, slots=True)
class Own:
    """An evaluator's own side: whether a declaration stands, and the elements by chapter as tasks."""

    declared: bool
    scored: int
    open: int
    chapters: tuple[tuple[str, tuple[Task, ...]], ...]


def own_of(by: Acting, evaluation: Evaluation) -> Own | None:
    """The reader's own side; None for whoever does not evaluate, and once the scores are compiled."""
    evaluator = evaluator_of(by, evaluation)
    if evaluator is None or State(evaluation.state) not in {State.PREPARED, State.SCORING}:
        return None
    if declaration_of(evaluator) is None:
        return Own(declared=False, scored=0, open=0, chapters=())
    closed = closed_to(evaluator, evaluation.version, by.today)
    scored = {each.element_key for each in own_scores(evaluator)}
    tree, chapters = tree_of(evaluation.version), dict[str, list[Task]]()
    elements = scored_in(evaluation.version)
    for each in elements:
        top = top_of(each, tree)
        chapter = f"{top.code} {top.title}".strip() or top.key
        task = _task(evaluation, each, closed.get(each.key), each.key in scored)
        chapters.setdefault(chapter, []).append(task)
    open_ = [each.key for each in elements if each.key not in closed]
    return Own(
        declared=True,
        scored=len(scored & set(open_)),
        open=len(open_),
        chapters=tuple((name, tuple(tasks)) for name, tasks in chapters.items()),
    )


def _task(evaluation: Evaluation, element: Element, closed: Sentence | None, scored: bool) -> Task:  # noqa: FBT001 - read once, just above
    name = f"{element.code} {element.title}".strip() or element.key
    title = Sentence(name, name)
    if closed is not None:
        return Task(title, _CLOSED, None, "grey", closed)
    page = reverse("evaluation_score", args=[evaluation.pk, element.key])
    return Task(title, _SCORED if scored else _OPEN, page, "green" if scored else "blue")
