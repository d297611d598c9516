"""The plans that come with the program: the facts read from three published documents, each stored once."""

import csv
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from django.db import transaction
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.plans.importing import address_for, plan_of
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.storing import Source, write_version
from coretech.readers.plan_files.contract import said_of
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.taking_apart import rows_of

_DATA = resources.files("coretech.data").joinpath("plans")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundled file and what is in it, known without opening it; years are ROC ones."""

    file: str
    kind: str
    title: str
    start: int | None
    end: int | None
    content_sha256: str


@transaction.atomic
def load_plans() -> bool:
    """Write the bundled plans that are missing in one act; says whether there was anything to write."""
    hold("plans")
    missing = missing_plans()
    if not missing:
        return False
    at = now()
    versions: list[PlanVersion] = []
    rows: list[Model] = []
    for version, written in _written(missing, at):
        versions.append(version)
        rows += written
    record(
        Acting(at=at, username="system"),
        "plan.bundled",
        "plans",
        public={"plans": [_public(version) for version in versions]},
        rows=rows,
        why="the facts of published plans, from the bundled data",
    )
    return True


def missing_plans() -> list[Bundle]:
    """The bundled plans that are not stored, and those stored from an older bundle's facts.

    A plan whose document somebody has imported stays as it is.
    """
    digests = {each.content_sha256 for each in bundles()}
    stored = PlanVersion.objects.filter(content_sha256__in=digests).values_list("content_sha256", flat=True)
    absent = digests - set(stored)
    return [each for each in bundles() if each.content_sha256 in absent and _is_wanted(each)]


def is_outdated() -> bool:
    """Whether plans were stored from an older bundle than this program's; a look where they were not."""
    return PlanVersion.objects.filter(facts_only=True).exists() and bool(missing_plans())


def _is_wanted(bundle: Bundle) -> bool:
    plan = plan_of(bundle)
    newest = None if plan is None else plan.versions.last()
    return newest is None or newest.facts_only


def _written(missing: Iterable[Bundle], at: dt.datetime) -> Iterator[tuple[PlanVersion, list[Model]]]:
    """Each plan's version with all that was written for it."""
    for bundle in missing:
        rows, source = bundled(bundle.file)
        plan = plan_of(bundle)
        new: list[Model] = []
        if plan is None:
            plan = Plan.objects.create(slug=address_for(rows), kind=rows.kind)
            new = [plan]
        version, written = write_version(plan, rows, source, at)
        yield version, [*new, *written]


@cache
def bundles() -> tuple[Bundle, ...]:
    """What the bundled files hold, in the order they are listed."""
    lines = _DATA.joinpath("index.csv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Bundle(
            row["file"],
            row["kind"],
            row["title"],
            _year(row["start"]),
            _year(row["end"]),
            row["content_sha256"],
        )
        for row in csv.DictReader(lines)
    )


def _year(text: str) -> int | None:
    return int(text) if text else None


def bundled(name: str) -> tuple[PlanRows, Source]:
    """The rows in one of the bundled files, and the document they were read from."""
    held = json.loads(_DATA.joinpath(name).read_bytes())
    return rows_of(said_of(held["plan"])), Source(**held["source"], facts_only=True)


def _public(version: PlanVersion) -> dict[str, object]:
    return {
        "plan": version.plan.slug,
        "version": version.version,
        "title": version.title,
        "source_sha256": version.source_sha256,
        "content_sha256": version.content_sha256,
    }
