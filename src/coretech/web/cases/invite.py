"""Inviting the other agency that would be the technology's authority."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import invite_authority
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm, seen_form
from coretech.web.cases.step_page import StepPage


def _more(by: Acting, case: Case) -> dict[str, object]:
    return {"authority": case.authority.name_on(by.today)}


def _run(by: Acting, case: Case, form: SeenForm) -> Act:
    return invite_authority.invite_authority(by, case.reference, form.version_seen)


PAGE = StepPage(
    step=Step.WRITE_DOSSIER,
    template="cases/invite.jinja",
    make=seen_form,
    check=invite_authority.check,
    run=_run,
    afterwards=Sentence("已邀請該機關參與研議。", "The other authority has been invited."),
    more=_more,
)
