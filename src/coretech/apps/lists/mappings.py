"""Mappings with what was judged of them last, as seen from either side. All of it is public but who judged."""

import datetime as dt
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from coretech.apps.lists.models import ListItem, Mapping, MappingJudgement
from coretech.apps.lists.relations import HOLDING, JUDGED, WORDS, Word, inverse
from coretech.apps.lists.sides import ITEM, TECHNOLOGY, Key, Side
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence

Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Judged:
    """A mapping read from one of its ends: ``relation`` is the one judged right, or else the one proposed."""

    mapping: Mapping
    judgement: MappingJudgement | None
    turned: bool = False

    @property
    def left(self) -> Key:
        """The end it is read from."""
        return _right_of(self.mapping) if self.turned else _left_of(self.mapping)

    @property
    def right(self) -> Key:
        """The end it leads to."""
        return _left_of(self.mapping) if self.turned else _right_of(self.mapping)

    @property
    def relation(self) -> str:
        """The relation of SKOS from left to right."""
        found = self.judgement.relation if self.judgement and self.judgement.relation else ""
        relation = found or self.mapping.relation
        return inverse(relation) if self.turned else relation

    @property
    def state(self) -> str:
        """The judgement that holds, empty while there is none."""
        return self.judgement.judgement if self.judgement else ""

    @property
    def holds(self) -> bool:
        """Whether somebody accepted it, under this relation or another."""
        return self.state in HOLDING

    @property
    def at(self) -> dt.datetime:
        """When it was judged last, or proposed."""
        return self.judgement.at if self.judgement else self.mapping.proposed_at

    @property
    def word(self) -> Word:
        """The relation in words."""
        return WORDS[self.relation]

    @property
    def said(self) -> Sentence:
        """What was judged last, in words."""
        return JUDGED[self.state]

    @property
    def far(self) -> ListItem | None:
        """The item it leads to; None where that is a technology of our own."""
        return self.mapping.left if self.turned else self.mapping.right

    @property
    def far_name(self) -> Sentence:
        """What it leads to is called, our own technologies by their working names."""
        far, technology = self.far, self.mapping.technology
        if far is not None:
            return far.name
        return self.mapping.left.name if technology is None else technology.label

    def read_from(self, key: Key) -> "Judged":
        """The same mapping read from the end that is ``key``."""
        return Judged(self.mapping, self.judgement, key != _left_of(self.mapping))


def judged(rows: QuerySet[Mapping]) -> list[Judged]:
    """Mappings with the newest judgement of each; two queries for any number."""
    found = list(rows.select_related("left__version__list", "right__version__list", "technology"))
    newest = newest_judgements(each.pk for each in found)
    return [Judged(each, newest.get(each.pk)) for each in found]


def newest_judgements(mappings: Iterable[int]) -> MappingOf[int, MappingJudgement]:
    """The judgement that holds, by mapping."""
    rows = MappingJudgement.objects.filter(mapping__in=list(mappings)).select_related("by")
    return {each.mapping_id: each for each in rows.order_by("mapping_id", "-pk").distinct("mapping_id")}


def find_mapping(number: int) -> Judged:
    """One mapping.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    found = judged(Mapping.objects.filter(pk=number))
    if not found:
        raise not_found("沒有這筆對應。", "There is no such mapping.")
    return found[0]


def between(left: Side, right: Side) -> dict[Pair, Judged]:
    """Every mapping between two sides, read from the left, by its two ends; ends no longer there are left out."""
    found = (each.read_from(_end(each, left)) for each in judged(stored_between(left, right)))
    return {
        (each.left, each.right): each
        for each in found
        if each.left in left.by_key and each.right in right.by_key
    }


def stored_between(left: Side, right: Side) -> QuerySet[Mapping]:
    """The rows that lead from one side to the other, whichever way they were proposed."""
    return Mapping.objects.filter(_leading(left, right) | _leading(right, left))


def of_items(items: Iterable[int]) -> list[Judged]:
    """Every mapping of these items of lists, read from them, the best first."""
    wanted = set(items)
    rows = judged(Mapping.objects.filter(Q(left__in=wanted) | Q(right__in=wanted)))
    found = [Judged(each.mapping, each.judgement, each.mapping.left_id not in wanted) for each in rows]
    return sorted(found, key=_standing)


def of_technologies(technologies: Iterable[int]) -> list[Judged]:
    """Every mapping of these technologies, read from them, the best first."""
    rows = judged(Mapping.objects.filter(technology__in=set(technologies)))
    return sorted((Judged(each.mapping, each.judgement, turned=True) for each in rows), key=_standing)


def _standing(each: Judged) -> tuple[bool, bool, float, int]:
    """Those that hold first, then by score."""
    return (not each.holds, bool(each.state), -(each.mapping.score or 0.0), each.mapping.pk)


def _end(each: Judged, side: Side) -> Key:
    """The end that stands on a side."""
    left = _left_of(each.mapping)
    return left if left in side.by_key else _right_of(each.mapping)


def _leading(left: Side, right: Side) -> Q:
    if left.is_register:
        return Q(pk__in=[])
    to = Q(technology__isnull=False) if right.is_register else Q(right__version=right.version)
    return Q(left__version=left.version) & to


def _left_of(mapping: Mapping) -> Key:
    return Key(ITEM, mapping.left_id)


def _right_of(mapping: Mapping) -> Key:
    if mapping.right_id is not None:
        return Key(ITEM, mapping.right_id)
    return Key(TECHNOLOGY, mapping.technology_id or 0)
