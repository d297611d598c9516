"""Which row of a plan's version is which of the next: by key, and by its words where the key is in doubt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from coretech.apps.reports.models import Carried
from coretech.apps.reports.revisions.likening import Likened, likened, likeness, words_of
from coretech.readers.plan_files.difference import differing
from coretech.readers.plan_files.rows import ElementRow, TargetRow, WorkRow

Old = ElementRow | WorkRow | TargetRow
_OTHER = 0.25
"""Below this likeness two rows with the same number are likely not the same thing."""


class Doubt(StrEnum):
    """What a controller has to judge."""

    RENUMBERED = "renumbered"
    REUSED = "reused"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Pair:
    """A row before and after; one of them is None for a new or dropped one.

    ``doubt`` asks whether both are the same thing; ``same`` is what is proposed, by the ``likeness`` of their words.
    """

    kind: Carried.Row
    old: Old | None
    new: Old | None
    fields: tuple[str, ...] = ()
    doubt: Doubt | None = None
    likeness: float = 1.0
    same: bool = True

    @property
    def name(self) -> str:
        """How a judgement names the pair."""
        return f"{self.kind.value}:{self.old.key if self.old else ''}:{self.new.key if self.new else ''}"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table before and after, by key.

    ``parents`` are the elements' new keys by their old ones, as far as they are proposed as the same; None for the
    elements themselves.
    """

    kind: Carried.Row
    before: Mapping[str, Old]
    after: Mapping[str, Old]
    parents: Mapping[str, str] | None

    @classmethod
    def of(
        cls, kind: Carried.Row, olds: Iterable[Old], news: Iterable[Old], parents: Mapping[str, str] | None
    ) -> Self:
        """From the rows in printed order."""
        return cls(kind, {each.key: each for each in olds}, {each.key: each for each in news}, parents)

    def pairs(self) -> Iterator[Pair]:
        """Every row once: the new version's in printed order, then what it no longer has."""
        matched = self._matched()
        by_new, moved = {each.new: each for each in matched}, {each.old for each in matched}
        for key, new in self.after.items():
            if key in by_new:
                yield self._likened(by_new[key])
            elif key in self.before and key not in moved:
                yield self._of_same_key(key)
            else:
                yield Pair(self.kind, None, new)
        for key, old in self.before.items():
            if key not in moved and (key not in self.after or key in by_new):
                yield Pair(self.kind, old, None)

    def _matched(self) -> list[Likened]:
        """What is alike among the rows whose key is gone, new, or likely another thing's now."""
        other = {key for key in self.before.keys() & self.after.keys() if self._is_other(key)}
        return likened(
            [each for key, each in self.before.items() if key not in self.after or key in other],
            [each for key, each in self.after.items() if key not in self.before or key in other],
            self._at_home,
        )

    def _is_other(self, key: str) -> bool:
        old, new = self.before[key], self.after[key]
        return _likeness(old, new) < _OTHER or not self._at_home(old, new)

    def _at_home(self, old: Old, new: Old) -> bool:
        """Whether both hang on the same element."""
        return self.parents is None or self.parents.get(old.parent, "") == new.parent

    def _outlived(self, old: Old) -> bool:
        """Whether what the row hung on is carried."""
        return self.parents is None or not old.parent or old.parent in self.parents

    def _likened(self, found: Likened) -> Pair:
        old, new = self.before[found.old], self.after[found.new]
        doubt = Doubt.RENUMBERED if old.key != new.key else Doubt.MOVED
        same = self._at_home(old, new) or self._outlived(old)
        return Pair(self.kind, old, new, self._fields(old, new), doubt, found.likeness, same)

    def _of_same_key(self, key: str) -> Pair:
        old, new = self.before[key], self.after[key]
        doubt = Doubt.REUSED if self._is_other(key) else None
        return Pair(self.kind, old, new, self._fields(old, new), doubt, _likeness(old, new), doubt is None)

    def _fields(self, old: Old, new: Old) -> tuple[str, ...]:
        """What differs; to hang on an element that was only renumbered is no difference."""
        stayed = self.parents is not None and self.parents.get(old.parent, old.parent) == new.parent
        return tuple(name for name in differing(old, new) if name != "parent" or not stayed)


def _likeness(old: Old, new: Old) -> float:
    return likeness(words_of(old), words_of(new))
