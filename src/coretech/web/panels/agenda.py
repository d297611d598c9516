"""Putting a case on the agenda of its agency's panel."""

from collections.abc import Mapping

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.facts import panel_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.review_by_panel import composition_ruling
from coretech.apps.cases.states import Step
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import put_on_panel_agenda
from coretech.apps.meetings.queries import called_meetings
from coretech.kit.sentence import Sentence
from coretech.web.cases.agenda import AgendaForm
from coretech.web.cases.questions import questions
from coretech.web.cases.step_page import StepPage


def _called(by: Acting, case: Case) -> QuerySet[Meeting]:
    """The panel's meetings that have been called and not begun."""
    return called_meetings(by).filter(body=panel_of(case))


def _make(by: Acting, case: Case, data: Mapping[str, object] | None) -> AgendaForm:
    return AgendaForm(data, case, _called(by, case))


def _more(by: Acting, case: Case) -> dict[str, object]:
    panel = panel_of(case)
    rulings = [] if panel is None else [composition_ruling(panel, by.today)]
    return {"panel": panel, "offered": _called(by, case).exists(), "rulings": questions(rulings)}


def _run(by: Acting, case: Case, form: AgendaForm) -> Act:
    return put_on_panel_agenda.put_on_panel_agenda(by, case.reference, form.meeting_id(), form.version_seen)


PAGE = StepPage(
    step=Step.REVIEW_BY_PANEL,
    template="panels/agenda.jinja",
    make=_make,
    check=put_on_panel_agenda.check,
    run=_run,
    afterwards=Sentence(
        "已排入專家審查會議程。接著請於議案頁填寫供表決的審查意見。",
        "The case is on the panel's agenda. Next, write the opinion it will vote on, on the item's page.",
    ),
    more=_more,
)
