"""A case's dossier: confidential, and open only to whom the law opens it, part by part (arts. 11 and 12)."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import JsonValue, StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import NO_NUL, Count, Moment, Reference, Shown, Words
from coretech.api.seen import Seen, seen_by
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.consulting import allow_consulting
from coretech.apps.cases.content_check import warnings
from coretech.apps.cases.content_json import as_json, content_of, from_json
from coretech.apps.cases.models import Part
from coretech.apps.cases.operations.submit import rulings
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import open_dossier, open_part
from coretech.apps.meetings.heard import heard, views_of
from coretech.law.access import Secrecy
from coretech.law.terms import Harm, Limb
from coretech.law.terms import Part as PartName

router = Router(tags=["dossier"])

Text = Annotated[str, StringConstraints(strict=True, max_length=100_000, pattern=NO_NUL)]
Level = Literal["open", "internal", "confidential", "secret"]


class PartShown(Shown):
    """One version of one part; ``harms`` and ``limbs`` stand in the statement on the definition alone.

    ``content`` is the part's form, ``text`` the same as plain text, ``warnings`` what a reviewer would still ask for.
    """

    name: str
    version: int
    level: Level
    text: str
    content: dict[str, JsonValue]
    harms: list[str]
    limbs: list[int]
    warnings: list[Words]
    written_at: Moment


class PartClosed(Shown):
    """A part that is written and does not open to this account, and why."""

    name: str
    closed: RulingShown


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
    closed: list[PartClosed]
    reviews: list[ReviewShown]
    checks: list[CheckShown]
    rulings: list[RulingShown]


class ViewHeard(Shown):
    """A stakeholder's answer as a row of the views, and whether the part cites it already."""

    taken: bool
    group: str
    who: str
    organisation: str
    view: str
    level: Level
    source: str
    date: dt.date


class PartGiven(Seen):
    """The next version of a part: its form as ``content``, or plain ``text``, with harms and limbs where it has them.

    Without a level the part keeps its own. ``based_on`` is the version it began from; it is refused where it is not
    the newest any more.
    """

    text: Text = ""
    content: dict[str, JsonValue] | None = None
    level: Level | None = None
    based_on: Count | None = None
    harms: list[Harm] = Field([], max_length=len(Harm))
    limbs: list[Literal[1, 2]] = Field([], max_length=len(Limb))


@router.get("/{reference}/dossier", response=DossierShown, summary="提報資料 / The dossier")
def show_dossier(request: HttpRequest, reference: Reference) -> DossierShown:
    """The dossier's newest parts; what is closed to this account is told with the ruling that keeps it so."""
    by = acting(request)
    case = find_case(by, reference)
    dossier = open_dossier(by, case)
    return DossierShown(
        reference=case.reference,
        lock=case.lock,
        parts=[part_shown(part) for part in dossier.parts.values()],
        closed=[
            PartClosed(name=name, closed=RulingShown.model_validate(ruling.as_dict()))
            for name, ruling in dossier.closed.items()
        ],
        reviews=[
            ReviewShown(held_on=r.held_on, present=r.present, in_favour=r.in_favour, opinion=r.opinion)
            for r in dossier.reviews
        ],
        checks=[CheckShown(passed=c.passed, note=c.note, checked_at=c.checked_at) for c in dossier.checks],
        rulings=[RulingShown.model_validate(ruling.as_dict()) for ruling in rulings(by, case)],
    )


@router.get(
    "/{reference}/dossier/stakeholder_views/answers",
    response=list[ViewHeard],
    summary="徵詢得到的回復 / Answers to take over",
)
def list_answers(request: HttpRequest, reference: Reference) -> list[ViewHeard]:
    """What the case's consultations say, as rows for the stakeholders' views; nobody is named who did not consent."""
    by = acting(request)
    case = find_case(by, reference)
    allow_consulting(by, case)
    part = open_part(by, case, PartName.STAKEHOLDER_VIEWS.value)
    views = () if part is None else views_of(part)
    return [
        ViewHeard.model_validate(as_json(row.view) | {"taken": row.stands_in(views)})
        for row in heard(by, case)
    ]


@router.put("/{reference}/dossier/{part}", response=WRITTEN, summary="填寫一項 / Write a part")
def write_dossier_part(
    request: HttpRequest, reference: Reference, part: PartName, given: PartGiven
) -> Status[Done]:
    """Write the next version of one part, as a form or as plain text; older versions stay."""
    by = acting(request)
    open_part(by, find_case(by, reference), part.value)
    seen = seen_by(request, given)
    return written(request, lambda by: _write(by, reference, part.value, given, seen))


def part_shown(part: Part) -> PartShown:
    """A version of a part that opens to the reader."""
    content = content_of(part)
    return PartShown(
        name=part.name,
        version=part.version,
        level=Secrecy(part.level).value,
        text=part.text,
        content=as_json(content),
        harms=part.harms,
        limbs=part.limbs,
        warnings=[Words.of(warning) for warning in warnings(content)],
        written_at=part.written_at,
    )


def _write(by: Acting, reference: str, name: str, given: PartGiven, seen: int | None) -> Act:
    return write_part(
        by,
        reference,
        name,
        given.text,
        harms=tuple(harm.value for harm in given.harms),
        limbs=tuple(given.limbs),
        content=None if given.content is None else from_json(name, given.content),
        level=given.level,
        based_on=given.based_on,
        seen=seen,
    )
