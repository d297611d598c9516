"""From one version of a plan to the next: what is carried, changed, dropped and new, and what is in doubt."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.storing import read_rows
from coretech.apps.reports.models import Carried, Revision
from coretech.apps.reports.revisions.pairing import Old, Pair, Table
from coretech.kit.refusal import bad_input, wrong_state
from coretech.readers.plan_files.facts import facts_of
from coretech.readers.plan_files.rows import PlanRows


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions held against each other; ``digest`` names them, so that what is written is what was shown."""

    before: PlanVersion
    after: PlanVersion
    pairs: tuple[Pair, ...]

    @property
    def doubts(self) -> tuple[Pair, ...]:
        """What has to be judged."""
        return tuple(pair for pair in self.pairs if pair.doubt is not None)

    @property
    def digest(self) -> str:
        """The fingerprint of both versions."""
        both = f"{self.before.content_sha256}:{self.after.content_sha256}"
        return hashlib.sha256(both.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row, once judged."""

    kind: Carried.Row
    old_key: str
    new_key: str
    fate: Carried.Fate


def compared(before: PlanVersion, after: PlanVersion) -> Compared:
    """Hold the rows against each other by key, then what is left over by its words."""
    olds, news = _rows(before, after)
    pairs: list[Pair] = []
    parents: dict[str, str] | None = None
    for kind, old, new in _tables(olds, news):
        found = list(Table.of(kind, old, new, parents).pairs())
        if kind is Carried.Row.ELEMENT:
            parents = {pair.old.key: pair.new.key for pair in found if pair.old and pair.new and pair.same}
        pairs += found
    return Compared(before, after, tuple(pairs))


def outcomes(found: Compared, judged: Mapping[str, bool]) -> list[Outcome]:
    """What becomes of every row by the judgements; one judged as another thing is dropped, and the new one is new.

    Raises:
        Refused: (HTTP 422) where a doubt is left unjudged, or something is judged that is none.
    """
    asked = {pair.name for pair in found.doubts}
    if asked != set(judged):
        raise bad_input(
            "judged",
            f"待判斷的有{len(asked)}項，每一項都要判斷；目前缺{len(asked - set(judged))}項。",
            f"Rows to be judged: {len(asked)}, each of them; not judged yet: {len(asked - set(judged))}.",
        )
    return [each for pair in found.pairs for each in _outcomes(pair, same=judged.get(pair.name, True))]


def next_pair(plan: Plan) -> tuple[PlanVersion, PlanVersion]:
    """The version in force and the newest one, which no revision has reached yet.

    Raises:
        Refused: (HTTP 409) where there is no newer version.
    """
    last = Revision.objects.filter(plan=plan).select_related("after").order_by("-pk").first()
    versions = list(plan.versions.select_related("plan").order_by("version"))
    before = versions[0] if last is None else next(each for each in versions if each.pk == last.after_id)
    after = versions[-1]
    if after.version <= before.version:
        raise wrong_state(
            "沒有新的版本；請先匯入修正後的計畫。",
            "There is no newer version; import the revised plan first.",
        )
    return before, after


def _rows(before: PlanVersion, after: PlanVersion) -> tuple[PlanRows, PlanRows]:
    """Both versions' rows; the facts alone where one of them has nothing else."""
    olds, news = read_rows(before), read_rows(after)
    if before.facts_only or after.facts_only:
        return facts_of(olds), facts_of(news)
    return olds, news


def _tables(olds: PlanRows, news: PlanRows) -> Iterator[tuple[Carried.Row, Sequence[Old], Sequence[Old]]]:
    yield Carried.Row.ELEMENT, olds.elements, news.elements
    yield Carried.Row.WORK_ITEM, olds.work_items, news.work_items
    yield Carried.Row.TARGET, olds.targets, news.targets


def _outcomes(pair: Pair, *, same: bool) -> Iterator[Outcome]:
    old, new = pair.old.key if pair.old else "", pair.new.key if pair.new else ""
    if old and new and same:
        yield Outcome(pair.kind, old, new, Carried.Fate.CHANGED if pair.fields else Carried.Fate.CARRIED)
        return
    if old:
        yield Outcome(pair.kind, old, "", Carried.Fate.DROPPED)
    if new:
        yield Outcome(pair.kind, "", new, Carried.Fate.NEW)
