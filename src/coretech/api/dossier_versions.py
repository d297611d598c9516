"""Versions of a part of the dossier, what each changed, and bringing an old one back."""

from typing import Literal

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.dossier import PartShown, part_shown
from coretech.api.schemas import Count, Given, Reference, Shown, Words
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.differences import Difference, differences
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations.restore_part import restore_part
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import open_part
from coretech.law.terms import Part as PartName

router = Router(tags=["dossier"])


class PieceShown(Shown):
    """A stretch of an answer, and whether it was kept, is gone, or is new."""

    change: Literal["kept", "gone", "new"]
    text: str


class DifferenceShown(Shown):
    """One answer that changed from the version before."""

    where: Words
    pieces: list[PieceShown]


class PartVersionShown(PartShown):
    """A version, with what it changed in the one before; the first changes nothing."""

    changes: list[DifferenceShown]


class RestorationGiven(Given):
    """Which version is brought back, and which one stood when that was decided."""

    version: Count
    based_on: Count | None = None


@router.get(
    "/{reference}/dossier/{part}/versions",
    response=list[PartVersionShown],
    summary="各版本 / Versions of a part",
)
def list_part_versions(request: HttpRequest, reference: Reference, part: PartName) -> list[PartVersionShown]:
    """All versions of a part, oldest first, where the part opens to this account."""
    rows = _versions(request, reference, part)
    return [_shown(rows[place - 1] if place else None, row) for place, row in enumerate(rows)]


@router.post(
    "/{reference}/dossier/{part}/restoration", response=WRITTEN, summary="還原舊版本 / Restore a version"
)
def restore_part_version(
    request: HttpRequest, reference: Reference, part: PartName, given: RestorationGiven
) -> Status[Done]:
    """Write what an old version said as the next one; all versions stay."""
    _versions(request, reference, part)
    return written(
        request,
        lambda by: restore_part(by, reference, part.value, given.version, based_on=given.based_on),
    )


def _versions(request: HttpRequest, reference: str, part: PartName) -> list[Part]:
    by = acting(request)
    case: Case = find_case(by, reference)
    open_part(by, case, part.value)
    return list(Part.objects.filter(case=case, name=part.value).order_by("version"))


def _shown(before: Part | None, part: Part) -> PartVersionShown:
    found = () if before is None else differences(content_of(before), content_of(part))
    return PartVersionShown(**part_shown(part).model_dump(), changes=[_change(each) for each in found])


def _change(found: Difference) -> DifferenceShown:
    pieces = [PieceShown(change=piece.change, text=piece.text) for piece in found.pieces]
    return DifferenceShown(where=Words.of(found.where), pieces=pieces)
