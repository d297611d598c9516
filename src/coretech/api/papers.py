"""Papers of a meeting: which there are, filing one, and handing one out (arts. 11 and 12)."""

from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.files import ANY, binary
from coretech.api.schemas import AddressNumber, Given, Id, Line, Moment, Paragraphs, Shown, Words
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.handing import hand_out
from coretech.apps.meetings.operations.file_paper import Handed, file_paper
from coretech.apps.meetings.operations.lift_recusal import lift_recusal
from coretech.apps.meetings.operations.order_recusal import order_recusal
from coretech.apps.meetings.papers import Filed, filed_papers
from coretech.apps.meetings.queries import find_item, find_meeting
from coretech.law.access import Action

meeting_papers = Router(tags=["papers"])
papers = Router(tags=["papers"])
item_recusals = Router(tags=["items"])

BINARY = binary(ANY)
HANDED_OUT = {HTTPStatus.OK.value: {"description": "The paper, under its own media type.", **BINARY}}


class PaperShown(Shown):
    """A paper in one line; where it is closed to this account its title stays out, and ``closed`` says why."""

    id: int
    item: int | None
    title: str | None
    version: int
    confidential: bool
    filed_at: Moment
    closed: Words | None


class PaperFormGiven(Given):
    """What a paper is filed as; without an item it is of the whole meeting."""

    title: Line
    item: int | None = None
    confidential: bool = True


class OrderGiven(Given):
    """Whom the chair orders to step aside, the class of the ground, and the reason, which stays confidential."""

    appointment: Id
    ground: Literal["self", "spouse", "relative", "household"]
    why: Paragraphs


class LiftGiven(Given):
    """Whose order is lifted, and the reason, which stands in the minutes."""

    appointment: Id
    why: Line


@meeting_papers.get("/{meeting_id}/papers", response=list[PaperShown], summary="會議文件 / Papers")
def list_papers(request: HttpRequest, meeting_id: AddressNumber) -> list[PaperShown]:
    """The newest version of each paper; those closed to this account without their titles."""
    by = acting(request)
    meeting = find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.READ_PAPER)
    return [_shown(filed) for filed in filed_papers(by, meeting)]


@meeting_papers.post("/{meeting_id}/papers", response=WRITTEN, summary="提供文件 / File a paper")
def file_a_paper(
    request: HttpRequest,
    meeting_id: AddressNumber,
    given: Annotated[PaperFormGiven, Form()],
    file: Annotated[UploadedFile, File()],
) -> Status[Done]:
    """File a paper as multipart form data: recognised by its content, sealed, and the next version of its title."""
    meeting = find_meeting(acting(request), meeting_id)
    handed = Handed(given.title, file.name or "", file.read(), given.item, given.confidential)
    return written(request, lambda by: file_paper(by, meeting.pk, handed), request.path)


@papers.post(
    "/{paper_id}/opening", summary="開啟文件 / Open a paper", openapi_extra={"responses": HANDED_OUT}
)
def open_a_paper(request: HttpRequest, paper_id: AddressNumber) -> HttpResponse:
    """This account's copy of a paper; each opening is recorded, and a PDF bears the reader's name."""
    copy = hand_out(acting(request), paper_id)
    response = HttpResponse(copy.content, content_type=copy.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@item_recusals.post("/{item_id}/recusal-order", response=WRITTEN, summary="令其迴避 / Order a recusal")
def order_a_recusal(request: HttpRequest, item_id: AddressNumber, given: OrderGiven) -> Status[Done]:
    """The chair orders a member or a stand-in to step aside (art. 12); no later declaration undoes it."""
    find_item(acting(request), item_id)
    return written(request, lambda by: order_recusal(by, item_id, given.appointment, given.ground, given.why))


@item_recusals.post(
    "/{item_id}/recusal-order/lifting", response=WRITTEN, summary="撤銷迴避命令 / Lift a recusal order"
)
def lift_a_recusal(request: HttpRequest, item_id: AddressNumber, given: LiftGiven) -> Status[Done]:
    """The chair or the secretariat takes back an order given in error, before the vote; the minutes tell why."""
    find_item(acting(request), item_id)
    return written(request, lambda by: lift_recusal(by, item_id, given.appointment, given.why))


def _shown(filed: Filed) -> PaperShown:
    paper, opens = filed.paper, filed.ruling.is_yes
    return PaperShown(
        id=paper.pk,
        item=paper.item_id,
        title=paper.title if opens else None,
        version=paper.version,
        confidential=paper.confidential,
        filed_at=paper.filed_at,
        closed=None if opens else Words.of(filed.ruling.reason),
    )
