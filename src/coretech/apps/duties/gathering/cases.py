"""The step each case waits for, until it is approved (arts. 4, 7, 8); by its number, never by its name."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.cases.facts import completeness_facts, newest_parts
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import running_cases
from coretech.apps.cases.states import State
from coretech.apps.duties.deadline import OFFICE, Deadline, agency_owner
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.models import Item, Meeting
from coretech.kit.sentence import Sentence
from coretech.law.dossier import completeness


@dataclass(frozen=True, slots=True)
class Wait:
    """What a case in a state waits for, on which page, and whether that is the Office's step."""

    what: What
    page: str
    of_office: bool = False


_DRAFT = Wait(What.DOSSIER, "dossier/")
_PANEL = Wait(What.PANEL_REVIEW, "panel-review/")
_AGENDA = Wait(What.AGENDA, "agenda/", of_office=True)
WAITS: Mapping[State, Wait] = {
    State.DRAFT: _DRAFT,
    State.RETURNED: Wait(What.COMPLETION, "dossier/"),
    State.REVIEWED: Wait(What.SUBMISSION, "submission/"),
    State.SUBMITTED: Wait(What.CHECK, "check/", of_office=True),
    State.CHECKED: _AGENDA,
    State.DEFERRED: _AGENDA,
    State.APPROVED: Wait(What.PRE_ANNOUNCEMENT, "", of_office=True),
}


def case_steps(by: Acting) -> Iterator[Deadline]:
    """The running cases the reader may know of; on a meeting's agenda a case waits for the meeting."""
    days = _panel_days()
    for case in running_cases(by):
        wait = _wait(case, by.today)
        if wait is not None:
            yield Deadline(
                what=wait.what,
                owner=OFFICE if wait.of_office or case.by_office else agency_owner(case.submitter, by.today),
                about=about(case),
                subject=case.subject,
                path=_path(case, wait),
                due_on=days.get(case.pk) if wait is _PANEL else None,
            )


def about(case: Case) -> Sentence:
    """A case as a calendar may name it."""
    return Sentence(f"案件{case.reference}", f"case {case.reference}")


def _wait(case: Case, day: dt.date) -> Wait | None:
    wait = WAITS.get(case.stands_at)
    if wait is _DRAFT and not case.by_office and _is_complete(case, day):
        return _PANEL
    return wait


def _is_complete(case: Case, day: dt.date) -> bool:
    return completeness.rule(completeness_facts(newest_parts(case)), day).is_yes


def _path(case: Case, wait: Wait) -> str:
    if wait.what is What.PRE_ANNOUNCEMENT:
        return f"/cases/pre-announcement/?case={case.reference}"
    return f"/cases/{case.reference}/{wait.page}"


def _panel_days() -> Mapping[int, dt.date]:
    """On which day the panel has a case before it, where a meeting of it is called."""
    called = Item.objects.filter(
        case__isnull=False, meeting__body__kind=Body.Kind.PANEL, meeting__state=Meeting.State.CALLED
    )
    return dict(called.order_by("-meeting__held_on").values_list("case_id", "meeting__held_on"))
