"""The yearly review (art. 10(1)): what each authority owes in a year, what it has done, and how that stands."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.register.models import AnnualReview, ItemVersion
from coretech.apps.register.queries import first_valid_from, in_force
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter, Role
from coretech.law.duties.duty import Status, stands
from coretech.law.duty import annual_review
from coretech.law.ruling import Ruling

FIRST_YEAR = 2024
"""The first full year of the list, and so the first that owes a review."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One item of an authority in a year, with the review that counts; ``owed`` is false where it came that year."""

    version: ItemVersion
    review: AnnualReview | None
    owed: bool

    @property
    def number(self) -> int:
        """The item's number on the list."""
        return self.version.item.number


@dataclass(frozen=True, slots=True)
class Sheet:
    """An authority's reviews of a year, what the law says of them, and how the duty stands today."""

    authority: Agency
    year: int
    items: tuple[Reviewed, ...]
    ruling: Ruling
    status: Status

    @property
    def missing(self) -> list[int]:
        """The numbers of the items that are owed and not reviewed."""
        return [each.number for each in self.items if each.owed and each.review is None]


def require_reader(by: Acting) -> None:
    """Refuse whoever reviews no items and is not of the Office (HTTP 403)."""
    if Role.OFFICE not in by.standing.roles:
        allow(by, Action.REVIEW_ITEM, Matter(agencies=by.standing.agencies))


def sheets(by: Acting, year: int) -> list[Sheet]:
    """The sheet of every authority for the Office, its own for an agency's officers (HTTP 403 for others).

    Raises:
        Refused: (HTTP 422) for a year that owes no review yet.
    """
    require_reader(by)
    if not FIRST_YEAR <= year <= by.today.year:
        raise bad_input(
            "year",
            f"請填{FIRST_YEAR}至{by.today.year}之間的西元年。",
            f"Give a year from {FIRST_YEAR} to {by.today.year}.",
        )
    everybody = _sheets(year, by.today)
    if Role.OFFICE in by.standing.roles:
        return everybody
    return [sheet for sheet in everybody if sheet.authority.code in by.standing.agencies]


def require_reader_of(by: Acting, version: ItemVersion) -> None:
    """Refuse whoever is neither of the item's authority nor of the Office (HTTP 403): reasons are not public."""
    if Role.OFFICE not in by.standing.roles:
        allow(by, Action.REVIEW_ITEM, Matter(agencies=frozenset({version.authority.code})))


def reviews_of(version: ItemVersion, year: int | None = None) -> list[AnnualReview]:
    """All reviews of an item, or of a year alone; the newest, which counts, first."""
    rows = AnnualReview.objects.filter(item=version.item_id).order_by("-year", "-pk")
    return list(rows if year is None else rows.filter(year=year))


def newest_review(item_id: int) -> AnnualReview | None:
    """The item's last review in any year; its year, day and verdict are public, nothing else is."""
    rows = AnnualReview.objects.filter(item=item_id).only("item", "year", "verdict", "reviewed_at")
    return rows.order_by("-year", "-pk").first()


def _sheets(year: int, today: dt.date) -> list[Sheet]:
    """Every authority's sheet, by the list at the end of the year or today, whichever comes first."""
    last_day = dt.date(year, 12, 31)
    listed = sorted(
        in_force(min(last_day, today)), key=lambda version: (version.authority.code, version.item.number)
    )
    counting = _counting(year, today)
    return [
        _sheet(list(versions), counting, last_day, today)
        for _, versions in groupby(listed, key=lambda version: version.authority.code)
    ]


def _counting(year: int, today: dt.date) -> dict[int, AnnualReview]:
    """The newest review of each item in the year, by item; a later one takes the earlier one's place."""
    until = dt.datetime.combine(today, dt.time.max, TAIPEI)
    rows = AnnualReview.objects.filter(year=year, reviewed_at__lte=until).order_by("pk")
    return {review.item_id: review for review in rows}


def _sheet(
    versions: list[ItemVersion], counting: dict[int, AnnualReview], last_day: dt.date, today: dt.date
) -> Sheet:
    items = tuple(_reviewed(versions, counting, last_day.year))
    ruling = annual_review.rule(
        annual_review.Facts(
            items=tuple(str(each.number) for each in items if each.owed),
            reviewed=tuple(str(each.number) for each in items if each.owed and each.review is not None),
        ),
        min(last_day, today),
    )
    return Sheet(versions[0].authority, last_day.year, items, ruling, stands(ruling, last_day, today))


def _reviewed(
    versions: list[ItemVersion], counting: dict[int, AnnualReview], year: int
) -> Iterator[Reviewed]:
    """An item owes a review in every year that it began on the list, as the law's own yearly duties have it."""
    for version in versions:
        owed = first_valid_from(version) < dt.date(year, 1, 1)
        yield Reviewed(version, counting.get(version.item_id), owed)
