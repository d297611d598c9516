"""What was said last time: it stands ready in the next sheet, marked until somebody confirms or changes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coretech.apps.reports.cycle.periods import order_of
from coretech.apps.reports.models import ReportingPeriod, Sheet, SheetVersion
from coretech.apps.reports.sheets.content import PartContent, WorkSaid, from_json
from coretech.apps.reports.sheets.parts import Part

CARRIED = ("progress", "next_work", "risks")
"""The words that stand ready; highlights, the light and actuals are told anew each time."""
WORKS = "works"


@dataclass(frozen=True, slots=True)
class Last:
    """What the agency submitted last before a sheet, by measure; ``period`` is None where it never did."""

    period: ReportingPeriod | None
    contents: dict[str, PartContent]

    def of(self, key: str) -> PartContent:
        """What was said of a measure; empty where nothing was."""
        return self.contents.get(key, PartContent())


def last_before(sheet: Sheet) -> Last:
    """What the agency submitted for the newest earlier period of the same plan."""
    versions = SheetVersion.objects.filter(
        sheet__agency=sheet.agency_id, sheet__period__plan=sheet.period.plan_id
    )
    earlier = [
        each
        for each in versions.select_related("sheet__period")
        if order_of(each.sheet.period) < order_of(sheet.period)
    ]
    if not earlier:
        return Last(None, {})
    newest = max(earlier, key=lambda each: (order_of(each.sheet.period), each.number))
    contents = {key: from_json(stored) for key, stored in newest.content.items()}
    return Last(newest.sheet.period, contents)


def standing_ready(part: Part, last: PartContent) -> PartContent:
    """A measure before anybody wrote to it: last quarter's words, each marked as carried."""
    works = {work.key: last.works[work.key] for work in part.works if work.key in last.works}
    ready = PartContent(works=works, **{name: getattr(last, name) for name in CARRIED})
    return replace(ready, carried=tuple(unconfirmed(ready, last, ())))


def unconfirmed(content: PartContent, last: PartContent, confirmed: Iterable[str]) -> list[str]:
    """What says the same as last time, word for word, and is confirmed by nobody."""
    given = set(confirmed)
    same = [
        name for name in CARRIED if getattr(content, name) and getattr(content, name) == getattr(last, name)
    ]
    if same_works(content, last):
        same.append(WORKS)
    return [name for name in same if name not in given]


def same_works(content: PartContent, last: PartContent) -> bool:
    """Whether all that is said of unfinished work items is what was said last time; done ones stay done."""
    told = {key: said for key, said in content.works.items() if _open(said)}
    return bool(told) and all(last.works.get(key) == said for key, said in told.items())


def _open(said: WorkSaid) -> bool:
    return bool(said.standing) and said.standing != "done"
