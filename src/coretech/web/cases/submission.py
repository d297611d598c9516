"""Submitting to the Office: the whole dossier and the law's answers, read once more before it goes."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import submit
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import open_dossier
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm, seen_form
from coretech.web.cases.questions import questions
from coretech.web.cases.step_page import StepPage
from coretech.web.dossier.reading import reading


def _more(by: Acting, case: Case) -> dict[str, object]:
    return {"dossier": reading(open_dossier(by, case)), "rulings": questions(submit.rulings(by, case))}


def _run(by: Acting, case: Case, form: SeenForm) -> Act:
    return submit.submit(by, case.reference, form.version_seen)


PAGE = StepPage(
    step=Step.SUBMIT,
    template="cases/submit.jinja",
    make=seen_form,
    check=submit.check,
    run=_run,
    afterwards=Sentence("已提報關鍵技術辦公室。", "The case has been submitted to the Office."),
    more=_more,
)
