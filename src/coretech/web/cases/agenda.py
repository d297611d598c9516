"""Putting a checked case on the agenda of a meeting that has been called."""

import re
from collections.abc import Iterable, Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import Step
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import put_on_agenda
from coretech.apps.meetings.queries import called_meetings
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import Chosen, SeenForm
from coretech.web.cases.step_page import StepPage
from coretech.web.meetings.words import title_of
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.words import both, say

_NUMBER = re.compile(r"[0-9]{1,9}")


class AgendaForm(SeenForm):
    """Which of the meetings that have been called."""

    def __init__(self, data: Mapping[str, object] | None, case: Case, meetings: Iterable[Meeting]) -> None:
        """Offer the meetings."""
        super().__init__(data, initial={"seen": case.lock})
        self.fields["meeting"] = Chosen(
            label=both("會議", "Meeting"),
            choices=[(str(meeting.pk), _name(meeting)) for meeting in meetings],
            widget=forms.RadioSelect,
        )

    def meeting_id(self) -> int:
        """The meeting's number, 0 for what cannot be one; for a valid form."""
        chosen = self.words("meeting")
        return int(chosen) if _NUMBER.fullmatch(chosen) else 0


def _make(by: Acting, case: Case, data: Mapping[str, object] | None) -> AgendaForm:
    return AgendaForm(data, case, called_meetings(by))


def _name(meeting: Meeting) -> str:
    return f"{say(title_of(meeting))}　{words_of_date(meeting.held_on)}"


def _more(by: Acting, _case: Case) -> dict[str, object]:
    return {"offered": called_meetings(by).exists()}


def _run(by: Acting, case: Case, form: AgendaForm) -> Act:
    return put_on_agenda.put_on_agenda(by, case.reference, form.meeting_id(), form.version_seen)


PAGE = StepPage(
    step=Step.PUT_ON_AGENDA,
    template="cases/agenda.jinja",
    make=_make,
    check=put_on_agenda.check,
    run=_run,
    afterwards=Sentence("已排入議程。", "The case is on the agenda."),
    more=_more,
)
