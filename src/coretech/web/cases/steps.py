"""A step of a case as a page draws it: by which article, who takes it, where its page is, why it is closed."""

from dataclasses import dataclass

from django.urls import reverse

from coretech.apps.cases.models import Case
from coretech.apps.cases.states import ARROWS, Step
from coretech.apps.register.progress import Progress, Stage, holders_of
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article
from coretech.web.shell.parts import Tag

_PAGES = {
    Step.WRITE_DOSSIER: "case_dossier",
    Step.REVIEW_BY_PANEL: "case_panel",
    Step.SUBMIT: "case_submit",
    Step.PASS_CHECK: "case_check",
    Step.PUT_ON_AGENDA: "case_agenda",
}
_JOINT_PAGES = {Step.PRE_ANNOUNCE: "case_pre_announce", Step.ANNOUNCE: "case_announce"}
_STAGES = {
    Stage.DONE: Tag(Sentence("已完成", "Done"), "green"),
    Stage.NEXT: Tag(Sentence("現在", "Now"), "blue"),
    Stage.AHEAD: Tag(Sentence("尚未", "Later"), "grey"),
}


@dataclass(frozen=True, slots=True)
class Law:
    """What the law asks of a step: its articles, none where only practice asks, and whose step it is."""

    articles: tuple[Article, ...]
    holders: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step for one reader; ``href`` is None where no page of its own takes it."""

    name: Sentence
    law: Law
    stage: Stage
    tag: Tag
    href: str | None
    refusal: Refused | None
    at_the_panel: bool = False


def law_of(step: Step) -> Law:
    """The articles and the roles of a step."""
    return Law(tuple(Article(number) for number in ARROWS[step].articles), holders_of(step))


def step_view(case: Case, progress: Progress) -> StepView:
    """A step of the case's progress, with its page."""
    return StepView(
        name=progress.name,
        law=law_of(progress.step),
        stage=progress.stage,
        tag=_STAGES[progress.stage],
        href=address_of(case, progress.step),
        refusal=progress.refusal,
        at_the_panel=progress.step is Step.REVIEW_BY_PANEL,
    )


def address_of(case: Case, step: Step) -> str | None:
    """Where a step is taken: at the case, or together with other cases; the council decides in its meeting."""
    if step is Step.REPORT_TO_LEGISLATURE:
        edition = case.versions.values_list("announcement__edition", flat=True).first()
        return None if edition is None else reverse("announcement_report", args=[edition])
    if step in _PAGES:
        return reverse(_PAGES[step], args=[case.reference])
    return f"{reverse(_JOINT_PAGES[step])}?case={case.reference}" if step in _JOINT_PAGES else None
