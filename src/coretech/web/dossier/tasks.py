"""The parts of the dossier as a task list: the meter of its completeness."""

from django.urls import reverse

from coretech.apps.cases.meter import Meter, PartState, Progress
from coretech.apps.cases.models import Case
from coretech.kit.sentence import Sentence
from coretech.web.cases.words import part_name
from coretech.web.shell.parts import Task

_COLOURS = {
    Progress.MISSING: "grey",
    Progress.WARNED: "yellow",
    Progress.WRITTEN: "green",
    Progress.CLOSED: "red",
}


def tasks_of(case: Case, found: Meter) -> list[Task]:
    """Each part with its state, and what is still to be seen to."""
    return [_task(case, state) for state in found.parts]


def _task(case: Case, state: PartState) -> Task:
    href = reverse("case_part", args=[case.reference, state.name])
    closed = state.progress is Progress.CLOSED
    return Task(
        part_name(state.name),
        _status(state),
        None if closed else href,
        _COLOURS[state.progress],
        _hint(state),
    )


def _status(state: PartState) -> Sentence:
    if state.progress is Progress.CLOSED:
        return Sentence("未對您開放", "Closed to you")
    if state.part is None:
        return Sentence("未填寫", "Not written")
    version = state.part.version
    if state.progress is Progress.WARNED:
        return Sentence(f"第{version}版，待補充", f"Version {version}, to be filled out")
    return Sentence(f"第{version}版", f"Version {version}")


def _hint(state: PartState) -> Sentence | None:
    said = [
        *([Sentence("您有未交出的草稿", "You have a draft")] if state.drafted else []),
        *([_remarks(state.remarks)] if state.remarks else []),
        *state.warnings[:3],
    ]
    if not said:
        return None
    return Sentence(
        "；".join(each.zh.rstrip("。") for each in said), "; ".join(each.en.rstrip(".") for each in said)
    )


def _remarks(count: int) -> Sentence:
    return Sentence(f"{count}則審閱意見待回覆", f"{count} remark{'s' if count > 1 else ''} to answer")
