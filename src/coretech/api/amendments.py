"""Amendments: late facts about published entries, filed by an agency and ruled by the controller."""

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import AddressNumber, Flag, Given, Moment, Paragraphs, Shown
from coretech.apps.reports.cycle.amendments import find_amendment, find_entry
from coretech.apps.reports.models import AmendmentRuling
from coretech.apps.reports.operations.file_amendment import file_amendment
from coretech.apps.reports.operations.rule_amendment import rule_amendment

entries = Router(tags=["sheets"])
router = Router(tags=["sheets"])


class AmendmentGiven(Given):
    """The late fact, and why it comes late."""

    text: Paragraphs
    why: Paragraphs


class AmendmentRulingGiven(Given):
    """Accepted or not; a refusal says why."""

    accepted: Flag
    why: Paragraphs = ""


class AmendmentShown(Shown):
    """An amendment, and what the controller decided of it."""

    id: int
    entry: int
    text: str
    why: str
    filed_at: Moment
    accepted: bool | None
    ruled_at: Moment | None
    ruling_why: str


@entries.post("/{entry_id}/amendments", response=WRITTEN, summary="提出修正說明 / File an amendment")
def amend_entry(request: HttpRequest, entry_id: AddressNumber, given: AmendmentGiven) -> Status[Done]:
    """Hand a late fact about a published entry to the controller."""
    find_entry(entry_id)
    return written(request, lambda by: file_amendment(by, entry_id, given.text, given.why))


@router.get("/{amendment_id}", auth=PUBLIC, response=AmendmentShown, summary="一則修正說明 / One amendment")
def show_amendment(request: HttpRequest, amendment_id: AddressNumber) -> AmendmentShown:
    """Public once accepted; before that for its agency and the controller."""
    found = find_amendment(acting(request), amendment_id)
    ruling = AmendmentRuling.objects.filter(amendment=found).first()
    return AmendmentShown(
        id=found.pk,
        entry=found.entry_id,
        text=found.text,
        why=found.why,
        filed_at=found.filed_at,
        accepted=None if ruling is None else ruling.accepted,
        ruled_at=None if ruling is None else ruling.at,
        ruling_why="" if ruling is None else ruling.why,
    )


@router.post("/{amendment_id}/ruling", response=WRITTEN, summary="審核修正說明 / Rule on an amendment")
def rule_on_amendment(
    request: HttpRequest, amendment_id: AddressNumber, given: AmendmentRulingGiven
) -> Status[Done]:
    """Accept it, so that it stands beside its entry, or say why not."""
    return written(
        request, lambda by: rule_amendment(by, amendment_id, accepted=given.accepted, why=given.why)
    )
