"""Patents and trade by technology, and the tables they are counted in, for anybody; codes by officers."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC
from coretech.api.openapi import NOT_THERE
from coretech.api.schemas import NO_NUL, AddressNumber, Given, Shown, Words
from coretech.apps.watch.counts.codes import LONGEST, MOST
from coretech.apps.watch.counts.tables import Narrowed, find_table, narrowed, patented, tables, traded
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.define_technology import LONGEST_WHY
from coretech.apps.watch.operations.name_codes import Named, name_codes
from coretech.apps.watch.queries import find_technology
from coretech.engines.watching.beware import of_patents, of_trade
from coretech.engines.watching.patents import Part
from coretech.engines.watching.trade import Flow
from coretech.kit.refusal import not_found

router = Router(tags=["watch"])
Kind = KeptTable.Kind

Code = Annotated[
    str, Path(description="The technology, such as `AREA-AI`."), Field(pattern=r"^[A-Z0-9-]{1,40}$")
]
TableNumber = Annotated[AddressNumber, Path(description="The table.")]
Reporter = Annotated[
    str,
    Query("", description="Who tells it, such as `TW`; by default Taiwan.", max_length=60, pattern=NO_NUL),
]
Year = Annotated[
    int | None, Query(None, description="The year of the partners; by default the newest.", ge=1780, le=9999)
]
CodeGiven = Annotated[str, Field(min_length=1, max_length=LONGEST + 10, pattern=NO_NUL)]


class CodesGiven(Given):
    """What a technology is counted by; ``seen`` is the version that was looked at, 0 for the bundled one."""

    classes: Annotated[list[CodeGiven], Field(max_length=MOST)] = Field(default_factory=list)
    goods: Annotated[list[CodeGiven], Field(max_length=MOST)] = Field(default_factory=list)
    why: Annotated[str, Field(min_length=1, max_length=LONGEST_WHY, pattern=NO_NUL)]
    seen: Annotated[int, Field(ge=0, le=9999)]


class TableShown(Shown):
    """A table of patents or of trade that was taken in."""

    table: int
    kind: str
    technology: str | None
    source: str
    query: str
    unit: str
    dated: str
    columns: dict[str, str]
    coverage: dict[str, int]
    problems: int
    sha256: str
    note: Words | None


class PatentsPart(Shown):
    """A country of applicants, an office or a class, with its patents by year."""

    key: str
    patents: int
    patents_fractional: float
    years: dict[int, int]


class PatentsShown(Shown):
    """A technology's patents; shares of countries are of ``with_country``."""

    table: TableShown
    counted_by: list[str]
    patents: int
    with_country: int
    years: dict[int, int]
    countries: list[PatentsPart]
    offices: list[PatentsPart]
    classes: list[PatentsPart]
    warnings: list[Words]


class PartnerShown(Shown):
    """A partner with the value of each flow."""

    partner: str
    values: dict[str, float]


class TradeShown(Shown):
    """Trade in a technology's goods as one reporter tells it; ``world`` is what the table gives for all partners."""

    table: TableShown
    counted_by: list[str]
    reporter: str
    reporters: list[str]
    goods: list[str]
    year: int | None
    years: dict[int, dict[str, float]]
    world: dict[int, dict[str, float]]
    partners: list[PartnerShown]
    warnings: list[Words]


@router.get(
    "/tables", response=list[TableShown], auth=PUBLIC, summary="專利與貿易表 / Tables of patents and trade"
)
def list_watch_tables(request: HttpRequest) -> list[TableShown]:  # noqa: ARG001 - the framework gives it by name
    """Every table, newest first."""
    return [_table(each) for each in tables()]


@router.get("/tables/{watch_table}", response=TableShown, auth=PUBLIC, summary="一份表 / One table")
def show_watch_table(request: HttpRequest, watch_table: TableNumber) -> TableShown:  # noqa: ARG001 - as above
    """Where it is from, how it was read, and what it holds."""
    return _table(find_table(watch_table))


@router.get(
    "/{watch_code}/patents",
    response=PatentsShown,
    auth=PUBLIC,
    summary="一項技術的專利 / A technology's patents",
    openapi_extra=NOT_THERE,
)
def show_watch_patents(request: HttpRequest, watch_code: Code) -> PatentsShown:  # noqa: ARG001 - as above
    """By country of applicant, office, class and year."""
    found = _narrowed(watch_code, Kind.PATENTS)
    made = patented(found)
    return PatentsShown(
        table=_table(found.table),
        counted_by=list(found.codes),
        patents=made.patents,
        with_country=made.with_country,
        years=dict(made.years),
        countries=_parts(made.countries),
        offices=_parts(made.offices),
        classes=_parts(made.classes),
        warnings=[Words.of(each) for each in of_patents(made, narrowed=bool(found.codes))],
    )


@router.get(
    "/{watch_code}/trade",
    response=TradeShown,
    auth=PUBLIC,
    summary="一項技術的貿易 / Trade in a technology's goods",
    openapi_extra=NOT_THERE,
)
def show_watch_trade(
    request: HttpRequest,  # noqa: ARG001 - as above
    watch_code: Code,
    reporter: Reporter = "",
    year: Year = None,
) -> TradeShown:
    """By partner, flow and year."""
    found = _narrowed(watch_code, Kind.TRADE)
    made = traded(found, reporter, year)
    return TradeShown(
        table=_table(found.table),
        counted_by=list(found.codes),
        reporter=made.reporter,
        reporters=list(made.reporters),
        goods=list(made.goods),
        year=made.year,
        years={each: _flows(values) for each, values in made.years.items()},
        world={each: _flows(values) for each, values in made.world.items()},
        partners=[PartnerShown(partner=each.key, values=_flows(each.values)) for each in made.partners],
        warnings=[Words.of(each) for each in of_trade(made, narrowed=bool(found.codes))],
    )


@router.post(
    "/{watch_code}/codes", response=WRITTEN, summary="指定專利分類與貨品號列 / Say classes and goods"
)
def name_watch_codes(request: HttpRequest, watch_code: Code, given: CodesGiven) -> Status[Done]:
    """Say which classes of patents and which goods stand for a technology."""
    named = Named(given.classes, given.goods, given.why, given.seen)
    return written(request, lambda by: name_codes(by, watch_code, named))


def _narrowed(code: str, kind: Kind) -> Narrowed:
    found = narrowed(find_technology(code), kind)
    if found is None:
        raise not_found("這項技術還沒有適用的表。", "There is no table for this technology yet.")
    return found


def _table(table: KeptTable) -> TableShown:
    plain = ("kind", "source", "query", "unit", "columns", "coverage", "problems", "sha256")
    return TableShown.model_validate(
        {
            **{name: getattr(table, name) for name in plain},
            "table": table.pk,
            "technology": table.technology.code if table.technology else None,
            "dated": table.dated.isoformat(),
            "note": Words.of(table.note) if table.note else None,
        }
    )


def _flows(values: Mapping[Flow, float]) -> dict[str, float]:
    return {flow.value: value for flow, value in values.items()}


def _parts(parts: Sequence[Part]) -> list[PatentsPart]:
    return [
        PatentsPart(
            key=each.key,
            patents=each.patents,
            patents_fractional=each.fractional,
            years=dict(each.years),
        )
        for each in parts
    ]
