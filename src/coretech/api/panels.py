"""Panels: the rules they meet by on any day, their agenda, and the opinion they vote on (art. 8)."""

from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.openapi import problem_answer
from coretech.api.panels_shown import OpinionShown, PanelBrief, PanelShown, brief, opinion_shown, panel_shown
from coretech.api.schemas import NO_NUL, AddressNumber, Day, Flag, Given, Id, Page, Paging, Paragraphs, cut
from coretech.api.schemas import Reference as CaseReference
from coretech.api.seen import Seen, seen_by
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.operations.set_panel_rules import LONGEST, MONTHS, Settled, set_panel_rules
from coretech.apps.bodies.panel_rules import find_panel, visible_panels
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.operations.put_on_panel_agenda import put_on_panel_agenda
from coretech.apps.meetings.operations.record_panel_opinion import record_panel_opinion
from coretech.apps.meetings.panel_opinion import require_case
from coretech.apps.meetings.queries import dossier_ruling, find_item

router = Router(tags=["panels"])
items = Router(tags=["panels"])
cases = Router(tags=["panels"])

Procedure = Annotated[str, StringConstraints(strict=True, max_length=LONGEST, pattern=NO_NUL)]
Months = Annotated[int, Field(strict=True, ge=MONTHS[0], le=MONTHS[-1])]


class OnGiven(Given):
    """Which day's rules are wanted; today's where it is left out."""

    on: Day | None = None


class RulesGiven(Given):
    """What the agency settles, from a later day on."""

    valid_from: Day
    quorum: Literal["half", "more_than_half", "two_thirds"]
    majority: Literal["more_than_half", "votes_cast", "two_thirds"]
    term_months: Months = 24
    changes_allowed: Flag = False
    procedure: Procedure = ""


class PanelPlaceGiven(Seen):
    """The panel's meeting whose agenda the case goes on."""

    meeting: Id


class OpinionGiven(Given):
    """The opinion a panel votes on."""

    text: Paragraphs
    conditions: Paragraphs = ""


@router.get("", response=Page[PanelBrief], summary="專家審查會 / Panels")
def list_panels(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[PanelBrief]:
    """The panels this account may know of: its agency's, and those it sits on."""
    total, rows = cut(visible_panels(acting(request)), paging)
    return Page(total=total, items=[brief(row) for row in rows])


@router.get("/{panel_id}", response=PanelShown, summary="一個專家審查會 / One panel")
def show_panel(
    request: HttpRequest, panel_id: AddressNumber, when: Annotated[OnGiven, Query()]
) -> PanelShown:
    """The rules the panel meets by on a day, every set ever settled, and whether it is lawfully composed."""
    by = acting(request)
    return panel_shown(find_panel(by, panel_id), when.on or by.today)


@router.post("/{panel_id}/rules", response=WRITTEN, summary="訂定規定 / Settle the rules")
def settle_rules(request: HttpRequest, panel_id: AddressNumber, given: RulesGiven) -> Status[Done]:
    """Settle how the panel meets and decides, from tomorrow on or later (art. 8(3))."""
    find_panel(acting(request), panel_id)
    settled = Settled(**given.model_dump())
    return written(request, lambda by: set_panel_rules(by, panel_id, settled))


@cases.post(
    "/{reference}/panel-agenda-place", response=WRITTEN, summary="排入專家審查會 / Put on a panel's agenda"
)
def put_case_on_panel_agenda(
    request: HttpRequest, reference: CaseReference, given: PanelPlaceGiven
) -> Status[Done]:
    """Add a case with a complete dossier as the next item of a meeting of its agency's panel."""
    find_case(acting(request), reference)
    seen = seen_by(request, given)
    return written(request, lambda by: put_on_panel_agenda(by, reference, given.meeting, seen))


@items.get(
    "/{item_id}/opinion",
    response=OpinionShown,
    summary="審查意見 / The panel's opinion",
    openapi_extra={"responses": {HTTPStatus.CONFLICT.value: problem_answer(HTTPStatus.CONFLICT)}},
)
def show_opinion(request: HttpRequest, item_id: AddressNumber) -> OpinionShown:
    """The opinion the panel votes on, for whoever the dossier opens to."""
    by = acting(request)
    item = find_item(by, item_id)
    require(dossier_ruling(by, require_case(item)), status=403)
    return opinion_shown(item)


@items.post("/{item_id}/opinion", response=WRITTEN, summary="擬具審查意見 / Write the panel's opinion")
def write_opinion(request: HttpRequest, item_id: AddressNumber, given: OpinionGiven) -> Status[Done]:
    """Write the opinion, with its conditions, on the dossier as it is; the newest one is what the panel votes on."""
    find_item(acting(request), item_id)
    return written(request, lambda by: record_panel_opinion(by, item_id, given.text, given.conditions))
