"""Recording the panel's review, beside what the law says of the panel."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.facts import panel_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import review_by_panel
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.questions import questions
from coretech.web.cases.step_page import StepPage
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_NUMBER = {"invalid": both("請填寫人數，例如 9。", "Write a number of people, such as 9.")}


def _people(label: tuple[str, str]) -> forms.IntegerField:
    """A number of people; whether it can be is for the operation to say, which knows the panel."""
    return forms.IntegerField(
        label=both(*label), error_messages=_NUMBER, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )


class ReviewForm(SeenForm):
    """The panel's meeting on the case."""

    held_on = DayField(label=both("會議日期", "Day of the panel's meeting"))
    present = _people(("出席人數", "How many attended"))
    in_favour = _people(("贊成人數", "How many were in favour"))
    opinion = forms.CharField(
        label=both("審查意見", "The panel's opinion"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
    )

    def review(self) -> review_by_panel.Review:
        """The review; for a valid form."""
        data = self.cleaned_data
        return review_by_panel.Review(data["held_on"], data["present"], data["in_favour"], data["opinion"])


def _make(_by: Acting, case: Case, data: Mapping[str, object] | None) -> ReviewForm:
    return ReviewForm(data, initial={"seen": case.lock})


def _more(by: Acting, case: Case) -> dict[str, object]:
    panel = panel_of(case)
    rulings = [] if panel is None else [review_by_panel.composition_ruling(panel, by.today)]
    return {"panel": panel, "rulings": questions(rulings)}


def _run(by: Acting, case: Case, form: ReviewForm) -> Act:
    return review_by_panel.review_by_panel(by, case.reference, form.review(), form.version_seen)


PAGE = StepPage(
    step=Step.REVIEW_BY_PANEL,
    template="cases/panel.jinja",
    make=_make,
    check=review_by_panel.check,
    run=_run,
    afterwards=Sentence("已登錄專家審查結果。", "The panel's review has been recorded."),
    more=_more,
)
