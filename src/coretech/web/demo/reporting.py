"""Reports on plans beside the walk-through: one sheet to fill in, one to sign and one to check, each by its role."""

from collections.abc import Sequence

from coretech.apps.bodies.players import Player
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.steering import steering_of
from coretech.apps.reports.models import ReportingPeriod, Sheet
from coretech.apps.reports.sheets.states import STATE_NAMES, State
from coretech.kit.sentence import Sentence
from coretech.web.demo.hints import Hint, Scene

_FILL = Sentence(
    "填報：上季的文字、期程與目標都已備妥",
    "Fill in the sheet: last quarter's words, schedule and targets stand ready",
)
_SIGN = Sentence("核章，送管考機關", "Sign it for the agency and send it to the controller")
_CHECK = Sentence(
    "檢核：落後與判斷不同者排在最前", "Check it: what is behind or judged otherwise stands first"
)


def reporting(cast: Sequence[Player]) -> list[Scene]:
    """The first sheet of an open period in each hand, where the cast has who holds it and who takes it on."""
    rows = Sheet.objects.filter(period__state=ReportingPeriod.State.OPEN).select_related(
        "agency", "period__plan"
    )
    found: dict[State, Scene] = {}
    for sheet in rows.order_by("period", "agency__code"):
        state = State(sheet.state)
        hint = None if state in found else _hint(cast, sheet, state)
        if hint is not None:
            found[state] = Scene(_name(sheet), STATE_NAMES[state], hint)
    return list(found.values())


def _name(sheet: Sheet) -> Sentence:
    name, title = sheet.agency.name_on(sheet.period.opened_on), title_of(sheet.period)
    return Sentence(f"{name.zh}：{title.zh}", f"{name.en}: {title.en}")


def _hint(cast: Sequence[Player], sheet: Sheet, state: State) -> Hint | None:
    code = sheet.agency.code
    if state in {State.OPEN, State.RETURNED}:
        what, page = _FILL, "sheet"
        signed = any(code in each.acting.standing.heads for each in cast)
        holders = [each for each in cast if signed and code in each.acting.standing.agencies]
    elif state is State.SUBMITTED:
        what, page = _SIGN, "sheet_signature"
        holders = [each for each in cast if code in each.acting.standing.heads]
    elif state in {State.SIGNED, State.CHECKED}:
        what, page = _CHECK, "sheet_check"
        holders = _controllers(cast, sheet)
    else:
        return None
    return Hint(what, holders[-1 if state is State.CHECKED else 0], page, (sheet.pk,)) if holders else None


def _controllers(cast: Sequence[Player], sheet: Sheet) -> list[Player]:
    steering = steering_of(sheet.period.plan)
    code = "" if steering is None else steering.controller.code
    return [each for each in cast if code in each.acting.standing.controls]
