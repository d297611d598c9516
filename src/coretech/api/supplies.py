"""Critical supplies: how they stand, their figures, and returns with every error by its row."""

import datetime as dt
import json
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Path, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import NO_NUL, Given, Shown, Words
from coretech.apps.supplies.comparing import compared
from coretech.apps.supplies.exporting import rows_for, said
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.operations import file_returns as filing
from coretech.apps.supplies.queries import commodities, commodity_of
from coretech.apps.supplies.reading import GivenFile
from coretech.apps.supplies.state import State, state_of, states_of
from coretech.engines.supplies.wording import shown_days
from coretech.readers.supplies import RowError

router = Router(tags=["supplies"])
returns = Router(tags=["supplies"])

MOST_ROWS = 20_000
_NAME = "api"

Slug = Annotated[str, Path(description="The commodity, such as `coal`."), Field(pattern=r"^[a-z0-9-]{1,40}$")]
Cell = Annotated[str, Field(max_length=400, pattern=NO_NUL)]
Year = Annotated[int, Field(ge=1912, le=2999)]


class SupplyLine(Given):
    """A period of a commodity, as a line of a file has it: figures are text, and what is left out is not told."""

    commodity: Cell
    unit: Cell
    period_start: Cell
    period_end: Cell
    reporter: Cell = ""
    production: Cell = ""
    imports: Cell = ""
    exports: Cell = ""
    sales: Cell = ""
    consumption: Cell = ""
    stock: Cell = ""
    price: Cell = ""
    origins: Cell = ""
    note: Cell = ""


class SupplyReturnsGiven(Given):
    """Lines to be recorded together, or none of them; ``seen`` is the digest of a check."""

    returns: Annotated[list[SupplyLine], Field(min_length=1, max_length=MOST_ROWS)]
    year: Year | None = None
    seen: Annotated[str, Field(max_length=64, pattern=r"^[0-9a-f]*$")] = ""


class SupplyFault(Shown):
    """Something to correct: the line, counted from 1, the column, what stands there, and what to do."""

    line: int
    column: str
    value: str
    sentence: Words


class SupplyCheck(Shown):
    """What lines would change, and everything to be corrected in them."""

    new: int
    restating: int
    unchanged: int
    digest: str
    faults: list[SupplyFault]


class SupplyShown(Shown):
    """How a commodity stands: days of cover against the standard of the day, with the reckoning."""

    commodity: str
    name: Words
    unit: str
    level: str
    days_of_cover: str | None
    standard: str | None
    stock: str | None
    stock_on: dt.date | None
    overdue: int
    demonstration: bool
    formula: Words
    steps: list[Words]


class SupplyFigures(SupplyShown):
    """The same with its figures by period: by reporter for whoever sees the internal view, else added up."""

    returns: list[dict[str, str | int | bool | None]]


@router.get("", response=list[SupplyShown], auth=PUBLIC, summary="關鍵物資 / Critical supplies")
def list_supplies(request: HttpRequest) -> list[SupplyShown]:
    """Every commodity this account may know of, in the order of the list."""
    by = acting(request)
    return [SupplyShown.model_validate(_shown(each)) for each in states_of(commodities(by), by.today)]


@router.get("/{commodity}", response=SupplyFigures, auth=PUBLIC, summary="一項物資 / One commodity")
def show_supply(request: HttpRequest, commodity: Slug) -> SupplyFigures:
    """A commodity with its figures."""
    by = acting(request)
    state = state_of(commodity_of(by, commodity), by.today)
    return SupplyFigures.model_validate({**_shown(state), "returns": rows_for(by, state)})


@returns.post("/check", response=SupplyCheck, summary="檢查申報 / Check returns")
def check_returns(request: HttpRequest, given: SupplyReturnsGiven) -> SupplyCheck:
    """What these lines would change, with every error; nothing is written."""
    found = filing.read(acting(request), _file(given))
    would = compared(found.rows)
    return SupplyCheck(
        new=len(would.rows) - would.restating,
        restating=would.restating,
        unchanged=would.unchanged,
        digest=would.digest,
        faults=[_fault(each) for each in found.faults],
    )


@returns.post("", response=WRITTEN, summary="申報 / File returns")
def file_supply_returns(request: HttpRequest, given: SupplyReturnsGiven) -> Status[Done]:
    """Record all of these lines in one act, or none of them where one is wrong."""
    by = acting(request)
    found = filing.read(by, _file(given))
    done = written(request, lambda by: filing.file_returns(by, found, given.seen))
    keep_watch(by, "after an intake")
    return done


def _file(given: SupplyReturnsGiven) -> GivenFile:
    lines = [each.model_dump() for each in given.returns]
    return GivenFile(_NAME, json.dumps(lines, ensure_ascii=False).encode(), given.year)


def _shown(state: State) -> dict[str, object]:
    standard, cover = state.standing.standard, state.cover
    return {
        "commodity": state.commodity.slug,
        "name": Words.of(state.commodity.name),
        "unit": state.commodity.unit,
        "level": state.standing.level.value,
        "days_of_cover": None if cover.days is None else shown_days(cover.days),
        "standard": None if standard is None else said(standard.days),
        "stock": said(cover.stock),
        "stock_on": cover.stock_on,
        "overdue": len(state.missing),
        "demonstration": state.demonstration,
        "formula": Words.of(cover.formula),
        "steps": [Words.of(each) for each in (*cover.steps, *state.standing.steps)],
    }


def _fault(error: RowError) -> SupplyFault:
    return SupplyFault(
        line=error.line, column=error.column, value=error.value, sentence=Words.of(error.sentence)
    )
