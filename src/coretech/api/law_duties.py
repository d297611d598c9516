"""A year's duties told from facts that anybody gives: met, due or missed, for whom, by which article."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Field, Query, Router
from pydantic import JsonValue

from coretech.api.auth import PUBLIC, acting
from coretech.api.law_facts import AsOf, as_refused
from coretech.api.schemas import AddressNumber, Shown, Words
from coretech.kit.refusal import bad_input
from coretech.law.duties import Duty, Status, duties_of

router = Router(auth=PUBLIC, tags=["law"])

MOST_ENTRIES = 1_000

Known = Annotated[
    dict[str, JsonValue],
    Body(
        description="What is known: `council` (an object), `bodies`, `meetings`, `inventories` and `items`"
        f" (lists of {MOST_ENTRIES:,} entries at most). What is not given is not judged."
    ),
]
Year = Annotated[
    AddressNumber | None, Query(None, description="The calendar year; that of the day by default.")
]


class DutyShown(Shown):
    """One duty: whose, by which article, until when, how it stands, and why."""

    duty: str
    title: Words
    holder: Annotated[str, Field(alias="for")]
    status: Status
    due_on: dt.date | None
    articles: list[str]
    level: dict[str, str]
    reason: Words
    values: dict[str, JsonValue]
    disputed: bool


@router.post("/duties", response=list[DutyShown], by_alias=True, summary="一年的義務 / A year's duties")
def list_duties(request: HttpRequest, known: Known, as_of: AsOf = None, year: Year = None) -> list[DutyShown]:
    """The standing duties and those of a year, as they stand on a day: nothing is stored, nothing after it counts."""
    _no_flood(known)
    with as_refused():
        owed = duties_of(known, today=as_of or acting(request).today, year=year)
    return [_shown(duty) for duty in owed]


def _no_flood(known: dict[str, JsonValue]) -> None:
    """Refuse lists no regime could have: every body is compared with every meeting."""
    for name, entries in known.items():
        if isinstance(entries, list) and len(entries) > MOST_ENTRIES:
            raise bad_input(name[:80], f"至多{MOST_ENTRIES:,}項。", f"Give {MOST_ENTRIES:,} entries at most.")


def _shown(duty: Duty) -> DutyShown:
    return DutyShown.model_validate(duty.as_dict())
