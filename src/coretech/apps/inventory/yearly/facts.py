"""From agencies, keepers and rounds to the law's books, and to what is owed of an inventory (art. 9(1))."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from coretech.apps.inventory.models import Keeper, Round, RoundReview
from coretech.apps.inventory.yearly.keepers import keepers_on
from coretech.apps.people.models import Agency
from coretech.law.duties import Body, Books, Duty, Inventory, duties
from coretech.law.duty import inventory_report
from coretech.law.ruling import Ruling
from coretech.law.terms import BodyKind

OWED = ("inventory-owner", "inventory", "inventory-report")
"""The duties an inventory is about."""

Owed = Mapping[str, Duty]


def owed_by(
    agencies: Sequence[Agency], rounds: Iterable[Round], today: dt.date, year: int
) -> Mapping[str, Owed]:
    """What each agency owes of the year's inventory today, by its code and the duty's name."""
    keepers = keepers_on(agencies, today)
    books = Books(
        bodies=tuple(_body(agency, keepers.get(agency.pk)) for agency in agencies),
        inventories=tuple(_inventory(each) for each in rounds if is_taken(each)),
    )
    owed: dict[str, dict[str, Duty]] = {agency.code: {} for agency in agencies}
    for duty in duties(books, today, year=year):
        if duty.id in OWED:
            owed[duty.holder][duty.id] = duty
    return owed


def report_ruling(round_: Round, today: dt.date) -> Ruling:
    """Whether the round is reviewed and reported as it should be; a nil one by the explanation of article 9."""
    facts = inventory_report.Facts(
        body_kind=BodyKind(round_.agency.kind),
        candidates=round_.candidates.count(),
        panel_review=is_reviewed(round_),
        reported_via_office=round_.state == Round.State.REPORTED,
    )
    return inventory_report.rule(facts, today)


def is_taken(round_: Round) -> bool:
    """Whether an inventory was taken: something was found, or the panel has looked; opening a round is not enough."""
    return round_.state != Round.State.OPEN or bool(round_.candidates.all())


def newest_review(round_: Round) -> RoundReview | None:
    """The panel's review that counts, or None before the first."""
    return max(round_.reviews.all(), key=lambda review: review.pk, default=None)


def unreviewed(round_: Round) -> set[int]:
    """The candidates the panel has not had before it."""
    review = newest_review(round_)
    seen = set() if review is None else {int(number) for number in review.candidates}
    return {candidate.pk for candidate in round_.candidates.all()} - seen


def is_reviewed(round_: Round) -> bool:
    """Whether the panel has looked at the round with everything in it."""
    return newest_review(round_) is not None and not unreviewed(round_)


def _body(agency: Agency, keeper: Keeper | None) -> Body:
    kind = None if keeper is None else keeper.kind
    return Body(
        id=agency.code,
        kind=BodyKind(agency.kind),
        dedicated_unit=kind == Keeper.Kind.UNIT,
        dedicated_person=kind == Keeper.Kind.PERSON,
    )


def _inventory(round_: Round) -> Inventory:
    return Inventory(
        body=round_.agency.code,
        year=round_.year,
        candidates=len(round_.candidates.all()),
        panel_review=is_reviewed(round_),
        reported_via_office=round_.state == Round.State.REPORTED,
    )
