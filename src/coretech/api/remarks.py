"""Reviewers' remarks on a part of the dossier: read, made, answered (arts. 4(1) and 8)."""

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import AddressNumber, Given, Moment, Paragraphs, Reference, Shown
from coretech.apps.cases.models import Remark
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import open_part
from coretech.apps.meetings.operations.remark import remark
from coretech.apps.meetings.operations.resolve_remark import resolve_remark
from coretech.law.terms import Part as PartName

router = Router(tags=["dossier"])


class RemarkShown(Shown):
    """A remark on a version of a part; ``reply`` is there once it is settled."""

    id: int
    version: int
    account: str
    text: str
    made_at: Moment
    reply: str | None
    settled_at: Moment | None


class RemarkGiven(Given):
    """A remark on the newest version."""

    text: Paragraphs


class RemarkReplyGiven(Given):
    """The answer that settles a remark."""

    reply: Paragraphs


@router.get(
    "/{reference}/dossier/{part}/remarks", response=list[RemarkShown], summary="審閱意見 / Remarks on a part"
)
def list_remarks(request: HttpRequest, reference: Reference, part: PartName) -> list[RemarkShown]:
    """The remarks on all versions of a part, oldest first, where the part opens to this account."""
    by = acting(request)
    case = find_case(by, reference)
    open_part(by, case, part.value)
    rows = Remark.objects.select_related("part", "account").filter(part__case=case, part__name=part.value)
    return [_shown(row) for row in rows]


@router.post("/{reference}/dossier/{part}/remarks", response=WRITTEN, summary="提出審閱意見 / Remark")
def make_remark(
    request: HttpRequest, reference: Reference, part: PartName, given: RemarkGiven
) -> Status[Done]:
    """Remark on the newest version of a part; the agency hears that there is one."""
    find_case(acting(request), reference)
    return written(request, lambda by: remark(by, reference, part.value, given.text))


@router.post(
    "/{reference}/dossier/{part}/remarks/{remark_id}/reply",
    response=WRITTEN,
    summary="回覆審閱意見 / Answer a remark",
)
def answer_remark(
    request: HttpRequest,
    reference: Reference,
    part: PartName,
    remark_id: AddressNumber,
    given: RemarkReplyGiven,
) -> Status[Done]:
    """Answer a remark, which settles it; whoever made it hears that there is an answer."""
    find_case(acting(request), reference)
    return written(request, lambda by: resolve_remark(by, reference, part.value, remark_id, given.reply))


def _shown(row: Remark) -> RemarkShown:
    return RemarkShown(
        id=row.pk,
        version=row.part.version,
        account=row.account.get_username(),
        text=row.text,
        made_at=row.made_at,
        reply=row.reply or None,
        settled_at=row.settled_at,
    )
