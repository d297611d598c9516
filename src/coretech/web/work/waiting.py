"""What cases and comments ask of the reader: the next steps one can take now."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import running_cases, unanswered_comments
from coretech.apps.cases.states import ARROWS, Step
from coretech.apps.register.progress import Progress, next_step
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.permissions import PERMISSIONS, Bound
from coretech.web.cases.steps import address_of
from coretech.web.cases.words import state_tag
from coretech.web.meetings.own import VOTE_NOW
from coretech.web.shell.parts import Task

_ANSWER = Sentence("逐則登錄處理結果後，始得公告。", "The announcement waits until each has its disposition.")


def case_tasks(by: Acting) -> Iterator[Task]:
    """The cases whose next step this reader can take now."""
    for case in running_cases(by):
        step = next_step(by, case)
        if step is not None and step.refusal is None and _ones_own(by, case, step):
            yield _task(case, step)


def comment_tasks(by: Acting) -> Iterator[Task]:
    """The comments that wait for an answer, where answering is the reader's step."""
    try:
        waiting = unanswered_comments(by).count()
    except Refused:
        return
    if waiting:
        title = Sentence(f"回覆{waiting}則公眾意見", f"Answer comments from the public: {waiting}")
        status = Sentence("待回覆", "To answer")
        yield Task(title, status, reverse("comments"), "blue", _ANSWER)


def urgent_first(tasks: Iterable[Task]) -> list[Task]:
    """Votes first, the rest in the order they came."""
    return sorted(tasks, key=lambda task: task.status != VOTE_NOW.words)


def _ones_own(by: Acting, case: Case, step: Progress) -> bool:
    """Whether the step is this reader's work: the Office could write any dossier, but an agency's is the agency's."""
    bound = PERMISSIONS[ARROWS[step.step].action].bound is Bound.AGENCY
    agency = not bound or case.by_office or bool(case.agencies & by.standing.agencies)
    return agency and step.step is not Step.APPROVE


def _task(case: Case, step: Progress) -> Task:
    state = state_tag(case)
    title = Sentence(f"{step.name.zh}：{case.name.zh}", f"{step.name.en}: {case.name.en}")
    hint = Sentence(f"案件{case.reference}", f"Case {case.reference}")
    return Task(title, state.words, address_of(case, step.step), state.colour, hint)
