"""Naming the technologies a case affects: what would be on the list, and what goes into a merger."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.affected import sources_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import name_affected
from coretech.apps.cases.states import Step
from coretech.apps.inventory.models import Candidate
from coretech.apps.register.queries import in_force
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import ChosenMany
from coretech.web.cases.results_form import ResultsForm
from coretech.web.cases.step_page import StepPage
from coretech.web.shell.words import both, say


class TechnologiesForm(ResultsForm):
    """The results; for a merger also which other items of the list go into it."""

    def __init__(self, by: Acting, case: Case, data: Mapping[str, object] | None) -> None:
        """Offer the list in force to a merger."""
        super().__init__(by, case, data)
        if case.aspect == Candidate.Aspect.MERGE:
            kept = {row.technology_id for row in sources_of(case)}
            offered = [each for each in in_force(by.today) if each.item.technology_id != case.technology_id]
            self.initial["sources"] = [str(pk) for pk in kept]
            self.fields["sources"] = ChosenMany(
                label=both("與清單哪些項目合併？", "Which other items of the list are merged with it?"),
                choices=[
                    (str(each.item.technology_id), f"{each.item.number}. {say(each.name)}")
                    for each in offered
                ],
                widget=forms.CheckboxSelectMultiple,
            )

    def sources(self) -> tuple[int, ...]:
        """The other technologies of a merger, by id; for a valid form."""
        chosen = self.cleaned_data.get("sources", [])
        return tuple(int(each) for each in chosen if str(each).isdecimal())


def _run(by: Acting, case: Case, form: TechnologiesForm) -> Act:
    return name_affected.name_affected(
        by, case.reference, form.results(), form.sources(), seen=form.version_seen
    )


def _more(_by: Acting, case: Case) -> dict[str, object]:
    return {"sources": sources_of(case)}


PAGE = StepPage(
    step=Step.NAME_AFFECTED,
    template="cases/technologies.jinja",
    make=TechnologiesForm,
    check=name_affected.check,
    run=_run,
    afterwards=Sentence("已指明涉及的項目。", "The technologies affected are named."),
    more=_more,
)
