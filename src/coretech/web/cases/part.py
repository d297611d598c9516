"""One part of the dossier, a question page each."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.apps.meetings.dossier import open_dossier
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law.terms import Harm, Limb
from coretech.law.terms import Part as PartName
from coretech.web.acting import acting
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.step_page import frame_of
from coretech.web.cases.words import PART_HINTS, part_name
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_HARMS = [
    (
        Harm.NATIONAL_SECURITY.value,
        both(
            "國家安全：外國等取得後，防衛或重要設施的安全會嚴重受損。",
            "National security: in foreign hands it would gravely weaken defence or vital facilities.",
        ),
    ),
    (
        Harm.INDUSTRIAL_COMPETITIVENESS.value,
        both(
            "產業競爭力：國內產業會失去重要的領先優勢。",
            "Industrial competitiveness: industry at home would lose a vital lead.",
        ),
    ),
    (
        Harm.ECONOMIC_DEVELOPMENT.value,
        both(
            "經濟發展：整體經濟會遭受重大不利。",
            "Economic development: the economy as a whole would suffer gravely.",
        ),
    ),
]
_LIMBS = [
    (
        str(Limb.CONTROL.value),
        both(
            "第1款：因國際公約、國防需要或關鍵基礎設施防護，應進行管制。",
            "Limb 1: treaties, national defence or the protection of critical infrastructure call for control.",
        ),
    ),
    (
        str(Limb.LEADERSHIP.value),
        both(
            "第2款：能促成領導型技術，或大幅提升重要產業的競爭力。",
            "Limb 2: it makes for leading technology or greatly strengthens an important industry.",
        ),
    ),
]


class PartForm(SeenForm):
    """The text of a part."""

    text = forms.CharField(label=both("內容", "Text"), widget=forms.Textarea(attrs={"rows": 14}))


class DefinitionForm(SeenForm):
    """The statement on the definition: the harms, the limbs, and why."""

    harms = forms.MultipleChoiceField(
        label=both("流出將重大損害", "Its outflow would gravely harm"),
        choices=_HARMS,
        widget=forms.CheckboxSelectMultiple,
    )
    limbs = forms.MultipleChoiceField(
        label=both("符合條件", "Limbs met"), choices=_LIMBS, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(label=both("理由", "Why"), widget=forms.Textarea(attrs={"rows": 12}))


@require_http_methods(["GET", "HEAD", "POST"])
def case_part(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Read or write a part; writing adds the next version."""
    by = acting(request)
    case = find_case(by, reference)
    newest = _newest(by, case, name)
    kind = DefinitionForm if name == PartName.DEFINITION else PartForm
    form = kind(sent(request), initial=_initial(case, newest))
    if form.is_bound and attempt(form, lambda: _write(by, case, name, form)):
        words = part_name(name)
        saved = Sentence(f"已儲存「{words.zh}」。", f"“{words.en}” has been saved.")
        return done(request, saved, "case_dossier", reference)
    context = frame_of(case, Step.WRITE_DOSSIER) | {
        "form": form,
        "newest": newest,
        "name": part_name(name),
        "hint": PART_HINTS[PartName(name)],
        "refusal": refusal_of(write_part.check, by, case),
    }
    return draw(request, "cases/part.jinja", context, form)


def _newest(by: Acting, case: Case, name: str) -> Part | None:
    if name not in PARTS:
        raise not_found(f"提報資料沒有「{name}」這一項。", f"A dossier has no part “{name}”.")
    return open_dossier(by, case).parts.get(name)


def _initial(case: Case, newest: Part | None) -> dict[str, object]:
    if newest is None:
        return {"seen": case.lock}
    return {"seen": case.lock, "text": newest.text, "harms": newest.harms, "limbs": newest.limbs}


def _write(by: Acting, case: Case, name: str, form: SeenForm) -> Act:
    return write_part.write_part(
        by,
        case.reference,
        name,
        form.words("text"),
        harms=tuple(form.cleaned_data.get("harms", ())),
        limbs=tuple(int(limb) for limb in form.cleaned_data.get("limbs", ())),
        seen=form.version_seen,
    )
