"""The board of inventories: which agency is where, what is late; and earlier rounds found again by their words."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.operations import name_keeper, open_round
from coretech.apps.inventory.yearly.board import Board, Line, Mark, board
from coretech.apps.inventory.yearly.rounds import require_reader, rounds_about, visible_rounds
from coretech.apps.people.models import Agency
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.access import Role
from coretech.web.acting import acting
from coretech.web.rounds.words import AGENCY_KINDS, KEEPERS, MARKS, state_tag, title_of
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say
from coretech.web.work.areas import areas

_LONGEST = 100
_COLUMNS = (
    Column(Sentence("機關", "Agency")),
    Column(Sentence("情形", "What needs attention")),
    Column(Sentence("專責單位或專人", "Keeper")),
    Column(Sentence("盤點", "Round")),
    Column(Sentence("候選項目", "Candidates"), numeric=True),
    Column(Sentence("期限", "Due")),
)
_FOUND = (
    Column(Sentence("盤點", "Round")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("結果", "Result")),
    Column(Sentence("候選項目", "Candidates"), numeric=True),
)
_FIGURES = (
    (Sentence("逾期或未履行", "Late or missed"), (Mark.MISSED, Mark.LATE)),
    (Sentence("未指定專人", "Without a keeper"), (Mark.NO_KEEPER,)),
    (Sentence("尚未開始", "Not opened"), (Mark.NOT_OPENED,)),
    (Sentence("待收悉", "To acknowledge"), (Mark.TO_ACKNOWLEDGE,)),
    (Sentence("完成", "Done"), (Mark.DONE,)),
)


class BoardForm(forms.Form):
    """Which year, and words to find earlier rounds by."""

    year = forms.ChoiceField(required=False)
    words = forms.CharField(
        label=both("找過去的盤點", "Find an earlier round"),
        help_text=both(
            "技術名稱、範圍或意見中的字；結果為無的盤點也找得到。",
            "Words of a name, a scope or an opinion; rounds that found nothing are found too.",
        ),
        max_length=_LONGEST,
        required=False,
    )

    def __init__(self, data: Mapping[str, object], *, years: list[int]) -> None:
        """Offer the years there are rounds of, and this one."""
        super().__init__(data)
        choices = [(str(year), say(said_year(year))) for year in years]
        self.fields["year"] = forms.ChoiceField(label=both("年度", "Year"), choices=choices, required=False)


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """All agencies for the Office, the reader's own otherwise; what needs attention first."""
    by = acting(request)
    require_reader(by)
    years = sorted({by.today.year, *visible_rounds(by).values_list("year", flat=True)}, reverse=True)
    asked = request.GET if {"year", "words"} & request.GET.keys() else {"year": str(by.today.year)}
    form = BoardForm(asked, years=years)
    valid = form.is_valid()
    year = int(form.cleaned_data["year"] or by.today.year) if valid else by.today.year
    words = form.cleaned_data["words"] if valid else ""
    shown = board(by, year)
    context = {
        "areas": areas(by, "rounds"),
        "form": form,
        "board": shown,
        "year": said_year(year),
        "office": Role.OFFICE in by.standing.roles,
        "figures": [(name, sum(_bears(line, marks) for line in shown.lines)) for name, marks in _FIGURES],
        "columns": _COLUMNS,
        "groups": _groups(by, shown),
        "words": words,
        "found_columns": _FOUND,
        "found": [_found(by, each) for each in rounds_about(by, words)],
    }
    return draw(request, "rounds/board.jinja", context, form)


def _bears(line: Line, marks: tuple[Mark, ...]) -> bool:
    return bool(set(marks) & set(line.marks))


def _groups(by: Acting, shown: Board) -> list[tuple[Sentence, list[dict[str, object]]]]:
    """The agencies article 9(1) binds, and those that take an inventory by choice."""
    bound = [_row(by, shown, line) for line in shown.lines if line.bound]
    free = [_row(by, shown, line) for line in shown.lines if not line.bound]
    named = [
        (Sentence("依第9條第1項應盤點的機關", "Agencies bound by article 9(1)"), bound),
        (Sentence("自行盤點的其他機關（第9條第2項）", "Other agencies, by choice (art. 9(2))"), free),
    ]
    return [(name, rows) for name, rows in named if rows]


def _row(by: Acting, shown: Board, line: Line) -> dict[str, object]:
    this_year = shown.year == by.today.year
    return {
        "line": line,
        "name": line.agency.name_on(shown.day),
        "kind": AGENCY_KINDS[Agency.Kind(line.agency.kind)],
        "tags": [MARKS[mark] for mark in line.marks],
        "keeper_kind": None if line.keeper is None else KEEPERS[Keeper.Kind(line.keeper.kind)],
        "state": None if line.round is None else state_tag(line.round),
        "candidates": 0 if line.round is None else len(line.round.candidates.all()),
        "may_open": this_year and refusal_of(open_round.check, by, line.agency) is None,
        "may_name": refusal_of(name_keeper.check, by, line.agency.code) is None,
    }


def _found(by: Acting, round_: Round) -> tuple[Round, Sentence, Sentence, object, int]:
    return (
        round_,
        title_of(round_),
        round_.agency.name_on(by.today),
        state_tag(round_),
        len(round_.candidates.all()),
    )
