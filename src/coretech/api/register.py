"""The list: on any day, as known on any day, with its history. All of it is public."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from coretech.api.auth import PUBLIC, acting
from coretech.api.open_json import open_json
from coretech.api.schemas import AddressNumber, Day, Moment, Named, Shown, Words
from coretech.api.shapes import Entry, agency_on, entry, sector_of
from coretech.apps.register.day_list import entry_data
from coretech.apps.register.lineage import continued_by, continues
from coretech.apps.register.models import Announcement, ItemVersion
from coretech.apps.register.queries import (
    Difference,
    difference,
    history,
    in_effect_versions,
)
from coretech.apps.register.searching import Search, State, search

router = Router(auth=PUBLIC, tags=["register"])

WORDS = (
    "Words to search for: Chinese in Traditional or Simplified characters, or the beginnings of English words; "
    "in today's names and in former ones."
)

AsOf = Annotated[Day | None, Query(None, description="The day the list is asked for; today by default.")]
KnownAt = Annotated[
    Day | None,
    Query(None, description="What was known at the end of this day; all that is known by default."),
]


class Source(Shown):
    """The announcement a version comes from."""

    edition: int
    document_number: str
    decided_on: dt.date
    announced_on: dt.date
    effective_on: dt.date


class Version(Shown):
    """One version of an item: in force from a day on (valid time), recorded at a moment (record time).

    A version whose ``change`` is ``split``, ``merged`` or ``removed`` ends the item; ``continued_by`` and ``continues``
    name the items it goes on in or came from. One that ``corrects`` another stands in its place since it was recorded.
    """

    no: int
    version: int
    change: str
    name: Words
    name_announced: str
    damaged: bool
    name_source: str
    authority: Named
    sector: Named
    valid_from: dt.date
    recorded_at: Moment
    announcement: Source
    case: str | None
    scope: Words | None
    corrects: int | None
    corrected_because: str
    correction_source: str
    continued_by: list[int]
    continues: list[int]


class Item(Shown):
    """An item on a day: its version in force, if any, and how many versions it has."""

    no: int
    in_force: Entry | None
    versions: int


class Change(Shown):
    """What two days of the list tell differently about one item."""

    no: int
    kind: Literal["added", "renamed", "moved", "rescoped", "split", "merged", "removed"]
    before: Entry | None
    after: Entry | None


@router.get("", response=list[Entry], url_name="register", summary="清單 / The list")
def list_register(  # noqa: PLR0913 - one parameter for each thing that may be asked for
    request: HttpRequest,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    *,
    q: Annotated[str, Query(description=WORDS)] = "",
    sector: Annotated[str, Query(description="A sector's code.")] = "",
    authority: Annotated[str, Query(description="An authority's code.")] = "",
    state: Annotated[
        State, Query(description="Items on the list, those that have left it, or any.")
    ] = State.IN_FORCE,
    changed_since: Annotated[Day | None, Query(description="Changed on this day or later.")] = None,
) -> HttpResponse:
    """The items in force on a day, as known on a day, by number; those alone that are looked for, where any are."""
    by = acting(request)
    asked = Search(q, sector, authority, state, changed_since)
    found = search(asked, as_of or by.today, known_at).found
    return open_json(request, [entry_data(each.item) for each in found])


@router.get("/diff", response=list[Change], summary="兩日之間的變更 / What changed between two days")
def list_changes(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    before: Annotated[Day, Query(..., alias="from")],
    after: Annotated[Day, Query(..., alias="to")],
    known_at: KnownAt = None,
) -> list[Change]:
    """What was added, changed in name, authority or scope, split, merged or removed, by number."""
    return [_change(found, before, after) for found in difference(before, after, known_at)]


@router.get("/{no}", response=Item, summary="清單一項 / One item")
def show_register_item(
    request: HttpRequest, no: AddressNumber, as_of: AsOf = None, known_at: KnownAt = None
) -> Item:
    """An item with its version in force on a day; nothing is in force before its first or after its removal."""
    day = as_of or acting(request).today
    versions = history(no, known_at)
    current = in_effect_versions(versions, day)
    return Item(no=no, in_force=None if current is None else entry(current, day), versions=len(versions))


@router.get("/{no}/versions", response=list[Version], summary="一項的沿革 / An item's versions")
def list_versions(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    no: AddressNumber,
    known_at: KnownAt = None,
) -> list[Version]:
    """All versions of an item in the order they were recorded, each with the announcement it comes from."""
    return [version_shown(version) for version in history(no, known_at)]


def version_shown(version: ItemVersion) -> Version:
    """A version in full; the authority under its name of the day the version took effect."""
    return Version(
        no=version.item.number,
        version=version.version,
        change=version.change,
        name=Words.of(version.name),
        name_announced=version.name_announced,
        damaged=version.damaged,
        name_source=version.name_source,
        authority=agency_on(version.authority, version.valid_from),
        sector=sector_of(version.sector),
        valid_from=version.valid_from,
        recorded_at=version.recorded_at,
        announcement=source_of(version.announcement),
        case=None if version.case is None else version.case.reference,
        scope=Words(zh=version.scope_zh, en=version.scope_en) if version.scope_zh else None,
        corrects=None if version.corrects is None else version.corrects.version,
        corrected_because=version.corrected_because,
        correction_source=version.correction_source,
        continued_by=[began.item.number for began in continued_by(version)],
        continues=[ended.item.number for ended in continues(version)],
    )


def source_of(announcement: Announcement) -> Source:
    """An announcement's dates and number."""
    return Source(
        edition=announcement.edition,
        document_number=announcement.document_number,
        decided_on=announcement.decided_on,
        announced_on=announcement.announced_on,
        effective_on=announcement.effective_on,
    )


def _change(found: Difference, before: dt.date, after: dt.date) -> Change:
    return Change.model_validate(
        {
            "no": found.number,
            "kind": found.kind,
            "before": None if found.before is None else entry(found.before, before),
            "after": None if found.after is None else entry(found.after, after),
        }
    )
