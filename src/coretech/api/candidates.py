"""Candidates that inventories found (art. 9), and opening cases on them."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import (
    NO_NUL,
    AddressNumber,
    Code,
    Given,
    Id,
    Line,
    Moment,
    Named,
    Page,
    Paging,
    Paragraphs,
    Shown,
    Words,
    cut,
)
from coretech.api.shapes import agency_on, sector_of
from coretech.apps.audit.acting import Acting
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.apps.inventory.queries import find_candidate, visible_candidates

router = Router(tags=["candidates"])


class CandidateShown(Shown):
    """Something an inventory found; ``technology`` and ``ground`` for a change of a listed one."""

    id: int
    agency: Named
    year: int
    kind: str
    aspect: str | None
    name: Words
    sector: Named
    authority: Named
    technology: int | None
    ground: str | None
    why: str
    found_at: Moment


class FoundGiven(Given):
    """What the inventory found; a change names the item of the list it would change, and its ground (art. 10)."""

    agency: Code
    kind: Literal["identify", "change"]
    name_zh: Line
    name_en: Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
    sector: Code
    authority: Code
    why: Paragraphs
    technology: Id | None = Field(
        None, description="The technology's id, for a change, or for one that should come back on the list."
    )
    ground: Literal["", "holder_request", "environment_changed"] = ""
    aspect: Literal["", "name", "scope", "authority", "split", "merge", "removal"] = Field(
        "", description="What of the item would change; its name by default."
    )


@router.get("", response=Page[CandidateShown], summary="候選項目 / Candidates")
def list_candidates(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[CandidateShown]:
    """The candidates this account may see, newest first: all for the Office, its own for an agency."""
    by = acting(request)
    total, rows = cut(visible_candidates(by), paging)
    return Page(total=total, items=[_shown(by, row) for row in rows])


@router.get("/{candidate_id}", response=CandidateShown, summary="一個候選項目 / One candidate")
def show_candidate(request: HttpRequest, candidate_id: AddressNumber) -> CandidateShown:
    """One candidate, where this account may see it."""
    by = acting(request)
    return _shown(by, find_candidate(by, candidate_id))


@router.post("", response=WRITTEN, summary="登錄候選項目 / Record a candidate")
def record_found(request: HttpRequest, given: FoundGiven) -> Status[Done]:
    """Record what this year's inventory found, in the name of one's agency (art. 9)."""
    return written(request, lambda by: record_candidate(by, Found(**given.model_dump())))


@router.post("/{candidate_id}/case", response=WRITTEN, summary="成案 / Open a case")
def open_case_on(request: HttpRequest, candidate_id: AddressNumber) -> Status[Done]:
    """Open a case on the candidate, with a reference of its own and an empty dossier."""
    find_candidate(acting(request), candidate_id)
    return written(request, lambda by: open_case(by, candidate_id))


def _shown(by: Acting, row: Candidate) -> CandidateShown:
    return CandidateShown(
        id=row.pk,
        agency=agency_on(row.round.agency, by.today),
        year=row.round.year,
        kind=row.kind,
        aspect=row.aspect or None,
        name=Words.of(row.name),
        sector=sector_of(row.sector),
        authority=agency_on(row.authority, by.today),
        technology=row.technology_id,
        ground=row.ground or None,
        why=row.why,
        found_at=row.found_at,
    )
