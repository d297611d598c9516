"""The list of cases, by state."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.queries import require_reader, visible_cases
from coretech.apps.cases.states import STATE_NAMES
from coretech.apps.inventory import queries as inventory
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.words import kind_name, state_tag
from coretech.web.sending import draw
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both

_A_PAGE = 25
_COLUMNS = (
    Column(Sentence("案件", "Case")),
    Column(Sentence("擬定名稱", "Proposed name")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("提報機關", "Submitted by")),
    Column(Sentence("狀態", "State")),
)


class StateForm(forms.Form):
    """Which state to show; all where none is chosen."""

    state = forms.ChoiceField(
        label=both("狀態", "State"),
        choices=[
            ("", both("全部", "All")),
            *((state.value, both(name.zh, name.en)) for state, name in STATE_NAMES.items()),
        ],
        required=False,
    )


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The cases this reader may know of."""
    by = acting(request)
    require_reader(by)
    form = StateForm(request.GET)
    found = visible_cases(by)
    if form.is_valid() and form.cleaned_data["state"]:
        found = found.filter(state=form.cleaned_data["state"])
    page = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "columns": _COLUMNS,
        "rows": [
            (case, kind_name(case.kind, case.aspect), case.submitter.name_on(by.today), state_tag(case))
            for case in page
        ],
        "count": page.paginator.count,
        "paging": paging(request, page),
        "inventory": refusal_of(inventory.require_reader, by) is None,
    }
    return draw(request, "cases/cases.jinja", context, form)
