"""Making one candidate of several accepted finds: tick them, name it, check your answers, propose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.finds.catalogue import Entry
from coretech.apps.inventory.finds.finding import find_finds
from coretech.apps.inventory.finds.judgements import accepted_of, words_of
from coretech.apps.inventory.finds.portfolios import allow_screening, find_portfolio
from coretech.apps.inventory.finds.proposing import entries_for, found_by, proposal_of
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.finds.using import used_among
from coretech.apps.inventory.models import Candidate, Find, Portfolio
from coretech.apps.inventory.operations import propose_find
from coretech.apps.technologies.queries import sectors
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.finds.using import CandidateForm
from coretech.web.finds.words import NONE
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say, tr

Line = tuple[Find, str, Entry | None]
"""A find, its project's title, and the item it was accepted for."""
_KINDS = {
    Candidate.Kind.CHANGE.value: Sentence("變更清單項目的範疇", "A change of a listed item's scope"),
    Candidate.Kind.IDENTIFY.value: Sentence("認定新的項目", "Identification of something new"),
}


class TickedForm(forms.Form):
    """Which of the accepted finds the candidate is grounded on."""

    def __init__(self, lines: Iterable[Line], data: Mapping[str, object] | None = None) -> None:
        """Offer those that no candidate was made of yet."""
        super().__init__(data)
        self.fields["finds"] = forms.TypedMultipleChoiceField(
            label=both("計畫", "Projects"),
            choices=[(str(find.pk), f"{title} – {find.score:.2f}") for find, title, _ in lines],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def portfolio_propose(request: HttpRequest, portfolio_id: int) -> HttpResponse:
    """Each step sends on what was answered before; nothing is written before the last."""
    by = acting(request)
    portfolio = find_portfolio(by, portfolio_id)
    allow_screening(by, portfolio)
    require_newest(portfolio)
    lines = _open_lines(portfolio)
    step = request.POST.get("step", "")
    ticked = TickedForm(lines, request.POST if step else None)
    if not step or step == "tick" or not ticked.is_valid():
        return _ticking(request, portfolio, lines, ticked)
    try:
        finds = find_finds(by, ticked.cleaned_data["finds"], portfolio)
    except Refused as refusal:
        add_refusal(ticked, refusal)
        return _ticking(request, portfolio, lines, ticked)
    return _named(request, by, finds, step)


def _ticking(
    request: HttpRequest, portfolio: Portfolio, lines: Sequence[Line], ticked: TickedForm
) -> HttpResponse:
    chosen = set(request.POST.getlist("finds"))
    groups = [
        (
            say(entry.name if entry else NONE),
            [
                {
                    "value": str(find.pk),
                    "text": f"{title} – {find.score:.2f}",
                    "checked": str(find.pk) in chosen,
                }
                for find, title, _ in group
            ],
        )
        for entry, group in groupby(lines, key=lambda line: line[2])
    ]
    wrong = None if request.POST.get("step") == "tick" else ticked
    context = {"portfolio": portfolio, "groups": groups, "form": ticked, "wrong": wrong}
    return draw(request, "finds/tick.jinja", context, *([wrong] if wrong else []))


def _named(request: HttpRequest, by: Acting, finds: list[Find], step: str) -> HttpResponse:
    """The name and reasons, filled in; then all answers; then the candidate."""
    filled = proposal_of(finds)
    form = CandidateForm(None if step == "name" else request.POST, asdict(filled) | {"why": say(filled.why)})
    if step == "confirm" and attempt(
        form,
        lambda: propose_find.propose_find(
            by, [each.pk for each in finds], found_by(finds, **form.cleaned_data)
        ),
    ):
        count = len(finds)
        told = Sentence(
            f"已由{count}件計畫登錄1項候選項目。", f"One candidate is recorded, grounded on {count} projects."
        )
        return done(request, told, "portfolio", finds[0].portfolio_id)
    context = {"portfolio": finds[0].portfolio, "form": form, "keys": [each.pk for each in finds]}
    if step in ("check", "confirm") and form.is_valid():
        return draw(request, "finds/propose_check.jinja", context | _answers(finds, form))
    if step == "again":
        form = CandidateForm(None, {name: request.POST.get(name, "") for name in form.fields})
    context["form"] = form
    return draw(request, "finds/propose_name.jinja", context | {"count": len(finds)}, form)


def _answers(finds: Sequence[Find], form: CandidateForm) -> dict[str, object]:
    data = form.cleaned_data
    found = found_by(finds, **data)
    names = {each.code: each.name for each in sectors()}
    titles = [project.title for project in projects_of([find.row for find in finds])]
    return {
        "projects": list(zip([find.pk for find in finds], titles, strict=True)),
        "answers": [
            (Sentence("種類", "Kind"), _kind(finds, found.kind)),
            (Sentence("中文名稱", "Chinese name"), data["name_zh"]),
            (Sentence("英文名稱", "English name"), data["name_en"]),
            (Sentence("領域", "Sector"), say(names[data["sector"]])),
            (Sentence("盤點所見及理由", "What was found, and why it matters"), data["why"]),
        ],
        "sent": data,
    }


def _kind(finds: Sequence[Find], kind: str) -> str:
    """What would be asked of the council, and of which listed item where it would change one."""
    entry, told = entries_for(finds)[0], say(_KINDS[kind])
    if entry is None or kind != Candidate.Kind.CHANGE.value:
        return told
    return f"{told}{tr('：', ': ')}{say(entry.name)}"


def _open_lines(portfolio: Portfolio) -> list[Line]:
    """The accepted finds that are no candidate yet, item by item, the highest score first."""
    rows = Find.objects.filter(pk__in=accepted_of(words_of(portfolio))).order_by("-score", "pk")
    finds = list(rows.select_related("row__intake", "batch"))
    for find in finds:
        find.portfolio = portfolio
    used = used_among(finds)
    finds = [find for find in finds if find.pk not in used]
    if not finds:
        return []
    titles = [project.title for project in projects_of([find.row for find in finds])]
    lines = list(zip(finds, titles, entries_for(finds), strict=True))
    return sorted(lines, key=lambda line: line[2].key if line[2] else "")
