"""Entering what the council changed in a proposal before it votes."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.affected import outdated_sources
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import amend_case
from coretech.apps.cases.states import Step
from coretech.apps.inventory.models import Candidate
from coretech.kit.sentence import Sentence
from coretech.web.cases.results_form import ResultsForm
from coretech.web.cases.step_page import StepPage
from coretech.web.shell.words import both


class AmendmentForm(ResultsForm):
    """The proposal as the council wants it, and why; a removal has no results to amend."""

    def __init__(self, by: Acting, case: Case, data: Mapping[str, object] | None) -> None:
        """Start from the proposal."""
        super().__init__(by, case, data)
        if case.aspect == Candidate.Aspect.REMOVAL:
            self.leave_out_results()
        self.fields["why"] = forms.CharField(
            label=both("修正理由", "Why it is amended"),
            help_text=both("隨議案記入會議紀錄。", "It goes into the record of the item."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=2000,
        )


def _run(by: Acting, case: Case, form: AmendmentForm) -> Act:
    return amend_case.amend_case(
        by, case.reference, form.results(), form.words("why"), seen=form.version_seen
    )


def _more(_by: Acting, case: Case) -> dict[str, object]:
    return {"outdated": outdated_sources(case)}


PAGE = StepPage(
    step=Step.AMEND,
    template="cases/amend.jinja",
    make=AmendmentForm,
    check=amend_case.check,
    run=_run,
    afterwards=Sentence(
        "已登錄修正；原提案仍可查閱。", "The amendment is entered; what was proposed stays readable."
    ),
    more=_more,
)
