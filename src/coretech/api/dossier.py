"""A case's dossier: confidential, and open only to whom the law opens it (arts. 11 and 12)."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import NO_NUL, Moment, Reference, Shown
from coretech.api.seen import Seen, seen_by
from coretech.apps.audit.rulings import require
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.models import Part
from coretech.apps.cases.operations.submit import rulings
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.queries import dossier_ruling
from coretech.law.terms import Harm, Limb
from coretech.law.terms import Part as PartName

router = Router(tags=["dossier"])

Text = Annotated[str, StringConstraints(strict=True, max_length=100_000, pattern=NO_NUL)]


class PartShown(Shown):
    """The newest version of one part; ``harms`` and ``limbs`` stand in the statement on the definition alone."""

    name: str
    version: int
    text: str
    harms: list[str]
    limbs: list[int]
    written_at: Moment


class ReviewShown(Shown):
    """What the agency's panel found."""

    held_on: dt.date
    present: int
    in_favour: int
    opinion: str


class CheckShown(Shown):
    """What the Office found."""

    passed: bool
    note: str
    checked_at: Moment


class DossierShown(Shown):
    """The dossier, what was found about it, and what the law says of it today."""

    reference: str
    lock: int
    parts: list[PartShown]
    reviews: list[ReviewShown]
    checks: list[CheckShown]
    rulings: list[RulingShown]


class PartGiven(Seen):
    """The next version of a part."""

    text: Text
    harms: list[Harm] = Field([], max_length=len(Harm))
    limbs: list[Literal[1, 2]] = Field([], max_length=len(Limb))


@router.get("/{reference}/dossier", response=DossierShown, summary="提報資料 / The dossier")
def show_dossier(request: HttpRequest, reference: Reference) -> DossierShown:
    """The dossier's newest parts; where it is closed to this account, the ruling says by which article."""
    by = acting(request)
    case = find_case(by, reference)
    require(dossier_ruling(by, case), status=403)
    return DossierShown(
        reference=case.reference,
        lock=case.lock,
        parts=[_part(part) for part in newest_parts(case).values()],
        reviews=[
            ReviewShown(held_on=r.held_on, present=r.present, in_favour=r.in_favour, opinion=r.opinion)
            for r in case.reviews.all()
        ],
        checks=[CheckShown(passed=c.passed, note=c.note, checked_at=c.checked_at) for c in case.checks.all()],
        rulings=[RulingShown.model_validate(ruling.as_dict()) for ruling in rulings(by, case)],
    )


@router.put("/{reference}/dossier/{part}", response=WRITTEN, summary="填寫一項 / Write a part")
def write_dossier_part(
    request: HttpRequest, reference: Reference, part: PartName, given: PartGiven
) -> Status[Done]:
    """Write the next version of one part; older versions stay."""
    find_case(acting(request), reference)
    seen = seen_by(request, given)
    harms, limbs = tuple(harm.value for harm in given.harms), tuple(given.limbs)
    return written(
        request,
        lambda by: write_part(by, reference, part.value, given.text, harms=harms, limbs=limbs, seen=seen),
    )


def _part(part: Part) -> PartShown:
    return PartShown(
        name=part.name,
        version=part.version,
        text=part.text,
        harms=part.harms,
        limbs=part.limbs,
        written_at=part.written_at,
    )
