"""Importing a plan: what was read of it and what it would change is shown first; only a confirmation writes."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.importing import GivenPlan
from coretech.apps.plans.models import Plan
from coretech.apps.plans.operations import import_plan
from coretech.apps.plans.queries import newest_versions
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.plans.reading import Kind
from coretech.web.acting import acting, once
from coretech.web.documents.kept import brought_back, uploaded
from coretech.web.plans.import_check import shown
from coretech.web.plans.words import KINDS
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say, tr

LARGEST = 8 * 1024 * 1024
LONGEST = 1_500_000
"""Characters a page reads: ten of the longest plans we know, in a few seconds."""

_FILE = "file"
_TAKEN = Sentence("計畫已匯入為新版本。", "The plan is imported as its newest version.")


class PlanFileForm(forms.Form):
    """The file, and what may be told of it."""

    file = forms.FileField(
        label=both("計畫檔案", "The plan's file"),
        help_text=both(
            f"文字檔、Markdown、ODT、DOCX、PDF，或本系統匯出的JSON；最大{LARGEST >> 20} MB。"
            "PDF的表格不如文字檔完整，有文字檔時請用文字檔。",
            f"Text, Markdown, ODT, DOCX, PDF, or JSON exported here; at most {LARGEST >> 20} MB. "
            "A PDF's tables are less whole than a text file's: prefer text where there is some.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(
        label=both("計畫種類", "The kind of plan"),
        help_text=both("通常不必選。", "Usually there is no need to choose."),
        choices=lambda: [("", tr("依內容判斷", "Told by its content")), *_kinds()],
        required=False,
    )
    plan = forms.ChoiceField(
        label=both("這是哪個計畫的更正版", "Which plan it corrects"),
        help_text=both(
            "名稱與期間相同時會自動對上；更正版改了名稱才需要選。",
            "The same title and years are matched by themselves; choose only where the correction changed the title.",
        ),
        choices=lambda: [("", tr("依名稱與期間判斷", "Told by its title and years")), *_plans()],
        required=False,
    )


def _kinds() -> list[tuple[str, str]]:
    return [(each.value, say(KINDS[Plan.Kind(each.value)])) for each in Kind]


def _plans() -> list[tuple[str, str]]:
    return [(each.plan.slug, each.title) for each in newest_versions()]


@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what was read of it, confirm. For the Office and agencies' officers."""
    by = acting(request)
    import_plan.check(by)
    form = PlanFileForm(request.POST, request.FILES) if request.method == "POST" else PlanFileForm()
    try:
        if request.POST.get("step") == "confirm":
            return _confirmed(request, by)
        if form.is_bound and form.is_valid():
            given = _given(form)
            return draw(request, "plans/import_check.jinja", shown(import_plan.foresee(by, given)))
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
    return draw(request, "plans/import.jinja", {"form": form}, form)


def _given(form: PlanFileForm) -> GivenPlan:
    """The file as it was sent; for a valid form (HTTP 422 where it is too large for a page)."""
    raw, told = uploaded(form, _FILE, LARGEST), form.cleaned_data
    if len(raw) > LARGEST:
        raise bad_input(
            _FILE,
            f"檔案超過{LARGEST >> 20} MB；請改用文字檔，或用指令 coretech plan import。",
            f"The file is over {LARGEST >> 20} MB; use a text file, or the command coretech plan import.",
        )
    return GivenPlan(told[_FILE].name or "", raw, told["kind"], told["plan"], LONGEST)


def _confirmed(request: HttpRequest, by: Acting) -> HttpResponse:
    sent = request.POST
    kind = sent.get("kind", "")
    given = GivenPlan(
        sent.get("name", ""),
        brought_back(request, _FILE),
        kind if kind in set(Kind) else "",
        sent.get("plan", ""),
    )
    act = once(lambda: import_plan.import_plan(by, given, sent.get("seen", "")))
    return done(request, _TAKEN, "plan", act.subject.partition("/")[2])
