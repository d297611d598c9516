"""The keys of a plan's rows over its revisions: what a row is called now, and what it was called before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import Carried, Revision

Row = Carried.Row


@dataclass(frozen=True, slots=True)
class Turn:
    """One revision: the versions it led from and to, and rows' new keys by their old ones, None once dropped."""

    before: int
    after: int
    keys: Mapping[Row, Mapping[str, str | None]]


@dataclass(frozen=True, slots=True)
class KeyHistory:
    """All revisions of a plan, the oldest first; without any, every key is what it was."""

    turns: tuple[Turn, ...]

    def current(self, key: str, since: int | None = None, row: Row = Row.ELEMENT) -> str | None:
        """What the row is called now that had this key in version ``since``, the first by default; None once dropped.

        A report knows the version it was made against; give it, for a number may be used again for something else.
        """
        at: str | None = key
        for turn in self.turns:
            if at is not None and (since is None or turn.before >= since):
                at = turn.keys.get(row, {}).get(at, at)
        return at

    def borne(self, key: str, row: Row = Row.ELEMENT) -> frozenset[str]:
        """Every key that the row now called ``key`` has had, this one too: under them its reports are found."""
        found, at = {key}, key
        for turn in reversed(self.turns):
            old = next((old for old, new in turn.keys.get(row, {}).items() if new == at), None)
            if old is None:
                break
            found.add(old)
            at = old
        return frozenset(found)


def history_of(plan: Plan) -> KeyHistory:
    """A plan's key history; two queries."""
    revisions = Revision.objects.filter(plan=plan).select_related("before", "after").order_by("pk")
    return KeyHistory(tuple(_turn(each) for each in revisions.prefetch_related("carried")))


def borne_by(plan: Plan, keys: Iterable[str], row: Row = Row.ELEMENT) -> set[str]:
    """Every key that some rows have had: what was written of them before a revision is found under those too."""
    history = history_of(plan)
    return {old for key in keys for old in history.borne(key, row)}


def current_key(plan: Plan, key: str, since: int | None = None, row: Row = Row.ELEMENT) -> str | None:
    """What a row of an earlier version is called now; None where a revision dropped it."""
    return history_of(plan).current(key, since, row)


def _turn(revision: Revision) -> Turn:
    keys: dict[Row, dict[str, str | None]] = {row: {} for row in Row}
    for each in revision.carried.all():
        if each.old_key:
            keys[Row(each.row)][each.old_key] = each.new_key or None
    return Turn(revision.before.version, revision.after.version, keys)
