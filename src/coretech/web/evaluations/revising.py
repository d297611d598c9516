"""Putting a plan's next version in force: the controller judges what is in doubt, and names the document."""

from collections.abc import Iterator, Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import Carried
from coretech.apps.reports.operations import revise_plan
from coretech.apps.reports.operations.revise_plan import Approved
from coretech.apps.reports.revisions.pairing import Doubt, Old, Pair
from coretech.apps.reports.revisions.revising import Compared
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.rows import ElementRow
from coretech.web.acting import acting
from coretech.web.evaluations.changes import COUNTS, ROWS, counted, row_words
from coretech.web.evaluations.words import title_of
from coretech.web.plans.words import chinese, line_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, tr

_DONE = Sentence(
    "滾動修正已登錄；指標與連結隨沿用的項目延續。",
    "The revision is recorded; indicators and links go on with what was carried.",
)
_DOUBTS = {
    Doubt.RENUMBERED: Sentence("文字相近，編號不同", "Nearly the same words under another number"),
    Doubt.MOVED: Sentence(
        "編號與文字相近，但屬於另一項措施", "The same number and like words, under another measure"
    ),
    Doubt.REUSED: Sentence("編號相同，文字大不相同", "The same number, and quite other words"),
}


class RevisionForm(forms.Form):
    """A judgement for each doubt, and the approving document."""

    document_no = forms.CharField(
        label=both("核定公文字號", "The approving document's number"), max_length=revise_plan.LONGEST_NUMBER
    )
    approved_on = DayField(label=both("核定日期", "Approved on"))
    why = forms.CharField(
        label=both("修正理由", "Why the plan is revised"),
        max_length=revise_plan.LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Mapping[str, object] | None, *, found: Compared) -> None:
        """Ask about each doubt, with what is proposed chosen."""
        super().__init__(data)
        self.doubts = found.doubts
        for place, pair in enumerate(found.doubts):
            self.fields[f"same-{place}"] = forms.ChoiceField(
                label=both("這兩筆是同一項嗎？", "Are these two the same thing?"),
                choices=[
                    ("yes", both("是，同一項", "Yes, the same")),
                    (
                        "no",
                        both("不是；刪除舊的，新增新的", "No: the old one is dropped, the new one is new"),
                    ),
                ],
                initial="yes" if pair.same else "no",
                widget=forms.RadioSelect,
            )
        plan = found.after.plan
        evaluations = [(each.pk, say(title_of(each))) for each in plan.evaluations.all()]
        self.fields["evaluation"] = forms.ChoiceField(
            label=both("依據哪一次評估？", "Which evaluation does it follow?"),
            choices=[("", both("不依據評估", "None")), *evaluations],
            required=False,
        )

    def asked(self) -> Iterator[tuple[Pair, forms.BoundField]]:
        """Each doubt with its question."""
        for place, pair in enumerate(self.doubts):
            yield pair, self[f"same-{place}"]

    def judged(self) -> dict[str, bool]:
        """By the pair's name; for a valid form."""
        return {
            pair.name: self.cleaned_data[f"same-{place}"] == "yes" for place, pair in enumerate(self.doubts)
        }

    def approved(self) -> Approved:
        """The document; for a valid form."""
        told = self.cleaned_data
        evaluation = int(told["evaluation"]) if told["evaluation"] else None
        return Approved(told["document_no"], told["approved_on"], told["why"], evaluation)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_revision_new(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """For the plan's controller, once a newer version is imported."""
    by = acting(request)
    found = revise_plan.foresee(by, plan_slug)
    form = RevisionForm(sent(request), found=found)
    seen = request.POST.get("seen", "")
    if form.is_bound and seen != found.digest:
        raise wrong_state(
            "計畫在您判斷之後又有新版本；請重新檢視。",
            "The plan has a newer version since you judged; look again.",
        )
    if form.is_bound and attempt(
        form, lambda: revise_plan.revise_plan(by, plan_slug, form.judged(), form.approved(), seen)
    ):
        return done(request, _DONE, "plan_revision", plan_slug, found.after.version)
    context = {
        "found": found,
        "version": version_of(plan_slug),
        "form": form,
        "doubts": [(_doubt(found, pair), field) for pair, field in form.asked()],
        "count_columns": COUNTS,
        "counts": counted([(pair.kind, _fate(pair)) for pair in found.pairs if pair.doubt is None]),
    }
    return draw(request, "evaluations/revise.jinja", context, form)


def _fate(pair: Pair) -> Carried.Fate:
    if pair.old is None:
        return Carried.Fate.NEW
    if pair.new is None:
        return Carried.Fate.DROPPED
    return Carried.Fate.CHANGED if pair.fields else Carried.Fate.CARRIED


def _doubt(found: Compared, pair: Pair) -> dict[str, object]:
    alike = tr(f"文字相似度{_whole(pair.likeness)}", f"likeness of the words {_whole(pair.likeness)}")
    reason = say(_DOUBTS[pair.doubt]) if pair.doubt is not None else ""
    if not pair.same and pair.doubt is not Doubt.REUSED:
        alike += tr("；原屬的措施不再沿用", "; the measure it hung on is not carried")
    sides = [(found.before, pair.old), (found.after, pair.new)]
    return {
        "kind": say(ROWS[pair.kind]),
        "reason": f"{reason}{tr('，', '; ')}{alike}",
        "sides": [
            (tr(f"第{version.version}版", f"Version {version.version}"), _side(row))
            for version, row in sides
            if row is not None
        ],
    }


def _side(row: Old) -> object:
    number = row.code if isinstance(row, ElementRow) else row.key.partition("-")[2]
    return chinese(f"{number} {row_words(row)}（{line_of(row.line)}）")


def _whole(value: float) -> str:
    return f"{round(value * 100)} %"
