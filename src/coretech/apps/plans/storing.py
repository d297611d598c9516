"""Writing a version with its rows, and reading them back."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypeVar, cast

from django.db.models import Model

from coretech.apps.plans.models import (
    BudgetLine,
    Element,
    NumberTable,
    Plan,
    PlanFinding,
    PlanVersion,
    Target,
    VersionRow,
    WorkItem,
)
from coretech.readers.plan_files.putting_together import digest_of
from coretech.readers.plan_files.rows import (
    BudgetRow,
    ElementRow,
    FindingRow,
    NumbersRow,
    PlanRows,
    Row,
    TargetRow,
    WorkRow,
    YearRow,
)

_LONGEST_NAME = 200

M = TypeVar("M", bound=VersionRow)
R = TypeVar("R", ElementRow, WorkRow, TargetRow, BudgetRow, NumbersRow, FindingRow)

TABLES: dict[str, type[VersionRow]] = {
    "elements": Element,
    "work_items": WorkItem,
    "targets": Target,
    "budget": BudgetLine,
    "tables": NumberTable,
    "findings": PlanFinding,
}
"""The model behind each table of rows; elements first, for the others hang on them."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a version was read from, and whether its sentences were left out."""

    name: str
    sha256: str
    facts_only: bool = False


def write_version(
    plan: Plan, rows: PlanRows, source: Source, at: dt.datetime
) -> tuple[PlanVersion, list[Model]]:
    """Write a plan's next version with all its rows; the rows given back hold the version too."""
    version = PlanVersion.objects.create(
        plan=plan,
        version=plan.versions.count() + 1,
        title=rows.title,
        start=rows.start,
        end=rows.end,
        source_name=source.name[-_LONGEST_NAME:],
        source_sha256=source.sha256,
        content_sha256=digest_of(rows),
        facts_only=source.facts_only,
        recorded_at=at,
    )
    return version, [version, *write_rows(version, rows)]


def write_rows(version: PlanVersion, rows: PlanRows) -> list[Model]:
    """Write all rows of a version, each after what it hangs on; gives back what was written."""
    written: list[Model] = []
    elements: dict[str, int] = {}
    for level in _levels(rows.elements):
        made = Element.objects.bulk_create(_made(Element, version, level, elements))
        elements |= {each.key: each.pk for each in made}
        written += made
    for name, model in list(TABLES.items())[1:]:
        numbered = list(enumerate(rows.of_all_kinds()[name], start=1))
        written += model._default_manager.bulk_create(_made(model, version, numbered, elements))  # noqa: SLF001 - Django's own name for a model's manager
    return written


def _levels(elements: Sequence[ElementRow]) -> Iterable[list[tuple[int, Row]]]:
    """The elements with their places, those that hang on nothing first, then those that hang on them, and so on."""
    depth = {"": -1}
    for each in elements:
        depth[each.key] = depth[each.parent] + 1
    for level in range(max(depth.values()) + 1):
        yield [(place, each) for place, each in enumerate(elements, start=1) if depth[each.key] == level]


def _made(
    model: type[M], version: PlanVersion, rows: Iterable[tuple[int, Row]], elements: dict[str, int]
) -> list[M]:
    return [model(version=version, order=place, **_columns(row, elements)) for place, row in rows]


def _columns(row: Row, elements: dict[str, int]) -> dict[str, object]:
    """A row's fields as columns; the key of what it hangs on becomes a reference."""
    said = asdict(row)
    if "parent" in said:
        parent = said.pop("parent")
        said["parent_id"] = elements.get(parent)
    return said


def read_rows(version: PlanVersion) -> PlanRows:
    """A version's rows as they were written."""
    keys = dict(Element.objects.filter(version=version).values_list("pk", "key"))
    return PlanRows(
        kind=version.plan.kind,
        title=version.title,
        start=version.start,
        end=version.end,
        elements=tuple(_read(version, Element, ElementRow, keys)),
        work_items=tuple(_read(version, WorkItem, WorkRow, keys)),
        targets=tuple(map(_with_years, _read(version, Target, TargetRow, keys))),
        budget=tuple(_read(version, BudgetLine, BudgetRow, keys)),
        tables=tuple(_read(version, NumberTable, NumbersRow, keys)),
        findings=tuple(_read(version, PlanFinding, FindingRow, keys)),
    )


def _read(
    version: PlanVersion, model: type[VersionRow], row: type[R], keys: Mapping[int, str]
) -> Iterator[R]:
    names = [field.name for field in fields(row)]
    for stored in model._default_manager.filter(version=version).order_by("order"):  # noqa: SLF001 - Django's own name for a model's manager
        yield row(**{name: _value(stored, name, keys) for name in names})


def _value(stored: VersionRow, name: str, keys: Mapping[int, str]) -> Any:  # noqa: ANN401 - a column of any kind
    if name == "parent":
        return keys.get(getattr(stored, "parent_id", None) or 0, "")
    return _frozen(getattr(stored, name))


def _frozen(value: object) -> object:
    """Lists as tuples, all the way down."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _with_years(target: TargetRow) -> TargetRow:
    """A target whose years, read as they are stored, are rows again."""
    stored = cast("tuple[dict[str, Any], ...]", target.yearly)
    years = (YearRow(**{**each, "metrics": cast("Any", _frozen(each["metrics"]))}) for each in stored)
    return replace(target, yearly=tuple(years))
