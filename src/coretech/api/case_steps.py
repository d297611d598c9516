"""Taking a case forward: the panel's review, the submission, the Office's check, and their like."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja import Body, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import Count, Day, Flag, Id, Paragraphs, Reference
from coretech.api.seen import UNSEEN, Seen, seen_by
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.invite_authority import invite_authority
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.operations.put_on_agenda import put_on_agenda

router = Router(tags=["cases"])

Take = Callable[[Acting, int | None], Act]


class PanelReviewGiven(Seen):
    """The meeting of a panel outside the system; without ``against``, all the others were against."""

    held_on: Day
    present: Count
    in_favour: Count
    opinion: Paragraphs
    against: Count | None = None
    abstain: Count = 0
    recused: Count = 0
    conditions: Paragraphs = ""


class CheckGiven(Seen):
    """What the Office found: passed on, or returned for completion."""

    passed: Flag
    note: Paragraphs


class WithdrawalGiven(Seen):
    """Why the case is withdrawn."""

    why: Paragraphs


class PlaceGiven(Seen):
    """The meeting whose agenda the case goes on."""

    meeting: Id


@router.post(
    "/{reference}/panel-review",
    response=WRITTEN,
    summary="登錄系統外的專家審查 / Record a panel's review held outside",
)
def record_panel_review(request: HttpRequest, reference: Reference, given: PanelReviewGiven) -> Status[Done]:
    """Record a panel that met outside the system; the case goes on by the panel's own quorum and majority (art. 8)."""
    review = Review(**given.model_dump(exclude={"seen"}))
    return _taken(request, reference, given, lambda by, seen: review_by_panel(by, reference, review, seen))


@router.post("/{reference}/submission", response=WRITTEN, summary="提報辦公室 / Submit to the Office")
def submit_case(request: HttpRequest, reference: Reference, given: Body[Seen] = UNSEEN) -> Status[Done]:
    """Hand the case to the Office, where the law finds its dossier complete and its way right (art. 7)."""
    return _taken(request, reference, given, lambda by, seen: submit(by, reference, seen))


@router.post("/{reference}/check", response=WRITTEN, summary="辦公室查核 / The Office's check")
def check_case(request: HttpRequest, reference: Reference, given: CheckGiven) -> Status[Done]:
    """Pass the submission on, or return it for completion with a note that says what is missing."""
    return _taken(
        request,
        reference,
        given,
        lambda by, seen: check_submission(by, reference, passed=given.passed, note=given.note, seen=seen),
    )


@router.post("/{reference}/withdrawal", response=WRITTEN, summary="撤回 / Withdraw")
def withdraw_case(request: HttpRequest, reference: Reference, given: WithdrawalGiven) -> Status[Done]:
    """Take the case back before it reaches the council; it stays readable, with the reason."""
    return _taken(request, reference, given, lambda by, seen: withdraw(by, reference, given.why, seen))


@router.post(
    "/{reference}/authority-invitation", response=WRITTEN, summary="邀請其他機關 / Invite the other authority"
)
def invite_other_authority(
    request: HttpRequest, reference: Reference, given: Body[Seen] = UNSEEN
) -> Status[Done]:
    """Record that the other agency that would be the authority was invited; it can read the case from then on."""
    return _taken(request, reference, given, lambda by, seen: invite_authority(by, reference, seen))


@router.post("/{reference}/agenda-place", response=WRITTEN, summary="排入議程 / Put on an agenda")
def put_case_on_agenda(request: HttpRequest, reference: Reference, given: PlaceGiven) -> Status[Done]:
    """Add the case as the next item of a meeting that has not begun."""
    return _taken(
        request, reference, given, lambda by, seen: put_on_agenda(by, reference, given.meeting, seen)
    )


def _taken(request: HttpRequest, reference: str, given: Seen, take: Take) -> Status[Done]:
    """Take one step of a case that this account may know of, on the version it saw."""
    find_case(acting(request), reference)
    seen = seen_by(request, given)
    return written(request, lambda by: take(by, seen))
