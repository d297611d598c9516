"""A case as a command tells it: on one line, and in full with what the law asks next."""

from collections.abc import Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.queries import acts_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import STATE_NAMES
from coretech.apps.register.progress import Progress, Stage, progress_of
from coretech.cli.installation.told import Told, act_data, act_line, moment, table
from coretech.kit.sentence import Sentence
from coretech.law.citation import all_cited, in_a_row

_MARKS = {Stage.DONE: "✓", Stage.NEXT: "→", Stage.AHEAD: "·"}


def case_data(case: Case) -> dict[str, object]:
    """What anybody who knows of the case may know."""
    return {
        "reference": case.reference,
        "name": case.name.as_dict(),
        "kind": case.kind,
        "state": case.state,
        "submitter": case.submitter.code,
        "authority": case.authority.code,
        "sector": case.sector.name.as_dict(),
        "opened_at": moment(case.opened_at),
        "seen": case.lock,
    }


def case_row(case: Case, language: str) -> tuple[str, str, str, str]:
    """The case on one line: number, state, who submits it, name."""
    state = STATE_NAMES[case.stands_at].say(language)
    return case.reference, state, case.submitter.code, case.name.say(language)


def case_told(by: Acting, case: Case) -> Told:
    """The case with every step of its way and the acts on it."""
    steps, acts = progress_of(by, case), list(acts_of(case.subject))
    data = {
        **case_data(case),
        "progress": [_step_data(step) for step in steps],
        "acts": [act_data(act) for act in acts],
    }

    def lines(language: str) -> Iterable[str]:
        yield "  ".join(case_row(case, language))
        yield Sentence(f"版次 {case.lock}", f"version {case.lock}").say(language)
        yield ""
        for step in steps:
            yield from _step_lines(step, language)
        yield ""
        yield from table([act_line(act)[:3] for act in acts])

    return Told(data, lines)


def _step_data(step: Progress) -> dict[str, object]:
    refusal = step.refusal
    return {
        "step": step.step.value,
        "name": step.name.as_dict(),
        "stage": step.stage.value,
        "articles": list(step.articles),
        "holders": [holder.as_dict() for holder in step.holders],
        "refusal": None if refusal is None else refusal.sentence.as_dict(),
        "ruling": None if refusal is None or refusal.ruling is None else refusal.ruling.as_dict(),
    }


def _step_lines(step: Progress, language: str) -> Iterable[str]:
    articles = all_cited(step.articles).say(language) if step.articles else "－"
    holders = in_a_row(step.holders).say(language)
    yield f"{_MARKS[step.stage]} {step.name.say(language)}  [{articles}]  {holders}"
    if step.stage is Stage.NEXT and step.refusal is not None:
        yield f"    {step.refusal.sentence.say(language)}"
