"""The Office's check: the dossier and the law's answers, then passed on or returned."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.checklist import checklist
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import check_submission, submit
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import open_dossier
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.questions import questions
from coretech.web.cases.step_page import StepPage
from coretech.web.dossier.page import meter_of
from coretech.web.dossier.reading import reading
from coretech.web.shell.words import both

_PASS, _RETURN = "pass", "return"


class CheckForm(SeenForm):
    """Passed on or returned, and why."""

    finding = forms.ChoiceField(
        label=both("查核結果", "What the check found"),
        choices=[
            (_PASS, both("資料齊備，查核完成", "It is in order: pass it on")),
            (_RETURN, both("退回機關補正", "Return it for completion")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=both("查核意見", "Note"),
        help_text=both("退回時請寫明要補正什麼。", "When you return it, say what is to be completed."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )


def _make(_by: Acting, case: Case, data: Mapping[str, object] | None) -> CheckForm:
    return CheckForm(data, initial={"seen": case.lock})


def _may_return(by: Acting, case: Case) -> None:
    """The page is open where a return is; passing on may be closed beside it."""
    check_submission.check(by, case, passed=False)


def _more(by: Acting, case: Case) -> dict[str, object]:
    dossier = open_dossier(by, case)
    at_hand = refusal_of(_may_return, by, case) is None
    return {
        "checklist": checklist(by, case, meter_of(by, case, dossier)) if at_hand else (),
        "dossier": reading(dossier),
        "rulings": questions(submit.rulings(by, case)),
        "passing": refusal_of(check_submission.check, by, case, passed=True),
    }


def _run(by: Acting, case: Case, form: CheckForm) -> Act:
    return check_submission.check_submission(
        by,
        case.reference,
        passed=form.words("finding") == _PASS,
        note=form.words("note"),
        seen=form.version_seen,
    )


PAGE = StepPage(
    step=Step.PASS_CHECK,
    template="cases/check.jinja",
    make=_make,
    check=_may_return,
    run=_run,
    afterwards=Sentence("已登錄查核結果。", "The check has been recorded."),
    more=_more,
)
