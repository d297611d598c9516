"""How versions follow each other: before and after, into other items and out of them, and what a draft would change."""

from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Affected, Case
from coretech.apps.register.models import ItemVersion, Lineage, RegisterItem
from coretech.apps.register.standing import place_of, standing_rows, stood_with


@dataclass(frozen=True, slots=True)
class Source:
    """A technology a case starts from, with its item's number."""

    row: Affected
    number: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a pre-announced case would do to the list.

    ``sources`` are the listed items it starts from and ``results`` what would be on the list afterwards;
    ``announced`` are the versions it has brought since.
    """

    case: Case
    sources: tuple[Source, ...]
    results: tuple[Affected, ...]
    announced: tuple[ItemVersion, ...]


def previous_of(version: ItemVersion) -> ItemVersion | None:
    """The standing version that counted before this one, or None for the first."""
    stood = stood_with(version, version.item.versions.all())
    return next((old for old in reversed(stood) if place_of(old) < place_of(version)), None)


def first_form(version: ItemVersion) -> ItemVersion:
    """The version as it was announced: what a correction, or a correction of one, puts right."""
    while version.corrects is not None:
        version = version.corrects
    return version


def proposals(cases: Iterable[Case]) -> list[Proposal]:
    """What each case of a draft would change, or has changed."""
    return [_proposal(case) for case in cases]


def continued_by(version: ItemVersion) -> list[ItemVersion]:
    """The first versions, as corrected, of the items in which an ended one goes on, by number."""
    lines = Lineage.objects.filter(ended=first_form(version)).select_related("began")
    return _as_corrected(line.began for line in lines)


def continues(version: ItemVersion) -> list[ItemVersion]:
    """The versions, as corrected, by which other items ended and in this one went on, by number."""
    lines = Lineage.objects.filter(began=first_form(version)).select_related("ended")
    return _as_corrected(line.ended for line in lines)


def _as_corrected(versions: Iterable[ItemVersion]) -> list[ItemVersion]:
    """What stands today in the places of these versions."""
    forms = {each.pk for each in versions}
    if not forms:
        return []
    rows = standing_rows().filter(item__versions__in=forms).select_related("item", "corrects").distinct()
    found = [row for row in rows if first_form(row).pk in forms]
    return sorted(found, key=lambda row: row.item.number)


def _proposal(case: Case) -> Proposal:
    announced = standing_rows().filter(case=case).select_related("item", "authority", "sector")
    return Proposal(
        case=case,
        sources=tuple(Source(row, _number(row)) for row in sources_of(case)),
        results=tuple(results_of(case)),
        announced=tuple(announced.order_by("item__number")),
    )


def _number(row: Affected) -> int | None:
    return RegisterItem.objects.filter(technology=row.technology).values_list("number", flat=True).first()
