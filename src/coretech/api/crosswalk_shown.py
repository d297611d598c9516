"""What the API shows of the crosswalk."""

from collections.abc import Mapping
from typing import Self

from coretech.api.schemas import Moment, Named, Shown, Words
from coretech.apps.lists.coverage import Coverage
from coretech.apps.lists.crosswalk import REGISTER, PairCount
from coretech.apps.lists.mappings import Judged
from coretech.apps.lists.models import ListItem
from coretech.apps.register.models import ItemVersion


class CrosswalkPair(Shown):
    """Two lists, and how many mappings between them hold, were rejected, are unsure, and wait to be judged."""

    left: str
    right: str
    holds: int
    rejected: int
    unsure: int
    waiting: int

    @classmethod
    def of(cls, each: PairCount) -> Self:
        """From the count."""
        return cls(
            left=each.left,
            right=each.right,
            holds=each.holds,
            rejected=each.rejected,
            unsure=each.unsure,
            waiting=each.waiting,
        )


class MappingEnd(Shown):
    """An item by its list and its code; our own list is `register`, and `code` empty for what is not on it today."""

    on: str
    code: str
    name: Words


class MappingTerm(Shown):
    """What stands in both names, as each writes it, and how surely the two mean the same."""

    left: str
    right: str
    weight: float


class MappingShown(Shown):
    """How the left item stands to the right one; `judgement` is empty while nobody has judged.

    `score` and `terms` are the matcher's, and empty where a person proposed it or it was carried over.
    """

    id: int
    left: MappingEnd
    right: MappingEnd
    relation: str
    judgement: str
    why: str
    score: float | None
    terms: list[MappingTerm]
    carried_from: int | None
    proposed_at: Moment
    judged_at: Moment | None


class CoveredArea(Shown):
    """An area: how many of its items are mapped, only proposed, or neither, and the codes of those not mapped."""

    code: str
    name: Words
    mapped: int
    proposed: int
    unmapped: int
    without: list[Named]


class CoverageShown(Shown):
    """What of a list has a counterpart on another, by area."""

    of: str
    by: str
    areas: list[CoveredArea]


def mapping_shown(each: Judged, ours: Mapping[int, ItemVersion]) -> MappingShown:
    """A mapping as it was written; ``ours`` is the list of today by technology."""
    row = each.mapping
    carried = row.why.get("carried") or {}
    return MappingShown(
        id=row.pk,
        left=_item(row.left),
        right=_right(each, ours),
        relation=each.relation,
        judgement=each.state,
        why=each.judgement.why if each.judgement else str(row.why.get("words", "")),
        score=row.score,
        terms=[
            MappingTerm(left=str(left), right=str(right), weight=float(weight))
            for left, right, weight in row.why.get("terms", ())
        ],
        carried_from=carried.get("mapping"),
        proposed_at=row.proposed_at,
        judged_at=each.judgement.at if each.judgement else None,
    )


def coverage_shown(found: Coverage) -> CoverageShown:
    """A coverage with its areas."""
    areas = [
        CoveredArea(
            code=each.code,
            name=Words.of(each.name),
            mapped=len(each.holds),
            proposed=len(each.proposed),
            unmapped=len(each.none),
            without=[Named.under(entry.code, entry.name) for entry in each.without],
        )
        for each in found.areas
    ]
    return CoverageShown(of=found.side.code, by=found.by.code, areas=areas)


def _item(item: ListItem) -> MappingEnd:
    return MappingEnd(on=item.version.code, code=item.code, name=Words.of(item.name))


def _right(each: Judged, ours: Mapping[int, ItemVersion]) -> MappingEnd:
    row = each.mapping
    if row.right is not None:
        return _item(row.right)
    listed = ours.get(row.technology_id or 0)
    if listed is not None:
        return MappingEnd(on=REGISTER, code=str(listed.item.number), name=Words.of(listed.name))
    return MappingEnd(on=REGISTER, code="", name=Words.of(each.far_name))
