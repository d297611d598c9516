"""Recording the review of a panel that met outside the system, beside the rules it meets by."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.panel_rules import rules_on
from coretech.apps.cases.facts import panel_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import review_by_panel
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.questions import questions
from coretech.web.cases.step_page import StepPage
from coretech.web.panels.words import rows_of
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_NUMBER = {"invalid": both("請填寫人數，例如 9。", "Write a number of people, such as 9.")}


def _people(label: tuple[str, str], hint: tuple[str, str] | None = None) -> forms.IntegerField:
    """A number of people; whether it can be is for the operation to say, which knows the panel."""
    return forms.IntegerField(
        label=both(*label),
        help_text="" if hint is None else both(*hint),
        required=hint is None,
        error_messages=_NUMBER,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class ReviewForm(SeenForm):
    """The panel's meeting on the case."""

    held_on = DayField(label=both("會議日期", "Day of the panel's meeting"))
    present = _people(("出席人數", "How many attended"))
    recused = _people(
        ("迴避人數", "How many of them were recused"), ("沒有人迴避時不必填。", "Leave blank for none.")
    )
    in_favour = _people(("贊成人數", "How many were in favour"))
    against = _people(
        ("反對人數", "How many were against"),
        (
            "不填時，其餘未棄權者均計為反對。",
            "Left blank, all the others who did not abstain count as against.",
        ),
    )
    abstain = _people(("棄權人數", "How many abstained"), ("沒有人棄權時不必填。", "Leave blank for none."))
    opinion = forms.CharField(
        label=both("審查意見", "The panel's opinion"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
    )
    conditions = forms.CharField(
        label=both("附帶條件（可不填）", "Conditions, if any"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=20000,
    )

    def review(self) -> review_by_panel.Review:
        """The review; for a valid form."""
        data = self.cleaned_data
        return review_by_panel.Review(
            held_on=data["held_on"],
            present=data["present"],
            recused=data["recused"] or 0,
            in_favour=data["in_favour"],
            against=data["against"],
            abstain=data["abstain"] or 0,
            opinion=data["opinion"],
            conditions=data["conditions"],
        )


def _make(_by: Acting, case: Case, data: Mapping[str, object] | None) -> ReviewForm:
    return ReviewForm(data, initial={"seen": case.lock})


def _more(by: Acting, case: Case) -> dict[str, object]:
    panel = panel_of(case)
    rulings = [] if panel is None else [review_by_panel.composition_ruling(panel, by.today)]
    rules = [] if panel is None else rows_of(rules_on(panel, by.today))
    return {"panel": panel, "rules": rules, "rulings": questions(rulings)}


def _run(by: Acting, case: Case, form: ReviewForm) -> Act:
    return review_by_panel.review_by_panel(by, case.reference, form.review(), form.version_seen)


PAGE = StepPage(
    step=Step.REVIEW_BY_PANEL,
    template="cases/panel.jinja",
    make=_make,
    check=review_by_panel.check,
    run=_run,
    afterwards=Sentence("已登錄系統外的專家審查結果。", "The review held outside the system is recorded."),
    more=_more,
)
