"""The plans that come with the program: the facts read from three published documents, stored once."""

import datetime as dt
import json
from collections.abc import Iterator
from importlib import resources

from django.db import transaction
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.record import record
from coretech.apps.plans.importing import address_for
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.storing import Source, write_version
from coretech.readers.plan_files.contract import said_of
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.taking_apart import rows_of

FILES = ("six_core_programme.json", "science_and_technology_plan.json", "ministry_annual_plan.json")


@transaction.atomic
def load_plans() -> bool:
    """Write the bundled plans in one act where there is no plan yet; says whether there was anything to write."""
    if Plan.objects.exists():
        return False
    at = now()
    versions: list[PlanVersion] = []
    rows: list[Model] = []
    for plan, version, written in _written(at):
        versions.append(version)
        rows += [plan, *written]
    record(
        Acting(at=at, username="system"),
        "plan.bundled",
        "plans",
        public={"plans": [_public(version) for version in versions]},
        rows=rows,
        why="the facts of published plans, from the bundled data",
    )
    return True


def _written(at: dt.datetime) -> Iterator[tuple[Plan, PlanVersion, list[Model]]]:
    for name in FILES:
        rows, source = bundled(name)
        plan = Plan.objects.create(slug=address_for(rows), kind=rows.kind)
        yield (plan, *write_version(plan, rows, source, at))


def bundled(name: str) -> tuple[PlanRows, Source]:
    """The rows in one of the bundled files, and the document they were read from."""
    held = json.loads(resources.files("coretech.data").joinpath("plans", name).read_bytes())
    return rows_of(said_of(held["plan"])), Source(**held["source"], facts_only=True)


def _public(version: PlanVersion) -> dict[str, object]:
    return {
        "plan": version.plan.slug,
        "version": version.version,
        "title": version.title,
        "source_sha256": version.source_sha256,
        "content_sha256": version.content_sha256,
    }
