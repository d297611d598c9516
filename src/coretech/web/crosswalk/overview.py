"""Which lists were compared, how far that is judged, and having the matcher compare two more."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.lists.crosswalk import REGISTER, PairCount, pair_counts
from coretech.apps.lists.operations.propose_mappings import check, propose_mappings
from coretech.apps.lists.proposing import LEAST
from coretech.apps.lists.queries import standing_versions
from coretech.apps.lists.sides import title_of
from coretech.apps.lists.words import country
from coretech.apps.register.elsewhere import side_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, draw, sent
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

_COLUMNS = (
    Column(Sentence("兩份清單", "The two lists")),
    Column(Sentence("成立", "Hold"), numeric=True),
    Column(Sentence("待判斷", "To be judged"), numeric=True),
    Column(Sentence("不確定", "Unsure"), numeric=True),
    Column(Sentence("不成立", "Rejected"), numeric=True),
    Column(Sentence("看", "Look at")),
)


class PairForm(forms.Form):
    """Two lists to be compared, and from which likeness on something is proposed."""

    left = forms.ChoiceField(label=both("清單", "List"))
    right = forms.ChoiceField(label=both("與哪一份比對", "Compared with"))
    least = forms.FloatField(
        label=both("相似度至少", "Likeness of at least"),
        help_text=both("0到1；愈低提議愈多。", "0 to 1; the lower, the more is proposed."),
        initial=LEAST,
        min_value=0.05,
        max_value=1,
    )

    def __init__(self, data: object, choices: list[tuple[str, str]]) -> None:
        """Offer the register and every version of every list."""
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None, as `sent` gives it
        for name in ("left", "right"):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices


@require_http_methods(["GET", "HEAD", "POST"])
def crosswalk(request: HttpRequest) -> HttpResponse:
    """Every pair of lists with mappings; for those who judge, the form that compares two. Public."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    names = _names()
    form = PairForm(sent(request), [("", tr("請選擇", "Choose")), *names.items()])
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        left, right = (side_of(given[each], by.today) for each in ("left", "right"))
        if attempt(form, lambda: propose_mappings(by, left, right, given["least"])) is not None:
            return redirect(f"{reverse('mapping_queue')}?left={left.code}&right={right.code}")
    counts = pair_counts()
    context = {
        "columns": _COLUMNS,
        "rows": [_row(each, names) for each in counts],
        "waiting": sum(each.waiting for each in counts),
        "form": form,
        "refusal": refusal_of(check, by),
        "signed_in": by.account_id is not None,
        "lists": len(names) - 1,
    }
    return draw(request, "crosswalk/overview.jinja", context, form)


def _names() -> dict[str, str]:
    """Every side by its code, our own list first."""
    own = {REGISTER: tr("我國：國家核心關鍵技術清單（現行）", "Ours: the list in force")}
    return own | {
        each.code: f"{say(country(each.version.list.country))}{tr('：', ': ')}{say(title_of(each.version))}"
        for each in standing_versions()
    }


def _row(each: PairCount, names: dict[str, str]) -> list[object]:
    pair = [each.left, each.right]
    matrix = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("crosswalk_matrix", args=pair), f"{names[each.left]} ↔ {names[each.right]}"
    )
    coverage = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("crosswalk_coverage", args=pair), tr("涵蓋情形", "Coverage")
    )
    return [matrix, each.holds, each.waiting, each.unsure, each.rejected, coverage]
