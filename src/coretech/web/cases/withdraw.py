"""Withdrawing a case before it reaches the council."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import withdraw
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.step_page import StepPage
from coretech.web.shell.words import both


class WithdrawForm(SeenForm):
    """Why."""

    why = forms.CharField(
        label=both("撤回理由", "Why it is withdrawn"),
        help_text=both(
            "理由隨案保存，僅得閱覽提報資料的人看得到。",
            "It stays with the case, for those the dossier opens to.",
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


def _make(_by: Acting, case: Case, data: Mapping[str, object] | None) -> WithdrawForm:
    return WithdrawForm(data, initial={"seen": case.lock})


def _run(by: Acting, case: Case, form: WithdrawForm) -> Act:
    return withdraw.withdraw(by, case.reference, form.words("why"), form.version_seen)


PAGE = StepPage(
    step=Step.WITHDRAW,
    template="cases/withdraw.jinja",
    make=_make,
    check=withdraw.check,
    run=_run,
    afterwards=Sentence("已撤回本案。", "The case has been withdrawn."),
)
