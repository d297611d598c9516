"""The state's plans as they are kept: public, whole, with what is doubtful in them."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Path, Query, Router

from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import LARGEST_COUNT, AddressNumber, Moment, Shown
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import newest_versions, version_of
from coretech.apps.plans.storing import read_rows
from coretech.law.access import Action
from coretech.readers.plan_files.contract import AnnualSaid, PlanSaid, ProgrammeSaid, Said
from coretech.readers.plan_files.putting_together import said_by

router = Router(auth=PUBLIC, tags=["plans"])

Slug = Annotated[
    str,
    Path(description="The plan, such as `programme-110-113`."),
    Field(pattern=r"^[-a-zA-Z0-9_]{1,60}$", max_length=60),
]
Version = Annotated[
    AddressNumber | None,
    Query(None, description="The version; the newest by default.", le=LARGEST_COUNT),
]


class PlanShown(Shown):
    """A plan with its newest version, and the document it was read from; years are ROC ones."""

    plan: str
    kind: Literal["programme", "plan", "annual"]
    title: str
    start: int | None
    end: int | None
    version: int
    source_name: str
    source_sha256: str
    facts_only: bool
    recorded_at: Moment


@router.get("", response=list[PlanShown], summary="所存的計畫 / The plans kept here")
def list_plans(request: HttpRequest) -> list[PlanShown]:
    """Every plan in its newest version, in the order they came."""
    allow(acting(request), Action.READ_PLAN)
    return [_shown(version) for version in newest_versions()]


@router.get(
    "/{plan}",
    response=ProgrammeSaid | PlanSaid | AnnualSaid,
    exclude_unset=True,
    summary="一個計畫的全部 / A plan whole",
)
def show_plan(request: HttpRequest, plan: Slug, version: Version = None) -> Said:
    """All rows of a plan with their lines, and its findings, as `coretech plan read` prints them."""
    allow(acting(request), Action.READ_PLAN)
    return said_by(read_rows(version_of(plan, version)))


def _shown(version: PlanVersion) -> PlanShown:
    return PlanShown.model_validate(
        {
            "plan": version.plan.slug,
            "kind": version.plan.kind,
            "title": version.title,
            "start": version.start,
            "end": version.end,
            "version": version.version,
            "source_name": version.source_name,
            "source_sha256": version.source_sha256,
            "facts_only": version.facts_only,
            "recorded_at": version.recorded_at,
        }
    )
